"""CONTRIBUTING.md: every command in its sections for maintainers runs, in order, as it stands there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from release_projects import REPOSITORY, git, git_environment, into_repository, own_project

pytestmark = pytest.mark.slow

SECTIONS = ("Propose a change", "Review", "Release", "Correct an error")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

# Stands in for a person at an editor: knows what to write into each file.
_EDITOR = """
import pathlib, sys
path = pathlib.Path(sys.argv[1])
text = path.read_text(encoding="utf-8") if path.exists() else ""
if path.name == "errata.yml":
    text = pathlib.Path({errata!r}).read_text(encoding="utf-8")
elif path.name == "CHANGELOG.md":
    text = text.replace("## Standard\\n", "## Standard\\n\\n### [Unreleased]\\n\\nA remark of ours.\\n", 1)
elif path.parts[0] == "standard":
    added = '  - id: PSF-06.2\\n    text: "Every handover to a person must be logged."\\n---\\n'
    head, mark, tail = text[3:].partition("\\n---\\n")
    assert mark
    text = "---" + head + "\\n" + added + tail
else:
    text += "\\nOne more sentence.\\n"
path.write_text(text, encoding="utf-8")
"""


def _section(name: str) -> str:
    text = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
    match = re.search(rf"^## {re.escape(name)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert match, f"CONTRIBUTING.md has no section {name!r}"
    return match[1]


def _blocks(language: str) -> Iterator[list[str]]:
    for name in SECTIONS:
        found = [text for kind, text in _BLOCK.findall(_section(name)) if kind == language]
        for text in found:
            yield text.rstrip("\n").split("\n")


def _environment(folder: Path) -> dict[str, str]:
    """The shell of a maintainer: the commands on the path, and an editor."""
    programs = folder / "bin"
    programs.mkdir()
    errata = folder / "errata.yml"
    errata.write_text("\n".join(next(block for block in _blocks("yaml") if block[0] == "errata:")) + "\n")
    (folder / "editor.py").write_text(_EDITOR.format(errata=str(errata)))
    commands = {
        "editions": '-c "from editions.cli import main; main()"',
        "mkdocs": "-m mkdocs",
        "editor": str(folder / "editor.py"),
    }
    for name, arguments in commands.items():
        (programs / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments} "$@"\n')
        (programs / name).chmod(0o755)
    return {
        **git_environment(),
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(sys.path),
        "EDITOR": "editor",
        "NO_MKDOCS_2_WARNING": "1",
    }


def test_every_command_of_the_guide_runs(tmp_path: Path) -> None:
    project = own_project(tmp_path / "project", "1.1")
    (project / ".gitignore").write_text("site/\ndist/\n")
    into_repository(project)
    origin = tmp_path / "origin.git"
    git(tmp_path, "clone", "--quiet", "--bare", str(project), str(origin))
    git(project, "remote", "add", "origin", str(origin))
    git(project, "fetch", "--quiet", "origin")
    git(project, "branch", "--quiet", "--set-upstream-to", "origin/main", "main")
    environment = _environment(tmp_path)
    ran = 0
    for block in _blocks("console"):
        if block[0] == "$ git switch main":  # what was pushed last has been merged in the meantime
            git(origin, "update-ref", "refs/heads/main", git(project, "rev-parse", "HEAD").strip())
        for line in block:
            assert line.startswith("$ "), line
            done = subprocess.run(  # noqa: S602 - the guide's own lines, as a person types them
                line.removeprefix("$ "),
                shell=True,
                cwd=project,
                env=environment,
                capture_output=True,
                text=True,
            )
            assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
            ran += 1
    assert ran > 30
    assert git(origin, "tag").split() == ["v1.2"]
    assert "A remark of ours." in (project / "CHANGELOG.md").read_text(encoding="utf-8")
    assert (project / "dist/SHA256SUMS").is_file()


def test_every_section_shows_commands() -> None:
    for name in SECTIONS:
        assert any(kind == "console" for kind, _ in _BLOCK.findall(_section(name)))
