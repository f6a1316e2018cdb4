"""``/llms.txt``: what agents find on the site and where, after https://llmstxt.org/.

The form: a heading with the name, a quotation that says what it is, some text without headings, then sections of
links, each with a note; a section ``Optional`` holds what can be left out where room is short. Links lead to Markdown
twins and to data files, not to pages. Drafts are not named: nobody should cite them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from editions.citations.cite import cite
from editions.citations.works import edition_record
from editions.formats.data_file import DataFile
from editions.model import Edition, Publication
from editions.model.addresses import (
    CATALOGUE,
    CITATIONS,
    HISTORY,
    INSIGHTS,
    INSIGHTS_FEED,
    LICENSE,
    LLMS_TEXT,
    STANDARD_FEED,
    article_address,
    comparison_address,
    document_path,
    domain_address,
    edition_address,
    twin_address,
)
from editions.model.edition_files import EDITION_FILES
from editions.pages.article_domains import newest_first
from editions.pages.document import Document
from editions.pages.edition_place import edition_name
from editions.schemas.known_schemas import SCHEMAS
from editions.text.commonmark import write_words
from editions.words.phrasebook import phrasebook


def llms_text(publication: Publication, documents: Mapping[str, Document], data: Mapping[str, DataFile]) -> DataFile:
    """Write the file.

    Args:
        documents: The pages of the site by their paths.
        data: The data files by their addresses, the twins among them.

    Returns:
        The file; it names only what is there.
    """
    text = _Text(publication, documents, data)
    content = "\n".join(text.lines()) + "\n"
    title = phrasebook(publication.language).text("What this site holds, for agents")
    return DataFile(LLMS_TEXT, content.encode("utf-8"), "text/plain", title)


class _Text:
    def __init__(
        self, publication: Publication, documents: Mapping[str, Document], data: Mapping[str, DataFile]
    ) -> None:
        self._publication = publication
        self._standard = publication.standard
        self._words = phrasebook(publication.language)
        self._documents = documents
        self._data = data

    def lines(self) -> Iterator[str]:
        current, words = self._standard.current, self._words
        yield f"# {write_words(f'{current.title} ({current.abbreviation})')}"
        yield f"\n> {write_words(current.summary)}"
        yield from self._opening(current)
        if self._standard.newest:
            yield from self._section(
                words.text("Newest edition: {edition}", edition=edition_name(current)), self._newest(current)
            )
        yield from self._section(words.text("Data"), self._files())
        yield from self._section(words.text("Comparisons"), self._comparisons(steps=True))
        yield from self._section(words.text("Older editions"), self._older())
        yield from self._section(words.text("Insights"), self._articles())
        yield from self._section(words.text("Citing and reusing"), self._reuse())
        yield from self._section("Optional", self._optional())  # a name of the format

    def _opening(self, current: Edition) -> Iterator[str]:
        root = self._publication.absolute(edition_address(None))
        said = self._words.text(
            "Every page of this site is also Markdown: add `index.md` to its address. An edition stands for good at "
            "`{root}VERSION/`; `{root}` is always the newest release. A criterion has a page of its own at "
            "`{root}VERSION/criteria/ID/`. Criteria are normative, guidance and articles are informative.",
            root=root,
        )
        yield f"\n{said}"
        licence = current.licence
        said = self._words.text(
            "Licence: {licence}. Whoever reuses text or data names title, author, source and licence and says what was "
            "changed; each twin ends with the notice to keep.",
            licence=f"[{write_words(licence.short_name)}](<{licence.url}>)",
        )
        yield f"\n{said}"
        if self._standard.newest:
            citation = write_words(cite(edition_record(self._publication, current), "apa"))
            said = self._words.text(
                "To cite, name the edition and its permanent address: {citation}", citation=citation
            )
            yield f"\n{said}"

    def _section(self, title: str, lines: Iterator[str]) -> Iterator[str]:
        found = list(lines)
        if found:
            yield f"\n## {write_words(title)}\n"
            yield from found

    def _newest(self, edition: Edition) -> Iterator[str]:
        yield from self._overview(None, edition)
        for domain in edition.domains:
            name = f"{domain.label}: {domain.title}"
            yield from self._twin(domain_address(None, domain), name, domain.summary or "")

    def _older(self) -> Iterator[str]:
        for edition in reversed(self._standard.releases[:-1]):
            yield from self._overview(edition, edition)

    def _overview(self, place: Edition | None, edition: Edition) -> Iterator[str]:
        name = f"{edition_name(edition)} ({self._words.date(edition.date)})"
        yield from self._twin(edition_address(place), name, edition.summary)

    def _files(self) -> Iterator[str]:
        words = self._words
        if self._standard.newest:
            note = words.text("the newest edition")
            for file in EDITION_FILES:
                yield from self._file(f"{edition_address(None)}{file.name}", words.text(file.title), note)
        about = words.text("address, media type, schema, size and SHA-256 of each")
        yield self._line(CATALOGUE, words.text("Every data file"), about)
        yield from self._page(SCHEMAS)
        yield from self._file(STANDARD_FEED, words.text("Feed of editions and errata"), "Atom")
        yield from self._file(INSIGHTS_FEED, words.text("Feed of articles"), "Atom")

    def _comparisons(self, *, steps: bool) -> Iterator[str]:
        """Comparisons of neighbouring releases, or those that span several."""
        places = {edition.version: place for place, edition in enumerate(self._standard.releases)}
        for old, new in self._standard.compared():
            if new.status == "draft" or (places[new.version] - places[old.version] == 1) is not steps:
                continue
            address = comparison_address(old, new)
            name = self._words.text("What changed from {old} to {new}", old=old.version, new=new.version)
            document = self._documents.get(document_path(address))
            yield from self._twin(address, name, document.summary if document else "")
            yield from self._file(f"{address}comparison.json", self._words.text("{title}, as JSON", title=name), "")

    def _articles(self) -> Iterator[str]:
        for history in newest_first(self._publication):
            if article := history.newest:
                yield from self._twin(article_address(history.slug), article.title, article.summary)

    def _reuse(self) -> Iterator[str]:
        yield from self._page(CITATIONS)
        yield from self._page(LICENSE)

    def _optional(self) -> Iterator[str]:
        yield from self._page("/")
        yield from self._page(HISTORY)
        yield from self._page(INSIGHTS)
        told = {"/", CITATIONS, LICENSE}
        for document in self._documents.values():
            if document.kind == "page" and document.address not in told and document.indexed:
                yield from self._page(document.address)
        yield from self._comparisons(steps=False)

    def _page(self, address: str) -> Iterator[str]:
        document = self._documents.get(document_path(address))
        if document is not None:
            yield from self._twin(address, document.head_title or document.title, document.summary)

    def _twin(self, address: str, name: str, note: str) -> Iterator[str]:
        yield from self._file(twin_address(address), name, note)

    def _file(self, address: str, name: str, note: str) -> Iterator[str]:
        if address in self._data:
            yield self._line(address, name, note)

    def _line(self, address: str, name: str, note: str) -> str:
        said = f": {write_words(note)}" if note else ""
        return f"- [{write_words(name)}]({self._publication.absolute(address)}){said}"
