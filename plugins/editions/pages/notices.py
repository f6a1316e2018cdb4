"""The notices of a work, ready to paste."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from editions.attribution.forms import paste_forms
from editions.attribution.parts import Notice
from editions.words.messages import message
from editions.words.phrasebook import Phrasebook

_KINDS = ((message("Reuse without changes"), False), (message("Adaptation"), True))


def notice_kinds(notice: Notice, words: Phrasebook) -> Iterator[tuple[str, bool]]:
    """For what a work has notices: the name of each use, and whether it is an adaptation."""
    for name, adapted in _KINDS[: 2 if notice.allows_adaptations else 1]:
        yield words.text(name), adapted


def notices_html(notice: Notice, words: Phrasebook) -> str:
    """A work's notices, ready to paste.

    Returns:
        HTML: for reuse as is and for adaptations, each as plain text, HTML and Markdown.
    """
    return "".join(_group(title, notice, words, adapted=adapted) for title, adapted in notice_kinds(notice, words))


def _group(title: str, notice: Notice, words: Phrasebook, *, adapted: bool) -> str:
    written = paste_forms(notice, words, adapted=adapted)
    forms = "".join(_form(f"{title}, {it.label}", it.label, it.text) for it in written)
    return f'<div class="notices-for"><p class="notices-title">{escape(title)}</p>{forms}</div>'


def _form(name: str, label: str, text: str) -> str:
    return (
        f'<p class="notice-label">{label}</p>'
        f'<pre class="notice-text" data-copy="{escape(name)}"><code>{escape(text)}</code></pre>'
    )
