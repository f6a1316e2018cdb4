"""The attribution that a licence asks for, in its forms and places."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from editions.attribution.forms import PLACEHOLDER, html_text, markdown_text, paste_forms, plain_text
from editions.attribution.notice import edition_notice
from editions.attribution.parts import Credit, Notice
from editions.model import Adaptation, Licence, Publication
from editions.pages.page_html import page_html
from editions.pages.page_works import PageWorks
from editions.site.license.licence_page import licence_page
from editions.source.configuration import read_configuration
from editions.validation import load_publication
from editions_builder import edition, standard
from project_files import write_project
from sites import Page, Site, build_site

BY = Licence.of("CC-BY-4.0")
NOTICE = Notice(
    title="Making Framework",
    container=None,
    version="1.1",
    authors=(Credit("Society of Makers", "https://makers.example/"), Credit("Ada King")),
    url="https://standards.example.org/standard/1.1/",
    licence=BY,
)


def test_a_notice_has_title_author_source_licence_and_disclaimer() -> None:
    """CC BY 4.0 §3(a)(1)(A)(i), (iii), (iv) and (v), and the title, as Creative Commons recommends ("TASL")."""
    assert plain_text(NOTICE) == (
        "“Making Framework”, version 1.1, by Society of Makers and Ada King, "
        "https://standards.example.org/standard/1.1/, is licensed under CC BY 4.0 "
        "(https://creativecommons.org/licenses/by/4.0/). It comes without warranties (section 5 of the licence)."
    )


def test_a_copyright_notice_is_repeated_where_one_is_supplied() -> None:
    """CC BY 4.0 §3(a)(1)(A)(ii)."""
    for form in paste_forms(replace(NOTICE, copyright_notice="© 2026 Society of Makers"), adapted=False):
        assert "© 2026 Society of Makers. " in form.text


@pytest.mark.parametrize("write", [plain_text, html_text, markdown_text])
def test_an_adaptation_says_that_changes_were_made(write: object) -> None:
    """CC BY 4.0 §3(a)(1)(B): indicate if you modified the material."""
    text = write(NOTICE, adapted=True)  # type: ignore[operator]
    assert "This is an adaptation of" in text
    assert "Changes were made: " in text
    assert PLACEHOLDER.strip("[]") in text
    assert "licensed under" in text


def test_earlier_changes_stay_on_record() -> None:
    """CC BY 4.0 §3(a)(1)(B): retain an indication of any previous modifications."""
    notice = replace(NOTICE, adapted_from=Adaptation("Old Rules", "https://old.example/", "Two rules were left out."))
    for adapted in (False, True):
        for form in paste_forms(notice, adapted=adapted):
            assert "Old Rules" in form.text
            assert "https://old.example/" in form.text
            assert "changes: Two rules were left out." in form.text


def test_a_licence_without_derivatives_has_no_notice_for_them() -> None:
    notice = replace(NOTICE, licence=Licence.of("CC-BY-ND-4.0"))
    assert paste_forms(notice, adapted=True) == ()
    assert [form.label for form in paste_forms(notice, adapted=False)] == ["Plain text", "HTML", "Markdown"]


def test_other_licences_promise_no_section_of_their_text() -> None:
    assert "section 5" not in plain_text(replace(NOTICE, licence=Licence.of("MIT")))


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def parsed(html: str) -> _Words:
    parser = _Words()
    parser.feed(html)
    return parser


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20).map(lambda it: f"A{it}Z")


@given(TEXTS, TEXTS, st.booleans())
def test_html_and_markdown_show_what_the_text_says(title: str, name: str, adapted: bool) -> None:
    """Whatever a title or name holds, it stays text: both forms show the words of the plain one, and run nothing."""
    notice = replace(NOTICE, title=title, authors=(Credit(name, "https://makers.example/"),))
    text = plain_text(notice, adapted=adapted)
    html = parsed(html_text(notice, adapted=adapted))
    assert {tag for tag, _ in html.tags} == {"p", "cite", "span", "a"}
    assert html.words == text.replace(f" ({BY.url})", "")
    rendered = parsed(markdown(markdown_text(notice, adapted=adapted)))
    assert {tag for tag, _ in rendered.tags} == {"p", "a"}
    shown = text.replace(f" ({BY.url})", "").replace(f", {NOTICE.url},", ",")
    assert " ".join(rendered.words.split()) == " ".join(shown.split())


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//evil.example/"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    for write in (plain_text, html_text, markdown_text):
        with pytest.raises(ValueError, match="is not a web address"):
            write(replace(NOTICE, url=url))


def test_the_notice_of_an_edition_names_its_permanent_address() -> None:
    made = edition("2.0", {"D01": ["A text."]})
    publication = Publication("https://example.org/", standard(made), copyright_notice="© Example Body")
    assert edition_notice(publication, made) == (
        "“Example Standard”, version 2.0, by Example Body, https://example.org/standard/2.0/, is licensed under "
        "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/). © Example Body. It comes without warranties "
        "(section 5 of the licence)."
    )


# The site


def statements(page: Page) -> set[tuple[str, str]]:
    """What the notice says to machines of its subject: RDFa Lite 1.1 and ``rel="license"``."""
    (notice,) = page.all(".attribution [resource]")
    assert notice.attributes["prefix"] == "dct: http://purl.org/dc/terms/ cc: http://creativecommons.org/ns#"
    found = {("about", notice.attributes["resource"] or "")}
    for node in notice.css("[property]"):
        value = node.attributes.get("href") or " ".join(node.text().split())
        found.add((node.attributes["property"] or "", value))
    found |= {("license", node.attributes["href"] or "") for node in notice.css("[rel=license]")}
    return found


@pytest.mark.parametrize(
    ("address", "title", "url"),
    [
        ("/standard/", "Production Safety Framework", "/standard/1.1/"),
        ("/standard/1.0/", "Production Safety Framework", "/standard/1.0/"),
        ("/standard/domains/human-oversight/", "Human Oversight", "/standard/1.1/domains/human-oversight/"),
        ("/standard/1.0/criteria/D05.5/", "Criterion D05.5", "/standard/1.0/criteria/D05.5/"),
        (
            "/insights/what-is-a-production-ai-system/",
            "What Is a Production AI System?",
            "/insights/what-is-a-production-ai-system/1.0/",
        ),
    ],
)
def test_a_page_carries_the_notice_of_exactly_its_work(own_site: Site, address: str, title: str, url: str) -> None:
    page = own_site.page(address)
    permanent = f"https://productionai.institute{url}"
    assert statements(page) == {
        ("about", permanent),
        ("dct:title", title),
        ("cc:attributionName", "Production AI Institute"),
        ("cc:attributionURL", permanent),
        ("license", BY.url),
    }
    shown = page.text(".attribution > p[resource]")
    assert f"“{title}”" in shown
    assert "CC BY 4.0" in shown
    assert page.links(".attribution > p[resource]")[:2] == ["https://productionai.institute", url]


def test_every_page_of_the_standard_and_the_insights_about_a_work_carries_a_notice(small_site: Site) -> None:
    for page in small_site.pages():
        works = page.all(".sheet--edition, .sheet--domain, .sheet--criterion, .sheet--article")
        assert len(page.all(".attribution")) == len(works)


def test_the_page_on_the_licence_has_notices_for_each_edition_and_article(own_site: Site) -> None:
    page = own_site.page("/license/")
    names = [node.attributes["id"] for node in page.all("details.notices")]
    assert names == ["notice:psf-1.1", "notice:psf-1.0", "notice:what-is-a-production-ai-system-1.0"]
    for node in page.all("details.notices"):
        labels = [form.attributes["data-copy"] for form in node.css("pre")]
        assert labels == [
            f"{use}, {form}"
            for use in ("Reuse without changes", "Adaptation")
            for form in ("Plain text", "HTML", "Markdown")
        ]
        assert all(BY.url in form.text() for form in node.css("pre"))


def test_the_page_on_the_licence_says_which_licence_is_for_what(own_site: Site) -> None:
    text = own_site.page("/license/").text(".sheet-body")
    for name in ("CC-BY-4.0", "MIT", "LICENSE-CONTENT"):
        assert name in text
    root = Path(__file__).parents[2]
    assert (root / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")
    assert (root / "LICENSE-CONTENT").read_text(encoding="utf-8").startswith("Attribution 4.0 International")
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert re.search(r"\[[^\]]+\]\(LICENSE\)", readme)
    assert "LICENSE-CONTENT" in readme


def test_the_same_notice_stands_in_the_data_and_closes_a_comparison(own_site: Site) -> None:
    notices = []
    for version in ("1.0", "1.1"):
        (shown,) = own_site.page(f"/standard/{version}/").all(
            '.attribution pre[data-copy="Reuse without changes, Plain text"]'
        )
        notice = shown.text()
        data = json.loads(own_site.file(f"/standard/{version}/criteria.json").read_text(encoding="utf-8"))
        assert data["edition"]["attribution"] == notice
        notices.append(notice)
    comparison = own_site.file("/standard/compare/1.0...1.1/comparison.md").read_text(encoding="utf-8")
    assert comparison.rstrip().endswith(f"Quoted: {notices[0]} {notices[1]}")


@pytest.mark.slow
def test_a_project_without_pages_of_its_own_gets_them_made(tmp_path: Path) -> None:
    """Links to ``/license/`` and ``/citations/`` stand on every page, so there is always something to lead to."""
    configuration = (
        "site_name: Kitchen\nsite_url: https://kitchen.example/\ntheme: {name: material}\n"
        "plugins:\n  - editions/standard\n  - editions/citations\n"
        "  - editions/attribution: {copyright: © 2023 Guild of Cooks}\n"
    )
    licence = "---\ntitle: Licence\nsummary: Terms.\n---\n\nFree.\n"
    project = write_project(tmp_path / "project", files={"mkdocs.yml": configuration, "docs/license.md": licence})
    (project / "citations" / "index.md").unlink()
    site = build_site(project, tmp_path / "site", "https://kitchen.example/")
    assert site.page("/citations/").all(".works li")
    notice = site.page("/standard/").text(".attribution > p[resource]")
    assert "by Guild of Cooks and Ada Ladle," in notice
    assert "© 2023 Guild of Cooks." in notice
    publication = load_publication(read_configuration(project / "mkdocs.yml"))
    made = licence_page(publication, PageWorks(publication), None)
    assert made.address == "/license/"
    assert (
        '<a href="https://creativecommons.org/licenses/by/4.0/">Creative Commons Attribution 4.0 International</a>'
        in page_html(made).body
    )
