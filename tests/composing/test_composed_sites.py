"""A composed folder gives with each generator the site that ``editions build`` gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from composed_sites import GENERATORS, anchors, build, compose, data_files, shown
from hostile_standard import write_hostile_standard
from release_projects import editions
from sites import Site, copy_sources, shared_once
from small_standard import write_small_standard

pytestmark = pytest.mark.slow

URL = "https://other.example/"
PROJECTS = {"own_site": copy_sources, "small_site": write_small_standard, "hostile_site": write_hostile_standard}


@pytest.fixture(scope="module", params=PROJECTS)
def project(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def expected(request: pytest.FixtureRequest, project: str) -> Site:
    site: Site = request.getfixturevalue(project)
    return site


@pytest.fixture(scope="module", params=GENERATORS)
def composed(request: pytest.FixtureRequest, project: str, expected: Site, shared_folder: Path) -> Site:
    def make(folder: Path) -> None:
        outcome = compose(PROJECTS[project](folder / "project"), folder / "composed")
        assert outcome.code == 0, outcome.output
        build(folder / "composed", request.param, expected.url)

    folder = shared_once(shared_folder, f"composed-{project}-{request.param}", make)
    return Site(folder / "composed" / "site", expected.url, "")


def test_the_addresses_are_the_same(expected: Site, composed: Site) -> None:
    assert composed.addresses() == expected.addresses()


def test_the_data_files_are_the_same_bytes(expected: Site, composed: Site) -> None:
    ours, theirs = data_files(composed), data_files(expected)
    assert ours.keys() == theirs.keys()
    assert [path for path in ours if ours[path] != theirs[path]] == []


def test_the_anchors_are_the_same(expected: Site, composed: Site) -> None:
    assert {it: anchors(composed, it) for it in composed.addresses()} == {
        it: anchors(expected, it) for it in expected.addresses()
    }


def test_the_pages_show_the_same(expected: Site, composed: Site) -> None:
    """Head metadata, words and elements are the same, and links lead to the same places."""
    assert [it for it in expected.addresses() if shown(composed, it) != shown(expected, it)] == []


@pytest.mark.parametrize("path", ["404.html", "sitemap.xml"])
def test_what_generators_list_is_listed_as_well(expected: Site, composed: Site, path: str) -> None:
    ours, theirs = ((it.folder / path).read_text(encoding="utf-8").split() for it in (composed, expected))
    assert ours == theirs


OTHER = """\
site_name: A {{ b }} {% c %} {# d #} & <e>
site_url: https://other.example/
extra_css: [own.css]
theme:
  name: material
  language: de
  custom_dir: own
plugins:
  - editions/standard
"""
TEMPLATE = """\
{% extends "base.html" %}
{% block announce %}{{ page.title }} <a href="{{ 'license/' | url }}">{{ config.site_name | e }}</a>{% endblock %}
{% block extrahead %}<meta name="own" content="{{ page.url }} {{ '{{' }}">{% endblock %}
"""


@pytest.mark.parametrize("generator", GENERATORS)
def test_a_site_in_the_root_of_its_host_with_its_own_templates(tmp_path: Path, generator: str) -> None:
    """Signs of templates in names, another language, few plugins, templates and styles of the project."""
    project = write_small_standard(tmp_path / "project")
    (project / "mkdocs.yml").write_text(OTHER, encoding="utf-8")
    (project / "docs" / "own.css").write_text("p { color: red }", encoding="utf-8")
    (project / "own").mkdir()
    (project / "own" / "main.html").write_text(TEMPLATE, encoding="utf-8")
    assert editions(project, "build", "-d", str(tmp_path / "site")).code == 0
    assert compose(project, tmp_path / "composed").code == 0
    ours, theirs = build(tmp_path / "composed", generator, URL), Site(tmp_path / "site", URL, "")
    assert ours.addresses() == theirs.addresses()
    assert [it for it in theirs.addresses() if shown(ours, it) != shown(theirs, it)] == []
    assert data_files(ours) == data_files(theirs)
