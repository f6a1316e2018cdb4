"""One edition as the data that the template sets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from editions.comparison import compare_releases
from editions.comparison.remembered import Compare
from editions.formats.pdf.annexes import annexes
from editions.formats.pdf.destinations import Destinations
from editions.formats.pdf.lines import breakable
from editions.formats.pdf.signs import SUBSTITUTE
from editions.formats.pdf.texts import PaperTexts, number_headings, reference_label
from editions.model import Criterion, Domain, Edition, Erratum, Publication, Reference
from editions.model.addresses import criterion_address, domain_address, edition_address
from editions.model.field_values import lines_of
from editions.model.fields import ItemKind
from editions.pages.counterparts import DRAFT_NOTICE
from editions.pages.edition_place import size_words
from editions.pages.errata_blocks import FOR, READ
from editions.text.tree import Text
from editions.words.phrasebook import phrasebook


def edition_data(
    publication: Publication, edition: Edition, shown: Callable[[str], str], compare: Compare = compare_releases
) -> dict[str, Any]:
    """Gather everything that the PDF of an edition shows.

    Args:
        publication: What the edition belongs to.
        shown: Makes of any text one that the fonts can show.
        compare: Compares the edition with the one before.

    Returns:
        JSON-like data; its shape is what ``template/edition.typ`` reads.
    """
    return _EditionData(publication, edition, shown).gathered(compare)


class _EditionData:
    def __init__(self, publication: Publication, edition: Edition, shown: Callable[[str], str]) -> None:
        self._publication, self._edition = publication, edition
        self._fonts_show, self._some_missing = shown, False
        self._words = phrasebook(publication.language)
        self._texts = PaperTexts(publication, edition, self._shown)
        self._places = Destinations(publication, edition)
        for entry in self._texts.references.entries:
            self._places.add(reference_label(entry.key))

    def gathered(self, compare: Compare) -> dict[str, Any]:
        edition = self._edition
        prose = self._texts.read(edition.prose, edition.origin, headings=True)
        number_headings(prose.headings, 1)
        self._places.add_headings(prose.headings, "edition", self._pages(edition_address))
        data: dict[str, Any] = {
            "words": self._labels(),
            "front": self._front(),
            "errata": self._errata(None),
            "more": self._more("edition", edition),
            "prose": prose.nodes,
            "domains": [self._domain(domain) for domain in edition.domains],
            "annexes": annexes(self._publication, edition, self._texts, self._places, compare),
        }
        data["substitute"] = (
            self._words.text(
                "Where {sign} stands, the text has a sign that the typefaces of this document do not have.",
                sign=SUBSTITUTE,
            )
            if self._some_missing
            else ""
        )
        data["formulas"] = self._texts.some_formulas
        resolved: dict[str, Any] = self._places.resolve(data)
        return resolved

    def _shown(self, text: str) -> str:
        made = self._fonts_show(text)
        self._some_missing |= SUBSTITUTE in made and SUBSTITUTE not in text
        return made

    def _pages(self, address: Callable[[Edition | None], str]) -> list[str]:
        current = self._edition.version == self._publication.standard.current.version
        return [address(self._edition), *([address(None)] if current else [])]

    def _front(self) -> dict[str, Any]:
        edition, publication, words = self._edition, self._publication, self._words
        newer = publication.standard.superseded_by(edition)
        newest = publication.absolute(edition_address(None))
        if edition.status == "draft":
            status = words.text("Draft")
            notice = words.text(DRAFT_NOTICE)
        elif newer:
            status = words.text("Superseded")
            notice = words.text(
                "Edition {version} ({date}) replaced this one. It stands at {address}",
                version=newer.version,
                date=words.date(newer.date),
                address="{address}",  # for the template, which makes a link of it
            )
        else:
            status, notice = words.text("Newest release"), ""
        name = f"{edition.abbreviation} {edition.version}"
        return {
            "head_title": words.text(
                "{title} ({abbreviation}), edition {version}",
                title=self._shown(" ".join(edition.title.split())),
                abbreviation=self._line(edition.abbreviation),
                version=edition.version,
            ),
            "named": words.text(
                "{abbreviation}, edition {version}",
                abbreviation=self._line(edition.abbreviation),
                version=edition.version,
            ),
            "running": self._running(name),
            "title": self._shown(" ".join(edition.title.split())),
            "title_lines": self._line(edition.title, 18),
            "abbreviation": self._line(edition.abbreviation),
            "version": str(edition.version),
            "status": status,
            "language": _language(publication.language),
            "state": "draft" if edition.status == "draft" else "superseded" if newer else "newest",
            "notice": notice,
            "newest": newest,
            "date": words.date(edition.date),
            "authors": [self._shown(author.name) for author in edition.authors],
            "publisher": self._line(edition.publisher.name),
            "publisher_url": edition.publisher.url or "",
            "licence": self._line(edition.licence.name),
            "licence_short": self._line(edition.licence.short_name),
            "licence_url": edition.licence.url,
            "copyright": self._line(publication.copyright_notice or ""),
            "url": publication.absolute(edition_address(edition)),
            "standard_url": edition.url,
            "summary": self._line(edition.summary),
            "keywords": [self._shown(word) for word in edition.keywords],
            "holds": size_words(edition, words),
        }

    def _running(self, name: str) -> str:
        """What stands at the head of each page."""
        if self._edition.status == "draft":
            return self._line(self._words.text("{edition} · draft", edition=name))
        if self._publication.standard.superseded_by(self._edition):
            return self._line(self._words.text("{edition} · superseded", edition=name))
        return self._line(name)

    def _labels(self) -> dict[str, str]:
        """The words of the template, by the names under which it asks for them."""
        edition, words = self._edition, self._words
        return {
            "status": words.text("Status"),
            "published": words.text("Published"),
            "authors": words.plural(len(edition.authors), "Author", "Authors"),
            "publisher": words.text("Publisher"),
            "holds": words.text("Holds"),
            "licence": words.text("Licence"),
            "this-edition": words.text("This edition"),
            "newest-edition": words.text("Newest edition"),
            "copyright": words.text("Copyright"),
            "contents": words.text("Contents"),
            "page": words.text("{page} of {pages}"),
            "text-should-read": words.text("The text should read:"),
            "erratum-for": words.text(FOR),
            "erratum-read": words.text(READ),
            "guidance": words.text("Guidance"),
            "informative": words.text("Informative: it helps to meet the criteria and adds none."),
            "formulas": words.text("Formulas are printed in the notation of TeX, as they are written."),
            "crosswalk": words.text("Crosswalk: {items}"),
        }

    def _domain(self, domain: Domain) -> dict[str, Any]:
        guidance = self._texts.read(domain.guidance, domain.origin, headings=True)
        number_headings(guidance.headings, 3, numbered=False)
        pages = self._pages(lambda at: domain_address(at, domain))
        self._places.add_headings(guidance.headings, domain.id, pages)
        parts: list[dict[str, Any]] = []
        section = None
        for criterion in domain.criteria:
            if criterion.section and criterion.section != section:
                parts.append({"section": self._line(criterion.section)})
            section = criterion.section
            parts.append(self._criterion(criterion))
        return {
            "label": self._line(domain.label, 14),
            "title": self._line(domain.title),
            "place": self._places.label(domain.id),
            "summary": self._line(domain.summary or ""),
            "assessed": self._assessed(domain),
            "more": self._more("domain", domain),
            "errata": self._errata(domain.id),
            "parts": parts,
            "guidance": guidance.nodes,
        }

    def _assessed(self, domain: Domain) -> str:
        if not domain.assessed_in:
            return ""
        return self._line(self._words.text("Assessed in {names}", names=", ".join(domain.assessed_in)))

    def _criterion(self, criterion: Criterion) -> dict[str, Any]:
        return {
            "id": self._line(criterion.id, 14),
            "place": self._places.label(criterion.id),
            "url": self._publication.absolute(criterion_address(self._edition, criterion)),
            "title": self._line(criterion.title or ""),
            "level": self._line(self._words.text("Level {level}", level=criterion.level)) if criterion.level else "",
            "in_section": bool(criterion.section),
            "text": self._texts.read(criterion.text, criterion.origin).nodes,
            "more": self._more("criterion", criterion),
            "references": [self._reference(row) for row in criterion.references],
            "errata": self._errata(criterion.id),
            "short": len(criterion.text.markdown) < 1200,
        }

    def _more(self, kind: ItemKind, item: Edition | Domain | Criterion) -> list[dict[str, Any]]:
        """The other keys of the table of fields: texts as nodes, what else there is as a line."""
        return [
            {
                "label": self._line(self._words.text(field.label)),
                "text": self._texts.read(value, item.origin).nodes if isinstance(value, Text) else [],
                "line": "" if isinstance(value, Text) else self._line("; ".join(lines_of(value, self._words))),
            }
            for field, value in item.more.stated(kind)
        ]

    def _reference(self, row: Reference) -> dict[str, Any]:
        words = " ".join(part for part in (row.framework, row.version, row.id) if part)
        return {"k": "link", "href": row.url or "", "c": [self._line(words)]}

    def _errata(self, item: str | None) -> list[dict[str, Any]]:
        return [self._erratum(it) for it in self._publication.standard.errata_of(self._edition, item)]

    def _erratum(self, erratum: Erratum) -> dict[str, Any]:
        return {
            "title": self._words.text("Erratum, {date}", date=self._words.date(erratum.date)),
            "what": self._line(erratum.what),
            "original": self._line(erratum.original or ""),
            "text": self._texts.read(erratum.text, erratum.origin).nodes,
        }

    def _line(self, text: str, longest: int = 28) -> str:
        """A text on one line, in which words that are longer than a column can be broken."""
        return breakable(self._shown(" ".join(text.split())), longest)


def _language(tag: str) -> str:
    """The language of a BCP 47 tag, in the form that the typesetter takes."""
    language = tag.partition("-")[0].lower()
    return language if language.isascii() and language.isalpha() and len(language) in (2, 3) else "en"
