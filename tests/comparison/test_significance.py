"""Every row of the table of rules, with the texts that make it fire."""

from __future__ import annotations

import pytest
from hypothesis import given

from editions.comparison import RULES, judge
from editions.text.parsing import parse
from editions_builder import texts

# For each rule: an earlier text, a later text. The forms of the verbs are those that RFC 2119, RFC 8174 and the
# ISO/IEC Directives, Part 2:2021, clause 7, list.
ROWS = [
    ("requirement", "The operator must log access.", "The operator logs access."),
    ("requirement", "The operator shall log access.", "The operator is to log access."),
    ("requirement", "Logging is required.", "Logging is done."),
    ("recommendation", "The operator should log access.", "The operator shall log access."),
    ("recommendation", "Logging is recommended.", "Logging is required."),
    ("permission", "The operator may log access.", "The operator must log access."),
    ("permission", "Logging is optional.", "Logging is required."),
    ("possibility", "Logs can be exported.", "Logs may be exported."),
    ("possibility", "The operator is able to stop it.", "The operator is to stop it."),
    ("key word in capitals", "The operator must log access.", "The operator MUST log access."),
    ("negation", "Keys are shared.", "Keys are not shared."),
    ("negation", "Keys must not be shared.", "Keys must be shared."),
    ("negation", "Keys are sent with approval.", "Keys are sent without approval."),
    ("negation", "Keys don't leave.", "Keys leave."),
    ("limit", "At least two people approve.", "At most two people approve."),
    ("limit", "No more than 5 errors.", "No less than 5 errors."),
    ("limit", "Latency < 5 ms", "Latency > 5 ms"),
    ("limit", "At -5 °C", "At 5 °C"),
    ("number", "Within 24 hours.", "Within 48 hours."),
    ("number", "Two people approve.", "Three people approve."),
    ("number", "TLS 1.2 is used.", "TLS 1.3 is used."),
    ("number", "Kept for 1,000 days.", "Kept for 1.000 days."),
    ("unit", "Within 24 hours.", "Within 24 days."),
    ("unit", "Reviewed weekly.", "Reviewed monthly."),
    ("unit", "5 % of requests", "5 ‰ of requests"),
    ("condition", "Data are masked if they are personal.", "Data are masked unless they are personal."),
    ("condition", "Logs are kept where possible.", "Logs are kept."),
    ("time", "Tested before release.", "Tested after release."),
    ("scope", "All outputs are checked.", "Some outputs are checked."),
    ("scope", "Only owners approve.", "Owners approve."),
    ("scope", "Any failure is logged.", "Each failure is logged."),
    ("conjunction", "Keys and tokens rotate.", "Keys or tokens rotate."),
    ("conjunction", "Keys and/or tokens rotate.", "Keys and tokens rotate."),
    ("other words", "Outputs are checked.", "Outputs are sampled."),
    ("other words", "A reviewer signs.", "The reviewer signs."),
    ("other words", "Run `keep_days`.", "Run `keep_hours`."),
    ("other words", "Set `PermitRootLogin yes`.", "Set `PermitRootLogin off`."),
    ("other words", "Set it.", "Set it with `stop --all`."),
    ("other words", "```\na: on\nb: off\n```", "```\na: on\nb: on\n```"),
    ("negation", "Set `PermitRootLogin yes`.", "Set `PermitRootLogin no`."),
    ("number", "Set `keep 30 days`.", "Set `keep 60 days`."),
    ("other words", "Keys ~~rotate~~.", "Keys rotate."),
    ("other words", "IT is reviewed.", "It is reviewed."),
    ("other words", "Casual relations are noted.", "Causal relations are noted."),
    ("order of terms", "The provider notifies the user.", "The user notifies the provider."),
    ("order of terms", "Keys are not shared and tokens are logged.", "Keys are shared and tokens are not logged."),
    ("order of terms", "2 reviewers and 3 approvers sign.", "3 reviewers and 2 approvers sign."),
    ("order of terms", "At least two reviewers and one auditor sign.", "One auditor and at least two reviewers sign."),
    ("order of terms", "Keys and logs, or copies.", "Copies and logs, or keys."),
    ("order of terms", "Keys rotate. It must be logged. Tests run.", "Tests run. It must be logged. Keys rotate."),
    ("order", "Identification, redaction and masking of data.", "Redaction, identification and masking of data."),
    ("order", "Encrypted at rest and in transit.", "Encrypted in transit and at rest."),
    ("order", "Keys must rotate. Logs must be kept.", "Logs must be kept. Keys must rotate."),
    ("order", "- keys\n- logs\n- tests", "- logs\n- keys\n- tests"),
    ("spelling", "Organisations optimise behaviour.", "Organizations optimize behavior."),
    ("spelling", "Cancelled programmes need a licence.", "Canceled programs need a license."),
    ("spelling", "The centre’s defence", "The center’s defense"),
    ("spelling", "Analyse an output.", "Analyze an output."),
    ("spelling", "Recieve and seperate outputs.", "Receive and separate outputs."),
    ("spelling", "Keys & tokens", "Keys and tokens"),
    ("capitals", "Personal Data are masked.", "Personal data are masked."),
    ("punctuation", "Keys, tokens and logs", "Keys, tokens, and logs."),
    ("punctuation", "It's the “owner”", 'It’s the "owner"'),
    ("punctuation", "High-stakes decisions – all", "High stakes decisions, all"),
    ("emphasis and markup", "It **must** hold.", "It must hold."),
    ("emphasis and markup", "Use `keys` now.", "Use keys now."),
    ("link target", "See [the guide](https://a.example).", "See [the guide](https://b.example)."),
    ("link target", "See [the guide](https://a.example).", "See the guide."),
    ("linked words", "[The guide](https://a.example) holds.", "The [guide](https://a.example) holds."),
    ("emphasis and markup", "5 m²", "5 m<sup>2</sup>"),
    ("image", "![A flow](/a.png)", "![A flow](/b.png)"),
    ("abbreviation", '<abbr title="Key">K</abbr>', '<abbr title="Kind">K</abbr>'),
    ("pause", "No, keys are kept.", "No keys are kept."),
    ("structure", "- keys\n- logs", "- keys\n  - logs"),
    ("list markers", "- keys\n- logs", "1. keys\n2. logs"),
    ("list markers", "3. keys\n4. logs", "1. keys\n2. logs"),
    ("structure", "1. keys are\n2. logs", "1. keys\n2. are logs"),
    ("white space", "Keys\u00a0rotate.", "Keys rotate."),
]


