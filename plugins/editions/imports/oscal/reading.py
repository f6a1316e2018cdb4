"""A file read as an OSCAL catalog, in JSON, YAML or XML: by its content, whatever its name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NoReturn

from editions.imports.file_text import read_bytes
from editions.imports.oscal.checking import Checker, Pointer
from editions.imports.oscal.json_lines import json_lines
from editions.imports.oscal.node import Node
from editions.imports.oscal.shape import OTHER_MODELS
from editions.imports.oscal.xml_reading import read_xml
from editions.source.problem import Problem, Unpublishable
from editions.source.yaml_tree import read_yaml

# A catalog nests groups, controls and parts; none that was published comes near.
MAXIMUM_DEPTH = 100
MAXIMUM_VALUES = 1_500_000
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_YAML_NAMES = (".yaml", ".yml")


def read_catalog(path: Path) -> Node:
    """Read a catalog.

    Args:
        path: A file with an OSCAL catalog.

    Returns:
        The catalog, checked against the shape of one.

    Raises:
        Unpublishable: If the file can't be read, is longer than 64 MiB, or holds no catalog; it says why.
    """
    name = str(path)
    content = read_bytes(path)
    if not content.strip():
        refuse(name, 1, "is empty; name a file with an OSCAL catalog")
    start = content.removeprefix(_BYTE_ORDER_MARK).lstrip()
    if start[:1] == b"<" or content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return read_xml(content, name, MAXIMUM_DEPTH)
    text = _text(content, name)
    if start[:1] in (b"{", b"[") and path.suffix.lower() not in _YAML_NAMES:
        return _of_json(text, name)
    return _of_yaml(text, name)


def refuse(path: str, line: int, message: str) -> NoReturn:
    """Refuse a file.

    Args:
        path: The file.
        line: Line, from 1.
        message: What is wrong with it, and what to do.

    Raises:
        Unpublishable: Always.
    """
    raise Unpublishable((Problem(path, line, message),))


def _text(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        refuse(name, line, f"is not UTF-8 (byte 0x{content[error.start]:02x}); save it as UTF-8")


class _Twice(Exception):
    """A key stands twice in an object."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _Twice
    return made


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text} is no JSON number")


def _of_json(text: str, name: str) -> Node:
    try:
        data = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        where = "the file ends too early" if error.pos >= len(text.rstrip()) else error.msg
        refuse(name, error.lineno, f"can't be read as JSON: {where}, column {error.colno}; get a whole copy or mend it")
    except _Twice:
        key, place = json_lines(text).repeated or ("", 1)
        refuse(name, place, f"the key {key[:60]!r} stands twice in one object; remove one of them")
    except RecursionError:
        refuse(name, 1, f"values are nested more than {MAXIMUM_DEPTH} deep, which no catalog is; mend the file")
    except ValueError as error:
        refuse(name, 1, f"can't be read as JSON: {' '.join(str(error).split())[:120]}; mend it")
    _refuse_other_models(data, name)
    if _is_deep(data):
        refuse(name, 1, f"values are nested more than {MAXIMUM_DEPTH} deep, which no catalog is; mend the file")
    lines = json_lines(text).objects

    def line(pointer: Pointer) -> int:
        while pointer and pointer not in lines:
            pointer = pointer[:-1]
        return lines.get(pointer, 1)

    return _checked(data, Checker(name, line))


def _of_yaml(text: str, name: str) -> Node:
    tree = read_yaml(text, name, maximum_depth=MAXIMUM_DEPTH, maximum_values=MAXIMUM_VALUES)
    if tree.problems:
        raise Unpublishable(tuple(sorted(tree.problems)[:1]))
    _refuse_other_models(tree.data, name)
    return _checked(_as_texts(tree.data), Checker(name, tree.line))


def _as_texts(value: Any) -> Any:
    """YAML's values with texts where a catalog has texts: an unquoted ``true`` is the word."""
    if isinstance(value, dict):
        return {key: _as_texts(content) for key, content in value.items()}
    if isinstance(value, list):
        return [_as_texts(content) for content in value]
    return str(value).lower() if isinstance(value, bool) else value


def _is_deep(data: Any) -> bool:
    level, depth = [data], 0
    while level:
        depth += 1
        if depth > MAXIMUM_DEPTH:
            return True
        inside = (it.values() if isinstance(it, dict) else it for it in level if isinstance(it, (dict, list)))
        level = [each for values in inside for each in values if isinstance(each, (dict, list))]
    return False


def _refuse_other_models(data: Any, name: str) -> None:
    if isinstance(data, dict):
        for key, words in OTHER_MODELS.items():
            if key in data:
                refuse(name, 1, f"is {words}, and no catalog; name the OSCAL catalog itself")
        if "catalog" in data:
            return
    refuse(name, 1, "is no OSCAL document: it has no 'catalog' at its root; name an OSCAL catalog")


def _checked(data: dict[str, Any], checker: Checker) -> Node:
    node = checker.node(data["catalog"], "catalog", ("catalog",))
    if checker.problems or node is None:
        raise Unpublishable(tuple(sorted(checker.problems)))
    return node
