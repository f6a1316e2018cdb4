"""The filters of a checklist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from editions.model import Edition
from editions.pages.filter_form import Choice, ChoiceGroup, Filtered, filter_form

_ANSWERS = (
    ("open", "not assessed"),
    ("met", "met"),
    ("partly", "partly met"),
    ("not", "not met"),
    ("not_applicable", "not applicable"),
    ("again", "to assess again"),
)


def checklist_filters_html(edition: Edition) -> str:
    """The filters, with how many criteria each choice shows.

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
        ChoiceGroup("domain", "Domain", tuple(domains)),
        ChoiceGroup("level", "Level", _counted(levels, levels)),
        ChoiceGroup("assessment", "Assessed in", _counted(assessments, assessments)),
        ChoiceGroup("keyword", "Keyword", _counted(sorted(keywords, key=str.casefold), keywords)),
        ChoiceGroup("answer", "Your answer", tuple(Choice(value, words) for value, words in _ANSWERS)),
    ]
    words = ("criterion", "criteria")
    filtered = Filtered(
        "Filter the criteria", ".checklist-item", len(criteria), words, blocks=".checklist-items", words=True
    )
    return filter_form(filtered, groups)


def _counted(values: Iterable[str], counts: Counter[str]) -> tuple[Choice, ...]:
    return tuple(Choice(value, value, counts[value]) for value in values)
