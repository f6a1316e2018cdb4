"""Errata: told beside a release, checked against it, and outside of its lock."""

from __future__ import annotations

from pathlib import Path

import pytest

from editions.model import PartialDate, Version
from editions.source.configuration import read_configuration
from editions.validation import load_publication
from release_projects import editions, kitchen

SOUND = """\
errata:
  - edition: "1.0"
    item: K1.2
    date: "2022-03"
    what: The interval was copied wrongly.
    text: Knives are sharpened every month.
  - edition: "2.0"
    item: K2
    date: "2024"
    what: The title names one thing twice.
    original: Heat and fire
    text: Fire
  - edition: "2.0"
    date: "2024-01-02"
    what: A word is missing.
    original: "[Knives](domains/01-knives.md) come first"
    text: "[Knives](domains/01-knives.md) always come first"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return kitchen(tmp_path / "kitchen")


def _write(project: Path, text: str) -> None:
    (project / "standard/errata.yml").write_text(text, encoding="utf-8")


def test_errata_are_part_of_the_model_and_leave_every_lock_as_it_is(project: Path) -> None:
    _write(project, SOUND)
    assert editions(project, "check").code == 0
    standard = load_publication(read_configuration(project / "mkdocs.yml")).standard
    first, second, third = standard.errata
    assert (first.edition, first.item, first.original) == (Version(1, 0), "K1.2", None)
    assert (second.date, second.text.markdown, second.original) == (PartialDate(2024), "Fire", "Heat and fire")
    assert third.item is None
    assert (first.origin.path, first.origin.line) == ("standard/errata.yml", 2)
    old, new = standard.releases
    assert standard.errata_of(old, "K1.2") == (first,)
    assert standard.errata_of(new, "K1.2") == ()
    assert standard.errata_of(new) == (third,)


def test_errata_are_not_part_of_a_release(project: Path) -> None:
    _write(project, SOUND)
    assert editions(project, "draft", "2.1").code == 0
    heat = project / "standard/domains/02-heat.md"
    heat.write_text(heat.read_text().replace("the *edge*", "the *edge* at any time"))
    assert editions(project, "release", "2.1", "--date", "2024-06").code == 0
    assert not (project / "standard/releases/2.1/errata.yml").exists()
    assert (project / "standard/errata.yml").read_text() == SOUND
    assert editions(project, "check").code == 0


def _erratum(**fields: str) -> str:
    values = {"edition": '"2.0"', "item": "K1.2", "date": '"2024"', "what": "A mistake.", "text": "Another text."}
    lines = [f"{key}: {value}" for key, value in {**values, **fields}.items() if value]
    return "  - " + "\n    ".join(lines) + "\n"


@pytest.mark.parametrize(
    ("errata", "words"),
    [
        (_erratum(edition='"3.0"'), ":2: there is no release 3.0; correct the version"),
        (_erratum(item="K9.9"), ":3: edition 2.0 has no criterion or domain 'K9.9'"),
        (_erratum(date='"2021"'), ":4: date 2021 lies before 2023-04, the date of 2.0"),
        (_erratum(date='"2024-02-30"'), ":4: errata[1].date: '2024-02-30' is a date that does not exist"),
        (_erratum(item="K1"), ":2: original is missing; quote the words that are wrong"),
        (_erratum(item=""), ":2: original is missing; quote the words that are wrong"),
        (_erratum(original="sharpened daily"), ":7: the words in original do not stand there"),
        (_erratum(item="", original="e"), "times; quote them exactly"),
        (_erratum(original="sharpened", text="sharpened"), ":6: text is the same as original"),
        (_erratum(text="Knives are sharpened before every use."), ":6: text is what stands in the release already"),
        (_erratum() + _erratum(what="Again."), ":7: the same words are corrected on line 2; keep one erratum"),
        (_erratum(why="Because."), "'why' is no known key"),
        (_erratum(what=""), ":2: what is missing"),
    ],
)
def test_each_mistake_in_errata_is_named_at_its_line(project: Path, errata: str, words: str) -> None:
    _write(project, f"errata:\n{errata}")
    outcome = editions(project, "check")
    assert outcome.code == 1
    assert words in outcome.output
    assert "standard/errata.yml:" in outcome.output


def test_a_file_that_is_no_list_of_errata_is_refused(project: Path) -> None:
    for text in ("", "- a\n", "errata: none\n", "errata: [1]\n"):
        _write(project, text)
        outcome = editions(project, "check")
        assert outcome.code == 1
        assert outcome.output.startswith("standard/errata.yml:")
