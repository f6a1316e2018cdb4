"""Licences, named by their SPDX identifiers."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CREATIVE_COMMONS = re.compile(r"CC-(BY(?:-NC)?(?:-SA|-ND)?)-([1-4]\.[05])")
_ELEMENTS = {"BY": "Attribution", "NC": "NonCommercial", "SA": "ShareAlike", "ND": "NoDerivatives"}
_VERSION_SUFFIX = {
    "4.0": "International",
    "3.0": "Unported",
    "2.5": "Generic",
    "2.0": "Generic",
    "1.0": "Generic",
}


@dataclass(frozen=True)
class Licence:
    """The licence of a work.

    Attributes:
        spdx: Identifier in the SPDX licence list, such as ``CC-BY-4.0``.
        name: Its name for people.
        url: Where its text stands.
    """

    spdx: str
    name: str
    url: str

    @classmethod
    def of(cls, spdx: str) -> Licence:
        """The licence with an SPDX identifier.

        Args:
            spdx: An identifier from the SPDX licence list (https://spdx.org/licenses/).

        Returns:
            The licence. The names and addresses of the Creative Commons family follow
            https://creativecommons.org/share-your-work/cclicenses/; any other licence keeps its identifier as its
            name and points to its page in the SPDX list.
        """
        if spdx == "CC0-1.0":
            return cls(spdx, "CC0 1.0 Universal", "https://creativecommons.org/publicdomain/zero/1.0/")
        match = _CREATIVE_COMMONS.fullmatch(spdx)
        if match is None:
            return cls(spdx, spdx, f"https://spdx.org/licenses/{spdx}.html")
        elements, version = match[1], match[2]
        title = "-".join(_ELEMENTS[element] for element in elements.split("-"))
        name = f"Creative Commons {title} {version} {_VERSION_SUFFIX[version]}"
        return cls(spdx, name, f"https://creativecommons.org/licenses/{elements.lower()}/{version}/")

    @property
    def short_name(self) -> str:
        """The licence as it is usually written in a line of text, such as ``CC BY 4.0``."""
        match = _CREATIVE_COMMONS.fullmatch(self.spdx)
        return f"CC {match[1]} {match[2]}" if match else self.spdx
