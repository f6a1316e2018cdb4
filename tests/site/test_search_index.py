"""The site's own search: the newest release once, insights and site pages, and nothing else."""

from __future__ import annotations

import json
from typing import Any

from sites import Site
from small_standard import A1, A2, B1, B2, B9, B9_DRAFT, C1, C2, R1


def entries(site: Site) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(site.file("/search/index.json").read_bytes())["entries"]
    return found


def test_each_criterion_of_the_newest_release_is_found_once_at_its_standing_place(small_site: Site) -> None:
    places = {A1: "access/#A.1", C1: "ending-access/#C.1", C2: "ending-access/#C.2", B2: "incidents/#B.2"}
    for text, place in {**places, B9: "incidents/#B.9"}.items():
        found = [entry["location"] for entry in entries(small_site) if text in entry["text"]]
        assert found == [f"standard/domains/{place}"]


def test_text_of_older_editions_drafts_and_older_article_versions_is_not_found(small_site: Site) -> None:
    everything = json.dumps(entries(small_site))
    for text in (A2, B1, B9_DRAFT, R1, "Access ends sooner", "Nothing is published of this"):
        assert text not in everything


def test_the_index_holds_the_standing_pages_insights_and_site_pages_only(small_site: Site) -> None:
    pages = {entry["location"].partition("#")[0] for entry in entries(small_site)}
    assert {"", "citations/", "license/", "insights/", "insights/ending/", "standard/", "standard/history/"} <= pages
    assert not [page for page in pages if page.startswith(("standard/0", "standard/1", "standard/draft"))]
    assert not [page for page in pages if page.startswith("insights/ending/") and page != "insights/ending/"]


def test_every_place_in_the_index_exists(small_site: Site, own_site: Site) -> None:
    for site in (small_site, own_site):
        for entry in entries(site):
            assert site.has(site.url + entry["location"]), entry["location"]


def test_every_criterion_of_the_first_standards_newest_release_is_found_once(own_site: Site) -> None:
    newest = json.loads(own_site.file("/standard/criteria.json").read_bytes())
    for domain in newest["domains"]:
        for criterion in domain["criteria"]:
            found = [entry["location"] for entry in entries(own_site) if criterion["text"] in entry["text"]]
            assert len(found) == 1
            assert found[0].endswith(f"#{criterion['id']}")
