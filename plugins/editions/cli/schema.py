"""``editions schema``: the keys of every file, as the schemas have them."""

from __future__ import annotations

from pathlib import Path

import click

from editions.cli.project import could_not_run
from editions.source.problem import Problem, Unpublishable
from editions.validation.schema_reference import schema_reference, schema_table, with_reference
from editions.validation.schemas import load_schema, schema_names


@click.command()
@click.argument("name", required=False)
@click.option("--all", "everything", is_flag=True, help="Every schema of a file that people write.")
@click.option(
    "--update",
    "target",
    type=click.Path(path_type=Path),
    help="With --all: write them into a Markdown file, between its lines <!-- schema reference: begin --> and end.",
)
def schema(name: str | None, everything: bool, target: Path | None) -> None:
    """Show every key of a kind of file, with its form and its meaning.

    Without a name, the schemas are listed. The output is Markdown.

    \b
    Example:
      editions schema
      editions schema domain-1
      editions schema --all --update CONTRIBUTING.md
    """
    if (everything and name is not None) or (target is not None and not everything):
        raise click.UsageError("name one schema, or --all; --update needs --all")
    if target is not None:
        _update(target)
    elif everything:
        click.echo(schema_reference())
    elif name is None:
        for known in schema_names():
            click.echo(f"{known:<14} {load_schema(known)['description']}")
    else:
        full = name if name in schema_names() else f"{name}-1"
        if full not in schema_names():
            raise click.BadParameter(f"there is no schema {name!r}; choose one of {', '.join(schema_names())}")
        click.echo(schema_table(full))


def _update(target: Path) -> None:
    try:
        before = target.read_text(encoding="utf-8")
        after = with_reference(before)
        if after != before:
            part = target.with_name(f".{target.name}.part")
            part.write_text(after, encoding="utf-8", newline="\n")
            part.replace(target)
    except UnicodeDecodeError:
        could_not_run(Unpublishable((Problem(str(target), 1, "is not UTF-8; save it as UTF-8"),)))
    except OSError as error:
        reason = (error.strerror or "unknown").lower()
        could_not_run(Unpublishable((Problem(str(target), 1, f"can't be read or written ({reason}); correct that"),)))
    except ValueError as error:
        could_not_run(Unpublishable((Problem(str(target), 1, str(error)),)))
