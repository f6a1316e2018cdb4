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
    """

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class Unpublishable(ValueError):
    """Sources that cannot be published as they stand.

    Attributes:
        problems: Everything that is wrong, in the order of files and lines.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
