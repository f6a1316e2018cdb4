"""Formulas on pages under docs/ are shown as those of texts are."""

from __future__ import annotations

from typing import Any

import markdown
import pytest
from markdown import Extension, Markdown
from selectolax.lexbor import LexborHTMLParser

from editions.pages.sanitised import sanitised
from editions.render.page_controls import read_formulas
from editions.render.page_formulas import with_formulas, with_sources

BOTH = pytest.mark.parametrize("options", [{"generic": True}, {}], ids=["generic", "for MathJax"])


class Formulas(Extension):
    """Marks formulas as pages under docs/ do."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by Python-Markdown
        """Add the step that does."""
        read_formulas(md)


def safe(text: str, options: dict[str, Any]) -> str:
    extensions = ["pymdownx.arithmatex", "tables", "md_in_html", Formulas()]
    return sanitised(markdown.markdown(text, extensions=extensions, extension_configs={"pymdownx.arithmatex": options}))


@BOTH
def test_a_formula_is_mathml_with_its_source(options: dict[str, Any]) -> None:
    """In lines, in cells and on lines of its own, whichever way the extension is set."""
    text = safe("Where $a < b$.\n\n$$\nE = mc^2\n$$\n\n| a |\n|---|\n| $b_1$ |\n", options)
    page = LexborHTMLParser(with_formulas(text))
    assert [it.text() for it in page.css("math annotation")] == ["a < b", "E = mc^2", "b_1"]
    assert [it.text() for it in page.css("p.formula > math[display=block] annotation")] == ["E = mc^2"]
    assert not page.css("[class*=arithmatex], [class*=MathJax]")
    assert LexborHTMLParser(with_sources(text)).css_first("p").text() == "Where a < b."


@BOTH
def test_signs_of_html_in_a_formula_are_kept(options: dict[str, Any]) -> None:
    text = safe("$$\n\\begin{aligned} a &< b \\\\ c &> d \\end{aligned}\n$$\n", options)
    (source,) = LexborHTMLParser(with_formulas(text)).css("math annotation")
    assert source.text() == r"\begin{aligned} a &< b \\ c &> d \end{aligned}"


@BOTH
def test_a_formula_that_cannot_be_mathml_is_its_source(options: dict[str, Any]) -> None:
    page = LexborHTMLParser(with_formulas(safe(r"Where $\phantom{x}$.", options)))
    assert page.css_first("p").text() == r"Where \phantom{x}."
    assert page.css("code.formula")
    assert not page.css("math")


def test_no_mathml_of_a_writers_own_reaches_a_page() -> None:
    """Not between the marks of a formula, either."""
    own = '<math><mspace width="-50em"></mspace></math>'
    page = LexborHTMLParser(with_formulas(safe(f"Own {own} and \ue000{own}\ue002.", {})))
    assert not page.css("math, mspace")
