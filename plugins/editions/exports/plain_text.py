"""The texts of an edition as plain text, for places that know no markup."""

from __future__ import annotations

import re
from functools import lru_cache
from html.parser import HTMLParser

from editions.exports.text_html import TextHtml
from editions.model import Edition, Publication
from editions.model.addresses import edition_address
from editions.pages.published_links import LinkContext

_SPACE = re.compile(r"[ \t\n\r\f]+")  # what HTML collapses; other spaces are meant
_PARAGRAPHS = frozenset(
    ("p", "div", "pre", "blockquote", "table", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "details")
)
_LINES = frozenset(("li", "tr", "dt", "dd", "summary", "caption"))
_CELLS = frozenset(("td", "th"))


class PlainTexts:
    """Writes the texts of one edition as plain text."""

    def __init__(self, publication: Publication, edition: Edition) -> None:
        """Prepare the renderer.

        Args:
            publication: What the edition belongs to.
            edition: The edition.
        """
        self._render = TextHtml(publication)
        self._folder = edition_address(edition).strip("/")

    def of(self, text: str, source: str) -> str:
        """A text without markup.

        Args:
            text: Markdown, as written.
            source: File that it is written in, relative to the project's folder.

        Returns:
            The words that a page shows; an empty line between paragraphs, a line for each item of a list and each row
            of a table. Addresses of links are left out.
        """
        context = LinkContext(source, f"{self._folder}/index.md", self._folder)
        return text_of_html(self._render.render(text, context))


# Several files hold the same words of each text.
@lru_cache(maxsize=4096)
def text_of_html(html: str) -> str:
    """The words of a piece of HTML.

    Args:
        html: HTML as the sanitiser writes it.

    Returns:
        Plain text, without space around it.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join(reader.pieces).strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._breaks = 0  # line breaks due before the next word
        self._space = False  # whether a space is due before it
        self._preformatted = 0
        self._lists: list[int | None] = []  # the number of the next item of each open list; None where it has none

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _PARAGRAPHS:
            self._break(1 if tag in ("ul", "ol") and self._lists else 2)
        elif tag in _LINES:
            self._break(1)
        if tag in ("ul", "ol"):
            self._lists.append(_start(attrs) if tag == "ol" else None)
        elif tag == "li" and self._lists:
            self._mark()
        elif tag in _CELLS:
            if not self._breaks and self.pieces:
                self._write(" | ")
        elif tag == "pre":
            self._preformatted += 1
        elif tag == "br":
            self._break(self._breaks + 1)
        elif tag == "img":
            self.handle_data(dict(attrs).get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "pre" and self._preformatted:
            self._preformatted -= 1
        if tag in _PARAGRAPHS:
            self._break(1 if self._lists else 2)
        elif tag in _LINES:
            self._break(1)

    def handle_data(self, data: str) -> None:
        if self._preformatted:
            self._write(data.strip("\n"))
            return
        text = _SPACE.sub(" ", data)
        if text.startswith(" "):
            self._space = True
        if text.strip(" "):
            self._write(text.strip(" "))
            self._space = text.endswith(" ")

    def _mark(self) -> None:
        number = self._lists[-1]
        if number is not None:
            self._lists[-1] = number + 1
        self._write("  " * (len(self._lists) - 1) + ("• " if number is None else f"{number}. "))
        self._breaks = 0

    def _break(self, lines: int) -> None:
        # A paragraph at the beginning of a list's item goes on in the line of the item's mark.
        if not (self.pieces and self.pieces[-1].endswith(("• ", ". ")) and self._lists):
            self._breaks = max(self._breaks, lines)

    def _write(self, text: str) -> None:
        if not text:
            return
        if self._breaks and self.pieces:
            self.pieces.append("\n" * self._breaks)
        elif self._space and self.pieces and not self.pieces[-1].endswith(" "):
            self.pieces.append(" ")
        self._breaks, self._space = 0, False
        self.pieces.append(text)


def _start(attrs: list[tuple[str, str | None]]) -> int:
    stated = dict(attrs).get("start") or ""
    return int(stated) if re.fullmatch(r"[0-9]{1,6}", stated) else 1
