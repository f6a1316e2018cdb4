"""Filters of a list: choices that a script brings to life, hidden where there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from editions.words.phrasebook import Phrasebook

_MANY = 12  # choices that one takes in at a glance; more are folded away


@dataclass(frozen=True)
class Choice:
    """One choice of a group.

    Attributes:
        value: Its value in the address and in the items' ``data-`` attributes, which separate values by blanks; a
            script that gives items their values takes any.
        words: Its words for people, plain.
        count: How many items it shows, if it is a filter.
        checked: Whether the page comes with it chosen.
    """

    value: str
    words: str
    count: int | None = None
    checked: bool = False


@dataclass(frozen=True)
class ChoiceGroup:
    """Choices of one kind.

    Attributes:
        name: Its name in the address, and the ``data-`` attribute of the items that it filters by.
        legend: Its name for people, plain.
        choices: Its choices.
        one: Whether one of them is always chosen; such a group filters nothing, but changes how items are shown.
    """

    name: str
    legend: str
    choices: tuple[Choice, ...]
    one: bool = False


@dataclass(frozen=True)
class Filtered:
    """What is filtered.

    Attributes:
        label: The form's name, plain.
        items: CSS selector of the items, each an element with a ``data-`` attribute for each group.
        count: How many items there are.
        shown: How many items there are in words, for one and for several, such as ``All {n} criteria shown``.
        some: How many of them are shown: ``{shown} of {n} criteria shown``.
        blocks: CSS selector of the blocks that hold the items, where a block without a shown item goes with its
            heading.
        words: Whether items can be searched for words.
    """

    label: str
    items: str
    count: int
    shown: tuple[str, str]
    some: tuple[str, str]
    blocks: str = ""
    words: bool = False


def filter_form(filtered: Filtered, groups: Sequence[ChoiceGroup], words: Phrasebook) -> str:
    """A form of filters, a line that says how many items are shown, and a button that shows all again.

    Args:
        words: The language.
        groups: The groups; one without choices is left out.

    Returns:
        HTML in which all text is escaped; ``assets/editions/filters.js`` reads it.
    """
    status = words.count(filtered.count, *filtered.shown)
    some = words.count(filtered.count, *filtered.some, shown="{shown}")
    blocks = f' data-blocks="{escape(filtered.blocks)}"' if filtered.blocks else ""
    return (
        f'<div class="filter-form" role="group" aria-label="{escape(filtered.label)}" '
        f'data-items="{escape(filtered.items)}"{blocks} data-some="{escape(some)}">'
        f"{_search(words) if filtered.words else ''}"
        f"{''.join(_group(group, words) for group in groups if group.choices)}</div>"
        f'<div class="filter-foot"><p class="filter-status" role="status">{escape(status)}</p>'
        f'<button type="button" class="filter-reset">{escape(words.text("Show all"))}</button></div>'
    )


def _search(words: Phrasebook) -> str:
    return (
        f'<div class="filter-words"><label for="filter:words">{escape(words.text("Words"))}</label>'
        '<input type="search" name="text" id="filter:words" autocomplete="off" spellcheck="false"></div>'
    )


def _group(group: ChoiceGroup, words: Phrasebook) -> str:
    kind = "radio" if group.one else "checkbox"
    choices = "".join(_choice(kind, group.name, choice, words) for choice in group.choices)
    inside = f'<div class="filter-choices">{choices}</div>'
    if len(group.choices) > _MANY:
        many = words.count(len(group.choices), "{n} to choose from", "{n} to choose from")
        inside = f'<details class="filter-more"><summary>{escape(many)}</summary>{inside}</details>'
    return f"<fieldset><legend>{escape(group.legend)}</legend>{inside}</fieldset>"


def _choice(kind: str, name: str, choice: Choice, words: Phrasebook) -> str:
    state = " checked" if choice.checked else ""
    count = f' <span class="filter-count">{words.number(choice.count)}</span>' if choice.count is not None else ""
    return (
        f'<label class="filter-choice"><input type="{kind}" name="{name}" value="{escape(choice.value)}"{state}> '
        f"{escape(choice.words)}{count}</label>"
    )
