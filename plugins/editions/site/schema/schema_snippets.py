"""A whole document of a schema, and how a program validates one."""

from __future__ import annotations

import json
from typing import Any

import yaml

from editions.pages.sentences import fill, site_link
from editions.schemas.known_schemas import document_kind
from editions.text.parsing import parse
from editions.text.tree import Block, CodeBlock, Paragraph
from editions.words.messages import message
from editions.words.phrasebook import Phrasebook

_PYTHON = """\
import json
from urllib.request import urlopen

from jsonschema import Draft202012Validator  # pip install jsonschema

schema = json.load(urlopen("{schema}"))
document = {document}
Draft202012Validator(schema).validate(document)
"""
_NODE = """\
import Ajv from "ajv/dist/2020.js"; // npm install ajv ajv-formats
import addFormats from "ajv-formats";

const read = async (address) => (await fetch(address)).json();
const validate = addFormats(new Ajv()).compile(await read("{schema}"));
if (!validate({document})) throw new Error(JSON.stringify(validate.errors));
"""
_IN_EDITORS = message(
    "`editions check` holds every file to its schema. With this as the first line of the file's YAML, editors complete "
    "keys and say what each is for:"
)
_EDITOR = """\
# yaml-language-server: $schema={schema}
"""


def is_yaml(schema: dict[str, Any]) -> bool:
    """Whether people write the documents of a schema, as YAML.

    Returns:
        True for source files without ``$schema``; locks, which a command writes, state theirs.
    """
    return document_kind(schema) == "source" and "$schema" not in schema["properties"]


def whole_example(schema: dict[str, Any]) -> CodeBlock:
    """The first example of a schema.

    Returns:
        A block of code: YAML for what people write, JSON for what programs write.
    """
    example = schema["examples"][0]
    if is_yaml(schema):
        text = yaml.safe_dump(example, sort_keys=False, allow_unicode=True, width=80)
        return _block("yaml", text)
    return _block("json", json.dumps(example, indent=2, ensure_ascii=False))


def ways_to_validate(schema: dict[str, Any], url: str, document: str, words: Phrasebook) -> list[Block]:
    """How to hold a document to a schema.

    Args:
        url: Where it is served.
        document: Where a document of it is served; empty if none has a fixed address.
        words: The language.

    Returns:
        A line for editors and the command for what people write; programs for other documents.
    """
    if is_yaml(schema):
        return [
            *parse(words.text(_IN_EDITORS)).blocks,
            _block("yaml", _EDITOR.format(schema=url)),
        ]
    python = f'json.load(urlopen("{document}"))' if document else 'json.load(open("document.json", encoding="utf-8"))'
    node = f'await read("{document}")' if document else 'JSON.parse(await readFile("document.json", "utf-8"))'
    program = _NODE.format(schema=url, document=node)
    if not document:
        program = f'import {{ readFile }} from "node:fs/promises";\n{program}'
    jsonschema = site_link("jsonschema", "https://python-jsonschema.readthedocs.io/")
    ajv = site_link("Ajv", "https://ajv.js.org/")
    return [
        Paragraph(fill(words.text("In Python, with {library}:"), library=jsonschema)),
        _block("python", _PYTHON.format(schema=url, document=python)),
        Paragraph(fill(words.text("In JavaScript, with {library}:"), library=ajv)),
        _block("js", program),
    ]


def _block(language: str, text: str) -> CodeBlock:
    return CodeBlock(f"{text.rstrip()}\n", language)
