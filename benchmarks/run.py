"""Runs every benchmark, one after the other, and ends with a summary: ``make bench``.

``lineage_accuracy.py`` and ``published_catalogs.py`` read data that is no part of the project, and run where
EDITIONS_LINEAGE_DATA and EDITIONS_OSCAL_DATA name its folders.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
BENCHMARKS = (
    "site_build",
    "comparison",
    "citations",
    "citation_share",
    "first_load",
    "oscal_import",
    "text_speed",
    "text_fuzzing",
    "costly_texts",
    "earlier_commit",
    "published_catalogs",
    "lineage_accuracy",
)
NEEDS = {"lineage_accuracy": "EDITIONS_LINEAGE_DATA", "published_catalogs": "EDITIONS_OSCAL_DATA"}
VERDICTS = {0: "targets reached", 1: "TARGETS MISSED"}


def main() -> int:
    """Run them; 0 if all reached their targets."""
    summary, worst = [], 0
    for name in BENCHMARKS:
        script = HERE / f"{name}.py"
        needed = NEEDS.get(name)
        if not script.is_file():
            continue
        if needed and not os.environ.get(needed):
            summary.append(f"{name:20} not run: set {needed}")
            continue
        print(f"\n== {name}\n", flush=True)
        start = time.perf_counter()
        code = subprocess.run([sys.executable, str(script)], check=False).returncode
        worst = max(worst, code)
        verdict = VERDICTS.get(code, f"could not run (exit code {code})")
        summary.append(f"{name:20} {verdict}, {time.perf_counter() - start:.0f} s")
    print("\n== summary\n\n" + "\n".join(summary))
    return worst


if __name__ == "__main__":
    sys.exit(main())
