"""``criteria.jsonld``: one edition as a concept scheme of SKOS, whose concepts are its domains and criteria.

What SKOS asks for (https://www.w3.org/TR/skos-reference/): a concept has one preferred label in a language (S14), and
no label in two roles (S13); concepts, schemes and collections are different things (S9, S37); what is related is not
broader too (S27).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from editions.citations.works import domain_record
from editions.formats.edition_texts import EditionTexts
from editions.formats.json_text import write_json
from editions.formats.jsonld.concept_scheme import scheme_node
from editions.formats.jsonld.lineage import EditionLineage
from editions.formats.jsonld.terms import context, iri, stated, typed_date
from editions.model import Criterion, Domain, Edition, PartialDate, Publication, Reference
from editions.model.addresses import criterion_address, domain_address, edition_address
from editions.model.field_values import written_value
from editions.model.fields import ItemKind
from editions.text.tree import Text

_Node = dict[str, Any]


def criteria_jsonld(publication: Publication, edition: Edition) -> bytes:
    """Serialise an edition as a concept scheme.

    Returns:
        UTF-8 bytes of its ``criteria.jsonld``.
    """
    return write_json(concept_scheme(publication, edition))


def concept_scheme(publication: Publication, edition: Edition) -> _Node:
    """An edition as a concept scheme.

    Returns:
        JSON-LD 1.1 with its context inline: the scheme; its domains as top concepts, each followed by its criteria as
        narrower concepts; collections of what shares a section, a level or an assessment. Every resource that has a
        page is named by the page's permanent address.
    """
    nodes = _Nodes(publication, edition)
    graph = [nodes.scheme(), *nodes.concepts(), *nodes.collections()]
    return {"@context": context(publication.language), "@graph": graph}


class _Nodes:
    def __init__(self, publication: Publication, edition: Edition) -> None:
        self._publication = publication
        self._edition = edition
        self._lineage = EditionLineage(publication, edition)
        self._texts = EditionTexts(publication, edition)
        self._scheme_url = publication.absolute(edition_address(edition))
        self._meant = _meant_by_address(edition)

    def scheme(self) -> _Node:
        edition = self._edition
        more = self._more("edition", edition)
        said = {**scheme_node(self._publication, edition), **more, **self._lineage.of_scheme()}
        said["changeNote"] += self._errata(None)
        return stated(said)

    def concepts(self) -> Iterator[_Node]:
        for domain in self._edition.domains:
            yield self._domain(domain)
            for criterion in domain.criteria:
                yield self._criterion(domain, criterion)

    def collections(self) -> Iterator[_Node]:
        members: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
        for domain in self._edition.domains:
            for key in domain.assessed_in:
                members["assessment", "", key].append(self._domain_url(domain))
        for domain, criterion in self._edition.criteria():
            if criterion.section:
                members["section", domain.id, criterion.section].append(self._criterion_url(criterion))
            if criterion.level:
                members["level", "", criterion.level].append(self._criterion_url(criterion))
        for (kind, _, label), found in members.items():
            yield {
                "@type": "skos:Collection",
                "isPartOf": self._scheme_url,
                "kind": kind,
                "prefLabel": label,
                "member": found,
            }

    def _domain(self, domain: Domain) -> _Node:
        record = domain_record(self._publication, self._edition, domain)
        return self._concept(
            self._domain_url(domain),
            domain.id,
            {
                "topConceptOf": self._scheme_url,
                "prefLabel": domain.title,
                "altLabel": domain.label if domain.label not in (domain.id, domain.title) else None,
                "definition": domain.summary,
                "narrower": [self._criterion_url(criterion) for criterion in domain.criteria],
                "isVersionOf": record.standing_url if self._edition.status == "released" else None,
                **self._more("domain", domain),
                **self._lineage.of_item("domain", domain.id),
            },
        )

    def _criterion(self, domain: Domain, criterion: Criterion) -> _Node:
        matches = {iri(row.url) for row in criterion.references if row.url and self._is_item(row.url)}
        return self._concept(
            self._criterion_url(criterion),
            criterion.id,
            {
                "prefLabel": criterion.title or f"Criterion {criterion.id}",
                "definition": self._texts.plain(criterion.text, criterion.origin),
                "broader": self._domain_url(domain),
                "keyword": list(criterion.keywords),
                "references": [_reference(row) for row in criterion.references],
                "relatedMatch": sorted(matches),
                **self._more("criterion", criterion),
                **self._lineage.of_item("criterion", criterion.id),
            },
        )

    def _more(self, kind: ItemKind, item: Edition | Domain | Criterion) -> _Node:
        """The other keys of the table of fields."""
        return {
            field.jsonld: self._texts.plain(value, item.origin)
            if isinstance(value, Text)
            else typed_date(value)
            if isinstance(value, PartialDate)
            else written_value(value)
            for field, value in item.more.stated(kind)
            if field.jsonld
        }

    def _concept(self, url: str, notation: str, said: _Node) -> _Node:
        said["changeNote"] += self._errata(notation)
        return stated({"@id": url, "@type": "skos:Concept", "inScheme": self._scheme_url, "notation": notation, **said})

    def _errata(self, item: str | None) -> list[_Node]:
        """Errata as changes with a date (SKOS reference, 7.4: a note may be a resource)."""
        errata = self._publication.standard.errata_of(self._edition, item)
        return [
            {
                "kind": "erratum",
                "issued": typed_date(erratum.date),
                "description": erratum.what,
                "value": self._texts.plain(erratum.text, erratum.origin),
            }
            for erratum in errata
        ]

    def _is_item(self, url: str) -> bool:
        """Whether an address names an item of another framework, and not a document that holds many."""
        return len(self._meant[url]) == 1 and not url.startswith(self._publication.site_url)

    def _domain_url(self, domain: Domain) -> str:
        return self._publication.absolute(domain_address(self._edition, domain))

    def _criterion_url(self, criterion: Criterion) -> str:
        return self._publication.absolute(criterion_address(self._edition, criterion))


def _reference(row: Reference) -> _Node:
    framework = stated({"title": row.framework, "versionInfo": row.version})
    return stated({"identifier": row.id, "isPartOf": framework, "page": iri(row.url) if row.url else None})


def _meant_by_address(edition: Edition) -> dict[str, set[tuple[str, str | None, str]]]:
    """The items of other frameworks that each address stands for."""
    found: defaultdict[str, set[tuple[str, str | None, str]]] = defaultdict(set)
    for _, criterion in edition.criteria():
        for row in criterion.references:
            if row.url:
                found[row.url].add((row.framework, row.version, row.id))
    return found
