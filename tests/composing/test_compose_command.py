"""``editions compose``: what it writes, what it leaves and what it refuses."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from composed_sites import compose
from project_files import write_project
from sites import Site

LICENCE = """\
---
title: Licence
---

## Terms & *more*

See [home](index.md).

| a | b |
|---|---|
| 1 | 2 |
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def files(folder: Path) -> dict[str, bytes]:
    return Site(folder, "", "").files()


def test_pages_are_markdown_with_front_matter(project: Path, tmp_path: Path) -> None:
    """Headings keep their anchors, and links lead to files."""
    page = project / "docs" / "license.md"
    page.write_text(LICENCE, encoding="utf-8")
    outcome = compose(project, tmp_path / "out")
    assert outcome.code == 0, outcome.output
    written = (tmp_path / "out" / "docs" / "license" / "index.md").read_text(encoding="utf-8")
    assert written.startswith("---\ntitle: Licence\n")
    for line in (
        "# Licence {#licence}",
        "## Terms &amp; *more* {#terms-more}",
        "See [home](../index.md).",
        "| 1 | 2 |",
    ):
        assert f"\n{line}\n" in written


def test_the_same_sources_give_the_same_bytes_and_a_second_run_writes_nothing(project: Path, tmp_path: Path) -> None:
    compose(project, tmp_path / "one")
    compose(project, tmp_path / "two")
    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert compose(project, tmp_path / "one").output.endswith(": 0 written, 0 removed\n")


def test_what_is_gone_is_removed_and_what_others_put_there_stays(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    compose(project, out)
    for name in ("docs/gone/index.md", "theme/gone.html", "site/index.html", "README.md"):
        (out / name).parent.mkdir(exist_ok=True)
        (out / name).write_text("x", encoding="utf-8")
    kept = out / "mkdocs.yml"
    os.utime(kept, (1, 1))
    assert compose(project, out).output.endswith(": 0 written, 2 removed\n")
    assert not (out / "docs" / "gone").exists()
    assert (out / "site" / "index.html").is_file()
    assert (out / "README.md").is_file()
    assert kept.stat().st_mtime == 1


@pytest.mark.parametrize("place", [".", "..", "standard", "docs", "docs/composed", "insights"])
def test_a_folder_with_sources_is_refused(project: Path, place: str) -> None:
    before = files(project)
    outcome = compose(project, project / place)
    assert outcome.code == 2
    assert "holds sources of the project" in outcome.output
    assert files(project) == before


@pytest.mark.parametrize("name", ["chapter.tex", "mkdocs.yml", ".hidden"])
def test_a_folder_that_was_not_composed_is_refused(project: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / name).touch()
    outcome = compose(project, tmp_path / "thesis")
    assert outcome.code == 2
    assert "holds other files than a composed site; empty it, or name another folder" in outcome.output
    assert [it.name for it in (tmp_path / "thesis").iterdir()] == [name]


def test_a_file_in_place_of_the_folder_is_refused(project: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x", encoding="utf-8")
    outcome = compose(project, tmp_path / "out")
    assert outcome.code == 2
    assert "out:1: is no folder; name another one" in outcome.output


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("docs/license.md", "---\ntitle: L\n---\n\n# L\n\n[x](nowhere.md)\n", "docs/license.md:7: "),
        (
            "own/main.html",
            "{% extends 'base.html' %}{% block announce %}{{ 1 / 0 }}{% endblock %}",
            "own/main.html:1: ",
        ),
    ],
    ids=["a source", "a template"],
)
def test_with_a_problem_nothing_is_written(project: Path, tmp_path: Path, name: str, content: str, words: str) -> None:
    file = project / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    (project / "own").mkdir()
    file.write_text(text + "theme: {name: material, custom_dir: own}\n", encoding="utf-8")
    (project / name).write_text(content, encoding="utf-8")
    outcome = compose(project, tmp_path / "out")
    assert outcome.code == 2
    assert words in outcome.output
    assert not (tmp_path / "out").exists()
