"""A comparison as plain text for a terminal, in colour or without."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator

from editions.comparison.change import Change, Comparison
from editions.comparison.phrases import chapter_name, detail_words, heading_words, kind_words, reason_sentence
from editions.comparison.summary import summary_words
from editions.text.inline_tree import Revision
from editions.text.plain import PlainWriter
from editions.text.tree import Block, Paragraph

_RED, _GREEN, _BOLD, _PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[1m", "\x1b[0m"
# Control characters in a text could move the cursor or rewrite what stands on the screen.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def comparison_text(comparison: Comparison, *, colour: bool = False) -> str:
    """A comparison as plain text.

    Args:
        comparison: The comparison.
        colour: Whether to colour it with ANSI escape codes; what went and what came is marked ``[-so-]`` and
            ``{+so+}`` either way.

    Returns:
        Lines of text, ending in a line feed.
    """
    old, new = comparison.old, comparison.new
    draft = " (draft)" if new.status == "draft" else ""
    lines = [bold(f"{new.abbreviation} {old.version} → {new.version}{draft}", colour), f"Impact: {comparison.impact}"]
    lines += [clean(sentence) for sentence in summary_words(comparison)]
    lines += [f"Lineage: {clean(remark)}" for remark in comparison.connections.remarks]
    for chapter in comparison.chapters:
        lines += ["", bold(chapter_name(chapter), colour)]
        for change in chapter.changes:
            lines += change_text(change, colour=colour)
    return "\n".join(lines) + "\n"


def redline_text(blocks: Iterable[Block], *, colour: bool = False) -> str:
    """A redline as plain text.

    Args:
        blocks: Blocks of two merged texts.
        colour: As for ``comparison_text``.

    Returns:
        The text with ``[-deleted-]`` and ``{+inserted+}`` words.
    """
    return _TerminalWriter(colour).blocks(blocks)


class _TerminalWriter(PlainWriter):
    def __init__(self, colour: bool) -> None:
        super().__init__()
        self._colour = colour

    def shown(self, words: str) -> str:
        return clean(words)

    def revised(self, operation: Revision | None, words: str) -> str:
        """Mark words, white space outside of the marks."""
        inside = words.strip()
        if operation is None or not inside:
            return words
        marked = f"[-{inside}-]" if operation == "delete" else f"{{+{inside}+}}"
        if self._colour:
            marked = f"{_RED if operation == 'delete' else _GREEN}{marked}{_PLAIN}"
        return words[: len(words) - len(words.lstrip())] + marked + words[len(words.rstrip()) :]


def change_text(change: Change, *, colour: bool = False) -> Iterator[str]:
    """One change as lines of plain text.

    Args:
        change: The change.
        colour: As for ``comparison_text``.

    Yields:
        What it is, its wording and its details.
    """
    yield f"  {clean(heading_words(change))}: {kind_words(change)} [{change.significance}]"
    if sentence := reason_sentence(change):
        yield f"    {clean(sentence)}"
    if change.title_revision:
        yield f"    Title: {redline_text((Paragraph(change.title_revision),), colour=colour)}"
    if change.revision:
        yield textwrap.indent(redline_text(change.revision, colour=colour), "    ")
    for line in detail_words(change):
        yield f"    {clean(line)}"
    for note in change.notes:
        yield f"    Note: {clean(note)}"


def bold(text: str, colour: bool) -> str:
    """A heading for a terminal: ``text`` without control characters, bold where ``colour`` allows it."""
    return f"{_BOLD}{clean(text)}{_PLAIN}" if colour else clean(text)


def clean(text: str) -> str:
    """A text that can go to a terminal.

    Args:
        text: Any text.

    Returns:
        The text without control characters.
    """
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
