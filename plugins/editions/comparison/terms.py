"""What a text says and how it says it: its terms in order, and beside them spelling, case, marks and link targets."""

from __future__ import annotations

from dataclasses import dataclass, field

from editions.comparison.signs import Pause
from editions.text.words import Step


@dataclass(frozen=True, slots=True)
class Term:
    """A word that says something, a number or a sign that carries meaning.

    Attributes:
        key: What it says: one spelling in lower case; words in capitals and code keep their letters.
        spelled: The word as it is spelled, in lower case.
        cased: The word with its capitals.
        pause: What is between it and the term before it.
        place: What contains it.
        fixed: Whether it is code, a formula or the like, of which every sign counts.
    """

    key: str
    spelled: str
    cased: str
    pause: Pause
    place: tuple[Step, ...]
    fixed: bool = False


@dataclass
class Reading:
    """A text taken apart.

    Attributes:
        terms: What it says.
        targets: Where its links lead, those left out whose words are their address.
        linked: Places of the terms that these links contain.
        images: Files of its pictures.
        meanings: What its abbreviations mean.
        marks: Its punctuation.
        repeated: Words that are written twice by mistake.
        seen: All letters in their places, in whatever type they are set.
    """

    terms: list[Term] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    linked: list[int] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    meanings: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)
    seen: list[tuple[tuple[Step, ...], str]] = field(default_factory=list)

    @property
    def keys(self) -> list[str]:
        """What its terms say."""
        return [term.key for term in self.terms]
