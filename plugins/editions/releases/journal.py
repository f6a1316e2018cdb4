"""Write several files as one: after a kill at any moment the tree is as before, or the next command completes it.

A plan is first written in full beside the project's files, into a folder ``.editions-release.XXXXXXXX``, with a
journal that says which staged file goes where, which file goes, and what each place held. Renaming that folder to
``.editions-release`` is the commit: one rename, which no other command can do at the same time, since the name is taken
then. Before it, nothing of the project has changed and the folder is litter; after it, each staged file is renamed into
its place, and whatever stops that, ``recover`` goes on where it stopped. Last the journal and the folder are removed.

Every file is known by its digest, so that recovery overwrites only what the plan knew: if somebody edited a file in
between, it stops and says so.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from editions.releases.plan import Plan
from editions.source.discovery import INSIGHTS, STANDARD
from editions.source.problem import Problem, Unpublishable, Unwritable, system_reason, unwritable

FOLDER = ".editions-release"
_JOURNAL = "journal.json"
_OWN_FILES = ("CHANGELOG.md", "CITATION.cff")


def carry_out(root: Path, plan: Plan) -> None:
    """Write everything that a plan holds, or nothing.

    Raises:
        Unpublishable: If a file changed since the plan was made, or another command is writing; nothing is written.
        Unwritable: If the system did not let it write: nothing is written, or ``recover`` completes it.
    """
    changed = [write for write in plan.writes if _digest(root / write.path) != _digest_of(write.before)]
    if changed:
        raise Unpublishable(
            tuple(Problem(write.path, 1, "changed while the command ran; run it again") for write in changed)
        )
    _remove_litter(root)
    try:
        staging = Path(tempfile.mkdtemp(prefix=f"{FOLDER}.", dir=root))
        _stage(root, staging, plan)
        staging.rename(root / FOLDER)
    except OSError as error:
        _remove_litter(root)
        if (root / FOLDER).exists():
            raise Unpublishable((_interrupted(),)) from None
        raise unwritable(root, error, "nothing was written: {}") from None
    _put_in_place(root)


def recover(root: Path) -> str | None:
    """Complete what an interrupted command had begun to put in place.

    Returns:
        What was completed, for people; ``None`` if nothing was left over.

    Raises:
        Unpublishable: If a file was edited in between.
    """
    if not (root / FOLDER).is_dir():
        return None
    return _put_in_place(root)


def interrupted(root: Path) -> tuple[Problem, ...]:
    """Whether a command was interrupted while it put files in place."""
    return (_interrupted(),) if (root / FOLDER / _JOURNAL).exists() else ()


def _interrupted() -> Problem:
    message = "a command was stopped while it wrote; run 'editions release --resume', which completes it"
    return Problem(f"{FOLDER}/{_JOURNAL}", 1, message)


def _remove_litter(root: Path) -> None:
    """Remove what commands left that were stopped before they began to put anything in place."""
    for folder in root.glob(f"{FOLDER}.*"):
        shutil.rmtree(folder, ignore_errors=True)


def _stage(root: Path, staging: Path, plan: Plan) -> None:
    entries = []
    _write(staging / ".gitignore", b"*\n", None)
    for number, write in enumerate(plan.writes):
        target = root / write.path
        mode = stat.S_IMODE(target.stat().st_mode) if write.before is not None else None
        if write.content is not None:
            _write(staging / str(number), write.content, mode)
        entries.append(
            {"path": write.path, "before": _digest_of(write.before), "after": _digest_of(write.content)},
        )
    journal = {"title": plan.title, "writes": entries}
    _write(staging / _JOURNAL, (json.dumps(journal, indent=2) + "\n").encode("utf-8"), None)
    _sync_folder(staging)


def _put_in_place(root: Path) -> str:
    try:
        return _moved(root)
    except OSError as error:
        message = f"stopped while it wrote: {system_reason(error)}; make room or access"
        message = f"{message}, then run 'editions release --resume'"
        raise Unwritable((Problem(f"{FOLDER}/{_JOURNAL}", 1, message),)) from None


def _moved(root: Path) -> str:
    folder = root / FOLDER
    title = ""
    if (folder / _JOURNAL).exists():
        title, entries = _read_journal(root)
        waiting: list[tuple[Path | None, Path]] = []
        problems = []
        for number, entry in enumerate(entries):
            found = _digest(root / entry.path)
            if found == entry.after:
                continue
            if found != entry.before:
                message = (
                    "was edited after a command was stopped while it wrote; put it back as it was, or remove the "
                    f"folder {FOLDER} to give that command up"
                )
                problems.append(Problem(entry.path, 1, message))
            waiting.append((None if entry.after is None else folder / str(number), root / entry.path))
        if problems:
            raise Unpublishable(tuple(problems))
        for staged, target in waiting:
            target.parent.mkdir(parents=True, exist_ok=True)
            if staged is None:
                target.unlink()
            else:
                staged.replace(target)
            _sync_folder(target.parent)
        (folder / _JOURNAL).unlink()
    shutil.rmtree(folder)
    return title


@dataclass(frozen=True)
class _Entry:
    """Where a staged file goes, and the digests of what the place held and will hold; ``None`` is no file."""

    path: str
    before: str | None
    after: str | None


def _read_journal(root: Path) -> tuple[str, list[_Entry]]:
    """Read a journal, and trust it with nothing but a project's own files: it may have come with somebody's branch."""
    try:
        data = json.loads((root / FOLDER / _JOURNAL).read_text(encoding="utf-8"))
        title, entries = str(data["title"]), [_Entry(it["path"], it["before"], it["after"]) for it in data["writes"]]
        sound = all(_is_own(root, entry.path) for entry in entries)
    except (ValueError, LookupError, TypeError, AttributeError):
        sound = False
    if not sound:
        message = f"was not written by this command; remove the folder {FOLDER}"
        raise Unpublishable((Problem(f"{FOLDER}/{_JOURNAL}", 1, message),))
    return title, entries


def _is_own(root: Path, path: str) -> bool:
    parts = PurePosixPath(path).parts
    inside = parts[:1] in ((STANDARD,), (INSIGHTS,)) and len(parts) > 1 and not {"..", "."} & set(parts)
    if not inside and path not in _OWN_FILES:
        return False
    return (root / path).parent.resolve().is_relative_to(root.resolve())


def _write(path: Path, content: bytes, mode: int | None) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        path.chmod(mode)


def _sync_folder(folder: Path) -> None:
    """Make renames durable where the system can (a folder cannot be opened on Windows)."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _digest(path: Path) -> str | None:
    return _digest_of(path.read_bytes()) if path.is_file() and not path.is_symlink() else None


def _digest_of(content: bytes | None) -> str | None:
    return None if content is None else hashlib.sha256(content).hexdigest()
