"""Everything that a release can be held to between releases: the part of ``editions check`` that compares."""

from __future__ import annotations

from collections.abc import Iterator

from editions.releases.changelog import CHANGELOG
from editions.releases.changelog_check import changelog_problems
from editions.releases.changelog_lines import expected_releases
from editions.releases.citation_file import CITATION, citation_file_problems
from editions.releases.journal import interrupted
from editions.releases.meaning import changed_meanings
from editions.releases.plan import conflicts_in, existing
from editions.releases.policy import Policy, read_policy
from editions.source.configuration import Configuration
from editions.source.problem import Problem, Unpublishable
from editions.source.text import read_source
from editions.validation import LoadedProject


def all_problems(configuration: Configuration, loaded: LoadedProject) -> tuple[Problem, ...]:
    """Every problem of a project: those of its files, and those that show only in comparison.

    Returns:
        Problems, sorted by file and line. What needs comparison is checked once the files are sound.
    """
    found = [*loaded.problems, *interrupted(configuration.root), *_conflicts(configuration)]
    try:
        policy = read_policy(configuration)
    except Unpublishable as error:
        found += error.problems
        policy = Policy()
    if loaded.publication is not None:
        standard = loaded.publication.standard
        if standard.draft is not None and standard.newest is not None:
            found += changed_meanings(standard.newest, standard.draft)
        try:
            found += citation_file_problems(configuration.root, loaded.publication)
        except Unpublishable as error:
            found += error.problems
        if policy.changelog:
            try:
                file = existing(configuration.root, CHANGELOG)
                found += changelog_problems(file, expected_releases(loaded.publication))
            except Unpublishable as error:
                found += error.problems
    return tuple(sorted(set(found)))


def _conflicts(configuration: Configuration) -> Iterator[Problem]:
    """Merge conflicts in files beside the sources, which are read only once those are sound."""
    for path in (CHANGELOG, CITATION):
        yield from conflicts_in(read_source(configuration.root, path))
