"""``editions works``: the keys of everything that can be cited."""

from __future__ import annotations

import json
from pathlib import Path

import click

from editions.citations.known_works import KnownWorks
from editions.cli.project import config_file, publication_or_stop


@click.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@config_file
def works(form: str, config_file: Path) -> None:
    """List every work that can be cited, with its key.

    Our own works come first, the newest edition before the others and each edition before its domains and criteria;
    then the articles, then the works of citations/references.bib, which texts may cite too.

    \b
    Example:
      editions works
      editions works --format json
    """
    known = KnownWorks(publication_or_stop(config_file))
    rows = [
        {
            "key": record.key,
            "kind": record.kind,
            "title": record.title,
            "version": record.version or (record.container.version if record.container else None),
            "date": str(record.reference.date) if record.reference.date else None,
            "url": record.url,
            "replaced_by": record.replaced_by,
        }
        for record in known.own.values()
    ]
    rows += [
        {
            "key": key,
            "kind": "reference",
            "title": work.title,
            "version": work.version,
            "date": str(work.date) if work.date else None,
            "url": work.link,
            "replaced_by": None,
        }
        for key, work in known.references.items()
    ]
    if form == "json":
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    widths = [max((len(str(row[name])) for row in rows), default=0) for name in ("key", "kind")]
    for row in rows:
        line = f"{row['key']:<{widths[0]}}  {row['kind']:<{widths[1]}}  {row['title']}"
        click.echo(line + (f", replaced by {row['replaced_by']}" if row["replaced_by"] else ""))
