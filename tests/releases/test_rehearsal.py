"""The whole way of an edition, in a git repository of its own; then all that could be done to what is released."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from editions.source.release_lock import digest, lock_bytes
from release_projects import commit_all, editions, git, into_repository, own_project, replace_in
from sites import build_site

pytestmark = pytest.mark.slow

OVERSIGHT = "standard/domains/06-human-oversight.md"
RELEASES = "standard/releases"
LOCK = f"{RELEASES}/1.1/release.json"
ARTICLE = "insights/releases/what-is-a-production-ai-system/1.0.md"
CRITERION = "  - id: PSF-06.1\n"


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository in which 1.2 was proposed, checked, released and merged; ``before`` is where it began."""
    folder = into_repository(own_project(tmp_path_factory.mktemp("rehearsal") / "psf", "1.1"))
    git(folder, "branch", "before")
    git(folder, "switch", "--quiet", "--create", "proposal")
    assert editions(folder, "draft", "1.2").code == 0
    text = (folder / OVERSIGHT).read_text(encoding="utf-8")
    head, _, rest = text.partition(CRITERION)
    first, _, tail = rest.partition("\n---\n")
    added = '  - id: PSF-06.2\n    text: "Every handover to a person must be logged."\n'
    (folder / OVERSIGHT).write_text(f"{head}{CRITERION}{first}\n{added}---\n{tail}", encoding="utf-8")
    checked = editions(folder, "check", "--against", "main")
    assert checked.code == 0, checked.output
    assert "Impact: normative." in checked.output
    assert "The draft of 1.2 asks for at least a minor version after 1.1, 1.2 or higher." in checked.output
    commit_all(folder, "Propose PSF-06.2")
    made = editions(folder, "release", "1.2", "--date", "2026-11")
    assert made.code == 0, made.output
    checked = editions(folder, "check", "--against", "main")
    assert checked.code == 0, checked.output
    commit_all(folder, "Release PSF 1.2")
    git(folder, "switch", "--quiet", "main")
    git(folder, "merge", "--quiet", "--no-ff", "--message", "Merge the release of PSF 1.2", "proposal")
    return folder


def test_a_merged_release_is_sound_against_every_commit_before_it(released: Path) -> None:
    for revision in ("main", "HEAD^1", "before"):
        outcome = editions(released, "check", "--against", revision)
        assert outcome.code == 0, outcome.output
    assert git(released, "status", "--porcelain") == ""


