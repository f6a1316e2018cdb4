"""The Markdown of pages as Markdown for any reader: CommonMark with tables and definition lists, and nothing else.

Pages are written for Python-Markdown with attribute lists and Markdown within HTML. Of these only what says something
is kept: attribute lists and frames go, HTML becomes Markdown, links become absolute, and what is left of HTML is a few
bare elements (``del``, ``ins``, ``sub``, ``sup``, ``br``, ``kbd``). Contributors write the texts, so a reader that lets
HTML through must be safe too: a ``<`` that could begin any other element is written as a reference.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

from editions.exports.twins.html_markdown import html_markdown
from editions.model.addresses import page_address
from editions.pages.published_links import COPIED
from editions.source.markdown_code import without_code, without_code_blocks
from editions.source.markdown_links import links

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:[\s/][^<>]*)?)>")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^\s<>]*>")
_ATTRIBUTE = re.compile(r"""([a-zA-Z-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_GONE_WITH_CONTENT = frozenset("script style svg math iframe object embed template noscript textarea title".split())
_BARE = frozenset("b i em strong code del ins s sub sup br kbd mark small cite q abbr var samp dfn".split())
_RAW_BLOCKS = frozenset(
    "address article aside blockquote details div dl figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre "
    "section table ul".split()
)
_CONTROL = re.compile(r"<(?:input|button|select|textarea)\b")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_CONTROLS = re.compile(r"[\x00-\x20\x7f-\xa0]+")
_ATTRIBUTES_OF_LINE = re.compile(r"(?<=\S)[ \t]+\{:?[ \t]*[.#][^{}\n]*\}[ \t]*$", re.MULTILINE)
_ATTRIBUTES_OF_BLOCK = re.compile(r"\n[ \t]*\{:?[^{}\n]*\}[ \t]*$", re.MULTILINE)
_ATTRIBUTES_WITHIN = re.compile(r"(?<=[\])*_>x])\{:?[ \t]*[.#a-zA-Z][^{}\n]*\}")
_IMAGE_BY_REFERENCE = re.compile(r"(?<!\\)!(?=\[[^\[\]\n]*\](?!\())")
_BLANK_LINES = re.compile(r"(?:[ \t]*\n)+")


@dataclass(frozen=True)
class Place:
    """Where a page stands.

    Attributes:
        path: Its file in the tree of generated Markdown, from which its Markdown links lead.
        url: Its absolute address, from which links in its HTML lead.
        site_url: Absolute address of the site, ending in ``/``.
    """

    path: str
    url: str
    site_url: str

    def of_file(self, target: str) -> str | None:
        """Where a link in the page's Markdown leads.

        Args:
            target: Its target, as written.

        Returns:
            An absolute address; empty for one that must not be followed; ``None`` for one to leave as it is.
        """
        found = self._of_any(target)
        if found is not None:
            return None if found else ""
        path, mark, fragment = target.partition("#")
        if not path:
            return self.url + target
        if path.startswith("/"):
            return self.site_url + target.lstrip("/")
        path, question, query = path.partition("?")
        inside = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), path))
        if inside.startswith(".."):
            return ""
        address = page_address(inside).lstrip("/").removesuffix(COPIED) if inside != "." else ""
        slash = "/" if path.endswith("/") and address and not address.endswith("/") else ""
        return f"{self.site_url}{address}{slash}{question}{query}{mark}{fragment}"

    def of_url(self, target: str) -> str | None:
        """Where a link in the page's HTML leads.

        Args:
            target: Its target, as written.

        Returns:
            An absolute address, or ``None`` for one that must not be followed.
        """
        found = self._of_any(target)
        return (found if found is not None else urljoin(self.url, target)) or None

    def _of_any(self, target: str) -> str | None:
        """The target itself where it leaves the site, empty where it is not safe, ``None`` where it stays."""
        # Readers resolve references and drop white space before they look at the scheme (WHATWG URL, 4.4).
        read = _CONTROLS.sub("", html.unescape(target))
        scheme = _SCHEME.match(read)
        if scheme:
            return target if scheme[1].lower() in _SAFE_SCHEMES else ""
        return target if read.startswith(("//", "\\")) else None


