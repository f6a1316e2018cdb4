"""A text cannot stand in for a criterion at the criterion's own address."""

from __future__ import annotations

from pathlib import Path

import pytest

from editions.source.configuration import read_configuration
from editions.validation import load_project
from project_files import edition_files, write_project

PATH = "standard/domains/01-knives.md"
KNIVES = edition_files("3.0", "draft")["domains/01-knives.md"]
TEXT = "text: Knives are kept in a block or on a rail."


def messages(folder: Path, text: str) -> list[str]:
    write_project(folder, draft=True, files={PATH: text})
    return [str(it) for it in load_project(read_configuration(folder / "mkdocs.yml")).problems]


@pytest.mark.parametrize("heading", ["## Advice { #K1 }", "## Advice {#K1.2}", "- ## Advice {#K1.2}"])
def test_an_anchor_of_an_item_in_a_text_is_a_problem(tmp_path: Path, heading: str) -> None:
    (found,) = messages(tmp_path, KNIVES.replace("## Advice", heading))
    assert found.startswith(f"{PATH}:22: the anchor 'K1")


@pytest.mark.parametrize(
    "written",
    [
        'text: Knives are kept <span id="K1.2">in</span> a block.',
        "text: Knives are kept <span ID=K1&#46;2>in</span> a block.",
        'text: "Knives are kept in *a*{ .x #K1.2 } block."',
        "text: \"Knives are kept in *a*{ id='K1.2' } block.\"",
    ],
)
def test_nothing_else_in_a_text_has_an_anchor(tmp_path: Path, written: str) -> None:
    """Whatever tries to have one is a problem by itself."""
    (found,) = messages(tmp_path, KNIVES.replace(TEXT, written))
    assert found.startswith(f"{PATH}:8: ")


def test_links_to_items_and_code_about_them_are_none(tmp_path: Path) -> None:
    more = "See [it](#K1.2), `{ #K1.2 }` and <https://tools.example/?id=K1.2>.\n\n## Own { #own }\n"
    assert messages(tmp_path, f"{KNIVES}\n{more}") == []
