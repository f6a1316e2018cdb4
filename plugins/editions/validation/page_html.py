"""HTML and attribute lists in the site's own pages, which Python-Markdown renders: their anchors and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from editions.text.inline_tree import Image, Words
from editions.text.links import headings
from editions.text.slugs import slug_of
from editions.text.tree import Heading, Text
from editions.text.walking import text_nodes, words_of

# ``{#id}``, ``{: .class #id }``: the ids of Python-Markdown's extension attr_list.
_ATTRIBUTES = re.compile(r"\{:?(?:[^{}\n]{0,300}?[ ])?#([^{}\s=\"'#]+)[^{}\n]{0,300}\}")
_AT_END = re.compile(r"\{[^{}\n]{0,300}\}[ \t]*$")


class _Tags(HTMLParser):
    """Collects the attributes of start tags."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [(tag, name, value) for name, value in attrs if value is not None]


def html_addresses(text: Text) -> Iterator[tuple[int, str, str]]:
    """Addresses in the HTML of a page.

    Yields:
        Line of the text, name of the element and address.
    """
    for line, tag, name, value in _html_attributes(text):
        if name in ("href", "src"):
            yield line, tag, value


def page_anchors(text: Text) -> tuple[set[str], list[str]]:
    """The anchors of a page.

    Returns:
        The ids that are written in it, and the slugs of the headings that have none, in order.
    """
    ids = {value for _, _, name, value in _html_attributes(text) if name in ("id", "name")}
    for node in text_nodes(text):
        if isinstance(node, Words) and "{" in node.text:
            ids.update(match[1] for match in _ATTRIBUTES.finditer(node.text))
    slugs = []
    for heading in headings(text):
        words = words_of(tuple(it for it in heading.children if not isinstance(it, Image)))
        if heading.anchor:
            ids.add(heading.anchor)
        elif not _has_id(heading):
            slugs.append(slug_of(_AT_END.sub("", words)))
    return ids, slugs


def _has_id(heading: Heading) -> bool:
    last = heading.children[-1] if heading.children else None
    return isinstance(last, Words) and _ATTRIBUTES.search(last.text) is not None


def _html_attributes(text: Text) -> Iterator[tuple[int, str, str, str]]:
    for problem in text.problems:
        if problem.kind == "html":
            tags = _Tags()
            tags.feed(problem.written)
            yield from ((problem.line, *found) for found in tags.found)
