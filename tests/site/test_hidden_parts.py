"""What the front matter of a page hides is not on it, whichever way the site is built."""

from __future__ import annotations

from pathlib import Path

import pytest

from project_files import write_project
from release_projects import editions
from sites import Page, Site, build_site

pytestmark = pytest.mark.slow

SITE_URL = "https://kitchen.example/"
PARTS = {
    "navigation": ".outline a[href='../other/']",
    "toc": ".outline [data-toc] a",
    "path": ".breadcrumbs",
    "footer": ".sheet-foot",
}
NAV = "nav: [index.md, {About: [guide.md, other.md]}, standard/, insights/, license.md, citations/index.md]\n"


def guide(tmp_path: Path, hide: list[str], generator: str) -> Page:
    """A page with everything that can be hidden around it, but for what its front matter hides."""
    front_matter = f"---\ntitle: Guide\nhide: [{', '.join(hide)}]\n---\n\n## A heading\n\nText.\n"
    project = write_project(
        tmp_path / "project",
        files={"docs/guide.md": front_matter, "docs/other.md": "---\ntitle: Other\n---\n\nText.\n"},
    )
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(NAV)
    if generator == "mkdocs":
        return build_site(project, tmp_path / "site", SITE_URL).page("/guide/")
    outcome = editions(project, "build", "-d", str(tmp_path / "site"))
    assert outcome.code == 0, outcome.output
    return Site(tmp_path / "site", SITE_URL, "").page("/guide/")


@pytest.mark.parametrize("generator", ["mkdocs", "editions"])
@pytest.mark.parametrize("hide", [[], ["navigation"], ["toc"], ["path"], ["footer"], [*PARTS]], ids=" ".join)
def test_what_is_hidden_is_not_there_and_all_else_is(tmp_path: Path, hide: list[str], generator: str) -> None:
    page = guide(tmp_path, hide, generator)
    assert {part for part, selector in PARTS.items() if not page.all(selector)} == set(hide)
    assert page.text(".sheet-body").startswith("A heading")
    assert bool(page.all(".outline")) == (not {"navigation", "toc"} <= set(hide))
