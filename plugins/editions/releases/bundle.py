"""Everything of one edition in a zip file whose bytes anyone can reproduce."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from editions.attribution.notice import edition_notice
from editions.citations.cff import cff
from editions.citations.work import work_key
from editions.citations.works import edition_record
from editions.comparison import compare_releases
from editions.formats.comparison_files import comparison_files
from editions.formats.edition_exports import edition_exports
from editions.model import Edition, Publication
from editions.releases.plan import existing
from editions.source.configuration import Configuration
from editions.source.discovery import LOCK
from editions.source.project import EditionRecords
from editions.source.text import read_source

SUMS = "SHA256SUMS"
LICENCE_TEXT = "LICENSE-CONTENT"
# The first moment that a zip file can state. A release may be dated by its year alone, so no date of its own serves.
_MOMENT = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Bundle:
    """A zip file.

    Attributes:
        name: Its file name.
        content: Its bytes.
    """

    name: str
    content: bytes


def bundle(configuration: Configuration, publication: Publication, edition: Edition, records: EditionRecords) -> Bundle:
    """Bundle a release.

    Returns:
        A zip file with one folder: the Markdown and its lock as they were frozen, the data, the comparison with the
        release before, the citation file and the licence. Files are stored uncompressed, in order, without times and
        owners, so that the bytes do not depend on the machine.
    """
    folder = work_key(edition.abbreviation, str(edition.version))
    files = {f"markdown/{path}": file.content for path, file in records.files.items()}
    files[f"markdown/{LOCK}"] = read_source(configuration.root, f"{records.folder}/{LOCK}").content
    files.update({f"data/{name}": content for name, content in edition_exports(publication, edition).items()})
    earlier = [other for other in publication.standard.releases if other.version < edition.version]
    if earlier:
        comparison = compare_releases(publication.standard, earlier[-1].version, edition.version)
        name = f"comparison/{earlier[-1].version}...{edition.version}"
        for file in comparison_files(publication, comparison):
            files[f"{name}{PurePosixPath(file.address).suffix}"] = file.content
    citation = cff(edition_record(publication, edition).reference, configuration.repo_url)
    files["CITATION.cff"] = citation.encode("utf-8")
    notice = f"{edition_notice(publication, edition)}\n\n{edition.licence.name}\n{edition.licence.url}\n"
    licence = existing(configuration.root, LICENCE_TEXT)
    files["LICENSE.txt"] = notice.encode("utf-8") + (b"\n" + licence.content if licence else b"")
    return Bundle(f"{folder}.zip", _zipped({f"{folder}/{path}": content for path, content in files.items()}))


def sums(bundles: tuple[Bundle, ...]) -> bytes:
    """The digests of zip files.

    Returns:
        What ``sha256sum --check`` reads: a line for each file, in the order of their names.
    """
    ordered = sorted(bundles, key=lambda it: it.name)
    return "".join(f"{hashlib.sha256(it.content).hexdigest()}  {it.name}\n" for it in ordered).encode("utf-8")


def _zipped(files: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, _MOMENT)
            entry.create_system = 3  # Unix, so that the mode counts everywhere
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, files[path])
    return made.getvalue()
