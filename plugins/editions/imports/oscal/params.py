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
_DEEPEST = 8


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
        self.inserted: set[str] = set()

    def resolved(self, markdown: str, inside: tuple[str, ...] = ()) -> str:
        """Write the insertions of a text out.

        Args:
            markdown: A text in OSCAL's Markdown.
            inside: Ids of the parameters whose own text this is.

        Returns:
            The text with readable words in place of the parameters.
        """
        if "{{" not in markdown:
            return markdown
        pieces, place = [], 0
        for match in _INSERT.finditer(markdown):
            made = self._insertion(match, inside)
            if made is None:
                continue
            if made.endswith("]"):
                # With one of these behind it, a bracket would make a link of the words.
                follows = markdown[match.end() : match.end() + 1]
                begins = markdown[: match.start()].rstrip(" \t")[-1:] in ("", "\n", ">")
                if follows in ("(", "[") or (follows == ":" and begins):
                    made = f"{made[:-1]}\\]"
            pieces += [markdown[place : match.start()], made]
            place = match.end()
        return "".join([*pieces, markdown[place:]])

    def _insertion(self, match: re.Match[str], inside: tuple[str, ...]) -> str | None:
        identifier = match[2]
        if identifier in self._nodes:
            self.inserted.add(identifier)
            return self.text(identifier, inside)
        if not match[1]:
            return None  # other things are written in double braces too
        self._report.kept("parameter that is inserted but not defined", "the text, by its id")
        return f"[Assignment: {identifier}]"

    def text(self, identifier: str, inside: tuple[str, ...] = ()) -> str:
        """What stands for a parameter.

        Args:
            identifier: Its id; it is one of the catalog's.
            inside: Ids of the parameters whose own text this is.

        Returns:
            Markdown on one line.
        """
        if identifier in inside or len(inside) >= _DEEPEST:
            return f"[Assignment: {identifier}]"
        node, inside = self._nodes[identifier], (*inside, identifier)
        values = [self._line(value, inside) for value in node.lists.get("values", ()) if value.strip()]
        if values:
            return ", ".join(values)
        select = node.one("select")
        choices = [self._line(it, inside) for it in (select.lists.get("choice", ()) if select else ()) if it.strip()]
        if select is not None and choices:
            return f"[Selection{_HOW_MANY.get(select.text('how-many'), '')}: {'; '.join(choices)}]"
        return f"[Assignment: {self._line(node.text('label'), inside) or identifier}]"

    def _line(self, markdown: str, inside: tuple[str, ...]) -> str:
        return " ".join(self.resolved(markdown, inside).split())
