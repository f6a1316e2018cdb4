"""Imported texts made into texts that a check accepts, with a report of what that changed."""

from __future__ import annotations

from dataclasses import replace
from posixpath import basename

from editions.formats.imported import Imported, Placement
from editions.model.edition_texts import PlacedText, with_texts
from editions.source.invisible_characters import without_invisible_characters
from editions.text.changing import TreeChange
from editions.text.dialect import MAXIMUM_NESTING
from editions.text.inline_tree import CodeSpan, Emphasis, Formula, Image, Inline, Link, Words
from editions.text.markdown_writing import text_of
from editions.text.mathematics import is_shown
from editions.text.tree import Admonition, Block, CodeBlock, DefinitionList, Heading, List, Paragraph, Quotation, Text

_AS_SHOWN = "is written as a page shows it, without what none shows; read it again"


def with_sound_texts(imported: Imported) -> Imported:
    """Make every text one that a check accepts.

    Args:
        imported: What was imported.

    Returns:
        The same. A text that the dialect reads without a problem stays as it is written; any other is written anew.
    """
    placements: list[Placement] = []

    def sound(placed: PlacedText) -> Text:
        change = _Sound(placed)
        blocks, notes = change.text(placed.text)
        wrong = (problem.message.partition(";")[0] for problem in placed.text.problems)
        placements.extend(Placement(f"{placed.name}: {it}", _AS_SHOWN, kept=True) for it in wrong)
        placements.extend(change.placements)
        if placed.text.problems or change.placements:
            return text_of(blocks, notes)
        return placed.text

    made = with_texts(imported.edition, sound)
    return replace(imported, edition=made, placements=(*imported.placements, *placements))


class _Sound(TreeChange):
    """Replaces what a check refuses in one text."""

    def __init__(self, placed: PlacedText) -> None:
        self._name = placed.name
        self._with_headings = placed.has_headings
        self._depth = 0
        self.placements: list[Placement] = []

    def block(self, block: Block) -> tuple[Block, ...]:
        if isinstance(block, Heading) and not self._with_headings:
            self._note("heading", "became emphasised words, since only the guidance and the edition have headings")
            return (Paragraph((Emphasis(self.children(block.children), strong=True),)),)
        if isinstance(block, Admonition) and not block.blocks:
            self._note("admonition without a text", "its title is kept as emphasised words")
            return (Paragraph((Emphasis(self.children(block.title), strong=True),)),) if block.title else ()
        if isinstance(block, Formula) and not is_shown(block.tex):
            self._note("formula that cannot be shown", "is kept as code")
            return (CodeBlock(f"{block.tex}\n"),)
        self._depth += 1
        made = self._flat(block) if self._depth > MAXIMUM_NESTING else super().block(block)
        self._depth -= 1
        return made

    def _flat(self, block: Block) -> tuple[Block, ...]:
        """What is nested too deeply, without what nests it."""
        groups: tuple[tuple[Block, ...], ...]
        match block:
            case Quotation(blocks=inner) | Admonition(blocks=inner):
                groups = (inner,)
            case List(items=items):
                groups = tuple(item.blocks for item in items)
            case DefinitionList(definitions=definitions):
                groups = tuple(
                    (*map(Paragraph, definition.terms), *(it for meaning in definition.meanings for it in meaning))
                    for definition in definitions
                )
            case _:
                return super().block(block)
        self._note("list or quotation that is nested too deeply", "its paragraphs are kept one below the other")
        return tuple(made for group in groups for made in self.blocks(group))

    def inline(self, node: Inline) -> tuple[Inline, ...]:
        if isinstance(node, Image) and not node.alternative:
            self._note(f"image {node.target!r} without alternative text", "has its title or its file's name for one")
            return (replace(node, alternative=node.title.strip() or basename(node.target) or "image"),)
        if isinstance(node, Words) and (bare := without_invisible_characters(node.text)) != node.text:
            self._note("invisible character", "left out, since readers cannot see it", kept=False)
            return (Words(bare),) if bare else ()
        if isinstance(node, Formula) and not is_shown(node.tex):
            self._note("formula that cannot be shown", "is kept as code")
            return (CodeSpan(node.tex),)
        if isinstance(node, Link) and not (node.target and node.children):
            self._note(
                f"link to {node.target!r} without words" if node.target else "link without an address",
                "is kept as words",
            )
            return self.children(node.children) if node.children else ((Words(node.target),) if node.target else ())
        return super().inline(node)

    def _note(self, what: str, where: str, *, kept: bool = True) -> None:
        self.placements.append(Placement(f"{what} in {self._name}", where, kept))
