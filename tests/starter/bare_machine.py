"""A machine with Python and make, on which nothing of the engine is."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Machine:
    """A machine with Python and make, on which nothing of the engine is.

    Attributes:
        wheel: The engine's wheel.
        environment: The environment of its commands: pip finds the wheel and no index, and takes the dependencies,
            which stand on Python's path, for installed.
    """

    wheel: Path
    environment: dict[str, str]

    def run(self, folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command that has to succeed."""
        done = subprocess.run(
            command, cwd=folder, env=self.environment, capture_output=True, text=True, check=False, timeout=300
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
        return done
