"""What becomes of answers to an older edition: which stand, which are to be given again and why."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.comparison import compare_releases
from editions.model import Edition
from editions.site.checklist.checklist_carry_over import CarryOver, carry_overs
from editions_builder import Row, domain, edition, editions, lineage, rows_between, standard

TEXT = "The system must log all access."


def carried(old: dict[str, str], new: dict[str, str], rows: Sequence[Row] = (), identity: str = "ids") -> CarryOver:
    """How answers carry over between two editions of one domain with these criteria."""
    first = edition("1.0", [domain("D", old)])
    second = edition("1.1", [domain("D", new)], lineage("1.0", criteria=rows, identity=identity))
    (only,) = carry_overs(standard(first, second), second, compare_releases)
    return only


@pytest.mark.parametrize(
    ("old", "new", "rows", "expected"),
    [
        pytest.param({"A": TEXT}, {"A": TEXT}, [], [], id="the same words: nothing is told"),
        pytest.param(
            {"A": TEXT}, {"B": TEXT}, [(["A"], ["B"])], [("B", ("A",), "continued", True)], id="renumbered: stands"
        ),
        pytest.param(
            {"A": "It must log all the colours."},
            {"A": "It must log all the colors."},
            [],
            [("A", ("A",), "continued", True)],
            id="spelled otherwise: stands",
        ),
        pytest.param(
            {"A": TEXT},
            {"A": "The system should log all access."},
            [],
            [("A", ("A",), "continued", False)],
            id="asks for something else: again",
        ),
        pytest.param(
            {"A": TEXT},
            {"B": TEXT, "C": TEXT},
            [(["A"], ["B", "C"])],
            [("B", ("A",), "split", False), ("C", ("A",), "split", False)],
            id="split: again, both",
        ),
        pytest.param(
            {"A": TEXT, "B": TEXT},
            {"C": TEXT},
            [(["A", "B"], ["C"])],
            [("C", ("A", "B"), "merged", False)],
            id="merged: again, also where the words stay",
        ),
        pytest.param(
            {"A": TEXT, "B": "Keys are kept safe."},
            {"C": TEXT, "D": "Keys are kept safe."},
            [(["A"], ["C"]), (["A"], ["D"]), (["B"], ["D"])],
            [("C", ("A",), "reorganised", False), ("D", ("A", "B"), "reorganised", False)],
            id="reorganised: again, each with its own origins",
        ),
        pytest.param(
            {"A": TEXT}, {"A": TEXT, "B": TEXT}, [], [("B", (), "added", False)], id="new: to be assessed for once"
        ),
    ],
)
def test_an_answer_stands_only_where_one_became_one_and_nothing_but_form_changed(
    old: dict[str, str],
    new: dict[str, str],
    rows: Sequence[Row],
    expected: list[tuple[str, tuple[str, ...], str, bool]],
) -> None:
    found = carried(old, new, rows)
    assert [(it.id, it.origins, it.relation, it.answer_stands) for it in found.changed] == expected


def test_a_withdrawn_criterion_is_told_with_the_place_of_its_change() -> None:
    found = carried({"A": TEXT, "R": "Paper is locked away."}, {"A": TEXT})
    assert [(it.id, it.anchor) for it in found.withdrawn] == [("R", "change-R")]


def test_the_same_id_is_another_criterion_where_ids_are_not_comparable() -> None:
    found = carried({"A": TEXT}, {"A": "Keys are kept safe."}, identity="lineage")
    assert [(it.id, it.origins, it.relation) for it in found.changed] == [("A", (), "added")]
    assert [it.id for it in found.withdrawn] == ["A"]


def test_several_editions_are_crossed_at_once_and_a_text_changed_back_has_not_changed() -> None:
    first = edition("1.0", [domain("D", {"A": TEXT, "B": TEXT})])
    second = edition("1.1", [domain("D", {"A": "Another text.", "B": "Another text."})], lineage("1.0"))
    third = edition("1.2", [domain("D", {"A": TEXT, "C": TEXT})], lineage("1.1", criteria=[(["B"], ["C"])]))
    newest, oldest = carry_overs(standard(first, second, third), third, compare_releases)
    assert [str(it.edition.version) for it in (newest, oldest)] == ["1.1", "1.0"]
    assert [(it.id, it.answer_stands) for it in newest.changed] == [("A", False), ("C", False)]
    assert [(it.id, it.origins, it.answer_stands) for it in oldest.changed] == [("C", ("B",), True)]


def test_a_draft_takes_answers_from_every_release_but_only_the_newest_is_compared_on_a_page() -> None:
    first = edition("1.0", [domain("D", {"A": TEXT})])
    second = edition("1.1", [domain("D", {"A": TEXT})], lineage("1.0", note="Our reading."))
    draft = edition("2.0", [domain("D", {"A": TEXT})], lineage("1.1"), status="draft")
    found = carry_overs(standard(first, second, draft), draft, compare_releases)
    assert [(str(it.edition.version), it.compared) for it in found] == [("1.1", True), ("1.0", False)]
    assert [it.remarks for it in found] == [(), ("Our reading.",)]


@given(st.data())
def test_every_criterion_of_both_editions_has_exactly_one_fate(data: st.DataObject) -> None:
    old, new = data.draw(editions("1.0")), data.draw(editions("1.1"))
    old_ids, new_ids = list(old.criteria_by_id), list(new.criteria_by_id)
    rows = data.draw(rows_between(old_ids, new_ids))
    later = Edition(**{**vars_of(new), "lineage": lineage("1.0", criteria=rows)})
    (found,) = carry_overs(standard(old, later), later, compare_releases)
    told = [it.id for it in found.changed]
    assert len(set(told)) == len(told)
    same = [item for item in new_ids if item not in told]
    assert all(
        item in old_ids and old.criteria_by_id[item][1].text == new.criteria_by_id[item][1].text for item in same
    )
    used = {origin for it in found.changed for origin in it.origins} | set(same)
    assert used | {it.id for it in found.withdrawn} == set(old_ids)
    assert not used & {it.id for it in found.withdrawn}


def vars_of(made: Edition) -> dict[str, object]:
    """The fields of an edition, without what it has worked out for itself."""
    return {name: getattr(made, name) for name in Edition.__dataclass_fields__}
