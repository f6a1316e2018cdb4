"""However many files are made of an edition, each of its texts is parsed once; none keeps a file from being made."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from collections import Counter

import pytest

from editions.formats.edition_exports import edition_exports
from editions.model import Edition, Erratum, PartialDate, Publication, Standard
from editions.site.plan import plan
from editions.site.switches import Switches
from editions.text import parsing
from editions_builder import domain, edition


def test_all_files_of_an_edition_parse_each_text_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The parser is asked for no text twice, and for nothing that was written from one."""
    parsed: Counter[str] = Counter()
    parse = parsing._parse

    def counted(markdown: str) -> object:
        parsed[markdown] += 1
        return parse(markdown)

    monkeypatch.setattr(parsing, "_parse", counted)
    texts = [f"Text *{number}* that only this test has.[^1]\n\n[^1]: See [@guide]." for number in range(4)]
    made = edition("1.0", [domain("D", texts[:2], guidance=texts[2])], prose=f"## Heading\n\n{texts[3]}")
    erratum = Erratum(made.version, "D.1", PartialDate(2026), "Wrong.", parsing.parse("Corrected, here alone."))
    written = dict(parsed)
    assert len(written) == 5
    files = edition_exports(Publication("https://example.org/", Standard((made,), errata=(erratum,))), made)
    assert len(files) == 8
    assert dict(parsed) == written == dict.fromkeys(written, 1)


def test_a_site_compares_two_editions_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """For its comparison, its checklists, its histories and its PDFs."""
    compared: Counter[tuple[str, str]] = Counter()
    comparing = importlib.import_module("editions.comparison.compare")  # the package has a function of this name
    compare = comparing.compare

    def counted(old: Edition, new: Edition, lineage: object = None) -> object:
        compared[str(old.version), str(new.version)] += 1
        return compare(old, new, lineage)  # type: ignore[arg-type]

    monkeypatch.setattr(comparing, "compare", counted)
    made = tuple(edition(version, {"D": [f"Text {version}."]}) for version in ("1.0", "1.1", "1.2"))
    plan(Publication("https://example.org/", Standard(made)), Switches(True, True, "numbered", True))
    assert dict(compared) == dict.fromkeys([("1.0", "1.1"), ("1.0", "1.2"), ("1.1", "1.2")], 1)


BOMBS = {
    "stars": "'*' * 9000 + 'a' + '*' * 9000",
    "elements": "'<sub>' * 1800 + 'a' + '</sub>' * 1800",
    "emphasis": "'*a **b ' * 1200 + 'c** d*' * 1200",
    "images": "'![' * 5000 + 'a' + '](b)' * 2500",
    "links": "'[a](b) ' * 2800",
    "citations": "'[@a; @b] ' * 2000",
    "quotations": "'> ' * 9999 + 'a'",
    "bullets": "'- ' * 9999 + 'a'",
    "lists": "'\\n'.join('  ' * i + '- a' for i in range(130))",
    "tasks": "'- [ ] a\\n' * 2200",
    "admonitions": "'\\n'.join('    ' * i + '!!! note' for i in range(90))",
    "definitions": "'a\\n:   ' * 3300",
    "headings": "'# a b\\n' * 3300",
    "rules": "'---\\n' * 5000",
    "notes of notes": "'[^0]\\n\\n' + '\\n'.join(f'[^{i}]: [^{i + 1}] [^{i + 1}]\\n' for i in range(800))",
    "marks of a note": "'[^1]' * 4900 + '\\n\\n[^1]: x'",
    "wide table": "'|'.join(['a'] * 1000) + '\\n' + '|'.join(['-'] * 1000) + '\\n' + '|'.join(['b'] * 1000)",
    "long table": "'|a|b|\\n|-|-|\\n' + '|c|d|\\n' * 3000",
    "fences": "'```\\na\\n```\\n' * 1500",
    "code": "''.join('`' * i + 'a' for i in range(1, 190))",
    "formulas": "'$a$ ' * 5000",
    "breaks": "'<br>' * 5000",
    "lines": "'a\\n' * 9000",
    "words": "'a' * 20000",
    "signs": "'\\\\*&amp;|' * 2200",
}

SCRIPT = """
import json
from editions.formats.edition_texts import EditionTexts
from editions.formats.oscal.writing.prose import OscalTexts
from editions.formats.pdf.texts import PaperTexts
from editions.model import Origin, Publication, Standard
from editions_builder import edition

made = edition("1.0", {{"D": ["Text."]}})
publication = Publication("https://example.org/", Standard((made,)))
origin = Origin("standard/index.md")
data, prose, paper = EditionTexts(publication, made), OscalTexts(publication, made), PaperTexts(publication, made, str)
writers = {{
    "html": lambda text: data.html(text, origin, ""),
    "plain": lambda text: data.plain(text, origin),
    "oscal": lambda text: prose.prose(text),
    "paper": lambda text: json.dumps(paper.read(text, origin, headings=True).nodes),
}}
from editions.text.parsing import parse
for name, bomb in {bombs!r}.items():
    text = parse(eval(bomb))
    for writer, write in writers.items():
        try:
            write(text)
        except BaseException as error:
            print(f"{{name}} as {{writer}}: {{type(error).__name__}}")
"""


@pytest.mark.slow
def test_no_text_takes_a_writer_long() -> None:
    """Every construct as often and as deeply as 20,000 characters allow, in a process that may be stopped."""
    script = SCRIPT.format(bombs=BOMBS)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=300, check=False, env=environment
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
