"""A text in YAML knows the lines of the file that it is written on, however it is written."""

from __future__ import annotations

from bisect import bisect_right

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from editions.source.yaml_tree import YamlTree, read_yaml

MARK = "PLANTED"
LINES = st.lists(st.lists(st.sampled_from('keep all logs é don\'t "so" \\n 数'.split()), max_size=5), max_size=6)


def line_of(tree: YamlTree, value: str, pointer: tuple[str | int, ...]) -> int:
    """Line of the file of the planted word."""
    place = value.index(MARK)
    written = tree.written.get(pointer)
    if written is None:
        return tree.line(pointer)
    places = written.places(value)
    return places[bisect_right(places, (place, 10**9)) - 1][1]


def expected(document: str) -> int:
    return next(number for number, line in enumerate(document.split("\n"), start=1) if MARK in line)


@pytest.mark.parametrize(
    "document",
    [
        "a: PLANTED\n",
        "a:\n  PLANTED\n",
        "a: one\n  two\n\n\n  three PLANTED four\n  five\n",
        "a: |\n  one\n\n  two\n  PLANTED\n",
        "a: |2-\n    one\n  PLANTED",
        "a: |+\n\n\n  one\n  PLANTED\n\n\n",
        "a: | # why\n  one\n  PLANTED\n",
        "a: >\n  one\n  two PLANTED\n  three\n",
        "a: >-\n\n  one\n\n\n  two\n    deeper\n    PLANTED\n  three\n",
        "a: 'it''s\n  one\n\n  PLANTED two'\n",
        "a: 'PLANTED\n  one'\n",
        'a: "one\\n\\ntwo \\u00e9 \\"so\\" \\\n  PLANTED"\n',
        'a: "one\\\n  \\ two\n\n  \\x41\\U0001F600\\t\\_PLANTED\n  three"\n',
        "b: x\na:\n  - c: >\n      one\n\n      two\n      PLANTED\n",
        "a: {c: one\n  two,\n  d: three\n    PLANTED}\n",
    ],
)
def test_a_word_is_found_on_its_line(document: str) -> None:
    """In every style of YAML."""
    tree = read_yaml(document, "f")
    assert tree.problems == []

    def find(value: object, pointer: tuple[str | int, ...]) -> list[int]:
        if isinstance(value, str):
            return [line_of(tree, value, pointer)] if MARK in value else []
        items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        return [line for key, inner in items for line in find(inner, (*pointer, key))]

    assert find(tree.data, ()) == [expected(document)]


@given(LINES, LINES, st.sampled_from(["|", ">", "|-", ">+", "'", '"', ""]), st.integers(1, 9))
def test_a_planted_word_is_found_again(
    before: list[list[str]], after: list[list[str]], style: str, indentation: int
) -> None:
    """Among any lines, at any indentation."""
    rows = [" ".join(words) for words in (*before, ["so", MARK], *after)]
    start = style
    if style == "'":
        rows = [row.replace("'", "''") for row in rows]
    elif style == '"':
        rows = [row.replace("\\", "\\\\").replace('"', '\\"') for row in rows]
    elif style:
        start = f"{style}\n"
        rows = ["first", *rows]
    else:
        rows = ["first", *(row.lstrip('"') for row in rows)]
    margin = " " * indentation
    text = "\n".join(f"{margin}{row}" if row else "" for row in rows)
    text = start + (text if start.endswith("\n") else text.lstrip()) + (style if style in ("'", '"') else "")
    document = f"x: y\na: {text}\nz: y\n"
    assert yaml.safe_load(document)["x"] == "y"
    tree = read_yaml(document, "f", first_line=5)
    assert line_of(tree, tree.data["a"], ("a",)) == expected(document) + 4
