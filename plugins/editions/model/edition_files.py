"""The data files of an edition: their names, which never change, and what they are."""

from __future__ import annotations

from dataclasses import dataclass

from editions.words.messages import message

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class EditionFile:
    """A data file that stands beside the pages of every edition, and of the newest at the standing address.

    Attributes:
        name: Its file name.
        subject: What it is about, for people.
        title: What it is, for people.
        label: A short mark for it.
        media_type: Its media type (RFC 6838).
        schema: Name of the schema of its content with major version, such as ``criteria-1``; empty if it has none.
        about_references: Whether it holds references alone, so that the pages of an edition without any do not offer
            it. It is there all the same, since addresses are fixed for every edition.
        short_name: What it is called on the command line; its file name if nothing else is stated.
    """

    name: str
    subject: str
    title: str
    label: str
    media_type: str
    schema: str = ""
    about_references: bool = False
    short_name: str = ""

    @property
    def format(self) -> str:
        """What it is called on the command line."""
        return self.short_name or self.name


EDITION_FILES = (
    EditionFile(
        "criteria.json",
        message("Criteria"),
        message("Criteria as JSON"),
        "JSON",
        "application/json",
        "criteria-1",
        short_name="json",
    ),
    EditionFile("criteria.csv", message("Criteria"), message("Criteria as CSV"), "CSV", "text/csv", short_name="csv"),
    EditionFile(
        "criteria.jsonld",
        message("Criteria"),
        message("Criteria as JSON-LD"),
        "JSON-LD",
        "application/ld+json",
        short_name="jsonld",
    ),
    EditionFile(
        "oscal-catalog.json",
        message("Criteria"),
        message("Criteria as an OSCAL catalog"),
        "OSCAL",
        "application/json",
        short_name="oscal",
    ),
    EditionFile(
        "crosswalk.json",
        message("Crosswalk"),
        message("Crosswalk as JSON"),
        "JSON",
        "application/json",
        "crosswalk-1",
        about_references=True,
        short_name="crosswalk",
    ),
    EditionFile(
        "crosswalk.csv",
        message("Crosswalk"),
        message("Crosswalk as CSV"),
        "CSV",
        "text/csv",
        about_references=True,
        short_name="crosswalk-csv",
    ),
    EditionFile("checklist.xlsx", message("Checklist"), message("Checklist as XLSX"), "XLSX", _XLSX, short_name="xlsx"),
    EditionFile(
        "edition.pdf", message("Edition"), message("Edition as PDF"), "PDF", "application/pdf", short_name="pdf"
    ),
)

COMPARISON_FILES = ("comparison.json", "comparison.md")
"""What stands beside the page of a comparison."""
