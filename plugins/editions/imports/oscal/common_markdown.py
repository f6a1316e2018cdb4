"""CommonMark, which OSCAL's prose is written in, as the Markdown of the site.

The site's reader nests a list only below four blanks and begins one only after an empty line, and its pages drop
elements of HTML that they do not know with the words within. Both are made here so that a reader sees what a reader of
CommonMark sees (https://spec.commonmark.org/0.31.2/#list-items).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from editions.pages.sanitised import ELEMENTS
from editions.source.markdown_links import links, without_code

_TAG = re.compile(r"<(?P<name>/?[A-Za-z][^\s/>]*|!==|[/!?])")
_ADDRESS = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>")
_MARKER = re.compile(r"(?P<mark>[-+*]|(?P<number>[0-9]{1,9})[.)])(?P<space> {1,4}(?=\S)| (?= )|$)")
_RULE = re.compile(r"([-*_])(?: *\1){2,} *")
_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*")
_TABLE = re.compile(r"\|? *:?-+:? *(?:\| *:?-+:? *)+\|?")
_INDENT = 4


def with_visible_tags(markdown: str, note: Callable[[str], None]) -> str:
    """Write out the tags that no page can show.

    Args:
        markdown: A text.
        note: Takes the name of each element that is written out.

    Returns:
        The text, in which tags of other elements, comments and declarations are words.
    """
    if "<" not in markdown:
        return markdown
    pieces, place = [], 0
    clean = without_code(markdown.replace("<!--", "<!=="))
    targets = {link.start - 1 for link in links(markdown)}
    for match in _TAG.finditer(clean):
        name = match["name"].removeprefix("/").lower() or "/"
        if name in ELEMENTS or match.start() in targets or _ADDRESS.match(clean, match.start()):
            continue
        note("comment" if name == "!==" else name[:40])
        pieces += [markdown[place : match.start()], "&lt;"]
        place = match.start() + 1
    return "".join([*pieces, markdown[place:]])


def with_site_lists(markdown: str) -> str:
    """Indent lists as the site's reader asks for, and begin lists and tables after an empty line.

    Args:
        markdown: A text in CommonMark.

    Returns:
        The text with the same lists, items, tables and code.
    """
    lists = _Lists()
    for line, following in pairwise([*markdown.split("\n"), ""]):
        lists.add(line, following)
    return "\n".join(lists.lines)


class _Lists:
    """Writes lines, with the items of lists that are open at each."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._columns: list[int] = []  # where the content of each open item begins in CommonMark
        self._fence = ""
        self._blank_in_item = False
        self._blank_in_list = False

    def add(self, line: str, following: str) -> None:
        text = line.lstrip(" \t")
        indent = len(line[: len(line) - len(text)].expandtabs(_INDENT))
        if self._fence:
            if text.startswith(self._fence) and not text.strip(f"{self._fence[0]} "):
                self._fence = ""
            self._write(text, self._inside(indent))
        elif text:
            self._add_text(text, indent, following)
        else:
            self._blank_in_item = self._blank_in_list = True
            self.lines.append("")

    def _add_text(self, text: str, indent: int, following: str) -> None:
        after_blank = not self.lines or not self.lines[-1]
        marker = None if _RULE.fullmatch(text) else _MARKER.match(text)
        fence = _FENCE.fullmatch(text)
        ended = self._end_items(indent) if after_blank or marker or fence or text[0] in "#>" else 0
        begins = indent - (self._columns[-1] if self._columns else 0) < _INDENT
        if marker and begins and (after_blank or ended or _interrupts(marker)):
            apart = self._blank_in_list if ended > 1 else not ended and (self._blank_in_item or not self._columns)
            if apart and not after_blank:
                self.lines.append("")
            mark = f"{marker['number']}." if marker["number"] else marker["mark"]
            self._write(f"{mark} {text[marker.end() :]}".rstrip(), 0)
            self._blank_in_item = False
            self._blank_in_list = self._blank_in_list and bool(self._columns or ended)
            self._columns.append(indent + len(marker["mark"]) + max(1, len(marker["space"])))
            return
        if fence and begins:
            self._fence = fence[1]
        elif self._is_table(text, following) and not after_blank and "|" not in self.lines[-1]:
            self.lines.append("")
        self._write(text, self._inside(indent) if after_blank or self._fence or not self._columns else 0)

    def _is_table(self, text: str, following: str) -> bool:
        return not self._columns and "|" in text and _TABLE.fullmatch(following.strip()) is not None

    def _end_items(self, indent: int) -> int:
        """End the items that a line stands outside of, and count them."""
        count = len(self._columns)
        while self._columns and indent < self._columns[-1]:
            self._columns.pop()
        return count - len(self._columns)

    def _inside(self, indent: int) -> int:
        return max(0, indent - (self._columns[-1] if self._columns else 0))

    def _write(self, text: str, indent: int) -> None:
        # Fewer blanks than begin code mean nothing in an item, and would be too many for the site's reader.
        inside = indent if indent >= _INDENT or not self._columns or self._fence else 0
        self.lines.append(f"{' ' * (_INDENT * len(self._columns) + inside)}{text}" if text else "")


def _interrupts(marker: re.Match[str]) -> bool:
    """Whether a list may begin below a line of text (CommonMark 0.31 §5.3)."""
    return marker["number"] in (None, "1") and bool(marker["space"])
