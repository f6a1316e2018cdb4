"""Data set as a PDF, the same bytes every time, and only when something in it has changed.

Texts reach Typst as one JSON string and its template is a file of ours, so that nothing a contributor writes is ever
read as code. Typst may read the folder of the template alone, and no network.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections import OrderedDict
from pathlib import Path
from typing import Any

import typst

from editions.formats.pdf import setting
from editions.source.font_folder import font_files

# Setting a long standard takes hundreds of megabytes that Typst keeps for the next time. A process of its own gives
# them back; for a short standard, starting one takes longer than setting.
_LONG = 100_000
_KEPT = 16


class NotSet(ValueError):
    """Data that cannot be set; the message says why."""


# What was set before, by a digest of the data: a preview sets an edition anew only when something in it has changed.
_made: OrderedDict[str, bytes] = OrderedDict()


def typeset(data: dict[str, Any], folders: tuple[Path, ...]) -> bytes:
    """Set an edition.

    Args:
        data: What ``template/edition.typ`` reads.
        folders: Folders of the fonts to set it in.

    Returns:
        A tagged PDF that conforms to PDF/UA-1 (ISO 14289-1). Its metadata name no moment: a date of publication may be
        a year alone, and Typst would state a second of it.

    Raises:
        NotSet: If the data cannot be set.
    """
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    fonts = [(str(path), path.stat().st_mtime_ns) for folder in folders for path in font_files(folder)]
    key = hashlib.sha256(f"{fonts}{text}".encode()).hexdigest()
    if key not in _made:
        names = [str(folder) for folder in folders]
        _made[key] = _set_apart(text, names) if len(text) > _LONG else _set_here(text, names)
        while len(_made) > _KEPT:
            _made.popitem(last=False)
    _made.move_to_end(key)
    return _made[key]


def _set_here(text: str, folders: list[str]) -> bytes:
    try:
        return setting.set_pdf(text, folders)
    except typst.TypstError as error:
        raise NotSet(setting.reason(error)) from None


def _set_apart(text: str, folders: list[str]) -> bytes:
    command = [sys.executable, "-I", setting.__file__, *folders]
    done = subprocess.run(command, input=text.encode("utf-8"), capture_output=True, check=False)  # noqa: S603
    if done.returncode == setting.FAILED:
        raise NotSet(done.stderr.decode("utf-8", "replace"))
    if done.returncode:
        last = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise NotSet(f"the typesetter stopped with {done.returncode} {last}".rstrip())
    return done.stdout
