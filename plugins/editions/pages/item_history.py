"""The history of a criterion on its page: every edition, newest first, with what changed on the way to it."""

from __future__ import annotations

from editions.comparison import Histories, ItemHistory, Step
from editions.model import Criterion, Edition
from editions.model.addresses import criterion_address
from editions.pages.counterparts import counterparts, state_of
from editions.pages.edition_place import EditionPlace
from editions.pages.item_steps import StepWriter
from editions.pages.markdown_text import link, plain

_STATES = {"newest": ", newest release", "superseded": "", "draft": ", draft", "released": ""}


def history_section(
    place: EditionPlace, criterion: Criterion, histories: Histories, path: str, *, compared: bool
) -> list[str]:
    """The history of a criterion.

    Args:
        place: Its edition at its permanent address.
        criterion: The criterion.
        histories: The histories of the standard's items.
        path: The generated Markdown file that shows it.
        compared: Whether comparison pages are published.

    Returns:
        Markdown blocks: a heading, then each edition, newest first; none where the standard has one edition only.
    """
    standard = place.publication.standard
    if len(standard.editions) < 2:
        return []
    history = histories.of("criterion", place.edition.version, criterion.id)
    writer = StepWriter(standard, path, compared)
    parts = ["## History { #history }"]
    for edition in reversed(standard.editions):
        here = edition.version == place.edition.version
        name = f"{edition.version}, {edition.date.words}{_STATES[state_of(standard, edition)]}"
        parts.append(f"### {plain(name)}{' (this page)' if here else ''} {{ #history--{edition.version} }}")
        parts += _entry(place, criterion, histories, history, edition, writer)
    remarks = dict.fromkeys(it.lineage.note for it in standard.editions if it.lineage and it.lineage.note)
    return [*parts, *(f"{plain(remark)}\n{{ .lineage-note }}" for remark in remarks)]


def _entry(
    place: EditionPlace,
    criterion: Criterion,
    histories: Histories,
    history: ItemHistory,
    edition: Edition,
    writer: StepWriter,
) -> list[str]:
    """What one edition has of the criterion, and what happened on the way from the edition before."""
    standard, own = place.publication.standard, place.edition
    other = _other(place, criterion, edition, writer)
    steps = [step for step in history.steps if step.after == edition.version]
    if edition.status == "draft" and own.status != "draft":
        steps = _to_draft(place, criterion, edition, histories)
    parts = [block for step in steps for block in writer.blocks("criterion", step)]
    if parts:
        return [*parts, *other]
    ids = counterparts(standard, "criterion", criterion.id, own, edition)
    if not ids:
        return other or ["Not in this edition."]
    if edition is standard.editions[0]:
        parts = [f"{writer.named('criterion', ids, edition)}: in the first edition"]
        if edition is not own:
            texts = [plain(edition.criteria_by_id[item][1].text) for item in ids]
            parts += [f'<div class="redline" markdown="1">\n\n{text}\n\n</div>' for text in texts]
        return [*parts, *other]
    return [writer.named("criterion", ids, edition), *other]


def _to_draft(place: EditionPlace, criterion: Criterion, draft: Edition, histories: Histories) -> list[Step]:
    """What the draft would do to the criterion; the history of a release knows of releases alone."""
    standard = place.publication.standard
    newest = standard.current
    ids = counterparts(standard, "criterion", criterion.id, place.edition, newest)
    steps = [histories.step("criterion", newest, draft, item) for item in ids]
    return list({(step.old, step.new): step for step in steps}.values())


def _other(place: EditionPlace, criterion: Criterion, edition: Edition, writer: StepWriter) -> list[str]:
    """Where ids are not comparable, the same id may name something else in another edition."""
    if criterion.id not in edition.criteria_by_id or edition.version == place.edition.version:
        return []
    ids = counterparts(place.publication.standard, "criterion", criterion.id, place.edition, edition)
    if criterion.id in ids:
        return []
    address = criterion_address(edition, edition.criteria_by_id[criterion.id][1])
    return [f"{link(criterion.id, address, writer.path)} in this edition is another criterion."]
