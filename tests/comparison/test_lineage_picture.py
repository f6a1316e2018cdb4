"""The picture of the lineage: well-formed, linked, told to those who do not see it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from editions.comparison import compare, lineage_picture
from editions.model import item_ids
from editions_builder import domain, edition, editions, lineage, rows_between

SVG = "{http://www.w3.org/2000/svg}"
ROWS = lineage("1.0", domains=[(["A"], ["X", "Y"]), (["B", "C"], ["Z"])], identity="lineage")
OLD = edition("1.0", {"A": ["a"], "B": ["b"], "C": ["c"], "D": ["d"]})
NEW = edition("1.1", {"X": ["x"], "Y": ["y"], "Z": ["z"], "N": ["n"]}, ROWS)


def drawn(old=OLD, new=NEW, rows=ROWS, href=lambda side, item: f"../{side}/?id={item}&x=1"):
    text = lineage_picture(compare(old, new, rows), href)
    return ET.fromstring(text.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))  # noqa: S314


def test_every_domain_is_a_link_whose_name_says_what_became_of_it():
    links = {link.get("href"): link.get("aria-label") for link in drawn().iter(f"{SVG}a")}
    assert links == {
        "../old/?id=A&x=1": "A Title of A: split into X, Y",
        "../old/?id=B&x=1": "B Title of B: merged with C into Z",
        "../old/?id=C&x=1": "C Title of C: merged with B into Z",
        "../old/?id=D&x=1": "D Title of D: withdrawn",
        "../new/?id=X&x=1": "X Title of X: split from A",
        "../new/?id=Y&x=1": "Y Title of Y: split from A",
        "../new/?id=Z&x=1": "Z Title of Z: merged from B, C",
        "../new/?id=N&x=1": "N Title of N: added",
    }


def test_there_is_one_flow_for_each_connected_pair_and_it_is_hidden_from_screen_readers():
    (flows,) = [group for group in drawn().iter(f"{SVG}g") if group.get("class") == "lineage-flows"]
    assert flows.get("aria-hidden") == "true"
    assert {title.text for title in flows.iter(f"{SVG}title")} == {"A → X", "A → Y", "B → Z", "C → Z"}


def test_the_picture_has_a_title_a_description_and_two_lists():
    root = drawn()
    named = {element.get("id"): element.text for element in root if element.get("id")}
    assert named["lineage-title"] == "Lineage of the domains from 1.0 to 1.1"
    assert named["lineage-description"] == (
        "4 domains became 4: 1 was split into 2, 2 were merged into 1, 1 was withdrawn, 1 was added."
    )
    assert root.get("aria-labelledby") == "lineage-title lineage-description"
    lists = [group.get("aria-label") for group in root.iter(f"{SVG}g") if group.get("role") == "list"]
    assert lists == ["Domains of 1.0", "Domains of 1.1"]


def test_nothing_is_said_by_colour_and_nothing_needs_a_style_or_a_script():
    root = drawn()
    inks = {element.get(name) for element in root.iter() for name in ("fill", "stroke")}
    assert inks <= {None, "none", "currentColor"}
    assert not [
        element for element in root.iter() if element.tag in (f"{SVG}style", f"{SVG}script") or element.get("style")
    ]


def test_a_title_that_looks_like_markup_is_text():
    odd = edition("1.0", [domain("A", ["a"], title='"</text><script>alert(1)</script> & so')])
    root = drawn(odd, odd, None)
    assert not list(root.iter(f"{SVG}script"))
    assert any("<script>" in (link.get("aria-label") or "") for link in root.iter(f"{SVG}a"))


def test_a_domain_without_a_page_is_no_link_and_still_named():
    root = drawn(href=lambda side, item: None)
    assert not list(root.iter(f"{SVG}a"))
    assert len([group for group in root.iter(f"{SVG}g") if group.get("role") == "img"]) == 8


@given(editions("1.0"), editions("1.1"), st.data())
@settings(max_examples=40)
def test_boxes_of_a_side_never_overlap_and_stay_in_the_picture(old, new, data):
    rows = lineage("1.0", domains=data.draw(rows_between(item_ids(old, "domain"), item_ids(new, "domain"))))
    root = drawn(old, new, rows)
    height = float(root.get("height"))
    for side in ("old", "new"):
        (column,) = [group for group in root.iter(f"{SVG}g") if group.get("class") == f"lineage-{side}"]
        boxes = [(float(r.get("y")), float(r.get("height"))) for r in column.iter(f"{SVG}rect")]
        assert all(a + h < b for (a, h), (b, _) in pairwise(boxes))
        assert all(a + h <= height for a, h in boxes)
