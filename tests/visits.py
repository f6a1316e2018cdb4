"""Visits of a browser to a site, which note what a page complains of and what it asks of others."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Page


@dataclass
class Visit:
    """A page in the browser and what happened while it was open.

    Attributes:
        page: The page.
        root: Address of the site.
        complaints: What the console and the page's scripts reported as errors.
        strangers: Requests that left the site.
    """

    page: Page
    root: str
    complaints: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def open(self, address: str) -> Page:
        """Go to an address from the root of the site."""
        self.page.goto(self.root + address.lstrip("/"), wait_until="load")
        return self.page

    @property
    def address(self) -> str:
        """Where the browser stands, from the root of the site."""
        return "/" + self.page.url.removeprefix(self.root)


@contextmanager
def visiting(browser: Browser, root: str, **settings: Any) -> Iterator[Visit]:
    """A new, empty browser profile on a site."""
    context = browser.new_context(reduced_motion="reduce", **settings)
    visit = Visit(context.new_page(), root)
    inside = (root, "data:", "blob:")
    context.on("request", lambda it: None if it.url.startswith(inside) else visit.strangers.append(it.url))
    # What the policy stopped was announced as a request but never left the browser.
    context.on("requestfailed", lambda it: visit.strangers.remove(it.url) if it.failure == "csp" else None)
    visit.page.on("console", lambda it: visit.complaints.append(it.text) if it.type == "error" else None)
    visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    try:
        yield visit
    finally:
        context.close()
