"""The parts of pages as portable Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from editions.pages.parts import Group, Line, LinkList, PageHeading, Part, TermList, Widget, Written
from editions.pages.published_links import LinkContext
from editions.pages.text_surroundings import PartSurroundings
from editions.text.commonmark import CommonMarkWriter
from editions.text.inline_tree import Inline, LineBreak, Link, Words
from editions.text.slugs import Anchors, slug_of
from editions.text.tree import Block, Definition, DefinitionList, Directive, Heading, List, ListItem, Paragraph, Text
from editions.text.walking import reserve_headings, words_of

Drawn = tuple[tuple[Part, ...], ...]


class PartMarkdown:
    """Writes the parts of one page, so that the labels of their notes differ."""

    def __init__(self, surroundings: PartSurroundings, anchors: Anchors | None = None) -> None:
        """Prepare.

        Args:
            surroundings: Where links lead and how citations are set.
            anchors: The anchors of the page, to which links within it lead.
        """
        self._surroundings = surroundings
        self._anchors = anchors or Anchors()
        self._own = CommonMarkWriter(surroundings.own)
        self._texts = CommonMarkWriter(keep_anchors=False)

    def write(self, parts: Iterable[Part]) -> str:
        """Write parts, with an empty line between them."""
        pieces: list[str] = []
        own: list[Block] = []  # neighbours, which a writer keeps apart
        for part in self._flat(parts):
            if isinstance(part, Written):
                pieces += [self._own.blocks(own), self._written(part)]
                own = []
            else:
                own.append(part)
        return "\n\n".join(piece for piece in (*pieces, self._own.blocks(own)) if piece)

    def write_text(
        self, text: Text, context: LinkContext, lower_headings: int = 0, drawn: Drawn = (), *, quoted: bool = False
    ) -> str:
        """Write a text.

        Args:
            context: Where it is written and published.
            lower_headings: How many levels its headings are put below what is written.
            drawn: For each of its directives, the parts in its place.
            quoted: Whether another page has the text as its own, which its anchors lead to.

        Returns:
            Markdown.
        """
        rest = iter(drawn)
        place = self._surroundings.of_text(context, reserve_headings(text, self._anchors), quoted=quoted)

        def enter() -> CommonMarkWriter:
            return self._texts.at(place, lower_headings=lower_headings)

        def expand(_: Directive) -> str:
            written = self.write(next(rest, ()))
            enter()  # texts within have been written elsewhere
            return written

        return enter().write(text, expand)

    def _written(self, part: Written) -> str:
        return self.write_text(part.text, part.context, part.lower_headings, part.drawn, quoted=part.quoted)

    def _flat(self, parts: Iterable[Part]) -> Iterator[Written | Block]:
        """The texts and the engine's own blocks of parts, in order."""
        for part in parts:
            match part:
                case PageHeading(level=level, children=children, id=id_):
                    if not id_:
                        self._anchors.reserve(slug_of(words_of(children)))
                    yield Heading(level, children)
                case Line(children=children):
                    yield Paragraph(children)
                case Group(parts=inner):
                    yield from self._flat(inner)
                case Widget(twin=twin):
                    yield from twin
                case LinkList():
                    yield _link_list(part)
                case TermList():
                    yield _definitions(part)
                case _:
                    yield part


def _link_list(part: LinkList) -> List:
    items = []
    for it in part.entries:
        note: tuple[Inline, ...] = (LineBreak(hard=True), Words(it.note)) if it.note else ()
        items.append(ListItem((Paragraph((Link(it.address, (Words(it.title),)), *note)),)))
    return List(tuple(items))


def _definitions(part: TermList) -> DefinitionList:
    entries = []
    for it in part.terms:
        title = (Words(f" {it.title}"),) if it.title else ()
        entries.append(Definition(((*it.children, *title),), (it.blocks,)))
    return DefinitionList(tuple(entries), tight=False)
