"""Projects in git repositories, and the command as people run it."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from editions.cli import main
from editions.model import Version
from project_files import write_project

REPOSITORY = Path(__file__).parents[1]
_CARRIED = (
    "standard",
    "insights",
    "citations",
    "docs",
    "mkdocs.yml",
    "CHANGELOG.md",
    "CITATION.cff",
    "LICENSE-CONTENT",
    ".gitattributes",
)
_IDENTITY = {
    "GIT_AUTHOR_NAME": "A Maintainer",
    "GIT_AUTHOR_EMAIL": "maintainer@example.org",
    "GIT_COMMITTER_NAME": "A Maintainer",
    "GIT_COMMITTER_EMAIL": "maintainer@example.org",
    "GIT_AUTHOR_DATE": "2026-01-01T00:00:00Z",
    "GIT_COMMITTER_DATE": "2026-01-01T00:00:00Z",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


@dataclass(frozen=True)
class Outcome:
    """What a command did: its exit code, and all that it printed."""

    code: int
    output: str


def editions(folder: Path, *arguments: str) -> Outcome:
    """Run the ``editions`` command on a project."""
    result = CliRunner().invoke(main, [*arguments, "--config-file", str(folder / "mkdocs.yml")])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return Outcome(result.exit_code, result.output)


def git_environment() -> dict[str, str]:
    """The environment in which git knows a person and nobody's settings."""
    return {**os.environ, **_IDENTITY}


def git(folder: Path, *arguments: str, refused: bool = False) -> str:
    """Run git in a folder; ``refused`` if it has to fail."""
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=git_environment(), capture_output=True, text=True, check=False
    )
    assert bool(done.returncode) == refused, done.stderr
    return done.stdout


def commit_all(folder: Path, message: str) -> None:
    """Commit everything that a folder holds."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)


def into_repository(folder: Path) -> Path:
    """Begin a git repository in a folder and commit what is there to ``main``."""
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "config", "core.autocrlf", "false")
    commit_all(folder, "Begin")
    return folder


def own_project(folder: Path, newest: str) -> Path:
    """A copy of this repository's standard as it was right after a release, without the engine."""
    folder.mkdir(parents=True)
    for name in _CARRIED:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copy(source, folder / name)
    standard = folder / "standard"
    for release in (standard / "releases").iterdir():
        if Version.parse(release.name) > Version.parse(newest):
            shutil.rmtree(release)
    for path in (standard / "domains", standard / "errata.yml"):
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    shutil.copytree(standard / "releases" / newest, standard, dirs_exist_ok=True)
    (standard / "release.json").unlink()
    changelog = folder / "CHANGELOG.md"
    changelog.unlink()
    assert editions(folder, "changelog", "--write").code == 0
    return folder


def kitchen(folder: Path, *, options: str = "{}") -> Path:
    """The small standard with its changelog; ``options`` is the policy in YAML's flow style."""
    write_project(folder)
    configuration = folder / "mkdocs.yml"
    text = configuration.read_text(encoding="utf-8")
    assert "releases: {changelog: false}" in text
    configuration.write_text(text.replace("{changelog: false}", options), encoding="utf-8")
    assert editions(folder, "changelog", "--write").code == 0
    return folder


def replace_in(path: Path, old: str, new: str) -> None:
    """Replace the only occurrence of a text in a file."""
    text = path.read_bytes().decode()
    assert text.count(old) == 1, (old, text)
    path.write_bytes(text.replace(old, new).encode())


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, git's own left out."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".git" not in path.relative_to(folder).parts
    }
