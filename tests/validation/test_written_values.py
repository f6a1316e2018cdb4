"""What YAML would bend or cut off is a problem with its line and remedy; what it leaves as it is, is none."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path

import pytest
from checked_project import HEAT, INDEX, KNIVES, LINEAGE, checked, draft_file, problems
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from editions.formats.criteria_json.document_writing import criteria_json

TEXT = "text: A fire blanket hangs within reach of the stove."
PAGE = "---\ntitle: {}\n---\n\nText.\n"
ERRATUM = 'errata:\n  - edition: "1.0"\n    item: K1.1\n    date: "2025"\n    what: {}\n'

# A file of people, what stands in it, what is to stand there, and the line and place that the problem names.
CUT = {
    "a text": (HEAT, TEXT, "text: Use C# and issue #12 as agreed", "8: criteria[2].text ends before '#12 as agreed'"),
    "a text with a tab": (HEAT, TEXT, "text: Use issue\t#12", "8: criteria[2].text ends before '#12'"),
    "a text on two lines": (HEAT, TEXT, "text: Use C#\n      and #12", "9: criteria[2].text ends before '#12'"),
    "a line that begins with #": (
        HEAT,
        TEXT,
        "text: Use issue\n      #12 now",
        "9: criteria[2].text ends before '#12 now'",
    ),
    "a line after a blank one": (HEAT, TEXT, "text: Use issue\n\n      #12", "10: criteria[2].text ends before '#12'"),
    "a text that begins with #": (
        HEAT,
        TEXT,
        "text: #12 is used",
        "8: criteria[2].text is empty, since YAML takes '#12",
    ),
    "a text behind a comment": (
        HEAT,
        TEXT,
        "text: #12 is used\n      for that",
        "8: criteria[2].text begins after '#12",
    ),
    "a text under a comment": (
        HEAT,
        TEXT,
        "text:\n      #12 is\n      used",
        "9: criteria[2].text begins after '#12 is'",
    ),
    "the end of a block": (HEAT, TEXT, "text: |\n        Use C#\n      #12", "10: criteria[2].text ends before '#12'"),
    "the end of a folded block": (
        HEAT,
        TEXT,
        "text: >-\n        Use\n\n      #1",
        "11: criteria[2].text ends before '#1'",
    ),
    "an entry behind a dash": (
        KNIVES,
        "[block, rail]",
        "\n      - #1\n        rail",
        "13: criteria[1].keywords[1] begins",
    ),
    "an entry in flow behind a comma": (
        KNIVES,
        "[block, rail]",
        "[block, #2\n      rail]",
        "12: criteria[1].keywords[2]",
    ),
    "the last entry in flow": (KNIVES, "[block, rail]", "[block, #2\n    ]", "12: criteria[1].keywords[2] is empty"),
    "the only entry in flow": (KNIVES, "[block, rail]", "[#2\n    ]", "12: criteria[1].keywords[1] is empty"),
    "a title": (HEAT, "Heat and fire", "Heat #1 and fire", "3: title ends before '#1 and fire'"),
    "an entry of a list": (
        KNIVES,
        "[block, rail]",
        "\n      - block #2\n      - rail",
        "13: criteria[1].keywords[1] ends",
    ),
    "an entry in flow": (
        KNIVES,
        "[block, rail]",
        "[block, rail #2\n      ]",
        "12: criteria[1].keywords[2] ends before '#2'",
    ),
    "a mapping in flow": (
        HEAT,
        "- id: K2.3\n    " + TEXT,
        "- {id: K2.3, text: Use C #\n    }",
        "7: criteria[2].text ends",
    ),
    "a foreign id": (KNIVES, "id: T.5", "id: § 4 #5", "16: criteria[1].references[1].id ends before '#5'"),
    "a level": (
        KNIVES,
        "level: basic",
        "level: basic # the lowest",
        "11: criteria[1].level ends before '# the lowest'",
    ),
    "a fact of the edition": (
        INDEX,
        "kind: inspection",
        "kind: visit #1",
        "24: assessments.VISIT.kind ends before '#1'",
    ),
    "a name": (INDEX, "name: Ada Ladle", "name: Ada #1", "10: authors[2].name ends before '#1'"),
}

# The same, and what the problem says.
BENT = {
    "NO": "read as false",
    "no": "read as false",
    "n": "read as false",
    "off": "read as false",
    "False": "read as false",
    "on": "read as true",
    "Y": "read as true",
    "yes": "read as true",
    "true": "read as true",
    "~": "read as nothing",
    "null": "read as nothing",
    "Null": "read as nothing",
    "=": "read as a default value",
    "1": "read as a number",
    "<<": "read as an order to merge mappings",
    "1.0": "read as a number",
    "0x1F": "bend to 31",
    "1e3": "bend to 1000.0",
    "010": "bend to 8",
    "08": "bend to 8",
    "0o17": "bend to 15",
    "0b11": "bend to 3",
    "12:30": "bend to 750",
    ".5": "bend to 0.5",
    "1.10": "bend to 1.1",
    "1_000": "bend to 1000",
    "1,000": "bend to 1000",
    "+1": "bend to 1",
    ".inf": "bend to inf",
    ".NaN": "bend to nan",
    "2024-01-01": "read as a date",
    "2024-1-1": "read as a date",
    "2024-01-01 10:00:00": "read as a date",
    "2024-01-01T10:00:00Z": "read as a date",
}
BENT_PLACES = {
    "a level": (KNIVES, "level: basic", "level: {}", "11: criteria[1].level is"),
    "an entry of a list": (KNIVES, "[block, rail]", "\n      - block\n      - {}", "14: criteria[1].keywords[2] is"),
    "a version of a framework": (KNIVES, 'version: "2"', "version: {}", "15: criteria[1].references[1].version is"),
    "a text": (HEAT, TEXT, "text: {}", "8: criteria[2].text is"),
}

SOUND = {
    "after an id": (HEAT, "id: K2.3", "id: K2.3  # the blanket"),
    "after an id in flow": (KNIVES, "[VISIT]", "[VISIT  # by the guild\n  ]"),
    "after an address": (KNIVES, "https://tools.example/t4", "https://tools.example/t4#a # checked"),
    "after a quoted text": (HEAT, TEXT, "text: 'Use C# and #12.' # agreed"),
    "after a double quoted text": (HEAT, TEXT, 'text: "Use C# and #12." # agreed'),
    "after the head of a block": (HEAT, TEXT, "text: | # literal\n      Use C# and #12 as agreed."),
    "in a folded block": (HEAT, TEXT, "text: >-\n      Use C# and\n      #12 as agreed."),
    "after a key": (HEAT, "criteria:", "criteria: # in order"),
    "after a list": (KNIVES, "[block, rail]", "[block, rail] # both"),
    "after a version and a date": (INDEX, 'version: "3.0"\n', "version: 3.0 # next\n"),
    "after a value of a list of values": (INDEX, "status: draft", "status: draft # not released"),
    "on a line of its own": (HEAT, TEXT, f"{TEXT}\n    # the blanket\n  # the next one"),
    "on a line of its own in flow": (KNIVES, "[block, rail]", "[\n      block,\n      rail\n      # no more\n    ]"),
    "above a text in quotes": (HEAT, TEXT, "text: # agreed\n      'Use C# and #12.'"),
    "above a block": (HEAT, TEXT, "text: # agreed\n      |\n      Use C# and #12."),
    "between entries": (KNIVES, "[block, rail]", "# all\n      # wood\n      - block\n      # metal\n      - rail"),
    "below a block": (HEAT, TEXT, "text: |\n      Use C# and #12.\n    # agreed"),
    "before everything": (HEAT, "id: K2\n", "# yaml-language-server: $schema=x\nid: K2\n"),
    "without a space": (HEAT, "Heat and fire", "C#, F#1, and a#b"),
    "a version and a date as they are": (INDEX, 'date: "2025-05-06"', "date: 2025-05-06"),
    "a year": (INDEX, 'date: "2025-05-06"', "date: 2025"),
    "words that only look like others": (KNIVES, "level: basic", "level: nope"),
    "a version of three parts": (KNIVES, 'version: "2"', "version: 1.10.1"),
    "bent but in quotes": (KNIVES, "level: basic", 'level: "1.10"'),
}


@pytest.mark.parametrize("what", CUT)
def test_a_comment_that_may_belong_to_a_text_is_a_problem(tmp_path: Path, what: str) -> None:
    """With the line of the ``#``."""
    path, old, new, expected = CUT[what]
    found = problems(tmp_path, draft_file(path, (old, new)))
    assert len(found) == 1
    assert found[0].startswith(f"{path}:{expected}")
    assert "put all of the text in quotes or, indented alike, under |, or move the comment above the key" in found[0]


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("docs/a.md", PAGE.format("Page #1"), 2),
        ("standard/errata.yml", ERRATUM.format("Issue #12 was meant"), 5),
        (LINEAGE, 'from: "2.0"\nnote: See issue #12\n', 2),
        (LINEAGE, 'from: "2.0"\ncriteria:\n  - {from: [K2.4], to: [K2.4], note: See #12\n    }\n', 3),
    ],
)
def test_every_file_of_people_is_read_so(tmp_path: Path, path: str, text: str, line: int) -> None:
    """Pages, errata and lineage too."""
    found = problems(tmp_path, {path: text})
    assert any(it.startswith(f"{path}:{line}: ") and "which YAML takes for a comment" in it for it in found), found


