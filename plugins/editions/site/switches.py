"""What a project has switched on for its site."""

from __future__ import annotations

from dataclasses import dataclass

from editions.citations.in_text import System
from editions.source.configuration import Configuration
from editions.source.plugin_names import ATTRIBUTION, CITATIONS, COMPARE, CRITERIA


@dataclass(frozen=True)
class Switches:
    """What the site has besides the standard and the articles.

    Attributes:
        compare: Comparisons of editions, and on each item's page what changed.
        criteria: The data files of editions.
        references: How texts cite, where works have citations; ``None`` where they have none.
        attribution: The notice that a work's licence asks for, on each of its pages.
    """

    compare: bool = False
    criteria: bool = False
    references: System | None = None
    attribution: bool = False

    @property
    def cited(self) -> bool:
        """Whether pages have citations or notices to copy."""
        return self.references is not None or self.attribution


def configured_switches(configuration: Configuration) -> Switches:
    """What a configuration file switches on.

    Args:
        configuration: The project's configuration, which has been checked.
    """
    options = configuration.options
    return Switches(
        compare=COMPARE in options,
        criteria=CRITERIA in options,
        references=options[CITATIONS].get("references", "numbered") if CITATIONS in options else None,
        attribution=ATTRIBUTION in options,
    )
