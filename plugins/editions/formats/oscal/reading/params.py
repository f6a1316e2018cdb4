"""Parameters of a catalog as readable text.

An insertion is written ``{{ insert: param, ac-1_prm_1 }}`` (OSCAL 1.0 to 1.2; blanks may be missing), and in drafts of
1.0 ``{{ ac-1_prm_1 }}``. What takes its place follows the print of NIST SP 800-53: a value where one is set, else
``[Assignment: label]`` or ``[Selection (one or more): choice; choice]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from editions.formats.oscal.reading.markup import read_line
from editions.formats.oscal.reading.node import Node
from editions.formats.oscal.reading.report import Report
from editions.text.inline_tree import Inline, Words
from editions.text.plain_commonmark import Insert
from editions.text.walking import words_of

_INSERT = re.compile(r"\s*(insert:\s*param\s*,\s*|param\s*,\s*|insert:\s*)?([^\W\d][\w.\-]*)\s*")
_HOW_MANY = {"one-or-more": " (one or more)", "one or more": " (one or more)"}
# A label is a few words and a text a few pages; what refers to itself many times over grows without end.
_LONGEST_PARAMETER = 2_000
_LONGEST_TEXT = 200_000

Line = tuple[Inline, ...]


class Parameters:
    """Writes insertions out.

    Attributes:
        inserted: Ids of the parameters that a text inserts.
    """

    def __init__(self, nodes: Iterable[Node], report: Report) -> None:
        """Take the parameters of a catalog.

        Args:
            nodes: All of them.
            report: Takes what is inserted and not there.
        """
        self._nodes = {node.text("id"): node for node in nodes if node.text("id")}
        self._report = report
        self._texts: dict[str, Line] = {}
        self._open: set[str] = set()
        self.inserted: set[str] = set()

    def insertions(self) -> Insert:
        """What gives the parameters that a text inserts, for one text.

        Returns:
            A function from what is between the braces to readable words. Where the text would grow beyond any text,
            the parameters are named by their ids.
        """
        length = 0

        def insert(written: str) -> Line | None:
            nonlocal length
            match = _INSERT.fullmatch(written)
            made = self._insertion(match) if match else None
            if match is None or made is None:
                return None
            length += len(words_of(made))
            if length > _LONGEST_TEXT:
                self._report.kept("parameter in a text that would grow too long", "the text, by its id")
                return _assignment(match[2])
            return made

        return insert

    def _insertion(self, match: re.Match[str]) -> Line | None:
        identifier = match[2]
        if identifier in self._nodes:
            self.inserted.add(identifier)
            return self.text(identifier)
        if not match[1]:
            return None  # other things are written in double braces too
        self._report.kept("parameter that is inserted but not defined", "the text, by its id")
        return _assignment(identifier)

    def text(self, identifier: str) -> Line:
        """What is shown for a parameter.

        Args:
            identifier: Its id; it is one of the catalog's.

        Returns:
            Nodes of a line; its id, where its text would contain itself or grow without end.
        """
        if identifier in self._open:
            return _assignment(identifier)
        if identifier not in self._texts:
            self._open.add(identifier)
            made = self._written(identifier)
            self._open.discard(identifier)
            size = len(words_of(made))
            if size > _LONGEST_PARAMETER:
                self._report.lost(f"text of parameter {identifier}", f"its {size:,} characters are too many")
                made = _assignment(identifier)
            self._texts[identifier] = made
        return self._texts[identifier]

    def unsaid(self, node: Node) -> list[Line]:
        """What a parameter says besides the text that is shown for it.

        Args:
            node: The parameter.

        Returns:
            Its label, where values or choices take the place of its insertion, and its choices, where values do.
        """
        values, selection, label = self._values(node), self._selection(node), self.line(node.text("label"))
        shown = [label] if label and (values or selection) else []
        return [*shown, *([selection] if values and selection else [])]

    def line(self, markdown: str) -> Line:
        """Read a line of a parameter, with insertions."""
        return read_line(markdown, self._report, self.insertions())

    def _written(self, identifier: str) -> Line:
        node = self._nodes[identifier]
        label = self.line(node.text("label"))
        return joined(", ", self._values(node)) or self._selection(node) or _assignment(identifier, label)

    def _values(self, node: Node) -> list[Line]:
        return [self.line(value) for value in node.lists.get("values", ()) if value.strip()]

    def _selection(self, node: Node) -> Line:
        select = node.one("select")
        choices = [self.line(it) for it in (select.lists.get("choice", ()) if select else ()) if it.strip()]
        if select is None or not choices:
            return ()
        how_many = _HOW_MANY.get(select.text("how-many"), "")
        return (Words(f"[Selection{how_many}: "), *joined("; ", choices), Words("]"))


def _assignment(identifier: str, label: Line = ()) -> Line:
    return (Words("[Assignment: "), *(label or (Words(identifier),)), Words("]"))


def joined(between: str, lines: Sequence[Line]) -> Line:
    """Lines one after the other.

    Args:
        between: Words between two of them.

    Returns:
        The nodes of all.
    """
    made: list[Inline] = []
    for line in lines:
        made += [Words(between)] if made else []
        made += line
    return tuple(made)
