"""Reads and writes texts that nobody would write, for ten minutes, and compares what the writers say.

Texts are assembled from every construct of the dialect, nested, cut and mixed at random; some repeat one construct to
20,000 characters or nest it to 5,000. Each is parsed and written as HTML, plain text, portable CommonMark, the dialect,
nodes for paper and words, and compared with the text before it. Every writer has to show the same words, none may
raise an error, and no text may take more than two seconds of processor time. In the end Typst sets a sample.

    python benchmarks/text_fuzzing.py [--seconds 600] [--seed 0]

A text that fails is shortened and printed with its number; ``--seed`` with that number begins with it.
"""

from __future__ import annotations

import argparse
import random
import re
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from editions.comparison import judge, merge_texts, quote_blocks
from editions.formats.pdf.edition_pdf import edition_pdf
from editions.formats.pdf.paper_nodes import PaperWriter
from editions.pages.redline_html import RedlineWriter
from editions.pages.sanitised import sanitised
from editions.source.configuration import read_configuration
from editions.source.problem import Unpublishable
from editions.text.commonmark import write_commonmark
from editions.text.html import HtmlWriter
from editions.text.inline_tree import Formula
from editions.text.markdown_writing import text_of
from editions.text.parsing import parse
from editions.text.plain import write_plain
from editions.text.surroundings import AS_WRITTEN, Surroundings
from editions.text.tree import Text
from editions.text.walking import text_nodes
from editions.text.words import passages
from editions.validation import load_publication
from generated_standard import write_generated_standard
from made_texts import made_text

SLOWEST = 2.0  # seconds of processor time for one text through one step
GUARD = 20  # seconds of processor time, after which a step is given up
SET_ON_PAPER = 200  # texts


def main() -> int:
    """Try texts until the time is up; 1 if one failed."""
    parser = argparse.ArgumentParser(description="Texts made at random, read and written.")
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=0, help="number of the first text")
    options = parser.parse_args()
    signal.signal(signal.SIGVTALRM, _give_up)
    end = time.monotonic() + options.seconds
    number, slowest, failed, before = options.seed, (0.0, 0, ""), 0, parse("")
    on_paper: list[str] = []
    while time.monotonic() < end and failed < 20:
        markdown = made_text(random.Random(number))  # noqa: S311 - reproducible texts, no secrets
        failure, spent, step = tried(markdown, before)
        if failure:
            failed += 1
            small = shortened(markdown, lambda it, name=step: _fails(it, name))
            print(f"text {number}: {failure}\n    {small!r}", flush=True)
        else:
            before = parse(markdown)
            if len(on_paper) < SET_ON_PAPER and len(markdown) < 2_000:
                on_paper.append(markdown)
        slowest = max(slowest, (spent, number, step))
        number += 1
    failed += _set_on_paper(on_paper)
    print(f"{number - options.seed:,} texts; {failed} failed; slowest step: {slowest[0]:.2f} s (text {slowest[1]})")
    return 1 if failed else 0


def tried(markdown: str, before: Text) -> tuple[str, float, str]:
    """Read and write a text.

    Args:
        markdown: The text.
        before: A text to compare it with.

    Returns:
        What is wrong, empty if nothing is; the time of the slowest step; the name of that step, or of the one that
        failed.
    """
    slowest, text, words = (0.0, ""), None, ""
    for name, step in STEPS.items():
        start = time.process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, GUARD)
        try:
            if text is None:
                text = parse(markdown)
                words = said(text)
            found = step(text, before)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            return f"{name} raised {type(error).__name__}: {error}"[:300], time.process_time() - start, name
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        spent = time.process_time() - start
        slowest = max(slowest, (spent, name))
        if spent > SLOWEST:
            return f"{name} took {spent:.1f} s", spent, name
        if found is not None and found != words and (name != "paper" or sorted(found) != sorted(words)):
            return f"{name} shows other words: {found[:200]!r} instead of {words[:200]!r}", spent, name
    return "", *slowest


def _fails(markdown: str, name: str) -> bool:
    failure, _, step = tried(markdown, parse(""))
    return bool(failure) and step == name


def said(text: Text) -> str:
    """The characters that a reader sees, without white space, numbers of notes and what directives ask for."""
    pieces = (
        word.text
        for passage in passages(text)
        if passage.kind != "directive"
        for word in passage.words
        if word.kind != "note"
    )
    return _bare("".join(pieces))


