"""Sites built with plugins of others: both work. What cannot work is documented in docs/publish.md."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from lxml import etree

from project_files import SITE_URL, write_project
from release_projects import editions
from sites import Site, run_build

pytestmark = pytest.mark.slow

DAY = "2020-02-03"
_GIT = {
    **{
        f"GIT_{who}_{what}": f"{what.lower()}@example.org"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    },
    **{f"GIT_{who}_DATE": f"{DAY}T04:05:06Z" for who in ("AUTHOR", "COMMITTER")},
    "GIT_CONFIG_GLOBAL": os.devnull,
}


def page(body: str, title: str = "Guide") -> str:
    return f"---\ntitle: {title}\nsummary: What it is for.\n---\n\n{body}\n"


def masthead(site: Site, address: str = "/license/") -> list[tuple[str, str]]:
    """The links at the top of a page: words and target."""
    found = site.page(address)
    return [(link.text(), found.target(link.attributes["href"])) for link in found.all(".masthead-nav a")]


def awesome_nav(site: Site) -> None:
    assert masthead(site) == [("Start", "/"), ("Guides", "/guide/"), ("Standard", "/standard/")]
    assert "WARNING" not in site.log


def section_index(site: Site) -> None:
    assert masthead(site)[1:] == [("Standard", "/standard/"), ("About us", "/about/")]
    outline = site.page("/about/").links(".outline")
    assert outline == ["/about/", "/about/#who", "/about/team/"]


def literate_nav(site: Site) -> None:
    assert masthead(site) == [("Start", "/"), ("More", "/guide/")]
    assert site.page("/guide/").links(".outline")[:3] == ["/guide/", "/guide/#part", "/standard/"]


def redirects(site: Site) -> None:
    for old, new in {"/old/": "/license/", "/former/": "/standard/1.0/domains/knives/"}.items():
        assert site.page(old).links("body") == [new]


def minify(site: Site) -> None:
    for address in ("/license/", "/standard/1.0/domains/knives/"):
        assert "\n" not in (site.page(address).one("main").html or "")
    assert "Knives are sharpened every week." in site.page("/standard/1.0/domains/knives/").text("main")


def mkdocstrings(site: Site) -> None:
    api = site.page("/api/")
    assert "Which one." in api.text(".sheet-body")
    assert api.text("h1").startswith("API")
    assert api.all("[id='kitchen.cut']")
    assert site.page("/guide/").links(".sheet-body") == ["/api/#kitchen.cut"]


def autorefs(site: Site) -> None:
    assert site.page("/guide/").links(".sheet-body") == ["/other/#sharp-knives"]


def glightbox(site: Site) -> None:
    guide = site.page("/guide/")
    assert guide.links(".sheet-body") == ["/figures/a.svg"]
    assert guide.one(".sheet-body img").attributes["alt"] == "A knife"


def git_dates(site: Site) -> None:
    """Pages under docs/ have paths, of which git knows the dates."""
    assert site.page("/guide/").text(".sheet-body") == f"Changed on {DAY}."


def made_pages_are_there(site: Site) -> None:
    assert "Knives are sharpened every week." in site.page("/standard/1.0/domains/knives/").text("main")


def include_markdown(site: Site) -> None:
    body = site.page("/guide/").text(".sheet-body")
    assert "Words of a part." in body
    assert "bad()" not in body


def rss(site: Site) -> None:
    (item,) = etree.fromstring(site.file("/feed_rss_created.xml").read_bytes()).iter("item")
    assert item.findtext("title") == "Guide"
    assert item.findtext("link") == f"{SITE_URL}guide/"


def rss_of_all(site: Site) -> None:
    """The date of a made page is that of the file that holds its text."""
    items = etree.fromstring(site.file("/feed_rss_created.xml").read_bytes()).iter("item")
    days = {item.findtext("link"): item.findtext("pubDate") for item in items}
    assert (days[f"{SITE_URL}standard/1.0/domains/knives/"] or "").startswith("Mon, 03 Feb 2020")


def macros(site: Site) -> None:
    assert site.page("/guide/").text(".sheet-body") == "Kitchen Safety Standard has 42, Guide, guide.md."


def print_site(site: Site) -> None:
    """The page with all others is laid out and sanitised as any page."""
    whole = site.page("/print_page/")
    assert "Words of the guide" in whole.text(".sheet-body")
    assert whole.all(".sheet-body form, .sheet-body button, .sheet-body script") == []
    assert "Knives" in whole.text(".sheet-body")
    assert whole.one("html").attributes["lang"] == "en"


@dataclass(frozen=True)
class Case:
    """A plugin with what it needs.

    Attributes:
        plugin: Its entry in ``plugins``.
        holds: Asserts what it does.
        files: Further files of the project.
        settings: Further settings.
        strict: Whether it warns of nothing.
        last: Whether it has to come after the plugins of Editions, whose pages it asks for.
    """

    plugin: str
    holds: Callable[[Site], None]
    files: dict[str, str] = field(default_factory=dict)
    settings: str = ""
    strict: bool = True
    last: bool = False


MATERIAL = "theme: {name: material}\n"
KITCHEN = '''\
"""Tools of a kitchen."""

def cut(knife: str) -> int:
    """Cut with a knife.

    Args:
        knife: Which one.
    """
    return 1
'''
CASES = {
    "awesome-nav": Case(
        "awesome-nav",
        awesome_nav,
        {
            "docs/.nav.yml": "nav: [{Start: index.md}, {Guides: [guide.md, '*.md']}, standard]\n",
            "docs/guide.md": page("x"),
        },
    ),
    "section-index": Case(
        "section-index",
        section_index,
        {"docs/about/index.md": page("## Who\n\nWe.", "About"), "docs/about/team.md": page("x", "Team")},
        "nav: [index.md, standard/, {About us: [about/index.md, about/team.md]}]\n",
        strict=False,
    ),
    "literate-nav": Case(
        "literate-nav: {nav_file: navigation.txt}",
        literate_nav,
        {
            "docs/navigation.txt": "* [Start](index.md)\n* More\n    * [Our guide](guide.md)\n"
            "    * [All of it](standard/index.md)\n    * [Domains](standard/domains/)\n",
            "docs/guide.md": page("## Part\n\nx"),
        },
    ),
    "redirects": Case(
        "redirects: {redirect_maps: {old.md: license.md, former.md: standard/1.0/domains/knives.md}}",
        redirects,
        last=True,
    ),
    "minify": Case("minify: {minify_html: true}", minify),
    "mkdocstrings": Case(
        "mkdocstrings: {handlers: {python: {paths: [src]}}}",
        mkdocstrings,
        {
            "src/kitchen.py": KITCHEN,
            "docs/api.md": page("::: kitchen", "API"),
            "docs/guide.md": page("See [kitchen.cut][]."),
        },
    ),
    "autorefs": Case(
        "autorefs",
        autorefs,
        {
            "docs/other.md": page("## Sharp knives\n\nx", "Other"),
            "docs/guide.md": page("See [sharp ones][sharp-knives]."),
        },
    ),
    "glightbox": Case(
        "glightbox",
        glightbox,
        {
            "docs/figures/a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
            "docs/guide.md": page("![A knife](figures/a.svg)"),
        },
    ),
    "git-revision-date-localized": Case(
        "git-revision-date-localized: {type: iso_date, enable_parallel_processing: false}",
        git_dates,
        {"docs/guide.md": page("Changed on {{ git_revision_date_localized }}.")},
    ),
    "tags": Case("tags", made_pages_are_there, settings=MATERIAL),
    "blog": Case("blog", made_pages_are_there, settings=MATERIAL),
    "privacy": Case("privacy", made_pages_are_there, settings=MATERIAL),
    "include-markdown": Case(
        "include-markdown",
        include_markdown,
        {
            "docs/guide.md": page('{% include-markdown "../parts/part.md" %}'),
            "parts/part.md": "Words of a part. <script>bad()</script>\n",
        },
    ),
    "rss": Case("rss: {match_path: guide.md, use_git: false}", rss, {"docs/guide.md": page("x")}),
    "rss of all pages": Case("rss: {length: 1000}", rss_of_all),
    "macros": Case(
        "macros",
        macros,
        {"docs/guide.md": page("{{ config.site_name }} has {{ 6 * 7 }}, {{ page.title }}, {{ page.file.src_uri }}.")},
    ),
    "print-site": Case(
        "print-site",
        print_site,
        {
            "docs/guide.md": page(
                "Words of the guide <script>bad()</script>\n\n<form action='/x'><button>b</button></form>"
            )
        },
        last=True,
    ),
}


def written(folder: Path, case: Case, *, first: bool) -> Path:
    """A project in a repository of git, whose plugin comes before those of Editions, or after them."""
    project = write_project(folder, files=case.files)
    file = project / "mkdocs.yml"
    own, plugin = "  - editions/standard:\n      releases: {changelog: false}\n", f"  - {case.plugin}\n"
    text = file.read_text(encoding="utf-8")
    assert own in text
    text = text.replace(own, plugin + own if first else own + plugin)
    file.write_text(text + case.settings, encoding="utf-8")
    for arguments in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "All"]):
        subprocess.run(["git", *arguments], cwd=project, env={**os.environ, **_GIT}, check=True)
    return project


# Those whose hooks ours could come before or after: on content, on the environment and on the navigation.
AFTER = ("awesome-nav", "macros", "minify", "mkdocstrings", "rss of all pages")


@pytest.mark.parametrize(
    ("name", "first"),
    [*((name, not case.last) for name, case in CASES.items()), *((name, False) for name in AFTER)],
)
def test_pages_and_plugin_work_together(tmp_path: Path, name: str, first: bool) -> None:
    """Before ours in the list, where it may, or after."""
    case = CASES[name]
    project = written(tmp_path / "project", case, first=first)
    done = run_build(project, tmp_path / "site", *(["--strict"] if case.strict else []))
    assert done.returncode == 0, done.stdout
    assert "Traceback" not in done.stdout
    site = Site(tmp_path / "site", SITE_URL, done.stdout)
    case.holds(site)
    assert site.page("/standard/").text("h1").startswith("Kitchen Safety Standard")


def test_a_plugin_that_needs_every_page_to_be_a_file_is_refused(tmp_path: Path) -> None:
    case = Case("i18n: {languages: [{locale: en, default: true, name: English}]}", made_pages_are_there)
    project = written(tmp_path / "project", case, first=False)
    message = "mkdocs.yml:6: the plugin i18n needs every page to be a file of docs_dir, but most are made; "
    assert message in editions(project, "check").output
    done = run_build(project, tmp_path / "site")
    assert done.returncode == 1
    assert message in done.stdout
    assert "Traceback" not in done.stdout
