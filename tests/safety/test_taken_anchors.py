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


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (TEXT, 'text: Knives are kept <span id="K1.2">in</span> a block.', 8),
        (TEXT, "text: Knives are kept <span ID=K1&#46;2>in</span> a block.", 8),
        (TEXT, 'text: "Knives are kept in *a*{ .x #K1.2 } block."', 8),
        (TEXT, "text: \"Knives are kept in *a*{ id='K1.2' } block.\"", 8),
        ("## Advice", "## Advice { #K1 }", 22),
    ],
)
def test_an_anchor_of_an_item_in_a_text_is_a_problem(tmp_path: Path, old: str, new: str, line: int) -> None:
    assert old in KNIVES
    (found,) = messages(tmp_path, KNIVES.replace(old, new))
    assert found.startswith(f"{PATH}:{line}: the anchor 'K1")


def test_links_to_items_and_code_about_them_are_none(tmp_path: Path) -> None:
    more = "See [it](#K1.2), `{ #K1.2 }` and <https://tools.example/?id=K1.2>.\n\n## Own { #own }\n"
    assert messages(tmp_path, f"{KNIVES}\n{more}") == []
