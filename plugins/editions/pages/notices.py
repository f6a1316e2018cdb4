"""The notices of a work, ready to paste."""

from __future__ import annotations

from html import escape

from editions.attribution.forms import paste_forms
from editions.attribution.parts import Notice

_KINDS = (("Reuse without changes", False), ("Adaptation", True))


def notice_kinds(notice: Notice) -> tuple[tuple[str, bool], ...]:
    """For what a work has notices: the name of each use, and whether it is an adaptation."""
    return _KINDS[: 2 if notice.allows_adaptations else 1]


def notices_html(notice: Notice) -> str:
    """A work's notices, ready to paste.

    Returns:
        HTML: for reuse as is and for adaptations, each as plain text, HTML and Markdown.
    """
    return "".join(_group(title, notice, adapted=adapted) for title, adapted in notice_kinds(notice))


def _group(title: str, notice: Notice, *, adapted: bool) -> str:
    forms = "".join(_form(f"{title}, {it.label}", it.label, it.text) for it in paste_forms(notice, adapted=adapted))
    return f'<div class="notices-for"><p class="notices-title">{title}</p>{forms}</div>'


def _form(name: str, label: str, text: str) -> str:
    return (
        f'<p class="notice-label">{label}</p>'
        f'<pre class="notice-text" data-copy="{escape(name)}"><code>{escape(text)}</code></pre>'
    )
