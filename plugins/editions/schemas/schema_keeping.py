"""Released versions of schemas written down, for good."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from editions.schemas.known_schemas import SUFFIX, load_schema, schema_file, schema_version
from editions.schemas.schema_compatibility import NOT_KEPT, compatibility_problems
from editions.schemas.schema_rules import rule_problems
from editions.source.file_writing import write_file
from editions.source.problem import Problem, Unpublishable


def keep_schemas(folder: Path, names: Iterable[str]) -> list[str]:
    """Keep the version that schemas state.

    Args:
        names: Names with major versions, such as ``criteria-1``.

    Returns:
        The files that were written, below ``schema/``; none for a version that is kept already.

    Raises:
        Unpublishable: If one of these schemas has a problem, or breaks a version that was released. Nothing is written.
        Unwritable: If a file cannot be written; each one is whole or not there.
    """
    chosen = tuple(names)
    paths = {f"schema/{schema_file(name, folder).name}" for name in chosen}
    problems = {*rule_problems(folder), *compatibility_problems(folder)}
    wrong = tuple(sorted(it for it in problems if it.path in paths and not _only_unkept(it)))
    if wrong:
        raise Unpublishable(wrong)
    written = []
    for name in chosen:
        released = f"{name.rpartition('-')[0]}-{schema_version(name, folder)}"
        path = schema_file(released, folder)
        if path.exists():
            continue
        schema = {**load_schema(name, folder), "$id": f"{released}{SUFFIX}"}
        path.parent.mkdir(exist_ok=True)
        write_file(path, (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode("utf-8"))
        written.append(f"schema/released/{path.name}")
    return written


def _only_unkept(problem: Problem) -> bool:
    return problem.message.endswith(NOT_KEPT)
