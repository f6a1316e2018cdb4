"""The server of a preview: the files of a site, the site's own headers, and a word to the browser after each build."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

RELOAD_SCRIPT = "/.editions/reload.js"
_BUILDS = "/.editions/builds"
_RELOAD = """\
const builds = new EventSource("%s")
builds.addEventListener("built", () => location.reload())
"""
_EVERY = 15.0  # seconds: a connection that carries nothing is taken for dead
_TYPES = {
    ".cff": "application/yaml",
    ".jsonld": "application/ld+json",
    ".md": "text/markdown; charset=utf-8",
    ".mjs": "text/javascript",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
}


class PreviewServer(ThreadingHTTPServer):
    """Serves a folder to this machine.

    A request that names another host is refused: a page of another site could else read the preview through a name
    that it makes lead here (DNS rebinding).
    """

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, place: tuple[str, int], folder: Path, base: str, headers: Mapping[str, str]) -> None:
        """Begin to listen.

        Args:
            place: Host and port.
            folder: The files of the site.
            base: Path at which the site is published, ending in ``/``, at which it is served as well.
            headers: What every answer has.

        Raises:
            OSError: If the port is taken.
        """
        self.base = base
        self.headers = headers
        self.builds = threading.Condition()
        self.number = 0
        self.hosts = {"localhost", "127.0.0.1", "[::1]", place[0]}
        super().__init__(place, partial(_Handler, directory=str(folder)))

    def built(self) -> None:
        """Tell every browser that the site is another."""
        with self.builds:
            self.number += 1
            self.builds.notify_all()


class _Handler(SimpleHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **_TYPES}  # noqa: RUF012 - as the base class has it

    def do_GET(self) -> None:
        if not self._allowed():
            return
        path = urlsplit(self.path).path
        if path == _BUILDS:
            self._tell_of_builds()
        elif path == RELOAD_SCRIPT:
            self._answer((_RELOAD % _BUILDS).encode(), "text/javascript")
        else:
            super().do_GET()

    def do_HEAD(self) -> None:
        if self._allowed():
            super().do_HEAD()

    def _allowed(self) -> bool:
        host = self.headers.get("Host", "")
        name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
        if name.lower() in self.server.hosts:
            return True
        self.send_error(HTTPStatus.MISDIRECTED_REQUEST, "This preview is served to this machine only")
        return False

    def translate_path(self, path: str) -> str:
        base = self.server.base
        inside = urlsplit(path).path
        return super().translate_path("/" + inside.removeprefix(base) if inside.startswith(base) else "/.nowhere")

    def list_directory(self, path: Any) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code == HTTPStatus.NOT_FOUND and page.is_file():
            self._answer(page.read_bytes(), "text/html; charset=utf-8", HTTPStatus.NOT_FOUND)
        else:
            super().send_error(code, message, explain)

    def end_headers(self) -> None:
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def guess_type(self, path: Any) -> str:
        found = super().guess_type(path)
        return "text/html; charset=utf-8" if found == "text/html" else found

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - named by the library
        """Say nothing: what a build says would be lost among the requests."""

    def _answer(self, content: bytes, media_type: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _tell_of_builds(self) -> None:
        """Server-sent events (HTML Living Standard, 9.2): one after each build."""
        known = self.server.number  # before the browser knows that it is heard
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        try:
            while True:
                with self.server.builds:
                    self.server.builds.wait_for(lambda: self.server.number != known, _EVERY)  # noqa: B023
                    news = self.server.number != known
                    known = self.server.number
                self.wfile.write(b"event: built\ndata: \n\n" if news else b": here\n\n")
                self.wfile.flush()
        except OSError:
            return  # the browser has gone


def opened_at(server: PreviewServer) -> str:
    """The address of the preview."""
    host, port = server.server_address[:2]
    shown = host.decode() if isinstance(host, bytes) else str(host)
    return f"http://{f'[{shown}]' if ':' in shown else shown}:{port}{server.base}"
