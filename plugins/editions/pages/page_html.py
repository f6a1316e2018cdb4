"""Pages as HTML: the parts of a page written in order, with anchors that are unique on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from editions.pages.document import Document
from editions.pages.parts import Group, Line, LinkList, PageHeading, Part, TermList, Widget, Written, every_part
from editions.pages.reference_list import cite_with
from editions.pages.sanitised import sanitised
from editions.pages.text_surroundings import PartSurroundings, on_page
from editions.text.html import HtmlWriter
from editions.text.slugs import Anchors, ShownHeading, mark_anchor, note_anchor, slug_of
from editions.text.tree import Heading
from editions.text.walking import reserve_headings, text_blocks, words_of
from editions.words.phrasebook import ENGLISH, Phrasebook

_FRAME = frozenset({"content"})
"""Ids of the frame of every page that a heading could ask for."""


@dataclass(frozen=True)
class PageHtml:
    """A page as HTML.

    Attributes:
        lead: Its title and first words, which stand above its facts.
        body: The rest of it.
        outline: Its headings, in order.
        anchors: Every id on it that has an address.
    """

    lead: str
    body: str
    outline: tuple[ShownHeading, ...]
    anchors: frozenset[str]


def page_html(document: Document, taken: frozenset[str] = frozenset(), words: Phrasebook = ENGLISH) -> PageHtml:
    """Write the parts of a page.

    Args:
        taken: Ids of what else is on it.
        words: The language of the site.

    Returns:
        Its HTML. Each contributor's text was sanitised by itself, though the writer admits nothing that it should not.
    """
    parts = (*document.lead, *document.parts)
    own = _own_anchors(parts) | _FRAME | taken
    outline: list[ShownHeading] = []
    place = on_page(document.address, cite_with(document.references))
    writer = PartWriter(place, page_anchors(document, taken), outline, words=words)
    lead = writer.write(document.lead)
    body = writer.write(document.parts)
    return PageHtml(lead, body, tuple(outline), own - _FRAME | {it.id for it in outline})


def page_anchors(document: Document, taken: frozenset[str] = frozenset()) -> Anchors:
    """The anchors of a page before its headings are written, for whoever writes its parts in order.

    Args:
        taken: Ids of what else is on it.
    """
    parts = (*document.lead, *document.parts)
    return Anchors(_own_anchors(parts) | _FRAME | taken, _stated_anchors(parts))


class PartWriter:
    """Writes parts as HTML."""

    def __init__(
        self,
        surroundings: PartSurroundings,
        anchors: Anchors | None = None,
        outline: list[ShownHeading] | None = None,
        *,
        interactive: bool = True,
        site_url: str = "",
        words: Phrasebook = ENGLISH,
    ) -> None:
        """Prepare.

        Args:
            surroundings: Where links lead and how citations are set.
            anchors: The anchors of the page; those that the engine gives are taken already.
            outline: Takes the headings, which then have a link to themselves.
            interactive: Whether style sheets and scripts of the site are at hand: tables scroll, and widgets are shown
                as they are, not as what they say.
            site_url: Absolute address of the site, where its own images are named by it.
            words: The language of the site.
        """
        self._surroundings = surroundings
        self._words = words
        self._anchors = anchors or Anchors()
        self._outline = outline
        self._interactive = interactive
        self._site_url = site_url
        self._own = HtmlWriter(
            surroundings.own, anchors=self._anchors, outline=outline, scrolling_tables=interactive, words=words
        )

    def write(self, parts: Iterable[Part]) -> str:
        """Write parts in order."""
        return "".join(map(self._part, parts))

    def _part(self, part: Part) -> str:
        match part:
            case Written():
                return self._written(part)
            case Line(children=children, css=css):
                return f"<p{_classes(css)}>{self._own.inline(children)}</p>\n"
            case PageHeading():
                return self._heading(part)
            case Group():
                return self._group(part)
            case Widget(html=html, twin=twin):
                return f"{html}\n" if self._interactive else self._own.blocks(twin)
            case LinkList():
                return self._links(part)
            case TermList():
                return self._terms(part)
            case _:
                return self._own.blocks((part,))

    def _heading(self, part: PageHeading) -> str:
        id_ = part.id or self._anchors.reserve(slug_of(words_of(part.children)))
        attributes = _classes(part.css) + (' data-search-exclude=""' if part.unsearched else "")
        return self._own.heading(part.level, part.children, id_, attributes)

    def _group(self, part: Group) -> str:
        data = "".join(f' data-{name}="{escape(value)}"' for name, value in part.data)
        id_ = f' id="{escape(part.id)}"' if part.id else ""
        role = f' role="{escape(part.role)}"' if part.role else ""
        search = ' data-search-exclude=""' if part.unsearched else ""
        lang = f' lang="{escape(part.language)}"' if part.language else ""
        inside = self.write(part.parts)
        return f"<{part.tag}{_classes(part.css)}{id_}{role}{lang}{data}{search}>\n{inside}</{part.tag}>\n"

    def _written(self, part: Written) -> str:
        drawn: Iterator[tuple[Part, ...]] = iter(part.drawn)
        headings = reserve_headings(part.text, self._anchors)
        writer = HtmlWriter(
            self._surroundings.of_text(part.context, headings, quoted=part.quoted),
            anchors=self._anchors,
            outline=self._outline,
            expand=lambda _: self.write(next(drawn, ())),
            scrolling_tables=self._interactive,
            lower_headings=part.lower_headings,
            as_mathml=self._interactive,
            words=self._words,
        )
        written = writer.write(part.text, part.name, (id_ for _, id_ in headings))
        return sanitised(written, self._site_url, formulas=True)

    def _links(self, part: LinkList) -> str:
        rows = []
        for it in part.entries:
            label = f' data-label="{escape(it.label)}"' if it.label else ""
            address = escape(self._surroundings.show(it.address))
            note = f"<br>\n{escape(it.note, quote=False)}" if it.note else ""
            rows.append(f'<li><a{label} href="{address}">{escape(it.title, quote=False)}</a>{note}</li>\n')
        return f"<div{_classes(part.css)}>\n<ul>\n{''.join(rows)}</ul>\n</div>\n"

    def _terms(self, part: TermList) -> str:
        rows = []
        for it in part.terms:
            id_ = f' id="{escape(it.id)}"' if it.id else ""
            title = f' <span class="schema-title">{escape(it.title, quote=False)}</span>' if it.title else ""
            rows.append(f"<dt{id_}>{self._own.inline(it.children)}{title}</dt>\n")
            rows.append(f"<dd>{self._own.blocks(it.blocks)}</dd>\n")
        return f"<dl>\n{''.join(rows)}</dl>\n"


def _classes(css: str) -> str:
    return f' class="{css}"' if css else ""


def _own_anchors(parts: Iterable[Part]) -> frozenset[str]:
    """The anchors that the engine gives, those of notes among them."""
    found: set[str] = set()
    for part in every_part(parts):
        match part:
            case PageHeading(id=id_) | Group(id=id_):
                found.add(id_)
            case Widget(anchors=anchors):
                found.update(anchors)
            case TermList(terms=terms):
                found.update(it.id for it in terms)
            case Written(text=text, name=name):
                for number, note in enumerate(text.notes, start=1):
                    found.add(note_anchor(number, name))
                    found.update(mark_anchor(number, again, name) for again in range(note.references))
    return frozenset(found - {""})


def _stated_anchors(parts: Iterable[Part]) -> frozenset[str]:
    texts = (part.text for part in every_part(parts) if isinstance(part, Written))
    return frozenset(node.anchor for text in texts for node in text_blocks(text) if isinstance(node, Heading))
