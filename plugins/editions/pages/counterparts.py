"""The same item in other editions, found by lineage."""

from __future__ import annotations

from editions.model import Edition, Level, Standard
from editions.model.addresses import criterion_address, domain_address, edition_address
from editions.pages.document import EditionChoice, Link, State, Supersession
from editions.words.messages import message
from editions.words.phrasebook import Phrasebook

STATE_WORDS: dict[State, str] = {
    "newest": message("newest release"),
    "superseded": message("superseded"),
    "draft": message("draft"),
    "released": message("released"),
}
DRAFT_NOTICE = message("This text is being written. It may change at any time and is not to be cited or complied with.")
# By what a page is about: what it became in the newest release, and that nothing there continues it.
SUCCESSOR_WORDS = {
    "domain": (message("This domain went to {items}."), message("Nothing in it continues this domain.")),
    "criterion": (message("This criterion went to {items}."), message("Nothing in it continues this criterion.")),
}


def state_of(standard: Standard, edition: Edition) -> State:
    """The state of an edition.

    Returns:
        ``draft``, ``superseded`` or ``newest``.
    """
    if edition.status == "draft":
        return "draft"
    return "superseded" if standard.superseded_by(edition) else "newest"


def counterparts(standard: Standard, level: Level, item: str, here: Edition, there: Edition) -> tuple[str, ...]:
    """What an item is in another edition.

    Args:
        item: The item's id in ``here``.
        here: The edition that has it.
        there: The other edition, older or newer.

    Returns:
        Ids in ``there``, in its order; empty if nothing continues the item.
    """
    return standard.edges(level, here.version, there.version).successors.get(item, ())


def item_links(level: Level, ids: tuple[str, ...], edition: Edition, *, standing: bool = False) -> tuple[Link, ...]:
    """Links to items of an edition.

    Args:
        standing: Whether domains are linked at their standing address; criteria have a permanent one only.

    Returns:
        One link for each.
    """
    if level == "domain":
        domains = [edition.domains_by_id[item] for item in ids]
        return tuple(Link(it.title, domain_address(None if standing else edition, it), it.label) for it in domains)
    links = []
    for item in ids:
        domain, criterion = edition.criteria_by_id[item]
        links.append(Link(criterion.title or domain.title, criterion_address(edition, criterion), criterion.id))
    return tuple(links)


def edition_choices(
    standard: Standard, here: Edition, words: Phrasebook, level: Level | None = None, item: str | None = None
) -> tuple[EditionChoice, ...]:
    """The edition switcher of a page.

    Args:
        words: The language.
        level: Level of the page's item; ``None`` where the page is about the edition.

    Returns:
        One entry for each edition, newest first.
    """
    choices = []
    for edition in reversed(standard.editions):
        state = state_of(standard, edition)
        standing = state == "newest"
        name = words.text("Edition {version}", version=edition.version)
        whole = Link(name, edition_address(None if standing else edition))
        found: tuple[Link, ...] = ()
        if level is not None and item is not None:
            ids = counterparts(standard, level, item, here, edition)
            found = item_links(level, ids, edition, standing=standing)
        choices.append(
            EditionChoice(
                version=str(edition.version),
                date=words.date(edition.date),
                state=state,
                current=edition.version == here.version,
                targets=found or (whole,),
                counterpart=bool(found),
            )
        )
    return tuple(choices)


def supersession(
    standard: Standard, here: Edition, words: Phrasebook, level: Level | None = None, item: str | None = None
) -> Supersession | None:
    """The notice that a newer edition replaced the page's edition.

    Args:
        words: The language.
        level: Level of the page's item; ``None`` where the page is about the edition.

    Returns:
        The notice, or ``None`` where the edition is the newest or a draft.
    """
    newest = standard.superseded_by(here)
    if newest is None:
        return None
    targets: tuple[Link, ...] = ()
    if level is not None and item is not None:
        targets = item_links(level, counterparts(standard, level, item, here, newest), newest, standing=True)
    between = [it for it in standard.releases if here.version < it.version and it.lineage and it.lineage.note]
    notes = dict.fromkeys(it.lineage.note for it in between if it.lineage and it.lineage.note)
    return Supersession(
        version=str(newest.version),
        date=words.date(newest.date),
        address=edition_address(None),
        targets=targets,
        whole=level is None,
        note=" ".join(notes),
    )
