"""What stands around the text of a page: how to cite and attribute its work, what machines are told, and its card."""

from __future__ import annotations

from dataclasses import dataclass

from editions.citations.all_forms import CitationFile
from editions.pages.attribution_panel import AttributionPanel, AttributionPanels
from editions.pages.citation_panel import CitationPanel, CitationPanels
from editions.pages.document import Document
from editions.pages.head_metadata import HeadMetadata, head_metadata
from editions.pages.page_works import PageWork
from editions.pages.social_card import Card, SocialCards
from editions.site.plan_context import PlanContext


@dataclass(frozen=True)
class PageFrame:
    """What stands around the text of a page.

    Attributes:
        citation: How to cite its work; ``None`` for a draft, a page without a work, and where citations are off.
        head_metadata: What its head says of the work.
        attribution: The notice that the work's licence asks for.
        card: The picture beside a link to it.
    """

    citation: CitationPanel | None = None
    head_metadata: HeadMetadata | None = None
    attribution: AttributionPanel | None = None
    card: Card | None = None


class PageFrames:
    """Makes the frames of pages; what several pages share is made once."""

    def __init__(self, context: PlanContext) -> None:
        publication = context.publication
        self._works = context.works
        self.cards = SocialCards(publication)
        self._publication = publication
        self._switches = context.switches
        self._citations = CitationPanels(publication.repository)
        self._attributions = AttributionPanels(publication)
        self._heads: dict[str, HeadMetadata] = {}

    def of(self, document: Document) -> PageFrame:
        """Make the frame of a page.

        Args:
            document: The page.
        """
        card = self.cards.of(document)
        work = self._works.of(document)
        if work is None:
            return PageFrame(card=card)
        cited = self._switches.references is not None
        return PageFrame(
            citation=self._citations.panel(work) if cited and not work.draft else None,
            head_metadata=self._head(work) if cited else None,
            attribution=self._attributions.panel(work) if self._switches.attribution else None,
            card=card,
        )

    def citation_files(self, work: PageWork) -> tuple[CitationFile, ...]:
        """The citations of a work as files."""
        return self._citations.files(work)

    def standard_citation_files(self) -> tuple[CitationFile, ...]:
        """The citations of the standard as a whole as files."""
        return self._citations.standard_files(self._works.standard)

    def _head(self, work: PageWork) -> HeadMetadata:
        head = self._heads.get(work.record.key)
        if head is None:
            publication = self._publication
            head = head_metadata(work, publication.site_url, publication.language, data=self._switches.criteria)
            if work.record.kind != "criterion":  # which has one page only, and there are thousands of them
                self._heads[work.record.key] = head
        return head
