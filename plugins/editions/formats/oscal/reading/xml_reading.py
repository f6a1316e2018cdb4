"""An OSCAL catalog in XML made into the same nodes as one in JSON.

The parser is defusedxml's, which takes no document type, no entity and nothing from outside of the file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from defusedxml import DTDForbidden, EntitiesForbidden, ExternalReferenceForbidden
from defusedxml.ElementTree import DefusedXMLParser, ParseError

from editions.formats.oscal.reading.node import Node
from editions.formats.oscal.reading.shape import OTHER_MODELS, SHAPES, Member
from editions.formats.oscal.reading.xml_markup import line_markdown, prose_markdown
from editions.formats.oscal.terms import OSCAL_NAMESPACE
from editions.source.problem import Problem, Unpublishable

_MARKUP = frozenset({"p", "ul", "ol", "table", "pre", "blockquote", "img", "hr", "h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(slots=True, eq=False)
class XmlElement:
    """An element of the file.

    Attributes:
        name: Its name without namespace; with it in braces where it is not OSCAL's.
        attributes: Its attributes.
        line: Its line in the file.
        content: Texts and elements within, in order.
    """

    name: str
    attributes: dict[str, str]
    line: int
    content: list[str | XmlElement] = field(default_factory=list)

    def elements(self) -> list[XmlElement]:
        """The elements within."""
        return [it for it in self.content if isinstance(it, XmlElement)]

    def text(self) -> str:
        """The text within, without its markup."""
        return "".join(it if isinstance(it, str) else it.text() for it in self.content)


class _TooDeep(Exception):
    """Elements are nested deeper than any catalog."""


class _Builder:
    """Builds elements from what the parser finds."""

    def __init__(self, deepest: int) -> None:
        self._deepest = deepest
        self._open: list[XmlElement] = []
        self._text: list[str] = []
        self.root: XmlElement | None = None
        self.expat: Any = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._end_text()
        if len(self._open) >= self._deepest:
            raise _TooDeep
        name = tag.removeprefix(f"{{{OSCAL_NAMESPACE}}}") if tag.startswith("{") else f"{{}}{tag}"
        element = XmlElement(name, dict(attributes), self.expat.CurrentLineNumber)
        if self._open:
            self._open[-1].content.append(element)
        else:
            self.root = element
        self._open.append(element)

    def end(self, tag: str) -> None:
        self._end_text()
        self._open.pop()

    def data(self, text: str) -> None:
        self._text.append(text)

    def _end_text(self) -> None:
        """Put the pieces of a text together once: a parser may give many."""
        if self._text and self._open:
            self._open[-1].content.append("".join(self._text))
        self._text.clear()

    def close(self) -> XmlElement | None:
        return self.root


def read_xml(content: bytes, path: str, deepest: int) -> Node:
    """Read a catalog in XML.

    Args:
        content: The file.
        path: Its name, for problems.
        deepest: How deep elements may be nested.

    Returns:
        The catalog.

    Raises:
        Unpublishable: If it is no sound XML, declares a document type or entities, or is no catalog.
    """
    root = _parsed(content, path, deepest)
    if root.name in OTHER_MODELS:
        _refuse(path, root.line, f"is {OTHER_MODELS[root.name]}, and no catalog; name the OSCAL catalog itself")
    if root.name != "catalog":
        shown = root.name.removeprefix("{}")[:80]
        message = f"is no OSCAL document: its root is {shown!r}, not 'catalog' in the namespace {OSCAL_NAMESPACE}"
        _refuse(path, root.line, f"{message}; name an OSCAL catalog")
    return _node(root, "catalog")


def _refuse(path: str, line: int, message: str) -> None:
    raise Unpublishable((Problem(path, line, message),))


def _parsed(content: bytes, path: str, deepest: int) -> XmlElement:
    builder = _Builder(deepest)
    parser = DefusedXMLParser(target=builder, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    builder.expat = parser.parser

    def refuse(message: str) -> None:
        _refuse(path, builder.expat.CurrentLineNumber or 1, message)

    try:
        parser.feed(content)
        parser.close()
    except (DTDForbidden, EntitiesForbidden, ExternalReferenceForbidden):
        refuse("declares a document type or entities, which no catalog needs and which can do harm; remove them")
    except _TooDeep:
        refuse(f"elements are nested more than {deepest} deep, which no catalog is; mend the file")
    except (ParseError, ValueError, LookupError) as error:
        line = getattr(error, "position", (1, 0))[0] or 1
        reason = " ".join(str(error).split())[:160]
        _refuse(path, line, f"can't be read as XML: {reason}; get a whole copy or mend it")
    if builder.root is None:
        _refuse(path, 1, "holds no XML element; name an OSCAL catalog")
    assert builder.root is not None  # noqa: S101 - refused above
    return builder.root


def _node(element: XmlElement, shape: str) -> Node:
    members = SHAPES[shape]
    flags = {member.key: member for member in members if not member.element}
    by_element = {member.element: member for member in members if member.element}
    node = Node(element.line)
    unread: list[str] = []
    for name, value in element.attributes.items():
        if name in flags and flags[name].kind == "text":
            node.texts[name] = value
        else:
            unread.append(name)
    loose: list[str | XmlElement] = []
    objects: dict[str, list[Node]] = {}
    lists: dict[str, list[str]] = {}
    takes_loose = any(member.kind == "loose" for member in members)
    for child in element.elements():
        member = by_element.get(child.name)
        if member is None and takes_loose and child.name in _MARKUP:
            loose.append(child)
        elif member is None or member.kind == "unread":
            unread.append(child.name if member is None else member.key)
        else:
            _take(node, objects, lists, member, child)
    for member in members:
        if member.kind == "loose" and loose:
            node.texts[member.key] = prose_markdown(loose)
        if member.kind == "content":
            node.texts[member.key] = element.text().strip()
    node.objects.update({key: tuple(made) for key, made in objects.items()})
    node.lists.update({key: tuple(made) for key, made in lists.items()})
    return Node(node.line, node.texts, node.objects, node.lists, tuple(unread))


def _take(
    node: Node, objects: dict[str, list[Node]], lists: dict[str, list[str]], member: Member, child: XmlElement
) -> None:
    if member.kind in ("object", "objects"):
        objects.setdefault(member.key, []).append(_node(child, member.shape))
    elif member.kind in ("texts", "lines"):
        made = line_markdown(child.content) if member.kind == "lines" else child.text().strip()
        lists.setdefault(member.key, []).append(made)
    elif member.kind == "prose":
        node.texts[member.key] = prose_markdown(child.content)
    elif member.kind == "line":
        node.texts[member.key] = line_markdown(child.content)
    else:
        node.texts[member.key] = child.text().strip()
