"""The version policy: how far the version of a standard must rise for what changed.

Editorial changes alone allow a patch. A normative change, or a domain or criterion added, withdrawn, split, merged or
reorganised, asks for at least a minor. What forces a major is the publisher's to say, in ``mkdocs.yml``::

    plugins:
      - editions/standard:
          releases:
            major_on: [domain_withdrawn, renumbered]
            changelog: true
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from editions.comparison import ASPECTS, RELATIONS, Change
from editions.comparison.phrases import heading_words, kind_words
from editions.model import Version
from editions.source.configuration import Configuration
from editions.source.plugin_names import STANDARD
from editions.source.problem import Problem, Unpublishable

Bump = Literal["patch", "minor", "major"]

_ORDER: tuple[Bump, ...] = ("patch", "minor", "major")
_OPTION = "releases"
_ITEM_RELATIONS = tuple(relation for relation in RELATIONS if relation != "continued")
MAJOR_KINDS = frozenset(
    (
        "normative",
        *ASPECTS,
        *_ITEM_RELATIONS,
        *(f"{level}_{relation}" for level in ("domain", "criterion") for relation in _ITEM_RELATIONS),
    )
)
# What the references of others hang on: an id that changes, and a domain that goes.
DEFAULT_MAJOR_ON = frozenset(("domain_withdrawn", "renumbered"))


@dataclass(frozen=True)
class Policy:
    """What releases must keep to.

    Attributes:
        major_on: Kinds of change that force a major version.
        changelog: Whether ``CHANGELOG.md`` is kept and checked.
    """

    major_on: frozenset[str] = DEFAULT_MAJOR_ON
    changelog: bool = True


@dataclass(frozen=True)
class Demand:
    """How far a version must rise.

    Attributes:
        bump: The least step.
        reasons: The changes that ask for this step, in words; empty for a patch.
    """

    bump: Bump
    reasons: tuple[str, ...] = ()


def read_policy(configuration: Configuration) -> Policy:
    """Read the policy from the configuration.

    Returns:
        The policy; defaults where nothing is said.

    Raises:
        Unpublishable: If an option is unknown or has another form; it holds every problem.
    """
    options = configuration.options.get(STANDARD, {}).get(_OPTION)
    if options is None:
        return Policy()
    problems = tuple(_problems(configuration, options))
    if problems:
        raise Unpublishable(problems)
    return Policy(frozenset(options.get("major_on", DEFAULT_MAJOR_ON)), options.get("changelog", True))


def _problems(configuration: Configuration, options: Any) -> Iterator[Problem]:
    def problem(key: str, message: str) -> Problem:
        return Problem(*configuration.plugin_place(STANDARD, _OPTION, key), message)

    if not isinstance(options, Mapping):
        yield problem("", f"{_OPTION} is no mapping; write 'major_on:' and 'changelog:' below it")
        return
    for key in options:
        if key not in ("major_on", "changelog"):
            yield problem(str(key), f"{_OPTION}.{key} is no option; use major_on or changelog")
    kinds = options.get("major_on", [])
    if not isinstance(kinds, list):
        yield problem("major_on", "releases.major_on is no list; write it like [domain_withdrawn, renumbered]")
    else:
        for kind in kinds:
            if kind not in MAJOR_KINDS:
                known = ", ".join(sorted(MAJOR_KINDS))
                yield problem("major_on", f"releases.major_on names {kind!r}, which is no kind of change; use {known}")
    if not isinstance(options.get("changelog", True), bool):
        yield problem("changelog", "releases.changelog is neither true nor false; write one of them")


def demand(changes: tuple[Change, ...], policy: Policy) -> Demand:
    """How far the version must rise for changes.

    Returns:
        The least step and what asks for it.
    """
    reasons: dict[Bump, list[str]] = {"major": [], "minor": []}
    for change in changes:
        words = f"{heading_words(change)}: {kind_words(change)}"
        forcing = sorted(_kinds(change) & policy.major_on)
        if forcing:
            reasons["major"].append(f"{words} ({', '.join(forcing)})")
        elif change.significance == "normative" or (change.level != "prose" and change.relation != "continued"):
            reasons["minor"].append(f"{words} ({change.significance})")
    for bump in ("major", "minor"):
        if reasons[bump]:
            return Demand(bump, tuple(reasons[bump]))
    return Demand("patch")


def _kinds(change: Change) -> frozenset[str]:
    kinds = {"normative"} if change.significance == "normative" else set[str]()
    if change.level != "prose":
        kinds |= {*change.aspects, change.relation, f"{change.level}_{change.relation}"}
    return frozenset(kinds)


def step(old: Version, new: Version) -> Bump | None:
    """How far a version rose.

    Returns:
        The first number that rose; ``None`` if ``new`` is not higher than ``old``.
    """
    if new <= old:
        return None
    if new.major > old.major:
        return "major"
    return "minor" if new.minor > old.minor else "patch"


def lowest(old: Version, bump: Bump) -> Version:
    """The lowest version that is a given step higher, such as 1.2 for a minor after 1.1.3."""
    if bump == "major":
        return Version(old.major + 1, 0)
    if bump == "minor":
        return Version(old.major, old.minor + 1)
    return Version(old.major, old.minor, (old.patch or 0) + 1)


def version_message(old: Version, new: Version, wanted: Demand) -> str | None:
    """Say what is wrong with a version.

    Args:
        old: Version of the newest release.
        new: The version that is to follow it.

    Returns:
        What is wrong and what to do; ``None`` if the version will do.
    """
    rose = step(old, new)
    if rose is None:
        return f"version {new} is not higher than the newest release {old}; raise it to {lowest(old, wanted.bump)}"
    if _ORDER.index(rose) >= _ORDER.index(wanted.bump):
        return None
    shown = "; ".join(wanted.reasons[:3]) + (f"; and {len(wanted.reasons) - 3:,} more" if wanted.reasons[3:] else "")
    return (
        f"version {new} is too low after {old}: these changes ask for a {wanted.bump} version, "
        f"so make it {lowest(old, wanted.bump)} or higher ({shown})"
    )