@pytest.mark.parametrize("written", BENT)
@pytest.mark.parametrize("where", BENT_PLACES)
def test_a_value_that_yaml_bends_is_a_problem(tmp_path: Path, where: str, written: str) -> None:
    """With the value as it is written, and its quotes."""
    path, old, new, place = BENT_PLACES[where]
    found = problems(tmp_path, draft_file(path, (old, new.format(written))))
    message = f'{place} {written} without quotes, which YAML tools {BENT[written]}; write "{written}"'
    assert [it for it in found if it.startswith(f"{path}:{message}")], found
    assert len(found) == 1


@pytest.mark.parametrize("written", ["NO", "2024-01-01", "1e3", "123", "null"])
def test_ids_and_keys_that_yaml_bends_are_problems(tmp_path: Path, written: str) -> None:
    """Also where people choose the keys of a mapping."""
    files = draft_file(HEAT, ("id: K2.3", f"id: {written}"))
    assert any(f"{HEAT}:7: criteria[2].id is {written} without quotes" in it for it in problems(tmp_path / "a", files))
    files = draft_file(INDEX, ("  VISIT:\n", f"  {written}:\n    kind: x\n  VISIT:\n"))
    assert [it.split(";")[0] for it in problems(tmp_path / "b", files)] == [
        f"{INDEX}:23: the key is {written} without quotes, which YAML tools {BENT.get(written, 'read as a number')}"
    ]


