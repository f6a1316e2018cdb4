"""The keys of a schema as a list and no table, so that they read at any width."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from editions.pages.parts import Term
from editions.pages.sentences import code, joined, sentence, strong
from editions.schemas.schema_keys import SchemaKey
from editions.text.inline_tree import Inline, Link, Words
from editions.text.parsing import parse
from editions.text.tree import Paragraph

_UNSAFE = re.compile(r"[^A-Za-z0-9_.:-]+")
_LONGEST = 400


def anchor(section: str, key: str = "") -> str:
    """The anchor of a section of a schema, or of a key in it.

    Args:
        section: Name of the section; empty for the document.
        key: Name of the key, such as ``references[].id``; empty for the section.
    """
    if not key:
        return f"def:{section}" if section else "properties"
    name = _UNSAFE.sub("", key.replace("*", "any"))
    return f"def:{section}.{name}" if section else f"key:{name}"


def explained(markdown: str) -> tuple[Inline, ...]:
    """What a schema says, within a line.

    Args:
        markdown: A sentence of a schema, which may have code and links in it.
    """
    return tuple(node for block in parse(markdown).blocks if isinstance(block, Paragraph) for node in block.children)


def key_entry(section: str, key: SchemaKey, see: Sequence[Inline], names: tuple[Inline, ...]) -> Term:
    """A key as an entry of a list.

    Args:
        section: Name of the section that it stands in; empty for the document.
        see: What is said of the sections that describe what it holds; possibly nothing.
        names: How it is named in data files; possibly nothing.

    Returns:
        The key with its anchor and its title; whether it is required, and its form; its meaning; its pattern; examples;
        its names.
    """
    place = anchor(section, key.name)
    needed: Inline = strong("required") if key.required else Words("optional")
    lines = [sentence(needed, ", ", *explained(key.form), *see), explained(key.meaning)]
    if key.pattern:
        lines.append(sentence("Pattern: ", code(key.pattern)))
    shown = [text for text in map(_value, key.examples) if len(text) <= _LONGEST]
    if shown:
        lines.append(sentence("For example ", *joined(map(code, shown))))
    lines.append(names)
    name = Link(f"#{place}", (code(key.name),))
    return Term((name,), tuple(Paragraph(line) for line in lines if line), place, key.title)


def _value(value: Any) -> str:
    return value if isinstance(value, str) and "\n" not in value else json.dumps(value, ensure_ascii=False)
