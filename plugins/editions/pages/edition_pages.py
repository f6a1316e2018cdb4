"""The pages of one edition: its overview and its domains, at its permanent or the standing address."""

from __future__ import annotations

from editions.model import Criterion, Domain
from editions.model.addresses import LICENSE, criterion_address, crosswalk_address, domain_address, edition_address
from editions.model.counts import counted
from editions.pages.added_fields import field_parts
from editions.pages.article_domains import articles_fact
from editions.pages.counterparts import edition_choices, state_of, supersession
from editions.pages.crosswalk_lists import crosswalk_line
from editions.pages.document import Chrome, Document, Fact, Link
from editions.pages.edition_place import EditionPlace, edition_name
from editions.pages.errata_blocks import errata_block
from editions.pages.page_paths import document_path
from editions.pages.page_source import page_source
from editions.pages.parts import Line, LinkList, ListedLink, PageHeading, Part, Written
from editions.pages.published_links import LinkContext
from editions.pages.sentences import sentence, site_link
from editions.text.plain import plain_sentence
from editions.text.slugs import slug_of


def edition_documents(place: EditionPlace) -> list[Document]:
    """The overview and the domain pages of an edition.

    Returns:
        Documents: the overview first, then the domains in order.
    """
    domains = place.edition.domains
    documents = [_overview(place)]
    for number, domain in enumerate(domains):
        before = domains[number - 1] if number else None
        after = domains[number + 1] if number + 1 < len(domains) else None
        documents.append(_domain_page(place, domain, before, after))
    return documents


def _permanent(place: EditionPlace, address: str) -> Link | None:
    return Link(f"Edition {place.edition.version}", address) if place.standing else None


def _overview(place: EditionPlace) -> Document:
    edition, standard = place.edition, place.publication.standard
    path = document_path(place.address)
    domains = tuple(ListedLink(it.title, place.domain(it), it.label, it.summary or "") for it in edition.domains)
    parts: list[Part] = [
        PageHeading(2, sentence("Domains"), "all-domains"),
        LinkList(domains, "domain-list"),
        *errata_block(place, None, path, own=True),
    ]
    context = place.links(edition.origin.path, path)
    parts += field_parts("edition", edition, context, "edition")
    if edition.prose:
        parts.append(Written(edition.prose, context))
    count = len(edition.criteria_by_id)
    first = edition.domains[0]
    return Document(
        kind="edition",
        path=path,
        address=place.address,
        title=edition.title,
        head_title=f"{edition.title} ({edition.abbreviation}), edition {edition.version}",
        summary=edition.summary,
        lead=(PageHeading(1, sentence(edition.title)), Line(sentence(edition.summary), "edition-summary")),
        parts=tuple(parts),
        **page_source(edition.origin.path, working_copy=place.in_working_copy),
        canonical=place.canonical(edition_address(None), place.address),
        in_search=place.searched,
        in_navigation=place.standing,
        indexed=place.indexed,
        modified=edition.date,
        next=Link(first.title, place.domain(first), first.label),
        chrome=Chrome(
            eyebrow=f"Edition {edition.version}",
            breadcrumbs=(Link("Home", "/"),),
            state=state_of(standard, edition),
            choices=edition_choices(standard, edition),
            supersession=supersession(standard, edition),
            facts=(
                Fact("Published", edition.date.words),
                Fact("Publisher", edition.publisher.name),
                Fact(
                    "Holds",
                    f"{counted(len(edition.domains), 'domain', 'domains')}, {counted(count, 'criterion', 'criteria')}",
                ),
                _licence(place),
                Fact("Checklist", "", (Link("Assess yourself", place.checklist()),)),
                *_crosswalks(place),
                Fact("History", "", (Link("All editions", "/standard/history/"),)),
            ),
            permanent=_permanent(place, edition_address(edition)),
            data=place.data,
        ),
        subject=(str(edition.version),),
    )


def _crosswalks(place: EditionPlace) -> tuple[Fact, ...]:
    """The way to the crosswalk pages, where there are any."""
    count = len(place.framework_slugs)
    if not count:
        return ()
    address = crosswalk_address(None if place.standing else place.edition)
    return (Fact("Crosswalks", "", (Link(f"To {counted(count, 'framework', 'frameworks')}", address),)),)


