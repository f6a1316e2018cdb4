"""Edges between editions: groups, relations and composition."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.model import Edges, LineageRow
from editions.model.lineage import connect

IDS = [st.lists(st.sampled_from([f"{letter}{n}" for n in range(6)]), unique=True, max_size=6) for letter in "abc"]


@st.composite
def edges(draw: st.DrawFn, old: list[str], new: list[str]) -> Edges:
    possible = list(product(old, new))
    pairs = draw(st.sets(st.sampled_from(possible))) if possible else set()
    return Edges(tuple(old), tuple(new), frozenset(pairs))


@st.composite
def two_steps(draw: st.DrawFn) -> tuple[Edges, Edges]:
    one, two, three = (draw(ids) for ids in IDS)
    return draw(edges(one, two)), draw(edges(two, three))


STEP = two_steps().map(lambda steps: steps[0])


@given(STEP)
def test_every_item_stands_in_exactly_one_group(step: Edges) -> None:
    groups = step.groups()
    assert sorted(item for group in groups for item in group.old) == sorted(step.old)
    assert sorted(item for group in groups for item in group.new) == sorted(step.new)


@given(STEP)
def test_connected_items_share_a_group_and_groups_are_no_larger_than_that(step: Edges) -> None:
    groups = step.groups()
    place = {("old", item): n for n, group in enumerate(groups) for item in group.old}
    place |= {("new", item): n for n, group in enumerate(groups) for item in group.new}
    assert all(place["old", old] == place["new", new] for old, new in step.pairs)
    for group in groups:
        inside = {pair for pair in step.pairs if pair[0] in group.old}
        items = [("old", item) for item in group.old] + [("new", item) for item in group.new]
        reached, waiting = {items[0]}, [items[0]]
        while waiting:
            side, item = waiting.pop()
            for old, new in inside:
                other = ("new", new) if (side, item) == ("old", old) else ("old", old)
                if (side, item) in (("old", old), ("new", new)) and other not in reached:
                    reached.add(other)
                    waiting.append(other)
        assert reached == set(items)


@given(STEP)
def test_groups_follow_the_order_of_the_later_edition_and_withdrawn_items_come_last(step: Edges) -> None:
    groups = step.groups()
    firsts = [step.new.index(group.new[0]) for group in groups if group.new]
    assert firsts == sorted(firsts)
    assert [bool(group.new) for group in groups] == sorted((bool(group.new) for group in groups), reverse=True)


@pytest.mark.parametrize(
    ("old", "new", "relation"),
    [
        (1, 1, "continued"),
        (1, 2, "split"),
        (2, 1, "merged"),
        (2, 2, "reorganised"),
        (1, 0, "withdrawn"),
        (0, 1, "added"),
    ],
)
def test_what_happened_follows_from_the_shape_of_the_group(old: int, new: int, relation: str) -> None:
    before, after = [f"a{n}" for n in range(old)], [f"b{n}" for n in range(new)]
    step = connect([LineageRow(tuple(before), tuple(after))], "lineage", before, after)
    assert [group.relation for group in step.groups()] == [relation]


@given(two_steps())
def test_items_are_connected_over_two_steps_when_an_item_between_connects_them(steps: tuple[Edges, Edges]) -> None:
    first, second = steps
    expected = {(a, c) for a, b in first.pairs for other, c in second.pairs if b == other}
    assert first.then(second).pairs == expected


@given(two_steps())
def test_the_way_back_is_the_way_there_reversed(steps: tuple[Edges, Edges]) -> None:
    first, second = steps
    there, back = first.then(second), second.reversed().then(first.reversed())
    assert there.reversed() == back
    assert there.reversed().reversed() == there


@given(STEP)
def test_an_edition_compared_with_itself_changes_nothing_on_the_way(step: Edges) -> None:
    assert Edges.identical(step.old).then(step) == step
    assert step.then(Edges.identical(step.new)) == step
    assert {group.relation for group in Edges.identical(step.old).groups()} <= {"continued"}


@given(IDS[0], IDS[0])
def test_shared_ids_connect_only_where_ids_are_comparable(old: list[str], new: list[str]) -> None:
    shared = {(item, item) for item in set(old) & set(new)}
    assert connect([], "ids", old, new).pairs == shared
    assert connect([], "lineage", old, new).pairs == frozenset()


def test_ids_that_stand_in_neither_edition_are_left_out() -> None:
    step = connect([LineageRow(("a", "x"), ("b", "y"))], "lineage", ["a"], ["b"])
    assert step.pairs == {("a", "b")}
