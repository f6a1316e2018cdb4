"""What a change is called: the words that every text form shares."""

from __future__ import annotations

from editions.comparison.added_fields import field_changes
from editions.comparison.change import Change, Chapter, Item, Part
from editions.comparison.significance import Reason
from editions.comparison.summary import ASPECT_WORDS, RELATION_WORDS
from editions.words.messages import in_context, message
from editions.words.phrasebook import ENGLISH, Phrasebook

_MOST_NAMED = 6  # words of one side of a reason that one takes in
_LONGEST_PHRASE = 12  # words of one phrase that does
# What changed by each rule that names words.
_WHAT = {
    "requirement": in_context("what changed", "a requirement"),
    "recommendation": in_context("what changed", "a recommendation"),
    "permission": in_context("what changed", "a permission"),
    "possibility": in_context("what changed", "a possibility"),
    "key word in capitals": in_context("what changed", "a key word in capitals"),
    "negation": in_context("what changed", "a negation"),
    "limit": in_context("what changed", "a limit"),
    "number": in_context("what changed", "a number"),
    "unit": in_context("what changed", "a unit"),
    "condition": in_context("what changed", "a condition"),
    "time": in_context("what changed", "a time"),
    "conjunction": in_context("what changed", "a conjunction"),
    "link target": in_context("what changed", "a link target"),
    "scope": in_context("what changed", "a word of scope"),
    "image": in_context("what changed", "an image"),
    "other words": in_context("what changed", "words"),
    "linked words": in_context("what changed", "linked words"),
    "abbreviation": in_context("what changed", "the meaning of an abbreviation"),
    "order of terms": in_context("what changed", "the order of words"),
    "pause": in_context("what changed", "punctuation that can matter"),
    "capitals": in_context("what changed", "capitals"),
    "spelling": in_context("what changed", "spelling"),
    "punctuation": in_context("what changed", "punctuation"),
    "white space": in_context("what changed", "white space"),
}
_SEVERAL = frozenset({"other words", "linked words", "capitals"})
# What happened to words that both texts have.
_MOVED = {
    "structure": message("words moved to another paragraph, item or cell ({words})"),
    "list markers": message("bullets or numbers of a list changed ({words})"),
}
_SENTENCES = {
    "order": message("the order of sentences or items changed"),
    "emphasis and markup": message("the same words are set in another way"),
    "level changed": message("the level changed"),
    "another domain": message("it moved to another domain"),
    "informative text": message("the text is informative"),
}
_PARTS: dict[Part, str] = {
    "facts": message("{what} (about this edition)"),
    "edition": message("{what} (text of the edition)"),
    "guidance": message("{what} (guidance)"),
    "article": message("{what} (article)"),
}
_NONE = in_context("value", "none")
_ABOUT_DOMAIN = message("{what} (about this domain)")


def side_words(items: tuple[Item, ...], change: Change, words: Phrasebook = ENGLISH) -> str:
    """One side of a change by name, such as ``PSF-01 Input Governance, PSF-02 Output Validation``."""
    return ", ".join(_name(item, change, words) for item in items)


def heading_words(change: Change, words: Phrasebook = ENGLISH) -> str:
    """A change by the names of its items: ``D04 → PSF-01, PSF-02``; one name if both sides have the same."""
    old, new = side_words(change.old, change, words), side_words(change.new, change, words)
    if not old or not new or old == new:
        return old or new
    return f"{old} → {new}"


def chapter_name(chapter: Chapter, words: Phrasebook = ENGLISH) -> str:
    """The name of a chapter, such as ``PSF-01 Input Governance``."""
    if chapter.new is not None:
        return f"{chapter.new} {chapter.title}"
    if not chapter.old:
        return words.text("The edition as a whole")
    return words.text("{name} (withdrawn)", name=f"{', '.join(chapter.old)} {chapter.title}")


def kind_words(change: Change, words: Phrasebook = ENGLISH) -> str:
    """What happened: ``split; moved, reworded``, and for prose where it stands."""
    told = words.text(RELATION_WORDS[change.relation]) if change.relation != "continued" or not change.aspects else ""
    aspects = ", ".join(words.text(ASPECT_WORDS[aspect]) for aspect in change.aspects)
    what = "; ".join(part for part in (told, aspects) if part)
    if change.level != "prose" or change.part is None:
        return what
    about = change.part != "facts" or all(item.domain is None for item in change.old + change.new)
    return words.text(_PARTS[change.part] if about else _ABOUT_DOMAIN, what=what)


def section_name(item: Item, words: Phrasebook = ENGLISH) -> str:
    """The name of a section of prose, such as ``“Scope › Out of scope”``."""
    path = (words.text(item.id),) if item.is_fact else item.path or (item.id,)
    return words.text("“{words}”", words=" › ".join(path))


