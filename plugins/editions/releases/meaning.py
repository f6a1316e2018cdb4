"""An id keeps its meaning: what stands under it may be reworded, but not be something else.

The rule is cautious, because a false alarm would teach people to work around it. Only with ``identity: ids`` is an id
the same item in both editions; it is called into question where its text and its title have no word stem at all in
common with the ones before, both texts have at least four words that carry meaning, and no lineage row names the id. A
row that connects the id to itself states that it is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from editions.lineage.words import STOP_WORDS, stem, words
from editions.model import Edition
from editions.source.problem import Problem
from editions.text.plain import write_plain

_FEWEST_WORDS = 4


def changed_meanings(before: Edition, after: Edition) -> Iterator[Problem]:
    """Find ids that stand for something else than in the release before.

    Yields:
        A problem at each such criterion or domain of the draft.
    """
    if after.lineage is not None and after.lineage.identity != "ids":
        return
    named = {
        item
        for rows in ((after.lineage.domains, after.lineage.criteria) if after.lineage else ())
        for row in rows
        for item in (*row.old, *row.new)
    }
    items = [
        ("domain", domain.id, (domain.title, domain.summary or ""), (it.title, it.summary or ""), domain.origin)
        for domain in after.domains
        if (it := before.domains_by_id.get(domain.id))
    ]
    items += [
        (
            "criterion",
            new.id,
            (new.title or "", write_plain(new.text)),
            (old[1].title or "", write_plain(old[1].text)),
            new.origin,
        )
        for _, new in after.criteria()
        if (old := before.criteria_by_id.get(new.id))
    ]
    for level, identifier, new_texts, old_texts, origin in items:
        if identifier not in named and _unrelated(old_texts, new_texts):
            message = (
                f"the id {identifier!r} stood for another {level} in {before.version}: the texts share no word; give "
                "this one a new id, or say in lineage.yml that it is the same, "
                f"{{from: [{identifier}], to: [{identifier}]}}"
            )
            yield Problem(origin.path, origin.line, message)


def _unrelated(old: tuple[str, str], new: tuple[str, str]) -> bool:
    old_stems, new_stems = _stems(old), _stems(new)
    long_enough = min(len(old_stems), len(new_stems)) >= _FEWEST_WORDS
    return long_enough and old_stems.isdisjoint(new_stems)


def _stems(texts: tuple[str, str]) -> set[str]:
    return {stem(word) for text in texts for word in words(text) if word not in STOP_WORDS}
