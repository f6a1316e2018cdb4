"""``editions/criteria``: the data files of each edition, and of the newest at the standing address."""

from __future__ import annotations

from editions.mkdocs.switched import SwitchPlugin
from editions.source.plugin_names import CRITERIA


class CriteriaPlugin(SwitchPlugin):
    """Switches data files on."""

    name = CRITERIA
