"""What the panel of citations on a work's page shows."""

from __future__ import annotations

from dataclasses import dataclass

from editions.citations.all_forms import AllForms, CitationFile, StyledCitation, page_formats
from editions.citations.stand_in import stand_in
from editions.citations.work import WorkRecord
from editions.model.addresses import CITATIONS
from editions.pages.page_works import PageWork


@dataclass(frozen=True)
class Download:
    """A citation as a file.

    Attributes:
        label: The format's name for people.
        address: Address of the file, from the root of the site.
        media_type: Its media type.
    """

    label: str
    address: str
    media_type: str


@dataclass(frozen=True)
class CitationPanel:
    """The panel of one work.

    Attributes:
        kind: What kind of work it is.
        version: Its version.
        key: Its key.
        exact: Citations of exactly this version at its permanent address.
        standing: Citations of all versions at the standing address; empty if there is none.
        downloads: The citation as files.
    """

    kind: str
    version: str
    key: str
    exact: tuple[StyledCitation, ...]
    standing: tuple[StyledCitation, ...]
    downloads: tuple[Download, ...]


class CitationPanels:
    """Makes the panels and the files of works; what several pages show, or what is long to set, is set once.

    A criterion has one page only, and most are set in no time after the pattern of another. Such panels are not kept:
    thousands of them would fill the memory until their pages are made.
    """

    def __init__(self, repository: str | None = None) -> None:
        """Begin with nothing set.

        Args:
            repository: Address of the repository of the sources.
        """
        self._forms = AllForms(repository)
        self._panels: dict[str, CitationPanel] = {}

    def panel(self, work: PageWork) -> CitationPanel:
        """The panel of a work.

        Args:
            work: The work; nobody should cite a draft, so it is none.
        """
        record = work.record
        panel = self._panels.get(record.key)
        if panel is None:
            panel = self._made(record)
            if record.kind != "criterion" or stand_in(record) is None:
                self._panels[record.key] = panel
        return panel

    def _made(self, record: WorkRecord) -> CitationPanel:
        version = record.version or (record.container.version if record.container else None)
        return CitationPanel(
            kind=record.kind,
            version=version or "",
            key=record.key,
            exact=self._forms.styled(record),
            standing=self._forms.styled(record.standing) if record.standing_url else (),
            downloads=downloads(record),
        )

    def files(self, work: PageWork) -> tuple[CitationFile, ...]:
        """A work's citation as files.

        Returns:
            Files, named by the work's key.
        """
        return self._forms.files(work.record, self.panel(work).exact)

    def standard_files(self, record: WorkRecord) -> tuple[CitationFile, ...]:
        """The citation of the standard as a whole as files.

        Returns:
            Files, named by its key.
        """
        return self._forms.files(record, self._forms.styled(record))


def downloads(record: WorkRecord) -> tuple[Download, ...]:
    """The files in which a work's citation is published."""
    return tuple(
        Download(form.label, f"{CITATIONS}{record.key}{form.suffix}", form.media_type) for form in page_formats(record)
    )
