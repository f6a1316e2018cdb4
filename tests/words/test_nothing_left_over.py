"""With a catalogue in which every phrase is in brackets, every word outside of them comes from the sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from babel.dates import get_month_names
from babel.messages import Catalog
from babel.messages.pofile import write_po
from click.testing import CliRunner
from marked_standard import LANGUAGE, MARK, write_marked_standard
from phrases import phrases
from selectolax.lexbor import LexborHTMLParser

from editions.cli import main
from editions.words import catalogues

pytestmark = pytest.mark.slow

# What readers see or hear of an element besides its text.
_ATTRIBUTES = ("title", "aria-label", "alt", "placeholder", "data-some", "data-copy", "data-title")
_META = {"description", "og:title", "og:description", "og:image:alt", "og:site_name"}
_NAMES = {
    # Formats, styles of citation, and who publishes these.
    *("JSON", "CSV", "JSON-LD", "OSCAL", "XLSX", "PDF", "Markdown", "Atom", "HTML", "BibTeX", "BibLaTeX", "RIS"),
    *("CSL-JSON", "CITATION.cff", "APA", "IEEE", "Chicago", "author-date", "MLA", "Harvard", "Vancouver", "ICMJE"),
    *("Cite", "Them", "Right"),
    # The licence, the short name of the standard, the engine, and the section of llms.txt that its format names.
    *("CC", "BY", "CC-BY", "Creative", "Commons", "Attribution", "International", "EAS", "Editions", "Optional"),
}
# What the schemas say is data, the same on every site; pages of schemas quote it.
_SCHEMAS = Path(__file__).parents[2] / "schema"
# Code, what scripts and machines read, citations in their styles, and what is marked as of another language.
_LEFT_OUT = "script, style, code, pre, [lang=en], .cite-styles dd, .references li, .fact-permanent dd"
# How works without a title are cited, in English.
_UNTITLED = re.compile(r"\bCriterion (?=[A-Z]\.\d)")
_WORD = re.compile(r"[^\W\d_]{2,}(?:[-.][^\W\d_]+)*")


def bracketed(said: str) -> str:
    """A phrase in brackets; blanks around it stay outside."""
    inside = said.strip(" ")
    return said.replace(inside, f"⟦{inside}⟧") if inside else said


def write_brackets(folder: Path) -> None:
    """Write a catalogue that has every phrase in brackets."""
    made = Catalog(locale=LANGUAGE, charset="utf-8")
    for phrase in phrases():
        if phrase.id:
            several = isinstance(phrase.id, (list, tuple))
            said = tuple(map(bracketed, phrase.id)) if several else bracketed(phrase.id)
            made.add(phrase.id, said, context=phrase.context)
    with (folder / f"{LANGUAGE}.po").open("wb") as file:
        write_po(file, made)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("marked")
    with pytest.MonkeyPatch.context() as patch:
        words = folder / "words"
        words.mkdir()
        write_brackets(words)
        patch.setattr(catalogues, "FOLDER", words)
        project = write_marked_standard(folder / "project", patch)
        patch.chdir(project)
        done = CliRunner().invoke(main, ["build", "-d", "site"], catch_exceptions=False)
        assert done.exit_code == 0, done.output
        yield project / "site"


def outside_brackets(text: str) -> str:
    """What is in no pair of brackets."""
    made, depth = [], 0
    for sign in text:
        depth += sign == "⟦"
        made.append(sign if not depth else " ")
        depth -= sign == "⟧"
    return "".join(made)


MONTHS = {name.casefold() for name in get_month_names(locale=LANGUAGE).values()}


def left_over(text: str) -> set[str]:
    """The words that are neither in brackets, nor of the sources, nor a name."""
    words = _WORD.findall(_UNTITLED.sub("", re.sub(r"https?://\S+", " ", outside_brackets(text))))
    return {it for it in words if MARK not in it.casefold() and it not in _NAMES and it.casefold() not in MONTHS}


def seen(html: str) -> Iterator[str]:
    """What readers see or hear of a page, piece by piece."""
    tree = LexborHTMLParser(html)
    for node in tree.css(_LEFT_OUT):
        node.decompose()
    yield (tree.html and tree.root.text(separator="\n")) or ""
    for node in tree.css("*"):
        yield from (value for name, value in node.attributes.items() if name in _ATTRIBUTES and value)
    for node in tree.css("meta"):
        name = node.attributes.get("name") or node.attributes.get("property")
        if name in _META:
            yield node.attributes.get("content") or ""


@cache
def said_by_schemas() -> frozenset[str]:
    """The words of the schemas and of their names."""
    texts = (f"{path.name} {path.read_text(encoding='utf-8')}" for path in _SCHEMAS.glob("*.json"))
    return frozenset(word for text in texts for word in _WORD.findall(text.replace("\\n", " ")))


def test_pages(site: Path) -> None:
    """Texts, titles, labels and descriptions of every page."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix()
        words = {word for piece in seen(path.read_text(encoding="utf-8")) for word in left_over(piece)}
        if address.startswith("schema/"):
            words -= said_by_schemas()
        if words:
            found[address] = words
    assert not found


def test_files_for_readers(site: Path) -> None:
    """Markdown twins, comparisons as Markdown, feeds and ``llms.txt``."""
    found = {}
    for path in sorted((*site.rglob("*.md"), *site.rglob("llms.txt"), *site.rglob("feed.xml"))):
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".xml":
            text = re.sub(r"<[^>]*>", "\n", re.sub(r"&lt;code.*?/code&gt;|&lt;.*?&gt;", " ", text)).replace(
                "&amp;", "&"
            )
        if path.suffix == ".md" and "/schema/" in path.as_posix():
            continue  # which says what the schemas say
        text = re.sub(r"`[^`]*`|```.*?```|\]\([^)]*\)|<[^>]*>", " ", text, flags=re.DOTALL)
        if words := left_over(text.replace("&lt;", "<")):
            found[path.relative_to(site).as_posix()] = words
    assert not found


def test_workbook(site: Path) -> None:
    """Every cell, heading and remark of the workbook."""
    book = openpyxl.load_workbook(site / "standard" / "checklist.xlsx")
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    texts = [it for it in cells if not it.startswith("=")] + book.sheetnames
    for sheet in book:
        for rule in sheet.data_validations.dataValidation:
            texts += [it for it in (rule.prompt, rule.promptTitle, rule.error, rule.errorTitle) if it]
        texts.append(sheet.oddFooter.right.text or "")
    citation = next(place for place, text in enumerate(texts) if text == "⟦Citation⟧") + 1
    del texts[citation]  # set in a style, which has words of its own
    assert not {word for text in texts for word in left_over(text)}


def test_document(site: Path) -> None:
    """Every page of the PDF of an edition."""
    for name in ("draft", "1.0", "1.1"):
        document = pypdfium2.PdfDocument(site / "standard" / name / "edition.pdf")
        text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
        text = text.partition("⟦Citation⟧\r\nAPA")[0]
        assert not left_over(re.sub(r"\s+", " ", text))
