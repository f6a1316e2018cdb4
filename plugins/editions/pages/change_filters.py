"""The filters of a comparison page: choices that a script brings to life, hidden where there is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from editions.comparison import LEVELS, RELATIONS, Change
from editions.comparison.summary import ASPECT_WORDS

_LEVEL_WORDS = {"domain": "domains", "criterion": "criteria", "prose": "prose"}
_SIGNIFICANCES = ("normative", "editorial")


def filters_html(changes: Sequence[Change]) -> str:
    """The filters, with how many changes each choice shows.

    Args:
        changes: The changes of the page.

    Returns:
        HTML of the engine's own words alone: checkboxes named ``relation``, ``aspect``, ``significance`` and
        ``level``, radio buttons named ``view``, a status line and a button that shows everything again.
    """
    relations = Counter[str](change.relation for change in changes)
    aspects = Counter[str](aspect for change in changes for aspect in change.aspects)
    significances = Counter[str](change.significance for change in changes)
    levels = Counter[str](change.level for change in changes)
    groups = [
        _group("relation", "What happened", _named(RELATIONS), relations),
        _group("aspect", "Aspect", ASPECT_WORDS.items(), aspects),
        # Both stand even where one has no change: that there is none is an answer.
        _group("significance", "Significance", _named(_SIGNIFICANCES), significances, whole=True),
        _group("level", "Of what", [(level, _LEVEL_WORDS[level]) for level in LEVELS], levels),
    ]
    view = "".join(
        _choice("radio", "view", value, words, checked=value == "inline")
        for value, words in (("inline", "in one text"), ("side", "side by side"))
    )
    count = len(changes)
    everything = f"All {count:,} changes shown" if count > 1 else "1 change shown"
    return (
        '<div class="change-form" role="group" aria-label="Filter the changes">'
        f'{"".join(groups)}<fieldset><legend>Wording</legend><div class="change-choices">{view}</div></fieldset></div>'
        f'<div class="change-foot"><p class="change-status" role="status">{everything}</p>'
        '<button type="button" class="change-reset">Show all</button></div>'
    )


def _named(values: Iterable[str]) -> list[tuple[str, str]]:
    return [(value, value) for value in values]


def _group(
    name: str, legend: str, choices: Iterable[tuple[str, str]], counts: Mapping[str, int], *, whole: bool = False
) -> str:
    made = [
        _choice("checkbox", name, value, f'{words} <span class="change-count">{counts.get(value, 0):,}</span>')
        for value, words in choices
        if whole or counts.get(value, 0)
    ]
    if not made:
        return ""
    return f'<fieldset><legend>{legend}</legend><div class="change-choices">{"".join(made)}</div></fieldset>'


def _choice(kind: str, name: str, value: str, words: str, *, checked: bool = False) -> str:
    state = " checked" if checked else ""
    return f'<label class="change-choice"><input type="{kind}" name="{name}" value="{value}"{state}> {words}</label>'
