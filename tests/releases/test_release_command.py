"""``editions release`` and ``editions draft``, as a maintainer runs them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
import yaml

from editions.source.release_lock import digest
from release_projects import editions, kitchen, replace_in, tree

KNIVES = "standard/domains/01-knives.md"
HEAT = "standard/domains/02-heat.md"
HYGIENE = "standard/domains/03-hygiene.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return kitchen(tmp_path / "kitchen")


@pytest.fixture
def draft(project: Path) -> Path:
    """A draft of 2.1 with one changed requirement."""
    assert editions(project, "draft", "2.1").code == 0
    replace_in(project / HYGIENE, "Hands are washed", "Hands must be washed with soap")
    return project


def test_a_draft_opens_with_the_text_of_the_release_and_an_empty_lineage(project: Path) -> None:
    before = tree(project)
    outcome = editions(project, "draft", "2.1")
    assert outcome.code == 0, outcome.output
    after = tree(project)
    assert {path for path in after if after[path] != before.get(path)} == {"standard/index.md", "standard/lineage.yml"}
    old, new = (it["standard/index.md"].decode().split("\n") for it in (before, after))
    assert [(a, b) for a, b in zip(old, new, strict=True) if a != b] == [
        ('version: "2.0"', 'version: "2.1"'),
        ("status: released", "status: draft"),
    ]
    lineage = yaml.safe_load(after["standard/lineage.yml"])
    assert lineage == {"from": "2.0", "identity": "ids", "domains": [], "criteria": []}
    assert editions(project, "check").code == 0


def test_a_draft_takes_over_a_text_that_was_edited_too_early(project: Path) -> None:
    replace_in(project / HYGIENE, "Hands are washed", "Hands must be washed")
    assert "raise the version" in editions(project, "check").output
    assert editions(project, "draft", "2.1").code == 0
    assert "Hands must be washed" in (project / HYGIENE).read_text()
    assert editions(project, "check").code == 0


@pytest.mark.parametrize(
    ("version", "words"), [("2.0", "2.0 is not higher than the newest release 2.0"), ("1.9", "take 2.1 or higher")]
)
def test_a_draft_must_rise(project: Path, version: str, words: str) -> None:
    before = tree(project)
    outcome = editions(project, "draft", version)
    assert (outcome.code, words in outcome.output, tree(project)) == (1, True, before)


def test_a_second_draft_is_refused(draft: Path) -> None:
    outcome = editions(draft, "draft", "2.2")
    assert outcome.code == 1
    assert "standard/index.md:4: 2.1 is a draft already" in outcome.output


def test_a_release_freezes_the_working_copy_byte_for_byte(draft: Path) -> None:
    before = tree(draft)
    outcome = editions(draft, "release", "2.1", "--date", "2024-05")
    assert outcome.code == 0, outcome.output
    after = tree(draft)
    frozen = {path.removeprefix("standard/releases/2.1/"): after[path] for path in after if "/2.1/" in path}
    lock = json.loads(frozen.pop("release.json"))
    assert frozen == {
        path.removeprefix("standard/"): after[path]
        for path in after
        if path.startswith("standard/") and "/releases/" not in path
    }
    assert lock["files"] == {path: hashlib.sha256(content).hexdigest() for path, content in frozen.items()}
    assert lock["digest"] == digest(lock["files"])
    older = json.loads(after["standard/releases/2.0/release.json"])
    assert lock["previous"] == {"version": "2.0", "digest": older["digest"]}
    assert (lock["version"], lock["date"]) == ("2.1", "2024-05")
    older_files = {path for path in before if "/releases/" in path}
    assert all(after[path] == before[path] for path in older_files)
    assert editions(draft, "check").code == 0


def test_a_release_edits_three_lines_of_the_working_copy_and_writes_changelog_and_citation(draft: Path) -> None:
    before = tree(draft)
    assert editions(draft, "release", "2.1", "--date", "2024-05").code == 0
    after = tree(draft)
    changed = {path for path in after if before.get(path) not in (None, after[path])}
    assert changed == {"standard/index.md", "CHANGELOG.md"}
    assert {path for path in after if path not in before and "/releases/2.1/" not in path} == {"CITATION.cff"}
    old, new = (it["standard/index.md"].decode().split("\n") for it in (before, after))
    assert [b for a, b in zip(old, new, strict=True) if a != b] == ["status: released", 'date: "2024-05"']
    citation = yaml.safe_load(after["CITATION.cff"])
    assert (citation["version"], citation["preferred-citation"]["month"]) == ("2.1", 5)
    assert "### [2.1] - 2024-05\n" in after["CHANGELOG.md"].decode()
    assert "- Criterion K3.1: reworded · normative" in after["CHANGELOG.md"].decode()


def test_a_dry_run_shows_everything_and_writes_nothing(draft: Path) -> None:
    before = tree(draft)
    outcome = editions(draft, "release", "2.1", "--date", "2024-05", "--dry-run")
    assert outcome.code == 0
    assert tree(draft) == before
    for words in (
        "{+must be+}",
        "At least a minor version is needed; 2.1 will do.",
        "new file standard/releases/2.1/release.json",
        '+date: "2024-05"',
        "+### [2.1] - 2024-05",
        "new file CITATION.cff",
    ):
        assert words in outcome.output


@pytest.mark.parametrize(
    ("version", "date", "words"),
    [
        ("2.0.1", "2024", "standard/index.md:4: version 2.0.1 is too low after 2.0: these changes ask for a minor"),
        ("1.9", "2024", "standard/index.md:4: version 1.9 is not higher than the newest release 2.0"),
        ("2.1", "2023-03", "standard/index.md:6: date 2023-03 lies before 2023-04"),
        ("2.1", "2022", "a date must not go back"),
    ],
)
def test_a_release_against_the_policy_is_refused_and_writes_nothing(
    draft: Path, version: str, date: str, words: str
) -> None:
    before = tree(draft)
    outcome = editions(draft, "release", version, "--date", date)
    assert outcome.code == 1
    assert words in outcome.output
    assert tree(draft) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("release",),
        ("release", "2.1"),
        ("release", "v2.1", "--date", "2024"),
        ("release", "2.1", "--date", "May 2024"),
        ("release", "docs/index.md", "2.1", "--date", "2024"),
        ("draft", "1"),
    ],
)
def test_a_command_that_is_not_understood_exits_with_2(draft: Path, arguments: tuple[str, ...]) -> None:
    before = tree(draft)
    assert editions(draft, *arguments).code == 2
    assert tree(draft) == before


def test_a_release_with_problems_in_the_sources_is_refused_with_all_of_them(draft: Path) -> None:
    replace_in(draft / KNIVES, "id: K1.2", "id: K1.1")
    replace_in(draft / HYGIENE, "id: K3.1", "ident: K3.1")
    outcome = editions(draft, "release", "2.1", "--date", "2024")
    assert outcome.code == 1
    assert f"{KNIVES}:" in outcome.output
    assert f"{HYGIENE}:" in outcome.output


def test_a_release_without_a_change_is_refused(project: Path) -> None:
    assert editions(project, "draft", "2.1").code == 0
    outcome = editions(project, "release", "2.1", "--date", "2024")
    assert outcome.code == 1
    assert "nothing changed since 2.0" in outcome.output


def test_without_a_draft_there_is_nothing_to_release(project: Path) -> None:
    outcome = editions(project, "release", "2.1", "--date", "2024")
    assert outcome.code == 1
    assert "open the next edition with 'editions draft'" in outcome.output


def test_an_id_that_stands_for_something_else_is_refused_until_lineage_says_so(draft: Path) -> None:
    new = "Floors get mopped after closing time and dried with towels."
    replace_in(draft / HEAT, "Pans are turned so that no handle stands out over the *edge*.", new)
    outcome = editions(draft, "check")
    assert outcome.code == 1
    assert f"{HEAT}:5: the id 'K2.1' stood for another criterion in 2.0" in outcome.output
    replace_in(draft / "standard/lineage.yml", "criteria: []", "criteria:\n  - {from: [K2.1], to: [K2.1]}")
    assert editions(draft, "check").code == 0


def test_a_first_release_begins_the_changelog(tmp_path: Path) -> None:
    project = kitchen(tmp_path / "kitchen")
    for path in sorted((project / "standard/releases").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    for path in ("standard/lineage.yml", "CHANGELOG.md", "docs/index.md"):
        (project / path).unlink()
    article = project / "insights/what-is-a-kitchen.md"
    for path in (article, *(project / "insights/releases/what-is-a-kitchen").glob("*.md")):
        assert path.exists()
    for path in sorted((project / "insights/releases").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    replace_in(project / "standard/index.md", "status: released", "status: draft  # not yet")
    (project / "docs/index.md").write_text("---\ntitle: Home\n---\n\nHello.\n")
    outcome = editions(project, "release", "2.0", "--date", "2023")
    assert outcome.code == 0, outcome.output
    assert "status: released  # not yet" in (project / "standard/index.md").read_text()
    assert "- First release, with 3 domains and 6 criteria." in (project / "CHANGELOG.md").read_text()
    assert json.loads((project / "standard/releases/2.0/release.json").read_text())["previous"] is None
    assert editions(project, "check").code == 0


def test_line_ends_and_quotes_stay_as_the_editor_wrote_them(draft: Path) -> None:
    index = draft / "standard/index.md"
    text = index.read_text().replace('version: "2.1"', "version:   '2.1'   # next").replace("\n", "\r\n")
    index.write_bytes(text.encode())
    changelog = draft / "CHANGELOG.md"
    changelog.write_bytes(changelog.read_bytes().replace(b"\n", b"\r\n"))
    assert editions(draft, "release", "2.2", "--date", "2024").code == 0
    assert b"version:   '2.2'   # next\r\n" in index.read_bytes()
    assert b"\n" not in changelog.read_bytes().replace(b"\r\n", b"")
    assert editions(draft, "check").code == 0


def test_an_article_is_drafted_and_released_like_the_standard(project: Path) -> None:
    slug = "insights/what-is-a-kitchen"
    before = tree(project)
    assert editions(project, "draft", slug, "1.2").code == 0
    replace_in(project / f"{slug}.md", "One room, or two.", "One room, or two, or a van.")
    refused = editions(project, "release", slug, "1.1", "--date", "2024")
    assert "version 1.1 is not higher than the newest release 1.1; raise it to 1.2" in refused.output
    outcome = editions(project, "release", slug, "1.2", "--date", "2024-02-03")
    assert outcome.code == 0, outcome.output
    after = tree(project)
    new = {path for path in after if after[path] != before.get(path)}
    home = "insights/releases/what-is-a-kitchen"
    assert new == {f"{slug}.md", f"{home}/1.2.md", f"{home}/1.2.json", "CHANGELOG.md"}
    assert after[f"{slug}.md"] == after[f"{home}/1.2.md"]
    assert json.loads(after[f"{home}/1.2.json"])["previous"]["version"] == "1.1"
    assert "### [what-is-a-kitchen 1.2] - 2024-02-03\n" in after["CHANGELOG.md"].decode()
    assert editions(project, "check").code == 0


def test_an_article_without_a_change_or_with_an_earlier_date_is_refused(project: Path) -> None:
    slug = "insights/what-is-a-kitchen"
    assert "open the next version" in editions(project, "release", slug, "1.2", "--date", "2024").output
    assert editions(project, "draft", slug, "1.2").code == 0
    outcome = editions(project, "release", slug, "1.2", "--date", "2020")
    assert "nothing changed since 1.1" in outcome.output
    assert "a date must not go back" in outcome.output
    assert "there is no such article" in editions(project, "release", "insights/none", "1.2", "--date", "2024").output


def test_a_policy_of_its_own_decides(tmp_path: Path) -> None:
    project = kitchen(tmp_path / "kitchen", options="{major_on: [normative]}")
    assert editions(project, "draft", "2.1").code == 0
    replace_in(project / HYGIENE, "Hands are washed", "Hands must be washed")
    outcome = editions(project, "release", "2.1", "--date", "2024")
    assert outcome.code == 1
    assert "make it 3.0 or higher (K3.1: reworded (normative))" in outcome.output
