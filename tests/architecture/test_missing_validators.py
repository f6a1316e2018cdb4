"""A run names the validators that it did not find, however its reports put it."""

from __future__ import annotations

import pytest

from tools import missing_tools


@pytest.mark.parametrize(
    "reasons",
    [
        ["Skipped: validator not found: biber", "Skipped: validator not found: java"],
        [
            str((PLACE, 35, "Skipped: validator not found: java")),
            str((PLACE, 35, "Skipped: validator not found: biber")),
        ],
    ],
)
def test_each_missing_validator_is_named_once(reasons: list[str]) -> None:
    assert missing_tools([*reasons, *reasons, "Skipped: another reason"]) == ["biber", "java"]
