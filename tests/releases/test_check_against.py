"""``editions check --against``: what a pull request changes, and that it changes no release."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from editions.releases.repository import commit_of
from editions.schemas.known_schemas import load_schema
from editions.source.problem import Unpublishable
from release_projects import commit_all, editions, git, into_repository, kitchen, replace_in

pytestmark = pytest.mark.slow

KNIVES = "standard/domains/01-knives.md"
HYGIENE = "standard/domains/03-hygiene.md"
ARTICLE = "insights/what-is-a-kitchen.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A committed draft of 2.1 in which nothing has changed yet."""
    folder = kitchen(tmp_path / "kitchen")
    into_repository(folder)
    assert editions(folder, "draft", "2.1").code == 0
    commit_all(folder, "Open the draft")
    return folder


def _json(folder: Path, revision: str = "HEAD") -> dict[str, object]:
    outcome = editions(folder, "check", "--against", revision, "--format", "json")
    document: dict[str, object] = json.loads(outcome.output[: outcome.output.rindex("}") + 1])
    Draft202012Validator(load_schema("check-1")).validate(document)
    return document


def test_no_change_is_told_as_none(project: Path) -> None:
    outcome = editions(project, "check", "--against", "HEAD")
    assert outcome.code == 0
    assert "No change." in outcome.output
    assert _json(project)["against"]["impact"] == "none"  # type: ignore[index]


def test_the_impact_and_the_version_it_asks_for_are_told_in_words(project: Path) -> None:
    replace_in(project / HYGIENE, "Hands are washed", "Hands must be washed")
    outcome = editions(project, "check", "--against", "main")
    assert outcome.code == 0
    assert "Impact: normative. What one must meet may differ." in outcome.output
    assert "1 reworded" in outcome.output
    assert "The draft of 2.1 asks for at least a minor version after 2.0, 2.1 or higher." in outcome.output
    document = _json(project)
    assert document["next"]["lowest"] == "2.1"  # type: ignore[index]
    assert [change["to"] for change in document["against"]["changes"]] == [["K3.1"]]  # type: ignore[index]


def test_an_editorial_change_is_told_as_one(project: Path) -> None:
    replace_in(project / KNIVES, "A dull knife slips.", "A dull knife slips easily.")
    document = _json(project)
    assert document["against"]["impact"] == "editorial"  # type: ignore[index]
    assert document["next"]["bump"] == "patch"  # type: ignore[index]


def test_a_draft_whose_version_is_too_low_is_a_problem(project: Path) -> None:
    replace_in(project / "standard/index.md", 'version: "2.1"', 'version: "2.0.1"')
    replace_in(project / HYGIENE, "Hands are washed", "Hands must be washed")
    outcome = editions(project, "check", "--against", "HEAD")
    assert outcome.code == 1
    assert "standard/index.md:4: version 2.0.1 is too low after 2.0" in outcome.output


def test_crosswalk_rows_and_links_that_a_change_made_stale_are_named(project: Path) -> None:
    replace_in(project / KNIVES, "in a block or on a rail", "in a block, on a rail or in a drawer")
    article = project / ARTICLE
    replace_in(project / ARTICLE, "[heat]", "[knives](../standard/domains/01-knives.md#K1.1) and [heat]")
    replace_in(article, 'version: "1.1"', 'version: "1.2"')
    line = article.read_text().split("\n").index(next(it for it in article.read_text().split("\n") if "K1.1" in it)) + 1
    outcome = editions(project, "check", "--against", "HEAD")
    assert outcome.code == 0, outcome.output
    assert (
        f"{KNIVES}:7: notice: K1.1 asks for something else now, but its crosswalk rows are the same" in outcome.output
    )
    assert f"{ARTICLE}:{line}: notice: links to K1.1, which asks for something else now" in outcome.output
    assert "Article what-is-a-kitchen: 1 change." in outcome.output
    replace_in(project / KNIVES, "id: T.5", "id: T.6")
    assert "crosswalk" not in editions(project, "check", "--against", "HEAD").output


def test_a_domain_that_is_gone_makes_the_articles_that_name_it_stale(project: Path) -> None:
    replace_in(project / "standard/domains/02-heat.md", "id: K2\n", "id: K4\n")
    replace_in(project / "standard/index.md", 'version: "2.1"', 'version: "3.0"')
    outcome = editions(project, "check", "--against", "HEAD")
    assert outcome.code == 0, outcome.output
    assert f"{ARTICLE}:8: notice: names the domain K2, which 3.0 does not have any more" in outcome.output


