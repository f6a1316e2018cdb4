"""Errata shown beside the released text that they correct, which itself never changes."""

from __future__ import annotations

from editions.model import Erratum
from editions.pages.edition_place import EditionPlace
from editions.pages.markdown_text import plain
from editions.pages.published_links import published


def errata_block(place: EditionPlace, item: str | None, path: str) -> list[str]:
    """The errata of an item.

    Args:
        place: The edition and where its pages stand.
        item: Id of a domain or criterion; ``None`` for the edition's own text.
        path: The generated Markdown file that shows them.

    Returns:
        Markdown blocks, one for each erratum.
    """
    return [_block(place, erratum, path) for erratum in place.publication.standard.errata_of(place.edition, item)]


def _block(place: EditionPlace, erratum: Erratum, path: str) -> str:
    context = place.links(erratum.origin.path, path)
    lines = ['<div class="erratum" role="note" markdown="1">']
    lines.append(f"**Erratum**, {erratum.date.words}: {plain(erratum.what)}")
    if erratum.original is not None:
        lines.append(f"For: <del>{plain(erratum.original)}</del>")
        lines.append(f"Read: <ins>{published(erratum.text, context)}</ins>")
    else:
        lines += ["The text should read:", published(erratum.text, context)]
    lines.append("</div>")
    return "\n\n".join(lines)
