"""Controls that extensions of Markdown write, as elements that pages have: tabs, tasks, emoji, lines of code, formulas.

Pages have no controls and no scripts of contributors, and no images of other sites. What these would show is shown by
other means, and works without script.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from editions.render.page_formulas import marked_formula
from editions.text.spoken_signs import task_box
from editions.words.phrasebook import Phrasebook

_BRACKETS = re.compile(r"^\\[(\[]|\\[)\]]$")
_EMOJI = {"twemoji", "emojione", "gemoji"}
# HTML that pymdownx.tasklist and .highlight write, which is not in the tree.
_TASK = re.compile(r'<input type="checkbox"(?P<rest>[^<>]*)>')
_LINE = re.compile(r'<a (?P<id>id="__codelineno-[^"]*")[^<>]*></a>')
_LINE_LINK = re.compile(r'<a href="#__codelineno-[^"]*">(?P<number>.*?)</a>')


def read_controls(md: Markdown, words: Phrasebook) -> None:
    """Have a parser write elements in place of controls.

    Args:
        words: The language of the site.
    """
    # After inline Markdown (20) and what pymdownx.tabbed does then (4).
    md.treeprocessors.register(_Tabs(md), "editions-tabs", 3)
    md.treeprocessors.register(_Emoji(md), "editions-emoji", 3)
    # After raw HTML, which tasks and code are (30).
    md.postprocessors.register(_Signs(md, words), "editions-signs", 5)


def read_formulas(md: Markdown) -> None:
    """Have a parser mark what ``pymdownx.arithmatex`` finds, in either of its forms, as formulas."""
    # After the table of contents (5), which names headings by their sources.
    md.treeprocessors.register(_Formulas(md), "editions-formulas", 2.5)


class _Tabs(Treeprocessor):
    """Makes of each set of tabs details of one name; a browser keeps one open (HTML Living Standard, 4.11.1)."""

    def run(self, root: Element) -> None:
        sets = [it for it in root.iter("div") if "tabbed-set" in (it.get("class") or "").split()]
        for number, tabs in enumerate(sets, start=1):
            open_ = [it.get("checked") is not None for it in tabs.findall("input")]
            parts = list(zip(_labels(tabs), _contents(tabs), open_, strict=False))
            tabs[:] = []
            tabs.attrib = {"class": "tabbed-set"}
            for label, content, is_open in parts:
                block = SubElement(tabs, "details", {"class": "tabbed-block", "name": f"tabs-{number}"})
                if is_open:
                    block.set("open", "open")
                label.tag, label.attrib = "summary", {}
                content.set("class", "tabbed-content")
                block.extend((label, content))


def _labels(tabs: Element) -> Iterator[Element]:
    """The labels of a set, which are together in its alternate style."""
    yield from tabs.findall("label") or tabs.findall("div[@class='tabbed-labels']/label")


def _contents(tabs: Element) -> Iterator[Element]:
    yield from tabs.findall("div[@class='tabbed-content']/div[@class='tabbed-block']") or tabs.findall("div")


class _Emoji(Treeprocessor):
    """Shows emoji that would be images of another site as characters."""

    def run(self, root: Element) -> None:
        for image in root.iter("img"):
            if image.get("class") in _EMOJI and (image.get("src") or "").startswith("https:"):
                image.tag, image.text, image.attrib = "span", image.get("alt"), {}


class _Formulas(Treeprocessor):
    """Marks formulas, whose scripts or brackets would be for a script of another site."""

    def run(self, root: Element) -> None:
        for formula in [it for it in root.iter() if it.get("class") == "arithmatex"]:
            script = formula.find("script")
            tex = formula.text if script is None else script.text
            block = formula.tag == "div"
            formula.tag, formula.attrib = ("p" if block else "span"), {"class": "formula"}
            formula[:] = []
            written = marked_formula(_BRACKETS.sub("", unescape(tex or "")), block=block)
            formula.text = AtomicString(written)


class _Signs(Postprocessor):
    """Shows tasks as characters, and lines of code without links, each of which would be a stop of the Tab key."""

    def __init__(self, md: Markdown, words: Phrasebook) -> None:
        super().__init__(md)
        self._words = words

    def run(self, text: str) -> str:
        text = _LINE.sub(r"<span \g<id>></span>", _TASK.sub(self._task, text))
        return _LINE_LINK.sub(r"\g<number>", text)

    def _task(self, box: re.Match[str]) -> str:
        return task_box(self._words, done="checked" in box["rest"])
