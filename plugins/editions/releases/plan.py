"""What a command is going to write, known in full before anything is written."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path

from editions.source.conflict_markers import conflict_problems
from editions.source.problem import Problem, Unpublishable
from editions.source.text import SourceFile, read_source
from editions.text.code_lines import without_code
from editions.text.parsing import parse_page


@dataclass(frozen=True)
class Write:
    """One file to write, or to remove.

    Attributes:
        path: File, relative to the project's folder.
        content: Its bytes afterwards; ``None`` where it is removed.
        before: Its bytes before; ``None`` where it is new.
    """

    path: str
    content: bytes | None
    before: bytes | None = None


@dataclass(frozen=True)
class Plan:
    """Everything that one command writes.

    Attributes:
        title: What is done, for people.
        writes: The files, in the order in which they are put in place.
    """

    title: str
    writes: tuple[Write, ...]

    @property
    def shown(self) -> str:
        """The plan for people: each new or removed file by name, each changed file with its difference."""
        blocks = [f"{self.title}\n"]
        for write in self.writes:
            if write.content is None:
                blocks.append(f"remove {write.path}\n")
                continue
            if write.before is None:
                blocks.append(f"new file {write.path} ({len(write.content):,} bytes)\n")
                continue
            old = write.before.decode("utf-8", "replace").splitlines(keepends=True)
            new = write.content.decode("utf-8", "replace").splitlines(keepends=True)
            blocks.append("".join(difflib.unified_diff(old, new, write.path, write.path, n=1)))
        return "\n".join(blocks)


def existing(root: Path, path: str) -> SourceFile | None:
    """Read a file that a plan may change.

    Args:
        path: File, relative to ``root``.

    Returns:
        The file; ``None`` if there is none.

    Raises:
        Unpublishable: If something is there that cannot be used, or a merge conflict in it is not resolved.
    """
    if not (root / path).is_symlink() and not (root / path).exists():
        return None
    file = read_source(root, path)
    if file.text is None:
        raise Unpublishable(file.problems)
    if conflicts := conflicts_in(file):
        raise Unpublishable(conflicts)
    return file


def conflicts_in(file: SourceFile) -> tuple[Problem, ...]:
    """Find merge conflicts in a file beside the sources.

    Returns:
        A problem for each; code of a Markdown file may show markers.
    """
    text = file.text or ""
    found = tuple(conflict_problems(text, file.path))
    if found and file.path.endswith(".md"):
        found = tuple(conflict_problems(without_code(parse_page(text)), file.path))
    return found


def write_of(root: Path, path: str, content: bytes) -> Write | None:
    """Plan to write a file.

    Args:
        path: File, relative to ``root``.
        content: Its bytes afterwards.

    Returns:
        The write; ``None`` if the file holds exactly these bytes.

    Raises:
        Unpublishable: If something is there that cannot be used.
    """
    file = existing(root, path)
    if file is not None and file.content == content:
        return None
    return Write(path, content, None if file is None else file.content)


def new_file(root: Path, path: str, content: bytes) -> Write:
    """Plan a file that must not be there yet.

    Args:
        path: File, relative to ``root``.

    Raises:
        Unpublishable: If something is there already.
    """
    if (root / path).is_symlink() or (root / path).exists():
        raise Unpublishable((Problem(path, 1, "is there already; a release is written once, so remove it first"),))
    return Write(path, content)
