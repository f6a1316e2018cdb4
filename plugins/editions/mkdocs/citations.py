"""``editions/citations``: citations of every work on its page, as files and for machines, and references in texts."""

from __future__ import annotations

from editions.mkdocs.switched import SwitchPlugin
from editions.source.plugin_names import CITATIONS


class CitationsPlugin(SwitchPlugin):
    """Switches citations on."""

    name = CITATIONS
