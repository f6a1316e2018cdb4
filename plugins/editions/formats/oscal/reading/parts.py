"""Parts of controls as blocks: nested lists that keep their labels."""

from __future__ import annotations

from collections.abc import Sequence

from editions.formats.oscal.reading.node import Node
from editions.formats.oscal.reading.props import OSCAL_NAMESPACES, grouped, oscal_prop, words
from editions.formats.oscal.reading.prose import Prose, Target
from editions.formats.oscal.reading.report import Report
from editions.text.inline_tree import Emphasis, Inline, Words
from editions.text.tree import Block, List, ListItem, Paragraph

# Parts whose name says only that they are one of several.
_PLAIN_NAMES = ("item", "statement")


class Parts:
    """Makes blocks of the parts of one catalog."""

    def __init__(self, prose: Prose, report: Report) -> None:
        """Take what the texts of parts need.

        Args:
            prose: Makes texts.
            report: Takes what a part has besides its text.
        """
        self._prose = prose
        self._report = report

    def statement(self, parts: Sequence[Node], target: Target) -> tuple[Block, ...]:
        """The statement of a control.

        Args:
            parts: Its parts that are the statement; usually one.
            target: Gives the targets of links.

        Returns:
            The text, and its items as nested lists with their labels.
        """
        blocks: list[Block] = []
        for part in parts:
            title = self._title(part, normative=True)
            blocks += [Paragraph(title)] if title else []
            blocks += self._prose.blocks(part.text("prose"), target)
            blocks += self._list(part.all("parts"), target, normative=True)
        return tuple(blocks)

    def blocks(self, part: Node, target: Target) -> tuple[Block, ...]:
        """A part that helps, such as guidance.

        Args:
            target: Gives the targets of links.

        Returns:
            Its name or title, its text, and the parts within as nested lists.
        """
        name = self._title(part, normative=False) or (strong(words(part.text("name") or "part")),)
        text = self._prose.blocks(part.text("prose"), target)
        return (Paragraph(name), *text, *self._list(part.all("parts"), target, normative=False))

    def _list(self, parts: Sequence[Node], target: Target, *, normative: bool) -> tuple[Block, ...]:
        return bullets([self._item(part, target, normative=normative) for part in parts])

    def _item(self, part: Node, target: Target, *, normative: bool) -> tuple[Block, ...]:
        lead = self._title(part, normative=normative)
        text = self._prose.blocks(part.text("prose"), target)
        nested = self._list(part.all("parts"), target, normative=normative)
        if not lead and not text:
            lead = (strong(words(part.text("name") or "part")),)
        # A list, a table or code of its own begins on a line of its own.
        if lead and text and isinstance(text[0], Paragraph):
            first = Paragraph((*lead, Words(" "), *text[0].children))
            return (first, *text[1:], *nested)
        return (*((Paragraph(lead),) if lead else ()), *text, *nested)

    def _title(self, part: Node, *, normative: bool) -> tuple[Inline, ...]:
        label, title, name = oscal_prop(part, "label"), self._prose.line(part.text("title")), part.text("name")
        kind = "" if title or label or name in _PLAIN_NAMES else words(name)
        shown = (
            " ".join(it for it in (label, title or kind) if it) if not (normative and name == "statement") else title
        )
        facts = self._facts(part, normative=normative)
        self._rest(part)
        if not shown:
            return (Words(facts),) if facts else ()
        return (strong(shown), Words(f" ({facts})")) if facts else (strong(shown),)

    def _facts(self, part: Node, *, normative: bool) -> str:
        """Other properties, in words; the normative text takes none in."""
        others = [
            prop
            for prop in part.all("props")
            if prop.text("name") not in ("label", "sort-id") or prop.text("ns") not in OSCAL_NAMESPACES
        ]
        name = part.text("name") or "part"
        self._set_aside(part)
        if normative:
            for key, props in grouped(others):
                self._report.lost(f"prop {key} of part {name}", "the statement takes no properties", len(props))
            return ""
        for key, props in grouped(others):
            self._report.kept(f"prop {key} of part {name}", "the guidance of its domain, at the part", len(props))
        return "; ".join(
            f"{words(key).lower()}: {', '.join(prop.text('value') for prop in props)}" for key, props in grouped(others)
        )

    def _set_aside(self, part: Node) -> None:
        names = [it.text("name") for it in part.all("props") if it.text("ns") in OSCAL_NAMESPACES]
        if "sort-id" in names:
            self._report.lost("prop sort-id of parts", "the order of the file stands")
        if names.count("label") > 1:
            self._report.lost("further label of a part", "one label is shown", names.count("label") - 1)

    def _rest(self, part: Node) -> None:
        if part.text("id"):
            self._report.lost("id of a part", "links to it lead to its criterion")
        for link in part.all("links"):
            self._report.lost(f"link {link.text('rel') or 'without rel'} of part {part.text('name')}")
        for key in ("ns", "class"):
            if part.text(key) and part.text(key) not in OSCAL_NAMESPACES:
                self._report.lost(f"{key} of part {part.text('name')}")
        for key in part.unread:
            self._report.lost(f"{key} of part {part.text('name')}")


def strong(text: str) -> Emphasis:
    """Plain words, strongly emphasised."""
    return Emphasis((Words(" ".join(text.split())),), strong=True)


def bullets(items: Sequence[tuple[Block, ...]]) -> tuple[List, ...]:
    """A list, tight where each item is a paragraph with at most a list in it; no list without items."""
    if not items:
        return ()
    tight = all(
        isinstance(first, Paragraph) and all(isinstance(it, List) and it.tight for it in others) and len(others) < 2
        for first, *others in items
    )
    return (List(tuple(map(ListItem, items)), tight=tight),)
