"""``editions/compare``: the comparisons of editions as pages and as data, and on each item's page what changed."""

from __future__ import annotations

from editions.mkdocs.switched import SwitchPlugin
from editions.source.plugin_names import COMPARE


class ComparePlugin(SwitchPlugin):
    """Switches comparisons on."""

    name = COMPARE
