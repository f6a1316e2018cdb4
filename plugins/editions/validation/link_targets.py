"""What the sources make, as far as links can see: addresses, files and anchors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import PurePosixPath

from editions.model.addresses import (
    CATALOGUE,
    CITATIONS,
    DRAFT,
    HISTORY,
    INSIGHTS,
    INSIGHTS_FEED,
    LICENSE,
    LLMS_TEXT,
    SITEMAP,
    STANDARD,
    STANDARD_FEED,
    EditionAddresses,
    article_version_address,
    is_citation_file,
    page_address,
    twin_address,
)
from editions.model.crosswalk import framework_slugs
from editions.model.edition_files import COMPARISON_FILES, EDITION_FILES
from editions.model.former import former_names
from editions.model.portable_names import folded_name
from editions.model.version import Version
from editions.schemas.known_schemas import SCHEMAS, released_names, schema_address, schema_names, schema_page_address
from editions.source.front_matter import Record
from editions.source.plugin_names import ATTRIBUTION, COMPARE, CRITERIA
from editions.source.plugin_names import CITATIONS as CITATIONS_PLUGIN
from editions.source.project import ArticleRecords, EditionRecords, ProjectRecords
from editions.text.links import headings
from editions.text.slugs import Anchors, slug_of
from editions.text.walking import words_of
from editions.validation.forms import read_version, version_of
from editions.validation.ids import DOMAIN_ANCHORS, OVERVIEW_ANCHORS, found_ids
from editions.validation.page_html import page_anchors
from editions.validation.project_texts import WrittenText, project_editions, project_records

# Pages that a plugin makes where the project has none.
_MADE_PAGES = {CITATIONS: CITATIONS_PLUGIN, LICENSE: ATTRIBUTION}
_SITE_FILES = (SITEMAP, CATALOGUE, LLMS_TEXT, STANDARD_FEED, INSIGHTS_FEED)
_SAFE_ID = re.compile(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*")


@dataclass
class LinkTargets:
    """What links can lead to.

    Attributes:
        docs: Folder of the site's own pages.
        listed: Every file of the folders that are read.
        addresses: The file that makes each page of the site, by the page's address; empty where no single file does.
        files: Addresses of data and assets.
        anchors: Anchors of each Markdown source, by its path.
        standing: Folders of the releases, newest first; before the first release the folder of the working copy. From
            outside of the standard, a link to its files means the newest of them.
        switched_off: The plugin that would publish what stands at an address, but is not enabled.
        cited: Whether works have citations as files.
        unknown: Files and folders that are there but cannot be read, so that nothing is known of their anchors.
    """

    docs: str
    listed: set[str]
    addresses: dict[str, str] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    anchors: dict[str, set[str]] = field(default_factory=dict)
    standing: list[str] = field(default_factory=list)
    switched_off: dict[str, str] = field(default_factory=dict)
    cited: bool = True
    unknown: set[str] = field(default_factory=set)

    def is_unknown(self, path: str) -> bool:
        """Whether a file, or a folder that holds it, is there but cannot be read.

        Args:
            path: File relative to the project's folder.

        Returns:
            True if so: what is wrong with it is said once, and not again for each link to it.
        """
        parts = path.split("/")
        return any("/".join(parts[:end]) in self.unknown for end in range(1, len(parts) + 1))

    def has_file(self, address: str) -> bool:
        """Whether the site has a file.

        Args:
            address: Path from the root of the site that does not end in ``/``.

        Returns:
            Whether it is data, an asset, a citation or the Markdown twin of a page.
        """
        page = f"{address.rpartition('/')[0]}/"
        if page in self.addresses and address == twin_address(page):
            return True
        return address in self.files or (self.cited and is_citation_file(address))

    def missing_plugin(self, address: str) -> str | None:
        """The plugin that would publish what stands at an address, but is not enabled."""
        return CITATIONS_PLUGIN if is_citation_file(address) and not self.cited else self.switched_off.get(address)


def find_link_targets(project: ProjectRecords, texts: Iterable[WrittenText]) -> LinkTargets:
    """Work out what links can lead to."""
    found = LinkTargets(project.configuration.docs, project.listed)
    found.addresses = dict.fromkeys(("/", HISTORY, INSIGHTS), "")
    found.addresses |= dict.fromkeys((SCHEMAS, *map(schema_page_address, schema_names())), "")
    found.files.update(_SITE_FILES, map(schema_address, (*schema_names(), *released_names())))
    found.unknown = {problem.path for problem in project.problems}
    found.unknown.update(record.path for record in project_records(project) if record.problems)
    _add_editions(found, project)
    _add_anchors(found, project, texts)
    for article in project.articles.values():
        _add_article(found, article)
    enabled = project.configuration.options
    found.cited = CITATIONS_PLUGIN in enabled
    found.addresses |= {address: "" for address, plugin in _MADE_PAGES.items() if plugin in enabled}
    for page in project.pages:
        address = page_address(page.path.removeprefix(f"{found.docs}/"))
        found.addresses[address] = found.addresses.get(address) or page.path
    found.files.update(path.removeprefix(found.docs) for path in found.listed if path.startswith(f"{found.docs}/"))
    return found


def reserved_address(path: str) -> bool:
    """Whether the site makes pages of its own where a file of the site's pages would stand.

    Args:
        path: File relative to the folder of the site's own pages.

    Returns:
        True for what would stand among the editions, the insights, the citations or the schemas.
    """
    first = PurePosixPath(path.removesuffix(".md")).parts[0]
    return folded_name(first) in tuple(it.strip("/") for it in (STANDARD, INSIGHTS, CITATIONS, SCHEMAS))


def _add_editions(found: LinkTargets, project: ProjectRecords) -> None:
    named = {read_version(name): (name, release) for name, release in project.releases.items()}
    ordered = [(name, release) for version, (name, release) in sorted(named.items(), key=_by_version) if version]
    working = version_of(project.working.index)
    standing = ordered[-1][1] if ordered else project.working
    found.standing = [edition.folder for _, edition in reversed(ordered)] or [project.working.folder]
    if working is not None and working not in named:
        ordered.append((DRAFT, project.working))
    for name, edition in ordered:
        at = EditionAddresses(name)
        _add_edition(found, project, at, edition)
        criteria = (item.id for item in found_ids(edition) if item.level == "criterion")
        found.addresses.update((at.criterion(item), "") for item in criteria)
    _add_former(found, ordered)
    newest = ordered[-2][0] if len(ordered) > 1 else ""
    for (old, _), (new, _) in combinations(ordered, 2):
        if new == DRAFT and old != newest:
            continue  # the draft is compared with the newest release alone
        address = EditionAddresses(new).compared_with(old)
        _add_switched(found, project, COMPARE, (address, *(f"{address}{name}" for name in COMPARISON_FILES)))
    _add_edition(found, project, EditionAddresses(), standing)


def _add_former(found: LinkTargets, ordered: list[tuple[str, EditionRecords]]) -> None:
    """Add the pages that say what became of criteria and domains of earlier editions."""
    ids = [[item.id for item in found_ids(edition) if item.level == "criterion"] for _, edition in ordered]
    slugs = [[_slug(record) for record in edition.domains] for _, edition in ordered]
    releases = len([name for name, _ in ordered if name != DRAFT])
    for place, (name, _) in enumerate(ordered):
        own = EditionAddresses(name)
        found.addresses |= {own.criterion(item): "" for item in former_names(ids[:place], ids[place])}
        gone = former_names(slugs[:place], slugs[place])
        places = (own, EditionAddresses()) if place == releases - 1 else (own,)
        found.addresses |= {at.domain(slug): "" for at in places for slug in gone}


def _slug(record: Record) -> str:
    return record.path.rpartition("/")[2].removesuffix(".md").partition("-")[2]


def _by_version(item: tuple[Version | None, object]) -> tuple[int, int, int]:
    return item[0].key if item[0] else (-1, 0, 0)


def _add_edition(found: LinkTargets, project: ProjectRecords, at: EditionAddresses, edition: EditionRecords) -> None:
    found.addresses[at.overview] = f"{edition.folder}/index.md"
    found.addresses[at.checklist] = ""
    if slugs := framework_slugs(_frameworks(edition)).values():
        found.addresses.update((at.crosswalk(slug), "") for slug in ("", *slugs))
    _add_switched(found, project, CRITERIA, (at.file(file.name) for file in EDITION_FILES))
    found.addresses |= {at.domain(_slug(record)): record.path for record in edition.domains}


def _add_switched(found: LinkTargets, project: ProjectRecords, plugin: str, addresses: Iterable[str]) -> None:
    """Add what a plugin publishes."""
    for address in addresses:
        if plugin not in project.configuration.options:
            found.switched_off[address] = plugin
        elif address.endswith("/"):
            found.addresses[address] = ""
        else:
            found.files.add(address)


def _frameworks(edition: EditionRecords) -> Iterator[str]:
    """The names of the frameworks that criteria refer to, as the model has them."""
    for record in edition.domains:
        for criterion, _ in record.entries("criteria"):
            for _, row in record.entries(*criterion, "references"):
                if isinstance(row, dict) and isinstance(row.get("framework"), str):
                    yield row["framework"].strip()


def _add_anchors(found: LinkTargets, project: ProjectRecords, texts: Iterable[WrittenText]) -> None:
    """Add the anchors of each file that makes a page: its items', and those of its headings."""
    items: dict[str, list[str]] = {}
    for edition in project_editions(project):
        if edition.index is not None:
            items[edition.index.path] = [*OVERVIEW_ANCHORS]
        for record in edition.domains:
            items[record.path] = [*DOMAIN_ANCHORS]
        for item in found_ids(edition):
            items[item.record.path].append(item.id)
    if project.errata is not None:  # shown on the pages of the items that they correct
        released = (it for edition in project.releases.values() for it in found_ids(edition))
        found.anchors[project.errata.path] = {item.id for item in released}
    for text in texts:
        if not text.pointer:
            path = text.record.path
            found.anchors[path] = _page_anchors(text, filter(_SAFE_ID.fullmatch, items.get(path, ())))


