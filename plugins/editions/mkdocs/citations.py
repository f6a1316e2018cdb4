"""``editions/citations``: citations of every work on its page, as files and for machines, and references in texts."""

from __future__ import annotations

from mkdocs.config import config_options as option

from editions.citations.in_text import SYSTEMS
from editions.mkdocs.options import NoOptions
from editions.mkdocs.switched import SwitchPlugin
from editions.site.switches import CITATIONS


class CitationsOptions(NoOptions):
    """The options of the plugin."""

    references = option.Choice(SYSTEMS, default="numbered")
    """How texts cite: by number in the order of first citation, or by author and date."""


class CitationsPlugin(SwitchPlugin):
    """Switches citations on."""

    config_class = CitationsOptions
    name = CITATIONS
