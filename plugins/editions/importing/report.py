"""The report of an import: what had no place, and where it went."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from editions.formats.imported import Imported, Placement
from editions.model import Edition
from editions.source.problem import printable
from editions.text.commonmark import write_words
from editions.words.phrasebook import ENGLISH

_FIRST = 3


def merged(placements: Iterable[Placement]) -> tuple[Placement, ...]:
    """Put like things together.

    Args:
        placements: The report's lines.

    Returns:
        Each line once, with how often it stands, in the order in which they come first.
    """
    found: dict[tuple[str, str, bool], Placement] = {}
    for it in placements:
        key = (it.what, it.where, it.kept)
        found[key] = replace(found[key], count=found[key].count + it.count) if key in found else it
    return tuple(found.values())


def report_lines(imported: Imported) -> list[str]:
    """The report for a terminal.

    Args:
        imported: What was imported.

    Returns:
        Lines of plain text.
    """
    placements = merged(imported.placements)
    if not placements:
        return ["Everything was imported."]
    lines = ["What had no place of its own, or should be read again:"]
    for it in placements:
        times = f" ({it.count:,} times)" if it.count > 1 else ""
        lines.append(printable(f"  {'kept    ' if it.kept else 'left out'}  {it.what}{times}: {it.where}"))
    return lines


def report_markdown(imported: Imported, source: str) -> str:
    """The report as a file.

    Args:
        imported: What was imported.
        source: The file that was imported.

    Returns:
        Markdown.
    """
    edition = imported.edition
    lines = [
        f"# Import of {write_words(source)}",
        "",
        f"{write_words(edition.title)} ({edition.abbreviation}), edition {edition.version}: {size_words(edition)}.",
    ]
    for kept, title in ((False, "Left out"), (True, "Kept elsewhere, or to be read again")):
        chosen = [it for it in merged(imported.placements) if it.kept == kept]
        if chosen:
            lines += ["", f"## {title}", ""]
        for it in chosen:
            times = f" ({it.count:,} times)" if it.count > 1 else ""
            lines.append(f"- {write_words(it.what)}{times}: {write_words(it.where)}")
    if not imported.placements:
        lines += ["", "Everything was imported."]
    return "\n".join(lines) + "\n"


def size_words(edition: Edition) -> str:
    """How large an edition is.

    Returns:
        Such as ``8 domains and 40 criteria``.
    """
    domains, criteria = len(edition.domains), sum(len(domain.criteria) for domain in edition.domains)
    words = f"{domains:,} domain{'s' if domains != 1 else ''} and {criteria:,} criteri"
    return f"{words}{'a' if criteria != 1 else 'on'}"


def preview_lines(imported: Imported) -> list[str]:
    """What would come of the first items of a file.

    Args:
        imported: What would be imported.

    Returns:
        Lines of plain text: the edition, its domains, and its first criteria with everything that they hold.
    """
    edition = imported.edition
    named = f"{edition.title} ({edition.abbreviation}) {edition.version}, {ENGLISH.date(edition.date)}"
    lines = [f"{named}: {size_words(edition)}"]
    lines += [f"  {domain.id}  {domain.title} ({len(domain.criteria):,})" for domain in edition.domains]
    for domain, criterion in list(edition.criteria())[:_FIRST]:
        lines += ["", f"{criterion.id}, in {domain.id}, from line {criterion.origin.line}:"]
        stated = {"title": criterion.title, "section": criterion.section, "level": criterion.level}
        lines += [f"  {name + ':':<12}{value}" for name, value in stated.items() if value]
        lines += [
            f"  {'text:' if not number else '':<12}{it}"
            for number, it in enumerate(criterion.text.markdown.split("\n"))
        ]
        lines += [f"  keywords:   {', '.join(criterion.keywords)}"] if criterion.keywords else []
        for row in criterion.references:
            version = f" {row.version}" if row.version else ""
            lines.append(f"  reference:  {row.framework}{version}, {row.id}{f', {row.url}' if row.url else ''}")
    return [printable(line) for line in lines]
