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
    "deep emphasis": ("*" * 9_999 + "a" + "*" * 9_999, "nested"),
    "emphasis that opens, then closes": ("*a " * 3_300 + "a* " * 3_300, "nested"),
    "deep elements": ("<kbd>" * 1_800 + "a" + "</kbd>" * 1_800, "nested"),
    "CDATA": ("<![CDATA[" * 2_200, "brackets"),
    "brackets": ("[" * 20_000, "brackets"),
    "closed brackets": ("[" * 10_000 + "]" * 10_000, "brackets"),
    "image marks": ("![" * 10_000, "brackets"),
    "note marks": ("[^" * 10_000, "brackets"),
    "inline note marks": ("^[" * 10_000, "brackets"),
    "references": ("[a][" * 5_000, "brackets"),
    "citations": ("[@a;" * 4_900, "brackets"),
    "a very wide table": (_table(2_500, 4), "cells"),
    "a table of short rows": (_table(100, 0) + "\na|b" * 2_900, "cells"),
    "comments": ("<!--" * 5_000, "no end"),
    "elements": ("<details>\n" * 1_900, "HTML"),
    "elements in a line": ("<div>" * 4_000, "HTML"),
    "open bold tags": ("<b>" * 6_600, "HTML"),
    "closing tags": ("</b>" * 5_000, "HTML"),
    "closed comments": ("<!-- -->" * 2_500, "HTML comment"),
    "pairs of brackets": ("[]" * 10_000, "no link"),
    "notes without a text": ("[^1]" * 5_000, "no note"),
    "notes": ("".join(f"[^{number}]: a\n\n" for number in range(1_400)), "not referred to"),
    "attribute lists": ("a {: .b }\n" * 1_900, "attributes"),
    "abbreviations": ("*[a]: b\n" * 2_400, "abbreviations"),
    "admonitions": ("!!! a\n    " * 1_800, "no text"),
    "a tilde fence": ("~" * 20_000, "no end"),
    "an open fence": ("```\n" + "a\n" * 2_900, "no end"),
    "lines": ("a\n" * 9_900, "more than 3,000 lines"),
}
# What it reads in time, though other parsers take minutes for it; some of it is no text that anyone writes.
READ = {
    "links": "[a](" * 5_000,
    "links in angle brackets": "[a](<" * 4_000,
    "images": "![a](" * 4_000,
    "tags": "<a " * 6_600,
    "attributes": '<a b="' * 3_300,
    "processing instructions": "<?php " * 3_300,
    "definitions": "a\n:   " * 2_900,
    "rules": "- - -\n" * 2_900,
    "runs of backticks": "".join("`" * length + "a" for length in range(1, 190)),
    "stars": "*" * 20_000,
    "backslashes": "\\" * 20_000,
    "blanks": "a" + " " * 19_998 + "a",
    "open emphasis": "*a " * 6_600,
    "nested emphasis": "*a **b " * 2_800,
    "mathematics": "$a " * 6_600,
    "bullets": "- a\n" * 2_900,
    "lines": "a\n" * 2_900,
}
# What every command takes. Parsers that take the square of the time show it at a fifth of what a criterion may have.
ACCEPTED = {
    "closing brackets": "]" * 4_000,
    "open emphasis": "*a " * 1_320,
    "nested emphasis": "*a **b " * 500,
    "open references": "&#" * 2_000,
    "braces": "{" * 4_000,
    "paragraphs": "a\n\n" * 1_320,
    "lines": "a\n" * 2_000,
    "bullets": "- a\n" * 1_000,
    "loose bullets": "- a\n\n" * 800,
    "numbers": "1. a\n" * 800,
    "addresses": "http://a" * 500,
    "a long word": "a" * 4_000,
    "bars": "|" * 4_000,
    "code spans": "a`b" * 660,
    "a wide table": _table(500, 1),
    "a table of a hundred columns": _table(100, 18),
    "a table of two dozen columns": _table(24, 20),
    "mathematics": "$a " * 1_320,
}
