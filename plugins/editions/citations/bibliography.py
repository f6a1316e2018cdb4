"""Bibliographies (``references.bib``) read with every problem reported, never a traceback."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

import pybtex.errors
from pybtex.bibtex.utils import split_name_list
from pybtex.database import BibliographyData, Entry, Person
from pybtex.database.input.bibtex import LowLevelParser, month_names
from pybtex.exceptions import PybtexError
from pybtex.scanner import PybtexSyntaxError
from pybtex.textutils import normalize_whitespace
from pybtex.utils import CaseInsensitiveDict

from editions.citations.address import UnsafeAddress
from editions.citations.bibtex_reading import TYPE_OF_ENTRY, reference_of_entry
from editions.citations.cited_work import CitedWork
from editions.source.problem import Problem

# What an entry cannot be cited without; authors and dates may be missing, every style has a form for that.
_REQUIRED: dict[str, tuple[tuple[str, ...], ...]] = {
    "article": (("journal", "journaltitle"),),
    "incollection": (("booktitle",),),
    "inproceedings": (("booktitle",),),
    "techreport": (("institution", "publisher", "author"),),
    "online": (("url", "doi"),),
    "standard": (("organization", "institution", "publisher", "author", "number"),),
}


@dataclass(frozen=True)
class Bibliography:
    """The works of a ``.bib`` file.

    Attributes:
        works: The works that can be cited, in the order of the file.
        problems: Everything that is wrong with the file, in the order of its lines.
    """

    works: tuple[CitedWork, ...]
    problems: tuple[Problem, ...] = ()

    @cached_property
    def by_key(self) -> MappingProxyType[str, CitedWork]:
        """Works by their keys, as written."""
        return MappingProxyType({work.key: work for work in self.works})


def read_bibliography(text: str, path: str) -> Bibliography:
    """Read a bibliography.

    Args:
        path: Its path, for messages.

    Returns:
        The works, and every problem with its line: syntax, unknown entry types, repeated keys and fields, missing
        fields, and addresses, DOIs and dates that are none.
    """
    if text.count("#") > _MOST_JOINTS:
        message = f"has more than {_MOST_JOINTS:,} signs #, which join values; write the values out"
        return Bibliography((), (Problem(path, 1, message),))
    if text.count("@") > _MOST_ENTRIES:
        message = f"has more than {_MOST_ENTRIES:,} entries; keep those that texts cite"
        return Bibliography((), (Problem(path, 1, message),))
    reader = _Reader(text, path)
    works = tuple(reader.read())
    return Bibliography(works, tuple(sorted(reader.problems, key=lambda problem: problem.line)))


# pybtex reads on from each of them to the end of the file.
_MOST_JOINTS = 10_000
# As many as a file of the greatest length has room for, if each says who, what and when.
_MOST_ENTRIES = 10_000


class _Reader:
    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.problems: list[Problem] = []
        self.entries: dict[str, tuple[int, Entry]] = {}
        self.keys: dict[str, str] = {}
        self.line_ends = [match.start() for match in re.finditer("\n", text)]
        self.parser = LowLevelParser(
            text, macros=CaseInsensitiveDict(month_names), handle_error=self.syntax_error, filename=path
        )

    def read(self) -> Iterator[CitedWork]:
        for command in self.parser:
            if command[0].lower() not in ("string", "preamble"):
                self.add(command[0], *command[1])
        data = BibliographyData()
        data.entries.update({key: entry for key, (_, entry) in self.entries.items()})
        for key, (start, entry) in self.entries.items():
            if self.is_complete(start, entry, data):
                yield from self.work(key, start, entry, data)

    def add(self, entry_type: str, key: str | None, fields: list[tuple[str, list[str]]]) -> None:
        start = self.parser.command_start or 0
        if key is None:
            return  # the syntax error is reported already
        if entry_type.lower() not in TYPE_OF_ENTRY:
            known = ", ".join(sorted(TYPE_OF_ENTRY))
            self.report(start, f"unknown entry type @{entry_type}; use one of {known}")
        same = self.keys.setdefault(key.lower(), key)
        if same in self.entries:
            line = self.line_of(self.entries[same][0])
            self.report(start, f"the key {key!r} stands in line {line} already; give this entry another key")
            return
        entry = Entry(entry_type)
        entry.key = key
        seen: set[str] = set()
        for name, parts in fields:
            if name.lower() in seen:
                self.report(self.find(start, name), f"{key!r} states {name} twice; keep one of them")
                continue
            seen.add(name.lower())
            value = normalize_whitespace("".join(parts))
            if name.lower() in ("author", "editor"):
                entry.persons[name.lower()] = list(self.persons(start, key, name, value))
            else:
                entry.fields[name] = value
        self.entries[key] = (start, entry)

    def persons(self, start: int, key: str, role: str, value: str) -> Iterator[Person]:
        for name in split_name_list(value):
            if not name.strip() or name.lower().startswith("and "):
                self.report(self.find(start, role), f"{key!r} has an empty name in {role}; remove one “and”")
                continue
            with pybtex.errors.capture() as errors:
                person = Person(name)
            if errors:
                message = f"the name {name!r} has too many commas; write “Family, Jr., Given” or set it in braces"
                self.report(self.find(start, role), message)
            yield person

    def is_complete(self, start: int, entry: Entry, data: BibliographyData) -> bool:
        wanted = (("title",), *_REQUIRED.get(TYPE_OF_ENTRY.get(entry.type, "misc"), ()))
        missing = [names for names in wanted if not any(_has(entry, name, data) for name in names)]
        for names in missing:
            self.report(start, f"{entry.key!r} (@{entry.type}) needs {' or '.join(names)}")
        crossref = entry.fields.get("crossref")
        if crossref is not None and crossref not in data.entries:
            self.report(
                self.find(start, "crossref"), f"{entry.key!r} refers to {crossref!r}, which is not in this file"
            )
            return False
        return not missing

    def work(self, key: str, start: int, entry: Entry, data: BibliographyData) -> Iterator[CitedWork]:
        try:
            yield reference_of_entry(key, entry, data)
        except UnsafeAddress as error:
            name = "doi" if "DOI" in str(error) else "url"
            self.report(self.find(start, name), f"{key!r}: {error}")
        except ValueError as error:
            self.report(self.find(start, "date", "urldate", "year"), f"{key!r}: {error}")

    def syntax_error(self, error: PybtexError) -> None:
        line = error.lineno if isinstance(error, PybtexSyntaxError) and error.lineno else 1
        kind = getattr(error, "error_type", "syntax error")
        what = f"{kind}: {error.args[0]}" if error.args else str(kind)
        self.problems.append(Problem(self.path, line, f"{what}; correct the BibTeX of this entry"))

    def report(self, position: int, message: str) -> None:
        self.problems.append(Problem(self.path, self.line_of(position), message))

    def line_of(self, position: int) -> int:
        return bisect_left(self.line_ends, position) + 1

    def find(self, start: int, *names: str) -> int:
        """Where a field of the entry at ``start`` is written, or ``start`` itself."""
        following = re.compile(r"^\s*@", re.MULTILINE).search(self.text, start + 1)
        end = following.start() if following else len(self.text)
        for name in names:
            match = re.compile(rf"\b{re.escape(name)}\s*=", re.IGNORECASE).search(self.text, start, end)
            if match:
                return match.start()
        return start


def _has(entry: Entry, name: str, data: BibliographyData) -> bool:
    try:
        return bool(entry._find_field(name, data).strip())
    except (KeyError, RecursionError):
        return False
