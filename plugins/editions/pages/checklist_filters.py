"""The filters of a checklist: choices that a script brings to life, hidden where there is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from html import escape

from editions.model import Edition

ANSWERS = (
    ("open", "not assessed"),
    ("met", "met"),
    ("partly", "partly met"),
    ("not", "not met"),
    ("not_applicable", "not applicable"),
    ("again", "to assess again"),
)
_MANY = 12  # choices that one takes in at a glance; more are folded away


def checklist_filters_html(edition: Edition) -> str:
    """The filters, with how many criteria each choice shows.

    Args:
        edition: The edition.

    Returns:
        HTML: a search field named ``text``; checkboxes named ``domain``, ``level``, ``assessment`` and ``keyword``,
        each group only where the edition has such values; checkboxes named ``answer``, whose counts the script fills
        in. Everything that contributors wrote is escaped.
    """
    domains = {domain.id: f"{domain.label} {domain.title}".strip() for domain in edition.domains}
    inside = Counter({domain.id: len(domain.criteria) for domain in edition.domains})
    levels = Counter(criterion.level for _, criterion in edition.criteria() if criterion.level)
    assessments = Counter(key for domain, _ in edition.criteria() for key in dict.fromkeys(domain.assessed_in))
    keywords = Counter(word for _, criterion in edition.criteria() for word in dict.fromkeys(criterion.keywords))
    words = (
        '<div class="filter-group filter-text"><label for="filter:text">Words</label>'
        '<input type="search" name="text" id="filter:text" autocomplete="off" spellcheck="false"></div>'
    )
    groups = [
        words,
        _group("domain", "Domain", domains.items(), inside),
        _group("level", "Level", _named(levels), levels),
        _group("assessment", "Assessed in", _named(assessments), assessments),
        _group("keyword", "Keyword", _named(sorted(keywords, key=str.casefold)), keywords),
        _group("answer", "Your answer", ANSWERS, None),
    ]
    count = len(edition.criteria_by_id)
    return (
        f'<div class="filter-form" role="group" aria-label="Filter the criteria">{"".join(groups)}</div>'
        f'<div class="filter-foot"><p class="filter-status" role="status">{_everything(count)}</p>'
        '<button type="button" class="filter-reset">Show all</button></div>'
    )


def _everything(count: int) -> str:
    return "1 criterion shown" if count == 1 else f"All {count:,} criteria shown"


def _named(values: Iterable[str]) -> list[tuple[str, str]]:
    return [(value, value) for value in values]


def _group(name: str, legend: str, choices: Iterable[tuple[str, str]], counts: Mapping[str, int] | None) -> str:
    made = [_choice(name, value, words, None if counts is None else counts[value]) for value, words in choices]
    if not made:
        return ""
    inside = f'<div class="filter-choices">{"".join(made)}</div>'
    if len(made) > _MANY:
        inside = f"<details><summary>{len(made):,} to choose from</summary>{inside}</details>"
    return f'<fieldset class="filter-group"><legend>{legend}</legend>{inside}</fieldset>'


def _choice(name: str, value: str, words: str, count: int | None) -> str:
    number = "" if count is None else f"{count:,}"
    return (
        f'<label class="filter-choice"><input type="checkbox" name="{name}" value="{escape(value)}"> '
        f'{escape(words)} <span class="filter-count">{number}</span></label>'
    )
