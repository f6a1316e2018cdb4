"""The keys of a schema as Markdown: no table, so that they read at any width."""

from __future__ import annotations

import json
import re
from typing import Any

from editions.pages.markdown_text import plain
from editions.validation.schema_keys import SchemaKey

_UNSAFE = re.compile(r"[^A-Za-z0-9_.:-]+")
_LONGEST = 400


def anchor(section: str, key: str = "") -> str:
    """The anchor of a section of a schema, or of a key in it.

    Args:
        section: Name of the section; empty for the document.
        key: Name of the key, such as ``references[].id``; empty for the section.

    Returns:
        An id of the page.
    """
    if not key:
        return f"def:{section}" if section else "properties"
    name = _UNSAFE.sub("", key.replace("*", "any"))
    return f"def:{section}.{name}" if section else f"key:{name}"


def code(text: str) -> str:
    """A text as a Markdown code span.

    Args:
        text: Any text.

    Returns:
        The span, on one line, whatever backticks stand in the text.
    """
    single = " ".join(text.split())
    longest = max((len(run) for run in re.findall(r"`+", single)), default=0)
    if not longest:
        return f"`{single}`"
    marks = "`" * (longest + 1)
    return f"{marks} {single} {marks}"


def key_entry(section: str, key: SchemaKey, see: str) -> str:
    """A key as an entry of a definition list.

    Args:
        section: Name of the section that it stands in; empty for the document.
        key: The key.
        see: What is said of the sections that describe what it holds, in Markdown; possibly empty.

    Returns:
        Markdown: the key with its anchor and its title; whether it is required, and its form; its meaning; its
        pattern; examples.
    """
    place = anchor(section, key.name)
    lines = [f"{'**required**' if key.required else 'optional'}, {key.form}{see}", key.meaning]
    if key.pattern:
        lines.append(f"Pattern: {code(key.pattern)}")
    shown = [text for text in map(_value, key.examples) if len(text) <= _LONGEST]
    if shown:
        lines.append(f"For example {', '.join(map(code, shown))}")
    body = "\n\n    ".join(line for line in lines if line)
    title = f' <span class="schema-title">{plain(key.title)}</span>' if key.title else ""
    return f"[{code(key.name)}](#{place}){title} {{ #{place} }}\n:   {body}"


def _value(value: Any) -> str:
    return value if isinstance(value, str) and "\n" not in value else json.dumps(value, ensure_ascii=False)
