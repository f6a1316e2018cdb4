"""Whole OSCAL catalogs of others: imported, exported, imported again, and judged by NIST's own tool.

Give a folder of catalogs in JSON, as an argument or in EDITIONS_OSCAL_DATA; such catalogs are no part of the project.
What comes of the export must be read back as the same edition without any remark, the second export must have the bytes
of the first, NIST's validator (compliance-trestle) must accept it, and it must hold as many controls as a count of its
own finds in the file that was given, without those that are withdrawn.

    python benchmarks/published_catalogs.py FOLDER
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "tests" / "oscal"), str(HERE.parent / "tests")]

from nist_validation import validated  # noqa: E402 - the tests know how NIST's tool is asked
from oscal_catalogs import exported  # noqa: E402

from editions.formats.facts import Facts, ImportFacts  # noqa: E402
from editions.formats.oscal.reading import read_oscal  # noqa: E402

STATED = ImportFacts(Facts(abbreviation="CAT", licence="CC-BY-4.0", url="https://catalog.example/standard"))


def controls(part: Any) -> int:
    """Controls anywhere in a catalog, but for the withdrawn."""
    if isinstance(part, list):
        return sum(map(controls, part))
    if not isinstance(part, dict):
        return 0
    own = part.get("controls", ())
    standing = sum(not any(it.get("value", "").lower() == "withdrawn" for it in one.get("props", ())) for one in own)
    return standing + sum(controls(part.get(name)) for name in ("catalog", "groups", "controls"))


def problems(path: Path, work: Path) -> list[str]:
    """Put one catalog to the test; what is wrong."""
    imported = read_oscal(path, STATED)
    written = exported(imported.edition)
    made = work / "made.json"
    made.write_bytes(written)
    again = read_oscal(made, ImportFacts())
    counted = controls(json.loads(path.read_text(encoding="utf-8")))
    found = len(imported.edition.criteria_by_id)
    kept = Counter(it.kept for it in imported.placements)
    print(f"  {found:,} criteria; the report has {kept[True]} lines on what was kept and {kept[False]} on what was not")
    checks = {
        f"the file holds {counted:,} controls, the edition {found:,} criteria": counted == found,
        "the edition is not the same after its export": again.edition == imported.edition,
        "its export leaves something without a place": not again.placements,
        "the second export has other bytes": exported(again.edition) == written,
    }
    validated(made)
    return [words for words, holds in checks.items() if not holds]


def main() -> int:
    """Check every catalog of the folder; 0 if all is well, 1 if not, 2 if there is none."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("EDITIONS_OSCAL_DATA", ""))
    paths = sorted(folder.glob("*.json"))
    if not paths:
        print("name a folder of OSCAL catalogs in JSON, as an argument or in EDITIONS_OSCAL_DATA", file=sys.stderr)
        return 2
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="editions-oscal-") as work:
        for path in paths:
            start = time.perf_counter()
            print(path.name)
            found = problems(path, Path(work))
            wrong += len(found)
            for problem in found:
                print(f"  WRONG: {problem}")
            print(f"  {time.perf_counter() - start:.1f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
