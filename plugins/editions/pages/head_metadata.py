"""What the head of a work's page says of it to machines: Highwire tags, Dublin Core, links and schema.org.

An edition is a report of the institution, as reference managers that know no standards import it; a domain or criterion
is a part of a book; an article is a web page. Zotero's translator "Embedded Metadata" decides so by
``citation_technical_report_institution``, ``citation_inbook_title`` and ``og:type``. There is no ``DC.type``: Zotero
makes it the report's own type, which styles print ("Text Version 1.1").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from editions.citations.cited_work import CitedWork
from editions.citations.names import Name
from editions.model.date import PartialDate
from editions.pages.citation_panel import downloads
from editions.pages.page_works import PageWork
from editions.pages.structured_data import structured_data

# RFC 6573 sets no limit; beyond this a client is better served by the data file, which is linked as well.
MOST_ITEMS = 100
_DESCRIBING = frozenset({"application/x-bibtex", "application/vnd.citationstyles.csl+json"})


@dataclass(frozen=True)
class HeadLink:
    """A typed link.

    Attributes:
        rel: Its relation.
        href: Absolute address.
        media_type: Media type of what it leads to, if it is not a page.
    """

    rel: str
    href: str
    media_type: str = ""


@dataclass(frozen=True)
class HeadMetadata:
    """Metadata of one work.

    Attributes:
        title: The work's title.
        meta: Names and contents of ``meta`` elements, in order.
        links: ``link`` elements, in order.
        structured: JSON-LD that can stand in a ``script`` element.
    """

    title: str
    meta: tuple[tuple[str, str], ...]
    links: tuple[HeadLink, ...]
    structured: str


def head_metadata(work: PageWork, site_url: str, language: str, *, data: bool) -> HeadMetadata:
    """Describe a work.

    Args:
        work: The work; a draft is described without tags for citing it.
        site_url: Absolute address of the site, ending in ``/``.
        language: BCP 47 tag of its language.
        data: Whether the data file of its edition is published.

    Returns:
        The metadata. Every date has the precision with which it was published.
    """
    described = f"{site_url.rstrip('/')}{work.data}" if data and work.data else None
    return HeadMetadata(
        title=work.record.title,
        meta=() if work.draft else tuple(_meta(work, language, paper=data)),
        links=tuple(_links(work, site_url, described)),
        structured=structured_data(work, language, described, MOST_ITEMS),
    )


def citation_author(name: Name) -> str:
    """An author as Highwire's ``citation_author`` takes it.

    Returns:
        ``Family, Given`` for a person. A name that stands as a whole ends in a comma, so that no reader takes its last
        word for a family name; commas and semicolons in it would split it, so they become spaces.
    """
    if name.is_organisation:
        whole = " ".join(name.literal.replace(",", " ").replace(";", " ").replace("،", " ").split())
        return f"{whole},"
    return ", ".join(part for part in (name.family, name.given, name.suffix) if part)


def citation_date(date: PartialDate) -> str:
    """A date as Highwire tags take it.

    Returns:
        ``YYYY``, ``YYYY/MM`` or ``YYYY/MM/DD``.
    """
    return str(date).replace("-", "/")


def _meta(work: PageWork, language: str, *, paper: bool) -> Iterator[tuple[str, str]]:
    record, cited = work.record, work.record.reference
    yield "citation_title", cited.title
    yield from (("citation_author", citation_author(name)) for name in cited.authors)
    if cited.date:
        yield "citation_publication_date", citation_date(cited.date)
    yield from _kind_of_work(work, cited)
    yield "citation_public_url", record.url
    yield "citation_fulltext_html_url", record.url
    if paper and record.kind == "edition":
        yield "citation_pdf_url", f"{record.url}edition.pdf"  # Google Scholar's inclusion guidelines, § 2.B
    yield "citation_language", language
    if cited.keywords:
        yield "citation_keywords", "; ".join(keyword.replace(";", ",") for keyword in cited.keywords)
    yield "DC.title", cited.title
    yield from (("DC.creator", name.literal) for name in cited.authors)
    if cited.publisher:
        yield "DC.publisher", cited.publisher
    if cited.date:
        yield "DC.date", str(cited.date)
    yield "DC.format", "text/html"
    yield "DC.identifier", record.url
    yield "DC.language", language
    yield "DC.rights", f"{work.licence.name}, {work.licence.url}"
    yield "DCTERMS.license", work.licence.url
    if work.holder:
        yield "DCTERMS.isPartOf", work.holder.url
    if record.standing_url:
        yield "DCTERMS.isVersionOf", record.standing_url
    if work.replaced_by:
        yield "DCTERMS.isReplacedBy", work.replaced_by


def _kind_of_work(work: PageWork, cited: CitedWork) -> Iterator[tuple[str, str]]:
    if work.record.kind == "edition":
        yield "citation_technical_report_institution", cited.publisher or ""
        yield "citation_technical_report_number", f"Version {cited.version}"
        yield "citation_publisher", cited.publisher or ""
    elif work.record.container is not None:
        # Zotero takes citation_book_title for OpenGraph's book:title, and then for no type of work.
        yield "citation_inbook_title", cited.container or ""
        yield "citation_publisher", cited.publisher or ""
        yield "prism.edition", f"Version {cited.version}"


def _links(work: PageWork, site_url: str, described: str | None) -> Iterator[HeadLink]:
    record = work.record
    yield HeadLink("license", work.licence.url)
    if not work.draft:
        yield HeadLink("cite-as", record.url)  # RFC 8574
        for file in downloads(record):
            if file.media_type in _DESCRIBING and not file.address.endswith(".biblatex.bib"):
                yield HeadLink("describedby", f"{site_url.rstrip('/')}{file.address}", file.media_type)
    if described:
        yield HeadLink("describedby", described, "application/json")
    if work.holder:
        yield HeadLink("collection", work.holder.url)  # RFC 6573
    if record.standing_url and not work.draft:
        yield HeadLink("latest-version", record.standing_url)  # RFC 5829
    if len(work.parts) <= MOST_ITEMS:
        yield from (HeadLink("item", part.url) for part in work.parts)
