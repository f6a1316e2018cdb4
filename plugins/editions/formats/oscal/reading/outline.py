"""The outline of a catalog: which groups become domains, which controls criteria, and what is withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from editions.formats.oscal.reading.node import Node
from editions.formats.oscal.reading.props import oscal_prop

_LOOSE = Node(1, {"id": "controls", "title": "Controls"})


@dataclass(eq=False)
class OutlinedControl:
    """A control that becomes a criterion, or one that is withdrawn.

    Attributes:
        node: The control.
        groups: The groups between its domain and it, outermost first.
        holders: The controls that hold it, outermost first; it is an enhancement of the last.
        id: Its id in the edition.
    """

    node: Node
    groups: tuple[Node, ...]
    holders: tuple[Node, ...] = ()
    id: str = ""

    @property
    def written(self) -> str:
        """Its id as the file has it."""
        return self.node.text("id")


@dataclass(eq=False)
class OutlinedDomain:
    """A group at the top that holds at least one control that is not withdrawn.

    Attributes:
        node: The group.
        groups: Every group within, with the groups around it, in the order of reading.
        controls: Its controls, likewise.
        withdrawn: Its withdrawn controls.
        id: Its id in the edition.
        slug: The last part of its address.
    """

    node: Node
    groups: list[tuple[Node, ...]] = field(default_factory=list)
    controls: list[OutlinedControl] = field(default_factory=list)
    withdrawn: list[OutlinedControl] = field(default_factory=list)
    id: str = ""
    slug: str = ""


def outlined(catalog: Node) -> list[OutlinedDomain]:
    """Outline a catalog.

    Returns:
        Its groups in order, those without a control among them; controls that stand in no group come last, in a group
        of their own.
    """
    found = [_domain(group) for group in catalog.all("groups")]
    loose = catalog.all("controls")
    if loose:
        group = Node(loose[0].line, _LOOSE.texts, {"controls": loose})
        found.append(_domain(group))
    return found


def is_withdrawn(control: Node) -> bool:
    """Whether a control is withdrawn.

    Returns:
        Whether its property ``status`` says so (OSCAL, catalog, control/prop).
    """
    return oscal_prop(control, "status").lower() == "withdrawn"


def _domain(group: Node) -> OutlinedDomain:
    domain = OutlinedDomain(group)
    _walk(domain, group, ())
    return domain


def _walk(domain: OutlinedDomain, group: Node, around: tuple[Node, ...]) -> None:
    domain.groups.append(around)
    for control in group.all("controls"):
        for each in _controls(control, around, ()):
            (domain.withdrawn if is_withdrawn(each.node) else domain.controls).append(each)
    for inner in group.all("groups"):
        _walk(domain, inner, (*around, inner))


def _controls(control: Node, groups: tuple[Node, ...], holders: tuple[Node, ...]) -> Iterator[OutlinedControl]:
    yield OutlinedControl(control, groups, holders)
    for inner in control.all("controls"):
        yield from _controls(inner, groups, (*holders, control))
