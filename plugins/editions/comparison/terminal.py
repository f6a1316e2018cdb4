"""A comparison as plain text for a terminal, in colour or without."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from editions.comparison.change import Change, Chapter, Comparison
from editions.comparison.phrases import detail_words, heading_words, kind_words, reason_words
from editions.comparison.summary import summary_words
from editions.comparison.wording import Wording

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
        lines += ["", bold(_chapter(chapter), colour)]
        for change in chapter.changes:
            lines += change_text(change, colour=colour)
    return "\n".join(lines) + "\n"


def redline_text(wording: Wording, *, colour: bool = False) -> str:
    """A redline as plain text.

    Args:
        wording: Segments of a redline.
        colour: As for ``comparison_text``.

    Returns:
        The text with ``[-deleted-]`` and ``{+inserted+}`` words.
    """
    parts = []
    for operation, text in wording:
        text = clean(text)
        if operation == "equal":
            parts.append(text)
        elif not text.strip():
            parts.append(text if operation == "insert" else "")
        else:
            # Marks stand close to the words, white space outside them.
            start = text[: len(text) - len(text.lstrip())]
            end = text[len(text.rstrip()) :]
            marked = f"[-{text.strip()}-]" if operation == "delete" else f"{{+{text.strip()}+}}"
            ink = _RED if operation == "delete" else _GREEN
            parts.append(f"{start}{ink}{marked}{_PLAIN}{end}" if colour else f"{start}{marked}{end}")
    return "".join(parts)


def _chapter(chapter: Chapter) -> str:
    if chapter.new is None and not chapter.old:
        return "The edition as a whole"
    if chapter.new is None:
        return f"{', '.join(chapter.old)} {chapter.title} (withdrawn)"
    return f"{chapter.new} {chapter.title}"


def change_text(change: Change, *, colour: bool = False) -> Iterator[str]:
    """One change as lines of plain text.

    Args:
        change: The change.
        colour: As for ``comparison_text``.

    Yields:
        What it is, its wording and its details.
    """
    yield f"  {clean(heading_words(change))}: {kind_words(change)} [{change.significance}]"
    reasons = reason_words(change)
    if reasons:
        yield f"    because: {clean('; '.join(reasons))}"
    if change.title_wording:
        yield f"    title: {redline_text(change.title_wording, colour=colour)}"
    if change.wording:
        yield textwrap.indent(redline_text(change.wording, colour=colour), "    ")
    for line in detail_words(change):
        yield f"    {clean(line)}"
    for note in change.notes:
        yield f"    note: {clean(note)}"


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