@pytest.mark.parametrize("what", SOUND)
def test_what_says_what_was_meant_is_no_problem(tmp_path: Path, what: str) -> None:
    """Comments that are meant as such, and values that every reader takes for themselves."""
    path, old, new = SOUND[what]
    assert problems(tmp_path, draft_file(path, (old, new))) == []


@pytest.mark.parametrize(
    "written",
    [
        *("*Never* alone", "**Never** alone", "&c. is short", "!important", "%TAG x", "@home", "`code` here", "- a"),
        *("? a", "Note: do this", "a:", "[x](y) z", "{x} y", "'a' b", '"a" b', "|x", ">x", ", a", "]a", "}a"),
        *("*a", "&a", "!a b"),
    ],
)
def test_a_text_that_yaml_takes_for_something_else_is_to_be_quoted(tmp_path: Path, written: str) -> None:
    """The advice names the quotes."""
    found = problems(tmp_path, draft_file(HEAT, (TEXT, f"text: {written}")))
    assert any(re.match(rf"{HEAT}:[89]: .*quotes", it) for it in found), found


def test_a_comment_within_a_text_of_several_lines_is_named(tmp_path: Path) -> None:
    """YAML cannot be read then; the message names the comment."""
    found = problems(tmp_path, draft_file(HEAT, (TEXT, "text: Use C#\n      and #12\n      as agreed")))
    assert [it for it in found if it.startswith(f"{HEAT}:10: can't be read as YAML") and "'#12' on line 9" in it], found


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        (
            HEAT,
            "Heat and fire",
            "Heat\u202e and fire",
            "3: title contains the invisible character U+202E (right-to-left ov",
        ),
        (
            HEAT,
            "Heat and fire",
            '"Heat\\u2066 and fire"',
            "3: title contains the invisible character U+2066 (left-to-right i",
        ),
        (HEAT, "Heat and fire", "He\u200bat", "3: title contains the invisible character U+200B (zero width space)"),
        (HEAT, "Heat and fire", "He\u200dat", "3: title contains the invisible character U+200D (zero width joiner)"),
        (HEAT, "Heat and fire", "Hé\u200cat", "3: title contains the invisible character U+200C (zero width non-j"),
        (
            HEAT,
            "Heat and fire",
            "a\U000e0067",
            "3: title contains the invisible character U+E0067 (tag latin small letter",
        ),
        (HEAT, "Heat and fire", "He\u00adat", "3: title contains the invisible character U+00AD (soft hyphen)"),
        (HEAT, "Heat and fire", "Жа\u200dр", "3: title contains the invisible character U+200D (zero width joiner)"),
        (HEAT, "Heat and fire", "加\u200c热", "3: title contains the invisible character U+200C (zero width non-j"),
        (HEAT, "Heat and fire", "He\ufe0fat", "3: title contains the invisible character U+FE0F (variation select"),
        (HEAT, "Heat and fire", "3\ufe000 °C", "3: title contains the invisible character U+FE00 (variation select"),
        (HEAT, "Heat and fire", "Heat\u200f", "3: title contains the invisible character U+200F (right-to-left mark)"),
        (HEAT, "id: K2\n", "id: K2\nlabel: K\U000e0041\n", "3: label contains the invisible character U+E0041 (tag"),
        (INDEX, "name: Ada Ladle", "name: Ada\u2060 Ladle", "10: authors[2].name contains the invisible character U+"),
        (
            KNIVES,
            "[block, rail]",
            "[block, ra\u202bil]",
            "12: criteria[1].keywords[2] contains the invisible character U+2",
        ),
    ],
)
def test_characters_that_nobody_sees_are_problems(tmp_path: Path, path: str, old: str, new: str, expected: str) -> None:
    """In whatever stands on one line, with the code point."""
    found = problems(tmp_path, draft_file(path, (old, new)))
    assert [it[: len(path) + 1 + len(expected)] for it in found] == [f"{path}:{expected}"]


