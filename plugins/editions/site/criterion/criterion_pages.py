"""One page for each criterion of each edition: its text, its crosswalk, and its history through all editions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editions.comparison import Histories
from editions.model import Criterion, Domain, Edition
from editions.model.addresses import criterion_address, document_path
from editions.pages.added_fields import field_parts
from editions.pages.counterparts import edition_choices, state_of, supersession
from editions.pages.crosswalk_lists import crosswalk_section
from editions.pages.document import Chrome, Document, Fact, Link
from editions.pages.edition_place import EditionPlace, checklist_fact, edition_name, home_link
from editions.pages.errata_blocks import errata_block
from editions.pages.item_history import history_section
from editions.pages.item_steps import has_redlines
from editions.pages.page_source import page_source
from editions.pages.parts import Group, PageHeading, Part, Written
from editions.pages.sentences import sentence
from editions.pages.subject import EditionItem
from editions.text.plain import plain_sentence


def criterion_documents(place: EditionPlace, histories: Histories, *, compared: bool = False) -> list[Document]:
    """The criterion pages of an edition.

    Args:
        place: The edition at its permanent address.
        compared: Whether comparison pages are published, so that the history leads to them.

    Returns:
        Documents in the order of the standard.
    """
    criteria = list(place.edition.criteria())
    documents = []
    for number, ((domain, criterion), pointer) in enumerate(zip(criteria, json_pointers(place.edition), strict=True)):
        before = criteria[number - 1][1] if number else None
        after = criteria[number + 1][1] if number + 1 < len(criteria) else None
        path = document_path(criterion_address(place.edition, criterion))
        history = history_section(place, criterion, histories, path, compared=compared)
        neighbours = (_neighbour(place, before), _neighbour(place, after))
        documents.append(_criterion_page(place, domain, criterion, pointer, history, neighbours))
    return documents


def json_pointers(edition: Edition) -> Iterator[str]:
    """Where the criteria stand in their edition's ``criteria.json``.

    Yields:
        For each criterion, in the order of the standard, a JSON Pointer (RFC 6901). It stays for good once the edition
        is released, since its text and order do.
    """
    for number, domain in enumerate(edition.domains):
        yield from (f"/domains/{number}/criteria/{place}" for place in range(len(domain.criteria)))


def _neighbour(place: EditionPlace, criterion: Criterion | None) -> Link | None:
    if criterion is None:
        return None
    address = criterion_address(place.edition, criterion)
    return Link(criterion.title or criterion.id, address, place.words.text("Criterion"))


def _criterion_page(
    place: EditionPlace,
    domain: Domain,
    criterion: Criterion,
    pointer: str,
    history: Sequence[Part],
    neighbours: tuple[Link | None, Link | None],
) -> Document:
    edition, standard, words = place.edition, place.publication.standard, place.words
    address = criterion_address(edition, criterion)
    path = document_path(address)
    title = f"{criterion.id} {criterion.title}" if criterion.title else criterion.id
    context = place.links(domain.origin.path, path)
    text = Written(criterion.text, context, criterion.id, quoted=True)
    parts = (
        Group((text,), "criterion-text"),
        *field_parts("criterion", criterion, context, criterion.id, words, quoted=True),
        *errata_block(place, criterion.id, path, own=True),
        *crosswalk_section(place, criterion),
        *history,
    )
    facts = [Fact(words.text("Domain"), "", (Link(domain.title, place.domain(domain), domain.label),))]
    facts.append(Fact(words.text("Edition"), "", (Link(edition_name(edition), place.address),)))
    if criterion.section:
        facts.append(Fact(words.text("Section"), criterion.section))
    if criterion.level:
        facts.append(Fact(words.text("Level"), criterion.level))
    facts.append(checklist_fact(f"{place.checklist()}#{criterion.id}", words))
    # RFC 6901 § 6: a JSON Pointer as the fragment of an address.
    in_data = Link(words.text("This criterion in JSON"), f"{place.address}criteria.json#{pointer}", "JSON")
    return Document(
        kind="criterion",
        path=path,
        address=address,
        title=title,
        head_title=f"{title}, {domain.title}, {edition_name(edition)}",
        summary=plain_sentence(criterion.text),
        lead=(PageHeading(1, sentence(title), criterion.id),),
        parts=parts,
        **page_source(criterion.origin.path, working_copy=False),
        canonical=address,
        in_search=False,
        indexed=place.indexed,
        modified=edition.date,
        previous=neighbours[0],
        next=neighbours[1],
        chrome=Chrome(
            eyebrow=words.text("Criterion"),
            breadcrumbs=(
                home_link(words),
                Link(edition_name(edition), place.address),
                Link(domain.title, place.domain(domain)),
            ),
            state=state_of(standard, edition),
            choices=edition_choices(standard, edition, words, "criterion", criterion.id),
            supersession=supersession(standard, edition, words, "criterion", criterion.id),
            facts=tuple(facts),
            data=(in_data, *(it for it in place.data if not it.address.endswith("/criteria.json"))),
        ),
        subject=EditionItem(edition, domain, criterion, standing=place.standing),
        is_work=True,
        styles=("compare",) if has_redlines(history) else (),
    )
