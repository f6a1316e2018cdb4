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
from editions.pages.document import Document
from editions.pages.notices import notice_kinds, notices_html
from editions.pages.page_works import PageWork, PageWorks
from editions.pages.parts import Line, PageHeading, Widget
from editions.pages.sentences import fill, sentence, site_link, strong
from editions.pages.top_page import top_page
from editions.text.inline_tree import Inline
from editions.text.tree import Block, CodeBlock, Paragraph
from editions.words.phrasebook import Phrasebook, phrasebook


def licence_page(publication: Publication, works: PageWorks, document: Document | None) -> Document:
    """Add the notices to the page on the licence.

    Args:
        document: The page on the licence, if the project has one.
    """
    page = document or _page(publication)
    whole = [work for work in works.all() if not work.draft and work.record.kind in ("edition", "article")]
    words = phrasebook(publication.language)
    heading = PageHeading(2, sentence(words.text("Notices to paste")), "all-notices", unsearched=True)
    lead = words.text(
        "One for each edition and each article. Each page of the standard and of the insights ends with the notice for "
        "exactly what it shows. In a notice for an adaptation, write what you changed in place of the brackets."
    )
    notices = (_work(publication, work, words) for work in whole)
    return replace(page, depends=None, parts=(*page.parts, heading, Line(sentence(lead)), *notices))


def _work(publication: Publication, work: PageWork, words: Phrasebook) -> Widget:
    record = work.record
    notice = notice_of(publication, record, work.licence, work.adapted_from)
    title = words.text("{title}, version {version}", title=record.title, version=record.version or "")
    title += f", {words.date(record.date)}" if record.date else ""
    body = f"<summary>{escape(title)}</summary>{notices_html(notice, words)}"
    id_ = f"notice:{record.key}"
    html = f'<details class="notices" id="{escape(id_)}">{body}</details>'
    return Widget(html, (Paragraph(sentence(strong(title))), *_said(notice, words)), (id_,))


def _said(notice: Notice, words: Phrasebook) -> Iterator[Block]:
    """A work's notices as blocks."""
    for title, adapted in notice_kinds(notice, words):
        yield Paragraph(sentence(title))
        for form in paste_forms(notice, words, adapted=adapted):
            yield Paragraph(sentence(form.label))
            yield CodeBlock(f"{form.text}\n")


def _page(publication: Publication) -> Document:
    words = phrasebook(publication.language)
    title, named = publication.standard.current.title, words.text("Licence")
    summary = words.text(
        "Under which licence {title} is published, and the attribution that goes with it.", title=title
    )
    said = fill(
        words.text("{title} is published under {licences}."), title=title, licences=_licences(publication, words)
    )
    return top_page("license", LICENSE, named, summary, (Line(said),), words)


def _licences(publication: Publication, words: Phrasebook) -> tuple[Inline, ...]:
    licences = dict.fromkeys((it.licence.name, it.licence.url) for it in publication.standard.editions)
    places = words.join(f"{{{number}}}" for number in range(len(licences)))
    return fill(places, **{str(number): site_link(name, url) for number, (name, url) in enumerate(licences)})
