"""A picture of the lineage of domains: inline SVG, the earlier edition left, the later right, flows between.

The picture says nothing by colour: everything is drawn in ``currentColor``, so that it reads on light, on dark and on
paper, and what became of a domain is written in its box. Boxes are links in two lists, so that a keyboard and a screen
reader go through them; the flows repeat for the eye what the boxes say, and are hidden from the ear. No style and no
script is inside: a strict content security policy lets it through.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from editions.comparison.change import Comparison
from editions.comparison.summary import summarise
from editions.model import Domain, Group

Side = Literal["old", "new"]

# In units of the view box, which stands at its natural width on a large screen and shrinks with a small one.
_WIDTH = 720
_BOX_WIDTH = 270
_LINE = 20
_PADDING = 10
_GAP = 14
_TITLE_CHARACTERS = 30  # what fits into a box at 15 units a line, for the widest letters of usual titles
_HEAD = 34


@dataclass(frozen=True)
class _Box:
    domain: Domain
    fate: str
    top: float
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        return 2 * _PADDING + _LINE * len(self.lines)

    def port(self, number: int, of: int) -> float:
        """Where the flow with this number, of so many, meets the box."""
        return self.top + self.height * (number + 1) / (of + 1)


def lineage_picture(comparison: Comparison, href: Callable[[Side, str], str | None], name: str = "lineage") -> str:
    """Draw the lineage of the domains.

    Args:
        comparison: The comparison of two editions.
        href: The address of a domain, from the side of its edition and its id; ``None`` for a box without a link.
        name: What the ids in the picture begin with; different for each picture on a page.

    Returns:
        An ``<svg>`` element.
    """
    old, new = comparison.old, comparison.new
    edges = comparison.connections.domains
    groups = edges.groups()
    labels = {"old": {d.id: d.label for d in old.domains}, "new": {d.id: d.label for d in new.domains}}
    left = _boxes(old.domains, {item: _fate(group, "old", item, labels) for group in groups for item in group.old})
    right = _boxes(new.domains, {item: _fate(group, "new", item, labels) for group in groups for item in group.new})
    height = max([_HEAD, *(box.top + box.height for box in (*left.values(), *right.values()))]) + 2
    title = f"Lineage of the domains from {old.version} to {new.version}"
    size = f'viewBox="0 0 {_WIDTH} {_number(height)}" width="{_WIDTH}" height="{_number(height)}"'
    names = quoteattr(f"{name}-title {name}-description")
    parts = [
        f'<svg class="lineage" {size} role="group" aria-labelledby={names} font-size="15" fill="currentColor">',
        f"<title id={quoteattr(f'{name}-title')}>{escape(title)}</title>",
        f"<desc id={quoteattr(f'{name}-description')}>{escape(summarise(comparison)[0].sentence)}</desc>",
        *_flows(left, right, edges.successors, edges.predecessors),
        *_column("old", f"Domains of {old.version}", left, 0, href),
        *_column("new", f"Domains of {new.version}", right, _WIDTH - _BOX_WIDTH, href),
        "</svg>",
    ]
    return "\n".join(parts)


def _boxes(domains: Sequence[Domain], fates: Mapping[str, str]) -> dict[str, _Box]:
    boxes: dict[str, _Box] = {}
    top = float(_HEAD)
    for domain in domains:
        lines = (*_wrapped(f"{domain.label} {domain.title}"), *_wrapped(fates[domain.id]))
        box = _Box(domain, fates[domain.id], top, lines)
        boxes[domain.id] = box
        top += box.height + _GAP
    return boxes


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _TITLE_CHARACTERS) or [""]


def _fate(group: Group, side: Side, item: str, labels: Mapping[str, Mapping[str, str]]) -> str:
    """What became of a domain, or what it came from, in words."""
    old = ", ".join(labels["old"][other] for other in group.old)
    new = ", ".join(labels["new"][other] for other in group.new)
    with_others = ", ".join(labels["old"][other] for other in group.old if other != item)
    words: dict[tuple[str, Side], str] = {
        ("continued", "old"): f"continued as {new}",
        ("continued", "new"): f"continues {old}",
        ("split", "old"): f"split into {new}",
        ("split", "new"): f"split from {old}",
        ("merged", "old"): f"merged with {with_others} into {new}",
        ("merged", "new"): f"merged from {old}",
        ("reorganised", "old"): f"reorganised with {with_others} into {new}",
        ("reorganised", "new"): f"reorganised from {old}",
        ("withdrawn", "old"): "withdrawn",
        ("added", "new"): "added",
    }
    return words[(group.relation, side)]


def _flows(
    left: Mapping[str, _Box],
    right: Mapping[str, _Box],
    successors: Mapping[str, tuple[str, ...]],
    predecessors: Mapping[str, tuple[str, ...]],
) -> list[str]:
    start, end = _BOX_WIDTH, _WIDTH - _BOX_WIDTH
    middle = (start + end) / 2
    lines = ['<g class="lineage-flows" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="4">']
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
    side: Side, heading: str, boxes: Mapping[str, _Box], x: int, href: Callable[[Side, str], str | None]
) -> list[str]:
    lines = [
        f'<text x="{x}" y="{_LINE}" font-weight="bold" aria-hidden="true">{escape(heading)}</text>',
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
    # A box that nothing flows to or from is dashed as well as labelled.
    dashes = ' stroke-dasharray="6 4"' if box.fate in ("added", "withdrawn") else ""
    fate_lines = len(_wrapped(box.fate))
    size = f'width="{_BOX_WIDTH - 2}" height="{_number(box.height)}"'
    frame = f'x="{x + 1}" y="{_number(box.top)}" {size} rx="4" fill="none" stroke="currentColor" stroke-width="1.5"'
    lines = [f'<rect {frame}{dashes} pointer-events="all"/>']
    for number, text in enumerate(box.lines):
        style = ' font-size="13"' if number >= len(box.lines) - fate_lines else ' font-weight="bold"'
        y = _number(box.top + _PADDING + _LINE * (number + 1) - 3)
        lines.append(f'<text x="{x + _PADDING}" y="{y}"{style}>{escape(text)}</text>')
    return lines


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
