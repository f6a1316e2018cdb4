"""The server of a preview answers this machine alone, with the site's own headers, and tells browsers of each build."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from editions.serving.preview_server import RELOAD_SCRIPT, PreviewServer, opened_at

BASE = "/assurance/"
PATIENCE = 30.0  # seconds, against a server that hangs


@pytest.fixture
def server(tmp_path: Path) -> Iterator[PreviewServer]:
    site = tmp_path / "site"
    (site / "a").mkdir(parents=True)
    (site / "index.html").write_text("Home", encoding="utf-8")
    (site / "a" / "index.html").write_text("Page é", encoding="utf-8")
    (site / "404.html").write_text("Not here", encoding="utf-8")
    (site / "a" / "index.md").write_text("# Page", encoding="utf-8")
    (site / "empty").mkdir()
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    server = PreviewServer(("127.0.0.1", 0), site, BASE, {"X-Policy": "own"})
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def ask(server: PreviewServer, path: str, host: str = "127.0.0.1:8000", method: str = "GET") -> tuple[int, str, str]:
    """Status, media type and content of an answer, which has the site's header."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=PATIENCE)
    connection.putrequest(method, path, skip_host=True)
    if host:
        connection.putheader("Host", host)
    connection.endheaders()
    answer = connection.getresponse()
    content = answer.read().decode("utf-8")
    assert answer.headers["X-Policy"] == "own"
    connection.close()
    return answer.status, answer.headers["Content-Type"], content


@pytest.mark.parametrize(
    ("path", "status", "media_type", "content"),
    [
        (BASE, 200, "text/html; charset=utf-8", "Home"),
        (f"{BASE}a/", 200, "text/html; charset=utf-8", "Page é"),
        (f"{BASE}a/?x=1", 200, "text/html; charset=utf-8", "Page é"),
        (f"{BASE}a/index.md", 200, "text/markdown; charset=utf-8", "# Page"),
        (f"{BASE}nowhere/", 404, "text/html; charset=utf-8", "Not here"),
        (f"{BASE}empty/", 404, "text/html; charset=utf-8", "Not here"),
        ("/a/", 404, "text/html; charset=utf-8", "Not here"),
        (f"{BASE}../secret", 404, "text/html; charset=utf-8", "Not here"),
        (f"{BASE}%2e%2e/secret", 404, "text/html; charset=utf-8", "Not here"),
        (f"{BASE}a/../../../secret", 404, "text/html; charset=utf-8", "Not here"),
    ],
)
def test_files_of_the_site_are_served_where_it_is_published(
    server: PreviewServer, path: str, status: int, media_type: str, content: str
) -> None:
    assert ask(server, path) == (status, media_type, content)
    assert ask(server, path, method="HEAD") == (status, media_type, "")


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1", "[::1]:8000"])
def test_names_of_this_machine_are_answered(server: PreviewServer, host: str) -> None:
    assert ask(server, BASE, host)[0] == 200


@pytest.mark.parametrize(
    "host", ["", "evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost.evil:1"]
)
def test_other_hosts_are_refused(server: PreviewServer, host: str) -> None:
    """A page of another site could read the preview through a name that leads here (DNS rebinding)."""
    assert ask(server, BASE, host)[0] == 421
    assert ask(server, BASE, host, "HEAD")[0] == 421


def test_browsers_are_told_of_a_build(server: PreviewServer) -> None:
    script = ask(server, RELOAD_SCRIPT)
    assert script[:2] == (200, "text/javascript")
    assert "location.reload()" in script[2]
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=PATIENCE)
    connection.request("GET", "/.editions/builds")
    events = connection.getresponse()
    assert events.headers["Content-Type"] == "text/event-stream"
    server.built()
    assert events.readline() == b"event: built\n"
    connection.close()


def test_the_address_of_a_preview_is_that_of_the_site(server: PreviewServer) -> None:
    assert opened_at(server) == f"http://127.0.0.1:{server.server_address[1]}{BASE}"
