"""How long the texts of 1,200 criteria take to be parsed and written as HTML, beside the parser alone.

    python benchmarks/text_speed.py [--repeat 5]

The bound is 0.3 seconds of processor time; beside it is what markdown-it-py takes to render the same texts as
CommonMark with tables, without a tree, checks and anchors.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable

from markdown_it import MarkdownIt

from editions.text.html import HtmlWriter
from editions.text.parsing import parse
from generated_standard import generated_text

TEXTS, SECONDS = 1_200, 0.3


def main() -> int:
    """Measure and print; 1 if the bound is missed."""
    parser = argparse.ArgumentParser(description="Parsing and HTML of 1,200 criteria.")
    parser.add_argument("--repeat", type=int, default=5)
    options = parser.parse_args()
    chance = random.Random(20_260_401)  # noqa: S311 - reproducible text, no secret
    texts = [generated_text(chance) for _ in range(TEXTS)]
    alone = MarkdownIt("commonmark").enable("table")
    ways: dict[str, Callable[[str], str]] = {
        "parsed and written": lambda it: HtmlWriter().write(parse(it)),
        "markdown-it-py alone": alone.render,
    }
    best = {name: min(_seconds(way, texts) for _ in range(options.repeat)) for name, way in ways.items()}
    ours, theirs = best.values()
    for name, seconds in best.items():
        print(f"{name:22} {seconds:.3f} s of processor time")
    verdict = "reached" if ours <= SECONDS else "MISSED"
    print(f"{verdict}: at most {SECONDS} s for {TEXTS:,} texts; {ours / theirs:.2f} of the parser alone")
    return 0 if ours <= SECONDS else 1


def _seconds(way: Callable[[str], str], texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        way(text)
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
