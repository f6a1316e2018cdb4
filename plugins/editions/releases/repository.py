"""Reading a project as it stood at a commit, with git's own plumbing. No other module runs git.

Contributors write the project's folder. Git would take it for a repository if it holds the files of one
(``source.git_folders``), and obey its configuration, which names programs to run. So git is never left to look for a
repository there: it is told the one whose ``.git`` stands above, which git itself refuses to track. Only commands that
neither run filters, hooks or pagers nor fetch are used, and what could make them is switched off as well.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from editions.source.problem import Problem, Unpublishable

_REGULAR = ("100644", "100755")
_SETTINGS = {
    "safe.bareRepository": "explicit",
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,  # below it there can be no file
    "protocol.ext.allow": "never",
}
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",  # stronger than any protocol.*.allow of a repository, also where git is older than:
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_INCOMPLETE = "files of that commit are not in this clone; fetch them with 'git fetch --refetch --no-filter'"


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
class Repository:
    """The repository that tracks a project.

    Attributes:
        root: The project's folder.
        top: The top of the work tree: the folder of ``.git``.
        git_dir: Git's own folder, which ``.git`` is or names.
    """

    root: Path
    top: Path
    git_dir: Path

    def run(self, *arguments: str, given: bytes = b"") -> bytes:
        """Run git in the project's folder.

        Args:
            given: What it reads.

        Returns:
            What it printed.

        Raises:
            Unpublishable: If it fails.
        """
        # The work tree is named from here, so that git spells the project's path as the file system does.
        work_tree = os.path.relpath(self.top, self.root)
        return _run(self.root, f"--git-dir={self.git_dir}", f"--work-tree={work_tree}", *arguments, given=given)


@dataclass(frozen=True)
class Commit:
    """A commit of the repository that tracks a project.

    Attributes:
        repository: The repository.
        oid: The commit's full name.
        prefix: The project's folder within the repository, ending in ``/``; empty at its top.
    """

    repository: Repository
    oid: str
    prefix: str

    @property
    def root(self) -> Path:
        """The project's folder."""
        return self.repository.root

    def files(self, folders: Iterable[str]) -> tuple[Blob, ...]:
        """The files below folders of the project.

        Args:
            folders: Folders or files, relative to the project's folder.

        Returns:
            The files, in the order of their paths.

        Raises:
            Unpublishable: If git cannot be read.
        """
        wanted = _below(self.prefix, folders)
        listed = self.repository.run("ls-tree", "-r", "-z", "--full-tree", self.oid, "--", *wanted)
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

        Returns:
            Their bytes by path.

        Raises:
            Unpublishable: If git cannot be read.
        """
        wanted = list(blobs)
        asked = "".join(f"{blob.oid}\n" for blob in wanted).encode("ascii")
        answer = self.repository.run("cat-file", "--batch", given=asked)
        found, place = {}, 0
        for blob in wanted:
            head, _, _ = answer[place:].partition(b"\n")
            start = place + len(head) + 1
            if head.endswith(b" missing"):
                raise _unreadable(_INCOMPLETE)
            size = int(head.split()[2])
            found[blob.path] = answer[start : start + size]
            place = start + size + 1
        return found


def repository_of(root: Path) -> Repository:
    """Find the repository that tracks a project.

    Args:
        root: The project's folder, absolute and without symbolic links.

    Returns:
        The repository of the nearest ``.git`` from the project's folder upwards.

    Raises:
        Unpublishable: If there is none, git is missing, or git refuses the repository, such as another user's.
    """
    top = next((folder for folder in (root, *root.parents) if os.path.lexists(folder / ".git")), None)
    if top is None:
        raise _unreadable("the project is in no git repository; --against needs a clone of it")
    mark = top / ".git"
    # Git follows a .git file by itself, and looks at who owns the repository only where it was not told git's folder.
    git_dir = Path(os.fsdecode(_run(top, "rev-parse", "--absolute-git-dir").removesuffix(b"\n")))
    if not mark.is_file() and not (mark.exists() and git_dir.samefile(mark)):
        raise _unreadable(f"{mark} is not a git repository; remove it, or clone the project anew")
    if _may_be_tracked(_resolved(git_dir)):
        raise _unreadable(
            f"{mark} names {git_dir}, which is among the files of another repository and may be anybody's; "
            "clone the project anew"
        )
    return Repository(root, top, git_dir)


def commit_of(root: Path, revision: str) -> Commit:
    """Find a commit.

    Args:
        root: The project's folder, absolute and without symbolic links.
        revision: Anything that git takes for a commit, such as ``origin/main``.

    Raises:
        Unpublishable: If the folder is in no repository, git is missing, or there is no such commit.
    """
    repository = repository_of(root)
    prefix = os.fsdecode(repository.run("rev-parse", "--show-prefix").removesuffix(b"\n"))
    try:
        # A revision that looks like an option stays a revision.
        found = repository.run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except Unpublishable:
        message = f"there is no commit {revision!r} in this repository; fetch it, or name one that is here"
        raise _unreadable(message) from None
    return Commit(repository, found.decode("ascii").strip(), prefix)


def _may_be_tracked(git_dir: Path) -> bool:
    """Whether git's folder is where another repository keeps files, so that a contributor may have written it."""
    for folder in (git_dir, *git_dir.parents):
        if folder.name == ".git":  # git tracks no such name, and so nothing below
            return False
        mark = folder / ".git"
        if os.path.lexists(mark) and not git_dir.is_relative_to(_named_by(mark)):
            return True
    return False


def _named_by(mark: Path) -> Path:
    """Git's folder: ``.git`` itself, or what it names as ``gitdir: PATH`` (gitrepository-layout(5))."""
    try:
        named = os.fsdecode(mark.read_bytes()).removeprefix("gitdir: ").rstrip("\r\n") if mark.is_file() else ""
        return _resolved(mark.parent / named if named else mark)
    except (OSError, ValueError):  # unreadable, or no path
        return mark


def _resolved(path: Path) -> Path:
    return Path(os.path.realpath(path))  # Path.resolve raises where symbolic links go round in a circle


def _below(prefix: str, folders: Iterable[str]) -> list[str]:
    return [f":(top,literal){prefix}{folder}" if folder else ":(top)" for folder in folders]


def _program() -> str:
    """Git on the PATH. Windows would look into the folder of the project first, and so would a PATH with ``.``."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in map(Path, os.get_exec_path()):
        path = folder / name
        if folder.is_absolute() and os.access(path, os.X_OK) and path.is_file():
            return str(path)
    raise _unreadable("git is not installed; --against needs it")


def _run(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    settings = [part for key, value in _SETTINGS.items() for part in ("-c", f"{key}={value}")]
    # A hook's GIT_DIR, a GIT_CONFIG_COUNT, a GIT_TRACE: nothing from around may lead git elsewhere.
    around = {name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_")}
    done = subprocess.run(  # noqa: S603 - a fixed program, and arguments that no shell reads
        [_program(), *settings, *arguments],
        cwd=folder,
        input=given,
        capture_output=True,
        check=False,
        env={**around, **_ENVIRONMENT},
    )
    if done.returncode:
        reason = " ".join(done.stderr.decode("utf-8", "replace").split())[:300]
        partial = b"from promisor remote" in done.stderr
        raise _unreadable(_INCOMPLETE if partial else f"git could not be read: {reason or 'it gave no reason'}")
    return done.stdout


def _unreadable(message: str) -> Unpublishable:
    return Unpublishable((Problem(".", 1, message),))