def _licence(place: EditionPlace) -> Fact:
    """The licence, with a link to the site's page about it if there is one."""
    name = place.edition.licence.short_name
    explained = any(page.path == document_path(LICENSE) for page in place.publication.pages)
    return Fact("Licence", name, (Link(name, LICENSE),) if explained else ())


def _domain_page(place: EditionPlace, domain: Domain, before: Domain | None, after: Domain | None) -> Document:
    edition, standard = place.edition, place.publication.standard
    address = place.domain(domain)
    path = document_path(address)
    lead: tuple[Part, ...] = (PageHeading(1, sentence(domain.title), domain.id),)
    if domain.summary:
        lead += (Line(sentence(domain.summary), "domain-summary"),)
    context = place.links(domain.origin.path, path)
    parts = [*field_parts("domain", domain, context, domain.id), *errata_block(place, domain.id, path, own=True)]
    section = None
    grouped = any(criterion.section for criterion in domain.criteria)
    if not grouped:
        parts.append(PageHeading(2, sentence("Criteria"), "all-criteria"))
    for criterion in domain.criteria:
        if criterion.section and criterion.section != section:
            parts.append(PageHeading(2, sentence(criterion.section), f"section-{slug_of(criterion.section)}"))
        section = criterion.section
        parts += _criterion(place, criterion, context)
        parts += errata_block(place, criterion.id, path)
    if domain.guidance:
        parts += [
            PageHeading(2, sentence("Guidance"), "all-guidance"),
            Line(sentence("Informative: it helps to meet the criteria and adds none."), "informative"),
            Written(domain.guidance, context, "guidance-"),
        ]
    assessed = ", ".join(domain.assessed_in)
    facts = [Fact("Edition", "", (Link(edition_name(edition), place.address),))]
    if assessed:
        facts.append(Fact("Assessed in", assessed))
    facts += articles_fact(place.publication, edition, domain)
    facts.append(Fact("Checklist", "", (Link("Assess yourself", place.checklist(domain)),)))
    return Document(
        kind="domain",
        path=path,
        address=address,
        title=domain.title,
        head_title=f"{domain.label}: {domain.title}, {edition_name(edition)}",
        summary=domain.summary or plain_sentence(domain.criteria[0].text),
        lead=lead,
        parts=tuple(parts),
        **page_source(domain.origin.path, working_copy=place.in_working_copy),
        canonical=place.canonical(domain_address(None, domain), address),
        in_search=place.searched,
        in_navigation=place.standing,
        indexed=place.indexed,
        modified=edition.date,
        previous=Link(before.title, place.domain(before), before.label)
        if before
        else Link(edition.title, place.address, f"Edition {edition.version}"),
        next=Link(after.title, place.domain(after), after.label) if after else None,
        chrome=Chrome(
            eyebrow=domain.label,
            breadcrumbs=(Link("Home", "/"), Link(edition_name(edition), place.address)),
            state=state_of(standard, edition),
            choices=edition_choices(standard, edition, "domain", domain.id),
            supersession=supersession(standard, edition, "domain", domain.id),
            facts=tuple(facts),
            permanent=_permanent(place, domain_address(edition, domain)),
            data=place.data,
        ),
        subject=(str(edition.version), domain.id),
    )


def _criterion(place: EditionPlace, criterion: Criterion, context: LinkContext) -> list[Part]:
    link = site_link(criterion.id, criterion_address(place.edition, criterion))
    title = f" {criterion.title}" if criterion.title else ""
    css = "criterion" if criterion.title else "criterion untitled"
    parts: list[Part] = [PageHeading(3, sentence(link, title), criterion.id, css)]
    if criterion.level:
        parts.append(Line(sentence(f"Level {criterion.level}"), "criterion-level"))
    parts.append(Written(criterion.text, context, criterion.id))
    parts += field_parts("criterion", criterion, context, criterion.id)
    return parts + crosswalk_line(place, criterion)
