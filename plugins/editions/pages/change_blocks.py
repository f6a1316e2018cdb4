"""One change as blocks, for outputs that are only read."""

from __future__ import annotations

from collections.abc import Iterator

from editions.comparison import Change, Placing, quote_revision
from editions.comparison.phrases import detail_words, kind_words, reason_sentence
from editions.comparison.sides import is_revised
from editions.comparison.summary import SIGNIFICANCE_WORDS
from editions.pages.change_html import Named
from editions.pages.redline_blocks import redline_blocks
from editions.pages.sentences import fill, sentence
from editions.text.tree import Block, Heading, Paragraph
from editions.words.phrasebook import Phrasebook


def change_blocks(
    change: Change, named: Named, placing: Placing, words: Phrasebook, *, heading: int = 2
) -> Iterator[Block]:
    """What ``change_html`` says of a change.

    Args:
        named: Names the items.
        placing: Where the links of the texts lead, from the root of the site.
        words: The language.
        heading: Rank of the heading.

    Yields:
        A heading, what happened, the redline, and reasons.
    """
    old = ", ".join(named(change, "old", item)[1] for item in change.old)
    new = ", ".join(named(change, "new", item)[1] for item in change.new)
    sides = dict.fromkeys(side for side in (old, new) if side)
    yield Heading(heading, sentence(" → ".join(sides)))
    yield Paragraph(sentence(f"{kind_words(change, words)} {words.text(SIGNIFICANCE_WORDS[change.significance])}"))
    if change.title_revision:
        yield from redline_blocks((Paragraph(fill(words.text("Title: {title}"), title=change.title_revision)),))
    if is_revised(change.revision):
        yield from redline_blocks(quote_revision(change, placing))
    yield from (Paragraph(sentence(detail)) for detail in detail_words(change, words))
    if change.part != "article" and (reasons := reason_sentence(change, words)):
        yield Paragraph(sentence(reasons))
    for note in change.notes:
        yield Paragraph(sentence(words.text("Note: {note}", note=" ".join(note.split()))))
