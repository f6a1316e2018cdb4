"""Comparison pages of built sites, and what other pages say of changes."""

from __future__ import annotations

import json
import re

import pytest
from jsonschema import Draft202012Validator

from sites import Page, Site

SMALL_PAIRS = ["0.9...1.0", "0.9...1.1", "1.0...1.1", "1.1...draft"]


def comparison(site: Site, pair: str) -> Page:
    return site.page(f"/standard/compare/{pair}/")


def facts(page: Page) -> dict[str, list[str]]:
    """The facts of a page: their values by name."""
    return {
        row.css_first("dt").text(): [" ".join(value.text().split()) for value in row.css("dd")]
        for row in page.all(".page-facts dl > div")
    }


def fact_links(page: Page, name: str) -> list[str]:
    (row,) = [row for row in page.all(".page-facts dl > div") if row.css_first("dt").text() == name]
    return [page.target(link.attributes["href"]) for link in row.css("a")]


def test_every_pair_of_releases_and_the_newest_with_the_draft_has_a_page_and_no_other(small_site: Site) -> None:
    found = [address for address in small_site.addresses() if address.startswith("/standard/compare/")]
    assert found == [f"/standard/compare/{pair}/" for pair in SMALL_PAIRS]


@pytest.mark.parametrize("pair", SMALL_PAIRS)
def test_json_and_markdown_stand_beside_the_page_and_the_json_follows_the_served_schema(
    small_site: Site, pair: str
) -> None:
    page = comparison(small_site, pair)
    document = json.loads(small_site.file(f"{page.address}comparison.json").read_text(encoding="utf-8"))
    schema = document["$schema"]
    assert small_site.has(schema)
    served = json.loads(small_site.file("/" + schema.removeprefix(small_site.url)).read_text(encoding="utf-8"))
    Draft202012Validator(served).validate(document)
    assert small_site.has(document["from"]["url"])
    assert small_site.has(document["to"]["url"])
    assert len(document["changes"]) == len(page.all(".change"))
    assert small_site.file(f"{page.address}comparison.md").read_text(encoding="utf-8").startswith("# EAS ")
    assert {f"{page.address}comparison.json", f"{page.address}comparison.md"} <= set(page.links(".page-facts"))


def test_the_impact_and_the_counts_in_words_come_first(own_site: Site) -> None:
    page = comparison(own_site, "1.0...1.1")
    head = page.one(".sheet-head")
    summary = " ".join(head.css_first(".comparison-summary").text().split())
    assert summary.startswith("Impact: normative. What one must meet changed, or may have")
    assert "49 changes, 37 normative and 12 editorial." in summary
    assert "8 domains became 8: 4 continued" in summary
    assert "1 was split into 2, 2 were merged into 1, 1 was withdrawn, 1 was added." in summary
    assert "40 criteria became 8: 2 continued" in summary
    assert [heading.text().rstrip("¶") for heading in page.all(".sheet-body > h2")] == [
        "Lineage of the domains",
        "Changes",
    ]


def test_the_comparison_with_the_draft_is_marked_and_kept_from_search_engines(small_site: Site) -> None:
    page = comparison(small_site, "1.1...draft")
    assert page.one("meta[name=robots]").attributes["content"] == "noindex"
    assert page.text(".edition-notice--draft").startswith("Draft.")
    assert not comparison(small_site, "1.0...1.1").all("meta[name=robots], .edition-notice--draft")


def test_whose_reading_the_lineage_is_stands_wherever_lineage_is_shown(own_site: Site) -> None:
    note = "These rows are this repository's own reading of the two texts."
    for address in (
        "/standard/compare/1.0...1.1/",
        "/standard/history/",
        "/standard/1.0/criteria/D08.1/",
        "/standard/1.1/criteria/PSF-03.1/",
        "/standard/1.0/domains/human-oversight/",
        "/standard/1.1/domains/security/",
        "/standard/domains/deployment-safety/",
    ):
        assert note in " ".join(own_site.page(address).one(".sheet").text().split()), address
    for name in ("comparison.json", "comparison.md"):
        assert note in own_site.file(f"/standard/compare/1.0...1.1/{name}").read_text(encoding="utf-8").replace(
            "&#39;", "'"
        )


