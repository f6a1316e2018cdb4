"""A file read as an OSCAL catalog, in JSON, YAML or XML: by its content, whatever its name."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NoReturn

from editions.formats.file_text import decoded, read_bytes
from editions.formats.json_text import MAXIMUM_DEPTH, JsonText
from editions.formats.oscal.reading.checking import Checker
from editions.formats.oscal.reading.node import Node
from editions.formats.oscal.reading.shape import OTHER_MODELS
from editions.formats.oscal.reading.xml_reading import read_xml
from editions.source.problem import Problem, Unpublishable
from editions.source.yaml_tree import read_yaml

MAXIMUM_VALUES = 1_500_000
# What may stand before the first tag: byte order marks, blanks, and the other half of a character of UTF-16.
_BEFORE_MARKUP = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
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
    if content.lstrip(_BEFORE_MARKUP)[:1] == b"<":
        return read_xml(content, name, MAXIMUM_DEPTH)  # which states its encoding itself
    text = decoded(path, content)
    if text.lstrip()[:1] in ("{", "[") and path.suffix.lower() not in _YAML_NAMES:
        return _of_json(text, path)
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


def _of_json(text: str, path: Path) -> Node:
    read = JsonText(path, text)
    _refuse_other_models(read.data, str(path))
    return _checked(read.data, Checker(str(path), lambda pointer: read.line(*pointer)))


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
