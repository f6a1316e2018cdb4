"""Prose is compared section by section."""

from __future__ import annotations

import dataclasses

import pytest

from editions.comparison import changes, compare, compare_articles
from editions.model import Article, PartialDate, Version
from editions.text.parsing import parse
from editions_builder import domain, edition, lineage


def told(found):
    return [
        (c.relation, [i.id for i in c.old], [i.id for i in c.new], list(c.aspects), c.significance, c.part)
        for c in found
    ]


def prose(old: str, new: str):
    found = compare(edition("1.0", {"D1": ["A."]}, prose=old), edition("1.1", {"D1": ["A."]}, prose=new))
    return told(found.changes)


def test_a_reworded_section_is_named_by_its_heading_and_the_others_are_unchanged():
    old = "Opening.\n\n## Who\n\nAnyone.\n\n## Why\n\nSafety."
    assert prose(old, old.replace("Anyone", "Everyone")) == [
        ("continued", ["Who"], ["Who"], ["reworded"], "editorial", "edition")
    ]


def test_text_before_the_first_heading_is_named_by_the_title_of_the_page():
    assert prose("Openning words.\n\n## A\n\nB.", "Opening words.\n\n## A\n\nB.")[0][:3] == (
        "continued",
        ["Example Standard"],
        ["Example Standard"],
    )


def test_a_section_with_another_heading_is_found_by_its_text():
    assert prose("## Who\n\nIt is for operators.", "## Audience\n\nIt is for operators.") == [
        ("continued", ["Who"], ["Audience"], ["retitled"], "editorial", "edition")
    ]


def test_a_section_with_another_heading_and_reworded_text_is_found_by_likeness():
    old = "## Who it is for\n\nIt is for operators of production systems and for those who audit them."
    new = "## Who this is for\n\nIt is for operators of production systems and for those who review them."
    assert prose(old, new) == [
        ("continued", ["Who it is for"], ["Who this is for"], ["retitled", "reworded"], "editorial", "edition")
    ]


def test_sections_with_nothing_in_common_are_added_and_withdrawn():
    found = prose("## Price\n\nFree of charge.", "## Languages\n\nWritten in English and Welsh.")
    assert [(relation, old, new) for relation, old, new, *_ in found] == [
        ("added", [], ["Languages"]),
        ("withdrawn", ["Price"], []),
    ]


def test_a_section_under_another_heading_or_in_another_order_has_moved():
    old = "## A\n\na.\n\n### X\n\nx.\n\n## B\n\nb.\n\n## C\n\nc."
    new = "## A\n\na.\n\n## C\n\nc.\n\n### X\n\nx.\n\n## B\n\nb."
    assert prose(old, new) == [
        ("continued", ["C"], ["C"], ["moved"], "editorial", "edition"),
        ("continued", ["X"], ["X"], ["moved"], "editorial", "edition"),
    ]


def test_a_section_whose_parent_is_renamed_has_not_moved():
    old, new = "## Parent\n\np.\n\n### X\n\nx.", "## Mother\n\np.\n\n### X\n\nx."
    assert [item[1:4] for item in prose(old, new)] == [(["Parent"], ["Mother"], ["retitled"])]


@pytest.mark.parametrize(
    "fence", ["```\n# no heading\n```", "~~~~ sh\n# no heading\n~~~\n# nor this\n~~~~"], ids=["backticks", "tildes"]
)
def test_a_number_sign_in_fenced_code_is_no_heading(fence):
    assert prose(f"## A\n\n{fence}", f"## A\n\n{fence}\n\nMore.")[0][1:3] == (["A"], ["A"])


def test_underlined_headings_and_headings_with_attributes_are_read():
    old = "First\n=====\n\na.\n\nSecond\n------\n\nb.\n\n## Third {#third}\n\nc."
    assert [item[1] for item in prose(old, old.replace("a.", "x.").replace("b.", "y.").replace("c.", "z."))] == [
        ["First"],
        ["Second"],
        ["Third"],
    ]


