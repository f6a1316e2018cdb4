"""Pages at the addresses that an earlier edition had and this one has no more: what became of the item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from editions.comparison import Histories, Step
from editions.model import Criterion, Domain, Edition, Level, Relation, Standard
from editions.model.addresses import (
    comparison_address,
    criterion_address,
    document_path,
    domain_address,
    edition_address,
)
from editions.model.former import former_names
from editions.pages.change_anchors import item_anchor
from editions.pages.counterparts import counterparts, item_links, state_of, supersession
from editions.pages.document import Chrome, Document, EditionChoice, Fact, Link
from editions.pages.edition_place import EditionPlace, edition_name, home_link
from editions.pages.item_history import LINEAGE_NOTE
from editions.pages.item_steps import StepWriter, has_redlines
from editions.pages.parts import Group, Line, PageHeading, Part, Written
from editions.pages.sentences import joined, sentence, site_link
from editions.pages.subject import EditionItem
from editions.text.inline_tree import Inline, Words
from editions.text.plain import write_plain
from editions.text.tree import Cell, List, ListItem, Paragraph, Table
from editions.words.messages import in_context, message
from editions.words.phrasebook import Phrasebook

_HAPPENED: dict[Relation, str] = {
    "withdrawn": message("Withdrawn in"),
    "split": message("Split in"),
    "merged": message("Merged in"),
    "reorganised": message("Reorganised in"),
    "continued": message("Renamed in"),
    "added": message("Added in"),
}
_TOLD: dict[Relation, str] = {
    "withdrawn": message("It was withdrawn in edition {version}."),
    "split": message("It was split in edition {version}."),
    "merged": message("It was merged in edition {version}."),
    "reorganised": message("It was reorganised in edition {version}."),
    "continued": message("It is {name} since edition {version}."),
    "added": message("It is {name} since edition {version}."),
}
_TOGETHER: dict[Relation, str] = {
    "merged": message("It was merged in edition {version}, together with {others}."),
    "reorganised": message("It was reorganised in edition {version}, together with {others}."),
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
    edition, standard, words = place.edition, place.publication.standard, place.words
    path = document_path(former.address)
    writer = StepWriter(place, path, compared)
    summary = _summary(place, former)
    targets = item_links(former.level, former.targets, edition, standing=place.standing)
    parts: list[Part] = []
    if targets:
        heading = PageHeading(2, sentence(words.text("Where it went")), "went-to")
        parts += [heading, _targets(former, edition, targets)]
    of_criterion = former.level == "criterion"
    last = message("Its last text, in edition {version}") if of_criterion else message("In edition {version}")
    parts.append(PageHeading(2, sentence(words.text(last, version=former.last.version)), "last-text"))
    parts += _last_text(place, former, path)
    steps = writer.parts(former.level, former.step)
    changed = words.text("What edition {version} changed", version=former.step.after)
    parts += [PageHeading(2, sentence(changed), "change"), *steps]
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
        head_title=words.text("{name}, not in {edition}", name=former.name, edition=edition_name(edition)),
        summary=summary,
        lead=(PageHeading(1, sentence(former.name)), Line(sentence(summary), "withdrawn-summary")),
        parts=tuple(parts),
        canonical=place.canonical(_standing(former), former.address),
        in_search=False,
        indexed=False,
        modified=edition.date,
        chrome=Chrome(
            eyebrow=words.text("Not in edition {version}", version=edition.version),
            breadcrumbs=(home_link(words), Link(edition_name(edition), place.address)),
            state=state_of(standard, edition),
            choices=tuple(_choice(place, former, other) for other in reversed(standard.editions)),
            supersession=supersession(standard, edition, words),
            facts=_facts(standard, former, targets, words, compared=compared),
            permanent=Link(words.text("Edition {version}", version=former.last.version), former.last_address),
        ),
        subject=EditionItem(edition, standing=place.standing),
        styles=("compare",) if has_redlines(steps) else (),
    )


def _standing(former: _Former) -> str:
    """Where the newest release has a page like this: domains have standing addresses, criteria do not."""
    return domain_address(None, former.domain) if former.level == "domain" else former.address


def _summary(place: EditionPlace, former: _Former) -> str:
    """What became of the item, in two sentences."""
    step, standard, words = former.step, place.publication.standard, place.words
    edition = edition_name(place.edition)
    if former.level == "criterion":
        told = [words.text("{criterion} is not in {edition}.", criterion=former.item.id, edition=edition)]
    else:
        told = [words.text("The domain {domain} is not in {edition}.", domain=former.item.title, edition=edition)]
    others = _listed([item for item in step.old if item != former.item.id], words)
    form = _TOGETHER.get(step.relation, _TOLD[step.relation]) if others else _TOLD[step.relation]
    name = _new_name(former, standard.by_version[step.after], words)
    told.append(words.text(form, version=step.after, others=others, name=name))
    if not former.targets and step.relation != "withdrawn":
        told.append(words.text("Nothing in {version} continues it.", version=place.edition.version))
    return " ".join(told)


def _new_name(former: _Former, edition: Edition, words: Phrasebook) -> str:
    if not former.step.new:
        return ""
    item = former.step.new[0]
    return item if former.level == "criterion" else words.text("“{words}”", words=edition.domains_by_id[item].title)


def _listed(ids: list[str], words: Phrasebook) -> str:
    if len(ids) <= 6:
        return words.join(ids)
    return words.join([*ids[:5], words.count(len(ids) - 5, "{n} other", "{n} others")])


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
    words = place.words
    named = words.text("{name} in {edition}", name=former.name, edition=edition_name(former.last))
    where = Line(sentence(site_link(named, former.last_address)))
    if isinstance(former.item, Criterion):
        text = Written(former.item.text, then.links(former.domain.origin.path, path), former.item.id, quoted=True)
        return [Group((text,), "criterion-text"), where]
    rows = []
    for criterion in former.item.criteria:
        became = counterparts(place.publication.standard, "criterion", criterion.id, former.last, place.edition)
        links = item_links("criterion", became, place.edition)
        new: tuple[Inline, ...] = joined(site_link(it.label, it.address) for it in links) or (
            Words(words.text("Nothing")),
        )
        old = site_link(criterion.id, criterion_address(former.last, criterion))
        rows.append((Cell((old,)), Cell(new)))
    editions = (former.last, place.edition)
    head = tuple(Cell(sentence(words.text("In {version}", version=it.version))) for it in editions)
    summary = [Line(sentence(former.item.summary))] if former.item.summary else []
    told = Line(sentence(words.text("What became of its criteria:")))
    return [*summary, where, told, Table((None, None), head, tuple(rows))]


def _facts(
    standard: Standard, former: _Former, targets: tuple[Link, ...], words: Phrasebook, *, compared: bool
) -> tuple[Fact, ...]:
    step = former.step
    before, after = standard.by_version[step.before], standard.by_version[step.after]
    name = str(after.version)
    if after.status == "draft":
        name = words.text("{version} (draft)", version=name)
    last = Fact(words.text("Last in"), "", (Link(edition_name(former.last), former.last_address),))
    happened = Fact(words.text(_HAPPENED[step.relation]), name)
    if compared:
        anchor = item_anchor(before, step.old, step.new)
        happened = Fact(happened.name, "", (Link(name, f"{comparison_address(before, after)}#{anchor}"),))
    return (last, happened, *((Fact(words.text(in_context("became", "Went to")), "", targets),) if targets else ()))


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
    name = place.words.text("Edition {version}", version=edition.version)
    whole = Link(name, edition_address(None if state == "newest" else edition))
    return EditionChoice(
        str(edition.version), place.words.date(edition.date), state, current, targets or (whole,), bool(targets)
    )
