"""``editions`` where the system refuses writes: permissions hold for root, too, or the disk is full below a folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import editions.cli
from forked_commands import ForkedCommands

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
# Where each step on the file system changes a folder, by the place of the path among its arguments (PEP 578).
_CHANGED = {
    "os.mkdir": (0,),
    "os.remove": (0,),
    "os.rmdir": (0,),
    "tempfile.mkdtemp": (0,),
    "os.rename": (0, 1),
    "os.link": (1,),
    "os.symlink": (1,),
}


class RefusedCommands(ForkedCommands):
    """Runs commands that may not write everywhere; a context manager.

    They are forks of a process without threads: in a fork of a worker of pytest, which has some, the typesetter waits
    for ever for those that it had begun there.
    """

    def __init__(self) -> None:
        super().__init__("refused_writes:main", environment={"PYTHONPATH": os.pathsep.join(sys.path)})

    def refuse(self, arguments: Sequence[str], folder: Path, *, full: bool = False) -> tuple[int, str, str]:
        """Run a command.

        Args:
            arguments: Its arguments.
            folder: Where it runs.
            full: Whether the disk is full below the folder.

        Returns:
            Its exit code, what it printed, and what it printed as errors.
        """
        ended = self.run(["editions", str(folder) if full else "", *arguments], folder, patience=120)
        return ended.code, ended.stdout, ended.stderr


def main() -> None:
    """Run ``editions``; the first argument is the folder below which the disk is full, if there is one."""
    full = sys.argv.pop(1)

    def watch(event: str, given: tuple[Any, ...]) -> None:
        for place in _places(event, given):
            if _is_read_only(place):
                raise PermissionError(13, "Permission denied", str(given[0]))
            if full and place.is_relative_to(full):
                raise OSError(28, "No space left on device", str(given[0]))

    sys.addaudithook(watch)
    editions.cli.main()


def _places(event: str, arguments: tuple[Any, ...]) -> Iterator[Path]:
    """What a step on the file system would change."""
    if event == "open" and isinstance(arguments[0], str) and arguments[2] & _WRITING:
        path = Path(arguments[0])
        yield path if path.exists() else path.parent
    for place in _CHANGED.get(event, ()):
        yield Path(os.fsdecode(arguments[place])).parent


def _is_read_only(path: Path) -> bool:
    return path.exists() and not path.is_char_device() and not path.stat().st_mode & 0o222
