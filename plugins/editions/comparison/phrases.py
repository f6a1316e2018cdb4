"""What a change is called: the words that every text form shares."""

from __future__ import annotations

from editions.comparison.added_fields import field_changes
from editions.comparison.change import Change, Item, Part
from editions.comparison.significance import Reason
from editions.comparison.summary import ASPECT_WORDS

_MOST_NAMED = 6  # words of one side of a reason that one takes in
_LONGEST_PHRASE = 12  # words of one phrase that does
# What changed by each rule that names words, and whether it is one.
_WHAT = {
    **{
        name: (f"a {name}", "was")
        for name in (
            "requirement",
            "recommendation",
            "permission",
            "possibility",
            "key word in capitals",
            "negation",
            "limit",
            "number",
            "unit",
            "condition",
            "time",
            "conjunction",
            "link target",
        )
    },
    "scope": ("a word of scope", "was"),
    "image": ("an image", "was"),
    "other words": ("words", "were"),
    "linked words": ("linked words", "were"),
    "abbreviation": ("the meaning of an abbreviation", "was"),
    "order of terms": ("the order of words", "was"),
    "pause": ("punctuation that can matter", "was"),
    "capitals": ("capitals", "were"),
}
# What happened to words that both texts have.
_MOVED = {
    "structure": "words moved to another paragraph, item or cell",
    "list markers": "bullets or numbers of a list changed",
}
_SENTENCES = {
    "order": "the order of sentences or items changed",
    "emphasis and markup": "the same words are set in another way",
    "level changed": "the level changed",
    "another domain": "it moved to another domain",
    "informative text": "the text is informative",
}
_PARTS: dict[Part, str] = {
    "facts": "about this edition",
    "edition": "text of the edition",
    "guidance": "guidance",
    "article": "article",
}


def side_words(items: tuple[Item, ...], change: Change) -> str:
    """One side of a change by name, such as ``PSF-01 Input Governance, PSF-02 Output Validation``."""
    return ", ".join(_name(item, change) for item in items)


def heading_words(change: Change) -> str:
    """A change by the names of its items: ``D04 → PSF-01, PSF-02``; one name if both sides have the same."""
    old, new = side_words(change.old, change), side_words(change.new, change)
    if not old or not new or old == new:
        return old or new
    return f"{old} → {new}"


def kind_words(change: Change) -> str:
    """What happened: ``split; moved, reworded``, and for prose where it stands."""
    told = change.relation if change.relation != "continued" or not change.aspects else ""
    aspects = ", ".join(ASPECT_WORDS[aspect] for aspect in change.aspects)
    words = "; ".join(part for part in (told, aspects) if part)
    if change.level != "prose" or change.part is None:
        return words
    about = change.part != "facts" or all(item.domain is None for item in change.old + change.new)
    return f"{words} ({_PARTS[change.part] if about else 'about this domain'})"


def reason_sentence(change: Change) -> str:
    """Why a change is editorial or normative, such as ``Normative: a number changed from “24” to “48”``.

    What the relation or an editorial aspect says already is left out; empty if that is all.
    """
    said = {f"{change.level} {change.relation}", "renumbered", "moved", "references changed"}
    clauses = [_clause(reason) for reason in change.reasons if reason.rule not in said]
    if not clauses:
        return ""
    *first, last = clauses
    listed = f"{', '.join(first)}, and {last}" if first else last
    return f"{change.significance.capitalize()}: {listed}."


def detail_words(change: Change) -> tuple[str, ...]:
    """What the wording does not show: levels, references, domains and sections, one line each."""
    lines = []
    if "moved" in change.aspects and change.level == "criterion":
        old, new = _homes(change.old), _homes(change.new)
        lines.append(f"Moved: {old} → {new}" if old != new else "Moved: another order")
    if "level_changed" in change.aspects:
        lines.append(f"Level: {_levels(change.old)} → {_levels(change.new)}")
    if "references_changed" in change.aspects:
        before, after = _references(change.old), _references(change.new)
        lines += [f"Reference withdrawn: {reference}" for reference in before if reference not in after]
        lines += [f"Reference added: {reference}" for reference in after if reference not in before]
    for it in field_changes(change.level, change.old, change.new):
        said = (" ".join(words.split()) or "none" for words in (it.old, it.new))
        lines.append(f"{it.field.label}{'' if it.field.normative else ' (informative)'}: {' → '.join(said)}")
    return tuple(lines)


def _name(item: Item, change: Change) -> str:
    if change.level == "prose":
        return f"“{' › '.join(item.path) or item.id}”"
    shown = item.id if item.label in ("", item.id) else f"{item.id} ({item.label})"
    return f"{shown} {item.title}" if change.level == "domain" and item.title else shown


def _clause(reason: Reason) -> str:
    if reason.rule in _SENTENCES:
        return _SENTENCES[reason.rule]
    if reason.rule in _MOVED:
        return f"{_MOVED[reason.rule]} ({_quoted(reason.new)})"
    what, was = _WHAT.get(reason.rule, (reason.rule, "was"))
    old, new = _quoted(reason.old), _quoted(reason.new)
    if len(reason.old) + len(reason.new) > 2 * _MOST_NAMED:
        return "many words changed" if reason.rule == "other words" else f"{what} changed in many places"
    if old and new:
        return f"{what} changed from {old} to {new}"
    if old or new:
        return f"{what} {was} {'removed' if old else 'added'} ({old or new})"
    return f"{what} changed"


def _quoted(phrases: tuple[str, ...]) -> str:
    shown = [f"“{_shortened(phrase.split())}”" for phrase in phrases[:_MOST_NAMED]]
    more = len(phrases) - len(shown)
    return ", ".join([*shown, *([f"{more:,} more"] if more else [])])


def _shortened(words: list[str]) -> str:
    return " ".join(words if len(words) <= _LONGEST_PHRASE else [*words[: _LONGEST_PHRASE - 1], "…"])


def _homes(items: tuple[Item, ...]) -> str:
    homes = (f"{item.domain} › {item.section}" if item.section else item.domain or "" for item in items)
    return ", ".join(dict.fromkeys(homes))


def _levels(items: tuple[Item, ...]) -> str:
    return ", ".join(dict.fromkeys(item.level or "none" for item in items))


def _references(items: tuple[Item, ...]) -> list[str]:
    found = []
    for item in items:
        for reference in item.references:
            version = f" {reference.version}" if reference.version else ""
            url = f" <{reference.url}>" if reference.url else ""
            found.append(f"{reference.framework}{version} {reference.id}{url}")
    return list(dict.fromkeys(found))
