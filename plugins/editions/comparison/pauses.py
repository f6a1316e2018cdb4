"""Which commas and stops can come and go without a change of meaning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from editions.comparison.rules import BY_NAME
from editions.comparison.terms import Term

_JOINING = frozenset(("and", "or"))
# What a comma after it parts from nothing: "Therefore, logs are kept."
_OPENING = frozenset("therefore moreover furthermore additionally finally consequently thus hence similarly".split())
_OPENINGS = frozenset((("in", "addition"), ("for", "example"), ("for", "instance"), ("in", "particular")))
# Rules whose terms may hold for the clause after a semicolon as well.
_EXTENDING = ("negation", "condition", "time", "scope", "limit")
_SHORTENED = frozenset(("eg", "ie", "etc"))


def same_pauses(before: Sequence[Term], after: Sequence[Term]) -> bool:
    """Whether the same terms are parted in the same way.

    A comma more or less is the same only before the last item of a list, after a word that opens a sentence and beside
    ``e.g.`` and its like: elsewhere it may set a clause apart ("Users, who …"), join or part ("No, data …"). A full
    stop for a semicolon is the same after a clause whose words cannot hold for the next one as well.

    Args:
        before: Terms of the earlier text.
        after: As many of the later one, which say the same.

    Returns:
        Whether no pause differs that could mean something.
    """
    extending = _extending(before)
    return all(
        one.pause == other.pause
        or ({one.pause, other.pause} == {"", "comma"} and (_is_serial(before, place) or _is_opening(before, place)))
        or ({one.pause, other.pause} == {"semicolon", "sentence"} and not extending[place])
        or (not {one.pause, other.pause} & {"colon", "sentence"} and _ends_item(before, place))
        for place, (one, other) in enumerate(zip(before, after, strict=True))
    )


def _is_serial(terms: Sequence[Term], place: int) -> bool:
    """Whether a list of a sentence ends here: a comma earlier in it, and no other word that joins."""
    if terms[place].key not in _JOINING:
        return False
    start, end = place, place + 1
    while start and terms[start].pause not in ("sentence", "semicolon", "colon"):
        start -= 1
    while end < len(terms) and terms[end].pause not in ("sentence", "semicolon", "colon"):
        end += 1
    joining = sum(term.key in _JOINING for term in terms[start:end])
    commas = sum(term.pause == "comma" for term in terms[start + 1 : place])
    return joining == 1 and commas > _names(("condition", "time"), terms[start : start + 1])


def _extending(terms: Sequence[Term]) -> list[bool]:
    """For each term whether the clauses before it in its sentence hold what may extend over those after them."""
    found: list[bool] = []
    held = False
    for clause in _clauses(terms):
        found += [held] * len(clause)
        held = (held and clause[0].pause != "sentence") or _names(_EXTENDING, clause)
    return found


def _clauses(terms: Sequence[Term]) -> Iterator[Sequence[Term]]:
    """Runs of terms that a semicolon or a full stop ends."""
    starts = [place for place, term in enumerate(terms) if not place or term.pause in ("semicolon", "sentence")]
    yield from (terms[start:end] for start, end in pairwise((*starts, len(terms))))


def _ends_item(terms: Sequence[Term], place: int) -> bool:
    """Whether a word that joins the items of a list is the last one of its item."""
    last = place + 1 == len(terms) or terms[place + 1].place != terms[place].place
    return last and terms[place].key in _JOINING


def _names(rules: Sequence[str], terms: Sequence[Term]) -> bool:
    text = " ".join(term.key for term in terms)
    return any(pattern.search(text) for name in rules if (pattern := BY_NAME[name].pattern))


def _is_opening(terms: Sequence[Term], place: int) -> bool:
    if (place and terms[place - 1].key in _SHORTENED) or terms[place].key in _SHORTENED:
        return True
    one = terms[place - 1 : place]
    if one and one[0].pause == "sentence" and one[0].key in _OPENING:
        return True
    two = terms[max(place - 2, 0) : place]
    return len(two) == 2 and two[0].pause == "sentence" and tuple(term.key for term in two) in _OPENINGS
