"""Killed at any write, or told by the system that it failed, a release is as before or complete."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from editions.model import PartialDate, Version
from editions.releases.edition_release import plan_edition_release
from editions.releases.journal import FOLDER, carry_out, recover
from editions.releases.plan import Plan
from editions.source.configuration import read_configuration
from editions.source.problem import Unpublishable
from release_projects import editions, kitchen, replace_in, tree

pytestmark = pytest.mark.slow

_KILLED, _REFUSED, _DONE = 9, 3, 0
_EVENTS = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.chmod", "os.link", "tempfile.mkdtemp"}


def _in_child(root: Path, work: Callable[[], object], at: int, action: str) -> int:
    """Do work in a fork whose ``at``-th step on the file system kills it, or fails with a full disk.

    The interpreter reports each step before it is taken (PEP 578).
    """
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    steps = 0

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal steps
        writes = event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wxa+")
        if not (writes or event in _EVENTS) or not str(arguments[0]).startswith((str(root), "None")):
            return
        steps += 1
        if steps == at:
            if action == "kill":
                os._exit(_KILLED)
            raise OSError(28, "No space left on device")

    try:
        sys.addaudithook(watch)
        work()
    except Unpublishable:
        os._exit(_REFUSED)
    except BaseException:  # noqa: BLE001 - whatever else ends a child is a failure of its own
        os._exit(70)
    os._exit(_DONE)


@dataclass(frozen=True)
class Prepared:
    """A project with a release that is planned, and its tree before and after."""

    project: Path
    plan: Plan
    before: dict[str, bytes]
    after: dict[str, bytes]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    folder = tmp_path_factory.mktemp("interrupted")
    project = kitchen(folder / "before")
    assert editions(project, "draft", "2.1").code == 0
    replace_in(project / "standard/domains/03-hygiene.md", "Hands are washed", "Hands must be washed")
    plan = plan_edition_release(
        read_configuration(project / "mkdocs.yml"), Version.parse("2.1"), PartialDate.parse("2024")
    ).plan
    shutil.copytree(project, folder / "after")
    carry_out(folder / "after", plan)
    return Prepared(project, plan, tree(project), tree(folder / "after"))


@dataclass(frozen=True)
class End:
    """How a release ended that was stopped at a step: its exit code, the tree then, and the tree after recovery."""

    at: int
    code: int
    stopped: dict[str, bytes]
    committed: bool
    completed: str | None
    recovered: dict[str, bytes]


def _files(root: Path) -> dict[str, bytes]:
    """The tree without what a stopped command leaves for its own use."""
    return {path: content for path, content in tree(root).items() if not path.startswith(FOLDER)}


def _ends(prepared: Prepared, folder: Path, action: str) -> list[End]:
    """The release on a fresh copy, stopped at its first step, at its second, and so on until it is done."""
    found = []
    for at in range(1, 200):
        root = folder / str(at)
        shutil.copytree(prepared.project, root)
        code = _in_child(root, lambda root=root: carry_out(root, prepared.plan), at, action)
        stopped, committed = _files(root), (root / FOLDER).exists()
        completed = recover(root)
        assert not (root / FOLDER).exists()
        found.append(End(at, code, stopped, committed, completed, _files(root)))
        if code == _DONE:
            return found
    pytest.fail("the release never came to an end")


@pytest.fixture(scope="module")
def kills(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> list[End]:
    """The release, killed at each of its steps."""
    return _ends(prepared, tmp_path_factory.mktemp("kills"), "kill")


def test_a_release_killed_at_any_step_is_as_before_or_completed_by_the_next_command(
    prepared: Prepared, kills: list[End]
) -> None:
    ends = []
    for end in kills:
        assert end.code in (_KILLED, _DONE), end.at
        kinds = {"complete": prepared.after, "before": prepared.before}
        ends.append(next((name for name, files in kinds.items() if end.recovered == files), "broken"))
        if end.completed is None:  # nothing was begun, so nothing had to be completed
            assert end.stopped in kinds.values(), end.at
    assert ends == sorted(ends)  # "before" up to the commit, "complete" from then on, "broken" never
    assert set(ends) == {"before", "complete"}
    assert min(ends.count("before"), ends.count("complete")) > len(prepared.plan.writes)


def test_a_disk_that_fails_at_any_step_leaves_the_tree_as_before_or_completable(
    prepared: Prepared, tmp_path: Path
) -> None:
    for end in _ends(prepared, tmp_path, "fail"):
        assert end.code in (_REFUSED, _DONE), end.at  # told in a line, never as a traceback
        assert end.recovered in (prepared.before, prepared.after), end.at
        if end.completed is None:
            assert end.stopped == end.recovered, end.at


def _stopped(prepared: Prepared, kills: list[End], folder: Path) -> Path:
    """A project whose release was killed while it put files in place."""
    at = next(end.at for end in kills if end.committed and end.stopped != prepared.before)
    root = folder / "stopped"
    shutil.copytree(prepared.project, root)
    assert _in_child(root, lambda: carry_out(root, prepared.plan), at, "kill") == _KILLED
    return root


def test_completing_may_itself_be_killed_again_and_again(prepared: Prepared, kills: list[End], tmp_path: Path) -> None:
    root = _stopped(prepared, kills, tmp_path)
    count = 0
    while _in_child(root, lambda: recover(root), 3, "kill") == _KILLED:
        count += 1
    assert count > 2
    assert _files(root) == prepared.after


def test_every_command_names_the_interruption_and_one_completes_it(
    prepared: Prepared, kills: list[End], tmp_path: Path
) -> None:
    root = _stopped(prepared, kills, tmp_path)
    for command in (("check",), ("release", "2.1", "--date", "2024"), ("draft", "2.2")):
        outcome = editions(root, *command)
        assert outcome.code == 1
        assert "run 'editions release --resume', which completes it" in outcome.output
    outcome = editions(root, "release", "--resume")
    assert (outcome.code, outcome.output) == (0, "Completed: Release KSS 2.1 of 2024\n")
    assert tree(root) == prepared.after
    assert editions(root, "check").code == 0
    assert editions(root, "release", "--resume").output == "Nothing was left to complete\n"


def test_a_file_that_was_edited_meanwhile_is_not_overwritten(
    prepared: Prepared, kills: list[End], tmp_path: Path
) -> None:
    root = _stopped(prepared, kills, tmp_path)
    index = root / "standard/index.md"
    index.write_bytes(index.read_bytes() + b"One more line.\n")
    edited = tree(root)
    outcome = editions(root, "release", "--resume")
    assert outcome.code == 2
    assert "standard/index.md:1: was edited after a command was stopped" in outcome.output
    assert tree(root) == edited


def test_a_file_that_changed_since_the_plan_was_made_stops_it(prepared: Prepared, tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(prepared.project, root)
    (root / "CHANGELOG.md").write_text("# Changelog\n")
    edited = tree(root)
    with pytest.raises(Unpublishable, match="changed while the command ran"):
        carry_out(root, prepared.plan)
    assert tree(root) == edited


@pytest.mark.parametrize(
    "path",
    [
        "../outside.md",
        "standard/../../outside.md",
        "/outside.md",
        ".git/hooks/post-checkout",
        "mkdocs.yml",
        "standard",
        "",
    ],
)
def test_a_journal_that_came_with_a_branch_reaches_nothing_but_the_project_s_own_files(
    prepared: Prepared, tmp_path: Path, path: str
) -> None:
    root = tmp_path / "inside" / "project"
    shutil.copytree(prepared.project, root)
    (root / FOLDER).mkdir()
    (root / FOLDER / "0").write_text("stolen")
    entry = {"path": path, "before": None, "after": hashlib.sha256(b"stolen").hexdigest()}
    (root / FOLDER / "journal.json").write_text(json.dumps({"title": "x", "writes": [entry]}))
    before = tree(tmp_path)
    outcome = editions(root, "release", "--resume")
    assert outcome.code == 2
    assert "journal.json:1: was not written by this command" in outcome.output
    assert tree(tmp_path) == before


def test_a_journal_does_not_follow_links_out_of_the_project(prepared: Prepared, tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(prepared.project, root)
    (tmp_path / "outside").mkdir()
    (root / "insights/elsewhere").symlink_to(tmp_path / "outside")
    (root / FOLDER).mkdir()
    (root / FOLDER / "0").write_text("stolen")
    entry = {"path": "insights/elsewhere/a.md", "before": None, "after": hashlib.sha256(b"stolen").hexdigest()}
    (root / FOLDER / "journal.json").write_text(json.dumps({"title": "x", "writes": [entry]}))
    assert editions(root, "release", "--resume").code == 2
    assert list((tmp_path / "outside").iterdir()) == []


@pytest.mark.parametrize("text", ["", "[]", "{", '{"title": "x", "writes": [{"path": 3}]}', '{"title": 1}'])
def test_a_journal_that_is_none_is_told_in_a_line(prepared: Prepared, tmp_path: Path, text: str) -> None:
    root = tmp_path / "project"
    shutil.copytree(prepared.project, root)
    (root / FOLDER).mkdir()
    (root / FOLDER / "journal.json").write_text(text)
    outcome = editions(root, "release", "--resume")
    assert outcome.code == 2
    assert "was not written by this command; remove the folder .editions-release" in outcome.output
