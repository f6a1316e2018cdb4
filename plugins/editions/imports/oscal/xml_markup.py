"""The markup of OSCAL's XML written in OSCAL's Markdown (Metaschema, markup-line and markup-multiline)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Protocol

_SPACE = re.compile(r"\s+")
_SIGNS = re.compile(r"[\\`*~^]|(?<!\w)_|_(?!\w)|\](?=[(\[:])|\{(?=\{)")
_ENTITY = re.compile(r"&(?=#?[A-Za-z0-9]+;)")
_OPENING = re.compile(r"^(?:([-+#>=])|([0-9]+)([.)]))(?=\s|$)")
_HEADING = re.compile(r"h[1-6]")
# Element by its marks; what shows a text as it is takes no further markup.
_MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**", "sub": "~", "sup": "^"}
_INLINE = frozenset({*_MARKS, "a", "code", "q", "insert", "img", "br"})


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
    return _SPACE.sub(" ", "".join(_inline(it) for it in content)).strip()


def prose_markdown(content: Sequence[object]) -> str:
    """Write markup of several blocks.

    Args:
        content: Elements such as ``p`` and ``ul``; text between them counts as a paragraph.

    Returns:
        Markdown with empty lines between blocks.
    """
    blocks: list[str] = []
    run: list[object] = []

    def paragraph() -> None:
        text = line_markdown(run)
        if text:
            blocks.append(_opened(text))
        run.clear()

    for it in content:
        if isinstance(it, str) or getattr(it, "name", "") in _INLINE:
            run.append(it)
            continue
        paragraph()
        made = _block(it)  # type: ignore[arg-type]
        if made:
            blocks.append(made)
    paragraph()
    return "\n\n".join(blocks)


def _inline(it: object) -> str:
    if isinstance(it, str):
        signs = _ENTITY.sub("&amp;", _SIGNS.sub(r"\\\g<0>", it))
        return signs.replace("<", "&lt;")
    element: Element = it  # type: ignore[assignment]
    write = _WRITTEN.get(element.name)
    if write is not None:
        return write(element)
    inside = "".join(_inline(each) for each in element.content)
    mark = _MARKS.get(element.name)
    if mark is None or not inside.strip():
        return inside
    # Marks stand at words: "*a *" is no emphasis.
    lead, tail = inside[: len(inside) - len(inside.lstrip())], inside[len(inside.rstrip()) :]
    return f"{lead}{mark}{inside.strip()}{mark}{tail}"


def _code(element: Element) -> str:
    text = _SPACE.sub(" ", element.text()).strip()
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text}{space}{fence}" if text else ""


def _quote(element: Element) -> str:
    return f'"{"".join(_inline(each) for each in element.content)}"'


def _link(element: Element) -> str:
    text = "".join(_inline(each) for each in element.content)
    target = element.attributes.get("href", "")
    return f"[{text}]({_target(target)})" if target else text


def _image(element: Element) -> str:
    alt = _inline(element.attributes.get("alt", ""))
    return f"![{alt}]({_target(element.attributes.get('src', ''))})"


def _target(target: str) -> str:
    target = target.strip()
    return f"<{target}>" if re.search(r"[\s()]", target) and not re.search(r"[<>\n]", target) else target


def _insert(element: Element) -> str:
    kind = element.attributes.get("type", "param")
    return f"{{{{ insert: {kind}, {element.attributes.get('id-ref', '')} }}}}"


_WRITTEN: dict[str, Callable[[Element], str]] = {
    "code": _code,
    "q": _quote,
    "a": _link,
    "img": _image,
    "insert": _insert,
    "br": lambda element: " ",
}


def _opened(text: str) -> str:
    """A paragraph whose first signs begin no list, heading or quotation."""
    return _OPENING.sub(lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}", text)


def _block(element: Element) -> str:
    name = element.name
    if name in ("ul", "ol"):
        return _list(element)
    if name == "pre":
        text = element.text().strip("\n")
        fence = "`" * max(3, max((len(run) + 1 for run in re.findall("`+", text)), default=0))
        return f"{fence}\n{text}\n{fence}"
    if name == "table":
        return _table(element)
    if name == "blockquote":
        return "\n".join(f"> {line}".rstrip() for line in prose_markdown(element.content).split("\n"))
    if name == "hr":
        return "---"
    if _HEADING.fullmatch(name):
        return f"{'#' * int(name[1])} {line_markdown(element.content)}"
    if name == "p":
        return _opened(line_markdown(element.content))
    return prose_markdown(element.content)


def _list(element: Element) -> str:
    items = []
    for number, item in enumerate((it for it in element.elements() if it.name == "li"), 1):
        mark = f"{number}." if element.name == "ol" else "-"
        lines = _item(item).split("\n")
        items.append("\n".join([f"{mark} {lines[0]}", *(f"    {line}" if line else "" for line in lines[1:])]))
    return "\n".join(items)


def _item(element: Element) -> str:
    """A list's item: a nested list follows its text at once, other blocks after an empty line."""
    text = prose_markdown(element.content)
    return re.sub(r"\n\n(?=(?:-|[0-9]+\.) )", "\n", text)


def _table(element: Element) -> str:
    rows: list[list[str]] = []
    waiting: list[Element] = [element]
    while waiting:
        it = waiting.pop(0)
        if it.name == "tr":
            cells = [cell for cell in it.elements() if cell.name in ("th", "td")]
            rows.append([line_markdown(cell.content).replace("|", "\\|") for cell in cells])
        else:
            waiting = [*it.elements(), *waiting]
    if not rows:
        return ""
    width = max(len(row) for row in rows)
    head, *rest = [row + [""] * (width - len(row)) for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * width, *rest])
