"""A work in all styles and files at once, quickly enough for thousands of works that differ in little."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from editions.citations.cff import cff
from editions.citations.cite import FORMATS, STYLES, Format, Style
from editions.citations.cited_work import CitedWork
from editions.citations.html import to_html, to_plain
from editions.citations.stand_in import filled, stand_in
from editions.citations.work import WorkRecord
from editions.model.date import PartialDate

# A day that no work is read on, with a month whose forms differ from style to style.
_SOME_DAY = PartialDate(9876, 9, 28)
_PARTS_OF_A_DAY = re.compile(r"28|9876|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?")
_PROBE = CitedWork(key="probe", type="online", title="Probe", url="https://example.org/")


@dataclass(frozen=True)
class StyledCitation:
    """A work in one style.

    Attributes:
        name: The style's name on the command line.
        label: Its name for people.
        plain: The citation as text.
        html: The citation as inline HTML.
        before: The part of ``html`` before the place of the day of reading; all of it if the style wants none.
        undated: The text that stands in that place as long as no day is stated, often none.
        dated: What stands there instead with a day: text with ``{day}``, ``{month}`` and ``{year}``.
        months: The twelve forms of ``{month}``.
    """

    name: str
    label: str
    plain: str
    html: str
    before: str
    undated: str = ""
    dated: str = ""
    months: tuple[str, ...] = ()

    @property
    def after(self) -> str:
        """The part of ``html`` after that place."""
        return self.html[len(self.before) + len(self.undated) :]


@dataclass(frozen=True)
class CitationFile:
    """A work in one file format.

    Attributes:
        name: The file's name: the work's key and the format's suffix.
        content: Its text.
    """

    name: str
    content: str


class AllForms:
    """Sets works in all styles and formats; what works of the same kind and container share is set once."""

    def __init__(self, repository: str | None = None) -> None:
        """Begin with nothing set.

        Args:
            repository: Address of the repository of the sources, for ``CITATION.cff``.
        """
        self._repository = repository
        self._styled: dict[tuple[object, ...], tuple[StyledCitation, ...]] = {}
        self._files: dict[tuple[object, ...], tuple[CitationFile, ...]] = {}

    def styled(self, record: WorkRecord) -> tuple[StyledCitation, ...]:
        """A work in every style.

        Returns:
            Its citations in the order of :data:`~editions.citations.cite.STYLES`.
        """
        similar = stand_in(record)
        if similar is None:
            return _every_style(record.reference)
        if similar.shape not in self._styled:
            self._styled[similar.shape] = _every_style(similar.record.reference)
        return tuple(_filled(it, record) for it in self._styled[similar.shape])

    def files(self, record: WorkRecord, styled: tuple[StyledCitation, ...]) -> tuple[CitationFile, ...]:
        """A work in every format that its page offers.

        Returns:
            Files: BibTeX, RIS, CSL-JSON and plain text; for editions and articles BibLaTeX as well, and CITATION.cff
            for whole standards.
        """
        text = "\n".join(f"{it.label}\n{it.plain}\n" for it in styled)
        similar = stand_in(record)
        if similar is None:
            return (*_written(record, self._repository), CitationFile(record.key + _TEXT.suffix, text))
        if similar.shape not in self._files:
            self._files[similar.shape] = tuple(_written(similar.record, self._repository))
        return (
            *(
                CitationFile(
                    filled(it.name, record), filled(it.content, record, _ABSTRACTS.get(it.name.split(".", 1)[1]))
                )
                for it in self._files[similar.shape]
            ),
            CitationFile(record.key + _TEXT.suffix, text),
        )


def _filled(pattern: StyledCitation, record: WorkRecord) -> StyledCitation:
    return StyledCitation(
        pattern.name,
        pattern.label,
        filled(pattern.plain, record),
        filled(pattern.html, record),
        filled(pattern.before, record),
        pattern.undated,
        pattern.dated,
        pattern.months,
    )


def _written(record: WorkRecord, repository: str | None) -> Iterator[CitationFile]:
    """A work in the formats of files, save plain text."""
    for form in page_formats(record):
        if form.name == "cff":
            yield CitationFile(record.key + form.suffix, cff(record.reference, repository))
        elif form is not _TEXT:
            yield CitationFile(record.key + form.suffix, form.write(record.reference))


def page_formats(record: WorkRecord) -> tuple[Format, ...]:
    """The formats that a work's page offers for download.

    Returns:
        Formats. Of a domain or criterion there is one ``.bib`` file, which BibLaTeX reads as well.
    """
    return _WHOLE if record.kind in ("standard", "edition") else _PART if record.container else _ARTICLE


_TEXT = next(form for form in FORMATS if form.name == "text")
# How a format writes an abstract, by the end of its file names.
_ABSTRACTS: dict[str, Callable[[str], str]] = {
    "ris": str,
    "csl.json": lambda text: json.dumps(text, ensure_ascii=False)[1:-1].replace("</", "<\\/"),
}
_WHOLE = FORMATS
_ARTICLE = tuple(form for form in FORMATS if not form.whole_standards_only)
_PART = tuple(form for form in _ARTICLE if form.name != "biblatex")


def _every_style(reference: CitedWork) -> tuple[StyledCitation, ...]:
    return tuple(_styled(style, reference) for style in STYLES)


def _styled(style: Style, reference: CitedWork) -> StyledCitation:
    text = style.style.compose(reference)
    html = to_html(text)
    citation = StyledCitation(style.name, style.label, to_plain(text), html, html)
    if not style.style.shows_accessed(reference):
        return citation
    read = to_html(style.style.compose(replace(reference, accessed=_SOME_DAY)))
    start = _common(html, read)
    end = _common(html[start:][::-1], read[start:][::-1])
    undated, dated = html[start : len(html) - end], read[start : len(read) - end]
    if any(sign in undated + dated for sign in "<>&") or html.rfind("<", 0, start) > html.rfind(">", 0, start):
        return citation
    return replace(
        citation,
        before=html[:start],
        undated=undated,
        dated=_PARTS_OF_A_DAY.sub(_token, dated),
        months=_months(style),
    )


def _common(one: str, other: str) -> int:
    """How many characters two strings begin with together."""
    return next((place for place, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))  # noqa: B905


def _token(match: re.Match[str]) -> str:
    return {"28": "{day}", "9876": "{year}"}.get(match[0], "{month}")


@cache
def _months(style: Style) -> tuple[str, ...]:
    """The style's names of the months, as it prints them in the day of reading."""
    undated = _PROBE if style.style.wants_accessed else replace(_PROBE, date=None)
    found = []
    for month in range(1, 13):
        text = to_plain(style.style.compose(replace(undated, accessed=PartialDate(9876, month, 28))))
        names = [name for name in _PARTS_OF_A_DAY.findall(text) if name not in ("28", "9876")]
        found.append(names[0] if names else "")
    return tuple(found)
