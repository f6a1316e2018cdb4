"""The texts of a project, each parsed once and with its place in the files."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import Any, Literal

from editions.model.fields import FIELDS, ItemKind
from editions.source.front_matter import Record
from editions.source.problem import Problem
from editions.source.project import ArticleRecords, EditionRecords, ProjectRecords
from editions.source.yaml_tree import Pointer
from editions.text.parsing import parse, parse_page
from editions.text.tree import Text

TextKind = Literal["prose", "guidance", "criterion", "value", "erratum", "article", "page"]


@dataclass(frozen=True)
class WrittenText:
    """A text in its file.

    Attributes:
        kind: What the text is: prose of an edition, guidance of a domain, the value of another key, and so on. A
            ``page`` of the site's own is written for Python-Markdown, and only what it links to and cites is read from
            its tree.
        record: The file that contains it.
        text: The text as the model has it, without the white space around it.
        pointer: Its place in the YAML of the file; empty for the Markdown after the front matter.
    """

    kind: TextKind
    record: Record
    text: Text
    pointer: Pointer = ()

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line of the text begins."""
        starts = [0]
        for line in self.text.markdown.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        return starts

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        """Places in the text, with the line of the file that begins at each."""
        if not self.pointer:
            body = self.record.body
            first = self.record.body_line + len(body) - len(body.lstrip("\n"))
            return [(start, first + number) for number, start in enumerate(self._starts)]
        scalar = self.record.tree.written.get(self.pointer)
        if scalar is None:
            return []
        value = str(self.record.value(*self.pointer))
        before = len(value) - len(value.lstrip())
        return [(place - before, line) for place, line in scalar.places(value)]

    def place(self, line: int, written: str = "") -> int:
        """Find the line of the file.

        Args:
            line: Line of the text, from 1.
            written: A piece of that line: YAML can write one line of a text as several lines of the file.

        Returns:
            Line of the file, from 1.
        """
        start, end = self._starts[line - 1], self._starts[line]
        within = self.text.markdown.find(written, start, end) if written else start
        place = bisect_right(self._places, (max(start, within), inf)) - 1
        return self._places[place][1] if place >= 0 else self.record.line(*self.pointer)

    def problem(self, line: int, message: str, written: str = "") -> Problem:
        """A problem in the text.

        Args:
            line: Line of the text, from 1.
            written: The piece of that line that it is about.
        """
        return Problem(self.record.path, self.place(line, written), message)


def project_records(project: ProjectRecords) -> Iterator[Record]:
    """Every file of a project that people write texts in.

    Yields:
        The records of its Markdown and YAML files, those with problems of their form included.
    """
    for edition in project_editions(project):
        yield from (it for it in (edition.index, *edition.domains, edition.lineage) if it is not None)
    if project.errata is not None:
        yield project.errata
    for article in project.articles.values():
        yield from article_records(article)
    yield from project.pages


def project_editions(project: ProjectRecords) -> tuple[EditionRecords, ...]:
    """The working copy, and the releases after it."""
    return (project.working, *project.releases.values())


def article_records(article: ArticleRecords) -> Iterator[Record]:
    """The working copy of an article, if there is one, and its released versions."""
    return (record for record in (article.working, *article.releases.values()) if record is not None)


def project_texts(project: ProjectRecords) -> tuple[WrittenText, ...]:
    """Parse every text of a project.

    Returns:
        The texts of editions, errata, articles and the site's own pages. While they are in use, the model has the
        same ones.
    """
    return tuple(_project_texts(project))


def _project_texts(project: ProjectRecords) -> Iterator[WrittenText]:
    for edition in project_editions(project):
        yield from edition_texts(edition)
    if project.errata is not None:
        for pointer, entry in project.errata.entries("errata"):
            yield from _written(project.errata, "erratum", entry, pointer, "text")
    for article in project.articles.values():
        for record in article_records(article):
            yield from _values("article", record, record.data)
            yield _body(record, "article")
    for record in project.pages:
        yield WrittenText("page", record, parse_page(record.body.strip("\n"), as_written=True))


def edition_texts(edition: EditionRecords) -> Iterator[WrittenText]:
    """Parse the texts of an edition: its prose, the guidance of each domain, and the keys that are texts."""
    if edition.index is not None:
        yield from _values("edition", edition.index, edition.index.data)
        yield _body(edition.index, "prose")
    for record in edition.domains:
        yield from _values("domain", record, record.data)
        yield _body(record, "guidance")
        for pointer, entry in record.entries("criteria"):
            yield from _values("criterion", record, entry, pointer)


def _body(record: Record, kind: TextKind) -> WrittenText:
    return WrittenText(kind, record, parse(record.body.strip("\n")))


def _values(item: ItemKind, record: Record, data: Any, pointer: Pointer = ()) -> Iterator[WrittenText]:
    """The texts among the values of an item."""
    for field in FIELDS[item]:
        if field.type == "text":
            yield from _written(record, "criterion" if field.attribute else "value", data, pointer, field.key)


def _written(record: Record, kind: TextKind, data: Any, pointer: Pointer, key: str) -> Iterator[WrittenText]:
    """The text of a key, if the data is sound enough to have one."""
    if isinstance(data, dict) and isinstance(text := data.get(key), str):
        yield WrittenText(kind, record, parse(text.strip()), (*pointer, key))
