"""Redlines as HTML: inline, and side by side."""

from __future__ import annotations

from html import escape

from editions.comparison import Wording


# The words stand for those who hear the page or see no colour; the style sheet takes them out of sight and of copies.
_LABEL = '<span class="redline-label">[{}] </span>'
_FORMS = {
    "equal": "{}",
    "delete": f"<del>{_LABEL.format('deleted')}{{}}</del>",
    "insert": f"<ins>{_LABEL.format('inserted')}{{}}</ins>",
}


def redline_inline(wording: Wording) -> str:
    """A redline in one text.

    Args:
        wording: The redline.

    Returns:
        HTML with ``<del>`` and ``<ins>``, labelled in words; every part of the texts is escaped.
    """
    return "".join(_FORMS[operation].format(escape(text, quote=False)) for operation, text in wording)


def redline_side(wording: Wording, side: str) -> str:
    """One side of a redline.

    Args:
        wording: The redline.
        side: ``old`` or ``new``.

    Returns:
        HTML of that side's text, with what is not in the other marked.
    """
    dropped = "insert" if side == "old" else "delete"
    return redline_inline(tuple(part for part in wording if part[0] != dropped))


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
