"""The plugins of Editions in ``mkdocs.yml`` and their options: what does not exist would do nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from editions.citations.in_text import SYSTEMS
from editions.source.configuration import Configuration
from editions.source.plugin_names import ATTRIBUTION, CITATIONS, COMPARE, CRITERIA, STANDARD
from editions.source.problem import Problem

_OWN = "editions/"
# The options of each plugin, and which values they take; those of ``None`` are checked by whoever reads them.
_OPTIONS: Mapping[str, Mapping[str, tuple[object, ...] | type[str] | None]] = {
    STANDARD: {"references": None, "releases": None},
    ATTRIBUTION: {"copyright": str},
    CITATIONS: {"references": SYSTEMS},
    COMPARE: {},
    CRITERIA: {"fonts": None},
}


def plugin_problems(configuration: Configuration) -> Iterator[Problem]:
    """Check which plugins of Editions there are, and their options.

    Args:
        configuration: The project's configuration.

    Yields:
        A problem for each plugin and option that does not exist, and for each value that an option does not take.
    """
    own = [name for name in configuration.options if name.startswith(_OWN)]
    for name in own:
        if name not in _OPTIONS:
            message = f"{name} is no plugin of Editions; use one of: {', '.join(sorted(_OPTIONS))}"
            yield Problem(*configuration.plugin_place(name), message)
            continue
        stated = configuration.stated_options(name)
        if stated is not None and not isinstance(stated, Mapping):
            message = f"the options of {name} are no mapping; write 'option: value' below it"
            yield Problem(*configuration.plugin_place(name), message)
        for option, value in configuration.options[name].items():
            yield from _option_problems(configuration, name, option, value)
    if own and STANDARD not in own:
        message = f"{own[0]} needs {STANDARD}: add it to plugins in {configuration.config_path}"
        yield Problem(*configuration.plugin_place(own[0]), message)


def _option_problems(configuration: Configuration, plugin: str, option: str, value: Any) -> Iterator[Problem]:
    known = _OPTIONS[plugin]
    place = configuration.plugin_place(plugin, option)
    if option not in known:
        advice = f"use one of: {', '.join(sorted(known))}" if known else "the plugin has none"
        yield Problem(*place, f"{option} is no option of {plugin}; {advice}")
        return
    expected = known[option]
    if isinstance(expected, tuple) and value not in expected:
        yield Problem(*place, f"{option} of {plugin} is {value!r}; write one of: {', '.join(map(str, expected))}")
    elif expected is str and value is not None and not isinstance(value, str):
        yield Problem(*place, f"{option} of {plugin} is {value!r}; it has to be a text")
