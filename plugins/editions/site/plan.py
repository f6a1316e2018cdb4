"""``plan``: from what is published to every page and file of its site."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from editions.citations.known_works import KnownWorks
from editions.comparison import Comparison
from editions.formats.comparison_files import comparison_files
from editions.formats.data_file import DataFile
from editions.formats.edition_exports import edition_data_files
from editions.model import Edition, Publication
from editions.pages.content_security_policy import page_headers, page_policy
from editions.pages.document import Document
from editions.pages.reference_list import with_references
from editions.site.assets.asset import Asset
from editions.site.assets.site_assets import boot_script, folder_assets, site_assets
from editions.site.assets.static_files import static_files
from editions.site.catalogue import catalogue
from editions.site.citation_files import citation_files
from editions.site.feeds.site_feeds import feed_files
from editions.site.llms_text import llms_text
from editions.site.page_frames import PageFrames
from editions.site.page_kind import PageKind
from editions.site.page_kinds import PAGE_KINDS
from editions.site.plan_context import PlanContext
from editions.site.schema_files import schema_files
from editions.site.site_plan import SitePlan
from editions.site.switches import Switches, configured_switches
from editions.site.twins.markdown_twins import MarkdownTwins
from editions.source.configuration import Configuration


def configured_plan(
    publication: Publication, configuration: Configuration, kinds: Iterable[PageKind] = PAGE_KINDS
) -> SitePlan:
    """Plan the site of a project with the files that the project has for it.

    Args:
        kinds: The kinds of its pages.

    Raises:
        Unpublishable: If a text cannot be set on paper.
    """
    overrides = configuration.overrides
    own = (*(folder_assets(overrides) if overrides is not None else ()), *static_files(configuration))
    return plan(publication, configured_switches(configuration), docs=configuration.docs, assets=own, kinds=kinds)


def plan(
    publication: Publication,
    switches: Switches,
    *,
    docs: str = "docs",
    assets: Iterable[Asset] = (),
    kinds: Iterable[PageKind] = PAGE_KINDS,
) -> SitePlan:
    """Plan a site; nothing is read or written.

    Args:
        switches: What is switched on.
        docs: Folder of the site's own pages in the project.
        assets: Files of the project, which stand in place of those of the theme at the same address.
        kinds: The kinds of its pages.

    Raises:
        Unpublishable: If a text cannot be set on paper.
    """
    context = PlanContext(publication, switches, docs)
    kinds = tuple(kinds)
    frames = PageFrames(context)
    made = {file.address: file for file in _data_files(context, frames)}
    pages = _pages(context, kinds, made)
    made |= {file.address: file for file in _derived(context, pages, made)}
    last = catalogue(publication, made.values())
    policy = page_policy(boot_script())
    return SitePlan(
        publication=publication,
        switches=switches,
        kinds={kind.name: kind for kind in kinds},
        documents=pages,
        data={**made, last.address: last},
        assets={asset.address: asset for asset in (*site_assets(kinds, context.words), *assets)},
        cards=frames.cards.all,
        policy=policy,
        headers=page_headers(policy),
        frames=frames,
    )


def _pages(context: PlanContext, kinds: Iterable[PageKind], data: Collection[str]) -> dict[str, Document]:
    """Every page, with the works that it cites and without links to data that is not published."""
    switches, known = context.switches, KnownWorks(context.publication)
    pages: dict[str, Document] = {}
    for page in (page for kind in kinds for page in kind.documents(context)):
        published = tuple(link for link in page.chrome.data if link.address.partition("#")[0] in data)
        shown = replace(page, chrome=replace(page.chrome, data=published)) if published != page.chrome.data else page
        if switches.references is not None:
            shown = with_references(shown, known, switches.references, context.words)
        pages[shown.path] = shown
    return pages


def _data_files(context: PlanContext, frames: PageFrames) -> Iterator[DataFile]:
    """What is made of editions and works, not of pages."""
    publication, switches, compare = context.publication, context.switches, context.compare
    yield from schema_files(publication)
    if switches.criteria:
        for edition in publication.standard.editions:
            yield from edition_data_files(publication, edition, compare)
    if switches.compare:
        for old, new in publication.standard.compared():
            yield from comparison_files(publication, compare(publication.standard, old.version, new.version))
    if switches.references is not None:
        words = context.words
        for work in context.works.all():
            if not work.draft:
                yield from citation_files(work.record, frames.citation_files(work), words)
        yield from citation_files(context.works.standard, frames.standard_citation_files(), words)


def _derived(context: PlanContext, pages: dict[str, Document], data: dict[str, DataFile]) -> Iterator[DataFile]:
    """What is made of finished pages: their Markdown twins, the feeds and ``/llms.txt``."""
    publication = context.publication

    def step(old: Edition, new: Edition) -> Comparison:
        return context.compare(publication.standard, old.version, new.version)

    twins = MarkdownTwins(publication, context.works, frozenset(data))
    made = [twins.file(page) for page in pages.values()]
    made += feed_files(publication, pages, step if context.switches.compare else None)
    yield from made
    yield llms_text(publication, pages, data | {file.address: file for file in made})
