"""What a contributor commits is never a repository to git: it runs no program, and gives no false history."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from planted_repositories import (
    ATTRIBUTES,
    FETCHING,
    MISSING,
    RELEASED,
    RUNNING,
    Canary,
    commit_attack,
    hatch_canary,
    honest_project,
    plant_repository,
    rewrite_release,
)
from release_projects import Outcome, editions, git

pytestmark = pytest.mark.slow

# Where the project is in its repository, and where the files are put that git takes for one.
PLACES = {
    "the project's folder": ("std", "std"),
    "a folder above the project": ("sub/std", "sub"),
    "the top, beside .git": ("", ""),
    "a folder of texts": ("std", "std/standard"),
    "a folder of pages": ("", "docs"),
}


@pytest.fixture
def canary(tmp_path: Path) -> Canary:
    return hatch_canary(tmp_path / "cage")


def _attacked(tmp_path: Path, canary: Canary, settings: str, *, place: str = "the project's folder") -> Path:
    inside, planted = PLACES[place]
    project = honest_project(tmp_path / "repository", inside)
    rewrite_release(project)
    (project / ".gitattributes").write_text(ATTRIBUTES, encoding="utf-8")
    plant_repository(tmp_path / "repository" / planted, project, settings)
    commit_attack(tmp_path / "repository")
    assert not canary.sang
    return project


def _assert_seen(outcome: Outcome, canary: Canary) -> None:
    assert not canary.sang
    assert f"{RELEASED}:6: was released and differs from then" in outcome.output
    assert outcome.code == 1


def test_only_the_history_can_tell_of_a_rewritten_release(tmp_path: Path) -> None:
    project = honest_project(tmp_path / "repository", "std")
    rewrite_release(project)
    assert editions(project, "check").code == 0


@pytest.mark.parametrize("what", [*FETCHING, *RUNNING])
def test_no_program_runs_and_the_rewritten_release_is_seen(tmp_path: Path, canary: Canary, what: str) -> None:
    project = _attacked(tmp_path, canary, canary.settings(what))
    _assert_seen(editions(project, "check", "--against", "HEAD^1"), canary)


@pytest.mark.parametrize("settings", ["", "a remote helper"], ids=["false history", "command"])
@pytest.mark.parametrize("place", PLACES)
def test_wherever_it_is_planted(tmp_path: Path, canary: Canary, place: str, settings: str) -> None:
    project = _attacked(tmp_path, canary, canary.settings(settings) if settings else "", place=place)
    _assert_seen(editions(project, "check", "--against", "HEAD^1"), canary)


def test_git_s_folder_may_be_in_two_parts(tmp_path: Path, canary: Canary) -> None:
    """``commondir`` names where ``objects`` and ``refs`` are, so that they are not beside ``HEAD``."""
    project = _attacked(tmp_path, canary, canary.settings("a remote helper"))
    (project / "docs/parts").mkdir()
    for name in ("objects", "refs", "config"):
        (project / name).rename(project / "docs/parts" / name)
    (project / "commondir").write_text("docs/parts\n", encoding="utf-8")
    commit_attack(tmp_path / "repository")
    outcome = editions(project, "check", "--against", "HEAD^^")
    _assert_seen(outcome, canary)
    assert "HEAD:1: makes git take this folder for a repository" in outcome.output


# What a hook, a shell or a tool may have set, each value naming something of the attacked project or of the canary.
ENVIRONMENT = {
    "GIT_DIR": "{project}",
    "GIT_WORK_TREE": "{project}/docs",
    "GIT_COMMON_DIR": "{project}",
    "GIT_INDEX_FILE": "{project}/mkdocs.yml",
    "GIT_OBJECT_DIRECTORY": "{project}/objects",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES": "{project}/objects",
    "GIT_CEILING_DIRECTORIES": "{project}:{project}/..",
    "GIT_CONFIG_PARAMETERS": "'core.fsmonitor={canary}' 'safe.bareRepository=all'",
    "GIT_CONFIG_GLOBAL": "{project}/config",
    "GIT_CONFIG_SYSTEM": "{project}/config",
    "GIT_GRAFT_FILE": "{grafts}",
    "GIT_SHALLOW_FILE": "{shallow}",
    "GIT_NAMESPACE": "elsewhere",
    "GIT_EXTERNAL_DIFF": "{canary}",
    "GIT_PAGER": "{canary}",
    "GIT_SSH_COMMAND": "{canary}",
    "GIT_PROXY_COMMAND": "{canary}",
    "GIT_ALLOW_PROTOCOL": "ext",
    "GIT_TRACE": "{trace}",
}


@pytest.mark.parametrize("name", ENVIRONMENT)
def test_the_environment_leads_git_nowhere_else(
    tmp_path: Path, canary: Canary, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    project = _attacked(tmp_path, canary, "")
    root, first = git(tmp_path / "repository", "rev-parse", "HEAD", "HEAD^1").split()
    (tmp_path / "grafts").write_text(f"{root} {root}\n{first}\n", encoding="ascii")
    (tmp_path / "shallow").write_text(f"{root}\n", encoding="ascii")
    places = {key: tmp_path / key for key in ("grafts", "shallow", "trace")}
    monkeypatch.setenv(name, ENVIRONMENT[name].format(project=project, canary=canary.program, **places))
    _assert_seen(editions(project, "check", "--against", "HEAD^1"), canary)
    assert not places["trace"].exists()


def test_settings_of_the_environment_are_not_obeyed(
    tmp_path: Path, canary: Canary, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = _attacked(tmp_path, canary, "")
    settings = {"core.worktree": str(project / "docs"), "core.fsmonitor": str(canary.program), "core.bare": "true"}
    monkeypatch.setenv("GIT_CONFIG_COUNT", str(len(settings)))
    for number, (key, value) in enumerate(settings.items()):
        monkeypatch.setenv(f"GIT_CONFIG_KEY_{number}", key)
        monkeypatch.setenv(f"GIT_CONFIG_VALUE_{number}", value)
    _assert_seen(editions(project, "check", "--against", "HEAD^1"), canary)


@pytest.mark.parametrize("path", [".{rest}", "{rest}", "{rest}:.", "tools:{rest}", ":{rest}"])
def test_a_program_of_the_project_is_not_taken_for_git(
    tmp_path: Path, canary: Canary, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    """Windows looks into the working directory first; elsewhere a PATH may name it."""
    project = _attacked(tmp_path, canary, "")
    (project / "tools").mkdir()
    for folder in (project, project / "tools"):
        shutil.copy(canary.program, folder / "git")
        shutil.copy(canary.program, folder / "git.exe")
    monkeypatch.chdir(project)
    monkeypatch.setenv("PATH", path.replace(".{rest}", ".:{rest}").format(rest=os.environ["PATH"]))
    _assert_seen(editions(project, "check", "--against", "HEAD^1"), canary)


# From here on the repository itself is not to be trusted: it came in an archive, with its .git.


def _older_git(folder: Path, forgets: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a git on the PATH that does not know a variable."""
    real = shutil.which("git")
    folder.mkdir()
    (folder / "git").write_text(f'#!/bin/sh\nunset {forgets}\nexec {real} "$@"\n', encoding="utf-8")
    (folder / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.parametrize("forgets", ["NOTHING", "GIT_NO_LAZY_FETCH"])
@pytest.mark.parametrize("what", FETCHING)
def test_a_repository_that_lacks_objects_fetches_none(
    tmp_path: Path, canary: Canary, monkeypatch: pytest.MonkeyPatch, what: str, forgets: str
) -> None:
    project = honest_project(tmp_path / "repository", "std")
    (project / "../.git/config").write_text(canary.settings(what), encoding="utf-8")
    (project / "../.git/refs/heads/main").write_text(f"{MISSING}\n", encoding="ascii")
    _older_git(tmp_path / "bin", forgets, monkeypatch)
    outcome = editions(project, "check", "--against", MISSING)
    assert not canary.sang
    assert outcome.code == 2
    assert f"there is no commit '{MISSING}' in this repository" in outcome.output


@pytest.mark.parametrize("what", RUNNING)
def test_a_repository_s_own_settings_run_nothing(tmp_path: Path, canary: Canary, what: str) -> None:
    project = honest_project(tmp_path / "repository", "std")
    rewrite_release(project)
    (project / ".gitattributes").write_text(ATTRIBUTES, encoding="utf-8")
    with (tmp_path / "repository/.git/config").open("a", encoding="utf-8") as config:
        config.write(canary.settings(what))
    (tmp_path / "repository/.git/info").mkdir(exist_ok=True)
    (tmp_path / "repository/.git/info/attributes").write_text(ATTRIBUTES, encoding="utf-8")
    _assert_seen(editions(project, "check", "--against", "HEAD"), canary)


@pytest.mark.parametrize("outer", ["clone", "work tree"])
def test_a_git_file_that_names_tracked_files_is_refused(tmp_path: Path, canary: Canary, outer: str) -> None:
    """Git tracks no ``.git``, but an archive that is unpacked over a clone may bring one."""
    project = _attacked(tmp_path, canary, "", place="a folder of pages") / "std"
    repository = tmp_path / "repository"
    shutil.copytree(repository, project, ignore=shutil.ignore_patterns(".git"))
    commit_attack(repository)
    if outer == "work tree":
        git(repository, "worktree", "add", "--quiet", "--detach", "../tree")
        project = tmp_path / "tree/std"
    (project / ".git").write_text("gitdir: ../docs\n", encoding="utf-8")
    outcome = editions(project, "check", "--against", "HEAD")
    assert outcome.code == 2
    assert "which is among the files of another repository" in outcome.output


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "invalid gitfile format"),
        ("nonsense\n", "invalid gitfile format"),
        ("gitdir: docs\n", "not a git repository"),
        ("gitdir: \0\n", "not a git repository"),
        (None, ".git is not a git repository; remove it"),
    ],
)
def test_a_git_that_is_no_repository_is_an_error(tmp_path: Path, content: str | None, message: str) -> None:
    project = honest_project(tmp_path / "repository", "std")
    if content is None:
        (project / ".git").mkdir()
    else:
        (project / ".git").write_text(content, encoding="utf-8")
    outcome = editions(project, "check", "--against", "HEAD")
    assert outcome.code == 2
    assert message in outcome.output
