"""Properties that hold for any two editions."""

from __future__ import annotations

import dataclasses
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editions.comparison import Comparison, Connections, changes, compare, compare_releases, summarise
from editions.model import item_ids
from editions.text.plain import write_plain
from editions_builder import edition, editions, lineage, rows_between, standard

pytestmark = pytest.mark.slow

SWAPPED = {"added": "withdrawn", "withdrawn": "added", "split": "merged", "merged": "split"}


@st.composite
def pairs(draw):
    """Two editions and any lineage between them."""
    old, new = draw(editions("1.0")), draw(editions("1.1"))
    rows = lineage(
        "1.0",
        domains=draw(rows_between(item_ids(old, "domain"), item_ids(new, "domain"))),
        criteria=draw(rows_between(item_ids(old, "criterion"), item_ids(new, "criterion"))),
        identity=draw(st.sampled_from(("ids", "lineage"))),
    )
    return old, new, rows


def accounted(found: Comparison, level: str, side: str) -> Counter[str]:
    items = Counter(item.id for change in found.changes if change.level == level for item in getattr(change, side))
    return items + Counter(getattr(item, side) for item in found.unchanged if item.level == level)


@given(editions())
@settings(max_examples=60)
def test_an_edition_compared_with_itself_has_no_change(one):
    assert changes(one, one) == ()
    assert compare(one, one).impact == "none"


@given(pairs())
@settings(max_examples=150)
def test_every_item_of_both_editions_is_accounted_for_exactly_once(pair):
    old, new, rows = pair
    found = compare(old, new, rows)
    for level in ("domain", "criterion"):
        assert accounted(found, level, "old") == Counter(item_ids(old, level))
        assert accounted(found, level, "new") == Counter(item_ids(new, level))
    for summary in summarise(found):
        listed = [change for change in found.changes if change.level == summary.level]
        assert sum(summary.relations.values()) == len(listed)
        assert summary.old == accounted(found, summary.level, "old").total()


@given(pairs())
@settings(max_examples=150)
def test_swapping_the_sides_swaps_added_with_withdrawn_and_split_with_merged(pair):
    old, new, rows = pair
    forth = Connections.by_lineage(old, new, rows)
    found, back = compare(old, new, forth), compare(new, old, forth.reversed())
    assert Counter(shapes(found)) == Counter(
        (level, SWAPPED.get(relation, relation), b, a) for level, relation, a, b in shapes(back)
    )


def shapes(found: Comparison):
    """Every group of a comparison with its relation; which of two items that changed places moved is free."""
    for change in found.changes:
        yield change.level, change.relation, tuple(i.id for i in change.old), tuple(i.id for i in change.new)
    for item in found.unchanged:
        yield item.level, "continued", (item.old,), (item.new,)


@given(pairs())
@settings(max_examples=100)
def test_the_wording_of_every_change_holds_both_texts_whole(pair):
    for change in changes(*pair):
        old = "".join(text for operation, text in change.wording if operation != "insert")
        new = "".join(text for operation, text in change.wording if operation != "delete")
        assert old == "\n\n".join(write_plain(item.text) for item in change.old if item.text)
        assert new == "\n\n".join(write_plain(item.text) for item in change.new if item.text)


@given(editions("1.0"), editions("1.2"), st.data())
@settings(max_examples=60)
def test_composing_lineages_agrees_with_comparing_directly_when_nothing_was_dropped_between(first, last, data):
    """The edition between holds every item of the first under another id, so nothing is lost on the way."""
    between = edition("1.1", [renamed(domain) for domain in first.domains])
    forth = lineage(
        "1.0",
        identity="lineage",
        domains=[([d.id], [f"X{d.id}"]) for d in first.domains],
        criteria=[([c.id], [f"X{c.id}"]) for _, c in first.criteria()],
    )
    domains = data.draw(rows_between(item_ids(first, "domain"), item_ids(last, "domain")))
    criteria = data.draw(rows_between(item_ids(first, "criterion"), item_ids(last, "criterion")))
    onward = lineage(
        "1.1",
        identity="lineage",
        domains=[([f"X{a[0]}"], b) for a, b in domains],
        criteria=[([f"X{a[0]}"], b) for a, b in criteria],
    )
    line = standard(first, with_lineage(between, forth), with_lineage(last, onward))
    direct = lineage("1.0", identity="lineage", domains=domains, criteria=criteria)
    assert compare_releases(line, first.version, last.version).changes == changes(first, last, direct)


def renamed(domain):
    criteria = tuple(dataclasses.replace(criterion, id=f"X{criterion.id}") for criterion in domain.criteria)
    return dataclasses.replace(domain, id=f"X{domain.id}", criteria=criteria)


def with_lineage(one, rows):
    return dataclasses.replace(one, lineage=rows)