def test_a_clone_that_converts_line_ends_has_the_released_bytes(released: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--config", "core.autocrlf=true", str(released), "clone")
    assert b"\r\n" in (tmp_path / "clone/mkdocs.yml").read_bytes()
    outcome = editions(tmp_path / "clone", "check", "--against", "HEAD^1")
    assert outcome.code == 0, outcome.output


def test_the_site_of_a_release_holds_it_and_every_comparison(released: Path, tmp_path: Path) -> None:
    site = build_site(released, tmp_path / "site", "https://productionai.institute/").folder
    assert (
        "Every handover to a person must be logged." in (site / "standard/1.2/criteria/PSF-06.2/index.html").read_text()
    )
    assert "PSF-06.2" in (site / "standard/domains/human-oversight/index.html").read_text()
    assert not (site / "standard/draft").exists()
    for pair in ("1.0...1.1", "1.1...1.2", "1.0...1.2"):
        comparison = json.loads((site / f"standard/compare/{pair}/comparison.json").read_text(encoding="utf-8"))
        assert (comparison["from"]["version"], comparison["to"]["version"]) == tuple(pair.split("..."))
        added = [change["to"] for change in comparison["changes"] if change["relation"] == "added"]
        assert (["PSF-06.2"] in added) == pair.endswith("1.2")


def test_the_three_editions_compare_on_the_command_line(released: Path) -> None:
    for old, new in (("1.0", "1.1"), ("1.1", "1.2"), ("1.0", "1.2")):
        outcome = editions(released, "diff", old, new)
        assert outcome.code == 0
        assert ("PSF-06.2: added" in outcome.output) == (new == "1.2")


def _edit_frozen(folder: Path) -> None:
    replace_in(folder / RELEASES / "1.1/domains/07-security.md", "title: Security", "title: Safety")


def _relock(folder: Path, version: str) -> None:
    """Write a lock that fits the files as they are now."""
    release = folder / RELEASES / version
    lock = json.loads((release / "release.json").read_text(encoding="utf-8"))
    lock["files"] = {path: hashlib.sha256((release / path).read_bytes()).hexdigest() for path in lock["files"]}
    lock["digest"] = digest(lock["files"])
    (release / "release.json").write_bytes(lock_bytes(lock))


def _edit_lock(folder: Path) -> None:
    replace_in(folder / LOCK, '"date": "2026-04"', '"date": "2026-03"')


def _edit_both(folder: Path) -> None:
    _edit_frozen(folder)
    _relock(folder, "1.1")


def _edit_the_whole_chain(folder: Path) -> None:
    """Rewrite history so that no lock shows it: the file, its lock, and the link of the release after it."""
    _edit_both(folder)
    path = folder / RELEASES / "1.2/release.json"
    lock = json.loads(path.read_text(encoding="utf-8"))
    lock["previous"]["digest"] = json.loads((folder / LOCK).read_text(encoding="utf-8"))["digest"]
    path.write_bytes(lock_bytes(lock))
    editions(folder, "changelog", "--write")


def _cut_the_chain(folder: Path) -> None:
    path = folder / RELEASES / "1.2/release.json"
    lock = json.loads(path.read_text(encoding="utf-8"))
    lock["previous"] = None
    path.write_bytes(lock_bytes(lock))


def _remove_a_lock(folder: Path) -> None:
    (folder / LOCK).unlink()


def _remove_a_release(folder: Path) -> None:
    shutil.rmtree(folder / RELEASES / "1.0")


def _rename_a_release(folder: Path) -> None:
    (folder / RELEASES / "1.1").rename(folder / RELEASES / "1.1.1")


def _add_to_a_release(folder: Path) -> None:
    shutil.copy(folder / RELEASES / "1.1/domains/07-security.md", folder / RELEASES / "1.1/domains/09-more.md")


def _line_ends(folder: Path) -> None:
    path = folder / RELEASES / "1.0/index.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def _case(folder: Path) -> None:
    path = folder / RELEASES / "1.1/index.md"
    path.rename(path.with_name("Index.md"))


def _symbolic_link(folder: Path) -> None:
    path = folder / RELEASES / "1.1/index.md"
    copy = folder / "elsewhere.md"
    path.rename(copy)
    path.symlink_to(copy)


def _reuse_an_id(folder: Path) -> None:
    """Bring back what a release after withdrew, under the same id."""
    assert editions(folder, "draft", "2.0").code == 0
    replace_in(folder / OVERSIGHT, CRITERION, '  - id: D01.1\n    text: "Something new must be done."\n' + CRITERION)


def _change_a_meaning(folder: Path) -> None:
    assert editions(folder, "draft", "1.3").code == 0
    new = "Contracts name an insurer, its address and the insured sum."
    replace_in(folder / OVERSIGHT, "Every handover to a person must be logged.", new)


def _lower_the_version(folder: Path) -> None:
    replace_in(folder / "standard/index.md", 'version: "1.2"', 'version: "0.9"')
    replace_in(folder / "standard/index.md", "status: released", "status: draft")


def _too_small_a_step(folder: Path) -> None:
    assert editions(folder, "draft", "1.2.1").code == 0
    replace_in(folder / OVERSIGHT, "must be logged", "should be logged")


def _backdate(folder: Path) -> None:
    assert editions(folder, "draft", "1.3").code == 0
    replace_in(folder / "standard/index.md", 'date: "2026-11"', 'date: "2025"')


def _edit_without_a_version(folder: Path) -> None:
    replace_in(folder / OVERSIGHT, "must be logged", "should be logged")


def _drop_a_changelog_line(folder: Path) -> None:
    replace_in(folder / "CHANGELOG.md", "- Criterion PSF-06.2: added · normative\n", "")


def _soften_a_changelog_line(folder: Path) -> None:
    replace_in(folder / "CHANGELOG.md", "PSF-06.2: added · normative", "PSF-06.2: added · editorial")


def _remove_the_changelog(folder: Path) -> None:
    (folder / "CHANGELOG.md").unlink()


def _backdate_a_section(folder: Path) -> None:
    replace_in(folder / "CHANGELOG.md", "### [1.2] - 2026-11", "### [1.2] - 2026-05")


def _edit_a_released_article(folder: Path) -> None:
    replace_in(folder / ARTICLE, "## Takeaway", "## Summary")


def _mark_a_release_as_draft(folder: Path) -> None:
    replace_in(folder / RELEASES / "1.1/index.md", "status: released", "status: draft")


def _copy_a_release(folder: Path) -> None:
    """Invent a release by copying one."""
    shutil.copytree(folder / RELEASES / "1.2", folder / RELEASES / "1.3")


ACTS: dict[Callable[[Path], None], list[str]] = {
    _edit_frozen: [
        f"{RELEASES}/1.1/domains/07-security.md:1: differs from the release 1.1 as it was frozen",
        f"{RELEASES}/1.1/domains/07-security.md:4: was released and differs from then, in its text",
    ],
    _edit_lock: [f"{LOCK}:4: date is '2026-03', but the release has '2026-04'"],
    _edit_both: [
        f"{RELEASES}/1.2/release.json:19: the chain is broken: this lock does not link to the release 1.1",
        f"{LOCK}:12: was released and differs from then",
    ],
    _edit_the_whole_chain: [
        f"{RELEASES}/1.1/domains/07-security.md:4: was released and differs from then, in its text",
        f"{RELEASES}/1.2/release.json:21: was released and differs from then",
    ],
    _cut_the_chain: [f"{RELEASES}/1.2/release.json:19: the chain is broken"],
    _remove_a_lock: [f"{LOCK}:1: the release 1.1 has no lock", f"{LOCK}:1: was released and is gone"],
    _remove_a_release: [f"{RELEASES}/1.0/index.md:1: was released and is gone; restore it with 'git checkout"],
    _rename_a_release: [
        f"{RELEASES}/1.1.1/index.md:5: version is '1.1' in the folder '1.1.1'",
        f"{RELEASES}/1.1/index.md:1: was released and is gone",
    ],
    _add_to_a_release: [f"{RELEASES}/1.1/domains/09-more.md:1: was added to the release 1.1 after it was frozen"],
    _line_ends: [
        f"{RELEASES}/1.0/index.md:1: differs from the release 1.0 as it was frozen",
        f"{RELEASES}/1.0/index.md:1: was released and differs from then, only in its line ends",
    ],
    _case: [
        f"{RELEASES}/1.1/Index.md:1: was added to the release 1.1 after it was frozen",
        f"{RELEASES}/1.1/index.md:1: was released and is gone",
    ],
    _symbolic_link: [f"{RELEASES}/1.1/index.md:1: is a symbolic link", "was released and is a symbolic link now"],
    _reuse_an_id: [f"{OVERSIGHT}:", "the id 'D01.1' was withdrawn after edition 1.0 and can't be used again"],
    _change_a_meaning: [f"{OVERSIGHT}:", "the id 'PSF-06.2' stood for another criterion in 1.2"],
    _lower_the_version: ["standard/index.md:5: version 0.9 is older than the newest release 1.2"],
    _too_small_a_step: ["standard/index.md:5: version 1.2.1 is too low after 1.2: these changes ask for a minor"],
    _backdate: ["standard/index.md:7: date 2025 lies before 2026-11, the date of 1.2; a date must not go back"],
    _edit_without_a_version: [f"{OVERSIGHT}:", "differs from the release 1.2; raise the version"],
    _drop_a_changelog_line: ["1.2 omits the change “Criterion PSF-06.2: added · normative”"],
    _soften_a_changelog_line: ["1.2 names a change that is not there: “Criterion PSF-06.2: added · editorial”"],
    _remove_the_changelog: ["CHANGELOG.md:1: is missing, but there are releases"],
    _backdate_a_section: ["the date of 1.2 is '2026-05' here, but '2026-11' in the release"],
    _edit_a_released_article: [
        f"{ARTICLE}:1: differs from the release 1.0 as it was frozen",
        f"{ARTICLE}:94: was released and differs from then, in its text",
    ],
    _mark_a_release_as_draft: [f"{RELEASES}/1.1/index.md:6: a release has status: released"],
    _copy_a_release: [
        f"{RELEASES}/1.3/index.md:5: version is '1.2' in the folder '1.3'",
        f"{RELEASES}/1.3/release.json:",
    ],
}


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__.strip("_").replace("_", " "))
def test_each_act_of_sabotage_is_caught_by_a_message_that_names_it(
    act: Callable[[Path], None], released: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "psf"
    shutil.copytree(released, folder, symlinks=True)
    act(folder)
    outcome = editions(folder, "check", "--against", "main")
    assert outcome.code == 1
    for words in ACTS[act]:
        assert words in outcome.output, outcome.output
