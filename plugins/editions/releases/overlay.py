"""The project as it will be once a plan is carried out, checked before anything of it is written."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from editions.releases.changelog import CHANGELOG
from editions.releases.checks import all_problems
from editions.releases.plan import Plan
from editions.source.configuration import Configuration
from editions.source.discovery import CITATIONS, INSIGHTS, STANDARD
from editions.source.problem import Problem
from editions.validation import load_project


def problems_after(configuration: Configuration, plan: Plan) -> tuple[Problem, ...]:
    """Check what a plan leads to."""
    with overlaid(configuration, plan) as moved:
        return all_problems(moved, load_project(moved))


@contextmanager
def overlaid(configuration: Configuration, plan: Plan) -> Iterator[Configuration]:
    """A project as a plan leaves it, in a folder that is there for a while."""
    with tempfile.TemporaryDirectory(prefix="editions-") as folder:
        root = Path(folder)
        for name in (STANDARD, INSIGHTS, CITATIONS, configuration.docs, CHANGELOG, configuration.config_path):
            _copy(configuration.root / name, root / name)
        for write in plan.writes:
            target = root / write.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.unlink(missing_ok=True)  # it may be a link to the project's own file
            if write.content is not None:
                target.write_bytes(write.content)
        yield replace(configuration, root=root)


def _copy(source: Path, target: Path) -> None:
    """Copy a file or a folder, but not whether it may be written to: the copy is changed."""
    if source.is_dir():
        target.mkdir(parents=True)
        for entry in source.iterdir():
            if entry.is_symlink():
                (target / entry.name).symlink_to(entry.parent.absolute() / entry.readlink())
            else:
                _copy(entry, target / entry.name)
    elif source.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        _link(source, target)


def _link(source: Path, target: Path) -> None:
    """A second name for a file costs nothing; where the system has none, a copy serves."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
