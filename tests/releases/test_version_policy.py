"""How far a version must rise, and where the policy stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from editions.comparison import compare
from editions.model import Domain, Edition, Version
from editions.releases.policy import DEFAULT_MAJOR_ON, Policy, demand, lowest, read_policy, step, version_message
from editions.source.configuration import read_configuration
from editions.source.problem import Unpublishable
from editions_builder import domain, edition, lineage

OLD = edition(
    "1.4",
    [
        domain("D1", {"D1.1": "Logs must be kept.", "D1.2": "Keys must be rotated."}, guidance="Some advice."),
        domain("D2", {"D2.1": "Backups must be tested."}),
    ],
)


def _new(*, domains: list[Domain] | None = None, **fields: object) -> Edition:
    return edition("1.5", domains if domains is not None else list(OLD.domains), **fields)


D2 = OLD.domains[1]


def _d1(first: str = "Logs must be kept.", guidance: str = "Some advice.") -> Domain:
    return domain("D1", {"D1.1": first, "D1.2": "Keys must be rotated."}, guidance=guidance)


CASES = {
    "guidance reworded": (_new(domains=[_d1(guidance="Advice."), D2]), "patch"),
    "punctuation of a criterion": (_new(domains=[_d1("Logs must be kept!"), D2]), "patch"),
    "must becomes should": (_new(domains=[_d1("Logs should be kept."), D2]), "minor"),
    "criterion added": (
        _new(domains=[_d1(), domain("D2", {"D2.1": "Backups must be tested.", "D2.2": "And encrypted."})]),
        "minor",
    ),
    "criterion withdrawn": (
        _new(domains=[domain("D1", {"D1.1": "Logs must be kept."}, guidance="Some advice."), D2]),
        "minor",
    ),
    "criteria merged": (
        _new(
            domains=[domain("D1", {"D1.1": "Logs must be kept. Keys must be rotated."}, guidance="Some advice."), D2],
            lineage=lineage("1.4", criteria=[(["D1.2"], ["D1.1"])]),
        ),
        "minor",
    ),
    "domain withdrawn": (_new(domains=[_d1()]), "major"),
    "criterion renumbered": (
        _new(
            domains=[_d1(), domain("D2", {"D2.9": "Backups must be tested."})],
            lineage=lineage("1.4", criteria=[(["D2.1"], ["D2.9"])]),
        ),
        "major",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_each_kind_of_change_asks_for_its_step(name: str) -> None:
    new, bump = CASES[name]
    changes = compare(OLD, new, new.lineage).changes
    assert changes
    assert demand(changes, Policy()).bump == bump


def test_an_item_that_was_regrouped_asks_for_a_minor_even_where_its_words_are_the_same() -> None:
    changes = compare(OLD, CASES["criteria merged"][0], CASES["criteria merged"][0].lineage).changes
    assert any(change.relation == "merged" for change in changes)
    told = tuple(replace(change, significance="editorial") for change in changes)
    assert demand(told, Policy()).bump == "minor"
    words = tuple(replace(change, relation="continued") for change in told)
    assert demand(words, Policy()).bump == "patch"


def test_what_forces_a_major_is_the_publishers_to_say() -> None:
    changes = compare(OLD, CASES["must becomes should"][0]).changes
    assert demand(changes, Policy(frozenset({"normative"}))).bump == "major"
    gone = compare(OLD, CASES["domain withdrawn"][0]).changes
    assert demand(gone, Policy(frozenset())).bump == "minor"
    assert demand(gone, Policy(frozenset({"withdrawn"}))).bump == "major"
    assert demand(gone, Policy(frozenset({"criterion_added"}))).bump == "minor"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("1.1", "1.1", None),
        ("1.1", "1.1.0", None),
        ("1.2", "1.1.9", None),
        ("1.9", "1.10", "minor"),
        ("1.1", "1.1.1", "patch"),
        ("1.9.4", "2.0", "major"),
    ],
)
def test_a_step_is_the_first_number_that_rose(old: str, new: str, expected: str | None) -> None:
    assert step(Version.parse(old), Version.parse(new)) == expected


def test_the_lowest_version_of_each_step() -> None:
    old = Version.parse("1.9.4")
    assert [str(lowest(old, bump)) for bump in ("patch", "minor", "major")] == ["1.9.5", "1.10", "2.0"]


def test_a_version_that_is_too_low_is_told_the_one_that_will_do() -> None:
    changes = compare(OLD, CASES["domain withdrawn"][0]).changes
    wanted = demand(changes, Policy())
    message = version_message(Version.parse("1.4"), Version.parse("1.5"), wanted)
    assert message is not None
    assert "2.0 or higher" in message
    assert "domain_withdrawn" in message
    assert version_message(Version.parse("1.4"), Version.parse("2.0"), wanted) is None
    assert version_message(Version.parse("1.4"), Version.parse("3.0"), wanted) is None


def _policy(folder: Path, options: str) -> Policy:
    path = folder / "mkdocs.yml"
    path.write_text(
        f"site_url: https://a.example/\nplugins:\n  - editions/standard:\n      releases: {options}\n", "utf-8"
    )
    return read_policy(read_configuration(path))


def test_the_policy_comes_from_the_configuration(tmp_path: Path) -> None:
    assert _policy(tmp_path, "{}") == Policy(DEFAULT_MAJOR_ON, changelog=True)
    assert _policy(tmp_path, "{major_on: [split, normative], changelog: false}") == Policy(
        frozenset({"split", "normative"}), changelog=False
    )


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("{major_on: [explosions]}", "'explosions', which is no kind of change"),
        ("{major_on: split}", "releases.major_on is no list"),
        ("{minor_on: [split]}", "releases.minor_on is no option"),
        ("{changelog: perhaps}", "neither true nor false"),
        ("[split]", "releases is no mapping"),
    ],
)
def test_a_policy_that_says_nothing_known_is_refused_with_its_line(tmp_path: Path, options: str, words: str) -> None:
    with pytest.raises(Unpublishable) as caught:
        _policy(tmp_path, options)
    assert [problem.line for problem in caught.value.problems] == [4]
    assert words in str(caught.value)


def test_the_build_takes_the_policy_and_refuses_what_is_none(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "docs").mkdir()
    path = tmp_path / "mkdocs.yml"
    options = "releases: {major_on: [explosions]}"
    path.write_text(f"site_name: A\nsite_url: https://a.example/\nplugins: [editions/standard: {{{options}}}]\n")
    with pytest.raises(Abort):
        load_config(str(path))
    assert "mkdocs.yml:3: " in caplog.text
    assert "explosions" in caplog.text
