"""The records of the works that a publication holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editions.citations import cite, work_key, works
from editions.citations.works import criterion_record
from editions.model import Agent, Article, ArticleHistory, PartialDate, Publication, Version
from editions.text.parsing import parse
from editions_builder import domain, edition, standard

SITE = "https://standards.example.org/"


def article(version: str = "1.0", **changes: object) -> Article:
    fields: dict[str, object] = {
        "slug": "why-make",
        "title": "Why Make?",
        "version": Version.parse(version),
        "status": "released",
        "date": PartialDate(2025, 2, 3),
        "category": "Reference",
        "summary": "A question.",
        "body": parse("Because."),
    }
    return Article(**{**fields, **changes})  # type: ignore[arg-type]


OLD = edition(
    "1.0",
    [domain("D01", {"D01.1": {"text": "Log **all** data."}, "D01.2": {"text": "Keep it.", "title": "Keeping"}})],
    date=PartialDate(2024),
)
NEW = edition("1.1", [domain("D01", ["Log some data."]), domain("D02", ["Rest."])])
DRAFT = edition("1.2", [domain("D01", ["Log."])], status="draft")
HISTORY = ArticleHistory(
    "why-make",
    (article(), article("1.1", authors=(Agent("Ada King", "person", "King", "Ada"),))),
    article("1.2", status="draft"),
)
PUBLICATION = Publication(SITE, standard(OLD, NEW, DRAFT), (HISTORY,))
RECORDS = {record.key: record for record in works(PUBLICATION)}


def test_every_work_has_a_readable_key_newest_edition_first() -> None:
    assert list(RECORDS) == [
        "ex",
        "ex-1.1",
        "ex-1.1-d01",
        "ex-1.1-d01.1",
        "ex-1.1-d02",
        "ex-1.1-d02.1",
        "ex-1.0",
        "ex-1.0-d01",
        "ex-1.0-d01.1",
        "ex-1.0-d01.2",
        "why-make-1.1",
        "why-make-1.0",
    ]


def test_every_work_is_cited_at_its_permanent_address() -> None:
    addresses = {key: record.url for key, record in RECORDS.items()}
    assert addresses["ex-1.0"] == SITE + "standard/1.0/"
    assert addresses["ex-1.0-d01"] == SITE + "standard/1.0/domains/d01/"
    assert addresses["ex-1.0-d01.2"] == SITE + "standard/1.0/criteria/D01.2/"
    assert addresses["why-make-1.0"] == SITE + "insights/why-make/1.0/"
    assert addresses["ex"] == "https://example.org/standard"


def test_a_criterion_without_a_title_is_called_by_its_id() -> None:
    assert RECORDS["ex-1.0-d01.1"].title == "Criterion D01.1"
    assert RECORDS["ex-1.0-d01.2"].title == "Keeping"
    assert criterion_record(PUBLICATION, OLD, OLD.domains[0].criteria[0]) == RECORDS["ex-1.0-d01.1"]


def test_a_replaced_work_names_the_work_that_replaced_it() -> None:
    replaced = {key: record.replaced_by for key, record in RECORDS.items() if record.replaced_by}
    assert replaced == {"ex-1.0": "ex-1.1", "why-make-1.0": "why-make-1.1"}


def test_an_article_without_authors_is_by_the_publisher() -> None:
    assert [agent.name for agent in RECORDS["why-make-1.0"].authors] == ["Example Body"]
    assert [agent.name for agent in RECORDS["why-make-1.1"].authors] == ["Ada King"]


def test_an_article_is_part_of_the_site_by_its_name_or_else_that_of_the_standard() -> None:
    named = {record.key: record for record in works(replace(PUBLICATION, site_name="Example Site"))}
    assert RECORDS["why-make-1.0"].reference.container == "Example Standard"
    assert named["why-make-1.0"].reference.container == "Example Site"


def test_parts_carry_the_date_version_and_authors_of_their_edition() -> None:
    assert cite(RECORDS["ex-1.0-d01.2"], "apa") == (
        "Example Body. (2024). Keeping. In Example Standard (Version 1.0). "
        "https://standards.example.org/standard/1.0/criteria/D01.2/"
    )


def test_drafts_are_left_out_unless_asked_for_and_then_say_so() -> None:
    drafts = {record.key: record for record in works(PUBLICATION, drafts=True) if record.key not in RECORDS}
    assert list(drafts) == ["ex-1.2-draft", "ex-1.2-draft-d01", "ex-1.2-draft-d01.1", "why-make-1.2-draft"]
    assert cite(drafts["ex-1.2-draft"], "apa") == (
        "Example Body. (2026). Example Standard (Version 1.2 draft). https://standards.example.org/standard/draft/"
    )


def test_all_versions_are_cited_at_the_standing_address_without_version_or_date() -> None:
    day = PartialDate(2026, 5, 4)
    expected = {
        "apa": "Example Body. (n.d.). Example Standard. Retrieved May 4, 2026, from https://example.org/standard",
        "ieee": "Example Body, Example Standard. (n.d.). Accessed: May 4, 2026. [Online]. Available: "
        "https://example.org/standard",
        "chicago": "Example Body. n.d. Example Standard. Accessed May 4, 2026. https://example.org/standard.",
        "mla": "Example Standard. Example Body, example.org/standard. Accessed 4 May 2026.",
        "harvard": "Example Body (no date) Example Standard. Available at: https://example.org/standard "
        "(Accessed: 4 May 2026).",
        "vancouver": "Example Body. Example Standard [Internet]. [date unknown] [cited 2026 May 4]. Available from: "
        "https://example.org/standard",
    }
    for style, text in expected.items():
        assert cite(RECORDS["ex-1.0"], style, standing=True, accessed=day) == text
        assert cite(RECORDS["ex"], style, accessed=day) == text


def test_all_versions_have_a_key_of_their_own() -> None:
    assert RECORDS["ex-1.0"].standing.key == "ex"
    assert RECORDS["ex-1.0-d01"].standing.key == "ex-d01"
    assert RECORDS["ex-1.0-d01"].standing.url == SITE + "standard/domains/d01/"
    assert RECORDS["why-make-1.0"].standing.key == "why-make"
    assert cite(RECORDS["ex-1.0"], "bibtex", standing=True).startswith("@techreport{ex,\n")


def test_a_work_without_a_standing_address_cannot_be_cited_at_one() -> None:
    gone = Publication(SITE, standard(OLD, edition("1.1", [domain("D09", ["Rest."])])))
    records = {record.key: record for record in works(gone)}
    for key in ("ex-1.0-d01", "ex-1.0-d01.1"):
        with pytest.raises(ValueError, match=f"{key}' has no standing address"):
            cite(records[key], "apa", standing=True)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("PSF", "1.0"), "psf-1.0"),
        (("PSF", "1.1", "PSF-06"), "psf-1.1-psf-06"),
        (("PSF", "1.1", "PSF-06.1"), "psf-1.1-psf-06.1"),
        (("what-is-a-production-ai-system", "1.0"), "what-is-a-production-ai-system-1.0"),
        (("Ünï Côdé", "1.0", "A/B {x}, y"), "uni-code-1.0-a-b-x-y"),
    ],
)
def test_keys_are_made_of_small_letters_digits_hyphens_and_full_stops(parts: tuple[str, ...], expected: str) -> None:
    assert work_key(*parts) == expected


def test_a_name_that_leaves_no_sign_for_a_key_is_refused() -> None:
    with pytest.raises(ValueError, match="no key can be made of '標準'"):
        work_key("標準", "1.0")


def test_two_works_with_one_key_are_refused_by_name() -> None:
    clash = replace(OLD, domains=(domain("D 1", {"X": "a"}, slug="a"), domain("D-1", {"Y": "b"}, slug="b")))
    with pytest.raises(ValueError, match=r"domains/a/ and .*domains/b/ would both be cited as ex-1\.0-d-1"):
        works(Publication(SITE, standard(clash)))
