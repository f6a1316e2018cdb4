"""Parts of controls as Markdown: nested lists that keep their labels."""

from __future__ import annotations

from collections.abc import Sequence

from editions.imports.oscal.node import Node
from editions.imports.oscal.props import OSCAL_NAMESPACES, grouped, oscal_prop, words
from editions.imports.oscal.prose import Prose, Target
from editions.imports.oscal.report import Report
from editions.pages.markdown_text import within

_INDENT = "    "
# Parts whose name says only that they are one of several.
_PLAIN_NAMES = ("item", "statement")


class Parts:
    """Writes the parts of one catalog."""

    def __init__(self, prose: Prose, report: Report) -> None:
        """Take what the texts of parts need.

        Args:
            prose: Makes texts.
            report: Takes what a part holds besides its text.
        """
        self._prose = prose
        self._report = report

    def statement(self, parts: Sequence[Node], target: Target) -> str:
        """The statement of a control.

        Args:
            parts: Its parts that are the statement; usually one.
            target: Gives the targets of links.

        Returns:
            The text, and its items as nested lists with their labels.
        """
        blocks = []
        for part in parts:
            blocks.append(self._title(part, normative=True))
            blocks.append(self._prose.markdown(part.text("prose"), target))
            blocks.append(self._list(part.all("parts"), target, normative=True))
        return "\n\n".join(block for block in blocks if block)

    def blocks(self, part: Node, target: Target) -> list[str]:
        """A part that helps, such as guidance.

        Args:
            part: The part.
            target: Gives the targets of links.

        Returns:
            Its name or title, its text, and the parts within as nested lists.
        """
        name = self._title(part, normative=False) or f"**{within(words(part.text('name') or 'part'))}**"
        text = self._prose.markdown(part.text("prose"), target)
        return [it for it in (name, text, self._list(part.all("parts"), target, normative=False)) if it]

    def _list(self, parts: Sequence[Node], target: Target, *, normative: bool) -> str:
        items = [self._item(part, target, normative=normative) for part in parts]
        # An item of several blocks ends only with an empty line behind it.
        between = "\n\n" if any("\n\n" in item for item in items) else "\n"
        return between.join(items)

    def _item(self, part: Node, target: Target, *, normative: bool) -> str:
        lead = self._title(part, normative=normative)
        text = self._prose.markdown(part.text("prose"), target)
        nested = self._list(part.all("parts"), target, normative=normative)
        if not lead and not text:
            lead = f"**{within(words(part.text('name') or 'part'))}**"
        # A list, a table or code of its own begins on a line of its own.
        apart = text[:1] in ("-", "|", "#", ">", "`", "*", "+") or text[:2].rstrip(".").isdigit()
        first = f"{lead}\n\n{text}" if lead and text and apart else " ".join(it for it in (lead, text) if it)
        close = nested and "\n\n" not in first and "\n\n" not in nested
        whole = f"{first}\n{nested}" if close else "\n\n".join(it for it in (first, nested) if it)
        head, *rest = whole.split("\n")
        return "\n".join([f"- {head}", *(f"{_INDENT}{line}" if line else "" for line in rest)])

    def _title(self, part: Node, *, normative: bool) -> str:
        label, title, name = oscal_prop(part, "label"), self._prose.line(part.text("title")), part.text("name")
        kind = "" if title or label or name in _PLAIN_NAMES else words(name)
        shown = (
            " ".join(it for it in (label, title or kind) if it) if not (normative and name == "statement") else title
        )
        facts = self._facts(part, normative=normative)
        self._rest(part)
        marked = f"**{within(shown)}**" if shown else ""
        return f"{marked} ({facts})" if facts and marked else marked or facts

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
            f"{within(words(key).lower())}: {', '.join(within(prop.text('value')) for prop in props)}"
            for key, props in grouped(others)
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
