"""Links that lead somewhere are no problem, wherever they stand and however they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from editions.source.configuration import read_configuration
from editions.validation import load_project
from project_files import write_project

INDEX = "standard/index.md"
EVERYTHING = """\
site_name: Kitchen Safety Standard
site_url: https://kitchen.example/
plugins:
  - editions/standard: {releases: {changelog: false}}
  - editions/compare
  - editions/criteria
  - editions/citations
"""


def problems(project: Path) -> list[str]:
    return [str(problem) for problem in load_project(read_configuration(project / "mkdocs.yml")).problems]


@pytest.mark.parametrize(
    "link",
    [
        "domains/02-heat.md",
        "domains/02-heat.md#K2",
        "domains/02-heat.md#K2.1",
        "domains/01-knives.md#advice",
        "domains/02-heat.md#all-criteria",
        "#scope",
        "#kitchen-safety-standard",
        "#all-domains",
        "./index.md#scope",
        "../standard/index.md",
        "releases/1.0/domains/01-knives.md#K1.2",
        "../insights/what-is-a-kitchen.md#criteria",
        "../docs/license.md",
        "../docs/licen%73e.md",
        "../citations/index.md",
        "../standard/history.md",
        "../insights/index.md",
        "../schema/domain-1.schema.json",
        "/",
        "/standard/",
        "/standard/#scope",
        "/standard/1.0/domains/heat/#K2.2",
        "/standard/1.0/criteria/K2.2/",
        "/standard/draft/",
        "/standard/draft/domains/hygiene/",
        "/standard/checklist/",
        "/standard/1.0/checklist/#K2.2",
        "/standard/compare/1.0...2.0/",
        "/standard/compare/2.0...draft/comparison.json",
        "/standard/2.0/criteria.json",
        "/insights/what-is-a-kitchen/1.0/",
        "/citations/kss-1.0.bib",
        "/schema/edition-1.schema.json",
        "/license/",
        "https://example.org/a(b)",
        "/standard/1.0/domains/heat/index.md",
        "/index.md",
        "/llms.txt",
        "/standard/feed.xml",
        "/insights/feed.xml",
        "mailto:a@b.example",
        "//example.org/",
    ],
)
def test_a_link_that_leads_somewhere_is_no_problem(tmp_path: Path, link: str) -> None:
    project = write_project(tmp_path / "project", draft=True, files={"mkdocs.yml": EVERYTHING})
    with (project / INDEX).open("a", encoding="utf-8") as file:
        file.write(f"\n[a]({link}) [a](<{link}> 'title') [b][ref]\n\n[ref]: {link}\n")
    assert problems(project) == []


@pytest.mark.parametrize("address", ["/standard/criteria.xml", "/feed.xml", "/standard/9.9/checklist/"])
def test_an_address_at_which_nothing_stands_yet_is_a_problem(tmp_path: Path, address: str) -> None:
    page = f"---\ntitle: A\n---\n[a]({address})\n"
    found = problems(write_project(tmp_path / "project", files={"docs/a.md": page}))
    assert len(found) == 1
    assert found[0].startswith(f"docs/a.md:4: the link '{address}' leads to no page")


@pytest.mark.parametrize("link", ["standard/index.md", "standard/1.0/criteria/K2.2.md", "standard/2.0/criteria.json"])
def test_the_sites_own_pages_link_to_generated_pages_by_their_files(tmp_path: Path, link: str) -> None:
    page = f"---\ntitle: A\n---\n[a]({link})\n"
    files = {"docs/a.md": page, "mkdocs.yml": EVERYTHING}
    assert problems(write_project(tmp_path / "project", files=files)) == []


@pytest.mark.parametrize(
    ("address", "plugin"),
    [
        ("/standard/compare/1.0...2.0/", "compare"),
        ("/standard/compare/1.0...2.0/comparison.md", "compare"),
        ("/standard/1.0/edition.pdf", "criteria"),
        ("/citations/kss-1.0.bib", "citations"),
    ],
)
def test_a_link_to_what_is_switched_off_names_the_plugin(tmp_path: Path, address: str, plugin: str) -> None:
    """A reader would find nothing there, whatever the address means elsewhere."""
    page = f"---\ntitle: A\n---\n[a]({address})\n"
    (found,) = problems(write_project(tmp_path / "project", files={"docs/a.md": page}))
    said = f"leads to what the plugin editions/{plugin} publishes, which is not enabled; add it to plugins"
    assert found == f"docs/a.md:4: the link '{address}' {said}"


def test_assets_of_the_site_are_linked_by_file_and_by_address(tmp_path: Path) -> None:
    page = "---\ntitle: A\n---\n![a](images/a.png) [a](/images/a.png)\n"
    files: dict[str, str | bytes] = {"docs/a/b.md": page.replace("](im", "](../im"), "docs/images/a.png": b"\x89"}
    assert problems(write_project(tmp_path / "project", files=files)) == []


def test_links_of_a_release_are_those_of_the_working_copy_it_was(tmp_path: Path) -> None:
    # Release 1.0 links to domains/02-heat.md#K2.1 in its own folder, although the draft no longer has that domain.
    project = write_project(tmp_path / "project", draft=True)
    (project / "standard/domains/02-heat.md").rename(project / "standard/domains/02-fire.md")
    assert not [line for line in problems(project) if line.startswith("standard/releases/")]


def test_a_draft_may_change_headings_that_articles_link_to_in_the_newest_release(tmp_path: Path) -> None:
    # The articles link to the section #scope of the standard, and the page they lead to shows the newest release.
    project = write_project(tmp_path / "project", draft=True)
    text = (project / INDEX).read_text(encoding="utf-8")
    (project / INDEX).write_text(text.replace("## Scope", "## Range").replace("(#scope)", "(#range)"), encoding="utf-8")
    assert problems(project) == []


def test_an_article_follows_a_domain_that_only_an_older_release_has(tmp_path: Path) -> None:
    # Release 2.0 renamed the file; a released article can't be corrected, so its link leads to release 1.0.
    link = "\n[heat](../standard/domains/02-heat.md#K2.2)\n"
    project = write_project(tmp_path / "project")
    older, newer = (project / f"standard/releases/{version}/domains/02-heat.md" for version in ("1.0", "2.0"))
    assert older.exists()
    newer.rename(newer.with_name("02-heat-and-fire.md"))
    (project / "standard/domains/02-heat.md").rename(project / "standard/domains/02-heat-and-fire.md")
    article = project / "insights/what-is-a-kitchen.md"
    article.write_text(article.read_text(encoding="utf-8") + link, encoding="utf-8")
    page = project / "docs/license.md"
    page.write_text(page.read_text(encoding="utf-8") + link.replace("../standard", "standard"), encoding="utf-8")
    linked = [line for line in problems(project) if "the link" in line]
    assert len(linked) == 1
    assert linked[0].startswith("docs/license.md:")


def test_a_heading_like_the_title_is_numbered_as_the_page_numbers_it(tmp_path: Path) -> None:
    page = "---\ntitle: Same\n---\n\n## Same\n\n[a](#same) [a](#same_1)\n"
    assert problems(write_project(tmp_path / "project", files={"docs/a.md": page})) == []
    page = page.replace("title: Same", "title: Other")
    assert problems(write_project(tmp_path / "other", files={"docs/a.md": page})) == [
        "docs/a.md:7: the link '#same_1' leads to the anchor #same_1, which docs/a.md does not have; correct it"
    ]


def test_links_in_code_and_comments_are_no_links(tmp_path: Path) -> None:
    """Comments are part of the site's own pages only."""
    text = "\n`[a](b.md)`\n\n```\n[a](b.md)\n```\n\n    [a](b.md)\n\n\\[a\\](b.md)\n"
    page = f"---\ntitle: A\n---\n{text}\n<!-- [a](b.md)\n\n[a](b.md) -->\n"
    project = write_project(tmp_path / "project", draft=True, files={"docs/a.md": page})
    with (project / INDEX).open("a", encoding="utf-8") as file:
        file.write(text)
    assert problems(project) == []


