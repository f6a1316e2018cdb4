"""A kind of page made up for the tests: the criteria of an edition by keyword. Everything of it is in this folder."""

from __future__ import annotations

from collections.abc import Iterator

from editions.model.addresses import criterion_address, document_path
from editions.pages.document import Chrome, Document, Fact, Link
from editions.pages.edition_place import EditionPlace, edition_name
from editions.pages.parts import Line, LinkList, ListedLink, PageHeading, Part
from editions.pages.sentences import sentence
from editions.pages.subject import EditionItem
from editions.site.page_kind import PageKind
from editions.site.plan_context import PlanContext
from editions.text.plain import plain_sentence


def keyword_documents(context: PlanContext) -> Iterator[Document]:
    for place in context.places:
        yield _page(place)


def _page(place: EditionPlace) -> Document:
    edition, address = place.edition, f"{place.address}keywords/"
    entries: dict[str, list[ListedLink]] = {}
    for _, criterion in edition.criteria():
        link = ListedLink(criterion.title or criterion.id, criterion_address(edition, criterion), criterion.id)
        for keyword in criterion.keywords:
            entries.setdefault(keyword, []).append(link)
    summary = f"The criteria of {edition_name(edition)} by what they are about."
    parts: list[Part] = []
    for keyword in sorted(entries):
        parts += [PageHeading(2, sentence(keyword)), LinkList(tuple(entries[keyword]), "keyword-list")]
    said = plain_sentence(edition.domains[0].criteria[0].text)
    parts.append(Line(sentence("Whatever has no keyword is not listed, such as: ", said), "keyword-rest"))
    return Document(
        kind="keyword",
        path=document_path(address),
        address=address,
        title="Criteria by keyword",
        head_title=f"Criteria by keyword, {edition_name(edition)}",
        summary=summary,
        lead=(PageHeading(1, sentence("Criteria by keyword")), Line(sentence(summary))),
        parts=tuple(parts),
        depends=place.depends,
        canonical=address,
        in_search=place.searched,
        in_navigation=place.standing,
        indexed=place.indexed,
        modified=edition.date,
        chrome=Chrome(
            breadcrumbs=(Link("Home", "/"), Link(edition_name(edition), place.address)),
            facts=(Fact("Keywords", str(len(entries))),),
            data=place.data,
        ),
        subject=EditionItem(edition, standing=place.standing),
    )


KEYWORD = PageKind("keyword", keyword_documents, shared_scripts=("permalink",))
