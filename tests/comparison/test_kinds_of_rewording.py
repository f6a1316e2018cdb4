"""What a careful editor would call editorial, and what normative, kind by kind."""

from __future__ import annotations

import pytest

from editions.comparison import judge
from editions.text.parsing import parse

EDITORIAL = {
    "letters changed places": ("The log msut be kept.", "The log must be kept."),
    "a letter left out": ("Adminstrators approve.", "Administrators approve."),
    "a word written twice": ("Keep the the log.", "Keep the log."),
    "a listed misspelling": ("Recieve logs.", "Receive logs."),
    "a or an": ("A historic log.", "An historic log."),
    "a hyphen by custom": ("Send e-mail.", "Send email."),
    "a hyphen of a compound": ("Non-compliant users", "Non compliant users"),
    "country": ("Catalogue the centre's colours.", "Catalog the center's colors."),
    "a capital": ("Personal Data are kept.", "Personal data are kept."),
    "quotation marks": ("“x”", "„x“"),
    "dashes": ("Logs -- all -- are kept.", "Logs — all — are kept."),
    "brackets for commas": ("Logs, all of them, are kept.", "Logs (all of them) are kept."),
    "a last comma": ("Keep logs, keys or data.", "Keep logs, keys, or data."),
    "a comma after e.g.": ("Keep logs, e.g. of users.", "Keep logs, e.g., of users."),
    "an opening word": ("Therefore logs are kept.", "Therefore, logs are kept."),
    "the last full stop": ("Logs are kept", "Logs are kept."),
    "a narrow blank": ("It is 5 %.", "It is 5\u202f%."),
    "a blank before a unit": ("Keep 5ms.", "Keep 5 ms."),
    "a normal form": ("na\u00efve", "nai\u0308ve"),
    "a reference to a character": ("AT&T", "AT&#38;T"),
    "signs of bullets": ("- a\n- b", "* a\n* b"),
    "signs of numbers": ("1. Stop.\n2. Go.", "1) Stop.\n2) Go."),
    "signs of a fence": ("```\na\n```", "~~~\na\n~~~"),
    "emphasis": ("*Must*", "**Must**"),
    "emphasis within a word": ("unbelievable", "un**believ**able"),
    "code": ("Use `x`.", "Use x."),
    "a mail address": ("To <a@b.example>.", "To [a@b.example](mailto:a@b.example)."),
    "a note's label": ("x[^1]\n\n[^1]: n", "x[^a]\n\n[^a]: n"),
    "blanks of a formula": ("Keep $a+b$.", "Keep $a  +  b$."),
    "paragraphs": ("Keep it. Log it.", "Keep it.\n\nLog it."),
    "bullets in another order": ("- keys\n- logs", "- logs\n- keys"),
}
NORMATIVE = {
    "a range": ("Keep 5–10 copies.", "Keep 5 10 copies."),
    "a minus": ("Store at −5 °C", "Store at 5 °C"),
    "a decimal point": ("Keep 1.5.", "Keep 15."),
    "a fraction": ("Keep 1/2 of it", "Keep 12 of it"),
    "a power": ("10<sup>3</sup>", "103"),
    "a lower index": ("H<sub>2</sub>O", "H2O"),
    "a tolerance": ("±5", "5"),
    "a unit's capital": ("Keep 5 mW.", "Keep 5 MW."),
    "feet and inches": ("5'", "5″"),
    "a comma that parts": ("Delete, logs must be kept", "Delete logs must be kept"),
    "commas of a clause": ("Managers, who approve, sign.", "Managers who approve sign."),
    "a comma before a condition": ("Data are used, only if needed.", "Data are used only if needed."),
    "a comma that groups": ("Keep logs or keys, and data.", "Keep logs, or keys and data."),
    "a colon": ("Do not stop: logging.", "Do not stop logging."),
    "a full stop": ("Keep it. Not there.", "Keep it not there."),
    "a question": ("Keep logs?", "Keep logs."),
    "a name": ("In May it runs.", "In may it runs."),
    "an abbreviation": ("Report to IT.", "Report to it."),
    "a key word": ("SHOULD keep", "should keep"),
    "a hyphen that makes another word": ("Recover data.", "Re-cover data."),
    "a word that resembles another": ("The causal link", "The casual link"),
    "a word and no slip": ("form the log", "from the log"),
    "letters of another alphabet": ("раss", "pass"),
    "a word moved": ("Only log errors.", "Log only errors."),
    "an option": ("`-v x`", "`v x`"),
    "an option in plain words": ("Run x -v", "Run x v"),
    "an operator": ("`a && b`", "`a & b`"),
    "a capital in code": ("`Yes`", "`yes`"),
    "an indent": ("```\nif a:\n  b\nc\n```", "```\nif a:\n  b\n  c\n```"),
    "a formula": ("$x_1$", "$x_2$"),
    "steps": ("1. a\n2. b", "1. b\n2. a"),
    "bullets that became steps": ("- a\n- b", "1. a\n2. b"),
    "the first number": ("2. a", "1. a"),
    "a level of a list": ("- a\n  - b\n- c", "- a\n- b\n- c"),
    "lines before lists": ("Never:\n\n- a\n\nAlways:\n\n- b", "Always:\n\n- a\n\nNever:\n\n- b"),
    "cells": ("|a|b|\n|-|-|\n|x|1|\n|y|2|", "|a|b|\n|-|-|\n|x|2|\n|y|1|"),
    "a task": ("- [ ] a", "- [x] a"),
    "a quotation": ("> a", "a"),
    "a kind of admonition": ("!!! note\n    a", "!!! warning\n    a"),
    "struck words": ("~~a~~ b", "a b"),
    "a target": ("[a](x#1)", "[a](x#2)"),
    "a link more": ("the guide", "[the guide](https://a.example)"),
    "a picture": ("![a](x.png)", "![a](y.png)"),
    "words of a picture": ("![a](x.png)", "![b](x.png)"),
}


@pytest.mark.parametrize(("old", "new"), EDITORIAL.values(), ids=EDITORIAL.keys())
def test_what_cannot_alter_what_must_be_met_is_editorial(old: str, new: str) -> None:
    assert judge(parse(old), parse(new)).significance == "editorial"
    assert judge(parse(new), parse(old)).significance == "editorial"


@pytest.mark.parametrize(("old", "new"), NORMATIVE.values(), ids=NORMATIVE.keys())
def test_what_can_alter_what_must_be_met_is_normative(old: str, new: str) -> None:
    for judgement in (judge(parse(old), parse(new)), judge(parse(new), parse(old))):
        assert judgement.significance == "normative"
        assert judgement.reasons
