"""Reading the file that is imported: bounded, decoded, and refused in words."""

from __future__ import annotations

import codecs
import os
import stat
from pathlib import Path

from editions.source.conflict_markers import conflict_problems
from editions.source.problem import Problem, Unpublishable

MAXIMUM_BYTES = 64 * 1024 * 1024

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_bytes(path: Path) -> bytes:
    """Read a file that is imported.

    Args:
        path: The file.

    Raises:
        Unpublishable: If it is no regular file, is longer than 64 MiB or cannot be read.
    """
    message = None
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            message = "is not a regular file; name the file to import"
        elif status.st_size > MAXIMUM_BYTES:
            message = f"is {status.st_size:,} bytes long; at most 64 MiB can be imported, so divide it"
        else:
            return path.read_bytes()
    except FileNotFoundError:
        message = "is not there; name the file to import"
    except OSError as error:
        reason = os.strerror(error.errno).lower() if error.errno else str(error)
        message = f"can't be read ({reason}); check that it is there and readable"
    except ValueError:  # a name that no file can have
        message = "is no name of a file; name the file to import"
    raise refused(path, 1, message)


def read_text(path: Path, encoding: str | None = None) -> str:
    r"""Read a text file that is imported.

    Args:
        path: The file.
        encoding: Its encoding; where none is named, what its byte order mark says, else UTF-8.

    Returns:
        Its text without a byte order mark, with the line ends that it has.

    Raises:
        Unpublishable: As for ``read_bytes``; if the text is not in that encoding, holds NUL characters or the markers
            of a merge conflict.
    """
    return decoded(path, read_bytes(path), encoding)


def decoded(path: Path, content: bytes, encoding: str | None = None) -> str:
    """Decode a text file that is imported.

    Args:
        path: The file, for problems.
        encoding: Its encoding, as for ``read_text``.

    Returns:
        Its text, as from ``read_text``.

    Raises:
        Unpublishable: As for ``read_text``.
    """
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    named = encoding or marked or "utf-8"
    if encoding is not None and codecs.lookup(encoding).name == "utf-8":
        named = "utf-8-sig"
    try:
        text = content.decode(named)
    except UnicodeError as error:
        start = error.start if isinstance(error, UnicodeDecodeError) else 0
        line = content.count(b"\n", 0, start) + 1
        what = f"byte 0x{content[start]:02x}" if start < len(content) else "it ends too early"
        advice = "" if encoding else ", or name its encoding, such as --encoding cp1252"
        label = "UTF-8" if named.startswith("utf-8") else named
        raise refused(path, line, f"is not {label} ({what}); save it as UTF-8{advice}") from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise refused(path, line, "holds a NUL character, so it is no text in this encoding; save it as UTF-8")
    if conflicts := tuple(conflict_problems(text.replace("\r\n", "\n"), str(path))):
        raise Unpublishable(conflicts)
    return text.removeprefix("\ufeff")


def refused(path: Path, line: int, message: str) -> Unpublishable:
    """An error at a line of the file.

    Args:
        path: The file.
        line: The line, from 1.
        message: What is wrong and what to do.

    Returns:
        The error, to be raised.
    """
    return Unpublishable((Problem(str(path), line, message),))
