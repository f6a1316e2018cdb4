"""The crosswalk of an edition: grouped by framework and version, in natural order, both ways."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from editions.model import Reference
from editions.model.crosswalk import anchors_of, crosswalk, framework_slugs, natural_key
from editions_builder import domain, edition

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=200)


def test_natural_order_is_the_order_in_which_people_count() -> None:
    ids = ["AC-2(10)", "AC-10", "AC-2", "ac-1", "AC-2(1)", "A.5.10", "A.5.9", "Art. 5"]
    assert sorted(ids, key=natural_key) == ["A.5.9", "A.5.10", "ac-1", "AC-2", "AC-2(1)", "AC-2(10)", "AC-10", "Art. 5"]


def test_slugs_are_readable_and_alike_names_get_a_mark_of_their_own() -> None:
    slugs = framework_slugs(["ISO/IEC 42001", "NIST CSF", "nist-csf", "枠組み"])
    assert slugs["ISO/IEC 42001"] == "iso-iec-42001"
    assert re.fullmatch(r"nist-csf-[0-9a-f]{8}", slugs["NIST CSF"])
    assert re.fullmatch(r"framework-[0-9a-f]{8}", slugs["枠組み"])
    assert len(set(slugs.values())) == 4


@given(st.lists(NAMES, max_size=8))
def test_every_name_has_a_slug_of_its_own_whatever_the_order(names: list[str]) -> None:
    slugs = framework_slugs(names)
    assert set(slugs) == set(names)
    assert len(set(slugs.values())) == len(slugs)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) and len(slug) <= 255 for slug in slugs.values())
    assert framework_slugs(reversed(names)) == slugs


@given(st.lists(NAMES, max_size=12, unique=True))
def test_anchors_differ_in_more_than_case_and_hold_no_space(names: list[str]) -> None:
    anchors = anchors_of(names)
    assert len({anchor.lower() for anchor in anchors}) == len(names)
    assert all(re.fullmatch(r"[A-Za-z0-9.-]+", anchor) for anchor in anchors)


@st.composite
def referring_editions(draw: st.DrawFn):
    references = st.builds(
        Reference,
        st.sampled_from(("One", "Two", "one")),
        st.sampled_from(("1", "2", "10", "a b")),
        st.sampled_from((None, "1", "2")),
        st.sampled_from((None, "https://example.org/")),
    )
    rows = {f"C{n}": {"text": "T", "references": tuple(draw(st.lists(references, max_size=5)))} for n in range(3)}
    return edition("1.0", [domain("D", rows)])


@given(referring_editions())
def test_both_ways_hold_every_reference_once_and_nothing_else(referring) -> None:
    stated = {
        (it.framework, it.version, it.id, criterion.id)
        for _, criterion in referring.criteria()
        for it in criterion.references
    }
    found = crosswalk(referring)
    onward = [
        (framework.name, version.version, reference.id, row.criterion.id)
        for framework in found
        for version in framework.versions
        for row in version.criteria
        for reference in row.references
    ]
    back = [
        (framework.name, version.version, item.id, criterion.id)
        for framework in found
        for version in framework.versions
        for item in version.items
        for _, criterion in item.criteria
    ]
    assert sorted(onward, key=str) == sorted(back, key=str) == sorted(stated, key=str)


def test_versions_stand_apart_the_latest_first_and_the_unstated_last() -> None:
    rows = tuple(Reference("F", "1", version) for version in ("2", None, "10", "2.1"))
    (framework,) = crosswalk(edition("1.0", [domain("D", {"C": {"text": "T", "references": rows}})]))
    assert [version.version for version in framework.versions] == ["10", "2.1", "2", None]
    assert framework.referring == 1
