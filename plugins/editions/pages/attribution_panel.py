"""What the end of a work's page says about its licence."""

from __future__ import annotations

from dataclasses import dataclass

from editions.attribution.forms import html_text
from editions.attribution.notice import notice_of
from editions.model import Publication
from editions.pages.licence_page import notices_html
from editions.pages.page_works import PageWork


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
        """Take a publication.

        Args:
            publication: What is published.
        """
        self._publication = publication
        self._panels: dict[str, AttributionPanel] = {}

    def panel(self, work: PageWork) -> AttributionPanel:
        """The notice of a work.

        Args:
            work: The work, possibly a draft.

        Returns:
            The notice.
        """
        record = work.record
        if record.key not in self._panels:
            notice = notice_of(self._publication, record, work.licence, work.adapted_from)
            self._panels[record.key] = AttributionPanel(record.kind, html_text(notice), notices_html(notice))
        return self._panels[record.key]
