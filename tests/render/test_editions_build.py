"""``editions build`` makes the site that ``mkdocs build`` makes, without it, and loses nothing in the folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hostile_standard import write_hostile_standard
from release_projects import Outcome, editions
from sites import ROOT, Site, copy_sources
from small_standard import write_small_standard

pytestmark = pytest.mark.slow

WITHOUT_MKDOCS = """\
import sys

class Refused:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("mkdocs", "material", "properdocs"):
            raise ImportError(f"{name} is not to be imported")

sys.meta_path.insert(0, Refused())
from editions.cli import main
main()
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_small_standard(tmp_path / "project")


def build(project: Path, out: Path, *options: str) -> Outcome:
    return editions(project, "build", "-d", str(out), *options)


def files(folder: Path) -> dict[str, bytes]:
    return Site(folder, "", "").files()


@pytest.mark.parametrize(
    ("made_by_mkdocs", "write"),
    [("own_site", copy_sources), ("small_site", write_small_standard), ("hostile_site", write_hostile_standard)],
    ids=["this standard", "with a draft", "hostile texts"],
)
def test_the_bytes_are_those_of_mkdocs(
    request: pytest.FixtureRequest, made_by_mkdocs: str, write: object, tmp_path: Path
) -> None:
    theirs: Site = request.getfixturevalue(made_by_mkdocs)
    assert callable(write)
    outcome = build(write(tmp_path / "project"), tmp_path / "site")
    assert outcome.code == 0, outcome.output
    ours, expected = files(tmp_path / "site"), theirs.files()
    assert ours.keys() == expected.keys()
    assert [path for path in ours if ours[path] != expected[path]] == []


