"""Which modules start a program: one runs git, one the typesetter, and no other any."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "plugins" / "editions"
GIT = "releases/repository.py"
TYPESETTER = "formats/pdf/typesetting.py"

# Modules that start programs or read repositories, and what starts or finds programs in others, such as os.
MODULES = {"subprocess", "_posixsubprocess", "pty", "multiprocessing", "git", "dulwich", "pygit2", "sh", "plumbum"}
STARTS = re.compile(
    "system|popen|startfile|fork|forkpty|exec[lv]p?e?|spawn[lv]p?e?|posix_spawnp?|which|Popen|ProcessPoolExecutor"
    "|create_subprocess_(?:exec|shell)|subprocess_(?:exec|shell)"
)
ANY_CODE = {"exec", "eval", "__import__"}


def starting(tree: ast.AST) -> Iterator[str]:
    """What a module uses that starts programs, and where it names git as one."""
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    imported = {(it.asname or it.name).split(".")[0] for node in imports for it in node.names}
    for node in ast.walk(tree):
        match node:
            case ast.Import():
                yield from (it.name for it in node.names if it.name.split(".")[0] in MODULES)
            case ast.ImportFrom():
                whole = (node.module or "").split(".")
                yield from (it.name for it in node.names if {*whole, it.name} & MODULES or STARTS.fullmatch(it.name))
            case ast.Attribute(value=ast.Name(id=module), attr=name) if module in imported and STARTS.fullmatch(name):
                yield name
            case ast.Call(func=ast.Name(id=name)) if name in ANY_CODE:
                yield name
            case ast.Constant(value=str() | bytes() as value) if _is_git(value):
                yield os.fsdecode(value)


def _is_git(value: str | bytes) -> bool:
    return os.fsdecode(value).lower().removesuffix(".exe").rpartition("/")[2] == "git"


def _uses(path: str) -> set[str]:
    return set(starting(ast.parse((PACKAGE / path).read_text(encoding="utf-8"))))


def test_two_modules_start_programs() -> None:
    paths = [path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py")]
    assert {path for path in paths if _uses(path)} == {GIT, TYPESETTER}


def test_one_module_runs_git_in_one_place() -> None:
    tree = ast.parse((PACKAGE / GIT).read_text(encoding="utf-8"))
    assert _uses(GIT) == {"subprocess", "git", "git.exe"}
    calls = [
        node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "subprocess.run"
    ]
    assert len(calls) == 1
    assert ast.unparse(calls[0].args[0]) == "[_program(), *settings, *arguments]"


def test_the_typesetter_is_our_own_interpreter() -> None:
    tree = ast.parse((PACKAGE / TYPESETTER).read_text(encoding="utf-8"))
    assert _uses(TYPESETTER) == {"subprocess"}
    commands = [ast.unparse(it) for it in ast.walk(tree) if isinstance(it, ast.List | ast.Call)]
    assert sum(it.startswith("subprocess.run(command,") for it in commands) == 1
    assert "[sys.executable, '-I', setting.__file__, *folders]" in commands


@pytest.mark.parametrize(
    "source",
    [
        "import subprocess",
        "import subprocess as quiet",
        "from subprocess import run",
        "import os\nos.system('ls')",
        "import os as system_\nsystem_.popen('ls')",
        "from os import execvp",
        "import os\nos.spawnlp(0, 'x')",
        "import os\nos.posix_spawn('x', [], {})",
        "import asyncio\nasyncio.create_subprocess_exec('x')",
        "from asyncio.subprocess import create_subprocess_shell",
        "import shutil\nshutil.which('x')",
        "from shutil import which",
        "import multiprocessing.pool",
        "from concurrent.futures import ProcessPoolExecutor",
        "import git",
        "from dulwich.repo import Repo",
        "command = ['git', 'log']",
        "command = [b'git']",
        "command = ['/usr/bin/git']",
        "command = 'Git.exe'",
        "exec('import subprocess')",
        "__import__('subprocess')",
    ],
)
def test_a_module_that_starts_a_program_is_noticed(source: str) -> None:
    assert list(starting(ast.parse(source)))


@pytest.mark.parametrize(
    "source", ["'''Reads git.'''", "x = 'restore it with git checkout'", "import os\nos.listdir()"]
)
def test_other_modules_are_not(source: str) -> None:
    assert not list(starting(ast.parse(source)))
