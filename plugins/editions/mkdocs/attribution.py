"""``editions/attribution``: on every page of a work the notice that its licence asks for, and notices to paste."""

from __future__ import annotations

from mkdocs.config import config_options as option

from editions.mkdocs.options import NoOptions
from editions.mkdocs.switched import SwitchPlugin
from editions.site.switches import ATTRIBUTION


class AttributionOptions(NoOptions):
    """The options of the plugin."""

    copyright = option.Optional(option.Type(str))
    """The copyright notice that comes with the works; every attribution notice repeats it (CC BY 4.0 §3(a)(1)(A))."""


class AttributionPlugin(SwitchPlugin):
    """Switches attribution on."""

    config_class = AttributionOptions
    name = ATTRIBUTION
