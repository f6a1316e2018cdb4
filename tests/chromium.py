"""Chromium for the tests: taken from the PATH, else Playwright's own, else the system package manager's.

``python tests/chromium.py`` installs one where none is found, prints where it stands, and fails with one line when
none can be had.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NONE = (
    "Chromium was not found, or Playwright does not start, and neither could be installed: put chromium on the PATH, "
    "for example with your system's package manager, and install the library libatomic (on Debian: libatomic1)"
)


def find_chromium() -> str | None:
    """Find a Chromium that starts.

    Returns:
        The program's path: of one on the PATH, else of Playwright's own; ``None`` if there is neither, or if
        Playwright, which drives it, does not start itself.
    """
    if not _run([sys.executable, "-m", "playwright", "--version"]):
        return None
    return next((path for path in _candidates() if _starts(path)), None)


def install_chromium() -> str | None:
    """Install Chromium: Playwright's own, else with the system's package manager where this user may.

    Returns:
        The program's path, or ``None`` if every way failed.
    """
    for commands in _ways():
        if all(_run(command) for command in commands) and (found := find_chromium()):
            return found
    return None


def _candidates() -> Iterator[str]:
    for name in NAMES:
        if path := shutil.which(name):
            yield path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    if Path(own).is_file():
        yield own


def _starts(path: str) -> bool:
    """Whether the program runs at all; one whose libraries are missing does not."""
    return _run([path, "--version"])


def _ways() -> Iterator[list[list[str]]]:
    yield [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get") and os.geteuid() == 0:
        apt = ["apt-get", "--quiet", "--yes", "--no-install-recommends"]
        # Playwright's own Node.js needs libatomic, which a bare system lacks.
        wanted = ["chromium", "libatomic1"]
        yield [[*apt, "install", *wanted]]
        yield [[*apt, "update"], [*apt, "install", *wanted]]


def _run(command: list[str]) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(command, capture_output=True, env=environment, stdin=subprocess.DEVNULL, check=False)
    except OSError:
        return False
    return done.returncode == 0


if __name__ == "__main__":
    found = find_chromium()
    if found is None:
        print("Installing Chromium for the tests (once)", flush=True)
        found = install_chromium()
    if found is None:
        sys.exit(NONE)
    print(f"Chromium: {found}")
