"""A program that reads a text and writes it in every form."""

from __future__ import annotations

import sys
from pathlib import Path

from editions.text.commonmark import write_commonmark
from editions.text.html import HtmlWriter
from editions.text.parsing import parse
from editions.text.plain import write_plain


def main() -> None:
    """Read and write the file that the first argument names."""
    read_and_write(Path(sys.argv[1]).read_text(encoding="utf-8"))


def read_and_write(markdown: str) -> None:
    """Read a text and write it in every form."""
    text = parse(markdown)
    for write in (HtmlWriter().write, write_plain, write_commonmark):
        write(text)
