"""Each kind of evidence decides a case of its own, in which no other can."""

from __future__ import annotations

from editions.lineage import Item, Suggestion, suggest
from editions.lineage.substitution import learnt
from editions.lineage.texts import read

RECORD = "A record is kept for one year."
NORTH = ("Nets are mended in winter.", "Boats are tarred each spring.", "Fish is gutted on deck.")
SOUTH = ("Olives are picked by hand.", "Presses are rinsed with hot water.", "Oil is stored in the dark.")
WEST = ("Coal is washed.", "Tunnels are propped with timber.", "Lamps are lit before descent.")
EAST = ("Sheep are shorn in May.", "Wool is sorted by length.", "Looms are oiled weekly.")


def sectioned(prefix: str, *sections: tuple[str, tuple[str, ...]]) -> list[Item]:
    found: list[Item] = []
    for title, texts in sections:
        found += [Item(f"{prefix}{title}{k}", text, None, (title,), 0) for k, text in enumerate(texts)]
    return [Item(item.id, item.text, None, item.path, position) for position, item in enumerate(found)]


def listed(prefix: str, *texts: str) -> list[Item]:
    return [Item(f"{prefix}{k}", text, position=k) for k, text in enumerate(texts)]


def first(suggestion: Suggestion, old: str) -> str:
    return suggestion.from_candidates[old][0][0]


def test_sections_decide_between_equal_texts_whose_neighbours_changed() -> None:
    """The same sentence in three sections; sections and their contents were shuffled, and all titles changed."""
    old = sectioned(
        "o",
        ("Coast", (*NORTH, RECORD)),
        ("Grove", (RECORD, *SOUTH)),
        ("Hill", (EAST[0], RECORD, EAST[1], EAST[2])),
    )
    new = sectioned(
        "n",
        ("Weaving", (EAST[2], EAST[0], EAST[1], RECORD)),
        ("Sea", (RECORD, NORTH[1], NORTH[2], NORTH[0])),
        ("Trees", (SOUTH[2], SOUTH[0], RECORD, SOUTH[1])),
    )
    suggestion = suggest(old, new)
    assert first(suggestion, "oCoast3") == "nSea0"
    assert first(suggestion, "oGrove0") == "nTrees2"
    assert first(suggestion, "oHill1") == "nWeaving3"


def test_neighbours_decide_between_equal_texts_where_blocks_changed_places() -> None:
    """Without sections; four blocks stand in the opposite order, so that no distance tells them apart."""
    blocks = [(texts[0], texts[1], RECORD, texts[2]) for texts in (NORTH, SOUTH, EAST, WEST)]
    old = listed("o", *(text for block in blocks for text in block))
    new = listed("n", *(text for block in reversed(blocks) for text in block))
    suggestion = suggest(old, new)
    assert [first(suggestion, f"o{k}") for k in (2, 6, 10, 14)] == ["n14", "n10", "n6", "n2"]


def test_a_title_decides_when_no_word_of_the_text_is_left() -> None:
    """The items stand in another order and have no section."""
    titles = ("Fishing", "Milling", "Weaving", "Shearing")
    old = [Item(f"o{k}", NORTH[k % 3] + SOUTH[k % 2], t, (), k) for k, t in enumerate(titles)]
    new = [Item(f"n{k}", EAST[k % 3], t, (), -((k * 3) % 4)) for k, t in enumerate(titles)]
    suggestion = suggest(old, new)
    assert [first(suggestion, f"o{k}") for k in range(4)] == ["n0", "n1", "n2", "n3"]


def test_synonyms_connect_texts_that_share_no_word() -> None:
    """Erasing and wiping are one thing to a standard."""
    old = listed("o", "Erase tapes.", *NORTH)
    new = listed("n", *reversed(NORTH), "Paint walls.", "Wipe reels.")
    assert first(suggest(old, new), "o0") == "n4"


def test_a_substitution_is_learnt_from_several_pairs_and_not_from_one() -> None:
    """What the editions swap throughout stands for one another; what one pair swaps does not."""
    things = ("cellar", "attic", "garden", "garage")
    old, new = read(
        listed("o", *(f"The gribble of the {t} is clean." for t in things), "Cats sleep in the barn."),
        listed("n", *(f"The flonker of the {t} is clean." for t in things), "Cats play in the barn."),
    )
    forward, backward = learnt((a, b, 1.0) for a, b in zip(old, new, strict=True))
    assert set(forward) == {"gribbl"}
    assert set(forward["gribbl"]) == {"flonk"}
    assert set(backward) == {"flonk"}


def test_a_chance_likeness_between_unrelated_editions_is_not_accepted() -> None:
    """The likeness that is accepted inside one standard's history is doubted where nothing else corresponds."""
    wash = "Bakers wash their hands before they handle dough and after every break."
    like = "Crew wash their hands before every flight."
    bakery = ("Loaves are tapped on the underside.", "Flour is stored in sealed bins.", "Ovens are preheated.")
    flight = (
        "Runway lights are inspected daily.",
        "Wings are freed of ice.",
        "Fuel is measured twice.",
        "Doors are armed.",
        "Charts are renewed.",
        "Seats are numbered.",
        "Radios are tuned.",
    )
    related = suggest(
        listed("o", wash, *bakery, *NORTH, *SOUTH, *EAST), listed("n", like, *bakery, *NORTH, *SOUTH, *EAST)
    )
    unrelated = suggest(listed("o", wash, *bakery, *NORTH, *SOUTH, *EAST), listed("n", like, *flight))
    assert any(row.accepted and row.from_ids == ("o0",) for row in related.rows)
    assert not any(row.accepted for row in unrelated.rows)


def test_a_tie_is_left_to_a_person() -> None:
    """Two new criteria equally close to one old one: a row is proposed, its rival named, nothing accepted."""
    old = listed("o", *NORTH, "Cups are washed by hand.", *SOUTH)
    new = listed("n", *NORTH, "Cups are washed by Anna.", "Cups are washed by Otto.", *SOUTH)
    row = next(row for row in suggest(old, new).rows if row.from_ids == ("o3",))
    assert not row.accepted
    assert "close to" in row.reason


def test_an_addition_in_the_place_of_a_withdrawn_criterion_is_not_accepted() -> None:
    """Section and neighbours agree and a word is shared, but the wording says something else."""
    old = sectioned("o", ("Hill", (*EAST, "The gate of the quarry is painted each autumn.", *WEST)), ("Sea", NORTH))
    new = sectioned("n", ("Hill", (*EAST, "Milk and honey are sold to guests at the gate.", *WEST)), ("Sea", NORTH))
    accepted = {(row.from_ids, row.to_ids) for row in suggest(old, new).rows if row.accepted}
    assert len(accepted) == len(EAST) + len(WEST) + len(NORTH)
    assert (("oHill3",), ("nHill3",)) not in accepted
