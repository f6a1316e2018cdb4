"""Catalogues are complete, and say nothing that pages could not show."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages import Message
from babel.messages.pofile import read_po
from phrases import CATALOGUES, PACKAGE, phrases

_PHRASES = {(phrase.id, phrase.context): phrase for phrase in phrases() if phrase.id}
# In a script, a text of several words that readers would see; a selector, an address or a name of a class is none.
_SCRIPTS = sorted(path for path in PACKAGE.rglob("*.js") if "minisearch" not in path.parts)
_SPOKEN = re.compile(r'"[A-Z][^"]* [^"]*"|`[A-Z][^`]* [^`]*`|"[a-z]+ [a-z]+(?: [^"]*)?[.?!]"')


def read(path: Path) -> dict[tuple[object, str | None], Message]:
    """The phrases of a catalogue by what they say in English and their contexts."""
    with path.open("rb") as file:
        return {(it.id, it.context): it for it in read_po(file, locale=path.stem) if it.id}


def places(phrase: str) -> set[str]:
    """The names of the places of a phrase."""
    return {name for _, name, _, _ in Formatter().parse(phrase) if name is not None}


def forms(said: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """Every form of what a phrase says."""
    return (said,) if isinstance(said, str) else tuple(said)


@pytest.fixture(params=sorted(CATALOGUES.glob("*.po")), ids=lambda path: path.stem)
def catalogue(request: pytest.FixtureRequest) -> dict[tuple[object, str | None], Message]:
    return read(request.param)


def test_every_phrase_has_words(catalogue: dict[tuple[object, str | None], Message]) -> None:
    """A catalogue has every phrase and no other, none of them empty or uncertain; `make words` adds what is missing."""
    assert catalogue.keys() == _PHRASES.keys()
    assert not [it.id for it in catalogue.values() if it.fuzzy or not all(forms(it.string))]


def test_places_are_those_of_the_phrase(catalogue: dict[tuple[object, str | None], Message]) -> None:
    """Words have the places of the English phrase; those that count may leave the number out."""
    for message in catalogue.values():
        wanted = set[str]().union(*map(places, forms(message.id)))
        for said in forms(message.string):
            assert wanted - places(said) <= ({"n"} if len(forms(message.id)) > 1 else set()), said
            assert places(said) <= wanted, said


def test_words_are_no_markup(catalogue: dict[tuple[object, str | None], Message]) -> None:
    """Templates and scripts show words as they are, so that they hold nothing that HTML would read."""
    assert not [
        said for it in catalogue.values() for said in (*forms(it.id), *forms(it.string)) if set(said) & set('<>&"')
    ]


def test_scripts_say_phrases_alone() -> None:
    """What a script says is a phrase."""
    left = {}
    for path in _SCRIPTS:
        text = re.sub(r"^\s*//.*$|/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
        text = re.sub(r'(?<![\w.])_\("[^"]*"|\bcounted\(\["[^"]*", "[^"]*"\]|new Error\([^)]*\)', "", text)
        if found := _SPOKEN.findall(text):
            left[path.name] = found
    assert not left
