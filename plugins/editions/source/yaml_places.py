"""Where the lines of a text that YAML writes over several lines are in its file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from editions.source.text import UNUSABLE

_SIGNS = re.compile(r"\S+")
_ESCAPE = re.compile(r"\\(?:x(.{2})|u(.{4})|U(.{8})|(.)|$)")
# Escapes that stand for white space (YAML 1.2.2 §5.7).
_BLANKS = frozenset("tnr _LP\t")


@dataclass(frozen=True, slots=True)
class WrittenScalar:
    """A text as it is written.

    Attributes:
        written: The lines of the file that contain it, indicators and quotes included.
        line: Line of the file on which it begins.
    """

    written: str
    line: int

    def places(self, value: str) -> list[tuple[int, int]]:
        """Find the lines of the file in the text.

        YAML folds lines, trims them and drops indentation, but each sign that is not white space stays, so that they
        can be counted on both sides.

        Returns:
            Places in the text, from 0, with the line of the file that begins there; in order.
        """
        if self.written[:1] == "|":
            starts = [0, *(match.end() for match in re.finditer("\n", value))]
            return [(start, self.line + 1 + number) for number, start in enumerate(starts)]
        words = [match.span() for match in _SIGNS.finditer(value)]
        passed = list(accumulate((end - start for start, end in words), initial=0))
        found = []
        for number, before in enumerate(accumulate(self._signs(), initial=0)):
            word = bisect_right(passed, before) - 1
            if word < len(words):
                found.append((words[word][0] + before - passed[word], self.line + number))
        return found

    def _signs(self) -> Iterator[int]:
        """How many signs of the text each line of the file has."""
        style, lines = self.written[:1], self.written.split("\n")
        if style == ">":
            lines[0] = ""
        elif style in ("'", '"'):
            lines[0] = lines[0][1:]
            lines[-1] = lines[-1].removesuffix(style)
        for line in lines:
            plain = line
            if style == "'":
                plain = line.replace("''", "'")
            elif style == '"' and "\\" in line:
                plain = _ESCAPE.sub(_meant, line)
            yield len("".join(plain.split()))


def _meant(match: re.Match[str]) -> str:
    """A sign for what an escape stands for, or a blank."""
    code = match[1] or match[2] or match[3]
    if code is None:
        return " " if not match[4] or match[4] in _BLANKS else "x"
    sign = chr(int(code, 16))
    return " " if sign.isspace() and not UNUSABLE.search(sign) else "x"