@dataclass
class _Cuts:
    """Pieces of a text with what comes in their place; a piece within another one goes with it."""

    text: str
    pieces: list[tuple[int, int, str]] = field(default_factory=list)

    def put(self, start: int, end: int, replacement: str = "") -> None:
        self.pieces.append((start, end, replacement))

    def put_block(self, start: int, end: int, replacement: str = "") -> None:
        """Put blocks, or nothing, in place of whole lines and of the blank lines around them."""
        while start and self.text[start - 1] in " \t\n":
            start -= 1
        blank = _BLANK_LINES.match(self.text, end)
        end = blank.end() if blank else end
        self.put(start, end, f"\n\n{replacement}\n\n" if replacement else "\n\n")

    def applied(self) -> str:
        made, done, gap = [], 0, False
        for start, end, replacement in sorted(self.pieces, key=lambda it: (it[0], -it[1])):
            if end <= done:
                continue
            if start > done:
                made.append(self.text[done:start])
                gap = False
            # One gap is enough between neighbours.
            piece = replacement.lstrip("\n") if gap else replacement
            made.append(piece)
            gap = piece.endswith("\n\n") or (gap and not piece)
            done = end
        return "".join([*made, self.text[done:]])


def portable(markdown: str, place: Place, inserts: Mapping[str, str] | None = None) -> str:
    """Write a page's Markdown for any reader.

    Args:
        markdown: The Markdown of a page.
        place: Where the page stands.
        inserts: HTML by the name of the mark (``data-insert``) that it replaces on the page.

    Returns:
        CommonMark with tables and definition lists and absolute links.
    """
    cuts = _Cuts(markdown)
    bare = without_code(markdown)
    if "{" in markdown:
        _cut_attributes(cuts, bare)
    if "](" in markdown or "]:" in markdown:
        _point_links(cuts, bare, place)
    if "<!--" in markdown:
        _cut_comments(cuts, bare)
    if "<" in bare:
        _cut_tags(cuts, bare, place, inserts or {})
    return cuts.applied().strip()


def _cut_attributes(cuts: _Cuts, bare: str) -> None:
    for pattern in (_ATTRIBUTES_OF_LINE, _ATTRIBUTES_OF_BLOCK, _ATTRIBUTES_WITHIN):
        for match in pattern.finditer(bare):
            # In place of code stand letters, so the sign itself is looked up.
            before = cuts.text[match.start() - 1 : match.start()]
            if pattern is not _ATTRIBUTES_WITHIN or bare[match.start() - 1] != "x" or before == "`":
                cuts.put(*match.span())


def _point_links(cuts: _Cuts, bare: str, place: Place) -> None:
    for link in links(cuts.text):
        address = place.of_file(link.target)
        if not (address or "").startswith(place.site_url) and _is_image(bare, link.start):
            address = ""  # images from elsewhere are not loaded on the page either
        if address is not None:
            enclosed = cuts.text[link.start - 1] == "<"
            cuts.put(link.start, link.end, address or ("" if enclosed else "<>"))
    for match in _IMAGE_BY_REFERENCE.finditer(bare):
        cuts.put(match.start(), match.end())  # a link instead: what it would load is defined elsewhere


def _is_image(bare: str, start: int) -> bool:
    """Whether the brackets before a link's target are those of an image."""
    place = bare.rfind("](", 0, start)
    depth = 0
    for at in range(place, max(-1, place - 2000), -1):
        depth += {"]": 1, "[": -1}.get(bare[at], 0)
        if depth == 0:
            return at > 0 and bare[at - 1] == "!"
    return False


