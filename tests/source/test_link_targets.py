"""Where links lead, from the file that holds them."""

from __future__ import annotations

import pytest

from editions.source.link_target import link_target, working_path


@pytest.mark.parametrize(
    ("origin", "target", "kind", "path", "fragment"),
    [
        ("standard/index.md", "https://a.example/#b", "external", "https://a.example/#b", ""),
        ("standard/index.md", "mailto:a@b.example", "external", "mailto:a@b.example", ""),
        ("standard/index.md", "//a.example/", "external", "//a.example/", ""),
        ("standard/index.md", "domains/01-x.md#A.1", "source", "standard/domains/01-x.md", "A.1"),
        ("standard/domains/01-x.md", "../index.md", "source", "standard/index.md", ""),
        ("standard/index.md", "#here", "source", "standard/index.md", "here"),
        ("standard/index.md", "/standard/1.0/#a%20b", "address", "/standard/1.0/", "a b"),
        ("standard/index.md", "../a%20b.md?x=1#y", "source", "a b.md", "y"),
        ("standard/index.md", "../../x.md", "outside", "../../x.md", ""),
        ("standard/index.md", "%2e%2e/%2e%2e/x.md", "outside", "%2e%2e/%2e%2e/x.md", ""),
    ],
)
def test_a_link_is_resolved_from_the_file_that_holds_it(
    origin: str, target: str, kind: str, path: str, fragment: str
) -> None:
    found = link_target(origin, target)
    assert (found.kind, found.path, found.fragment) == (kind, path, fragment)


@pytest.mark.parametrize(
    ("path", "working", "version"),
    [
        ("standard/releases/1.0/domains/01-x.md", "standard/domains/01-x.md", "1.0"),
        ("standard/releases/1.0/index.md", "standard/index.md", "1.0"),
        ("insights/releases/a/1.2.md", "insights/a.md", "1.2"),
        ("standard/index.md", "standard/index.md", None),
        ("docs/index.md", "docs/index.md", None),
    ],
)
def test_a_released_file_has_the_links_of_the_working_copy(path: str, working: str, version: str | None) -> None:
    assert working_path(path) == (working, version)
