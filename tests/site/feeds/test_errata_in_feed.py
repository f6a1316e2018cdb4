"""Errata are entries of the standard's feed."""

from __future__ import annotations

import feedparser

from editions.formats.data_file import DataFile
from editions.model import Erratum, PartialDate, Publication, Standard, Version
from editions.site.feeds.site_feeds import feed_files
from editions.text.parsing import parse
from editions_builder import edition


def standard_feed(*errata: Erratum) -> DataFile:
    standard = Standard((edition("1.0", {"D01": ["Is kept for one yeer."]}),), errata=errata)
    publication = Publication("https://example.org/", standard)
    return next(iter(feed_files(publication, {}, None)))


def erratum(item: str | None, day: int, what: str) -> Erratum:
    return Erratum(Version.parse("1.0"), item, PartialDate(2026, 5, day), what, parse("year"), "yeer")


def test_an_erratum_is_an_entry_that_says_what_is_wrong_and_what_it_should_read() -> None:
    errata = (erratum("D01.1", 3, "A slip & more."), erratum("D01.1", 3, "Another."), erratum(None, 4, "A third."))
    read = feedparser.parse(standard_feed(*errata).content)
    page = "https://example.org/standard/1.0/criteria/D01.1/"
    assert [(entry.title, entry.link, entry.id) for entry in read.entries[:3]] == [
        (
            "Erratum: EX 1.0",
            "https://example.org/standard/1.0/",
            "https://example.org/standard/1.0/#erratum-2026-05-04",
        ),
        ("Erratum: EX 1.0, D01.1", page, f"{page}#erratum-2026-05-03-2"),
        ("Erratum: EX 1.0, D01.1", page, f"{page}#erratum-2026-05-03"),
    ]
    assert read.entries[2].content[0].value.strip().endswith("<p>For: yeer</p><p>Read:</p><p>year</p>")
    assert "A slip &amp; more." in read.entries[2].content[0].value


def test_a_further_erratum_leaves_the_ids_of_those_before_as_they_are() -> None:
    before = {entry.id for entry in feedparser.parse(standard_feed(erratum("D01.1", 3, "A.")).content).entries}
    both = standard_feed(erratum("D01.1", 3, "A."), erratum("D01.1", 3, "B."))
    assert before < {entry.id for entry in feedparser.parse(both.content).entries}
