"""How long it takes to compare two editions of 1,000 criteria, all reworded, and to write the document as JSON.

Run: ``PYTHONPATH=plugins python benchmarks/comparison.py``. The bound that the project promises is 2 seconds; the
script fails above it.
"""

from __future__ import annotations

import random
import re
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from editions.comparison import compare, comparison_json, comparison_markdown
from editions.model import Edition
from editions_builder import domain, edition

CRITERIA = 1_000
WORDS_EACH = 40
BOUND_SECONDS = 2.0

_WORDS = tuple(
    re.findall(
        "[^|]+",
        "the|a|of|and|or|for|to|must|should|may|not|all|any|each|only|at least|system|model|output|input|operator|data|"
        "log|record|test|release|owner|key|token|provider|incident|threshold|alert|access|retention|evaluation|before|"
        "documented|defined|tested|reviewed|after|within|24 hours|30 days|90 %|[guide](https://example.org/g)|`limit`",
    )
)


def editions_of(criteria: int) -> tuple[Edition, Edition]:
    """Two editions of as many criteria in domains of ten; in the later every fifth word of every text is another."""
    draw = random.Random(1)  # noqa: S311
    old, new = [], []
    for number in range(criteria // 10):
        before, after = [], []
        for _ in range(10):
            words = [draw.choice(_WORDS) for _ in range(WORDS_EACH)]
            before.append(" ".join(words) + ".")
            words[::5] = [draw.choice(_WORDS) + "s" for _ in words[::5]]
            after.append(" ".join(words) + ".")
        old.append(domain(f"D{number:03}", before, guidance="## How\n\nStart small."))
        new.append(domain(f"D{number:03}", after, guidance="## How\n\nStart smaller."))
    return edition("1.0", old), edition("1.1", new)


def main() -> int:
    """Measure, print, and say by the exit code whether the bound holds."""
    old, new = editions_of(CRITERIA)
    started = time.perf_counter()
    found = compare(old, new)
    compared = time.perf_counter()
    document = comparison_json(found, "https://example.org")
    written = time.perf_counter()
    comparison_markdown(found)
    ended = time.perf_counter()
    reworded = sum("reworded" in change.aspects for change in found.changes if change.level == "criterion")
    print(f"comparison: {CRITERIA} criteria of {WORDS_EACH} words, {reworded} reworded")
    print(
        f"  compared in {compared - started:.2f} s, JSON ({len(document):,} characters) in {written - compared:.2f} s"
    )
    print(f"  together {written - started:.2f} s (bound {BOUND_SECONDS} s); Markdown in {ended - written:.2f} s more")
    return 0 if reworded == CRITERIA and written - started <= BOUND_SECONDS else 1


if __name__ == "__main__":
    raise SystemExit(main())
