"""The history of a criterion on its page: every edition, newest first, with what changed on the way to it."""

from __future__ import annotations

from itertools import groupby

from editions.comparison import Histories, ItemHistory, Step
from editions.model import Criterion, Edition
from editions.model.addresses import criterion_address
from editions.pages.counterparts import counterparts, state_of
from editions.pages.document import State
from editions.pages.edition_place import EditionPlace
from editions.pages.item_steps import REDLINE, StepWriter
from editions.pages.parts import Group, Line, PageHeading, Part, Written
from editions.pages.sentences import fill, sentence, site_link
from editions.text.inline_tree import Inline
from editions.words.messages import message

LINEAGE_NOTE = "lineage-note"
"""The class of a remark on whose reading a lineage is."""

_HEADINGS: dict[State, str] = {
    "newest": message("{version}, {date}, newest release"),
    "superseded": message("{version}, {date}"),
    "draft": message("{version}, {date}, draft"),
    "released": message("{version}, {date}"),
}


def history_section(
    place: EditionPlace, criterion: Criterion, histories: Histories, path: str, *, compared: bool
) -> list[Part]:
    """The history of a criterion.

    Args:
        place: Its edition at its permanent address.
        histories: The histories of the standard's items.
        path: The page that shows it, in the tree of pages.
        compared: Whether comparison pages are published.

    Returns:
        A heading, then each edition, newest first; none where the standard has one edition only.
    """
    standard, words = place.publication.standard, place.words
    if len(standard.editions) < 2:
        return []
    history = histories.of("criterion", place.edition.version, criterion.id)
    writer = StepWriter(place, path, compared)
    entries = [
        (edition, _entry(place, criterion, histories, history, edition, writer, path))
        for edition in reversed(standard.editions)
    ]
    parts: list[Part] = [PageHeading(2, sentence(words.text("History")), "history")]
    # Editions in a row that changed nothing are told together.
    for quiet, run in groupby(entries, key=lambda it: it[1] is None):
        told = list(run)
        if quiet and len(told) > 1:
            parts += _unchanged(place, criterion, [edition for edition, _ in told], writer)
            continue
        for edition, entry in told:
            parts.append(PageHeading(3, sentence(_heading(place, edition)), f"history--{edition.version}"))
            same = fill(words.text("{items}: unchanged"), items=_here(place, criterion, edition, writer))
            parts += entry or [Line(same)]
    remarks = dict.fromkeys(it.lineage.note for it in standard.editions if it.lineage and it.lineage.note)
    return [*parts, *(Line(sentence(remark), LINEAGE_NOTE) for remark in remarks)]


def _heading(place: EditionPlace, edition: Edition) -> str:
    words = place.words
    form = _HEADINGS[state_of(place.publication.standard, edition)]
    heading = words.text(form, version=edition.version, date=words.date(edition.date))
    here = edition.version == place.edition.version
    return words.text("{edition} (this page)", edition=heading) if here else heading


def _here(place: EditionPlace, criterion: Criterion, edition: Edition, writer: StepWriter) -> tuple[Inline, ...]:
    """What the criterion is in an edition, as links."""
    ids = counterparts(place.publication.standard, "criterion", criterion.id, place.edition, edition)
    return writer.named("criterion", ids, edition)


def _unchanged(place: EditionPlace, criterion: Criterion, editions: list[Edition], writer: StepWriter) -> list[Part]:
    """Several editions in a row that have the criterion as the edition before them."""
    words, (first, *_, last) = place.words, reversed(editions)
    if any(it.version == place.edition.version for it in editions):
        heading = words.text("{old} to {new} (this page among them)", old=first.version, new=last.version)
    else:
        heading = words.text("{old} to {new}", old=first.version, new=last.version)
    named: tuple[Inline, ...] = ()
    for it in editions:
        items = _here(place, criterion, it, writer)
        named += sentence(
            ", " if named else "", *fill(words.text("{items} in {version}"), items=items, version=str(it.version))
        )
    return [
        PageHeading(3, sentence(heading), f"history--{last.version}"),
        Line(fill(words.text("Unchanged: {items}"), items=named)),
    ]


def _entry(
    place: EditionPlace,
    criterion: Criterion,
    histories: Histories,
    history: ItemHistory,
    edition: Edition,
    writer: StepWriter,
    path: str,
) -> list[Part] | None:
    """What one edition has of the criterion, and what happened on the way to it; ``None`` where nothing did."""
    standard, own = place.publication.standard, place.edition
    other = _other(place, criterion, edition)
    steps = [step for step in history.steps if step.after == edition.version]
    if edition.status == "draft" and own.status != "draft":
        steps = _to_draft(place, criterion, edition, histories)
    if steps and not other and all(step.change is None for step in steps):
        return None
    parts = [part for step in steps for part in writer.parts("criterion", step)]
    if parts:
        return [*parts, *other]
    ids = counterparts(standard, "criterion", criterion.id, own, edition)
    if not ids:
        return other or [Line(sentence(place.words.text("Not in this edition.")))]
    named = writer.named("criterion", ids, edition)
    if edition is standard.editions[0]:
        parts = [Line(fill(place.words.text("{items}: in the first edition"), items=named))]
        if edition is not own:
            parts += [_then(place, edition, item, path) for item in ids]
        return [*parts, *other]
    return [Line(named), *other]


def _then(place: EditionPlace, edition: Edition, item: str, path: str) -> Part:
    """A text as an earlier edition has it."""
    domain, criterion = edition.criteria_by_id[item]
    then = EditionPlace(place.publication, edition, standing=False, docs=place.docs)
    text = Written(
        criterion.text, then.links(domain.origin.path, path), f"history--{edition.version}--{item}", quoted=True
    )
    return Group((text,), REDLINE)


def _to_draft(place: EditionPlace, criterion: Criterion, draft: Edition, histories: Histories) -> list[Step]:
    """What the draft would do to the criterion; the history of a release knows of releases alone."""
    standard = place.publication.standard
    newest = standard.current
    ids = counterparts(standard, "criterion", criterion.id, place.edition, newest)
    steps = [histories.step("criterion", newest, draft, item) for item in ids]
    return list({(step.old, step.new): step for step in steps}.values())


def _other(place: EditionPlace, criterion: Criterion, edition: Edition) -> list[Part]:
    """Where ids are not comparable, the same id may name something else in another edition."""
    if criterion.id not in edition.criteria_by_id or edition.version == place.edition.version:
        return []
    ids = counterparts(place.publication.standard, "criterion", criterion.id, place.edition, edition)
    if criterion.id in ids:
        return []
    address = criterion_address(edition, edition.criteria_by_id[criterion.id][1])
    there = place.words.text("{item} in this edition is another criterion.")
    return [Line(fill(there, item=site_link(criterion.id, address)))]
