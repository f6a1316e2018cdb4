"""What must hold of proposed lineage whatever the editions say."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editions.lineage import DomainItem, Item, Suggestion, suggest, suggest_edition
from editions.lineage.assignment import assign

pytestmark = pytest.mark.slow

WORDS = (
    "access account audit backup breach build change commit data delete device door encrypt error event log "
    "key label lock member network owner password patch policy print record release report review role scan"
).split()
GLUE = ("the", "of", "must", "shall", "is", "are", "and")

texts = st.lists(st.sampled_from([*WORDS, *GLUE]), max_size=9).map(" ".join)
paths = st.sampled_from([(), ("North",), ("South",), ("South", "Harbour")])


@st.composite
def editions(draw: st.DrawFn, prefix: str) -> list[Item]:
    size = draw(st.integers(0, 7))
    return [
        Item(f"{prefix}{k}", draw(texts), draw(st.none() | st.sampled_from(WORDS)), draw(paths), k) for k in range(size)
    ]


def shape(suggestion: Suggestion) -> list[tuple[set[str], set[str], float]]:
    return [(set(row.from_ids), set(row.to_ids), row.score) for row in suggestion.rows]


@settings(max_examples=60, deadline=None)
@given(editions("o"), editions("n"))
def test_the_same_editions_give_the_same_answer(old: list[Item], new: list[Item]) -> None:
    """Nothing is drawn by lot."""
    assert suggest(old, new) == suggest(list(old), list(new))


@settings(max_examples=80, deadline=None)
@given(editions("o"), editions("n"))
def test_accepted_rows_use_every_item_once(old: list[Item], new: list[Item]) -> None:
    """An item stands in one accepted row at most, and a row is one to one, one to several or several to one."""
    rows = [row for row in suggest(old, new, accept=0.5).rows if row.accepted]
    assert max(Counter(a for row in rows for a in row.from_ids).values(), default=1) == 1
    assert max(Counter(b for row in rows for b in row.to_ids).values(), default=1) == 1
    assert all(min(len(row.from_ids), len(row.to_ids)) == 1 for row in rows)
    assert all(row.score >= 0.5 for row in rows)


@settings(max_examples=60, deadline=None)
@given(editions("o"), editions("n"), st.randoms(use_true_random=False))
def test_ids_only_label_the_answer(old: list[Item], new: list[Item], chance: random.Random) -> None:
    """Other ids, the same rows under the other names."""
    names = [f"x{k}" for k in range(len(old) + len(new))]
    chance.shuffle(names)
    ids = dict(zip([item.id for item in [*old, *new]], names, strict=True))
    renamed = [[replace(item, id=ids[item.id]) for item in side] for side in (old, new)]
    expected = [({ids[a] for a in froms}, {ids[b] for b in tos}, s) for froms, tos, s in shape(suggest(old, new))]
    assert shape(suggest(*renamed)) == expected


@settings(max_examples=60, deadline=None)
@given(editions("o"), editions("n"))
def test_candidates_name_items_of_the_other_edition(old: list[Item], new: list[Item]) -> None:
    """Every item has a list, of at most five different items of the other edition, best first."""
    suggestion = suggest(old, new)
    sides = ((suggestion.from_candidates, old, new), (suggestion.to_candidates, new, old))
    for candidates, own, other in sides:
        assert set(candidates) == {item.id for item in own}
        known = {item.id for item in other}
        for ranked in candidates.values():
            assert len(ranked) <= 5
            assert len({key for key, _ in ranked}) == len(ranked)
            assert {key for key, _ in ranked} <= known
            assert [score for _, score in ranked] == sorted((score for _, score in ranked), reverse=True)


@settings(max_examples=60, deadline=None)
@given(editions("o"), editions("n"))
def test_exchanging_the_editions_exchanges_the_scores(old: list[Item], new: list[Item]) -> None:
    """No direction of time is built in: each pair scores the same either way."""
    there, back = suggest(old, new), suggest(new, old)
    scores = {(a, b): score for a, ranked in there.from_candidates.items() for b, score in ranked}
    for b, ranked in back.from_candidates.items():
        for a, score in ranked:
            if (a, b) in scores:
                assert abs(scores[a, b] - score) <= 0.002


@settings(max_examples=40, deadline=None)
@given(editions("c"), st.data())
def test_domains_and_criteria_are_labelled_by_their_level(criteria: list[Item], data: st.DataObject) -> None:
    """Rows of domains connect domains, rows of criteria connect criteria, domains first."""
    cut = data.draw(st.integers(0, len(criteria)))
    domains = [
        DomainItem("d1", "North", "", tuple(criteria[:cut])),
        DomainItem("d2", "South", "", tuple(criteria[cut:])),
    ]
    rows = suggest_edition(domains, domains).rows
    for row in rows:
        kind = "d" if row.level == "domain" else "c"
        assert all(key.startswith(kind) for key in (*row.from_ids, *row.to_ids))
    levels = [row.level for row in rows]
    assert levels == sorted(levels, key=["domain", "criterion"].index)


gains = st.lists(
    st.dictionaries(st.integers(0, 4), st.sampled_from([-1.0, 0.5, 1.0, 1.5, 2.0, 2.25]), max_size=5), max_size=5
)


@settings(max_examples=300, deadline=None)
@given(gains)
def test_the_assignment_is_the_best_there_is(table: list[dict[int, float]]) -> None:
    """Compared with every possible assignment, tried one after the other."""
    found = assign(table)
    taken = [j for j in found if j is not None]
    assert len(taken) == len(set(taken))
    seats: list[int | None] = [0, 1, 2, 3, 4, *([None] * len(table))]
    best = (
        max(
            sum(max(0.0, table[i].get(j, 0.0)) for i, j in enumerate(choice) if j is not None)
            for choice in set(permutations(seats, len(table)))
        )
        if len(table) <= 3
        else None
    )
    total = sum(table[i][j] for i, j in enumerate(found) if j is not None)
    if best is not None:
        assert total == best
    else:
        assert total >= greedy(table)


def greedy(table: list[dict[int, float]]) -> float:
    total, taken = 0.0, set()
    for row in table:
        free = [(gain, j) for j, gain in row.items() if j not in taken and gain > 0]
        if free:
            gain, j = max(free)
            taken.add(j)
            total += gain
    return total
