"""Directives: HTML comments in an article that ask for text from the standard's own data.

``<!-- editions:criteria 1.1 -->``, alone on its line, stands for the criteria of an edition, in the domains that the
article relates to. Any other Markdown tool shows nothing in its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from editions.source.markdown_code import without_code_blocks

_NAME = re.compile(r"editions:([a-z-]*)")


@dataclass(frozen=True)
class Directive:
    """A directive in a text.

    Attributes:
        name: What it asks for.
        argument: The rest of it.
        start: Place of its first character in the text.
        end: Place after its last character.
        line: Line of the text, from 1.
    """

    name: str
    argument: str
    start: int
    end: int
    line: int


def directives(markdown: str) -> list[Directive]:
    """Find the directives of a text.

    Args:
        markdown: The text.

    Returns:
        Directives in order; what stands in a code block is none.
    """
    if "editions:" not in markdown:
        return []
    found: list[Directive] = []
    place = 0
    for number, line in enumerate(without_code_blocks(markdown).split("\n"), start=1):
        inside = line.strip(" \t")
        content = inside[4:-3].strip(" \t")
        name = _NAME.match(content)
        if inside.startswith("<!--") and inside.endswith("-->") and "-->" not in inside[4:-3] and name:
            argument = content[name.end() :].strip(" \t")
            found.append(Directive(name[1], argument, place, place + len(line), number))
        place += len(line) + 1
    return found
