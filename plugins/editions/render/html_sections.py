"""What the search finds of HTML that the engine did not write: pages under ``docs/`` and those of other plugins."""

from __future__ import annotations

from html.parser import HTMLParser

from editions.site.search.search_entry import SearchEntry

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE = frozenset("a abbr b bdi bdo cite code del dfn em i ins kbd mark q s small span strong sub sup u var".split())
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
_UNREAD = frozenset({"script", "style", "template"})


def read_sections(html: str, address: str, title: str) -> HtmlSections:
    """Read a page.

    Args:
        html: Its HTML.
        address: Path of the page from the root of the site.
        title: Its title.

    Returns:
        What was read.
    """
    sections = HtmlSections(address, title)
    sections.feed(html)
    sections.close()
    return sections


class HtmlSections(HTMLParser):
    """Reads a page.

    Attributes:
        ids: The ids in it.
    """

    def __init__(self, address: str, title: str) -> None:
        """Begin with the page as a whole.

        Args:
            address: Path of the page from the root of the site.
            title: Its title.
        """
        super().__init__()
        self.ids: set[str] = set()
        self._page = address
        self._rows: list[tuple[str, list[str], list[str]]] = [(address, [title], [])]
        self._open: list[tuple[str, bool]] = []  # elements, and whether the search passes over them
        self._heading: str | None = None

    def entries(self) -> tuple[SearchEntry, ...]:
        """The page and its parts."""
        return tuple(SearchEntry(it, _line(title), _line(words)) for it, title, words in self._rows)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a part at a heading."""
        stated = dict(attrs)
        anchor = stated.get("id")
        if anchor:
            self.ids.add(anchor)
        hidden = "data-search-exclude" in stated or tag in _UNREAD or stated.get("class") == "headerlink"
        if tag not in _VOID:
            self._open.append((tag, hidden))
        if tag in _HEADINGS and anchor and not self._hidden():
            self._heading = tag
            self._rows.append((f"{self._page}#{anchor}", [], []))
        if tag not in _INLINE:
            self._add(" ")

    def handle_endtag(self, tag: str) -> None:
        """End a heading, and whatever is in it."""
        if tag not in [it for it, _ in self._open]:
            return
        while self._open.pop()[0] != tag:
            pass
        if tag == self._heading:
            self._heading = None
        elif tag not in _INLINE:
            self._add(" ")

    def handle_data(self, data: str) -> None:
        """Take words."""
        self._add(data)

    def _add(self, words: str) -> None:
        if not self._hidden():
            _, title, text = self._rows[-1]
            (title if self._heading else text).append(words)

    def _hidden(self) -> bool:
        return any(hidden for _, hidden in self._open)


def _line(pieces: list[str]) -> str:
    return " ".join("".join(pieces).split())
