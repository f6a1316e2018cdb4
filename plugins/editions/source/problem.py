"""Problems: what is wrong, where, and what to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """Something that has to be corrected before the sources can be published.

    Attributes:
        path: File, relative to the project's folder, with ``/`` between names.
        line: Line in the file, from 1.
        message: What is wrong and what to do, in one sentence.

    Path and message come from files, so whatever would not print as part of one line is written as an escape.
    """

    path: str
    line: int
    message: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "path", printable(self.path))
        object.__setattr__(self, "message", printable(self.message))

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


def printable(text: str) -> str:
    """Make a text safe to print as part of one line.

    Args:
        text: Any text.

    Returns:
        The text with escapes for line breaks, control characters, lone surrogates and whatever else does not print.
    """
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else _escaped(sign) for sign in text)


def _escaped(sign: str) -> str:
    number = ord(sign)
    if 0xDC80 <= number <= 0xDCFF:  # a byte of a file name that is no UTF-8 (PEP 383)
        return f"\\x{number - 0xDC00:02x}"
    return sign.encode("unicode_escape", "surrogatepass").decode("ascii")


class Unpublishable(ValueError):
    """Sources that cannot be published as they stand.

    Attributes:
        problems: Everything that is wrong, in the order of files and lines.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
