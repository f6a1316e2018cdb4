"""``plan``: from what is published to every page and file of its site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from editions.citations.known_works import KnownWorks
from editions.comparison import Comparison, Histories
from editions.comparison.remembered import Compare, remembering
from editions.formats.comparison_files import comparison_files
from editions.formats.data_file import DataFile
from editions.formats.edition_exports import edition_data_files
from editions.model import Edition, Publication
from editions.model.addresses import CITATIONS, LICENSE
from editions.pages.changed_since import with_changes
from editions.pages.document import Document
from editions.pages.page_paths import document_path
from editions.pages.reference_list import with_references
from editions.site.article.article_changes import ArticleChanges
from editions.site.catalogue import catalogue
from editions.site.citation_files import citation_files
from editions.site.citations.citations_page import citations_page
from editions.site.comparison.comparison_page import comparison_document
from editions.site.comparison.comparison_twin import comparison_twin
from editions.site.documents import documents
from editions.site.feeds.site_feeds import feed_files
from editions.site.license.licence_page import licence_page
from editions.site.llms_text import llms_text
from editions.site.page_frames import PageFrames
from editions.site.schema_files import schema_files
from editions.site.site_plan import SitePlan
from editions.site.switches import Switches
from editions.site.twins.markdown_twins import MarkdownTwins


def plan(publication: Publication, switches: Switches, docs: str = "docs") -> SitePlan:
    """Plan a site; nothing is read or written.

    Args:
        switches: What is switched on.
        docs: Folder of the site's own pages in the project.

    Raises:
        Unpublishable: If a text cannot be set on paper.
    """
    compare = remembering()
    frames = PageFrames(publication, switches)
    pages = _pages(publication, switches, docs, frames, compare)
    made: list[DataFile] = [*schema_files(publication)]
    if switches.criteria:
        editions = publication.standard.editions
        made += (file for edition in editions for file in edition_data_files(publication, edition, compare))
    if switches.compare:
        made += _comparison_files(publication, compare)
    if switches.references is not None:
        made += _citation_files(frames)
    data = {file.address: file for file in made}
    data |= {file.address: file for file in _derived(publication, switches, pages, frames, data, compare)}
    last = catalogue(publication, data.values())
    return SitePlan(publication, switches, pages, {**data, last.address: last}, frames)


def _pages(
    publication: Publication, switches: Switches, docs: str, frames: PageFrames, compare: Compare
) -> dict[str, Document]:
    pages = documents(publication, docs, compared=switches.compare, compare=compare)
    if switches.compare:
        histories = Histories(publication.standard, compare)
        articles = ArticleChanges(publication, docs)
        pages = [articles.on(with_changes(page, publication, histories)) for page in pages]
        for old, new in publication.standard.compared():
            comparison = compare(publication.standard, old.version, new.version)
            page = comparison_document(publication, comparison, docs)
            pages.append(replace(page, twin=comparison_twin(publication, comparison)))
    by_path = {page.path: page for page in pages}
    if switches.references is not None:
        known = KnownWorks(publication)
        by_path = {path: with_references(page, known, switches.references) for path, page in by_path.items()}
        guidance = by_path.get(document_path(CITATIONS))
        by_path[document_path(CITATIONS)] = citations_page(publication, frames.works, guidance)
    if switches.attribution:
        licence = by_path.get(document_path(LICENSE))
        by_path[document_path(LICENSE)] = licence_page(publication, frames.works, licence)
    return by_path


def _comparison_files(publication: Publication, compare: Compare) -> Iterator[DataFile]:
    for old, new in publication.standard.compared():
        yield from comparison_files(publication, compare(publication.standard, old.version, new.version))


def _citation_files(frames: PageFrames) -> Iterator[DataFile]:
    for work in frames.works.all():
        if not work.draft:
            yield from citation_files(work.record, frames.citation_files(work))
    yield from citation_files(frames.works.standard, frames.standard_citation_files())


def _derived(
    publication: Publication,
    switches: Switches,
    pages: dict[str, Document],
    frames: PageFrames,
    data: dict[str, DataFile],
    compare: Compare,
) -> Iterator[DataFile]:
    """What is made of finished pages: their Markdown twins, the feeds and ``/llms.txt``."""

    def step(old: Edition, new: Edition) -> Comparison:
        return compare(publication.standard, old.version, new.version)

    twins = MarkdownTwins(publication, frames.works, frozenset(data))
    made = [twins.file(page) for page in pages.values()]
    made += feed_files(publication, pages, step if switches.compare else None)
    yield from made
    yield llms_text(publication, pages, data | {file.address: file for file in made})
