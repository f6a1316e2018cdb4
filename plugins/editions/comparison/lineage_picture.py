"""A picture of the lineage of domains: inline SVG, the earlier edition left, the later right, flows between.

The picture says nothing by colour: everything is drawn in ``currentColor``, so that it reads on light, on dark and on
paper, and what became of a domain is written in its box. Boxes are links in two lists, so that a keyboard and a screen
reader go through them; the flows repeat for the eye what the boxes say, and are hidden from the ear. No style and no
script is inside: a strict content security policy lets it through.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from editions.comparison.change import Comparison
from editions.comparison.sides import Side
from editions.comparison.summary import RELATION_WORDS, summarise
from editions.model import Domain, Edition, Group, Relation
from editions.words.messages import message
from editions.words.phrasebook import ENGLISH, Phrasebook


@dataclass(frozen=True)
class _Form:
    """Measures in units of the view box, which stands at its natural width where there is room.

    Attributes:
        width: Of the picture.
        box: Width of a box.
        line: Height of a line.
        padding: Within a box.
        gap: Between boxes.
        title: Characters of a title that fit into a line of a box, for the widest letters of usual titles, also where a
            reader spaces letters by .12 em and words by .16 em (WCAG 2.2, 1.4.12).
        fate: Characters of what became of a domain that fit likewise.
        sizes: Of the letters of a title, and of what became of it.
    """

    width: int
    box: int
    line: int
    padding: int
    gap: int
    title: int
    fate: int
    sizes: tuple[int, int]

    @property
    def head(self) -> int:
        return 2 * self.line - 6


_FATES: dict[tuple[Relation, Side], str] = {
    ("continued", "old"): message("continued as {new}"),
    ("continued", "new"): message("continues {old}"),
    ("split", "old"): message("split into {new}"),
    ("split", "new"): message("split from {old}"),
    ("merged", "old"): message("merged with {others} into {new}"),
    ("merged", "new"): message("merged from {old}"),
    ("reorganised", "old"): message("reorganised with {others} into {new}"),
    ("reorganised", "new"): message("reorganised from {old}"),
    ("withdrawn", "old"): RELATION_WORDS["withdrawn"],
    ("added", "new"): RELATION_WORDS["added"],
}
_WIDE = _Form(720, 270, 20, 10, 14, 26, 30, (15, 13))
_NARROW = _Form(330, 138, 17, 7, 10, 14, 16, (13, 12))


@dataclass(frozen=True)
class _Box:
    domain: Domain
    fate: str
    top: float
    title_lines: tuple[str, ...]
    fate_lines: tuple[str, ...]
    form: _Form
    is_alone: bool

    @property
    def height(self) -> float:
        return 2 * self.form.padding + self.form.line * (len(self.title_lines) + len(self.fate_lines))

    def port(self, number: int, of: int) -> float:
        """Where the flow with this number, of so many, meets the box."""
        return self.top + self.height * (number + 1) / (of + 1)


def lineage_picture(
    comparison: Comparison,
    href: Callable[[Side, str], str | None],
    name: str = "lineage",
    *,
    narrow: bool = False,
    words: Phrasebook = ENGLISH,
) -> str:
    """Draw the lineage of the domains.

    Args:
        comparison: The comparison of two editions.
        href: The address of a domain, from the side of its edition and its id; ``None`` for a box without a link.
        name: What the ids in the picture begin with, and its class; different for each picture on a page.
        narrow: Whether to draw it for a phone, where the wide form would be too small to read.
        words: The language.

    Returns:
        An ``<svg>`` element.
    """
    old, new = comparison.old, comparison.new
    edges = comparison.connections.domains
    groups = edges.groups()
    labels = {"old": {d.id: d.label for d in old.domains}, "new": {d.id: d.label for d in new.domains}}
    form = _NARROW if narrow else _WIDE
    left, right = (
        _boxes(
            form,
            domains,
            {it: _fate(group, side, it, labels, words) for group in groups for it in getattr(group, side)},
            {it for group in groups if group.relation in ("added", "withdrawn") for it in getattr(group, side)},
        )
        for side, domains in _sides(old, new)
    )
    height = max([form.head, *(box.top + box.height for box in (*left.values(), *right.values()))]) + 2
    title = words.text("Lineage of the domains from {old} to {new}", old=old.version, new=new.version)
    size = f'viewBox="0 0 {form.width} {_number(height)}" width="{form.width}" height="{_number(height)}"'
    names = quoteattr(f"{name}-title {name}-description")
    inks = f'font-size="{form.sizes[0]}" fill="currentColor"'
    parts = [
        f'<svg class={quoteattr(name)} {size} role="document" aria-labelledby={names} {inks}>',
        f"<title id={quoteattr(f'{name}-title')}>{escape(title)}</title>",
        f"<desc id={quoteattr(f'{name}-description')}>{escape(summarise(comparison)[0].sentence(words))}</desc>",
        *_flows(form, left, right, edges.successors, edges.predecessors),
        *_column("old", words.text("Domains of {version}", version=old.version), left, form, 0, href),
        *_column(
            "new", words.text("Domains of {version}", version=new.version), right, form, form.width - form.box, href
        ),
        "</svg>",
    ]
    return "\n".join(parts)


def _sides(old: Edition, new: Edition) -> tuple[tuple[Side, tuple[Domain, ...]], ...]:
    return ("old", old.domains), ("new", new.domains)


def _boxes(form: _Form, domains: Sequence[Domain], fates: Mapping[str, str], alone: Collection[str]) -> dict[str, _Box]:
    boxes: dict[str, _Box] = {}
    top = float(form.head)
    for domain in domains:
        fate = fates[domain.id]
        title = _wrapped(f"{domain.label} {domain.title}", form.title)
        box = _Box(domain, fate, top, title, _wrapped(fate, form.fate), form, domain.id in alone)
        boxes[domain.id] = box
        top += box.height + form.gap
    return boxes


def _wrapped(text: str, characters: int) -> tuple[str, ...]:
    # A label such as PSF-01 is not broken at its hyphen.
    lines = textwrap.wrap(text, characters, break_on_hyphens=False, break_long_words=False)
    longest = characters * 8 // 7  # of a single word, which fits while its letters are not spaced
    return tuple(part for line in lines for part in textwrap.wrap(line, longest)) or ("",)


def _fate(group: Group, side: Side, item: str, labels: Mapping[str, Mapping[str, str]], words: Phrasebook) -> str:
    """What became of a domain, or what it came from, in words."""
    old = ", ".join(labels["old"][other] for other in group.old)
    new = ", ".join(labels["new"][other] for other in group.new)
    others = ", ".join(labels["old"][other] for other in group.old if other != item)
    return words.text(_FATES[group.relation, side], old=old, new=new, others=others)


def _flows(
    form: _Form,
    left: Mapping[str, _Box],
    right: Mapping[str, _Box],
    successors: Mapping[str, tuple[str, ...]],
    predecessors: Mapping[str, tuple[str, ...]],
) -> list[str]:
    start, end = form.box, form.width - form.box
    middle = (start + end) / 2
    inks = f'fill="none" stroke="currentColor" stroke-width="{4 if form is _WIDE else 3}"'
    lines = [f'<g class="lineage-flows" aria-hidden="true" {inks}>']
    for item, box in left.items():
        onward = successors.get(item, ())
        for number, other in enumerate(onward):
            back = predecessors[other]
            y1 = _number(box.port(number, len(onward)))
            y2 = _number(right[other].port(back.index(item), len(back)))
            lines.append(
                f'<path opacity="0.45" d="M {start} {y1} C {_number(middle)} {y1} {_number(middle)} {y2} {end} {y2}">'
                f"<title>{escape(f'{item} → {other}')}</title></path>"
            )
    return [*lines, "</g>"]


def _column(
    side: Side, heading: str, boxes: Mapping[str, _Box], form: _Form, x: int, href: Callable[[Side, str], str | None]
) -> list[str]:
    lines = [
        f'<text x="{x}" y="{form.line}" font-weight="bold" aria-hidden="true">{escape(heading)}</text>',
        f'<g class="lineage-{side}" role="list" aria-label={quoteattr(heading)}>',
    ]
    for item, box in boxes.items():
        target = href(side, item)
        spoken = quoteattr(f"{box.domain.label} {box.domain.title}: {box.fate}")
        opening = (
            f"<a href={quoteattr(target)} aria-label={spoken}>" if target else f'<g role="img" aria-label={spoken}>'
        )
        lines += ['<g role="listitem">', opening, *_drawn(box, x), "</a>" if target else "</g>", "</g>"]
    return [*lines, "</g>"]


def _drawn(box: _Box, x: int) -> list[str]:
    form = box.form
    # A box that nothing flows to or from is dashed as well as labelled.
    dashes = ' stroke-dasharray="6 4"' if box.is_alone else ""
    size = f'width="{form.box - 2}" height="{_number(box.height)}"'
    frame = f'x="{x + 1}" y="{_number(box.top)}" {size} rx="3" fill="none" stroke="currentColor" stroke-width="1.5"'
    lines = [f'<rect {frame}{dashes} pointer-events="all"/>']
    styled = [(text, ' font-weight="bold"') for text in box.title_lines]
    styled += [(text, f' font-size="{form.sizes[1]}"') for text in box.fate_lines]
    for number, (text, style) in enumerate(styled, start=1):
        y = _number(box.top + form.padding + form.line * number - form.line / 4)
        lines.append(f'<text x="{x + form.padding}" y="{y}"{style}>{escape(text)}</text>')
    return lines


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
