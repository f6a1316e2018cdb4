"""What an edition's files can hold, checked where the catalog says it."""

from __future__ import annotations

from collections.abc import Iterator

from editions.model import Edition, Origin
from editions.source.problem import Problem

# The lengths of the schemas domain-1 and edition-1.
_TITLE, _LABEL, _TEXT, _SUMMARY = 300, 100, 20_000, 2_000


def too_long(edition: Edition) -> Iterator[Problem]:
    """Find texts that are longer than an edition's files may hold.

    Args:
        edition: An imported edition.

    Yields:
        A problem for each, at its place in the file that was read.
    """
    yield from _problem(edition.origin, "the title of the catalog", edition.title, 500)
    yield from _problem(edition.origin, "the summary", edition.summary, _SUMMARY)
    for domain in edition.domains:
        yield from _problem(domain.origin, f"the title of group {domain.id}", domain.title, _TITLE)
        yield from _problem(domain.origin, f"the label of group {domain.id}", domain.label, _LABEL)
    for _, criterion in edition.criteria():
        yield from _problem(criterion.origin, f"the title of control {criterion.id}", criterion.title or "", _TITLE)
        yield from _problem(criterion.origin, f"the section of control {criterion.id}", criterion.section or "", _TITLE)
        yield from _problem(
            criterion.origin, f"the statement of control {criterion.id}", criterion.text.markdown, _TEXT
        )


def _problem(origin: Origin, what: str, text: str, most: int) -> Iterator[Problem]:
    if len(text) > most:
        message = f"{what} is {len(text):,} signs long; an edition takes {most:,}, so shorten it"
        yield Problem(origin.path, origin.line, message)
