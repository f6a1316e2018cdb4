"""The markup of OSCAL's XML (Metaschema, markup-line and markup-multiline) written in OSCAL's Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, cast

from editions.text.commonmark import CommonMarkWriter
from editions.text.inline_tree import Citation, CodeSpan, Emphasis, Image, Inline, Link, Tag, Tagged, Words
from editions.text.tree import Block, Cell, CodeBlock, Heading, List, ListItem, Paragraph, Quotation, Rule, Table
from editions.text.walking import words_of

_STRONG = {"em": False, "i": False, "strong": True, "b": True}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


class Element(Protocol):
    """An element as the reader of XML makes it."""

    name: str
    attributes: dict[str, str]

    @property
    def content(self) -> Sequence[object]:
        """Texts and elements within."""

    def elements(self) -> Sequence[Element]:
        """The elements within."""

    def text(self) -> str:
        """The text within."""


def line_markdown(content: Sequence[object]) -> str:
    """Write markup that stands on one line.

    Args:
        content: Texts and elements.

    Returns:
        Markdown on one line.
    """
    return _Writer().line(_inlines(content))


def prose_markdown(content: Sequence[object]) -> str:
    """Write markup of several blocks.

    Args:
        content: Elements such as ``p`` and ``ul``; text between them counts as a paragraph.

    Returns:
        Markdown with empty lines between blocks.
    """
    return _Writer().blocks(_blocks(content))


class _Writer(CommonMarkWriter):
    """Writes what is plain CommonMark, with OSCAL's own marks escaped and its insertions as they are."""

    def words(self, words: str) -> str:
        return super().words(words).replace("~", "\\~").replace("^", "\\^")

    def piece(self, node: Inline) -> str:
        return node.written if isinstance(node, Citation) else super().piece(node)


def _blocks(content: Sequence[object]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    run: list[object] = []

    def end_paragraph() -> None:
        children = _inlines(run)
        if children:
            blocks.append(Paragraph(children))
        run.clear()

    for it in content:
        if isinstance(it, str) or getattr(it, "name", "") in _INLINE:
            run.append(it)
        else:
            end_paragraph()
            blocks += _block(cast("Element", it))
    end_paragraph()
    return tuple(blocks)


def _inlines(content: Iterable[object]) -> tuple[Inline, ...]:
    """The nodes of a line, without blanks at its ends."""
    return _without_outer_blanks(list(_nodes(content)))


def _nodes(content: Iterable[object]) -> Iterable[Inline]:
    for it in content:
        if isinstance(it, str):
            yield Words(_single(it))
            continue
        element = cast("Element", it)
        read = _READ.get(element.name)
        yield from read(element) if read is not None else _nodes(element.content)


def _single(text: str) -> str:
    """A text in which white space is single blanks, as XML means it."""
    inside = " ".join(text.split())
    if not inside:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{inside}{' ' if text[-1].isspace() else ''}"


def _without_outer_blanks(nodes: list[Inline]) -> tuple[Inline, ...]:
    while nodes and isinstance(nodes[0], Words) and not nodes[0].text.strip():
        nodes.pop(0)
    while nodes and isinstance(nodes[-1], Words) and not nodes[-1].text.strip():
        nodes.pop()
    if nodes and isinstance(nodes[0], Words):
        nodes[0] = Words(nodes[0].text.lstrip())
    if nodes and isinstance(nodes[-1], Words):
        nodes[-1] = Words(nodes[-1].text.rstrip())
    return tuple(nodes)


def _emphasis(element: Element) -> Iterable[Inline]:
    inside = tuple(_nodes(element.content))
    return (Emphasis(inside, strong=_STRONG[element.name]),) if words_of(inside) else inside


def _link(element: Element) -> Iterable[Inline]:
    inside, target = tuple(_nodes(element.content)), element.attributes.get("href", "").strip()
    return (Link(target, inside),) if target else inside


def _image(element: Element) -> Iterable[Inline]:
    return (Image(element.attributes.get("src", "").strip(), _single(element.attributes.get("alt", ""))),)


def _code(element: Element) -> Iterable[Inline]:
    text = " ".join(element.text().split())
    return (CodeSpan(text),) if text else ()


def _insert(element: Element) -> Iterable[Inline]:
    kind, identifier = element.attributes.get("type", "param"), element.attributes.get("id-ref", "")
    return (Citation((), f"{{{{ insert: {kind}, {identifier} }}}}"),)


_READ: dict[str, Callable[[Element], Iterable[Inline]]] = {
    **dict.fromkeys(_STRONG, _emphasis),
    **dict.fromkeys(("sub", "sup"), lambda it: (Tagged(cast("Tag", it.name), tuple(_nodes(it.content))),)),
    "code": _code,
    "q": lambda it: (Words('"'), *_nodes(it.content), Words('"')),
    "a": _link,
    "img": _image,
    "insert": _insert,
    "br": lambda it: (Words(" "),),
}
_INLINE = frozenset(_READ)


def _block(element: Element) -> tuple[Block, ...]:
    name = element.name
    if name in ("ul", "ol"):
        return (_list(element),)
    if name == "pre":
        return (CodeBlock("{}\n".format(element.text().strip("\n"))),)
    if name == "table":
        return _table(element)
    if name == "blockquote":
        return (Quotation(_blocks(element.content)),)
    if name == "hr":
        return (Rule(),)
    if name in _HEADINGS:
        return (Heading(_HEADINGS[name], _inlines(element.content)),)
    return _blocks(element.content)


def _list(element: Element) -> List:
    items = tuple(ListItem(_blocks(it.content)) for it in element.elements() if it.name == "li")
    tight = all(sum(not isinstance(block, List) for block in item.blocks) < 2 for item in items)
    return List(items, 1 if element.name == "ol" else None, tight)


def _table(element: Element) -> tuple[Block, ...]:
    rows: list[list[Cell]] = []
    waiting: list[Element] = [element]
    while waiting:
        it = waiting.pop(0)
        if it.name == "tr":
            rows.append([Cell(_inlines(cell.content)) for cell in it.elements() if cell.name in ("th", "td")])
        else:
            waiting = [*it.elements(), *waiting]
    if not rows:
        return ()
    width = max(len(row) for row in rows)
    head, *rest = (tuple(row + [Cell(())] * (width - len(row))) for row in rows)
    return (Table((None,) * width, head, tuple(rest)),)
