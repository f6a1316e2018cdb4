"""``CITATION.cff`` says what the sources say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from editions.citations.repository_file import repository_cff, repository_record
from editions.model import Publication
from editions.releases.plan import existing
from editions.source.problem import Problem

CITATION = "CITATION.cff"


def citation_file_problems(root: Path, publication: Publication) -> Iterator[Problem]:
    """Compare the repository's ``CITATION.cff`` with what the newest release makes of it.

    Yields:
        A problem at the first line that differs; a project without the file has none.

    Raises:
        Unpublishable: If the file cannot be read.
    """
    file = existing(root, CITATION)
    if file is None:
        return
    wanted = repository_cff(publication).split("\n")
    found = (file.text or "").split("\n")
    if found != wanted:
        same = next((n for n, pair in enumerate(zip(found, wanted, strict=False)) if pair[0] != pair[1]), None)
        line = 1 + (min(len(found), len(wanted)) - 1 if same is None else same)
        key = repository_record(publication).key
        message = f"differs from what the sources say; run `editions cite {key} --style cff > {CITATION}`"
        yield Problem(CITATION, line, message)
