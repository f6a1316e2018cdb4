"""The wait for an edit of a project's files."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

_QUIET = 0.1  # seconds: editors write a file in several steps
_KINDS = frozenset({"created", "deleted", "modified", "moved"})


class Watch:
    """Watches files and folders, and tells of what happened since it was last asked."""

    def __init__(self, files: Iterable[Path], folders: Iterable[Path]) -> None:
        """Begin to watch.

        Args:
            files: Files, which need not be there yet.
            folders: Folders with everything below them; those that are not there are left out.
        """
        self._edited = threading.Event()
        watched = [path.resolve() for path in files]
        everything = [path.resolve() for path in folders if path.is_dir()]
        self._observer = Observer()
        handler = _Handler(self._edited, frozenset(watched), tuple(everything))
        for folder in {path.parent for path in watched}:
            self._observer.schedule(handler, str(folder))
        for folder in everything:
            self._observer.schedule(handler, str(folder), recursive=True)
        self._observer.daemon = True
        self._observer.start()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for an edit, and then until no other one follows at once.

        Args:
            seconds: For how long at most; without end if not given.

        Returns:
            Whether there was one.
        """
        if not self._edited.wait(seconds):
            return False
        while self._edited.is_set():
            self._edited.clear()
            self._edited.wait(_QUIET)
        return True

    def stop(self) -> None:
        """Watch no more."""
        self._observer.stop()
        self._observer.join()


class _Handler(FileSystemEventHandler):
    def __init__(self, edited: threading.Event, files: frozenset[Path], folders: tuple[Path, ...]) -> None:
        self._edited = edited
        self._files = files
        self._folders = folders

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note an edit; that a file was opened or read is none."""
        if event.event_type not in _KINDS or (event.is_directory and event.event_type == "modified"):
            return
        for path in map(Path, (str(event.src_path), str(event.dest_path))):
            if path in self._files or any(path.is_relative_to(it) for it in self._folders):
                self._edited.set()
