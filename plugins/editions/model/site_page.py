"""Pages of the site that belong to no edition: the home page, the licence, the citation guidance."""

from __future__ import annotations

from dataclasses import dataclass, field

from editions.model.edition import Origin


@dataclass(frozen=True)
class SitePage:
    """A page written by hand.

    Attributes:
        path: Its Markdown file in the tree of pages, such as ``license.md``.
        title: Its title.
        body: Its text, in Markdown.
        summary: What it is for, in a sentence.
        hide: Parts of the page to hide (``navigation``, ``toc``, ``path``, ``footer``).
        origin: Where it is written.
    """

    path: str
    title: str
    body: str
    summary: str | None = None
    hide: tuple[str, ...] = ()
    origin: Origin = field(default=Origin(""), compare=False)
