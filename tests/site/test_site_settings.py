"""Settings that a site cannot be built with are refused, and those that have no effect are named."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jinja2 import Environment

from editions.cli import main
from editions.source.configuration import read_configuration
from editions.validation.project_templates import THEME, settings_read
from editions.validation.site_settings import HONOURED, site_notices
from sites import build_site, run_build
from small_standard import SITE_URL

pytestmark = pytest.mark.slow

PLUGINS = ["editions/standard", "editions/compare", "editions/criteria"]


def configure(project: Path, **settings: Any) -> None:
    """Write a configuration file, each setting on lines of its own, after ``site_name`` and ``site_url``."""
    both = {"site_name": "Example", "site_url": SITE_URL, "theme": {"name": "material"}, "plugins": PLUGINS} | settings
    (project / "mkdocs.yml").write_text(yaml.safe_dump(both, sort_keys=False), encoding="utf-8")


def check(project: Path) -> list[str]:
    """The lines of a check about the configuration."""
    found = CliRunner().invoke(main, ["check", "-f", str(project / "mkdocs.yml")])
    return [line for line in found.stdout.splitlines() if line.startswith(("mkdocs.yml:", "base.yml:"))]


BEGINNING = f"""\
site_name: Example
site_url: {SITE_URL}
theme: {{name: material}}
plugins:
  - editions/standard
"""
ADDRESSES = "pages link to each other by the addresses of folders; remove it"
OPTION = f"use_directory_urls is false, but {ADDRESSES}"
OFFLINE = f"the plugin offline sets use_directory_urls to false, but {ADDRESSES}"
REFUSED = {
    "the option": ("use_directory_urls: false\n", f"mkdocs.yml:6: {OPTION}"),
    "the option by the environment": ("use_directory_urls: !ENV [UNSET_HERE, false]\n", f"mkdocs.yml:6: {OPTION}"),
    "the option by inheritance": ("INHERIT: base.yml\n", f"base.yml:2: {OPTION}"),
    "the plugin": ("  - offline\n", f"mkdocs.yml:6: {OFFLINE}"),
    "the plugin with options": ("  - offline:\n      enabled: !ENV [UNSET_HERE, true]\n", f"mkdocs.yml:6: {OFFLINE}"),
    "the plugin in a group": (
        "  - group:\n      enabled: true\n      plugins:\n        - offline\n",
        f"mkdocs.yml:9: {OFFLINE}",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_addresses_that_are_files_are_refused_in_one_line(project: Path, tmp_path: Path, case: str) -> None:
    """The check and the build name what sets the option, and where."""
    added, expected = REFUSED[case]
    (project / "mkdocs.yml").write_text(BEGINNING + added, encoding="utf-8")
    (project / "base.yml").write_text("site_name: Base\nuse_directory_urls: no\n", encoding="utf-8")
    assert check(project) == [expected]
    done = run_build(project, tmp_path / "out")
    assert done.returncode == 1
    assert done.stdout.count("use_directory_urls") == 1
    assert expected in done.stdout
    assert not (tmp_path / "out").exists()


def test_addresses_that_are_no_boolean_are_a_problem(project: Path) -> None:
    """MkDocs refuses them, so the check does."""
    configure(project, use_directory_urls="no")
    assert check(project) == [f"mkdocs.yml:9: use_directory_urls is no, but {ADDRESSES}"]


def test_the_plugin_before_ours_and_switched_off_are_told_apart(project: Path, tmp_path: Path) -> None:
    configure(project, plugins=["offline", *PLUGINS])
    assert check(project) == [f"mkdocs.yml:6: {OFFLINE}"]
    assert f"mkdocs.yml:6: {OFFLINE}" in run_build(project, tmp_path / "out").stdout
    configure(project, plugins=[{"offline": {"enabled": False}}, *PLUGINS])
    assert check(project) == []
    assert build_site(project, tmp_path / "out", SITE_URL).has(f"{SITE_URL}license/")


@pytest.mark.parametrize(
    ("hook", "options", "expected"),
    [
        (
            "",
            ["--no-directory-urls"],
            "the command line says --no-directory-urls, which sets it to false; leave it out",
        ),
        ("config.use_directory_urls = False", [], "hook.py sets it to false; remove it from plugins or hooks"),
        ('config["use_directory_urls"] = False', [], "hook.py sets it to false; remove it from plugins or hooks"),
    ],
)
def test_what_only_a_build_knows_is_refused_by_the_build(
    project: Path, tmp_path: Path, hook: str, options: list[str], expected: str
) -> None:
    (project / "hook.py").write_text(f"def on_config(config):\n    {hook or 'pass'}\n", encoding="utf-8")
    configure(project, hooks=["hook.py"])
    done = run_build(project, tmp_path / "out", *options)
    assert done.returncode == 1
    assert done.stdout.count("use_directory_urls") == 1
    assert f"use_directory_urls has to be true, since pages link to folders: {expected}" in done.stdout
    assert not (tmp_path / "out").exists()


def test_a_language_without_words_gives_a_notice(project: Path) -> None:
    configure(project, theme={"language": "fr-CA"})
    message = "theme.language is 'fr-CA', in which the theme has no words: it shows English ones; it has de, en"
    assert check(project) == [f"mkdocs.yml:4: notice: {message}"]
    configure(project, theme={"language": "de-CH"})
    assert check(project) == []


@pytest.mark.parametrize("language", ["", "en_GB", 7, ["de"]])
def test_a_language_that_is_none_is_refused(project: Path, tmp_path: Path, language: object) -> None:
    configure(project, theme={"name": "material", "language": language})
    expected = (
        f"mkdocs.yml:5: theme.language is {language!r}, which is no language tag (BCP 47); write one like en or de-CH"
    )
    assert check(project) == [expected]
    done = run_build(project, tmp_path / "out")
    assert expected in done.stdout
    assert "Traceback" not in done.stdout


@pytest.mark.parametrize(
    ("plugins", "expected"),
    [
        ([{"editions/standard": {"flavour": "mild"}}], "flavour is no option of editions/standard; use one of: "),
        (
            ["editions/standard", {"editions/criteria": {"pretty": True}}],
            "pretty is no option of editions/criteria; use",
        ),
        (
            ["editions/standard", {"editions/compare": {"x": 1}}],
            "x is no option of editions/compare; the plugin has none",
        ),
        (["editions/standard", {"editions/criteria": ["pretty"]}], "the options of editions/criteria are no mapping; "),
        (["editions/standard", "editions/standards"], "editions/standards is no plugin of Editions; use one of: "),
        (["editions/criteria"], "editions/criteria needs editions/standard: add it to plugins in mkdocs.yml"),
        (
            ["editions/standard", {"editions/citations": {"references": "apa"}}],
            "references of editions/citations is 'apa'; write one of: numbered, author-date",
        ),
        (
            ["editions/standard", {"editions/attribution": {"copyright": ["A"]}}],
            "copyright of editions/attribution is ['A']; it has to be a text",
        ),
    ],
)
def test_plugins_and_options_that_do_not_exist_are_problems(
    project: Path, plugins: list[object], expected: str
) -> None:
    """The check names the line, and so does every build."""
    configure(project, plugins=plugins)
    (line,) = check(project)
    assert re.fullmatch(r"mkdocs\.yml:[4-9]: .*", line)
    assert line.partition(": ")[2].startswith(expected)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"direction": "up"}, "theme.direction is 'up'; write ltr or rtl, or leave it out: the language has one"),
        ({"direction": ["rtl"]}, "theme.direction is ['rtl']; write ltr or rtl, or leave it out: the language has one"),
        ({"direction": "rtl"}, None),
        (
            {"logo": "assets/no.svg"},
            "notice: theme.logo is 'assets/no.svg', where there is no file; correct the path, or put it into docs/",
        ),
        (
            {"favicon": "https://example.org/a.png"},
            "notice: theme.favicon has no effect: pages load nothing from other sites; put the file into docs/",
        ),
        ({"logo": "assets/logo.svg", "favicon": "mark.svg"}, None),
    ],
)
def test_a_direction_and_a_picture_that_pages_cannot_have_are_reported(
    project: Path, settings: dict[str, Any], expected: str | None
) -> None:
    """A picture is in the folder of the pages or in that of the project's templates."""
    for path in ("docs/assets/logo.svg", "overrides/mark.svg"):
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    configure(project, theme={"name": "material", "custom_dir": "overrides", **settings})
    assert [line.partition(": ")[2] for line in check(project)] == ([expected] if expected else [])


