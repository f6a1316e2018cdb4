"""Controls found by the names that catalogs use for them: ids, ids of their parts, labels, and other spellings.

OSCAL asks for ``#id``. Published catalogs also link with the bare id, with a label (``AC-2(1)``), without the prefix
that their ids share (``03.13.08`` for ``SP_800_171_03.13.08``), or with the address of a whole document before ``#id``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from editions.formats.oscal.reading.node import Node
from editions.formats.oscal.reading.outline import OutlinedControl
from editions.formats.oscal.reading.props import OSCAL_NAMESPACES

_WORDS = re.compile(r"[^\W\d_]+|[0-9]+")
# Fewer words than these are no distinctive end of an id.
_FEWEST_WORDS = 2

Words = tuple[str, ...]


class ControlNames:
    """The controls of one catalog by their names."""

    def __init__(self, controls: Iterable[OutlinedControl]) -> None:
        """Index controls.

        Args:
            controls: Every control, the withdrawn ones too.
        """
        self._by_id: dict[str, list[OutlinedControl]] = defaultdict(list)
        self._by_name: dict[str, list[OutlinedControl]] = defaultdict(list)
        self._by_words: dict[Words, list[OutlinedControl]] = defaultdict(list)
        self._by_end: dict[Words, list[OutlinedControl]] = defaultdict(list)
        for control in controls:
            self._by_id[control.written].append(control)
            for name in {control.written, *_labels(control.node)}:
                words = _words(name)
                self._by_name[_folded(name)].append(control)
                self._by_words[words].append(control)
                for end in _ends(words):
                    self._by_end[end].append(control)
        for control in [it for controls in self._by_id.values() for it in controls]:
            for part in part_ids(control.node.all("parts")):
                if part not in self._by_id:
                    self._by_id[part] = [control]

    def matching(self, href: str, origin: str) -> tuple[OutlinedControl, ...]:
        """The controls that a link may mean.

        Args:
            href: The link's target as written.
            origin: Id of the control that holds the link; where a prefix is missing, its own is meant.

        Returns:
            Those whose name fits best: one where the link is unambiguous, none where no name fits.
        """
        name = linked_name(href)
        if not name:
            return ()
        words = _words(name)
        ways = (self._by_id.get(it, ()) for it in _heads(name))
        found = next((it for it in ways if it), ()) or self._by_name.get(_folded(name), ())
        found = found or (self._by_words.get(words, ()) if words else ())
        if not found and len(words) >= _FEWEST_WORDS:
            ends = (self._by_words.get(end, ()) for end in _ends(words))
            found = self._by_end.get(words, ()) or next((it for it in ends if it), ())
            near = [it for it in found if _words(it.written) == (*_words(origin)[: -len(words)], *words)]
            found = near or found
        return tuple(dict.fromkeys(found))


def linked_name(href: str) -> str:
    """The name of an item of the catalog in the target of a link.

    Args:
        href: Such as ``#ac-2`` or ``ac-2``.

    Returns:
        What follows the ``#``, or the whole where it is no address; empty for the address of something else, another
        catalog among it, whose controls may have the same ids.
    """
    document, mark, after = href.strip().rpartition("#")
    if document:
        return ""
    name = unquote(after if mark else href.strip())
    return name.strip() if mark or not re.search(r"[/\\?:]", name) else ""


def part_ids(parts: Iterable[Node]) -> Iterator[str]:
    """The ids of parts.

    Args:
        parts: Parts of a control.

    Yields:
        The id of each, and of the parts within.
    """
    waiting = list(parts)
    while waiting:
        part = waiting.pop()
        if part.text("id"):
            yield part.text("id")
        waiting += part.all("parts")


def _labels(control: Node) -> Iterator[str]:
    for prop in control.all("props"):
        if prop.text("name") == "label" and prop.text("ns") in OSCAL_NAMESPACES:
            yield prop.text("value")


def _heads(name: str) -> Iterator[str]:
    """The name, and what is left of it without ``_smt.a`` and the like: a part that is withdrawn with its control."""
    yield name
    while "_" in name:
        name = name.rpartition("_")[0]
        yield name


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _words(name: str) -> Words:
    """Words and numbers of a name: ``AC-02(1)`` and ``ac-2.1`` have the same."""
    return tuple(str(int(it)) if it.isdecimal() and len(it) < 10 else it.casefold() for it in _WORDS.findall(name))


def _ends(words: Words) -> Iterator[Words]:
    """The ends of a name that are shorter than the whole, the longest first."""
    for start in range(1, len(words) - _FEWEST_WORDS + 1):
        yield words[start:]
