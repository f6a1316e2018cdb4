"""Pages at the addresses that an earlier edition had and this one has no more: what became of the item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from editions.comparison import Histories, Step
from editions.model import Criterion, Domain, Edition, Level, Relation, Standard
from editions.model.addresses import comparison_address, criterion_address, domain_address, edition_address
from editions.model.former import former_names
from editions.pages.change_anchors import item_anchor
from editions.pages.counterparts import counterparts, item_links, state_of, supersession
from editions.pages.document import Chrome, Document, EditionChoice, Fact, Link
from editions.pages.edition_place import EditionPlace, edition_name
from editions.pages.item_history import LINEAGE_NOTE
from editions.pages.item_steps import StepWriter, has_redlines
from editions.pages.page_paths import document_path
from editions.pages.parts import Group, Line, PageHeading, Part, Written
from editions.pages.sentences import joined, sentence, site_link
from editions.pages.subject import EditionItem
from editions.text.inline_tree import Inline, Words
from editions.text.plain import write_plain
from editions.text.tree import Cell, List, ListItem, Paragraph, Table

_HAPPENED: dict[Relation, str] = {
    "withdrawn": "Withdrawn",
    "split": "Split",
    "merged": "Merged",
    "reorganised": "Reorganised",
    "continued": "Renamed",
    "added": "Added",
}


@dataclass(frozen=True)
class _Former:
    """An item that the edition of a page has no more.

    Attributes:
        level: Whether it is a domain or a criterion.
        item: The item, as it was last.
        domain: The domain itself, or the criterion's.
        last: The last edition that has it at this address.
        step: What happened to it in the edition after that.
        address: Address of the page.
        targets: Ids of what it became in the page's edition.
    """

    level: Level
    item: Domain | Criterion
    domain: Domain
    last: Edition
    step: Step
    address: str
    targets: tuple[str, ...]

    @property
    def last_address(self) -> str:
        """Where it stands for good."""
        if isinstance(self.item, Domain):
            return domain_address(self.last, self.item)
        return criterion_address(self.last, self.item)

    @property
    def name(self) -> str:
        """What it is called."""
        if isinstance(self.item, Domain):
            return self.item.title
        return f"{self.item.id} {self.item.title}" if self.item.title else self.item.id


def withdrawn_documents(place: EditionPlace, histories: Histories, *, compared: bool = False) -> list[Document]:
    """The pages of an edition about what earlier releases had.

    Args:
        place: The edition and where its pages stand; criteria have pages at its permanent address only.
        compared: Whether comparison pages are published, so that the pages lead to them.

    Returns:
        A page for each address; search engines are asked to keep none of them.
    """
    standard = place.publication.standard
    earlier = [it for it in standard.releases if it.version < place.edition.version]
    if not earlier:
        return []
    found = [*_domains(place, earlier, histories)]
    if not place.standing:
        found += _criteria(place, earlier, histories)
    return [_page(place, former, compared=compared) for former in found]


def _criteria(place: EditionPlace, earlier: list[Edition], histories: Histories) -> Iterator[_Former]:
    names = former_names([tuple(it.criteria_by_id) for it in earlier], place.edition.criteria_by_id)
    for name, number in names.items():
        domain, criterion = earlier[number].criteria_by_id[name]
        address = f"{place.address}criteria/{name}/"
        yield _former(place, earlier, number, histories, "criterion", criterion, domain, address)


def _domains(place: EditionPlace, earlier: list[Edition], histories: Histories) -> Iterator[_Former]:
    slugs = [{domain.slug: domain for domain in edition.domains} for edition in earlier]
    for slug, number in former_names(slugs, {domain.slug for domain in place.edition.domains}).items():
        domain = slugs[number][slug]
        yield _former(place, earlier, number, histories, "domain", domain, domain, f"{place.address}domains/{slug}/")


def _former(
    place: EditionPlace,
    earlier: list[Edition],
    number: int,
    histories: Histories,
    level: Level,
    item: Domain | Criterion,
    domain: Domain,
    address: str,
) -> _Former:
    last = earlier[number]
    after = earlier[number + 1] if number + 1 < len(earlier) else place.edition
    targets = counterparts(place.publication.standard, level, item.id, last, place.edition)
    return _Former(level, item, domain, last, histories.step(level, last, after, item.id), address, targets)


def _page(place: EditionPlace, former: _Former, *, compared: bool) -> Document:
    edition, standard = place.edition, place.publication.standard
    path = document_path(former.address)
    writer = StepWriter(place, path, compared)
    summary = _summary(place, former)
    targets = item_links(former.level, former.targets, edition, standing=place.standing)
    parts: list[Part] = []
    if targets:
        parts += [PageHeading(2, sentence("Where it went"), "went-to"), _targets(former, edition, targets)]
    last = "Its last text, in edition" if former.level == "criterion" else "In edition"
    parts.append(PageHeading(2, sentence(f"{last} {former.last.version}"), "last-text"))
    parts += _last_text(place, former, path)
    steps = writer.parts(former.level, former.step)
    parts += [PageHeading(2, sentence(f"What edition {former.step.after} changed"), "change"), *steps]
    remarks = dict.fromkeys(
        it.lineage.note
        for it in standard.editions
        if former.last.version < it.version <= edition.version and it.lineage and it.lineage.note
    )
    parts += [Line(sentence(remark), LINEAGE_NOTE) for remark in remarks]
    return Document(
        kind="withdrawn",
        path=path,
        address=former.address,
        title=former.name,
        head_title=f"{former.name}, not in {edition_name(edition)}",
        summary=summary,
        lead=(PageHeading(1, sentence(former.name)), Line(sentence(summary), "withdrawn-summary")),
        parts=tuple(parts),
        canonical=place.canonical(_standing(former), former.address),
        in_search=False,
        indexed=False,
        modified=edition.date,
        chrome=Chrome(
            eyebrow=f"Not in edition {edition.version}",
            breadcrumbs=(Link("Home", "/"), Link(edition_name(edition), place.address)),
            state=state_of(standard, edition),
            choices=tuple(_choice(place, former, other) for other in reversed(standard.editions)),
            supersession=supersession(standard, edition),
            facts=_facts(standard, former, targets, compared=compared),
            permanent=Link(f"Edition {former.last.version}", former.last_address),
        ),
        subject=EditionItem(edition, standing=place.standing),
        styles=("compare",) if has_redlines(steps) else (),
    )


def _standing(former: _Former) -> str:
    """Where the newest release has a page like this: domains have standing addresses, criteria do not."""
    return domain_address(None, former.domain) if former.level == "domain" else former.address


def _summary(place: EditionPlace, former: _Former) -> str:
    """What became of the item, in two sentences."""
    step, standard = former.step, place.publication.standard
    name = former.item.id if former.level == "criterion" else f"The domain {former.item.title}"
    others = [item for item in step.old if item != former.item.id]
    when = f"in edition {step.after}"
    if step.relation == "withdrawn":
        told = f"It was withdrawn {when}."
    elif step.relation in ("merged", "reorganised"):
        told = f"It was {step.relation} {when}" + (f", together with {_listed(others)}." if others else ".")
    elif step.relation == "split":
        told = f"It was split {when}."
    else:
        new = standard.by_version[step.after]
        told = f"It is {_new_name(former, new)} since edition {step.after}."
    lost = (
        "" if former.targets or step.relation == "withdrawn" else f" Nothing in {place.edition.version} continues it."
    )
    return f"{name} is not in {edition_name(place.edition)}. {told}{lost}"


def _new_name(former: _Former, edition: Edition) -> str:
    item = former.step.new[0]
    return item if former.level == "criterion" else f"“{edition.domains_by_id[item].title}”"


def _listed(ids: list[str]) -> str:
    shown = ids if len(ids) <= 6 else [*ids[:5], f"{len(ids) - 5:,} others"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _targets(former: _Former, edition: Edition, targets: tuple[Link, ...]) -> List:
    rows = []
    for item, target in zip(former.targets, targets, strict=True):
        if former.level == "domain":
            row = sentence(site_link(f"{target.label} {target.title}", target.address))
        else:
            domain, criterion = edition.criteria_by_id[item]
            text = criterion.title or write_plain(criterion.text).split("\n", 1)[0]
            row = sentence(site_link(item, target.address), f" {text} ({domain.title})")
        rows.append(ListItem((Paragraph(row),)))
    return List(tuple(rows))


def _last_text(place: EditionPlace, former: _Former, path: str) -> list[Part]:
    then = EditionPlace(place.publication, former.last, standing=False, docs=place.docs)
    where = Line(sentence(site_link(f"{former.name} in {edition_name(former.last)}", former.last_address)))
    if isinstance(former.item, Criterion):
        text = Written(former.item.text, then.links(former.domain.origin.path, path), former.item.id, quoted=True)
        return [Group((text,), "criterion-text"), where]
    rows = []
    for criterion in former.item.criteria:
        became = counterparts(place.publication.standard, "criterion", criterion.id, former.last, place.edition)
        links = item_links("criterion", became, place.edition)
        new: tuple[Inline, ...] = joined(site_link(it.label, it.address) for it in links) or (Words("Nothing"),)
        old = site_link(criterion.id, criterion_address(former.last, criterion))
        rows.append((Cell((old,)), Cell(new)))
    head = (Cell(sentence(f"In {former.last.version}")), Cell(sentence(f"In {place.edition.version}")))
    summary = [Line(sentence(former.item.summary))] if former.item.summary else []
    told = Line(sentence("What became of its criteria:"))
    return [*summary, where, told, Table((None, None), head, tuple(rows))]


def _facts(standard: Standard, former: _Former, targets: tuple[Link, ...], *, compared: bool) -> tuple[Fact, ...]:
    step = former.step
    before, after = standard.by_version[step.before], standard.by_version[step.after]
    name = str(after.version) + (" (draft)" if after.status == "draft" else "")
    last = Fact("Last in", "", (Link(edition_name(former.last), former.last_address),))
    happened = Fact(f"{_HAPPENED[step.relation]} in", name)
    if compared:
        anchor = item_anchor(before, step.old, step.new)
        happened = Fact(happened.name, "", (Link(name, f"{comparison_address(before, after)}#{anchor}"),))
    return (last, happened, *((Fact("Went to", "", targets),) if targets else ()))


def _choice(place: EditionPlace, former: _Former, edition: Edition) -> EditionChoice:
    """Where the item is in another edition; in the page's own, this page."""
    standard = place.publication.standard
    state = state_of(standard, edition)
    current = edition.version == place.edition.version
    if current:
        targets: tuple[Link, ...] = (Link(former.name, former.address),)
    else:
        ids = counterparts(standard, former.level, former.item.id, former.last, edition)
        targets = item_links(former.level, ids, edition, standing=state == "newest")
    whole = Link(f"Edition {edition.version}", edition_address(None if state == "newest" else edition))
    return EditionChoice(str(edition.version), edition.date.words, state, current, targets or (whole,), bool(targets))
