"""Builds this site and a generated standard by ``editions build`` and ``mkdocs build``, and others of the same pages.

A plain MkDocs + Material site holds the Markdown of the same documents as ordinary files, with Material's
``navigation.prune``, the same Markdown extensions and MkDocs' search: what one would have without Editions. A site of
Hugo, where ``hugo`` is found, holds them with the chrome of our pages as its template: see ``hugo_site.py``. All are
built in turn, each in a process of its own; times are the best of ``--repeat``, peak memory is the highest resident
size that the system saw.

    python benchmarks/site_build.py [--repeat 2] [--sizes 5x60,20x60] [--keep FOLDER]

A size of 20x60 is 20 domains of 60 criteria in each of two editions: 2,400 criterion pages.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config import load_config

from editions.mkdocs.theming import lay_theme
from editions.pages.page_works import PageWorks
from editions.site.plan import configured_plan
from editions.site.site_plan import SitePlan
from editions.site.twins.markdown_twins import MarkdownTwins
from editions.source.configuration import read_configuration
from editions.validation import load_publication
from editions.words.phrasebook import ENGLISH
from generated_standard import write_generated_standard
from hugo_site import write_hugo_site

ROOT = Path(__file__).resolve().parents[1]
WALL = 0.6  # of plain's, at the largest size
MEMORY = 300.0  # MB
GROWTH = 1.1  # of linear, from the smaller to the larger size
# What plain Material needs to offer what the theme of Editions offers: tabs, previous and next, colours by choice.
FEATURES = ["navigation.prune", "navigation.tabs", "navigation.footer", "navigation.indexes", "navigation.top"]
FEATURES += ["search.highlight", "search.suggest", "toc.follow"]
PALETTE = [
    {
        "media": "(prefers-color-scheme)",
        "toggle": {"icon": "material/brightness-auto", "name": "Switch to light mode"},
    },
    {
        "media": "(prefers-color-scheme: light)",
        "scheme": "default",
        "toggle": {"icon": "material/weather-sunny", "name": "Switch to dark mode"},
    },
    {
        "media": "(prefers-color-scheme: dark)",
        "scheme": "slate",
        "toggle": {"icon": "material/weather-night", "name": "Follow the system"},
    },
]
_EDITIONS = "from editions.cli import main; main()"
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


@dataclass(frozen=True)
class Measurement:
    """What a build took.

    Attributes:
        name: The site, and what built it.
        pages: HTML pages made.
        seconds: Wall time of the whole process, best of all runs.
        processor: Processor time of it and of what it started, in seconds, best of all runs.
        megabytes: Peak resident memory, highest of all runs.
        bytes_per_page: Mean size of an HTML page.
        total: Size of the whole site in MB.
    """

    name: str
    pages: int
    seconds: float
    processor: float
    megabytes: float
    bytes_per_page: float
    total: float


def main() -> int:
    """Measure, print the table and the targets; 1 if one is missed."""
    parser = argparse.ArgumentParser(description="Wall time, memory and page size of builds, beside plain MkDocs.")
    parser.add_argument("--repeat", type=int, default=2)
    parser.add_argument("--sizes", default="5x60,20x60")
    parser.add_argument("--keep", type=Path, help="work in this folder and leave it")
    options = parser.parse_args()
    work = options.keep or Path(tempfile.mkdtemp(prefix="editions-benchmark-"))
    os.environ.update(QUIET)
    try:
        own = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
        projects = [("this site", ROOT / "mkdocs.yml")]
        for size in options.sizes.split(","):
            domains, criteria = (int(part) for part in size.split("x"))
            kept = {key: own[key] for key in ("theme", "plugins")}
            write_generated_standard(work / size, domains, criteria, kept)
            projects.append((f"generated {size}", work / size / "mkdocs.yml"))
        tables = [_measure(name, path, work / "built", options.repeat) for name, path in projects]
    finally:
        if options.keep is None:
            shutil.rmtree(work, ignore_errors=True)
    _print_table(tables)
    return 0 if _print_targets(tables[1:]) else 1


def _measure(name: str, path: Path, work: Path, repeat: int) -> dict[str, Measurement]:
    """Build a project by each builder in turn; what each took, by the builder."""
    # The system counts the memory that a process has when it starts another as that one's, too.
    with ProcessPoolExecutor(1) as elsewhere:
        commands = elsewhere.submit(_commands, name.replace(" ", "-"), path, work).result()
    runs: dict[str, list[tuple[float, float, float]]] = {builder: [] for builder in commands}
    for turn in range(repeat):
        for builder in commands if turn % 2 == 0 else reversed(commands):
            runs[builder].append(_build(commands[builder], work / "out" / builder))
    return {builder: _measurement(f"{name}, {builder}", runs[builder], work / "out" / builder) for builder in commands}


def _commands(name: str, path: Path, work: Path) -> dict[str, list[str]]:
    """Write the sites of others; the command of each builder, which the folder to build into ends."""
    configuration = read_configuration(path)
    publication = load_publication(configuration)
    plan = configured_plan(publication, configuration)
    twins = MarkdownTwins(publication, PageWorks(publication), ())
    commands = {
        "editions": [sys.executable, "-c", _EDITIONS, "build", "-f", str(path), "-d"],
        "mkdocs": _mkdocs(path),
        "plain": _mkdocs(_write_plain(path, plan, twins, work / "plain" / name)),
    }
    if hugo := shutil.which("hugo"):
        project = write_hugo_site(plan, twins, work / "hugo" / name)
        commands["hugo"] = [hugo, "--quiet", "--source", str(project), "--destination"]
    return commands


def _mkdocs(config: Path) -> list[str]:
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config), "-d"]


def _build(command: list[str], out: Path) -> tuple[float, float, float]:
    """Build once into a folder; seconds, seconds of processor time, and megabytes."""
    shutil.rmtree(out, ignore_errors=True)
    start = time.perf_counter()
    process = subprocess.Popen([*command, str(out)], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed")
    unit = 1_000_000 if sys.platform == "darwin" else 1_000  # bytes there, kilobytes elsewhere
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit


def _measurement(name: str, runs: list[tuple[float, float, float]], out: Path) -> Measurement:
    sizes = [file.stat().st_size for file in out.rglob("*.html")]
    total = sum(file.stat().st_size for file in out.rglob("*") if file.is_file())
    return Measurement(
        name=name,
        pages=len(sizes),
        seconds=min(seconds for seconds, _, _ in runs),
        processor=min(processor for _, processor, _ in runs),
        megabytes=max(memory for _, _, memory in runs),
        bytes_per_page=sum(sizes) / len(sizes),
        total=total / 1e6,
    )


def _write_plain(path: Path, plan: SitePlan, twins: MarkdownTwins, folder: Path) -> Path:
    """Write the documents of a project as a plain MkDocs project; the configuration file."""
    for document in plan.documents.values():
        file = folder / "docs" / document.path
        file.parent.mkdir(parents=True, exist_ok=True)
        body = twins.body(document)
        file.write_text(f"{body.title}\n\n{body.text}\n", encoding="utf-8")
    laid = load_config(str(path))
    lay_theme(laid, ENGLISH, cited=True)
    settings: dict[str, Any] = {
        "site_name": laid.site_name,
        "site_url": laid.site_url,
        "theme": {"name": "material", "font": False, "palette": PALETTE, "features": FEATURES},
        "plugins": ["search"],
        "markdown_extensions": [{name: laid.mdx_configs.get(name) or {}} for name in laid.markdown_extensions],
    }
    config = folder / "mkdocs.yml"
    config.write_text(yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")
    return config


def _print_table(tables: list[dict[str, Measurement]]) -> None:
    print(f"{'':28} {'pages':>6} {'seconds':>8} {'CPU s':>8} {'peak MB':>8} {'bytes/page':>11} {'site MB':>8}")
    for it in (measurement for table in tables for measurement in table.values()):
        times = f"{it.pages:>6,} {it.seconds:>8.2f} {it.processor:>8.2f}"
        print(f"{it.name:28} {times} {it.megabytes:>8.0f} {it.bytes_per_page:>11,.0f} {it.total:>8.1f}")
    print()


def _print_targets(generated: list[dict[str, Measurement]]) -> bool:
    """Print each target beside what was reached; whether all were."""
    targets = []
    for builder in ("editions", "mkdocs"):
        small, large = generated[0][builder], generated[-1][builder]
        pages, seconds = large.pages / small.pages, large.seconds / small.seconds
        targets += [
            (f"wall of {large.name} against plain's", large.seconds / generated[-1]["plain"].seconds, WALL, ""),
            (f"peak memory of {large.name}", large.megabytes, MEMORY, " MB"),
            (f"growth of {builder} to {large.pages:,} pages", seconds / pages, GROWTH, " of linear"),
        ]
    for name, reached, target, unit in targets:
        verdict = "reached" if reached <= target else "MISSED"
        print(f"{verdict:8} {name}: {reached:.2f}{unit} (at most {target:g}{unit})")
    return all(reached <= target for _, reached, target, _ in targets)


if __name__ == "__main__":
    sys.exit(main())
