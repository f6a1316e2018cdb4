"""What other plugins see of pages that the engine makes, and what MkDocs checks of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from project_files import write_project
from sites import Site, build_site, run_build

pytestmark = pytest.mark.slow

SITE_URL = "https://kitchen.example/"
DOMAIN = "standard/1.0/domains/knives.md"
# Handlers of the highest and the lowest priority, before and after those of any plugin that has none.
HOOK = f"""\
import json
from markdown import Markdown
from mkdocs.plugins import event_priority

started, make = [], Markdown.__init__

def counted(self, **kwargs):
    print("PARSED " + started[-1])
    make(self, **kwargs)

Markdown.__init__ = counted

def on_page_markdown(markdown, page, **kwargs):
    started.append(page.file.src_uri)
    return markdown + "\\n\\n*From a hook* <script>x()</script>" if page.file.src_uri == "{DOMAIN}" else markdown

@event_priority(10000)
def on_page_content(html, page, **kwargs):
    if page.file.src_uri == "{DOMAIN}":
        print("SEEN " + json.dumps([html, str(page.toc), page.title]))
        return html.replace("sharpened", "honed")
    return html

def on_env(env, config, files):
    print("ONE " + str(env is config.theme.get_env()))
"""
UNSAFE = """\
from mkdocs.plugins import event_priority

def written(words):
    return f"<p>{words}</p><script>bad()</script><img src=https://spy.example/i.png>"

@event_priority(-10000)
def on_page_content(html, page, **kwargs):
    return html + written("last of content") if page.file.src_uri == "license.md" else html

@event_priority(-10000)
def on_env(env, files, **kwargs):
    files.get_file_from_path("license.md").page.content += written("last of env")
"""
FIRST = """\
from mkdocs.plugins import event_priority

@event_priority(10000)
def on_config(config):
    raise RuntimeError("a plugin has failed")
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


def test_there_is_one_environment_of_templates(project: Path, tmp_path: Path) -> None:
    """Plugins that render a page by themselves ask the theme for it."""
    assert "ONE True" in build_site(project, tmp_path / "site", SITE_URL).log


def test_what_plugins_add_last_is_sanitised(project: Path, tmp_path: Path) -> None:
    """They may have made it of what contributors wrote."""
    (project / "hook.py").write_text(UNSAFE, encoding="utf-8")
    page = build_site(project, tmp_path / "site", SITE_URL).page("/license/")
    body = page.text(".sheet-body")
    assert "last of content" in body
    assert "last of env" in body
    assert "bad()" not in page.text("body")
    assert page.all("img[src^='https://spy']") == []


def test_a_problem_is_reported_before_another_plugin_fails(project: Path, tmp_path: Path) -> None:
    (project / "hook.py").write_text(FIRST, encoding="utf-8")
    (project / "docs" / "license.md").write_text("---\ntitle: L\n---\n\n[x](nowhere.md)\n", encoding="utf-8")
    done = run_build(project, tmp_path / "site")
    assert done.returncode == 1
    assert "docs/license.md:5: " in done.stdout
    assert "1 problem in the sources; nothing was built" in done.stdout
    assert "a plugin has failed" not in done.stdout


def test_mkdocs_knows_the_anchors_of_made_pages(project: Path, tmp_path: Path) -> None:
    """A strict build warns of an anchor that a page does not have."""
    link = "[here](../standard/releases/1.0/domains/01-knives.md#K1.2)"
    guide = f"---\ntitle: Guide\nsummary: A guide.\n---\n\nLook {link}.\n"
    (project / "docs" / "guide.md").write_text(guide, encoding="utf-8")
    page = build_site(project, tmp_path / "site", SITE_URL).page("/guide/")
    assert "/standard/1.0/domains/knives/#K1.2" in page.links(".sheet-body")
