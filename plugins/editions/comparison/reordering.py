"""Which words can change places without a change of meaning."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from editions.comparison.rules import RULES
from editions.comparison.terms import Term

_JOINING = frozenset(("and", "or"))
# A sentence that points back to the one before it may mean another thing elsewhere.
_POINTING = re.compile(
    r"(?:it|its|they|them|their|this|that|these|those|such|he|she|which|otherwise|then|also|however|both|neither|"
    r"similarly|likewise|instead|therefore|thus|hence|but|and|or)"
)
# Words that say that the order matters.
_ORDERING = re.compile(
    r"(?:orders?|ordered|sequences?|sequentially|steps?|first|firstly|second|secondly|third|next|last|lastly|finally|"
    r"previous|preceding|subsequent|subsequently|former|latter|above|below|following|priority|priorities|ranked|"
    r"descending|ascending|respectively|precedence)"
)

# Words of which a sentence that states something has one.
_STATING = frozenset("is are was were be must shall should may can will has have".split())

_Said = tuple[tuple[str, str], ...]


def only_reordered(before: Sequence[Term], after: Sequence[Term]) -> bool:
    """Whether the same terms stand in another order that cannot matter.

    That is so when whole sentences of plain paragraphs changed places and none points back to another; when the items
    of a list of bullets did; or when the items of one list within a sentence did, and none contains a term that a rule
    names. Code and numbered steps are never only reordered.

    Args:
        before: Terms of the earlier text.
        after: Terms of the later text, the same ones.

    Returns:
        Whether the order alone differs.
    """
    if any(term.fixed for term in before) or any(_ORDERING.fullmatch(term.key.lower()) for term in before):
        return False
    if not any(term.place or other.place for term, other in zip(before, after, strict=True)):
        return _sentences_moved(before, after) or _list_reordered(before, after)
    return _items_moved(before, after) or (
        [term.place for term in before] == [term.place for term in after] and _list_reordered(before, after)
    )


def _sentences_moved(before: Sequence[Term], after: Sequence[Term]) -> bool:
    old, new = _sentences(before), _sentences(after)
    return Counter(old) == Counter(new) and not any(map(_depends, old))


def _depends(sentence: _Said) -> bool:
    """Whether a sentence points to the one before it, or may be a step of several: "Stop it. Tell the users."""
    return bool(_POINTING.fullmatch(sentence[0][0].lower())) or not any(key in _STATING for key, _ in sentence)


def _sentences(terms: Sequence[Term]) -> list[_Said]:
    cuts = [0, *(place for place, term in enumerate(terms) if place and term.pause == "sentence"), len(terms)]
    return [_said(terms[start:end]) for start, end in pairwise(cuts)]


def _said(terms: Sequence[Term]) -> _Said:
    """Terms with the pauses between them."""
    return tuple((term.key, term.pause if place else "") for place, term in enumerate(terms))


def _items_moved(before: Sequence[Term], after: Sequence[Term]) -> bool:
    """Whether only items of a list of bullets that has no lists within it changed places."""
    old, new = _by_place(before), _by_place(after)
    if [place for place, _ in old] != [place for place, _ in new]:
        return False
    differing = [(place, said, other) for (place, said), (_, other) in zip(old, new, strict=True) if said != other]
    lists = {place[:-1] for place, _, _ in differing}
    bullets = all(len(place) == 2 and place[0][0] == "list" and place[1][0] == "item" for place, _, _ in differing)
    alone = all(len(place) <= 2 for place, _ in old if place[:1] in lists)
    one_each = len({place for place, _ in old}) == len(old)
    pointing = any(_POINTING.fullmatch(said[0][0].lower()) for _, said, _ in differing)
    same = Counter(said for _, said, _ in differing) == Counter(other for _, _, other in differing)
    return bullets and alone and one_each and len(lists) == 1 and same and not pointing


def _by_place(terms: Sequence[Term]) -> list[tuple[tuple[tuple[str, int], ...], _Said]]:
    return [(place, _said(list(group))) for place, group in groupby(terms, key=lambda term: term.place)]


def _list_reordered(before: Sequence[Term], after: Sequence[Term]) -> bool:
    """Whether between the words that both texts begin and end with only the parts of one list changed places."""
    start, end = differing(before, after)
    core, other = before[start:end], after[start:end]
    pauses = [[term.pause for term in terms] for terms in (before, after)]
    if Counter(pauses[0]) != Counter(pauses[1]) or not {term.pause for term in core[1:]} <= {"", "comma"}:
        return False
    joining = {term.key for term in core} & _JOINING
    old_items, new_items = _items(core), _items(other)
    return len(joining) < 2 and Counter(old_items) == Counter(new_items) and not _named(core)


def differing(before: Sequence[Term], after: Sequence[Term]) -> tuple[int, int]:
    """Where two orders of the same terms begin and end to differ."""
    start, end = 0, len(before)
    while before[start].key == after[start].key:
        start += 1
    while before[end - 1].key == after[end - 1].key:
        end -= 1
    return start, end


def _items(terms: Sequence[Term]) -> list[tuple[str, ...]]:
    starts = [place for place, term in enumerate(terms) if place and (term.pause or term.key in _JOINING)]
    parts = [[term.key for term in terms[a:b]] for a, b in pairwise([0, *starts, len(terms)])]
    return [item for part in parts if (item := tuple(key for key in part if key not in _JOINING))]


def _named(terms: Sequence[Term]) -> bool:
    text = " ".join(term.key for term in terms if term.key not in _JOINING)
    # A unit binds to its number alone, which is named as well: keys and tokens are tokens and keys.
    return any(rule.pattern.search(text) for rule in RULES if rule.pattern and rule.name != "unit")
