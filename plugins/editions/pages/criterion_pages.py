"""One page for each criterion of each edition: its text and where it stands in the other editions."""

from __future__ import annotations

from editions.model import Criterion, Domain, Edition
from editions.model.addresses import criterion_address
from editions.pages.counterparts import counterparts, edition_choices, state_of, supersession
from editions.pages.crosswalk_lists import crosswalk_section
from editions.pages.document import Chrome, Document, Fact, Link
from editions.pages.edition_place import EditionPlace, edition_name
from editions.pages.errata_blocks import errata_block
from editions.pages.markdown_text import document_path, link, plain, unmarked
from editions.pages.page_source import page_source
from editions.pages.published_links import published


def criterion_documents(place: EditionPlace) -> list[Document]:
    """The criterion pages of an edition.

    Args:
        place: The edition at its permanent address.

    Returns:
        Documents in the order of the standard.
    """
    criteria = list(place.edition.criteria())
    documents = []
    for number, (domain, criterion) in enumerate(criteria):
        before = criteria[number - 1][1] if number else None
        after = criteria[number + 1][1] if number + 1 < len(criteria) else None
        documents.append(_criterion_page(place, domain, criterion, before, after))
    return documents


def _neighbour(place: EditionPlace, criterion: Criterion | None) -> Link | None:
    if criterion is None:
        return None
    return Link(criterion.title or criterion.id, criterion_address(place.edition, criterion), "Criterion")


def _criterion_page(
    place: EditionPlace, domain: Domain, criterion: Criterion, before: Criterion | None, after: Criterion | None
) -> Document:
    edition, standard = place.edition, place.publication.standard
    address = criterion_address(edition, criterion)
    path = document_path(address)
    title = f"{criterion.id} {criterion.title}" if criterion.title else criterion.id
    text = published(criterion.text, place.links(domain.origin.path, path))
    parts = [
        f"# {plain(title)} {{ #{criterion.id} }}",
        f'<div class="criterion-text" markdown="1">\n\n{text}\n\n</div>',
    ]
    parts += errata_block(place, criterion.id, path)
    if history := _history(place, criterion, path):
        parts += ["## In other editions", history, *(f"{plain(it)}\n{{ .lineage-note }}" for it in _remarks(place))]
    parts += crosswalk_section(place, criterion, path)
    facts = [Fact("Domain", "", (Link(domain.title, place.domain(domain), domain.label),))]
    facts.append(Fact("Edition", "", (Link(edition_name(edition), place.address),)))
    if criterion.section:
        facts.append(Fact("Section", criterion.section))
    if criterion.level:
        facts.append(Fact("Level", criterion.level))
    facts.append(Fact("Checklist", "", (Link("Assess yourself", f"{place.checklist()}#{criterion.id}"),)))
    return Document(
        kind="criterion",
        path=path,
        address=address,
        title=title,
        head_title=f"{title}, {domain.title}, {edition_name(edition)}",
        summary=unmarked(criterion.text),
        markdown="\n\n".join(parts) + "\n",
        **page_source(criterion.origin.path, working_copy=False),
        canonical=address,
        in_search=False,
        indexed=place.indexed,
        modified=edition.date,
        previous=_neighbour(place, before),
        next=_neighbour(place, after),
        chrome=Chrome(
            eyebrow="Criterion",
            breadcrumbs=(
                Link("Home", "/"),
                Link(edition_name(edition), place.address),
                Link(domain.title, place.domain(domain)),
            ),
            state=state_of(standard, edition),
            choices=edition_choices(standard, edition, "criterion", criterion.id),
            supersession=supersession(standard, edition, "criterion", criterion.id),
            facts=tuple(facts),
            data=place.data,
        ),
        subject=(str(edition.version), domain.id, criterion.id),
    )


def _history(place: EditionPlace, criterion: Criterion, path: str) -> str:
    """Where the criterion stands in the other editions, newest first."""
    standard = place.publication.standard
    lines = []
    for edition in reversed(standard.editions):
        if edition.version == place.edition.version:
            continue
        ids = counterparts(standard, "criterion", criterion.id, place.edition, edition)
        name = plain(f"Edition {edition.version} ({edition.date.words})")
        if not ids:
            lines.append(f"{name}\n\n:   No counterpart.")
            continue
        lines.append(name + "\n")
        lines += [f":   {_counterpart(edition, item, path)}\n" for item in ids]
    return "\n".join(lines).rstrip()


def _remarks(place: EditionPlace) -> tuple[str, ...]:
    """Whose reading the lineage is that leads to the other editions."""
    editions = place.publication.standard.editions
    return tuple(dict.fromkeys(it.lineage.note for it in editions if it.lineage and it.lineage.note))


def _counterpart(edition: Edition, item: str, path: str) -> str:
    domain, criterion = edition.criteria_by_id[item]
    text = criterion.title or _first_line(criterion.text)
    return f"{link(item, criterion_address(edition, criterion), path)} {plain(text)} ({plain(domain.title)})"


def _first_line(markdown: str) -> str:
    return markdown.strip().split("\n", 1)[0]

