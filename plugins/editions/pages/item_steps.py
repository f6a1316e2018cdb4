"""What happened to an item from one edition to the next, with its redline, for the pages that tell its history."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from editions.comparison import Change, Significance, Step, quote_revision
from editions.comparison.phrases import detail_words, kind_words
from editions.comparison.sides import is_revised
from editions.model import Edition, Level, Standard
from editions.model.addresses import comparison_address, criterion_address, domain_address, page_address
from editions.pages.change_anchors import item_anchor
from editions.pages.edition_place import EditionPlace
from editions.pages.parts import Group, Line, Part, Widget
from editions.pages.redline_blocks import redline_blocks
from editions.pages.redline_html import RedlineWriter
from editions.pages.redline_surroundings import editions_on_site
from editions.pages.sentences import fill, joined, sentence, site_link, strong
from editions.pages.text_surroundings import on_page
from editions.text.inline_tree import Inline, Words
from editions.text.tree import Block, List, ListItem, Paragraph
from editions.words.messages import message
from editions.words.phrasebook import Phrasebook

REDLINE = "redline"
"""The class of a part that shows a redline."""

_STEPS: dict[Significance, str] = {
    "normative": message("{items}: {what}, normative"),
    "editorial": message("{items}: {what}, editorial"),
}
_LONGEST = 12_000  # signs of the HTML of a redline that a page of one item shows; the comparison shows longer ones
_NAMED = 6  # items of one side that one takes in; the comparison names all
_DETAILS = 8  # lines of detail that one takes in


@dataclass(frozen=True)
class StepWriter:
    """Writes steps for one page.

    Attributes:
        place: The edition whose page it is.
        path: The page that shows them, in the tree of pages.
        compared: Whether comparison pages are published, so that steps lead to them.
    """

    place: EditionPlace
    path: str
    compared: bool

    @property
    def standard(self) -> Standard:
        """The standard."""
        return self.place.publication.standard

    @property
    def words(self) -> Phrasebook:
        """The words of the site."""
        return self.place.words

    def named(self, level: Level, ids: Iterable[str], edition: Edition) -> tuple[Inline, ...]:
        """Items of an edition as links.

        Args:
            level: ``domain`` or ``criterion``.
            ids: Their ids, in order.

        Returns:
            Links with a comma between them; of many, the first and how many more there are.
        """
        every = tuple(ids)
        shown = every if len(every) <= _NAMED else every[: _NAMED - 1]
        more = len(every) - len(shown)
        rest = [Words(self.words.count(more, "{n} more", "{n} more"))] if more else []
        return joined([*(self._link(level, item, edition) for item in shown), *rest])

    def parts(self, level: Level, step: Step) -> list[Part]:
        """A step as it is told in the later edition.

        Args:
            level: ``domain`` or ``criterion``.

        Returns:
            What happened to which items, the redline where the wording changed, details and the
            notes of the lineage.
        """
        before, after = self.standard.by_version[step.before], self.standard.by_version[step.after]
        change, words = step.change, self.words
        if change is None:
            return [Line(fill(words.text("{items}: unchanged"), items=self.named(level, step.new, after)))]
        kind = kind_words(change, words)
        told = fill(
            words.text(_STEPS[change.significance]),
            items=self._sides(level, step, before, after),
            what=strong(kind[:1].upper() + kind[1:]),
        )
        if self.compared:
            anchor = item_anchor(before, step.old, step.new)
            shown = site_link(words.text("in the comparison"), f"{comparison_address(before, after)}#{anchor}")
            told += sentence(" (", shown, ")")
        return [Line(told), *self.wording(change, before, after), *_details(change, words)]

    def wording(self, change: Change, before: Edition, after: Edition) -> list[Part]:
        """The redlines of a change.

        Args:
            before: The earlier edition.
            after: The later edition.

        Returns:
            A part for the title and for the text, where they changed; a sentence in place of one that is
            too long. What was withdrawn as it stood has none: its text is on the page that tells of it.
        """
        if not change.new:
            return []
        parts: list[Part] = []
        if change.title_revision:
            title = fill(self.words.text("Title: {title}"), title=change.title_revision)
            parts.append(self._redline((Paragraph(title),)))
        if is_revised(change.revision):
            placing = editions_on_site(before, after, self.place.cite, self.place.docs)
            redline = self._redline(quote_revision(change, placing))
            if len(redline.html) <= _LONGEST or not self.compared:
                parts.append(redline)
            else:
                parts.append(Line(sentence(self.words.text("The redline is long; the comparison shows it."))))
        return [Group(tuple(parts), REDLINE, data=(("relation", change.relation),))] if parts else []

    def _redline(self, blocks: tuple[Block, ...]) -> Widget:
        html = RedlineWriter(on_page(page_address(self.path)).own, words=self.words).blocks(blocks)
        return Widget(html.removesuffix("\n"), redline_blocks(blocks))

    def _sides(self, level: Level, step: Step, before: Edition, after: Edition) -> tuple[Inline, ...]:
        old, new = self.named(level, step.old, before), self.named(level, step.new, after)
        if not step.old or step.old == step.new:
            return new
        return sentence(*old, " → ", *new) if step.new else old

    def _link(self, level: Level, item: str, edition: Edition) -> Inline:
        if level == "domain":
            domain = edition.domains_by_id[item]
            return site_link(f"{item} {domain.title}", domain_address(edition, domain))
        return site_link(item, criterion_address(edition, edition.criteria_by_id[item][1]))


def has_redlines(parts: Iterable[Part]) -> bool:
    """Whether parts show a redline."""
    return any(isinstance(part, Group) and part.css == REDLINE for part in parts)


def _details(change: Change, words: Phrasebook) -> list[Block]:
    lines = list(detail_words(change, words))
    if len(lines) > _DETAILS:
        lines[_DETAILS:] = [words.count(len(lines) - _DETAILS, "and {n} more", "and {n} more")]
    lines += [words.text("Note: {note}", note=note) for note in change.notes]
    return [List(tuple(ListItem((Paragraph(sentence(line)),)) for line in lines))] if lines else []