def test_a_line_of_a_list_or_a_quotation_is_no_heading():
    old = "## A\n\n- # one\n\n> ## two\n\nthree"
    assert [item[1] for item in prose(old, old.replace("three", "four"))] == [["A"]]


def test_each_section_has_its_own_notes():
    """A note that one section gains changes no other section, whatever the numbers on the page are."""
    old = "## A\n\nOne.\n\n## B\n\nTwo.[^b]\n\n[^b]: Note of B."
    new = old.replace("One.", "One.[^a]") + "\n\n[^a]: Note of A."
    assert [item[1] for item in prose(old, new)] == [["A"]]


def test_guidance_is_informative_so_no_rewording_of_it_is_normative():
    old = edition("1.0", [domain("D1", ["A."], guidance="## How\n\nOne must log.")])
    new = edition("1.1", [domain("D1", ["A."], guidance="## How\n\nOne should log.")])
    assert told(changes(old, new)) == [("continued", ["How"], ["How"], ["reworded"], "editorial", "guidance")]
    assert compare(old, new).impact == "editorial"


def test_prose_of_the_edition_is_informative_unless_a_heading_declares_it_normative():
    """``(normative)`` at the end of a heading holds for what is below it, up to a heading that says otherwise."""

    def significance(headings):
        return prose(f"{headings}\n\nOne must meet all.", f"{headings}\n\nOne should meet all.")[0][4]

    assert significance("## Use") == "editorial"
    assert significance("## Use (normative)") == "normative"
    assert significance("## Use (normative)\n\n### How") == "normative"
    assert significance("## Use (normative)\n\n### Remarks (informative)") == "editorial"


def test_a_section_that_is_declared_normative_is_judged_by_the_rules():
    old = "## Use (normative)\n\nOrganisations use it."
    assert prose(old, old.replace("Organisations", "Organizations"))[0][4] == "editorial"
    assert prose(old, "")[0][4] == "normative"
    assert prose(old, old.replace(" (normative)", ""))[0][4] == "normative"


def test_guidance_of_merged_domains_is_found_in_the_domain_that_they_became():
    rows = lineage("1.0", domains=[(["D1", "D2"], ["E"])], criteria=[(["D1.1", "D2.1"], ["E.1"])])
    old = edition("1.0", [domain("D1", ["A."], guidance="## One\n\na."), domain("D2", ["B."], guidance="## Two\n\nb.")])
    new = edition("1.1", [domain("E", ["A.\n\nB."], guidance="## One\n\na.\n\n## Two\n\nb, more.")], rows)
    found = [change for change in changes(old, new, rows) if change.part == "guidance"]
    assert told(found) == [("continued", ["Two"], ["Two"], ["reworded"], "editorial", "guidance")]
    assert (found[0].old[0].domain, found[0].new[0].domain) == ("D2", "E")


def test_the_assessments_that_cover_a_domain_are_compared():
    old = edition("1.0", [domain("D1", ["A."], assessed_in=("X", "Y"))])
    new = edition("1.1", [domain("D1", ["A."], assessed_in=("X",))])
    assert told(changes(old, new)) == [
        ("continued", ["Assessed in"], ["Assessed in"], ["reworded"], "editorial", "facts")
    ]


def test_two_versions_of_an_article_are_compared_by_section_and_all_of_it_is_editorial():
    old = Article(
        slug="what",
        title="What Is It?",
        version=Version(1, 0),
        status="released",
        date=PartialDate(2026),
        category="Reference",
        summary="Says what it is.",
        body=parse("It must run.\n\n## Not this\n\nA prototype."),
    )
    new = dataclasses.replace(old, version=Version(1, 1), body=parse("It should run.\n\n## Not this\n\nA prototype."))
    assert compare_articles(old, old) == ()
    assert told(compare_articles(old, new)) == [
        ("continued", ["What Is It?"], ["What Is It?"], ["reworded"], "editorial", "article")
    ]
