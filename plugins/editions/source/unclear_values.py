"""Values without quotes, which YAML may read as something else than the text that was written.

YAML 1.1 and the core schema of YAML 1.2 resolve a plain scalar by its form: ``no`` is false, ``1.10`` a number, ``~``
nothing. Readers of both are in use, so a form counts if either version, or a reader in wide use (PyYAML, Psych,
go-yaml), resolves it. `` #`` ends a plain scalar and begins a comment (YAML 1.2.2 §6.6).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

_WORDS = {
    **dict.fromkeys(("y", "yes", "true", "on"), "read as true"),
    **dict.fromkeys(("n", "no", "false", "off"), "read as false"),
    **dict.fromkeys(("~", "null"), "read as nothing"),
    "<<": "read as an order to merge mappings",
    "=": "read as a default value",
}
_LONGEST_WORD = max(map(len, _WORDS))
_FIRST_OF_NUMBERS = frozenset("+-.0123456789")
# YAML 1.1 types int and float, YAML 1.2.2 §10.3.2; Psych allows a comma between digits.
_NUMBER = re.compile(
    r"""[-+]?(?:
        0b[01_]+ | 0o?[0-7_]+ | 0x[0-9a-fA-F_]+
        | [0-9][0-9_,]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?
        | (?:[0-9][0-9_,]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?
        | \.(?:inf|Inf|INF)
    ) | \.(?:nan|NaN|NAN)""",
    re.VERBOSE,
)
# YAML 1.1 type timestamp; go-yaml and Psych take a month and a day of one digit without a time, too.
_TIME = re.compile(
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
    r"(?:(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?)?"
)
_BEHIND = re.compile(r"(?P<breaks>(?:[ \t]*\n)*)(?P<indent>[ \t]*)(?P<text>#[^\n]*)")
_LINE = re.compile(r"(?P<before>[^\n#]*)(?P<text>#[^\n]*)")
_DASH = re.compile(r"^ *(?:- +)*-(?=[ \n])", re.MULTILINE)
# An item of a list that YAML joins to the line before: of a plain scalar any such line, of a folded one those that do
# not stand deeper (YAML 1.2.2 §7.3.3 and §8.1.3).
_ITEM = r"(?=(?:[-*+]|[0-9]{1,9}[.)])[ \t])"
_PLAIN_ITEM = re.compile(rf"\S[ \t]*\n[ \t]*{_ITEM}")
_FIRST_LINE = re.compile(r"\n([ \t]*)(?=\S)")
_LONGEST = 80


@dataclass(frozen=True)
class Comment:
    """A comment where a text may have been meant.

    Attributes:
        text: The comment with its ``#``.
        line: Line of the file on which it stands.
        first: Whether it stands before the value, and not behind it.
    """

    text: str
    line: int
    first: bool = False

    @property
    def short(self) -> str:
        """The comment for a message."""
        return self.text if len(self.text) <= 60 else f"{self.text[:59]}…"


@dataclass(frozen=True)
class UnclearValue:
    """A value without quotes that does not say to every reader what was written.

    Attributes:
        text: The value, as this engine reads it.
        reading: How other readers take it, as the end of "which YAML tools …"; empty if all take it for the text.
        same: Whether they take it for a number, date or version that is written in the same way again.
        comment: The comment that may have been meant as a part of it.
        joined: Line of the file with an item of a list that YAML joins to the line before.
    """

    text: str
    reading: str = ""
    same: bool = False
    comment: Comment | None = None
    joined: int | None = None


def joined_item(document: str, start: int, end: int, style: str | None) -> int | None:
    """Find an item of a list that folding joins to the line before.

    Args:
        document: The YAML.
        start: Place of the value.
        end: Place after it.
        style: The style of the scalar: ``>`` folded, ``|`` literal, else plain.

    Returns:
        Its place; ``None`` if there is none.
    """
    if style == "|":
        return None
    if style != ">":
        match = _PLAIN_ITEM.search(document, start, end)
    else:
        first = _FIRST_LINE.search(document, start, end)
        indent = "" if first is None else first[1]
        match = re.compile(rf"\n{indent}\S[^\n]*\n{indent}{_ITEM}").search(document, start, end)
    return None if match is None else match.end()


def foreign_reading(text: str) -> tuple[str, bool]:
    """How readers of YAML take a plain scalar that they do not take for a text.

    Args:
        text: The scalar.

    Returns:
        The end of "which YAML tools …", empty if all take it for a text, and whether what they make of it is written
        in the same way again.
    """
    if text[:1] not in _FIRST_OF_NUMBERS:
        return _WORDS.get(text.lower(), "") if len(text) <= _LONGEST_WORD else "", False
    if _TIME.fullmatch(text):
        return "read as a date", len(text) == len("2026-04-29")
    if _NUMBER.fullmatch(text):
        number = _number(text)
        return (f"bend to {number}", False) if number != text else ("read as a number", True)
    return "", False


def _number(text: str) -> str:
    """A number as it is written again: as YAML 1.1 reads it, or as YAML 1.2 does where only that reads one."""
    if len(text) > _LONGEST:
        return "another number"
    plain = text.replace(",", "")
    node = yaml.ScalarNode("", plain)
    construct = yaml.constructor.SafeConstructor()
    for read in (
        lambda: construct.construct_yaml_int(node),
        lambda: int(plain.replace("_", "")),
        lambda: construct.construct_yaml_float(node),
    ):
        try:
            return str(read())
        except (ValueError, OverflowError):
            continue
    return "another number"


def comment_behind(document: str, start: int, end: int, column: int | None) -> tuple[int, str] | None:
    """Find the comment that ends a value.

    Args:
        document: The YAML.
        start: Place of the value.
        end: Place after it.
        column: Column of the mapping or list that holds it, from 0: a line that stands deeper continues the value, if
            it does not begin with ``#``. ``None`` in flow style, where any line does; one that stands deeper than the
            line of the value is meant to.

    Returns:
        Its place and its text with ``#``; ``None`` if something else, or nothing, follows.
    """
    match = _BEHIND.match(document, end)
    if match is None:
        return None
    if not match["breaks"] and document[end - 1 : end] != "\n":
        return (match.start("text"), match["text"]) if match["indent"] else None
    if column is None:
        line = document[document.rfind("\n", 0, start) + 1 : start]
        column = len(line) - len(line.lstrip(" "))
    return (match.start("text"), match["text"]) if len(match["indent"]) > column else None


def comment_before(document: str, start: int, end: int, *, flow: bool) -> tuple[int, str] | None:
    """Find the comment between a key, a dash, a bracket or a comma and the value, or the end, that follows it.

    Args:
        document: The YAML.
        start: Place after the event before the value.
        end: Place of the value.
        flow: Whether the value stands in flow style, where comments may have lines of their own.

    Returns:
        Its place and its text with ``#``; ``None`` if there is none.
    """
    if document.find("#", start, end) < 0:
        return None
    gap = document[start:end]
    if flow:
        opened = document[start - 1 : start] in ("[", "{")
        beside = (it for it in _LINE.finditer(gap) if it["before"].strip() or (opened and not it.start()))
        match = next(beside, None)
    else:
        dashes = list(_DASH.finditer(gap))
        match = _LINE.search(gap, dashes[-1].end() if dashes else 0)
    return None if match is None else (start + match.start("text"), match["text"])
