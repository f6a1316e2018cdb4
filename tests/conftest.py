"""What all tests share."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from chromium import FLAGS, NONE, find_chromium
from editions.render.built_site import write_site
from editions.render.site_rendering import SiteRendering
from editions.site.page_kinds import PAGE_KINDS
from editions.site.plan import configured_plan
from editions.source.configuration import read_configuration
from editions.validation import load_publication
from hostile_standard import write_hostile_standard
from keyword_pages import KEYWORD
from sites import QUIET, ROOT, WITHOUT_SITES, Site, build_site, shared_once
from small_standard import SITE_URL, write_small_standard
from tools import missing_tools

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# No test is timed: a busy machine is no failure.
settings.register_profile("untimed", deadline=None)
settings.register_profile("quick", deadline=None, max_examples=10)
settings.load_profile("untimed")

# What no test of `make check` may ask for; a test that builds a site or an environment by itself has the mark.
_SLOW_FIXTURES = {"browser", "own_site", "small_site", "hostile_site", "keyword_site", "variants", "shared_folder"}
# Every test in it asks for a browser.
_BROWSER = ROOT / "tests" / "browser"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option of `make check`."""
    parser.addoption("--quick", action="store_true", help="leave out what needs a browser, a built site or minutes")


def pytest_configure(config: pytest.Config) -> None:
    """Choose how many examples Hypothesis tries."""
    config.addinivalue_line("markers", "slow: builds a site or takes long; not a part of `make check`")
    if config.getoption("--quick"):
        settings.load_profile("quick")
        os.environ[WITHOUT_SITES] = "1"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is slow, if asked to."""
    if config.getoption("--quick"):
        slow = [it for it in items if it.get_closest_marker("slow") or not _SLOW_FIXTURES.isdisjoint(_fixtures(it))]
        config.hook.pytest_deselected(items=slow)
        items[:] = [it for it in items if it not in set(slow)]


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Do not even read what drives a browser, if asked for what is quick."""
    return True if config.getoption("--quick") and collection_path == _BROWSER else None


def _fixtures(item: pytest.Item) -> list[str]:
    """Names of the fixtures that a test asks for, also through others and as a parameter."""
    parameters = (
        item.callspec.params.values() if isinstance(item, pytest.Function) and hasattr(item, "callspec") else ()
    )
    return [*getattr(item, "fixturenames", ()), *(it for it in parameters if isinstance(it, str))]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the validators that were not found in the last lines of the run."""
    missing = missing_tools(str(report.longrepr) for report in terminalreporter.stats.get("skipped", []))
    if missing:
        terminalreporter.write_line(f"Validators not found, so not run: {', '.join(missing)}", yellow=True)


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all workers of the run have in common."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def start_chromium() -> Iterator[Callable[..., Browser]]:
    """Starts a real Chromium; named arguments are variables of its environment."""
    from playwright.sync_api import expect, sync_playwright

    path = find_chromium()
    if path is None:
        pytest.fail(NONE, pytrace=False)
    expect.set_options(timeout=30_000)
    with sync_playwright() as playwright:
        # Nothing outside this machine has an address, so that no page can depend on it.
        flags = [*FLAGS, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]

        def start(**environment: str) -> Browser:
            variables: dict[str, str | float | bool] = {**os.environ, **environment}
            return playwright.chromium.launch(executable_path=path, args=flags, env=variables)

        yield start


@pytest.fixture(scope="session")
def browser(start_chromium: Callable[..., Browser]) -> Iterator[Browser]:
    """A browser, started once for each worker."""
    browser = start_chromium()
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def own_site(shared_folder: Path) -> Site:
    """The site of this repository."""
    return _built(shared_folder, "own-site", lambda folder: ROOT, "https://productionai.institute/")


@pytest.fixture(scope="session")
def small_site(shared_folder: Path) -> Site:
    """The site of a fictional standard with three releases and a draft, published below a folder of its host."""
    return _built(shared_folder, "small-site", lambda folder: write_small_standard(folder / "project"), SITE_URL)


@pytest.fixture(scope="session")
def hostile_site(shared_folder: Path) -> Site:
    """The site of a standard whose every text tries to break out of its page."""
    return _built(shared_folder, "hostile-site", lambda folder: write_hostile_standard(folder / "project"), SITE_URL)


@pytest.fixture(scope="session")
def keyword_site(shared_folder: Path) -> Site:
    """The small site with a kind of page that the tests made up, built without MkDocs."""

    def make(folder: Path) -> None:
        configuration = read_configuration(write_small_standard(folder / "project") / "mkdocs.yml")
        site = configured_plan(load_publication(configuration), configuration, (*PAGE_KINDS, KEYWORD))
        write_site(folder / "site", SiteRendering(site, configuration).files())

    return Site(shared_once(shared_folder, "keyword-site", make) / "site", SITE_URL, "")


@pytest.fixture(scope="session")
def variants(shared_folder: Path) -> Path:
    """The folder of a site full of attacks, by the guards that it was built with: see ``hostile_pages``."""

    def make(folder: Path) -> None:
        command = [sys.executable, str(ROOT / "tests" / "hostile_pages.py"), str(folder)]
        done = subprocess.run(command, env={**os.environ, **QUIET}, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    return shared_once(shared_folder, "hostile-pages", make)


def _built(shared: Path, name: str, project: Callable[[Path], Path], url: str) -> Site:
    def make(folder: Path) -> None:
        site = build_site(project(folder), folder / "site", url)
        (folder / "log").write_text(site.log, encoding="utf-8")

    folder = shared_once(shared, name, make)
    return Site(folder / "site", url, (folder / "log").read_text(encoding="utf-8"))
