"""Redlines as HTML: in one text, and side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Literal

from editions.comparison import Operation, Wording

# The words stand for those who hear the page or see no colour; the style sheet takes them out of sight and of copies.
_LABEL = '<span class="redline-label">[{}] </span>'
_FORMS: dict[Operation, str] = {
    "equal": "{}",
    "delete": f"<del>{_LABEL.format('deleted')}{{}}</del>",
    "insert": f"<ins>{_LABEL.format('inserted')}{{}}</ins>",
}
_BREAK = re.compile(r"(?<![ \t])[ \t]*(?:\n[ \t]*)+")
# What begins a line of its own in Markdown: a list item, a quotation, a table row, a heading, a fence, indented code.
_BLOCK = re.compile(r"(?:[-*+>|]|#{1,6}|\d{1,9}[.)])[ \t]|\||`{3}|~{3}")
_FENCE = re.compile(r"`{3}|~{3}")

# Pieces of text hold no line feed, so these are never taken for one.
_LINE, _PARAGRAPH = "\n", "\n\n"


def redline_html(wording: Wording) -> str:
    """A redline in one text.

    Args:
        wording: The redline of a Markdown text; its marks are shown, not obeyed, so that a change of them is seen.

    Returns:
        ``<p>`` elements on one line with ``<del>`` and ``<ins>``, labelled in words; every part of the texts is
        escaped. Lines break where a paragraph, a list item or the like begins, as Markdown would break them.
    """
    paragraphs = [""]
    for piece in _pieces(wording):
        if piece == _PARAGRAPH:
            paragraphs.append("")
        else:
            paragraphs[-1] += "<br>" if piece == _LINE else piece
    return "".join(f"<p>{paragraph.strip()}</p>" for paragraph in paragraphs if paragraph.strip())


def redline_side(wording: Wording, side: Literal["old", "new"]) -> str:
    """One side of a redline.

    Args:
        wording: The redline.
        side: ``old`` or ``new``.

    Returns:
        HTML of that side's text, with what is not in the other marked.
    """
    dropped = "insert" if side == "old" else "delete"
    return redline_html(tuple(part for part in wording if part[0] != dropped))


def redline_line(wording: Wording) -> str:
    """A redline of a text of one line, such as a title.

    Args:
        wording: The redline.

    Returns:
        HTML for the inside of an element, as ``redline_html`` makes it.
    """
    return "".join(" " if piece in (_LINE, _PARAGRAPH) else piece for piece in _pieces(wording))


def is_changed(wording: Wording) -> bool:
    """Whether a redline has anything to show.

    Args:
        wording: The redline.

    Returns:
        Whether any part of it differs.
    """
    return any(operation != "equal" for operation, _ in wording)


def is_two_sided(wording: Wording) -> bool:
    """Whether a redline has a text on either side.

    Args:
        wording: The redline.

    Returns:
        False for what was added or withdrawn whole.
    """
    operations = {operation for operation, text in wording if text.strip()}
    return bool(operations - {"insert"}) and bool(operations - {"delete"})


def _pieces(wording: Wording) -> Iterator[str]:
    """Marked pieces of text, and what breaks between them."""
    whole = "".join(text for _, text in wording)
    fenced = _FENCE.search(whole) is not None
    place = 0
    for operation, text in wording:
        start = 0
        for found in _BREAK.finditer(text):
            yield from _marked(operation, text[start : found.start()])
            after = place + found.end()
            yield _break(found[0], whole[after : after + 12], fenced)
            start = found.end()
        yield from _marked(operation, text[start:])
        place += len(text)


def _break(white: str, following: str, fenced: bool) -> str:
    if white.count("\n") > 1:
        return _PARAGRAPH
    hard = white.startswith("  ") or white.endswith("    ")
    return _LINE if fenced or hard or _BLOCK.match(following) else " "


def _marked(operation: Operation, text: str) -> Iterator[str]:
    """A piece with its marks close to the words, white space outside of them."""
    words = text.strip()
    if not words:
        if text and operation != "delete":
            yield " "
        return
    before = " " if text[0].isspace() else ""
    after = " " if text[-1].isspace() else ""
    yield f"{before}{_FORMS[operation].format(escape(words, quote=False))}{after}"
