"""What is wrong with a text as such: what the dialect does not allow, and what has no place where the text is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editions.source.invisible_characters import invisible_characters
from editions.source.problem import Problem
from editions.text.inline_tree import Image, LineBreak, Link, Tagged, Words
from editions.text.links import headings, links
from editions.text.tree import Directive
from editions.text.walking import Node, text_nodes
from editions.validation.project_texts import WrittenText

IMAGE_ELSEWHERE = (
    "comes from another site, from which pages load nothing; put it into the folder of the pages and write its address"
)
_ELSEWHERE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_WITHOUT_HOST = re.compile(r"(?:https?:(?!//)|(?:https?:)?//(?![^\s/?#]+(?:[/?#]|$)))", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f]")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".svg")
_WITHOUT_HEADINGS = {
    "criterion": "a criterion's text",
    "value": "a text in front matter",
    "erratum": "the text of an erratum",
}


def is_elsewhere(target: str) -> bool:
    """Whether a picture is one of another site."""
    return _ELSEWHERE.match(target) is not None


def is_picture(target: str) -> bool:
    """Whether a target is named like a picture of this site."""
    path = target.partition("#")[0].partition("?")[0]
    return path.lower().endswith(_PICTURES) and not _SCHEME.match(target) and not is_elsewhere(target)


def short(target: str) -> str:
    """A target for messages."""
    return repr(target if len(target) <= 200 else f"{target[:199]}…")


def text_problems(text: WrittenText) -> Iterator[Problem]:
    """Check a text.

    Yields:
        A problem for each construct that the dialect does not have, for a heading in a text that has none, for a
        directive outside of articles, for an image that is no picture of this site, for a link that browsers do not
        follow and for each invisible character. Pages of the site's own are written in another dialect: of its
        problems, theirs are what has no end and what exceeds a limit.
    """
    for problem in text.text.problems:
        if problem.kind in ("unclosed", "limit") or (text.kind != "page" and problem.kind != "unused"):
            yield text.problem(problem.line, problem.message, problem.written)
    if place := _WITHOUT_HEADINGS.get(text.kind):
        for heading in headings(text.text):
            message = f"{place} has no headings; write **bold** words or a list, or move it to the guidance"
            yield text.problem(heading.line, message)
    if text.kind != "article":
        for node in text_nodes(text.text):
            if isinstance(node, Directive):
                yield text.problem(node.line, "directives are shown in articles only; remove it")
    for node in links(text.text):
        if isinstance(node, Image) and (wrong := _image_message(node.target)):
            yield text.problem(node.line, f"the image {short(node.target)} {wrong}", node.target)
        elif isinstance(node, Link) and (wrong := _link_message(node.target)):
            yield text.problem(node.line, f"the link {short(node.target)} {wrong}", node.target)
    if not text.pointer:  # the values of YAML are checked as such
        yield from _invisible(text)
    if "&" in text.text.markdown:
        yield from _invisible_entities(text)


def _image_message(target: str) -> str | None:
    if is_elsewhere(target):
        return IMAGE_ELSEWHERE
    if not is_picture(target):
        return "is not a picture file; write [words](address) for a link, or name a file such as /flow.png"
    return None


def _link_message(target: str) -> str | None:
    if _CONTROL.search(target):
        return "contains a control character; remove it"
    return "names no host; write https:// and the name of one" if _WITHOUT_HOST.match(target) else None


def text_notices(text: WrittenText) -> Iterator[Problem]:
    """Find definitions of links that nothing uses: no reader sees them, and a comparison shows what they hide."""
    if text.kind != "page":
        for problem in text.text.problems:
            if problem.kind == "unused":
                yield text.problem(problem.line, problem.message, problem.written)


def _invisible(text: WrittenText) -> Iterator[Problem]:
    for line, _, name in invisible_characters(text.text.markdown):
        yield text.problem(line, f"contains the invisible character {name}; remove it")


def _invisible_entities(text: WrittenText) -> Iterator[Problem]:
    """Find characters that cannot be seen and that are written as entities, such as ``&shy;``."""
    line = 1
    for node in text_nodes(text.text):
        line = line + 1 if isinstance(node, LineBreak) else getattr(node, "line", line)
        for shown in _shown(node):
            for _, place, name in invisible_characters(shown):
                if shown[max(0, place - 1) : place + 2] not in text.text.markdown:  # else it is reported as written
                    yield text.problem(line, f"contains an entity for the invisible character {name}; remove it")


def _shown(node: Node) -> tuple[str, ...]:
    """What a node itself shows or leads to, of which entities can be a part."""
    match node:
        case Words(text=shown) | Tagged(title=shown):
            return (shown,)
        case Link(title=title, target=target):
            return title, target
        case Image(alternative=alternative, title=title, target=target):
            return alternative, title, target
    return ()
