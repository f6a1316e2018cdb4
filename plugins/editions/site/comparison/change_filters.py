"""The filters of a comparison page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from editions.comparison import ASPECTS, LEVELS, RELATIONS, Change, ChangeLevel
from editions.comparison.summary import ASPECT_WORDS, RELATION_WORDS, SIGNIFICANCE_WORDS
from editions.pages.filter_form import Choice, ChoiceGroup, Filtered, filter_form
from editions.words.messages import forms, message
from editions.words.phrasebook import Phrasebook

_LEVEL_WORDS: dict[ChangeLevel, str] = {
    "domain": message("domains"),
    "criterion": message("criteria"),
    "prose": message("prose"),
}


def filters_html(changes: Sequence[Change], words: Phrasebook) -> str:
    """The filters, with how many changes each choice shows.

    Args:
        words: The language.

    Returns:
        HTML of the engine's own words alone: checkboxes named ``relation``, ``aspect``, ``significance`` and
        ``level``, radio buttons named ``view``, a status line and a button that shows everything again.
    """
    relations = Counter[str](change.relation for change in changes)
    aspects = Counter[str](aspect for change in changes for aspect in change.aspects)
    significances = Counter[str](change.significance for change in changes)
    levels = Counter[str](change.level for change in changes)
    views = (
        Choice("inline", words.text("in one text"), checked=True),
        Choice("side", words.text("side by side")),
    )

    def named(names: Mapping[Any, str], values: Iterable[str]) -> list[tuple[str, str]]:
        return [(value, words.text(names[value])) for value in values]

    groups = [
        _group("relation", words.text("What happened"), named(RELATION_WORDS, RELATIONS), relations),
        _group("aspect", words.text("Aspect"), named(ASPECT_WORDS, ASPECTS), aspects),
        # Both stand even where one has no change: that there is none is an answer.
        _group(
            "significance",
            words.text("Significance"),
            named(SIGNIFICANCE_WORDS, SIGNIFICANCE_WORDS),
            significances,
            whole=True,
        ),
        _group("level", words.text("Of what"), named(_LEVEL_WORDS, LEVELS), levels),
        ChoiceGroup("view", words.text("Wording"), views, one=True),
    ]
    filtered = Filtered(
        words.text("Filter the changes"),
        ".change",
        len(changes),
        forms("{n} change shown", "All {n} changes shown"),
        forms("{shown} of {n} change shown", "{shown} of {n} changes shown"),
        blocks=".changes",
    )
    return filter_form(filtered, groups, words)


def _group(
    name: str, legend: str, choices: Iterable[tuple[str, str]], counts: Mapping[str, int], *, whole: bool = False
) -> ChoiceGroup:
    return ChoiceGroup(
        name,
        legend,
        tuple(Choice(value, label, counts.get(value, 0)) for value, label in choices if whole or counts.get(value, 0)),
    )
