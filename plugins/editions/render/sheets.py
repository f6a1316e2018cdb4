"""The sheet of a page: its text with what surrounds it, within the frame that all pages have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from jinja2 import Environment

from editions.pages.document import Document
from editions.render.page_content import PageContent
from editions.render.source_links import SourceLink
from editions.site.site_plan import SitePlan


class Sheets:
    """Lays texts out."""

    def __init__(self, environment: Environment, plan: SitePlan, settings: Mapping[str, Any]) -> None:
        """Take what is laid out.

        Args:
            environment: The templates.
            plan: The site.
            settings: Those of ``mkdocs.yml``.
        """
        self._environment = environment
        self._settings = settings
        self._plan = plan

    def lay_out(self, document: Document, content: PageContent, source: SourceLink | None, *, marked: str = "") -> str:
        """Write the sheet of a page.

        Args:
            document: The page.
            content: Its text.
            source: Where its source is.
            marked: Attributes of the elements that contain the text, with a blank before each.

        Returns:
            HTML for within ``main``.
        """
        values = {"head": content.head, "body": content.body, "source": source, "config": self._settings}
        values["marked"] = marked
        template = self._environment.get_template(self._plan.template(document))
        return template.render(values | page_values(self._plan, document))


def page_values(plan: SitePlan, document: Document) -> dict[str, Any]:
    """What every template of a page may use.

    Args:
        plan: The site.
        document: The page.

    Returns:
        The page, what stands around its text, and the way to the root of the site.
    """
    frame = plan.frames.of(document)
    surrounding = {field.name: getattr(frame, field.name) for field in fields(frame)}
    steps = document.address.count("/") - 1
    root = "/".join([".."] * steps) or "."
    return {
        "document": document,
        "plan": plan,
        "publication": plan.publication,
        "base_url": root,
        **surrounding,
    }
