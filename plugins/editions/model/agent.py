"""People and organisations that write and publish works."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Agent:
    """An author: a person or an organisation.

    Attributes:
        name: The name as it is written in full.
        kind: Whether the name may be taken apart (``person``) or never (``organization``).
        family: A person's family name, with its particle, as the person writes it.
        given: A person's given names.
    """

    name: str
    kind: Literal["organization", "person"] = "organization"
    family: str | None = None
    given: str | None = None


@dataclass(frozen=True)
class Publisher:
    """The organisation that publishes a standard.

    Attributes:
        name: Full name.
        abbreviation: Short name, if it has one.
        url: Its home page, if it has one.
    """

    name: str
    abbreviation: str | None = None
    url: str | None = None
