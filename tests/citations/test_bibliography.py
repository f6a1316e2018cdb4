"""Bibliographies: every problem at once with its line, and nothing but problems for bad input."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editions.citations.bibliography import read_bibliography

GOOD = """@article{one,
  author = {King, Ada},
  title = {First},
  journal = {Letters},
  year = 2024
}
"""

# Lines 7 to 21 of the file that begins with GOOD.
FAULTY = """@artcle{typo, title = {T}, journal = {J}}
@article{ONE, title = {T}, journal = {J}}
@article{bare, author = {King, Ada}}
@online{evil,
  title = {T},
  url = {javascript:alert(1)}
}
@book{dated, title = {T}, date = {2024-13}}
@book{doi, title = {T},
  doi = {not a doi}}
@book{twice, title = {T}, title = {U}}
@book{macro, title = nothing}
@book{commas, title = {T}, author = {A, B, C, D}}
@inproceedings{lost, title = {T}, crossref = {nowhere}}
@book{blank, title = {T}, author = {King, Ada and and Roux, Bo}}
"""


def problems(text: str) -> list[str]:
    return [str(problem) for problem in read_bibliography(text, "citations/references.bib").problems]


def test_a_good_bibliography_has_its_works_in_order_and_no_problem() -> None:
    read = read_bibliography(GOOD + "@online{two, title = {Second}, url = {https://example.org/}}", "references.bib")
    assert read.problems == ()
    assert [work.key for work in read.works] == ["one", "two"]
    assert read.by_key["two"].url == "https://example.org/"


def test_every_problem_is_reported_at_once_with_its_line() -> None:
    text = GOOD + FAULTY
    found = problems(text)
    expected = {
        7: "unknown entry type @artcle; use one of article, book,",
        8: "the key 'ONE' stands in line 1 already; give this entry another key",
        9: "'bare' (@article) needs title",
        12: "'evil': 'javascript:alert(1)' is not a web address",
        14: "'dated': '2024-13' is a date that does not exist",
        16: "'doi': 'not a doi' is not a DOI; write 10.NNNN/suffix",
        17: "'twice' states title twice; keep one of them",
        18: "undefined string: nothing",
        19: "the name 'A, B, C, D' has too many commas",
        20: "'lost' refers to 'nowhere', which is not in this file",
        21: "'blank' has an empty name in author",
    }
    for line, message in expected.items():
        assert any(f"citations/references.bib:{line}: {message}" in problem for problem in found), (line, found)
    assert any(":9: 'bare' (@article) needs journal or journaltitle" in problem for problem in found)
    assert [int(problem.split(":")[1]) for problem in found] == sorted(int(p.split(":")[1]) for p in found)


def test_what_can_be_cited_is_read_beside_the_problems() -> None:
    read = read_bibliography(GOOD + "@article{bare, author = {King, Ada}}\n@book{two, title = {Second}}", "b.bib")
    assert [work.key for work in read.works] == ["one", "two"]
    assert len(read.problems) == 2


def test_an_entry_cut_short_is_a_problem_with_its_line() -> None:
    found = problems(GOOD + "\n@book{cut, title = {never closed\n")
    assert found
    assert all(problem.startswith("citations/references.bib:") for problem in found)


def test_a_cross_reference_lends_its_fields() -> None:
    text = """@inproceedings{talk, author = {King, Ada}, title = {Talk}, crossref = {all}}
    @book{all, title = {Proceedings}, booktitle = {Proceedings}, year = 2024, publisher = {P}}"""
    read = read_bibliography(text, "b.bib")
    assert read.problems == ()
    assert read.by_key["talk"].container == "Proceedings"
    assert str(read.by_key["talk"].date) == "2024"


def test_dates_keep_their_precision_and_their_words() -> None:
    text = """@book{a, title={T}, year=2024} @book{b, title={T}, year=2024, month=apr}
    @book{c, title={T}, year={2024}, month={4}, day={29}} @book{d, title={T}, date={2024-04}}
    @book{e, title={T}, year={in press}} @book{f, title={T}, year={c2000-01}}
    @book{g, title={T}, year=2024, month={Spring}}"""
    works = read_bibliography(text, "b.bib").by_key
    dates = {key: str(work.date) if work.date else work.date_text for key, work in works.items()}
    assert dates == {
        "a": "2024",
        "b": "2024-04",
        "c": "2024-04-29",
        "d": "2024-04",
        "e": "in press",
        "f": "c2000-01",
        "g": "2024",
    }


def test_addresses_are_read_as_people_escape_them() -> None:
    text = r"""@online{a, title={T}, url={https://example.org/a\_b\%20c\#d}}
    @online{b, title={T}, url={\url{https://example.org/~user/}}}
    @online{c, title={T}, url={https://example.org/{\textasciitilde}user/}}
    @online{d, title={T}, url={https://example.org/\~{}user/}}"""
    read = read_bibliography(text, "b.bib")
    assert read.problems == ()
    assert [work.url for work in read.works] == [
        "https://example.org/a_b%20c#d",
        "https://example.org/~user/",
        "https://example.org/~user/",
        "https://example.org/~user/",
    ]


@given(st.text(st.one_of(st.characters(), st.sampled_from('@{}(),="#\\ \nabook')), max_size=80))
def test_any_text_gives_works_or_problems_and_never_an_exception(text: str) -> None:
    read = read_bibliography(text, "b.bib")
    assert all(problem.line >= 1 and problem.message for problem in read.problems)


@given(st.text(st.sampled_from('{}\\"$%&#_^~,= and\n0-/'), max_size=30))
def test_any_value_gives_a_work_or_problems_and_never_an_exception(value: str) -> None:
    entry = f"@book{{k, title = {{T}}, author = {{{value}}}, year = {{{value}}}, url = {{{value}}}, doi = {{{value}}}}}"
    read_bibliography(entry, "b.bib")
