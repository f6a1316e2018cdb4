"""``editions check --against`` wherever a project may be in a repository, and from wherever it is called."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from planted_repositories import RELEASED, honest_project, rewrite_release
from release_projects import commit_all, editions, git, into_repository

pytestmark = pytest.mark.slow

FILES = ("-c", "protocol.file.allow=always")


def _top(folder: Path) -> Path:
    return honest_project(folder / "repository", "")


def _folder(folder: Path) -> Path:
    return honest_project(folder / "repository", "a/std")


def _odd_names(folder: Path) -> Path:
    return honest_project(folder / "a repository", "--odd [x]*/:(top) é\n/std\n")


def _cloned(folder: Path) -> Path:
    honest_project(folder / "repository", "std")
    git(folder, "clone", "--quiet", "repository", "clone")
    return folder / "clone/std"


def _shallow(folder: Path) -> Path:
    project = honest_project(folder / "repository", "std")
    (project / "docs/more.txt").write_text("More.", encoding="utf-8")
    commit_all(project, "More")
    git(folder, "clone", "--quiet", "--no-local", "--depth", "1", "repository", "clone")
    return folder / "clone/std"


def _work_tree(folder: Path) -> Path:
    honest_project(folder / "repository", "std")
    git(folder / "repository", "worktree", "add", "--quiet", "--detach", "../tree")
    return folder / "tree/std"


def _work_tree_inside(folder: Path) -> Path:
    honest_project(folder / "repository", "std")
    git(folder / "repository", "worktree", "add", "--quiet", "--detach", "trees/one")
    return folder / "repository/trees/one/std"


def _work_tree_of_a_bare_repository(folder: Path) -> Path:
    """A layout that people use to have all branches beside one another."""
    honest_project(folder / "repository", "std")
    (folder / "all").mkdir()
    git(folder, "clone", "--quiet", "--bare", "repository", "all/.bare")
    (folder / "all/.git").write_text("gitdir: ./.bare\n", encoding="utf-8")
    git(folder / "all", "worktree", "add", "--quiet", "main")
    return folder / "all/main/std"


def _submodule(folder: Path, inside: str = "") -> Path:
    honest_project(folder / "repository", inside)
    (folder / "outer").mkdir()
    (folder / "outer/README").write_text("Outer.", encoding="utf-8")
    into_repository(folder / "outer")
    git(folder / "outer", *FILES, "submodule", "--quiet", "add", str(folder / "repository"), "parts/std")
    return folder / "outer/parts/std" / inside


def _folder_of_a_submodule(folder: Path) -> Path:
    return _submodule(folder, "a/std")


def _submodule_of_a_work_tree(folder: Path) -> Path:
    _submodule(folder)
    commit_all(folder / "outer", "Add")
    git(folder / "outer", "worktree", "add", "--quiet", "--detach", "../tree")
    git(folder / "tree", *FILES, "submodule", "--quiet", "update", "--init")
    return folder / "tree/parts/std"


def _git_kept_elsewhere(folder: Path) -> Path:
    honest_project(folder / "repository", "std")
    git(folder / "repository", "init", "--quiet", "--separate-git-dir", "../kept")
    return folder / "repository/std"


def _git_linked(folder: Path) -> Path:
    project = honest_project(folder / "repository", "std")
    (folder / "repository/.git").rename(folder / "kept")
    (folder / "repository/.git").symlink_to("../kept")
    return project


def _linked(folder: Path) -> Path:
    honest_project(folder / "repository", "a/std")
    (folder / "link").symlink_to("repository/a")
    return folder / "link/std"


def _inside_another(folder: Path) -> Path:
    honest_project(folder / "outer", "other")
    return honest_project(folder / "outer/clones/repository", "std")


PLACES: dict[str, Callable[[Path], Path]] = {
    "the top": _top,
    "a folder": _folder,
    "folders with odd names": _odd_names,
    "a clone": _cloned,
    "a shallow clone": _shallow,
    "a linked work tree": _work_tree,
    "a linked work tree inside of the repository": _work_tree_inside,
    "a linked work tree of a bare repository": _work_tree_of_a_bare_repository,
    "a submodule": _submodule,
    "a folder of a submodule": _folder_of_a_submodule,
    "a submodule of a linked work tree": _submodule_of_a_work_tree,
    "a repository whose .git is elsewhere": _git_kept_elsewhere,
    "a repository whose .git is a link": _git_linked,
    "a folder behind a link": _linked,
    "a repository inside of another": _inside_another,
}


@pytest.mark.parametrize("place", PLACES)
def test_a_release_is_compared_wherever_the_project_is(tmp_path: Path, place: str) -> None:
    project = PLACES[place](tmp_path)
    outcome = editions(project, "check", "--against", "HEAD")
    assert outcome.code == 0, outcome.output
    assert "No change." in outcome.output
    rewrite_release(project)
    outcome = editions(project, "check", "--against", "HEAD")
    assert outcome.code == 1
    assert f"{RELEASED}:6: was released and differs from then" in outcome.output


@pytest.mark.parametrize("here", [".", "outside", "repository", "repository/a/std/docs", "repository/.git"])
def test_it_may_be_called_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, here: str) -> None:
    project = _folder(tmp_path)
    rewrite_release(project)
    (tmp_path / "outside").mkdir()
    monkeypatch.chdir(tmp_path / here)
    outcome = editions(Path(os.path.relpath(project)), "check", "--against", "HEAD")
    assert outcome.code == 1
    assert f"{RELEASED}:6: was released and differs from then" in outcome.output


@pytest.mark.parametrize("place", ["the top", "a folder", "a linked work tree", "a submodule"])
def test_it_runs_in_a_hook_before_a_commit(tmp_path: Path, place: str) -> None:
    """Git sets ``GIT_DIR`` and ``GIT_INDEX_FILE`` for hooks; a commit of single paths has an index of its own."""
    project = PLACES[place](tmp_path)
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    command = f"{sys.executable} -c 'from editions.cli import main; main()'"
    check = f"check --against HEAD -f '{project}/mkdocs.yml'"
    search = os.pathsep.join(sys.path)
    script = f"#!/bin/sh\nenv >'{tmp_path}/env'\nPYTHONPATH='{search}' {command} {check} >'{tmp_path}/out' 2>&1\n"
    (hooks / "pre-commit").write_text(script, encoding="utf-8")
    (hooks / "pre-commit").chmod(0o755)
    rewrite_release(project)
    git(project, "-c", f"core.hooksPath={hooks}", "commit", "--quiet", "-m", "X", "--", "mkdocs.yml", refused=True)
    said = (tmp_path / "out").read_text(encoding="utf-8")
    assert f"{RELEASED}:6: was released and differs from then" in said
    assert "GIT_INDEX_FILE=" in (tmp_path / "env").read_text(encoding="utf-8")


def _stranger(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make git believe that everything belongs to somebody else, as its own tests do, and give it a home."""
    (folder / "bin").mkdir()
    script = f'#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec {shutil.which("git")} "$@"\n'
    (folder / "bin/git").write_text(script, encoding="utf-8")
    (folder / "bin/git").chmod(0o755)
    (folder / "home").mkdir()
    monkeypatch.setenv("HOME", str(folder / "home"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("PATH", f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.parametrize("place", ["the top", "a folder", "a linked work tree", "a submodule"])
def test_a_repository_of_another_user_is_read_only_where_git_would(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    project = PLACES[place](tmp_path)
    _stranger(tmp_path, monkeypatch)
    outcome = editions(project, "check", "--against", "HEAD")
    assert outcome.code == 2
    assert "git could not be read: fatal: detected dubious ownership in repository" in outcome.output
    (tmp_path / "home/.gitconfig").write_text("[safe]\n\tdirectory = *\n", encoding="utf-8")
    assert editions(project, "check", "--against", "HEAD").code == 0


@pytest.mark.parametrize("without", ["blob:none", "tree:0"])
def test_a_clone_without_what_it_needs_says_how_to_complete_it(tmp_path: Path, without: str) -> None:
    project = honest_project(tmp_path / "repository", "std")
    rewrite_release(project)
    commit_all(project, "Rewrite")
    git(project, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--no-local", f"--filter={without}", "repository", "clone")
    outcome = editions(tmp_path / "clone/std", "check", "--against", "HEAD^1")
    assert outcome.code == 2
    assert "fetch them with 'git fetch --refetch --no-filter'" in outcome.output
    git(tmp_path / "clone", "fetch", "--quiet", "--refetch", "--no-filter")
    assert editions(tmp_path / "clone/std", "check", "--against", "HEAD^1").code == 1


def test_what_a_shallow_clone_lacks_is_no_commit_in_it(tmp_path: Path) -> None:
    outcome = editions(_shallow(tmp_path), "check", "--against", "HEAD^1")
    assert outcome.code == 2
    assert "there is no commit 'HEAD^1' in this repository; fetch it" in outcome.output


@pytest.mark.parametrize("path", ["", ".", "/nowhere"])
def test_without_git_the_check_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    project = _top(tmp_path)
    monkeypatch.setenv("PATH", path)
    outcome = editions(project, "check", "--against", "HEAD")
    assert outcome.code == 2
    assert "git is not installed; --against needs it" in outcome.output