def test_the_picture_names_every_domain_and_leads_to_it(own_site: Site) -> None:
    page = comparison(own_site, "1.0...1.1")
    for name in ("lineage", "lineage-narrow"):
        links = page.links(f"svg.{name}")
        assert len(links) == 16
        assert all(own_site.has(own_site.url + link.lstrip("/")) for link in links)
        spoken = [link.attributes["aria-label"] for link in page.all(f"svg.{name} a")]
        assert "PSF-01 Input Governance: split from DOMAIN 04" in spoken


def test_changes_stand_under_their_domains_each_at_an_anchor_made_of_its_id(own_site: Site) -> None:
    page = comparison(own_site, "1.0...1.1")
    headings = [heading.attributes["id"] for heading in page.all(".sheet-body > h3")]
    assert headings[:2] == ["in-PSF-01", "in-PSF-02"]
    assert headings[-2:] == ["in-D08--withdrawn", "edition--whole"]
    for anchor, other in (("D04", "PSF-02"), ("D01.2", "PSF-03.1"), ("D08.1", None), ("PSF-07.1", None)):
        change = page.one(f'.change[id="change-{anchor}"]')
        assert other is None or change.css(f'[id="change-{other}"]')
    ids = [node.attributes["id"] for node in page.all("[id]")]
    assert len(ids) == len(set(ids))


def test_a_change_says_in_words_what_happened_and_shows_both_texts_marked_and_labelled(small_site: Site) -> None:
    page = comparison(small_site, "0.9...1.0")
    change = page.one('[id="change-A.2"]')
    assert change.css_first(".change-kind").text() == "reworded normative"
    assert change.css_first(".redline ins").text() == "[inserted] within one day after"
    assert change.css_first(".redline del").text() == "[deleted] when"
    sides = [[part.text() for part in side.css("p")] for side in change.css(".redline-side")]
    assert sides == [
        ["0.9", "Access ends [deleted] when the need for it ends."],
        ["1.0", "Access ends [inserted] within one day after the need for it ends."],
    ]
    assert not change.css("details[open]")


def test_what_did_not_change_is_counted(small_site: Site) -> None:
    page = comparison(small_site, "0.9...1.0")
    assert page.text(".chapter-unchanged") == "1 criterion unchanged: A.1."
    after = page.one('[id="in--unchanged"]').next
    while after is not None and after.tag != "ul":
        after = after.next
    assert after is not None
    assert [item.text() for item in after.css("li")] == ["B Incidents", "R Paper"]


def test_every_choice_of_the_filters_counts_its_changes(own_site: Site) -> None:
    page = comparison(own_site, "1.0...1.1")
    changes = page.all(".change")
    seen = set()
    for choice in page.all(".filter-choice"):
        box = choice.css_first("input").attributes
        name, value = box["name"], box["value"]
        if name == "view":
            continue
        key = f"data-{name}"
        count = sum(value in (change.attributes[key] or "").split() for change in changes)
        assert choice.css_first(".filter-count").text() == str(count), (name, value)
        seen.add(name)
    assert seen == {"relation", "aspect", "significance", "level"}


TEXT = {"a", "table", "thead", "tbody", "tr", "th", "td", "code", "em", "strong", "ul", "ol", "li", "pre"}


def test_hostile_texts_are_escaped_in_redlines(hostile_site: Site) -> None:
    page = comparison(hostile_site, "1.0...1.1")
    assert page.all(".change")
    for redline in page.all(".change .redline, .change .redline-side"):
        elements = {node.tag for node in redline.css("*")}
        assert elements <= {"div", "p", "br", "ins", "del", "span", *TEXT}
        assert all(set(node.attributes) <= {"class", "href", "scope"} for node in redline.css("*"))
    assert "<script>window.broken=1</script>" in page.one(".sheet").text()


def test_the_history_leads_to_every_comparison_a_line_for_each_edition(small_site: Site) -> None:
    page = small_site.page("/standard/history/")
    lines = [" ".join(line.text().split()) for line in page.all(".edition-comparisons")]
    assert lines == ["What changed since 1.1", "What changed since 1.0, 0.9", "What changed since 0.9"]
    assert sorted(page.links(".edition-comparisons")) == [f"/standard/compare/{pair}/" for pair in SMALL_PAIRS]
    assert "All 3 domains keep id and title." in page.one(".sheet-body").text()


