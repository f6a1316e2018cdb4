"""Links between sources: each leads to a page and an anchor that exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from editions.source.discovery import CITATIONS, RELEASES, STANDARD
from editions.source.front_matter import Record
from editions.source.link_target import LinkTarget, link_target, working_path
from editions.source.markdown_links import anchors, links, without_code
from editions.source.problem import Problem
from editions.source.project import EditionRecords, ProjectRecords
from editions.source.yaml_tree import Pointer
from editions.validation.forms import version_of
from editions.validation.ids import found_ids

_RAW_LINK = re.compile(r"<[a-zA-Z][^<>]{0,2000}?\s(?:href|src)=[\"']([^\"'<>]*)[\"']")


@dataclass
class SiteMap:
    """What the sources make, as far as links can see.

    Attributes:
        addresses: The file that makes each page of the site, by the page's address; empty where no single file does.
        anchors: Anchors of each Markdown source, by its path.
        files: Every file of the folders that are read.
        docs: Folder of the site's own pages.
    """

    addresses: dict[str, str] = field(default_factory=dict)
    anchors: dict[str, set[str]] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    docs: str = "docs"


def site_map(project: ProjectRecords) -> SiteMap:
    """Work out what links can lead to.

    Args:
        project: The project's records, sound or not.

    Returns:
        Addresses, anchors and files.
    """
    found = SiteMap(files=project.listed, docs=project.configuration.docs)
    found.addresses = {"/": "", f"/{STANDARD}/history/": "", "/insights/": ""}
    numbered = {version_of(release.index): release for release in project.releases.values()}
    releases = sorted((version, release) for version, release in numbered.items() if version is not None)
    versioned = {str(version): release for version, release in releases}
    working = version_of(project.working.index)
    if working is not None and str(working) not in versioned:
        versioned["draft"] = project.working
    for name, edition in versioned.items():
        _add_edition(found, f"/{STANDARD}/{name}/", edition, criteria=True)
    standing = releases[-1][1] if releases else project.working
    _add_edition(found, f"/{STANDARD}/", standing, criteria=False)
    for edition in (project.working, *project.releases.values()):
        _add_anchors(found, edition)
    for slug, article in project.articles.items():
        for name, record in article.releases.items():
            found.addresses[f"/insights/{slug}/{name}/"] = record.path
        newest = version_of(article.working)
        if article.working and newest is not None and str(newest) not in article.releases:
            found.addresses[f"/insights/{slug}/draft/"] = article.working.path
        if article.working and article.releases:
            found.addresses[f"/insights/{slug}/"] = article.working.path
        for version in (article.working, *article.releases.values()):
            if version is not None:
                found.anchors[version.path] = anchors(version.body)
    for page in project.pages:
        found.addresses[page_address(page.path.removeprefix(f"{found.docs}/"))] = page.path
        found.anchors[page.path] = anchors(page.body)
    return found


def page_address(path: str) -> str:
    """The address of the page that a Markdown file makes.

    Args:
        path: File within the tree of the site's Markdown, such as ``standard/index.md``.

    Returns:
        Path from the root of the site, such as ``/standard/``.
    """
    stem = path.removesuffix(".md")
    stem = "" if stem == "index" else stem.removesuffix("/index")
    return f"/{stem}/" if stem else "/"


def _add_edition(found: SiteMap, prefix: str, edition: EditionRecords, *, criteria: bool) -> None:
    found.addresses[prefix] = f"{edition.folder}/index.md"
    for record in edition.domains:
        slug = record.path.rpartition("/")[2].removesuffix(".md").partition("-")[2]
        found.addresses[f"{prefix}domains/{slug}/"] = record.path
    if criteria:
        for item in found_ids(edition):
            if item.level == "criterion":
                found.addresses[f"{prefix}criteria/{item.id}/"] = ""


def _add_anchors(found: SiteMap, edition: EditionRecords) -> None:
    if edition.index is not None:
        found.anchors[edition.index.path] = anchors(edition.index.body)
    for record in edition.domains:
        found.anchors[record.path] = anchors(record.body)
    for item in found_ids(edition):
        found.anchors[item.record.path].add(item.id)


def link_problems(project: ProjectRecords) -> Iterator[Problem]:
    """Check every link of every source.

    Args:
        project: The project's records, sound or not.

    Yields:
        A problem for each link that leads nowhere, leaves the project, or would not survive publication.
    """
    found = site_map(project)
    for edition in (project.working, *project.releases.values()):
        if edition.index is not None:
            yield from _text_problems(found, edition.index, edition.index.body)
        for record in edition.domains:
            yield from _text_problems(found, record, record.body)
            criteria = record.data.get("criteria") if isinstance(record.data, dict) else None
            for place, criterion in enumerate(criteria if isinstance(criteria, list) else ()):
                text = criterion.get("text") if isinstance(criterion, dict) else None
                if isinstance(text, str):
                    yield from _text_problems(found, record, text, ("criteria", place, "text"))
    for article in project.articles.values():
        for article_record in (article.working, *article.releases.values()):
            if article_record is not None:
                yield from _text_problems(found, article_record, article_record.body)
    for record in project.pages:
        yield from _text_problems(found, record, record.body)


def _text_problems(found: SiteMap, record: Record, text: str, pointer: Pointer | None = None) -> Iterator[Problem]:
    base = record.body_line if pointer is None else record.tree.line(pointer)
    for link in links(text):
        message = _link_message(found, record.path, link.target)
        if message:
            yield Problem(record.path, base + link.line - 1, f"the link {link.target[:200]!r} {message}")
    if "href=" in text or "src=" in text:
        clean = without_code(text)
        for match in _RAW_LINK.finditer(clean):
            if match[1] and not match[1].startswith(("https:", "http:", "mailto:", "#", "/")):
                line = base + clean.count("\n", 0, match.start())
                message = (
                    f"the HTML link {match[1][:200]!r} would break when the page is published; write it in Markdown"
                )
                yield Problem(record.path, line, message)


def _link_message(found: SiteMap, path: str, target: str) -> str | None:
    """What is wrong with a link, or ``None``."""
    origin, version = working_path(path)
    resolved = link_target(origin, target)
    if resolved.kind == "external":
        scheme = target.split(":", 1)[0].lower()
        safe = scheme in ("https", "http", "mailto", "tel") or target.startswith("//")
        return None if safe else f"uses the scheme {scheme!r}; use https, http or mailto"
    if resolved.kind == "outside":
        return "leaves the project's folder; link to a page of the site or to a full address"
    if resolved.kind == "address":
        return _address_message(found, resolved)
    return _source_message(found, resolved, version, path)


def _address_message(found: SiteMap, target: LinkTarget) -> str | None:
    if not target.path.endswith("/"):
        return None if "." in target.path.rpartition("/")[2] else "should end in /; pages stand at folders"
    if target.path not in found.addresses:
        return "leads to no page of the site; correct it"
    source = found.addresses[target.path]
    return _anchor_message(found, source, target.fragment) if source else None


def _source_message(found: SiteMap, target: LinkTarget, version: str | None, here: str) -> str | None:
    path = source_of(target.path, version)
    if path.startswith(f"{found.docs}/") and path not in found.files:
        return _address_message(
            found, LinkTarget("address", page_address(path.removeprefix(f"{found.docs}/")), target.fragment)
        )
    if path in found.anchors:
        return _anchor_message(found, path, target.fragment)
    if path in found.files and path.startswith(f"{found.docs}/"):
        return None
    if path in found.files or not path.startswith((f"{STANDARD}/", "insights/", f"{CITATIONS}/", f"{found.docs}/")):
        return f"leads to {path}, which is not published; link to a page of the site or to a full address"
    return f"leads to {path}, which is not there; correct it"


def source_of(path: str, version: str | None) -> str:
    """The file that a link within a release means.

    Args:
        path: File relative to the project's folder, as it stands in the working copy.
        version: The release that holds the link, if one does.

    Returns:
        The same release's own file where the link stays within the standard, else ``path``.
    """
    inside = f"{STANDARD}/"
    if version is None or not path.startswith(inside) or path.startswith(f"{inside}{RELEASES}/"):
        return path
    return f"{inside}{RELEASES}/{version}/{path.removeprefix(inside)}"


def _anchor_message(found: SiteMap, path: str, fragment: str) -> str | None:
    if not fragment or fragment in found.anchors.get(path, set()):
        return None
    return f"leads to the anchor #{fragment[:80]}, which {path} does not have; correct it"
