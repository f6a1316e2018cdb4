"""What becomes of the answers to an older edition's criteria in this one, by lineage and by what changed."""

from __future__ import annotations

from dataclasses import dataclass

from editions.comparison import Change, Comparison, Significance
from editions.comparison.phrases import kind_words
from editions.comparison.remembered import Compare
from editions.model import Edition, Relation, Standard
from editions.pages.change_anchors import change_anchors
from editions.words.messages import message
from editions.words.phrasebook import ENGLISH, Phrasebook


@dataclass(frozen=True)
class CarriedCriterion:
    """A criterion of this edition that is not word for word what it was in the older one.

    Attributes:
        id: Its id here.
        origins: What it comes from in the older edition, in that edition's order; empty where it was added.
        relation: What happened to the group that it belongs to.
        significance: Whether what one must meet may have changed.
        why: What happened and how much it matters, in words.
        anchor: The change on the comparison's page.
    """

    id: str
    origins: tuple[str, ...]
    relation: Relation
    significance: Significance
    why: str
    anchor: str

    @property
    def answer_stands(self) -> bool:
        """Whether an answer carries over as it is.

        One criterion became one and nothing but form changed: its number, place, title or editorial wording. The parts
        of a split criterion and a merged one are always assessed again, since no answer was given to their text.
        """
        return self.relation == "continued" and self.significance == "editorial"


@dataclass(frozen=True)
class WithdrawnCriterion:
    """A criterion of the older edition that nothing here continues.

    Attributes:
        id: Its id in the older edition.
        anchor: The change on the comparison's page.
    """

    id: str
    anchor: str


@dataclass(frozen=True)
class CarryOver:
    """How answers to an older edition carry over to this one.

    Attributes:
        edition: The older edition.
        changed: The criteria of this edition that differ, in its order. A criterion that is not named here stands in
            both editions under the same id, with the same text.
        withdrawn: The criteria of the older edition that nothing continues, in its order.
        remarks: Whose reading the lineage is.
        compared: Whether the comparison of the two editions has a page.
    """

    edition: Edition
    changed: tuple[CarriedCriterion, ...]
    withdrawn: tuple[WithdrawnCriterion, ...]
    remarks: tuple[str, ...]
    compared: bool


def carry_overs(
    standard: Standard, here: Edition, compare: Compare, words: Phrasebook = ENGLISH
) -> tuple[CarryOver, ...]:
    """How answers to each older release carry over to an edition.

    Args:
        words: The language.

    Returns:
        One entry for each release before ``here``, newest first. Several editions are crossed in one step: a text
        that was changed and changed back has not changed.
    """
    older = [edition for edition in standard.releases if edition.version < here.version]
    pairs = standard.compared()
    return tuple(
        carry_over(compare(standard, edition.version, here.version), words, compared=(edition, here) in pairs)
        for edition in reversed(older)
    )


def carry_over(comparison: Comparison, words: Phrasebook = ENGLISH, *, compared: bool = True) -> CarryOver:
    """How answers carry over between two editions that were compared.

    Args:
        words: The language.
        compared: Whether it has a page.

    Returns:
        What differs, criterion by criterion.
    """
    # The page of the comparison has the edition as a whole last; anchors of criteria do not depend on it.
    anchors = change_anchors(comparison.old, comparison.changes)
    found: dict[str, CarriedCriterion] = {}
    gone: dict[str, WithdrawnCriterion] = {}
    origins = comparison.connections.criteria.predecessors
    for change, (anchor, *_) in zip(comparison.changes, anchors, strict=True):
        if change.level != "criterion":
            continue
        for item in change.new:
            found[item.id] = CarriedCriterion(
                item.id, origins.get(item.id, ()), change.relation, change.significance, _why(change, words), anchor
            )
        if not change.new:
            gone |= {item.id: WithdrawnCriterion(item.id, anchor) for item in change.old}
    return CarryOver(
        edition=comparison.old,
        changed=tuple(found[item] for item in comparison.new.criteria_by_id if item in found),
        withdrawn=tuple(gone[item] for item in comparison.old.criteria_by_id if item in gone),
        remarks=tuple(comparison.connections.remarks),
        compared=compared,
    )


def _why(change: Change, words: Phrasebook) -> str:
    # The reasons are told where the change is shown.
    form = message("{what} (normative)") if change.significance == "normative" else message("{what} (editorial)")
    return words.text(form, what=kind_words(change, words))
