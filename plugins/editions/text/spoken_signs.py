"""Signs that are shown to the eye as characters, and named for who hears the page."""

from __future__ import annotations

from html import escape

from editions.words.messages import in_context
from editions.words.phrasebook import Phrasebook

_DONE = in_context("state of a task", "done")
_OPEN = in_context("state of a task", "open")


def task_box(words: Phrasebook, *, done: bool) -> str:
    """The box of a task."""
    sign, name = ("☑", _DONE) if done else ("☐", _OPEN)
    return f'<span class="task-box" role="img" aria-label="{escape(words.text(name))}">{sign}</span>'


def way_back(words: Phrasebook, mark: str, again: int) -> str:
    """The link from a note to where the text refers to it.

    Args:
        mark: The anchor there, as HTML.
        again: How many references to the note come before.
    """
    label = words.text("Back to the text, {number}", number=again + 1) if again else words.text("Back to the text")
    link = f'<a class="footnote-backref" href="#{mark}" role="doc-backlink" aria-label="{escape(label)}">↩</a>'
    return f" {link}"
