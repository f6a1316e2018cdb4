"""Released texts stay as they are: the pages show the words and anchors that they showed when they were released.

``released_pages.json`` was recorded from the first site that this repository built, with another parser of Markdown.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from sites import Site

RECORDED = json.loads((Path(__file__).parent / "released_pages.json").read_text(encoding="utf-8"))
RELEASES = Path(__file__).parents[2] / "standard" / "releases"
DOMAINS = sorted(RELEASES.glob("*/domains/*.md"))


def words(text: str) -> str:
    """The words of a page; what is between blocks is white space, or nothing."""
    return "".join(text.replace("¶", "").split())


@pytest.mark.parametrize("address", RECORDED)
def test_a_page_of_prose_shows_its_words_at_its_anchors(own_site: Site, address: str) -> None:
    page = own_site.page(address)
    assert words(RECORDED[address]["words"]) in words(page.one("article").text())
    anchors = {node.attributes["id"] for node in page.all("article [id]")}
    assert set(RECORDED[address]["anchors"]) <= anchors


@pytest.mark.parametrize("source", DOMAINS, ids=[f"{path.parts[-3]}-{path.stem}" for path in DOMAINS])
def test_a_domain_shows_its_criteria_at_their_ids(own_site: Site, source: Path) -> None:
    data = yaml.safe_load(source.read_text(encoding="utf-8").split("---\n")[1])
    page = own_site.page(f"/standard/{source.parts[-3]}/domains/{source.stem.partition('-')[2]}/")
    shown = words(page.one("article").text())
    for criterion in data["criteria"]:
        assert words(criterion["text"]) in shown
        assert page.one(f'[id="{criterion["id"]}"]')
