"""Markdown twins: one for every page, with what the page says and how to cite it, and links that work."""

from __future__ import annotations

import re

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from selectolax.lexbor import LexborHTMLParser

from editions.pages.published_links import LinkContext, path_of_target
from editions.pages.text_surroundings import off_page, on_page
from sites import Site
from small_standard import A1, R1

_CODE = re.compile(r"^(`{3,}).*?^\1|(?<!`)(`+)(?!`).*?(?<!`)\2(?!`)", re.DOTALL | re.MULTILINE)


def twin(site: Site, address: str) -> str:
    return site.file(f"{address}index.md").read_text(encoding="utf-8")


def read(markdown: str) -> LexborHTMLParser:
    """As a reader of CommonMark with tables renders it that lets HTML through."""
    return LexborHTMLParser(cmarkgfm.github_flavored_markdown_to_html(markdown, options=Options.CMARK_OPT_UNSAFE))


@pytest.mark.parametrize("name", ["own_site", "small_site"])
def test_every_page_has_a_twin_and_leads_to_it(name: str, request: pytest.FixtureRequest) -> None:
    site: Site = request.getfixturevalue(name)
    for page in site.pages():
        (link,) = page.all('link[rel="alternate"][type="text/markdown"]')
        assert page.target(link.attributes["href"]) == f"{page.address}index.md"
        assert site.file(f"{page.address}index.md").is_file()


@pytest.mark.parametrize("name", ["own_site", "small_site"])
def test_a_twin_is_portable_and_all_its_links_lead_somewhere(name: str, request: pytest.FixtureRequest) -> None:
    """No attribute list, no frame, no mark of an insert; absolute links, those within the site to what is there."""
    site: Site = request.getfixturevalue(name)
    targets: set[str] = set()
    for address in site.addresses():
        text = twin(site, address)
        bare = _CODE.sub("code", text)
        assert not re.search(r"\{ ?[.#:]|markdown=|data-insert|<!--|<(?!https?://)[a-z]+ |\n\n\n", bare), address
        assert text.startswith("# ")
        assert text.endswith("\n")
        assert not text.endswith("\n\n")
        targets |= {it.attributes["href"] or "" for it in read(text).css("a[href]")}
    assert all(target.startswith(("https://", "http://")) for target in targets), sorted(targets)[:5]
    inside = [target for target in targets if target.startswith(site.url)]
    assert len(inside) > 50
    # Of a query the site's files know nothing.
    missing = [it for it in inside if not site.has(re.sub(r"\?[^#]*", "", it))]
    assert missing == []


@pytest.mark.parametrize(
    ("address", "texts"),
    [
        ("/standard/", ["## Scope", "[Access](https://standards.example.org/assurance/standard/domains/access/)"]),
        ("/standard/1.1/domains/access/", [A1, "A register helps.", "Other Framework"]),
        ("/standard/1.0/criteria/R.1/", [R1, "**A newer edition exists.**", "Nothing in it continues this criterion."]),
        ("/standard/1.0/domains/access/", ["This domain went to Domain A [Access]", "Domain C [Ending access]"]),
        ("/standard/draft/", ["**Draft.**"]),
        ("/standard/history/", ["| EAS 1.0 | What happened | EAS 1.1 |"]),
        (
            "/standard/compare/1.0...1.1/",
            ["## Lineage of the domains", "| split |", "within one day after <", "Quoted:"],
        ),
        ("/insights/ending/1.1/", ["What changed since version 1.0", A1]),
        ("/citations/", ["`eas-1.1-a.1`", "eas-1.1.bib"]),
        ("/license/", ["Notices to paste", '<cite property="dct:title">']),
    ],
)
def test_a_twin_says_what_its_page_says(small_site: Site, address: str, texts: list[str]) -> None:
    text = twin(small_site, address)
    assert [it for it in texts if it not in text] == []


def test_the_words_of_every_text_stand_in_the_twin_too(own_site: Site) -> None:
    """The paragraphs and list items of the page's text, rendered from the twin, say the same words."""
    for address in own_site.addresses():
        if "/compare/" in address or address.endswith("/checklist/"):
            continue
        said = " ".join(read(twin(own_site, address)).text().split())
        for paragraph in own_site.page(address).all(".sheet-body > p, .sheet-body > ul > li, .sheet-body td"):
            for mark in paragraph.css(".headerlink"):
                mark.decompose()
            words = " ".join(paragraph.text().split())
            assert words in said, (address, words)


def test_the_head_of_a_twin_says_what_it_is_and_how_to_cite_it(small_site: Site) -> None:
    work = "Example Body. (2026). Access. In Example Assurance Standard (Version 1.1)."
    head = twin(small_site, "/standard/domains/access/").split("\n\n")[1].splitlines()
    base = "https://standards.example.org/assurance/standard/"
    assert head[:6] == [
        f"- Canonical address: <{base}domains/access/>",
        f"- Permanent address: <{base}1.1/domains/access/>",
        "- Edition: EAS 1.1, newest release",
        "- Published: April 2026",
        "- Licence: [CC BY 4.0](<https://creativecommons.org/licenses/by/4.0/>)",
        f"- Cite as: {work} {base}1.1/domains/access/",
    ]


def test_the_citation_of_a_twin_is_that_of_its_page(own_site: Site) -> None:
    for address in own_site.addresses():
        page = own_site.page(address)
        for citation in page.all('.cite > .cite-box [data-style="apa"] dd'):
            words = " ".join(citation.text().split())
            assert words in " ".join(read(twin(own_site, address)).text().split()), address


def test_a_draft_is_not_cited(small_site: Site) -> None:
    assert "Cite" not in twin(small_site, "/standard/draft/criteria/B.9/")


@pytest.mark.parametrize(
    "address", ["/standard/", "/standard/1.0/criteria/A.2/", "/insights/ending/", "/", "/license/"]
)
def test_a_twin_ends_with_the_notice_that_reuse_asks_for(small_site: Site, address: str) -> None:
    """Title, author, source and licence (CC BY 4.0 §3(a)(1))."""
    *_, rule, notice = twin(small_site, address).rstrip().split("\n\n")
    assert rule == "---"
    for part in (
        "“[",
        "[Example Body](<https://example.org>)",
        "(<https://standards.example.org/assurance/",
        "CC BY 4.0",
    ):
        assert part in notice


def test_hostile_texts_do_nothing_in_a_twin_either(hostile_site: Site) -> None:
    """Read by a tool that lets all HTML through."""
    for address in hostile_site.addresses():
        for node in read(twin(hostile_site, address)).css("*"):
            assert node.tag not in ("script", "style", "iframe", "svg", "form", "meta", "base", "object", "embed")
            assert not [name for name in node.attributes if name.startswith("on") or name == "style"]
            for name in ("href", "src"):
                value = node.attributes.get(name) or ""
                assert re.match(r"https?:|mailto:|$", value), (address, value)
                assert name == "href" or not value or value.startswith(hostile_site.url), (address, value)


def test_a_text_may_link_to_a_twin_and_to_the_markdown_of_a_comparison() -> None:
    context = LinkContext("docs/index.md", "index.md")
    for target in ("/standard/1.0/index.md", "/standard/compare/1.0...1.1/comparison.md"):
        assert path_of_target(target, context) == f"{target[1:]}.copied"
        assert on_page("/data/").of_text(context).link(target) == f"..{target}"
        away = off_page("https://example.org/data/", "https://example.org/").of_text(context)
        assert away.link(target) == f"https://example.org{target}"
