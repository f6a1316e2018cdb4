"""The citations of works as data files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from editions.citations.all_forms import CitationFile
from editions.citations.cite import FORMATS
from editions.citations.work import WorkRecord
from editions.formats.data_file import DataFile
from editions.model.addresses import CITATIONS
from editions.words.phrasebook import Phrasebook

_BY_SUFFIX = {form.suffix: form for form in FORMATS}


def citation_files(record: WorkRecord, files: Iterable[CitationFile], words: Phrasebook) -> Iterator[DataFile]:
    """The citation of one work where it stands on the site.

    Args:
        words: The language of the site.
        files: Its citation in each format.

    Yields:
        A data file for each.
    """
    for file in files:
        form = _BY_SUFFIX[file.name.removeprefix(record.key)]
        yield DataFile(
            address=f"{CITATIONS}{file.name}",
            content=file.content.encode("utf-8"),
            media_type=form.media_type,
            title=words.text("Citation of {key} as {format}", key=record.key, format=words.text(form.label)),
        )
