"""Every writer shows the same words of a text."""

from __future__ import annotations

import re
from typing import Any

import markdown as python_markdown
from hypothesis import example, given
from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from selectolax.lexbor import LexborHTMLParser

from editions.formats.oscal.writing.markup import OscalMarkup
from editions.formats.pdf.paper_nodes import PaperWriter
from editions.pages.sanitised import sanitised
from editions.text.commonmark import write_commonmark
from editions.text.html import HtmlWriter
from editions.text.parsing import parse
from editions.text.plain import write_plain
from editions.text.surroundings import AS_WRITTEN
from markdown_texts import markdown_texts

COMMONMARK = MarkdownIt("commonmark").enable("table").use(footnote_plugin).use(deflist_plugin)
NOTES = "So.[^b] And.[^a] Again.[^b]\n\n[^a]: First.\n\n[^b]: Second.\n\n    - 3. of it"


def signs(text: str) -> str:
    """Letters and digits, which alone are the same whatever stands between paragraphs, items and cells."""
    return "".join(re.findall(r"[^\W_]", text))


def letters(text: str) -> str:
    return re.sub(r"[0-9]", "", signs(text))


def shown(html: str) -> str:
    """What a reader sees of HTML: with the numbers of lists and the words of images, without ways back from notes."""
    tree = LexborHTMLParser(f"<body>{html}</body>")
    for link in tree.css(".footnote-backref"):
        link.decompose()
    for image in tree.css("img"):
        image.insert_before(image.attributes.get("alt") or "")
    for numbered in tree.css("ol"):
        start = int(numbered.attributes.get("start") or 1)
        items = [it for it in numbered.iter() if it.tag == "li"]
        for number, item in enumerate(items, start):
            if item.child is None:
                item.insert_child(f"{number} ")
            else:
                item.child.insert_before(f"{number} ")
    assert tree.body is not None
    return tree.body.text()


def on_paper(markdown: str) -> str:
    """What a reader sees of the values that the PDF is set from; notes are at the end, numbered as they come."""
    notes: dict[str, Any] = {}

    def words(node: Any) -> str:
        if isinstance(node, str):
            return node
        if isinstance(node, list):
            return "".join(map(words, node))
        match node["k"]:
            case "note" | "again":
                notes[node["label"]] = node.get("c") or notes.get(node["label"], [])
                return str(list(notes).index(node["label"]) + 1)
            case "enum":
                return "".join(f"{number} {words(it)}" for number, it in enumerate(node["items"], node["start"]))
            case "table":
                return words([node["head"], node["rows"]])
        return words([node.get("title", []), node.get("text", ""), node.get("items", []), node.get("c", [])])

    made = words(PaperWriter(str).write(parse(markdown), AS_WRITTEN, headings=True).nodes)
    done = 0
    while done < len(notes):
        made += f"{done + 1} {words(list(notes.values())[done])}"
        done += 1
    return made.replace("\u200b", "")


@given(markdown_texts)
@example(NOTES)
@example("3. a\n4.\n5. c")
@example("3. a\n4. b\n   - [x] c\n\n   ```sh\n   d\n   ```")
@example('!!! note "a *b*"\n    > c\n\n    d\n    :   e\n\n| f | g |\n|---|---|\n| h<br>i | `j \\| k` |')
@example("$a<b>c$ and $x*y*z$, $\\mathbf{x}_{i} + \\mathbf{y}_{j}$ and $f[x](y)$\n\n$$\na\n- b\n$$")
@example("a<sup>-1</sup> <kbd>b</kbd> $c_1$ <abbr title='e'>d</abbr>\n\n$$\nf\n$$\n\n![g *h*](i.png 'j') k\\\nl")
def test_every_writer_shows_the_same_words(markdown: str) -> None:
    """HTML before and after the sanitiser, plain text, CommonMark as other parsers read it, OSCAL and paper."""
    text = parse(markdown)
    expected = signs(write_plain(text))
    html = HtmlWriter(as_mathml=False).write(text)
    portable = write_commonmark(text)
    assert signs(shown(html)) == expected
    assert signs(shown(sanitised(html, "/"))) == expected or "<img" in html
    assert signs(on_paper(markdown)) == expected
    assert signs(shown(COMMONMARK.render(OscalMarkup().write(text)))) == expected
    bare = re.sub(r"([-*.)] )\[x\] ", r"\1", portable)  # which only readers of task lists take for a box
    again = re.compile(r"\[(\d+):\d+\]")  # a further mark of a note
    assert signs(shown(again.sub(r"[\1]", COMMONMARK.render(bare)))) == expected
    extensions = ["tables", "fenced_code", "footnotes", "def_list", "sane_lists"]
    if "   ```" not in bare:  # it has no code within lists
        assert letters(shown(python_markdown.markdown(bare, extensions=extensions))) == letters(expected)
