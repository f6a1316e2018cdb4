"""The forms of a comparison: data under its schema, Markdown, a comment, a terminal."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from markdown import markdown

from editions.comparison import (
    COMMENT_LIMIT,
    compare,
    comparison_comment,
    comparison_document,
    comparison_json,
    comparison_markdown,
    comparison_text,
)
from editions.model import Reference, item_ids
from editions_builder import domain, edition, editions, lineage, rows_between
from golden import assert_golden

SCHEMA = json.loads((Path(__file__).parents[2] / "schema" / "comparison-1.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
GOLDEN = Path(__file__).parent / "golden"

ROWS = lineage(
    "1.0",
    domains=[(["D2", "D3"], ["D23"], "two sides of one thing")],
    criteria=[(["D2.1"], ["D23.1", "D23.2"]), (["D3.1"], ["D1.4"]), (["D1.3"], [], "covered by the law")],
    note="As this repository reads it.",
)
OLD = edition(
    "1.0",
    [
        domain(
            "D1",
            [
                "Outputs must be checked within 24 hours.",
                {"text": "Keys are organised by owner.", "title": "Keys", "level": "L1"},
                "Data stay in the country.",
            ],
            summary="What goes in.",
            guidance="## How\n\nStart with *one* log.\n\nThen grow.",
        ),
        domain("D2", ["Logs are kept, and alerts are tested & tuned."], label="DOMAIN 2"),
        domain(
            "D3",
            [{"text": "Ask @someone about #12, or <b>nobody</b>.", "references": (Reference("ISO 42001", "A.6"),)}],
        ),
    ],
    prose="It applies to everyone.\n\n## Scope\n\nAll systems.",
)
NEW = edition(
    "1.1",
    [
        domain(
            "D1",
            {
                "D1.1": "Outputs should be checked within 48 hours.",
                "D1.2": {"text": "Keys are organized by owner.", "title": "Keys", "level": "L2"},
                "D1.4": {
                    "text": "Ask @someone about #12, or <b>nobody</b>.",
                    "references": (Reference("ISO 42001", "A.7", "2023", "https://example.org/a7"),),
                },
            },
            summary="What goes in and out.",
            guidance="## How\n\nStart with *two* logs.\n\nThen grow.",
        ),
        domain("D23", ["Logs are kept.", "Alerts are tested and tuned."]),
        domain("D4", ["Secrets are guarded."]),
    ],
    ROWS,
    prose="It applies to everyone.\n\n## Scope\n\nAll systems in production.",
    status="draft",
)
EVERYTHING = compare(OLD, NEW, ROWS)
NOTHING = compare(OLD, OLD)


@pytest.mark.parametrize(("name", "found"), [("everything", EVERYTHING), ("nothing", NOTHING)])
def test_each_form_is_the_golden_one(name, found):
    assert_golden(GOLDEN / f"{name}.json", comparison_json(found, "https://example.org/"))
    assert_golden(GOLDEN / f"{name}.md", comparison_markdown(found))
    assert_golden(GOLDEN / f"{name}.txt", comparison_text(found))


def test_the_terminal_form_in_colour_is_the_plain_one_with_colour_codes():
    coloured = comparison_text(EVERYTHING, colour=True)
    assert_golden(GOLDEN / "everything.ansi.txt", coloured)
    for code in ("\x1b[31m", "\x1b[32m", "\x1b[1m", "\x1b[0m"):
        assert code in coloured
        coloured = coloured.replace(code, "")
    assert coloured == comparison_text(EVERYTHING)


def test_the_schema_is_a_schema_and_describes_every_property():
    Draft202012Validator.check_schema(SCHEMA)

    def walk(node, trail):
        if isinstance(node, dict):
            for name, property_ in node.get("properties", {}).items():
                assert property_.get("description"), f"{trail}/{name} has no description"
            for key, value in node.items():
                walk(value, f"{trail}/{key}")
        elif isinstance(node, list):
            for value in node:
                walk(value, trail)

    walk(SCHEMA, "")


@pytest.mark.slow
@given(editions("1.0"), editions("1.1"), st.data())
@settings(max_examples=60)
def test_every_document_is_valid_against_the_served_schema(old, new, data):
    rows = lineage("1.0", criteria=data.draw(rows_between(item_ids(old, "criterion"), item_ids(new, "criterion"))))
    document = comparison_document(compare(old, new, rows), "https://example.org")
    VALIDATOR.validate(document)
    assert document["$schema"] == "https://example.org/schema/comparison-1.schema.json"
    assert json.loads(json.dumps(document)) == document
    for count, name in ((document["summary"][name], name) for name in ("added", "withdrawn", "split", "merged")):
        assert count == sum(change["relation"] == name for change in document["changes"])


def test_a_document_that_breaks_the_schema_is_refused():
    document = comparison_document(EVERYTHING, "https://example.org")
    for broken in (
        {**document, "impact": "grave"},
        {**document, "changes": [{**document["changes"][0], "wording": [["replace", "x"]]}]},
        {**document, "from": {**document["from"], "date": "last year"}},
        {key: value for key, value in document.items() if key != "summary"},
    ):
        assert not VALIDATOR.is_valid(broken)


def test_markdown_of_quoted_texts_is_shown_and_not_obeyed():
    html = markdown(comparison_markdown(EVERYTHING))
    assert "<b>nobody</b>" in unescape(html)
    assert "<b>" not in html
    assert "<del><em>one</em> log</del><ins><em>two</em> logs</ins>" in html
    assert "@someone" not in comparison_markdown(EVERYTHING)


def many(count: int):
    old = edition("1.0", {"D1": [f"Output {n} must be kept for 30 days." for n in range(count)], "D2": ["x"]})
    new = edition("1.1", {"D1": [f"Output {n} must be kept for 90 days." for n in range(count)], "D2": ["y"]})
    return compare(old, new)


@pytest.mark.slow
@pytest.mark.parametrize("limit", [500, 1_000, 5_000, COMMENT_LIMIT])
def test_a_comment_that_would_be_too_long_holds_whole_changes_and_says_how_many_are_missing(limit):
    found = many(900)
    comment = comparison_comment(found, "https://example.org/standard/compare/1.0...1.1/", limit)
    assert len(comment) < limit
    shown = comment.count("> Output ")
    assert comment.endswith(
        f"… {901 - shown} further changes not shown: see https://example.org/standard/compare/1.0...1.1/\n"
    )
    body = comment[: comment.rindex("… ")]
    assert comparison_markdown(found).startswith(body)
    assert len(comment) > limit - 500


def test_a_comment_that_is_short_enough_is_the_whole_document():
    assert comparison_comment(EVERYTHING, "x") == comparison_markdown(EVERYTHING)


def test_control_characters_of_a_text_do_not_reach_the_terminal():
    found = compare(edition("1.0", {"D1": ["Fine."]}), edition("1.1", {"D1": ["Fine\x1b[2J\x07\u202e."]}))
    for colour in (True, False):
        text = comparison_text(found, colour=colour)
        assert not {"\x07", "\u202e"} & set(text)
        assert "\x1b[2J" not in text
