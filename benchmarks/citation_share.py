"""What part of a build citations take: the generated standard of 2,400 criterion pages, with every plugin.

Run with ``python benchmarks/citation_share.py``. The share is the processor time inside ``editions/citations``, of the
whole build's: records, references in texts, panels, the files' contents, the list of works, metadata for machines.
Beside it stands what leaving the plugin out saves, which also counts templates, bytes and a file for each work and
format, and depends on how quickly the file system makes small files. Each build has a process of its own.
To reach: a tenth.
"""

from __future__ import annotations

import logging
import os
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

os.environ.update({"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"})

from mkdocs.commands.build import build
from mkdocs.config import load_config

from editions.mkdocs.citations import CitationsPlugin
from generated_standard import write_generated_standard

SHARE = 0.1
PLUGINS = ["search", "editions/standard", "editions/compare", "editions/attribution", "editions/criteria"]
inside = 0.0


def counted(hook: Callable[..., Any]) -> Callable[..., Any]:
    """A hook whose processor time is added up."""

    def measured(*arguments: Any, **named: Any) -> Any:
        global inside
        start = time.process_time()
        try:
            return hook(*arguments, **named)
        finally:
            inside += time.process_time() - start

    # MkDocs reads the priority of a hook from the function.
    measured.__dict__.update(hook.__dict__)
    return measured


def built(plugins: list[str]) -> tuple[float, float]:
    """Build once; processor seconds of this process and of the system for it, and those inside of the hooks."""
    logging.disable(logging.WARNING)
    for name in ("on_files", "on_page_context"):
        setattr(CitationsPlugin, name, counted(getattr(CitationsPlugin, name)))
    with tempfile.TemporaryDirectory(prefix="editions-benchmark-") as work:
        folder = Path(work) / "standard"
        write_generated_standard(folder, 20, 60, {"theme": {"name": "material"}, "plugins": plugins})
        config = load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site"))
        start = time.process_time()
        build(config)
        return time.process_time() - start, inside


def in_own_process(plugins: list[str]) -> tuple[float, float]:
    """Build in a new process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(built, plugins).result()


def main() -> int:
    """Measure and print; 0 if the target is reached, else 1."""
    without, _ = in_own_process(PLUGINS)
    whole, citations = in_own_process([*PLUGINS, "editions/citations"])
    share = citations / whole
    print(f"build {whole:.2f} s of processor time, of which citations {citations:.2f} s")
    print(f"without editions/citations {without:.2f} s: {1 - without / whole:.0%} less, files and bytes included")
    print(f"share {share:.3f} (at most {SHARE})")
    return 0 if share <= SHARE else 1


if __name__ == "__main__":
    sys.exit(main())
