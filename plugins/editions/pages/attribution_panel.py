"""What the end of a work's page says about its licence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from editions.attribution.forms import html_text
from editions.attribution.notice import notice_of
from editions.citations.stand_in import filled, stand_in
from editions.citations.work import WorkRecord
from editions.model import Publication
from editions.pages.notices import notices_html
from editions.pages.page_works import PageWork
from editions.words.phrasebook import phrasebook


@dataclass(frozen=True)
class AttributionPanel:
    """The notice of one work.

    Attributes:
        kind: What kind of work it is.
        notice: The notice as HTML that machines read too.
        to_paste: The notices to paste, as HTML.
    """

    kind: str
    notice: str
    to_paste: str


class AttributionPanels:
    """Makes the notices of works; each work's is made once."""

    def __init__(self, publication: Publication) -> None:
        self._publication = publication
        self._panels: dict[str, AttributionPanel] = {}
        self._patterns: dict[tuple[object, ...], AttributionPanel] = {}

    def panel(self, work: PageWork) -> AttributionPanel:
        """The notice of a work."""
        record = work.record
        if record.key not in self._panels:
            self._panels[record.key] = self._similar(work) or self._made(work, record)
        return self._panels[record.key]

    def _made(self, work: PageWork, record: WorkRecord) -> AttributionPanel:
        notice = notice_of(self._publication, record, work.licence, work.adapted_from)
        words = phrasebook(self._publication.language)
        return AttributionPanel(record.kind, html_text(notice, words), notices_html(notice, words))

    def _similar(self, work: PageWork) -> AttributionPanel | None:
        """The notice, made of one for another part of the same edition."""
        similar = stand_in(work.record)
        if similar is None:
            return None
        if similar.shape not in self._patterns:
            self._patterns[similar.shape] = self._made(work, similar.record)
        pattern = self._patterns[similar.shape]
        return replace(
            pattern, notice=filled(pattern.notice, work.record), to_paste=filled(pattern.to_paste, work.record)
        )
