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
        depends: Folders of editions and files that it is made from; ``None`` if that is all that is published.
    """

    address: str
    content: bytes
    media_type: str
    title: str
    schema: str = ""
    edition: str = ""
    depends: frozenset[str] | None = None

    @property
    def sha256(self) -> str:
        """SHA-256 of its bytes, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()
