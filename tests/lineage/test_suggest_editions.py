"""Lineage proposed for whole editions: domains and criteria, each informed by the other."""

from __future__ import annotations

import pytest

from editions.lineage import DomainItem, Item, Suggestion, suggest_edition

GARDEN = (
    "Hedges are trimmed after the birds have nested.",
    "Lawns are watered at dusk during drought.",
    "Compost heaps are turned every second month.",
    "Ladders are tied to the trunk when fruit is picked.",
)
POOL = (
    "The acidity of the water is measured twice a day.",
    "A lifeguard is on duty while bathers are in the water.",
    "Filters are rinsed backwards every week.",
    "Diving boards are closed during storms.",
)
CAFE = (
    "Milk is kept below seven degrees.",
    "Coffee machines are descaled monthly.",
    "Cakes are covered on the counter.",
)


def domain(key: str, title: str, texts: tuple[str, ...], summary: str = "") -> DomainItem:
    return DomainItem(key, title, summary, tuple(Item(f"{key}-{k}", text) for k, text in enumerate(texts)))


def accepted(suggestion: Suggestion, level: str) -> set[tuple[str, str]]:
    return {
        (a, b)
        for row in suggestion.rows
        if row.accepted and row.level == level
        for a in row.from_ids
        for b in row.to_ids
    }


OLD = [domain("A", "Garden", GARDEN), domain("B", "Swimming pool", POOL), domain("C", "Café", CAFE)]


def test_retitled_and_reordered_domains_follow_their_criteria() -> None:
    """Titles and order changed entirely; the criteria say which domain is which."""
    new = [domain("1", "Catering", CAFE), domain("2", "Bathing", POOL), domain("3", "Outdoors", GARDEN)]
    assert accepted(suggest_edition(OLD, new), "domain") == {("A", "3"), ("B", "2"), ("C", "1")}


def test_a_domain_keeps_its_lineage_by_title_when_its_criteria_were_rewritten() -> None:
    """Nothing but the title and the summary is left."""
    old = [domain("A", "Night watch", ("Gates are shut.",), "Who guards the premises after dark."), OLD[1]]
    new = [domain("1", "Night watch", ("Rounds are walked.",), "Who guards the premises after dark."), OLD[1]]
    assert ("A", "1") in accepted(suggest_edition(old, new), "domain")


def test_merged_domains_are_both_proposed() -> None:
    """Two domains went into one."""
    new = [domain("1", "Grounds", GARDEN + POOL), domain("2", "Café", CAFE)]
    rows = {(row.from_ids[0], row.to_ids[0]) for row in suggest_edition(OLD, new).rows if row.level == "domain"}
    assert rows == {("A", "1"), ("B", "1"), ("C", "2")}


def test_criteria_of_a_domain_are_matched_through_the_domain() -> None:
    """A criterion rewritten beyond recognition is first among candidates where the rest of its domain went."""
    rewritten = "Nobody swims unsupervised."
    new = [
        domain("1", "Outdoors", GARDEN),
        domain("2", "Bathing", (POOL[0], rewritten, *POOL[2:])),
        domain("3", "Catering", CAFE),
    ]
    suggestion = suggest_edition(OLD, new)
    assert suggestion.from_candidates["B-1"][0][0] == "2-1"
    assert accepted(suggestion, "criterion") >= {
        ("A-0", "1-0"),
        ("A-3", "1-3"),
        ("B-0", "2-0"),
        ("C-2", "3-2"),
    }


def test_the_reason_for_a_domain_counts_its_criteria() -> None:
    """A person sees title and share at a glance."""
    (row, *_) = suggest_edition(OLD, OLD).rows
    assert row.level == "domain"
    assert row.reason.startswith("same title, content 1.00, about ")


def test_domains_of_unrelated_standards_are_not_accepted() -> None:
    """Neither are their criteria."""
    other = [domain("1", "Treasury", ("Ledgers are closed each quarter.", "Loans are approved by the board."))]
    suggestion = suggest_edition(OLD, other)
    assert not any(row.accepted for row in suggestion.rows)


def test_editions_without_domains_and_domains_without_criteria_are_fine() -> None:
    """An edition may be empty, and so may a domain."""
    assert suggest_edition([], []) == Suggestion()
    assert suggest_edition(OLD, []).rows == ()
    bare = [DomainItem("A", "Garden"), DomainItem("B", "Pool")]
    assert accepted(suggest_edition(bare, bare), "criterion") == set()
    assert {row.to_ids for row in suggest_edition(bare, bare).rows if row.from_ids == ("A",)} == {("A",)}


def test_an_id_of_both_a_domain_and_a_criterion_is_an_error() -> None:
    """Candidates of both levels stand in one mapping."""
    clash = [DomainItem("A", "Garden", "", (Item("A", "Hedges are trimmed."),))]
    with pytest.raises(ValueError, match="the old edition has the id 'A' twice"):
        suggest_edition(clash, [])
