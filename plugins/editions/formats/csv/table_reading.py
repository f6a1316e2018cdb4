"""A table of criteria read into an edition."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from editions.formats.csv.csv_rows import Row, Table, read_table
from editions.formats.csv.mapping import OWN_COLUMNS, Mapping, completed
from editions.formats.csv.row_values import RowValues
from editions.formats.csv.spreadsheet_cells import rows_parted
from editions.formats.csv.table_writing import COLUMNS
from editions.formats.facts import Facts, ImportFacts
from editions.formats.imported import Imported, Placement, lost_in_form
from editions.formats.published_addresses import site_in_address, slug_in_address
from editions.formats.slugs import slug_of
from editions.model import (
    Assessment,
    Criterion,
    Domain,
    Origin,
    PartialDate,
    Publisher,
    Reference,
    Version,
)
from editions.model.field_values import NO_VALUES, FieldValue, FieldValues, words_of
from editions.model.fields import ItemKind, added_fields
from editions.source.problem import Problem, Unpublishable
from editions.text.tree import NO_TEXT, Text

ALL = "all"

# Columns of our own table that the next publication makes anew, and those that the facts of the edition come from.
_MADE_ANEW = frozenset(COLUMNS) - {*OWN_COLUMNS.values(), "references", "errata"}


def read_csv(path: Path, facts: ImportFacts, mapping: Mapping) -> Imported:
    """Read a table of criteria.

    Args:
        path: A CSV file.
        facts: What comes with the command.
        mapping: What its columns hold; for our own ``criteria.csv`` nothing needs to be said.

    Returns:
        The edition, as a draft: a criterion for each row, in domains in the order in which they come first.

    Raises:
        Unpublishable: If the file cannot be read, columns are not there, rows have no id or no text, or the edition's
            facts are not all stated; it holds every problem.
    """
    table = read_table(path, mapping.encoding, mapping.delimiter)
    return _Reader(table, completed(mapping, table), facts).read()


@dataclass
class _OpenDomain:
    """A domain that is being filled."""

    id: str
    line: int
    title: str = ""
    label: str = ""
    summary: str = ""
    assessed_in: tuple[str, ...] = ()
    slug: str = ""
    more: FieldValues = NO_VALUES
    criteria: list[Criterion] = field(default_factory=list)


class _Reader:
    def __init__(self, table: Table, mapping: Mapping, facts: ImportFacts) -> None:
        self._table = table
        self._mapping = mapping
        self._values = RowValues(mapping)
        self._facts = facts
        self._path = str(table.path)
        self._domains: dict[str, _OpenDomain] = {}
        self._problems: list[Problem] = []
        self._placements: list[Placement] = []

    def read(self) -> Imported:
        table = self._table
        last: _OpenDomain | None = None
        more = NO_VALUES
        for row in table.rows:
            last = self._row(row, last)
            more = self._merged("edition", more, row, "the edition")
        self._columns_without_place()
        self._placements += [lost_in_form("csv")] if self._mapping.is_own else []
        if table.blank:
            self._note("empty rows", "left out, since they hold nothing", kept=False, count=table.blank)
        try:
            settled = self._facts.settle(self._found(), self._path)
        except Unpublishable as error:
            self._problems += error.problems
        if self._problems:
            raise Unpublishable(tuple(sorted(set(self._problems))))
        domains = tuple(self._closed(domain, settled.title) for domain in self._domains.values())
        keys = dict.fromkeys(key for domain in domains for key in domain.assessed_in)
        for key in keys:
            where = "stands as 'assessment', since the table does not hold it; correct it in standard/index.md"
            self._note(f"what sort of assessment {key} is", where, kept=True)
        edition = replace(
            settled.edition("draft", NO_TEXT, domains, Origin(self._path, table.line)),
            assessments=tuple(Assessment(key, "assessment") for key in keys),
            more=more,
        )
        return Imported(edition, tuple(self._placements), self._site(), form="csv" if self._mapping.is_own else None)

    def _found(self) -> Facts:
        """What our own table says of its edition, in the same columns of each row."""
        if not self._mapping.is_own:
            return Facts()
        row = self._table.rows[0]
        publisher = self._values.line(row, "standard_publisher")
        return Facts(
            title=self._values.line(row, "standard_title") or None,
            abbreviation=self._values.line(row, "standard_abbreviation") or None,
            version=self._parsed(Version.parse, row, "edition_version"),
            date=self._parsed(PartialDate.parse, row, "edition_date"),
            publisher=Publisher(publisher) if publisher else None,
            licence=self._values.line(row, "edition_license") or None,
            url=self._values.line(row, "standard_url") or None,
        )

    def _site(self) -> str | None:
        return site_in_address(self._values.line(self._table.rows[0], "edition_url")) if self._mapping.is_own else None

    def _parsed(self, parse: Callable[[str], Any], row: Row, column: str) -> Any:
        text = self._values.line(row, column)
        try:
            return parse(text) if text else None
        except ValueError as error:
            self._problem(row, f"{column}: {error}")
            return None

    def _row(self, row: Row, last: _OpenDomain | None) -> _OpenDomain | None:
        identifier, text = self._values.purpose(row, "id"), self._values.text(row)
        if not identifier and not text:
            self._no_criterion(row)
            return (
                self._domain(row, last)
                if self._values.purpose(row, "domain") or self._values.purpose(row, "domain_title")
                else last
            )
        if not identifier or not text:
            missing, there = ("id", "a text") if not identifier else ("text", f"the id {identifier[:80]!r}")
            column = self._mapping.columns[missing]
            self._problem(row, f"has {there}, but nothing in the column {column!r}; fill it, or remove the row")
            return last
        domain = self._domain(row, last)
        domain.criteria.append(
            Criterion(
                id=identifier,
                text=text,
                title=self._values.purpose(row, "title") or None,
                section=self._values.purpose(row, "section") or None,
                level=self._values.purpose(row, "level") or None,
                keywords=self._values.several(row, "keywords"),
                references=tuple(self._references(row)),
                more=self._more("criterion", row),
                origin=Origin(self._path, row.line),
            )
        )
        return domain

    def _more(self, kind: ItemKind, row: Row) -> FieldValues:
        """Values of the other keys of the table of fields."""
        values: dict[str, FieldValue] = {}
        for it in added_fields(kind):
            column = self._mapping.columns.get(it.csv) if it.csv else None
            try:
                values[it.key] = self._values.of(it, row) if column else ""
            except ValueError as error:
                self._problem(row, f"{column}: {error}")
        return FieldValues(values)

    def _no_criterion(self, row: Row) -> None:
        said = "; ".join(" ".join(cell.split()) for cell in row.cells.values() if cell.strip())
        self._note(
            f"the row on line {row.line} ({said[:200]})", "left out, since it has neither id nor text", kept=False
        )

    def _domain(self, row: Row, last: _OpenDomain | None) -> _OpenDomain:
        """The domain of a row; one that names none belongs to the domain above."""
        columns = self._mapping.columns
        identifier, title = self._values.purpose(row, "domain"), self._values.purpose(row, "domain_title")
        key = identifier or title
        if not key and last is not None:
            if "domain" in columns or "domain_title" in columns:
                self._note("rows that name no domain", "stand in the domain of the row above", kept=True)
            return last
        key = key or ALL
        if key not in self._domains:
            taken = {domain.id for domain in self._domains.values()}
            made = identifier or (slug_of(title, "domain", taken) if title else ALL)
            if title and not identifier:
                self._note(f"the domain {title!r}", f"has the id {made!r}, made from its title", kept=True)
            page = self._values.line(row, "domain_url") if self._mapping.is_own else ""
            self._domains[key] = _OpenDomain(made, row.line, slug=slug_in_address(page))
        domain = self._domains[key]
        if last is not None and last is not domain and domain.criteria:
            self._note(f"rows of {domain.id} that stand apart", "are put together", kept=True)
        self._describe(domain, row)
        return domain

    def _describe(self, domain: _OpenDomain, row: Row) -> None:
        said = {
            "title": self._values.purpose(row, "domain_title"),
            "label": self._values.purpose(row, "domain_label"),
            "summary": self._values.cell(row, self._mapping.columns.get("domain_summary")).strip(),
            "assessed_in": self._values.several(row, "assessed_in"),
        }
        for name, value in said.items():
            known = getattr(domain, name)
            if value and not known:
                setattr(domain, name, value)
            elif value and value != known:
                self._differs("domain", name, domain.id, row, value if isinstance(value, str) else "; ".join(value))
        domain.more = self._merged("domain", domain.more, row, domain.id)

    def _merged(self, kind: ItemKind, known: FieldValues, row: Row, owner: str) -> FieldValues:
        """The other keys of what several rows describe: the first row that states one counts."""
        found = self._more(kind, row)
        for it, value in found.stated(kind):
            if known.get(it.key, value) != value:
                said = value.markdown if isinstance(value, Text) else words_of(value)
                self._differs(kind, it.key, owner, row, said)
        return FieldValues({**found, **known})

    def _differs(self, kind: ItemKind, key: str, owner: str, row: Row, said: str) -> None:
        where = f"left out: the rows of one {kind} differ, and the first counts"
        self._note(f"{key} of {owner} on line {row.line}: {said}", where, kept=False)

    def _closed(self, domain: _OpenDomain, standard: str) -> Domain:
        title = domain.title or (standard if domain.id == ALL else domain.id)
        if not domain.title:
            self._note(f"the title of the domain {domain.id}", f"is {title!r}, since the table has none", kept=True)
        return Domain(
            id=domain.id,
            slug=domain.slug or slug_of(title, domain.id),
            title=title,
            label=domain.label or domain.id,
            summary=domain.summary or None,
            assessed_in=domain.assessed_in,
            criteria=tuple(domain.criteria),
            more=domain.more,
            origin=Origin(self._path, domain.line),
        )

    def _references(self, row: Row) -> Iterator[Reference]:
        if self._mapping.is_own:
            for fields in rows_parted(self._values.cell(row, "references")):
                framework, version, identifier, url = (*fields, None, None, None, None)[:4]
                if framework and identifier:
                    yield Reference(framework, identifier, version, url)
                else:
                    self._problem(
                        row, "a line of references names no framework or no id; write FRAMEWORK | VERSION | ID"
                    )
            return
        for it in self._mapping.references:
            separator = it.separator or self._mapping.separator
            for identifier in self._values.cell(row, it.column).replace("\n", separator).split(separator):
                if identifier.strip():
                    yield Reference(it.framework, " ".join(identifier.split()), it.version)

    def _columns_without_place(self) -> None:
        mapping = self._mapping
        used = {*mapping.columns.values(), *(row.column for row in mapping.references), *mapping.left_out}
        if mapping.is_own:
            used |= {*_MADE_ANEW, "references"}
        for column in dict.fromkeys(self._table.columns):
            filled = [row for row in self._table.rows if row.cells[column].strip()]
            if column not in used and filled:
                example = " ".join(filled[0].cells[column].split())
                what = f"the column {column!r}, filled in {len(filled):,} rows, such as {example[:80]!r}"
                self._note(what, "left out, since nothing says what it holds", kept=False)

    def _note(self, what: str, where: str, *, kept: bool, count: int = 1) -> None:
        self._placements.append(Placement(what, where, kept, count))

    def _problem(self, row: Row, message: str) -> None:
        self._problems.append(Problem(self._path, row.line, message))
