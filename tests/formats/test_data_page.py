"""The page on data: its clients run as they stand there, and what it says of the files is so."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from editions.formats.csv.table_writing import COLUMNS
from editions.model.edition_files import EDITION_FILES
from editions.model.fields import every_added_field
from serving import serving
from sites import Site
from tools import find_tool

# How the page says that each is run; the address of the site follows.
CLIENTS = {
    "python": ("changes.py", lambda: Path(sys.executable)),
    "javascript": ("changes.mjs", lambda: find_tool("node")),
    "sh": ("changes.sh", lambda: find_tool("sh")),
}
_NEEDED = ("catalog.json", "standard/criteria.json", "standard/compare/1.0...1.1/comparison.json", "404.html")


def client(site: Site, language: str) -> str:
    """The first piece of code in a language, as the page shows it."""
    return site.page("/data/").all(f"pre > code.language-{language}")[0].text()


def run_client(site: Site, language: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a client of the page against a site that is served on this machine."""
    name, program = CLIENTS[language]
    (folder / name).write_text(client(site, language), encoding="utf-8")
    if language == "sh":
        for tool in ("curl", "jq", "sha256sum"):
            find_tool(tool)
    with serving(site) as address:
        command = [str(program()), str(folder / name), address]
        environment = {**os.environ, "no_proxy": "127.0.0.1", "PYTHONIOENCODING": "utf-8", "TMPDIR": str(folder)}
        return subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False, timeout=60
        )


@pytest.mark.parametrize("language", CLIENTS)
def test_each_client_lists_what_became_of_every_criterion(own_site: Site, language: str, tmp_path: Path) -> None:
    done = run_client(own_site, language, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    head, *lines = done.stdout.splitlines()
    assert head == "Production Safety Framework 1.1 criteria: 8"
    old, new = (
        {
            item["id"]
            for domain in json.loads(own_site.file(f"/standard/{version}/criteria.json").read_bytes())["domains"]
            for item in domain["criteria"]
        }
        for version in ("1.0", "1.1")
    )
    sides = [line.split(" ", 1)[1].partition("->") for line in lines]
    assert {item for before, _, _ in sides for item in before.split()} == old
    assert {item for _, _, after in sides for item in after.split()} == new
    assert "continued D04.1 -> PSF-01.1" in lines  # the lineage of 1.1


@pytest.mark.parametrize("language", CLIENTS)
def test_each_client_refuses_a_file_that_the_catalogue_does_not_list(
    own_site: Site, language: str, tmp_path: Path
) -> None:
    altered = Site(tmp_path / "altered", own_site.url, "")
    for name in (*_NEEDED, "data/index.html"):
        place = altered.folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes((own_site.folder / name).read_bytes())
    text = altered.file("/standard/criteria.json")
    text.write_bytes(text.read_bytes().replace(b"untrusted", b"trusted", 1))
    done = run_client(altered, language, tmp_path)
    assert done.returncode != 0
    assert "criteria:" not in done.stdout


@pytest.mark.parametrize("language", CLIENTS)
def test_each_client_is_short_and_asks_the_real_site_unless_told_otherwise(own_site: Site, language: str) -> None:
    code = client(own_site, language)
    assert len(code.strip().splitlines()) <= 22
    assert re.findall(r"https?://[^\s\"'}]+", code) == [own_site.url]


def test_every_file_of_an_edition_is_on_the_page(own_site: Site) -> None:
    linked = set(own_site.page("/data/").links(".sheet-body"))
    assert {f"/standard/{file.name}" for file in EDITION_FILES} <= linked
    assert {"/catalog.json", "/llms.txt", "/standard/feed.xml", "/schema/catalog-1.schema.json"} <= linked


def test_the_columns_of_the_table_are_the_documented_ones(own_site: Site) -> None:
    """But those of further keys, which the pages of the schemas name."""
    further = {field.csv for field in every_added_field()}
    tables = [it for it in own_site.page("/data/").all("table") if it.css_first("th").text() == "column"]
    assert len(tables) == 1
    named = [code.text() for row in tables[0].css("tbody tr td:first-child") for code in row.css("code")]
    assert named == [column for column in COLUMNS if column not in further]


def test_every_data_file_is_linked_from_its_edition_and_named_in_its_head(own_site: Site, small_site: Site) -> None:
    for site, address in ((own_site, "/standard/"), (own_site, "/standard/1.0/"), (small_site, "/standard/draft/")):
        page = site.page(address)
        catalogue = json.loads(site.file("/catalog.json").read_bytes())
        types = {f"/{it['path']}": it["media_type"] for it in catalogue["files"]}
        linked = {it for it in page.links(".page-facts") if not it.endswith("/")}
        heads = page.all('head link[rel="alternate"][title][type]')
        alternate = {page.target(it.attributes["href"]): it.attributes["type"] for it in heads}
        shown = [file for file in EDITION_FILES if site is small_site or not file.about_references]
        for file in shown:
            assert f"{address}{file.name}" in linked
            assert alternate[f"{address}{file.name}"] == types[f"{address}{file.name}"] == file.media_type
