"""The page ``/license/``: the explanation that is written by hand, and after it notices to paste for each work."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from html import escape

from editions.attribution.forms import paste_forms
from editions.attribution.notice import notice_of
from editions.attribution.parts import Notice
from editions.model import Publication
from editions.model.addresses import LICENSE
from editions.pages.document import Chrome, Document, Link
from editions.pages.inserts import insert_name
from editions.pages.markdown_text import document_path, plain
from editions.pages.page_works import PageWork, PageWorks

_TEXT = """\
## Notices to paste {{ #all-notices data-search-exclude }}

One for each edition and each article. Each page of the standard and of the insights ends with the notice for exactly
what it shows. In a notice for an adaptation, write what you changed in place of the brackets.

<div data-insert="{mark}"></div>
"""


def licence_page(publication: Publication, works: PageWorks, document: Document | None) -> Document:
    """Add the notices to the page on the licence.

    Args:
        publication: What is published.
        works: Its works.
        document: The page on the licence, if the project has one.

    Returns:
        The page.
    """
    page = document or _page(publication)
    mark = insert_name("notices", page.markdown)
    whole = [work for work in works.all() if not work.draft and work.record.kind in ("edition", "article")]
    return replace(
        page,
        markdown=f"{page.markdown.rstrip()}\n\n{_TEXT.format(mark=mark)}",
        inserts={**page.inserts, mark: "".join(_work(publication, work) for work in whole)},
    )


def notices_html(notice: Notice) -> str:
    """A work's notices, ready to paste.

    Args:
        notice: The work's notice.

    Returns:
        HTML: for reuse as is and for adaptations, each as plain text, HTML and Markdown.
    """
    groups = [_group("Reuse without changes", notice, adapted=False)]
    if notice.allows_adaptations:
        groups.append(_group("Adaptation", notice, adapted=True))
    return "".join(groups)


def _group(title: str, notice: Notice, *, adapted: bool) -> str:
    forms = "".join(_form(f"{title}, {it.label}", it.label, it.text) for it in paste_forms(notice, adapted=adapted))
    return f'<div class="notices-for"><p class="notices-title">{title}</p>{forms}</div>'


def _form(name: str, label: str, text: str) -> str:
    return (
        f'<p class="notice-label">{label}</p>'
        f'<pre class="notice-text" data-copy="{escape(name)}"><code>{escape(text)}</code></pre>'
    )


def _work(publication: Publication, work: PageWork) -> str:
    record = work.record
    notice = notice_of(publication, record, work.licence, work.adapted_from)
    dated = f", {record.date.words}" if record.date else ""
    title = f"{escape(record.title)}, version {escape(record.version or '')}{dated}"
    body = f"<summary>{title}</summary>{notices_html(notice)}"
    return f'<details class="notices" id="notice:{escape(record.key)}">{body}</details>'


def _page(publication: Publication) -> Document:
    licences = _licences(publication)
    title = publication.standard.current.title
    return Document(
        kind="page",
        path=document_path(LICENSE),
        address=LICENSE,
        title="Licence",
        head_title="Licence",
        summary=f"Under which licence {title} is published, and the attribution that goes with it.",
        markdown=f"# Licence\n\n{plain(title)} is published under {licences}.\n",
        canonical=LICENSE,
        chrome=Chrome(breadcrumbs=(Link("Home", "/"),)),
    )


def _licences(publication: Publication) -> str:
    names: Iterable[str] = dict.fromkeys(
        f"[{plain(edition.licence.name)}](<{edition.licence.url}>)" for edition in publication.standard.editions
    )
    return " and ".join(names)
