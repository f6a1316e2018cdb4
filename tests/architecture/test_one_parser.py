"""Texts are parsed in one place: no other module reads Markdown, or takes HTML apart with regular expressions."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "plugins" / "editions"

MARKDOWN = {"markdown", "markdown_it", "mdit_py_plugins", "commonmark", "marko", "mistune", "markdown2"}
HTML = {"html.parser", "_markupbase", "bs4", "html5lib", "lxml", "selectolax"}
# Who may import what, besides the package text: pages under docs/ are written in Python-Markdown, and so are pages that
# are composed for other generators.
READERS = {
    "composing/kept_html.py": HTML,
    "composing/rendered_markdown.py": MARKDOWN | HTML,
    "render/html_sections.py": HTML,
    "render/page_controls.py": MARKDOWN,
    "render/page_markdown.py": MARKDOWN,
    "render/written_pages.py": MARKDOWN,
    "validation/page_html.py": HTML,
}

# Who may look for tags or links with regular expressions, besides the package text, and why.
EXPRESSIONS = {
    "render/page_controls.py": "replaces what extensions of Python-Markdown write as HTML and not into its tree",
    "pages/content_security_policy.py": "makes elements of finished pages powerless, whatever else they contain",
    "pages/frame_names.py": "guards what nh3 has written, in which every value is in quotes",
    "pages/sanitised.py": "guards what nh3 has written, in which every value is in quotes",
    "pages/scrolling_tables.py": "puts boxes around tables that nh3 has balanced",
    "releases/changelog.py": "finds the engine's own marks, each a line of the changelog",
    "validation/page_limits.py": "counts before Python-Markdown reads a page, which may take too long",
    "validation/published_files.py": "finds instructions in SVG files, which are XML",
    "validation/template_overrides.py": "reads templates of Jinja, which are no HTML yet",
}

# In the source of an expression: "<" and the beginning of a name, "/", "!" or "?", also in a group or a set; or "<" and
# anything up to ">". The "<" of a named group or of a look-behind is none.
_TAG = re.compile(r"(?<!\(\?)(?<!\(\?P)<(?:\[\^|\.[*+]|(?:\(\?(?:[:=]|P<\w+>)|[(\[])*\\?[/!?A-Za-z])")
# A closing bracket, then an opening parenthesis, which may be asked for or forbidden; or a definition of a link.
_LINK = re.compile(r"\\\](?:\(\?[:=!]|\[)*\\?(?:(?<=[\\\[])\(|:)")


def imported(tree: ast.Module) -> Iterator[str]:
    """Modules that a module imports, also inside of functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def parsers(source: str) -> set[str]:
    """Parsers of Markdown and HTML that a module imports."""
    names = {name for module in imported(ast.parse(source)) for name in (module, module.split(".")[0])}
    return names & (MARKDOWN | HTML)


def expressions(source: str) -> Iterator[str]:
    """Regular expressions of a module, with what constants of the module contribute to them."""
    tree = ast.parse(source)
    constants = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    functions = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "re"
        for alias in node.names
    }

    def written(node: ast.AST, depth: int = 0) -> str:
        if isinstance(node, ast.Constant):
            return node.value if isinstance(node.value, str) else ""
        if isinstance(node, ast.Name):
            return written(constants[node.id], depth + 1) if node.id in constants and depth < 5 else ""
        return "".join(written(child, depth) for child in ast.iter_child_nodes(node))

    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called, first = node.func, [*node.args[:1], *(it.value for it in node.keywords if it.arg == "pattern")]
            of_module = isinstance(called, ast.Attribute) and ast.unparse(called.value) in ("re", "regex")
            if first and (of_module or (isinstance(called, ast.Name) and called.id in functions)):
                yield written(first[0])


def markup_expressions(source: str) -> list[str]:
    """Regular expressions of a module that look for tags of HTML or links of Markdown."""
    return [it for it in expressions(source) if _TAG.search(it) or _LINK.search(it)]


def modules() -> dict[str, str]:
    """The sources outside the package text, by path."""
    paths = (path.relative_to(PACKAGE).as_posix() for path in sorted(PACKAGE.rglob("*.py")))
    return {path: (PACKAGE / path).read_text(encoding="utf-8") for path in paths if not path.startswith("text/")}


def test_only_texts_are_parsed() -> None:
    found = {path: parsers(source) for path, source in modules().items()}
    assert {path for path, names in found.items() if names - READERS.get(path, set())} == set()
    assert all(found[path] for path in READERS)


def test_no_expression_takes_markup_apart() -> None:
    """Each exception has a reason, and is still needed."""
    found = {path: markup_expressions(source) for path, source in modules().items()}
    assert {path: it for path, it in found.items() if it and path not in EXPRESSIONS} == {}
    assert {path for path in EXPRESSIONS if not found[path]} == set()


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("import markdown", "markdown"),
        ("def f():\n    from markdown.extensions import toc", "markdown"),
        ("from html import escape, parser", "html.parser"),
        ("from html.parser import HTMLParser", "html.parser"),
        ("import lxml.html", "lxml"),
    ],
)
def test_another_parser_is_noticed(source: str, name: str) -> None:
    assert parsers(source) == {name}


@pytest.mark.parametrize(
    "source",
    [
        r'import re; re.compile(r"<(/?)table\b[^>]*>")',
        r'import re; re.sub("</?[a-z]+>", "", html)',
        r'import re; re.sub(r"<[^>]*>", "", html)',
        r'import re; re.sub(r"<.*?>", "", html)',
        r'import re; re.match(r"<(?P<end>/?)(?P<name>\w+)", html)',
        r'import re; re.split(pattern="<h([1-6])", string=html)',
        r'import re; re.findall(r"<!--.*?-->", html)',
        r'import re; re.search(f"<{name}|</{name}", html)',
        "import re\nTAG = '<b'\nre.match(TAG + '>', html)",
        "import re\nNAMES = 'h[1-6]|p'\nre.compile(rf'<(?:{NAMES})>')",
        r'from re import compile as pattern; pattern("<p>")',
        r'import re; re.compile(r"\[([^\]]*)\]\(([^)]*)\)")',
        r'import re; re.compile(r"\[([^\]]*)\][(]")',
        r'import re; re.compile(r"\[[^\]]*\](?:\([^()]*\)|x)")',
        r'import re; re.compile(r"\[@[^\[\]]*\](?!\()")',
        r'import re; re.compile(r"^\[[^\]]+\]:")',
    ],
)
def test_an_expression_over_markup_is_noticed(source: str) -> None:
    assert markup_expressions(source)


@pytest.mark.parametrize(
    "source",
    [
        r'import re; re.compile(r"(?P<name>[a-z]+)(?<=a)(?<![b-z])")',
        r'import re; re.compile(r"<{7}(?: .*)?")',
        r'import re; re.compile(r"[^\s<>]+|[*_`\[<&]")',
        r'import re; re.sub(r"\[([0-9]+)\]", r"<b>\1</b>", words)',
        'import re; html = "<p>[a](b)</p>"',
    ],
)
def test_other_expressions_are_not(source: str) -> None:
    assert not markup_expressions(source)
