"""``editions check`` in a process of its own, held to limits of time and memory."""

from __future__ import annotations

from pathlib import Path

from forked_commands import Ended, ForkedCommands

SECONDS = 5
MEBIBYTES = 512
_LIMITS = {"RLIMIT_AS": MEBIBYTES * 1024 * 1024, "RLIMIT_CPU": SECONDS, "RLIMIT_CORE": 0}


class LimitedChecks(ForkedCommands):
    """Runs checks under limits; a context manager."""

    def __init__(self) -> None:
        super().__init__("editions.cli:main", "editions.cli.check")

    def check(self, folder: Path) -> Ended:
        """Check a project: at most 5 seconds of the processor and 512 MiB of address space.

        Args:
            folder: The project's folder.

        Returns:
            What happened.
        """
        # Whatever blocks uses no time of the processor.
        return self.run(["editions", "check"], folder, patience=8 * SECONDS, limits=_LIMITS)
