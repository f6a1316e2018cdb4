"""What a phrasebook says, by language."""

from __future__ import annotations

import subprocess
import sys

import pytest

from editions.model import PartialDate
from editions.pages.sentences import fill, site_link, strong
from editions.text.inline_tree import Words
from editions.words import catalogues
from editions.words.messages import in_context
from editions.words.phrasebook import ENGLISH, Phrasebook, phrasebook


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", ("2026", "April 2026", "9 April 2026", "12,345", "a, b and c")),
        ("en-US", ("2026", "April 2026", "9 April 2026", "12,345", "a, b and c")),
        ("de", ("2026", "April 2026", "9. April 2026", "12.345", "a, b und c")),
        ("de-CH", ("2026", "April 2026", "9. April 2026", "12’345", "a, b und c")),
        ("fr", ("2026", "April 2026", "9 April 2026", "12,345", "a, b and c")),
    ],
)
def test_conventions(language: str, shown: tuple[str, ...]) -> None:
    """Dates keep their precision; dates, numbers and lists go with the words, not with a language without words."""
    words = phrasebook(language)
    dates = [words.date(PartialDate.parse(it)) for it in ("2026", "2026-04", "2026-04-09")]
    assert (*dates, words.number(12345), words.join("abc")) == shown


def test_german() -> None:
    """Words, a context, and both forms of a phrase that counts."""
    words = phrasebook("de-AT")
    assert words.text("Edition {version}", version="1.0") == "Ausgabe 1.0"
    assert words.text(in_context("state of a task", "open")) == "offen"
    assert [words.count(n, "{n} criterion", "{n} criteria") for n in (1, 2)] == ["1 Kriterium", "2 Kriterien"]


def test_unknown_phrases_are_english() -> None:
    """A phrase without words, with its context left out."""
    assert phrasebook("de").text(in_context("nothing", "Not {what}"), what="there") == "Not there"
    assert [ENGLISH.count(n, "{n} change", "{n} changes") for n in (0, 1, 2)] == ["0 changes", "1 change", "2 changes"]


def test_what_goes_in_is_not_read_again() -> None:
    """Braces in what goes into a place are shown."""
    assert ENGLISH.text("Read {name}", name="{name} {0}") == "Read {name} {0}"


def test_more_forms_than_two() -> None:
    """The rule of the catalogue says which form a number asks for."""
    forms = {"{n} file": ("{n} plik", "{n} pliki", "{n} plików")}
    words = Phrasebook("pl", "pl", catalogues.Catalogue(forms, lambda n: 0 if n == 1 else 1 if n in (2, 3, 4) else 2))
    assert [words.count(n, "{n} file", "{n} files") for n in (1, 3, 5)] == ["1 plik", "3 pliki", "5 plików"]


def test_phrases_with_nodes_in_any_order() -> None:
    """Links and other nodes go where the language has them; words beside each other are one node."""
    link = site_link("1.0", "/standard/1.0/")
    made = fill("{date}: {what} in {link}.", link=link, what=strong("Split"), date="2026")
    assert made == (Words("2026: "), strong("Split"), Words(" in "), link, Words("."))


def test_help_needs_no_conventions() -> None:
    """`editions --help` imports no Babel."""
    shown = "from editions.cli import main; main(['--help'], standalone_mode=False)"
    program = f"import sys; {shown}; print('babel' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"
