"""Which part of a date each style prints, by the kind of work; formats for programs keep the whole date."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest

from citation_samples import article, edition, part
from editions.citations import CitedWork, cite
from editions.citations.bibliography import read_bibliography

# APA 7 § 9.14: most works have the year alone. So do the manual's examples of reports (§ 10.4, 50 to 58), data (§ 10.9,
# 75 and 76) and software (§ 10.10, 77 to 80).
YEAR_ALONE = {
    "report": "@techreport{k, author={Roe, Ann}, title={T}, institution={I}, type={Report}, number={7}, %s}",
    "RFC": "@techreport{k, author={Roe, Ann}, title={T}, institution={IETF}, type={RFC}, number={9110}, %s}",
    "standard": "@standard{k, author={{ISO}}, title={T}, number={ISO 9:2026}, %s}",
    "software": "@misc{k, author={Roe, Ann}, title={T}, version={2.1}, url={https://example.org/}, %s}",
    "named software": "@misc{k, author={Roe, Ann}, title={T}, howpublished={Computer software}, %s}",
    "data": "@misc{k, author={Roe, Ann}, title={T}, publisher={Zenodo}, doi={10.5281/zenodo.1}, %s}",
    "preprint": "@misc{k, author={Roe, Ann}, title={T}, howpublished={Preprint}, %s}",
    "book": "@book{k, author={Roe, Ann}, title={T}, publisher={P}, %s}",
    "chapter": "@incollection{k, author={Roe, Ann}, title={T}, booktitle={B}, publisher={P}, %s}",
    "paper": "@inproceedings{k, author={Roe, Ann}, title={T}, booktitle={B}, %s}",
    "journal": "@article{k, author={Roe, Ann}, title={T}, journal={J}, volume={3}, entrysubtype={journal}, %s}",
    "journal without volumes": "@article{k, author={Roe, Ann}, title={T}, journal={J}, entrysubtype={journal}, %s}",
}
# § 10.1 (15 magazine, 16 newspaper, 17 blog), § 10.4 (59 press release), § 10.16 (110 to 114 web pages).
TO_THE_DAY = {
    "page": "@online{k, author={Roe, Ann}, title={T}, url={https://example.org/}, %s}",
    "press release": "@techreport{k, author={Roe, Ann}, title={T}, institution={I}, type={Press release}, %s}",
    "news release": "@misc{k, author={Roe, Ann}, title={T}, howpublished={News release}, %s}",
    "blog post": "@misc{k, author={Roe, Ann}, title={T}, howpublished={Blog post}, %s}",
    "magazine": "@article{k, author={Roe, Ann}, title={T}, journal={M}, volume={3}, entrysubtype={magazine}, %s}",
    "newspaper": "@article{k, author={Roe, Ann}, title={T}, journal={N}, entrysubtype={newspaper}, %s}",
}


def read(entry: str) -> CitedWork:
    bibliography = read_bibliography(entry, "references.bib")
    assert bibliography.problems == ()
    return bibliography.works[0]


@pytest.mark.parametrize("date", ["date={2026}", "date={2026-04}", "date={2026-04-29}", "year=2026, month=apr, day=29"])
@pytest.mark.parametrize("entry", YEAR_ALONE.values(), ids=YEAR_ALONE)
def test_apa_gives_the_year_alone_of_what_is_not_dated_by_the_day(entry: str, date: str) -> None:
    assert "(2026). T" in cite(read(entry % date), "apa")


@pytest.mark.parametrize(
    ("date", "expected"),
    [("date={2026}", "2026"), ("date={2026-04}", "2026, April"), ("year=2026, month=4, day=29", "2026, April 29")],
)
@pytest.mark.parametrize("entry", TO_THE_DAY.values(), ids=TO_THE_DAY)
def test_apa_gives_the_whole_date_of_pages_news_and_press_releases(entry: str, date: str, expected: str) -> None:
    assert f"Roe, A. ({expected}). T" in cite(read(entry % date), "apa")


def test_a_misc_of_an_address_and_a_day_alone_is_a_page() -> None:
    """Classic BibTeX has no entry type for pages."""
    page = "@misc{k, author={Roe, Ann}, title={T}, url={https://example.org/}, %s}"
    assert "(2026, April 29)" in cite(read(page % "date={2026-04-29}"), "apa")
    assert "(2026)" in cite(read(page % "date={2026-04}"), "apa")
    assert "(2025, February 3)" in cite(read(cite(article(), "bibtex").replace("Society of Careful Makers", "")), "apa")


@dataclass(frozen=True)
class Article:
    """What an entry says besides author, title and year 2026, and what the article then appeared in."""

    says: str
    periodical: str


ARTICLES = [
    Article("month=apr, day=29", "newspaper"),
    Article("date={2026-04-29}", "newspaper"),
    Article("month=apr, day=29, volume=3, number=2", "magazine"),
    Article("date={2026-04}, entrysubtype={magazine}", "magazine"),
    Article("date={2026-04}, entrysubtype={Newspaper}", "newspaper"),
    # Exports from reference managers give the day of journal articles too.
    Article("date={2026-04-29}, volume=3", "journal"),
    Article("date={2026-04-29}, doi={10.1000/x}", "journal"),
    Article("date={2026-04-29}, eprint={2604.01234}", "journal"),
    Article("month=apr, day=29, entrysubtype={journal}", "journal"),
    Article("month=apr", "journal"),
]


@pytest.mark.parametrize("case", ARTICLES, ids=lambda case: case.says)
def test_an_article_is_of_a_journal_unless_it_is_dated_by_the_day(case: Article) -> None:
    year = "" if "date=" in case.says else "year=2026, "
    work = read(f"@article{{k, author={{Roe, Ann}}, title={{T}}, journal={{W}}, {year}{case.says}}}")
    assert ("(2026). T" in cite(work, "apa")) == (case.periodical == "journal")
    (item,) = json.loads(cite(work, "csl"))
    assert item["type"] == f"article-{case.periodical}"
    kind = {"journal": "JOUR", "magazine": "MGZN", "newspaper": "NEWS"}[case.periodical]
    assert cite(work, "ris").startswith(f"TY  - {kind}\r\n")
    for dialect in ("bibtex", "biblatex"):
        assert read(cite(work, dialect)).periodical == work.periodical


NEWS = "@article{k, author={Roe, Ann}, title={T}, journal={N}, date={2026-04-29}, pages={5--7}}"
RELEASE = "@techreport{k, author={Roe, Ann}, title={T}, institution={I}, type={Press release}, date={2026-04-29}}"
BOOK = "@book{k, author={Roe, Ann}, title={T}, publisher={P}, date={2026-04-29}}"
REPORT = "@techreport{k, author={Roe, Ann}, title={T}, institution={I}, type={Report}, number={7}, date={2026-04-29}}"
BY_STYLE = [
    # CMOS 18, chapter 14: of magazines and newspapers month and day follow the title, no page; of a report the year.
    ("chicago", NEWS, "Roe, Ann. 2026. “T.” N, April 29."),
    ("chicago", RELEASE, "Roe, Ann. 2026. T. Press release. I. April 29."),
    ("chicago", BOOK, "Roe, Ann. 2026. T. P."),
    ("chicago", REPORT, "Roe, Ann. 2026. T. Report 7. I."),
    # Cite Them Right 12: day and month of newspapers and press releases, behind the source; of a report the year.
    ("harvard", NEWS, "Roe, A. (2026) ‘T’, N, 29 April, pp. 5–7."),
    ("harvard", NEWS.replace("pages={5--7}", "number={8}"), "Roe, A. (2026) ‘T’, N, 29 April."),
    ("harvard", RELEASE, "Roe, A. (2026) T. Press release. I. 29 April."),
    ("harvard", BOOK, "Roe, A. (2026) T. P."),
    ("harvard", REPORT, "Roe, A. (2026) T. Report 7. I."),
    # IEEE Reference Guide: "Nov. 1988" for reports and standards; of books the year.
    ("ieee", NEWS, "A. Roe, “T,” N, pp. 5–7, Apr. 29, 2026."),
    ("ieee", BOOK, "A. Roe, T. P, 2026."),
    ("ieee", REPORT, "A. Roe, “T,” I, Report 7, Apr. 29, 2026."),
    # MLA 9, chapter 5: the date as the source gives it; of books the year.
    ("mla", NEWS, "Roe, Ann. “T.” N, 29 Apr. 2026, pp. 5–7."),
    ("mla", BOOK, "Roe, Ann. T. P, 2026."),
    ("mla", REPORT, "Roe, Ann. T. Report 7, I, 29 Apr. 2026."),
    # Citing Medicine 2, chapters 2 and 5: month and day may follow the year of any of them.
    ("vancouver", NEWS, "Roe A. T. N. 2026 Apr 29:5-7."),
    ("vancouver", REPORT, "Roe A. T. Report. I; 2026 Apr 29. Report No.: 7."),
]


@pytest.mark.parametrize(("style", "entry", "expected"), BY_STYLE)
def test_every_style_dates_by_its_own_rule(style: str, entry: str, expected: str) -> None:
    assert cite(read(entry), style) == expected


@pytest.mark.parametrize("work", [edition(), part(), part("criterion")], ids=lambda work: work.kind)
def test_editions_and_their_parts_are_dated_like_reports(work: CitedWork) -> None:
    shown = {style: cite(work, style) for style in ("apa", "ieee", "chicago", "mla", "harvard", "vancouver", "short")}
    assert "(2026)." in shown["apa"]
    assert "(2026)." in shown["short"]
    assert " 2026. " in shown["chicago"]
    assert "(2026) " in shown["harvard"]
    assert ", Apr. 2026. " in shown["ieee"]
    assert ", Apr. 2026, " in shown["mla"]
    assert " 2026 Apr. " in shown["vancouver"]
    assert not [style for style in ("apa", "short", "chicago", "harvard") if "Apr" in shown[style]]


@pytest.mark.parametrize("entry", [*YEAR_ALONE.values(), *TO_THE_DAY.values()], ids=[*YEAR_ALONE, *TO_THE_DAY])
def test_formats_keep_the_whole_date(entry: str) -> None:
    work = read(entry % "date={2026-04-29}")
    assert json.loads(cite(work, "csl"))[0]["issued"] == {"date-parts": [[2026, 4, 29]]}
    assert "DA  - 2026/04/29/\r\n" in cite(work, "ris")
    assert "date = {2026-04-29}" in cite(work, "biblatex")
    assert "year = {2026},\n    month = {April},\n    day = {29}" in cite(work, "bibtex")
