"""What follows the text of an edition on paper: changes, crosswalk, references, and how to reuse and cite it."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import Any

from editions.attribution.forms import plain_text
from editions.attribution.notice import notice_of
from editions.citations.cite import cite, cite_nodes
from editions.citations.works import edition_record
from editions.comparison import Change, Impact, summary_words
from editions.comparison.phrases import heading_words, kind_words
from editions.comparison.remembered import Compare
from editions.comparison.summary import SIGNIFICANCE_WORDS
from editions.formats.pdf.destinations import Destinations
from editions.formats.pdf.lines import breakable
from editions.formats.pdf.texts import PaperTexts, reference_label
from editions.model import Edition, Publication
from editions.model.addresses import comparison_address
from editions.words.messages import message
from editions.words.phrasebook import Phrasebook, phrasebook

_LETTERS = "ABCDEFGHIJ"
_IMPACTS: dict[Impact, str] = {
    "none": message("Nothing changed."),
    "editorial": message("The changes are editorial: what one must meet is the same."),
    "normative": message("Changes are normative: what one must meet may differ."),
}


def annexes(
    publication: Publication, edition: Edition, texts: PaperTexts, places: Destinations, compare: Compare
) -> list[dict[str, Any]]:
    """The annexes of an edition's PDF.

    Args:
        publication: What the edition belongs to.
        texts: Reads its texts.
        places: Where links lead.
        compare: Compares the edition with the one before.

    Returns:
        Annexes with ``name``, ``title``, ``place`` and what they hold; one that would be empty is left out.
    """
    words = phrasebook(publication.language)
    found = [
        _changes(publication, edition, texts, places, compare),
        _crosswalk(edition, texts, places, words),
        _references(texts, words),
        _reuse(publication, edition, texts, words),
    ]
    made = [annex for annex in found if annex is not None]
    return [
        {"name": words.text("Annex {letter}", letter=letter), **annex}
        for letter, annex in zip(_LETTERS, made, strict=False)
    ]


def _changes(
    publication: Publication, edition: Edition, texts: PaperTexts, places: Destinations, compare: Compare
) -> dict[str, Any] | None:
    """What changed since the edition before, a row for each change."""
    before = next((old for old, new in pairwise(publication.standard.editions) if new is edition), None)
    if before is None:
        return None
    comparison = compare(publication.standard, before.version, edition.version)
    # What a domain states about itself changes with every domain that comes or goes; the summary counts it.
    shown = [change for change in comparison.changes if change.part != "facts"]
    words = phrasebook(publication.language)
    rows = [_change(change, texts, places, words) for change in shown]
    editions = (words.text("Edition {version}", version=it.version) for it in (before, edition))
    return {
        "kind": "changes",
        "title": words.text("Changes since edition {version}", version=before.version),
        "heads": [*editions, words.text("What happened"), words.text("Impact")],
        "impact": words.text(_IMPACTS[comparison.impact]),
        "summary": [texts.shown(said) for said in summary_words(comparison, words)],
        "remarks": [texts.shown(" ".join(remark.split())) for remark in comparison.connections.remarks],
        "url": publication.absolute(comparison_address(before, edition)),
        "wording": words.text("The wording of each change stands at {address}."),
        "rows": rows,
    }


def _change(change: Change, texts: PaperTexts, places: Destinations, words: Phrasebook) -> dict[str, Any]:
    def line(said: str) -> str:
        return breakable(texts.shown(" ".join(said.split())), 16)

    what = {
        "what": line(kind_words(change, words)),
        "weight": words.text(SIGNIFICANCE_WORDS[change.significance]),
    }
    if change.level == "prose":
        return {"wide": line(heading_words(change, words)), **what}
    after: list[Any] = []
    for item in change.new:
        shown = item.label if change.level == "domain" and item.label else item.id
        after += [", "] if after else []
        after.append({"k": "place", "label": places.label(item.id), "c": [line(shown)]})
    before = ", ".join(item.label if change.level == "domain" and item.label else item.id for item in change.old)
    notes = [line(note) for note in change.notes]
    return {
        "before": [line(before)] if before else [],
        "after": after,
        **what,
        "notes": notes,
        "domain": change.level == "domain",
    }


def _crosswalk(edition: Edition, texts: PaperTexts, places: Destinations, words: Phrasebook) -> dict[str, Any] | None:
    """Criteria by the items of other frameworks that they answer."""
    found: dict[tuple[str, str], dict[tuple[str, str], list[str]]] = defaultdict(lambda: defaultdict(list))
    for _, criterion in edition.criteria():
        for row in criterion.references:
            ids = found[row.framework, row.version or ""][row.id, row.url or ""]
            if criterion.id not in ids:
                ids.append(criterion.id)
    if not found:
        return None
    groups = [
        {
            "framework": texts.shown(" ".join(f"{framework} {version}".split())),
            "rows": [
                {
                    "item": {"k": "link", "href": url, "c": [texts.shown(" ".join(item.split()))]},
                    "criteria": [{"k": "place", "label": places.label(it), "c": [texts.shown(it)]} for it in ids],
                }
                for (item, url), ids in items.items()
            ],
        }
        for (framework, version), items in sorted(found.items())
    ]
    heads = [words.text("Item"), words.text("Criteria here")]
    title = words.text("Crosswalk to other frameworks")
    return {"kind": "crosswalk", "title": title, "heads": heads, "groups": groups}


def _references(texts: PaperTexts, words: Phrasebook) -> dict[str, Any] | None:
    entries = [
        {"place": reference_label(entry.key), "number": f"[{number}]", "c": texts.line(cite_nodes(entry.work, "ieee"))}
        for number, entry in enumerate(texts.references.entries, 1)
    ]
    return {"kind": "references", "title": words.text("References"), "entries": entries} if entries else None


def _reuse(publication: Publication, edition: Edition, texts: PaperTexts, words: Phrasebook) -> dict[str, Any]:
    """The licence and the notice that it asks for (CC BY 4.0 § 3(a)), and how to cite; nobody should cite a draft."""
    record = edition_record(publication, edition)
    notice = plain_text(notice_of(publication, record, edition.licence, edition.adapted_from), words)
    citations = []
    if edition.status == "released":
        citations = [
            {"style": style, "c": texts.line(cite_nodes(record, name))}
            for name, style in (("apa", "APA 7"), ("ieee", "IEEE"))
        ]
    return {
        "kind": "reuse",
        "title": words.text("Licence and citation") if citations else words.text("Licence"),
        "heads": [words.text("Licence"), words.text("Citation"), words.text("This document")],
        "under": words.text("This edition is published under {licence}. To reuse it, give this notice:"),
        "holds": words.text(
            "It holds the text of {edition} as it stands at {address}, where the same text is also data and every "
            "criterion has an address of its own."
        ),
        "licence": texts.shown(edition.licence.name),
        "licence_url": edition.licence.url,
        "notice": breakable(texts.shown(notice)),
        "citations": citations,
        "bibtex": texts.code(cite(record, "bibtex")) if citations else "",
        "key": record.key if citations else "",
    }
