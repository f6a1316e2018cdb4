"""What part of a build citations take: the generated standard of 2,400 criterion pages, with every plugin.

Run with ``python benchmarks/citation_share.py``. The share is the processor time inside the package ``citations``, and
of what it calls, in the whole build's, as the profiler of Python sees both. Beside it stands what leaving
``editions/citations`` out saves, which also counts templates, bytes and a file for each work and format, and depends
on how quickly the file system makes small files. Each build has a process of its own. To reach: a tenth.
"""

from __future__ import annotations

import cProfile
import pstats
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from click.testing import CliRunner

import editions.citations
from editions.cli.build import build
from generated_standard import write_generated_standard

SHARE = 0.1
PLUGINS = [f"editions/{name}" for name in ("standard", "compare", "attribution", "criteria")]
CITATIONS = str(Path(editions.citations.__file__).parent)


def built(plugins: list[str], *, profiled: bool) -> tuple[float, float]:
    """Build once; processor seconds, and the share of them inside of citations if the build is profiled."""
    with tempfile.TemporaryDirectory(prefix="editions-benchmark-") as work:
        folder = Path(work) / "standard"
        write_generated_standard(folder, 20, 60, {"plugins": plugins})
        arguments = ["-f", str(folder / "mkdocs.yml"), "-d", str(folder / "site")]
        profiler = cProfile.Profile()
        start = time.process_time()
        if profiled:
            profiler.enable()
        outcome = CliRunner().invoke(build, arguments, catch_exceptions=False)
        profiler.disable()
        if outcome.exit_code:
            sys.exit(outcome.output)
        return time.process_time() - start, _share(profiler) if profiled else 0.0


def _share(profiler: cProfile.Profile) -> float:
    """The time of calls from elsewhere into the package, in the time of all."""
    stats = pstats.Stats(profiler)
    within = 0.0
    for (file, _, _), (_, _, _, _, callers) in stats.stats.items():  # type: ignore[attr-defined] # not in its stub
        if file.startswith(CITATIONS):
            within += sum(times[3] for (caller, _, _), times in callers.items() if not caller.startswith(CITATIONS))
    return within / float(stats.total_tt)  # type: ignore[attr-defined] # not in its stub


def in_own_process(plugins: list[str], *, profiled: bool = False) -> tuple[float, float]:
    """Build in a new process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(built, plugins, profiled=profiled).result()


def main() -> int:
    """Measure and print; 0 if the target is reached, else 1."""
    without, _ = in_own_process(PLUGINS)
    every = [*PLUGINS, "editions/citations"]
    whole, _ = in_own_process(every)
    _, share = in_own_process(every, profiled=True)
    print(f"build {whole:.2f} s of processor time; without editions/citations {without:.2f} s:", end=" ")
    print(f"{1 - without / whole:.0%} less, files and bytes included")
    print(f"share {share:.3f} (at most {SHARE})")
    return 0 if share <= SHARE else 1


if __name__ == "__main__":
    sys.exit(main())
