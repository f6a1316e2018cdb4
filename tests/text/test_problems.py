"""What the dialect does not allow is reported with its line, and what it allows is not."""

from __future__ import annotations

import pytest
from hypothesis import given

from editions.text.limits import MAXIMUM_LENGTH, MAXIMUM_LINES
from editions.text.parsing import parse
from markdown_texts import markdown_texts

# A text, the lines of its problems, and words of the first message.
REPORTED = {
    "HTML": ("a\n\n<div>b</div>", [3], "contains <div>, which is read as HTML"),
    "HTML with a counterpart in Markdown": ("a <b>c</b>", [1], "write **…** instead"),
    "a pair of tags once": ("<details>\nx\n</details>", [1], "<details>"),
    "a stray end tag": ("a </div> b", [1], "</div>"),
    "an attribute of an allowed element": ('<mark onclick="x()">a</mark>', [1], "<mark> takes none"),
    "an abbreviation without a meaning": ("<abbr>TLS</abbr>", [1], 'write <abbr title="…">'),
    "an element without an end": ("a <sub>b", [1], "<sub> has no counterpart"),
    "crossed elements": ("*a <kbd>b* c</kbd>", [1], "<kbd> has no counterpart"),
    "a comment": ("a <!-- b -->", [1], "contains an HTML comment"),
    "a comment over blank lines": ("a\n\n<!-- b\n\nc -->\n\nd", [3], "contains an HTML comment"),
    "a comment without an end": ("a\n\n<!-- b\n\nc", [3], "the comment <!-- begins here and has no end"),
    "a comment without an end in a line": ("a <!-- b", [1], "the comment <!-- begins here and has no end"),
    "a directive within a line": ("a <!-- editions:criteria 1.0 -->", [1], "on a line of its own"),
    "a declaration": ("<!DOCTYPE html>", [1], "<!DOCTYPE html>"),
    "a processing instruction": ("<?php x ?>", [1], "<?php x ?>"),
    "a placeholder": ("the key <YOUR-KEY> is", [1], "&lt;YOUR-KEY&gt;"),
    "a placeholder that is no tag": ("the key <your_key> is", [1], "&lt;your_key&gt;"),
    "a placeholder of words": ("the key <your key!> is", [1], "&lt;your key!&gt;"),
    "an address without a scheme": ("see <www.example.org/a>", [1], "<www.example.org/a>"),
    "a fence without an end": ("a\n\n```\nb", [3], "the code block ``` begins here and has no end"),
    "a fence that another sign does not end": ("a\n\n~~~\nb\n```\n", [3], "has no end"),
    "a fence in a list without an end": ("- a\n\n  ```\n  b\n- c", [3], "has no end"),
    "a fence in a quotation without an end": ("> ~~~\n> b\n\nc", [1], "has no end"),
    "an anchor on code": ("``` {.text #a}\nb\n```", [1], "code has no anchor"),
    "an unknown reference": ("a\nb [c][d]", [2], "no link is defined as [d]"),
    "an unknown reference without a label": ("[c][]", [1], "no link is defined as [c]"),
    "an unknown reference over two lines": ("[a\nb][c\nd]", [2], "no link is defined as [c…]"),
    "an unknown reference with code": ("[a][b `c`]", [1], "no link is defined as [b…]"),
    "an attribute behind a link": ("[a](https://x.example){target=_blank}", [1], "are not part of the dialect"),
    "a definition that is not used": ("a\n\n[b]: c.md", [3], "[b] is not used"),
    "a link that is defined twice": ("[a]\n\n[a]: b\n[a]: c", [4], "defined twice"),
    "an unknown note": ("a\n\nb[^1]", [3], "no note is defined as [^1]"),
    "a note that is not used": ("a\n\n[^1]: b", [3], "[^1] is not referred to"),
    "a note that is defined twice": ("a[^1]\n\n[^1]: b\n\n[^1]: c", [5], "[^1] is defined twice"),
    "attributes of a paragraph": ("a\n{ .b }", [2], "the attributes { .b }"),
    "attributes of an image": ('![a](b.png){width="3"}', [1], "the attributes {width"),
    "attributes of a heading": ("## A {.b #c}", [1], "the attributes {.b #c}"),
    "an anchor of a paragraph": ("a {#b}", [1], "the attributes {#b}"),
    "an anchor that is used twice": ("## A {#c}\n\n## B {#c}", [3], "{#c} is used twice"),
    "an image without words": ("a\n\n![](b.png)", [3], "no alternative text"),
    "a row of too many cells": ("| a |\n|---|\n| b | c |", [3], "2 cells, and its table 1 columns"),
    "a table whose lines differ": ("| a | b |\n|---|\n| c | d |", [2], "no line before it has as many cells"),
    "an abbreviation of Python-Markdown": ("*[IP]: Internet Protocol", [1], '<abbr title="…">'),
    "a tab": ('=== "One"\n    a', [1], "tabs (===)"),
    "a folding admonition": ("??? note\n    a", [1], "??? is not part of the dialect"),
    "an admonition without text": ("!!! note\na", [1], "the admonition has no text"),
    "an alert": ("> [!NOTE]\n> a", [1], "alerts such as [!NOTE]"),
    "quotations too deep": ("> " * 30 + "a", [1], "nested more than 20 deep"),
    "a link without words": ("a [](https://example.org) b", [1], "the link to https://example.org has no words"),
    "a link without an address": ("a\n[b]() c", [2], "the link has no address"),
    "an address with a blank": ("[a](https://example.org/a b)", [1], "](…) ends no link here"),
    "an address without an end": ("a\n[a](https://example.org", [2], "](…) ends no link here"),
    "a link within a link": ("[a [b](https://b.example) c](https://a.example)", [1], "](…) ends no link here"),
    "a label of a note with a blank": ("a[^b c]\n\n[^b c]: d", [3], "[^b c] is read as a link"),
    "a definition of two terms": ("a\nb\n: c", [3], "defines nothing"),
    "numbers that leap": ("1. a\n3. b\n4. c", [2, 3], "the item 3 is shown with the number 2"),
    "numbers that stay": ("1. a\n2. b\n2. c", [3], "the item 2 is shown with the number 3"),
    "numbers in numbers that leap": ("1. a\n  1. b\n  3. c\n2. d", [3], "the item 3 is shown with the number 2"),
    "a list that is indented too far": ("a\n    - b\n    - c", [2, 3], "begin it below the text that it belongs to"),
    "an item that is indented too far": ("- a\n      1. b", [2], "indented too far"),
    "a list that would be code": ("a\n\n    - b\n    - c", [3], "indented too far"),
    "a fence that would be words": ("a\n    ```\n    b\n    ```", [2, 4], "put code between lines of ```"),
    "a fence that would be code": ("a\n\n    ~~~\n    b\n    ~~~", [3], "indented too far"),
    "a heading without words": ("a\n\n##", [3], "the heading has no words"),
    "a table without headings": ("|---|---|\n| a | b |", [1], "no line before it has as many cells"),
    "emphasis too deep": ("*" * 60 + "a" + "*" * 60, [1], "nested more than 20 deep"),
    "elements too deep": ("<kbd>" * 40 + "a" + "</kbd>" * 40, [1], "nested more than 20 deep"),
    "open brackets": ("a\n" + "[" * 200, [2], "more than 100 brackets are open"),
    "a large table": ("|".join("a" * 200) + "\n" + "|".join("-" * 200) + "\nb" * 100, [52], "more than 10,000 cells"),
    "many lines": ("a\n\n" * (MAXIMUM_LINES + 1), [1], "more than 3,000 lines"),
    "a long text": ("a" * (MAXIMUM_LENGTH + 1), [1], "more than 150,000 characters"),
}
CLEAN = {
    "signs": "Latency < 5 ms, p<0.05, n <= 3, a<b and c -> d.",
    "escapes": "\\<b\\> &lt;YOUR-KEY&gt; \\[a\\]\\[b\\] \\=== \\{ .a }",
    "code": "`<script>` and `{ .a }`\n\n```html\n<div>\n<!-- a -->\n[a][b]\n```",
    "fences of other signs": "````\n```\n````\n\n```a``` b\n\n`<!--` c",
    "a fence with a title": '```python title="x.py"\na\n```\n\n~~~yaml\nb: 1\n~~~',
    "allowed elements": '<kbd>Ctrl</kbd> H<sub>2</sub>O<br>10<sup>6</sup> <abbr title="a b">A</abbr> <mark>c</mark>',
    "anchors": "## A {#a}\n\n## B { #b }\n\n### *C* {#c}",
    "lists": "The list:\n- a\n  - b\n    - c\n\n3. d\n4. e\n\n1) f\n\n- [ ] g\n- [x] h",
    "lists by four blanks": "- a\n    - b\n        - c\n\n***\n\n1. d\n\n    - e\n\n        ```\n        ```",
    "code by four blanks": "a\n\n    b\n    - c\n\na\n    b",
    "braces": "{x}, {{ name }}, f{1}, {a=1} and {n}",
    "notes": "a[^1] b[^x]\n\n[^1]: c\n[^x]: d",
    "links": "[a](b) [c] [d][e] <https://example.org/a_b> <a@example.org> [x] arr[1]\n\n[c]: d\n[e]: f",
    "citations": "[@a-1.0] and [@a, p. 3; @b]",
    "mathematics": "$a_1 * b_2$ costs $5 and $6\n\n$$\nx\n$$",
    "numbers": "3. a\n4. b\n\n---\n\n1. c\n1. d\n1. e\n\n---\n\n0. f\n1. g",
    "colons": "a: b\n`c`: d\n\ne\n: f\n\ng:h\n\\: i",
    "an admonition": '!!! note "A *b*"\n    c',
    "a table": "| a | b |\n|---|---|\n| `x \\| y` | c |",
    "stars": "Keep *all logs; 2 * 3 * 4",
}


@pytest.mark.parametrize("what", REPORTED)
def test_what_the_dialect_does_not_have_is_reported(what: str) -> None:
    """With the line of the text and a remedy."""
    markdown, lines, words = REPORTED[what]
    problems = parse(markdown).problems
    assert [problem.line for problem in problems] == lines, problems
    assert words in problems[0].message
    assert ";" in problems[0].message


@pytest.mark.parametrize("what", CLEAN)
def test_what_the_dialect_has_is_not_reported(what: str) -> None:
    assert parse(CLEAN[what]).problems == ()


@given(markdown_texts)
def test_each_problem_is_on_a_line_of_its_text(markdown: str) -> None:
    """And the piece that it names is written there."""
    lines = markdown.split("\n")
    for problem in parse(markdown).problems:
        assert problem.written.split("\n")[0] in lines[problem.line - 1]
