"""Marks that meet: titles that end in one, quotation marks in titles, pages and dates."""

from __future__ import annotations

import pytest

from citation_samples import SITE, article, edition, part
from editions.citations import cite
from editions.citations.styles.base import ordinal, page_range, short_range
from editions.citations.styles.chicago import chicago_pages
from editions.model import PartialDate

URL = f"{SITE}/standard/1.0/"


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("apa", f"Society of Careful Makers. (2024). *Who Makes?* (Version 1.0). {URL}"),
        ("ieee", f"Society of Careful Makers, *Who Makes?* Version 1.0, 2024. [Online]. Available: {URL}"),
        ("chicago", f"Society of Careful Makers. 2024. *Who Makes?* Version 1.0. {URL}."),
        ("mla", f"*Who Makes?* Version 1.0, Society of Careful Makers, 2024, {URL.removeprefix('https://')}."),
        ("harvard", f"Society of Careful Makers (2024) *Who Makes?* Version 1.0. Available at: {URL}."),
        ("vancouver", f"Society of Careful Makers. Who Makes? [Internet]. Version 1.0. 2024. Available from: {URL}."),
        ("short", "Society of Careful Makers. (2024). Who Makes? v1.0. standards.example.org/standard"),
    ],
)
def test_a_title_that_is_a_question_takes_no_other_mark(style: str, expected: str) -> None:
    assert cite(edition("1.0", "2024", title="Who Makes?"), style) == expected.replace("*", "")


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("On “Care” and Making", "“On ‘Care’ and Making"),
        ('On "Care" and Making', "“On ‘Care’ and Making"),
        ("What Is “Care”?", "“What Is ‘Care’?”"),
        ("The Meaning of “Care”", "“The Meaning of ‘Care’"),
        ('A 24" Ruler', '“A 24" Ruler'),
    ],
)
@pytest.mark.parametrize("style", ["ieee", "chicago", "mla"])
def test_quotation_marks_in_a_quoted_title_become_single_ones(style: str, title: str, shown: str) -> None:
    """CMOS 18, chapter 13, and MLA Handbook 9, chapter 6: marks within marks are single."""
    assert shown in cite(part(title=title), style)


def test_a_title_in_single_marks_keeps_the_marks_inside_it() -> None:
    assert "‘On “Care” and Making’, in" in cite(part(title="On “Care” and Making"), "harvard")


@pytest.mark.parametrize("style", ["apa", "ieee", "chicago", "mla", "harvard", "vancouver"])
@pytest.mark.parametrize("title", ["Really?!", "Stop!", "And so on…", "Made by Acme Inc.", "標準とは？"])
def test_no_mark_is_doubled_after_a_title(style: str, title: str) -> None:
    for work in (edition(title=title), part(title=title), article(title=title, title_sentence=None)):
        line = cite(work, style)
        after = line.split(title.rstrip("."), 1)[1]
        assert not after.lstrip("”’").startswith(".."), line
        assert title.endswith(".") or not after.lstrip("”’").startswith("."), line


@pytest.mark.parametrize(
    ("pages", "shown"),
    # The examples that CMOS gives in its chapter on numbers.
    [
        ("3--10", "3–10"),
        ("71-72", "71–72"),
        ("96–117", "96–117"),
        ("100--104", "100–104"),
        ("1100--1113", "1100–1113"),
        ("101--108", "101–8"),
        ("808--833", "808–33"),
        ("1103--1104", "1103–4"),
        ("321--328", "321–28"),
        ("498--532", "498–532"),
        ("1087--1089", "1087–89"),
        ("1496--1500", "1496–500"),
        ("11564--11615", "11564–615"),
        ("12991--13001", "12991–3001"),
        ("e0318239", "e0318239"),
        ("12, 15--18", "12, 15–18"),
    ],
)
def test_chicago_shortens_the_second_number(pages: str, shown: str) -> None:
    assert chicago_pages(pages) == shown


def test_pages_are_given_whole_or_cut_to_what_changes() -> None:
    assert page_range("207 -- 217") == "207–217"
    assert short_range("284--287") == "284–7"
    assert short_range("99--101") == "99–101"
    assert short_range("S93--S99") == "S93–S99"


@pytest.mark.parametrize(
    ("edition_of_book", "shown"),
    [("2", "2nd"), ("3rd", "3rd"), ("Fourth", "4th"), ("11", "11th"), ("21", "21st"), ("112", "112th"), ("1", None)],
)
def test_an_edition_of_a_book_is_an_ordinal(edition_of_book: str, shown: str | None) -> None:
    assert ordinal(edition_of_book) == shown


def test_sentence_case_comes_from_the_work_and_is_never_guessed() -> None:
    stated, unstated = article(), article(title_sentence=None)
    for style in ("apa", "ieee", "harvard", "vancouver"):
        assert "Why make anything?" in cite(stated, style)
        assert "Why Make Anything?" in cite(unstated, style)
    for style in ("chicago", "mla"):
        assert "Why Make Anything?" in cite(stated, style)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        # APA 7 § 9.14 and § 10.4: a standard has the year alone, like a report.
        ("apa", {"2024": "(2024)", "2024-09": "(2024)", "2024-09-05": "(2024)"}),
        ("ieee", {"2024": ", 2024.", "2024-09": ", Sep. 2024.", "2024-09-05": ", Sep. 5, 2024."}),
        ("chicago", {"2024": " 2024. ", "2024-09": " 2024. ", "2024-09-05": " 2024. "}),
        ("mla", {"2024": ", 2024,", "2024-09": ", Sept. 2024,", "2024-09-05": ", 5 Sept. 2024,"}),
        ("harvard", {"2024": "(2024)", "2024-09": "(2024)", "2024-09-05": "(2024)"}),
        ("vancouver", {"2024": " 2024.", "2024-09": " 2024 Sep.", "2024-09-05": " 2024 Sep 5."}),
    ],
)
def test_a_date_is_printed_as_the_style_prints_dates(style: str, expected: dict[str, str]) -> None:
    for date, shown in expected.items():
        assert shown in cite(edition(date=date), style)


def test_an_access_date_stands_where_the_style_wants_one() -> None:
    day = PartialDate(2026, 5, 4)
    wanted = {
        "ieee": "Accessed: May 4, 2026.",
        "harvard": "(Accessed: 4 May 2026)",
        "vancouver": "[cited 2026 May 4]",
    }
    for style in ("apa", "ieee", "chicago", "mla", "harvard", "vancouver", "short"):
        line = cite(edition(), style, accessed=day)
        assert (wanted[style] in line) if style in wanted else (line == cite(edition(), style))


def test_addresses_in_html_are_escaped() -> None:
    html = cite(edition(url=f"{SITE}/?a=1&b=2"), "apa", html=True)
    assert html.endswith(f'<a href="{SITE}/?a=1&amp;b=2">{SITE}/?a=1&amp;b=2</a>')