def test_an_edition_leads_to_its_comparisons(small_site: Site) -> None:
    links = fact_links(small_site.page("/standard/1.1/"), "Changes")
    assert links == [f"/standard/compare/{pair}/" for pair in ("1.1...draft", "1.0...1.1", "0.9...1.1")]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/standard/0.9/criteria/R.1/", {"Added in": ["0.9"], "Withdrawn in": ["1.1"]}),
        ("/standard/1.0/criteria/A.3/", {"Added in": ["1.0"], "Went to": ["1.1 · B.2 Incidents"]}),
        ("/standard/1.1/criteria/C.1/", {"Reworded in": ["1.0", "1.1"], "Came from": ["1.0 · A.2 Access"]}),
        ("/standard/draft/criteria/B.9/", {"Added in": ["1.1"], "Reworded in": ["2.0 (draft)"]}),
        # The split domain got a summary, which counts as another text for what came of it.
        ("/standard/domains/ending-access/", {"Reworded in": ["1.1"], "Came from": ["1.0 · A Access"]}),
    ],
)
def test_an_item_says_what_changed_since_earlier_editions(
    small_site: Site, address: str, expected: dict[str, list[str]]
) -> None:
    page = small_site.page(address)
    told = {"Added in", "Reworded in", "Came from", "Went to", "Withdrawn in"}
    assert {name: values for name, values in facts(page).items() if name in told} == {
        "Added in": ["0.9"],
        **expected,
    }


def test_what_an_item_says_of_changes_leads_to_the_change_itself(own_site: Site, small_site: Site) -> None:
    leads = {
        "/standard/1.1/domains/security/": ("Added in", "/standard/compare/1.0...1.1/#change-PSF-07"),
        "/standard/1.0/criteria/D08.1/": ("Withdrawn in", "/standard/compare/1.0...1.1/#change-D08.1"),
        "/standard/1.1/criteria/PSF-02.1/": ("Reworded in", "/standard/compare/1.0...1.1/#change-D04.2"),
    }
    for address, (name, target) in leads.items():
        assert fact_links(own_site.page(address), name) == [target]
    for site in (own_site, small_site):
        linked = [link for page in site.pages() for link in page.links(".page-facts") if "/compare/" in link]
        assert len(linked) > 20
        assert [link for link in linked if not site.has(site.url + link.lstrip("/"))] == []


def test_a_version_of_an_article_ends_with_what_changed_since_the_one_before(small_site: Site) -> None:
    page = small_site.page("/insights/ending/1.1/")
    section = page.one("details.article-changes")
    assert "open" not in section.attributes
    assert section.css_first("summary").text() == "What changed since version 1.0"
    assert "By section: 1 reworded, 4 unchanged." in section.text()
    assert section.css_first(".redline ins").text() == "[inserted] soon"
    assert page.links("details.article-changes > p:first-of-type")[0] == "/insights/ending/1.0/"
    assert small_site.page("/insights/ending/draft/").all("details.article-changes")
    for address in ("/insights/ending/1.0/", "/insights/ending/", "/insights/only-draft/draft/"):
        assert not small_site.page(address).all("details.article-changes"), address
    assert fact_links(small_site.page("/insights/ending/"), "Changes") == ["/insights/ending/1.1/#changes"]


def test_redlines_bring_their_style_sheet_and_only_comparisons_their_script(small_site: Site) -> None:
    def parts(address: str) -> tuple[int, int]:
        page = small_site.page(address)
        return len(page.all("link[href$='compare.css']")), len(page.all("script[data-scripts*='comparison.js']"))

    assert parts("/standard/compare/1.0...1.1/") == (1, 1)
    assert parts("/insights/ending/1.1/") == (1, 0)
    assert parts("/insights/ending/1.0/") == (0, 0)


def test_the_home_page_leads_to_the_newest_comparison(own_site: Site) -> None:
    releases = sorted(re.findall(r"/standard/compare/([^/]+)/", " ".join(own_site.addresses())))
    assert f"/standard/compare/{releases[-1]}/" in own_site.page("/").links(".cards")
