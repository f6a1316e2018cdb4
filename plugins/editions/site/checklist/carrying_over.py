"""What a checklist says to readers of answers to older editions: which stand, and which must be given again."""

from __future__ import annotations

from editions.pages.parts import PageHeading, Part
from editions.pages.sentences import fill, sentence, site_link
from editions.text.tree import Definition, DefinitionList, Paragraph
from editions.words.messages import message
from editions.words.phrasebook import Phrasebook

_BECOMES = (
    (
        message("An answer stands as it is"),
        message(
            "where one criterion became one and nothing that one must meet changed: the same words, another number or "
            "place, or a rewording that the comparison calls editorial. The answer says where it comes from."
        ),
    ),
    (
        message("It must be assessed again"),
        message(
            "where a criterion was reworded in a way that may change what one must meet, or was split or merged. "
            "Evidence and owner come along as a suggestion; status and date are left open, and the former status is "
            "shown. That holds for a merged criterion also where all that went into it had the same status, for nobody "
            "has assessed the new text. A criterion that is new here is listed too."
        ),
    ),
    (
        message("It is kept aside"),
        message(
            "where a criterion was withdrawn. Its answer stays in the file and in the report, and counts for nothing."
        ),
    ),
)


def carrying_over(words: Phrasebook) -> list[Part]:
    """How answers carry over; the rules are those of ``checklist_carry_over``.

    Args:
        words: The language.

    Returns:
        A heading, and what becomes of an answer in each case.
    """
    lead = words.text(
        "Where this browser holds answers to an older edition, or a file with such answers is read in, they can be "
        "carried over. The {lineage} says what became of each, over all editions between."
    )
    lineage = site_link(words.text("lineage of the criteria"), "/standard/history/")
    last = words.text("Nothing that is answered here already is replaced unless you say so.")
    entries = (
        Definition((sentence(words.text(term)),), ((Paragraph(sentence(words.text(meaning))),),))
        for term, meaning in _BECOMES
    )
    return [
        PageHeading(2, sentence(words.text("How answers carry over from an older edition")), "carrying-over"),
        Paragraph(fill(lead, lineage=lineage)),
        DefinitionList(tuple(entries)),
        Paragraph(sentence(last)),
    ]