@pytest.mark.parametrize(
    "title",
    [
        *("می\u200cروم", "API\u200cها", "रक्\u200d", "شرکت ABC\u200e (رسمی)", "ᠮᠣᠩᠭᠣᠯ\u180eᠠ"),
        *(
            "\U0001f468\u200d\U0001f692 fire",
            "☀\ufe0f sun",
            "葛\U000e0100城",
            "1\ufe0f\u20e3 Heat",
            "❤\ufe0f\u200d\U0001f525",
        ),
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f team",
    ],
)
def test_characters_that_a_script_needs_are_none(tmp_path: Path, title: str) -> None:
    """Joiners, direction marks and variation selectors where they belong."""
    assert problems(tmp_path, draft_file(HEAT, ("Heat and fire", title))) == []


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\n\r"), min_size=1, max_size=40))
@example("Use C# and issue #12 as agreed")
@example("no")
@example("Note: do this")
@example("a \\u202e b")
@example("# all of it")
@example("1:30")
@example("a\t# b")
@example("a\u2028# b")
@example("a\u0085b")
def test_a_text_is_published_as_it_is_written_or_is_a_problem(text: str) -> None:
    """Whatever stands unquoted behind ``text:`` on one line."""
    assume(text.strip(" \t") and not text.lstrip().startswith(("'", '"')))
    with tempfile.TemporaryDirectory() as folder:
        found = checked(Path(folder), draft_file(HEAT, (TEXT, f"text: {text}")))
        if found.publication is not None:
            draft = found.publication.standard.draft
            assert draft is not None
            document = json.loads(criteria_json(found.publication, draft))
            criteria = [it for domain in document["domains"] for it in domain["criteria"]]
            assert next(it["text"] for it in criteria if it["id"] == "K2.3") == text.strip()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (">\n      Keep:\n      - keys\n      - logs\n", 8),
        (">-\n      - keys\n      - logs\n", 8),
        (">\n      Keep:\n\n      1. keys\n      2. logs\n", 10),
        ("Keep\n      - keys\n      - logs\n", 7),
    ],
)
def test_a_list_that_yaml_joins_into_a_line_is_a_problem(tmp_path: Path, text: str, line: int) -> None:
    """Folding makes one line of its items."""
    old = "Pans are turned so that no handle stands out over the *edge*.\n"
    found = problems(tmp_path, draft_file(HEAT, (old, text)))
    assert len(found) == 1
    assert found[0].startswith(f"{HEAT}:{line}: criteria[1].text has an item of a list here, which YAML joins")


@pytest.mark.parametrize(
    "text",
    [
        "|\n      Keep:\n\n      - keys\n      - logs\n",
        ">\n      Keep:\n\n        - keys\n        - logs\n",
        ">\n      A sentence that is\n      folded - as prose is.\n",
    ],
)
def test_a_list_that_stays_a_list_is_none(tmp_path: Path, text: str) -> None:
    """In a literal block, and where its lines stand deeper."""
    old = "Pans are turned so that no handle stands out over the *edge*.\n"
    assert problems(tmp_path, draft_file(HEAT, (old, text))) == []
