"""How well ``editions lineage suggest`` finds known lineage, and at what cost.

Give a folder of labelled histories, as an argument or in EDITIONS_LINEAGE_DATA. Each history is a folder with
``old.json`` and ``new.json``, lists of ``{key, path, text, title?}`` in the edition's order, and ``pairs.csv`` with the
columns ``old_key,new_key`` (more columns are ignored). The folder may also be a single history. Only text, title and
path reach the matcher; keys are used to label its answer.

    python benchmarks/lineage_accuracy.py FOLDER [--accept SCORE] [--only-changed] [--scale N]

Columns: precision and recall of the accepted rows, each row counted as its from × to pairs; recall@5, the share of true
pairs in which either item stands among the five best candidates of the other; seconds by the clock and of CPU; the peak
resident memory in MB of a process that runs this history alone, interpreter included. ``--only-changed`` also runs each
history without the pairs whose column ``text_changed`` is 0. ``--scale N`` adds an invented history of N criteria, all
reworded, which needs no folder.
"""

from __future__ import annotations

import argparse
import csv
import json
import multiprocessing
import os
import random
import resource
import sys
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "plugins"))

from editions.lineage import Item, suggest

Pair = tuple[str, str]


@dataclass(frozen=True)
class History:
    """Two editions and the pairs that are known to belong together."""

    name: str
    old: list[Item]
    new: list[Item]
    pairs: set[Pair]


def main() -> int:
    """Prints the table; returns 0, or 2 when a folder was given that holds no history."""
    parser = argparse.ArgumentParser(description="Accuracy and cost of proposed lineage on labelled histories.")
    parser.add_argument("folder", nargs="?", default=os.environ.get("EDITIONS_LINEAGE_DATA"))
    parser.add_argument("--accept", type=float, help="threshold of accepted rows (default: the matcher's own)")
    parser.add_argument("--only-changed", action="store_true", help="also without the pairs of unchanged text")
    parser.add_argument("--scale", type=int, metavar="N", help="also an invented history of N criteria")
    options = parser.parse_args()

    histories: list[History] = []
    if options.folder:
        root = Path(options.folder)
        folders = [root] if (root / "pairs.csv").is_file() else sorted(p.parent for p in root.glob("*/pairs.csv"))
        if not folders:
            print(f"{root}: no folder with old.json, new.json and pairs.csv in it", file=sys.stderr)
            return 2
        for folder in folders:
            histories.append(read_history(folder))
            if options.only_changed:
                histories.append(read_history(folder, only_changed=True))
    else:
        print("lineage accuracy: not measured, no labelled folder given (argument or EDITIONS_LINEAGE_DATA)")
    if options.scale:
        histories.append(invented(options.scale))
    if not histories:
        return 0

    head = (
        "history",
        "old",
        "new",
        "pairs",
        "accepted",
        "precision",
        "recall",
        "recall@5",
        "seconds",
        "CPU s",
        "peak MB",
    )
    print(f"{head[0]:<24}" + "".join(f"{title:>11}" for title in head[1:]))
    spawn = multiprocessing.get_context("spawn")
    for history in histories:
        with spawn.Pool(1) as process:  # a process of its own, so that one history's peak is not the next one's
            print(process.apply(measured, (history, options.accept)), flush=True)
    return 0


def read_history(folder: Path, *, only_changed: bool = False) -> History:
    """Returns the history in a folder."""
    with (folder / "pairs.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    pairs = {(row["old_key"], row["new_key"]) for row in rows}
    dropped: set[Pair] = set()
    if only_changed:
        dropped = {(row["old_key"], row["new_key"]) for row in rows if row.get("text_changed") == "0"}
    kept = pairs - dropped
    old_gone = {a for a, _ in dropped} - {a for a, _ in kept}
    new_gone = {b for _, b in dropped} - {b for _, b in kept}
    return History(
        name=folder.name + (" (changed)" if only_changed else ""),
        old=[item for item in read_items(folder / "old.json") if item.id not in old_gone],
        new=[item for item in read_items(folder / "new.json") if item.id not in new_gone],
        pairs=kept,
    )


def read_items(path: Path) -> list[Item]:
    """Returns the items of one edition."""
    return [
        Item(entry["key"], entry["text"], entry.get("title"), tuple(entry.get("path", ())), position)
        for position, entry in enumerate(json.loads(path.read_text(encoding="utf-8")))
    ]


def invented(size: int) -> History:
    """Returns a history of made-up words in which every text changed: for speed, not for accuracy."""
    chance = random.Random(size)  # noqa: S311
    syllables = [a + b for a in "bcdfglmnprst" for b in ("a", "en", "i", "or", "u")]
    vocabulary = ["".join(chance.choices(syllables, k=chance.randint(2, 4))) for _ in range(3000)]
    frequent = [1 / (rank + 10) for rank in range(len(vocabulary))]
    old, new = [], []
    for n in range(size):
        words = chance.choices(vocabulary, frequent, k=chance.randint(12, 40))
        changed = [chance.choice(vocabulary) if chance.random() < 0.35 else word for word in words]
        path = (f"Domain {n // 50}", f"Section {n // 5}")
        old.append(Item(f"O{n}", " ".join(words), None, path, n))
        new.append(Item(f"N{n}", " ".join(changed), None, path, n))
    return History(f"invented {size}", old, new, {(f"O{n}", f"N{n}") for n in range(size)})


def measured(history: History, accept: float | None) -> str:
    """Returns one line of the table."""
    start, used = time.perf_counter(), time.process_time()
    if accept is None:
        suggestion = suggest(history.old, history.new)
    else:
        suggestion = suggest(history.old, history.new, accept=accept)
    seconds, used = time.perf_counter() - start, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    accepted = {(a, b) for row in suggestion.rows if row.accepted for a in row.from_ids for b in row.to_ids}
    right = len(accepted & history.pairs)
    known = len(history.pairs)
    near = sum(
        any(b == other for other, _ in suggestion.from_candidates.get(a, ()))
        or any(a == other for other, _ in suggestion.to_candidates.get(b, ()))
        for a, b in history.pairs
    )
    share = [
        f"{right / len(accepted):.3f}" if accepted else "-",
        f"{right / known:.3f}" if known else "-",
        f"{near / known:.3f}" if known else "-",
    ]
    cells = [
        len(history.old),
        len(history.new),
        known,
        len(accepted),
        *share,
        f"{seconds:.1f}",
        f"{used:.1f}",
        f"{peak:.0f}",
    ]
    return f"{history.name:<24}" + "".join(f"{cell!s:>11}" for cell in cells)


if __name__ == "__main__":
    sys.exit(main())
