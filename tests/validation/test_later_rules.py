"""Releases that are older than a rule stay usable: the check gives notice, and the next edition has to follow it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from checked_project import HEAT, INDEX, draft_file
from click.testing import CliRunner

from editions.cli import main
from editions.source.configuration import read_configuration
from editions.source.release_lock import lock_bytes, make_lock
from editions.validation.loading import LoadedProject, load_project
from project_files import edition_files, write_project

RELEASED = "standard/releases/2.0/domains/02-heat.md"
CONFLICT = "<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> theirs\n"
FOLDER = "standard/releases/2.0/domains"

# What a release says that a later rule refuses, and the notice of it.
OLD = {
    "a comment": ("title: Heat and fire", "title: Heat # and fire", f"{RELEASED}:3: title ends before '# and fire'"),
    "a bent value": (
        "title: Heat and fire",
        "title: no",
        f"{RELEASED}:3: title is no without quotes, which YAML tools",
    ),
    "an unseen sign": ("title: Heat", "title: He\u200bat", f"{RELEASED}:3: title contains the invisible character U"),
    "a device": ("id: K2.3", "id: AUX.1", f"{RELEASED}:7: the id 'AUX.1' cannot be an address"),
    "ids alike": ("id: K2.3", "id: K2-1", f"{RELEASED}:7: the id 'K2-1' differs only in punctuation from 'K2.1'"),
    "a withdrawn id": ("id: K2.3", "id: k2-2", f"{RELEASED}:7: the id 'k2-2' differs only in case and punctuation"),
    "a label": ("id: K2\n", "id: K2\nlabel: K1\n", f"{RELEASED}:3: label is 'K1', which is the id of another domain"),
    "HTML": ("within reach", "<b>within</b> reach", f"{RELEASED}:8: contains <b>, which is read as HTML"),
    "HTML in guidance": ("blanket.\n---\n", "blanket.\n---\n\n<p>a</p>\n", f"{RELEASED}:13: contains <p>"),
    "a heading in a criterion": ("text: A fire", "text: |\n      # A\n      fire", f"{RELEASED}:9: a criterion's text"),
    "a conflict": (
        "blanket.\n---\n",
        f"blanket.\n---\n\n{CONFLICT}",
        f"{RELEASED}:13: a merge conflict that is not re",
    ),
}


def released(folder: Path, old: str, new: str, *, draft: bool = False) -> Path:
    """A project whose release 2.0 says something else, under a lock that fits; the working copy equals it.

    With ``draft`` the working copy is a draft of 3.0 that says the same.
    """
    lineage = 'from: "1.0"\ncriteria:\n  - {from: [K2.2], to: []}\n'
    files = {**edition_files("2.0"), "lineage.yml": lineage}
    assert old in files["domains/02-heat.md"]
    files["domains/02-heat.md"] = files["domains/02-heat.md"].replace(old, new, 1)
    project = write_project(folder)
    place = project / "standard/releases"
    previous = ("1.0", json.loads((place / "1.0/release.json").read_bytes())["digest"])
    lock = make_lock("s", "2.0", "2023-04", {path: text.encode() for path, text in files.items()}, previous)
    (place / "2.0/release.json").write_bytes(lock_bytes(lock))
    for path, text in files.items():
        for copy in ("standard", "standard/releases/2.0"):
            (project / copy / path).write_text(text, encoding="utf-8")
    if draft:
        for path, text in draft_file(INDEX).items():
            (project / path).write_text(text, encoding="utf-8")
        (project / "standard/lineage.yml").write_text('from: "2.0"\n', encoding="utf-8")
    return project


def load(project: Path) -> LoadedProject:
    return load_project(read_configuration(project / "mkdocs.yml"))


@pytest.mark.parametrize("what", OLD)
def test_a_release_that_is_older_than_a_rule_stays_usable(tmp_path: Path, what: str) -> None:
    """It has no problem, and one notice that says what can be done."""
    old, new, expected = OLD[what]
    loaded = load(released(tmp_path, old, new))
    assert loaded.problems == ()
    assert loaded.publication is not None
    (notice,) = loaded.notices
    assert str(notice).startswith(expected)
    assert notice.message.endswith(" in the next version, as a release stays what it is")


@pytest.mark.parametrize("what", [what for what in OLD if what != "a withdrawn id"])
def test_the_next_edition_has_to_follow_the_rule(tmp_path: Path, what: str) -> None:
    """What a release may keep is a problem in the draft that follows it."""
    old, new, expected = OLD[what]
    loaded = load(released(tmp_path, old, new, draft=True))
    here = expected.replace(RELEASED, HEAT)
    assert [it for it in map(str, loaded.problems) if it.startswith(here)], loaded.problems
    assert [it for it in map(str, loaded.notices) if it.startswith(expected)]


def test_an_id_that_a_release_spells_anew_may_stay(tmp_path: Path) -> None:
    """The editions after it know it by that spelling."""
    old, new, _ = OLD["a withdrawn id"]
    assert load(released(tmp_path, old, new, draft=True)).problems == ()


def test_a_domain_that_is_named_like_a_device_stays_in_its_release(tmp_path: Path) -> None:
    """And so does a released article."""
    loaded = load(write_project(tmp_path, draft=True, files={f"{FOLDER}/04-nul.md": "x"}))
    assert not [it for it in loaded.problems if "'nul'" in it.message]
    assert [it for it in loaded.notices if it.path == f"{FOLDER}/04-nul.md" and "'nul'" in it.message]


def test_the_check_shows_the_notices(tmp_path: Path) -> None:
    """Beside what else should be read again."""
    project = released(tmp_path, *OLD["a bent value"][:2])
    result = CliRunner().invoke(main, ["check", "--config-file", str(project / "mkdocs.yml")])
    assert result.exit_code == 0, result.output
    assert (
        f'{RELEASED}:3: notice: title is no without quotes, which YAML tools read as false; write "no"' in result.output
    )
