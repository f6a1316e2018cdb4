"""Both servers show each edit without a restart, say what is wrong with a broken one, and recover."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from project_files import write_project
from sites import QUIET, ROOT

pytestmark = pytest.mark.slow

CONFIGURATION = """\
site_name: Kitchen Safety Standard
site_url: https://kitchen.example/
theme: {name: material}
plugins:
  - editions/standard:
      releases: {changelog: false}
  - editions/criteria
  - editions/compare
  - editions/citations
  - editions/attribution
"""
PATIENCE = 60.0  # seconds until an edit must show; it shows within two


class Served:
    """A project that is being served, and what the server has printed."""

    def __init__(self, project: Path, *command: str) -> None:
        """Start the server with a copy of the engine, so that its schemas can be edited too."""
        for name in ("plugins", "schema"):
            shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.project = project
        self.url = f"http://127.0.0.1:{port}/"
        self.lines: list[str] = []
        environment = {**os.environ, **QUIET, "PYTHONPATH": str(project / "plugins"), "PYTHONUNBUFFERED": "1"}
        self._process = subprocess.Popen(
            [sys.executable, *command, "serve", "-a", f"127.0.0.1:{port}"],
            cwd=project,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        threading.Thread(target=self._listen, daemon=True).start()
        self.until(lambda: self.said("Serving on"))

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.lines.append(line)

    def said(self, words: str, after: int = 0) -> bool:
        """Whether the server has printed some words, after a number of lines."""
        return any(words in line for line in self.lines[after:])

    def write(self, path: str, old: str, new: str) -> None:
        """Replace a text in a file of the project."""
        place = self.project / path
        text = place.read_text(encoding="utf-8")
        assert old in text
        place.write_text(text.replace(old, new), encoding="utf-8")

    def get(self, address: str) -> str:
        """A page as it is served now; empty if there is none."""
        try:
            with urllib.request.urlopen(self.url + address.lstrip("/"), timeout=PATIENCE) as answer:  # noqa: S310
                text: str = answer.read().decode("utf-8")
                return text
        except OSError:
            return ""

    def shows(self, address: str, words: str) -> None:
        """Wait until a page holds some words."""
        self.until(lambda: words in self.get(address))

    def until(self, true: Callable[[], bool]) -> None:
        """Wait until something is so."""
        deadline = time.monotonic() + PATIENCE
        while not true():
            assert self._process.poll() is None, "".join(self.lines)
            assert time.monotonic() < deadline, "".join(self.lines[-40:])
            time.sleep(0.1)

    def stop(self) -> None:
        """End the server."""
        self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


@pytest.fixture(
    scope="module",
    params=[("-m", "mkdocs"), ("-c", "from editions.cli import main; main()")],
    ids=["mkdocs", "editions"],
)
def served(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Served]:
    project = write_project(
        tmp_path_factory.mktemp("serve") / "project", draft=True, files={"mkdocs.yml": CONFIGURATION}
    )
    server = Served(project, *request.param)
    try:
        yield server
    finally:
        server.stop()


def test_an_edit_of_the_standard_shows(served: Served) -> None:
    served.shows("/standard/draft/domains/knives/", "Knives")
    served.write("standard/domains/01-knives.md", "title: Knives", "title: Knives Renewed")
    served.shows("/standard/draft/domains/knives/", "Knives Renewed")


def test_an_edit_of_an_article_shows(served: Served) -> None:
    path = "insights/what-is-a-kitchen.md"
    served.write(path, 'version: "1.1"', 'version: "1.2"')
    served.write(path, "One room, or two.", "One room, or three.")
    served.shows("/insights/what-is-a-kitchen/draft/", "One room, or three.")


def test_an_edit_of_the_citation_guidance_shows(served: Served) -> None:
    path = served.project / "citations" / "index.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nA new last line.\n", encoding="utf-8")
    served.shows("/citations/", "A new last line.")


def test_an_edit_of_a_schema_shows(served: Served) -> None:
    served.write("schema/page-1.schema.json", '"title"', '"title" ')
    served.write("schema/page-1.schema.json", '"description": "', '"description": "Renewed: ')
    served.shows("/schema/page-1.schema.json", "Renewed: ")


def test_an_edit_of_the_sites_own_pages_shows(served: Served) -> None:
    served.write("docs/license.md", "title: ", "title: Renewed ")
    served.shows("/license/", "Renewed ")


def test_a_new_file_shows_and_a_removed_one_goes(served: Served) -> None:
    front = '---\ntitle: Brand New\nversion: "0.1"\ndate: "2026"\ncategory: Note\nsummary: New.\n---\n\nText.\n'
    path = served.project / "insights" / "brand-new.md"
    path.write_text(front, encoding="utf-8")
    served.shows("/insights/brand-new/draft/", "Brand New")
    path.unlink()
    served.until(lambda: not served.get("/insights/brand-new/draft/"))


def test_a_broken_edit_is_named_by_file_and_line_and_its_correction_shows(served: Served) -> None:
    before = len(served.lines)
    path = served.project / "standard" / "domains" / "01-knives.md"
    sound = path.read_text(encoding="utf-8")
    path.write_text(sound.replace("id: K1\n", "id: K1\nid: K1\n"), encoding="utf-8")
    served.until(lambda: served.said("standard/domains/01-knives.md:3: ", before))
    served.until(lambda: served.said("nothing was built", before))
    assert not served.said("Traceback")
    path.write_text(sound.replace("title: Knives", "title: Knives Mended"), encoding="utf-8")
    served.shows("/standard/draft/domains/knives/", "Knives Mended")
