"""What a reader's first visit costs, on pages of every kind: bytes over the network, and Lighthouse's verdict.

Run with ``python benchmarks/first_load.py``. The site of this repository is built and served as hosts of static sites
do, compressed with gzip. Bytes are what Chromium received for one page with an empty cache, faces included; Lighthouse
runs as for a phone, with its throttling, where ``npm`` can install it (``benchmarks/lighthouse``). To reach: 100 KiB,
95 for performance and 100 for the rest.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT / "tests"))

from browser.page_kinds import OWN  # noqa: E402 - the tests know one page of each kind
from chromium import FLAGS, find_chromium  # noqa: E402
from sites import build_site  # noqa: E402

PAGES = {**OWN, "checklist": "/standard/checklist/", "insights": "/insights/"}
LIMIT = 100 * 1024
SCORES = {"performance": 0.95, "accessibility": 1.0, "best-practices": 1.0, "seo": 1.0}
COMPRESSED = (".woff2", ".png", ".gz", ".pdf", ".xlsx")


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder compressed, as hosts of static sites do."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        content = (path if found else Path(self.directory) / "404.html").read_bytes()
        packed = not path.name.endswith(COMPRESSED)
        content = gzip.compress(content, 9) if packed else content
        kind = self.guess_type(str(path)) if found else "text/html"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
        """Print nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder; its address, without a slash at the end."""

    def handler(*arguments: Any, **named: Any) -> _Handler:
        return _Handler(*arguments, directory=str(folder), **named)

    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def received(browser: Browser, url: str) -> int:
    """Bytes that a phone receives for a page with an empty cache, headers not counted."""
    context = browser.new_context(viewport={"width": 412, "height": 823}, device_scale_factor=1.75)
    page = context.new_page()
    client = context.new_cdp_session(page)
    client.send("Network.enable")
    sizes: list[int] = []
    client.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    page.goto(url, wait_until="networkidle")
    context.close()
    return sum(sizes)


def lighthouse() -> Path | None:
    """Lighthouse, installed where npm is found."""
    folder = HERE / "lighthouse"
    program = folder / "node_modules" / ".bin" / "lighthouse"
    if not program.is_file() and (npm := shutil.which("npm")):
        print("Installing Lighthouse (once)", flush=True)
        subprocess.run([npm, "ci", "--silent", "--no-audit", "--no-fund"], cwd=folder, check=False)
    return program if program.is_file() else None


def scores(program: Path, chromium: str, url: str) -> tuple[dict[str, float], list[str]]:
    """Lighthouse's scores of a page as on a phone, and what it found."""
    command = [str(program), url, "--quiet", "--output=json", f"--chrome-flags={' '.join(FLAGS)}"]
    environment = {**os.environ, "CHROME_PATH": chromium}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    report = json.loads(done.stdout)
    failed = [
        f"{name}: {it['title']} {it.get('displayValue', '')}"
        for name, it in report["audits"].items()
        if it.get("score") is not None and it["score"] < 0.9 and it["scoreDisplayMode"] in ("binary", "numeric")
    ]
    return {name: report["categories"][name]["score"] for name in SCORES}, failed


def main() -> int:
    """Measure and print; 0 if the targets are reached, 1 if not, 2 if there is no Chromium."""
    chromium = find_chromium()
    if chromium is None:
        print("Chromium was not found")
        return 2
    program, missed = lighthouse(), 0
    with tempfile.TemporaryDirectory(prefix="editions-benchmark-") as work, sync_playwright() as playwright:
        site = build_site(ROOT, Path(work) / "site", "https://productionai.institute/")
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        with served(site.folder) as root:
            for name, address in PAGES.items():
                if name == "not found":
                    continue
                size = received(browser, root + address)
                line = f"{size / 1024:6.1f} KiB"
                missed += size > LIMIT
                failed: list[str] = []
                if program:
                    found, failed = scores(program, chromium, root + address)
                    missed += any(found[it] < least for it, least in SCORES.items())
                    line += "  " + " / ".join(f"{found[it] * 100:.0f}" for it in SCORES)
                print(f"{line}  {name}", flush=True)
                for problem in failed:
                    print(f"            {problem}")
        browser.close()
    if program is None:
        print("Lighthouse was not run: npm was not found")
    print(f"at most {LIMIT / 1024:.0f} KiB; {' / '.join(f'{it} {least * 100:.0f}' for it, least in SCORES.items())}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
