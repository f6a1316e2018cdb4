"""The configuration file as data: YAML that other tools share, with their tags, anchors and ``INHERIT``."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
import yaml_env_tag

from editions.source.conflict_markers import conflict_problems
from editions.source.problem import Problem, Unpublishable
from editions.source.text import MAXIMUM_BYTES

_MOST_MERGED = 10_000


@dataclass(frozen=True)
class ConfigurationFile:
    """A configuration file with what it inherits.

    Attributes:
        name: Name of the file, for problems.
        data: Its content; as in MkDocs, mappings are merged with those of the file that ``INHERIT`` names, and anything
            else replaces what the other file sets.
        nodes: The same as YAML nodes, which know their lines, by the name of the file: this file first.
    """

    name: str
    data: dict[str, Any] = field(default_factory=dict)
    nodes: tuple[tuple[str, yaml.Node], ...] = ()

    def place(self, *keys: str | int) -> tuple[str, int]:
        """Find where a value is set.

        Args:
            keys: Keys of mappings and places in lists, from the root.

        Returns:
            Name of the file and line of the value or, if no file sets it, of the nearest value around it; line 1 of
            this file if there is none.
        """
        found = [(depth, line, name) for name, root in self.nodes for depth, line in [_deepest(root, keys)]]
        depth, line, name = max(found, key=lambda it: it[0], default=(0, 1, self.name))
        return (name, line) if depth else (self.name, 1)


def _deepest(root: yaml.Node, keys: tuple[str | int, ...]) -> tuple[int, int]:
    """How many keys lead to a value, one after the other, and the line of the last."""
    node, line = root, 1
    for depth, key in enumerate(keys):
        if isinstance(node, yaml.MappingNode):
            pairs = [(name, value) for name, value in node.value if getattr(name, "value", None) == key]
        elif isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
            pairs = [(node.value[key], node.value[key])]
        else:
            pairs = []
        if not pairs:
            return depth, line
        line, node = pairs[-1][0].start_mark.line + 1, pairs[-1][1]
    return len(keys), line


class PythonName(str):
    """The name of a Python object (``!!python/name:…``), which only a build looks up."""

    __slots__ = ()


class _Loader(yaml.SafeLoader):
    """Reads other tags of other tools as nothing, since nothing here needs them."""

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        """Merge ``<<`` keys, as PyYAML does, but not without bound: merges of merges multiply."""
        merged = 0
        for key, value in node.value:
            if key.tag != "tag:yaml.org,2002:merge":
                continue
            parts = value.value if isinstance(value, yaml.SequenceNode) else [value]
            for part in parts:
                if isinstance(part, yaml.MappingNode):
                    if any(inner.tag == "tag:yaml.org,2002:merge" for inner, _ in part.value):
                        self.flatten_mapping(part)
                    merged += len(part.value)
                if merged > _MOST_MERGED:
                    raise yaml.constructor.ConstructorError(None, None, "<< merges too much", node.start_mark)
        super().flatten_mapping(node)

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """Build a value; PyYAML lets several errors through for what does not fit its type, such as 2026-02-30."""
        try:
            return super().construct_object(node, deep)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            message = "an unquoted value that is none of its type, such as a date that does not exist"
            raise yaml.constructor.ConstructorError(None, None, message, node.start_mark) from None


_Loader.add_multi_constructor("tag:yaml.org,2002:python/name:", lambda loader, suffix, node: PythonName(suffix))
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: None)
_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
yaml_env_tag.add_env_tag(_Loader)


def read_configuration_file(path: Path) -> ConfigurationFile:
    """Read a configuration file and what it inherits.

    Args:
        path: The configuration file, usually ``mkdocs.yml``.

    Raises:
        Unpublishable: If a file is missing or is no YAML that can be used.
    """
    return _read(path, path.name, (path.resolve(),))


def _read(path: Path, name: str, seen: tuple[Path, ...]) -> ConfigurationFile:
    def refused(message: str, line: int = 1) -> Unpublishable:
        return Unpublishable((Problem(name, line, message),))

    file = _parse(path, name)
    parent = file.data.pop("INHERIT", None)
    if parent is None:
        return file
    if not isinstance(parent, str) or "\0" in parent:
        raise refused("INHERIT names no file; write the path of another configuration file, or remove it")
    base = (path.parent / parent).resolve()
    if base in seen:
        raise refused(f"INHERIT leads back to {parent}; remove it")
    if len(seen) > 16:
        raise refused("INHERIT goes through more than 16 files; use fewer")
    inherited = _read(base, parent, (*seen, base))
    return ConfigurationFile(name, _merged(inherited.data, file.data), (*file.nodes, *inherited.nodes))


def _merged(inherited: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    both = dict(inherited)
    for key, value in own.items():
        before = both.get(key)
        both[key] = _merged(before, value) if isinstance(before, dict) and isinstance(value, dict) else value
    return both


def _parse(path: Path, name: str) -> ConfigurationFile:
    def refused(message: str, line: int = 1) -> Unpublishable:
        return Unpublishable((Problem(name, line, message),))

    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise refused("is not a regular file; name the project's mkdocs.yml")
        if status.st_size > MAXIMUM_BYTES:
            raise refused("is longer than 1 MiB; make it shorter")
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise refused("is not here; run the command in the folder that holds it, or name it with -f") from None
    except OSError as error:
        reason = os.strerror(error.errno or 0).lower()
        raise refused(f"can't be read ({reason}); check that it is there and readable") from None
    except UnicodeDecodeError:
        raise refused("is not UTF-8; save it as UTF-8") from None
    if conflicts := tuple(conflict_problems(text, name)):
        raise Unpublishable(conflicts)
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        data = None if node is None else loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = error.problem or error.context or "it has no YAML form"
        raise refused(f"can't be read as YAML: {reason}; correct it", mark.line + 1 if mark else 1) from None
    except yaml.YAMLError as error:
        raise refused(f"can't be read as YAML: {' '.join(str(error).split())[:200]}; correct it") from None
    except RecursionError:
        raise refused("is nested too deeply; flatten it") from None
    if node is None or data is None:
        raise refused("is empty; name at least site_name and site_url")
    if not isinstance(data, dict):
        raise refused("is not made of 'key: value' lines; write it so")
    return ConfigurationFile(name, data, ((name, node),))