def _bare(shown: str) -> str:
    return "".join(sign for sign in shown if not sign.isspace() and sign != "\u200b")


def _html(text: Text, _: Text) -> str | None:
    html = HtmlWriter(Surroundings(image=_own_image)).write(text)
    shown = _Shown.of(html)
    if _has_formulas(text):
        return None
    safe = _Shown.of(sanitised(html))
    return shown if safe == shown else safe


def _own_image(target: str) -> str | None:
    """A page shows no picture of another site, which a check reports."""
    return target if re.fullmatch(r"[\w./-]+", target) else None


class _Shown(HTMLParser):
    """Collects what a page shows of a text, but for the marks of notes and the ways back from them."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []
        self._left_out = ""

    @classmethod
    def of(cls, html: str) -> str:
        reader = cls()
        reader.feed(html)
        reader.close()
        return _bare("".join(reader.shown))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "img":
            self.shown.append(said.get("alt") or "")
        elif (said.get("class") or "").startswith("footnote-"):
            self._left_out = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._left_out:
            self._left_out = ""

    def handle_data(self, data: str) -> None:
        if not self._left_out:
            self.shown.append(data)


def _plain(text: Text, _: Text) -> str | None:
    """Plain text, in which marks of items, of notes and of cells are added."""
    shown, at, words = _bare(write_plain(text)), 0, said(text)
    for sign in words:
        found = shown.find(sign, at)
        if found < 0 or shown[at:found].strip("•0123456789.|[]^"):
            return shown
        at = found + 1
    return None if not shown[at:].strip("•0123456789.|[]^") else shown


def _commonmark(text: Text, _: Text) -> str:
    return said(parse(write_commonmark(text)))


def _dialect(text: Text, _: Text) -> str:
    return said(text_of(text.blocks, text.notes))


def _paper(text: Text, _: Text) -> str:
    return _bare("".join(_strings(PaperWriter(str).write(text, AS_WRITTEN).nodes)))


def _strings(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for it in node:
            yield from _strings(it)
    else:
        for key in ("title", "c", "items", "head", "rows"):
            yield from _strings(node.get(key, []))
        yield node["text"] if node["k"] == "pre" else ""


def _redline(text: Text, before: Text) -> None:
    for old, new in ((before, text), (text, before)):
        judge(old, new)
        RedlineWriter().blocks(quote_blocks(merge_texts(old, new), AS_WRITTEN, AS_WRITTEN))


def _has_formulas(text: Text) -> bool:
    return any(isinstance(node, Formula) for node in text_nodes(text))


STEPS: dict[str, Callable[[Text, Text], str | None]] = {
    "HTML": _html,
    "plain text": _plain,
    "CommonMark": _commonmark,
    "the dialect": _dialect,
    "paper": _paper,
    "redline": _redline,
}


def shortened(markdown: str, fails: Callable[[str], bool]) -> str:
    """Leave out of a text whatever it fails without."""
    size = len(markdown) // 2
    tries = 3_000
    while size and tries:
        at = 0
        while at < len(markdown) and tries:
            tries -= 1
            less = markdown[:at] + markdown[at + size :]
            if fails(less):
                markdown = less
            else:
                at += size
        size //= 2
    return markdown


def _set_on_paper(texts: list[str]) -> int:
    """How many texts Typst cannot set; each is printed."""
    with tempfile.TemporaryDirectory(prefix="editions-fuzzing-") as folder:
        write_generated_standard(Path(folder), 1, 1, {"plugins": ["editions/standard"]})
        publication = load_publication(read_configuration(Path(folder) / "mkdocs.yml"))
    edition = publication.standard.current
    domain = edition.domains[0]

    def refused(some: list[str]) -> Iterator[str]:
        criteria = (replace(domain.criteria[0], id=f"A.{number}", text=parse(it)) for number, it in enumerate(some))
        one = replace(edition, domains=(replace(domain, criteria=tuple(criteria)),))
        try:
            edition_pdf(publication, one)
        except Unpublishable as error:
            if len(some) == 1:
                print(f"Typst: {error.problems[0].message}\n    {some[0]!r}", flush=True)
                yield some[0]
            else:
                yield from refused(some[: len(some) // 2])
                yield from refused(some[len(some) // 2 :])

    return len(list(refused(texts)))


def _give_up(*_: object) -> None:
    raise TimeoutError(f"no end after {GUARD} s")


if __name__ == "__main__":
    sys.exit(main())
