"""What a site goes without where MkDocs does not make it with the project's plugins."""

from __future__ import annotations

from dataclasses import replace

from editions.cli.problem_lines import say_problems
from editions.render.foreign_settings import foreign_notices
from editions.source.configuration import Configuration
from editions.validation.site_settings import site_notices


def say_notices(configuration: Configuration) -> int:
    """Print what of the configuration has no effect.

    Returns:
        How many settings that are.
    """
    notices = sorted([*site_notices(configuration), *foreign_notices(configuration)])
    say_problems((replace(it, message=f"notice: {it.message}") for it in notices), to_stderr=True)
    return len(notices)
