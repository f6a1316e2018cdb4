"""Ids, keys and files have names that every system can hold, and that no other name looks like."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from checked_project import HEAT, INDEX, KNIVES, draft_file, problems
from hypothesis import given
from hypothesis import strategies as st

from editions.model.crosswalk import framework_slugs
from editions.model.portable_names import colliding_paths, folded_name, name_fault

PAGE = "---\ntitle: Page\n---\n\nText.\n"
DOMAIN = "---\nid: K9\ntitle: T\ncriteria:\n  - {id: K9.1, text: x}\n---\n"
BOOK = "@book{{{0}, author = {{A}}, title = {{T}}, publisher = {{P}}, year = {{2019}}}}\n"
ARTICLE = '---\ntitle: A\nversion: "1.0"\ndate: "2024"\ncategory: B\nsummary: C\n---\n\nText.\n'
NFC, NFD = (unicodedata.normalize(form, "docs/é.md") for form in ("NFC", "NFD"))

FILES = {
    "a device": ({"docs/con.md": PAGE}, "docs/con.md:1: has a name that is 'con', a device on Windows"),
    "a device in capitals": ({"docs/NUL.png": "x"}, "docs/NUL.png:1: has a name that is 'NUL', a device"),
    "a device with suffixes": ({"docs/aux.tar.gz": "x"}, "docs/aux.tar.gz:1: has a name that is 'aux', a device"),
    "a numbered device": ({"docs/lpt1.txt": "x"}, "docs/lpt1.txt:1: has a name that is 'lpt1', a device"),
    "a device in superscript": ({"docs/com².txt": "x"}, "docs/com².txt:1: has a name that is 'com²', a device"),
    "a folder": ({"docs/prn/a.md": PAGE}, "docs/prn:1: has a name that is 'prn', a device on Windows"),
    "a folder that ends with a space": (
        {"docs/a /b.md": PAGE},
        "docs/a :1: has a name that begins or ends with a space",
    ),
    "a name that begins with a space": ({"docs/ a.md": PAGE}, "docs/ a.md:1: has a name that begins or ends with a sp"),
    "a name that ends with a dot": ({"docs/a./b.md": PAGE}, "docs/a.:1: has a name that ends with a dot"),
    "a long path": ({f"docs/{'a' * 195}.md": PAGE}, f"docs/{'a' * 195}.md:1: has a path of 203 characters"),
    "a name with <": ({"docs/a<b.md": PAGE}, "docs/a<b.md:1: has a name with characters that cannot stand"),
    "an override": ({"docs/a\u202eb.md": PAGE}, "docs/a\\u202eb.md:1: has a name with the invisible character U+202E"),
    "two cases": ({"docs/Aa.md": PAGE, "docs/aa.md": PAGE}, "docs/aa.md:1: differs from docs/Aa.md only in case"),
    "two folders": ({"docs/A/x.md": PAGE, "docs/a/y.md": PAGE}, "docs/a:1: differs from docs/A only in case"),
    "two forms": ({NFC: PAGE, NFD: PAGE}, f"{NFC}:1: differs from {NFD} only in the form of its characters (Unicode)"),
    "a picture": ({"docs/a.PNG": "x", "docs/a.png": "x"}, "docs/a.png:1: differs from docs/a.PNG only in case"),
    "two pages of an address": (
        {"docs/a.md": PAGE, "docs/a/index.md": PAGE},
        "docs/a/index.md:1: would be published at",
    ),
    "a page and a folder": (
        {"docs/A.md": PAGE, "docs/a/index.md": PAGE},
        "docs/a/index.md:1: would be published at /a/",
    ),
    "a page of its folder": ({"docs/a/README.md": PAGE}, "docs/a/README.md:1: is named README"),
    "a place of the site's pages": ({"docs/Standard/x.md": PAGE}, "docs/Standard/x.md:1: stands where the site makes"),
    "the catalogue": (
        {"docs/catalog.json": "{}"},
        "docs/catalog.json:1: stands where the site writes a file of its own",
    ),
    "the list for programs": (
        {"docs/LLMS.txt": "x"},
        "docs/LLMS.txt:1: stands where the site writes a file of its own",
    ),
    "the site's assets": (
        {"docs/Assets/editions/a.png": "x"},
        "docs/Assets/editions/a.png:1: stands where the site kee",
    ),
    "a domain of a folder": (
        {"standard/domains/04-index.md": DOMAIN},
        "standard/domains/04-index.md:1: makes an address",
    ),
    "a domain, a device": (
        {"standard/domains/04-nul.md": DOMAIN},
        "standard/domains/04-nul.md:1: makes an address that",
    ),
    "an article, a device": (
        {"insights/aux.md": ARTICLE},
        "insights/aux.md:1: has a name that is 'aux', a device on Win",
    ),
    "an article of a folder": (
        {"insights/index.md": ARTICLE},
        "insights/index.md:1: makes an address that ends in 'index'",
    ),
    "an article of releases": (
        {"insights/releases.md": ARTICLE},
        "insights/releases.md:1: makes an address that ends in",
    ),
    "a cited work": (
        {"citations/references.bib": BOOK.format("con")},
        "citations/references.bib:1: 'con' is the name of",
    ),
    "a cited work of a folder": (
        {"citations/references.bib": BOOK.format("b") + BOOK.format("Index")},
        "citations/references.bib:2: 'Index' is the name of the page of a folder",
    ),
    "cited works in two cases": (
        {"citations/references.bib": BOOK.format("a") + BOOK.format("A")},
        "citations/references.bib:2: the key 'A' stands in line 1 already",
    ),
    "the abbreviation": (
        draft_file(INDEX, ("abbreviation: KSS", "abbreviation: Con")),
        f"{INDEX}:3: abbreviation is 'Con'",
    ),
}


@pytest.mark.parametrize("what", FILES)
def test_names_that_some_system_cannot_hold_are_problems(tmp_path: Path, what: str) -> None:
    """Each with the file and what to do."""
    files, expected = FILES[what]
    found = problems(tmp_path, files)
    assert [it for it in found if it.startswith(expected) and "; " in it], found


@pytest.mark.parametrize(
    "name", ["docs/console.md", "docs/com0.txt", "docs/lpt10.txt", "docs/a b.png", "docs/nul-1.md", "docs/a.con"]
)
def test_names_that_every_system_holds_are_none(tmp_path: Path, name: str) -> None:
    """Also where they only begin like a device."""
    content = PAGE if name.endswith(".md") else "x"
    assert [it for it in problems(tmp_path, {name: content}) if "name" in it] == []


@pytest.mark.parametrize(
    "written",
    [
        "index",
        "INDEX",
        "README",
        "readme",
        "CON",
        "con",
        "prn.2",
        "AUX.1",
        "aux.1.2",
        "nul",
        "COM1",
        "com9.a",
        "LPT3",
        "content",
        "All-Criteria",
        "checklist",
    ],
)
@pytest.mark.parametrize(("path", "old", "line"), [(HEAT, "id: K2.3", 7), (KNIVES, "id: K1\n", 2)])
def test_ids_that_are_names_of_something_else_are_problems(
    tmp_path: Path, path: str, old: str, line: int, written: str
) -> None:
    """Of domains and criteria, in any case and with any suffix."""
    new = f"id: {written}\n" if old.endswith("\n") else f"id: {written}"
    found = problems(tmp_path, draft_file(path, (old, new)))
    assert [it for it in found if it.startswith(f"{path}:{line}: the id {written!r} cannot be an address")], found


# The ids of 2.0 are K1, K1.1, K1.2, K2, K2.1, K2.3, K2.4, K3 and K3.1; 1.0 had K2.2, too.
ALIKE = {
    "withdrawn, case": ("id: K2.3", "id: k2.2", "the id 'k2.2' differs only in case from 'K2.2' of edition 1.0"),
    "withdrawn, _": ("id: K2.3", "id: K2_2", "the id 'K2_2' differs only in punctuation from 'K2.2' of edition 1.0"),
    "withdrawn, -": ("id: K2.3", "id: K2-2", "the id 'K2-2' differs only in punctuation from 'K2.2' of edition 1.0"),
    "withdrawn, both": ("id: K2.3", "id: k2-2", "the id 'k2-2' differs only in case and punctuation from 'K2.2' of ed"),
    "written anew": ("id: K2.3", "id: K2-3", "the id 'K2-3' differs only in punctuation from 'K2.3' of edition 2.0"),
    "within the edition": ("id: K2.3", "id: K2-1", f"the id 'K2-1' differs only in punctuation from 'K2.1' ({HEAT}:5)"),
    "of a domain": ("id: K2.3", "id: k2", f"the id 'k2' differs only in case from 'K2' ({HEAT}:2)"),
    "of another domain": ("id: K2.3", "id: k1", f"the id 'k1' differs only in case from 'K1' ({KNIVES}:2)"),
}


@pytest.mark.parametrize("what", ALIKE)
def test_ids_that_differ_only_in_case_and_punctuation_are_problems(tmp_path: Path, what: str) -> None:
    """Within an edition and through all of them."""
    old, new, expected = ALIKE[what]
    assert problems(tmp_path, draft_file(HEAT, (old, new)))[0].startswith(f"{HEAT}:7: {expected}")


def test_where_ids_are_not_comparable_none_is_taken_for_another(tmp_path: Path) -> None:
    """With ``identity: lineage`` an earlier edition may spell another item alike."""
    files = {**draft_file(HEAT, ("id: K2.3", "id: K2-2")), "standard/lineage.yml": 'from: "2.0"\nidentity: lineage\n'}
    assert [it for it in problems(tmp_path, files) if "K2-2" in it] == []


@pytest.mark.parametrize(
    ("label", "other"),
    [("K1", f"domain ({KNIVES}:2)"), ("k1.1", f"criterion ({KNIVES}:7)"), ("K2-1", f"criterion ({HEAT}:6)")],
)
def test_a_label_that_is_the_id_of_another_item_is_a_problem(tmp_path: Path, label: str, other: str) -> None:
    """A reader would take one for the other."""
    files = draft_file(HEAT, ("id: K2\n", f"id: K2\nlabel: {label}\n"))
    message = f"label is {label!r}, which is the id of another {other}; choose another"
    assert problems(tmp_path, files) == [f"{HEAT}:3: {message}"]


def test_a_label_may_be_like_the_id_of_its_own_domain(tmp_path: Path) -> None:
    """Such as another spelling of it."""
    assert problems(tmp_path, draft_file(HEAT, ("id: K2\n", "id: K2\nlabel: k-2\n"))) == []
    assert problems(tmp_path, draft_file(HEAT, ("id: K2\n", "id: K2\nlabel: k2\n"))) == []


def test_frameworks_have_addresses_that_every_system_holds() -> None:
    """Whatever they are called."""
    assert all(
        name_fault(slug) is None and slug != "index"
        for slug in framework_slugs(["CON", "Aux", "Index", "COM1"]).values()
    )
    assert framework_slugs(["ISO 42001"]) == {"ISO 42001": "iso-42001"}


@given(st.text(st.sampled_from("aAäÄéÉſßSs\u0301/"), min_size=1, max_size=6), st.sampled_from(("NFC", "NFD")))
def test_a_name_in_another_case_or_form_is_found(name: str, form: str) -> None:
    """Whatever the names are."""
    path = "/".join(part for part in name.split("/") if part) or "a"
    other = unicodedata.normalize(form, path.swapcase())  # type: ignore[arg-type]
    if folded_name(path) == folded_name(other):
        assert bool(colliding_paths([path, other])) == (path != other)