def reason_sentence(change: Change, words: Phrasebook = ENGLISH) -> str:
    """Why a change is editorial or normative, such as ``Normative: a number changed from “24” to “48”``.

    What the relation or an editorial aspect says already is left out; empty if that is all.
    """
    said = {f"{change.level} {change.relation}", "renumbered", "moved", "references changed"}
    clauses = [_clause(reason, words) for reason in change.reasons if reason.rule not in said]
    if not clauses:
        return ""
    *first, last = clauses
    listed = words.text("{clauses}, and {last}", clauses=", ".join(first), last=last) if first else last
    if change.significance == "normative":
        return words.text("Normative: {reasons}.", reasons=listed)
    return words.text("Editorial: {reasons}.", reasons=listed)


def detail_words(change: Change, words: Phrasebook = ENGLISH) -> tuple[str, ...]:
    """What the wording does not show: levels, references, domains and sections, one line each."""
    lines = []
    if "moved" in change.aspects and change.level == "criterion":
        old, new = _homes(change.old), _homes(change.new)
        moved = words.text("Moved: {old} → {new}", old=old, new=new)
        lines.append(moved if old != new else words.text("Moved: another order"))
    if "level_changed" in change.aspects:
        old, new = _levels(change.old, words), _levels(change.new, words)
        lines.append(words.text("Level: {old} → {new}", old=old, new=new))
    if "references_changed" in change.aspects:
        before, after = _references(change.old), _references(change.new)
        lines += [words.text("Reference withdrawn: {name}", name=it) for it in before if it not in after]
        lines += [words.text("Reference added: {name}", name=it) for it in after if it not in before]
    for it in field_changes(change.level, change.old, change.new, words):
        said = " → ".join(" ".join(value.split()) or words.text(_NONE) for value in (it.old, it.new))
        form = message("{field}: {values}") if it.field.normative else message("{field} (informative): {values}")
        lines.append(words.text(form, field=words.text(it.field.label), values=said))
    return tuple(lines)


def _name(item: Item, change: Change, words: Phrasebook) -> str:
    if change.level == "prose":
        return section_name(item, words)
    shown = item.id if item.label in ("", item.id) else f"{item.id} ({item.label})"
    return f"{shown} {item.title}" if change.level == "domain" and item.title else shown


def _clause(reason: Reason, words: Phrasebook) -> str:
    if reason.rule in _SENTENCES:
        return words.text(_SENTENCES[reason.rule])
    if reason.rule in _MOVED:
        return words.text(_MOVED[reason.rule], words=_quoted(reason.new, words))
    what = words.text(_WHAT.get(reason.rule, reason.rule))
    old, new = _quoted(reason.old, words), _quoted(reason.new, words)
    if len(reason.old) + len(reason.new) > 2 * _MOST_NAMED:
        many = (
            message("many words changed") if reason.rule == "other words" else message("{what} changed in many places")
        )
        return words.text(many, what=what)
    if old and new:
        return words.text("{what} changed from {old} to {new}", what=what, old=old, new=new)
    if not old and not new:
        return words.text("{what} changed", what=what)
    if reason.rule in _SEVERAL:
        form = message("{what} were removed ({words})") if old else message("{what} were added ({words})")
    else:
        form = message("{what} was removed ({words})") if old else message("{what} was added ({words})")
    return words.text(form, what=what, words=old or new)


def _quoted(phrases: tuple[str, ...], words: Phrasebook) -> str:
    shown = [words.text("“{words}”", words=_shortened(phrase.split())) for phrase in phrases[:_MOST_NAMED]]
    more = len(phrases) - len(shown)
    return ", ".join([*shown, *([words.count(more, "{n} more", "{n} more")] if more else [])])


def _shortened(words: list[str]) -> str:
    return " ".join(words if len(words) <= _LONGEST_PHRASE else [*words[: _LONGEST_PHRASE - 1], "…"])


def _homes(items: tuple[Item, ...]) -> str:
    homes = (f"{item.domain} › {item.section}" if item.section else item.domain or "" for item in items)
    return ", ".join(dict.fromkeys(homes))


def _levels(items: tuple[Item, ...], words: Phrasebook) -> str:
    return ", ".join(dict.fromkeys(item.level or words.text(_NONE) for item in items))


def _references(items: tuple[Item, ...]) -> list[str]:
    found = []
    for item in items:
        for reference in item.references:
            version = f" {reference.version}" if reference.version else ""
            url = f" <{reference.url}>" if reference.url else ""
            found.append(f"{reference.framework}{version} {reference.id}{url}")
    return list(dict.fromkeys(found))
