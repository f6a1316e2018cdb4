"""Images in a Markdown text, in every form that the pages know: inline, by reference, and as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser

from editions.source.markdown_links import MarkdownLink, links, without_code

_BRACKETS = re.compile(r"\\.|!?\[|\]|\n[ \t]*(?=\n)", re.DOTALL)
_OPENING = re.compile(r"\([ \t]*(?:\n[ \t]*)?<?")
_CLOSING = re.compile(r""">?(?:\s+(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'))?\s*\)""")
_REFERENCE = re.compile(r"[ \n]?\[([^\[\]]*)\]")
_DEFINITION = re.compile(
    r"""^[ \t>]*\[(?!\^)(?P<label>[^\[\]\n]+)\]:[ \t]*(?:\n[ \t]*)?(?:<(?P<bracketed>[^<>\n]*)>|(?P<target>\S+))"""
    r"""(?:[ \t]*\n?[ \t]*(?:"(?P<double>[^"\n]*)"|'(?P<single>[^'\n]*)'|\((?P<round>[^()\n]*)\)))?[ \t]*$\n?""",
    re.MULTILINE,
)
_HTML = re.compile(r"""<img\b(?:[^<>"']|"[^"]*"|'[^']*'){0,4000}>""", re.IGNORECASE)


@dataclass(frozen=True)
class Definition:
    """What a reference stands for.

    Attributes:
        label: Its label, in the form in which labels are compared.
        target: Its target, as written.
        title: Its title, possibly empty.
        start: Place of its first character in the text.
        end: Place after its line.
    """

    label: str
    target: str
    title: str
    start: int
    end: int


@dataclass(frozen=True)
class MarkdownImage:
    """An image in a Markdown text.

    Attributes:
        words: Its alternative text, Markdown as written; plain text where it is HTML.
        target: Where its file is, as written.
        title: Its title, possibly empty.
        start: Place of its first character in the text.
        end: Place after its last character.
        is_html: Whether it is written as HTML.
        in_link: Whether it stands in the words of a link.
        definition: The definition that names its file, where one does.
    """

    words: str
    target: str
    title: str
    start: int
    end: int
    is_html: bool = False
    in_link: bool = False
    definition: Definition | None = None


def images(markdown: str) -> list[MarkdownImage]:
    """Find the images of a text.

    Args:
        markdown: The text.

    Returns:
        Its images in order, of images within each other the outer ones; what stands in code or comments is none.
    """
    if "![" not in markdown and "<img" not in markdown.lower():
        return []
    clean = without_code(markdown)
    found = sorted([*_marked(markdown, clean), *_html(markdown, clean)], key=lambda it: (it.start, -it.end))
    outer: list[MarkdownImage] = []
    for image in found:
        if not outer or image.start >= outer[-1].end:
            outer.append(image)
    return outer


def references(markdown: str, definition: Definition) -> int:
    """Count what refers to a definition.

    Args:
        markdown: The text in which it stands.
        definition: The definition.

    Returns:
        How many brackets of the text besides its own hold its label.
    """
    labels = (_label(match[1]) for match in re.finditer(r"(?=\[([^\[\]]*)\])", without_code(markdown)))
    return sum(label == definition.label for label in labels) - 1


def _marked(markdown: str, clean: str) -> Iterator[MarkdownImage]:
    targets = {link.start: link for link in links(markdown)}
    definitions: dict[str, Definition] = {}
    for match in _DEFINITION.finditer(clean):
        start, end = match.span("target") if match["bracketed"] is None else match.span("bracketed")
        title = match["double"] or match["single"] or match["round"] or ""
        made = Definition(_label(match["label"]), markdown[start:end], title, match.start(), match.end())
        definitions.setdefault(made.label, made)
    open_brackets: list[int] = []
    found: list[MarkdownImage] = []
    for match in _BRACKETS.finditer(clean):
        mark = match[0]
        if mark.endswith("["):
            open_brackets.append(match.start())
        elif mark[0] == "\n":
            open_brackets.clear()
        elif mark == "]" and open_brackets:
            start = open_brackets.pop()
            if clean[start] == "!":
                image = _image(markdown, clean, start, match.start(), targets, definitions)
                found += [image] if image else []
            elif clean[match.end() : match.end() + 1] in ("(", "["):
                place = len(found)
                while place and found[place - 1].start > start:
                    place -= 1
                    found[place] = replace(found[place], in_link=True)
    yield from found


def _image(
    markdown: str,
    clean: str,
    start: int,
    close: int,
    targets: dict[int, MarkdownLink],
    definitions: dict[str, Definition],
) -> MarkdownImage | None:
    """The image whose words stand in the bracket that ends at a place."""
    words = markdown[start + 2 : close]
    opening = _OPENING.match(clean, close + 1)
    link = targets.get(opening.end()) if opening else None
    closing = _CLOSING.match(clean, link.end) if link else None
    if link and closing:
        title = closing["double"] or closing["single"] or ""
        return MarkdownImage(words, link.target, title, start, closing.end())
    reference = _REFERENCE.match(clean, close + 1)
    end = close + 1
    definition = definitions.get(_label(reference[1] or words)) if reference else None
    if definition is not None and reference is not None:
        end = reference.end()
    else:
        definition = definitions.get(_label(words))
    if definition is None:
        return None
    return MarkdownImage(words, definition.target, definition.title, start, end, definition=definition)


def _html(markdown: str, clean: str) -> Iterator[MarkdownImage]:
    for match in _HTML.finditer(clean):
        attributes = _Attributes()
        attributes.feed(markdown[match.start() : match.end()])
        said = attributes.found
        yield MarkdownImage(
            said.get("alt", ""), said.get("src", ""), said.get("title", ""), match.start(), match.end(), is_html=True
        )


class _Attributes(HTMLParser):
    """Reads the attributes of one tag."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            self.found.setdefault(name, value or "")


def _label(text: str) -> str:
    return " ".join(text.split()).casefold()
