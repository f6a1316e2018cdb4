"""Composed folders built by the generators that read MkDocs' configuration."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from release_projects import Outcome, editions
from sites import QUIET, Site

GENERATORS = ("mkdocs", "properdocs", "zensical")
_LINKS = ("href", "src", "action", "data-base")
_OWN = {"search.json", "objects.inv", "404.html", "sitemap.xml", "sitemap.xml.gz"}  # made or filled in by generators
_SEARCH = "data-search-exclude"  # Zensical takes it out when it has followed it; the site's own index is made already
_PATIENCE = 300  # seconds, against builds that hang
_WITHOUT_EDITIONS = """\
import runpy
import sys

class Refused:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "editions":
            raise ImportError(f"{name} is not to be imported")

sys.meta_path.insert(0, Refused())
del sys.argv[0]
runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
"""


def compose(project: Path, folder: Path) -> Outcome:
    return editions(project, "compose", str(folder))


def build(folder: Path, generator: str, url: str) -> Site:
    """Build a composed folder, strictly, where Editions cannot be imported."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT_EDITIONS, generator, "build", "--strict", "-f", str(folder / "mkdocs.yml")],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env={**os.environ, **QUIET},
        cwd=folder,
        check=False,
        timeout=_PATIENCE,
    )
    assert done.returncode == 0, done.stdout
    return Site(folder / "site", url, done.stdout)


def data_files(site: Site) -> dict[str, bytes]:
    """Every file that is neither a page nor made by each generator in its own way."""
    return {
        path: content for path, content in site.files().items() if not path.endswith("index.html") and path not in _OWN
    }


def shown(site: Site, address: str) -> list[str]:
    """A page as a list of its elements and words, links by where they lead."""
    page = site.file(address).read_text(encoding="utf-8")
    url = urljoin(site.url, address.lstrip("/"))
    return [line for line in _lines(LexborHTMLParser(page).root, url) if line]


def anchors(site: Site, address: str) -> list[str]:
    return [it.attributes["id"] or "" for it in site.page(address).all("[id]")]


def _lines(node: LexborNode | None, url: str) -> list[str]:
    if node is None:
        return []
    lines = []
    for it in node.traverse(include_text=True):
        if it.tag == "-text":
            lines.append(re.sub(r"\s+", "", it.text_content or "") if not _preformatted(it) else it.text_content or "")
        elif it.tag != "-comment":
            attributes = {name: value or "" for name, value in it.attributes.items() if name != _SEARCH}
            stated = sorted((name, _resolved(name, value, url)) for name, value in attributes.items())
            lines.append(f"<{it.tag} {stated}>")
    return lines


def _preformatted(node: LexborNode) -> bool:
    parent = node.parent
    while parent is not None and parent.tag != "pre":
        parent = parent.parent
    return parent is not None


def _resolved(name: str, value: str, url: str) -> str:
    if name == "data-scripts":
        return " ".join(urljoin(url, it) for it in value.split())
    if name == "class":
        return " ".join(sorted(value.split()))
    return urljoin(url, value.replace("%2Emd", ".md")).rstrip("/") if name in _LINKS else value
