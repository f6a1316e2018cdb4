"""Works that differ in title and address alone: what is set for a stand-in serves them all.

Thousands of criteria share everything but these two, and setting each anew is most of what their pages would cost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from editions.citations.work import WorkRecord

# Titles and addresses that nothing treats in a way of its own: no closing mark, no quotation mark, nothing to escape.
_PLAIN_TITLE = re.compile(r"[A-Za-z0-9](?:(?:[A-Za-z0-9.,:/()-]| (?! ))*[A-Za-z0-9)])?")
_PLAIN_URL = re.compile(r"(https?://)([A-Za-z0-9./-]*[A-Za-z0-9-])/")
# Of private use, so that no plain title or address holds them.
_TITLE, _URL = "T\ue0f0", "u\ue0f0"
_TOKENS = re.compile(f"{_TITLE}|{_URL}")


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

    Args:
        record: A work.

    Returns:
        The stand-in; ``None`` if the work is no part of another, or if its title or address needs care of its own.
    """
    url = _PLAIN_URL.fullmatch(record.url)
    if record.container is None or record.title_sentence or not url or not _PLAIN_TITLE.fullmatch(record.title):
        return None
    shape = (record.kind, record.container, record.authors, record.publisher, url[1])
    return StandIn(shape, replace(record, title=_TITLE, url=f"{url[1]}{_URL}/", standing_url=None))


def filled(text: str, record: WorkRecord) -> str:
    """Put a work's title and address in place of its stand-in's.

    Args:
        text: What was set for the stand-in.
        record: The work.

    Returns:
        What setting the work itself would give.
    """
    url = record.url.split("://", 1)[1].removesuffix("/")
    return _TOKENS.sub(lambda match: record.title if match[0] == _TITLE else url, text)
