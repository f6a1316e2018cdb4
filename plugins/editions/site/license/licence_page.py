"""The page ``/license/``: the explanation that is written by hand, and after it notices to paste for each work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape

from editions.attribution.forms import paste_forms
from editions.attribution.notice import notice_of
from editions.attribution.parts import Notice
from editions.model import Publication
from editions.model.addresses import LICENSE
from editions.pages.document import Chrome, Document, Link
from editions.pages.notices import notice_kinds, notices_html
from editions.pages.page_paths import document_path
from editions.pages.page_works import PageWork, PageWorks
from editions.pages.parts import Line, PageHeading, Widget
from editions.pages.sentences import joined, sentence, site_link, strong
from editions.text.inline_tree import Inline
from editions.text.tree import Block, CodeBlock, Paragraph

_LEAD = (
    "One for each edition and each article. Each page of the standard and of the insights ends with the notice for "
    "exactly what it shows. In a notice for an adaptation, write what you changed in place of the brackets."
)


def licence_page(publication: Publication, works: PageWorks, document: Document | None) -> Document:
    """Add the notices to the page on the licence.

    Args:
        document: The page on the licence, if the project has one.
    """
    page = document or _page(publication)
    whole = [work for work in works.all() if not work.draft and work.record.kind in ("edition", "article")]
    heading = PageHeading(2, sentence("Notices to paste"), "all-notices", unsearched=True)
    notices = (_work(publication, work) for work in whole)
    return replace(page, depends=None, parts=(*page.parts, heading, Line(sentence(_LEAD)), *notices))


def _work(publication: Publication, work: PageWork) -> Widget:
    record = work.record
    notice = notice_of(publication, record, work.licence, work.adapted_from)
    dated = f", {record.date.words}" if record.date else ""
    title = f"{record.title}, version {record.version or ''}{dated}"
    body = f"<summary>{escape(title)}</summary>{notices_html(notice)}"
    id_ = f"notice:{record.key}"
    html = f'<details class="notices" id="{escape(id_)}">{body}</details>'
    return Widget(html, (Paragraph(sentence(strong(title))), *_said(notice)), (id_,))


def _said(notice: Notice) -> Iterator[Block]:
    """A work's notices as blocks."""
    for title, adapted in notice_kinds(notice):
        yield Paragraph(sentence(title))
        for form in paste_forms(notice, adapted=adapted):
            yield Paragraph(sentence(form.label))
            yield CodeBlock(f"{form.text}\n")


def _page(publication: Publication) -> Document:
    licences = _licences(publication)
    title = publication.standard.current.title
    return Document(
        kind="license",
        path=document_path(LICENSE),
        address=LICENSE,
        title="Licence",
        head_title="Licence",
        summary=f"Under which licence {title} is published, and the attribution that goes with it.",
        lead=(PageHeading(1, sentence("Licence")),),
        parts=(Line(sentence(f"{title} is published under ", *licences, ".")),),
        canonical=LICENSE,
        chrome=Chrome(breadcrumbs=(Link("Home", "/"),)),
    )


def _licences(publication: Publication) -> tuple[Inline, ...]:
    licences = dict.fromkeys((it.licence.name, it.licence.url) for it in publication.standard.editions)
    return joined((site_link(name, url) for name, url in licences), " and ")
