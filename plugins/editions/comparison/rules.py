"""The rules that tell an editorial rewording from a normative one: a table, each row with its source.

A normative row fires when the terms it names differ between the two texts; an editorial row names a difference of
form that leaves the terms alone. Whatever no row names is ``other words``, and that is normative: when unsure, a
reader is told to look.

Sources: RFC 2119 and RFC 8174 (BCP 14, key words for requirement levels); ISO/IEC Directives, Part 2:2021, clause 7
(verbal forms for expressions of provisions) and clause 9 (numbers, quantities, units and values); EARS, the Easy
Approach to Requirements Syntax (Mavin et al., RE'09), for conditions; the INCOSE Guide to Writing Requirements
(INCOSE-TP-2010-006) for quantifiers, logical expressions, ranges and time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Significance = Literal["editorial", "normative"]


@dataclass(frozen=True)
class Rule:
    """One row of the table.

    Attributes:
        name: What differs, in words for readers.
        significance: What a difference of this kind is.
        source: The document that gives these terms their weight, or the practice that the row follows.
        pattern: Finds the terms in a text whose terms are joined by single spaces; ``None`` for rows that are not
            about terms.
    """

    name: str
    significance: Significance
    source: str
    pattern: re.Pattern[str] | None = None


def _words(*terms: str, case: bool = False) -> re.Pattern[str]:
    # The longest first, so that "at least" is found before "least" would be.
    ordered = sorted(terms, key=lambda term: (-len(term), term))
    return re.compile(rf"(?<!\S)(?:{'|'.join(ordered)})(?!\S)", 0 if case else re.IGNORECASE)


_NUMBER_WORDS = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|first|"
    "second|third|fourth|fifth|once|twice|half|double|triple|dozen|single|several|few|many"
)
_UNITS = (
    r"%|‰|\$|€|£|¥|usd|eur|gbp|percent|percentages?|°c?|°f|celsius|fahrenheit|milliseconds?|seconds|sec|minutes?|hours?|"
    r"days?|weeks?|months?|quarters?|years?|hourly|daily|weekly|fortnightly|monthly|quarterly|annually|yearly|annual|"
    r"working|business|calendar|bits?|bytes?|[kmgtp]i?b|[kmg]bit|[kmg]?hz|[km]?w|kwh|[km]?v|[nµmck]?m|(?:kilo|centi|"
    r"milli)?(?:meters?|liters?)|m?l|[km]?g|(?:kilo|milli)?grams?|t|tonnes?|m?s|h|k?pa|bar|db|tokens?"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "requirement",
        "normative",
        "RFC 2119 §1 (MUST, REQUIRED, SHALL); ISO/IEC Directives, Part 2:2021, 7.2 and 7.6",
        _words(
            "must",
            "shall",
            "required",
            "requires?",
            "requirements?",
            "mandatory",
            "obligatory",
            "obligations?",
            "has to",
            "have to",
            "(?:is|are) to",
            "needs? to",
            "will",
            "ensures?",
            "prohibited",
            "forbidden",
        ),
    ),
    Rule(
        "recommendation",
        "normative",
        "RFC 2119 §3 (SHOULD, RECOMMENDED); ISO/IEC Directives, Part 2:2021, 7.3",
        _words(
            "should", "ought to", "recommended", "recommends?", "recommendations?", "advised", "preferred", "preferably"
        ),
    ),
    Rule(
        "permission",
        "normative",
        "RFC 2119 §5 (MAY, OPTIONAL); ISO/IEC Directives, Part 2:2021, 7.4",
        _words("may", "optional", "optionally", "permitted", "permits?", "allowed", "allows?", "permissible"),
    ),
    Rule(
        "possibility",
        "normative",
        "ISO/IEC Directives, Part 2:2021, 7.5 (can, is able to, it is possible)",
        _words(
            "can", "could", "might", "would", "able to", "unable to", "capable", "possible", "impossible", "possibly"
        ),
    ),
    Rule(
        "key word in capitals",
        "normative",
        "RFC 8174 §2: the key words have their defined meaning only when written in capitals",
        _words(
            "MUST",
            "SHALL",
            "SHOULD",
            "MAY",
            "REQUIRED",
            "RECOMMENDED",
            "OPTIONAL",
            "NOT",
            "MANDATORY",
            "CAN",
            case=True,
        ),
    ),
    Rule(
        "negation",
        "normative",
        "RFC 2119 §2 and §4 (MUST NOT, SHALL NOT, SHOULD NOT); ISO/IEC Directives, Part 2:2021, 7.2 to 7.5",
        _words("not", "no", "never", "none", "nor", "neither", "nothing", "cannot", "without", r"\w+n't", "non", "un"),
    ),
    Rule(
        "limit",
        "normative",
        "INCOSE Guide to Writing Requirements, range of values; ISO/IEC Directives, Part 2:2021, clause 9",
        _words(
            "(?:at )?least",
            "(?:at )?most",
            "(?:no |not )?(?:more|less|fewer|later|earlier|greater|lower|higher|longer|shorter) than",
            "more",
            "less",
            "fewer",
            "up to",
            "maximum",
            "minimum",
            "max",
            "min",
            "exceeds?",
            "exceeding",
            "above",
            "below",
            "over",
            "under",
            "between",
            "exactly",
            "approximately",
            "about",
            "thresholds?",
            "[-<>=≤≥≠±~≈+×÷]",
        ),
    ),
    Rule(
        "number",
        "normative",
        "ISO/IEC Directives, Part 2:2021, clause 9 (numbers and values)",
        _words(r"\S*\d\S*", _NUMBER_WORDS),
    ),
    Rule(
        "unit",
        "normative",
        "ISO/IEC Directives, Part 2:2021, clause 9 (quantities and units); INCOSE Guide, common units of measure",
        _words(_UNITS),
    ),
    Rule(
        "condition",
        "normative",
        "EARS (Mavin et al., RE'09): while, when, where, if … then; INCOSE Guide, escape clauses",
        _words(
            "if",
            "then",
            "when",
            "whenever",
            "where",
            "wherever",
            "while",
            "unless",
            "except",
            "except for",
            "exceptions?",
            "otherwise",
            "provided",
            "providing",
            "subject to",
            "depending",
            "in case",
            "as (?:soon|far|long|much) as",
            "as (?:needed|appropriate|applicable|necessary)",
            "applicable",
            "appropriate",
            "necessary",
            "relevant",
            "reasonable",
            "reasonably",
            "practicable",
            "feasible",
        ),
    ),
    Rule(
        "time",
        "normative",
        "INCOSE Guide to Writing Requirements, temporal dependencies",
        _words(
            "before",
            "after",
            "until",
            "till",
            "during",
            "within",
            "since",
            "immediately",
            "promptly",
            "prior to",
            "upon",
            "always",
            "continuously",
            "regularly",
            "periodically",
            "ongoing",
            "throughout",
            "following",
        ),
    ),
    Rule(
        "scope",
        "normative",
        "INCOSE Guide to Writing Requirements, universal qualification (each rather than all, any, both)",
        _words(
            "all",
            "any",
            "each",
            "every",
            "only",
            "both",
            "some",
            "most",
            "other",
            "others",
            "entire",
            "whole",
            "including",
            "includes?",
            "excluding",
            "excludes?",
            "such as",
            "eg",
            "ie",
            "etc",
            "for example",
            "solely",
            "exclusively",
            "specific",
            "everyone",
            "anyone",
            "everything",
            "anything",
        ),
    ),
    Rule(
        "conjunction",
        "normative",
        "INCOSE Guide to Writing Requirements, logical expressions",
        _words("and", "or", "either", "but", "/", "as well as"),
    ),
    Rule("other words", "normative", "When unsure, a rewording is normative"),
    Rule(
        "order of terms",
        "normative",
        "When unsure, a rewording is normative: these terms bind to what stands beside them",
    ),
    Rule("pause", "normative", "A comma or a full stop can set a clause apart, join or part: when unsure, normative"),
    Rule("structure", "normative", "Words of one paragraph, item or cell in another: when unsure, normative"),
    Rule("list markers", "normative", "Bullets that became numbers, or other numbers: steps have an order"),
    Rule("link target", "normative", "A link to another address may refer to other rules: when unsure, normative"),
    Rule("linked words", "normative", "A link from another word may say something else: when unsure, normative"),
    Rule("image", "normative", "Another picture may show something else: when unsure, normative"),
    Rule("abbreviation", "normative", "An abbreviation with another meaning: when unsure, normative"),
    Rule("order", "editorial", "Items of a list, or whole sentences, in another order: no term changed"),
    Rule("spelling", "editorial", "One word in two spellings, or a typing error; see spelling and typing_errors"),
    Rule("capitals", "editorial", "Capitals at the start of a word or sentence carry no meaning (RFC 8174 §2)"),
    Rule("punctuation", "editorial", "ISO/IEC Directives, Part 2:2021, clause 8 (language and style)"),
    Rule("emphasis and markup", "editorial", "Emphasis, and words that are set as code, are the same words"),
    Rule("white space", "editorial", "The kind of blank between the same words"),
)

BY_NAME = {rule.name: rule for rule in RULES}
