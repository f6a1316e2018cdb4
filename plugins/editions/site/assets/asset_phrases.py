"""Phrases in scripts and style sheets, which the build puts into the language of the site.

A browser gets them as they are to be shown, without a catalogue. In a script they are the literals of ``_("…")`` and
``counted(["…", "…"], n)``; in a sheet, strings behind the comment ``/* _ */``, in which a context may follow the sign.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from editions.words.catalogues import SOURCE
from editions.words.messages import in_context
from editions.words.phrasebook import ENGLISH, Phrasebook

_STRING = r'"((?:[^"\\\n]|\\.)*)"'
_TEXT = re.compile(rf"(?<![\w.])_\({_STRING}")
_COUNTED = re.compile(rf"\bcounted\(\[{_STRING}, {_STRING}\]")
_IN_SHEET = re.compile(rf"/\* _(?: ([^*]+))? \*/ ?{_STRING}")
# What theme/assets/editions/editions.js has of English.
_LOCALE, _PLURAL_RULE = json.dumps(ENGLISH.locale), "Number(n != 1)"


def phrases_in(text: str) -> Iterator[tuple[str, ...]]:
    """Find the phrases of a script or style sheet.

    Yields:
        A phrase, possibly in a context; of one that counts, its English forms.
    """
    yield from ((_read(found[1]),) for found in _TEXT.finditer(text))
    yield from ((_read(found[1]), _read(found[2])) for found in _COUNTED.finditer(text))
    yield from ((_of_sheet(found),) for found in _IN_SHEET.finditer(text))


def put_into(words: Phrasebook, text: str) -> str:
    """Put the phrases of a script or style sheet into a language.

    Args:
        words: The language.
    """
    if words.language == SOURCE:
        return text
    text = _TEXT.sub(lambda found: f"_({_quoted(words.text(_read(found[1])))}", text)
    text = _COUNTED.sub(lambda found: f"counted({_quoted(words.forms(_read(found[1]), _read(found[2])))}", text)
    text = _IN_SHEET.sub(lambda found: _quoted(words.text(_of_sheet(found))), text)
    return text.replace(_LOCALE, json.dumps(words.locale)).replace(_PLURAL_RULE, f"Number({words.plural_rule})")


def _of_sheet(found: re.Match[str]) -> str:
    return in_context(found[1], _read(found[2])) if found[1] else _read(found[2])


def _read(literal: str) -> str:
    return str(json.loads(f'"{literal}"'))


def _quoted(said: str | tuple[str, ...]) -> str:
    return json.dumps(said, ensure_ascii=False)
