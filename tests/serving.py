"""Built sites served on a free port of this machine, below the folder that their address names."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sites import Site, shared_once
from small_standard import SITE_URL


class _Handler(SimpleHTTPRequestHandler):
    """Serves a site's folder below a prefix, and its 404 page for what is not there."""

    protocol_version = "HTTP/1.1"  # so that connections are kept

    def __init__(self, *arguments: Any, prefix: str, **named: Any) -> None:
        self._prefix = prefix
        super().__init__(*arguments, **named)

    def translate_path(self, path: str) -> str:
        if not path.startswith(self._prefix):
            return str(Path(self.directory) / "outside-of-the-site")
        return super().translate_path("/" + path.removeprefix(self._prefix))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        content = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
        """Print nothing."""


@contextmanager
def serving(site: Site) -> Iterator[str]:
    """Serve a site.

    Args:
        site: The site.

    Yields:
        The local address that stands for its published one, ending in ``/``.
    """
    prefix = urlsplit(site.url).path
    handler = functools.partial(_Handler, prefix=prefix, directory=str(site.folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def serving_once_made(shared: Path, name: str, make: Callable[[Path], None]) -> Iterator[str]:
    """Serve a site that one worker makes and all use.

    Args:
        shared: A folder that all workers of a run have in common.
        name: Name of the folder to make.
        make: Makes the site in the folder ``site`` of what it gets.

    Yields:
        As :func:`serving`.
    """
    with serving(Site(shared_once(shared, name, make) / "site", SITE_URL, "")) as address:
        yield address