@pytest.mark.parametrize(("rule", "old", "new"), ROWS)
def test_a_row_of_the_table_fires_both_ways_and_gives_the_rewording_its_class(rule, old, new):
    significance = {row.name: row.significance for row in RULES}[rule]
    before, after = parse(old), parse(new)
    for judgement in (judge(before, after), judge(after, before)):
        assert rule in [reason.rule for reason in judgement.reasons]
        assert judgement.significance == significance


def test_every_row_of_the_table_has_a_source_and_a_case_here():
    assert {rule.name for rule in RULES} == {name for name, _, _ in ROWS}
    assert all(rule.source for rule in RULES)


def test_a_term_that_stands_as_often_as_before_is_not_given_as_a_reason():
    judgement = judge(parse("All logs must be kept."), parse("All records must be kept."))
    assert [reason.rule for reason in judgement.reasons] == ["other words"]
    assert (judgement.reasons[0].old, judgement.reasons[0].new) == (("logs",), ("records",))


@pytest.mark.parametrize(
    "pair",
    # Words that look like two spellings of one and are two words.
    [("four", "for"), ("hour", "hor"), ("size", "sise"), ("tour", "tor"), ("quality", "qualify"), ("metre", "metro")],
)
def test_words_that_only_look_alike_stay_two_words(pair):
    assert judge(*map(parse, pair)).significance == "normative"


@given(texts, texts)
def test_the_class_is_the_same_seen_from_either_side(old, new):
    before, after = parse(old), parse(new)
    assert judge(before, after).significance == judge(after, before).significance
