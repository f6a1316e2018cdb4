"""A line ``---`` within a text ends the front matter, and takes no criterion with it in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from checked_project import HEAT, checked, draft_file

LAST = "Everyone who cooks knows how to use the fire blanket.\n"


@pytest.mark.parametrize(
    "text", ["|\n      Part one.\n---\n      Part two.\n", "One.\n---\n", "One.\n---\n\nA paragraph.\n\n"]
)
def test_a_criterion_behind_the_front_matter_is_a_problem(tmp_path: Path, text: str) -> None:
    """The problem names the line of the criterion and the line that ended the front matter."""
    files = draft_file(HEAT, (LAST, f"{text}  - id: K2.5\n    text: Pans are clean.\n"))
    messages = [str(it) for it in checked(tmp_path / "project", files).problems]
    line = files[HEAT].split("\n").index("  - id: K2.5") + 1
    ended = files[HEAT].split("\n").index("---", 1) + 1
    assert f"{HEAT}:{line}: a criterion is written here, but the line --- on line {ended} ended the front matter" in (
        message.partition(";")[0] for message in messages
    )


def test_a_criterion_may_be_shown_as_code(tmp_path: Path) -> None:
    """Guidance may show how a criterion is written."""
    files = draft_file(HEAT, (f"{LAST}---\n", f"{LAST}---\n\n```yaml\ncriteria:\n  - id: K2.5\n```\n"))
    assert checked(tmp_path / "project", files).problems == ()
