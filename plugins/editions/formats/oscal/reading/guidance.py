"""The guidance of a domain: the notes of its groups and controls, under headings that follow the catalog."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from editions.formats.edition_ids import is_id, mapped_id
from editions.formats.oscal.reading.criteria import group_title, repeats_id
from editions.formats.oscal.reading.links import Links
from editions.formats.oscal.reading.node import Node
from editions.formats.oscal.reading.notes import Notes
from editions.formats.oscal.reading.outline import OutlinedControl, OutlinedDomain
from editions.formats.oscal.reading.params import joined
from editions.formats.oscal.reading.parts import bullets, strong
from editions.formats.oscal.reading.props import oscal_prop, words
from editions.formats.oscal.reading.prose import Prose
from editions.formats.oscal.reading.report import Report
from editions.formats.oscal.reading.withdrawals import names_successor
from editions.text.changing import TreeChange
from editions.text.inline_tree import Inline, Words
from editions.text.tree import Block, Heading, Paragraph

_DEEPEST_HEADING = 5


class Guidance:
    """Writes the guidance of domains."""

    def __init__(self, notes: Notes, links: Links, prose: Prose, report: Report, *, own: bool) -> None:
        """Take what guidance is made with.

        Args:
            notes: Writes the notes of groups and controls.
            links: Resolves links.
            prose: Makes texts.
            report: Takes what became of everything.
            own: Whether this engine wrote the catalog; its ids stand for ids of ours then.
        """
        self._own = own
        self._notes = notes
        self._links = links
        self._prose = prose
        self._report = report

    def of(self, domain: OutlinedDomain, place: int | None, rests: Mapping[int, Node]) -> tuple[Block, ...]:
        """The guidance of a domain.

        Args:
            domain: The domain, or a group without criteria.
            place: Its place, from 0; ``None`` for a group without criteria, whose notes go to the standard's own text.
            rests: What is left of each group and control after reading, by the identity of its node.
        """
        blocks: list[Block] = []
        base = 2
        if place is None:
            blocks.append(heading(2, self._prose.line(domain.node.text("title")) or "Untitled"))
            base = 3
        by_groups: dict[tuple[int, ...], list[OutlinedControl]] = {}
        for control in domain.controls:
            by_groups.setdefault(tuple(map(id, control.groups)), []).append(control)
        pending: list[tuple[int, Block | None]] = []
        for groups in domain.groups:
            depth = len(groups)
            while pending and pending[-1][0] >= depth:
                pending.pop()
            node = groups[-1] if groups else domain.node
            if groups:
                level = min(base + depth - 1, _DEEPEST_HEADING)
                pending.append((depth, heading(level, group_title(node, self._prose) or "Untitled")))
            aside = ("label",)
            level = min(base + depth - 1, _DEEPEST_HEADING)
            made = demoted(
                self._notes.of(rests.get(id(node), node), "group", place, aside), level if groups else base - 1
            )
            for control in by_groups.get(tuple(map(id, groups)), ()):
                made += self._control(control, place, rests, min(base + depth, _DEEPEST_HEADING + 1))
            if made:
                blocks += [it for _, it in pending if it is not None]
                pending = [(at, None) for at, _ in pending]
                blocks += made
        withdrawn = self._withdrawn(domain.withdrawn, place, rests)
        if withdrawn:
            blocks += (heading(base, "Withdrawn"), *withdrawn)
        return tuple(blocks)

    def _control(
        self, control: OutlinedControl, place: int | None, rests: Mapping[int, Node], level: int
    ) -> list[Block]:
        node = control.node
        aside = ["status"] if oscal_prop(node, "status").lower() == "withdrawn" else []
        label = oscal_prop(node, "label")
        # The label stands in the heading; an id that is changed stays to be seen.
        title = self._prose.line(node.text("title"))
        named = " ".join(it for it in (label or control.written, "" if repeats_id(title, control) else title) if it)
        made = self._notes.of(rests.get(id(node), node), "control", place, (*aside, "label"))
        changed = not is_id(control.written) and control.id == mapped_id(control.written) and not self._own
        differs = changed or _letters(label) not in ("", _letters(control.written))
        if not made and not differs:
            if label and not self._own:
                self._report.lost("prop label of a control", "it differs from the id in case and signs alone")
            return []
        if label and not self._own:
            self._report.kept("prop label of a control", "the heading of its notes in the guidance of its domain")
        made = demoted(made, level)
        written = [Paragraph((strong("Id:"), Words(f" {control.written}.")))] if changed else []
        return [heading(level, named), *written, *made]

    def _withdrawn(
        self, controls: Sequence[OutlinedControl], place: int | None, rests: Mapping[int, Node]
    ) -> tuple[Block, ...]:
        items: list[tuple[Block, ...]] = []
        for control in controls:
            node = control.node
            went = [link for link in node.all("links") if names_successor(link)]
            others = [link for link in node.all("links") if link not in went]
            left = rests.get(id(node), node)
            rest = replace(left, objects={**left.objects, "links": tuple(others)})
            name = " ".join(it for it in (oscal_prop(node, "label") or control.written, self._title(control)) if it)
            told: dict[str, list[tuple[Inline, ...]]] = {}
            for link in went:
                told.setdefault(words(link.text("rel")).lower(), []).append(
                    self._links.successor(link, control.written, place)
                )
            where = joined("; ", [(Words(f"{rel} "), *joined(", ", shown)) for rel, shown in told.items()])
            lead = (Words(f"{name}: "), *where, Words(".")) if where else (Words(f"{name}."),)
            items.append((Paragraph(lead), *self._notes.of(rest, "withdrawn control", place, ("label", "status"))))
            self._report.kept("withdrawn control", "the list of withdrawn controls in the guidance")
        return bullets(items)

    def _title(self, control: OutlinedControl) -> str:
        titles = [self._prose.line(it.text("title")) for it in (*control.holders, control.node)]
        return " | ".join(title for title in titles if title)


class _Lowered(TreeChange):
    """Puts headings below the one that they come under; none goes below level 6."""

    def __init__(self, level: int) -> None:
        self._level = level

    def block(self, block: Block) -> tuple[Block, ...]:
        if isinstance(block, Heading):
            return (replace(block, level=min(6, block.level + self._level)),)
        return super().block(block)


def demoted(blocks: Sequence[Block], level: int) -> list[Block]:
    """Blocks whose headings are below the heading that they come under.

    Args:
        level: Level of the heading above them.
    """
    return list(_Lowered(level).blocks(blocks))


def heading(level: int, words: str) -> Heading:
    """A heading of plain words."""
    return Heading(level, (Words(" ".join(words.split())),))


def _letters(text: str) -> str:
    return "".join(sign for sign in text.lower() if sign.isalnum())
