"""The parts of an attribution notice."""

from __future__ import annotations

from dataclasses import dataclass

from editions.model import Adaptation, Licence


@dataclass(frozen=True)
class Credit:
    """Someone to be credited.

    Attributes:
        name: The name, as it is to be reproduced.
        url: The home page, if one is known.
    """

    name: str
    url: str | None = None


@dataclass(frozen=True)
class Notice:
    """What is said of one work, in one version.

    Attributes:
        title: Its title.
        container: Title of the edition that a domain or criterion stands in.
        version: The version; that of the edition, if the work is a part of one.
        authors: Who is credited.
        url: The permanent address.
        licence: The licence.
        copyright_notice: The copyright notice, if the publisher supplies one.
        adapted_from: The work that it is adapted from.
    """

    title: str
    container: str | None
    version: str | None
    authors: tuple[Credit, ...]
    url: str
    licence: Licence
    copyright_notice: str | None = None
    adapted_from: Adaptation | None = None

    @property
    def allows_adaptations(self) -> bool:
        """Whether the licence lets adaptations be shared; a ``NoDerivatives`` licence does not."""
        return "-ND" not in self.licence.spdx

    @property
    def disclaims_warranties(self) -> bool:
        """Whether the licence disclaims warranties in its section 5, as all Creative Commons licences from 1.0 do."""
        return self.licence.spdx.startswith("CC-BY")
