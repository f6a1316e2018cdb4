"""Plain text put into Markdown."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"[\\`*_\[\]{}#]")
# What would begin a list, a rule, a definition or an underlined heading at the start of a line.
_OPENING = re.compile(r"^(\d*)([-+:=]|\.(?= |$))")
_ENTITY = re.compile(r"&(?=#?[A-Za-z0-9]+;)")
_MARKS = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])|<[^<>]*>|[*`]|(?<!\w)_|_(?!\w)")
_CODED = str.maketrans({"<": "&lt;", ">": "&gt;", "|": "&#124;", "~": "&#126;", "^": "&#94;"})


def plain(text: str) -> str:
    """Write plain text so that Markdown shows it as it is.

    Args:
        text: Plain text, such as a title from front matter.

    Returns:
        Markdown on one line.
    """
    single = " ".join(text.split())
    safe = _SPECIAL.sub(r"\\\g<0>", _ENTITY.sub("&amp;", single)).translate(_CODED)
    return _OPENING.sub(lambda match: f"{match[1]}&#{ord(match[2])};", safe)


def within(text: str) -> str:
    """Plain text put within a line of Markdown.

    Args:
        text: Plain text, such as a label.

    Returns:
        Markdown that shows it; unlike ``plain`` it may not begin a line, so ``1.`` stays as it is.
    """
    return plain(f"a {text}")[2:]


def code_span(text: str) -> str:
    """Write plain text so that Markdown shows it as code.

    Args:
        text: Plain text, such as the path of a file.

    Returns:
        Markdown on one line.
    """
    single = " ".join(text.split())
    longest = max((len(run) for run in re.findall("`+", single)), default=0)
    space = " " if single[:1] == "`" or single[-1:] == "`" else ""
    return f"{'`' * (longest + 1)}{space}{single}{space}{'`' * (longest + 1)}"


def unmarked(markdown: str) -> str:
    """The words of a Markdown text, for descriptions and other places that show plain text.

    Args:
        markdown: A short text.

    Returns:
        Plain text on one line.
    """
    return " ".join(_MARKS.sub(lambda match: match[1] or "", markdown).split())
