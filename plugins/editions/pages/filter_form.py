"""Filters of a list: choices that a script brings to life, hidden where there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

_MANY = 12  # choices that one takes in at a glance; more are folded away
_SEARCH = (
    '<div class="filter-words"><label for="filter:words">Words</label>'
    '<input type="search" name="text" id="filter:words" autocomplete="off" spellcheck="false"></div>'
)


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
        word: What an item is called, and several.
        blocks: CSS selector of the blocks that hold the items, where a block without a shown item goes with its
            heading.
        words: Whether items can be searched for words.
    """

    label: str
    items: str
    count: int
    word: tuple[str, str]
    blocks: str = ""
    words: bool = False


def filter_form(filtered: Filtered, groups: Sequence[ChoiceGroup]) -> str:
    """A form of filters, a line that says how many items are shown, and a button that shows all again.

    Args:
        groups: The groups; one without choices is left out.

    Returns:
        HTML in which all text is escaped; ``assets/editions/filters.js`` reads it.
    """
    one, many = filtered.word
    count = filtered.count
    status = f"All {count:,} {many} shown" if count > 1 else f"{count} {one} shown"
    blocks = f' data-blocks="{escape(filtered.blocks)}"' if filtered.blocks else ""
    return (
        f'<div class="filter-form" role="group" aria-label="{escape(filtered.label)}" '
        f'data-items="{escape(filtered.items)}"{blocks} data-one="{escape(one)}" data-many="{escape(many)}">'
        f"{_SEARCH if filtered.words else ''}{''.join(_group(group) for group in groups if group.choices)}</div>"
        f'<div class="filter-foot"><p class="filter-status" role="status">{escape(status)}</p>'
        '<button type="button" class="filter-reset">Show all</button></div>'
    )


def _group(group: ChoiceGroup) -> str:
    kind = "radio" if group.one else "checkbox"
    choices = "".join(_choice(kind, group.name, choice) for choice in group.choices)
    inside = f'<div class="filter-choices">{choices}</div>'
    if len(group.choices) > _MANY:
        many = f"{len(group.choices):,} to choose from"
        inside = f'<details class="filter-more"><summary>{many}</summary>{inside}</details>'
    return f"<fieldset><legend>{escape(group.legend)}</legend>{inside}</fieldset>"


def _choice(kind: str, name: str, choice: Choice) -> str:
    state = " checked" if choice.checked else ""
    count = f' <span class="filter-count">{choice.count:,}</span>' if choice.count is not None else ""
    return (
        f'<label class="filter-choice"><input type="{kind}" name="{name}" value="{escape(choice.value)}"{state}> '
        f"{escape(choice.words)}{count}</label>"
    )
