"""Links of articles lead to the newest release, or to the newest that still has what they name."""

from __future__ import annotations

import json
from pathlib import Path

from editions.pages.published_links import LinkContext, moved_domains, path_of_target
from editions.source.configuration import read_configuration
from editions.source.release_lock import lock_bytes, make_lock
from editions.validation import load_publication
from project_files import write_project


def test_a_link_to_a_domain_that_was_renamed_leads_to_the_release_that_has_it(tmp_path: Path) -> None:
    write_project(tmp_path)
    newest = tmp_path / "standard/releases/2.0"
    for folder in (newest, tmp_path / "standard"):
        (folder / "domains/02-heat.md").rename(folder / "domains/02-fire.md")
    _lock_again(newest)
    publication = load_publication(read_configuration(tmp_path / "mkdocs.yml"))
    context = LinkContext("insights/a.md", "insights/a.md", moved=moved_domains(publication.standard))
    assert path_of_target("../standard/domains/02-heat.md#K2.2", context) == "../standard/1.0/domains/heat.md#K2.2"
    assert path_of_target("../standard/domains/01-knives.md", context) == "../standard/domains/knives.md"


def _lock_again(release: Path) -> None:
    """Freeze what stands in a release's folder now."""
    lock = json.loads((release / "release.json").read_text(encoding="utf-8"))
    names = [path.relative_to(release).as_posix() for path in release.rglob("*") if path.is_file()]
    contents = {name: (release / name).read_bytes() for name in names if name != "release.json"}
    previous = (lock["previous"]["version"], lock["previous"]["digest"])
    made = make_lock(lock["$schema"], lock["version"], lock["date"], contents, previous)
    (release / "release.json").write_bytes(lock_bytes(made))