def test_no_site_generator_is_imported(project: Path, tmp_path: Path) -> None:
    """It builds where MkDocs and Material cannot be imported."""
    command = [
        sys.executable,
        "-c",
        WITHOUT_MKDOCS,
        "build",
        "-f",
        str(project / "mkdocs.yml"),
        "-d",
        str(tmp_path / "s"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Built the site into ")
    assert all(": notice: " in line for line in done.stderr.splitlines())
    assert (tmp_path / "s" / "index.html").is_file()


def test_a_second_build_writes_nothing_and_removes_what_is_gone(project: Path, tmp_path: Path) -> None:
    """Files that hold what they should keep their times; what the host keeps in dot files stays."""
    out = tmp_path / "site"
    build(project, out)
    page = out / "license" / "index.html"
    os.utime(page, (1, 1))
    for stray in ("old.html", "gone/index.html"):
        (out / stray).parent.mkdir(exist_ok=True)
        (out / stray).write_text("old", encoding="utf-8")
    (out / ".nojekyll").touch()
    outcome = build(project, out)
    assert ", 2 removed, " in outcome.output
    assert page.stat().st_mtime == 1
    assert not (out / "gone").exists()
    assert (out / ".nojekyll").is_file()
    assert ", 0 written, in" in build(project, out).output


@pytest.mark.parametrize("place", [".", "..", "standard", "docs", "docs/site", "insights"])
def test_a_folder_with_sources_is_refused(project: Path, place: str) -> None:
    before = files(project)
    outcome = build(project, project / place)
    assert outcome.code == 2
    assert "holds sources of the project" in outcome.output
    assert files(project) == before


def test_a_folder_with_other_files_is_refused(project: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.tex").touch()
    outcome = build(project, tmp_path / "thesis")
    assert outcome.code == 2
    assert "holds other files than a site" in outcome.output
    assert [it.name for it in (tmp_path / "thesis").iterdir()] == ["chapter.tex"]


def test_problems_leave_the_site_as_it_is(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    build(project, out)
    before = files(out)
    page = project / "docs" / "license.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[x](nowhere.md)\n", encoding="utf-8")
    outcome = build(project, out)
    assert outcome.code == 2
    assert "docs/license.md:" in outcome.output
    assert files(out) == before


def test_site_dir_of_the_configuration_is_the_default(project: Path) -> None:
    file = project / "mkdocs.yml"
    file.write_text(f"{file.read_text(encoding='utf-8')}site_dir: made/here\n", encoding="utf-8")
    assert editions(project, "build").code == 0
    assert (project / "made" / "here" / "index.html").is_file()


FOREIGN = """\
hooks: [hook.py]
markdown_extensions:
  - pymdownx.emoji:
      emoji_generator: !!python/name:pymdownx.emoji.to_alt
"""


def test_what_mkdocs_alone_follows_is_named(project: Path, tmp_path: Path) -> None:
    file = project / "mkdocs.yml"
    text = file.read_text(encoding="utf-8").replace("plugins:\n", "plugins:\n  - tags\n  - privacy\n")
    file.write_text(text + FOREIGN, encoding="utf-8")
    outcome = build(project, tmp_path / "site")
    assert outcome.code == 0
    assert "the plugin privacy is one of MkDocs; this build goes without; use mkdocs build for it" in outcome.output
    assert "hooks has no effect here" in outcome.output
    strict = build(project, tmp_path / "strict", "--strict")
    assert strict.code == 1
    assert not (tmp_path / "strict").exists()


@pytest.mark.parametrize(
    ("extension", "words"),
    [
        ("no_such_extension", "markdown_extensions can't be used: No module named 'no_such_extension'"),
        ("toc: {no_such_option: 1}", "markdown_extensions can't be used"),
        ("toc: {slugify: !!python/name:no.such.module }", "!!python/name:no.such.module can't be imported"),
    ],
)
def test_an_extension_that_cannot_be_used_is_a_problem(
    project: Path, tmp_path: Path, extension: str, words: str
) -> None:
    file = project / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}markdown_extensions:\n  - {extension}\n", encoding="utf-8")
    outcome = build(project, tmp_path / "site")
    assert outcome.code == 2
    assert f"mkdocs.yml:{len(text.splitlines()) + 1}: {words}" in outcome.output
    assert not (tmp_path / "site").exists()


def test_extensions_and_files_of_pages_are_those_of_mkdocs(project: Path, tmp_path: Path) -> None:
    """Extensions with options, scripts, excluded files, files of a theme of the project, links with queries."""
    file = project / "mkdocs.yml"
    more = (
        "copyright: © <b>Us</b>\nrepo_url: https://github.com/us/it\nexclude_docs: |\n  *.csv\n  /drafts/\n"
        "extra_javascript: [own.js, {path: other.mjs, type: module}]\nextra_css: [own.css]\n"
        'markdown_extensions:\n  - toc: {permalink: "#"}\n  - admonition\n  - pymdownx.superfences\n'
        "  - pymdownx.tabbed: {alternate_style: true}\n  - pymdownx.tasklist\n  - footnotes\n"
    )
    text = file.read_text(encoding="utf-8").replace("  name: material\n", "  name: material\n  custom_dir: own\n")
    file.write_text(text + more, encoding="utf-8")
    docs = project / "docs"
    for name in ("own.js", "other.mjs", "own.css", "a.csv", "b.txt", ".hidden", "templates/x.txt", "drafts/y.txt"):
        (docs / name).parent.mkdir(exist_ok=True)
        (docs / name).write_text("/* it */", encoding="utf-8")
    (project / "own").mkdir()
    (project / "own" / "main.html").write_text(
        "{% extends 'base.html' %}{% block announce %}{{ config.site_name }} {{ page.title }} {{ 'b.txt' | url }} "
        "{% for it in nav %}{{ it.title }}{% endfor %} "
        "{% if page %}{{ page.edit_url }} {{ page.update_date }} {{ page.meta.hide }}{% endif %}"
        "{% endblock %}",
        encoding="utf-8",
    )
    (project / "own" / "logo.svg").write_text("<svg/>", encoding="utf-8")
    page = docs / "license.md"
    page.write_text(
        page.read_text(encoding="utf-8")
        + "\n## A *heading* & more {#own}\n\n[q](b.txt?x=1#y) [w](index.md) [z](#own) <https://a.example>\n\n"
        '=== "One"\n\n    First\n\n=== "Two"\n\n    Second\n\n- [x] done\n\nNote[^1]\n\n'
        "[^1]: it\n\n!!! note\n    Told\n",
        encoding="utf-8",
    )
    assert build(project, tmp_path / "ours").code == 0
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(file), "-d", str(tmp_path / "theirs")]
    subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    ours, theirs = files(tmp_path / "ours"), files(tmp_path / "theirs")
    assert ours.keys() == theirs.keys()
    assert [path for path in ours if ours[path] != theirs[path]] == []
    assert "a.csv" not in ours
    assert b"Second" in ours["license/index.html"]