def _cut_comments(cuts: _Cuts, bare: str) -> None:
    """Comments are blank in the bare text, as code is, but stand in the text without code blocks."""
    text = without_code_blocks(cuts.text)
    place = text.find("<!--")
    while place >= 0:
        end = text.find("-->", place)
        end = len(text) if end < 0 else end + 3
        if not bare[place:end].strip():
            _drop(cuts, place, end)
        place = text.find("<!--", end if not bare[place:end].strip() else place + 4)


def _cut_tags(cuts: _Cuts, bare: str, place: Place, inserts: Mapping[str, str]) -> None:
    tags = {match.start(): match for match in _TAG.finditer(bare)}
    # Where each element of a name ends, found once for all.
    ends = dict(_ends(tags.values()))
    done = block = 0  # where the last piece ended, and the last one that is a block
    for match in re.finditer(r"<(?=[A-Za-z/!?])", bare):
        start = match.start()
        if start < done:
            continue
        tag = tags.get(start)
        if tag is None:
            if not _AUTOLINK.match(bare, start):
                cuts.put(start, start + 1, "&lt;")
            continue
        name, values = tag[2].lower(), _attributes(cuts.text[tag.start(3) : tag.end(3)])
        end = ends.get(start)
        if name in _GONE_WITH_CONTENT and end:
            done = end
            _drop(cuts, start, end)
        elif "data-insert" in values and end:
            done = block = end
            cuts.put_block(start, end, _insert(inserts.get(values["data-insert"], ""), place))
        elif name in _RAW_BLOCKS and "markdown" not in values and end and _begins_line(bare, start, block):
            done = block = end
            cuts.put_block(start, end, html_markdown(cuts.text[start:end], place.of_url))
        else:
            done = _cut_inline(cuts, tag, values, end, place)


def _begins_line(bare: str, start: int, block: int = 0) -> bool:
    """Whether nothing stands before a place on its line, or a block that ends there."""
    return not bare[max(bare.rfind("\n", 0, start) + 1, block) : start].strip()


def _cut_inline(cuts: _Cuts, tag: re.Match[str], values: Mapping[str, str], end: int | None, place: Place) -> int:
    """Put Markdown, or a bare element, in place of a tag; where the next one can begin."""
    name, closing = tag[2].lower(), tag[1]
    if name == "img" or (name == "a" and not closing and end):
        last = end or tag.end()
        cuts.put(tag.start(), last, html_markdown(cuts.text[tag.start() : last], place.of_url))
        return last
    if name == "summary":
        cuts.put(tag.start(), tag.end(), "**\n\n" if closing else "**")
    elif name in _BARE:
        cuts.put(tag.start(), tag.end(), f"<{closing}{name}>")
    else:
        _drop(cuts, tag.start(), tag.end())
    return tag.end()


def _drop(cuts: _Cuts, start: int, end: int) -> None:
    """Leave a piece out, and its lines with it where it fills them."""
    after = cuts.text.find("\n", end)
    alone = _begins_line(cuts.text, start) and not cuts.text[end : after if after >= 0 else None].strip()
    (cuts.put_block if alone else cuts.put)(start, end)


def _insert(made: str, place: Place) -> str:
    """What an insert says; a tool that is worked with says nothing in a text."""
    return "" if _CONTROL.search(made) else html_markdown(made, place.of_url)


def _ends(tags: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """The start of each element that is closed, and the place after its end."""
    waiting: dict[str, list[int]] = {}
    for tag in tags:
        name = tag[2].lower()
        if not tag[1]:
            waiting.setdefault(name, []).append(tag.start())
        elif waiting.get(name):
            yield waiting[name].pop(), tag.end()


def _attributes(text: str) -> dict[str, str]:
    return {
        match[1].lower(): html.unescape(next((value for value in match.groups()[1:] if value is not None), ""))
        for match in _ATTRIBUTE.finditer(text)
    }
