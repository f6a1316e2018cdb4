"""The controls of a catalog as criteria."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from editions.formats.oscal.reading.catalog_file import refuse
from editions.formats.oscal.reading.links import Links
from editions.formats.oscal.reading.node import Node
from editions.formats.oscal.reading.outline import OutlinedControl
from editions.formats.oscal.reading.own_form import own_criterion
from editions.formats.oscal.reading.parts import Parts
from editions.formats.oscal.reading.props import oscal_prop
from editions.formats.oscal.reading.prose import Prose
from editions.formats.oscal.reading.report import Report
from editions.model import Criterion, Origin, Reference
from editions.text.inline_tree import Words
from editions.text.markdown_writing import text_of
from editions.text.parsing import parse
from editions.text.tree import Paragraph

_LONGEST_HEADING = 300


class CriteriaReader:
    """Makes criteria of controls."""

    def __init__(self, path: str, parts: Parts, prose: Prose, links: Links, report: Report) -> None:
        """Take what criteria are made with.

        Args:
            path: The file, for origins.
            parts: Writes statements.
            prose: Makes texts.
            links: Resolves links.
            report: Takes what became of everything.
        """
        self._path = path
        self._parts = parts
        self._prose = prose
        self._links = links
        self._report = report

    def own(self, control: OutlinedControl, place: int, references: dict[str, Reference]) -> tuple[Criterion, Node]:
        """A control that this engine wrote.

        Args:
            place: Place of its domain, from 0.
            references: Crosswalk rows by the UUIDs of their resources.

        Returns:
            The criterion, and the control without what was read.
        """
        try:
            own = own_criterion(control.node, references)
        except ValueError as error:
            refuse(self._path, control.node.line, f"has a property that was changed: {error}, or restore it")
        criterion, rest = self.any(replace_node(control, own.rest), place)
        text = criterion.text if own.text is None else parse(own.text)
        made = replace(
            criterion,
            text=text,
            title=own.title,
            section=own.section,
            level=own.level,
            keywords=own.keywords,
            references=own.references,
            more=own.more,
        )
        return made, rest

    def any(self, control: OutlinedControl, place: int) -> tuple[Criterion, Node]:
        """Any control.

        Args:
            place: Place of its domain, from 0.

        Returns:
            The criterion, and the control without its statement.
        """
        node = control.node
        statements = [part for part in node.all("parts") if part.text("name") == "statement"]
        others = tuple(part for part in node.all("parts") if part.text("name") != "statement")
        title = self._title(control)
        blocks = self._parts.statement(statements, self._links.targets(place))
        criterion = Criterion(
            id=control.id,
            text=text_of(blocks or (Paragraph((Words(title or control.id),)),)),
            title=title,
            section=self._section(control.groups),
            origin=Origin(self._path, node.line),
        )
        return criterion, replace(node, objects={**node.objects, "parts": others})

    def told(self, control: OutlinedControl) -> None:
        """Tell what is special about a control that this engine did not write."""
        if control.holders:
            where = "criteria of their own behind it; their titles begin with its title"
            self._report.kept("control within a control (enhancement)", where)
        if not any(part.text("name") == "statement" for part in control.node.all("parts")):
            self._report.kept("control without a statement", "its title stands as the text of the criterion")
        if repeats_id(self._prose.line(control.node.text("title")), control):
            self._report.kept("title of a control that only repeats its id", "the id")
        if control.groups:
            self._report.kept("control in a group within a group", "its domain, in a section named like the group")

    def _title(self, control: OutlinedControl) -> str | None:
        if repeats_id(self._prose.line(control.node.text("title")), control):
            return None
        titles = [self._prose.line(it.text("title")) for it in (*control.holders, control.node)]
        whole = " | ".join(title for title in titles if title)
        return (whole if len(whole) <= _LONGEST_HEADING else titles[-1]) or None

    def _section(self, groups: Sequence[Node]) -> str | None:
        titles = [group_title(group, self._prose) for group in groups]
        whole = " / ".join(title for title in titles if title)
        return (whole if len(whole) <= _LONGEST_HEADING else titles[-1]) or None


def repeats_id(title: str, control: OutlinedControl) -> bool:
    """Whether a title tells nothing but the id, as ``Control: ism-0714`` does.

    Args:
        title: The title, plain.

    Returns:
        Whether only the word control stands beside the id or the label.
    """
    bare = _letters(title).removeprefix("control")
    return bool(bare) and bare in (_letters(control.written), _letters(oscal_prop(control.node, "label")))


def _letters(text: str) -> str:
    return "".join(sign for sign in text.lower() if sign.isalnum())


def replace_node(control: OutlinedControl, node: Node) -> OutlinedControl:
    """The same control with other content.

    Args:
        node: Its new content.

    Returns:
        A copy.
    """
    return replace(control, node=node)


def group_title(group: Node, prose: Prose) -> str:
    """The title of a group with its label.

    Args:
        prose: Makes texts.

    Returns:
        Plain text on one line, possibly empty.
    """
    label, title = oscal_prop(group, "label"), prose.line(group.text("title"))
    return title if not label or f"{title} ".startswith(f"{label} ") else f"{label} {title}".strip()
