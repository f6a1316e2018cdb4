"""Criterion pages: the history through all editions with redlines, the data, and the crosswalk's neighbours."""

from __future__ import annotations

import json
from urllib.parse import unquote

from editions.comparison import Histories
from editions.model import Origin, Publication
from editions.pages.edition_place import EditionPlace
from editions.pages.page_html import page_html
from editions.site.criterion.criterion_pages import criterion_documents
from editions_builder import domain, edition, lineage, standard
from sites import Page, Site


def sections(page: Page) -> dict[str, str]:
    """The text of each edition's part of the history, by the anchor of its heading."""
    found: dict[str, list[str]] = {}
    name = ""
    for node in page.one(".sheet-body").iter():
        if node.tag in ("h2", "h3"):
            name = node.attributes.get("id") or ""
        found.setdefault(name, []).append(" ".join(node.text().split()))
    return {key: " ".join(parts) for key, parts in found.items()}


def redlines(page: Page, mark: str) -> list[str]:
    """What is marked as deleted or inserted, without the words that say so."""
    found = []
    for node in page.all(f".redline {mark}"):
        label = node.css_first(".redline-label")
        assert label is not None
        label.decompose()
        found.append(" ".join(node.text().split()))
    return found


def test_the_history_tells_each_edition_newest_first_with_what_changed_on_the_way(small_site: Site) -> None:
    page = small_site.page("/standard/1.0/criteria/A.2/")
    heads = [it.attributes["id"] for it in page.all(".sheet-body h3")]
    assert heads == ["history--2.0", "history--1.1", "history--1.0", "history--0.9"]
    told = sections(page)
    assert "A.2 → C.1, C.2: Split; renumbered, reworded" in told["history--1.1"]
    assert "(this page)" in told["history--1.0"]
    assert "A.2: Reworded, normative" in told["history--1.0"]
    assert "in the first edition Access ends when the need for it ends." in told["history--0.9"]
    assert "C.1, C.2: unchanged" in told["history--2.0"]


def test_redlines_mark_what_went_and_what_came_in_words_too(small_site: Site) -> None:
    page = small_site.page("/standard/1.0/criteria/A.2/")
    assert "when" in redlines(page, "del")
    assert "within one day after" in redlines(page, "ins")
    assert page.all("link[href$='compare.css']")


def test_each_change_leads_to_itself_in_the_comparison(small_site: Site) -> None:
    links = small_site.page("/standard/1.0/criteria/A.2/").links(".sheet-body")
    wanted = {"/standard/compare/0.9...1.0/#change-A.2", "/standard/compare/1.0...1.1/#change-A.2"}
    assert wanted <= set(links)
    assert all(small_site.has(small_site.url + it.lstrip("/")) for it in wanted)


def test_the_page_of_a_release_tells_what_the_draft_would_change(small_site: Site) -> None:
    page = small_site.page("/standard/1.1/criteria/B.9/")
    assert "B.9: Reworded, normative" in sections(page)["history--2.0"]
    assert redlines(page, "ins") == ["within a week", "Every incident is reviewed by a person who took no part in it."]


def test_what_came_from_several_tells_the_way_of_each(small_site: Site) -> None:
    told = sections(small_site.page("/standard/1.1/criteria/B.2/"))
    assert "A.3, B.1 → B.2: Merged" in told["history--1.1"]
    assert "A.3: Added" in told["history--1.0"]
    assert "B.1: unchanged" in told["history--1.0"]
    assert "A.3" not in told["history--0.9"]


def test_what_was_withdrawn_says_so_and_in_which_edition(small_site: Site) -> None:
    told = sections(small_site.page("/standard/0.9/criteria/R.1/"))
    assert "R.1: Withdrawn, normative" in told["history--1.1"]
    assert "Not in this edition." in told["history--2.0"]


def test_every_criterion_page_leads_to_itself_in_the_data_by_a_pointer(small_site: Site, own_site: Site) -> None:
    """RFC 6901, section 6: the fragment is the pointer."""
    for site in (small_site, own_site):
        counted = 0
        for page in site.pages():
            if not page.all(".sheet--criterion"):
                continue
            (link,) = [it for it in page.links(".page-facts") if "/criteria.json#" in it]
            address, _, pointer = link.partition("#")
            value = json.loads(site.file(address).read_bytes())
            for token in unquote(pointer).split("/")[1:]:
                value = value[int(token)] if isinstance(value, list) else value[token]
            assert value["url"] == site.url + page.address.lstrip("/")
            counted += 1
        assert counted > 10


def page_of(line, version: int, item: str) -> str:
    publication = Publication("https://example.org/", line)
    place = EditionPlace(publication, line.editions[version], False, "docs")
    made = criterion_documents(place, Histories(line), compared=True)
    return next(page_html(it).body for it in made if it.subject.key[-1] == item)


def test_editions_in_a_row_that_changed_nothing_are_told_together() -> None:
    texts = ["Keys rotate.", "Keys rotate daily.", "Keys rotate daily.", "Keys rotate daily.", "Keys rotate hourly."]
    line = standard(
        *(edition(f"1.{n}", {"D": {"a": text}}, lineage(f"1.{n - 1}") if n else None) for n, text in enumerate(texts))
    )
    told = page_of(line, 4, "a")
    assert '<h3 id="history--1.3">1.2 to 1.3<' in told
    first, second = (f'<a href="../../../1.{n}/criteria/a/">a</a> in 1.{n}' for n in (3, 2))
    assert f"Unchanged: {first}, {second}" in told
    assert '<h3 id="history--1.1">1.1, January 2026<' in told


def test_an_id_that_names_something_else_in_another_edition_is_told() -> None:
    first = edition("1.0", {"D": {"a": "Keys rotate.", "b": "Logs are kept."}})
    second = edition(
        "2.0",
        {"D": {"a": "Logs are kept.", "b": "Keys rotate."}},
        lineage("1.0", criteria=[(["a"], ["b"]), (["b"], ["a"])], identity="lineage"),
    )
    told = page_of(standard(first, second), 1, "a")
    assert '<a href="../../../1.0/criteria/a/">a</a> in this edition is another criterion.' in told
    assert '<a href="../../../1.0/criteria/b/">b</a> → <a href="./">a</a>' in told


def test_marks_in_texts_are_shown_and_not_obeyed_in_a_redline() -> None:
    first = edition("1.0", {"D": {"a": "Keys <script>alert(1)</script> rotate."}})
    second = edition("1.1", {"D": {"a": "Keys <script>alert(2)</script> rotate."}}, lineage("1.0"))
    told = page_of(standard(first, second), 1, "a")
    history = told.partition(">History<")[2]
    assert "<script" not in history
    assert "&lt;script&gt;" in history


def test_anchors_of_a_text_lead_to_the_page_of_its_domain_in_its_edition() -> None:
    """The page of a criterion has none of them, whether the text is its own or that of an earlier edition."""
    written = Origin("standard/domains/01-d.md")
    texts = ["Keys rotate as in [b](#b).", "Keys rotate as in [b](#b).", "Locks change as in [b](#b)."]
    made = (
        edition(f"1.{n}", [domain("D", {"a": text, "b": "Logs are kept."}, origin=written)], lineage(f"1.{n - 1}"))
        for n, text in enumerate(texts, start=1)
    )
    own, _, history = page_of(standard(*made), 2, "a").partition(">History<")
    assert '<a href="../../domains/d/#b">b</a>' in own
    assert '<a href="../../../1.1/domains/d/#b">b</a>' in history
    assert 'href="#b"' not in history
