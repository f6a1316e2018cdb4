"""No text ends the parser or a writer, and none takes long."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text_reading import read_and_write

from forked_commands import ForkedCommands
from text_bombs import ACCEPTED, READ, REFUSED

# A hang guard: all of them take seconds.
_GUARD = 120
BOMBS = {**{name: text for name, (text, _) in REFUSED.items()}, **READ, **ACCEPTED}


@pytest.fixture(scope="module")
def reading() -> Iterator[ForkedCommands]:
    paths = os.pathsep.join([str(Path(__file__).parent), *filter(None, [os.environ.get("PYTHONPATH")])])
    with ForkedCommands("text_reading:main", environment={"PYTHONPATH": paths}) as commands:
        yield commands


@pytest.mark.parametrize("name", BOMBS)
def test_a_text_made_to_take_long_is_read_and_written(reading: ForkedCommands, name: str, tmp_path: Path) -> None:
    (tmp_path / "text.md").write_text(BOMBS[name], encoding="utf-8")
    done = reading.run(["text_reading", "text.md"], tmp_path, patience=_GUARD)
    assert done.code == 0, done.stderr


@given(st.text("[]()<>`~!\\#-=*_{}:|$@^&;\"' \n\ta.1", max_size=120))
def test_no_arrangement_of_signs_raises_an_error(markdown: str) -> None:
    read_and_write(markdown)
