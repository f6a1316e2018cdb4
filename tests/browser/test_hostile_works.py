"""Forty hostile titles and names on pages, in heads, in data and in files: they stay text, and nothing runs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from editions.citations.bibliography import read_bibliography
from editions.citations.text import one_line
from editions.site.assets.site_assets import boot_script
from hostile_works import NAMES, RUN, TITLES, write_hostile_works
from serving import serving
from sites import Page, Site, build_site, shared_once
from visits import visiting

pytestmark = pytest.mark.slow

URL = "https://standards.example.org/assurance/"


@pytest.fixture(scope="session")
def works_site(shared_folder: Path) -> Site:
    """The site of the hostile works."""

    def make(folder: Path) -> None:
        build_site(write_hostile_works(folder / "project"), folder / "site", URL)

    return Site(shared_once(shared_folder, "hostile-works", make) / "site", URL, "")


@pytest.fixture(scope="session")
def works_root(works_site: Site) -> Iterator[str]:
    with serving(works_site) as root:
        yield root


def pages_of(number: int) -> tuple[str, str]:
    return f"/standard/1.0/criteria/C{number}.1/", f"/insights/a{number}/1.0/"


def meta(page: Page, name: str) -> list[str]:
    return [node.attributes.get("content") or "" for node in page.all(f'head meta[name="{name}"]')]


def test_nothing_runs_in_a_browser_and_nothing_leaves_the_site(browser: Browser, works_root: str) -> None:
    addresses = [address for number in range(1, 41) for address in pages_of(number)]
    addresses += ["/", "/standard/", "/standard/domains/d1/", "/citations/", "/license/", "/insights/"]
    with visiting(browser, works_root) as visit:
        visit.page.on("dialog", lambda dialog: visit.complaints.append(f"dialog: {dialog.message}"))
        for address in addresses:
            page = visit.open(address)
            assert page.evaluate("window.broken") is None, address
            assert page.evaluate("document.title").strip(), address
        for button in visit.open(addresses[0]).locator(".copy-button:visible").all():
            button.click()
        assert visit.page.evaluate("window.broken") is None
        assert visit.complaints == []
        assert visit.strangers == []


def test_no_page_has_an_element_or_attribute_that_a_title_brought(works_site: Site) -> None:
    for page in works_site.pages():
        for node in page.all("script"):
            boot = node.attributes.get("data-scripts") is not None and node.text() == boot_script()
            assert boot or node.attributes.get("type") in ("application/json", "application/ld+json")
        assert not page.all("iframe, object, embed, svg[onload], base, textarea, img[onerror], style:not([media])")
        for node in page.all(".cite *, .attribution *, .works *, .notices *"):
            assert not [name for name in node.attributes if name.startswith("on")], page.address
        for href in (node.attributes.get("href") or "" for node in page.all("a[href], link[href]")):
            assert not href.lower().startswith(("javascript:", "data:", "vbscript:")), page.address


@pytest.mark.parametrize("number", range(1, 41))
def test_a_title_is_read_back_from_the_head_the_data_and_the_panel(works_site: Site, number: int) -> None:
    title = TITLES[number - 1]
    shown = one_line(title)
    for address in pages_of(number):
        page = works_site.page(address)
        assert meta(page, "citation_title") == meta(page, "DC.title") == [shown]
        (node,) = page.all('script[type="application/ld+json"]')
        data = json.loads(node.text())
        assert one_line(data["name"]) == shown
        assert data["datePublished"] == ("2026-04" if "standard" in address else "2026-05-06")
        plain = page.one('.attribution pre[data-copy="Reuse without changes, Plain text"]').text()
        assert plain.startswith(f"“{shown}”, ")
        bare = shown.rstrip(".?!")
        found = [" ".join(dd.text().split()) for dd in page.all('.cite > .cite-box [data-style="apa"] dd')]
        assert len(found) == 1
        assert " ".join(bare.split()) in found[0]


@pytest.mark.parametrize("number", range(1, 41))
def test_the_files_of_a_work_are_whole_and_say_its_title(works_site: Site, number: int) -> None:
    shown = one_line(TITLES[number - 1])
    for key in (f"eas-1.0-c{number}.1", f"a{number}-1.0"):
        folder = works_site.folder / "citations"
        bibliography = read_bibliography((folder / f"{key}.bib").read_text(encoding="utf-8"), "x.bib")
        assert bibliography.problems == ()
        (work,) = bibliography.works
        assert (work.key, work.title) == (key, shown)
        (item,) = json.loads((folder / f"{key}.csl.json").read_text(encoding="utf-8"))
        assert item["title"] == shown
        lines = (folder / f"{key}.ris").read_text(encoding="utf-8").splitlines()
        assert [line[:6] for line in lines].count("ER  - ") == 1
        assert [line[:6] for line in lines].count("TY  - ") == 1
        assert f"TI  - {shown}" in [line.rstrip() for line in lines]


def test_names_and_the_copyright_notice_stay_text(works_site: Site) -> None:
    page = works_site.page("/standard/1.0/")
    assert len(meta(page, "citation_author")) == 5
    assert all(author.endswith(",") for author in meta(page, "citation_author")[:3])
    notice = page.text(".attribution > p[resource]")
    for name in NAMES[:3]:
        assert " ".join(name.split()) in notice
    assert f"© </script><img src=x onerror={RUN}>." in notice
    assert "changes: " in notice


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "java\tscript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,<script>1</script>",
        "vbscript:x",
        "//evil.example/",
        "https://",
        "https://exa mple.org/",
        'https://example.org/"onclick="x',
        "https://example.org/<script>",
        "ftp://example.org/",
    ],
)
def test_an_address_that_is_none_stops_the_build_before_anything_is_written(tmp_path: Path, url: str) -> None:
    from click.testing import CliRunner

    from editions.cli import main

    project = write_hostile_works(tmp_path / "project")
    index = project / "standard" / "index.md"
    text = index.read_text(encoding="utf-8").replace('"https://example.org/?a=1&copy=2"', json.dumps(url))
    assert json.dumps(url) in text
    index.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "--config-file", str(project / "mkdocs.yml")])
    assert result.exit_code == 1
    assert any(line.startswith("standard/index.md:") and "url" in line for line in result.stdout.splitlines())
