"""Settings of ``mkdocs.yml`` about the site itself: those that cannot work, and those that have no effect.

Pages have a frame of their own (``theme``), so that most of what Material for MkDocs offers for its frame does nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from editions.source.configuration import Configuration
from editions.source.problem import Problem
from editions.validation.plugin_options import plugin_problems
from editions.validation.project_templates import ProjectTemplates, settings_read
from editions.validation.template_overrides import override_notices, override_problems
from editions.words.catalogues import SOURCE, language_of_words, languages

# The settings that have an effect, by where they stand. Any other one gives a notice. A test compares the settings of
# the site, of ``theme`` and of ``extra`` with those that the templates read.
HONOURED: Mapping[str, frozenset[str]] = {
    # Those that only templates read. What MkDocs itself reads has its effect whatever the theme is.
    "": frozenset({"copyright", "repo_name", "repo_url", "site_description", "site_name"}),
    "theme": frozenset({"direction", "favicon", "language", "logo"}),
    "theme.features": frozenset(),
    "extra": frozenset({"homepage", "social"}),
}
# What MkDocs reads: https://www.mkdocs.org/user-guide/configuration/
_OF_MKDOCS = {
    "": frozenset(
        {
            *("dev_addr", "docs_dir", "draft_docs", "edit_uri", "exclude_docs", "extra", "extra_css"),
            *("extra_javascript", "extra_templates", "hooks", "markdown_extensions", "nav", "not_in_nav", "plugins"),
            *("remote_branch", "remote_name", "site_dir", "site_url", "strict", "theme", "use_directory_urls"),
            *("validation", "watch"),
        }
    ),
    "theme": frozenset({"custom_dir", "features", "name", "static_templates"}),
}
# Material's plugins that pages have no use for.
_USELESS_PLUGINS = {
    "blog": "pages cannot be its posts; write articles in insights/",
    "search": "the site has a search of its own; remove it",
    "meta": "pages take nothing from .meta.yml; remove it",
    "tags": "pages have no tags; remove it",
}
_WHY = {
    "edit_uri_template": "links to sources are made with edit_uri; use that",
    "theme.font": "the theme has its own typefaces; remove it",
    "theme.icon": "the theme has no icons; remove it",
    "theme.palette": "pages follow the colour scheme of the reader's system and have a switch; remove it",
    "extra.alternate": "pages have no menu of languages; link to the other site from a page",
    "extra.analytics": "the content security policy lets pages send nothing to others; remove it",
    "extra.consent": "pages set no cookies; remove it",
    "extra.generator": "pages never name Material; remove it",
    "extra.version": "pages have a switcher of editions already; remove it",
}
_NEVER = frozenset({"theme.font", "extra.generator"})  # what ``false`` asks for is so already
_ADDRESSES = "pages link to each other by the addresses of folders; remove it"
_IMPOSSIBLE_PLUGINS = {
    "offline": f"sets use_directory_urls to false, but {_ADDRESSES}",
    "i18n": "needs every page to be a file of docs_dir, but most are made; publish each language as its own site",
}


def site_problems(configuration: Configuration) -> Iterator[Problem]:
    """Find settings and templates that a site cannot be built with."""
    if configuration.site_name is None:
        yield Problem(*configuration.file.place("site_name"), "site_name is missing; give the site a name")
    addresses = configuration.file.data.get("use_directory_urls")
    if addresses is not None and addresses is not True:
        message = f"use_directory_urls is {str(addresses).lower()}, but {_ADDRESSES}"
        yield Problem(*configuration.file.place("use_directory_urls"), message)
    yield from plugin_problems(configuration)
    for name, options in configuration.options.items():
        why = _IMPOSSIBLE_PLUGINS.get(name.removeprefix("material/"))
        if why and options.get("enabled", True) is True:
            yield Problem(*configuration.plugin_place(name), f"the plugin {name} {why}")
    folder = configuration.overrides
    if folder is not None and not folder.is_dir():
        message = f"theme.custom_dir is {configuration.theme['custom_dir']!r}, where there is no folder; make one there"
        yield Problem(*configuration.file.place("theme", "custom_dir"), message)
    language = configuration.theme.get("language")
    if language is not None and language != configuration.language:
        message = f"theme.language is {language!r}, which is no language tag (BCP 47); write one like en or de-CH"
        yield Problem(*configuration.file.place("theme", "language"), message)
    direction = configuration.theme.get("direction")
    if direction not in (None, "ltr", "rtl"):
        message = f"theme.direction is {direction!r}; write ltr or rtl, or leave it out: the language has one"
        yield Problem(*configuration.file.place("theme", "direction"), message)
    yield from override_problems(ProjectTemplates(configuration))


def site_notices(configuration: Configuration) -> Iterator[Problem]:
    """Find settings, templates and blocks of templates that have no effect: a notice for each.

    What the project's own templates read has an effect.
    """
    templates = ProjectTemplates(configuration)
    yield from override_notices(templates)
    language = configuration.language
    if language.split("-")[0] != SOURCE and language_of_words(language) == SOURCE:
        known = ", ".join(sorted(languages()))
        message = (
            f"theme.language is {language!r}, in which the theme has no words: it shows English ones; it has {known}"
        )
        yield Problem(*configuration.file.place("theme", "language"), message)
    yield from _unshown_pictures(configuration)
    read = {keys for template in templates.own.values() for keys in settings_read(template.tree)}
    data = configuration.file.data
    yield from _unread(configuration, (), data, {keys[0] for keys in read})
    yield from _unread(configuration, ("theme",), configuration.theme, _second("theme", read))
    yield from _unread(configuration, ("extra",), data.get("extra"), _second("extra", read))
    features = configuration.theme.get("features")
    for number, feature in enumerate(features if isinstance(features, list) else ()):
        if str(feature) not in HONOURED["theme.features"] and ("theme", "features") not in read:
            yield _notice(configuration, f"theme.features: {feature}", "theme", "features", number)
    social = data["extra"].get("social") if isinstance(data.get("extra"), Mapping) else None
    for number, entry in enumerate(social if isinstance(social, list) else ()):
        if not isinstance(entry, Mapping) or not isinstance(entry.get("link"), str):
            message = f"entry {number + 1} of extra.social has no effect: it has no link; add one"
            yield Problem(*configuration.file.place("extra", "social", number), message)
    for name, options in configuration.options.items():
        plugin = name.removeprefix("material/")
        if plugin in _USELESS_PLUGINS and options.get("enabled", True):
            message = f"the plugin {name} has no effect: {_USELESS_PLUGINS[plugin]}"
            yield Problem(*configuration.plugin_place(name), message)


def _unshown_pictures(configuration: Configuration) -> Iterator[Problem]:
    folders = [configuration.root / configuration.docs, *filter(None, [configuration.overrides])]
    for key in ("logo", "favicon"):
        path = configuration.theme.get(key)
        if not isinstance(path, str) or not path:
            continue
        if urlsplit(path).scheme or path.startswith("//"):
            message = "has no effect: pages load nothing from other sites; put the file into"
        elif not any((folder / path).is_file() for folder in folders):
            message = f"is {path!r}, where there is no file; correct the path, or put it into"
        else:
            continue
        yield Problem(*configuration.file.place("theme", key), f"theme.{key} {message} {configuration.docs}/")


def _second(first: str, read: Collection[tuple[str, ...]]) -> set[str]:
    return {keys[1] for keys in read if keys[0] == first and len(keys) > 1}


def _unread(
    configuration: Configuration, keys: tuple[str, ...], settings: Any, read: Collection[str]
) -> Iterator[Problem]:
    place = ".".join(keys)
    known = {*HONOURED[place], *_OF_MKDOCS.get(place, ()), *read}
    for key, value in settings.items() if isinstance(settings, Mapping) else ():
        name = f"{place}.{key}" if place else str(key)
        if key not in known and value not in (None, [], {}) and (name not in _NEVER or value is not False):
            yield _notice(configuration, name, *keys, str(key))


def _notice(configuration: Configuration, name: str, *keys: str | int) -> Problem:
    why = _WHY.get(name, "no template reads it; remove it")
    return Problem(*configuration.file.place(*keys), f"{name} has no effect: {why}")
