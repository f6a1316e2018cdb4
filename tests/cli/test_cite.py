"""``editions cite`` and ``editions works``, and the repository's own citation file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from editions.citations.repository_file import repository_cff
from editions.cli import main
from editions.source.configuration import read_configuration
from editions.validation import load_publication

ROOT = Path(__file__).parents[2]
CFF_SCHEMA = ROOT / "tests" / "citations" / "data" / "cff-1.2.0.schema.json"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--config-file", str(ROOT / "mkdocs.yml")])


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        # Issue 4, item 2.
        (
            ("psf-1.0",),
            (
                "Production AI Institute. (2024). Production Safety Framework (Version 1.0). "
                "https://productionai.institute/standard/1.0/\n"
            ),
        ),
        (
            ("psf-1.1", "--style", "ieee"),
            (
                "Production AI Institute, Production Safety Framework, Version 1.1, Apr. 2026. [Online]. Available: "
                "https://productionai.institute/standard/1.1/\n"
            ),
        ),
        (
            ("psf-1.0", "--style", "short"),
            "Production AI Institute. (2024). Production Safety Framework v1.0. productionai.institute/standard\n",
        ),
        # Cite Them Right: (Accessed: day month year).
        (
            ("psf-1.0", "--style", "harvard", "--accessed", "2026-11-24"),
            (
                "Production AI Institute (2024) Production Safety Framework. Version 1.0. Available at: "
                "https://productionai.institute/standard/1.0/ (Accessed: 24 November 2026).\n"
            ),
        ),
        # APA 7 § 8.16 and 9.16: all versions have no date, and the day on which they were read.
        (
            ("psf-1.1", "--all-versions", "--accessed", "2026-11-24"),
            (
                "Production AI Institute. (n.d.). Production Safety Framework. Retrieved November 24, 2026, from "
                "https://productionai.institute/standard\n"
            ),
        ),
    ],
)
def test_a_work_is_cited_in_the_style_that_is_asked_for(arguments: tuple[str, ...], expected: str) -> None:
    result = run("cite", *arguments)
    assert (result.exit_code, result.stdout) == (0, expected)


def test_html_has_italics_and_a_link() -> None:
    text = run("cite", "psf-1.0", "--html").stdout
    assert "<em>Production Safety Framework</em>" in text
    assert '<a href="https://productionai.institute/standard/1.0/">' in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("psf-11",), "no work has the key 'psf-11'; did you mean psf-1.1?"),
        (("qqq",), "no work has the key 'qqq'; 'editions works' lists the keys"),
        (("psf-1.0", "--style", "ris", "--html"), "ris is a file format and has no HTML; leave --html out"),
        (("psf-1.0-d05.5", "--all-versions"), "'psf-1.0-d05.5' has no standing address; leave --all-versions out"),
        (("psf-1.0-d05", "--style", "cff"), "'cff' is for standards and editions only; 'psf-1.0-d05' is neither"),
        (("psf-1.0", "--accessed", "2026-13"), "'2026-13' is a date that does not exist"),
        (("psf-1.0", "--style", "nature"), "'nature' is not one of"),
    ],
)
def test_what_cannot_be_cited_is_said_in_one_line(arguments: tuple[str, ...], message: str) -> None:
    result = run("cite", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""


def test_every_listed_work_can_be_cited_by_its_key() -> None:
    rows = json.loads(run("works", "--format", "json").stdout)
    assert len(rows) == 1 + 2 + 16 + 48 + 1
    assert [row["key"] for row in rows[:3]] == ["psf", "psf-1.1", "psf-1.1-psf-01"]
    assert next(row for row in rows if row["key"] == "psf-1.0")["replaced_by"] == "psf-1.1"
    listed = run("works").stdout.splitlines()
    assert [line.split()[0] for line in listed] == [row["key"] for row in rows]
    for key in ("psf", "psf-1.0-d05.5", "what-is-a-production-ai-system-1.0"):
        assert run("cite", key).exit_code == 0


def test_the_repositorys_citation_file_is_what_the_newest_release_makes_of_it() -> None:
    """CITATION.cff is generated: run ``editions cite psf-1.1 --style cff > CITATION.cff`` after a release."""
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert text == repository_cff(load_publication(read_configuration(ROOT / "mkdocs.yml")))
    assert text == run("cite", "psf-1.1", "--style", "cff").stdout


def test_the_repositorys_citation_file_is_sound_and_prefers_the_newest_release() -> None:
    data = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert not list(Draft202012Validator(json.loads(CFF_SCHEMA.read_text(encoding="utf-8"))).iter_errors(data))
    preferred = data["preferred-citation"]
    assert (preferred["type"], preferred["version"], preferred["year"], preferred["month"]) == (
        "standard",
        "1.1",
        2026,
        4,
    )
    assert "date-released" not in data


def test_a_citation_file_that_differs_is_a_problem_at_the_line_where_it_does(tmp_path: Path) -> None:
    from editions.releases.citation_file import citation_file_problems

    publication = load_publication(read_configuration(ROOT / "mkdocs.yml"))
    assert list(citation_file_problems(tmp_path, publication)) == []
    text = repository_cff(publication)
    for content, line in (
        (text, 0),
        (text.replace("version: '1.1'", "version: '1.0'", 1), 5),
        (text + "x: 1\n", text.count("\n") + 1),
    ):
        (tmp_path / "CITATION.cff").write_text(content, encoding="utf-8")
        found = list(citation_file_problems(tmp_path, publication))
        assert [problem.line for problem in found] == ([line] if line else [])