def test_a_new_release_is_held_to_the_policy_whoever_wrote_it(project: Path) -> None:
    replace_in(project / HYGIENE, "Hands are washed", "Hands must be washed")
    policy = project / "mkdocs.yml"
    replace_in(policy, "releases: {}", "releases: {major_on: [normative]}")
    assert editions(project, "release", "3.0", "--date", "2024").code == 0
    assert editions(project, "check", "--against", "main").code == 0
    git(project, "checkout", "--quiet", "--", ".")
    git(project, "clean", "--quiet", "--force", "-d")
    replace_in(project / HYGIENE, "Hands are washed", "Hands must be washed")
    assert editions(project, "release", "2.1", "--date", "2024").code == 0
    replace_in(policy, "releases: {}", "releases: {major_on: [normative]}")
    outcome = editions(project, "check", "--against", "main")
    assert outcome.code == 1
    assert "standard/releases/2.1/index.md:4: version 2.1 is too low after 2.0" in outcome.output


def test_annotations_name_file_and_line_and_cannot_be_broken_out_of(project: Path) -> None:
    replace_in(project / KNIVES, "id: K1.2", "id: K1.1")
    replace_in(project / HYGIENE, "id: K3.1", '"id\\n::warning::50%, off": K3.1')
    outcome = editions(project, "check", "--against", "HEAD", "--format", "github")
    assert outcome.code == 1
    commands = [line for line in outcome.output.split("\n") if line.startswith("::")]
    assert any(line.startswith(f"::error file={KNIVES},line=18::the id 'K1.1' ") for line in commands), commands
    assert any("50%25, off" in line for line in commands)
    assert not any(line.startswith("::warning::") for line in commands)


def test_annotations_count_from_the_top_of_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = kitchen(tmp_path / "repository" / "a,b" / "kitchen")
    into_repository(tmp_path / "repository")
    replace_in(folder / KNIVES, "id: K1.2", "id: K1.1")
    outcome = editions(folder, "check", "--against", "HEAD", "--format", "github")
    assert f"::error file=a%2Cb/kitchen/{KNIVES},line=" in outcome.output
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / "repository"))
    outcome = editions(folder, "check", "--format", "github")
    assert f"::error file=a%2Cb/kitchen/{KNIVES},line=" in outcome.output
    monkeypatch.setenv("GITHUB_WORKSPACE", str(folder))
    assert f"::error file={KNIVES},line=" in editions(folder, "check", "--format", "github").output


def test_the_summary_is_markdown_in_which_nothing_quoted_acts(project: Path, tmp_path: Path) -> None:
    replace_in(
        project / HYGIENE,
        "Hands are washed before food is touched.",
        "'Wash @everyone &lt;img src=x> ![x](/x.png) #12.'",
    )
    (project / "docs/x.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    summary = tmp_path / "summary.md"
    assert editions(project, "check", "--against", "HEAD", "--summary", str(summary)).code == 0
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("**No problems in 3 editions")
    assert "### What this change means" in text
    assert "**K3.1**: reworded · normative" in text
    for active in ("@everyone", "<img", "![x]", " #12"):
        assert active not in text


def test_a_summary_always_fits_into_a_comment(project: Path, tmp_path: Path) -> None:
    long = "".join(f"  - id: K3.{n}\n    text: {'Wash hands with soap. ' * 60}\n" for n in range(2, 200))
    replace_in(project / HYGIENE, "food is touched.\n", f"food is touched.\n{long}")
    summary = tmp_path / "summary.md"
    assert editions(project, "check", "--against", "HEAD", "--summary", str(summary)).code == 0
    assert 20_000 < len(summary.read_text(encoding="utf-8")) < 65_536


def test_a_project_that_was_not_sound_before_is_still_checked_for_its_releases(project: Path) -> None:
    replace_in(project / KNIVES, "id: K1.2", "id: K1.1")
    commit_all(project, "Break it")
    replace_in(
        project / KNIVES, "  - id: K1.1\n    text: Knives are sharpened", "  - id: K1.2\n    text: Knives are sharpened"
    )
    outcome = editions(project, "check", "--against", "HEAD")
    assert outcome.code == 0
    assert "cannot be told before both states are without problems" in outcome.output


@pytest.mark.parametrize("revision", ["no-such-branch", "--output=/tmp/x", "-h", "", "HEAD:mkdocs.yml", "main\n"])
def test_a_revision_that_is_none_cannot_be_run(project: Path, revision: str) -> None:
    outcome = editions(project, "check", f"--against={revision}")
    assert outcome.code == 2
    assert "there is no commit" in outcome.output


def test_a_folder_outside_of_any_repository_cannot_be_run(tmp_path: Path) -> None:
    folder = kitchen(tmp_path / "kitchen")
    outcome = editions(folder, "check", "--against", "HEAD")
    assert outcome.code == 2
    assert "the project is in no git repository" in outcome.output
    with pytest.raises(Unpublishable):
        commit_of(folder, "HEAD")


def test_names_that_are_no_utf_8_and_links_in_history_stop_nothing(project: Path) -> None:
    odd = project / "docs" / b"caf\xe9.txt".decode("utf-8", "surrogateescape")
    odd.write_text("x")
    (project / "docs/link.md").symlink_to("index.md")
    commit_all(project, "Odd names")
    odd.unlink()
    (project / "docs/link.md").unlink()
    assert editions(project, "check", "--against", "HEAD").code == 0
