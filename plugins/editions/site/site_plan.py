"""The plan of a site: every page and every file, before any is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from editions.formats.data_file import DataFile
from editions.model import Publication
from editions.pages.document import Document
from editions.site.page_frames import PageFrames
from editions.site.switches import Switches


@dataclass(frozen=True)
class SitePlan:
    """A site.

    Attributes:
        publication: What it publishes.
        switches: What is switched on.
        documents: Its pages by their paths, in the order of the site.
        data: Its data files, feeds and Markdown twins by their addresses; the catalogue lists all others and is last.
        frames: What stands around each page.
    """

    publication: Publication
    switches: Switches
    documents: Mapping[str, Document]
    data: Mapping[str, DataFile]
    frames: PageFrames
