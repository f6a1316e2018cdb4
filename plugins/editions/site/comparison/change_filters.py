"""The filters of a comparison page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from editions.comparison import LEVELS, RELATIONS, Change
from editions.comparison.summary import ASPECT_WORDS
from editions.pages.filter_form import Choice, ChoiceGroup, Filtered, filter_form

_LEVEL_WORDS = {"domain": "domains", "criterion": "criteria", "prose": "prose"}
_SIGNIFICANCES = ("normative", "editorial")


def filters_html(changes: Sequence[Change]) -> str:
    """The filters, with how many changes each choice shows.

    Returns:
        HTML of the engine's own words alone: checkboxes named ``relation``, ``aspect``, ``significance`` and
        ``level``, radio buttons named ``view``, a status line and a button that shows everything again.
    """
    relations = Counter[str](change.relation for change in changes)
    aspects = Counter[str](aspect for change in changes for aspect in change.aspects)
    significances = Counter[str](change.significance for change in changes)
    levels = Counter[str](change.level for change in changes)
    views = (Choice("inline", "in one text", checked=True), Choice("side", "side by side"))
    groups = [
        _group("relation", "What happened", _named(RELATIONS), relations),
        _group("aspect", "Aspect", ASPECT_WORDS.items(), aspects),
        # Both stand even where one has no change: that there is none is an answer.
        _group("significance", "Significance", _named(_SIGNIFICANCES), significances, whole=True),
        _group("level", "Of what", [(level, _LEVEL_WORDS[level]) for level in LEVELS], levels),
        ChoiceGroup("view", "Wording", views, one=True),
    ]
    filtered = Filtered("Filter the changes", ".change", len(changes), ("change", "changes"), blocks=".changes")
    return filter_form(filtered, groups)


def _named(values: Iterable[str]) -> list[tuple[str, str]]:
    return [(value, value) for value in values]


def _group(
    name: str, legend: str, choices: Iterable[tuple[str, str]], counts: Mapping[str, int], *, whole: bool = False
) -> ChoiceGroup:
    return ChoiceGroup(
        name,
        legend,
        tuple(Choice(value, words, counts.get(value, 0)) for value, words in choices if whole or counts.get(value, 0)),
    )
