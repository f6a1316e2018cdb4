"""Sites built for tests, as files and as pages."""

from __future__ import annotations

import atexit
import fcntl
import functools
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from forked_commands import ForkedCommands

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ("mkdocs.yml", "docs", "standard", "insights", "citations", "schema")
WITHOUT_SITES = "EDITIONS_TESTS_WITHOUT_SITES"
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
_PATIENCE = 120  # seconds, against builds that hang
_IMPORTED = (
    "mkdocs.commands.build",
    *(f"editions.mkdocs.{name}" for name in ("standard", "attribution", "citations", "compare", "criteria")),
    "xlsxwriter",
)


@dataclass(frozen=True)
class Site:
    """A built site.

    Attributes:
        folder: Its files.
        url: Address at which it is published, ending in ``/``.
        log: What the build printed.
    """

    folder: Path
    url: str
    log: str

    def file(self, address: str) -> Path:
        """The file that is served at an address from the root of the site; folders serve their ``index.html``."""
        path = unquote(urlsplit(address).path)
        return self.folder / f"{path}index.html".lstrip("/") if path.endswith("/") else self.folder / path.lstrip("/")

    def page(self, address: str) -> Page:
        """The page at an address from the root of the site."""
        return Page(self, address, LexborHTMLParser(self.file(address).read_text(encoding="utf-8")))

    def addresses(self) -> list[str]:
        """Addresses of all pages, sorted."""
        return sorted(self._address(path) for path in self.folder.rglob("index.html"))

    def pages(self) -> Iterator[Page]:
        """All pages."""
        for address in self.addresses():
            yield self.page(address)

    def files(self) -> dict[str, bytes]:
        """All files by their paths in the site."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }

    def has(self, url: str) -> bool:
        """Whether an absolute address leads to a file of the site and, if it has a fragment, to a part of it.

        A part is an element of a page, or what a JSON Pointer (RFC 6901, section 6) finds in a JSON document.
        """
        if not url.startswith(self.url):
            return False
        address = "/" + url.removeprefix(self.url)
        target, _, anchor = address.partition("#")
        if self.file(target).is_dir():  # servers of files redirect from a folder's name to the folder
            target += "/"
        if not self.file(target).is_file() or not anchor:
            return self.file(target).is_file()
        if target.endswith(".json"):
            return has_pointer(_json(self.file(target)), unquote(anchor))
        return unquote(anchor) in _ids(self.file(target))

    def _address(self, path: Path) -> str:
        inside = path.parent.relative_to(self.folder).as_posix()
        return "/" if inside == "." else f"/{inside}/"


@dataclass(frozen=True)
class Page:
    """A page of a built site.

    Attributes:
        site: Its site.
        address: Its address from the root of the site.
        tree: Its HTML, parsed as a browser would.
    """

    site: Site
    address: str
    tree: LexborHTMLParser

    def all(self, selector: str) -> list[LexborNode]:
        """Elements by a CSS selector."""
        return list(self.tree.css(selector))

    def one(self, selector: str) -> LexborNode:
        """The only element that a CSS selector finds."""
        found = self.all(selector)
        assert len(found) == 1, f"{len(found)} elements {selector} in {self.address}"
        return found[0]

    def target(self, href: str | None) -> str:
        """A link of the page as an address from the root of the site, or as it is if it leaves the site."""
        url = urljoin(urljoin(self.site.url, self.address.lstrip("/")), href or "")
        return "/" + url.removeprefix(self.site.url) if url.startswith(self.site.url) else url

    def links(self, selector: str) -> list[str]:
        """Where the links within elements lead, in order."""
        return [self.target(link.attributes.get("href")) for link in self.all(f"{selector} a[href]")]

    def repeated_links(self) -> list[tuple[str, str]]:
        """Links that one list of the page has twice, with the same words and target."""
        seen: set[tuple[int, str, str]] = set()
        repeated = []
        for link in self.all("main li a[href]"):
            holder = link
            while holder.tag not in ("ul", "ol") and holder.parent is not None:
                holder = holder.parent
            words, target = " ".join(link.text().split()), self.target(link.attributes["href"])
            if (holder.mem_id, words, target) in seen:
                repeated.append((words, target))
            seen.add((holder.mem_id, words, target))
        return repeated

    def text(self, selector: str) -> str:
        """The text of the only element, on one line."""
        return " ".join(self.one(selector).text().split())


def has_pointer(document: Any, pointer: str) -> bool:
    """Whether a JSON Pointer (RFC 6901) finds something in a document."""
    try:
        for token in pointer.split("/")[1:]:
            name = token.replace("~1", "/").replace("~0", "~")
            document = document[int(name)] if isinstance(document, list) else document[name]
    except (LookupError, ValueError, TypeError):
        return False
    return pointer == "" or pointer.startswith("/")


@functools.lru_cache(maxsize=32)
def _json(path: Path) -> Any:
    return json.loads(path.read_bytes())


@functools.lru_cache(maxsize=512)
def _ids(path: Path) -> frozenset[str]:
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    return frozenset(node.attributes["id"] or "" for node in tree.css("[id]"))


def run_build(
    project: Path,
    out: Path,
    *options: str,
    generator: str = "mkdocs",
    environment: Mapping[str, str] | None = None,
    cwd: Path | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run a build in a process of its own; what it printed is in ``stdout``, errors among it.

    With an environment or another generator the process is a new one, else a fork of one that has imported MkDocs.
    """
    assert WITHOUT_SITES not in os.environ, "this test builds a site: give it the mark slow"
    arguments = ["build", "-f", str(project / "mkdocs.yml"), "-d", str(out), *options]
    variables = {**os.environ, **QUIET, **(environment or {})}
    if environment is None and generator == "mkdocs":
        ended = _builds().run(
            ["mkdocs", *arguments], cwd or project, patience=_PATIENCE, environment=variables, together=True
        )
        if ended.code == -signal.SIGALRM:
            raise subprocess.TimeoutExpired(arguments, _PATIENCE, ended.stdout)
        return subprocess.CompletedProcess(arguments, ended.code, ended.stdout)
    return subprocess.run(
        [sys.executable, "-m", generator, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env=variables,
        cwd=cwd or project,
        check=False,
        timeout=_PATIENCE,
    )


@functools.cache
def _builds() -> ForkedCommands:
    """The server of builds of this process, which ends with it."""
    builds = ForkedCommands("mkdocs.__main__:cli", *_IMPORTED, environment=QUIET)
    atexit.register(builds.close)
    return builds


def build_site(project: Path, out: Path, url: str, generator: str = "mkdocs") -> Site:
    """Build a project, strictly."""
    done = run_build(project, out, "--strict", generator=generator)
    assert done.returncode == 0, done.stdout
    return Site(out, url, done.stdout)


def copy_sources(folder: Path) -> Path:
    """A copy of this repository's sources, in a new folder."""
    folder.mkdir(parents=True)
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copy2(source, folder / name)
    return folder


def shared_once(shared: Path, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that one worker of pytest-xdist makes and all use.

    Args:
        shared: A folder that all workers of a run have in common.
        name: Name of the folder to make.
        make: Fills the folder.

    Returns:
        The folder.
    """
    folder, done = shared / name, shared / f"{name}.done"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            done.touch()
    return folder
