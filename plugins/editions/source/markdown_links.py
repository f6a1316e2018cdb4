"""Links and headings in Markdown, with their places.

The scan is linear in the length of the text, whatever the text holds: it blanks out code and comments, then looks for
inline links, reference definitions and headings. Python-Markdown itself gives no positions.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markdown.extensions.toc import slugify, unique

_FENCE = re.compile(r"[ \t]*(?:>[ \t]*)*(`{3,}|~{3,})")
_BACKTICKS = re.compile(r"`+")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_INLINE = re.compile(r"(?<!\\)\]\([ \t]*(?:<([^<>\n]*)>|((?:[^\s()<>]|\([^\s()<>]*\))+))")
_DEFINITION = re.compile(r"^[ \t]{0,3}\[(?!\^)[^\]\n]+\]:[ \t]*(?:<([^<>\n]*)>|(\S+))", re.MULTILINE)
_ATX_HEADING = re.compile(r"^(#{1,6})[ \t]*([^#\n].*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_UNDERLINED_HEADING = re.compile(r"^([^\s>#=*+-].*)\n(?:=+|-+)[ \t]*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"[ \t]*\{:?([^{}\n]*)\}[ \t]*$")
_HTML_ANCHOR = re.compile(r"<[a-zA-Z][^<>]{0,500}?\s(?:id|name)=[\"']([^\"'<>\s]+)[\"']")
_MARKUP = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)|<[^<>]*>|[*`]|(?<!\w)_|_(?!\w)")


@dataclass(frozen=True)
class MarkdownLink:
    """A link or image in a Markdown text.

    Attributes:
        target: Where it points, as written.
        start: Place of the target's first character in the text.
        end: Place after its last character.
        line: Line of the text, from 1.
    """

    target: str
    start: int
    end: int
    line: int


def links(markdown: str) -> list[MarkdownLink]:
    """Find the links and images of a text.

    Args:
        markdown: The text.

    Returns:
        Inline links, images and reference definitions in order; what stands in code or comments is no link.
    """
    if "](" not in markdown and "]:" not in markdown:
        return []
    text = without_code(markdown)
    found = []
    for pattern in (_INLINE, _DEFINITION):
        for match in pattern.finditer(text):
            group = 1 if match[1] is not None else 2
            found.append((match.start(group), match.end(group)))
    found.sort()
    result, line, place = [], 1, 0
    for start, end in found:
        line += text.count("\n", place, start)
        place = start
        result.append(MarkdownLink(markdown[start:end], start, end, line))
    return result


def replace_links(markdown: str, replacement: Callable[[str], str | None]) -> str:
    """Point links elsewhere.

    Args:
        markdown: The text.
        replacement: Gives the new target for a target, or ``None`` to leave it.

    Returns:
        The text with new targets.
    """
    pieces, place = [], 0
    for link in links(markdown):
        target = replacement(link.target)
        if target is not None:
            pieces += [markdown[place : link.start], target]
            place = link.end
    return "".join([*pieces, markdown[place:]]) if pieces else markdown


def anchors(markdown: str) -> set[str]:
    """The anchors that a text offers: its headings' slugs and explicit ids.

    Args:
        markdown: The text.

    Returns:
        Anchors as Python-Markdown's ``toc`` and ``attr_list`` extensions make them.
    """
    text = without_code(markdown)
    found: set[str] = {match[1] for match in _HTML_ANCHOR.finditer(text)}
    headings = [(match.start(), match[2]) for match in _ATX_HEADING.finditer(text)]
    headings += [(match.start(), match[1]) for match in _UNDERLINED_HEADING.finditer(text)]
    for start, blanked in sorted(headings):
        heading = (
            markdown[start:].split("\n", 1)[0].lstrip("#").strip().rstrip("#").strip() if "  " in blanked else blanked
        )
        attributes = _ATTRIBUTES.search(heading)
        explicit = [word[1:] for word in attributes[1].split() if word.startswith("#")] if attributes else []
        if attributes:
            heading = heading[: attributes.start()]
        if explicit:
            found.add(explicit[-1])
        else:
            found.add(unique(slugify(_MARKUP.sub(lambda match: match[1] or "", heading), "-"), set(found)))
    return found


def without_code(markdown: str) -> str:
    """The text with code and comments blanked out, every place kept.

    Args:
        markdown: The text.

    Returns:
        A text of the same length and lines.
    """
    text = _without_fences(markdown) if "```" in markdown or "~~~" in markdown else markdown
    if "`" in text:
        text = _without_code_spans(text)
    if "<!--" in text:
        text = _COMMENT.sub(lambda match: _blank(match[0]), text)
    return text


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _without_fences(markdown: str) -> str:
    lines, fence = markdown.split("\n"), ""
    for number, line in enumerate(lines):
        match = _FENCE.match(line)
        if fence:
            closes = match is not None and match[1][0] == fence[0] and len(match[1]) >= len(fence)
            lines[number] = _blank(line)
            if closes:
                fence = ""
        elif match is not None:
            fence = match[1]
            lines[number] = _blank(line)
    return "\n".join(lines)


def _without_code_spans(text: str) -> str:
    runs = [(match.start(), match.end()) for match in _BACKTICKS.finditer(text)]
    waiting: defaultdict[int, list[int]] = defaultdict(list)
    for place in range(len(runs) - 1, -1, -1):
        waiting[runs[place][1] - runs[place][0]].append(place)
    pieces, done, place = [], 0, 0
    for start, end in _spans(runs, waiting):
        place = start
        pieces += [text[done:place], _blank(text[start:end])]
        done = end
    return "".join([*pieces, text[done:]])


def _spans(runs: list[tuple[int, int]], waiting: defaultdict[int, list[int]]) -> Iterator[tuple[int, int]]:
    """Pair each run of backticks with the next run of the same length (CommonMark 0.31 §6.1)."""
    place = 0
    while place < len(runs):
        start, end = runs[place]
        same = waiting[end - start]
        while same and same[-1] <= place:
            same.pop()
        if same:
            closing = same[-1]
            yield start, runs[closing][1]
            place = closing + 1
        else:
            place += 1
