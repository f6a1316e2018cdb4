"""Names of files, slugs and keys: every system can hold them, and each has an address of its own."""

from __future__ import annotations

from collections.abc import Iterator

from editions.model.addresses import page_address
from editions.model.portable_names import (
    LONGEST_PATH,
    colliding_paths,
    folded_name,
    name_fault,
    reserved_for,
)
from editions.source.discovery import INSIGHTS
from editions.source.problem import Problem
from editions.source.project import ProjectRecords


def portable_file_problems(project: ProjectRecords) -> Iterator[Problem]:
    """Check the names of the files of a project, and what is named after them.

    Yields:
        A problem for each name that some system cannot hold or takes for another one, and for each page that would
        take the address of another.
    """
    yield from _names(project)
    for path, other in colliding_paths(project.listed).items():
        alike = "case" if path.casefold() == other.casefold() else "the form of its characters (Unicode)"
        message = f"differs from {other} only in {alike}, and Windows and macOS hold only one of the two; rename it"
        yield Problem(path, 1, message)
    yield from _slugs(project)
    yield from _abbreviations(project)
    yield from _pages(project)


def _names(project: ProjectRecords) -> Iterator[Problem]:
    seen: set[str] = set()
    for path in sorted(project.listed):
        whole = ""
        for name in path.split("/"):
            whole = f"{whole}/{name}" if whole else name
            if whole not in seen:
                seen.add(whole)
                fault = name_fault(name)
                if fault is not None:
                    yield Problem(whole, 1, f"has a name that {fault}; rename it")
        if len(path) > LONGEST_PATH:
            message = f"has a path of {len(path)} characters, and Windows may not hold more than {LONGEST_PATH}"
            yield Problem(path, 1, f"{message}; shorten its name or those of its folders")


def _slugs(project: ProjectRecords) -> Iterator[Problem]:
    for edition in (project.working, *project.releases.values()):
        for record in edition.domains:
            slug = record.path.rpartition("/")[2].removesuffix(".md").partition("-")[2]
            owner = reserved_for(slug)
            if owner is not None:
                message = f"makes an address that ends in {slug!r}, the name of {owner}; rename it"
                yield Problem(record.path, 1, message)
    for slug in project.articles:
        owner = "the folder of released articles" if slug == "releases" else reserved_for(slug)
        if owner is not None:
            message = f"makes an address that ends in {slug!r}, the name of {owner}; rename the article"
            yield Problem(f"{INSIGHTS}/{slug}.md", 1, message)


def _abbreviations(project: ProjectRecords) -> Iterator[Problem]:
    for edition in (project.working, *project.releases.values()):
        abbreviation = edition.stated("abbreviation")
        owner = reserved_for(abbreviation) if abbreviation is not None else None
        if edition.index is not None and owner is not None:
            message = f"abbreviation is {abbreviation!r}, the name of {owner}, so no file can be named after it"
            yield edition.index.problem(("abbreviation",), f"{message}; choose another")


def _pages(project: ProjectRecords) -> Iterator[Problem]:
    """The site's own pages: each has an address that no other has, and one that MkDocs makes as well."""
    docs = f"{project.configuration.docs}/"
    first: dict[str, str] = {}
    for path in sorted(path for path in project.listed if path.startswith(docs) and path.endswith(".md")):
        if path.endswith("/README.md"):
            message = "is named README, which site generators make the page of its folder; rename it index.md"
            yield Problem(path, 1, message)
            continue
        address = page_address(path.removeprefix(docs))
        other = first.setdefault(folded_name(address), path)
        if other != path and folded_name(other) != folded_name(path):
            yield Problem(path, 1, f"would be published at {address}, as {other} is; rename one of the two")
