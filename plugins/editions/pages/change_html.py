"""One change as HTML: which items, what happened, why it matters, and its wording."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape

from editions.comparison import Change, Item, Placing, Side, quote_revision, quote_side
from editions.comparison.phrases import detail_words, kind_words, reason_sentence
from editions.comparison.sides import is_revised
from editions.comparison.summary import SIGNIFICANCE_WORDS
from editions.pages.redline_html import RedlineWriter
from editions.pages.sentences import fill
from editions.text.surroundings import Surroundings
from editions.words.messages import in_context
from editions.words.phrasebook import Phrasebook

# The address of an item and its name, from its side; no address for what has no page of its own.
Named = Callable[[Change, Side, Item], tuple[str | None, str]]


def change_html(
    change: Change,
    anchors: Sequence[str],
    versions: tuple[str, str],
    named: Named,
    placing: Placing,
    page: Surroundings,
    words: Phrasebook,
    *,
    heading: int = 4,
) -> str:
    """A change as a block of HTML.

    Args:
        anchors: Its anchors, its own first.
        versions: What the two sides are called.
        named: Names the items.
        placing: Where the links of the texts lead, from the root of the site.
        page: How the page shows such addresses.
        words: The language.
        heading: Rank of the heading, which must fit what stands before.

    Returns:
        A ``<section>`` with what the filters ask for in ``data-`` attributes; all texts are escaped.
    """
    aspects = " ".join(change.aspects)
    significance = change.significance
    facts = (
        f'data-relation="{change.relation}" data-aspect="{aspects}" data-significance="{significance}" '
        f'data-level="{change.level}"'
    )
    more = "".join(f'<span id="{escape(anchor)}"></span>' for anchor in anchors[1:])
    permalink = (
        f'<a class="headerlink" href="#{escape(anchors[0])}" title="{escape(words.text("Link to this change"))}">¶</a>'
    )
    weight = escape(words.text(SIGNIFICANCE_WORDS[significance]))
    badge = f'<span class="change-significance change-significance--{significance}">{weight}</span>'
    lines = [
        f'<section class="change" id="{escape(anchors[0])}" {facts}>',
        f'<h{heading} class="change-head">{more}{_heading(change, versions, named, words)}{permalink}</h{heading}>',
        f'<p class="change-kind"><span class="change-relation">{escape(kind_words(change, words))}</span> {badge}</p>',
    ]
    writer = RedlineWriter(page, words=words)
    if change.title_revision:
        title = fill(words.text("Title: {title}"), title=change.title_revision)
        lines.append(f'<p class="redline-title">{writer.inline(title)}</p>')
    if is_revised(change.revision):
        lines.append(f'<div class="redline">\n{writer.blocks(quote_revision(change, placing))}</div>')
        old, new = quote_side(change, "old", placing), quote_side(change, "new", placing)
        if old and new:
            lines.append(_sides(map(writer.blocks, (old, new)), versions, words))
    lines += [f'<p class="change-detail">{escape(detail)}</p>' for detail in detail_words(change, words)]
    # All of an article is informative, which is said once.
    if change.part != "article" and (sentence := reason_sentence(change, words)):
        lines.append(f'<p class="change-reasons">{escape(sentence)}</p>')
    notes = (words.text("Note: {note}", note=" ".join(note.split())) for note in change.notes)
    lines += [f'<p class="change-note">{escape(note)}</p>' for note in notes]
    return "\n".join([*lines, "</section>"])


def _sides(sides: Iterable[str], versions: tuple[str, str], words: Phrasebook) -> str:
    columns = "".join(
        f'<div class="redline-side">\n<p class="redline-version">{escape(version)}</p>\n{side}</div>\n'
        for side, version in zip(sides, versions, strict=True)
    )
    return (
        f'<details class="redline-sides"><summary>{escape(words.text("Side by side"))}</summary>\n'
        f'<div class="columns">\n{columns}</div></details>'
    )


def _heading(change: Change, versions: tuple[str, str], named: Named, words: Phrasebook) -> str:
    old = [named(change, "old", item) for item in change.old]
    new = [named(change, "new", item) for item in change.new]
    if not old or not new:
        return _names(old or new)
    if len(old) == 1 and [name for _, name in old] == [name for _, name in new]:
        # The same name on either side is said once.
        address = old[0][0]
        there = escape(words.text("in {version}", version=versions[0]))
        before = f' <a class="change-before" href="{escape(address)}">{there}</a>' if address else ""
        return _names(new) + before
    became = escape(words.text(in_context("between two names", "became")))
    return f'{_names(old)} <span class="change-arrow" role="img" aria-label="{became}">→</span> {_names(new)}'


def _names(named: Sequence[tuple[str | None, str]]) -> str:
    made = []
    for address, name in named:
        if address is None:
            made.append(escape(name))
        else:
            # An id is not to be broken at its hyphens.
            item, space, rest = name.partition(" ")
            made.append(
                f'<a href="{escape(address)}"><span class="change-id">{escape(item)}</span>{space}{escape(rest)}</a>'
            )
    return ", ".join(made)
