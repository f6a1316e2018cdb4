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
from editions.pages.document import Chrome, Document, Link
from editions.pages.page_paths import document_path, relative_address
from editions.pages.page_works import PageWork, PageWorks
from editions.pages.parts import Line, PageHeading, Widget
from editions.pages.sentences import code, joined, sentence, site_link
from editions.text.inline_tree import Inline
from editions.text.tree import Block, Heading, List, ListItem, Paragraph

# A list of more criteria than this names their keys alone; their pages have the files.
_MOST_WITH_FILES = 200


def citations_page(publication: Publication, works: PageWorks, document: Document | None) -> Document:
    """Add the list of works to the citation guidance.

    Args:
        document: The guidance, if the project has any.
    """
    cited = [work for work in works.all() if not work.draft]
    page = document or _page(publication)
    lead = Line(
        sentence(
            f"{len(cited) + 1:,} works can be cited. The key of each names it in a bibliography, in a text as ",
            code("[@key]"),
            ", and in the names of its files.",
        )
    )
    listed = Widget(_list(works.standard, cited), tuple(_said(works.standard, cited)))
    heading = PageHeading(2, sentence("Every work"), "all-works", unsearched=True)
    return replace(page, depends=None, parts=(*page.parts, heading, lead, listed))


def _page(publication: Publication) -> Document:
    title = publication.standard.current.title
    summary = f"How to cite {title}: every work with its key, its permanent address and its citation as a file."
    return Document(
        kind="citations",
        path=document_path(CITATIONS),
        address=CITATIONS,
        title="Citations",
        head_title="Citations",
        summary=summary,
        lead=(PageHeading(1, sentence("Citations")),),
        parts=(Line(sentence("Each page of the standard and each article ends with its citations.")),),
        canonical=CITATIONS,
        chrome=Chrome(breadcrumbs=(Link("Home", "/"),)),
    )


def _said(standard: WorkRecord, works: Sequence[PageWork]) -> Iterator[Block]:
    """The list as blocks: the works of an edition in one list."""
    with_files = _with_files(works)
    yield Heading(3, sentence("The standard as a whole"))
    yield Paragraph(sentence(f"{standard.title}, all editions"))
    yield List((_item(standard, edition_address(None)),))
    for version, group in groupby(works, _version):
        members = list(group)
        yield Heading(3, sentence(_name(version, members[0]) if version else "Articles"))
        yield List(
            tuple(
                _item(work.record, work.address, files=with_files or work.record.kind != "criterion")
                for work in members
            )
        )


def _item(record: WorkRecord, address: str, *, files: bool = True) -> ListItem:
    links: list[Inline] = [site_link(it.label, it.address) for it in (downloads(record) if files else ())]
    more = sentence(": ", *joined(links)) if links else ()
    return ListItem((Paragraph(sentence(code(record.key), " ", site_link(record.title, address), *more)),))


def _with_files(works: Sequence[PageWork]) -> bool:
    return sum(1 for work in works if work.record.kind == "criterion") <= _MOST_WITH_FILES


def _name(version: str, edition: PageWork) -> str:
    return f"Edition {version}" + (f", {edition.record.date.words}" if edition.record.date else "")


def _list(standard: WorkRecord, works: Sequence[PageWork]) -> str:
    with_files = _with_files(works)
    whole = f"<p>{escape(standard.title)}, all editions</p><ul>{_row(standard, edition_address(None))}</ul>"
    parts = [f"<h3>The standard as a whole</h3>{whole}"]
    for version, group in groupby(works, _version):
        members = list(group)
        if version:
            parts.append(_edition(version, members, with_files))
        else:
            rows = "".join(_row(work.record, work.address) for work in members)
            parts.append(f"<h3>Articles</h3><ul>{rows}</ul>")
    return f'<div class="works" data-search-exclude>{"".join(parts)}</div>'


def _version(work: PageWork) -> str:
    record = work.record
    return "" if record.kind == "article" else (record.container or record).version or ""


def _edition(version: str, works: Sequence[PageWork], with_files: bool) -> str:
    edition = works[0]
    parts = [f"<h3>{escape(_name(version, edition))}</h3><ul>{_row(edition.record, edition.address)}</ul>"]
    domain: PageWork | None = None
    criteria: list[PageWork] = []

    def close() -> None:
        if domain is not None:
            rows = "".join(_row(work.record, work.address, files=with_files) for work in criteria)
            title = f"{escape(domain.code)} {escape(domain.record.title)}"
            parts.append(
                f"<details><summary>{title}</summary><ul>{_row(domain.record, domain.address)}{rows}</ul></details>"
            )

    for work in works[1:]:
        if work.record.kind == "domain":
            close()
            domain, criteria = work, []
        else:
            criteria.append(work)
    close()
    return "".join(parts)


def _row(record: WorkRecord, address: str, *, files: bool = True) -> str:
    page = relative_address(address, CITATIONS)
    links = ", ".join(
        f'<a href="{escape(file.address.removeprefix(CITATIONS))}" type="{file.media_type}" download>'
        f'{escape(file.label)}<span class="cite-of"> of {escape(record.key)}</span></a>'
        for file in (downloads(record) if files else ())
    )
    shown = f'<span class="work-files">{links}</span>' if links else ""
    return f'<li><code>{escape(record.key)}</code> <a href="{escape(page)}">{escape(record.title)}</a>{shown}</li>'
