"""Ids and slugs of earlier editions that a later one has no more, and which nonetheless have a page in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from editions.model.portable_names import address_id

_FEWEST = 500


def former_names(earlier: Sequence[Collection[str]], own: Collection[str]) -> dict[str, int]:
    """The names that have a page in an edition only to say what became of them.

    Whoever changes the version in an address lands on an answer. The pages are at most as many as the edition has
    names of its own, or 500: a standard that renumbers everything in each edition would else have more pages of them
    than of criteria. What was dropped last is kept first. The outcome depends on this edition and those before it
    alone, so a page that is there once is there for good.

    Args:
        earlier: The names of the releases before the edition, oldest first.
        own: The names of the edition itself.

    Returns:
        For each such name, in the order of the earlier editions from the newest to the oldest, the place of the last
        of them that has it. A name that differs only in case, or in ``-`` and ``_``, from one of the edition or from
        another such name has no page: the two addresses would be one on some servers.
    """
    taken = {address_id(name) for name in own}
    most = max(len(own), _FEWEST)
    found: dict[str, int] = {}
    for place in range(len(earlier) - 1, -1, -1):
        for name in earlier[place]:
            if len(found) == most:
                return found
            folded = address_id(name)
            if folded not in taken:
                taken.add(folded)
                found[name] = place
    return found
