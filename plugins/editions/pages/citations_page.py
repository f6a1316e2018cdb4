"""The page ``/citations/``: the guidance that is written by hand, and after it every work with its key and files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from itertools import groupby

from editions.citations.work import WorkRecord
from editions.model import Publication
from editions.model.addresses import CITATIONS, edition_address
from editions.pages.citation_panel import downloads
from editions.pages.document import Chrome, Document, Link
from editions.pages.inserts import insert_name
from editions.pages.markdown_text import document_path, relative_address
from editions.pages.page_works import PageWork, PageWorks

# A list of more criteria than this names their keys alone; their pages have the files.
_MOST_WITH_FILES = 200
_TEXT = """\
## Every work {{ #all-works data-search-exclude }}

{count} works can be cited. The key of each names it in a bibliography, in a text as `[@key]`, and in the names of its
files.

<div data-insert="{mark}"></div>
"""


def citations_page(publication: Publication, works: PageWorks, document: Document | None) -> Document:
    """Add the list of works to the citation guidance.

    Args:
        publication: What is published.
        works: Its works.
        document: The guidance, if the project has any.

    Returns:
        The page.
    """
    cited = [work for work in works.all() if not work.draft]
    page = document or _page(publication)
    mark = insert_name("works", page.markdown)
    text = _TEXT.format(count=f"{len(cited) + 1:,}", mark=mark)
    return replace(
        page,
        markdown=f"{page.markdown.rstrip()}\n\n{text}",
        inserts={**page.inserts, mark: _list(works.standard, cited)},
    )


def _page(publication: Publication) -> Document:
    title = publication.standard.current.title
    summary = f"How to cite {title}: every work with its key, its permanent address and its citation as a file."
    return Document(
        kind="page",
        path=document_path(CITATIONS),
        address=CITATIONS,
        title="Citations",
        head_title="Citations",
        summary=summary,
        markdown="# Citations\n\nEach page of the standard and each article ends with its citations.\n",
        canonical=CITATIONS,
        chrome=Chrome(breadcrumbs=(Link("Home", "/"),)),
    )


def _list(standard: WorkRecord, works: Sequence[PageWork]) -> str:
    with_files = sum(1 for work in works if work.record.kind == "criterion") <= _MOST_WITH_FILES
    whole = f"<p>{escape(standard.title)}, all editions</p><ul>{_row(standard, edition_address(None))}</ul>"
    parts = [f"<h3>The standard as a whole</h3>{whole}"]
    for version, group in groupby(works, lambda work: _version(work)):
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
    name = f"Edition {escape(version)}" + (f", {edition.record.date.words}" if edition.record.date else "")
    parts = [f"<h3>{name}</h3><ul>{_row(edition.record, edition.address)}</ul>"]
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
