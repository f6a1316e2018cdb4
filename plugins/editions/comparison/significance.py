"""Class a rewording as editorial or normative by the table of rules, and say which rows decided."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from editions.comparison.reading import Reading, read
from editions.comparison.rules import BY_NAME, RULES, Rule, Significance

Phrase = tuple[str, ...]

_JOINING = frozenset(("and", "or"))
# A sentence that points back to the one before it may mean another thing elsewhere.
_POINTING = re.compile(
    r"(?:it|its|they|them|their|this|that|these|those|such|he|she|which|otherwise|then|also|however)"
)


@dataclass(frozen=True)
class Reason:
    """Why a change has its significance.

    Attributes:
        rule: Name of the rule, a row of the table or the kind of a structural change.
        old: What stands in the earlier text only.
        new: What stands in the later text only.
    """

    rule: str
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()


@dataclass(frozen=True)
class Judgement:
    """The class of a rewording.

    Attributes:
        significance: ``normative`` as soon as one reason is.
        reasons: Which rows of the table say so, in the table's order; empty only for equal texts.
    """

    significance: Significance
    reasons: tuple[Reason, ...] = ()


def judge(old: str, new: str) -> Judgement:
    """Class a rewording.

    Args:
        old: The earlier text, Markdown.
        new: The later text, Markdown.

    Returns:
        Its class with the reasons. Equal texts are editorial, without a reason.
    """
    if old == new:
        return Judgement("editorial")
    before, after = read(old), read(new)
    if before.terms == after.terms:
        return Judgement("editorial", _form(before, after))
    if Counter(before.terms) == Counter(after.terms):
        moved = "order" if _only_reordered(before, after) else "order of terms"
        return Judgement(BY_NAME[moved].significance, (Reason(moved),))
    return Judgement("normative", _terms(before, after))


def _terms(before: Reading, after: Reading) -> tuple[Reason, ...]:
    """The normative rows whose terms differ; what is left over is ``other words``."""
    old_words, new_words = Counter(before.terms), Counter(after.terms)
    gone, come = old_words - new_words, new_words - old_words
    reasons = []
    for rule in RULES:
        old_found, new_found = _found(rule, before.terms), _found(rule, after.terms)
        if old_found != new_found:
            old_only, new_only = old_found - new_found, new_found - old_found
            reasons.append(Reason(rule.name, _written(old_only, before), _written(new_only, after)))
            gone -= Counter(term for phrase in old_only for term in phrase)
            come -= Counter(term for phrase in new_only for term in phrase)
    if gone or come:
        reasons.append(Reason("other words", _written(zip(gone), before), _written(zip(come), after)))
    return tuple(reasons)


def _found(rule: Rule, terms: Sequence[str]) -> Counter[Phrase]:
    """The terms that a rule names. A term may hold blanks, as code does, and is found whole or not at all."""
    if rule.pattern is None:
        return Counter()
    starts = list(accumulate((len(term) + 1 for term in terms), initial=0))
    matches = rule.pattern.finditer(" ".join(terms))
    return Counter(
        tuple(terms[bisect_right(starts, match.start()) - 1 : bisect_left(starts, match.end())]) for match in matches
    )


def _written(phrases: Iterable[Phrase], reading: Reading) -> tuple[str, ...]:
    """Phrases as the text spells them, in order of the alphabet."""
    return tuple(sorted(" ".join(_as_spelled(term, reading) for term in phrase) for phrase in phrases))


def _as_spelled(term: str, reading: Reading) -> str:
    place = reading.terms.index(term)
    return reading.cased[place] if term.isupper() else reading.spelled[place]


def _form(before: Reading, after: Reading) -> tuple[Reason, ...]:
    """The editorial rows: texts of the same terms that differ in form."""
    spelled = [(old, new) for old, new in zip(before.spelled, after.spelled, strict=True) if old != new]
    cased = any(
        a != b for a, b, c, d in zip(before.cased, after.cased, before.spelled, after.spelled, strict=True) if c == d
    )
    reasons = []
    if spelled:
        reasons.append(Reason("spelling", tuple(old for old, _ in spelled), tuple(new for _, new in spelled)))
    if cased:
        reasons.append(Reason("capitals"))
    if before.marks != after.marks:
        reasons.append(Reason("punctuation"))
    if before.markup != after.markup:
        reasons.append(Reason("emphasis and markup"))
    if before.targets != after.targets:
        reasons.append(Reason("link target"))
    return tuple(reasons) or (Reason("white space"),)


def _only_reordered(before: Reading, after: Reading) -> bool:
    """Whether the same terms stand in another order that cannot matter.

    That is so when whole sentences changed places and none points back to another, or when the items of one list
    did: between the words that both texts begin and end with, the parts that commas, ``and`` or ``or`` separate are
    the same, and none holds a term that a rule names.
    """
    old_sentences = _parts(before.terms, [strength == "sentence" for strength in before.breaks])
    new_sentences = _parts(after.terms, [strength == "sentence" for strength in after.breaks])
    if Counter(old_sentences) == Counter(new_sentences):
        return not any(_POINTING.fullmatch(sentence[0].lower()) for sentence in old_sentences)
    start = 0
    while before.terms[start] == after.terms[start]:
        start += 1
    end = len(before.terms)
    while before.terms[end - 1] == after.terms[end - 1]:
        end -= 1
    old_items = _items(before, start, end)
    new_items = _items(after, start, end)
    core = before.terms[start:end]
    joining = _JOINING.intersection(core)
    return len(joining) < 2 and Counter(old_items) == Counter(new_items) and not _named(core)


def _items(reading: Reading, start: int, end: int) -> list[tuple[str, ...]]:
    terms, breaks = reading.terms[start:end], reading.breaks[start:end]
    parts = _parts(terms, [bool(strength) or term in _JOINING for strength, term in zip(breaks, terms, strict=True)])
    return [item for part in parts if (item := tuple(term for term in part if term not in _JOINING))]


def _named(terms: Sequence[str]) -> bool:
    text = " ".join(term for term in terms if term not in _JOINING)
    return any(rule.pattern.search(text) for rule in RULES if rule.pattern)


def _parts(terms: Sequence[str], starts: Sequence[bool]) -> list[tuple[str, ...]]:
    """Cut terms where ``starts`` says that a part begins."""
    cuts = [0, *(place for place, begins in enumerate(starts) if begins and place), len(terms)]
    return [tuple(terms[a:b]) for a, b in pairwise(cuts) if a < b]
