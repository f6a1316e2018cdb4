"""No text makes a comparison hang."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
CODE = """
import sys
sys.path.insert(0, sys.argv[1])
from editions.comparison import judge, merge_texts, quote_blocks, redline
from editions.pages.redline_html import RedlineWriter
from editions.text.parsing import parse
from editions.text.plain import write_plain
from editions.text.surroundings import AS_WRITTEN
from text_bombs import ACCEPTED, REFUSED
plain = parse("Logs must be kept.")
for name, written in {**{name: text for name, (text, _) in REFUSED.items()}, **ACCEPTED}.items():
    text, half = parse(written), parse(written[: len(written) // 2])
    for old, new in ((plain, text), (half, text)):
        judge(old, new)
        RedlineWriter().blocks(quote_blocks(merge_texts(old, new), AS_WRITTEN, AS_WRITTEN))
        redline(write_plain(old), write_plain(new))
print("done")
"""


@pytest.mark.slow
def test_costly_texts_are_compared_in_the_time_of_others() -> None:
    """Each construct repeated to 20,000 characters, as one or both sides; two minutes are a guard and no measure."""
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(TESTS)], capture_output=True, text=True, timeout=240, check=False
    )
    assert done.stdout == "done\n", done.stderr
