"""The feeds of the site: editions and errata of the standard, and the articles with their new versions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from itertools import pairwise

from editions.attribution.notice import edition_notice
from editions.comparison import Comparison, summary_words
from editions.formats.data_file import DataFile
from editions.model import Agent, Article, Edition, Erratum, Publication
from editions.model.addresses import (
    HISTORY,
    INSIGHTS,
    INSIGHTS_FEED,
    STANDARD_FEED,
    article_address,
    comparison_address,
    criterion_address,
    document_path,
    domain_address,
    edition_address,
    twin_address,
)
from editions.pages.article_domains import filed_under
from editions.pages.document import Document
from editions.pages.edition_place import edition_name
from editions.pages.errata_blocks import FOR, READ, erratum_anchor
from editions.pages.page_html import PartWriter, page_anchors
from editions.pages.parts import Written
from editions.pages.published_links import LinkContext
from editions.pages.reference_list import cite_with
from editions.pages.text_surroundings import off_page
from editions.site.comparison.comparison_page import IMPACT_WORDS
from editions.site.feeds.atom import MEDIA_TYPE, Entry, Feed, FeedLink, atom, instant
from editions.words.messages import message
from editions.words.phrasebook import phrasebook

MOST_ENTRIES = 50
"""Beyond this a feed names its newest entries alone; the pages that it belongs to have them all."""

Steps = Callable[[Edition, Edition], Comparison]


def feed_files(publication: Publication, documents: Mapping[str, Document], steps: Steps | None) -> Iterator[DataFile]:
    """The feeds as files.

    Args:
        documents: The pages of the site by their paths.
        steps: Compares two neighbouring editions; ``None`` where comparisons are not published.

    Yields:
        ``/standard/feed.xml`` and ``/insights/feed.xml``.
    """
    title, words = publication.standard.current.title, phrasebook(publication.language)
    released = _feed(publication, STANDARD_FEED, HISTORY, _standard_entries(publication, steps))
    yield _file(released, STANDARD_FEED, words.text("Atom feed: editions and errata of {title}", title=title))
    told = _feed(publication, INSIGHTS_FEED, INSIGHTS, _articles(publication, documents))
    yield _file(told, INSIGHTS_FEED, words.text("Atom feed: articles on {title}", title=title))


def _file(feed: Feed, address: str, title: str) -> DataFile:
    return DataFile(address, atom(feed), MEDIA_TYPE, title)


def _feed(publication: Publication, address: str, page: str, entries: Iterable[Entry]) -> Feed:
    current, words = publication.standard.current, phrasebook(publication.language)
    if page == INSIGHTS:
        title, subtitle = message("{title}: articles"), message("Articles on the {title} and their new versions.")
    else:
        title = message("{title}: editions and errata")
        subtitle = message("Every edition of the {title} with what changed, and every erratum.")
    newest_first = sorted(entries, key=lambda entry: (instant(entry.date), entry.id), reverse=True)
    return Feed(
        id=publication.absolute(address),
        title=words.text(title, title=current.title),
        subtitle=words.text(subtitle, title=current.title),
        address=publication.absolute(page),
        language=publication.language,
        updated=current.date,
        authors=current.authors or (Agent(current.publisher.name),),
        rights=_rights(publication, current),
        entries=tuple(newest_first[:MOST_ENTRIES]),
    )


def _rights(publication: Publication, edition: Edition) -> str:
    licence = f"{edition.licence.short_name}, {edition.licence.url}"
    return f"{publication.copyright_notice}. {licence}" if publication.copyright_notice else licence


def _standard_entries(publication: Publication, steps: Steps | None) -> Iterator[Entry]:
    standard = publication.standard
    releases = standard.releases
    for before, edition in pairwise((None, *releases)):
        if edition is not None:
            yield _edition(publication, before, edition, steps)
    seen: Counter[str] = Counter()
    for erratum in standard.errata:
        yield _erratum(publication, erratum, seen)


def _edition(publication: Publication, before: Edition | None, edition: Edition, steps: Steps | None) -> Entry:
    url = publication.absolute(edition_address(edition))
    name, words = edition_name(edition), phrasebook(publication.language)
    published = words.text(
        "{title}, edition {version}, published {date}.",
        title=edition.title,
        version=edition.version,
        date=words.date(edition.date),
    )
    lines = [f"<p>{escape(published)}</p>"]
    as_markdown = words.text("{title} as Markdown", title=name)
    links: list[FeedLink] = [FeedLink("alternate", f"{url}index.md", as_markdown, "text/markdown")]
    summary = edition.summary
    if before is not None and steps is not None:
        comparison = steps(before, edition)
        compared = publication.absolute(comparison_address(before, edition))
        told = summary_words(comparison, words)
        since = words.text("What changed from {old} to {new}", old=before.version, new=edition.version)
        impact = words.text(IMPACT_WORDS[comparison.impact])
        summary = " ".join((impact, *told))
        lines += [
            f"<p>{escape(impact)}</p>",
            f"<ul>{''.join(f'<li>{escape(sentence)}</li>' for sentence in told)}</ul>" if told else "",
            f'<p><a href="{escape(compared)}">{escape(since)}</a></p>',
        ]
        links.append(FeedLink("related", compared, since))
    lines.append(f'<p><a href="{escape(url)}">{escape(words.text("Read {edition}", edition=name))}</a></p>')
    lines.append(f"<p>{escape(edition_notice(publication, edition, words))}</p>")
    return Entry(
        id=url,
        title=words.text("{edition} is released", edition=name),
        address=url,
        date=edition.date,
        summary=summary,
        content="".join(lines),
        authors=edition.authors,
        categories=(("release", words.text("Release")),),
        links=tuple(links),
        rights=_rights(publication, edition),
    )


def _erratum(publication: Publication, erratum: Erratum, seen: Counter[str]) -> Entry:
    edition = publication.standard.by_version[erratum.edition]
    address, name = _item(edition, erratum.item)
    url = publication.absolute(address)
    words = phrasebook(publication.language)
    original, read = "", words.text("The text should read:")
    if erratum.original is not None:
        original = f"<p>{escape(words.text(FOR, words=erratum.original))}</p>"
        read = words.text(READ)
    link = f'<a href="{escape(url)}">{escape(name)}</a>'
    head = escape(words.text("Erratum of {date} to {item}: {what}"), quote=False)
    folder = edition_address(edition).strip("/")
    context = LinkContext(erratum.origin.path, document_path(address), folder)
    text = PartWriter(off_page(url, publication.absolute("/")), interactive=False, words=words).write(
        (Written(erratum.text, context),)
    )
    return Entry(
        id=f"{url}#{erratum_anchor(erratum, seen, url)}",
        title=words.text("Erratum: {item}", item=name),
        address=url,
        date=erratum.date,
        summary=erratum.what,
        content=(
            f"<p>{head.format(date=escape(words.date(erratum.date)), item=link, what=escape(erratum.what))}</p>"
            f"{original}<p>{escape(read)}</p>{text}"
        ),
        authors=edition.authors,
        categories=(("erratum", words.text("Erratum")),),
        rights=_rights(publication, edition),
    )


def _item(edition: Edition, item: str | None) -> tuple[str, str]:
    """The page of what an erratum is about, and its name."""
    if item is not None and item in edition.criteria_by_id:
        return criterion_address(edition, edition.criteria_by_id[item][1]), f"{edition_name(edition)}, {item}"
    if item is not None:
        return domain_address(edition, edition.domains_by_id[item]), f"{edition_name(edition)}, {item}"
    return edition_address(edition), edition_name(edition)


def _articles(publication: Publication, documents: Mapping[str, Document]) -> Iterator[Entry]:
    versions = [(article, place) for it in publication.articles for place, article in enumerate(it.releases)]
    versions.sort(key=lambda it: (instant(it[0].date), article_address(it[0].slug, it[0])), reverse=True)
    for article, place in versions[:MOST_ENTRIES]:
        document = documents[document_path(article_address(article.slug, article))]
        yield _article(publication, article, _content(publication, document), new=place > 0)


def _content(publication: Publication, document: Document) -> str:
    """A page as HTML that stands on its own, without its title."""
    site_url = publication.absolute("/")
    place = off_page(publication.absolute(document.address), site_url, cite_with(document.references))
    words = phrasebook(publication.language)
    writer = PartWriter(place, page_anchors(document), interactive=False, site_url=site_url, words=words)
    writer.write(document.lead[:1])  # its title, which may have an anchor that a heading asks for
    return writer.write((*document.lead[1:], *document.parts))


def _article(publication: Publication, article: Article, text: str, *, new: bool) -> Entry:
    url = publication.absolute(article_address(article.slug, article))
    words = phrasebook(publication.language)
    version = words.text("{title}, version {version}", title=article.title, version=article.version)
    published = words.text(
        "Version {version}, published {date}.", version=article.version, date=words.date(article.date)
    )
    said = f"<p>{escape(published)}</p>"
    domains = filed_under(publication.standard, article)
    return Entry(
        id=url,
        title=version if new else article.title,
        address=url,
        date=article.date,
        summary=article.summary,
        content=f"{said}{text}",
        authors=article.authors,
        categories=((article.category, article.category), *((domain.id, domain.title) for _, domain in domains)),
        links=(
            FeedLink(
                "alternate", twin_address(url), words.text("{title}, as Markdown", title=version), "text/markdown"
            ),
            FeedLink("latest-version", publication.absolute(article_address(article.slug)), article.title),
        ),
    )
