"""One change as blocks, for outputs that are only read."""

from __future__ import annotations

from collections.abc import Iterator

from editions.comparison import Change
from editions.comparison.phrases import detail_words, kind_words, reason_words
from editions.pages.change_html import Named
from editions.pages.redline_blocks import redline_blocks, redline_words
from editions.pages.redline_html import is_changed
from editions.pages.sentences import sentence
from editions.text.tree import Block, Heading, Paragraph


def change_blocks(change: Change, named: Named, *, heading: int = 2) -> Iterator[Block]:
    """What ``change_html`` says of a change.

    Args:
        change: The change.
        named: Names the items.
        heading: Rank of the heading.

    Yields:
        A heading, what happened, the redline, and reasons.
    """
    old = ", ".join(named(change, "old", item)[1] for item in change.old)
    new = ", ".join(named(change, "new", item)[1] for item in change.new)
    sides = dict.fromkeys(side for side in (old, new) if side)
    yield Heading(heading, sentence(" → ".join(sides)))
    yield Paragraph(sentence(f"{kind_words(change)} {change.significance}"))
    if is_changed(change.title_wording):
        yield Paragraph(sentence("Title: ", *redline_words(change.title_wording)))
    if is_changed(change.wording):
        yield from redline_blocks(change.wording)
    yield from (Paragraph(sentence(words)) for words in detail_words(change))
    if change.part != "article" and (reasons := reason_words(change)):
        yield Paragraph(sentence(f"Why {change.significance}: {'; '.join(reasons)}."))
    yield from (Paragraph(sentence(f"Note: {' '.join(note.split())}")) for note in change.notes)
