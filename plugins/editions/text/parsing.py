"""Texts parsed into trees, each once and alone."""

from __future__ import annotations

from weakref import WeakValueDictionary

from editions.text.block_reading import BlockReader
from editions.text.dialect import tokens_of
from editions.text.inline_tree import Words
from editions.text.limits import MAXIMUM_LINES, MAXIMUM_PAGE_LINES, excess
from editions.text.problems import Problems
from editions.text.tree import Paragraph, Text

# A text of a release is also a text of the working copy, and each goes into many outputs.
_PARSED: WeakValueDictionary[str, Text] = WeakValueDictionary()


def parse(markdown: str) -> Text:
    r"""Parse a text.

    Args:
        markdown: The text, with ``\n`` between lines.

    Returns:
        The text as a tree. What the dialect does not allow is shown as it is written and noted among its problems.
        While a text is in use, the same Markdown is not parsed again.
    """
    text = _PARSED.get(markdown)
    if text is None:
        text = _PARSED[markdown] = _parse(markdown)
    return text


def parse_page(markdown: str, *, as_written: bool = False) -> Text:
    """Parse a page under ``docs/``, which is written for another parser.

    Args:
        markdown: The page.
        as_written: Whether its HTML and its attribute lists are kept, as words: for checks, and not for readers.

    Returns:
        The page as a tree.
    """
    return _parse(markdown, foreign=not as_written, lines=MAXIMUM_PAGE_LINES)


def _parse(markdown: str, *, foreign: bool = False, lines: int = MAXIMUM_LINES) -> Text:
    if refused := excess(markdown, lines):
        return Text(markdown, (Paragraph((Words(markdown),)),), (), (refused,))
    tokens, env = tokens_of(markdown)
    problems = Problems(markdown)
    problems.check_definitions(env)
    problems.check_indents(env)
    blocks, notes = BlockReader(tokens, problems, foreign=foreign).read()
    return Text(markdown, blocks, notes, problems.sorted())
