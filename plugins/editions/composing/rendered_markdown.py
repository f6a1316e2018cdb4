"""What generators make of Markdown: the extensions that composed pages need, and whether they show what they should."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser

from markdown import Markdown

from editions.render.written_pages import Addresses
from editions.source.yaml_text import YamlValue
from editions.words.phrasebook import ENGLISH, Phrasebook

EXTENSIONS = ("attr_list", "md_in_html", "tables")
_PERMALINK = "¶"
# Elements before and after which blanks are not shown.
_BLOCKS = frozenset(
    """address article aside blockquote body br caption col colgroup dd details div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr
    ul""".split()
)


def heading_options(words: Phrasebook) -> dict[str, YamlValue]:
    """The options of ``toc``: links of headings to themselves.

    Args:
        words: The language of the site.
    """
    return {"permalink": _PERMALINK, "permalink_title": words.text("Permanent link")}


class RenderedMarkdown:
    """Renders the Markdown of one page as generators do."""

    def __init__(self, path: str, address: str, addresses: Mapping[str, str], words: Phrasebook = ENGLISH) -> None:
        """Prepare.

        Args:
            path: The file of the page.
            address: The address of the page.
            addresses: Addresses of pages and files by their paths.
            words: The language of the site.
        """
        links = Addresses(path, address, addresses)
        options = {"toc": heading_options(words)}
        self._parser = Markdown(extensions=[*EXTENSIONS, "toc", links], extension_configs=options)

    def shows(self, markdown: str, html: str) -> bool:
        """Whether Markdown is shown as HTML that is given."""
        return _Tokens.read(self._parser.reset().convert(markdown)) == _Tokens.read(html)


class _Tokens(HTMLParser):
    """Reads HTML as a browser would: attributes in any order, blanks between words and blocks alike."""

    def __init__(self) -> None:
        super().__init__()
        self._tokens: list[tuple[object, ...]] = []
        self._words: list[str] = []
        self._preformatted = 0

    @classmethod
    def read(cls, html: str) -> list[tuple[object, ...]]:
        """Read HTML."""
        reader = cls()
        reader.feed(html)
        reader.close()
        reader._end_words(before_block=True)
        return reader._tokens

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_words(before_block=tag in _BLOCKS)
        # Python-Markdown writes an attribute without a value with its name as the value.
        stated = sorted((name, "" if value in (None, name) else value.replace("%2Emd", ".md")) for name, value in attrs)
        self._tokens.append((tag, tuple(stated)))
        self._preformatted += tag == "pre"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self._end_words(before_block=tag in _BLOCKS)
        self._tokens.append((f"/{tag}",))
        self._preformatted -= tag == "pre"

    def handle_data(self, data: str) -> None:
        self._words.append(data)

    def _end_words(self, *, before_block: bool) -> None:
        words = "".join(self._words)
        self._words = []
        if not self._preformatted:
            words = re.sub(r"[ \t\r\n\f]+", " ", words)
            last = str(self._tokens[-1][0]).lstrip("/") if self._tokens else "p"
            words = words.lstrip(" ") if last in _BLOCKS else words
            words = words.rstrip(" ") if before_block else words
        if words:
            self._tokens.append(("", words))
