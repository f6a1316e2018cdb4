"""A data file of the site, as it is handed over and as the catalogue lists it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True)
class DataFile:
    """A file that is made for programs.

    Attributes:
        address: Path from the root of the site.
        content: Its bytes.
        media_type: Its media type (RFC 6838).
        title: What it is, in a few words, plain.
        schema: Address on the site of the schema of its content; empty if it has none.
        edition: Version of the edition that it holds; empty if it holds none or several.
    """

    address: str
    content: bytes
    media_type: str
    title: str
    schema: str = ""
    edition: str = ""

    def listed(self) -> ListedFile:
        """What a list of files says of it.

        Returns:
            Everything but the content, of which size and digest are kept.
        """
        digest = hashlib.sha256(self.content).hexdigest()
        return ListedFile(
            self.address, self.media_type, self.title, self.schema, self.edition, digest, len(self.content)
        )


@dataclass(frozen=True)
class ListedFile:
    """What a list of files says of a data file.

    Attributes:
        address: Path from the root of the site.
        media_type: Its media type.
        title: What it is.
        schema: Address on the site of its schema, possibly empty.
        edition: Version of the edition that it holds, possibly empty.
        sha256: SHA-256 of its bytes, in hexadecimal.
        size: Its size in bytes.
    """

    address: str
    media_type: str
    title: str
    schema: str
    edition: str
    sha256: str
    size: int
