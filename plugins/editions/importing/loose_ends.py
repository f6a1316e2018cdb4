"""Links and citations of an imported text that lead nowhere in the project that it comes into.

A text comes from another site and still links to its pages, images and works. A link that leads nowhere here leads to
the address of the standard, an image of another site becomes a link to it, an image whose file is not here its words
with the path of the file, and a citation whose work is not here stays as plain words in brackets. The report
lists each.
"""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit

from editions.citations.known_works import read_references
from editions.formats.imported import Imported, Placement
from editions.importing.edition_writing import domain_path
from editions.model.edition_texts import PlacedText, with_texts
from editions.source.discovery import STANDARD
from editions.source.project import ProjectRecords
from editions.text.changing import TreeChange
from editions.text.inline_tree import Citation, CodeSpan, Image, Inline, Link, Words
from editions.text.markdown_writing import text_of
from editions.text.tree import Text
from editions.validation.link_targets import LinkTargets, find_link_targets
from editions.validation.project_texts import project_texts
from editions.validation.source_links import link_message
from editions.validation.text_problems import is_picture

_WEB = re.compile(r"(?:https?:)?//[^\s<>]+", re.IGNORECASE)


def resolve_loose_ends(records: ProjectRecords, imported: Imported) -> Imported:
    """Resolve the loose ends of an imported edition.

    Args:
        records: The project's records, in which the edition's files stand as the working copy.
        imported: What was imported; its edition is that of the project's working copy.

    Returns:
        The same with texts whose links and citations lead somewhere, and with what was done to them.
    """
    edition = imported.edition
    found = find_link_targets(records, project_texts(records))
    keys = frozenset(read_references((records.references.text if records.references else None) or "").by_key)
    placements: list[Placement] = []

    def resolve(placed: PlacedText) -> Text:
        path = "index.md" if placed.domain is None else domain_path(edition, placed.domain)
        change = _Resolved(found, keys, edition.url, f"{STANDARD}/{path}", placed.name)
        blocks, notes = change.text(placed.text)
        placements.extend(change.placements)
        return text_of(blocks, notes) if change.placements else placed.text

    made = with_texts(edition, resolve)
    return replace(imported, edition=made, placements=(*imported.placements, *placements))


class _Resolved(TreeChange):
    """Resolves the loose ends of one text."""

    def __init__(self, found: LinkTargets, keys: frozenset[str], url: str, path: str, name: str) -> None:
        """Prepare.

        Args:
            found: What links can lead to.
            keys: Keys of the works that can be cited.
            url: The standing address of the standard.
            path: The file of the text.
            name: What the text is.
        """
        self._found = found
        self._keys = keys
        self._url = url
        self._path = path
        self._name = name
        self._in_link = False
        self.placements: list[Placement] = []

    def inline(self, node: Inline) -> tuple[Inline, ...]:
        match node:
            case Image():
                return self._image(node)
            case Link():
                return self._link(node)
            case Citation(items=items, written=written):
                if not items or any(item.key not in self._keys for item in items):
                    self._note(f"citation {written} in {self._name}", "stays as words, since its work is not here")
                    return (Words(written),)
        return super().inline(node)

    def _image(self, image: Image) -> tuple[Inline, ...]:
        target = image.target.strip()
        if _WEB.fullmatch(target):
            where = "became a link to it, since no page may load it from there"
            self._note(f"image of another site in {self._name}", where)
            return _described(image) if self._in_link else (Link(target, (Words(image.alternative or target),)),)
        if not is_picture(target) or link_message(self._found, self._path, target):
            where = "is not here; its words and its path stand instead"
            self._note(f"image {_short(target)!r} in {self._name}", where)
            return _described(image)
        return (image,)

    def _link(self, link: Link) -> tuple[Inline, ...]:
        around, self._in_link = self._in_link, True
        children = self.children(link.children)
        self._in_link = around
        if not link_message(self._found, self._path, link.target):
            return (replace(link, children=children),)
        target = self._elsewhere(link.target)
        self._note(f"link {link.target!r} in {self._name}", f"leads nowhere here and leads to {target} now")
        return (replace(link, target=target, children=children),)

    def _elsewhere(self, target: str) -> str:
        """The standing address of the standard, with the anchor that was meant."""
        try:
            fragment = urlsplit(target).fragment
        except ValueError:
            fragment = ""
        return f"{self._url}#{fragment}" if re.fullmatch(r"[\w.-]+", fragment) else self._url

    def _note(self, what: str, where: str) -> None:
        self.placements.append(Placement(what, where, kept=True))


def _described(image: Image) -> tuple[Inline, ...]:
    """What an image says, and the path of its file."""
    path, title = _short(image.target.strip()), image.title.strip()
    words = ", ".join(it for it in (image.alternative, title) if it)
    if not path:
        return (Words(words),) if words else ()
    return (Words(f"{words} ("), CodeSpan(path), Words(")")) if words else (CodeSpan(path),)


def _short(target: str) -> str:
    """A target without the content that an address of the scheme ``data`` holds."""
    return f"{target.partition(',')[0]}," if target.lower().startswith("data:") else target