NOTHING: dict[str, tuple[dict[str, Any], dict[str, str]]] = {
    "features": (
        {"theme": {"name": "material", "features": ["navigation.tabs", "no.such.feature", {"a": "b"}]}},
        {
            "theme.features: navigation.tabs": "- navigation.tabs",
            "theme.features: no.such.feature": "- no.such.feature",
            "theme.features: {'a': 'b'}": "- a: b",
        },
    ),
    "options of the theme": (
        {
            "theme": {
                "name": "material",
                "palette": {"scheme": "slate"},
                "font": {"text": "Roboto"},
                "icon": {"logo": "a"},
                "locale": "de",
                "colour": "red",
            }
        },
        {f"theme.{key}": f"{key}:" for key in ("palette", "font", "icon", "locale", "colour")},
    ),
    "extra": (
        {
            "extra": {
                "analytics": {"provider": "google"},
                "alternate": [{"name": "English"}],
                "consent": {"title": "Cookies"},
                "generator": True,
                "version": {"provider": "mike"},
                "status": {"new": "New"},
                "motto": "Safe",
                "social": [{"icon": "a"}],
            }
        },
        {
            **{
                f"extra.{key}": f"{key}:"
                for key in ("analytics", "alternate", "consent", "generator", "version", "status", "motto")
            },
            "entry 1 of extra.social": "- icon: a",
        },
    ),
    "the site": (
        {"site_author": "A", "edit_uri_template": "b/{path}", "site_nme": "C"},
        {key: f"{key}:" for key in ("site_author", "edit_uri_template", "site_nme")},
    ),
    "plugins": (
        {"plugins": [{"search": {"lang": "en"}}, "tags", "material/blog", "meta", *PLUGINS]},
        {
            "the plugin search": "- search:",
            "the plugin tags": "- tags",
            "the plugin material/blog": "- material/blog",
            "the plugin meta": "- meta",
        },
    ),
}


