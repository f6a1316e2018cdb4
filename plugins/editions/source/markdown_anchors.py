"""The anchors that a Markdown text offers, as Python-Markdown's ``toc`` and ``attr_list`` extensions make them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import markdown as python_markdown
from markdown.extensions.toc import slugify

from editions.source.markdown_code import without_code

_HTML_ANCHOR = re.compile(r"<[a-zA-Z][^<>]{0,500}?\s(?:id|name)=[\"']([^\"'<>\s]+)[\"']")
_ATTRIBUTE_ID = re.compile(r"\{:?(?:[^{}\n]{0,300}?[ ])?#([^{}\s=\"'#]+)[^{}\n]{0,300}\}")
_CONTAINER = re.compile(r"[ \t>]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)*")
_LABEL = re.compile(r"^[ \t>]*\[(?!\^)([^\[\]\n]+)\]:", re.MULTILINE)
_NUMBERED = re.compile(r"(.*)_([0-9]{1,9})", re.DOTALL)
_PLAIN = re.compile(r"[^`*_\[\]<>&\\{}!#]*")
_MOST_RENDERED = 300
_LONGEST_RENDERED = 400


def anchors(markdown: str) -> set[str]:
    """The anchors that a text offers: its headings' slugs and explicit ids.

    Args:
        markdown: The text.

    Returns:
        Anchors as Python-Markdown's ``toc`` and ``attr_list`` extensions make them, and ids in HTML.
    """
    text = without_code(markdown)
    found: set[str] = {match[1] for match in _HTML_ANCHOR.finditer(text)} if "<" in text else set()
    explicit: set[str] = {match[1] for match in _ATTRIBUTE_ID.finditer(text)} if "{" in text else set()
    taken = _Taken(explicit)
    rendered, renderer = 0, None
    for heading in _headings(markdown, text):
        if _PLAIN.fullmatch(heading):
            slug: str | None = slugify(heading, "-")
        elif rendered < _MOST_RENDERED and len(heading) <= _LONGEST_RENDERED:
            rendered += 1
            renderer = renderer or _renderer(text)
            slug = _rendered_slug(renderer, heading)
        else:
            slug = slugify(heading.partition("{")[0], "-")
        if slug is not None:
            taken.take(slug)
    return found | taken.names


def _headings(markdown: str, text: str) -> Iterator[str]:
    """The headings of a text as written, whatever list or quotation they stand in.

    ``text`` is ``markdown`` with code and comments blanked out. An underlined heading begins its block: that is how
    Python-Markdown reads it.
    """
    lines, originals = text.split("\n"), markdown.split("\n")
    begins_block = True
    for number, line in enumerate(lines):
        prefix = _CONTAINER.match(line)
        inside = line[prefix.end() :] if prefix else line
        indent = len(line) - len(line.lstrip(" "))
        if not inside.strip():
            begins_block = True
            continue
        if inside.startswith("#") and not (indent % 4 and inside == line.lstrip(" ")):
            yield _without_marks(originals[number][len(line) - len(inside) :])
            begins_block = True
            continue
        if begins_block and number + 1 < len(lines):
            under = lines[number + 1].strip(" \t>")
            if under and under[0] in "=-" and not under.strip(under[0]):
                yield originals[number][len(line) - len(inside) :].strip()
        begins_block = False


def _without_marks(heading: str) -> str:
    level = min(len(heading) - len(heading.lstrip("#")), 6)
    return heading[level:].rstrip().rstrip("#").strip()


@lru_cache(maxsize=1)
def _shared_renderer() -> python_markdown.Markdown:
    return python_markdown.Markdown(extensions=["attr_list", "toc"])


def _renderer(text: str) -> python_markdown.Markdown:
    renderer = _shared_renderer().reset()
    renderer.references.update({match[1].strip().lower(): ("#", "") for match in _LABEL.finditer(text)})
    return renderer


def _rendered_slug(renderer: python_markdown.Markdown, heading: str) -> str | None:
    """The slug of a heading that holds markup; ``None`` where it has an explicit id."""
    renderer.convert(f"# {heading}")
    tokens = getattr(renderer, "toc_tokens", None) or [{"id": "", "name": ""}]
    identifier: str = tokens[0]["id"]
    explicit = _ATTRIBUTE_ID.search(heading)
    return None if explicit and explicit[1] == identifier else "" if identifier == "_1" else identifier


class _Taken:
    """Names in use; a name that is taken gets the next free number, as ``toc`` gives it."""

    def __init__(self, names: set[str]) -> None:
        self.names = names
        self._onward: dict[str, dict[int, int]] = {}

    def take(self, name: str) -> None:
        if name and name not in self.names:
            self.names.add(name)
            return
        match = _NUMBERED.fullmatch(name)
        base, number = (match[1], int(match[2])) if match else (name, 0)
        free = self._free(base, number + 1)
        self.names.add(f"{base}_{free}")

    def _free(self, base: str, number: int) -> int:
        """The first number from ``number`` on that is free; what was passed over is remembered."""
        onward = self._onward.setdefault(base, {})
        passed = []
        while f"{base}_{number}" in self.names:
            passed.append(number)
            number = onward.get(number, number + 1)
        onward.update(dict.fromkeys(passed, number))
        return number
