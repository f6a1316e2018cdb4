"""A configuration that cannot work ends in one clear line, not in a traceback."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sites import run_build
from small_standard import CONFIGURATION, write_files

pytestmark = pytest.mark.slow

STANDARD = "  - editions/standard\n"


def change(old: str, new: str) -> Callable[[Path], None]:
    """Change the configuration file."""

    def broken(project: Path) -> None:
        assert old in CONFIGURATION
        (project / "mkdocs.yml").write_text(CONFIGURATION.replace(old, new), encoding="utf-8")

    return broken


def without_files(project: Path) -> None:
    shutil.rmtree(project / "standard")
    (project / "standard").mkdir()


def without_folder(project: Path) -> None:
    shutil.rmtree(project / "standard")


def with_only_a_release_folder(project: Path) -> None:
    shutil.rmtree(project / "standard")
    (project / "standard" / "releases" / "1.0").mkdir(parents=True)


CASES: dict[str, tuple[Callable[[Path], None], str]] = {
    "criteria without standard": (change(STANDARD, ""), "needs editions/standard: add it to plugins in mkdocs.yml"),
    "an option that does not exist": (
        change(STANDARD, "  - editions/standard:\n      flavour: mild\n"),
        "flavour",
    ),
    "an option of a plugin that has none": (
        change("  - editions/criteria\n", "  - editions/criteria:\n      pretty: true\n"),
        "pretty",
    ),
    "options that are no mapping": (
        change("  - editions/criteria\n", "  - editions/criteria: [pretty]\n"),
        "editions/criteria",
    ),
    "a plugin that does not exist": (change(STANDARD, STANDARD + "  - editions/standards\n"), "editions/standards"),
    "no address of the site": (change("site_url: https://standards.example.org/assurance/\n", ""), "site_url"),
    "an address that is none": (
        change("site_url: https://standards.example.org/assurance/\n", "site_url: standards\n"),
        "site_url",
    ),
    "an empty standard": (without_files, "standard:1: is missing or empty"),
    "no standard": (without_folder, "standard:1: is missing or empty"),
    "a release folder without files": (with_only_a_release_folder, "standard/index.md:1: "),
    "docs_dir elsewhere": (change("repo_url", "docs_dir: elsewhere\nrepo_url"), "elsewhere"),
}


@pytest.mark.parametrize("case", CASES)
def test_each_gives_a_clear_line_and_stops(case: str, project: Path, tmp_path: Path) -> None:
    spoil, expected = CASES[case]
    spoil(project)
    done = run_build(project, tmp_path / "out")
    assert done.returncode != 0
    assert "Traceback" not in done.stdout
    lines = [line for line in done.stdout.splitlines() if expected in line]
    assert lines, done.stdout
    assert not (tmp_path / "out" / "index.html").exists()


def test_an_option_that_does_not_exist_is_named_with_those_that_do(project: Path, tmp_path: Path) -> None:
    spoil, _ = CASES["an option that does not exist"]
    spoil(project)
    done = run_build(project, tmp_path / "out")
    assert "flavour is no option of editions/standard; use one of: references, releases" in done.stdout


def test_problems_in_the_sources_are_all_named_at_once(project: Path, tmp_path: Path) -> None:
    write_files(
        project,
        {
            "standard/domains/09-new.md": b"---\nid: N\ntitle: New\n---\n",
            "insights/new.md": b"No front matter.\n",
            "docs/other.md": b"---\ntitle: Other\n---\n\n[Nowhere](nowhere.md)\n",
        },
    )
    done = run_build(project, tmp_path / "out")
    assert done.returncode != 0
    assert "Traceback" not in done.stdout
    for place in ("standard/domains/09-new.md:", "insights/new.md:1: ", "docs/other.md:5: "):
        assert place in done.stdout
    assert "nothing was built" in done.stdout


def test_a_build_that_stops_leaves_the_site_that_was_there(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run_build(project, out).returncode == 0
    before = (out / "standard" / "index.html").read_bytes()
    without_files(project)
    assert run_build(project, out).returncode != 0
    assert (out / "standard" / "index.html").read_bytes() == before


def test_editions_compare_and_criteria_can_be_left_out(project: Path, tmp_path: Path) -> None:
    change("  - editions/compare\n  - editions/criteria\n", "")(project)
    done = run_build(project, tmp_path / "out", "--strict")
    assert done.returncode == 0, done.stdout
    assert not list((tmp_path / "out").rglob("criteria.json"))
    assert "criteria.json" not in (tmp_path / "out" / "standard" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "settings",
    ["  palette: {scheme: slate}\n", "", "  palette:\n    - scheme: default\n", "  custom_dir: overrides\n"],
)
def test_other_settings_of_the_theme_build_too(project: Path, tmp_path: Path, settings: str) -> None:
    (project / "overrides").mkdir()
    start, end = CONFIGURATION.index("  palette:\n"), CONFIGURATION.index("plugins:\n")
    text = CONFIGURATION[:start] + settings + CONFIGURATION[end:]
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    done = run_build(project, tmp_path / "out", "--strict")
    assert done.returncode == 0, done.stdout
