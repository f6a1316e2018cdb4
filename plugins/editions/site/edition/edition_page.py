"""The overview of an edition, at its permanent or the standing address."""

from __future__ import annotations

from editions.model.addresses import HISTORY, LICENSE, crosswalk_address, document_path, edition_address
from editions.pages.added_fields import field_parts
from editions.pages.counterparts import edition_choices, state_of, supersession
from editions.pages.document import Chrome, Document, Fact, Link
from editions.pages.edition_place import EditionPlace, checklist_fact, home_link, permanent_link, size_words
from editions.pages.errata_blocks import errata_block
from editions.pages.page_source import page_source
from editions.pages.parts import Line, LinkList, ListedLink, PageHeading, Part, Written
from editions.pages.sentences import sentence
from editions.pages.subject import EditionItem


def edition_document(place: EditionPlace) -> Document:
    """The overview of an edition."""
    edition, standard, words = place.edition, place.publication.standard, place.words
    path = document_path(place.address)
    domains = tuple(ListedLink(it.title, place.domain(it), it.label, it.summary or "") for it in edition.domains)
    parts: list[Part] = [
        PageHeading(2, sentence(words.text("Domains")), "all-domains"),
        LinkList(domains, "domain-list"),
        *errata_block(place, None, path, own=True),
    ]
    context = place.links(edition.origin.path, path)
    parts += field_parts("edition", edition, context, "edition", words)
    if edition.prose:
        parts.append(Written(edition.prose, context))
    first = edition.domains[0]
    return Document(
        kind="edition",
        path=path,
        address=place.address,
        title=edition.title,
        head_title=words.text(
            "{title} ({abbreviation}), edition {version}",
            title=edition.title,
            abbreviation=edition.abbreviation,
            version=edition.version,
        ),
        summary=edition.summary,
        lead=(PageHeading(1, sentence(edition.title)), Line(sentence(edition.summary), "edition-summary")),
        parts=tuple(parts),
        depends=place.depends,
        **page_source(edition.origin.path, working_copy=place.in_working_copy),
        canonical=place.canonical(edition_address(None), place.address),
        in_search=place.searched,
        in_navigation=place.standing,
        indexed=place.indexed,
        modified=edition.date,
        next=Link(first.title, place.domain(first), first.label),
        chrome=Chrome(
            eyebrow=words.text("Edition {version}", version=edition.version),
            breadcrumbs=(home_link(words),),
            state=state_of(standard, edition),
            choices=edition_choices(standard, edition, words),
            supersession=supersession(standard, edition, words),
            facts=(
                Fact(words.text("Published"), words.date(edition.date)),
                Fact(words.text("Publisher"), edition.publisher.name),
                Fact(words.text("Holds"), size_words(edition, words)),
                _licence(place),
                checklist_fact(place.checklist(), words),
                *_crosswalks(place),
                Fact(words.text("History"), "", (Link(words.text("All editions"), HISTORY),)),
            ),
            permanent=permanent_link(place, edition_address(edition)),
            data=place.data,
        ),
        subject=EditionItem(edition, standing=place.standing),
        is_work=True,
    )


def _crosswalks(place: EditionPlace) -> tuple[Fact, ...]:
    """The way to the crosswalk pages, where there are any."""
    count = len(place.framework_slugs)
    if not count:
        return ()
    address = crosswalk_address(None if place.standing else place.edition)
    name = place.words.count(count, "To {n} framework", "To {n} frameworks")
    return (Fact(place.words.text("Crosswalks"), "", (Link(name, address),)),)


def _licence(place: EditionPlace) -> Fact:
    """The licence, with a link to the site's page about it if there is one."""
    name = place.edition.licence.short_name
    explained = any(page.path == document_path(LICENSE) for page in place.publication.pages)
    return Fact(place.words.text("Licence"), name, (Link(name, LICENSE),) if explained else ())
