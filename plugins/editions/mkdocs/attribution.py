"""``editions/attribution``: on every page of a work the notice that its licence asks for, and notices to paste."""

from __future__ import annotations

from editions.mkdocs.switched import SwitchPlugin
from editions.source.plugin_names import ATTRIBUTION


class AttributionPlugin(SwitchPlugin):
    """Switches attribution on."""

    name = ATTRIBUTION
