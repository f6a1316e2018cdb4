"""Directives: HTML comments in an article that ask for text from the standard's own data.

``<!-- editions:criteria 1.1 -->``, alone on its line, stands for the criteria of an edition, in the domains that the
article relates to. Any other Markdown tool shows nothing in its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

DIRECTIVE = re.compile(r"^[ \t]*<!--[ \t]*editions:([a-z-]*)[ \t]*(.*?)[ \t]*-->[ \t]*$", re.MULTILINE)


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
        Directives in order.
    """
    return [
        Directive(match[1], match[2], match.start(), match.end(), markdown.count("\n", 0, match.start()) + 1)
        for match in DIRECTIVE.finditer(markdown)
    ]
