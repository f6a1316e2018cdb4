"""Prose of our own catalogs: OSCAL's Markdown, with the text as it was written beside it where that differs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from oscal_catalogs import SITE, exported, read_document

from editions.formats.facts import ImportFacts
from editions.formats.oscal.writing.catalog import oscal_catalog
from editions.model import Publication, Standard
from editions_builder import domain, edition
from markdown_texts import markdown_texts

BIBLIOGRAPHY = "@misc{guide, author={Ada Cook}, title={A Guide}, year={2024}, url={https://example.org/guide}}"


def statement(markdown: str) -> dict[str, Any]:
    made = edition("1.0", [domain("D1", {"C1": markdown})])
    document = json.loads(oscal_catalog(Publication(SITE, Standard((made,)), bibliography=BIBLIOGRAPHY), made))
    part: dict[str, Any] = document["catalog"]["groups"][0]["controls"][0]["parts"][0]
    return part


@pytest.mark.parametrize(
    ("markdown", "prose"),
    [
        ("One *two* `a`.\n\n- b\n- c", "One *two* `a`.\n\n- b\n- c"),
        ("H<sub>2</sub>O and 10<sup>6</sup>", "H~2~O and 10^6^"),
        ("about ~5 or x^2, {{ insert: param, x }}", "about \\~5 or x\\^2, \\{{ insert: param, x }}"),
        ("Press <kbd>Esc</kbd>, <mark>new</mark>.", "Press `Esc`, new."),
        ("a<br>b", "a\\\nb"),
        ("- [ ] open\n- [x] done", "- ☐ open\n- ☑ done"),
        ("So.[^n]\n\n[^n]: A note.", "So.\\[1\\]\n\n\\[1\\] A note."),
        ("Log\n:   A record.", "**Log**\n\nA record."),
        ("Rate $a_1$.\n\n$$\nb\n$$", "Rate `a_1`.\n\n```\nb\n```"),
        ('!!! note "Hint"\n    Mind it.', "> **Hint**\n>\n> Mind it."),
        ('```sh title="x.sh"\nls\n```', "**x.sh**\n\n```sh\nls\n```"),
        ("| a |\n|---|\n| b<br>c |", "| a |\n| --- |\n| b c |"),
        ("&lt;KEY&gt; <KEY>", "&lt;KEY> &lt;KEY>"),
        ("See [@guide].", "See ([Cook, 2024](https://example.org/guide))."),
        ("[a](/a/) ![b](https://c.example/d.png)", "[a](https://example.org/a/) ![b](https://c.example/d.png)"),
    ],
)
def test_prose_has_only_what_oscal_knows(markdown: str, prose: str) -> None:
    """Metaschema's markup-multiline; what it has no sign for keeps its words."""
    assert statement(markdown)["prose"] == prose


@pytest.mark.parametrize(
    ("markdown", "source"),
    [
        ("Plain *words*.", None),
        ("* a\n* b", "* a\n* b"),
        ("It is so.[^n] <kbd>a</kbd>\n\n[^n]: A note.", "It is so.[^n] <kbd>a</kbd>\n\n[^n]: A note."),
        ("See [@unknown] [it](#C1).", "See [@unknown] [it](#C1)."),
        ("See [@guide].", "See ([Cook, 2024](https://example.org/guide))."),
        (
            '!!! note "See [this](/a/)"\n    - [ ] *b*',
            '!!! note "See [this](https://example.org/a/)"\n\n    - [ ] *b*',
        ),
    ],
)
def test_what_it_was_written_from_is_kept_beside_it(markdown: str, source: str | None) -> None:
    """Exactly, but for citations and links that leave the edition; nothing is kept where the prose says it all."""
    kept = [it["remarks"] for it in statement(markdown).get("props", ()) if it["name"] == "source"]
    assert kept == ([] if source is None or source == statement(markdown)["prose"] else [source])


# A link within the edition is one to its own files.
TEXTS = markdown_texts.map(lambda it: it.replace("flow.png", "https://example.org/flow.png").strip())


@given(TEXTS.filter(bool))
def test_texts_come_back_as_they_were(tmp_path_factory: pytest.TempPathFactory, markdown: str) -> None:
    """Whatever constructs they have, byte by byte."""
    made = edition("1.0", [domain("D1", {"C1": markdown}, guidance=markdown)])
    folder: Path = tmp_path_factory.mktemp("catalog", numbered=True)
    written = exported(made)
    imported = read_document(folder, written, ImportFacts())
    assert imported.edition == made
    assert exported(imported.edition) == written
