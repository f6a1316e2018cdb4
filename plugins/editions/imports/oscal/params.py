"""Parameters of a catalog as readable text.

An insertion is written ``{{ insert: param, ac-1_prm_1 }}`` (OSCAL 1.0 to 1.2; blanks may be missing), and in drafts of
1.0 ``{{ ac-1_prm_1 }}``. What takes its place follows the print of NIST SP 800-53: a value where one is set, else
``[Assignment: label]`` or ``[Selection (one or more): choice; choice]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from editions.imports.oscal.node import Node
from editions.imports.oscal.report import Report

_INSERT = re.compile(r"\{\{\s*(insert:\s*param\s*,\s*|param\s*,\s*|insert:\s*)?([^\W\d][\w.\-]*)\s*\}\}")
_HOW_MANY = {"one-or-more": " (one or more)", "one or more": " (one or more)"}
# A label is a few words and a text a few pages; what refers to itself many times over grows without end.
_LONGEST_PARAMETER = 2_000
_LONGEST_TEXT = 200_000


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
        self._texts: dict[str, str] = {}
        self._open: set[str] = set()
        self.inserted: set[str] = set()

    def resolved(self, markdown: str) -> str:
        """Write the insertions of a text out.

        Args:
            markdown: A text in OSCAL's Markdown.

        Returns:
            The text with readable words in place of the parameters. Where it would grow beyond any text, the
            parameters stand by their ids.
        """
        if "{{" not in markdown:
            return markdown
        pieces, place, length = [], 0, len(markdown)
        for match in _INSERT.finditer(markdown):
            made = self._insertion(match)
            if made is None:
                continue
            if length + len(made) > _LONGEST_TEXT:
                self._report.kept("parameter in a text that would grow too long", "the text, by its id")
                made = f"[Assignment: {match[2]}]"
            if made.endswith("]"):
                # With one of these behind it, a bracket would make a link of the words.
                follows = markdown[match.end() : match.end() + 1]
                begins = markdown[: match.start()].rstrip(" \t")[-1:] in ("", "\n", ">")
                if follows in ("(", "[") or (follows == ":" and begins):
                    made = f"{made[:-1]}\\]"
            pieces += [markdown[place : match.start()], made]
            place, length = match.end(), length + len(made)
        return "".join([*pieces, markdown[place:]])

    def _insertion(self, match: re.Match[str]) -> str | None:
        identifier = match[2]
        if identifier in self._nodes:
            self.inserted.add(identifier)
            return self.text(identifier)
        if not match[1]:
            return None  # other things are written in double braces too
        self._report.kept("parameter that is inserted but not defined", "the text, by its id")
        return f"[Assignment: {identifier}]"

    def text(self, identifier: str) -> str:
        """What stands for a parameter.

        Args:
            identifier: Its id; it is one of the catalog's.

        Returns:
            Markdown on one line; its id, where its text would hold itself or grow without end.
        """
        if identifier in self._open:
            return f"[Assignment: {identifier}]"
        if identifier not in self._texts:
            self._open.add(identifier)
            made = self._written(identifier)
            self._open.discard(identifier)
            if len(made) > _LONGEST_PARAMETER:
                self._report.lost(f"text of parameter {identifier}", f"its {len(made):,} characters are too many")
                made = f"[Assignment: {identifier}]"
            self._texts[identifier] = made
        return self._texts[identifier]

    def unsaid(self, node: Node) -> list[str]:
        """What a parameter says besides the text that stands for it.

        Args:
            node: The parameter.

        Returns:
            Its label, where values or choices take the place of its insertion, and its choices, where values do, as
            Markdown on one line each.
        """
        values, selection, label = self._values(node), self._selection(node), self._line(node.text("label"))
        shown = [label] if label and (values or selection) else []
        return [*shown, *([selection] if values and selection else [])]

    def _written(self, identifier: str) -> str:
        node = self._nodes[identifier]
        label = f"[Assignment: {self._line(node.text('label')) or identifier}]"
        return ", ".join(self._values(node)) or self._selection(node) or label

    def _values(self, node: Node) -> list[str]:
        return [self._line(value) for value in node.lists.get("values", ()) if value.strip()]

    def _selection(self, node: Node) -> str:
        select = node.one("select")
        choices = [self._line(it) for it in (select.lists.get("choice", ()) if select else ()) if it.strip()]
        if select is None or not choices:
            return ""
        return f"[Selection{_HOW_MANY.get(select.text('how-many'), '')}: {'; '.join(choices)}]"

    def _line(self, markdown: str) -> str:
        return " ".join(self.resolved(markdown).split())
