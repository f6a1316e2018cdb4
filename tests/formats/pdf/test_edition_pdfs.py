"""The PDF of every edition: tagged, complete, navigable, and the same bytes everywhere."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from conformance import elements, failures

from editions.formats.pdf import edition_pdf, typesetting
from editions.model import Publication
from editions.source.configuration import read_configuration
from editions.validation import load_publication
from hostile_standard import TITLES
from paper_texts import bookmarks, dates, inward, outward, page_texts, pdfs, places, squeezed, text
from sites import ROOT, Site
from small_standard import SITE_URL

SITES = ("own_site", "small_site", "hostile_site")


@pytest.fixture(scope="module")
def own() -> Publication:
    return load_publication(read_configuration(ROOT / "mkdocs.yml"))


@pytest.fixture(scope="module", params=SITES)
def documents(request: pytest.FixtureRequest) -> list[tuple[str, bytes]]:
    """The PDFs of a site by their addresses."""
    site: Site = request.getfixturevalue(request.param)
    return [(path.relative_to(site.folder).as_posix(), path.read_bytes()) for path in pdfs(site.folder)]


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


def content_of(site: Site, address: str) -> bytes:
    return site.file(f"{address}edition.pdf").read_bytes()


def test_no_document_meets_a_failure_condition_of_pdf_ua(documents: list[tuple[str, bytes]]) -> None:
    found = {address: failures(opened(content)) for address, content in documents}
    assert len(found) >= 3
    assert {address: failed for address, failed in found.items() if failed} == {}


def test_a_document_that_breaks_the_rules_is_noticed(own_site: Site) -> None:
    pdf = opened(content_of(own_site, "/standard/"))
    del pdf.Root.Lang
    pdf.Root.ViewerPreferences.DisplayDocTitle = False
    del pdf.pages[1].Annots[0].Contents
    next(element for kind, element, _ in elements(pdf) if kind == "H1").S = pikepdf.Name.H3
    first = pdf.pages[0]
    first.Contents = pdf.make_stream(b"BT (x) Tj ET")
    named = {failure.split()[0] for failure in failures(pdf)}
    assert named >= {"11-006", "07-001", "28-012", "14-003", "01-005"}


def test_the_standing_document_is_the_one_of_the_newest_release(own_site: Site, small_site: Site) -> None:
    for site in (own_site, small_site):
        assert content_of(site, "/standard/") == content_of(site, "/standard/1.1/")


def test_metadata_name_title_author_keywords_and_language_and_no_moment(own_site: Site) -> None:
    pdf = opened(content_of(own_site, "/standard/1.0/"))
    assert str(pdf.docinfo["/Title"]) == "Production Safety Framework (PSF), edition 1.0"
    assert str(pdf.docinfo["/Author"]) == "Production AI Institute"
    assert "data governance" in str(pdf.docinfo["/Keywords"])
    assert str(pdf.Root.Lang) == "en"
    assert dates(pdf) == []


def test_every_criterion_can_be_read_in_order_with_its_id(own: Publication, own_site: Site) -> None:
    for edition in own.standard.editions:
        read = squeezed(text(content_of(own_site, f"/standard/{edition.version}/")))
        place = read.index(squeezed(edition.domains[0].title) + squeezed(edition.domains[0].summary or ""))
        for domain in edition.domains:
            place = read.index(squeezed(domain.label + domain.title), place - len(squeezed(domain.label)))
            for criterion in domain.criteria:
                place = read.index(squeezed(criterion.id + criterion.text.markdown), place)


def test_bookmarks_are_sections_domains_and_annexes_with_criteria_below(own: Publication, own_site: Site) -> None:
    edition = own.standard.editions[0]
    found = bookmarks(opened(content_of(own_site, "/standard/1.0/")))
    top = [title for depth, title in found if depth == 0]
    domains = [f"{domain.label} {domain.title}" for domain in edition.domains]
    assert top[:3] == ["Contents", "1 Scope", "2 Why the framework exists"]
    assert [title for title in top if title.startswith("DOMAIN")] == domains
    assert top[-1] == "Annex A Licence and citation"
    assert [title for depth, title in found if depth == 1 and title.startswith("D0")] == list(edition.criteria_by_id)


def test_the_contents_name_the_page_of_every_part(own_site: Site) -> None:
    content = content_of(own_site, "/standard/1.1/")
    contents, pages = page_texts(content)[1], page_texts(content)
    for title in ("Scope", "Data Protection", "Changes since edition 1.0", "Licence and citation"):
        number = int(contents.split(title, 1)[1].split()[0])
        assert title in pages[number - 1], title


def test_ids_are_places_that_an_address_can_name(own: Publication, own_site: Site) -> None:
    for edition in own.standard.editions:
        named = places(opened(content_of(own_site, f"/standard/{edition.version}/")))
        assert set(named) >= {*edition.domains_by_id, *edition.criteria_by_id}


def test_links_within_a_document_lead_to_its_pages(documents: list[tuple[str, bytes]]) -> None:
    for _, content in documents:
        assert len(inward(opened(content))) > 3  # a page that does not exist raises


def test_links_between_texts_of_an_edition_stay_within_the_document(small_site: Site) -> None:
    content = content_of(small_site, "/standard/1.1/")
    assert f"{SITE_URL}standard/1.1/#scope" not in outward(opened(content))
    scope = next(number for number, words in enumerate(page_texts(content)) if "1 Scope Every service" in words)
    assert inward(opened(content)).count(scope) >= 2  # from the contents and from the guidance


def test_links_to_the_web_are_kept(small_site: Site) -> None:
    found = outward(opened(content_of(small_site, "/standard/1.1/")))
    assert "https://example.org/o-1" in found
    assert f"{SITE_URL}standard/1.1/criteria/A.1/" in found


def test_running_heads_and_feet_tell_edition_part_page_and_address(own_site: Site) -> None:
    pages = page_texts(content_of(own_site, "/standard/1.0/"))
    assert "PSF 1.0 · superseded" not in pages[0]
    for number, words in enumerate(pages[1:], 2):
        assert words.startswith("PSF 1.0 · superseded")
        assert f"{number} of {len(pages)}" in words
        assert "https://productionai.institute/standard/1.0/" in words


def test_the_title_page_tells_the_state_of_the_edition(own_site: Site, small_site: Site) -> None:
    old = page_texts(content_of(own_site, "/standard/1.0/"))[0]
    assert "Superseded Edition 1.1 (April 2026) replaced this one." in old
    assert "Published 2024" in old
    new = page_texts(content_of(own_site, "/standard/1.1/"))[0]
    assert "Newest release" in new
    assert "Published April 2026" in new
    draft = page_texts(content_of(small_site, "/standard/draft/"))[0]
    assert "This text is being written." in draft


def test_a_draft_is_not_cited(small_site: Site) -> None:
    assert "BibTeX" not in text(content_of(small_site, "/standard/draft/"))
    assert "BibTeX" in text(content_of(small_site, "/standard/1.1/"))


def test_changes_tell_what_became_of_every_item(small_site: Site) -> None:
    pages = text(content_of(small_site, "/standard/1.1/"))
    annex = pages[pages.index("Annex A Changes since edition 1.0 3 domains") :]
    for row in (
        "A.2 C.1, C.2 split",
        "A.3, B.1 B.2 merged",
        "– B.9 added",
        "R.1 – withdrawn",
        "The body's own reading.",
    ):
        assert row in annex
    assert "Changes since" not in text(content_of(small_site, "/standard/0.9/"))


def test_the_notice_and_the_citation_are_those_of_the_data(own_site: Site) -> None:
    data = json.loads(own_site.file("/standard/1.1/criteria.json").read_bytes())["edition"]
    read = squeezed(text(content_of(own_site, "/standard/1.1/")))
    for words in (data["attribution"], data["citation"]["apa"], data["citation"]["ieee"], data["citation"]["bibtex"]):
        assert squeezed(words) in read


def test_hostile_texts_are_shown_as_they_are_written(hostile_site: Site) -> None:
    content = content_of(hostile_site, "/standard/1.1/")
    read = squeezed(text(content))
    for title in TITLES[:10]:
        assert squeezed(title) in read
    assert squeezed("gnirts zero") in read
    assert not [it for it in outward(opened(content)) if "evil" in it or not it.startswith("https://")]


def test_the_overview_links_to_the_document_and_names_the_file_to_save(own_site: Site) -> None:
    for address in ("/standard/", "/standard/1.0/"):
        link = own_site.page(address).one('a[href$="edition.pdf"]')
        assert link.attributes["type"] == "application/pdf"
        assert link.attributes["download"] == f"PSF-{'1.1' if address == '/standard/' else '1.0'}.pdf"
        assert own_site.page(address).target(link.attributes["href"]) == f"{address}edition.pdf"


def test_reference_managers_and_scholarly_search_find_the_document(own_site: Site, small_site: Site) -> None:
    for site, version in ((own_site, "1.0"), (small_site, "1.1")):
        page = site.page(f"/standard/{version}/")
        found = page.one('meta[name="citation_pdf_url"]').attributes["content"]
        assert found == f"{site.url}standard/{version}/edition.pdf"
        assert site.has(found)
    assert not small_site.page("/standard/draft/").all('meta[name="citation_pdf_url"]')
    assert not own_site.page("/standard/1.0/criteria/D01.1/").all('meta[name="citation_pdf_url"]')


def test_bytes_depend_on_nothing_but_the_sources(own_site: Site, tmp_path: Path) -> None:
    """Another process, folder, hash seed, time zone, locale and moment give the same bytes."""
    script = (
        "import sys; from pathlib import Path\n"
        "from editions.source.configuration import read_configuration\n"
        "from editions.validation import load_publication\n"
        "from editions.formats.pdf import edition_pdf\n"
        "made = load_publication(read_configuration(Path(sys.argv[1])))\n"
        "for edition in made.standard.editions:\n"
        "    Path(f'{edition.version}.pdf').write_bytes(edition_pdf(made, edition))\n"
    )
    changed = {"PYTHONHASHSEED": "77", "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "SOURCE_DATE_EPOCH": "1"}
    command = [sys.executable, "-c", script, str(ROOT / "mkdocs.yml")]
    subprocess.run(command, check=True, cwd=tmp_path, env={**os.environ, **changed})
    for version in ("1.0", "1.1"):
        assert (tmp_path / f"{version}.pdf").read_bytes() == content_of(own_site, f"/standard/{version}/")


def test_a_long_standard_is_set_in_a_process_of_its_own_with_the_same_bytes(
    own: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = own.standard.current
    here = edition_pdf(own, edition)
    typesetting._made.clear()
    monkeypatch.setattr(typesetting, "_LONG", 0)
    assert edition_pdf(own, edition) == here


def test_nothing_is_set_twice_while_sources_stay(own: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    made = edition_pdf(own, own.standard.current)
    monkeypatch.setattr(typesetting, "_set_here", lambda text, folders: pytest.fail("set again"))
    assert edition_pdf(own, own.standard.current) is made
