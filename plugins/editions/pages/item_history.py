"""The history of a criterion on its page: every edition, newest first, with what changed on the way to it."""

from __future__ import annotations

from itertools import groupby

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
    entries = [
        (edition, _entry(place, criterion, histories, history, edition, writer))
        for edition in reversed(standard.editions)
    ]
    parts = ["## History { #history }"]
    # Editions in a row that changed nothing are told together.
    for quiet, run in groupby(entries, key=lambda it: it[1] is None):
        told = list(run)
        if quiet and len(told) > 1:
            parts += _unchanged(place, criterion, [edition for edition, _ in told], writer)
            continue
        for edition, blocks in told:
            parts.append(f"### {_heading(place, edition)} {{ #history--{edition.version} }}")
            parts += blocks or [f"{_here(place, criterion, edition, writer)}: unchanged"]
    remarks = dict.fromkeys(it.lineage.note for it in standard.editions if it.lineage and it.lineage.note)
    return [*parts, *(f"{plain(remark)}\n{{ .lineage-note }}" for remark in remarks)]


def _heading(place: EditionPlace, edition: Edition) -> str:
    here = " (this page)" if edition.version == place.edition.version else ""
    state = _STATES[state_of(place.publication.standard, edition)]
    return plain(f"{edition.version}, {edition.date.words}{state}{here}")


def _here(place: EditionPlace, criterion: Criterion, edition: Edition, writer: StepWriter) -> str:
    """What the criterion is in an edition, as links."""
    ids = counterparts(place.publication.standard, "criterion", criterion.id, place.edition, edition)
    return writer.named("criterion", ids, edition)


def _unchanged(place: EditionPlace, criterion: Criterion, editions: list[Edition], writer: StepWriter) -> list[str]:
    """Several editions in a row that have the criterion as the edition before them."""
    own = " (this page among them)" if any(it.version == place.edition.version for it in editions) else ""
    first, last = editions[-1], editions[0]
    names = [f"{_here(place, criterion, it, writer)} in {it.version}" for it in editions]
    return [
        f"### {plain(f'{first.version} to {last.version}{own}')} {{ #history--{last.version} }}",
        f"Unchanged: {', '.join(names)}",
    ]


def _entry(
    place: EditionPlace,
    criterion: Criterion,
    histories: Histories,
    history: ItemHistory,
    edition: Edition,
    writer: StepWriter,
) -> list[str] | None:
    """What one edition has of the criterion, and what happened on the way to it; ``None`` where nothing did."""
    standard, own = place.publication.standard, place.edition
    other = _other(place, criterion, edition, writer)
    steps = [step for step in history.steps if step.after == edition.version]
    if edition.status == "draft" and own.status != "draft":
        steps = _to_draft(place, criterion, edition, histories)
    if steps and not other and all(step.change is None for step in steps):
        return None
    parts = [block for step in steps for block in writer.blocks("criterion", step)]
    if parts:
        return [*parts, *other]
    ids = counterparts(standard, "criterion", criterion.id, own, edition)
    if not ids:
        return other or ["Not in this edition."]
    if edition is standard.editions[0]:
        parts = [f"{writer.named('criterion', ids, edition)}: in the first edition"]
        if edition is not own:
            texts = [plain(edition.criteria_by_id[item][1].text.markdown) for item in ids]
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
