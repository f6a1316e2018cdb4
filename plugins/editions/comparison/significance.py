"""Class a rewording as editorial or normative by the table of rules, and say which rows decided."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from editions.comparison.compounds import single_words
from editions.comparison.pauses import same_pauses
from editions.comparison.reading import read
from editions.comparison.reordering import differing, only_reordered
from editions.comparison.rules import BY_NAME, RULES, Rule, Significance
from editions.comparison.terms import Reading, Term
from editions.comparison.typing_errors import is_typing_error
from editions.text.tree import Text
from editions.text.words import Step, passages

Phrase = tuple[str, ...]


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
        reasons: Which rows of the table say so, in the table's order; empty only for texts that read the same.
    """

    significance: Significance
    reasons: tuple[Reason, ...] = ()


def judge(old: Text, new: Text) -> Judgement:
    """Class a rewording.

    Args:
        old: The earlier text.
        new: The later text.

    Returns:
        Its class with the reasons. Texts that read the same are editorial, without a reason.
    """
    seen_before, seen_after = passages(old), passages(new)
    if seen_before == seen_after:
        return Judgement("editorial")
    single = single_words((seen_before, seen_after))
    before, after = read(seen_before, single), read(seen_after, single)
    reasons = (*_words(before, after), *_beside_words(before, after))
    if not reasons:
        reasons = _form(before, after)
    normative = any(BY_NAME[reason.rule].significance == "normative" for reason in reasons)
    return Judgement("normative" if normative else "editorial", reasons)


def _words(before: Reading, after: Reading) -> tuple[Reason, ...]:
    """The rows that differences of words, of their order and of what is between them fall under."""
    if before.seen == after.seen or _same_words(before.terms, after.terms):
        return ()
    if len(before.terms) == len(after.terms) and all(map(_is_same, before.terms, after.terms)):
        if [term.place for term in before.terms] != [term.place for term in after.terms]:
            return (_moved(before.terms, after.terms),)
        places = [
            place
            for place, (one, other) in enumerate(zip(before.terms, after.terms, strict=True))
            if one.pause != other.pause
        ]
        return (Reason("pause", _around(before, places), _around(after, places)),)
    if Counter(before.keys) == Counter(after.keys):
        if only_reordered(before.terms, after.terms):
            return (Reason("order"),)
        start, end = differing(before.terms, after.terms)
        old, new = (" ".join(term.cased for term in terms[start:end]) for terms in (before.terms, after.terms))
        return (Reason("order of terms", (old,), (new,)),)
    return _terms(before, after)


def _moved(before: Sequence[Term], after: Sequence[Term]) -> Reason:
    """The row that the same words in other places fall under, with those words."""
    pairs = list(zip(before, after, strict=True))
    places = {(one.place, other.place) for one, other in pairs}
    moved = groupby((it for it in pairs if it[0].place != it[1].place), key=lambda it: (it[0].place, it[1].place))
    words = tuple(" ".join(other.cased for _, other in group) for _, group in moved)
    one_to_one = len(places) == len({old for old, _ in places}) == len({new for _, new in places})
    renumbered = one_to_one and all(_without_markers(old) == _without_markers(new) for old, new in places)
    return Reason("list markers" if renumbered else "structure", (), words)


def _without_markers(place: tuple[Step, ...]) -> list[Step]:
    return [step for step in place if step[0] not in ("item", "number")]


def _same_words(before: Sequence[Term], after: Sequence[Term]) -> bool:
    """Whether two texts say the same words in the same places, parted in the same way."""
    return (
        len(before) == len(after)
        and all(map(_is_same, before, after))
        and [term.place for term in before] == [term.place for term in after]
        and same_pauses(before, after)
    )


def _is_same(one: Term, other: Term) -> bool:
    if one.key == other.key:
        return True
    if one.fixed or other.fixed:
        return False
    return is_typing_error(one.key, other.key) or is_typing_error(one.spelled, other.spelled)


def _around(reading: Reading, places: Iterable[int]) -> tuple[str, ...]:
    """The words on both sides of some places."""
    signs = {"": " ", "comma": ", ", "colon": ": ", "semicolon": "; ", "sentence": ". "}
    return tuple(
        f"{reading.terms[place - 1].cased}{signs[reading.terms[place].pause]}{reading.terms[place].cased}"
        for place in places
        if place
    )