@pytest.mark.parametrize("image", ["![a](https://example.org/a.png)", "![a][b]\n\n[b]: //example.org/a.png"])
def test_a_picture_of_another_site_is_a_problem(tmp_path: Path, image: str) -> None:
    """However it is written."""
    page = f"---\ntitle: A\n---\n{image}\n"
    (found,) = problems(write_project(tmp_path / "project", files={"docs/a.md": page}))
    assert found.startswith("docs/a.md:4: the image ")


def test_carriage_returns_at_the_ends_of_lines_are_no_problem(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project", draft=True)
    for path in (project / INDEX, project / "standard/domains/02-heat.md", project / "standard/lineage.yml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert problems(project) == []


def test_unquoted_versions_and_dates_are_read_as_written(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project", draft=True)
    text = (project / INDEX).read_text(encoding="utf-8")
    (project / INDEX).write_text(text.replace('"3.0"', "3.0").replace('"2025-05-06"', "2025-05-06"), encoding="utf-8")
    loaded = load_project(read_configuration(project / "mkdocs.yml"))
    assert loaded.publication is not None
    draft = loaded.publication.standard.draft
    assert draft is not None
    assert (str(draft.version), str(draft.date)) == ("3.0", "2025-05-06")


def test_version_1_10_is_never_made_1_1(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project", draft=True)
    text = (project / INDEX).read_text(encoding="utf-8")
    (project / INDEX).write_text(text.replace('"3.0"', '"3.10"'), encoding="utf-8")
    loaded = load_project(read_configuration(project / "mkdocs.yml"))
    assert loaded.publication is not None
    assert str(loaded.publication.standard.editions[-1].version) == "3.10"
