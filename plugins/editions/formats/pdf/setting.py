"""Typst at work: one JSON string in, one PDF out.

This module imports nothing of Editions, so that it also runs as a program of its own, which takes the string from its
standard input and writes the PDF to its standard output.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import typst

_TEMPLATE = Path(__file__).with_name("template")
FAILED = 3


def set_pdf(edition: str, folders: list[str]) -> bytes:
    """Set an edition.

    Args:
        edition: What ``template/edition.typ`` reads, as JSON.
        folders: Folders of the fonts to set it in, our own first.

    Returns:
        A tagged PDF that conforms to PDF/UA-1 (ISO 14289-1).

    Raises:
        typst.TypstError: If it cannot be set.
    """
    # Neither fonts of the system nor those within Typst: what a PDF looks like must not depend on either.
    more = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders[1:]).families()
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
    compiler = typst.Compiler(
        str(_TEMPLATE / "edition.typ"),
        root=str(_TEMPLATE),
        font_paths=fonts,
        sys_inputs={"edition": edition, "families": json.dumps(more)},
    )
    made = compiler.compile(format="pdf", pdf_standards=["ua-1"])
    if not isinstance(made, bytes):
        raise TypeError("Typst made no single file")
    return made


def reason(error: typst.TypstError) -> str:
    """Why an edition could not be set.

    Args:
        error: What Typst says.

    Returns:
        Its message with its hints, on one line.
    """
    return " ".join("; ".join((error.message, *error.hints)).split())


def main() -> int:
    """Set what stands on the standard input.

    Returns:
        0, or ``FAILED`` with the reason on the standard error.
    """
    try:
        made = set_pdf(sys.stdin.buffer.read().decode("utf-8"), sys.argv[1:])
    except typst.TypstError as error:
        sys.stderr.buffer.write(reason(error).encode("utf-8"))
        return FAILED
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
