"""What all tests share."""

from __future__ import annotations

import pytest

from tools import missing_tools


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the validators that were not found in the last lines of the run."""
    missing = missing_tools(str(report.longrepr) for report in terminalreporter.stats.get("skipped", []))
    if missing:
        terminalreporter.write_line(f"Validators not found, so not run: {', '.join(missing)}", yellow=True)
