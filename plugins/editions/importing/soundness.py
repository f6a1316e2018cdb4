"""What is wrong with an imported edition, said at its place in the file that was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from editions.formats.edition_ids import is_id
from editions.importing.edition_writing import domain_path
from editions.model import Criterion, Domain, Edition, Origin
from editions.model.portable_names import folded_id
from editions.source.discovery import STANDARD
from editions.source.front_matter import read_front_matter
from editions.source.problem import Problem, Unpublishable
from editions.source.text import UNUSABLE, read_source, unusable_name

_LISTED = 30


def refuse_unsound(edition: Edition) -> None:
    """Refuse an edition whose ids or characters cannot stand.

    Raises:
        Unpublishable: If ids are no ids (one problem lists them all), if ids collide, if a domain has no criteria, or
            if a text holds characters that no page can show.
    """
    problems = [*_bad_ids(edition), *_collisions(edition), *_empty(edition), *_unusable(edition)]
    if problems:
        raise Unpublishable(tuple(sorted(set(problems))))


def _items(edition: Edition) -> Iterator[Domain | Criterion]:
    for domain in edition.domains:
        yield domain
        yield from domain.criteria


def _bad_ids(edition: Edition) -> Iterator[Problem]:
    bad = [it for it in _items(edition) if not is_id(it.id)]
    if bad:
        listed = ", ".join(repr(it.id[:80]) for it in bad[:_LISTED])
        more = f" and {len(bad) - _LISTED} more" if len(bad) > _LISTED else ""
        message = (
            f"{'these ids' if len(bad) > 1 else 'this id'} cannot stand in an address: {listed}{more}; make them of "
            "letters and digits joined by single dots, hyphens or underscores, up to 64 signs, or let --map-ids do so"
        )
        yield _at(bad[0].origin, message)


def _collisions(edition: Edition) -> Iterator[Problem]:
    first: dict[str, Domain | Criterion] = {}
    for item in _items(edition):
        known = first.setdefault(folded_id(item.id), item)
        if known is not item:
            like = "" if known.id == item.id else f" like {known.id!r}"
            message = (
                f"the id {item.id[:80]!r} is taken{like} ({known.origin.path}:{known.origin.line}); choose another"
            )
            yield _at(item.origin, message)


def _empty(edition: Edition) -> Iterator[Problem]:
    if not edition.domains:
        yield _at(edition.origin, "holds no criterion; an edition has at least one")
    for domain in edition.domains:
        if not domain.criteria:
            yield _at(domain.origin, f"{domain.id!r} holds no criterion; a domain has at least one")


def _unusable(edition: Edition) -> Iterator[Problem]:
    """Characters that no page can show, and lone surrogates, which no file can hold."""
    for item in (edition, *_items(edition)):
        for text in _texts(item):
            match = UNUSABLE.search(text)
            if match:
                what = item.id if isinstance(item, Domain | Criterion) else "the edition"
                yield _at(item.origin, f"{what[:80]} holds {unusable_name(match[0])}; remove it")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            if not isinstance(part, Domain | Criterion):
                yield from _texts(part)
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _texts(getattr(value, part.name))


def _at(origin: Origin, message: str) -> Problem:
    return Problem(origin.path, origin.line, message)


def at_origins(problems: Iterable[Problem], edition: Edition, root: Path) -> tuple[Problem, ...]:
    """Say problems of the written files at the places of the file that was read.

    Args:
        problems: Problems of the project.
        edition: The edition that was written as its working copy.
        root: The project's folder.

    Returns:
        The problems, sorted; each that lies in a domain's file names the criterion, or the domain, and its place.
    """
    domains = {f"{STANDARD}/{domain_path(edition, place)}": domain for place, domain in enumerate(edition.domains)}
    lines: dict[str, list[int]] = {}
    found = set()
    for problem in problems:
        domain = domains.get(problem.path)
        if domain is None:
            of_edition = problem.path.startswith(f"{STANDARD}/") and edition.origin.path
            found.add(_at(edition.origin, f"{problem.path}: {problem.message}") if of_edition else problem)
            continue
        if problem.path not in lines:
            record = read_front_matter(read_source(root, problem.path))
            lines[problem.path] = [record.line("criteria", place) for place in range(len(domain.criteria))]
        before = [place for place, line in enumerate(lines[problem.path]) if line <= problem.line]
        item = domain.criteria[before[-1]] if before and lines[problem.path][0] > 2 else domain
        found.add(_at(item.origin, f"{item.id}: {problem.message}"))
    return tuple(sorted(found))
