"""No text ends the parser or a writer, and none takes long."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.text.commonmark import write_commonmark
from editions.text.html import HtmlWriter
from editions.text.parsing import parse
from editions.text.plain import write_plain
from text_bombs import ACCEPTED, READ, REFUSED

# A hang guard: all of them take seconds.
_GUARD = 120
_CODE = """
import sys
from editions.text.commonmark import write_commonmark
from editions.text.html import HtmlWriter
from editions.text.parsing import parse
from editions.text.plain import write_plain
text = parse(sys.stdin.read())
for write in (HtmlWriter().write, write_plain, write_commonmark):
    write(text)
"""
BOMBS = {**{name: text for name, (text, _) in REFUSED.items()}, **READ, **ACCEPTED}


@pytest.mark.parametrize("name", BOMBS)
def test_a_text_made_to_take_long_is_read_and_written(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _CODE], input=BOMBS[name], text=True, capture_output=True, check=False, timeout=_GUARD
    )
    assert done.returncode == 0, done.stderr


@given(st.text("[]()<>`~!\\#-=*_{}:|$@^&;\"' \n\ta.1", max_size=120))
def test_no_arrangement_of_signs_raises_an_error(markdown: str) -> None:
    text = parse(markdown)
    HtmlWriter().write(text)
    write_plain(text)
    write_commonmark(text)
