"""Properties and names as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from editions.formats.oscal.reading.node import Node
from editions.formats.oscal.terms import OSCAL_NAMESPACE

OSCAL_NAMESPACES = ("", "http://csrc.nist.gov/ns/oscal", OSCAL_NAMESPACE)


def words(name: str) -> str:
    """A name as words.

    Args:
        name: Such as ``assessment-objective``.

    Returns:
        Such as ``Assessment objective``.
    """
    spaced = " ".join(name.replace("-", " ").replace("_", " ").split())
    return spaced[:1].upper() + spaced[1:]


def oscal_prop(node: Node, name: str) -> str:
    """A property of OSCAL's own.

    Args:
        node: An object with properties.
        name: Name of the property.

    Returns:
        Its value, where it stands several times the one without a class; empty if it is not there.
    """
    found = [it for it in node.all("props") if it.text("name") == name and it.text("ns") in OSCAL_NAMESPACES]
    plain = [it for it in found if not it.text("class")]
    return (plain or found)[0].text("value").strip() if found else ""


def grouped(props: Iterable[Node]) -> Iterator[tuple[str, list[Node]]]:
    """Properties of one name together.

    Args:
        props: Properties.

    Yields:
        Each name with its properties, in order.
    """
    found: dict[str, list[Node]] = {}
    for prop in props:
        found.setdefault(prop.text("name"), []).append(prop)
    yield from found.items()
