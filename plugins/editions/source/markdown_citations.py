"""Citations in Markdown: ``[@key]``, ``[@key, p. 3]`` and ``[@one; @two, § 4]``, as Pandoc writes them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from editions.source.markdown_code import without_code

# A key: letters, digits and underscores, with single marks of punctuation inside.
_KEY = r"[^\W_]\w*(?:[:./+-]\w+)*"
_ITEM = re.compile(rf"\s*@(?P<key>{_KEY})(?:,\s*(?P<locator>[^;@\[\]]*[^;@\[\]\s]))?\s*")
_BRACKETS = re.compile(r"(?<!\\)(?<!!)\[(?P<inside>@[^\[\]]{0,1000})\]")
_DEFINITION = re.compile(r"^ {0,3}$")


@dataclass(frozen=True)
class CitedItem:
    """One work within a citation.

    Attributes:
        key: Its key.
        locator: Which part of it is meant, such as ``p. 3``; empty if the whole is.
    """

    key: str
    locator: str = ""


@dataclass(frozen=True)
class TextCitation:
    """A citation in a text.

    Attributes:
        start: Place of its opening bracket.
        end: Place after its closing bracket.
        line: Line of the text, from 1.
        items: The works; empty if what stands between the brackets cannot be read.
        written: What is written, brackets included.
    """

    start: int
    end: int
    line: int
    items: tuple[CitedItem, ...]
    written: str


def text_citations(markdown: str) -> list[TextCitation]:
    """Find the citations of a text.

    Args:
        markdown: The text.

    Returns:
        Citations in order. Code and comments hold none, and neither the text of a link nor the name of a link's
        definition is one.
    """
    if "[@" not in markdown:
        return []
    clean = without_code(markdown)
    found, line, place = [], 1, 0
    for match in _BRACKETS.finditer(clean):
        following = clean[match.end() : match.end() + 1]
        line_start = clean.rfind("\n", 0, match.start()) + 1
        if following in ("(", "[") or (following == ":" and _DEFINITION.match(clean[line_start : match.start()])):
            continue
        line += clean.count("\n", place, match.start())
        place = match.start()
        items = _items(match["inside"])
        found.append(TextCitation(match.start(), match.end(), line, items, " ".join(match[0].split())))
    return found


def replace_citations(markdown: str, written: Callable[[TextCitation], str]) -> str:
    """Put something in the place of each citation.

    Args:
        markdown: The text.
        written: What to put in the place of a citation.

    Returns:
        The text.
    """
    pieces, place = [], 0
    for citation in text_citations(markdown):
        pieces += [markdown[place : citation.start], written(citation)]
        place = citation.end
    return "".join([*pieces, markdown[place:]])


def _items(inside: str) -> tuple[CitedItem, ...]:
    items = []
    for part in inside.split(";"):
        match = _ITEM.fullmatch(part)
        if match is None:
            return ()
        items.append(CitedItem(match["key"], " ".join((match["locator"] or "").split())))
    return tuple(items)
