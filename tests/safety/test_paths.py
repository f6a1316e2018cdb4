"""Names and front matter that point out of the site: whatever is built stands within its folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from editions.source.configuration import read_configuration
from editions.validation import load_project
from hostile_attacks import ATTACKS
from hostile_pages import VARIANTS
from project_files import edition_files, write_project
from sites import run_build

UP = "../../../../outside"
# Each a change of a sound project by which something could be written or read elsewhere.
FRONT_MATTER = {
    "an edition's version": ("standard/index.md", 'version: "3.0"', f'version: "{UP}"'),
    "an edition's abbreviation": ("standard/index.md", "abbreviation: KSS", f"abbreviation: {UP}"),
    "an edition's address": ("standard/index.md", "url: https://kitchen.example/standard/", "url: file:///etc/passwd"),
    "a domain's id": ("standard/domains/01-knives.md", "id: K1\n", f"id: {UP}\n"),
    "a criterion's id": ("standard/domains/01-knives.md", "id: K1.1", f"id: {UP}"),
    "a criterion's id, encoded": ("standard/domains/01-knives.md", "id: K1.1", "id: ..%2f..%2foutside"),
    "an id with a backslash": ("standard/domains/01-knives.md", "id: K1.1", "id: '..\\outside'"),
    "an absolute id": ("standard/domains/01-knives.md", "id: K1.1", "id: /tmp/outside"),
    "the edition before": ("standard/lineage.yml", 'from: "2.0"', f'from: "{UP}"'),
    "an assessment": ("standard/domains/01-knives.md", "assessed_in: [VISIT]", f"assessed_in: [{UP}]"),
}
NAMES = (
    "standard/domains/01-..%2f..%2foutside.md",
    "standard/domains/01-..\\..\\outside.md",
    "standard/domains/04-...md",
    "standard/domains/04-a b.md",
    "standard/domains/04-a&quot;onclick=x.md",
    "insights/a..%2f..%2foutside.md",
    "insights/a&quot;b.md",
    "insights/releases/a%2f../1.0.md",
    "docs/a..%2foutside.md",
    "docs/standard/1.0/index.md",
    "docs/citations/kss-1.0.bib",
)


def project(folder: Path, files: dict[str, str]) -> Path:
    return write_project(folder, draft=True, files=dict(files))


@pytest.mark.parametrize("what", FRONT_MATTER)
def test_front_matter_that_points_elsewhere_is_a_problem(tmp_path: Path, what: str) -> None:
    path, old, new = FRONT_MATTER[what]
    text = edition_files("3.0", "draft")[path.removeprefix("standard/")]
    assert old in text
    folder = project(tmp_path / "project", {path: text.replace(old, new)})
    assert any(it.path == path for it in load_project(read_configuration(folder / "mkdocs.yml")).problems)


@pytest.mark.parametrize("path", NAMES)
def test_a_name_that_points_elsewhere_is_a_problem(tmp_path: Path, path: str) -> None:
    folder = project(tmp_path / "project", {path: "---\ntitle: Outside\n---\n\nText.\n"})
    problems = load_project(read_configuration(folder / "mkdocs.yml")).problems
    assert any(it.path.startswith(path.rpartition("/")[0]) for it in problems), problems


@pytest.mark.parametrize("path", ["docs/link.md", "docs/link.png", "insights/link.md", "standard/domains/09-link.md"])
@pytest.mark.parametrize("folder", [False, True], ids=["file", "folder"])
def test_a_symbolic_link_out_of_the_project_is_a_problem(tmp_path: Path, path: str, folder: bool) -> None:
    root = project(tmp_path / "project", {})
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "key.txt").write_text("secret", encoding="utf-8")
    link = root / path if not folder else root / path.rpartition(".")[0]
    link.symlink_to(secret if folder else secret / "key.txt")
    name = link.relative_to(root).as_posix()
    problems = load_project(read_configuration(root / "mkdocs.yml")).problems
    assert [it.message for it in problems if it.path == name] == ["is a symbolic link; put the file itself here"]


@pytest.mark.slow
def test_names_of_frameworks_categories_and_cited_works_become_no_paths(tmp_path: Path) -> None:
    """What front matter names freely may end up in addresses; all of it stays within the site's folder."""
    knives = edition_files("3.0", "draft")["domains/01-knives.md"]
    files = {
        "standard/domains/01-knives.md": knives.replace("framework: Tool Code", f"framework: {UP}")
        .replace("id: T.5", f"id: {UP}")
        .replace('version: "2"', f'version: "{UP}"')
        .replace("section: Keeping", f"section: {UP}")
        .replace("level: basic", f"level: {UP}"),
        "insights/free.md": json_front(title=UP, category=UP, keywords=[UP]) + "\n\nText [@a/b].\n",
        "citations/references.bib": f"@misc{{a/b, author = {{A}}, title = {{{UP}}}, year = {{2019}}}}\n",
        # Names that begin with a dot are passed over.
        "docs/..%2foutside.md": "---\ntitle: Outside\n---\n",
        "insights/..%2foutside.md": "---\ntitle: Outside\n---\n",
    }
    outer = tmp_path / "outer" / "deep" / "deeper"
    folder = project(outer / "project", files)
    configuration = folder / "mkdocs.yml"
    text = configuration.read_text(encoding="utf-8")
    more = "  - editions/compare\n  - editions/criteria\n  - editions/citations\ntheme: {name: material}\n"
    configuration.write_text(text + more, encoding="utf-8")
    before = set(tmp_path.rglob("*"))
    done = run_build(folder, outer / "site")
    assert done.returncode == 0, done.stdout
    written = set(tmp_path.rglob("*")) - before
    assert len(written) > 100
    assert all(path.is_relative_to(outer / "site") for path in written)
    assert not [path for path in written if "outside" in path.name and ".." in path.name]


def test_a_key_of_a_bibliography_that_points_elsewhere_is_a_problem(tmp_path: Path) -> None:
    text = "@book{a/../../b, author = {A}, title = {T}, publisher = {P}, year = {2019}}\n"
    folder = project(tmp_path / "project", {"citations/references.bib": text})
    problems = load_project(read_configuration(folder / "mkdocs.yml")).problems
    assert [it.path for it in problems] == ["citations/references.bib"]


def json_front(**changed: object) -> str:
    front = {"title": "T", "version": "1.0", "date": "2025", "category": "C", "summary": "S", **changed}
    return "---\n" + "".join(f"{key}: {json.dumps(value)}\n" for key, value in front.items()) + "---"


def test_the_sites_of_the_attacks_wrote_nothing_beside_themselves(variants: Path) -> None:
    projects = {"project", "project-copied"}
    assert {path.name for path in variants.iterdir()} == {*VARIANTS, *projects}
    assert {path.name for path in (variants / "project").iterdir()} == {
        *("mkdocs.yml", "docs", "standard", "insights", "citations"),
    }
    assert len(ATTACKS) > 150
