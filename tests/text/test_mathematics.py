"""Formulas are shown as MathML that keeps its source, or are reported."""

from __future__ import annotations

import subprocess
import sys

import cmarkgfm
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from editions.pages.sanitised import sanitised
from editions.text.commonmark import write_commonmark
from editions.text.html import HtmlWriter
from editions.text.inline_tree import Formula
from editions.text.mathematics import NotMathematics, write_mathml
from editions.text.parsing import parse
from editions.text.walking import text_nodes

# A formula, and the elements that show it.
SHOWN = {
    "a power": ("10^6", "msup", "106"),
    "an index": ("r_1", "msub", "r1"),
    "a fraction": (r"\frac{a}{b}", "mfrac", "ab"),
    "a large fraction": (r"\dfrac{a}{b}", 'mstyle[displaystyle="true"] > mfrac:not([displaystyle])', "ab"),
    "a small sign": (r"a \scriptstyle b", 'mstyle[scriptlevel="1"]', "ab"),
    "a table without a level": (r"\begin{matrix}a\end{matrix}", "mtable:not([scriptlevel])", "a"),
    "a root": (r"\sqrt[3]{x}", "mroot", "x3"),
    "a sum": (r"\sum_{i=1}^n x_i", "msub", "∑i=1nxi"),
    "cases": (r"\begin{cases}1&x>0\\0&\text{otherwise}\end{cases}", "mtr", "{1x>00otherwise"),
    "aligned lines": (r"\begin{aligned}a&=b\\c&=d\end{aligned}", "mtd", "a=bc=d"),
    "a matrix": (r"\begin{pmatrix}a&b\\c&d\end{pmatrix}", "mtable", "(abcd)"),
    "less and greater": ("a<b>c", "mo", "a<b>c"),
    "a percentage": (r"5\%", "mn", "5%"),
    "words": (r"\mathrm{MTTR} \le 30\,\text{min}", "mtext", "MTTR≤30min"),
    "other letters": ("λ ≤ 3", "mi", "λ≤3"),
}
# A text, the line of its problem, and words of it.
REPORTED = {
    "an unknown command": ("a\nb $\\foo$", 2, 'unknown command "\\foo"'),
    "a brace without an end": ("$\\frac{a$", 1, "reached end of input"),
    "two powers": ("$x^2^3$", 1, "duplicate"),
    "a block of lines": ("a\n\n$$\nb\n+ \\foo\n$$", 5, "unknown command"),
    "a block in a list": ("- a\n\n  $$\n  \\foo\n  $$", 4, "unknown command"),
    "a comment": ("$5 % of$", 1, "write \\%"),
    "a definition": (r"$\newcommand{\x}{y}\x$", 1, "defines a command"),
    "a colour": (r"$\color{white}x$", 1, "colours"),
    "hidden words": (r"$\phantom{must}$", 1, "is hidden"),
    "a wide blank": (r"$a\hspace{500em}b$", 1, "out of sight"),
    "numbers of formulas": ("$$\n\\begin{align}a&=b\\end{align}\n$$", 2, "write aligned"),
    "a link": (r"$\href{https://example.org}{x}$", 1, "unknown command"),
    "nothing": ("$\\,$", 1, "shows nothing"),
    "nested too deeply without braces": ("$" + r"\hat " * 200 + "x$", 1, "nested more than 50 deep"),
    "nested too deeply": (f"${'{' * 60}x{'}' * 60}$", 1, "nested more than 50 deep"),
    "too long": (f"${'x+' * 1001}1$", 1, "more than 2,000 characters"),
    "words with blanks": ("It is $5 per month or 50$ a year", 1, "per month are not shown; write \\text{…}"),
    "double signs within a line": ("a $$x$$ b", 1, "$$ is part of no formula"),
    "a block without an end": ("$$\nx", 1, "$$ is part of no formula"),
    "a block that a blank line ends": ("a\n\n$$\nx\n\nb", 3, "$$ is part of no formula"),
    "a block that its list ends": ("- a\n\n  $$\n  x\n\nb\n\n\\$\\$", 3, "$$ is part of no formula"),
}


