"""Domains as the groups of an OSCAL catalog, criteria as its controls."""

from __future__ import annotations

from editions.formats.oscal.terms import (
    CATALOG,
    NAMESPACE,
    Object,
    OwnName,
    added_props,
    markup_line,
    one_line,
    prop,
    token,
)
from editions.formats.oscal.writing.prose import OscalTexts
from editions.formats.oscal.writing.resources import Resources, erratum_props
from editions.model import Criterion, Domain, Edition, Publication
from editions.model.addresses import criterion_address, domain_address, edition_address
from editions.model.fields import ItemKind
from editions.model.lineage import Level
from editions.text.tree import Text


def groups(publication: Publication, edition: Edition, texts: OscalTexts, resources: Resources) -> list[Object]:
    """The domains of an edition.

    Args:
        texts: Writes its texts.
        resources: Takes what criteria refer to.

    Returns:
        A group for each domain.
    """
    lines = _Lines(publication, edition)
    return [
        _group(publication, edition, domain, number, texts, resources, lines)
        for number, domain in enumerate(edition.domains, 1)
    ]


def _group(
    publication: Publication,
    edition: Edition,
    domain: Domain,
    number: int,
    texts: OscalTexts,
    resources: Resources,
    lines: _Lines,
) -> Object:
    label = one_line(domain.label)
    props: list[Object] = [{"name": "label", "value": label}, {"name": "sort-id", "value": f"{number:03d}"}]
    props += [prop("label", domain.label)] if label != domain.label else []
    props.append(prop(OwnName.SLUG, domain.slug))
    props += [prop("assessed-in", key) for key in domain.assessed_in]
    parts: list[Object] = []
    if domain.summary is not None:
        parts.append({"name": "overview", "class": "summary", "prose": markup_line(domain.summary)})
    if domain.guidance:
        prose, source = texts.prose(domain.guidance, domain)
        parts.append({"name": "guidance", **({"props": source} if source else {}), "prose": prose})
    props += added_props("domain", domain)
    parts += _parts("domain", domain, domain, texts)
    parts += _errata(publication, edition, domain.id, texts)
    return {
        "id": token(domain.id),
        "class": "domain",
        "title": markup_line(domain.title),
        "props": props,
        "links": [_page(publication.absolute(domain_address(edition, domain))), *lines.of("domain", domain.id)],
        **({"parts": parts} if parts else {}),
        "controls": [
            _control(publication, edition, domain, criterion, f"{number:03d}.{place:03d}", texts, resources, lines)
            for place, criterion in enumerate(domain.criteria, 1)
        ],
    }


def _control(
    publication: Publication,
    edition: Edition,
    domain: Domain,
    criterion: Criterion,
    sort: str,
    texts: OscalTexts,
    resources: Resources,
    lines: _Lines,
) -> Object:
    props: list[Object] = [{"name": "label", "value": criterion.id}, {"name": "sort-id", "value": sort}]
    # A control has to have a title, a criterion does not.
    props += [prop("title", "stands-for-id")] if criterion.title is None else []
    props += [prop("section", criterion.section)] if criterion.section is not None else []
    props += [prop("level", criterion.level)] if criterion.level is not None else []
    props += [prop("keyword", word) for word in criterion.keywords]
    props += added_props("criterion", criterion)
    links = [_page(publication.absolute(criterion_address(edition, criterion)))]
    links += [{"href": resources.reference(row), "rel": "reference"} for row in criterion.references]
    links += lines.of("criterion", criterion.id)
    prose, source = texts.prose(criterion.text, domain)
    # Two marks in a row stand in no id of ours, so no part takes the id of a control.
    statement: Object = {"id": f"{token(criterion.id)}__smt", "name": "statement"}
    return {
        "id": token(criterion.id),
        "class": "criterion",
        "title": markup_line(criterion.id if criterion.title is None else criterion.title),
        "props": props,
        "links": links,
        "parts": [
            {**statement, **({"props": source} if source else {}), "prose": prose},
            *_parts("criterion", criterion, domain, texts),
            *_errata(publication, edition, criterion.id, texts),
        ],
    }


def _parts(kind: ItemKind, item: Domain | Criterion, domain: Domain, texts: OscalTexts) -> list[Object]:
    """The texts of the other keys of the table of fields, as parts of our namespace."""
    parts: list[Object] = []
    for field, value in item.more.stated(kind):
        if isinstance(value, Text) and field.oscal:
            prose, source = texts.prose(value, domain)
            kept: Object = {"props": source} if source else {}
            parts.append({"name": field.oscal, "ns": NAMESPACE, **kept, "prose": prose})
    return parts


def _page(url: str) -> Object:
    return {"href": url, "rel": "alternate", "media-type": "text/html"}


def _errata(publication: Publication, edition: Edition, item: str, texts: OscalTexts) -> list[Object]:
    """What is known to be wrong in the release; the text that was released stands unchanged beside it."""
    return [
        {
            "name": OwnName.ERRATUM,
            "ns": NAMESPACE,
            "props": erratum_props(erratum),
            "prose": texts.prose(erratum.text)[0],
        }
        for erratum in publication.standard.errata_of(edition, item)
    ]


class _Lines:
    """Links along the lineage, to the catalogs of the editions beside this one."""

    def __init__(self, publication: Publication, edition: Edition) -> None:
        self._sides: list[tuple[str, Edition, dict[Level, dict[str, tuple[str, ...]]]]] = []
        self._publication = publication
        standard = publication.standard
        versions = [it.version for it in standard.editions]
        place = versions.index(edition.version)
        for rel, other in (("predecessor-version", place - 1), ("successor-version", place + 1)):
            if not 0 <= other < len(versions):
                continue
            neighbour = standard.editions[other]
            # A release keeps no link to a draft, which changes and goes.
            if neighbour.status == "draft" and rel == "successor-version":
                continue
            found: dict[Level, dict[str, tuple[str, ...]]] = {}
            levels: tuple[Level, Level] = ("domain", "criterion")
            for level in levels:
                found[level] = dict(standard.edges(level, edition.version, neighbour.version).successors)
            self._sides.append((rel, neighbour, found))

    def of(self, level: Level, item: str) -> list[Object]:
        """The links of an item to what it came from and what it became."""
        links: list[Object] = []
        for rel, other, found in self._sides:
            catalog = self._publication.absolute(f"{edition_address(other)}{CATALOG}")
            for name in found[level].get(item, ()):
                text = markup_line(f"{name} of {other.abbreviation} {other.version}")
                links.append({"href": f"{catalog}#{token(name)}", "rel": rel, "text": text})
        return links