def _beside_words(before: Reading, after: Reading) -> tuple[Reason, ...]:
    """The rows that links, pictures and abbreviations fall under."""
    rows = (
        ("link target", before.targets, after.targets),
        ("image", before.images, after.images),
        ("abbreviation", before.meanings, after.meanings),
    )
    reasons = []
    for name, old, new in rows:
        if old != new:
            gone, come = Counter(old) - Counter(new), Counter(new) - Counter(old)
            reasons.append(Reason(name, tuple(gone.elements()), tuple(come.elements())))
    if before.linked != after.linked and before.targets == after.targets and _same_words(before.terms, after.terms):
        reasons.append(Reason("linked words", _linked(before), _linked(after)))
    return tuple(reasons)


def _linked(reading: Reading) -> tuple[str, ...]:
    return (" ".join(reading.terms[place].cased for place in reading.linked),)


def _terms(before: Reading, after: Reading) -> tuple[Reason, ...]:
    """The normative rows whose terms differ; what is left over is ``other words``."""
    old_terms, new_terms = before.keys, after.keys
    if old_terms == new_terms:
        return ()
    old_words, new_words = Counter(old_terms), Counter(new_terms)
    gone, come = old_words - new_words, new_words - old_words
    old_written, new_written = _written_as(before), _written_as(after)
    reasons = []
    for rule in RULES:
        old_found, new_found = _found(rule, old_terms), _found(rule, new_terms)
        old_only, new_only = _only(old_found, new_found), _only(new_found, old_found)
        if old_only or new_only:
            reasons.append(Reason(rule.name, _written(old_only, old_written), _written(new_only, new_written)))
            gone -= Counter(term for phrase in old_only for term in phrase)
            come -= Counter(term for phrase in new_only for term in phrase)
    if gone or come:
        reasons.append(Reason("other words", _written(zip(gone), old_written), _written(zip(come), new_written)))
    return tuple(reasons)


def _only(found: Sequence[tuple[str, Phrase]], others: Sequence[tuple[str, Phrase]]) -> Counter[Phrase]:
    """The terms of what only one text has. Of code that changed elsewhere the text has the same."""
    matched = Counter(match for match, _ in found) - Counter(match for match, _ in others)
    phrases = Counter(found) - Counter(others)
    return Counter({phrase: count for (match, phrase), count in phrases.items() if match in matched})


def _found(rule: Rule, terms: Sequence[str]) -> list[tuple[str, Phrase]]:
    """What a rule finds, with the terms that contain it: a term may contain blanks, as code does."""
    if rule.pattern is None:
        return []
    starts = list(accumulate((len(term) + 1 for term in terms), initial=0))
    matches = rule.pattern.finditer(" ".join(terms))
    return [
        (match[0], tuple(terms[bisect_right(starts, match.start()) - 1 : bisect_left(starts, match.end())]))
        for match in matches
    ]


def _written_as(reading: Reading) -> dict[str, str]:
    """How the text spells each term where it stands first."""
    written: dict[str, str] = {}
    for term in reading.terms:
        written.setdefault(term.key, term.cased if term.fixed or term.cased.isupper() else term.spelled)
    return written


def _written(phrases: Iterable[Phrase], written: dict[str, str]) -> tuple[str, ...]:
    """Phrases as the text spells them, in order of the alphabet."""
    return tuple(sorted(" ".join(written[term] for term in phrase) for phrase in phrases))


def _form(before: Reading, after: Reading) -> tuple[Reason, ...]:
    """The editorial rows: texts of the same terms that differ in form."""
    if before.seen == after.seen:
        return (Reason("emphasis and markup"),)
    pairs = list(zip(before.terms, after.terms, strict=True))
    spelled = [(old.spelled, new.spelled) for old, new in pairs if old.spelled != new.spelled]
    cased = [(old.cased, new.cased) for old, new in pairs if old.cased != new.cased and old.spelled == new.spelled]
    repeated = before.repeated != after.repeated
    reasons = []
    if spelled or repeated:
        gone, come = before.repeated if repeated else [], after.repeated if repeated else []
        old_words, new_words = [*(old for old, _ in spelled), *gone], [*(new for _, new in spelled), *come]
        reasons.append(Reason("spelling", tuple(old_words), tuple(new_words)))
    if cased:
        reasons.append(Reason("capitals", tuple(old for old, _ in cased), tuple(new for _, new in cased)))
    if before.marks != after.marks:
        reasons.append(Reason("punctuation"))
    if reasons:
        return tuple(reasons)
    old, new = ("".join("".join(written.split()) for _, written in it.seen) for it in (before, after))
    return (Reason("white space" if old == new else "emphasis and markup"),)
