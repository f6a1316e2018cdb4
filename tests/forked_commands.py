"""Commands in processes of their own that are forks of one server, which has imported what they need already.

So each command begins as a new process would, leaves nothing behind for the next, can be measured and limited alone,
and costs no start of Python.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

# The exit code of what ended in an exception: no command of MkDocs or of the engine has it.
CRASH = 70
_SERVER = f"""
import json, os, pkgutil, resource, signal, sys, time, traceback

def run(request):
    appending = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(os.open(request["stdout"], appending), 1)
    os.dup2(os.open(request["stderr"], appending) if request["stderr"] else 1, 2)
    os.environ.clear()
    os.environ.update(request["environment"])
    time.tzset()
    signal.alarm(request["patience"])
    for name, value in request["limits"].items():
        resource.setrlimit(getattr(resource, name), (value, value))
    os.chdir(request["folder"])
    sys.path[0] = request["folder"]
    sys.argv = request["command"]
    code = 0
    try:
        main()
    except SystemExit as end:
        code = (end.code or 0) if isinstance(end.code, int | None) else print(end.code, file=sys.stderr) or 1
    except BaseException:
        traceback.print_exc()
        code = {CRASH}
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)

main, *_ = map(pkgutil.resolve_name, sys.argv[1:])
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        run(json.loads(line))
    _, status, usage = os.wait4(child, 0)
    answer = {{
        "code": os.waitstatus_to_exitcode(status),
        "seconds": usage.ru_utime + usage.ru_stime,
        "kibibytes": usage.ru_maxrss,
    }}
    print(json.dumps(answer), flush=True)
"""


@dataclass(frozen=True)
class Ended:
    """What a command did.

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


class ForkedCommands:
    """Runs one program's commands, one after the other; a context manager."""

    def __init__(self, main: str, *modules: str, environment: Mapping[str, str] | None = None) -> None:
        """Start the server.

        Args:
            main: The program's function, as ``module:function``.
            *modules: What else the server imports.
            environment: Variables for what the modules do while they are imported, besides those of this process.
        """
        self._scratch = tempfile.TemporaryDirectory()
        self._server = subprocess.Popen(
            [sys.executable, "-c", _SERVER, main, *modules],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **(environment or {})},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the server."""
        assert self._server.stdin is not None
        self._server.stdin.close()
        self._server.wait(timeout=30)
        self._scratch.cleanup()

    def run(
        self,
        command: Sequence[str],
        folder: Path,
        *,
        patience: int,
        environment: Mapping[str, str] | None = None,
        limits: Mapping[str, int] | None = None,
        together: bool = False,
    ) -> Ended:
        """Run a command.

        Args:
            command: The program's name, and the arguments.
            folder: Where to run it.
            patience: Seconds after which it is ended, by SIGALRM.
            environment: Its variables; those of this process, if there are none.
            limits: Values by the names that the module ``resource`` has for limits.
            together: Whether errors are to be among what it prints.

        Returns:
            What happened.
        """
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        streams = {name: Path(self._scratch.name) / name for name in ("stdout", "stderr")}
        streams["stderr"].write_bytes(b"")
        request = {
            "command": list(command),
            "folder": str(folder),
            "environment": dict(os.environ if environment is None else environment),
            "limits": dict(limits or {}),
            "patience": patience,
            "stdout": str(streams["stdout"]),
            "stderr": "" if together else str(streams["stderr"]),
        }
        self._server.stdin.write(json.dumps(request) + "\n")
        self._server.stdin.flush()
        answer = json.loads(self._server.stdout.readline())
        texts = {name: path.read_text(encoding="utf-8") for name, path in streams.items()}
        return Ended(answer["code"], **texts, seconds=answer["seconds"], mebibytes=answer["kibibytes"] / 1024)
