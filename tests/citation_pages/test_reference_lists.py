"""References of texts: on built pages, in data, and what the checks say of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from editions.cli import main
from project_files import edition_files, write_project
from sites import Site, build_site

pytestmark = pytest.mark.slow

BIBLIOGRAPHY = r"""% Works that the kitchen's texts cite.
@techreport{fires, author = {{Fire Office}}, title = {Fires in {Kitchens} & Halls}, institution = {Fire Office},
  year = 2019, url = {https://fire.example/2019}}

@book{cook:2001, author = {Cook, Ann and Baker, Bo}, title = {On Knives}, publisher = {Guild Press}, year = 2001}
"""
CONFIGURATION = """\
site_name: Kitchen Safety Standard
site_url: https://kitchen.example/
theme: {{name: material}}
plugins:
  - editions/standard
  - editions/criteria
  - editions/citations:
      references: {system}
"""


def cited_project(folder: Path, system: str = "numbered", **files: str) -> Path:
    """A project whose draft, guidance and pages cite works."""
    draft = edition_files("3.0", "draft")
    knives = draft["domains/01-knives.md"]
    assert "## Advice" in knives
    knives = knives.replace(
        "## Advice\n", "## Advice\n\nKnives hurt [@cook:2001, p. 3], and fires too [@fires; @cook:2001].\n", 1
    )
    first, _, rest = knives.partition("    text: ")
    knives = f"{first}    text: As [@kss-2.0] has it, {rest}"
    page = "---\ntitle: Cite\nsummary: How.\n---\n\nWrite `[@fires]`, or\n\n```text\n[@fires]\n```\n\nas in [@fires].\n"
    return write_project(
        folder,
        draft=True,
        files={
            "mkdocs.yml": CONFIGURATION.format(system=system),
            "citations/references.bib": BIBLIOGRAPHY,
            "citations/index.md": page,
            "standard/domains/01-knives.md": knives,
            **{path.replace("__", "/"): text for path, text in files.items()},
        },
    )


@pytest.fixture(scope="module", params=["numbered", "author-date"])
def system(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def site(system: str, tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp(system)
    return build_site(cited_project(folder / "project", system), folder / "site", "https://kitchen.example/")


def test_citations_lead_to_the_list_at_the_end_of_the_page(site: Site, system: str) -> None:
    page = site.page("/standard/draft/domains/knives/")
    text = page.text(".sheet-body")
    if system == "numbered":
        assert "As [1] has it" in text
        assert "Knives hurt [2, p. 3], and fires too [3], [2]." in text
        order = ["ref:kss-2.0", "ref:cook:2001", "ref:fires"]
    else:
        assert "As (Guild of Cooks & Ladle, 2023) has it" in text
        assert "Knives hurt (Cook & Baker, 2001, p. 3), and fires too (Fire Office, 2019; Cook & Baker, 2001)." in text
        order = ["ref:cook:2001", "ref:fires", "ref:kss-2.0"]
    assert [node.attributes["id"] for node in page.all(".references > li")] == order
    assert page.one("h2#all-references").text(deep=False) == "References"
    for link in page.all(".sheet-body a[href^='#ref:']"):
        assert page.all(f'[id="{(link.attributes["href"] or "")[1:]}"]')


def test_the_list_is_set_in_the_style_that_goes_with_the_citations(site: Site, system: str) -> None:
    """Numbers go with the IEEE Reference Guide, authors and dates with APA 7."""
    text = " ".join(node.text() for node in site.page("/standard/draft/domains/knives/").all(".references > li"))
    ieee = "A. Cook and B. Baker, On Knives"
    apa = "Cook, A., & Baker, B. (2001). On Knives"
    assert (ieee in text, apa in text) == (system == "numbered", system != "numbered")


def test_code_keeps_what_looks_like_a_citation(site: Site) -> None:
    page = site.page("/citations/")
    assert [node.text().strip() for node in page.all(".sheet-body code") if "@fires" in node.text()] == ["[@fires]"] * 2
    assert len(page.all(".references > li")) == 1


def test_pages_that_cite_nothing_have_no_list(site: Site) -> None:
    assert not site.page("/standard/1.0/").all(".references")


def test_a_page_is_described_without_its_citations(site: Site) -> None:
    page = site.page("/standard/draft/criteria/K1.1/")
    (node,) = page.all('meta[name="description"]')
    assert "@" not in (node.attributes["content"] or "")
    assert "ref:" not in site.file("/standard/draft/criteria/K1.1/").read_text(encoding="utf-8").split("</head>")[0]


def test_in_data_a_citation_names_author_and_year_and_links_to_the_work(site: Site) -> None:
    data = json.loads(site.file("/standard/draft/criteria.json").read_text(encoding="utf-8"))
    criterion = data["domains"][0]["criteria"][0]
    assert criterion["text"].startswith("As [@kss-2.0] has it")
    link = '<a href="https://kitchen.example/standard/2.0/">Guild of Cooks &amp; Ladle, 2023</a>'
    assert f"As ({link}) has it" in criterion["text_html"]


def check(project: Path) -> list[str]:
    result = CliRunner().invoke(main, ["check", "--config-file", str(project / "mkdocs.yml")])
    return [line for line in result.stdout.splitlines() if line]


def test_sound_citations_are_no_problem(tmp_path: Path) -> None:
    assert [it for it in check(cited_project(tmp_path / "project")) if "CHANGELOG" not in it] == []


def test_every_key_that_no_work_has_is_a_problem_with_file_and_line(tmp_path: Path) -> None:
    page = "---\ntitle: Home\nsummary: Home.\n---\n\nOne [@fire].\n\nTwo [@kss-2.0; @other, p. 3]\nand [@kss-2.1].\n"
    found = check(cited_project(tmp_path / "project", **{"docs__index.md": page}))
    add = "add an entry to citations/references.bib"
    assert [line for line in found if line.startswith("docs/index.md:")] == [
        f"docs/index.md:6: no work has the key 'fire'; write 'fires', or {add}",
        f"docs/index.md:8: no work has the key 'other'; run `editions works` for the keys of our works, or {add}",
        f"docs/index.md:9: no work has the key 'kss-2.1'; write 'kss-2.0', or {add}",
    ]


def test_a_criterion_that_cites_an_unknown_work_is_named_by_its_line(tmp_path: Path) -> None:
    project = cited_project(tmp_path / "project")
    path = project / "standard" / "domains" / "02-heat.md"
    text = path.read_text(encoding="utf-8").replace("    text: ", "    text: See [@nobody]. ", 1)
    path.write_text(text, encoding="utf-8")
    line = next(number for number, it in enumerate(text.split("\n"), 1) if "[@nobody]" in it)
    assert any(
        it.startswith(f"standard/domains/02-heat.md:{line}: no work has the key 'nobody'") for it in check(project)
    )


@pytest.mark.parametrize(
    ("bibliography", "expected"),
    [
        ("\n@book{x, title = {T}, publisher = {P}\n", "citations/references.bib:"),
        ("@online{a, title = {T}, url = {javascript:alert(1)}}", "citations/references.bib:1: 'a': "),
        (
            "\n@book{kss-2.0, title = {T}, publisher = {P}, year = 2001}",
            "citations/references.bib:2: 'kss-2.0' is the key of a work of this project; give this entry another key",
        ),
        ("@book{a&b, title = {T}, publisher = {P}, year = 2001}", "citations/references.bib:1: 'a&b' can't be cited"),
    ],
)
def test_what_is_wrong_with_the_bibliography_is_a_problem(tmp_path: Path, bibliography: str, expected: str) -> None:
    project = write_project(tmp_path / "project", files={"citations/references.bib": bibliography})
    assert any(line.startswith(expected) for line in check(project)), check(project)


def test_brackets_that_are_no_citation_are_a_problem(tmp_path: Path) -> None:
    page = "---\ntitle: Home\nsummary: Home.\n---\n\nWrite to [@the guild].\n"
    (found,) = check(write_project(tmp_path / "project", files={"docs/index.md": page}))
    assert found.startswith("docs/index.md:6: [@the guild] is not a citation; write [@key]")


def test_an_option_that_is_no_way_of_citing_stops_the_build(tmp_path: Path) -> None:
    project = cited_project(tmp_path / "project", "footnotes")
    with pytest.raises(AssertionError, match="references"):
        build_site(project, tmp_path / "site", "https://kitchen.example/")
