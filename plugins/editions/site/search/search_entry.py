"""The entries of the search, and the files that hold them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

INDEX = "/search/index.json"
INDEX_SCRIPT = "/search/index.js"


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A page, or a part of one under a heading.

    Attributes:
        address: Path from the root of the site; that of a part with its anchor.
        title: Its heading, plain.
        text: Its words on one line, without those of the parts below it.
    """

    address: str
    title: str
    text: str


def search_files(entries: Iterable[SearchEntry]) -> dict[str, str]:
    """Write the index of the search.

    Args:
        entries: What is found, in the order of the site.

    Returns:
        The index by its address, and a script that holds it: a page that is opened from a disk may load a script, but
        fetch nothing.
    """
    rows = [{"location": it.address.lstrip("/"), "title": it.title, "text": it.text} for it in entries]
    index = json.dumps({"entries": rows}, ensure_ascii=False, separators=(",", ":"))
    # Read from a string, so that whatever stands in the index is data to the browser and never script.
    script = f'dispatchEvent(new CustomEvent("editions:index",{{detail:JSON.parse({json.dumps(index)})}}))\n'
    return {INDEX: index, INDEX_SCRIPT: script}
