"""``editions schema``: the keys of every file, as the schemas have them, and the versions of the schemas."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from editions.cli.problem_lines import could_not_run, say_problems
from editions.schemas.known_schemas import load_schema, released_names, schema_folder, schema_names
from editions.schemas.schema_compatibility import compatibility_problems
from editions.schemas.schema_keeping import keep_schemas
from editions.schemas.schema_reference import schema_reference, schema_table, with_reference
from editions.schemas.schema_rules import rule_problems
from editions.source.file_writing import write_file
from editions.source.problem import Problem, Unpublishable

_folder = click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="A folder of schemas.  [default: the engine's]",
)


class _ShownByDefault(click.Group):
    """A group whose first word, where it is no command, belongs to ``show``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = ["show", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_ShownByDefault)
def schema() -> None:
    """Show what files and exports hold, and hold the schemas to their versions.

    Without a command, 'show' is meant.

    \b
    Example:
      editions schema
      editions schema domain-1
      editions schema check
    """


@schema.command()
@click.argument("name", required=False)
@click.option("--all", "everything", is_flag=True, help="Every schema of a file that people write.")
@click.option(
    "--update",
    "target",
    type=click.Path(path_type=Path),
    help="With --all: write them into a Markdown file, between its lines <!-- schema reference: begin --> and end.",
)
def show(name: str | None, everything: bool, target: Path | None) -> None:
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


@schema.command()
@_folder
def check(folder: Path | None) -> None:
    """Check that every schema says what it describes, and breaks none of its released versions.

    The exit code is 0 when there is no problem and 1 when there are some.

    \b
    Example:
      editions schema check
    """
    problems = sorted({*rule_problems(folder), *compatibility_problems(folder)})
    say_problems(problems, to_stderr=False)
    if problems:
        sys.exit(1)
    names, released = schema_names(folder), released_names(folder)
    click.echo(f"No problems in {len(names)} schemas and their {len(released)} released versions")


@schema.command()
@click.argument("names", nargs=-1)
@_folder
def keep(names: tuple[str, ...], folder: Path | None) -> None:
    """Keep the version that each schema states, for good.

    A version is kept when it is done: from then on it is served at an address of its own, and no later version of the
    same major may break it. After a change, raise the version in $comment ("schema_version 1.1") and keep that one.

    \b
    Example:
      editions schema keep
      editions schema keep criteria-1
    """
    place = folder or schema_folder()
    unknown = [name for name in names if name not in schema_names(place)]
    if unknown:
        raise click.BadParameter(f"there is no schema {unknown[0]!r}; choose one of {', '.join(schema_names(place))}")
    try:
        kept = keep_schemas(place, names or schema_names(place))
    except Unpublishable as error:
        say_problems(error.problems, to_stderr=True)
        sys.exit(1)
    for path in kept:
        click.echo(f"Kept {path}")
    if not kept:
        click.echo("Every version is kept already")


def _update(target: Path) -> None:
    try:
        before = target.read_text(encoding="utf-8")
        after = with_reference(before)
        if after != before:
            write_file(target, after.encode("utf-8"))
    except UnicodeDecodeError:
        could_not_run(Unpublishable((Problem(str(target), 1, "is not UTF-8; save it as UTF-8"),)))
    except ValueError as error:
        if isinstance(error, Unpublishable):
            raise
        could_not_run(Unpublishable((Problem(str(target), 1, str(error)),)))
