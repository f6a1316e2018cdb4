"""``criteria.json``, as this engine publishes it, read back into an edition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from editions.citations.bibliography import read_bibliography
from editions.citations.names import Name, natural
from editions.formats.criteria_json.document_writing import SCHEMA
from editions.formats.facts import Facts, ImportFacts
from editions.formats.imported import Imported, Placement, lost_in_form
from editions.formats.json_text import JsonText, read_json
from editions.formats.published_addresses import site_in_address, slug_in_address
from editions.model import (
    Agent,
    Assessment,
    Criterion,
    Domain,
    Origin,
    PartialDate,
    Publisher,
    Reference,
    Version,
)
from editions.model.field_values import FieldValue, FieldValues, value_of
from editions.model.fields import ItemKind, added_fields
from editions.schemas.known_schemas import load_schema
from editions.source.front_matter import Record
from editions.source.problem import Problem, Unpublishable
from editions.source.yaml_tree import Pointer, YamlTree
from editions.text.parsing import parse
from editions.text.tree import NO_TEXT
from editions.validation.shapes import shape_problems


@dataclass
class _JsonTree(YamlTree):
    """The tree of a JSON document, which finds a line only when a problem asks for it."""

    text: JsonText | None = None

    def line(self, pointer: Pointer) -> int:
        return self.text.line(*pointer) if self.text else 1


def read_criteria(path: Path, facts: ImportFacts) -> Imported:
    """Read a ``criteria.json``.

    Args:
        path: The file, under any version 1.x of its schema.
        facts: What comes with the command.

    Returns:
        The edition, as a draft. HTML, addresses, citations and the notice are made anew by whoever publishes it.

    Raises:
        Unpublishable: If the file cannot be read, departs from the schema, or does not say all that an edition needs.
    """
    text = read_json(path)
    tree = _JsonTree(data=text.data, text=text)
    record = Record(str(path), tree)
    problems = shape_problems(record, SCHEMA)
    if problems:
        raise Unpublishable(tuple(sorted(set(problems))))
    return _Reader(text, facts).read()


class _Reader:
    def __init__(self, text: JsonText, facts: ImportFacts) -> None:
        self._text = text
        self._data: dict[str, Any] = text.data
        self._facts = facts
        self._path = str(text.path)
        self._problems: list[Problem] = []

    def read(self) -> Imported:
        data, edition = self._data, self._data["edition"]
        settled = self._facts.settle(self._found(), self._path)
        lines = self._text.lines("domains")
        domains = tuple(self._domain(place, it, lines[place]) for place, it in enumerate(data["domains"]))
        keys = dict.fromkeys(key for domain in domains for key in domain.assessed_in)
        made = replace(
            settled.edition("draft", NO_TEXT, domains, Origin(self._path, self._text.line("edition"))),
            assessments=tuple(Assessment(key, "assessment") for key in keys),
            more=self._more("edition", edition, "edition"),
        )
        if self._problems:
            raise Unpublishable(tuple(sorted(set(self._problems))))
        return Imported(made, tuple(self._placements(keys)), site_in_address(edition["url"]), form="json")

    def _found(self) -> Facts:
        standard, edition = self._data["standard"], self._data["edition"]
        return Facts(
            title=_line(standard["title"]),
            abbreviation=standard["abbreviation"],
            version=self._parsed(Version.parse, "version"),
            date=self._parsed(PartialDate.parse, "date"),
            authors=_authors(edition["citation"]["bibtex"], standard["publisher"]),
            publisher=Publisher(_line(standard["publisher"])),
            licence=edition["license"]["spdx"],
            url=standard["url"],
        )

    def _parsed(self, parse: Any, key: str) -> Any:
        try:
            return parse(self._data["edition"][key])
        except ValueError as error:
            line = self._text.line("edition", key)
            raise Unpublishable((Problem(self._path, line, f"edition.{key}: {error}"),)) from None

    def _domain(self, place: int, data: dict[str, Any], line: int) -> Domain:
        lines = self._text.lines("domains", place, "criteria")
        return Domain(
            id=data["id"],
            slug=slug_in_address(data["url"]),
            title=_line(data["title"]),
            label=_line(data["label"]),
            summary=_stated(data["summary"]),
            assessed_in=tuple(dict.fromkeys(data["assessed_in"])),
            more=self._more("domain", data, "domains", place),
            criteria=tuple(
                self._criterion(it, lines[number], "domains", place, "criteria", number)
                for number, it in enumerate(data["criteria"])
            ),
            origin=Origin(self._path, line),
        )

    def _criterion(self, data: dict[str, Any], line: int, *place: str | int) -> Criterion:
        return Criterion(
            id=data["id"],
            text=parse(_markdown(data["text"])),
            title=_stated(data["title"]),
            section=_stated(data["section"]),
            level=_stated(data["level"]),
            references=tuple(
                Reference(_line(it["framework"]), _line(it["id"]), _stated(it["version"]), it["url"] or None)
                for it in data["references"]
            ),
            more=self._more("criterion", data, *place),
            origin=Origin(self._path, line),
        )

    def _more(self, kind: ItemKind, data: dict[str, Any], *place: str | int) -> FieldValues:
        """Values of the other keys of the table of fields, which the schema of the document says nothing of."""
        values: dict[str, FieldValue] = {}
        for field in added_fields(kind):
            written = data.get(field.json) if field.json else None
            try:
                if written is not None:
                    values[field.key] = value_of(field, written)
            except ValueError as error:
                self._problems.append(Problem(self._path, self._text.line(*place, field.json), str(error)))
        return FieldValues(values)

    def _placements(self, assessments: dict[str, None]) -> Iterator[Placement]:
        yield lost_in_form("json")
        for key in assessments:
            where = "stands as 'assessment', since this form does not hold it; correct it in standard/index.md"
            yield Placement(f"what sort of assessment {key} is", where, kept=True)
        yield from self._errata(("edition",), self._data["edition"])
        for place, domain in enumerate(self._data["domains"]):
            yield from self._errata(("domain", domain["id"]), domain)
            for criterion in self._data["domains"][place]["criteria"]:
                yield from self._errata(("criterion", criterion["id"]), criterion)
        schema = load_schema(SCHEMA)
        unknown = _unknown(self._data, schema, schema)
        places: tuple[tuple[ItemKind, str], ...] = (
            ("edition", "edition"),
            ("domain", "domains[]"),
            ("criterion", "domains[].criteria[]"),
        )
        for kind, prefix in places:
            for key in (field.json for field in added_fields(kind)):
                unknown.pop(f"{prefix}.{key}", None)
                unknown.pop(f"{prefix}.{key}_html", None)
        for name, count in sorted(unknown.items()):
            yield Placement(
                f"the key {name}", "left out: no version of the schema that is known here has it", False, count
            )

    @staticmethod
    def _errata(item: tuple[str, ...], data: dict[str, Any]) -> Iterator[Placement]:
        for erratum in data.get("errata", ()):
            where = "left out: an erratum belongs to a release; correct the text, or add it after the release"
            yield Placement(f"erratum of {' '.join(item)}: {erratum['what']}", where, kept=False)


def _authors(bibtex: str, publisher: str) -> tuple[Agent, ...]:
    """The authors, whom the document names in its citation alone; empty where the publisher is the author."""
    works = read_bibliography(bibtex, "").works
    authors = tuple(_agent(name) for name in works[0].authors) if works else ()
    return () if [" ".join(it.name.split()) for it in authors] == [" ".join(publisher.split())] else authors


def _agent(name: Name) -> Agent:
    if name.is_organisation:
        return Agent(name.literal)
    return Agent(natural(name), "person", name.family, name.given or None)


def _line(text: str) -> str:
    """A text on one line; spaces inside of it stay what they are."""
    return re.sub(r"\s*[\r\n]\s*", " ", text.strip())


def _stated(text: str | None) -> str | None:
    return None if text is None or not text.strip() else text.strip()


def _markdown(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _unknown(value: Any, schema: dict[str, Any], root: dict[str, Any], name: str = "") -> dict[str, int]:
    """Keys that the schema does not know, with how often each stands."""
    found: dict[str, int] = {}
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    if isinstance(value, dict):
        known = schema.get("properties", {})
        for key, inner in value.items():
            path = f"{name}.{key}" if name else key
            more = _unknown(inner, known[key], root, path) if key in known else {path: 1}
            found = _added(found, more)
    elif isinstance(value, list):
        for inner in value:
            found = _added(found, _unknown(inner, schema.get("items", {}), root, f"{name}[]"))
    return found


def _added(one: dict[str, int], other: dict[str, int]) -> dict[str, int]:
    for key, count in other.items():
        one[key] = one.get(key, 0) + count
    return one
