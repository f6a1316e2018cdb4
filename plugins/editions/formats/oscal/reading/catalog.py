"""A catalog made into an edition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from editions.formats.facts import ImportFacts
from editions.formats.imported import Imported
from editions.formats.oscal.reading.catalog_file import read_catalog, refuse
from editions.formats.oscal.reading.criteria import CriteriaReader
from editions.formats.oscal.reading.guidance import Guidance
from editions.formats.oscal.reading.identifiers import Identifiers
from editions.formats.oscal.reading.links import Links
from editions.formats.oscal.reading.metadata import keywords, metadata_facts
from editions.formats.oscal.reading.node import Node
from editions.formats.oscal.reading.notes import Notes
from editions.formats.oscal.reading.outline import OutlinedDomain, outlined
from editions.formats.oscal.reading.own_form import OwnDomain, first, is_erratum, is_own, own_domain, own_references
from editions.formats.oscal.reading.own_metadata import OwnEdition, own_edition
from editions.formats.oscal.reading.params import Parameters
from editions.formats.oscal.reading.parts import Parts
from editions.formats.oscal.reading.props import oscal_prop
from editions.formats.oscal.reading.prose import Prose
from editions.formats.oscal.reading.report import Report
from editions.formats.oscal.reading.resource_list import resource_list
from editions.formats.oscal.reading.tokens import identifiers_of
from editions.formats.oscal.reading.withdrawals import Withdrawals, withdrawals
from editions.formats.oscal.terms import OwnName, Role
from editions.model import Criterion, Domain, Edition, Lineage, Origin, Status
from editions.model.field_values import NO_VALUES
from editions.model.fields import Form
from editions.source.problem import Unpublishable
from editions.text.markdown_writing import text_of
from editions.text.parsing import parse
from editions.text.tree import Block, Text

_OSCAL_VERSION = re.compile(r"[vV]?1\.[0-2](\..*)?(-.*)?")


def read_oscal(path: Path, facts: ImportFacts) -> Imported:
    """Read an OSCAL catalog as an edition.

    Args:
        path: A file with a catalog, OSCAL 1.0 to 1.2, in JSON, YAML or XML, of at most 64 MiB.
        facts: What is known of the edition besides the file.

    Returns:
        The edition, and what became of everything that has no place of its own in one. A catalog that this engine
        wrote gives the edition that it was made of. The lineage of any other one holds its withdrawn controls; its
        origin is the edition that stands before this one, or 0.0 where that is not known.

    Raises:
        Unpublishable: If the file is no such catalog, or an edition can't be made of it; it holds every problem.
    """
    return _Reader(path, read_catalog(path), facts).imported()


class _Reader:
    """Reads one catalog."""

    def __init__(self, path: Path, catalog: Node, facts: ImportFacts) -> None:
        self._path = str(path)
        self._catalog = catalog
        self._facts = facts
        self._report = Report()
        self._metadata = catalog.one("metadata") or Node(catalog.line)
        self._check_version()
        self._own = is_own(catalog, self._path)
        back = catalog.one("back-matter")
        self._resources = back.all("resources") if back else ()
        self._params = Parameters(_params(catalog), self._report)
        self._prose = Prose(self._params, self._report, own=self._own)
        self._groups = outlined(catalog)
        self._domains = [group for group in self._groups if group.controls]
        self._rests: dict[int, Node] = {}

    def _check_version(self) -> None:
        version = self._metadata.text("oscal-version").strip()
        if not version:
            refuse(self._path, self._metadata.line, "states no oscal-version in its metadata; state it, such as 1.1.2")
        if not _OSCAL_VERSION.fullmatch(version):
            message = f"states OSCAL version {version[:40]!r}; catalogs of OSCAL 1.0 to 1.2 can be read, so convert it"
            refuse(self._path, self._metadata.line, message)

    def imported(self) -> Imported:
        """The edition and the report."""
        if not self._domains:
            refuse(self._path, self._catalog.line, "holds no control that is not withdrawn; an edition needs one")
        own = self._own_edition() if self._own else None
        owns = [self._own_domain(group.node) if self._own else None for group in self._domains]
        self._identify(owns)
        links = Links(self._groups, self._resources, self._prose)
        parts = Parts(self._prose, self._report)
        self._target = links.targets(None)
        criteria = self._criteria(CriteriaReader(self._path, parts, self._prose, links, self._report))
        notes = Notes(parts, self._params, self._prose, links, self._report)
        guidance = Guidance(notes, links, self._prose, self._report, own=self._own)
        domains = tuple(
            self._domain(group, place, own_group, criteria[place], guidance)
            for place, (group, own_group) in enumerate(zip(self._domains, owns, strict=True))
        )
        before = self._facts.standing.version
        told = Withdrawals(own.lineage) if own else withdrawals(self._groups, links, self._report, before)
        edition = self._edition(own, domains, told.lineage, guidance, notes)
        form: Form | None = "oscal" if self._own else None
        return Imported(edition, self._report.placements(), unknown_successors=told.unknown, form=form)

    def _own_edition(self) -> OwnEdition:
        try:
            return own_edition(self._metadata, self._resources)
        except ValueError as error:
            refuse(self._path, self._metadata.line, f"has metadata that were changed: {error}; restore them")

    def _own_domain(self, group: Node) -> OwnDomain:
        try:
            return own_domain(group)
        except ValueError as error:
            refuse(self._path, group.line, f"has a property that was changed: {error}, or restore it")

    def _identify(self, owns: Iterable[OwnDomain | None]) -> None:
        identifiers = Identifiers(self._path, self._report)
        identifiers_of(self._domains, list(owns), identifiers, self._prose, self._report)
        if identifiers.problems:
            raise Unpublishable(tuple(sorted(identifiers.problems)))

    def _criteria(self, reader: CriteriaReader) -> list[list[Criterion]]:
        """Every criterion, before any guidance: what a text inserts is known then."""
        references = own_references(self._resources) if self._own else {}
        made = []
        for place, domain in enumerate(self._domains):
            criteria = []
            for control in domain.controls:
                if self._own:
                    criterion, rest = reader.own(control, place, references)
                else:
                    criterion, rest = reader.any(control, place)
                    reader.told(control)
                self._rests[id(control.node)] = rest
                criteria.append(criterion)
            made.append(criteria)
        if not self._own:
            self._leave_out_common_classes()
        return made

    def _leave_out_common_classes(self) -> None:
        """A class that every control, every enhancement or every group at the top has tells none from another."""
        controls = [control for group in self._groups for control in (*group.controls, *group.withdrawn)]
        kinds = {
            "control": [it.node for it in controls if not it.holders],
            "control within a control": [it.node for it in controls if it.holders],
            "group": [group.node for group in self._groups],
        }
        for what, nodes in kinds.items():
            classes = {node.text("class") for node in nodes}
            if len(classes) != 1 or "" in classes:
                continue
            common = classes.pop()
            self._report.lost(f"class {common} of a {what}", "all have it", len(nodes))
            for node in nodes:
                rest = self._rests.get(id(node), node)
                texts = {key: text for key, text in rest.texts.items() if key != "class"}
                self._rests[id(node)] = replace(rest, texts=texts)

    def _domain(
        self, group: OutlinedDomain, place: int, own: OwnDomain | None, criteria: list[Criterion], guidance: Guidance
    ) -> Domain:
        if own is not None:
            self._rests[id(group.node)] = own.rest
        label = own.label if own else oscal_prop(group.node, "label")
        return Domain(
            id=group.id,
            slug=group.slug,
            title=self._title(group.node.text("title")) or group.id,
            label=label or group.id,
            summary=own.summary if own else None,
            assessed_in=own.assessed_in if own else (),
            more=own.more if own else NO_VALUES,
            criteria=tuple(criteria),
            guidance=_added(own.guidance if own else "", guidance.of(group, place, self._rests)),
            origin=Origin(self._path, group.node.line),
        )

    def _title(self, markup: str) -> str:
        return self._prose.exact(markup) if self._own else self._prose.line(markup)

    def _edition(
        self,
        own: OwnEdition | None,
        domains: tuple[Domain, ...],
        lineage: Lineage | None,
        guidance: Guidance,
        notes: Notes,
    ) -> Edition:
        by_uuid = {resource.text("uuid").lower(): resource for resource in self._resources}
        found = own.facts if own else metadata_facts(self._metadata, by_uuid, self._prose, self._report)
        settled = self._facts.settle(found, self._path)
        prose: list[Block] = []
        if not own and self._metadata.text("remarks").strip() and settled.summary != found.summary:
            prose += self._prose.blocks(self._metadata.text("remarks"), self._target)
            self._report.kept("remarks of the metadata", "the standard's own text")
        for group in self._groups:
            if not group.controls:
                self._report.kept("group without a criterion", "the standard's own text")
                prose += guidance.of(group, None, self._rests)
        self._tell_the_rest()
        prose += notes.parameters(self._catalog, "catalog", "the standard's own text")
        prose += resource_list(self._resources, self._own, self._prose, self._target, self._report)
        status: Status = own.status if own else "released"
        text = _added(own.prose if own else "", prose)
        return replace(
            settled.edition(status, text, domains, Origin(self._path, self._catalog.line)),
            lineage=lineage,
            keywords=own.keywords if own else keywords(self._metadata),
            assessments=own.assessments if own else (),
            title_sentence=own.title_sentence if own and own.facts.title == settled.title else None,
            adapted_from=own.adapted_from if own else None,
            more=own.more if own else NO_VALUES,
        )

    def _tell_the_rest(self) -> None:
        """Tell of what the catalog itself holds besides groups and controls."""
        if self._own:
            items = [it for group in self._groups for it in (group.node, *(each.node for each in group.controls))]
            errata = sum(is_erratum(part) for it in items for part in it.all("parts"))
            errata += sum(first(resource, OwnName.RESOURCE) == Role.ERRATUM for resource in self._resources)
            if errata:
                self._report.lost("erratum", "errata stand beside releases, in standard/errata.yml", errata)
        for key in self._catalog.unread:
            self._report.lost(f"{key} of the catalog")


def _added(written: str, blocks: Sequence[Block]) -> Text:
    """A text of ours, as it is written, with blocks after it that another tool added."""
    if not blocks:
        return parse(written)
    return parse(f"{written}\n\n{text_of(blocks).markdown}") if written else text_of(blocks)


def _params(node: Node) -> Iterable[Node]:
    waiting = [node]
    while waiting:
        it = waiting.pop()
        yield from it.all("params")
        waiting += [*it.all("groups"), *it.all("controls")]
