"""No text keeps a command busy or ends it: what a parser cannot take is a problem, and the rest works."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from limited_check import LimitedChecks
from project_files import write_project
from sites import QUIET
from small_standard import domain_file
from text_bombs import ACCEPTED, REFUSED

pytestmark = pytest.mark.slow

# A hang guard and no measurement: alone, each of these commands takes seconds.
_GUARD = 300
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


@pytest.fixture(scope="module")
def checks() -> Iterator[LimitedChecks]:
    with LimitedChecks() as running:
        yield running


@pytest.mark.parametrize(("text", "reason"), REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("place", ["criterion", "guidance"])
def test_a_text_beyond_the_limits_is_a_problem(
    checks: LimitedChecks, tmp_path: Path, text: str, reason: str, place: str
) -> None:
    """Wherever such a text is written, the check names its file, its line and the reason."""
    domain = (
        domain_file("K1", "Knives", {"K1.1": "Keep.", "K1.2": text})
        if place == "criterion"
        else domain_file("K1", "Knives", {"K1.1": "Keep.", "K1.2": "Sharpen."}, text)
    )
    path = "standard/domains/01-knives.md"
    result = checks.check(write_project(tmp_path / "project", draft=True, files={path: domain}))
    assert result.code == 1, result
    assert any(line.startswith(f"{path}:") and reason in line for line in result.stdout.splitlines()), result.stdout


def test_a_page_of_the_site_is_limited_as_python_markdown_needs_it(checks: LimitedChecks, tmp_path: Path) -> None:
    page = "---\ntitle: A\n---\n" + "- " * 500 + "a\n"
    result = checks.check(write_project(tmp_path / "project", files={"docs/a.md": page}))
    assert "docs/a.md:4: lists and quotations are nested" in result.stdout


LINEAGE = """\
from: "2.0"
domains:
  - {from: [], to: [K4]}
criteria:
  - {from: [], to: [K4.1]}
"""


@pytest.fixture(scope="module")
def accepted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with every text that is accepted, as a criterion of its draft and within its guidance."""
    texts = {f"K1.{number}": text for number, text in enumerate(("Keep.", "Sharpen.", *ACCEPTED.values()), 1)}
    guidance = "\n\n".join(text for text in ACCEPTED.values() if text.count("\n") < 1_500)
    files = {
        "standard/domains/01-knives.md": domain_file("K1", "Knives", texts),
        "standard/domains/04-guests.md": domain_file("K4", "Guests", {"K4.1": "Greet."}, guidance),
        "standard/lineage.yml": LINEAGE,
        "mkdocs.yml": CONFIGURATION,
    }
    return write_project(tmp_path_factory.mktemp("accepted") / "project", draft=True, files=files)


@pytest.mark.parametrize(
    "command",
    [
        ["editions", "check"],
        ["editions", "diff", "2.0", "draft", "--format", "markdown"],
        ["editions", "export", "draft", "--output", "out"],
        ["mkdocs", "build", "--quiet", "--site-dir", "built"],
    ],
    ids=lambda command: command[1],
)
def test_every_command_takes_the_texts_that_are_accepted(accepted: Path, command: list[str]) -> None:
    """Texts within the limits end no command and keep none busy, all of them in one edition."""
    done = subprocess.run(
        [Path(sys.executable).with_name(command[0]), *command[1:]],
        cwd=accepted,
        env={**os.environ, **QUIET},
        capture_output=True,
        text=True,
        check=False,
        timeout=_GUARD,
    )
    assert done.returncode == 0, (done.stdout[-2000:], done.stderr[-2000:])
