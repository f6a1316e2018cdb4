"""Catalogs that this engine wrote: what their properties say, so that they are read back as the same edition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from editions.formats.oscal.reading.node import Node
from editions.formats.oscal.terms import FORM, NAMESPACE, VERBATIM, OwnName, plain_of
from editions.formats.value_lines import value_in_lines
from editions.model import Reference
from editions.model.field_values import FieldValue, FieldValues, value_of
from editions.model.fields import ItemKind, added_fields
from editions.source.problem import Problem, Unpublishable

# Links that say again what the lineage says, or lead to the pages of the site that the catalog came from.
_DERIVED = ("alternate", "canonical", "predecessor-version", "successor-version", "latest-version")


@dataclass(frozen=True)
class OwnCriterion:
    """What a control says of its criterion.

    Attributes:
        title: Its title, if it has one.
        section: Its section, if it has one.
        level: Its level, if it has one.
        keywords: Its search words.
        references: Its crosswalk rows.
        more: Values of the other keys of the table of fields.
        text: Its text; ``None`` if the statement was changed by another tool, and has to be read as any other.
        rest: The control without all that.
    """

    title: str | None
    section: str | None
    level: str | None
    keywords: tuple[str, ...]
    references: tuple[Reference, ...]
    more: FieldValues
    text: str | None
    rest: Node


@dataclass(frozen=True)
class OwnDomain:
    """What a group says of its domain.

    Attributes:
        label: What is shown for its id.
        slug: The last part of its address.
        summary: What it covers, if that is stated.
        guidance: Its guidance.
        assessed_in: Keys of the assessments that cover it.
        more: Values of the other keys of the table of fields.
        rest: The group without all that.
    """

    label: str
    slug: str
    summary: str | None
    guidance: str
    assessed_in: tuple[str, ...]
    more: FieldValues
    rest: Node


def is_own(catalog: Node, path: str) -> bool:
    """Whether this engine wrote a catalog.

    Args:
        path: Its file, for problems.

    Returns:
        Whether its metadata say so.

    Raises:
        Unpublishable: If a later version of the engine wrote it, in a form that this one does not know.
    """
    metadata = catalog.one("metadata")
    form = first(metadata, OwnName.FORM) if metadata else None
    if form is None or form == FORM:
        return form is not None
    message = f"was written in the form {form[:20]!r} by a later version; this one knows form {FORM}, so upgrade it"
    raise Unpublishable((Problem(path, 1, message),))


def exact(prop: Node) -> str:
    """The value of one of our properties.

    Args:
        prop: The property.

    Returns:
        Its value as it was, also where OSCAL has no room for it.
    """
    return prop.text("remarks") if prop.text("class") == VERBATIM else prop.text("value")


def own_props(node: Node, name: str = "") -> list[Node]:
    """Our properties.

    Args:
        node: An object with properties.
        name: Their name, if only those of one are asked for.

    Returns:
        The properties in order.
    """
    return [it for it in node.all("props") if it.text("ns") == NAMESPACE and name in ("", it.text("name"))]


def every(node: Node, name: str) -> list[str]:
    """The values of our properties of a name.

    Args:
        node: An object with properties.
        name: Their name.

    Returns:
        The values in order.
    """
    return [exact(it) for it in own_props(node, name)]


def first(node: Node, name: str) -> str | None:
    """The value of one of our properties.

    Args:
        node: An object with properties.

    Returns:
        The value, or ``None`` if it is not there.
    """
    found = every(node, name)
    return found[0] if found else None


def text_of(part: Node) -> str:
    """The text of a part as its source has it.

    Args:
        part: A part, or a resource.

    Returns:
        The source that a property keeps, else the prose.
    """
    kept = own_props(part, OwnName.SOURCE)
    return kept[0].text("remarks") if kept else part.text("prose") or part.text("description")


def own_criterion(control: Node, references: dict[str, Reference]) -> OwnCriterion:
    """Read a control that we wrote.

    Args:
        references: Crosswalk rows by the UUIDs of their resources.

    Returns:
        What it says, and what another tool added to it.

    Raises:
        ValueError: If a property is no value of its key, because another tool changed it.
    """
    rows = [(link, references.get(link.text("href").removeprefix("#"))) for link in control.all("links")]
    left = [link for link, row in rows if row is None and link.text("rel") not in _DERIVED]
    statement = next((it for it in control.all("parts") if it.text("name") == "statement"), None)
    whole = statement is not None and not statement.all("parts") and not statement.text("title")
    parts = [it for it in control.all("parts") if (it is not statement or not whole) and not is_erratum(it)]
    texts, parts = _with_texts("criterion", parts)
    return OwnCriterion(
        title=None if first(control, "title") else plain_of(control.text("title")),
        section=first(control, "section"),
        level=first(control, "level"),
        keywords=tuple(every(control, "keyword")),
        references=tuple(row for _, row in rows if row is not None),
        more=own_values("criterion", control, texts),
        text=text_of(statement) if statement is not None and whole else None,
        rest=_rest(control, "criterion", left, parts),
    )


def own_domain(group: Node) -> OwnDomain:
    """Read a group that we wrote.

    Returns:
        What it says, and what another tool added to it.

    Raises:
        ValueError: If a property is no value of its key, because another tool changed it.
    """
    summary = next((it for it in group.all("parts") if it.text("class") == "summary"), None)
    guidance = next((it for it in group.all("parts") if it.text("name") == "guidance" and not it.all("parts")), None)
    parts = [it for it in group.all("parts") if it not in (summary, guidance) and not is_erratum(it)]
    texts, parts = _with_texts("domain", parts)
    links = [it for it in group.all("links") if it.text("rel") not in _DERIVED]
    labels = [it.text("value") for it in group.all("props") if it.text("name") == "label" and not it.text("ns")]
    return OwnDomain(
        label=first(group, "label") or (labels[0] if labels else ""),
        slug=first(group, OwnName.SLUG) or "",
        summary=None if summary is None else plain_of(summary.text("prose")),
        guidance="" if guidance is None else text_of(guidance),
        assessed_in=tuple(every(group, "assessed-in")),
        more=own_values("domain", group, texts),
        rest=_rest(group, "domain", links, parts),
    )


def own_values(kind: ItemKind, node: Node, texts: Mapping[str, Node]) -> FieldValues:
    """The values of the keys of the table of fields that the model has no attribute for.

    Args:
        kind: What the item is.
        node: The object with its properties.
        texts: What has its texts, by the names in the table.

    Raises:
        ValueError: If a property is no value of its key.
    """
    values: dict[str, FieldValue] = {}
    for field in added_fields(kind):
        if field.type == "text":
            values[field.key] = value_of(field, text_of(texts[field.oscal]) if field.oscal in texts else "")
        else:
            values[field.key] = value_in_lines(field, every(node, field.oscal))
    return FieldValues(values)


def _with_texts(kind: ItemKind, parts: Iterable[Node]) -> tuple[dict[str, Node], list[Node]]:
    """The parts of our namespace that have texts of those keys, each the first of its name, and the other parts."""
    names = {field.oscal for field in added_fields(kind) if field.type == "text"}
    texts: dict[str, Node] = {}
    others = []
    for part in parts:
        name = part.text("name")
        own = part.text("ns") == NAMESPACE and name in names and name not in texts and not part.all("parts")
        if own:
            texts[name] = part
        else:
            others.append(part)
    return texts, others


def is_erratum(part: Node) -> bool:
    """Whether a part is an erratum, which belongs to a release and to no edition that is read anew.

    Returns:
        Whether we wrote it as one.
    """
    return part.text("name") == OwnName.ERRATUM and part.text("ns") == NAMESPACE


def own_references(resources: Iterable[Node]) -> dict[str, Reference]:
    """The crosswalk rows of a catalog.

    Args:
        resources: The resources of its back matter.

    Returns:
        Rows by the UUIDs of their resources.
    """
    found = {}
    for resource in resources:
        framework, item = first(resource, OwnName.FRAMEWORK), first(resource, OwnName.FRAMEWORK_ITEM)
        if framework is not None and item is not None:
            rlinks = resource.all("rlinks")
            url = rlinks[0].text("href") if rlinks else None
            found[resource.text("uuid")] = Reference(framework, item, first(resource, OwnName.FRAMEWORK_VERSION), url)
    return found


def _rest(node: Node, kind: str, links: list[Node], parts: list[Node]) -> Node:
    texts = {key: text for key, text in node.texts.items() if key != "class" or text != kind}
    props = tuple(it for it in node.all("props") if it.text("ns") != NAMESPACE and it.text("name") != "sort-id")
    objects = {**node.objects, "props": props, "links": tuple(links), "parts": tuple(parts)}
    return replace(node, texts=texts, objects=objects)
