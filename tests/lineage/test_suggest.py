"""Lineage proposed from texts: what is found, what is left to a person, and what must not depend on what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editions.lineage import Item, Suggestion, suggest
from editions.text.parsing import parse
from editions.text.plain import write_plain

OLD = {
    "Baking": [
        "The oven shall be preheated to the temperature in the recipe before dough is placed in it.",
        "Dough is left to rise until its volume has doubled.",
        "Loaves are tapped on the underside to check that they are baked through.",
        "Flour is stored in sealed bins away from moisture.",
        "Bakers wash their hands before they handle dough and after every break.",
    ],
    "Service": [
        "Customers are told which allergens each product contains.",
        "Bread that is older than one day is marked down or given away.",
        "Complaints are written down with date and product and answered within a week.",
        "The till is counted by two people at closing time.",
        "Delivery vans are cleaned every evening.",
    ],
}
NEW = {
    "Hygiene": [
        "Before touching dough and when returning from a break, each baker must wash both hands.",
        "Each evening the vans used for deliveries are to be cleaned.",
        "Sealed bins protect flour against moisture.",
    ],
    "Production": [
        "Do not place dough in an oven that has not reached the temperature the recipe asks for.",
        "Dough rests until it has doubled in volume.",
        "To check that a loaf is baked through, tap its underside.",
    ],
    "Shop": [
        "For each product, allergens are made known to the customer.",
        "Day-old bread is given away or sold at a marked down price.",
        "Answer complaints within one week, and record the product and date of each.",
        "At closing time two people count the till.",
    ],
}
PAIRS = {
    ("Baking 0", "Production 0"),
    ("Baking 1", "Production 1"),
    ("Baking 2", "Production 2"),
    ("Baking 3", "Hygiene 2"),
    ("Baking 4", "Hygiene 0"),
    ("Service 0", "Shop 0"),
    ("Service 1", "Shop 1"),
    ("Service 2", "Shop 2"),
    ("Service 3", "Shop 3"),
    ("Service 4", "Hygiene 1"),
}


def items(domains: dict[str, list[str]]) -> list[Item]:
    found: list[Item] = []
    for domain, texts in domains.items():
        found += [Item(f"{domain} {k}", text, None, (domain,), len(found) + k) for k, text in enumerate(texts)]
    return found


def plain_items(texts: list[str], prefix: str) -> list[Item]:
    return [Item(f"{prefix}{k}", text, position=k) for k, text in enumerate(texts)]


def pairs(suggestion: Suggestion, *, accepted: bool = True) -> set[tuple[str, str]]:
    return {(a, b) for row in suggestion.rows if row.accepted or not accepted for a in row.from_ids for b in row.to_ids}


def test_reworded_and_reorganised_criteria_are_found_and_none_is_wrong() -> None:
    """Every text, id, section and the order changed; what is accepted is right, and most is."""
    accepted = pairs(suggest(items(OLD), items(NEW)))
    assert accepted <= PAIRS
    assert len(accepted) >= 7


def test_the_true_counterpart_stands_first_among_the_candidates() -> None:
    """Candidates are ranked from either side, also for what was not accepted."""
    suggestion = suggest(items(OLD), items(NEW))
    assert {(a, ranked[0][0]) for a, ranked in suggestion.from_candidates.items()} == PAIRS
    assert {(ranked[0][0], b) for b, ranked in suggestion.to_candidates.items()} == PAIRS


def test_candidates_are_five_at_most_and_best_first() -> None:
    """A person gets a short list, the likeliest at its head."""
    suggestion = suggest(items(OLD), items(NEW))
    for ranked in [*suggestion.from_candidates.values(), *suggestion.to_candidates.values()]:
        scores = [score for _, score in ranked]
        assert len(ranked) <= 5
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score < 1 for score in scores)


def test_an_unchanged_edition_maps_onto_itself() -> None:
    """Same wording is said to be the same wording."""
    suggestion = suggest(items(OLD), items(OLD))
    assert pairs(suggestion) == {(item.id, item.id) for item in items(OLD)}
    assert {row.reason.split(",")[0] for row in suggestion.rows} == {"same wording"}


def test_ids_are_no_evidence() -> None:
    """Ids swapped between two texts do not carry their lineage along."""
    old = plain_items(["Doors are locked at night.", "Windows are cleaned each spring."], "c")
    new = [replace(old[0], text=old[1].text), replace(old[1], text=old[0].text)]
    assert pairs(suggest(old, new)) == {("c0", "c1"), ("c1", "c0")}


def test_a_split_is_one_row_with_two_targets() -> None:
    """One criterion of two duties becomes two criteria."""
    suggestion = suggest(items(OLD), items(SPLIT))
    row = next(row for row in suggestion.rows if "Service 2" in row.from_ids)
    assert (row.from_ids, row.to_ids, row.accepted) == (("Service 2",), ("Service 2", "Service 3"), True)
    assert row.reason.startswith("split into 2")


def test_a_merge_is_one_row_with_two_sources() -> None:
    """The same with the editions exchanged."""
    suggestion = suggest(items(SPLIT), items(OLD))
    row = next(row for row in suggestion.rows if "Service 2" in row.to_ids)
    assert (row.from_ids, row.to_ids, row.accepted) == (("Service 2", "Service 3"), ("Service 2",), True)
    assert row.reason.startswith("merged from 2")


SPLIT = {
    "Baking": OLD["Baking"],
    "Service": [
        *OLD["Service"][:2],
        "Complaints are written down with their date and product.",
        "Complaints are answered within a week.",
        *OLD["Service"][3:],
    ],
}


def test_added_and_withdrawn_criteria_stay_without_accepted_row() -> None:
    """What has no counterpart is not forced onto a neighbour."""
    added = "Ovens draw their power from a supply with a residual current device."
    new = {**OLD, "Baking": [*OLD["Baking"][:2], added, *OLD["Baking"][3:]]}
    suggestion = suggest(items(OLD), items(new))
    assert ("Baking 2", "Baking 2") not in pairs(suggestion)
    assert len(pairs(suggestion)) == 9


def test_unrelated_editions_share_no_accepted_row() -> None:
    """Two standards about different things, in the same stiff prose."""
    other = [
        "The pilot shall confirm the fuel quantity before every flight.",
        "Runway lighting is inspected daily and defects are reported to the tower.",
        "Aircraft are de-iced when frost is found on their wings.",
        "Cabin crew shall be trained in evacuation every year.",
        "Weather reports are obtained within one hour before departure.",
        "Maintenance records are kept for the life of the airframe.",
    ]
    assert pairs(suggest(items(OLD), plain_items(other, "n"))) == set()


def test_a_renamed_term_is_learnt_from_the_pairs_that_are_sure() -> None:
    """A standard that renames a thing throughout carries its counterparts along."""
    duties = ["cleaned", "counted", "labelled", "weighed", "inspected", "polished"]
    places = ["kitchen", "cellar", "attic", "garden", "workshop", "garage"]
    old = [f"Each gribble in the {p} is {d} weekly." for p, d in zip(places, duties, strict=True)]
    new = [f"Every week the {p} flonker is {d}." for p, d in zip(places, duties, strict=True)]
    old.append("Gribbles outlive their makers.")
    new.append("No flonker perishes early.")
    ranked = suggest(plain_items(old, "o"), plain_items([*new, "Ladders carry a date."], "n"))
    assert ranked.from_candidates["o6"][0][0] == "n6"


def test_order_decides_between_equal_texts() -> None:
    """The same sentence under several headings goes by what stands around it."""
    body = ["Keep records.", "Paint the fence green.", "Keep records.", "Water the roses.", "Keep records."]
    suggestion = suggest(plain_items(body, "o"), plain_items(body, "n"))
    rows = {row.from_ids[0]: row.to_ids[0] for row in suggestion.rows}
    assert rows == {f"o{k}": f"n{k}" for k in range(5)}


def test_a_title_is_evidence_and_is_named() -> None:
    """A criterion that kept its title and lost its words is proposed with that reason."""
    old = [Item("a", "Doors are locked.", "Night watch", (), 0), Item("b", "Cats are fed.", "Animals", (), 1)]
    new = [Item("x", "Guards walk around.", "Night watch", (), 0), Item("y", "Cats are fed.", "Animals", (), 1)]
    row = next(row for row in suggest(old, new).rows if row.from_ids == ("a",))
    assert row.to_ids == ("x",)
    assert "same title" in row.reason


def test_the_reason_says_where_a_criterion_moved_from() -> None:
    """A criterion that left its domain while the rest of it stayed is said to have moved."""
    new = {"Baking": OLD["Baking"][:4], "Service": [*OLD["Service"], OLD["Baking"][4]]}
    row = next(row for row in suggest(items(OLD), items(new)).rows if row.to_ids == ("Service 5",))
    assert row.from_ids == ("Baking 4",)
    assert row.reason.endswith("moved from Baking")


def test_rows_left_to_a_person_name_a_close_rival() -> None:
    """Two new criteria that fit one old one equally well are both shown."""
    old = plain_items(["Cups are washed by hand after use."], "o")
    new = plain_items(["Cups are washed by machine after use.", "Cups are washed by guests after use."], "n")
    (row,) = suggest(old, new).rows
    assert not row.accepted
    assert row.reason.endswith("close to n1 too") or row.reason.endswith("close to n0 too")


def test_the_threshold_decides_what_is_accepted_and_nothing_else() -> None:
    """Rows at the threshold or above are accepted, the others stay as proposals; candidates do not change."""
    everything = suggest(items(OLD), items(NEW), accept=0.0)
    middle = sorted(row.score for row in everything.rows)[len(everything.rows) // 2]
    suggestion = suggest(items(OLD), items(NEW), accept=middle)
    assert {row.accepted for row in everything.rows} == {True}
    assert [row.accepted for row in suggestion.rows] == [row.score >= middle for row in suggestion.rows]
    assert suggestion.from_candidates == everything.from_candidates
    assert pairs(suggest(items(OLD), items(NEW), accept=1.0)) == set()


@pytest.mark.parametrize(
    ("old", "new"),
    [([], []), (["Lock the door."], []), ([], ["Lock the door."]), ([""], [""]), (["Must."], ["Shall."])],
)
def test_empty_editions_and_empty_texts_give_no_accepted_row(old: list[str], new: list[str]) -> None:
    """Nothing to go by gives nothing."""
    assert pairs(suggest(plain_items(old, "o"), plain_items(new, "n"))) == set()


def test_editions_of_one_item_each_are_matched_by_their_wording() -> None:
    """There are no neighbours, no order and no frequencies to lean on."""
    suggestion = suggest([Item("a", "Doors are locked at night.")], [Item("b", "Doors are locked at night.")])
    assert pairs(suggestion) == {("a", "b")}


@pytest.mark.parametrize(
    "texts",
    [
        ["Türen werden nachts verschlossen.", "Fenster werden jährlich geputzt.", "Öfen bleiben kalt."],
        ["夜间必须锁门。", "每年清洁窗户。", "炉子保持冷却。"],
        ["Двери запираются на ночь.", "Окна моют ежегодно.", "Печи остаются холодными."],
    ],
)
def test_other_languages_are_matched(texts: list[str]) -> None:
    """Stemming is for English, matching is not."""
    reverse = [replace(item, position=-item.position) for item in plain_items(texts, "n")]
    assert pairs(suggest(plain_items(texts, "o"), reverse)) == {("o0", "n0"), ("o1", "n1"), ("o2", "n2")}


def test_markup_is_no_wording() -> None:
    """Emphasis, links and code are read as the words they show."""
    text = parse("Store **keys** in the [safe](https://example.org/safe), never in `config`.")
    old = [Item("a", write_plain(text))]
    new = [Item("b", "Store keys in the safe, never in config.")]
    (row,) = suggest(old, new).rows
    assert row.reason == "same wording"


def test_an_id_twice_is_an_error_that_names_it() -> None:
    """A label that means two items would make the answer unreadable."""
    with pytest.raises(ValueError, match="the new edition has the id 'x' twice"):
        suggest([], [Item("x", "One."), Item("x", "Two.")])


def test_a_threshold_outside_0_to_1_is_an_error() -> None:
    """Scores are probabilities."""
    with pytest.raises(ValueError, match="between 0 and 1"):
        suggest([], [], accept=1.5)
