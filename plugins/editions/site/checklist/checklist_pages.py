"""The checklist of an edition: all criteria in one list to read, to filter and to assess oneself against."""

from __future__ import annotations

from dataclasses import replace

from editions.comparison.remembered import Compare
from editions.model import Criterion, Domain, Edition, Standard
from editions.model.addresses import checklist_address, criterion_address, document_path
from editions.pages.added_fields import field_parts
from editions.pages.counterparts import edition_choices, state_of, supersession
from editions.pages.document import Chrome, Document, EditionChoice, Fact, Link, Supersession
from editions.pages.edition_place import EditionPlace, criteria_count, edition_name, home_link, permanent_link
from editions.pages.errata_blocks import errata_block
from editions.pages.page_source import page_source
from editions.pages.parts import Group, Line, PageHeading, Part, Widget, Written
from editions.pages.sentences import sentence, site_link
from editions.pages.subject import EditionItem
from editions.site.checklist.carrying_over import carrying_over
from editions.site.checklist.checklist_assessment import assessment_html
from editions.site.checklist.checklist_carry_over import carry_overs
from editions.site.checklist.checklist_data import checklist_data
from editions.site.checklist.checklist_filters import checklist_filters_html
from editions.words.phrasebook import Phrasebook

_MANY = 200  # criteria that a browser had better not lay out before they come into sight


def checklist_document(place: EditionPlace, compare: Compare, *, compared: bool = False) -> Document:
    """The checklist of an edition.

    Args:
        compared: Whether comparison pages are published.
    """
    edition, standard, words = place.edition, place.publication.standard, place.words
    address = place.checklist()
    path = document_path(address)
    name = edition_name(edition)
    title = words.text("Checklist")
    summary = words.count(
        len(edition.criteria_by_id),
        "The {n} criterion of {edition} in one list: filter them, note how far you meet each, and take the result with "
        "you.",
        "The {n} criteria of {edition} in one list: filter them, note how far you meet each, and take the result with "
        "you.",
        edition=name,
    )
    no_script = words.text(
        "With JavaScript, this page also filters the criteria and keeps your own assessment. Without it, the list is "
        "whole."
    )
    many = len(edition.criteria_by_id) > _MANY
    parts: list[Part] = [
        Line(sentence(no_script), "checklist-noscript"),
        Group((Widget(assessment_html(edition, words)),), "checklist-assessment"),
        Group((Widget(checklist_filters_html(edition, words)),), "filters"),
        Widget('<div class="checklist-report" hidden></div>'),
        *(part for domain in edition.domains for part in _chapter(place, domain, path, many=many)),
    ]
    carried = carry_overs(standard, edition, compare, words)
    if carried:
        parts += carrying_over(words)
    parts.append(Group((Widget(checklist_data(place, carried, address, compared=compared)),), "checklist-data"))
    return Document(
        kind="checklist",
        path=path,
        address=address,
        title=title,
        head_title=words.text("Checklist: {title}, {edition}", title=edition.title, edition=name),
        summary=summary,
        lead=(PageHeading(1, sentence(title)), Line(sentence(summary), "checklist-summary")),
        parts=tuple(parts),
        **page_source(edition.origin.path, working_copy=place.in_working_copy),
        canonical=place.canonical(checklist_address(None), address),
        in_search=False,
        indexed=place.indexed,
        modified=edition.date,
        chrome=Chrome(
            eyebrow=words.text("Edition {version}", version=edition.version),
            breadcrumbs=(home_link(words), Link(name, place.address)),
            state=state_of(standard, edition),
            choices=tuple(_choice(standard, it, words) for it in edition_choices(standard, edition, words)),
            supersession=_superseded(standard, edition, words),
            facts=(
                Fact(words.text("Edition"), "", (Link(name, place.address),)),
                Fact(words.text("Published"), words.date(edition.date)),
                Fact(words.text("Holds"), criteria_count(edition, words)),
            ),
            permanent=permanent_link(place, checklist_address(edition)),
            data=place.data,
        ),
        styles=("filters",),
        subject=EditionItem(edition, standing=place.standing),
    )


def _choice(standard: Standard, choice: EditionChoice, words: Phrasebook) -> EditionChoice:
    """The same choice, leading to the checklist of its edition."""
    edition = next(it for it in standard.editions if str(it.version) == choice.version)
    there = checklist_address(None if choice.state == "newest" else edition)
    name = words.text("Checklist of edition {version}", version=choice.version)
    return replace(choice, targets=(Link(name, there),))


def _superseded(standard: Standard, edition: Edition, words: Phrasebook) -> Supersession | None:
    notice = supersession(standard, edition, words)
    return replace(notice, address=checklist_address(None)) if notice else None


def _chapter(place: EditionPlace, domain: Domain, path: str, *, many: bool) -> tuple[Part, Part]:
    title = site_link(f"{domain.label} {domain.title}".strip(), place.domain(domain))
    words = place.words
    told = words.count(len(domain.criteria), "{n} criterion.", "{n} criteria.")
    if domain.assessed_in:
        told += f" {words.text('Assessed in {names}.', names=', '.join(domain.assessed_in))}"
    items = [_item(place, domain, criterion, path) for criterion in domain.criteria]
    inside = (
        Line(sentence(told), "checklist-progress"),
        *field_parts("domain", domain, place.links(domain.origin.path, path), domain.id, words, in_checklist=True),
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
        *field_parts("criterion", criterion, context, criterion.id, place.words, in_checklist=True, quoted=True),
        *errata_block(place, criterion.id, path),
    ]
    facts = [criterion.section] if criterion.section else []
    facts += [place.words.text("Level {level}", level=criterion.level)] if criterion.level else []
    if facts:
        parts.append(Line(sentence(" · ".join(facts)), "checklist-facts"))
    return Group(tuple(parts), "checklist-item")
