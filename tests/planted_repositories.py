"""Folders that git takes for repositories, as a contributor could commit them, and what makes git run a program."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from editions.source.release_lock import lock_bytes, make_lock
from project_files import write_project
from release_projects import commit_all, git, into_repository, replace_in

HYGIENE = "domains/03-hygiene.md"
RELEASED = f"standard/releases/2.0/{HYGIENE}"
MISSING = "a" * 40

# Configurations that make git run CANARY, a program that leaves a file behind. These need an object that is missing:
_PARTIAL = "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tpartialClone = origin\n"
FETCHING = {
    "a remote helper": 'url = ext::sh -c "CANARY"\n[protocol "ext"]\n\tallow = always\n',
    "any protocol": 'url = ext::sh -c "CANARY"\n[protocol]\n\tallow = always\n[protocol "ext"]\n\tallow = always\n',
    "the program of a remote": "url = /\n\tuploadpack = CANARY\n",
    "ssh": "url = ssh://127.0.0.1:1/x\n[core]\n\tsshCommand = CANARY\n",
    "a proxy of git's protocol": "url = git://127.0.0.1:1/x\n[core]\n\tgitProxy = CANARY\n",
}
RUNNING = {
    "a file system monitor": "[core]\n\tfsmonitor = CANARY\n",
    "hooks": "[core]\n\thooksPath = HOOKS\n",
    "pagers": "[core]\n\tpager = CANARY\n[pager]\n\trev-parse = CANARY\n\tls-tree = CANARY\n\tcat-file = CANARY\n",
    "aliases": '[alias]\n\trev-parse = "!CANARY"\n\tls-tree = "!CANARY"\n\tcat-file = "!CANARY"\n',
    "differences": '[diff]\n\texternal = CANARY\n[diff "canary"]\n\ttextconv = CANARY\n\tcommand = CANARY\n',
    "filters": '[filter "canary"]\n\tsmudge = CANARY\n\tclean = CANARY\n\tprocess = CANARY\n\trequired = true\n',
    "alternates": "[core]\n\talternateRefsCommand = CANARY\n",
    "another work tree": "[core]\n\tworktree = HOOKS\n",
    "an included file": "[include]\n\tpath = INCLUDED\n",
}
ATTRIBUTES = "* filter=canary diff=canary\n"


@dataclass(frozen=True)
class Canary:
    """A program that notes that it ran.

    Attributes:
        folder: A folder for it, for hooks that do the same, and for what it leaves behind.
    """

    folder: Path

    @property
    def sang(self) -> bool:
        """Whether it ran."""
        return (self.folder / "sang").exists()

    def settings(self, what: str) -> str:
        """A configuration that makes git run it."""
        text = f'{_PARTIAL}[remote "origin"]\n\tpromisor = true\n\t{FETCHING[what]}' if what in FETCHING else ""
        text += RUNNING.get(what, "")
        included = f"[core]\n\tfsmonitor = {self.program}\n\thooksPath = {self.folder / 'hooks'}\n"
        (self.folder / "included").write_text(included, encoding="utf-8")
        text = text.replace("HOOKS", str(self.folder / "hooks")).replace("INCLUDED", str(self.folder / "included"))
        return text.replace("CANARY", str(self.program))

    @property
    def program(self) -> Path:
        """Its path."""
        return self.folder / "canary"


def hatch_canary(folder: Path) -> Canary:
    """Write the program, and every hook that might be called by a command that reads."""
    (folder / "hooks").mkdir(parents=True)
    names = ("post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman")
    for path in (folder / "canary", *(folder / "hooks" / name for name in names)):
        path.write_text(f"#!/bin/sh\n: > '{folder / 'sang'}'\n", encoding="utf-8")
        path.chmod(0o755)
    return Canary(folder)


def rewrite_release(project: Path) -> None:
    """Change what 2.0 says, in its lock and in the working copy too, so that only the history can tell."""
    for path in (RELEASED, f"standard/{HYGIENE}"):
        replace_in(project / path, "washed before", "washed after")
    folder = project / "standard/releases/2.0"
    before = json.loads((folder / "release.json").read_bytes())
    contents = {name: (folder / name).read_bytes() for name in before["files"]}
    previous = (before["previous"]["version"], before["previous"]["digest"])
    lock = make_lock(before["$schema"], before["version"], before["date"], contents, previous)
    (folder / "release.json").write_bytes(lock_bytes(lock))


def plant_history(folder: Path, history: Path, settings: str) -> None:
    """Make a folder one that git takes for a bare repository with the commits of another."""
    bare = history.with_name(f"{history.name}.git")
    git(history.parent, "clone", "--quiet", "--bare", "--no-local", history.name, bare.name)
    (bare / "refs/.keep").touch()  # git tracks no empty folder
    plain = "[core]\n\trepositoryformatversion = 0\n\tbare = true\n"
    (bare / "config").write_text(settings if "[extensions]" in settings else plain + settings, encoding="utf-8")
    for name in ("HEAD", "config", "packed-refs", "objects", "refs"):
        if (bare / name).is_dir():
            shutil.copytree(bare / name, folder / name)
        else:
            shutil.copy(bare / name, folder / name)
    shutil.rmtree(bare)


def plant_repository(folder: Path, project: Path, settings: str) -> None:
    """Commit what makes git take a folder for a repository, in which the project's release always was as it is now.

    Where ``settings`` are those of a partial clone, its branch names a commit that would have to be fetched.
    """
    history = folder.parent / f"{folder.name}-history"
    shutil.copytree(project, history, ignore=shutil.ignore_patterns(".git"))
    into_repository(history)
    git(history, "commit", "--quiet", "--allow-empty", "--message", "More")
    plant_history(folder, history, settings)
    shutil.rmtree(history)
    if "[extensions]" in settings:
        (folder / "packed-refs").unlink()
        (folder / "refs/heads").mkdir(parents=True, exist_ok=True)
        (folder / "refs/heads/main").write_text(f"{MISSING}\n", encoding="ascii")


def honest_project(repository: Path, inside: str) -> Path:
    """A project in a folder of a repository, committed."""
    project = write_project(repository / inside)
    into_repository(repository)
    return project


def commit_attack(repository: Path) -> None:
    """Commit everything, as a pull request that is checked out; the honest state is ``HEAD^1``."""
    commit_all(repository, "Harmless")
