"""What is wrong with a text as such: what the dialect does not allow, and what has no place where the text is."""

from __future__ import annotations

from collections.abc import Iterator

from editions.source.invisible_characters import invisible_characters
from editions.source.problem import Problem
from editions.text.inline_tree import LineBreak, Words
from editions.text.links import headings
from editions.text.tree import Directive
from editions.text.walking import text_nodes
from editions.validation.project_texts import WrittenText

_WITHOUT_HEADINGS = {"criterion": "a criterion's text", "erratum": "the text of an erratum"}


def text_problems(text: WrittenText) -> Iterator[Problem]:
    """Check a text.

    Args:
        text: The text.

    Yields:
        A problem for each construct that the dialect does not have, for a heading in a text that has none, for a
        directive outside of articles and for each character that cannot be seen. Pages of the site's own are written in
        another dialect: of them, only what has no end and what exceeds a limit is a problem.
    """
    for problem in text.text.problems:
        if text.kind != "page" or problem.kind in ("unclosed", "limit"):
            yield text.problem(problem.line, problem.message, problem.written)
    if place := _WITHOUT_HEADINGS.get(text.kind):
        for heading in headings(text.text):
            message = f"{place} has no headings; write **bold** words or a list, or move it to the guidance"
            yield text.problem(heading.line, message)
    if text.kind != "article":
        for node in text_nodes(text.text):
            if isinstance(node, Directive):
                yield text.problem(node.line, "directives are shown in articles only; remove it")
    if not text.pointer:  # the values of YAML are checked as such
        yield from _invisible(text)
    if "&" in text.text.markdown:
        yield from _invisible_entities(text)


def _invisible(text: WrittenText) -> Iterator[Problem]:
    for line, _, name in invisible_characters(text.text.markdown):
        yield text.problem(line, f"contains the invisible character {name}; remove it")


def _invisible_entities(text: WrittenText) -> Iterator[Problem]:
    """Find characters that cannot be seen and that are written as entities, such as ``&shy;``."""
    line = 1
    for node in text_nodes(text.text):
        if isinstance(node, LineBreak):
            line += 1
        elif isinstance(node, Words):
            for _, place, name in invisible_characters(node.text):
                if node.text[place] not in text.text.markdown:
                    yield text.problem(line, f"an entity stands for the invisible character {name}; remove it")
        else:
            line = getattr(node, "line", line)
