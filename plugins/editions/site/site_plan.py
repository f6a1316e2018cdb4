"""The plan of a site: every page and every file, before any is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from editions.formats.data_file import DataFile
from editions.model import Publication
from editions.pages.document import Document
from editions.pages.social_card import Card
from editions.site.assets.asset import Asset
from editions.site.assets.site_assets import ASSETS
from editions.site.page_frames import PageFrames
from editions.site.page_kind import PageKind
from editions.site.switches import Switches


@dataclass(frozen=True)
class SitePlan:
    """A site.

    Attributes:
        publication: What it publishes.
        switches: What is switched on.
        kinds: The kinds of its pages, by their names.
        documents: Its pages by their paths, in the order of the site.
        data: Its data files, feeds and Markdown twins by their addresses; the catalogue lists all others and is last.
        assets: The files that pages look like and run, by their addresses.
        cards: The pictures that stand beside links to its pages.
        policy: The content security policy that its pages state.
        headers: The headers that a server should answer with, by their names.
        frames: What stands around each page.
    """

    publication: Publication
    switches: Switches
    kinds: Mapping[str, PageKind]
    documents: Mapping[str, Document]
    data: Mapping[str, DataFile]
    assets: Mapping[str, Asset]
    cards: tuple[Card, ...]
    policy: str
    headers: Mapping[str, str]
    frames: PageFrames

    def scripts(self, document: Document) -> tuple[str, ...]:
        """The scripts of a page besides those of every page: paths from the root of the site."""
        return tuple(f"{ASSETS}/{name}.js" for name in self.kinds[document.kind].scripts)

    def styles(self, document: Document) -> tuple[str, ...]:
        """The style sheets of a page besides those of every page: paths from the root of the site."""
        own = (document.kind,) if self.kinds[document.kind].style else ()
        return tuple(f"{ASSETS}/{name}.css" for name in (*document.styles, *own))

    @cached_property
    def templates(self) -> dict[str, Path]:
        """The templates of kinds of page, by the names under which a project may override them."""
        return {template_name(it.name): it.template for it in self.kinds.values() if it.template}

    def template(self, document: Document) -> str:
        """The name of the template of a page."""
        own = template_name(document.kind)
        return own if own in self.templates else "partials/editions/sheet.html"


def template_name(kind: str) -> str:
    """The name of the template of a kind of page."""
    return f"partials/editions/kinds/{kind}.html"
