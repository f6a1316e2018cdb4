"""Which commas and stops can come and go without a change of meaning."""

from __future__ import annotations

from collections.abc import Sequence

from editions.comparison.reading import Term

_JOINING = frozenset(("and", "or"))
# What a comma after it parts from nothing: "Therefore, logs are kept."
_OPENING = frozenset("therefore moreover furthermore additionally finally consequently thus hence similarly".split())
_OPENINGS = frozenset((("in", "addition"), ("for", "example"), ("for", "instance"), ("in", "particular")))
_SHORTENED = frozenset(("eg", "ie", "etc"))


def same_pauses(before: Sequence[Term], after: Sequence[Term]) -> bool:
    """Whether the same terms are parted in the same way.

    A comma more or less is the same only before the last item of a list, after a word that opens a sentence and beside
    ``e.g.`` and its like: elsewhere it may set a clause apart ("Users, who …"), join or part ("No, data …").

    Args:
        before: Terms of the earlier text.
        after: As many of the later one, which say the same.

    Returns:
        Whether no pause differs that could mean something.
    """
    return all(
        one.pause == other.pause
        or ({one.pause, other.pause} == {"", "comma"} and (_is_serial(before, place) or _is_opening(before, place)))
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
    return joining == 1 and any(term.pause == "comma" for term in terms[start + 1 : place])


def _is_opening(terms: Sequence[Term], place: int) -> bool:
    if (place and terms[place - 1].key in _SHORTENED) or terms[place].key in _SHORTENED:
        return True
    one = terms[place - 1 : place]
    if one and one[0].pause == "sentence" and one[0].key in _OPENING:
        return True
    two = terms[max(place - 2, 0) : place]
    return len(two) == 2 and two[0].pause == "sentence" and tuple(term.key for term in two) in _OPENINGS
