"""Cells: none is a formula, and what was written comes back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awkward_standard import FORMULAS, OTHERS
from editions.formats.csv.spreadsheet_cells import guarded, joined, parted, rows_joined, rows_parted, unguarded

# Characters that begin formulas, that spreadsheets skip, and that separate values come often.
characters = st.sampled_from("=+-@＝'\t\r\n \u200b\ufeff;|\\n\"") | st.characters(codec="utf-8")
texts = st.text(characters, max_size=12)


@pytest.mark.parametrize("text", FORMULAS)
def test_what_could_run_as_a_formula_begins_with_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["\n=1", "\n", "\tx", "\x00x", "﹣1", "⁺1", "' ' \u2060 -1"])
def test_so_do_line_breaks_control_characters_and_small_forms(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", [*OTHERS, "", " ", "a=b", "1-1", "'", "§ 1", "(=1)"])
def test_any_other_text_stands_as_it_is(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text


@given(texts)
def test_no_guarded_cell_begins_with_what_begins_a_formula(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@given(texts)
def test_every_text_comes_back_from_its_cell(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.lists(texts).filter(lambda values: values != [""]), st.sampled_from(";|"))
def test_values_come_back_from_the_cell_that_they_share(values: list[str], separator: str) -> None:
    assert parted(joined(values, separator), separator) == tuple(values)


@given(st.lists(st.lists(st.none() | texts.filter(bool), min_size=2, max_size=4)))
def test_rows_come_back_from_the_cell_that_they_share(rows: list[list[str | None]]) -> None:
    assert rows_parted(rows_joined(rows)) == tuple(map(tuple, rows))


def test_the_written_form_of_several_values_is_the_documented_one() -> None:
    assert joined(["a; b", "c\\d", "e\nf"], ";") == "a\\; b; c\\\\d; e\\nf"
    assert rows_joined([("Framework", None, "A | 1", "https://example.org/")]) == (
        "Framework |  | A \\| 1 | https://example.org/"
    )
