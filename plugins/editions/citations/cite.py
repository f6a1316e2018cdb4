"""One door to every style and format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from editions.citations.bibtex_writing import bibtex
from editions.citations.cff import cff
from editions.citations.cited_work import CitedWork
from editions.citations.csl import csl_json
from editions.citations.html import to_html, to_plain
from editions.citations.inline_nodes import to_nodes
from editions.citations.ris import ris
from editions.citations.styles import Apa, Chicago, CitationStyle, Harvard, Ieee, Mla, Short, Vancouver
from editions.citations.work import WorkRecord
from editions.model.date import PartialDate
from editions.text.inline_tree import Inline
from editions.words.messages import message


class UnknownForm(ValueError):
    """A style or format that does not exist, or that a work cannot have."""


@dataclass(frozen=True)
class Style:
    """A citation style.

    Attributes:
        name: Its name on the command line.
        label: Its name for people.
        style: The pybtex style.
    """

    name: str
    label: str
    style: CitationStyle


@dataclass(frozen=True)
class Format:
    """A file format.

    Attributes:
        name: Its name on the command line.
        label: Its name for people.
        suffix: How file names end.
        media_type: Its media type.
        write: Makes the text of the file.
        whole_standards_only: Whether only a standard or an edition can be written in it.
    """

    name: str
    label: str
    suffix: str
    media_type: str
    write: Callable[[CitedWork], str]
    whole_standards_only: bool = False

    def suits(self, work: WorkRecord | CitedWork) -> bool:
        """Whether a work can be written in this format.

        Returns:
            ``True`` unless the format is for whole standards and the work is not one.
        """
        cited = work.reference if isinstance(work, WorkRecord) else work
        return cited.type == "standard" or not self.whole_standards_only


STYLES: tuple[Style, ...] = (
    Style("apa", "APA 7", Apa()),
    Style("ieee", "IEEE", Ieee()),
    Style("chicago", "Chicago 18 (author-date)", Chicago()),
    Style("mla", "MLA 9", Mla()),
    Style("harvard", "Harvard (Cite Them Right)", Harvard()),
    Style("vancouver", "Vancouver (ICMJE)", Vancouver()),
    Style("short", message("Short form"), Short()),
)


def _every_style(cited: CitedWork) -> str:
    blocks = (f"{style.label}\n{to_plain(style.style.compose(cited))}\n" for style in STYLES)
    return "\n".join(blocks)


FORMATS: tuple[Format, ...] = (
    Format("bibtex", "BibTeX", ".bib", "application/x-bibtex", bibtex),
    Format("biblatex", "BibLaTeX", ".biblatex.bib", "application/x-bibtex", partial(bibtex, dialect="biblatex")),
    Format("ris", "RIS", ".ris", "application/x-research-info-systems", ris),
    Format("csl", "CSL-JSON", ".csl.json", "application/vnd.citationstyles.csl+json", csl_json),
    Format("text", message("Plain text"), ".txt", "text/plain", _every_style),
    Format("cff", "CITATION.cff", ".cff", "application/yaml", cff, whole_standards_only=True),
)
_STYLES = {style.name: style for style in STYLES}
_FORMATS = {form.name: form for form in FORMATS}


def cite(
    work: WorkRecord | CitedWork,
    form: str,
    *,
    html: bool = False,
    accessed: PartialDate | None = None,
    standing: bool = False,
) -> str:
    """Cite a work.

    Args:
        work: A work of our own, or a reference from a bibliography.
        form: Name of a style in :data:`STYLES` or of a format in :data:`FORMATS`.
        html: Whether a style gives HTML; formats have one form only.
        accessed: The day on which the address was read, for styles that print it.
        standing: Cite all versions of a work at its standing address, instead of exactly this one.

    Returns:
        The citation: one line for a style, the text of a file for a format.

    Raises:
        UnknownForm: If there is no such style or format.
        ValueError: If ``standing`` is asked of something without a standing address.
    """
    reference = _reference(work, accessed, standing=standing)
    if form in _STYLES:
        text = _STYLES[form].style.compose(reference)
        return to_html(text) if html else to_plain(text)
    if form in _FORMATS:
        if not _FORMATS[form].suits(reference):
            raise UnknownForm(f"{form!r} is for standards and editions only; {reference.key!r} is neither")
        return _FORMATS[form].write(reference)
    known = ", ".join([*_STYLES, *_FORMATS])
    raise UnknownForm(f"{form!r} is neither a style nor a format; choose one of {known}")


def cite_nodes(work: WorkRecord | CitedWork, style: str) -> tuple[Inline, ...]:
    """Cite a work in one of the :data:`STYLES`, as the inline nodes of a text."""
    return to_nodes(_STYLES[style].style.compose(_reference(work, None, standing=False)))


def _reference(work: WorkRecord | CitedWork, accessed: PartialDate | None, *, standing: bool) -> CitedWork:
    if isinstance(work, CitedWork):
        if standing:
            raise ValueError(f"{work.key!r} is not a work of this site and has no standing address")
        reference = work
    else:
        reference = (work.standing if standing else work).reference
    return replace(reference, accessed=accessed) if accessed else reference
