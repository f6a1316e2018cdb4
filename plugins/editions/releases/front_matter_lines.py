"""Change single lines of front matter and leave every other byte as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping

from editions.source.front_matter import Record, read_front_matter
from editions.source.problem import Problem, Unpublishable
from editions.source.text import SourceFile

_LINE = re.compile(
    rb"(?P<head>[A-Za-z_]+:[ \t]+)"
    rb"(?P<value>\"[^\"]*\"|'[^']*'|[^\s#'\"][^#\r\n]*?)"
    rb"(?P<tail>[ \t]*(?:[ \t]#[^\r\n]*)?\r?)"
)


def with_values(file: SourceFile, record: Record, values: Mapping[str, str]) -> bytes:
    """Set values in the front matter of a file.

    Args:
        values: New value of each key that is to change; every key is there already, on one line with its value.

    Returns:
        The file's bytes with these values, in the quotes that stood there, or in double quotes where a value that is
        no plain word had none.

    Raises:
        Unpublishable: If a key's value does not stand on one line with it.
    """
    lines = file.content.split(b"\n")
    problems = []
    for key, value in values.items():
        number = record.line(key)
        match = _LINE.fullmatch(lines[number - 1])
        if match is None or match["head"].rstrip(b": \t").decode() != key:
            problems.append(Problem(record.path, number, f'write {key} on one line, such as {key}: "{value}"'))
            continue
        quote = match["value"][:1] if match["value"][:1] in (b"'", b'"') else b"" if value.isalpha() else b'"'
        lines[number - 1] = match["head"] + quote + value.encode("utf-8") + quote + match["tail"]
    made = b"\n".join(lines)
    if not problems:
        text = made.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        after = read_front_matter(SourceFile(file.path, made, text))
        if after.data != {**record.data, **values}:
            message = (
                "the front matter could not be edited line by line; write version, status and date on one line each"
            )
            problems.append(Problem(record.path, 1, message))
    if problems:
        raise Unpublishable(tuple(problems))
    return made
