"""Whatever address of the site any of its files holds, it leads to a file and, after a ``#``, to a part of it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from sites import Site

SITES = ("own_site", "small_site", "hostile_site")
# Where an address ends in running text, Markdown, BibTeX and YAML.
_END = r"""[^\s"'<>`|\\{}\[\]()]*"""
# The design's words for a part of an address that differs.
_PATTERN = re.compile(r"/(?:VERSION|SLUG|KEY|ID|NAME|OLD)\b")
# What texts that try to break out of their page name as an address: it is theirs, and nothing stands there.
_WRITTEN = "/x"
_SAID_IN_HTML = ("href", "src", "poster", "cite", "data-base", "data-address")


def addresses(site: Site, path: Path) -> Iterator[str]:
    """Every absolute address of the site that a file holds."""
    file = site.url + path.relative_to(site.folder).as_posix()
    content = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        tree = LexborHTMLParser(content)
        # Servers show this page at any address, so what it leads to is asked of the root.
        base = urljoin(file, "." if path.name == "index.html" else "")
        for name in _SAID_IN_HTML:
            for node in tree.css(f"[{name}]"):
                yield urljoin(base, node.attributes[name] or "")
        for node in tree.css("meta[content]"):
            yield from re.findall(re.escape(site.url) + _END, node.attributes["content"] or "")
        for node in tree.css("script[type='application/ld+json']"):
            yield from texts(site, json.loads(node.text()))
    elif path.suffix in (".json", ".jsonld"):
        yield from texts(site, json.loads(content))
    elif path.suffix == ".css":
        yield from (urljoin(file, it) for it in re.findall(r"""url\(["']?(?!data:)([^"')]+)""", content))
    elif path.suffix != ".js":
        said = html.unescape(content) if path.suffix == ".xml" else content
        yield from (it.rstrip(".,;:") for it in re.findall(re.escape(site.url) + _END, said))


def texts(site: Site, value: Any) -> Iterator[str]:
    """Addresses of the site in a JSON document: texts that are one, and those within longer texts."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(site, key)
            yield from texts(site, inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(site, inner)
    elif isinstance(value, str) and value.startswith(site.url) and not re.search(r"\s", value):
        yield value
    elif isinstance(value, str):
        yield from (it.rstrip(".,;:") for it in re.findall(re.escape(site.url) + _END, html.unescape(value)))


def has(site: Site, url: str) -> bool:
    """Whether an address leads somewhere; in an OSCAL catalog a part is what has an id (OSCAL, "URI fragment")."""
    target, _, part = url.partition("#")
    if part and target.endswith("/oscal-catalog.json"):
        catalog = site.file(target.removeprefix(site.url[:-1]))
        return catalog.is_file() and f'"id": "{part}"' in catalog.read_text(encoding="utf-8")
    return site.has(url)


@pytest.mark.parametrize("name", SITES)
def test_every_address_of_the_site_in_any_of_its_files_leads_somewhere(
    name: str, request: pytest.FixtureRequest
) -> None:
    """Pages with their heads and structured data, twins, feeds, site map, catalogue, exports, citations, styles."""
    site: Site = request.getfixturevalue(name)
    known: dict[str, bool] = {}
    broken = set()
    held = 0
    for path in sorted(site.folder.rglob("*")):
        if path.suffix not in (*".html .json .jsonld .xml .md .txt .bib .ris .csv .cff .css".split(), ""):
            continue
        if not path.is_file():
            continue
        for url in addresses(site, path):
            if not url.startswith(site.url) or _PATTERN.search(url) or url.endswith(_WRITTEN):
                continue
            held += 1
            if url not in known:
                known[url] = has(site, url)
            if not known[url]:
                broken.add((path.relative_to(site.folder).as_posix(), url))
    assert held > 1000
    assert sorted(broken) == []
