"""What changed between two editions, as values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from editions.comparison.connections import Connections
from editions.comparison.joined_texts import join_texts
from editions.comparison.merged_lines import merge_lines
from editions.comparison.merging import merge_texts
from editions.comparison.rules import Significance
from editions.comparison.significance import Reason
from editions.comparison.wording import Wording, redline
from editions.model import Article, Edition, Reference, Relation
from editions.model.field_values import NO_VALUES, FieldValues
from editions.text.inline_tree import Inline, Words
from editions.text.plain import write_plain
from editions.text.tree import NO_TEXT, Block, Text

ChangeLevel = Literal["domain", "criterion", "prose"]
Aspect = Literal["renumbered", "moved", "retitled", "reworded", "level_changed", "references_changed"]
Part = Literal["facts", "edition", "guidance", "article"]
Impact = Literal["none", "editorial", "normative"]

LEVELS: tuple[ChangeLevel, ...] = ("domain", "criterion", "prose")
RELATIONS: tuple[Relation, ...] = ("added", "withdrawn", "split", "merged", "reorganised", "continued")
ASPECTS: tuple[Aspect, ...] = ("renumbered", "moved", "retitled", "reworded", "level_changed", "references_changed")


@dataclass(frozen=True)
class Item:
    """A domain, a criterion or a section of prose, as it stands in one of the two editions.

    Attributes:
        id: Its id; for a section its heading.
        text: A criterion's text, a domain's summary, a section's text without its heading.
        title: Its title, if it has one.
        label: What is shown for a domain's id; the id itself for a criterion.
        domain: Id of the domain that it stands in, or of the domain itself; ``None`` for prose outside domains.
        section: The heading that groups a criterion within its domain.
        level: A criterion's conformance level.
        references: A criterion's crosswalk rows.
        path: For a section the headings that lead to it, its own last.
        more: Values of other keys.
        source: File that it is written in; empty for facts.
        is_fact: Whether it is a key of front matter, whose id and path are the key's label in English.
    """

    id: str
    text: Text = NO_TEXT
    title: str | None = None
    label: str = ""
    domain: str | None = None
    section: str | None = None
    level: str | None = None
    references: tuple[Reference, ...] = ()
    path: tuple[str, ...] = ()
    more: FieldValues = NO_VALUES
    source: str = ""
    is_fact: bool = False


@dataclass(frozen=True)
class Change:
    """One change: what became of a group of items that lineage connects.

    Attributes:
        level: What kind of items the group holds.
        relation: What happened, read from the shape of the group.
        old: The items of the earlier edition, in its order.
        new: The items of the later edition, in its order.
        aspects: What else differs, in the order of ``ASPECTS``.
        significance: Whether the change may alter what one must meet.
        reasons: Why the significance is what it is.
        notes: Notes of the lineage rows that led here.
        part: For prose, which part of the edition it belongs to; ``None`` for domains and criteria.
    """

    level: ChangeLevel
    relation: Relation
    old: tuple[Item, ...]
    new: tuple[Item, ...]
    aspects: tuple[Aspect, ...]
    significance: Significance
    reasons: tuple[Reason, ...] = ()
    notes: tuple[str, ...] = ()
    part: Part | None = None

    @cached_property
    def revision(self) -> tuple[Block, ...]:
        """Both texts as one tree; where a side has several items their texts follow each other."""
        return merge_texts(*self._texts)

    @cached_property
    def title_revision(self) -> tuple[Inline, ...]:
        """Both titles as one line where the item is retitled, else empty."""
        return merge_lines(*((Words(title),) for title in self._titles)) if "retitled" in self.aspects else ()

    @cached_property
    def wording(self) -> Wording:
        """The redline of the texts as plain text, for data."""
        return redline(*map(write_plain, self._texts))

    @cached_property
    def title_wording(self) -> Wording:
        """The redline of the titles where the item is retitled, else empty."""
        return redline(*self._titles) if "retitled" in self.aspects else ()

    @property
    def _texts(self) -> tuple[Text, Text]:
        return text_of(self.old), text_of(self.new)

    @property
    def _titles(self) -> tuple[str, str]:
        return title_of(self.old), title_of(self.new)


def text_of(items: Sequence[Item]) -> Text:
    """The texts of items, one after the other."""
    return join_texts([item.text for item in items])


def title_of(items: Sequence[Item]) -> str:
    """The titles of items, on one line."""
    return "; ".join(item.title for item in items if item.title)


@dataclass(frozen=True)
class Unchanged:
    """An item that stands in both editions with nothing changed.

    Attributes:
        level: What kind of item it is.
        old: Its id in the earlier edition; for a section its heading.
        new: Its id in the later edition.
    """

    level: ChangeLevel
    old: str
    new: str


@dataclass(frozen=True)
class Chapter:
    """The changes that a reader finds together: those of one domain, or of the edition as a whole.

    Attributes:
        old: Ids of the earlier edition's domains that became this one; the domain itself where it was withdrawn.
        new: Id of the later edition's domain; ``None`` where the domain was withdrawn, and for the edition as a whole.
        title: Title of the domain, the later one where both exist; of the edition for the edition as a whole.
        changes: Its changes: the domain's own first, then criteria, then prose.
    """

    old: tuple[str, ...]
    new: str | None
    title: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Comparison:
    """Everything that changed between two editions.

    Attributes:
        old: The earlier edition.
        new: The later edition.
        chapters: The edition as a whole first, then the later edition's domains in order, then withdrawn domains in
            the earlier edition's order; a chapter without a change is left out.
        unchanged: What stands in both editions with nothing changed.
        connections: What connects the items of the two editions.
    """

    old: Edition
    new: Edition
    chapters: tuple[Chapter, ...]
    unchanged: tuple[Unchanged, ...]
    connections: Connections

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every change, in reading order."""
        return tuple(self._changes())

    @property
    def impact(self) -> Impact:
        """The strongest significance among the changes; ``none`` where nothing changed."""
        return impact(self.changes)

    def _changes(self) -> Iterator[Change]:
        for chapter in self.chapters:
            yield from chapter.changes


@dataclass(frozen=True)
class ArticleComparison:
    """Everything that changed between two versions of an article.

    Attributes:
        old: The earlier version.
        new: The later version.
        changes: The changes, all of level ``prose``: what the article states about itself, then its sections.
        unchanged: Facts and sections that stand in both with nothing changed.
    """

    old: Article
    new: Article
    changes: tuple[Change, ...]
    unchanged: tuple[Unchanged, ...]

    @property
    def impact(self) -> Impact:
        """``editorial`` or ``none``: articles are informative."""
        return impact(self.changes)


def impact(changes: tuple[Change, ...]) -> Impact:
    """The strongest significance among changes.

    Args:
        changes: Any changes.

    Returns:
        ``none`` without any, ``normative`` as soon as one is.
    """
    if not changes:
        return "none"
    return "normative" if any(change.significance == "normative" for change in changes) else "editorial"
