"""``editions/criteria``: the data files of each edition, and of the newest at the standing address."""

from __future__ import annotations

from mkdocs.config import config_options as option

from editions.mkdocs.options import NoOptions
from editions.mkdocs.switched import SwitchPlugin
from editions.site.switches import CRITERIA


class CriteriaOptions(NoOptions):
    """The options of the plugin."""

    fonts = option.Optional(option.Type(str))
    """Folder of typefaces for PDFs; see :mod:`editions.source.font_folder`, which reads and checks it."""


class CriteriaPlugin(SwitchPlugin):
    """Switches data files on."""

    config_class = CriteriaOptions
    name = CRITERIA
