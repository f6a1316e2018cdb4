"""Reading a project as it stood at a commit, with git's own plumbing."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from editions.source.problem import Problem, Unpublishable

_REGULAR = ("100644", "100755")


@dataclass(frozen=True)
class Blob:
    """A file of a commit.

    Attributes:
        path: Its path, relative to the project's folder.
        oid: Name of its content in git.
        mode: Its mode in git, such as ``100644``; ``120000`` is a symbolic link.
    """

    path: str
    oid: str
    mode: str

    @property
    def is_regular(self) -> bool:
        """Whether it is a regular file."""
        return self.mode in _REGULAR


@dataclass(frozen=True)
class Commit:
    """A commit of the repository that holds a project.

    Attributes:
        root: The project's folder.
        oid: The commit's full name.
        prefix: The project's folder within the repository, ending in ``/``; empty at its top.
    """

    root: Path
    oid: str
    prefix: str

    def files(self, folders: Iterable[str]) -> tuple[Blob, ...]:
        """The files below folders of the project.

        Args:
            folders: Folders or files, relative to the project's folder.

        Returns:
            The files, in the order of their paths.

        Raises:
            Unpublishable: If git cannot be read.
        """
        listed = _git(self.root, "ls-tree", "-r", "-z", "--full-tree", self.oid, "--", *_below(self.prefix, folders))
        found = []
        for entry in filter(None, listed.split(b"\0")):
            facts, _, path = entry.partition(b"\t")
            mode, kind, oid = facts.decode("ascii").split()
            if kind == "blob":
                inside = os.fsdecode(path).removeprefix(self.prefix)
                found.append(Blob(inside, oid, mode))
        return tuple(found)

    def contents(self, blobs: Iterable[Blob]) -> dict[str, bytes]:
        """Read files.

        Args:
            blobs: Files of this commit.

        Returns:
            Their bytes by path.

        Raises:
            Unpublishable: If git cannot be read.
        """
        wanted = list(blobs)
        asked = "".join(f"{blob.oid}\n" for blob in wanted).encode("ascii")
        answer = _git(self.root, "cat-file", "--batch", given=asked)
        found, place = {}, 0
        for blob in wanted:
            head, _, _ = answer[place:].partition(b"\n")
            size = int(head.split()[2])
            start = place + len(head) + 1
            found[blob.path] = answer[start : start + size]
            place = start + size + 1
        return found


def commit_of(root: Path, revision: str) -> Commit:
    """Find a commit.

    Args:
        root: The project's folder.
        revision: Anything that git takes for a commit, such as ``origin/main``.

    Returns:
        The commit.

    Raises:
        Unpublishable: If the folder is in no repository, git is missing, or there is no such commit.
    """
    prefix = os.fsdecode(_git(root, "rev-parse", "--show-prefix")).strip("\n")
    try:
        # A revision that looks like an option stays a revision.
        found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except Unpublishable:
        message = f"there is no commit {revision!r} in this repository; fetch it, or name one that is here"
        raise Unpublishable((Problem(".", 1, message),)) from None
    return Commit(root, found.decode("ascii").strip(), prefix)


def _below(prefix: str, folders: Iterable[str]) -> list[str]:
    return [f":(top,literal){prefix}{folder}" if folder else ":(top)" for folder in folders]


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    quiet = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_REPLACE_OBJECTS": "1", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program, and arguments that no shell reads
            ["git", *arguments],  # noqa: S607 - git is found where the user has it
            cwd=root,
            input=given,
            capture_output=True,
            check=False,
            env={**os.environ, **quiet},
        )
    except FileNotFoundError:
        raise Unpublishable((Problem(".", 1, "git is not installed; --against needs it"),)) from None
    if done.returncode:
        reason = " ".join(done.stderr.decode("utf-8", "replace").split())[:300]
        raise Unpublishable((Problem(".", 1, f"git could not be read: {reason or 'it gave no reason'}"),))
    return done.stdout
