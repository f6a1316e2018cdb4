"""All styles and files of a work at once say what each says alone."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citation_samples import article, edition, part
from editions.citations import FORMATS, STYLES, WorkRecord, cite
from editions.citations.all_forms import AllForms
from editions.citations.known_works import KnownWorks
from editions.model import PartialDate
from editions.source.configuration import read_configuration
from editions.validation import load_publication

ROOT = Path(__file__).parents[2]
DAY = PartialDate(2031, 3, 7)


@cache
def own_works() -> tuple[WorkRecord, ...]:
    return tuple(KnownWorks(load_publication(read_configuration(ROOT / "mkdocs.yml"))).own.values())


def assert_same(record: WorkRecord, forms: AllForms) -> None:
    for style, it in zip(STYLES, forms.styled(record), strict=True):
        assert it.plain == cite(record, style.name)
        assert it.html == cite(record, style.name, html=True)
        assert it.before + it.undated + it.after == it.html
        day = it.dated
        for name, value in (("day", "7"), ("month", it.months[2] if it.months else ""), ("year", "2031")):
            day = day.replace(f"{{{name}}}", value)
        assert it.before + (day or it.undated) + it.after == cite(record, style.name, html=True, accessed=DAY)


def test_every_work_of_this_repository_is_set_as_it_is_alone_with_and_without_a_day_of_reading() -> None:
    forms = AllForms()
    for record in own_works():
        assert_same(record, forms)
        if record.standing_url:
            assert_same(record.standing, forms)


@pytest.mark.parametrize("record", [edition(), edition().standing, article(), article().standing, edition(date=None)])
def test_standing_and_undated_works_have_a_place_for_the_day_of_reading(record: WorkRecord) -> None:
    assert_same(record, AllForms())


@given(st.text("aZ09 .,:;/()-?!“”\"'<>&_{}é中", min_size=1, max_size=12), st.sampled_from(["", "x?", "a_b", "Ω"]))
def test_works_that_share_their_edition_differ_as_if_set_alone(title: str, ending: str) -> None:
    title = f"{title.strip() or 'T'}{ending}"
    forms = AllForms()
    assert_same(part("criterion", title="First One"), forms)
    assert_same(part("criterion", title=title, url=f"https://standards.example.org/{len(title)}/"), forms)


@given(st.text(max_size=20), st.lists(st.text(max_size=5), max_size=2), st.sampled_from(["One", "T\ue0f0", "A b"]))
def test_files_of_works_that_share_their_edition_differ_as_if_written_alone(
    abstract: str, keywords: list[str], title: str
) -> None:
    forms = AllForms()
    for record in (
        part("criterion", title="First One", abstract="Says </one>."),
        part("criterion", title=title, abstract=abstract, keywords=tuple(keywords), key="mk-1.1-m1.2"),
    ):
        for file in forms.files(record, forms.styled(record)):
            form = next(it for it in FORMATS if file.name == record.key + it.suffix)
            assert file.content == cite(record, form.name)


def test_the_files_of_a_work_hold_what_the_command_prints() -> None:
    forms = AllForms()
    for record in own_works():
        for file in forms.files(record, forms.styled(record)):
            form = next(it for it in FORMATS if file.name == record.key + it.suffix)
            assert file.content == cite(record, form.name)


def test_only_whole_standards_have_a_citation_file_format_file() -> None:
    forms = AllForms()
    for record in own_works():
        names = {file.name for file in forms.files(record, forms.styled(record))}
        assert {f"{record.key}{suffix}" for suffix in (".bib", ".ris", ".csl.json", ".txt")} <= names
        assert (f"{record.key}.cff" in names) == (record.kind in ("standard", "edition"))
