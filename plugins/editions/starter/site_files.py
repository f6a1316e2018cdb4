"""The files of a project around its edition."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from jinja2 import Environment, StrictUndefined

from editions.model import Edition
from editions.releases.changelog import PREAMBLE, STANDARD_PART
from editions.schemas.known_schemas import schema_address
from editions.source.yaml_text import yaml_scalar
from editions.text.commonmark import write_words


@dataclass(frozen=True)
class SiteFacts:
    """How a project is published.

    Attributes:
        url: Address of the site, ending in ``/``.
        engine: The requirement that installs the engine.
        copyright_notice: The copyright notice that comes with the text, if there is one.
    """

    url: str
    engine: str
    copyright_notice: str | None = None


def site_files(edition: Edition, site: SiteFacts) -> dict[str, bytes]:
    """Make the files of a project around its edition.

    Returns:
        Bytes by path within the project: the configuration, the Makefile, the requirements, the site's own pages, the
        workflows, and what to know about all of it.
    """
    # Workflows have ${{ }}, so templates have other marks.
    environment = Environment(
        block_start_string="<%",
        block_end_string="%>",
        variable_start_string="<<",
        variable_end_string=">>",
        comment_start_string="<#",
        comment_end_string="#>",
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        autoescape=False,  # noqa: S701 - no HTML is made; each value is escaped for its own form
    )
    environment.filters |= {"yaml": yaml_scalar, "words": write_words}
    facts = {
        "edition": edition,
        "site": site,
        "page_schema": site.url.rstrip("/") + schema_address("page-1"),
        "domain": edition.domains[0],
    }
    made = {
        "CHANGELOG.md": f"{PREAMBLE}\n## {STANDARD_PART}\n".encode(),
        "requirements.txt": f"{site.engine}\n".encode(),
    }
    for path, template in sorted(_templates(files("editions.starter") / "templates", "")):
        made[path] = environment.from_string(template.read_text(encoding="utf-8")).render(facts).encode("utf-8")
    return made


def _templates(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    found = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _templates(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(".tmpl"):
            found.append((f"{prefix}{entry.name.removesuffix('.tmpl')}", entry))
    return found
