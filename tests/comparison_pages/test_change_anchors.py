"""Anchors of changes: made of ids and headings, each once on a page, the same whatever else changes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editions.comparison import compare
from editions.model import item_ids
from editions.pages.change_anchors import change_anchors, chapter_anchor, item_anchor
from editions_builder import edition, editions, lineage, rows_between


def anchors(old, new, rows=None):
    comparison = compare(old, new, rows)
    return change_anchors(old, comparison.changes)


def test_a_change_is_named_after_its_first_old_item_and_every_other_id_leads_to_it_too():
    rows = lineage("1.0", domains=[(["A"], ["Y"])], criteria=[(["A.1", "A.2"], ["Y.1"])], identity="lineage")
    old = edition("1.0", {"A": ["one", "two"]})
    new = edition("1.1", {"Y": ["one two"]}, rows)
    assert anchors(old, new, rows) == [("change-A", "change-Y"), ("change-A.1", "change-A.2", "change-Y.1")]


def test_an_id_of_both_editions_that_means_two_things_leads_to_the_old_item():
    rows = lineage("1.0", criteria=[(["A.1"], ["A.2"]), (["A.2"], [])], domains=[(["A"], ["A"])], identity="lineage")
    old = edition("1.0", {"A": {"A.1": "one", "A.2": "two"}})
    new = edition("1.1", {"A": {"A.1": "new", "A.2": "one"}}, rows)
    assert set(anchors(old, new, rows)) == {("change-A.1",), ("change-A.1--added",), ("change-A.2",)}
    assert item_anchor(old, (), ("A.1",)) == "change-A.1--added"
    assert item_anchor(old, (), ("A.3",)) == "change-A.3"


def test_prose_is_named_after_its_place_and_headings():
    old = edition("1.0", {"A": ["one"]}, prose="## Scope\n\nAll.\n\n## Übung 5\n\nOld.")
    new = edition("1.1", {"A": ["one"]}, prose="## Scope\n\nSome.\n\n## Übung 5\n\nNew.", summary="Another.")
    assert anchors(old, new) == [("change-about--summary",), ("change-text--scope",), ("change-text--übung-5",)]


def test_headings_that_stand_twice_are_numbered():
    old = edition("1.0", {"A": ["one"]}, prose="## Use\n\nA.\n\n## Use\n\nB.")
    new = edition("1.1", {"A": ["one"]}, prose="## Use\n\nA, so.\n\n## Use\n\nB, so.")
    assert anchors(old, new) == [("change-text--use",), ("change-text--use--2",)]


def test_chapters_are_named_after_their_domains():
    old = edition("1.0", {"A": ["one"], "B": ["two"]}, prose="Text.")
    new = edition("1.1", {"A": ["one more"]}, prose="Other text.")
    found = [chapter_anchor(chapter) for chapter in compare(old, new).chapters]
    assert found == ["edition--whole", "in-A", "in-B--withdrawn"]


@pytest.mark.slow
@given(editions("1.0"), editions("1.1"), st.data())
@settings(max_examples=60)
def test_every_anchor_stands_once_and_every_changed_item_has_one(old, new, data):
    ids = [(item_ids(old, level), item_ids(new, level)) for level in ("domain", "criterion")]
    domains, criteria = (data.draw(rows_between(*pair)) for pair in ids)
    rows = lineage("1.0", domains=domains, criteria=criteria, identity=data.draw(st.sampled_from(("ids", "lineage"))))
    changes = compare(old, new, rows).changes
    made = change_anchors(old, changes)
    every = [anchor for own in made for anchor in own]
    assert len(every) == len(set(every))
    for change, own in zip(changes, made, strict=True):
        if change.level != "prose":
            assert {f"change-{item.id}" for item in change.old} <= set(own)
            assert own[0] == item_anchor(old, [i.id for i in change.old], [i.id for i in change.new])
