"""Works that texts cite: each key leads to a work, and the bibliography can be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from rapidfuzz import fuzz, process

from editions.citations.known_works import REFERENCES, read_references
from editions.citations.work import work_key
from editions.model.portable_names import reserved_for
from editions.source.front_matter import Record
from editions.source.problem import Problem
from editions.source.project import ProjectRecords
from editions.source.yaml_tree import Pointer
from editions.text.dialect import is_citable_key
from editions.text.inline_tree import Citation
from editions.text.links import citations
from editions.validation.project_texts import WrittenText, project_editions


def cited_key_problems(project: ProjectRecords, texts: Iterable[WrittenText]) -> Iterator[Problem]:
    """Check every citation of every text, and the bibliography.

    Yields:
        A problem for everything that is wrong with ``citations/references.bib``, for each key of it that no text can
        cite or that one of the project's own works has, for each two works that would have the same key, for each
        citation that cannot be read and for each key that no work has.
    """
    written = (project.references.text if project.references else None) or ""
    bibliography = read_references(written)
    yield from bibliography.problems
    ours = _OwnKeys(project)
    yield from ours.problems
    own = set(ours.keys)
    for key in bibliography.by_key:
        if key in own:
            message = f"{key!r} is the key of a work of this project; give this entry another key"
            yield Problem(REFERENCES, _line_of_entry(written, key), message)
        elif not is_citable_key(key):
            message = (
                f"{key!r} can't be cited in a text; make its key of letters and digits, with one of . : - _ / + between"
            )
            yield Problem(REFERENCES, _line_of_entry(written, key), message)
        elif (owner := reserved_for(key)) is not None:
            message = f"{key!r} is the name of {owner}, so no file can be named after it; give this entry another key"
            yield Problem(REFERENCES, _line_of_entry(written, key), message)
    known = dict.fromkeys(sorted(own | set(bibliography.by_key) | _written_keys(written)))
    for text in texts:
        for citation in citations(text.text):
            for message in _messages(citation, known):
                yield text.problem(citation.line, message, citation.written)


def _messages(citation: Citation, known: dict[str, None]) -> Iterator[str]:
    written = citation.written if len(citation.written) <= 80 else f"{citation.written[:79]}…"
    if not citation.items:
        yield f"{written} is not a citation; write [@key] or [@key, p. 3; @other], or \\[ to show the bracket"
    for item in citation.items:
        if item.key not in known:
            near: tuple[str, float, Any] | None = process.extractOne(
                item.key, list(known), scorer=fuzz.ratio, score_cutoff=75
            )
            hint = f"write {near[0]!r}, or add" if near else "run `editions works` for the keys of our works, or add"
            yield f"no work has the key {item.key!r}; {hint} an entry to {REFERENCES}"


def _line_of_entry(text: str, key: str) -> int:
    match = re.search(rf"@\s*\w+\s*[{{(]\s*{re.escape(key)}\s*,", text)
    return text.count("\n", 0, match.start()) + 1 if match else 1


def _written_keys(text: str) -> set[str]:
    """Keys of entries that have problems of their own: citing those is no further one."""
    return set(re.findall(r"@\s*\w+\s*[{(]\s*([^\s,{}()]+)\s*,", text))


class _OwnKeys:
    """Keys of the standard, the released editions with their items, and the released versions of articles."""

    def __init__(self, project: ProjectRecords) -> None:
        self.keys: dict[str, tuple[str, int]] = {}
        self.problems: list[Problem] = []
        for edition in project_editions(project):
            self._add(edition.index, (), edition.stated("abbreviation"), again=True)
        for version, edition in project.releases.items():
            abbreviation = edition.stated("abbreviation")
            self._add(edition.index, (), abbreviation, version)
            for record in edition.domains:
                self._add(record, ("id",), abbreviation, version, record.value("id"))
                for place, criterion in record.entries("criteria"):
                    item = criterion.get("id") if isinstance(criterion, dict) else None
                    self._add(record, (*place, "id"), abbreviation, version, item)
        for article in project.articles.values():
            for version, record in article.releases.items():
                self._add(record, (), article.slug, version)

    def _add(self, record: Record | None, pointer: Pointer, *parts: Any, again: bool = False) -> None:
        if record is None or not all(isinstance(part, str) for part in parts):
            return
        try:
            key = work_key(*parts)
        except ValueError:
            return  # an id that makes no key is a problem of its own
        place = (record.path, record.line(*pointer))
        other = self.keys.setdefault(key, place)
        if other != place and not again:
            message = f"would be cited by the key {key!r}, as {other[0]}:{other[1]} is; give one of the two another id"
            self.problems.append(Problem(*place, message))
