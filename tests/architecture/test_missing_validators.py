"""A run names the validators that it did not find, however its reports put it."""

from __future__ import annotations

import pytest

from tools import missing_tools

WORDS = [f"Skipped: validator not found: {name}" for name in ("java", "biber", "java")]


@pytest.mark.parametrize("reasons", [WORDS, [str(("tests/tools.py", 35, words)) for words in WORDS]])
def test_each_missing_validator_is_named_once(reasons: list[str]) -> None:
    assert missing_tools([*reasons, "Skipped: another reason"]) == ["biber", "java"]
