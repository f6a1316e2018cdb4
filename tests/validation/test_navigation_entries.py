"""Entries of ``nav`` lead somewhere; what MkDocs only warns of is a problem with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from project_files import write_project
from release_projects import editions

NOWHERE = "of nav leads to no page or file of the site"
SOUND = """\
  - Home: index.md
  - standard/
  - Everything:
    - insights/
    - Older: standard/1.0/index.md
    - A domain: standard/domains/knives.md
    - standard/2.0/criteria/K1.1.md
    - Data:
      - JSON: standard/criteria.json
      - Old: standard/1.0/criteria.csv
      - Picture: "figures/a b.svg"
  - By address: license/
  - Filtered: insights/?category=Reference
  - Cite: citations/index.md
  - Compared: standard/compare/1.0...2.0.md
  - Schemas: schema.md
  - Elsewhere: https://other.example/docs
  - //other.example/x
  - mailto:us@example.org
  - Beside: ../blog/
  - /host/
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(
        tmp_path / "project", files={"docs/figures/a b.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"}
    )


def check(project: Path, nav: str, plugin: str = "") -> list[str]:
    """What the check reports of the configuration, by the lines of ``nav``."""
    file = project / "mkdocs.yml"
    text = file.read_text(encoding="utf-8") + (f"  - {plugin}\n" if plugin else "")
    file.write_text(f"{text}{nav}\n", encoding="utf-8")
    done = editions(project, "check")
    lines = [it for it in done.output.splitlines() if it.startswith("mkdocs.yml:") and ": notice: " not in it]
    return [f"{int(line.split(':')[1]) - len(text.splitlines())}: {line.split(': ', 1)[1]}" for line in lines]


def test_entries_that_lead_somewhere_are_no_problems(project: Path) -> None:
    plugins = "editions/criteria\n  - editions/compare\n  - editions/citations"
    assert check(project, f"nav:\n{SOUND}", plugins) == []


def test_an_entry_to_what_is_switched_off_names_the_plugin(project: Path) -> None:
    (found,) = check(project, "nav:\n  - JSON: standard/criteria.json")
    assert found.endswith(
        "leads to what the plugin editions/criteria publishes, which is not enabled; add it to plugins"
    )


@pytest.mark.parametrize(
    ("entry", "remedy"),
    [
        ("Licence: licence.md", "write 'license.md', or remove it"),
        ("docs/license.md", "write 'license.md', or remove it"),
        ("standard/domains/01-knives.md", "write 'standard/domains/knives.md', or remove it"),
        ("standard/1.0.md", "write 'standard/1.0/index.md', or remove it"),
        ("Old: standard/9.9/criteria.json", ""),
        ("license.md#terms", "write 'license.md', or remove it"),
        ("licence/", ""),
        ("'*.md'", ""),
        ("'http://['", ""),
        ('""', "write 'index.md', or remove it"),
        ("Zürich: ßßß", "name a file like license.md, or remove it"),
        ("x.png", ""),
    ],
)
@pytest.mark.parametrize("deep", [False, True])
def test_a_path_that_leads_nowhere_is_a_problem(project: Path, entry: str, remedy: str, deep: bool) -> None:
    nav = f"nav:\n  - index.md\n  - Group:\n      - {entry}" if deep else f"nav:\n  - index.md\n  - {entry}"
    (found,) = check(project, nav)
    assert found.startswith("4: " if deep else "3: ")
    assert NOWHERE in found
    assert found.endswith(remedy or "or remove it")


@pytest.mark.parametrize(
    ("nav", "expected"),
    [
        ("nav: index.md", "1: nav is no list; write one, each entry a path or 'title: path'"),
        ("nav: {Home: index.md}", "1: nav is no list; write one, each entry a path or 'title: path'"),
        ("nav:\n  - 7", "2: entry 1 of nav is neither a path nor 'title: path'; write one of them"),
        (
            "nav:\n  - index.md\n  - A: license.md\n    B: index.md",
            "3: entry 2 of nav is neither a path nor 'title: path'",
        ),
        ("nav:\n  - [index.md]", "2: entry 1 of nav is neither a path nor 'title: path'; write one of them"),
        ("nav:\n  - Group:", "2: 'Group' in nav is no list; write one, each entry a path or 'title: path'"),
        (
            "nav:\n  - Group:\n      A: index.md",
            "2: 'Group' in nav is no list; write one, each entry a path or 'title: path'",
        ),
        ("nav: &a\n  - Again: *a", "1: nav has more than 10,000 entries, or lists in lists without end; use fewer"),
    ],
)
def test_an_entry_of_another_form_is_a_problem(project: Path, nav: str, expected: str) -> None:
    found = check(project, nav)
    assert [it for it in found if it.startswith(expected)]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("plugin", "setting"), [("awesome-nav", ""), ("literate-nav", ""), ("unheard-of", ""), ("", "\nhooks: [pages.py]")]
)
def test_what_others_may_add_is_not_judged(project: Path, plugin: str, setting: str) -> None:
    """Plugins and hooks make pages and read other forms of nav."""
    assert check(project, f"nav:\n  - made.md\n  - api/{setting}", plugin) == []


@pytest.mark.parametrize("plugin", ["minify", "material/search", "section-index", "blog: {enabled: false}"])
def test_a_plugin_that_leaves_the_navigation_alone_changes_nothing(project: Path, plugin: str) -> None:
    (found,) = check(project, "nav:\n  - made.md", plugin)
    assert NOWHERE in found


@pytest.mark.parametrize(("plugin", "page"), [("citations", "citations/index.md"), ("attribution", "license.md")])
def test_a_page_that_a_plugin_makes_is_there(project: Path, plugin: str, page: str) -> None:
    (project / page).unlink(missing_ok=True)
    (project / "docs" / page).unlink(missing_ok=True)
    assert check(project, f"nav: [{page}]", f"editions/{plugin}") == []


def test_a_page_that_no_plugin_makes_is_not_there(project: Path) -> None:
    (project / "citations" / "index.md").unlink()
    (found,) = check(project, "nav: [citations/index.md]")
    assert NOWHERE in found


def test_a_build_reports_it_too(project: Path, tmp_path: Path) -> None:
    check(project, "nav:\n  - made.md")
    done = editions(project, "build", "-d", str(tmp_path / "site"))
    assert done.code == 2
    assert NOWHERE in done.output
