"""Small editions built in code, and strategies that draw them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from editions.model import (
    Agent,
    Criterion,
    Domain,
    Edition,
    Licence,
    Lineage,
    LineageRow,
    PartialDate,
    Publisher,
    Standard,
    Version,
)
from editions.text.parsing import parse

Row = tuple[Sequence[str], Sequence[str]] | tuple[Sequence[str], Sequence[str], str]


def criterion(item: str, text: str | Mapping[str, Any]) -> Criterion:
    """A criterion from its text, or from its fields."""
    fields = {"text": text} if isinstance(text, str) else dict(text)
    return Criterion(item, **{**fields, "text": parse(fields["text"])})


def domain(item: str, criteria: Sequence[str] | Mapping[str, str | Mapping[str, Any]], **fields: Any) -> Domain:
    """A domain; a list of texts gets the ids ``D01.1``, ``D01.2`` …, a mapping names its own."""
    named = criteria if isinstance(criteria, Mapping) else {f"{item}.{n}": t for n, t in enumerate(criteria, 1)}
    fields = {"title": f"Title of {item}", "slug": item.lower(), "label": item, "guidance": "", **fields}
    fields["guidance"] = parse(fields["guidance"])
    return Domain(id=item, criteria=tuple(criterion(key, text) for key, text in named.items()), **fields)


def edition(
    version: str,
    domains: Mapping[str, Any] | Sequence[Domain],
    lineage: Lineage | None = None,
    **fields: Any,
) -> Edition:
    """An edition: ``edition("1.0", {"D01": ["A text.", "Another."]})``, or with domains made by ``domain``."""
    made = (
        [domain(item, criteria) for item, criteria in domains.items()]
        if isinstance(domains, Mapping)
        else list(domains)
    )
    values: dict[str, Any] = {
        "title": "Example Standard",
        "abbreviation": "EX",
        "version": Version.parse(version),
        "status": "released",
        "date": PartialDate.parse("2026-01"),
        "authors": (Agent("Example Body"),),
        "publisher": Publisher("Example Body"),
        "licence": Licence.of("CC-BY-4.0"),
        "url": "https://example.org/standard",
        "summary": "A standard made for tests.",
        "prose": "",
        "lineage": lineage,
    }
    both = {**values, **fields}
    return Edition(domains=tuple(made), **{**both, "prose": parse(both["prose"])})


def lineage(
    origin: str,
    *,
    domains: Sequence[Row] = (),
    criteria: Sequence[Row] = (),
    identity: str = "ids",
    note: str | None = None,
) -> Lineage:
    """A lineage: rows are ``(["D01"], ["D02"])``, with a note as a third part."""
    return Lineage(
        Version.parse(origin),
        identity,  # type: ignore[arg-type]
        tuple(_row(row) for row in domains),
        tuple(_row(row) for row in criteria),
        note,
    )


def standard(*editions: Edition) -> Standard:
    """A standard of releases and perhaps, at the end, a draft."""
    *releases, last = editions
    if last.status == "draft":
        return Standard(tuple(releases), last)
    return Standard(editions)


def _row(row: Row) -> LineageRow:
    old, new, *note = row
    return LineageRow(tuple(old), tuple(new), str(note[0]) if note else None)


WORDS = re.split(
    " ",
    "the system must not log all any data before use within 24 hours personal organisation organization and or , . "
    "**bold** [link](https://example.org/a) `code` should may 5 % days model\n\n output – café 数据",
)

texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)


@st.composite
def editions(draw: st.DrawFn, version: str = "1.0", max_domains: int = 4, max_criteria: int = 3) -> Edition:
    """Editions with any ids, texts, titles, sections, levels and guidance."""
    numbers = draw(st.lists(st.integers(1, 6), min_size=1, max_size=max_domains, unique=True))
    pool = draw(st.permutations(range(1, 13)))
    made = []
    for number in numbers:
        count = draw(st.integers(1, max_criteria))
        ids, pool = pool[:count], pool[count:]
        criteria = {
            f"C{n}": {
                "text": draw(texts),
                "title": draw(st.sampled_from((None, "One", "Two"))),
                "section": draw(st.sampled_from((None, "First", "Second"))),
                "level": draw(st.sampled_from((None, "L1", "L2"))),
            }
            for n in ids
        }
        guidance = draw(st.sampled_from(("", "Some words.", "Opening.\n\n## Why\n\nReasons.", "## How\n\nSteps.")))
        made.append(domain(f"D{number}", criteria, summary=draw(texts), guidance=guidance))
    prose = draw(
        st.sampled_from(("", "Text.", "## Use\n\nMust be used.\n\n## Scope\n\nAll.", "## Scope\n\nAll of it."))
    )
    return edition(version, made, prose=prose)


@st.composite
def rows_between(draw: st.DrawFn, old: Sequence[str], new: Sequence[str]) -> list[Row]:
    """Lineage rows between ids, any shape."""
    pairs = draw(st.lists(st.tuples(st.sampled_from(old), st.sampled_from(new)), max_size=6, unique=True))
    return [([a], [b]) for a, b in pairs]
