"""Text from front matter stays text in every form, whatever it holds."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
import yaml

from citation_samples import (
    HOSTILE_NAMES,
    HOSTILE_TEXTS,
    ODD_ADDRESSES,
    REFUSED_ADDRESSES,
    SITE,
    article,
    edition,
    part,
)
from editions.citations import FORMATS, STYLES, UnsafeAddress, WorkRecord, cite
from editions.citations.bibliography import read_bibliography
from editions.citations.names import Name
from editions.citations.text import one_line
from editions.model import Agent, PartialDate


def hostile_works(text: str) -> list[WorkRecord]:
    """An edition, a domain and an article that say ``text`` wherever they can."""
    container = edition(title=text, publisher=text, abstract=text, keywords=(text,))
    return [
        container,
        part(title=text, container=container, publisher=text, authors=(Agent(text),)),
        article(title=text, title_sentence=None, authors=(Agent(text, "person", text, text),)),
    ]


def parts(names: tuple[Name, ...]) -> list[tuple[str, str, str]]:
    """What a name consists of; the order in which a person's full name is shown is left to the styles."""
    return [(name.family or name.literal, name.given, name.suffix) for name in names]


class Reader(HTMLParser):
    """Collects the text, tags and links of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags, self.links = "", set(), []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert [name for name, _ in attrs] == (["href"] if tag == "a" else [])
        self.links += [value for _, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_there_are_forty_hostile_inputs_of_each_sort_together() -> None:
    assert len(HOSTILE_TEXTS) >= 40
    assert len(set(HOSTILE_TEXTS)) == len(HOSTILE_TEXTS)


@pytest.mark.parametrize("text", HOSTILE_TEXTS, ids=ascii)
def test_html_holds_the_same_text_and_no_element_but_emphasis_and_links(text: str) -> None:
    for work in hostile_works(text):
        for style in STYLES:
            read = Reader(cite(work, style.name, html=True))
            assert read.text == cite(work, style.name)
            assert read.tags <= {"em", "a"}
            assert all(link.startswith(SITE) for link in read.links)


@pytest.mark.parametrize("text", HOSTILE_TEXTS, ids=ascii)
def test_every_style_stays_one_line_without_control_characters_or_doubled_marks(text: str) -> None:
    for work in hostile_works(text):
        for style in STYLES:
            line = cite(work, style.name)
            assert line.isprintable() or any(mark in line for mark in ("\u200d", "\u00a0"))
            assert "  " not in line
            assert "\u202e" not in line
            assert not re.search(r"[?!…]\.(?![.\w])", line.replace(one_line(text), "")), line
            line.encode()


@pytest.mark.parametrize("text", HOSTILE_TEXTS, ids=ascii)
@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_bibtex_holds_one_entry_and_gives_the_same_text_back(text: str, dialect: str) -> None:
    for work in hostile_works(text):
        bibliography = read_bibliography(cite(work, dialect), "work.bib")
        assert bibliography.problems == ()
        (read,) = bibliography.works
        assert (read.key, read.title, read.url) == (work.key, one_line(text), work.url)
        assert parts(read.authors) == parts(work.reference.authors)
        assert read.container == work.reference.container


@pytest.mark.parametrize("text", HOSTILE_TEXTS, ids=ascii)
def test_ris_holds_one_record_of_one_line_each_tag(text: str) -> None:
    for work in hostile_works(text):
        lines = cite(work, "ris").split("\r\n")
        assert lines[-2:] == ["ER  - ", ""]
        assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])
        assert [line[:2] for line in lines].count("TY") == 1
        assert [line[:2] for line in lines].count("ER") == 1
        assert f"TI  - {one_line(text)}" in lines


@pytest.mark.parametrize("text", HOSTILE_TEXTS, ids=ascii)
def test_csl_json_gives_the_same_text_back_and_cannot_end_a_script_element(text: str) -> None:
    for work in hostile_works(text):
        written = cite(work, "csl")
        (item,) = json.loads(written)
        assert item["title"] == one_line(text)
        assert "</" not in written
        written.encode()


@pytest.mark.parametrize("text", HOSTILE_TEXTS, ids=ascii)
def test_citation_cff_gives_the_same_text_back_as_text(text: str) -> None:
    (work, *_) = hostile_works(text)
    document = yaml.safe_load(cite(work, "cff"))
    assert document["title"] == document["preferred-citation"]["title"] == one_line(text)
    assert document["abstract"] == one_line(text)
    assert document["keywords"] == [one_line(text)]
    assert document["version"] == "1.1"


@pytest.mark.parametrize("name", HOSTILE_NAMES)
@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
@pytest.mark.parametrize("kind", ["organization", "person"])
def test_a_hostile_name_stays_one_author(name: str, dialect: str, kind: str) -> None:
    agents = (
        Agent(name, kind, name, "Ann") if kind == "person" else Agent(name),  # type: ignore[arg-type]
        Agent("Second Author"),
    )
    (read,) = read_bibliography(cite(article(authors=agents), dialect), "work.bib").works
    assert parts(read.authors) == parts(article(authors=agents).reference.authors)


@pytest.mark.parametrize("address", REFUSED_ADDRESSES, ids=ascii)
def test_an_address_that_is_no_web_address_is_refused_with_a_clear_message(address: str) -> None:
    with pytest.raises(UnsafeAddress, match=r"https://|control characters"):
        edition(url=address)
    with pytest.raises(UnsafeAddress):
        edition(standing_url=address)


@pytest.mark.parametrize(("address", "expected"), ODD_ADDRESSES.items())
def test_a_web_address_stands_unchanged_in_every_form_but_for_signs_that_no_address_may_hold(
    address: str, expected: str
) -> None:
    work = edition(url=address)
    bibtex = cite(work, "bibtex")
    assert f"url = {{{expected}}}\n" in bibtex
    assert read_bibliography(bibtex, "work.bib").works[0].url == expected
    assert f"UR  - {expected}\r\n" in cite(work, "ris")
    assert json.loads(cite(work, "csl"))[0]["URL"] == expected
    assert yaml.safe_load(cite(work, "cff"))["url"] == expected
    assert cite(work, "apa").endswith(f" {expected}")
    assert Reader(cite(work, "apa", html=True)).links == [expected]


@pytest.mark.parametrize("form", [*(style.name for style in STYLES), *(form.name for form in FORMATS)])
def test_no_form_depends_on_anything_but_the_work(form: str) -> None:
    work = edition()
    assert cite(work, form) == cite(edition(), form)
    assert "2026" not in cite(edition(date="2024", version="1.0"), form, accessed=PartialDate(2025, 1, 2))
