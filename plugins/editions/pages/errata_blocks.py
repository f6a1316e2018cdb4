"""Errata shown beside the released text that they correct, which itself never changes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from editions.model import Erratum
from editions.pages.edition_place import EditionPlace
from editions.pages.parts import Group, Line, Part, Written
from editions.pages.sentences import deleted, fill, sentence, strong
from editions.text.inline_tree import Tagged
from editions.text.tree import Paragraph, Text
from editions.words.messages import in_context
from editions.words.phrasebook import Phrasebook

FOR = in_context("erratum: what is wrong", "For: {words}")
READ = in_context("erratum: what it should read", "Read:")
READ_WORDS = in_context("erratum: what it should read", "Read: {words}")


def errata_block(place: EditionPlace, item: str | None, path: str, *, own: bool = False) -> list[Part]:
    """The errata of an item.

    Args:
        item: Id of a domain or criterion; ``None`` for the edition's own text.
        path: The page that shows them, in the tree of pages.
        own: Whether it is the item's own page, where each erratum is an anchor.

    Returns:
        A part for each erratum.
    """
    seen: Counter[str] = Counter()
    parts: list[Part] = []
    for number, erratum in enumerate(place.publication.standard.errata_of(place.edition, item), start=1):
        anchor = erratum_anchor(erratum, seen) if own else ""
        text = Written(erratum.text, place.links(erratum.origin.path, path), f"{item or 'edition'}--erratum-{number}")
        parts.append(_erratum(erratum, text, anchor, place.words))
    return parts


def erratum_anchor(erratum: Erratum, seen: Counter[str], within: str = "") -> str:
    """The anchor of an erratum on its item's page, which its entry in the feed names too.

    Args:
        seen: How many errata of the same day came before; the erratum is counted in.
        within: Whatever tells the page from others, if ``seen`` is of several.

    Returns:
        The anchor, such as ``erratum-2026-05-03`` and, of a second one that day, ``erratum-2026-05-03-2``.
    """
    anchor = f"erratum-{erratum.date}"
    seen[within + anchor] += 1
    number = seen[within + anchor]
    return anchor if number == 1 else f"{anchor}-{number}"


def _erratum(erratum: Erratum, text: Written, anchor: str, words: Phrasebook) -> Group:
    name, date = strong(words.text("Erratum")), words.date(erratum.date)
    head = Line(fill(words.text("{erratum}, {date}: {what}"), erratum=name, date=date, what=erratum.what))
    parts: tuple[Part, ...] = (head, Line(sentence(words.text("The text should read:"))), text)
    if erratum.original is not None:
        before = Line(fill(words.text(FOR), words=deleted(erratum.original)))
        parts = (head, before, replace(text, text=_inserted(text.text, words)))
    return Group(parts, "erratum", anchor, role="note")


def _inserted(text: Text, words: Phrasebook) -> Text:
    """A text as what came in place of another one."""
    blocks = [Paragraph((Tagged("ins", it.children),)) if isinstance(it, Paragraph) else it for it in text.blocks]
    first = blocks[0] if blocks else None
    inside = first.children if isinstance(first, Paragraph) else ()
    lead = fill(words.text(READ_WORDS), words=inside) if inside else sentence(words.text(READ))
    return replace(text, blocks=(Paragraph(lead), *blocks[bool(inside) :]))
