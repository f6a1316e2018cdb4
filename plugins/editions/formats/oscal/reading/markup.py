"""OSCAL's markup read into the tree of texts, with a report of what no text can have."""

from __future__ import annotations

from editions.formats.oscal.reading.report import Report
from editions.source.text import UNUSABLE
from editions.text.inline_tree import Inline
from editions.text.plain_commonmark import Insert, PlainCommonMark, read_commonmark, read_commonmark_line
from editions.text.tree import Block


def read_prose(text: str, report: Report, insert: Insert | None = None) -> tuple[Block, ...]:
    """Read a text of several blocks.

    Args:
        text: OSCAL's Markdown.
        report: Takes what no text can have.
        insert: Gives what takes the place of an insertion.
    """
    unified = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").rstrip()
    return _told(read_commonmark(_clean(unified, report), insert), report).blocks


def read_line(text: str, report: Report, insert: Insert | None = None) -> tuple[Inline, ...]:
    """Read a text that is one line; see :func:`read_prose`."""
    return _told(read_commonmark_line(_clean(text, report), insert), report).line


def _clean(text: str, report: Report) -> str:
    if UNUSABLE.search(text) is None:
        return text
    report.lost("control character in a text", "no page can carry it")
    return UNUSABLE.sub("", text)


def _told(text: PlainCommonMark, report: Report) -> PlainCommonMark:
    for name in text.shown_elements:
        report.kept(f"HTML {name} in a text", "shown as words")
    for name in text.dropped_elements:
        report.lost(f"HTML {name} in a text", "its words are kept")
    if text.dropped_cells:
        report.lost("cells of a table beyond its columns", "its heading has fewer", text.dropped_cells)
    return text
