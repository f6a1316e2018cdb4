"""The filters of a checklist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from editions.model import Edition
from editions.pages.filter_form import Choice, ChoiceGroup, Filtered, filter_form
from editions.words.messages import forms, message
from editions.words.phrasebook import Phrasebook

_ANSWERS = (
    ("open", message("not assessed")),
    ("met", message("met")),
    ("partly", message("partly met")),
    ("not", message("not met")),
    ("not_applicable", message("not applicable")),
    ("again", message("to assess again")),
)


def checklist_filters_html(edition: Edition, words: Phrasebook) -> str:
    """The filters, with how many criteria each choice shows.

    Args:
        words: The language.

    Returns:
        HTML in which all text is escaped: a search field named ``text``; checkboxes named ``domain``, ``level``,
        ``assessment`` and ``keyword``, each group only where the edition has such values; checkboxes named
        ``answer``, whose counts the script of the assessment adds.
    """
    criteria = list(edition.criteria())
    domains = [
        Choice(domain.id, f"{domain.label} {domain.title}".strip(), len(domain.criteria)) for domain in edition.domains
    ]
    levels = Counter(criterion.level for _, criterion in criteria if criterion.level)
    assessments = Counter(key for domain, _ in criteria for key in dict.fromkeys(domain.assessed_in))
    keywords = Counter(word for _, criterion in criteria for word in dict.fromkeys(criterion.keywords))
    groups = [
        ChoiceGroup("domain", words.text("Domain"), tuple(domains)),
        ChoiceGroup("level", words.text("Level"), _counted(levels, levels)),
        ChoiceGroup("assessment", words.text("Assessed in"), _counted(assessments, assessments)),
        ChoiceGroup("keyword", words.text("Keyword"), _counted(sorted(keywords, key=str.casefold), keywords)),
        ChoiceGroup(
            "answer", words.text("Your answer"), tuple(Choice(value, words.text(label)) for value, label in _ANSWERS)
        ),
    ]
    filtered = Filtered(
        words.text("Filter the criteria"),
        ".checklist-item",
        len(criteria),
        forms("{n} criterion shown", "All {n} criteria shown"),
        forms("{shown} of {n} criterion shown", "{shown} of {n} criteria shown"),
        blocks=".checklist-items",
        words=True,
    )
    return filter_form(filtered, groups, words)


def _counted(values: Iterable[str], counts: Counter[str]) -> tuple[Choice, ...]:
    return tuple(Choice(value, value, counts[value]) for value in values)
