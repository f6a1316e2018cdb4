"""What helps to meet a control, as the guidance of its domain: everything that is not the statement."""

from __future__ import annotations

from collections.abc import Sequence

from editions.formats.oscal.reading.links import Links
from editions.formats.oscal.reading.node import Node
from editions.formats.oscal.reading.params import Parameters, joined
from editions.formats.oscal.reading.parts import Parts, bullets, strong
from editions.formats.oscal.reading.props import OSCAL_NAMESPACES, grouped, words
from editions.formats.oscal.reading.prose import Prose
from editions.formats.oscal.reading.report import Report
from editions.text.inline_tree import Inline, Words
from editions.text.tree import Block, Paragraph

_GUIDANCE = "the guidance of its domain"
_ORDER = "the order of the file stands"


class Notes:
    """Writes the notes of groups and controls of one catalog."""

    def __init__(self, parts: Parts, params: Parameters, prose: Prose, links: Links, report: Report) -> None:
        """Take what the notes are made with.

        Args:
            parts: Writes parts.
            params: The catalog's parameters.
            prose: Makes texts.
            links: Resolves links.
            report: Takes what became of everything.
        """
        self._parts = parts
        self._params = params
        self._prose = prose
        self._links = links
        self._report = report

    def of(self, node: Node, what: str, place: int | None, aside: Sequence[str] = ()) -> list[Block]:
        """The notes of an object.

        Args:
            node: A group or a control, without what was read already.
            what: ``group`` or ``control``.
            place: Place of its domain; ``None`` where it goes to the standard's own text.
            aside: Properties of OSCAL's own that were read already.

        Returns:
            Blocks, none if it holds nothing but what was read.
        """
        where = "the standard's own text" if place is None else _GUIDANCE
        facts = self._facts(node, what, where, aside)
        blocks: list[Block] = [Paragraph(facts)] if facts else []
        target = self._links.targets(place)
        for part in node.all("parts"):
            name = part.text("name") or "part"
            self._report.kept(f"part {name} of a {what}", where)
            made = self._parts.blocks(part, target)
            # The overview of a group is what one expects to read below its heading.
            introduces = what == "group" and name == "overview" and not part.text("title") and len(made) > 1
            blocks += made[1:] if introduces else made
        blocks += self.parameters(node, what, where)
        blocks += self._linked(node, what, where, place)
        for key in node.unread:
            self._report.lost(f"{key} of a {what}")
        return blocks

    def _facts(self, node: Node, what: str, where: str, aside: Sequence[str]) -> tuple[Inline, ...]:
        pieces: list[tuple[Inline, ...]] = []
        if node.text("class"):
            pieces.append((strong("Class:"), Words(f" {node.text('class')}.")))
            self._report.kept(f"class {node.text('class')} of a {what}", where)
        shown = []
        for prop in node.all("props"):
            own = prop.text("ns") in OSCAL_NAMESPACES
            if own and prop.text("name") == "sort-id":
                self._report.lost(f"prop sort-id of a {what}", _ORDER)
            elif not (own and prop.text("name") in aside):
                shown.append(prop)
        for name, props in grouped(shown):
            values = ", ".join(it.text("value") + self._remarks(it) for it in props)
            pieces.append((strong(f"{words(name)}:"), Words(f" {values}.")))
            self._report.kept(f"prop {name} of a {what}", where, len(props))
            for it in props:
                if it.text("ns") not in OSCAL_NAMESPACES:
                    self._report.lost(f"namespace {it.text('ns')} of properties")
                for key in ("uuid", "class", "group"):
                    if it.text(key):
                        self._report.lost(f"{key} of prop {name}")
        return joined(" ", pieces)

    def _remarks(self, node: Node) -> str:
        text = self._prose.line(node.text("remarks").replace("\n", " "))
        return f" ({text})" if text else ""

    def parameters(self, node: Node, what: str, where: str) -> tuple[Block, ...]:
        """List the parameters of an object that say more than the texts which insert them.

        Args:
            node: The catalog, a group or a control.
            what: Which of these it is.
            where: Where the list is put, for the report.

        Returns:
            Blocks; empty if there is nothing to list.
        """
        lines: list[tuple[Block, ...]] = []
        for param in node.all("params"):
            identifier = param.text("id")
            told = [param.text("usage"), *(it.text("description") for it in param.all("constraints"))]
            told += [it.text("prose") for it in param.all("guidelines")] + [param.text("remarks")]
            texts = [self._prose.line(text.replace("\n", " ")) for text in told if text.strip()]
            inserted, unsaid = identifier in self._params.inserted, self._params.unsaid(param)
            if not texts and not unsaid and inserted:
                self._report.kept(f"parameter of a {what}", "the text, in place of its insertion")
            elif texts or identifier:
                shown = self._params.text(identifier) if identifier else self._params.line(param.text("label"))
                aside = (Words(" ("), *joined("; ", unsaid), Words(")")) if unsaid else ()
                said = (Words(f": {' '.join(texts)}"),) if texts else ()
                lines.append((Paragraph((*shown, *aside, *said)),))
                self._report.kept(f"parameter of a {what} that is explained or stands in no text", where)
            for key in ("props", "links", "constraints"):
                inner = [it for it in param.all(key) if key != "constraints" or it.unread]
                if inner:
                    self._report.lost(f"{key if key != 'constraints' else 'tests'} of a parameter", count=len(inner))
            for key in ("class", "depends-on", *param.unread):
                if param.text(key) or key in param.unread:
                    self._report.lost(f"{key} of a parameter")
        return (Paragraph((strong("Parameters"),)), *bullets(lines)) if lines else ()

    def _linked(self, node: Node, what: str, where: str, place: int | None) -> list[Block]:
        found: dict[str, list[Node]] = {}
        for link in node.all("links"):
            found.setdefault(link.text("rel") or "link", []).append(link)
        blocks: list[Block] = []
        for rel, links in found.items():
            shown = list(dict.fromkeys(self._links.shown(link, place) for link in links))
            blocks.append(Paragraph((strong(f"{words(rel)}:"), Words(" "), *joined(", ", shown), Words("."))))
            self._report.kept(f"link {rel} of a {what}", where, len(links))
            for key in ("media-type", "resource-fragment"):
                count = sum(1 for link in links if link.text(key))
                if count:
                    self._report.lost(f"{key} of a link", count=count)
        return blocks
