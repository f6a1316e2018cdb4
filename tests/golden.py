"""Golden files: the whole text that a form must have, kept beside the test and read by people in review.

``EDITIONS_REBASE=1 python -m pytest tests/comparison`` writes them anew; the difference is then judged in git.
"""

from __future__ import annotations

import os
from pathlib import Path


def assert_golden(path: Path, text: str) -> None:
    """Compare a text with its golden file, byte for byte; with EDITIONS_REBASE=1 write the file instead."""
    if os.environ.get("EDITIONS_REBASE") == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    assert path.is_file(), f"{path} is missing; write it with EDITIONS_REBASE=1"
    assert text == path.read_bytes().decode(), (
        f"{path} differs; if the new text is right, rebase with EDITIONS_REBASE=1"
    )
