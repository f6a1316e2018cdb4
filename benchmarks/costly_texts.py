"""What a text costs at worst: whole commands on a criterion, or a guidance, made to take long.

Every construct of the dialect is repeated to 20,000 characters and nested to 5,000, and is what half of it becomes in
the next edition. A text over a limit is refused in time, as no draft can have it; with any other, ``check``, ``diff``,
``export`` and ``mkdocs build`` take no more than two seconds of processor time beyond what they take for two words, and
none ends with a traceback.

    python benchmarks/costly_texts.py [NAME …]
"""

from __future__ import annotations

import os
import resource
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import product
from pathlib import Path

import mkdocs.__main__

from editions.cli import main as run_editions
from editions.text.parsing import parse
from generated_standard import FIRST, SECOND, write_changed_texts
from made_texts import BLOCKS, CONTAINERS, DEEPEST, INLINE, LONGEST, SIGNS

SECONDS = 2.0
GUARD = 60  # seconds of processor time
SWITCHES = ("standard", "compare", "criteria", "citations", "attribution")
PLUGINS = {f"editions/{name}": {"releases": {"changelog": False}} if name == "standard" else {} for name in SWITCHES}
SETTINGS: dict[str, object] = {"theme": {"name": "material"}, "plugins": PLUGINS}
COMMANDS: dict[str, tuple[Callable[[], object], list[str]]] = {
    "check": (run_editions, ["check"]),
    "diff": (run_editions, ["diff", FIRST, SECOND]),
    "export": (run_editions, ["export", SECOND, "-o", "out"]),
    "build": (mkdocs.__main__.cli, ["build", "--quiet"]),
}
IMPORTED = ("cli.check", "cli.diff", "cli.export", *(f"mkdocs.{name}" for name in SWITCHES))
CRASHED = 70
USUAL = "Two words."


def costly_texts() -> Iterator[tuple[str, str]]:
    """Each text with a name."""
    begun = tuple(f"{first}{{}}" for first, _ in CONTAINERS)
    for patterns, ends in ((INLINE, ("", " ", "\n")), (BLOCKS + begun, ("\n", "\n\n")), (SIGNS, ("", " "))):
        for pattern, end in product(patterns, ends):
            piece = pattern.replace("{{", "{").replace("}}", "}").replace("{}", "a") + end
            yield f"{piece!r} repeated", piece * (LONGEST // len(piece))
    for pattern in (*INLINE, *(first for first, _ in CONTAINERS)):
        opening, _, closing = pattern.partition("{}")
        depth = min(DEEPEST, LONGEST // (len(opening + closing) or 1))
        yield f"{pattern!r} nested", opening * depth + "a" + closing * depth
    for first, indent in CONTAINERS:
        opening = first.format("b")
        lines = [indent * level + line for level in range(60) for line in f"{opening}a".split("\n")]
        yield f"{first!r} nested by lines", "\n".join(lines)[:LONGEST]
    for columns in (2, 12, 24, 100, 500):
        row = "|".join(["a"] * columns)
        rule = "|".join(["-"] * columns)
        rows = LONGEST // (len(row) + 1) - 2
        yield f"table of {columns} columns", "\n".join([row, rule, *[row.replace("a", "b")] * rows])
    yield "words", "must not log any data before use, unless it is kept within 24 hours. " * (LONGEST // 70)
    yield "other words", " ".join(f"word{number}" for number in range(LONGEST // 9))


def main() -> int:
    """Run every command on every text; 1 if one takes too long or crashes."""
    names = sys.argv[1:]
    work = Path(tempfile.mkdtemp(prefix="editions-costly-"))
    os.environ.update({"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"})
    for name in IMPORTED:  # once, before the forks
        import_module(f"editions.{name}")
    try:
        usual = {name: _run(work, (USUAL, USUAL), name)[1] for name in COMMANDS}
        print("usual: " + ", ".join(f"{name} {seconds:.2f} s" for name, seconds in usual.items()), flush=True)
        texts = {name: text for name, text in costly_texts() if not names or name in names}
        failed = sum(_is_costly(work, name, text, usual) for name, text in texts.items())
    finally:
        shutil.rmtree(work, ignore_errors=True)
    print(f"{failed} texts take more than {SECONDS:g} s, or crash")
    return 1 if failed else 0


def _is_costly(work: Path, name: str, text: str, usual: dict[str, float]) -> bool:
    """Whether a text takes too long in a criterion or in guidance; both are tried at once first."""
    if not _problems(work, (text, text), usual):
        return False
    found = [*_problems(work, (text, USUAL), usual), *_problems(work, (USUAL, text), usual)]
    for problem in found:
        print(f"{name}: {problem}", flush=True)
    return bool(found)


def _problems(work: Path, texts: tuple[str, str], usual: dict[str, float]) -> list[str]:
    found = []
    for command in COMMANDS:
        code, seconds, said = _run(work, texts, command)
        crashed = code not in (0, 1) or (code and command != "check")
        if seconds - usual[command] > SECONDS:  # once more, as what else the machine does counts in
            seconds = min(seconds, _run(work, texts, command)[1])
        if crashed or seconds - usual[command] > SECONDS:
            found.append(f"{command} takes {seconds:.2f} s, exit code {code} {said[-300:] if crashed else ''}".rstrip())
        if code or _over_a_limit(texts):
            break
    return found


def _over_a_limit(texts: tuple[str, str]) -> bool:
    return any(problem.kind == "limit" for text in texts for problem in parse(text).problems)


def _run(work: Path, texts: tuple[str, str], command: str) -> tuple[int, float, str]:
    """Run a command in a fork: its exit code, its seconds of processor time and what it says."""
    folder = work / "project"
    if command == next(iter(COMMANDS)):
        shutil.rmtree(folder, ignore_errors=True)
        criterion, guidance = ((text[: len(text) // 2], text) for text in texts)
        write_changed_texts(folder, criterion, guidance, SETTINGS)
    output = work / "output"
    child = os.fork()
    if child == 0:
        _obey(folder, output, *COMMANDS[command])
    _, status, usage = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, output.read_text(errors="replace")


def _obey(folder: Path, output: Path, run: Callable[[], object], arguments: list[str]) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (GUARD, GUARD))
    said = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(said, 1)
    os.dup2(said, 2)
    os.chdir(folder)
    sys.argv = ["command", *arguments]
    code = 0
    try:
        run()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    except BaseException:  # noqa: BLE001 - whatever it is, it is what is looked for
        traceback.print_exc()
        code = CRASHED
    sys.stdout.flush()
    os._exit(code)


if __name__ == "__main__":
    sys.exit(main())
