"""The history of a domain or a criterion over all editions."""

from __future__ import annotations

import pytest

from editions.comparison import Histories, compare_releases
from editions_builder import edition, lineage, standard

FIRST = edition("1.0", {"D1": {"a": "Keys rotate.", "b": "Logs are kept."}})
SECOND = edition("1.1", {"D1": {"a": "Keys rotate daily.", "b": "Logs are kept.", "n": "Tests run."}}, lineage("1.0"))
THIRD = edition(
    "1.2",
    {"D1": {"ab": "Keys rotate daily. Logs are kept.", "n1": "Tests", "n2": "run."}},
    lineage("1.1", criteria=[(["a", "b"], ["ab"], "one statement"), (["n"], ["n1", "n2"])]),
)
FOURTH = edition("1.3", {"D1": {"ab": "Keys rotate daily. Logs are kept."}}, lineage("1.2"))
DRAFT = edition("1.4", {"D1": {"ab": "Keys rotate."}}, lineage("1.3"), status="draft")
LINE = standard(FIRST, SECOND, THIRD, FOURTH, DRAFT)


def named(pairs):
    return [(str(version), list(ids)) for version, ids in pairs]


def test_an_item_that_came_from_others_tells_from_which_and_where_they_were_added_and_reworded():
    history = Histories(LINE).of("criterion", FOURTH.version, "ab")
    assert str(history.added_in) == "1.0"
    assert [str(version) for version in history.reworded_in] == ["1.1"]
    assert named(history.came_from) == [("1.2", ["ab"]), ("1.1", ["a", "b"]), ("1.0", ["a", "b"])]
    assert history.went_to == ()
    assert [(step.relation, step.notes) for step in history.steps if step.relation == "merged"] == [
        ("merged", ("one statement",))
    ]
    assert str(history.changed_in) == "1.2"


def test_an_item_tells_what_it_became_until_it_was_withdrawn():
    history = Histories(LINE).of("criterion", SECOND.version, "n")
    assert (str(history.added_in), history.came_from) == ("1.1", ())
    assert named(history.went_to) == [("1.2", ["n1", "n2"]), ("1.3", [])]
    assert str(history.withdrawn_in) == "1.3"
    assert [step.relation for step in history.steps] == ["added", "split", "withdrawn", "withdrawn"]


def test_an_item_that_never_changed_says_so():
    history = Histories(LINE).of("domain", THIRD.version, "D1")
    assert (str(history.added_in), history.reworded_in, history.changed_in) == ("1.0", (), None)


def test_the_draft_is_part_of_the_history_of_its_own_items_only():
    histories = Histories(LINE)
    assert [str(version) for version in histories.of("criterion", DRAFT.version, "ab").reworded_in] == ["1.1", "1.4"]
    assert histories.of("criterion", FIRST.version, "a").went_to[-1][0] == FOURTH.version


def test_neighbouring_editions_are_compared_once_for_all_items():
    asked = []

    def counted(standard_, old, new):
        asked.append((str(old), str(new)))
        return compare_releases(standard_, old, new)

    histories = Histories(LINE, counted)
    for item in ("ab", "ab"):
        histories.of("criterion", FOURTH.version, item)
    assert sorted(asked) == [("1.0", "1.1"), ("1.1", "1.2"), ("1.2", "1.3")]


def test_an_item_that_the_edition_does_not_have_is_a_key_error():
    with pytest.raises(KeyError):
        Histories(LINE).of("criterion", FIRST.version, "n")
