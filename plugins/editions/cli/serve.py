"""``editions serve``: the site on this machine, made anew after each edit."""

from __future__ import annotations

import sys
import tempfile
import threading
import time
import webbrowser
from pathlib import Path
from urllib.parse import urlsplit

import click

from editions.cli.problem_lines import say_problems
from editions.cli.project import config_file, configuration_or_stop
from editions.model.counts import counted
from editions.render.built_site import write_site
from editions.render.site_rendering import SiteRendering
from editions.schemas.known_schemas import schema_folder
from editions.serving.preview_server import RELOAD_SCRIPT, PreviewServer, opened_at
from editions.serving.watching import Watch
from editions.site.plan import configured_plan
from editions.site.site_plan import SitePlan
from editions.source.configuration import Configuration, read_configuration
from editions.source.discovery import CITATIONS, INSIGHTS, STANDARD
from editions.source.problem import Unpublishable
from editions.validation import load_publication

_PLACE = "127.0.0.1:8000"
Watched = tuple[list[Path], list[Path]]


@click.command()
@click.option("-a", "--address", default=_PLACE, show_default=True, metavar="HOST:PORT", help="Where to serve it.")
@click.option("-o", "--open", "opened", is_flag=True, help="Open it in a browser.")
@config_file
def serve(address: str, opened: bool, config_file: Path) -> None:
    """Serve the site on this machine, and make it anew after each edit.

    Open pages load themselves again. A broken edit is said with file and line, and the site stays as it was until it is
    mended. Only requests that name this machine are answered. End it with Ctrl+C.

    \b
    Example:
      editions serve
      editions serve -a localhost:9000 --open
    """
    configuration = configuration_or_stop(config_file)
    place = _place(address)
    with tempfile.TemporaryDirectory(prefix="editions-") as temporary:
        folder = Path(temporary)
        watched = _watched(configuration)
        watch = Watch(*watched)  # before anything is read, so that no edit after that is lost
        plan = _built(configuration, folder)
        if plan is None:
            sys.exit(2)
        base = urlsplit(configuration.site_url).path
        try:
            server = PreviewServer(place, folder, base, plan.headers)
        except OSError as error:
            raise click.UsageError(
                f"can't serve at {address} ({error.strerror}); choose another place with -a"
            ) from None
        threading.Thread(target=server.serve_forever, daemon=True).start()
        click.echo(f"Serving on {opened_at(server)}")
        if opened:
            webbrowser.open(opened_at(server))
        try:
            _build_after_each_edit(config_file, watched, watch, folder, server)
        except KeyboardInterrupt:
            click.echo()
        finally:
            server.shutdown()


def _build_after_each_edit(path: Path, watched: Watched, watch: Watch, folder: Path, server: PreviewServer) -> None:
    while True:
        watch.wait()
        try:
            configuration = read_configuration(path)
        except Unpublishable as error:
            say_problems(error.problems, to_stderr=True)
            continue
        if _watched(configuration) != watched:
            watch.stop()
            watched = _watched(configuration)
            watch = Watch(*watched)
        if _built(configuration, folder):
            server.built()


def _watched(configuration: Configuration) -> Watched:
    """The files and the folders that the site is made of."""
    root = configuration.root
    folders = [root / it for it in (STANDARD, INSIGHTS, CITATIONS, configuration.docs)]
    folders += [it for it in (configuration.overrides, configuration.fonts) if it is not None]
    files = [root / name for name, _ in configuration.file.nodes]
    return files, [*folders, schema_folder()]


def _built(configuration: Configuration, folder: Path) -> SitePlan | None:
    """Build, or say what is wrong and leave everything as it is; the site that was built."""
    begun = time.monotonic()
    try:
        publication = load_publication(configuration)
        plan = configured_plan(publication, configuration)
        written = write_site(folder, SiteRendering(plan, configuration, scripts=(RELOAD_SCRIPT,)).files())
    except Unpublishable as error:
        say_problems(error.problems, to_stderr=True)
        click.echo(f"{counted(len(error.problems), 'problem', 'problems')}; nothing was built", err=True)
        return None
    click.echo(f"Built in {time.monotonic() - begun:.1f} s ({written.changed} of {written.files} files changed)")
    return plan


def _place(address: str) -> tuple[str, int]:
    host, colon, port = address.rpartition(":")
    if not colon or not port.isascii() or not port.isdigit() or int(port) > 65535:
        raise click.UsageError(f"{address!r} is no place to serve at; write it like {_PLACE}")
    return host.strip("[]") or "127.0.0.1", int(port)
