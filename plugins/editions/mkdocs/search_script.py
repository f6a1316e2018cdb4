"""The search index as a script: a page that is opened from a disk may load a script, but fetch nothing."""

from __future__ import annotations

import json
from pathlib import Path


def write_search_script(site: Path) -> None:
    """Write the index beside itself in the form of a script.

    Args:
        site: The folder of the built site. Nothing is written if it has no index.
    """
    index = site / "search" / "search_index.json"
    if not index.is_file():
        return
    # Read from a string, so that whatever stands in the index is data to the browser and never script.
    text = json.dumps(index.read_text(encoding="utf-8"))
    script = f'dispatchEvent(new CustomEvent("editions:index",{{detail:JSON.parse({text})}}))\n'
    index.with_suffix(".js").write_text(script, encoding="utf-8")
