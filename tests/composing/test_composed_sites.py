"""A composed folder gives with each generator the site that ``editions build`` gives."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from composed_sites import GENERATORS, anchors, build, compose, data_files, shown
from hostile_standard import write_hostile_standard
from project_files import write_project
from release_projects import editions
from sites import Site, copy_sources, shared_once
from small_standard import write_small_standard

pytestmark = pytest.mark.slow

URL = "https://other.example/"
PROJECTS = {"own_site": copy_sources, "small_site": write_small_standard, "hostile_site": write_hostile_standard}
# Each generator builds the site that has every kind of page; the others show what else can be in a text.
BUILDS = [("small_site", it) for it in GENERATORS] + [("own_site", "zensical"), ("hostile_site", "mkdocs")]


@pytest.fixture(scope="module", params=BUILDS, ids="-".join)
def built(request: pytest.FixtureRequest) -> tuple[str, str]:
    pair: tuple[str, str] = request.param
    return pair


@pytest.fixture(scope="module")
def expected(request: pytest.FixtureRequest, built: tuple[str, str]) -> Site:
    site: Site = request.getfixturevalue(built[0])
    return site


@pytest.fixture(scope="module")
def composed(built: tuple[str, str], expected: Site, shared_folder: Path) -> Site:
    project, generator = built

    def make(folder: Path) -> None:
        outcome = compose(PROJECTS[project](folder / "project"), folder / "composed")
        assert outcome.code == 0, outcome.output

    def make_site(folder: Path) -> None:
        shutil.copytree(shared_once(shared_folder, f"composed-{project}", make) / "composed", folder / "composed")
        build(folder / "composed", generator, expected.url)

    folder = shared_once(shared_folder, f"composed-{project}-{generator}", make_site)
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


def test_a_site_in_the_root_of_its_host_with_its_own_templates(tmp_path: Path) -> None:
    """Signs of templates in names, another language, few plugins, templates and styles of the project."""
    project = write_project(tmp_path / "project")
    (project / "mkdocs.yml").write_text(OTHER, encoding="utf-8")
    (project / "docs" / "own.css").write_text("p { color: red }", encoding="utf-8")
    (project / "own").mkdir()
    (project / "own" / "main.html").write_text(TEMPLATE, encoding="utf-8")
    assert editions(project, "build", "-d", str(tmp_path / "site")).code == 0
    assert compose(project, tmp_path / "composed").code == 0
    theirs = Site(tmp_path / "site", URL, "")
    for generator in GENERATORS:
        ours = build(tmp_path / "composed", generator, URL)
        assert ours.addresses() == theirs.addresses()
        assert [it for it in theirs.addresses() if shown(ours, it) != shown(theirs, it)] == [], generator
        assert data_files(ours) == data_files(theirs)
