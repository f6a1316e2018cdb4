"""The checklist of an edition: all criteria in one list to read, to filter and to assess oneself against."""

from __future__ import annotations

from dataclasses import replace

from editions.comparison.remembered import Compare
from editions.model import Criterion, Domain, Edition, Standard
from editions.model.addresses import checklist_address, criterion_address
from editions.model.counts import counted
from editions.pages.added_fields import field_parts
from editions.pages.counterparts import edition_choices, state_of, supersession
from editions.pages.document import Chrome, Document, EditionChoice, Fact, Link, Supersession
from editions.pages.edition_place import EditionPlace, edition_name
from editions.pages.errata_blocks import errata_block
from editions.pages.page_paths import document_path
from editions.pages.page_source import page_source
from editions.pages.parts import Group, Line, PageHeading, Part, Widget, Written
from editions.pages.sentences import sentence, site_link
from editions.pages.subject import EditionItem
from editions.site.checklist.checklist_assessment import assessment_html
from editions.site.checklist.checklist_carry_over import carry_overs
from editions.site.checklist.checklist_data import checklist_data
from editions.site.checklist.checklist_filters import checklist_filters_html
from editions.text.parsing import parse

_MANY = 200  # criteria that a browser had better not lay out before they come into sight
_NO_SCRIPT = (
    "With JavaScript, this page also filters the criteria and keeps your own assessment. Without it, the list is whole."
)
_CARRYING = """\
Where this browser holds answers to an older edition, or a file with such answers is read in, they can be carried over.
The [lineage of the criteria](/standard/history/) says what became of each, over all editions between.

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
"""  # in the dialect of texts


def checklist_document(place: EditionPlace, compare: Compare, *, compared: bool = False) -> Document:
    """The checklist of an edition.

    Args:
        compared: Whether comparison pages are published.
    """
    edition, standard = place.edition, place.publication.standard
    address = place.checklist()
    path = document_path(address)
    name = edition_name(edition)
    criteria = counted(len(edition.criteria_by_id), "criterion", "criteria")
    summary = (
        f"The {criteria} of {name} in one list: filter them, note how far you meet each, and take the result with you."
    )
    many = len(edition.criteria_by_id) > _MANY
    parts: list[Part] = [
        Line(sentence(_NO_SCRIPT), "checklist-noscript"),
        Group((Widget(assessment_html(edition)),), "checklist-assessment"),
        Group((Widget(checklist_filters_html(edition)),), "filters"),
        Widget('<div class="checklist-report" hidden></div>'),
        *(part for domain in edition.domains for part in _chapter(place, domain, path, many=many)),
    ]
    carried = carry_overs(standard, edition, compare)
    if carried:
        parts.append(PageHeading(2, sentence("How answers carry over from an older edition"), "carrying-over"))
        parts += parse(_CARRYING).blocks
    parts.append(Group((Widget(checklist_data(place, carried, address, compared=compared)),), "checklist-data"))
    return Document(
        kind="checklist",
        path=path,
        address=address,
        title="Checklist",
        head_title=f"Checklist: {edition.title}, {name}",
        summary=summary,
        lead=(PageHeading(1, sentence("Checklist")), Line(sentence(summary), "checklist-summary")),
        parts=tuple(parts),
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
        styles=("filters",),
        subject=EditionItem(edition, standing=place.standing),
    )


def _choice(standard: Standard, choice: EditionChoice) -> EditionChoice:
    """The same choice, leading to the checklist of its edition."""
    edition = next(it for it in standard.editions if str(it.version) == choice.version)
    there = checklist_address(None if choice.state == "newest" else edition)
    return replace(choice, targets=(Link(f"Checklist of edition {choice.version}", there),))


def _superseded(standard: Standard, edition: Edition) -> Supersession | None:
    notice = supersession(standard, edition)
    return replace(notice, address=checklist_address(None)) if notice else None


def _chapter(place: EditionPlace, domain: Domain, path: str, *, many: bool) -> tuple[Part, Part]:
    title = site_link(f"{domain.label} {domain.title}".strip(), place.domain(domain))
    assessed = f" Assessed in {', '.join(domain.assessed_in)}." if domain.assessed_in else ""
    told = f"{counted(len(domain.criteria), 'criterion', 'criteria')}.{assessed}"
    items = [_item(place, domain, criterion, path) for criterion in domain.criteria]
    inside = (
        Line(sentence(told), "checklist-progress"),
        *field_parts("domain", domain, place.links(domain.origin.path, path), domain.id, in_checklist=True),
        *errata_block(place, domain.id, path),
        *items,
    )
    return (
        PageHeading(2, sentence(title), f"in-{domain.id}", "checklist-domain"),
        Group(inside, "checklist-items checklist-items--many" if many else "checklist-items"),
    )


def _item(place: EditionPlace, domain: Domain, criterion: Criterion, path: str) -> Group:
    link = site_link(criterion.id, criterion_address(place.edition, criterion))
    context = place.links(domain.origin.path, path)
    title = f" {criterion.title}" if criterion.title else ""
    css = "checklist-head" if criterion.title else "checklist-head bare"
    parts: list[Part] = [
        PageHeading(3, sentence(link, title), criterion.id, css),
        Written(criterion.text, context, criterion.id, quoted=True),
        *field_parts("criterion", criterion, context, criterion.id, in_checklist=True, quoted=True),
        *errata_block(place, criterion.id, path),
    ]
    facts = [criterion.section or "", f"Level {criterion.level}" if criterion.level else ""]
    if any(facts):
        parts.append(Line(sentence(" · ".join(filter(None, facts))), "checklist-facts"))
    return Group(tuple(parts), "checklist-item")
