"""Errata shown beside the released text that they correct, which itself never changes."""

from __future__ import annotations

from collections import Counter

from editions.model import Erratum
from editions.pages.edition_place import EditionPlace
from editions.pages.markdown_text import plain
from editions.pages.published_links import published


def errata_block(place: EditionPlace, item: str | None, path: str, *, own: bool = False) -> list[str]:
    """The errata of an item.

    Args:
        place: The edition and where its pages stand.
        item: Id of a domain or criterion; ``None`` for the edition's own text.
        path: The generated Markdown file that shows them.
        own: Whether it is the item's own page, where each erratum is an anchor.

    Returns:
        Markdown blocks, one for each erratum.
    """
    seen: Counter[str] = Counter()
    blocks = []
    for erratum in place.publication.standard.errata_of(place.edition, item):
        anchor = erratum_anchor(erratum, seen) if own else ""
        blocks.append(_block(place, erratum, path, anchor))
    return blocks


def erratum_anchor(erratum: Erratum, seen: Counter[str], within: str = "") -> str:
    """The anchor of an erratum on its item's page, which its entry in the feed names too.

    Args:
        erratum: The erratum.
        seen: How many errata of the same day came before; the erratum is counted in.
        within: Whatever tells the page from others, if ``seen`` is of several.

    Returns:
        The anchor, such as ``erratum-2026-05-03`` and, of a second one that day, ``erratum-2026-05-03-2``.
    """
    anchor = f"erratum-{erratum.date}"
    seen[within + anchor] += 1
    number = seen[within + anchor]
    return anchor if number == 1 else f"{anchor}-{number}"


def _block(place: EditionPlace, erratum: Erratum, path: str, anchor: str) -> str:
    context = place.links(erratum.origin.path, path)
    identity = f' id="{anchor}"' if anchor else ""
    lines = [f'<div class="erratum"{identity} role="note" markdown="1">']
    lines.append(f"**Erratum**, {erratum.date.words}: {plain(erratum.what)}")
    if erratum.original is not None:
        lines.append(f"For: <del>{plain(erratum.original)}</del>")
        lines.append(f"Read: <ins>{published(erratum.text.markdown, context)}</ins>")
    else:
        lines += ["The text should read:", published(erratum.text.markdown, context)]
    lines.append("</div>")
    return "\n\n".join(lines)
