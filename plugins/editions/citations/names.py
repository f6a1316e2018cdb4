"""Names of authors and editors, taken apart the way citation styles need them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from pybtex.database import Person

from editions.citations.latex import decode as decode_latex
from editions.citations.text import one_line
from editions.model.agent import Agent

_SUFFIX = re.compile(r"(?:,\s*|\s+)(Jr\.?|Sr\.?|II|III|IV)$")
_EAST_ASIAN = re.compile(
    r"[\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3130-\u318f\u31a0-\u31bf\u3400-\u4dbf\u4e00-\u9fff"
    r"\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff・･]+"
)


@dataclass(frozen=True, slots=True)
class Name:
    """An author's or editor's name.

    Attributes:
        literal: The whole name; what stands for an organisation, and for anyone whose name is not taken apart.
        family: Family name with its particle (``van der Berg``); empty when the name is not taken apart.
        given: Given names in full or as initials.
        suffix: ``Jr.``, ``III`` and the like.
    """

    literal: str
    family: str = ""
    given: str = ""
    suffix: str = ""

    @property
    def is_organisation(self) -> bool:
        """Whether the name stands as a whole."""
        return not self.family

    @property
    def is_east_asian(self) -> bool:
        """Whether family and given name are written without a space, family name first (王小明, 山田太郎)."""
        return bool(self.given) and bool(_EAST_ASIAN.fullmatch(self.family + self.given))

    @property
    def undivided(self) -> str:
        """The name in the one order in which it is written everywhere; empty where an order has to be chosen."""
        return self.literal if self.is_organisation else self.family + self.given if self.is_east_asian else ""


@lru_cache(maxsize=4096)
def name_of_agent(agent: Agent) -> Name:
    """The name of an author in front matter.

    Args:
        agent: An organisation, or a person. A person without ``family`` is read by BibTeX's rule
            (``Given von Family`` or ``von Family, Jr., Given``), the only published rule for a name in one string.
            A person whose family or given name holds a comma is not taken apart.
    """
    literal = one_line(agent.name)
    if agent.kind == "organization":
        return Name(literal)
    if agent.family is None:
        return name_of_person(Person(_braced(literal))) if literal else Name(literal)
    family, suffix = _split_suffix(one_line(agent.family))
    given, given_suffix = _split_suffix(one_line(agent.given or ""))
    if "," in family + given:
        return Name(literal)  # no format has room for a comma inside a part of a name
    return Name(literal, family, given, suffix or given_suffix)


def _braced(text: str) -> str:
    # A stray brace or a fourth comma is part of this name, not BibTeX syntax.
    plain = text.replace("{", "").replace("}", "").replace("\\", "")
    return plain if plain.count(",") <= 2 else "{" + plain + "}"


def _split_suffix(text: str) -> tuple[str, str]:
    match = _SUFFIX.search(text)
    return (text[: match.start()], match[1]) if match and match.start() else (text, "")


def name_of_person(person: Person, latex: bool = False) -> Name:
    """The name of an author or editor in a bibliography.

    Args:
        latex: Whether the parts are LaTeX and need decoding.

    Returns:
        The name; one that stands in braces as a whole is an organisation.
    """

    def part(*lists: list[str]) -> str:
        joined = " ".join(word for words in lists for word in words)
        return decode_latex(joined) if latex else joined.replace("{", "").replace("}", "")

    family = part(person.prelast_names, person.last_names)
    given = part(person.first_names, person.middle_names)
    suffix = part(person.lineage_names)
    alone = not given and not suffix and not person.prelast_names
    if alone and len(person.last_names) == 1 and person.last_names[0].startswith("{"):
        return Name(family)
    if alone:
        return Name(family, family)
    literal = family + given if _EAST_ASIAN.fullmatch(family + given) else f"{given} {family}".strip()
    return Name(f"{literal} {suffix}".strip(), family, given, suffix)


@lru_cache(maxsize=8192)
def initials(given: str) -> tuple[str, ...]:
    """Initials of given names.

    Args:
        given: ``Jean-Luc``, ``J. R. R.``, ``J.R.R.``, ``Ludwig van``.

    Returns:
        One item for each name: ``("J.-L.",)``, ``("J.", "R.", "R.")``, ``("L.", "van")``. A word that begins in
        lower case is a particle and stays whole.
    """
    found: list[str] = []
    for word in re.sub(r"\.(?=[^\W\d_])", ". ", given).split():
        if word[0].islower() and len(word) > 1 and not word.endswith("."):
            found.append(word)
            continue
        parts = [_initial(part) for part in re.split(r"[-‐‑]", word)]
        found.append("-".join(part for part in parts if part))
    return tuple(item for item in found if item)


def _initial(word: str) -> str:
    letters = unicodedata.normalize("NFC", word)
    for index, character in enumerate(letters):
        # Modifier letters (ʻokina, ʿayn) open a name but are not its initial.
        if character.isalpha() and unicodedata.category(character) != "Lm":
            end = index + 1
            while end < len(letters) and unicodedata.combining(letters[end]):
                end += 1
            return letters[index:end].upper() + "."
    return ""


@lru_cache(maxsize=8192)
def inverted_with_initials(name: Name, space: str = " ") -> str:
    """A name as ``Family, G. N., Jr.``.

    Args:
        space: What stands between initials: a blank (APA 7 § 9.8) or nothing (Cite Them Right).
    """
    return name.undivided or ", ".join(part for part in (name.family, _spaced(name.given, space), name.suffix) if part)


@lru_cache(maxsize=8192)
def initials_first(name: Name, space: str = " ") -> str:
    """A name as ``G. N. Family Jr.``.

    Args:
        space: What stands between initials: a blank (IEEE, APA 7) or nothing (Cite Them Right).
    """
    return name.undivided or " ".join(part for part in (_spaced(name.given, space), name.family, name.suffix) if part)


def inverted(name: Name) -> str:
    """A name as ``Family, Given Names, Jr.`` (Chicago 18, MLA 9)."""
    return name.undivided or ", ".join(part for part in (name.family, name.given, name.suffix) if part)


def natural(name: Name) -> str:
    """A name as ``Given Names Family Jr.``."""
    return name.undivided or " ".join(part for part in (name.given, name.family, name.suffix) if part)


def _spaced(given: str, space: str) -> str:
    text = ""
    for item in initials(given):
        # Initials may stand close together; a particle needs its blank in every style.
        text += (space if text.endswith(".") and item.endswith(".") else " ") + item if text else item
    return text
