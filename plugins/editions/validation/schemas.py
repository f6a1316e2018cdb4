"""The JSON Schemas of all files and exports, and their verdicts in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from rapidfuzz import fuzz, process

from editions.source.front_matter import Record
from editions.source.problem import Problem
from editions.source.yaml_tree import Pointer

_WORDS = {"object": "a mapping", "array": "a list", "string": "a text", "boolean": "true or false", "null": "nothing"}


def schema_folder() -> Path:
    """The folder that holds the schemas.

    Returns:
        The folder inside an installed engine or, in the engine's own repository, ``schema/`` at its top.
    """
    installed = Path(__file__).parents[1] / "schema"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "schema"


def schema_names() -> list[str]:
    """The schemas there are.

    Returns:
        Names with their major versions, such as ``criteria-1``, sorted.
    """
    return sorted(path.name.removesuffix(".schema.json") for path in schema_folder().glob("*.schema.json"))


def schema_address(name: str) -> str:
    """Where a schema stands on the site.

    Args:
        name: Name with major version, such as ``criteria-1``.

    Returns:
        Path from the root of the site.
    """
    return f"/schema/{name}.schema.json"


def load_schema(name: str) -> dict[str, Any]:
    """Read a schema.

    Args:
        name: Name with major version, such as ``criteria-1``.

    Returns:
        The schema, as it stands in its file now.
    """
    path = schema_folder() / f"{name}.schema.json"
    return _load(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _load(path: Path, _changed: int) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema


@lru_cache(maxsize=64)
def _validator(path: Path, changed: int) -> Draft202012Validator:
    return Draft202012Validator(_load(path, changed))


def shape_problems(record: Record, name: str) -> list[Problem]:
    """Check a record's shape against a schema.

    Args:
        record: A record whose YAML could be read.
        name: The schema's name with major version.

    Returns:
        Every departure from the schema and every value that other YAML readers would bend.
    """
    path = schema_folder() / f"{name}.schema.json"
    validator = _validator(path, path.stat().st_mtime_ns)
    problems = [
        record.problem(
            pointer,
            f'{_name(pointer)} is {text} without quotes, which YAML tools bend to {value}; write "{text}"',
        )
        for pointer, (text, value) in sorted(record.tree.bent.items(), key=lambda item: record.tree.line(item[0]))
    ]
    for error in validator.iter_errors(record.data):
        problems.extend(_explain(record, error))
    return problems


def _name(pointer: Pointer) -> str:
    """A pointer for people: ``criteria[2].id`` counts list places from 1."""
    text = ""
    for part in pointer:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text or "the content"


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return "true or false"
    kinds = {dict: "a mapping", list: "a list", str: "a text"}
    return "empty" if value is None else kinds.get(type(value), "a number")


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:77]}…"


def _explain(record: Record, error: ValidationError) -> Iterator[Problem]:
    pointer: Pointer = tuple(error.absolute_path)
    schema: Any = error.schema
    name = _name(pointer)
    value: Any = error.instance
    rule: Any = error.validator_value
    meaning = str(schema.get("description", ""))
    match error.validator:
        case "additionalProperties":
            known = sorted(schema.get("properties", {}))
            for key in sorted(set(value) - set(known)):
                yield record.problem((*pointer, key), _unknown_key(key, known))
        case "required":
            missing = [key for key in rule if key not in value and f"'{key}' is" in error.message]
            for key in missing:
                about = schema.get("properties", {}).get(key, {}).get("description", "")
                where = f" in {name}" if pointer else ""
                yield record.problem(pointer, f"{key} is missing{where}; add it. {about}".rstrip())
        case "type":
            wanted = " or ".join(_WORDS.get(kind, kind) for kind in ([rule] if isinstance(rule, str) else rule))
            yield record.problem(pointer, f"{name} is {_kind(value)}; make it {wanted}. {meaning}".rstrip())
        case "enum":
            yield record.problem(pointer, f"{name} is {_short(value)}; write one of {', '.join(map(repr, rule))}")
        case "minItems" | "minLength" | "minProperties":
            yield record.problem(pointer, f"{name} is empty; fill it. {meaning}".rstrip())
        case "maxLength":
            yield record.problem(pointer, f"{name} has {len(value):,} characters; write at most {rule:,}")
        case "uniqueItems":
            twice = sorted({_short(item) for item in value if value.count(item) > 1}) if len(value) < 1000 else []
            yield record.problem(pointer, f"{name} names something twice ({', '.join(twice)}); remove one")
        case "pattern":
            yield record.problem(pointer, f"{name} is {_short(value)}, which has another form. {meaning}".rstrip())
        case _:
            yield record.problem(pointer, f"{name} does not fit its schema ({error.message[:200]}); correct it")


def _unknown_key(key: str, known: list[str]) -> str:
    close = process.extractOne(key.lower(), known, scorer=fuzz.ratio, score_cutoff=60)
    if close is not None:
        return f"{key[:80]!r} is no known key; did you mean {close[0]!r}?"
    return f"{key[:80]!r} is no known key; remove it or use one of: {', '.join(known)}"
