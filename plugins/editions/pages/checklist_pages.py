"""The checklist of an edition: all criteria in one list to read, to filter and to assess oneself against."""

from __future__ import annotations

from dataclasses import replace

from editions.comparison.remembered import Compare
from editions.model import Criterion, Domain, Edition, Standard
from editions.model.addresses import HISTORY, checklist_address, criterion_address
from editions.pages.checklist_assessment import assessment_html
from editions.pages.checklist_carry_over import carry_overs
from editions.pages.checklist_data import checklist_data
from editions.pages.checklist_filters import checklist_filters_html
from editions.pages.counterparts import edition_choices, state_of, supersession
from editions.pages.document import Chrome, Document, EditionChoice, Fact, Link, Supersession
from editions.pages.edition_place import EditionPlace, edition_name
from editions.pages.errata_blocks import errata_block
from editions.pages.inserts import insert_name
from editions.pages.markdown_text import document_path, link, plain, relative
from editions.pages.page_source import page_source
from editions.pages.published_links import published

_MANY = 200  # criteria that a browser had better not lay out before they come into sight
_NO_SCRIPT = (
    "With JavaScript, this page also filters the criteria and keeps your own assessment. Without it, the list is whole."
)
_CARRYING = """\
## How answers carry over from an older edition { #carrying-over }

Where this browser holds answers to an older edition, or a file with such answers is read in, they can be carried over.
The [lineage of the criteria](%s) says what became of each, over all editions between.

An answer stands as it is
:   where one criterion became one and nothing that one must meet changed: the same words, another number or place,
    or a rewording that the comparison calls editorial. The answer says where it comes from.

It must be assessed again
:   where a criterion was reworded in a way that may change what one must meet, or was split or merged. Evidence and
    owner come along as a suggestion; status and date are left open, and the former status is shown. That holds for a
    merged criterion also where all that went into it had the same status, for nobody has assessed the new text. A
    criterion that is new here is listed too.

It is kept aside
:   where a criterion was withdrawn. Its answer stays in the file and in the report, and counts for nothing.

Nothing that is answered here already is replaced unless you say so.
"""


def checklist_document(place: EditionPlace, compare: Compare, *, compared: bool = False) -> Document:
    """The checklist of an edition.

    Args:
        place: The edition and where its pages stand.
        compare: Compares two editions of the standard.
        compared: Whether comparison pages are published.

    Returns:
        The document; its filters, the panel of the assessment and the data for its script are inserts.
    """
    edition, standard = place.edition, place.publication.standard
    address = place.checklist()
    path = document_path(address)
    name = edition_name(edition)
    count = len(edition.criteria_by_id)
    criteria = "1 criterion" if count == 1 else f"{count:,} criteria"
    summary = (
        f"The {criteria} of {name} in one list: filter them, note how far you meet each, and take the result with you."
    )
    many = count > _MANY
    chapters = "\n\n".join(part for domain in edition.domains for part in _chapter(place, domain, path, many=many))
    # The criteria are contributors' Markdown, which must not hold what the page inserts.
    marks = {name: insert_name(name, chapters) for name in ("assessment", "filters", "data")}
    parts = [
        "# Checklist",
        plain(summary) + "\n{ .checklist-summary }",
        f"{_NO_SCRIPT}\n{{ .checklist-noscript }}",
        f'<div class="checklist-assessment" data-insert="{marks["assessment"]}"></div>',
        f'<div class="filters" data-insert="{marks["filters"]}"></div>',
        '<div class="checklist-report" hidden></div>',
        chapters,
    ]
    carried = carry_overs(standard, edition, compare)
    if carried:
        parts.append(_CARRYING % relative(document_path(HISTORY), path))
    return Document(
        kind="checklist",
        path=path,
        address=address,
        title="Checklist",
        head_title=f"Checklist: {edition.title}, {name}",
        summary=summary,
        markdown="\n\n".join(parts) + f'\n\n<div class="checklist-data" data-insert="{marks["data"]}"></div>\n',
        **page_source(edition.origin.path, working_copy=place.in_working_copy),
        canonical=place.canonical(checklist_address(None), address),
        in_search=False,
        indexed=place.indexed,
        modified=edition.date,
        chrome=Chrome(
            eyebrow=f"Edition {edition.version}",
            breadcrumbs=(Link("Home", "/"), Link(name, place.address)),
            state=state_of(standard, edition),
            choices=tuple(_choice(standard, it) for it in edition_choices(standard, edition)),
            supersession=_superseded(standard, edition),
            facts=(
                Fact("Edition", "", (Link(name, place.address),)),
                Fact("Published", edition.date.words),
                Fact("Holds", criteria),
            ),
            permanent=Link(f"Edition {edition.version}", checklist_address(edition)) if place.standing else None,
            data=place.data,
        ),
        inserts={
            marks["assessment"]: assessment_html(edition),
            marks["filters"]: checklist_filters_html(edition),
            marks["data"]: checklist_data(place, carried, address, compared=compared),
        },
        subject=(str(edition.version),),
    )


def _choice(standard: Standard, choice: EditionChoice) -> EditionChoice:
    """The same choice, leading to the checklist of its edition."""
    edition = next(it for it in standard.editions if str(it.version) == choice.version)
    there = checklist_address(None if choice.state == "newest" else edition)
    return replace(choice, targets=(Link(f"Checklist of edition {choice.version}", there),))


def _superseded(standard: Standard, edition: Edition) -> Supersession | None:
    notice = supersession(standard, edition)
    return replace(notice, address=checklist_address(None)) if notice else None


def _chapter(place: EditionPlace, domain: Domain, path: str, *, many: bool) -> list[str]:
    title = link(f"{domain.label} {domain.title}".strip(), place.domain(domain), path)
    count = len(domain.criteria)
    assessed = f" Assessed in {', '.join(domain.assessed_in)}." if domain.assessed_in else ""
    told = f"{'1 criterion' if count == 1 else f'{count:,} criteria'}.{assessed}"
    kind = "checklist-items checklist-items--many" if many else "checklist-items"
    items = "\n\n".join(_item(place, domain, criterion, path) for criterion in domain.criteria)
    inside = "\n\n".join((f"{plain(told)}\n{{ .checklist-progress }}", *errata_block(place, domain.id, path), items))
    return [
        f"## {title} {{ #in-{domain.id} .checklist-domain }}",
        f'<div class="{kind}" markdown="1">\n\n{inside}\n\n</div>',
    ]


def _item(place: EditionPlace, domain: Domain, criterion: Criterion, path: str) -> str:
    heading = link(criterion.id, criterion_address(place.edition, criterion), path)
    title = f" {plain(criterion.title)}" if criterion.title else ""
    kind = ".checklist-head" if criterion.title else ".checklist-head .bare"
    blocks = [
        f"### {heading}{title} {{ #{criterion.id} {kind} }}",
        published(criterion.text.markdown, place.links(domain.origin.path, path)),
        *errata_block(place, criterion.id, path),
    ]
    facts = [criterion.section or "", f"Level {criterion.level}" if criterion.level else ""]
    if any(facts):
        blocks.append(f"{plain(' · '.join(filter(None, facts)))}\n{{ .checklist-facts }}")
    return '<div class="checklist-item" markdown="1">\n\n' + "\n\n".join(blocks) + "\n\n</div>"
