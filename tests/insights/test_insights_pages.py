"""Insights: the list with its filters, the versions of an article, and domains both ways."""

from __future__ import annotations

import pytest

from editions.model import Article, ArticleHistory, PartialDate, Publication, Version
from editions.pages.article_domains import articles_fact
from editions.pages.page_html import page_html
from editions.site.insights.insights_page import category_value, insights_document
from editions.text.parsing import parse
from editions_builder import edition, lineage, standard
from sites import Page, Site


def fact_links(page: Page, name: str) -> list[str]:
    for row in page.all(".page-facts dl > div"):
        if row.css_first("dt").text() == name:
            return [page.target(link.attributes["href"]) for link in row.css("a")]
    return []


def test_the_list_names_every_released_article_newest_first_and_no_draft(small_site: Site) -> None:
    page = small_site.page("/insights/")
    titles = [" ".join(it.text().replace("¶", "").split()) for it in page.all(".article-entry h2")]
    assert titles == ["Ending access", "Keeping records", "What it is"]
    facts = [it.text() for it in page.all(".article-entry .article-facts")]
    assert facts[0] == "Explanation · 1 May 2026 · version 1.1 · 1 min"
    assert facts[2] == "Explanation · 2024 · 1 min"
    assert "Not yet said" not in page.tree.body.text()  # type: ignore[union-attr]


def test_each_choice_of_a_filter_has_the_number_of_articles_that_it_shows(small_site: Site) -> None:
    page = small_site.page("/insights/")
    items = page.all(".article-entry")
    for choice in page.all(".filter-choice"):
        field = choice.css_first("input")
        name, value = field.attributes["name"] or "", field.attributes["value"]
        fitting = [it for it in items if value in (it.attributes[f"data-{name}"] or "").split()]
        assert choice.css_first(".filter-count").text() == str(len(fitting))
        assert fitting
    words = [" ".join(choice.text().split()) for choice in page.all(".filter-choice")]
    assert words == ["Explanation 2", "How-to 1", "Domain A Access 1", "Domain B Incidents 1", "R Paper 1"]
    assert page.text(".filter-status") == "All 3 articles shown"


def test_one_article_needs_no_filter(own_site: Site) -> None:
    page = own_site.page("/insights/")
    assert len(page.all(".article-entry")) == 1
    assert not page.all(".filter-form")


@pytest.mark.parametrize(
    ("address", "articles"),
    [
        ("/standard/domains/access/", ["/insights/ending/"]),
        ("/standard/1.0/domains/access/", ["/insights/ending/"]),
        ("/standard/1.0/domains/paper/", ["/insights/ending/"]),
        ("/standard/1.0/domains/incidents/", ["/insights/keeping-records/"]),
        ("/standard/draft/domains/incidents/", ["/insights/keeping-records/"]),
        ("/standard/domains/ending-access/", []),
    ],
)
def test_the_page_of_a_domain_names_the_articles_about_it(small_site: Site, address: str, articles: list[str]) -> None:
    assert fact_links(small_site.page(address), "Articles") == articles


def test_an_article_is_about_what_its_domains_came_from_and_became(own_site: Site) -> None:
    """It names the domains of 1.1 alone; D08 of 1.0 was withdrawn, so nothing connects it."""
    article = ["/insights/what-is-a-production-ai-system/"]
    assert fact_links(own_site.page("/standard/1.0/domains/guardrails-output-validation/"), "Articles") == article
    assert fact_links(own_site.page("/standard/1.0/domains/ethics-accountability/"), "Articles") == []


def test_the_page_of_an_article_lists_its_versions_with_what_changed(small_site: Site) -> None:
    page = small_site.page("/insights/ending/")
    rows = [" ".join(it.text().split()) for it in page.all("#versions ~ ul > li")]
    assert rows == [
        "Version 1.1, 1 May 2026. By section: 1 reworded, 4 unchanged. What changed since 1.0",
        "Version 1.0, 2 April 2025.",
    ]
    assert small_site.has(small_site.url + "insights/ending/1.1/#changes")
    assert not small_site.page("/insights/ending/1.1/").all("#versions")
    assert not small_site.page("/insights/keeping-records/").all("#versions")


def article(slug: str, category: str, *domains: str) -> ArticleHistory:
    version = Article(
        slug, slug, Version.parse("1.0"), "released", PartialDate(2026), category, "S.", parse("T."), (), domains
    )
    return ArticleHistory(slug, (version,))


def test_many_articles_about_a_domain_are_one_link_to_the_filtered_list() -> None:
    old, new = (
        edition("1.0", {"D1": ["A."]}),
        edition("2.0", {"E1": ["A."]}, lineage(origin="1.0", domains=[(["D1"], ["E1"])])),
    )
    articles = tuple(article(f"a{number}", "C", "D1") for number in range(7))
    publication = Publication("https://example.org/", standard(old, new), articles)
    (fact,) = articles_fact(publication, old, old.domains[0])
    assert len(fact.links) == 6
    assert (fact.links[-1].title, fact.links[-1].address) == ("All 7 articles about it", "/insights/?domain=E1")


def test_without_articles_the_list_says_so() -> None:
    publication = Publication("https://example.org/", standard(edition("1.0", {"D1": ["A."]})))
    index = insights_document(publication)
    assert "No article is published yet." in page_html(index).body
    assert not index.styles


def test_categories_have_names_of_their_own_in_the_address() -> None:
    known: dict[str, str] = {}
    names = [category_value(it, known) for it in ("How-to", "How to", "Überblick", "数据", "…", "How-to")]
    assert names == ["how-to", "how-to-2", "überblick", "数据", "category", "how-to"]
