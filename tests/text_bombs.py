"""Texts that cost a parser far more than their length: each construct of Markdown, repeated, nested or left open."""

from __future__ import annotations


def _table(columns: int, rows: int) -> str:
    return "\n".join("|".join([cell] * columns) for cell in ("a", "-", *["b"] * rows))


# What `editions check` refuses, with words of its message.
REFUSED = {
    "bullets in a line": ("- " * 1_000 + "a", "nested"),
    "numbers in a line": ("1. " * 900 + "a", "nested"),
    "quotations in a line": ("> " * 9_999 + "a", "nested"),
    "bullets and quotations in turn": ("- > " * 2_000 + "a", "nested"),
    "a deep list": ("\n".join("  " * level + "- a" for level in range(130)), "nested"),
    "a deep list by four blanks": ("\n".join("    " * level + "- a" for level in range(90)), "nested"),
    "growing quotations": ("\n".join("> " * level + "a" for level in range(1, 180)), "nested"),
    "CDATA": ("<![CDATA[" * 2_200, "open here"),
    "brackets": ("[" * 20_000, "brackets"),
    "closed brackets": ("[" * 10_000 + "]" * 10_000, "brackets"),
    "links": ("[a](" * 5_000, "parentheses"),
    "links in angle brackets": ("[a](<" * 4_000, "parentheses"),
    "images": ("![a](" * 4_000, "parentheses"),
    "image marks": ("![" * 10_000, "brackets"),
    "references": ("[a][" * 5_000, "brackets"),
    "citations": ("[@a;" * 4_900, "brackets"),
    "tags": ("<a " * 6_600, "tags"),
    "attributes": ('<a b="' * 3_300, "tags"),
    "comments": ("<!--" * 5_000, "tags"),
    "processing instructions": ("<?php " * 3_300, "tags"),
    "elements": ("<details>\n" * 1_900, "elements"),
    "elements in a line": ("<div>" * 4_000, "elements"),
    "headings": ("# a\n" * 5_000, "headings"),
    "underlined headings": ("a\n=\n" * 5_000, "headings"),
    "definitions": ("a\n:   " * 3_300, "definitions"),
    "rules": ("- - -\n" * 3_300, "rules"),
    "runs of backticks": ("".join("`" * length + "a" for length in range(1, 190)), "backticks"),
    "stars": ("*" * 20_000, "marks"),
    "backslashes": ("\\" * 20_000, "marks"),
    "blanks": ("a" + " " * 19_998 + "a", "blanks"),
    "a tilde fence": ("~" * 20_000, "no end"),
    "an open fence": ("```\n" + "a\n" * 9_000, "no end"),
}
# What it accepts. Parsers that take the square of the time show it at a fifth of what a criterion may have.
ACCEPTED = {
    "closing brackets": "]" * 4_000,
    "pairs of brackets": "[]" * 2_000,
    "notes without a text": "[^1]" * 1_000,
    "notes": "".join(f"[^{number}]: a\n\n" for number in range(300)),
    "open emphasis": "*a " * 1_320,
    "nested emphasis": "*a **b " * 500,
    "open bold tags": "<b>" * 1_320,
    "spans": "<span>" * 660,
    "closing tags": "</b>" * 1_000,
    "closed comments": "<!-- -->" * 500,
    "open references": "&#" * 2_000,
    "braces": "{" * 4_000,
    "attribute lists": "a {: .b }\n" * 400,
    "abbreviations": "*[a]: b\n" * 500,
    "paragraphs": "a\n\n" * 1_320,
    "lines": "a\n" * 2_000,
    "bullets": "- a\n" * 1_000,
    "loose bullets": "- a\n\n" * 800,
    "numbers": "1. a\n" * 800,
    "admonitions": "!!! a\n    " * 320,
    "addresses": "http://a" * 500,
    "a long word": "a" * 4_000,
    "bars": "|" * 4_000,
    "code spans": "a`b" * 660,
    "a wide table": _table(500, 1),
    "a table of a hundred columns": _table(100, 18),
    "a table of two dozen columns": _table(24, 20),
    "mathematics": "$a " * 1_320,
}
