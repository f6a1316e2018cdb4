"""Folders that git would take for repositories are problems, whatever their files hold."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from editions.source.configuration import read_configuration
from editions.source.git_folders import git_folder_problem
from editions.validation import load_project
from project_files import write_project
from release_projects import Outcome, editions, git

MESSAGE = "makes git take this folder for a repository, together with"
FOLDERS = (
    "",
    "standard",
    "standard/domains",
    "standard/releases",
    "standard/releases/1.0",
    "insights",
    "insights/releases/what-is-a-kitchen",
    "citations",
    "docs",
    "docs/deep/er",
)


def _planted(project: Path, folder: str, names: tuple[str, ...] = ("HEAD", "objects/a.md", "refs/b.md")) -> Outcome:
    for name in names:
        path = project / folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("ref: refs/heads/main\n", encoding="utf-8")
    return editions(project, "check")


@pytest.mark.parametrize("folder", FOLDERS)
def test_each_folder_that_is_read_is_looked_at(tmp_path: Path, folder: str) -> None:
    outcome = _planted(write_project(tmp_path / "project"), folder)
    place = f"{folder}/HEAD" if folder else "HEAD"
    assert f"{place}:1: {MESSAGE} objects and refs beside it; remove them\n" in outcome.output
    assert outcome.code == 1


def test_the_folders_that_the_pages_are_in_are_looked_at_too(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project")
    (project / "a").mkdir()
    (project / "docs").rename(project / "a/docs")
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(f"{text}docs_dir: a/docs\n", encoding="utf-8")
    assert f"a/HEAD:1: {MESSAGE}" in _planted(project, "a").output


def test_a_build_and_a_release_stop_as_well(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project", draft=True)
    _planted(project, "")
    assert MESSAGE in editions(project, "release", "3.0", "--date", "2026").output
    assert [it.path for it in load_project(read_configuration(project / "mkdocs.yml")).problems] == ["HEAD"]


@pytest.mark.parametrize(
    "names",
    [
        ("HEAD", "objects", "refs"),
        ("head", "Objects", "REFS"),
        ("HEAD", "commondir"),
        ("Head", "CommonDir", "objects"),
        ("HE\u200cAD", "objects", "refs"),  # HFS+ passes over it
        ("HEAD", "object\u017f", "refs"),  # a long s, which is an s without regard to case
    ],
)
def test_names_count_in_every_spelling(names: tuple[str, ...]) -> None:
    problem = git_folder_problem("docs", names)
    assert problem is not None
    assert problem.path.startswith("docs/")


@pytest.mark.parametrize(
    "names",
    [
        (),
        ("HEAD",),
        ("objects", "refs", "config"),
        ("HEAD", "objects"),
        ("HEAD", "refs"),
        ("HEAD.md", "objects", "refs"),
        ("commondir",),
    ],
)
def test_other_folders_are_no_repositories(names: tuple[str, ...]) -> None:
    assert git_folder_problem("docs", names) is None


@pytest.mark.parametrize("left_out", [None, "HEAD", "objects", "refs", "config"])
def test_the_rule_is_git_s_own(tmp_path: Path, left_out: str | None) -> None:
    """Whatever git takes for a repository is a problem."""
    git(tmp_path, "init", "--quiet", "--bare", "bare")
    bare = tmp_path / "bare"
    if left_out:
        (bare / left_out).rename(tmp_path / left_out)
    asked = subprocess.run(["git", "rev-parse", "--is-bare-repository"], cwd=bare, capture_output=True, check=False)
    problem = git_folder_problem("", [path.name for path in bare.iterdir()])
    assert (asked.returncode == 0) == (problem is not None)
