"""Generated files put among the files of the site."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from editions.pages.content_security_policy import headers_file
from editions.pages.document import Document
from editions.pages.published_links import COPIED
from editions.site.cards import draw
from editions.site.site_plan import SitePlan


def add_plan(files: Files, config: MkDocsConfig, plan: SitePlan) -> None:
    """Add every page and file of a plan, and the headers of the site."""
    for address, picture in draw(plan.cards).items():
        add_data(files, config, address, picture)
    add_data(files, config, "/_headers", headers_file(plan.headers))
    for document in plan.documents.values():
        _add_document(files, config, document)
    for file in plan.data.values():
        add_data(files, config, file.address, file.content)


def _add_document(files: Files, config: MkDocsConfig, document: Document) -> None:
    """Add a page; one under ``docs/`` stays the file that it is, so that other plugins find its path."""
    file = files.get_file_from_path(document.path)
    outside = file is not None and file.inclusion.is_not_in_nav()  # the configuration may keep it so
    if file is None:
        file = File.generated(config, document.path, content="")
        # Plugins ask each page for its path; where no single file holds the text, it is the configuration's.
        configuration = Path(config.config_file_path or "mkdocs.yml").resolve()
        file.abs_src_path = str(configuration.parent / (document.source or configuration.name))
    file.inclusion = InclusionLevel.INCLUDED if document.in_navigation and not outside else InclusionLevel.NOT_IN_NAV
    _add(files, file)


def add_data(files: Files, config: MkDocsConfig, address: str, content: str | bytes) -> None:
    """Add a data file.

    Args:
        address: Path from the root of the site.
    """
    path = address.lstrip("/")
    # A file that ends in .md would be rendered as a page; under another source name it is copied as it is.
    file = File.generated(config, f"{path}{COPIED}" if path.endswith(".md") else path, content=content)
    file.inclusion = InclusionLevel.INCLUDED  # whatever exclude_docs says of the project's own files
    file.dest_uri = path
    _add(files, file)


def _add(files: Files, file: File) -> None:
    """Add a file, in place of one with the same path."""
    existing = files.get_file_from_path(file.src_uri)
    if existing is not None:
        files.remove(existing)
    files.append(file)
