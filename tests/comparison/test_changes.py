"""Typed changes, as a table: two editions, the lineage between them, and what is said of them."""

from __future__ import annotations

import dataclasses

import pytest

from editions.comparison import Change, changes, compare, compare_releases, summarise, summary_words
from editions.model import Licence, PartialDate, Reference
from editions_builder import domain, edition, lineage, standard

Expected = tuple[str, str, list[str], list[str], list[str], str]


def told(change: Change) -> Expected:
    old, new = [item.id for item in change.old], [item.id for item in change.new]
    return (change.level, change.relation, old, new, list(change.aspects), change.significance)


A, B, C, D = "Logs are kept.", "Alerts are tested.", "Data are classified.", "Models are evaluated."

CASES = {
    "a reworded criterion": (
        {"D1": {"a": "Logs are kept for 30 days."}},
        {"D1": {"a": "Logs are kept for 90 days."}},
        None,
        [("criterion", "continued", ["a"], ["a"], ["reworded"], "normative")],
    ),
    "a respelled criterion": (
        {"D1": {"a": "Logs are organised."}},
        {"D1": {"a": "Logs are organized."}},
        None,
        [("criterion", "continued", ["a"], ["a"], ["reworded"], "editorial")],
    ),
    "an added criterion marks nothing else as moved": (
        {"D1": {"a": A, "b": B, "c": C}},
        {"D1": {"new": D, "a": A, "b": B, "c": C}},
        None,
        [("criterion", "added", [], ["new"], [], "normative")],
    ),
    "a withdrawn criterion": (
        {"D1": {"a": A, "b": B}},
        {"D1": {"a": A}},
        None,
        [("criterion", "withdrawn", ["b"], [], [], "normative")],
    ),
    "one criterion at the front marks one as moved": (
        {"D1": {"a": A, "b": B, "c": C}},
        {"D1": {"c": C, "a": A, "b": B}},
        None,
        [("criterion", "continued", ["c"], ["c"], ["moved"], "editorial")],
    ),
    "another section": (
        {"D1": {"a": {"text": A, "section": "One"}, "b": {"text": B, "section": "One"}}},
        {"D1": {"a": {"text": A, "section": "One"}, "b": {"text": B, "section": "Two"}}},
        None,
        [("criterion", "continued", ["b"], ["b"], ["moved"], "editorial")],
    ),
    "a renamed section moves nobody": (
        {"D1": {"a": {"text": A, "section": "One"}, "b": {"text": B, "section": "One"}}},
        {"D1": {"a": {"text": A, "section": "Uno"}, "b": {"text": B, "section": "Uno"}}},
        None,
        [("prose", "continued", ["One"], ["Uno"], ["retitled"], "editorial")],
    ),
    "sections that change places are moves, not renames": (
        {"D1": {"a": {"text": A, "section": "One"}, "b": {"text": B, "section": "Two"}}},
        {"D1": {"a": {"text": A, "section": "Two"}, "b": {"text": B, "section": "One"}}},
        None,
        [
            ("criterion", "continued", ["a"], ["a"], ["moved"], "editorial"),
            ("criterion", "continued", ["b"], ["b"], ["moved"], "editorial"),
        ],
    ),
    "another domain": (
        {"D1": {"a": A, "b": B}, "D2": {"c": C}},
        {"D1": {"a": A}, "D2": {"b": B, "c": C}},
        None,
        [("criterion", "continued", ["b"], ["b"], ["moved"], "normative")],
    ),
    "a criterion that follows its renumbered domain has not moved": (
        {"D1": {"a": A}, "D2": {"b": B}},
        {"D1": {"a": A}, "E2": {"b": B}},
        lineage("1.0", domains=[(["D2"], ["E2"])]),
        [("domain", "continued", ["D2"], ["E2"], ["renumbered", "retitled"], "normative")],
    ),
    "a renumbered criterion": (
        {"D1": {"a": A}},
        {"D1": {"z": A}},
        lineage("1.0", criteria=[(["a"], ["z"])]),
        [("criterion", "continued", ["a"], ["z"], ["renumbered"], "editorial")],
    ),
    "another title and another level": (
        {"D1": {"a": {"text": A, "title": "Keep logs", "level": "L1"}}},
        {"D1": {"a": {"text": A, "title": "Keep Logs", "level": "L2"}}},
        None,
        [("criterion", "continued", ["a"], ["a"], ["retitled", "level_changed"], "normative")],
    ),
    "other crosswalk rows": (
        {"D1": {"a": {"text": A, "references": (Reference("ISO 27001", "A.8"),)}}},
        {"D1": {"a": {"text": A, "references": (Reference("ISO 27001", "A.9"),)}}},
        None,
        [("criterion", "continued", ["a"], ["a"], ["references_changed"], "editorial")],
    ),
    "all aspects together": (
        {"D1": {"a": {"text": A, "title": "T", "level": "1"}}, "D2": {"b": B}},
        {
            "D1": {"c": C},
            "D2": {"b": B, "z": {"text": D, "title": "U", "level": "2", "references": (Reference("X", "1"),)}},
        },
        lineage("1.0", criteria=[(["a"], ["z"])]),
        [
            ("criterion", "added", [], ["c"], [], "normative"),
            (
                "criterion",
                "continued",
                ["a"],
                ["z"],
                ["renumbered", "moved", "retitled", "reworded", "level_changed", "references_changed"],
                "normative",
            ),
        ],
    ),
    "a split": (
        {"D1": {"a": "Logs are kept and alerts are tested."}},
        {"D1": {"b": "Logs are kept.", "c": "Alerts are tested."}},
        lineage("1.0", criteria=[(["a"], ["b", "c"])]),
        [("criterion", "split", ["a"], ["b", "c"], ["renumbered", "reworded"], "normative")],
    ),
    "a merge that keeps an id": (
        {"D1": {"a": A, "b": B}},
        {"D1": {"a": f"{A}\n\n{B}"}},
        lineage("1.0", criteria=[(["b"], ["a"])]),
        [("criterion", "merged", ["a", "b"], ["a"], [], "normative")],
    ),
    "a reorganisation": (
        {"D1": {"a": A, "b": B}},
        {"D1": {"c": C, "d": D}},
        lineage("1.0", criteria=[(["a"], ["c"]), (["a", "b"], ["d"])]),
        [("criterion", "reorganised", ["a", "b"], ["c", "d"], ["renumbered", "reworded"], "normative")],
    ),
    "under identity by lineage a shared id is nothing": (
        {"D1": {"a": A}},
        {"D1": {"a": A}},
        lineage("1.0", identity="lineage", domains=[(["D1"], ["D1"])]),
        [
            ("criterion", "added", [], ["a"], [], "normative"),
            ("criterion", "withdrawn", ["a"], [], [], "normative"),
        ],
    ),
}


