"""A first edition to begin with: one domain with one criterion, to be replaced by the standard's own."""

from __future__ import annotations

from editions.model import Agent, Criterion, Domain, Edition, Licence, PartialDate, Publisher, Version
from editions.text.parsing import parse

_PROSE = """\
## Scope

Say here what the standard applies to and whom it addresses. This text is normative or informative as you say in it; the
criteria stand in the domains, such as [the first](domains/01-first-domain.md).
"""
_TEXT = "Write one statement that can be met or not met, such as: backups are restored in a test at least once a year."
_GUIDANCE = """\
Guidance is informative: it helps to meet the criteria and asks for nothing.
"""


def first_edition(
    *,
    title: str,
    abbreviation: str,
    publisher: Publisher,
    licence: str,
    site_url: str,
    version: Version,
    date: PartialDate,
) -> Edition:
    """Make a first edition.

    Args:
        publisher: Who publishes it; also its author until the front matter says otherwise.
        site_url: Address of the site, ending in ``/``.
        date: Its date, which the release will set.

    Returns:
        A draft with one domain.
    """
    criterion = Criterion(id=f"{abbreviation}-01.1", title="First criterion", text=parse(_TEXT))
    domain = Domain(
        id=f"{abbreviation}-01",
        slug="first-domain",
        title="First domain",
        label=f"{abbreviation}-01",
        summary="What this domain covers, in a sentence.",
        criteria=(criterion,),
        guidance=parse(_GUIDANCE.rstrip("\n")),
    )
    return Edition(
        title=title,
        abbreviation=abbreviation,
        version=version,
        status="draft",
        date=date,
        authors=(Agent(publisher.name),),
        publisher=publisher,
        licence=Licence.of(licence),
        url=f"{site_url}standard/",
        summary=f"{title}: what it asks for and why, in a sentence or two.",
        prose=parse(_PROSE.rstrip("\n")),
        domains=(domain,),
    )
