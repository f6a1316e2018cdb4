"""What an import makes of a file: an edition, and what became of everything that had no place in one."""

from __future__ import annotations

from dataclasses import dataclass

from editions.model import Edition
from editions.model.fields import FIELDS, Form, ItemKind


@dataclass(frozen=True)
class Placement:
    """Something of the file that has no place of its own in an edition.

    Attributes:
        what: What it is, as the file names it, such as ``part assessment-objective of ac-1``.
        where: Where it went, or that it was left out and why.
        kept: Whether it still stands somewhere in what was written.
        count: How many of the same kind this line stands for.
    """

    what: str
    where: str
    kept: bool
    count: int = 1


@dataclass(frozen=True)
class UnknownSuccessor:
    """Where an item of the edition before went, in the words of the file, where these lead to no item of this one.

    Attributes:
        item: Id of the item.
        relation: What the file says of it, such as ``moved-to``.
        target: What it names, as it is written.
        why: Why that is no item, as the end of a sentence.
    """

    item: str
    relation: str
    target: str
    why: str


@dataclass(frozen=True)
class Imported:
    """An edition that was read from a file.

    Attributes:
        edition: The edition. The origins of its items are places in the file that was read. Its lineage holds what the
            file says about the edition before (moved, incorporated, withdrawn), or is ``None``.
        placements: The report: everything that had no place, in the order of the file; nothing is dropped in silence.
        site_url: Address of the site that published it, ending in ``/``, where the file tells.
        unknown_successors: Successors that the file names and does not hold; no row of the lineage has them.
        form: Which form of ours the file has; ``None`` for a file of others.
    """

    edition: Edition
    placements: tuple[Placement, ...] = ()
    site_url: str | None = None
    unknown_successors: tuple[UnknownSuccessor, ...] = ()
    form: Form | None = None


def lost_in_form(form: Form) -> Placement:
    """Report what an edition has and a form of ours has no name for.

    Returns:
        The line of the report. Criteria are what each form consists of, and readers report on assessments themselves.
    """
    kinds: dict[ItemKind, str] = {"edition": "the edition", "domain": "domains", "criterion": "criteria"}
    lost = {
        words: [it.key for it in FIELDS[kind] if not getattr(it, form) and it.key not in ("assessments", "criteria")]
        for kind, words in kinds.items()
    }
    keys = "; ".join(f"{', '.join(names)} of {words}" for words, names in lost.items() if names)
    what = f"the edition's own text and lineage, the guidance of domains, and the keys {keys}"
    return Placement(what, "this form has no place for them; add by hand what the edition has of them", kept=False)
