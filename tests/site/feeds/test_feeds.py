"""The Atom feeds: valid by the grammar of RFC 4287, read by a reader of feeds, stable, and safe with any title."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from editions.model import Agent, PartialDate
from editions.site.feeds.atom import Entry, Feed, atom, instant
from sites import Site

GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).with_name("rfc4287.rng")))
ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = ("/standard/feed.xml", "/insights/feed.xml")
BASE = "https://standards.example.org/assurance"


def entries(site: Site, address: str) -> list[feedparser.FeedParserDict]:
    return list(feedparser.parse(site.file(address).read_bytes()).entries)


@pytest.mark.parametrize("name", ["own_site", "small_site", "hostile_site"])
@pytest.mark.parametrize("address", FEEDS)
def test_a_feed_is_valid_and_read_without_complaint(name: str, address: str, request: pytest.FixtureRequest) -> None:
    """By the grammar of RFC 4287, its rule on authors (4.1.1), and feedparser."""
    site: Site = request.getfixturevalue(name)
    content = site.file(address).read_bytes()
    root = etree.fromstring(content)
    GRAMMAR.assertValid(root)
    assert root.find(f"{ATOM}author") is not None
    read = feedparser.parse(content)
    assert not read.bozo
    assert read.feed.id == site.url + address.lstrip("/")
    ids = [entry.id for entry in read.entries]
    assert ids
    assert len(ids) == len(set(ids))
    dates = [entry.updated for entry in read.entries]
    assert dates == sorted(dates, reverse=True)
    assert read.feed.updated == dates[0]
    for entry in read.entries:
        links = [*re.findall(r'href="([^"]*)"', entry.content[0].value), *(link.href for link in entry.links)]
        assert all(re.match(r"https?:|mailto:", html.unescape(link)) for link in links), links
        assert all(site.has(link) for link in links if link.startswith(site.url)), links


def test_every_release_is_an_entry_with_what_changed_and_no_draft_is(small_site: Site) -> None:
    found = [entry for entry in entries(small_site, "/standard/feed.xml") if "#" not in entry.id]  # but for errata
    assert [entry.title for entry in found] == ["EAS 1.1 is released", "EAS 1.0 is released", "EAS 0.9 is released"]
    assert [entry.id for entry in found] == [f"{BASE}/standard/{version}/" for version in ("1.1", "1.0", "0.9")]
    assert "5 criteria became 5" in found[0].content[0].value
    assert f'href="{BASE}/standard/compare/1.0...1.1/"' in found[0].content[0].value
    assert "compare" not in found[2].content[0].value


def test_every_released_version_of_an_article_is_an_entry_with_its_whole_text(small_site: Site) -> None:
    found = entries(small_site, "/insights/feed.xml")
    assert [(entry.title, entry.link) for entry in found] == [
        ("Ending access, version 1.1", f"{BASE}/insights/ending/1.1/"),
        ("Keeping records", f"{BASE}/insights/keeping-records/1.0/"),
        ("Ending access", f"{BASE}/insights/ending/1.0/"),
        ("What it is", f"{BASE}/insights/what-it-is/1.0/"),
    ]
    text = LexborHTMLParser(found[0].content[0].value)
    assert "Access is granted to named persons only." in text.text()
    assert [tag.term for tag in found[1].tags] == ["How-to", "B"]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024", "2024-01-01T00:00:00Z"),
        ("2026-04", "2026-04-01T00:00:00Z"),
        ("2026-04-29", "2026-04-29T00:00:00Z"),
        ("0987", "0987-01-01T00:00:00Z"),
    ],
)
def test_a_date_becomes_its_first_moment(date: str, expected: str) -> None:
    assert instant(PartialDate.parse(date)) == expected


def test_the_text_of_an_entry_states_the_date_as_precisely_as_it_was_published(small_site: Site) -> None:
    oldest = entries(small_site, "/standard/feed.xml")[-1]
    assert oldest.updated == "2024-01-01T00:00:00Z"
    assert "published 2024." in oldest.content[0].value


ENTRY = Entry("urn:a", "A", "https://example.org/", PartialDate(2026), "Said.", "<p>Said.</p>")
FEED = Feed(
    "urn:feed", "T", "S", "https://example.org/", "en", PartialDate(2025), (Agent("Body"),), "CC BY 4.0", (ENTRY,)
)


@given(st.text(st.characters(codec=None), max_size=30))
def test_any_title_leaves_the_feed_valid(title: str) -> None:
    """Also with control characters and lone surrogates, which XML cannot carry (XML 1.0 §2.2)."""
    entry = replace(ENTRY, title=title, summary=title, content=title, categories=((title, title),))
    root = etree.fromstring(atom(replace(FEED, title=title, entries=(entry,))))
    GRAMMAR.assertValid(root)


def test_an_empty_feed_is_valid() -> None:
    root = etree.fromstring(atom(replace(FEED, entries=())))
    GRAMMAR.assertValid(root)
    assert root.findtext(f"{ATOM}updated") == "2025-01-01T00:00:00Z"


@pytest.mark.parametrize("missing", ["id", "title", "updated"])
def test_the_grammar_misses_what_every_feed_has(missing: str) -> None:
    root = etree.fromstring(atom(FEED))
    element = root.find(f"{ATOM}{missing}")
    assert element is not None
    root.remove(element)
    assert not GRAMMAR.validate(root)


def test_pages_lead_to_the_feeds(small_site: Site) -> None:
    for address in ("/", "/standard/1.0/criteria/A.1/", "/insights/ending/"):
        page = small_site.page(address)
        links = [page.target(it.attributes["href"]) for it in page.all('link[type="application/atom+xml"]')]
        assert links == list(FEEDS)
    assert "/insights/feed.xml" in small_site.page("/insights/").links(".page-facts")
    assert "/standard/feed.xml" in small_site.page("/standard/history/").links(".page-facts")
