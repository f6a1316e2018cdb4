"""YAML is read as written, with its lines, and nothing in it can do harm."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from editions.source.text import UNUSABLE
from editions.source.yaml_tree import MAXIMUM_DEPTH, read_yaml

TEXTS = st.text(max_size=20).filter(lambda text: not UNUSABLE.search(text) and "\x85" not in text)
TREES = st.recursive(
    st.one_of(TEXTS, st.booleans(), st.none()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=4)),
    max_leaves=20,
)


@given(TREES)
def test_quoted_yaml_is_read_as_it_was_written(tree: Any) -> None:
    text = yaml.safe_dump(tree, default_style='"', allow_unicode=True)
    assert read_yaml(text.replace("!!bool ", "").replace("!!null ", ""), "f").problems == []
    assert read_yaml(json.dumps(tree, ensure_ascii=False), "f").data == tree


@given(st.text(max_size=200))
def test_no_text_raises_an_error(text: str) -> None:
    tree = read_yaml(text, "f")
    assert tree.problems or tree.data is None or isinstance(tree.data, (dict, list, str, bool))


@given(st.text("[]{}:,-?&*!|>'\"%@`# \n\tab", max_size=60))
def test_no_arrangement_of_signs_raises_an_error(text: str) -> None:
    read_yaml(text, "f")


@pytest.mark.parametrize(
    "text", ["1.10", "1.0", "2026-04-29", "2026-02-30", "012", "1e3", "yes", "no", "0x1F", "1:30", "1_000", "2026-04"]
)
def test_unquoted_values_stay_the_text_that_was_written(text: str) -> None:
    assert read_yaml(f"a: {text}", "f").data == {"a": text}


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("1.10", "bend to 1.1"),
        ("012", "bend to 10"),
        ("0x1F", "bend to 31"),
        ("1:30", "bend to 90"),
        ("1_000", "bend to 1000"),
        ("1.", "bend to 1.0"),
        ("+1", "bend to 1"),
        ("1.0", "read as a number"),
        ("2024", "read as a number"),
        ("2026-04-29", "read as a date"),
        ("yes", "read as true"),
    ],
)
def test_what_yaml_1_1_takes_for_something_else_is_remembered(text: str, reading: str) -> None:
    """As PyYAML reads it, which is the model of the rule."""
    there = yaml.safe_load(text)
    assert not isinstance(there, str)
    if reading.startswith("bend to "):
        assert there == yaml.safe_load(reading.removeprefix("bend to "))
    assert read_yaml(f"a: {text}", "f").unclear[("a",)].reading == reading
    assert read_yaml(f"a: '{text}'", "f").unclear == {}


@given(st.text("0123456789abcdefxonyetrul+-.:_ TZ~", min_size=1, max_size=12))
def test_nothing_that_pyyaml_takes_for_something_else_is_missed(text: str) -> None:
    """Whatever PyYAML makes no text of, the tree remembers."""
    try:
        there = yaml.safe_load(f"a: {text}")
    except (yaml.YAMLError, ValueError):
        return
    tree = read_yaml(f"a: {text}", "f")
    if isinstance(there, dict) and not isinstance(there["a"], str) and not tree.problems and text.strip():
        assert tree.unclear[("a",)].reading


def test_every_value_remembers_its_line() -> None:
    tree = read_yaml("a: x\nb:\n  - y\n  - c: z\n    d: >\n      w\n", "f", first_line=10)
    lines = {(): 10, ("a",): 10, ("b",): 11, ("b", 0): 12, ("b", 1): 13, ("b", 1, "c"): 13, ("b", 1, "d"): 14}
    assert tree.lines == lines
    assert tree.line(("b", 1, "unknown")) == 13


def test_what_stands_beside_a_problem_is_still_read() -> None:
    tree = read_yaml("a: &x 1\nb: *x\na: 2\nc: !t 3\nd: 4\n", "f")
    assert tree.data == {"a": "1", "b": None, "c": "3", "d": "4"}
    assert tree.unknown == {("b",)}
    assert [problem.line for problem in tree.problems] == [1, 2, 3, 4]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_nesting_is_bounded_before_anything_is_built(opening: str) -> None:
    messages = [problem.message for problem in read_yaml(opening * 10_000, "f").problems]
    assert messages[-1].startswith((f"values are nested more than {MAXIMUM_DEPTH} deep", "a list or a mapping is used"))
