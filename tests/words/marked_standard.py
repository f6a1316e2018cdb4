"""A standard in a language that nobody speaks, so that every other word on its site is one of the engine."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import small_standard

MARK = "zq"
# What has to stay as it is: code, addresses, keys of works, comments and ids.
_KEPT = r"`[^`]*`|https?://\S+|\[@[^\]]*\]|<!--.*?-->|\b[A-Z]\.\d+\b"
_PIECE = re.compile(rf"(?P<kept>{_KEPT})|\]\((?P<path>[^)#]*)#?(?P<anchor>[^)]*)\)|(?P<word>[A-Za-z]+)")
_TEXTS = {"title", "summary", "text", "section", "level", "label", "category", "keywords", "framework"}
_NAMED = {"authors", "publisher"}
LANGUAGE = "eo"
_CONFIGURATION = f"""\
site_name: {MARK}site
site_url: {small_standard.SITE_URL}
repo_url: https://git.example.org/example/assurance
repo_name: {MARK}source
edit_uri: edit/main/
theme:
  name: material
  language: {LANGUAGE}
plugins: [editions/standard, editions/compare, editions/criteria, editions/citations, editions/attribution]
markdown_extensions: [footnotes, pymdownx.tasklist]
"""


def marked(text: str) -> str:
    """Mark every word of a text."""
    return _PIECE.sub(_marked, text)


def _marked(piece: re.Match[str]) -> str:
    if piece["kept"] is not None:
        return piece["kept"]
    if piece["word"] is not None:
        return f"{MARK}{piece['word'].lower()}"
    return f"]({piece['path']}{f'#{MARK}' if piece['anchor'] else ''}{piece['anchor']})"


def write_marked_standard(folder: Path, patch: pytest.MonkeyPatch) -> Path:
    """Write the small standard with every word marked, and with notes, tasks and a picture besides; its folder."""
    write = small_standard.source_file

    def write_marked(front: Mapping[str, Any], body: str = "") -> bytes:
        text = marked(body)
        if front["title"] == "Example Assurance Standard" and "version" in front:
            text += f"\n\n- [x] {MARK}done[^1]\n- [ ] {MARK}open\n\n[^1]: {MARK}note"
        return write(_front(front), text)

    errata = small_standard.ERRATA.decode()
    more = "  - {edition: '1.0', item: A.1, date: 2025-06, what: One more., text: Better.}\n"
    patch.setattr(small_standard, "source_file", write_marked)
    patch.setattr(small_standard, "CONFIGURATION", _CONFIGURATION)
    patch.setattr(small_standard, "ERRATA", _errata(errata.replace("down", f"{MARK}down") + more).encode())
    patch.setattr(small_standard, "B9", marked(small_standard.B9))
    patch.setattr(small_standard, "B9_DRAFT", marked(small_standard.B9_DRAFT))
    written = small_standard.write_release

    def write_release(folder: Path, version: str, date: str, files: dict[str, bytes], previous: Any) -> Any:
        lineage = files.get("lineage.yml", b"").replace(b"The body's own reading", marked("Own reading").encode())
        return written(folder, version, date, {**files, "lineage.yml": lineage} if lineage else files, previous)

    patch.setattr(small_standard, "write_release", write_release)
    return small_standard.write_small_standard(folder)


def _front(front: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _value(key, value) for key, value in front.items()}


def _value(key: str, value: Any) -> Any:
    if key in _TEXTS:
        return [marked(it) for it in value] if isinstance(value, list) else marked(value)
    if key in _NAMED:
        one = value if isinstance(value, dict) else value[0]
        named = {**one, "name": marked(one["name"])}
        return named if isinstance(value, dict) else [named]
    if isinstance(value, dict):
        return _front(value)
    return [_front(it) if isinstance(it, dict) else it for it in value] if isinstance(value, list) else value


def _errata(text: str) -> str:
    return re.sub(r"(what|original|text): ([^,}]*)", lambda found: f"{found[1]}: {marked_once(found[2])}", text)


def marked_once(text: str) -> str:
    """Mark the words of a text that are not marked yet."""
    return re.sub(rf"\b(?!{MARK})[A-Za-z]+", lambda word: f"{MARK}{word[0].lower()}", text)
