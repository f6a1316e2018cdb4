"""The guide "Publish your own standard": each command runs as it stands, in order, with the engine from its wheel."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from bare_machine import Machine

from release_projects import REPOSITORY, git

pytestmark = pytest.mark.slow

GUIDE = REPOSITORY / "docs/publish.md"
_BLOCK = re.compile(r"(?:`(?P<file>[\w.-]+)`:\n\n)?^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_SERVED = re.compile(r"make .*\bserve")


@dataclass
class Command:
    """A command of the guide, and the lines that the guide shows of what it prints."""

    text: str
    shown: list[str] = field(default_factory=list)


def _commands(text: str) -> list[Command]:
    commands: list[Command] = []
    for match in _BLOCK.finditer(text):
        for line in match["text"].splitlines() if match["language"] == "console" else ():
            if line.startswith("$ "):
                commands.append(Command(line.removeprefix("$ ")))
            elif commands[-1].text.endswith("\\") and not commands[-1].shown:
                commands[-1].text += f"\n{line}"
            else:
                commands[-1].shown.append(line.strip())
    return commands


def _files(text: str) -> dict[str, str]:
    return {match["file"]: match["text"] for match in _BLOCK.finditer(text) if match["file"]}


class Shell:
    """One shell session: folder and environment carry over from command to command."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self._folder = folder
        self._environment = environment
        self._state = folder.with_name(f"{folder.name}-state")
        self._state.write_text(f"cd {folder}\n")

    def run(self, command: str) -> str:
        script = (
            f'. "{self._state}"\n{command}\nstatus=$?\n{{ export -p; echo "cd $PWD"; }} > "{self._state}"\nexit $status'
        )
        done = subprocess.run(
            ["bash", "-c", script],
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
            timeout=300,
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}"
        return done.stdout

    def serve(self, command: str, address: str) -> None:
        """Start a server, read its home page, and stop it as Ctrl+C does."""
        script = f'. "{self._state}"\n{command}'
        server = subprocess.Popen(
            ["bash", "-c", script],
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        try:
            while True:
                assert server.poll() is None, server.communicate()[0]
                try:
                    with urllib.request.urlopen(f"http://{address}/", timeout=5) as answer:
                        assert b"Kitchen Safety Standard" in answer.read()
                    return
                except OSError:
                    time.sleep(0.1)
        finally:
            os.killpg(server.pid, signal.SIGINT)
            server.communicate(timeout=60)


@pytest.fixture
def shell(machine: Machine, tmp_path: Path) -> tuple[Shell, str]:
    """The shell of a reader of the guide, whose repository stands on the same machine, and the address it serves at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    remote = tmp_path / "remote.git"
    git(tmp_path, "init", "--quiet", "--bare", str(remote))
    folder = tmp_path / "guide"
    folder.mkdir()
    for name, text in _files(GUIDE.read_text(encoding="utf-8")).items():
        (folder / name).write_text(text, encoding="utf-8")
    elsewhere = {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{remote}.insteadOf",
        "GIT_CONFIG_VALUE_0": "https://github.com/guild-of-cooks/kitchen-safety-standard",
    }
    return Shell(folder, {**machine.environment, **elsewhere, "ADDRESS": address}), address


def test_every_command_of_the_guide_runs_as_it_stands(shell: tuple[Shell, str], tmp_path: Path) -> None:
    session, address = shell
    commands = _commands(GUIDE.read_text(encoding="utf-8"))
    assert len(commands) > 20
    for command in commands:
        if _SERVED.fullmatch(command.text):
            session.serve(command.text, address)
            continue
        printed = session.run(command.text)
        for line in command.shown:
            assert line in printed, f"{command.text}\nprints no {line!r} but\n{printed}"
    pushed = git(tmp_path / "remote.git", "ls-tree", "-r", "--name-only", "v1.1").splitlines()
    assert "standard/releases/1.1/release.json" in pushed
    assert "site/index.html" not in pushed
    # The site of a standard that began with nothing has what this repository's site has.
    site = tmp_path / "guide/my-standard/site"
    for path in ("index.html", "standard/draft/index.html", "standard/criteria.json", "schema/domain-1.schema.json"):
        assert (site / path).is_file(), path


def test_the_guide_shows_its_files_before_they_are_used() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    for name in _files(text):
        assert text.index(f"`{name}`:") < text.index(f" {name} "), name
