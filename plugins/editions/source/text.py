"""Reading one file, safely."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from editions.source.problem import Problem

MAXIMUM_BYTES = 1024 * 1024

# What no XML, and so no feed, can carry (XML 1.0 §2.2), and the controls that HTML refuses (WHATWG HTML §13.1.2).
UNUSABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


@dataclass(frozen=True)
class SourceFile:
    r"""A file that was read.

    Attributes:
        path: File, relative to the project's folder, with ``/`` between names.
        content: Its bytes, as they are.
        text: Its text with ``\n`` between lines; ``None`` if it is not a text that can be used.
        problems: What is wrong with it.
    """

    path: str
    content: bytes
    text: str | None
    problems: tuple[Problem, ...] = ()


def read_source(root: Path, path: str) -> SourceFile:
    """Read a file of the project.

    Args:
        path: File, relative to ``root``.

    Returns:
        The file with its text, or with the reason why it cannot be used: symbolic links, anything that is not a
        regular file, files over 1 MiB, invalid UTF-8, a byte order mark, NUL and other control characters are refused.
    """

    def refused(message: str, content: bytes = b"", line: int = 1) -> SourceFile:
        return SourceFile(path, content, None, (Problem(path, line, message),))

    full = root / path
    try:
        status = full.lstat()
        if stat.S_ISLNK(status.st_mode):
            return refused("is a symbolic link; put the file itself here")
        if not stat.S_ISREG(status.st_mode):
            return refused("is not a regular file; put a text file here")
        if status.st_size > MAXIMUM_BYTES:
            return refused(f"is {status.st_size:,} bytes long; a source file may have 1 MiB (1,048,576), so divide it")
        content = full.read_bytes()
    except OSError as error:
        return refused(f"can't be read ({os.strerror(error.errno or 0).lower()}); check that it is there and readable")
    if content.startswith(b"\xef\xbb\xbf"):
        return refused("begins with a byte order mark; save it as UTF-8 without one", content)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return refused(f"is not UTF-8 (byte 0x{content[error.start]:02x}); save it as UTF-8", content, line)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    unusable = UNUSABLE.search(text)
    if unusable is not None:
        line = text.count("\n", 0, unusable.start()) + 1
        return refused(f"holds {unusable_name(unusable[0])}; remove it", content, line)
    return SourceFile(path, content, text)


def unusable_name(sign: str) -> str:
    """Name a character that ``UNUSABLE`` finds.

    Args:
        sign: The character.

    Returns:
        Such as ``a NUL character`` or ``the control character U+001B``.
    """
    return "a NUL character" if sign == "\0" else f"the control character U+{ord(sign):04X}"
