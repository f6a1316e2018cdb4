"""The same plugins and the same ``mkdocs.yml`` under ProperDocs, the maintained fork of MkDocs 1."""

from __future__ import annotations

from pathlib import Path

import pytest

from sites import ROOT, Site, build_site, shared_once


@pytest.fixture(scope="module")
def properdocs_site(shared_folder: Path) -> Site:
    url = "https://productionai.institute/"
    folder = shared_once(
        shared_folder, "properdocs", lambda it: build_site(ROOT, it / "site", url, "properdocs") and None
    )
    return Site(folder / "site", url, "")


def test_properdocs_builds_the_same_files(own_site: Site, properdocs_site: Site) -> None:
    assert properdocs_site.files().keys() == own_site.files().keys()


def test_properdocs_builds_the_same_bytes(own_site: Site, properdocs_site: Site) -> None:
    ours, theirs = own_site.files(), properdocs_site.files()
    assert [path for path in ours if ours[path] != theirs[path]] == []
