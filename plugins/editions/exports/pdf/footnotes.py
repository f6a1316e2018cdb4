"""Footnotes (Python-Markdown's ``footnotes``) taken out of the list at the end of a text."""

from __future__ import annotations

from editions.exports.pdf.html_tree import Element


def take_notes(root: Element) -> dict[str, Element]:
    """Take the list of footnotes out of a text.

    Args:
        root: The text; the list is removed from it.

    Returns:
        The notes by their anchors, without the links back into the text.
    """
    notes: dict[str, Element] = {}
    for place, child in enumerate(root.children):
        if isinstance(child, Element) and "footnote" in child.classes:
            for item in _all(child, "li"):
                _without_back_links(item)
                notes[item.attributes.get("id", "")] = item
            del root.children[place]
            break
    return notes


def _without_back_links(element: Element) -> None:
    kept = [it for it in element.children if isinstance(it, str) or "footnote-backref" not in it.classes]
    element.children[:] = kept
    for child in kept:
        if isinstance(child, Element):
            _without_back_links(child)


def _all(element: Element, tag: str) -> list[Element]:
    found = []
    for child in element.children:
        if isinstance(child, Element):
            found += [child] if child.tag == tag else _all(child, tag)
    return found
