"""Builds a manual with this code and with that of an earlier commit: the processor time of each, in turn.

The manual is generated and has the sizes of a published one. The code of the commit is checked out beside it and runs
with the same packages. By default it is the last commit in which texts were parsed by each of their readers, and a
build has to take at least a quarter less than its.

    python benchmarks/earlier_commit.py [--commit 9d801f8] [--less 0.25] [--repeat 3] [--size 20x60 | --project FOLDER]

In place of the manual, ``--size`` builds the generated standard (domains and criteria of each), and ``--project`` a
project that both commits can read.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from generated_standard import write_generated_manual, write_generated_standard

ROOT = Path(__file__).resolve().parents[1]
PLUGINS = [f"editions/{name}" for name in ("standard", "compare", "criteria", "citations", "attribution")]
SETTINGS: dict[str, object] = {"theme": {"name": "material"}, "plugins": PLUGINS}
# Sites had no search of their own.
EARLIER = f"INHERIT: mkdocs.yml\nplugins: [search, {', '.join(PLUGINS)}]\n"


def main() -> int:
    """Measure and print; 1 if the build takes too long."""
    parser = argparse.ArgumentParser(description="Processor time of a build, beside that of an earlier commit.")
    parser.add_argument("--commit", default="9d801f8")
    parser.add_argument("--less", type=float, default=0.25, help="how much less a build has to take")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--project", type=Path, help="a project to build instead of the manual")
    parser.add_argument("--size", help="domains x criteria of a standard to build instead of the manual")
    options = parser.parse_args()
    work = Path(tempfile.mkdtemp(prefix="editions-earlier-"))
    try:
        earlier = _checked_out(options.commit, work / "earlier")
        project = options.project.resolve() if options.project else work / "generated"
        if options.size:
            domains, criteria = (int(part) for part in options.size.split("x"))
            write_generated_standard(project, domains, criteria, SETTINGS)
        elif not options.project:
            write_generated_manual(project, SETTINGS)
        if not options.project:
            (project / "earlier.yml").write_text(EARLIER, encoding="utf-8")
        files = {ROOT: project / "mkdocs.yml", earlier: project / ("mkdocs.yml" if options.project else "earlier.yml")}
        seconds: dict[Path, list[float]] = {earlier: [], ROOT: []}
        for turn in range(options.repeat + 1):  # the first one compiles the modules, and does not count
            for tree in seconds if turn % 2 else reversed(seconds):
                seconds[tree].append(_build(tree, files[tree], work))
    finally:
        shutil.rmtree(work, ignore_errors=True)
    before, now = (min(runs[1:]) for runs in seconds.values())
    less = 1 - now / before
    print(f"{options.commit}: {before:.2f} s of processor time; now: {now:.2f} s, {less:.0%} less")
    print(f"{'reached' if less >= options.less else 'MISSED'}: at least {options.less:.0%} less")
    return 0 if less >= options.less else 1


def _checked_out(commit: str, folder: Path) -> Path:
    """The tree of a commit, as it is in this repository."""
    folder.mkdir(parents=True)
    packed = subprocess.run(["git", "archive", commit], cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
    subprocess.run(["tar", "-x"], cwd=folder, input=packed, check=True)
    return folder


def _build(tree: Path, file: Path, work: Path) -> float:
    """Build once in a process of its own; its processor time and that of what it starts."""
    site = work / "site"
    shutil.rmtree(site, ignore_errors=True)
    environment = {
        **os.environ,
        "PYTHONPATH": str(tree / "plugins"),
        "PYTHONPYCACHEPREFIX": str(work / "modules"),
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(file), "-d", str(site)]
    process = subprocess.Popen(command, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{file} could not be built with {tree}")
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    sys.exit(main())
