"""The site's navigation: small, and made from the documents."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Any

from editions.pages.document import Document
from editions.words.messages import message
from editions.words.phrasebook import ENGLISH, Phrasebook

_SECTIONS = {"standard/": message("Standard"), "insights/": message("Insights")}


def navigation(stated: Sequence[Any] | None, documents: Sequence[Document], words: Phrasebook = ENGLISH) -> list[Any]:
    """Make the navigation.

    Args:
        stated: ``nav`` of the configuration file, in which the entries ``standard/`` and ``insights/`` stand for
            the pages of the standard and of the insights; nothing if there is none, or an empty one.
        words: The language of the site.

    Returns:
        A navigation in MkDocs' form.
    """
    if not stated:
        listed = [document for document in documents if document.in_navigation]
        own = [document for document in listed if not document.path.startswith(tuple(_SECTIONS))]
        home = [document.path for document in own if document.address == "/"]
        others = [{_escaped(document.title): document.path} for document in own if document.address != "/"]
        return [
            *({_escaped(words.text("Home")): path} for path in home),
            *_section("standard/", None, documents, words),
            *_section("insights/", None, documents, words),
            *others,
        ]
    return [expanded for entry in stated for expanded in _entry(entry, documents, words)]


def _entry(entry: Any, documents: Sequence[Document], words: Phrasebook) -> list[Any]:
    if isinstance(entry, str) and entry in _SECTIONS:
        return _section(entry, None, documents, words)
    if isinstance(entry, dict):
        made: dict[str, Any] = {}
        for title, value in entry.items():
            if isinstance(value, str) and value in _SECTIONS:
                made.update(*_section(value, title, documents, words))
            elif isinstance(value, list):
                made[title] = [expanded for inner in value for expanded in _entry(inner, documents, words)]
            else:
                made[title] = value
        return [made] if made else []
    return [entry]


def _section(folder: str, title: str | None, documents: Sequence[Document], words: Phrasebook) -> list[dict[str, Any]]:
    entries: list[Any] = []
    for document in documents:
        if not document.in_navigation or not document.path.startswith(folder):
            continue
        overview = document.path == f"{folder}index.md"
        entries.append(document.path if overview else {_escaped(document.title): document.path})
    return (
        [{title or _escaped(words.text(_SECTIONS[folder])): entries}] if entries else []
    )  # a standard may have no articles yet


def _escaped(title: str) -> str:
    """A title as templates print it: MkDocs takes titles for HTML."""
    return html.escape(title, quote=False)
