"""The lineage of an imported edition: what the file says, else the ids, else what the texts suggest."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from editions.formats.imported import Placement, UnknownSuccessor
from editions.importing.edition_writing import lineage_text, schema_comment
from editions.lineage import suggest_edition
from editions.lineage.outline import edition_outline
from editions.lineage.yaml_rows import suggestion_yaml
from editions.model import Edition, Lineage, LineageRow, item_ids
from editions.model.lineage import Level
from editions.source.problem import printable

_LEVELS: tuple[Level, ...] = ("domain", "criterion")
# The note of a lineage is read on pages, and has at most 1,000 characters (schema lineage-1).
_NAMED_IN_NOTE = 5


@dataclass(frozen=True)
class ImportedLineage:
    """How an imported edition follows from the one before.

    Attributes:
        text: The content of its ``lineage.yml``.
        placements: What the file says of lineage and has no place, and what has to be read again.
    """

    text: str
    placements: tuple[Placement, ...]


def lineage_of_import(
    stated: Lineage | None,
    unknown: Sequence[UnknownSuccessor],
    before: Edition,
    edition: Edition,
    site_url: str,
) -> ImportedLineage:
    """Connect an imported edition with the one before.

    Args:
        stated: What the file says of it, if it says anything; its origin is not read, since a file rarely knows it.
        unknown: Successors that the file names and does not hold.
        site_url: Address of the site that serves the schemas, ending in ``/``.

    Returns:
        What the file says. Where it says nothing, ids that stand in both editions are the same items, and rows that the
        texts suggest for the others stand in comments. Where no criterion's id stands in both, ids are not comparable,
        and the suggested rows stand as rows, each with its score, for a person to decide. An item whose successors are
        not known has no row; a comment says what the file says of it, and the note of the lineage that it is known no
        better, since comparisons show it as withdrawn.
    """
    shared = set(item_ids(before, "criterion")) & set(item_ids(edition, "criterion"))
    comment = schema_comment(site_url, "lineage-1")
    if stated is not None:
        lineage, placements = _fitting(replace(stated, origin=before.version), before, edition)
        rows = {it for row in lineage.criteria for it in row.old}
        named = [it for it in unknown if it.item in before.criteria_by_id]
        open_ends = [it for it in named if it.item not in rows]
        if open_ends:
            lineage = replace(lineage, note=_note(open_ends))
            placements = (*placements, _review(open_ends, before))
        return ImportedLineage(comment + lineage_text(lineage) + _comments(named), placements)
    if not shared:
        text = comment + _suggested(before, edition)
        review = Placement(
            f"how {edition.version} follows from {before.version}",
            "suggested from the texts in standard/lineage.yml, since no id stands in both; decide on each row",
            kept=True,
        )
        return ImportedLineage(text, (review,))
    text = comment + lineage_text(Lineage(before.version, "ids"))
    rest = _rest(before, edition)
    if not rest:
        return ImportedLineage(text, ())
    review = Placement(
        f"items of {before.version} or {edition.version} that the other does not have",
        "withdrawn or added; rows that the texts suggest stand in comments in standard/lineage.yml",
        kept=True,
    )
    return ImportedLineage(text + rest, (review,))


def _note(unknown: Sequence[UnknownSuccessor]) -> str:
    items = list(dict.fromkeys(it.item for it in unknown))
    more = f" and {len(items) - _NAMED_IN_NOTE} more" if len(items) > _NAMED_IN_NOTE else ""
    named = f"{', '.join(items[:_NAMED_IN_NOTE])}{more}"
    return f"Successors that were named for {named} could not be identified; until then they are shown as withdrawn."


def _review(unknown: Sequence[UnknownSuccessor], before: Edition) -> Placement:
    count = len({it.item for it in unknown})
    return Placement(
        f"{count} criteri{'on' if count == 1 else 'a'} of {before.version} whose successors are not known",
        "without a row, in comments in standard/lineage.yml; add rows, or comparisons show them as withdrawn",
        kept=True,
    )


def _comments(unknown: Sequence[UnknownSuccessor]) -> str:
    """What the file says of successors that are in no row, for whoever completes the rows."""
    if not unknown:
        return ""
    lines = [f"#   {it.item}: {it.relation} {it.target[:200]!r} {it.why}" for it in unknown]
    head = "# Successors that the imported file names and does not hold. Complete the rows, then correct the note."
    return "\n".join(["", head, *map(printable, lines)]) + "\n"


def _suggested(before: Edition, edition: Edition) -> str:
    old, new = edition_outline(before), edition_outline(edition)
    return suggestion_yaml(suggest_edition(old.domains, new.domains), old, new)


def _rest(before: Edition, edition: Edition) -> str:
    """Suggested rows between the items that have no counterpart of their own id, as comments."""
    old, new = _without(before, edition), _without(edition, before)
    if old is None or new is None:
        return ""
    rows = suggest_edition(edition_outline(old).domains, edition_outline(new).domains).rows
    lines = [
        f"#   {row.level}: from [{', '.join(row.from_ids)}] to [{', '.join(row.to_ids)}]"
        f"  # {row.score:.2f} {' '.join(row.reason.split())}"
        for row in rows
        if row.level == "criterion"
    ]
    if not lines:
        return ""
    head = (
        "# Suggested from the texts, for criteria that only one of the two editions has. Make rows of those that hold."
    )
    return "\n".join(["", head, *lines]) + "\n"


def _without(edition: Edition, other: Edition) -> Edition | None:
    """An edition without the criteria that the other has too."""
    domains = tuple(
        replace(domain, criteria=left)
        for domain in edition.domains
        if (left := tuple(it for it in domain.criteria if it.id not in other.criteria_by_id))
    )
    return replace(edition, domains=domains) if domains else None


def _fitting(stated: Lineage, before: Edition, edition: Edition) -> tuple[Lineage, tuple[Placement, ...]]:
    """Rows that can stand between these two editions; the others are told."""
    placements: list[Placement] = []
    rows = {level: tuple(_rows(stated, level, before, edition, placements)) for level in _LEVELS}
    return replace(stated, domains=rows["domain"], criteria=rows["criterion"]), tuple(placements)


def _rows(
    stated: Lineage, level: Level, before: Edition, edition: Edition, placements: list[Placement]
) -> Iterator[LineageRow]:
    old, new = set(item_ids(before, level)), set(item_ids(edition, level))
    shared = old & new if stated.identity == "ids" else set[str]()
    connected = _connected(stated.rows(level), old, new)
    seen: set[tuple[str, str]] = set()
    for row in stated.rows(level):
        left, right = tuple(it for it in row.old if it in old), tuple(it for it in row.new if it in new)
        gone = [it for it in (*row.old, *row.new) if it not in (*left, *right)]
        if row.old and row.new:
            left, right = (left, right) if left and right else ((), ())
            fresh = {(a, b) for a in left for b in right} - seen
            if len(fresh) < len(left) * len(right):
                left, right = (), ()
            seen |= fresh
        elif row.old:
            left = tuple(it for it in left if it not in shared | connected[0])
        else:
            right = tuple(it for it in right if it not in shared | connected[1])
        if left or right:
            yield replace(row, old=left, new=right)
        if gone or not (left or right):
            what = f"lineage of {level}: {', '.join(row.old) or 'nothing'} → {', '.join(row.new) or 'nothing'}"
            why = f"{', '.join(gone)} stands in neither place" if gone else "said already, or the id stands in both"
            note = f" ({row.note})" if row.note else ""
            placements.append(Placement(f"{what}{note}", f"left out of standard/lineage.yml: {why}", kept=False))


def _connected(rows: tuple[LineageRow, ...], old: Collection[str], new: Collection[str]) -> tuple[set[str], set[str]]:
    """Items that a row connects, on either side."""
    pairs = [(row.old, row.new) for row in rows if row.old and row.new]
    left = {a for olds, news in pairs if any(b in new for b in news) for a in olds if a in old}
    right = {b for olds, news in pairs if any(a in old for a in olds) for b in news if b in new}
    return left, right
