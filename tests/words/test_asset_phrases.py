"""Scripts and style sheets are published in the language of the site."""

from __future__ import annotations

from editions.site.assets.asset_phrases import phrases_in, put_into
from editions.words.catalogues import Catalogue
from editions.words.phrasebook import ENGLISH, Phrasebook

SCRIPT = (
    'const locale = "en-GB"\n'
    'show(_("Copied"), some_("Copied"), counted(["{n} match", "{n} matches"], n), Number(n != 1))'
)
SHEET = '.a::after { content: " " /* _ */ "Copied" counter(page) /* _ between pages */ " of "; }'
POLISH = Phrasebook(
    "pl",
    "pl",
    Catalogue(
        {
            "Copied": "Skopiowano „to”",
            "{n} match": ("{n} wynik", "{n} wyniki", "{n} wyników"),
            "between pages\x04 of ": " z ",
        },
        plural_rule="n==1 ? 0 : 2",
    ),
)


def test_phrases_are_found() -> None:
    """Phrases, those that count, and those of sheets with their contexts."""
    assert list(phrases_in(SCRIPT)) == [("Copied",), ("{n} match", "{n} matches")]
    assert list(phrases_in(SHEET)) == [("Copied",), ("between pages\x04 of ",)]


def test_a_script_has_the_words_of_the_site() -> None:
    """Every form of a phrase that counts, with the rule and the locale that scripts choose by."""
    assert put_into(POLISH, SCRIPT) == (
        'const locale = "pl"\nshow(_("Skopiowano „to”"), some_("Copied"), '
        'counted(["{n} wynik", "{n} wyniki", "{n} wyników"], n), Number(n==1 ? 0 : 2))'
    )


def test_a_sheet_has_the_words_of_the_site() -> None:
    assert put_into(POLISH, SHEET) == '.a::after { content: " " "Skopiowano „to”" counter(page) " z "; }'


def test_english_stays_as_it_is_written() -> None:
    assert put_into(ENGLISH, SCRIPT + SHEET) == SCRIPT + SHEET
