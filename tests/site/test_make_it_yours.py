"""What the guide shows under "Make it yours" works as it stands there, in either build."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from own_theme import GUIDE, PART, documented_properties, files_of_guide, write_own_project
from release_projects import editions
from sites import ROOT, Site, build_site, shared_once
from small_standard import SITE_URL

pytestmark = pytest.mark.slow

FACE = "/assets/guild-serif.woff2"
THEME = ROOT / "plugins/editions/theme"
SETTINGS = re.compile(r"^\| ((?:`[\w.]+`(?:, )?)+) \|", re.MULTILINE)


@pytest.fixture(scope="module")
def own(shared_folder: Path) -> Site:
    """The site as ``editions build`` makes it."""

    def make(folder: Path) -> None:
        project = write_own_project(folder / "project")
        outcome = editions(project, "build", "-d", str(folder / "site"))
        assert (outcome.code, [it for it in outcome.output.splitlines() if "notice" in it]) == (0, []), outcome.output

    folder = shared_once(shared_folder, "own-theme", make)
    return Site(folder / "site", SITE_URL, "")


def test_mkdocs_makes_the_same_bytes(own: Site, tmp_path: Path) -> None:
    theirs = build_site(write_own_project(tmp_path / "project"), tmp_path / "site", SITE_URL).files()
    ours = own.files()
    assert ours.keys() == theirs.keys()
    assert [path for path in ours if ours[path] != theirs[path]] == []


def test_the_guide_shows_whole_files() -> None:
    assert set(files_of_guide()) == {"mkdocs.yml", "docs/assets/own.css", "overrides/main.html", "overrides/404.html"}


def test_every_page_has_what_the_templates_add(own: Site) -> None:
    for page in own.pages():
        assert page.text(".announce") == "Comments on version 2.0 are welcome until the end of May."
        assert page.links(".announce") == ["/standard/"]
        assert page.one("head > link[rel=me]").attributes["href"] == "https://social.example/@guild-of-cooks"
        assert (
            page.text("body > aside[aria-label='Printed copies']") == "Printed copies: Guild of Cooks, 1 Kitchen Street"
        )
        assert "© Guild of Cooks" in page.text("footer.colophon")
        assert [page.target(it.attributes["href"]) for it in page.all("link[rel=preload]")] == [FACE]
        assert len(page.all(".welcome")) == (page.address == "/")
    home = own.page("/")
    assert home.text("article#content").startswith("Welcome to the kitchen.")
    assert home.all(".sheet-body")


def test_the_page_that_is_shown_where_there_is_none_has_the_frame_and_the_addition(own: Site) -> None:
    missing = (own.folder / "404.html").read_text(encoding="utf-8")
    for words in ("Page not found", "mailto:web@kitchen.example", "until the end of May", "1 Kitchen Street"):
        assert words in missing


def test_the_logo_is_named_by_the_site_and_the_favicon_is_the_projects(own: Site) -> None:
    """The name beside the logo is its text alternative (WCAG 1.1.1): its own would be read twice."""
    for page in own.pages():
        logo = page.one(".masthead-name > img").attributes
        assert page.target(logo["src"]) == "/assets/logo.svg"
        assert logo["alt"] == ""
        assert page.text(".masthead-title") == "Example Assurance Standard"
        assert [page.target(it.attributes["href"]) for it in page.all("link[rel=icon]")] == ["/assets/favicon.svg"]


def test_every_documented_property_is_set_and_used_and_none_is_left_out() -> None:
    sheets = "".join(path.read_text(encoding="utf-8") for path in THEME.rglob("*.css"))
    of_the_theme = "".join(
        (THEME / f"assets/editions/{it}.css").read_text(encoding="utf-8") for it in ("colours", "faces")
    )
    assert documented_properties() == set(re.findall(r"(--ed-[\w-]+)\s*:", of_the_theme))
    assert documented_properties() <= set(re.findall(r"var\((--ed-[\w-]+)", sheets))


def test_the_guide_names_every_block_and_every_setting() -> None:
    """With the sources of templates and settings as the measure."""
    base = (THEME / "base.html").read_text(encoding="utf-8")
    table = PART[PART.index("| block |") :]
    named = {it for row in re.findall(r"^\| (`\w.*?) \|", table, re.MULTILINE) for it in re.findall(r"`(\w+)`", row)}
    assert named == set(re.findall(r"{% block (\w+) %}", base))
    settings = {name for row in SETTINGS.findall(PART) for name in re.findall(r"`theme\.(\w+)`", row)}
    assert settings == {"logo", "favicon", "language", "direction", "custom_dir", "name", "static_templates"}
    assert PART in GUIDE


@pytest.mark.parametrize("generator", ["editions", "mkdocs"])
@pytest.mark.parametrize("stated", [True, False], ids=["stated", "not stated"])
def test_a_favicon_where_material_has_its_own_is_the_projects(tmp_path: Path, generator: str, stated: bool) -> None:
    """Material for MkDocs gives that path to projects that state none."""
    project, path = write_own_project(tmp_path / "project"), "assets/images/favicon.png"
    (project / "docs/assets/images").mkdir()
    (project / "docs" / path).write_bytes(b"png")
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    line = f"  favicon: {path}\n" if stated else ""
    (project / "mkdocs.yml").write_text(settings.replace("  favicon: assets/favicon.svg\n", line), encoding="utf-8")
    if generator == "mkdocs":
        site = build_site(project, tmp_path / "site", SITE_URL)
    else:
        assert editions(project, "build", "-d", str(tmp_path / "site")).code == 0
        site = Site(tmp_path / "site", SITE_URL, "")
    assert site.page("/").target(site.page("/").one("link[rel=icon]").attributes["href"]) == f"/{path}"
