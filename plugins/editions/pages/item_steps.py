"""What happened to an item from one edition to the next, with its redline, for the pages that tell its history."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from editions.comparison import Change, Step
from editions.comparison.phrases import detail_words, kind_words
from editions.model import Edition, Level, Standard
from editions.model.addresses import comparison_address, criterion_address, domain_address
from editions.pages.change_anchors import item_anchor
from editions.pages.markdown_text import link, plain
from editions.pages.redline_html import is_changed, redline_html, redline_line

_LONGEST = 8000  # signs of a redline that a page of one item shows; the comparison shows longer ones
_NAMED = 6  # items of one side that one takes in; the comparison names all
_DETAILS = 8  # lines of detail that one takes in


@dataclass(frozen=True)
class StepWriter:
    """Writes steps for one page.

    Attributes:
        standard: The standard.
        path: The generated Markdown file that shows them.
        compared: Whether comparison pages are published, so that steps lead to them.
    """

    standard: Standard
    path: str
    compared: bool

    def named(self, level: Level, ids: Iterable[str], edition: Edition) -> str:
        """Items of an edition as links.

        Args:
            level: ``domain`` or ``criterion``.
            ids: Their ids, in order.
            edition: The edition.

        Returns:
            Markdown: links with a comma between them; of many, the first and how many more there are.
        """
        every = tuple(ids)
        shown = every if len(every) <= _NAMED else every[: _NAMED - 1]
        more = [f"{len(every) - len(shown):,} more"] if len(shown) < len(every) else []
        return ", ".join([*(self._link(level, item, edition) for item in shown), *more])

    def blocks(self, level: Level, step: Step) -> list[str]:
        """A step as it is told in the later edition.

        Args:
            level: ``domain`` or ``criterion``.
            step: The step.

        Returns:
            Markdown blocks: what happened to which items, the redline where the wording changed, details and the
            notes of the lineage.
        """
        before, after = self.standard.by_version[step.before], self.standard.by_version[step.after]
        change = step.change
        if change is None:
            return [f"{self.named(level, step.new, after)}: unchanged"]
        told = f"**{plain(kind_words(change).capitalize())}**, {step.significance}"
        if self.compared:
            anchor = item_anchor(before, step.old, step.new)
            told += f" ({link('in the comparison', f'{comparison_address(before, after)}#{anchor}', self.path)})"
        return [f"{self._sides(level, step, before, after)}: {told}", *self.wording(change), *_details(change)]

    def wording(self, change: Change) -> list[str]:
        """The redlines of a change.

        Args:
            change: The change.

        Returns:
            A block of HTML for the title and for the text, where they changed; a sentence in place of one that is
            too long. What was withdrawn as it stood has none: its text is on the page that tells of it.
        """
        if not change.new:
            return []
        parts = []
        if is_changed(change.title_wording):
            parts.append(f"<p>Title: {redline_line(change.title_wording)}</p>")
        if is_changed(change.wording):
            if sum(len(text) for _, text in change.wording) <= _LONGEST or not self.compared:
                parts.append(redline_html(change.wording))
            else:
                parts.append("<p>The redline is long; the comparison shows it.</p>")
        return [f'<div class="redline" data-relation="{change.relation}">{"".join(parts)}</div>'] if parts else []

    def _sides(self, level: Level, step: Step, before: Edition, after: Edition) -> str:
        old, new = self.named(level, step.old, before), self.named(level, step.new, after)
        if not step.old or step.old == step.new:
            return new
        return f"{old} → {new}" if step.new else old

    def _link(self, level: Level, item: str, edition: Edition) -> str:
        if level == "domain":
            domain = edition.domains_by_id[item]
            return link(f"{item} {domain.title}", domain_address(edition, domain), self.path)
        return link(item, criterion_address(edition, edition.criteria_by_id[item][1]), self.path)


def _details(change: Change) -> list[str]:
    lines = [plain(words) for words in detail_words(change)]
    if len(lines) > _DETAILS:
        lines[_DETAILS:] = [f"and {len(lines) - _DETAILS:,} more"]
    lines += [f"Note: {plain(note)}" for note in change.notes]
    return ["\n".join(f"- {line}" for line in lines)] if lines else []