@pytest.mark.parametrize("case", NOTHING)
def test_each_setting_without_effect_gives_one_notice(project: Path, case: str) -> None:
    """With the line that sets it, and without a problem."""
    settings, expected = NOTHING[case]
    configure(project, **settings)
    lines = (project / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    found = {}
    for line in check(project):
        _, number, kind, message = line.split(":", 3)
        assert kind == " notice"
        found[message.partition(" has no effect")[0].strip()] = lines[int(number) - 1].strip()
    assert {name: text[: len(expected.get(name, ""))] for name, text in found.items()} == expected


def test_a_build_logs_the_same_notices_and_stays_strict(project: Path, tmp_path: Path) -> None:
    configure(
        project,
        theme={"name": "material", "features": ["navigation.tabs"], "palette": {"scheme": "slate"}},
        extra={"analytics": {"provider": "google"}},
    )
    found = check(project)
    assert len(found) == 3
    log = build_site(project, tmp_path / "out", SITE_URL).log
    assert all(log.count(line) == 1 for line in found)


@pytest.mark.parametrize(
    "settings",
    [
        {"theme": {"name": "material", "font": False, "features": [], "palette": None}},
        {"extra": {"generator": False, "homepage": "https://example.org"}},
        {"copyright": "A", "repo_url": "https://example.org/r", "repo_name": "R", "edit_uri": "e/"},
        {"plugins": [{"search": {"enabled": False}}, {"tags": {"enabled": False}}, "privacy", *PLUGINS]},
        {"theme": "material"},
    ],
)
def test_what_has_an_effect_or_asks_for_none_gives_no_notice(project: Path, settings: dict[str, Any]) -> None:
    configure(project, **settings)
    assert check(project) == []


def test_what_a_template_of_the_project_reads_has_an_effect(project: Path) -> None:
    (project / "overrides").mkdir()
    text = (
        '{% extends "base.html" %}\n{% block announce %}{{ config.extra.motto }}{{ config.extra["size"] }}'
        "{{ config.extra.get('age') }}{{ config.theme.colour }}{{ config.site_author }}"
        '{% if "a.b" in config.theme.features %}{% endif %}{% endblock %}\n'
    )
    (project / "overrides" / "main.html").write_text(text, encoding="utf-8")
    theme = {"name": "material", "custom_dir": "overrides", "colour": "red", "features": ["a.b"], "shade": 1}
    configure(project, theme=theme, extra={"motto": "m", "size": 1, "age": 2, "other": 3}, site_author="A")
    assert [line.split(" ")[2] for line in check(project)] == ["theme.shade", "extra.other"]


def test_social_links_and_the_copyright_stand_in_the_footer(project: Path, tmp_path: Path) -> None:
    social = [
        {"icon": "fontawesome/brands/mastodon", "link": "https://social.example/@a", "name": "A & B"},
        {"icon": "fontawesome/brands/github", "link": "https://code.example/a"},
        {"icon": "material/email", "link": "mailto:a@example.org"},
        {"icon": "nothing"},
    ]
    configure(project, extra={"social": social}, copyright="© Example")
    page = build_site(project, tmp_path / "out", SITE_URL).page("/standard/")
    links = page.all('.colophon a[rel="me"]')
    assert [(link.text(), link.attributes["href"]) for link in links] == [
        ("A & B", "https://social.example/@a"),
        ("code.example", "https://code.example/a"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ]
    assert "© Example" in page.text(".colophon")


def test_the_table_of_settings_is_what_the_templates_read() -> None:
    """Those of the theme, and the one of Material that gives words."""
    material = find_spec("material")
    assert material is not None
    assert material.submodule_search_locations is not None
    words = Path(material.submodule_search_locations[0]) / "templates/partials/language.html"
    texts = [
        path.read_text(encoding="utf-8") for path in (*sorted(THEME.rglob("*.html")), words, THEME / "sitemap.xml")
    ]
    read = {keys for text in texts for keys in settings_read(Environment(autoescape=True).parse(text))}
    of_mkdocs = {"extra", "extra_css", "extra_javascript", "plugins", "theme"}
    assert {keys[0] for keys in read} - of_mkdocs == HONOURED[""]
    assert {keys[1] for keys in read if len(keys) > 1 and keys[0] == "theme"} == HONOURED["theme"]
    assert {keys[1] for keys in read if len(keys) > 1 and keys[0] == "extra"} == HONOURED["extra"]
    assert not HONOURED["theme.features"]


def test_the_configuration_of_this_repository_has_an_effect() -> None:
    configuration = read_configuration(Path(__file__).parents[2] / "mkdocs.yml")
    assert list(site_notices(configuration)) == []
