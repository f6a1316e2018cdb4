"""Settings of ``mkdocs.yml`` that only MkDocs follows: a build without it says so."""

from __future__ import annotations

from collections.abc import Iterator

from editions.source.configuration import Configuration
from editions.source.problem import Problem

_OWN = "editions/"
_SEARCHES = ("search", "material/search")  # the site has a search of its own
_KEYS = {
    "hooks": "hooks run in MkDocs alone",
    "extra_templates": "templates beside the pages are filled in by MkDocs alone",
    "draft_docs": "drafts of pages are shown by MkDocs alone",
}
_OTHERWISE = "this build goes without; use mkdocs build for it"


def foreign_notices(configuration: Configuration) -> Iterator[Problem]:
    """Find what a build without MkDocs leaves out.

    Args:
        configuration: The project's configuration.

    Yields:
        A notice for each plugin of others and each setting that asks MkDocs for something.
    """
    for name in configuration.options:
        if not name.startswith(_OWN) and name not in _SEARCHES:
            yield Problem(*configuration.plugin_place(name), f"the plugin {name} is one of MkDocs; {_OTHERWISE}")
    for key, why in _KEYS.items():
        if configuration.file.data.get(key):
            yield Problem(*configuration.file.place(key), f"{key} has no effect here: {why}; {_OTHERWISE}")
