"""An imported edition as the next one of a project that stands already."""

from __future__ import annotations

from dataclasses import dataclass, replace

from editions.formats.facts import Facts
from editions.formats.imported import Imported, Placement
from editions.importing.continuing import continued
from editions.importing.edition_writing import edition_files, with_sound_slugs
from editions.importing.lineage_of_import import lineage_of_import
from editions.importing.loose_ends import resolve_loose_ends
from editions.importing.sound_texts import with_sound_texts
from editions.importing.soundness import at_origins, refuse_unsound
from editions.model import Edition, Version
from editions.releases.checks import all_problems
from editions.releases.edition_release import plan_edition_release
from editions.releases.overlay import overlaid
from editions.releases.plan import Plan, Write, existing
from editions.releases.policy import step
from editions.source.configuration import Configuration
from editions.source.discovery import STANDARD
from editions.source.problem import Problem, Unpublishable
from editions.source.project import read_project
from editions.validation import load_project
from editions.words.phrasebook import ENGLISH


@dataclass(frozen=True)
class Standing:
    """A project that the next edition comes into.

    Attributes:
        configuration: Its configuration.
        edition: The edition before: its draft, which the import freezes first, or its newest release.
        is_draft: Whether it is a draft.
    """

    configuration: Configuration
    edition: Edition
    is_draft: bool

    @property
    def facts(self) -> Facts:
        """What the next edition takes over where nobody says otherwise."""
        it = self.edition
        return Facts(
            title=it.title,
            abbreviation=it.abbreviation,
            authors=it.authors,
            publisher=it.publisher,
            licence=it.licence.spdx,
            url=it.url,
            summary=it.summary,
        )


def standing_project(configuration: Configuration) -> Standing:
    """Find the edition that the next one follows.

    Args:
        configuration: The project's configuration.

    Returns:
        The project with its newest edition.

    Raises:
        Unpublishable: If the project has problems.
    """
    loaded = load_project(configuration)
    problems = all_problems(configuration, loaded)
    if loaded.publication is None or problems:
        raise Unpublishable(problems)
    standard = loaded.publication.standard
    return Standing(configuration, standard.draft or standard.current, standard.draft is not None)


def plan_next_edition(standing: Standing, imported: Imported) -> tuple[Plan, Imported]:
    """Prepare the import of the next edition.

    Args:
        standing: The project.
        imported: The edition, which becomes the working copy, a draft.

    Returns:
        What to write: the release of the edition before, if it is a draft still, and the files of the new one in its
        place; and what is written, with everything that was done to it. Nothing is written yet.

    Raises:
        Unpublishable: If the edition before cannot be released, the version does not rise, or the edition cannot stand
            as it is; it holds every problem.
    """
    configuration, before = standing.configuration, standing.edition
    refuse_unsound(imported.edition)
    imported = with_sound_texts(imported)
    _refuse_lower(before.version, imported)
    frozen: tuple[Write, ...] = ()
    if standing.is_draft:
        frozen = plan_edition_release(configuration, before.version, before.date).plan.writes
    lineage = imported.edition.lineage
    imported = continued(replace(imported, edition=replace(imported.edition, lineage=None, status="draft")), before)
    imported = replace(imported, edition=with_sound_slugs(imported.edition))
    rows = lineage_of_import(lineage, imported.unknown_successors, before, imported.edition, configuration.site_url)
    text = rows.text.encode("utf-8")
    imported = replace(imported, placements=(*imported.placements, *rows.placements))
    plan = _plan(standing, frozen, imported, text)
    with overlaid(configuration, plan) as moved:
        resolved = resolve_loose_ends(read_project(moved), imported)
    if resolved.edition != imported.edition:
        plan = _plan(standing, frozen, resolved, text)
    with overlaid(configuration, plan) as moved:
        problems = all_problems(moved, load_project(moved))
        if problems:
            raise Unpublishable(at_origins(problems, resolved.edition, moved.root))
    if standing.is_draft:
        note = Placement(
            f"edition {before.version}", f"frozen as the release of {ENGLISH.date(before.date)}", kept=True
        )
        resolved = replace(resolved, placements=(note, *resolved.placements))
    return plan, resolved


def _refuse_lower(before: Version, imported: Imported) -> None:
    version = imported.edition.version
    if step(before, version) is None:
        origin = imported.edition.origin
        message = f"is edition {version}, which is not higher than {before} in the folder; name a higher --edition"
        raise Unpublishable((Problem(origin.path, origin.line, message),))


def _plan(standing: Standing, frozen: tuple[Write, ...], imported: Imported, lineage: bytes) -> Plan:
    root, edition = standing.configuration.root, imported.edition
    contents = {
        f"{STANDARD}/{path}": content
        for path, content in edition_files(edition, standing.configuration.site_url).items()
    }
    contents[f"{STANDARD}/lineage.yml"] = lineage
    writes = {write.path: write for write in frozen if write.path not in contents}
    working = read_project(standing.configuration).working
    for path in sorted({*contents, *(f"{STANDARD}/{name}" for name in working.files)}):
        file = existing(root, path)
        content, held = contents.get(path), None if file is None else file.content
        if content != held:
            writes[path] = Write(path, content, held)
    title = f"Import {edition.abbreviation} {edition.version}, which follows {standing.edition.version}"
    return Plan(title, tuple(writes.values()))