@pytest.mark.parametrize(("old", "new", "rows", "expected"), CASES.values(), ids=CASES.keys())
def test_each_kind_of_change_is_told_by_its_relation_and_aspects(old, new, rows, expected):
    found = changes(edition("1.0", old), edition("1.1", new, rows), rows)
    assert [told(change) for change in found] == expected


def test_a_domain_is_reworded_by_its_summary_and_moved_by_its_order():
    old = edition("1.0", [domain("D1", [A]), domain("D2", [B], summary="Before."), domain("D3", [C])])
    new = edition("1.1", [domain("D3", [C]), domain("D1", [A]), domain("D2", [B], summary="After.")])
    assert [told(change) for change in changes(old, new)] == [
        ("domain", "continued", ["D3"], ["D3"], ["moved"], "editorial"),
        ("domain", "continued", ["D2"], ["D2"], ["reworded"], "editorial"),
    ]


def test_criteria_keep_their_places_when_two_domains_merge_into_one():
    old = edition("1.0", {"D1": {"a": A, "b": B}, "D2": {"c": C, "d": D}})
    rows = lineage("1.0", domains=[(["D1", "D2"], ["E"])])
    new = edition("1.1", [domain("E", {"c": C, "a": A, "d": D, "b": B})], rows)
    found = changes(old, new, rows)
    assert [(change.level, change.relation) for change in found] == [("domain", "merged")]


def test_version_date_and_status_of_an_edition_are_no_change_and_its_title_and_licence_are():
    old = edition("1.0", {"D1": [A]})
    later = edition("2.0", {"D1": [A]}, date=PartialDate.parse("2027"), status="draft")
    assert changes(old, later) == ()
    other = dataclasses.replace(later, title="Another Standard", licence=Licence.of("CC0-1.0"))
    assert [told(change)[:4] for change in changes(old, other)] == [
        ("prose", "continued", ["Title"], ["Title"]),
        ("prose", "continued", ["Licence"], ["Licence"]),
    ]


