"""Every phrase that the engine says on sites, gathered from its sources."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_file

from editions.model.fields import FIELDS
from editions.site.assets.asset_phrases import phrases_in
from editions.words.messages import BETWEEN

PACKAGE = Path(__file__).parents[2] / "plugins" / "editions"
CATALOGUES = PACKAGE / "words"
_TEMPLATES = {"_": None, "in_context": ((1, "c"), 2), "count": (2, 3)}
# Where the phrase is among the arguments: of functions that mark one, and of methods that say one.
_FUNCTIONS = {"message": slice(1), "in_context": slice(2), "forms": slice(2)}
_METHODS = {"text": slice(1), "count": slice(1, 3), "plural": slice(1, 3), "forms": slice(2)}
_PHRASEBOOKS = {"words", "_words", "say", "_say", "phrasebook"}
# A minified library is no source of ours.
_FOREIGN = "minisearch"

Phrase = tuple[str, tuple[str, ...], str]
"""A file, a phrase with its forms, and its context."""


def phrases() -> Catalog:
    """Gather the phrases, those of a file together."""
    found = Catalog(charset="utf-8")
    for path, forms, context in sorted(_phrases(), key=lambda it: it[0]):
        said = forms if len(forms) > 1 else forms[0]
        found.add(said, context=context or None, locations=[(path, 0)])
    return found


def _phrases() -> Iterator[Phrase]:
    for path in sorted(PACKAGE.rglob("*")):
        name = path.relative_to(PACKAGE).as_posix()
        if path.suffix == ".py":
            yield from _of_module(path, name)
        elif path.suffix == ".html" and not name.startswith("starter/"):
            yield from _of_template(path, name)
        elif path.suffix in (".js", ".css") and _FOREIGN not in name:
            for forms in phrases_in(path.read_text(encoding="utf-8")):
                context, _, first = forms[0].rpartition(BETWEEN)
                yield name, (first, *forms[1:]), context
    # What readers see the keys of front matter called.
    for field in (field for fields in FIELDS.values() for field in fields):
        yield from (("model/fields.py", (said,), "") for said in (field.label, field.xlsx) if said)


def _of_module(path: Path, name: str) -> Iterator[Phrase]:
    # Babel's own extractor stops at literals of bytes.
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and (place := _place(node.func)):
            said = [it.value for it in node.args[place] if isinstance(it, ast.Constant) and isinstance(it.value, str)]
            if len(said) < len(node.args[place]) or not said:
                continue
            context = said.pop(0) if isinstance(node.func, ast.Name) and node.func.id == "in_context" else ""
            yield name, tuple(said), context


def _place(function: ast.expr) -> slice | None:
    match function:
        case ast.Name(id=called):
            return _FUNCTIONS.get(called)
        case ast.Attribute(
            value=ast.Name(id=owner) | ast.Attribute(attr=owner) | ast.Call(func=ast.Name(id=owner)), attr=called
        ) if owner in _PHRASEBOOKS:
            return _METHODS.get(called)
    return None


def _of_template(path: Path, name: str) -> Iterator[Phrase]:
    found = extract_from_file("jinja2.ext:babel_extract", str(path), _TEMPLATES, options={"encoding": "utf-8"})
    for _, said, _, context in found:
        yield name, (said,) if isinstance(said, str) else said, context or ""
