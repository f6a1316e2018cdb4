"""Works that differ in key, title, address and abstract alone: what is set for a stand-in serves them all.

Thousands of criteria share everything but these, and setting each anew is most of what their pages would cost.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from editions.citations.text import one_line
from editions.citations.work import WorkRecord

# Titles and addresses that nothing treats in a way of its own: no closing mark, no quotation mark, nothing to escape.
_PLAIN_TITLE = re.compile(r"[A-Za-z0-9](?:(?:[A-Za-z0-9.,:/()-]| (?! ))*[A-Za-z0-9)])?")
_PLAIN_URL = re.compile(r"(https?://)([A-Za-z0-9./-]*[A-Za-z0-9-])/")
# Of private use, so that no plain title, key or address holds them.
_KEY, _TITLE, _URL, _ABSTRACT = "k\ue0f0", "T\ue0f0", "u\ue0f0", "A\ue0f0"


@dataclass(frozen=True)
class StandIn:
    """A work that stands for others.

    Attributes:
        shape: What it shares with them.
        record: The work.
    """

    shape: tuple[object, ...]
    record: WorkRecord


def stand_in(record: WorkRecord) -> StandIn | None:
    """The work that can stand for a domain or criterion.

    Returns:
        The stand-in; ``None`` if the work is no part of another, or if its title or address needs care of its own.
    """
    url = _PLAIN_URL.fullmatch(record.url)
    if record.container is None or record.title_sentence or not url or not _PLAIN_TITLE.fullmatch(record.title):
        return None
    abstract = _ABSTRACT if record.abstract and one_line(record.abstract) else None
    whole = (record.container.key, record.container.version)
    shape = (record.kind, *whole, record.authors, url[1], record.keywords, abstract)
    like = replace(record, key=_KEY, title=_TITLE, url=f"{url[1]}{_URL}/", standing_url=None, abstract=abstract)
    return StandIn(shape, like)


def filled(text: str, record: WorkRecord, abstract: Callable[[str], str] | None = None) -> str:
    """Put a work's own words in place of its stand-in's.

    Args:
        text: What was set for the stand-in.
        abstract: How the abstract is written where it stands, if it does.

    Returns:
        What setting the work itself would give.
    """
    url = record.url.split("://", 1)[1].removesuffix("/")
    own = text.replace(_KEY, record.key).replace(_TITLE, record.title).replace(_URL, url)
    # Last, since an abstract may hold anything.
    return own.replace(_ABSTRACT, abstract(one_line(record.abstract or ""))) if abstract is not None else own
