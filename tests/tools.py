"""Programs that tests run and that a machine may not have.

A test that needs one asks ``find_tool``. Where the program is missing the test is not run, and the last lines of the
run name the program; with ``EDITIONS_REQUIRE_TOOLS=1`` in the environment a missing program is a failure.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

_REASON = "validator not found: {}"
_NAME = re.compile(r"validator not found: ([\w.+-]+)")


def find_tool(name: str) -> Path:
    """Find a program on the PATH.

    Args:
        name: Its name.

    Returns:
        Where it is. Where it is missing, this does not return: the test fails or is reported as not run.
    """
    found = shutil.which(name)
    if found:
        return Path(found)
    if os.environ.get("EDITIONS_REQUIRE_TOOLS") == "1":
        pytest.fail(f"{name} is required (EDITIONS_REQUIRE_TOOLS=1) and not on the PATH; install it", pytrace=False)
    pytest.skip(_REASON.format(name))


def missing_tools(reasons: Iterable[str]) -> list[str]:
    """The programs that tests did not find.

    Args:
        reasons: Why tests were not run, as their reports say. Reports cross from the workers of pytest-xdist to the
            terminal, a list kept in a module would not.

    Returns:
        Names, sorted, each once.
    """
    return sorted({match[1] for reason in reasons for match in [_NAME.search(reason)] if match})
