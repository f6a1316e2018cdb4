"""``editions lineage suggest``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from edition_folders import write_edition
from editions.cli import main

OLD = {
    "Fire": [
        ("F1", "Gas valves must be closed whenever the kitchen is left unattended overnight."),
        ("F2", "A lid that smothers a pan fire must lie within reach of every stove."),
    ],
    "Cleaning": [("C1", "Cutting boards used for raw poultry must be scrubbed with hot water after each use.")],
}
NEW = {
    "Hygiene": [("X7", "Boards on which raw poultry was cut must be scrubbed with hot water after every use.")],
    "Fire protection": [
        ("X1", "Gas valves shall be closed whenever the kitchen is left unattended at night."),
        ("X2", "Knives are stored in a block."),
    ],
}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["lineage", "suggest", *map(str, arguments)])


@pytest.fixture
def two_editions(tmp_path: Path) -> tuple[Path, Path]:
    return write_edition(tmp_path / "old", "1.0", OLD), write_edition(tmp_path / "new", "2.0", NEW)


def test_the_yaml_names_the_release_before_and_the_accepted_rows(two_editions: tuple[Path, Path]) -> None:
    result = run(*two_editions)
    assert result.exit_code == 0, result.output
    lineage = yaml.safe_load(result.stdout)
    assert lineage["from"] == "1.0"
    assert lineage["identity"] == "lineage"
    assert {"from": ["F1"], "to": ["X1"]} in lineage["criteria"]
    assert {"from": ["C1"], "to": ["X7"]} in lineage["criteria"]


def test_the_proposal_can_be_saved_as_lineage_without_a_problem(two_editions: tuple[Path, Path]) -> None:
    old, new = two_editions
    (new / "lineage.yml").write_text(run(old, new).stdout, encoding="utf-8")
    assert CliRunner().invoke(main, ["diff", str(old), str(new)]).exit_code == 0


def test_rows_below_the_threshold_become_comments_with_score_and_reason(two_editions: tuple[Path, Path]) -> None:
    result = run(*two_editions, "--accept", "1")
    assert yaml.safe_load(result.stdout)["criteria"] == []
    assert '# - {from: ["F1"], to: ["X1"]}' in result.stdout


def test_the_json_has_rows_and_the_five_best_candidates_of_either_side(two_editions: tuple[Path, Path]) -> None:
    document = json.loads(run(*two_editions, "--format", "json").stdout)
    row = next(row for row in document["rows"] if row["from"] == ["F1"])
    assert set(row) == {"level", "from", "to", "score", "reason", "accepted"}
    assert row["level"] == "criterion"
    assert row["accepted"] is True
    assert document["candidates"]["from"]["F1"][0]["id"] == "X1"
    assert document["candidates"]["to"]["X7"][0]["id"] == "C1"
    assert all(len(best) <= 5 for side in document["candidates"].values() for best in side.values())


def test_an_edition_whose_front_matter_is_unfinished_can_be_matched(two_editions: tuple[Path, Path]) -> None:
    old, new = two_editions
    (new / "index.md").write_text("---\ntitle: Kitchen Safety Standard\n---\n", encoding="utf-8")
    assert run(old, new).exit_code == 0


def test_a_domain_without_criteria_is_told_with_its_file(two_editions: tuple[Path, Path]) -> None:
    old, new = two_editions
    (new / "domains" / "01-domain-1.md").write_text("---\nid: D1\ntitle: Hygiene\n---\n", encoding="utf-8")
    result = run(old, new)
    assert result.exit_code == 2
    assert "new/domains/01-domain-1.md:2: id or criteria are missing" in result.stderr


def test_an_unknown_edition_is_named_and_the_exit_code_is_2(tmp_path: Path) -> None:
    result = run(tmp_path / "nowhere", tmp_path)
    assert result.exit_code == 2
    assert "is no folder and no version of this standard" in result.stderr
