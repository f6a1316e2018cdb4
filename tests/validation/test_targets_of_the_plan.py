"""What links can lead to is what the plan of the site has."""

from __future__ import annotations

from pathlib import Path

import pytest

from editions.site.plan import configured_plan
from editions.source.configuration import read_configuration
from editions.source.project import read_project
from editions.validation import load_publication
from editions.validation.link_targets import find_link_targets
from editions.validation.project_texts import project_texts
from project_files import write_project
from small_standard import write_small_standard


@pytest.fixture(params=["small standard", "draft"])
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A project with releases, former items, crosswalks and articles; and one with a draft."""
    if request.param == "draft":
        return write_project(tmp_path / "project", draft=True) / "mkdocs.yml"
    return write_small_standard(tmp_path / "project") / "mkdocs.yml"


def test_links_can_lead_to_the_pages_and_files_that_the_site_has(project: Path) -> None:
    configuration = read_configuration(project)
    records = read_project(configuration)
    targets = find_link_targets(records, project_texts(records))
    site = configured_plan(load_publication(configuration), configuration)
    assert {page.address for page in site.documents.values()} == set(targets.addresses)
    assert not [address for address in site.data if not targets.has_file(address)]
