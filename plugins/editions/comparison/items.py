"""Compare the items of one connected group: a domain with what it became, a criterion with what it became."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from editions.comparison.added_fields import FieldChange, field_changes
from editions.comparison.change import ASPECTS, Aspect, Change, ChangeLevel, Item, Part, text_of, title_of
from editions.comparison.rules import Significance
from editions.comparison.significance import Judgement, Reason, judge
from editions.model import Criterion, Domain, Relation
from editions.text.tree import Text
from editions.text.words import passages, plain_text


def domain_item(domain: Domain) -> Item:
    """A domain as an item: its text is its summary."""
    text = plain_text(domain.summary or "")
    source = domain.origin.path
    return Item(domain.id, text, domain.title, domain.label, domain.id, more=domain.more, source=source)


def criterion_item(domain: Domain, criterion: Criterion) -> Item:
    """A criterion as an item."""
    return Item(
        criterion.id,
        criterion.text,
        criterion.title,
        criterion.id,
        domain.id,
        criterion.section,
        criterion.level,
        criterion.references,
        more=criterion.more,
        source=domain.origin.path,
    )


def compare_items(
    level: ChangeLevel,
    relation: Relation,
    old: Sequence[Item],
    new: Sequence[Item],
    *,
    moved: bool = False,
    rehoused: bool = False,
    informative: bool = False,
    notes: tuple[str, ...] = (),
    part: Part | None = None,
) -> Change | None:
    """Compare the two sides of a group.

    Args:
        level: What kind of items they are.
        relation: What the shape of the group says.
        old: Items of the earlier edition, in order.
        new: Items of the later edition, in order.
        moved: Whether one of them stands in another place, seen from its neighbours and sections.
        rehoused: Whether one of them stands in a domain that does not continue its old one.
        informative: Whether the text is informative by design, so that no rewording of it is normative.
        notes: Notes of lineage rows.
        part: For prose, which part of the edition it belongs to.

    Returns:
        The change; ``None`` if one item continues with nothing changed.
    """
    one_sided = not old or not new
    old_text, new_text = text_of(old), text_of(new)
    old_title, new_title = title_of(old), title_of(new)
    differs: dict[Aspect, bool] = {
        "renumbered": level != "prose" and _renumbered(relation, old, new),
        "moved": moved or rehoused,
        "retitled": old_title != new_title,
        "reworded": _reworded(relation, old_text, new_text),
        "level_changed": {item.level for item in old} != {item.level for item in new},
        "references_changed": {ref for item in old for ref in item.references}
        != {ref for item in new for ref in item.references},
    }
    fields = field_changes(level, old, new)
    for change in fields:
        differs |= {aspect: True for aspect in ASPECTS if aspect == change.field.aspect}
    aspects = () if one_sided else tuple(aspect for aspect in ASPECTS if differs[aspect])
    if relation == "continued" and not aspects:
        return None
    judgement = _judged(level, relation, aspects, (old_text, new_text), (old_title, new_title), rehoused, fields)
    if informative:
        judgement = Judgement("editorial", (Reason("informative text"),))
    return Change(
        level,
        relation,
        tuple(old),
        tuple(new),
        aspects,
        judgement.significance,
        judgement.reasons,
        notes,
        part,
    )


def _renumbered(relation: Relation, old: Sequence[Item], new: Sequence[Item]) -> bool:
    """Whether the way to name the item changed; with several items, whether no old id stands any more."""
    if relation == "continued":
        return (old[0].id, old[0].label) != (new[0].id, new[0].label)
    return {item.id for item in old}.isdisjoint(item.id for item in new)


def _reworded(relation: Relation, old: Text, new: Text) -> bool:
    """Whether the text reads differently; where texts were joined or parted, the seams do not count."""
    before, after = passages(old), passages(new)
    if relation == "continued":
        return before != after
    return [word.key for it in before for word in it.words] != [word.key for it in after for word in it.words]


def _judged(
    level: ChangeLevel,
    relation: Relation,
    aspects: Sequence[Aspect],
    texts: tuple[Text, Text],
    titles: tuple[str, str],
    rehoused: bool,
    fields: Sequence[FieldChange] = (),
) -> Judgement:
    """The significance of a whole change.

    Whatever adds or takes away a statement, its level or its domain may alter what one must meet. Numbers, order,
    sections and crosswalk rows do not, nor does the summary of a domain. Titles, which can limit what they head, and
    texts of criteria are judged by the table of rules.
    """
    if level == "prose":
        return _prose(relation, aspects, texts, titles)
    if relation != "continued":
        wording = judge(*texts).reasons if level == "criterion" and texts[0] and texts[1] else ()
        return Judgement("normative", (Reason(f"{level} {relation}"), *wording))
    significance: Significance = "editorial"
    reasons: list[Reason] = []
    if "level_changed" in aspects:
        significance = "normative"
        reasons.append(Reason("level changed"))
    if rehoused:
        significance = "normative"
        reasons.append(Reason("another domain"))
    told = [(change.old, change.new) for change in fields if change.field.normative]
    found = [judge(*map(plain_text, pair)) for pair in (titles, *told)]
    if level == "criterion":
        found.insert(0, judge(*texts))
    for judgement in found:
        reasons += judgement.reasons
        if judgement.significance == "normative":
            significance = "normative"
    summarised = level == "domain" and "reworded" in aspects  # a summary says what the criteria are about
    informative = summarised or any(not change.field.normative for change in fields)
    if informative and significance == "editorial":  # beside a normative change it would excuse that
        reasons.append(Reason("informative text"))
    plain = {"renumbered": "renumbered", "references_changed": "references changed"}
    reasons += [Reason(plain[aspect]) for aspect in aspects if aspect in plain]
    if "moved" in aspects and not rehoused:
        reasons.append(Reason("moved"))
    return Judgement(significance, _joined(reasons))


def _joined(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Reasons with each rule once: what the text and the title say of it together."""
    rules: dict[str, Reason] = {}
    for reason in reasons:
        known = rules.get(reason.rule, Reason(reason.rule))
        old, new = dict.fromkeys(known.old + reason.old), dict.fromkeys(known.new + reason.new)
        rules[reason.rule] = Reason(reason.rule, tuple(old), tuple(new))
    return tuple(rules.values())


def _prose(
    relation: Relation, aspects: Sequence[Aspect], texts: tuple[Text, Text], titles: tuple[str, str]
) -> Judgement:
    found = [judge(*texts), judge(*map(plain_text, titles))]
    reasons = _joined(reason for judgement in found for reason in judgement.reasons)
    if relation != "continued":
        reasons = (Reason(f"prose {relation}"), *reasons)
    elif "moved" in aspects:
        reasons = (*reasons, Reason("moved"))
    normative = any(judgement.significance == "normative" for judgement in found)
    return Judgement("normative" if normative else "editorial", reasons)
