"""``editions check`` in a process of its own, held to limits of time and memory.

A server process imports the command once; every check then runs in a fork of it, so that many checks cost little and
each is still measured and limited alone.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

SECONDS = 5
MEBIBYTES = 512

_SERVER = """
import json, os, resource, signal, sys, time, traceback
from editions.cli import main

def run(request):
    for stream, name in ((1, "stdout"), (2, "stderr")):
        os.dup2(os.open(request[name], os.O_WRONLY | os.O_CREAT | os.O_TRUNC), stream)
    size, seconds = request["bytes"], request["seconds"]
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(8 * seconds)  # whatever blocks uses no time of the processor
    os.chdir(request["folder"])
    try:
        main(["check"])
    except SystemExit as end:
        code = end.code or 0
    except BaseException:
        traceback.print_exc()
        code = 70
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)

for line in sys.stdin:
    child = os.fork()
    if child == 0:
        run(json.loads(line))
    _, status, usage = os.wait4(child, 0)
    signalled = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else -signalled
    answer = {"code": code, "seconds": usage.ru_utime + usage.ru_stime, "kibibytes": usage.ru_maxrss}
    print(json.dumps(answer), flush=True)
"""


@dataclass(frozen=True)
class CheckResult:
    """What a check did.

    Attributes:
        code: Its exit code; a negative number names the signal that ended it.
        stdout: What it printed.
        stderr: What it printed as errors.
        seconds: Processor time that it took.
        mebibytes: The most memory that it held.
    """

    code: int
    stdout: str
    stderr: str
    seconds: float
    mebibytes: float


class LimitedChecks:
    """Runs checks under limits; a context manager."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        self._server = subprocess.Popen(
            [sys.executable, "-c", _SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._server.stdin is not None
        self._server.stdin.close()
        self._server.wait(timeout=30)

    def check(self, folder: Path) -> CheckResult:
        """Check a project: at most 5 seconds of the processor and 512 MiB of address space.

        Args:
            folder: The project's folder.

        Returns:
            What happened.
        """
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        streams = {name: str(self._scratch / name) for name in ("stdout", "stderr")}
        request = {"folder": str(folder), "bytes": MEBIBYTES * 1024 * 1024, "seconds": SECONDS, **streams}
        self._server.stdin.write(json.dumps(request) + "\n")
        self._server.stdin.flush()
        answer = json.loads(self._server.stdout.readline())
        texts = {name: Path(path).read_text(encoding="utf-8") for name, path in streams.items()}
        return CheckResult(answer["code"], **texts, seconds=answer["seconds"], mebibytes=answer["kibibytes"] / 1024)