@pytest.mark.parametrize("name", SHOWN)
def test_a_formula_is_mathml(name: str) -> None:
    """The sanitiser leaves it as it is, and its source is an annotation."""
    tex, element, signs = SHOWN[name]
    text = parse(f"${tex}$")
    html = HtmlWriter().write(text)
    page = LexborHTMLParser(f"<body>{html}</body>")
    annotation = page.css_first("math annotation")
    assert text.problems == ()
    assert sanitised(html, formulas=True) == html
    assert page.css(element)
    assert annotation.text() == tex
    annotation.decompose()
    assert "".join(page.css_first("math").text().split()).strip("\u2063") == signs


@pytest.mark.parametrize(
    "markdown",
    ["$$\nx\n$$", "$$x$$", "$$ x\n$$", "a\n$$\nx\n$$\nb", "- a\n  $$\n  x\n  $$", "> $$\n> x\n> $$", "1. $$x$$"],
)
def test_a_formula_is_set_on_lines_of_its_own(markdown: str) -> None:
    """Also right after a line, as a list is."""
    text = parse(markdown)
    assert text.problems == ()
    assert '<p class="formula"><math display="block"><semantics><mrow><mi>x</mi>' in HtmlWriter().write(text)


@pytest.mark.parametrize("name", REPORTED)
def test_what_is_not_shown_is_reported(name: str) -> None:
    markdown, line, words = REPORTED[name]
    problems = parse(markdown).problems
    assert [it.line for it in problems] == [line]
    assert words in problems[0].message


def test_a_formula_after_a_list_of_terms_is_one() -> None:
    """Although it would have no end within the list."""
    assert parse("- a\n  :   b\n\n$$\nc\n$$").blocks[1] == Formula("c", block=True)


def test_a_formula_that_was_reported_is_shown_as_it_is_written() -> None:
    assert HtmlWriter().write(parse("$\\foo<b$")) == '<p><code class="formula">\\foo&lt;b</code></p>\n'


@given(
    st.lists(st.sampled_from([*"{}[]^_&'<>\"x1 ", *r"\frac \left( \right) \text{ \\ \not \hat \sqrt \color{".split()]))
)
def test_any_formula_is_safe_or_reported(pieces: list[str]) -> None:
    try:
        html = write_mathml("".join(pieces))
    except NotMathematics:
        return
    assert sanitised(html, formulas=True) == html


@pytest.mark.parametrize("piece", ["{", "x^{", r"\frac{", r"\sqrt[", r"\not", r"\hat ", "'", r"\left("])
def test_no_repetition_exhausts_the_stack(piece: str) -> None:
    """The reader is compiled code, which an exhausted stack ends without an exception."""
    code = "import sys, editions.text.parsing as p; p.parse(sys.stdin.read())"
    texts = [f"${piece * count}{end}$" for count in (100, 1900 // len(piece), 5000) for end in ("x", "x" + "}" * count)]
    done = subprocess.run([sys.executable, "-c", code], input="\n\n".join(texts), text=True, check=False, timeout=60)
    assert done.returncode == 0


@pytest.mark.parametrize(
    "markdown",
    [
        "$a<b>c$",
        "$a<!b$",
        "$x*y*z$",
        "$\\mathbf{x}_{i} + \\mathbf{y}_{j}$",
        "$f[x](y)$",
        "$$\na\n- b\n+ c\n$$",
        "$$\na\n*b\n$$",
    ],
)
def test_readers_without_formulas_see_every_sign(markdown: str) -> None:
    """A blank, which means nothing in TeX, parts what CommonMark would read."""
    html = cmarkgfm.github_flavored_markdown_to_html(write_commonmark(parse(markdown)))
    assert "".join(LexborHTMLParser(html).text().split()) == "".join(markdown.split())


@pytest.mark.parametrize(
    ("markdown", "formulas"),
    [
        ("$x$ is 5", ["x"]),
        ("the $n$th of $k$s, $x$/$y$, 在$x$中, ($z$)", ["n", "k", "x", "y", "x", "z"]),
        ("$5 and $10, US$5 or CA$ 6, 5$ and 6$", []),
        ("$HOME/$USER, ${HOME}/${USER} and $A_$B", []),
        ("_$x$_ and *$y$*", ["x", "y"]),
        ("\\$x$ and $ x$ and $x $", []),
        ("$\\$5$", ["\\$5"]),
    ],
)
def test_dollars_of_sums_and_names_are_signs(markdown: str, formulas: list[str]) -> None:
    """As Pandoc reads them, and beside letters."""
    found = [node.tex for node in text_nodes(parse(markdown)) if isinstance(node, Formula)]
    assert found == formulas
