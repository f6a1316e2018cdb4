"""The sites that the browser visits."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from serving import serving
from sites import Site


@pytest.fixture(scope="session")
def own_root(own_site: Site) -> Iterator[str]:
    with serving(own_site) as root:
        yield root


@pytest.fixture(scope="session")
def small_root(small_site: Site) -> Iterator[str]:
    with serving(small_site) as root:
        yield root


@pytest.fixture(scope="session")
def keyword_root(keyword_site: Site) -> Iterator[str]:
    with serving(keyword_site) as root:
        yield root


@pytest.fixture(scope="session")
def hostile_root(hostile_site: Site) -> Iterator[str]:
    with serving(hostile_site) as root:
        yield root
