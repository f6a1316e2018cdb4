"""Whatever contributors write stays text: it runs nothing, loads nothing and breaks out of nothing."""

from __future__ import annotations

import base64
import hashlib
import json
import re

import markdown
import pytest
from selectolax.lexbor import LexborHTMLParser

from editions.pages.sanitised import sanitised
from editions.site.assets.site_assets import boot_script
from hostile_standard import BAD_LINKS, BODY, RUN, TITLES
from sites import Page, Site

SCHEMES = ("https:", "http:", "mailto:", "tel:")
LINKING = ("href", "src", "action", "formaction", "data", "xlink:href", "poster", "background", "srcset")
# Blocks of data, such as JSON-LD, are no scripts.
LOADING = "script:not([type$=json]), link[rel=stylesheet], link[rel=preload]"
FORBIDDEN = (
    "iframe, object, embed, base, meta[http-equiv=refresh], article style, article form, article svg[onload], math"
)


def dangers(tree: LexborHTMLParser) -> list[str]:
    """Elements and attributes that could run, load or deceive, wherever they stand."""
    found = []
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            text = re.sub(r"[\x00-\x20]", "", value or "").lower()
            if name.startswith("on"):
                found.append(f"{node.tag} {name}")
            if name in LINKING and re.match(r"[a-z][a-z0-9+.-]*:", text) and not text.startswith(SCHEMES):
                found.append(f"{node.tag} {name}={value}")
            if name == "style" and ("url(" in text or "position" in text):
                found.append(f"{node.tag} {name}={value}")
    return found


def test_no_page_of_a_hostile_standard_holds_anything_dangerous(hostile_site: Site) -> None:
    assert len(hostile_site.addresses()) > 60
    for page in hostile_site.pages():
        assert not dangers(page.tree), page.address
        assert not page.all(FORBIDDEN), page.address


def test_scripts_and_style_sheets_of_every_page_are_the_sites_own(hostile_site: Site, own_site: Site) -> None:
    for site in (hostile_site, own_site):
        for page in site.pages():
            for node in page.all(LOADING):
                if node.tag == "script":
                    assert node.text() == boot_script(), f"a script in {page.address}"
                    sources = (node.attributes["data-scripts"] or "").split()
                else:
                    sources = [node.attributes["href"] or ""]
                for source in sources:
                    assert site.has(site.url + page.target(source).lstrip("/")), source


def test_every_page_states_a_policy_that_trusts_the_boot_script_alone_before_anything_else(
    hostile_site: Site, own_site: Site
) -> None:
    """The hash is made here by the rule of CSP 3, 8.4, from what stands in the page."""
    for site in (hostile_site, own_site):
        for page in site.pages():
            policies = page.all("meta[http-equiv='Content-Security-Policy']")
            assert len(policies) == 1
            content = policies[0].attributes["content"] or ""
            rules = dict(rule.strip().partition(" ")[::2] for rule in content.split(";"))
            (boot,) = page.all("script:not([type])")
            digest = base64.b64encode(hashlib.sha256(boot.text().encode()).digest()).decode()
            assert rules["script-src"] == f"'sha256-{digest}' 'strict-dynamic'"
            assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
            assert "unsafe" not in content
            before = page.tree.html.partition("Content-Security-Policy")[0] if page.tree.html else ""
            assert "<script" not in before
            assert "<link" not in before


def test_the_headers_file_states_the_policy_of_the_pages(own_site: Site) -> None:
    policy = own_site.page("/").one("meta[http-equiv='Content-Security-Policy']").attributes["content"]
    headers = own_site.file("/_headers").read_text(encoding="utf-8")
    assert headers.startswith(f"/*\n  Content-Security-Policy: {policy}; frame-ancestors 'none'\n")


def test_the_policy_does_not_depend_on_what_contributors_write(hostile_site: Site, own_site: Site) -> None:
    selector = "meta[http-equiv='Content-Security-Policy']"
    policies = {page.one(selector).attributes["content"] for site in (hostile_site, own_site) for page in site.pages()}
    assert len(policies) == 1


@pytest.mark.parametrize("number", range(1, len(TITLES) + 1))
def test_a_hostile_title_is_shown_as_it_was_written(hostile_site: Site, number: int) -> None:
    title = " ".join(TITLES[number - 1].split())
    for address in (f"/standard/domains/domain-{number}/", f"/standard/1.0/domains/domain-{number}/"):
        page = hostile_site.page(address)
        assert heading(page) == title
        assert " ".join(page.text("title").split()).startswith(f"{title}: {title}, EAS 1.")
        assert " ".join((page.one("meta[name=description]").attributes["content"] or "").split()) == title
    page = hostile_site.page(f"/standard/1.1/criteria/C{number}.1/")
    assert heading(page) == f"C{number}.1 {title}"


def heading(page: Page) -> str:
    node = page.one("h1")
    for mark in node.css(".headerlink"):
        mark.decompose()
    return " ".join(node.text().split())


def test_a_hostile_title_takes_no_anchor_from_another(hostile_site: Site) -> None:
    assert not [page.address for page in hostile_site.pages() if page.all("#taken, .taken")]


@pytest.mark.parametrize("text", [BODY, *BAD_LINKS])
def test_what_is_rendered_is_safe_without_the_checks_of_links(text: str) -> None:
    rendered = sanitised(markdown.markdown(text, extensions=["attr_list", "tables", "md_in_html", "abbr"]))
    tree = LexborHTMLParser(rendered)
    assert not dangers(tree)
    assert not tree.css("script, style, iframe, object, embed, base, meta, link, form, input, button, svg, math")


def test_data_of_a_hostile_standard_is_safe_html_and_exact_text(hostile_site: Site) -> None:
    document = json.loads(hostile_site.file("/standard/criteria.json").read_bytes())
    for domain, title in zip(document["domains"], TITLES, strict=True):
        assert domain["title"] == domain["label"] == title
        for criterion in domain["criteria"]:
            assert criterion["title"] == criterion["section"] == criterion["level"] == title
            tree = LexborHTMLParser(criterion["text_html"])
            assert not dangers(tree)
            assert not tree.css("script, style, iframe, object, form")


def test_the_script_of_the_search_index_holds_a_string_alone(hostile_site: Site) -> None:
    """Titles and texts of the index are plain words, whatever they look like."""
    script = hostile_site.file("/search/index.js").read_text(encoding="utf-8")
    begin, end = 'dispatchEvent(new CustomEvent("editions:index",{detail:JSON.parse(', ")}))\n"
    assert script.startswith(begin)
    assert script.endswith(end)
    index = json.loads(script.removeprefix(begin).removesuffix(end))
    assert index == hostile_site.file("/search/index.json").read_text(encoding="utf-8")
    assert any("<script>" in entry["text"] + entry["title"] for entry in json.loads(index)["entries"])


def test_no_template_language_is_carried_out(hostile_site: Site) -> None:
    """``{{ config.site_name }}`` in a title would show the site's name."""
    assert "{{ config.site_name }}" in hostile_site.page("/standard/domains/domain-4/").text("h1")
    assert RUN in hostile_site.page("/standard/domains/domain-1/").text("h1")
