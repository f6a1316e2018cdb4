"""The styles are there for anybody who uses pybtex."""

from __future__ import annotations

import pybtex
import pytest

ENTRY = """@book{grit,
  author = {Duckworth, Angela}, title = {Grit: The power of passion and perseverance}, publisher = {Scribner},
  year = {2016}
}"""


# https://apastyle.apa.org/style-grammar-guidelines/references/examples/book-references (the form of an authored book)
def test_pybtex_itself_sets_a_book_in_apa_style() -> None:
    formatted = pybtex.format_from_string(ENTRY, "editions-apa", output_backend="plaintext")
    assert "Duckworth, A. (2016). Grit: The power of passion and perseverance. Scribner." in formatted


@pytest.mark.parametrize("style", ["ieee", "chicago", "mla", "harvard", "vancouver"])
def test_pybtex_finds_every_style_by_its_name(style: str) -> None:
    formatted = pybtex.format_from_string(ENTRY, f"editions-{style}", output_backend="plaintext")
    assert "Duckworth" in formatted
