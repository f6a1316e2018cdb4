"""Citations in Markdown: where they are, and how they and their list are set."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.citations.bibliography import read_bibliography
from editions.citations.in_text import ReferenceList, System, author_date, reference_list
from editions.text.dialect import is_citable_key
from editions.text.inline_tree import Citation, CitedItem
from editions.text.links import citations
from editions.text.parsing import parse

PARSED = [
    ("as [@psf-1.0] says", [("psf-1.0", "")]),
    ("as [@one; @two, p. 3] say", [("one", ""), ("two", "p. 3")]),
    ("[@what-is-a-system-1.0, § 2, para. 4]", [("what-is-a-system-1.0", "§ 2, para. 4")]),
    ("[@psf-1.1-psf-06.1].", [("psf-1.1-psf-06.1", "")]),
    ("as in [@x]: this", [("x", "")]),
    ("[@a;\n@b]", [("a", ""), ("b", "")]),
]
NONE = [
    "`[@x]`",
    "```\n[@x]\n```",
    "~~~\n[@x]\n~~~",
    "    [@x]",
    "<!-- [@x] -->",
    r"\[@x]",
    "[@x](https://example.org/)",
    "[@x][one]",
    "[@x]: https://example.org/",
    "![@x]",
    "someone@example.org",
    "[see @x]",
    "[x]",
]
UNREADABLE = ["[@]", "[@a,]", "[@a; b]", "[@a @b]", "[@-a]", "[@over\ntwo, p. 1]"]


def text_citations(markdown: str) -> list[Citation]:
    return list(citations(parse(markdown)))


@pytest.mark.parametrize(("text", "items"), PARSED)
def test_a_citation_names_its_works_and_the_part_of_each(text: str, items: list[tuple[str, str]]) -> None:
    (found,) = text_citations(text)
    assert [(item.key, item.locator) for item in found.items] == items
    assert found.written in " ".join(text.split())


@pytest.mark.parametrize("text", NONE)
def test_code_comments_links_and_plain_brackets_hold_no_citation(text: str) -> None:
    assert text_citations(text) == []


@pytest.mark.parametrize("text", UNREADABLE)
def test_brackets_that_begin_like_a_citation_and_are_none_are_found_without_works(text: str) -> None:
    assert [found.items for found in text_citations(text)] == [()]


def test_a_citation_has_the_line_on_which_it_begins() -> None:
    assert [it.line for it in text_citations("one\n\n[@a] and\n[@b]")] == [3, 4]


@given(st.text(max_size=60))
def test_a_key_is_citable_exactly_if_it_reads_back_from_a_citation(key: str) -> None:
    found = text_citations(f"[@{key}]")
    assert is_citable_key(key) == ([it.items for it in found] == [(CitedItem(key),)])


BIBLIOGRAPHY = r"""
@article{moller, author = {Möller, Jan and Sun, Wei}, title = {Two Authors}, journal = {J}, year = 2019}
@article{three, author = {Martin, Ann and Lopez, Bo and Cho, Cy}, title = {Three Authors}, journal = {J}, year = 2020}
@article{again, author = {Martin, Ann and Ruiz, Di and Cho, Cy}, title = {Three Others}, journal = {J}, year = 2020}
@book{koriat-b, author = {Koriat, Asher}, title = {On Memory}, publisher = {P}, year = 2008}
@book{koriat-a, author = {Koriat, Asher}, title = {About Memory}, publisher = {P}, year = 2008}
@online{undated, author = {{National Institute}}, title = {A Page}, url = {https://example.org/page}}
@online{undated-2, author = {{National Institute}}, title = {B Page}, url = {https://example.org/b}}
@online{nobody, title = {Guide to [This]}, date = {2021-05-03}, url = {https://example.org/guide}}
@techreport{report-z, author = {{Fire Office}}, title = {Zinc}, institution = {F}, date = {2026-01}}
@online{news-b, author = {{Fire Office}}, title = {Burns}, date = {2026-03-02}, url = {https://example.org/b}}
@online{news-a, author = {{Fire Office}}, title = {Alarms}, date = {2026-11-24}, url = {https://example.org/a}}
@techreport{report-c, author = {{Fire Office}}, title = {Copper}, institution = {F}, date = {2026-12}}
@article{nobody-2, title = {An Article}, journal = {J}, year = 2022}
"""
WORKS = dict(read_bibliography(BIBLIOGRAPHY, "references.bib").by_key)


def listed(system: System, *keys: str) -> ReferenceList:
    return reference_list(keys, WORKS, system)


def cited(references: ReferenceList, *items: CitedItem | str) -> str:
    works = [item if isinstance(item, CitedItem) else CitedItem(item) for item in items]
    return "".join(piece.text for piece in references.pieces(works))


def test_numbers_follow_the_order_of_first_citation() -> None:
    """IEEE Reference Guide, section II: citations are numbered in order, and a number is used again."""
    references = listed("numbered", "three", "moller", "three")
    assert [it.key for it in references.entries] == ["three", "moller"]
    assert cited(references, "moller", "three") == "[2], [1]"


def test_a_part_of_a_numbered_work_stands_within_the_brackets() -> None:
    """IEEE Reference Guide, section II: ``[3, pp. 5–10]``."""
    assert cited(listed("numbered", "three"), CitedItem("three", "pp. 5–10")) == "[1, pp. 5–10]"


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        # APA 7 § 8.17, table 8.1: one, two, three or more authors; the source's own examples of form.
        (["koriat-a"], "(Koriat, 2008)"),
        (["moller"], "(Möller & Sun, 2019)"),
        (["three"], "(Martin et al., 2020)"),
        # APA 7 § 8.13: a specific part.
        ([CitedItem("koriat-a", "p. 10")], "(Koriat, 2008, p. 10)"),
        # APA 7 § 8.14: without an author, the title; § 9.17: without a date, n.d.
        (["undated"], "(National Institute, n.d.)"),
        (["nobody"], "(Guide to [This], 2021)"),
        (["nobody-2"], "(“An Article”, 2022)"),
        # APA 7 § 8.12: several works, with semicolons between.
        (["moller", "koriat-a"], "(Möller & Sun, 2019; Koriat, 2008)"),
    ],
)
def test_authors_and_years_are_set_as_apa_asks(items: list[CitedItem | str], expected: str) -> None:
    keys = [item.key if isinstance(item, CitedItem) else item for item in items]
    assert cited(listed("author-date", *keys), *items) == expected


def test_the_same_authors_in_the_same_year_get_letters_in_text_and_list() -> None:
    """APA 7 § 8.19: Koriat (2008a), Koriat (2008b); letters follow the alphabetical order of the titles."""
    references = listed("author-date", "koriat-b", "koriat-a", "undated-2", "undated")
    assert cited(references, "koriat-a") == "(Koriat, 2008a)"
    assert cited(references, "koriat-b") == "(Koriat, 2008b)"
    assert cited(references, "undated-2") == "(National Institute, n.d.-b)"
    assert ["(2008a)" in it.html for it in references.entries] == [True, False, False, False]
    assert "(n.d.-a)" in references.entries[2].html


def test_letters_follow_the_dates_as_printed_the_year_alone_first() -> None:
    """APA 7 § 9.47: 2020a has the year alone, 2020b, April and 2020c, April 15 come after it, in the order of days."""
    references = listed("author-date", "news-a", "report-z", "news-b", "report-c")
    assert [it.key for it in references.entries] == ["report-c", "report-z", "news-b", "news-a"]
    assert cited(references, "report-z", "news-b") == "(Fire Office, 2026b; Fire Office, 2026c)"
    assert [it.html.split(")")[0].split("(")[1] for it in references.entries] == [
        "2026a",
        "2026b",
        "2026c, March 2",
        "2026d, November 24",
    ]


def test_groups_that_would_look_alike_name_as_many_authors_as_it_takes() -> None:
    """APA 7 § 8.18: (Kapoor, Bloom, Montez, et al., 2017) and (Kapoor, Bloom, Zucker, et al., 2017)."""
    references = listed("author-date", "three", "again")
    assert cited(references, "three") == "(Martin, Lopez, & Cho, 2020)"
    assert cited(references, "again") == "(Martin, Ruiz, & Cho, 2020)"


def test_the_list_of_authors_and_dates_is_alphabetical() -> None:
    """APA 7 § 9.44 to 9.47: by first author, and undated works before dated ones."""
    references = listed("author-date", "undated", "three", "koriat-a", "moller")
    assert [it.key for it in references.entries] == ["koriat-a", "three", "moller", "undated"]


def test_alone_a_work_is_named_by_author_and_year() -> None:
    assert author_date(WORKS["three"]) == "Martin et al., 2020"
