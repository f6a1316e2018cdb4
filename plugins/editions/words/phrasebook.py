"""What the engine says on pages, in one language: phrases, counts, numbers, dates and lists."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import cache, cached_property
from typing import TYPE_CHECKING, Protocol

from editions.words.catalogues import SOURCE, Catalogue, language_of_words, read_catalogue
from editions.words.messages import BETWEEN

if TYPE_CHECKING:
    from babel import Locale

# The English of the sources is that of Britain, whatever variety a site asks for.
_ENGLISH = "en-GB"


class Partial(Protocol):
    """A date that keeps the precision with which it was published."""

    @property
    def year(self) -> int:
        """The year."""

    @property
    def month(self) -> int | None:
        """The month, if it is known."""

    @property
    def day(self) -> int | None:
        """The day, if it is known."""


class Phrasebook:
    """Says everything in one language.

    A phrase is a whole sentence or a whole label, with names for what goes into it, so that translators may reorder it:
    ``text("Replaced by {name}", name="1.1")``.

    Attributes:
        language: BCP 47 tag of the words.
        locale: BCP 47 tag of the conventions for numbers, dates and lists.
    """

    def __init__(self, language: str, locale: str, catalogue: Catalogue) -> None:
        """Prepare.

        Args:
            language: BCP 47 tag of the words.
            locale: BCP 47 tag of the conventions; a variety of the same language.
            catalogue: The phrases.
        """
        self.language = language
        self.locale = locale
        self._phrases = catalogue.phrases
        self._plural = catalogue.plural
        self.plural_rule = catalogue.plural_rule
        self._dates: dict[tuple[int, int | None, int | None], str] = {}
        self._numbers: dict[int, str] = {}

    def text(self, phrase: str, /, **values: object) -> str:
        """A phrase in the language.

        Args:
            phrase: The English phrase, possibly in a context (``messages.in_context``).
            values: What goes in; without any, the places stay open.
        """
        said = self._phrases.get(phrase)
        if said is None:
            said = phrase.rpartition(BETWEEN)[2]
        elif not isinstance(said, str):
            said = said[0]
        return said.format_map(values) if values else said

    def plural(self, number: int, one: str, many: str, /) -> str:
        """The form of a phrase that a number asks for, with its places open."""
        return self.forms(one, many)[self._plural(number)]

    def forms(self, one: str, many: str, /) -> tuple[str, ...]:
        """Every form of a phrase that counts."""
        said = self._phrases.get(one)
        return (one, many) if said is None or isinstance(said, str) else said

    def count(self, number: int, one: str, many: str, /, **values: object) -> str:
        """A phrase that counts: ``count(3, "{n} criterion", "{n} criteria")``.

        Args:
            number: What ``{n}`` says.
            one: The English phrase for one.
            many: The English phrase for any other number.
            values: What else goes in.
        """
        return self.plural(number, one, many).format(n=self.number(number), **values)

    def number(self, number: int) -> str:
        """A whole number with the signs that group its digits."""
        if -1000 < number < 1000:
            return str(number)
        if number not in self._numbers:
            from babel.numbers import format_decimal

            self._numbers[number] = format_decimal(number, locale=self._locale)
        return self._numbers[number]

    def date(self, date: Partial) -> str:
        """A date, such as ``2024``, ``April 2026`` or ``29 April 2026``, never more than is known of it."""
        key = (date.year, date.month, date.day)
        if key not in self._dates:
            self._dates[key] = self._written(date)
        return self._dates[key]

    def join(self, items: Iterable[str]) -> str:
        """A list as part of a sentence, such as ``a, b and c``."""
        from babel.lists import format_list

        every = list(items)
        return every[0] if len(every) == 1 else format_list(every, locale=self._locale)

    def _written(self, date: Partial) -> str:
        from babel.dates import format_date, format_skeleton

        day = datetime.date(date.year, date.month or 1, date.day or 1)
        if date.day is not None:
            return format_date(day, "long", locale=self._locale)
        return format_skeleton("y" if date.month is None else "yMMMM", day, locale=self._locale)

    @cached_property
    def _locale(self) -> Locale:
        from babel import Locale, UnknownLocaleError

        try:
            return Locale.parse(self.locale, sep="-")
        except (UnknownLocaleError, ValueError):
            return Locale.parse(self.language, sep="-")


@cache
def phrasebook(language: str) -> Phrasebook:
    """The phrases for a site.

    Args:
        language: BCP 47 tag of the site.

    Returns:
        Those of the language, or of the one that it is a variety of; else English. Numbers and dates go with the words.
    """
    found = language_of_words(language)
    return Phrasebook(found, _ENGLISH if found == SOURCE else language, read_catalogue(found))


ENGLISH = phrasebook(SOURCE)
"""What commands and data say in any language."""
