"""Formulas of pages under ``docs/`` as MathML, for which browsers need no script.

A page is sanitised between the two steps: its own MathML, which could cover the page, is left out.
"""

from __future__ import annotations

import re
from html import unescape

from editions.text.mathematics import formula_html

# Of the private use area of Unicode, where no sign has a meaning.
_LINE, _BLOCK, _END = "\ue000", "\ue001", "\ue002"
_MARKED = re.compile(f"([{_LINE}{_BLOCK}])([^<{_END}]*){_END}")


def marked_formula(tex: str, *, block: bool) -> str:
    """Mark the source of a formula as one.

    Args:
        tex: The source.
        block: Whether it is set on lines of its own.

    Returns:
        A text that is safe in HTML once it is escaped.
    """
    return f"{_BLOCK if block else _LINE}{tex.strip()}{_END}"


def with_formulas(html: str) -> str:
    """Write the marked formulas of a sanitised page as those of texts; one that cannot be MathML as its source."""
    return _MARKED.sub(lambda it: formula_html(unescape(it[2]), block=it[1] == _BLOCK), html)


def with_sources(html: str) -> str:
    """Write the marked formulas of a sanitised page as their sources."""
    return _MARKED.sub(r"\2", html)