def test_changes_stand_domain_by_domain_with_withdrawn_criteria_where_their_domain_went():
    rows = lineage("1.0", domains=[(["D1"], ["E1"])])
    old = edition("1.0", {"D1": {"a": A, "b": B}, "D2": {"c": C}})
    new = edition("1.1", {"E0": {"x": D}, "E1": {"a": A}}, rows)
    found = compare(old, new, rows)
    placed = [
        (chapter.old, chapter.new, [item.id for c in chapter.changes for item in c.old or c.new])
        for chapter in found.chapters
    ]
    assert placed == [
        ((), "E0", ["E0", "x"]),
        (("D1",), "E1", ["D1", "b"]),
        (("D2",), None, ["D2", "c"]),
    ]


def test_notes_of_lineage_rows_come_along_through_every_edition_between():
    first = edition("1.0", {"D1": {"a": A}})
    rows = lineage("1.0", criteria=[(["a"], ["b"], "a new number")], note="Our reading.")
    second = edition("1.1", {"D1": {"b": A}}, rows)
    third = edition(
        "1.2", {"D1": {"c": B}}, lineage("1.1", criteria=[(["b"], ["c"], "another subject"), ([], ["d"], "stray")])
    )
    line = standard(first, second, third)
    found = compare_releases(line, first.version, third.version)
    assert found.connections.remarks == ("Our reading.",)
    (change,) = found.changes
    assert told(change)[1:4] == ("continued", ["a"], ["c"])
    assert change.notes == ("a new number", "another subject")
    (back,) = compare_releases(line, third.version, first.version).changes
    assert told(back)[1:4] == ("continued", ["c"], ["a"])


def test_an_item_that_was_gone_for_one_release_is_withdrawn_and_added():
    first, third = edition("1.0", {"D1": {"a": A, "b": B}}), edition("1.2", {"D1": {"a": A, "b": B}}, lineage("1.1"))
    line = standard(first, edition("1.1", {"D1": {"a": A}}, lineage("1.0")), third)
    found = compare_releases(line, first.version, third.version).changes
    assert [told(change)[1:4] for change in found] == [("added", [], ["b"]), ("withdrawn", ["b"], [])]


def test_the_draft_is_compared_like_a_release():
    release = edition("1.0", {"D1": {"a": A}})
    draft = edition("1.1", {"D1": {"a": B}}, lineage("1.0"), status="draft")
    (change,) = compare_releases(standard(release, draft), release.version, draft.version).changes
    assert told(change) == ("criterion", "continued", ["a"], ["a"], ["reworded"], "normative")


def test_an_unknown_version_is_a_key_error():
    release = edition("1.0", {"D1": {"a": A}})
    with pytest.raises(KeyError):
        compare_releases(standard(release), release.version, edition("9.9", {"D1": [A]}).version)


def test_the_summary_counts_relations_and_aspects_and_says_them_in_words():
    rows = lineage("1.0", criteria=[(["b", "c"], ["bc"]), (["d"], ["d1", "d2"])])
    old = edition("1.0", {"D1": {"a": A, "b": B, "c": C, "d": D, "e": "Gone."}})
    new = edition("1.1", {"D1": {"a": A, "bc": B, "d1": D, "d2": D, "f": "Come."}}, rows)
    found = compare(old, new, rows)
    criteria = summarise(found)[1]
    assert (criteria.old, criteria.new, criteria.unchanged) == (5, 5, 1)
    assert criteria.relations == {"added": 1, "withdrawn": 1, "split": 1, "merged": 1, "reorganised": 0, "continued": 0}
    assert summary_words(found) == (
        "1 domain: nothing changed.",
        (
            "5 criteria became 5: 1 continued (1 unchanged), 1 was split into 2, 2 were merged into 1, "
            "1 was withdrawn, 1 was added."
        ),
    )


def test_wording_of_a_split_sets_the_old_text_against_the_new_texts_in_order():
    rows = lineage("1.0", criteria=[(["a"], ["b", "c"])])
    old = edition("1.0", {"D1": {"a": "Logs are kept and alerts are tested."}})
    new = edition("1.1", {"D1": {"b": "Logs are kept.", "c": "Alerts are tested."}}, rows)
    (change,) = changes(old, new, rows)
    assert (
        "".join(text for operation, text in change.wording if operation != "delete")
        == "Logs are kept.\n\nAlerts are tested."
    )
    assert ("equal", "Logs are kept") in change.wording


@pytest.mark.parametrize(("text", "operation"), [("in 1.1", "insert"), ("in 1.0", "delete")])
def test_wording_of_an_added_item_is_all_insertion_and_of_a_withdrawn_one_all_deletion(text, operation):
    with_it = edition("1.0", {"D1": {"a": A, "b": text}})
    without = edition("1.0", {"D1": {"a": A}})
    (change,) = changes(without, with_it) if operation == "insert" else changes(with_it, without)
    assert change.wording == ((operation, text),)
