"""YAML as people write it: read back, by this engine and by any other YAML 1.1 or 1.2 reader, it is the same values.

Only what the files of a project hold is written: mappings and lists of texts, booleans and numbers, one in another.
A text that is no plain word for every reader stands in double quotes, so that ``1.10``, ``no`` and ``0123`` stay what
they are; a text of several lines is a literal block (YAML 1.2.2 §8.1.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

YamlValue = str | float | Mapping[str, "YamlValue"] | Sequence["YamlValue"]

# What begins with a letter and holds none of these is a plain scalar for every reader (YAML 1.2.2 §7.3.3).
_NOT_PLAIN = re.compile(r": | #|:$|\s$|\s\s")
# Words that some reader takes for a truth value, nothing or a number (YAML 1.1 types; YAML 1.2.2 §10.3).
_RESERVED = frozenset("y n yes no on off true false null nan inf none".split())
# What a literal block cannot hold as it is: line breaks of other kinds, and what YAML does not print.
_NOT_LITERAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def yaml_lines(data: Mapping[str, YamlValue]) -> str:
    r"""Write a mapping.

    Args:
        data: Values by key, in the order in which they are to stand. Empty lists and mappings are written as such.

    Returns:
        YAML in block style, with a final ``\n``.
    """
    return "".join(f"{line}\n" for line in _mapping(data, ""))


def yaml_scalar(text: str) -> str:
    """Write a text on one line.

    Returns:
        The text as it is where every YAML reader takes it for itself, else in double quotes.
    """
    return text if _is_plain(text) else _quoted(text)


def yaml_flow(values: Sequence[str]) -> str:
    """Write a list of texts on one line.

    Returns:
        A flow sequence, such as ``[A.1, "1.10"]``.
    """
    return f"[{', '.join(_in_flow(value) for value in values)}]"


def _in_flow(text: str) -> str:
    return text if _is_plain(text) and not re.search(r"[,\[\]{}:]", text) else _quoted(text)


def _is_plain(text: str) -> bool:
    return text[:1].isalpha() and text.isprintable() and not _NOT_PLAIN.search(text) and text.lower() not in _RESERVED


def _quoted(text: str) -> str:
    return '"' + "".join(sign if sign == " " else _escaped(sign) for sign in text) + '"'


def _escaped(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    if sign.isprintable():
        return sign
    number = ord(sign)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _mapping(data: Mapping[str, YamlValue], indent: str) -> Iterator[str]:
    for key, value in data.items():
        yield from _entry(f"{indent}{yaml_scalar(key)}:", value, indent)


def _entry(head: str, value: YamlValue, indent: str) -> Iterator[str]:
    """The lines of a value behind its key."""
    inner = f"{indent}  "
    if isinstance(value, str):
        yield from _text(head, value, inner)
    elif isinstance(value, bool):
        yield f"{head} {'true' if value else 'false'}"
    elif isinstance(value, int | float):
        yield f"{head} {value}"
    elif not value:
        yield f"{head} {'{}' if isinstance(value, Mapping) else '[]'}"
    elif isinstance(value, Mapping):
        yield head
        yield from _mapping(value, inner)
    else:
        yield head
        yield from _list(value, inner)


def _list(values: Sequence[YamlValue], indent: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, Mapping) and value:
            lines = _mapping(value, f"{indent}  ")
            yield f"{indent}- {next(lines).lstrip(' ')}"
            yield from lines
        else:
            yield from _entry(f"{indent}-", value, indent)


def _text(head: str, text: str, indent: str) -> Iterator[str]:
    lines = text.split("\n")
    # LibYAML takes a tab at the beginning of a block for its indentation.
    whole = lines[0].strip() and lines[-1].strip() and not lines[0].startswith("\t")
    literal = len(lines) > 1 and whole and not _NOT_LITERAL.search(text)
    if not literal:
        yield f"{head} {yaml_scalar(text)}"
        return
    # A first line that begins with a space would be taken for a deeper indentation, so it is stated.
    yield f"{head} |{'2' if lines[0].startswith(' ') else ''}-"
    yield from (f"{indent}{line}" if line else "" for line in lines)
