"""The data files of an edition: their names, which never change, and what they are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class EditionFile:
    """A data file that stands beside the pages of every edition, and of the newest at the standing address.

    Attributes:
        name: Its file name.
        title: What it is, for people.
        label: A short mark for it.
        media_type: Its media type (RFC 6838).
        schema: Name of the schema of its content with major version, such as ``criteria-1``; empty if it has none.
        about_references: Whether it holds references alone, so that the pages of an edition without any do not offer
            it. It is there all the same, since addresses are fixed for every edition.
    """

    name: str
    title: str
    label: str
    media_type: str
    schema: str = ""
    about_references: bool = False


EDITION_FILES = (
    EditionFile("criteria.json", "Criteria as JSON", "JSON", "application/json", "criteria-1"),
    EditionFile("oscal-catalog.json", "Criteria as an OSCAL catalog", "OSCAL", "application/json"),
    EditionFile(
        "crosswalk.json", "Crosswalk as JSON", "JSON", "application/json", "crosswalk-1", about_references=True
    ),
    EditionFile("edition.pdf", "Edition as PDF", "PDF", "application/pdf"),
)
