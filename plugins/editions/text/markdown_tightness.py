"""Which blocks of Markdown can follow each other without an empty line, as in tight lists."""

from __future__ import annotations

import re

from editions.text.inline_tree import Formula
from editions.text.tree import Admonition, Block, CodeBlock, DefinitionList, Heading, List, Quotation, Rule

# A list that can follow a paragraph at once: its first item has words (§5.2).
_INTERRUPTING = re.compile(r"(?:[-*]|1[.)]) \S")


def can_follow_at_once(before: Block, block: Block, written: str) -> bool:
    """Whether a block begins at the line after another one, and is no part of it (CommonMark 0.31 §4, §5.2)."""
    if isinstance(before, CodeBlock | Heading | Rule | Formula | DefinitionList):
        return not isinstance(before, DefinitionList)
    if isinstance(block, List):
        return _INTERRUPTING.match(written) is not None
    quoted = isinstance(before, Quotation | Admonition) and isinstance(block, Quotation | Admonition)
    return isinstance(block, CodeBlock | Heading | Rule | Quotation | Admonition) and not quoted
