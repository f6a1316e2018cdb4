"""HTML that generators leave as it is, though they look for Markdown and for links to pages in it."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser
from urllib.parse import urlsplit

# Blanks that Python-Markdown takes away before it knows what is HTML.
_BLANK_LINE = re.compile(r"^ +$", re.MULTILINE)


def keep_html(html: str, *, permalinks: bool = True) -> str:
    """Write HTML so that it is kept.

    Args:
        permalinks: Whether headings keep the links to themselves, which generators add to those that are in Markdown.

    Returns:
        The same HTML to a browser. Links to Markdown files, which are data here, have an equivalent address that no
        generator takes for one of a page (RFC 3986, section 6.2.2.2).
    """
    kept = _KeptHtml(permalinks=permalinks)
    kept.feed(html.strip("\n"))
    kept.close()
    text = "".join(kept.pieces).replace("\t", "&#9;")
    return _BLANK_LINE.sub(lambda it: "&#32;" * len(it[0]), text)


class _KeptHtml(HTMLParser):
    """Writes what it reads.

    Attributes:
        pieces: What was written.
    """

    def __init__(self, *, permalinks: bool) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: list[str] = []
        self._permalinks = permalinks
        self._left_out = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._left_out |= not self._permalinks and ("class", "headerlink") in attrs
        written = self.get_starttag_text() or ""
        for name, value in attrs:
            if name == "href" and value and (hidden := _hidden(value)) != value:
                written = written.replace(f'href="{escape(value)}"', f'href="{escape(hidden)}"')
        self._write(written)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self._write(f"</{tag}>")
        self._left_out &= tag != "a"

    def handle_data(self, data: str) -> None:
        # Zensical looks for attributes in words, too.
        self._write(data if self.cdata_elem else data.replace('"', "&quot;"))

    def handle_entityref(self, name: str) -> None:
        self._write(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._write(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self._write(f"<!--{data}-->")

    def _write(self, text: str) -> None:
        if not self._left_out:
            self.pieces.append(text)


def _hidden(address: str) -> str:
    split = urlsplit(address)
    if split.scheme or split.netloc or not split.path.endswith(".md"):
        return address
    return address.replace(split.path, f"{split.path.removesuffix('.md')}%2Emd", 1)
