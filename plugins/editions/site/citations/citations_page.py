"""The page ``/citations/``: the guidance that is written by hand, and after it every work with its key and files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from itertools import groupby

from editions.citations.work import WorkRecord
from editions.model import Publication
from editions.model.addresses import CITATIONS, edition_address
from editions.pages.citation_panel import downloads
from editions.pages.document import Document
from editions.pages.page_paths import relative_address
from editions.pages.page_works import PageWork, PageWorks
from editions.pages.parts import Line, PageHeading, Widget
from editions.pages.sentences import code, fill, joined, sentence, site_link
from editions.pages.top_page import top_page
from editions.text.inline_tree import Inline
from editions.text.tree import Block, Heading, List, ListItem, Paragraph
from editions.words.messages import in_context
from editions.words.phrasebook import Phrasebook, phrasebook

# A list of more criteria than this names their keys alone; their pages have the files.
_MOST_WITH_FILES = 200


def citations_page(publication: Publication, works: PageWorks, document: Document | None) -> Document:
    """Add the list of works to the citation guidance.

    Args:
        document: The guidance, if the project has any.
    """
    cited = [work for work in works.all() if not work.draft]
    page = document or _page(publication)
    words = phrasebook(publication.language)
    lead = words.plural(
        len(cited) + 1,
        "{n} work can be cited. The key of each names it in a bibliography, in a text as {citation}, and in the names "
        "of its files.",
        "{n} works can be cited. The key of each names it in a bibliography, in a text as {citation}, and in the names "
        "of its files.",
    )
    said = Line(fill(lead, n=words.number(len(cited) + 1), citation=code("[@key]")))
    listed = Widget(_list(works.standard, cited, words), tuple(_said(works.standard, cited, words)))
    heading = PageHeading(2, sentence(words.text("Every work")), "all-works", unsearched=True)
    return replace(page, depends=None, parts=(*page.parts, heading, said, listed))


def _page(publication: Publication) -> Document:
    words = phrasebook(publication.language)
    title = words.text("Citations")
    summary = words.text(
        "How to cite {title}: every work with its key, its permanent address and its citation as a file.",
        title=publication.standard.current.title,
    )
    said = words.text("Each page of the standard and each article ends with its citations.")
    return top_page("citations", CITATIONS, title, summary, (Line(sentence(said)),), words)


def _said(standard: WorkRecord, works: Sequence[PageWork], words: Phrasebook) -> Iterator[Block]:
    """The list as blocks: the works of an edition in one list."""
    with_files = _with_files(works)
    yield Heading(3, sentence(words.text("The standard as a whole")))
    yield Paragraph(sentence(words.text("{title}, all editions", title=standard.title)))
    yield List((_item(standard, edition_address(None), words),))
    for version, group in groupby(works, _version):
        members = list(group)
        yield Heading(3, sentence(_name(version, members[0], words) if version else words.text("Articles")))
        yield List(
            tuple(
                _item(work.record, work.address, words, files=with_files or work.record.kind != "criterion")
                for work in members
            )
        )


def _item(record: WorkRecord, address: str, words: Phrasebook, *, files: bool = True) -> ListItem:
    files_of = downloads(record) if files else ()
    links: list[Inline] = [site_link(words.text(it.label), it.address) for it in files_of]
    more = sentence(": ", *joined(links)) if links else ()
    return ListItem((Paragraph(sentence(code(record.key), " ", site_link(record.title, address), *more)),))


def _with_files(works: Sequence[PageWork]) -> bool:
    return sum(1 for work in works if work.record.kind == "criterion") <= _MOST_WITH_FILES


def _name(version: str, edition: PageWork, words: Phrasebook) -> str:
    if edition.record.date is None:
        return words.text("Edition {version}", version=version)
    return words.text("Edition {version}, {date}", version=version, date=words.date(edition.record.date))


def _list(standard: WorkRecord, works: Sequence[PageWork], words: Phrasebook) -> str:
    with_files = _with_files(works)
    every = escape(words.text("{title}, all editions", title=standard.title))
    whole = f"<p>{every}</p><ul>{_row(standard, edition_address(None), words)}</ul>"
    parts = [f"<h3>{escape(words.text('The standard as a whole'))}</h3>{whole}"]
    for version, group in groupby(works, _version):
        members = list(group)
        if version:
            parts.append(_edition(version, members, words, with_files=with_files))
        else:
            rows = "".join(_row(work.record, work.address, words) for work in members)
            parts.append(f"<h3>{escape(words.text('Articles'))}</h3><ul>{rows}</ul>")
    return f'<div class="works" data-search-exclude>{"".join(parts)}</div>'


def _version(work: PageWork) -> str:
    record = work.record
    return "" if record.kind == "article" else (record.container or record).version or ""


def _edition(version: str, works: Sequence[PageWork], words: Phrasebook, *, with_files: bool) -> str:
    edition = works[0]
    parts = [
        f"<h3>{escape(_name(version, edition, words))}</h3><ul>{_row(edition.record, edition.address, words)}</ul>"
    ]
    domain: PageWork | None = None
    criteria: list[PageWork] = []

    def close() -> None:
        if domain is not None:
            rows = "".join(_row(work.record, work.address, words, files=with_files) for work in criteria)
            title = f"{escape(domain.code)} {escape(domain.record.title)}"
            own = _row(domain.record, domain.address, words)
            parts.append(f"<details><summary>{title}</summary><ul>{own}{rows}</ul></details>")

    for work in works[1:]:
        if work.record.kind == "domain":
            close()
            domain, criteria = work, []
        else:
            criteria.append(work)
    close()
    return "".join(parts)


def _row(record: WorkRecord, address: str, words: Phrasebook, *, files: bool = True) -> str:
    page = relative_address(address, CITATIONS)
    of_work = escape(words.text(in_context("after the name of a format", "of {key}"), key=record.key))
    links = ", ".join(
        f'<a href="{escape(file.address.removeprefix(CITATIONS))}" type="{file.media_type}" download>'
        f'{escape(words.text(file.label))}<span class="cite-of"> {of_work}</span></a>'
        for file in (downloads(record) if files else ())
    )
    shown = f'<span class="work-files">{links}</span>' if links else ""
    return f'<li><code>{escape(record.key)}</code> <a href="{escape(page)}">{escape(record.title)}</a>{shown}</li>'
