"""The pages of the domains of an edition, at their permanent or the standing address."""

from __future__ import annotations

from editions.model import Criterion, Domain
from editions.model.addresses import criterion_address, document_path, domain_address
from editions.pages.added_fields import field_parts
from editions.pages.article_domains import articles_fact
from editions.pages.counterparts import edition_choices, state_of, supersession
from editions.pages.crosswalk_lists import crosswalk_line
from editions.pages.document import Chrome, Document, Fact, Link
from editions.pages.edition_place import EditionPlace, checklist_fact, edition_name, home_link, permanent_link
from editions.pages.errata_blocks import errata_block
from editions.pages.page_source import page_source
from editions.pages.parts import Line, PageHeading, Part, Written
from editions.pages.published_links import LinkContext
from editions.pages.sentences import sentence, site_link
from editions.pages.subject import EditionItem
from editions.text.plain import plain_sentence
from editions.text.slugs import slug_of


def domain_documents(place: EditionPlace) -> list[Document]:
    """The domain pages of an edition, in order."""
    domains = place.edition.domains
    around = zip((None, *domains), domains, (*domains[1:], None), strict=False)
    return [_domain_page(place, domain, before, after) for before, domain, after in around]


def _domain_page(place: EditionPlace, domain: Domain, before: Domain | None, after: Domain | None) -> Document:
    edition, standard, words = place.edition, place.publication.standard, place.words
    address = place.domain(domain)
    path = document_path(address)
    lead: tuple[Part, ...] = (PageHeading(1, sentence(domain.title), domain.id),)
    if domain.summary:
        lead += (Line(sentence(domain.summary), "domain-summary"),)
    context = place.links(domain.origin.path, path)
    parts = [
        *field_parts("domain", domain, context, domain.id, words),
        *errata_block(place, domain.id, path, own=True),
    ]
    section = None
    grouped = any(criterion.section for criterion in domain.criteria)
    if not grouped:
        parts.append(PageHeading(2, sentence(words.text("Criteria")), "all-criteria"))
    for criterion in domain.criteria:
        if criterion.section and criterion.section != section:
            parts.append(PageHeading(2, sentence(criterion.section), f"section-{slug_of(criterion.section)}"))
        section = criterion.section
        parts += _criterion(place, criterion, context)
        parts += errata_block(place, criterion.id, path)
    if domain.guidance:
        parts += [
            PageHeading(2, sentence(words.text("Guidance")), "all-guidance"),
            Line(sentence(words.text("Informative: it helps to meet the criteria and adds none.")), "informative"),
            Written(domain.guidance, context, "guidance-"),
        ]
    assessed = ", ".join(domain.assessed_in)
    facts = [Fact(words.text("Edition"), "", (Link(edition_name(edition), place.address),))]
    if assessed:
        facts.append(Fact(words.text("Assessed in"), assessed))
    facts += articles_fact(place.publication, edition, domain)
    facts.append(checklist_fact(place.checklist(domain), words))
    whole = Link(edition.title, place.address, words.text("Edition {version}", version=edition.version))
    return Document(
        kind="domain",
        path=path,
        address=address,
        title=domain.title,
        head_title=f"{domain.label}: {domain.title}, {edition_name(edition)}",
        summary=domain.summary or plain_sentence(domain.criteria[0].text),
        lead=lead,
        parts=tuple(parts),
        depends=place.depends,
        **page_source(domain.origin.path, working_copy=place.in_working_copy),
        canonical=place.canonical(domain_address(None, domain), address),
        in_search=place.searched,
        in_navigation=place.standing,
        indexed=place.indexed,
        modified=edition.date,
        previous=Link(before.title, place.domain(before), before.label) if before else whole,
        next=Link(after.title, place.domain(after), after.label) if after else None,
        chrome=Chrome(
            eyebrow=domain.label,
            breadcrumbs=(home_link(words), Link(edition_name(edition), place.address)),
            state=state_of(standard, edition),
            choices=edition_choices(standard, edition, words, "domain", domain.id),
            supersession=supersession(standard, edition, words, "domain", domain.id),
            facts=tuple(facts),
            permanent=permanent_link(place, domain_address(edition, domain)),
            data=place.data,
        ),
        subject=EditionItem(edition, domain, standing=place.standing),
        is_work=True,
    )


def _criterion(place: EditionPlace, criterion: Criterion, context: LinkContext) -> list[Part]:
    link = site_link(criterion.id, criterion_address(place.edition, criterion))
    title = f" {criterion.title}" if criterion.title else ""
    css = "criterion" if criterion.title else "criterion untitled"
    parts: list[Part] = [PageHeading(3, sentence(link, title), criterion.id, css)]
    if criterion.level:
        parts.append(Line(sentence(place.words.text("Level {level}", level=criterion.level)), "criterion-level"))
    parts.append(Written(criterion.text, context, criterion.id))
    parts += field_parts("criterion", criterion, context, criterion.id, place.words)
    return parts + crosswalk_line(place, criterion)
