"""The texts of an edition for data files: as HTML, and as plain text."""

from __future__ import annotations

from functools import cache

from editions.citations.known_works import KnownWorks
from editions.model import Criterion, Domain, Edition, Origin, Publication
from editions.model.addresses import edition_address
from editions.model.field_values import lines_of
from editions.model.fields import Field
from editions.pages.published_links import LinkContext
from editions.pages.sanitised import sanitised
from editions.pages.text_surroundings import outside
from editions.text.html import HtmlWriter
from editions.text.plain import write_plain
from editions.text.surroundings import Surroundings
from editions.text.tree import Text
from editions.words.phrasebook import ENGLISH, Phrasebook


class EditionTexts:
    """Writes the texts of one edition for readers outside the site: links are absolute, citations name the works."""

    def __init__(self, publication: Publication, edition: Edition) -> None:
        """Prepare the addresses that links lead to.

        Args:
            publication: What the edition belongs to.
        """
        self._site_url = publication.site_url
        self._folder = edition_address(edition).strip("/")
        self._known = KnownWorks(publication)
        self._surroundings = cache(self._surroundings_in)

    def html(self, text: Text, origin: Origin, name: str) -> str:
        """Write a text as HTML.

        Args:
            origin: Where it is written.
            name: Begins the anchors of its notes.

        Returns:
            HTML that passed the sanitiser.
        """
        written = HtmlWriter(self._surroundings(origin.path)).write(text, name)
        return sanitised(written, self._site_url, formulas=True).rstrip("\n")

    def plain(self, text: Text, origin: Origin) -> str:
        """Write a text without markup; see :func:`~editions.text.plain.write_plain`.

        Args:
            origin: Where it is written.
        """
        return write_plain(text, self._surroundings(origin.path))

    def value(self, item: Edition | Domain | Criterion, field: Field, words: Phrasebook = ENGLISH) -> str:
        """Write the value of a key that the model has no attribute for, without markup.

        Args:
            item: What has the key.
            field: The key.
            words: The language of dates and of yes and no.

        Returns:
            The words; those of a list are separated by ``;``. Empty if there is no value.
        """
        value = item.more.get(field.key, "")
        return self.plain(value, item.origin) if isinstance(value, Text) else "; ".join(lines_of(value, words))

    def _surroundings_in(self, source: str) -> Surroundings:
        context = LinkContext(source, f"{self._folder}/index.md", self._folder)
        return outside(context, self._site_url, self._known)
