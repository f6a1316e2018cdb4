"""Links between source files turned into links between pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from editions.model import Standard
from editions.model.addresses import document_path, domain_address
from editions.pages.page_paths import relative_path
from editions.source.discovery import RELEASES, STANDARD
from editions.source.link_target import link_target, working_path

COPIED = ".copied"
"""Ends the names of Markdown files that are data, such as comparisons and twins, in the tree of pages."""


@dataclass(frozen=True)
class LinkContext:
    """Where a text is published.

    Attributes:
        source: File that the text is written in, relative to the project's folder.
        path: The page that it becomes part of, in the tree of pages.
        edition: Folder of its edition in the tree of pages: ``standard/1.0``, or ``standard`` for the standing one.
        docs: Folder of the site's own pages in the project.
        moved: Pages of domain files that the standing edition does not have, by the file's path in the working copy.
    """

    source: str
    path: str
    edition: str = STANDARD
    docs: str = "docs"
    moved: Mapping[str, str] = field(default_factory=dict)


def path_of_target(target: str, context: LinkContext) -> str | None:
    """The way from a generated file to the one that a link leads to.

    Args:
        target: The link's target, as written.
        context: Where the text is published.

    Returns:
        A relative path with an anchor; ``None`` for a link that stays as it is.
    """
    found = None if target.startswith("#") else page_of_target(target, context)
    return None if found is None else relative_path(found[0], context.path) + found[1]


def page_of_target(target: str, context: LinkContext) -> tuple[str, str] | None:
    """Find the generated file that a link leads to, and the anchor in it with its ``#``; ``None`` outside the site."""
    origin, _ = working_path(context.source)
    resolved = link_target(origin, target)
    fragment = f"#{resolved.fragment}" if resolved.fragment else ""
    if resolved.kind == "address":
        path = document_path(resolved.path) if resolved.path.endswith("/") else resolved.path.lstrip("/")
        path += COPIED if resolved.path.endswith(".md") else ""
    elif resolved.kind == "source":
        path = context.moved.get(resolved.path) or page_of_source(resolved.path, context.edition, context.docs)
    else:
        return None
    return path, fragment


def moved_domains(standard: Standard) -> dict[str, str]:
    """Where the pages of domain files are that the standing edition no longer has.

    Returns:
        Generated Markdown files in the newest release that has them, by the files' paths in the working copy. A
        released article links to such files and cannot follow when a later edition renames or withdraws a domain.
    """
    found: dict[str, str] = {}
    for edition in standard.releases:
        for domain in edition.domains:
            path, _ = working_path(domain.origin.path)
            found[path] = document_path(domain_address(edition, domain))
    for domain in standard.current.domains:
        found.pop(working_path(domain.origin.path)[0], None)
    return found


def page_of_source(path: str, edition: str, docs: str) -> str:
    """The page, in the tree of pages, that shows a source file.

    Args:
        path: Source file, relative to the project's folder.
        edition: Folder of the edition in which links within the standard stay.
        docs: Folder of the site's own pages in the project.

    Returns:
        Path in the tree of generated pages.
    """
    parts = path.split("/")
    if parts[0] == docs:
        return "/".join(parts[1:])
    if parts[0] == STANDARD and len(parts) > 1:
        folder, inside = edition, parts[1:]
        if parts[1] == RELEASES and len(parts) > 3:
            folder, inside = f"{STANDARD}/{parts[2]}", parts[3:]
        if inside[0] == "domains" and len(inside) == 2:
            return f"{folder}/domains/{inside[1].partition('-')[2]}"
        return "/".join([folder, *inside])
    if parts[0] == "insights" and len(parts) == 4 and parts[1] == RELEASES:
        return f"insights/{parts[2]}/{parts[3]}"
    return path
