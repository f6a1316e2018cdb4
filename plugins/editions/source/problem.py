"""Problems: what is wrong, where, and what to do."""

from __future__ import annotations

import os
from dataclasses import dataclass
from errno import errorcode


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


class Unwritable(Unpublishable):
    """A place that the system did not let a command read or write, so that the command could not run."""


# What to do about an error of the system that people meet, by its name.
_REMEDIES = {
    **dict.fromkeys(("EACCES", "EPERM", "EROFS"), "make it accessible, or name another place"),
    **dict.fromkeys(("ENOSPC", "EDQUOT", "EFBIG"), "make room, then run the command again"),
    **dict.fromkeys(("EMFILE", "ENFILE"), "close other programs, then run the command again"),
}


def system_reason(error: OSError) -> str:
    """Say what the system reports.

    Returns:
        Words such as ``permission denied``.
    """
    return " ".join((error.strerror or str(error) or "unknown error").split()).lower()


def unwritable(
    path: object, error: OSError, message: str = "can't be read or written ({})", otherwise: str = ""
) -> Unwritable:
    """An error of the system as a problem.

    Args:
        path: The place; what the system names where it is empty.
        error: The system's error.
        message: What could not be done, with ``{}`` for the system's reason.
        otherwise: What to do where the error itself has no remedy.
    """
    named = path or (error.filename if isinstance(error.filename, str | bytes) else None) or "."
    remedy = _REMEDIES.get(errorcode.get(error.errno or 0, ""), otherwise or "correct that, then run the command again")
    place = os.fsdecode(named) if isinstance(named, str | bytes) else str(named)
    return Unwritable((Problem(place, 1, f"{message.format(system_reason(error))}; {remedy}"),))
