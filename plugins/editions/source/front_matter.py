"""Front matter: the YAML between two lines ``---`` at the head of a Markdown file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from editions.source.conflict_markers import conflict_problems
from editions.source.problem import Problem
from editions.source.text import SourceFile
from editions.source.yaml_tree import Pointer, YamlTree, read_yaml

_LOOSE_METADATA = re.compile(r"[A-Za-z0-9_-]+[ \t]*:")


@dataclass(frozen=True)
class Record:
    """A file read into data.

    Attributes:
        path: File, relative to the project's folder.
        tree: Its YAML: the front matter of a Markdown file, or the whole of a YAML file.
        body: The Markdown after the front matter.
        body_line: Line of the file on which ``body`` begins.
        problems: What is wrong with the form of the file.
    """

    path: str
    tree: YamlTree
    body: str = ""
    body_line: int = 1
    problems: tuple[Problem, ...] = ()

    @property
    def data(self) -> Any:
        """The content of the YAML."""
        return self.tree.data

    def value(self, *pointer: str | int) -> Any:
        """A value, whatever its form; ``None`` if there is none.

        Args:
            *pointer: Keys and list places from the root.
        """
        found = self.data
        for part in pointer:
            if isinstance(found, dict):
                found = found.get(part)
            elif isinstance(found, list) and isinstance(part, int) and part < len(found):
                found = found[part]
            else:
                return None
        return found

    def entries(self, *pointer: str | int) -> Iterator[tuple[Pointer, Any]]:
        """The entries of a list, each with its place; none if there is no list.

        Args:
            *pointer: Keys and list places from the root.
        """
        found = self.value(*pointer)
        for place, entry in enumerate(found if isinstance(found, list) else ()):
            yield (*pointer, place), entry

    def line(self, *pointer: str | int) -> int:
        """The line of a value.

        Args:
            *pointer: Keys and list places from the root.

        Returns:
            Line in the file, from 1.
        """
        return self.tree.line(pointer)

    def problem(self, pointer: Pointer, message: str) -> Problem:
        """A problem with a value.

        Args:
            pointer: Keys and list places from the root.
        """
        return Problem(self.path, self.tree.line(pointer), message)


def read_front_matter(file: SourceFile) -> Record:
    """Split a Markdown file into front matter and body.

    Returns:
        The record; its ``problems`` say if the front matter is missing, unclosed or not YAML.
    """

    def refused(message: str) -> Record:
        return Record(file.path, YamlTree(), problems=(Problem(file.path, 1, message),))

    if file.text is None:
        return Record(file.path, YamlTree(), problems=file.problems)
    if not file.text.strip():
        return refused("is empty; begin with front matter between two lines ---")
    lines = file.text.split("\n")
    if lines[0].rstrip() != "---":
        if conflicts := tuple(conflict_problems(file.text, file.path)):
            return Record(file.path, YamlTree(), problems=conflicts)
        if _LOOSE_METADATA.match(lines[0]):
            word = lines[0].split(":", 1)[0].strip()
            return refused(
                f"begins with '{word[:40]}: …', which Markdown tools take for metadata and drop; "
                "put front matter between two lines --- before it"
            )
        return refused("has no front matter; begin with a line ---, the front matter and another line ---")
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            tree = read_yaml("\n".join(lines[1:number]) + "\n", file.path, first_line=2)
            problems = list(tree.problems)
            if not isinstance(tree.data, dict) and not problems:
                problems.append(
                    Problem(file.path, 2, "the front matter is not made of 'key: value' lines; write it so")
                )
            body = "\n".join(lines[number + 1 :])
            return Record(file.path, tree, body, number + 2, tuple(problems))
    return refused("the front matter is not closed; end it with a line ---")


def read_yaml_file(file: SourceFile) -> Record:
    """Read a YAML or JSON file.

    Args:
        file: The file; one whose name ends in ``.json`` has to be JSON (RFC 8259), not only YAML.

    Returns:
        The record, without a body.
    """
    if file.text is None:
        return Record(file.path, YamlTree(), problems=file.problems)
    tree = read_yaml(file.text, file.path)
    problems = list(tree.problems)
    if file.path.endswith(".json") and not problems:
        try:
            tree.data = json.loads(file.text)
            tree.unclear.clear()
            tree.unclear_keys.clear()
        except json.JSONDecodeError as error:
            problems.append(Problem(file.path, error.lineno, f"can't be read as JSON: {error.msg}; correct it"))
        except ValueError as error:
            problems.append(Problem(file.path, 1, f"can't be read as JSON: {error}; correct it"))
    if not isinstance(tree.data, dict) and not problems:
        problems.append(Problem(file.path, 1, "is not made of 'key: value' lines; write it so"))
    return Record(file.path, tree, problems=tuple(problems))