def _page_anchors(text: WrittenText, items: Iterable[str]) -> set[str]:
    """Anchors of the page that a file makes: its title comes first, and takes its slug."""
    if text.kind == "page":
        ids, slugs = page_anchors(text.text)
    else:
        ids = {heading.anchor for heading in headings(text.text) if heading.anchor}
        slugs = [slug_of(words_of(heading.children)) for heading in headings(text.text) if not heading.anchor]
    title = text.record.value("title")
    anchors = Anchors(frozenset({*ids, *items}))
    for slug in ([slug_of(title)] if isinstance(title, str) else []) + slugs:
        anchors.reserve(slug)
    return set(anchors.taken)


def _add_article(found: LinkTargets, article: ArticleRecords) -> None:
    newest: tuple[Version, Record] | None = None
    for name, record in article.releases.items():
        found.addresses[article_version_address(article.slug, name)] = record.path
        version = read_version(name)
        if version is not None and (newest is None or version > newest[0]):
            newest = (version, record)
    working = version_of(article.working)
    if (
        article.working is not None
        and working is not None
        and all(read_version(name) != working for name in article.releases)
    ):
        found.addresses[article_version_address(article.slug, DRAFT)] = article.working.path
    if newest is not None:
        found.addresses[article_version_address(article.slug)] = newest[1].path
