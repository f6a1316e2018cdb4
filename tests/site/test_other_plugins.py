"""What other plugins see of pages that the engine makes, and what MkDocs checks of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from project_files import write_project
from sites import Site, build_site

pytestmark = pytest.mark.slow

SITE_URL = "https://kitchen.example/"
DOMAIN = "standard/1.0/domains/knives.md"
HOOK = f"""\
import json
from markdown import Markdown

started, make = [], Markdown.__init__

def counted(self, **kwargs):
    print("PARSED " + started[-1])
    make(self, **kwargs)

Markdown.__init__ = counted

def on_page_markdown(markdown, page, **kwargs):
    started.append(page.file.src_uri)
    return markdown + "\\n\\n*From a hook* <script>x()</script>" if page.file.src_uri == "{DOMAIN}" else markdown

def on_page_content(html, page, **kwargs):
    if page.file.src_uri == "{DOMAIN}":
        print("SEEN " + json.dumps([html, str(page.toc), page.title]))
        return html.replace("sharpened", "honed")
    return html
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    written = write_project(tmp_path / "project")
    (written / "hook.py").write_text(HOOK, encoding="utf-8")
    with (written / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("theme: {name: material}\nhooks: [hook.py]\nvalidation: {anchors: warn}\n")
    return written


def test_other_plugins_see_and_change_the_content(project: Path, tmp_path: Path) -> None:
    site: Site = build_site(project, tmp_path / "site", SITE_URL)
    (line,) = [line for line in site.log.splitlines() if line.startswith("SEEN ")]
    html, toc, title = json.loads(line.removeprefix("SEEN "))
    assert '<h3 id="K1.2"' in html
    assert "#K1.2" in toc
    assert title in html
    page = site.page("/standard/1.0/domains/knives/")
    assert "honed" in page.text(".sheet-body")
    assert page.text(".sheet-body > p > em") == "From a hook"
    assert "x()" not in page.text("body")


def test_no_parser_is_made_for_pages_that_nobody_wrote_on(project: Path, tmp_path: Path) -> None:
    """Of those outside the navigation, which are nearly all."""
    log = build_site(project, tmp_path / "site", SITE_URL).log
    parsed = [line.removeprefix("PARSED ") for line in log.splitlines() if line.startswith("PARSED ")]
    assert DOMAIN in parsed
    assert "index.md" in parsed
    assert not [path for path in parsed if "/criteria/" in path]


def test_mkdocs_knows_the_anchors_of_made_pages(project: Path, tmp_path: Path) -> None:
    """A strict build warns of an anchor that a page does not have."""
    link = "[here](../standard/releases/1.0/domains/01-knives.md#K1.2)"
    guide = f"---\ntitle: Guide\nsummary: A guide.\n---\n\nLook {link}.\n"
    (project / "docs" / "guide.md").write_text(guide, encoding="utf-8")
    page = build_site(project, tmp_path / "site", SITE_URL).page("/guide/")
    assert "/standard/1.0/domains/knives/#K1.2" in page.links(".sheet-body")
