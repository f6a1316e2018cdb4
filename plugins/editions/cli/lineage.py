"""``editions lineage suggest``: rows of lineage proposed for a maintainer to decide on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from editions.cli.edition_argument import NamedEditions
from editions.cli.problem_lines import could_not_run
from editions.cli.project import config_file
from editions.lineage import Suggestion, suggest_edition
from editions.lineage.outline import edition_outline, records_outline
from editions.lineage.weights import ACCEPT
from editions.lineage.yaml_rows import suggestion_yaml
from editions.model import Edition
from editions.source.problem import Unpublishable


@click.group()
def lineage() -> None:
    """Work on lineage: which items of an edition became which items of the next.

    \b
    Example:
      editions lineage suggest 1.1 draft
    """


@lineage.command()
@click.argument("old")
@click.argument("new")
@click.option(
    "--accept",
    type=click.FloatRange(0, 1),
    default=ACCEPT,
    show_default=True,
    help="Rows with this score or more come as rows, weaker ones as comments.",
)
@click.option("--format", "form", type=click.Choice(["yaml", "json"]), default="yaml", show_default=True)
@config_file
def suggest(old: str, new: str, accept: float, form: str, config_file: Path) -> None:
    """Propose lineage rows from edition OLD to edition NEW, with a score and a reason each.

    Each is a version, 'draft', or a folder that holds index.md and domains/. Ids are not read, so that the proposal is
    the same however the items are numbered. The output is YAML, ready to edit into lineage.yml.

    \b
    Example:
      editions lineage suggest 1.1 draft
      editions lineage suggest old-edition/ new-edition/ --accept 0.9 --format json
    """
    named = NamedEditions(config_file)
    try:
        found = named.edition(old), named.edition(new)
        outlines = [edition_outline(it) if isinstance(it, Edition) else records_outline(it) for it in found]
    except Unpublishable as error:
        could_not_run(error)
    suggestion = suggest_edition(outlines[0].domains, outlines[1].domains, accept=accept)
    if form == "json":
        click.echo(json.dumps(_as_json(suggestion), indent=2, ensure_ascii=False))
    else:
        click.echo(suggestion_yaml(suggestion, outlines[0], outlines[1]), nl=False)


def _as_json(suggestion: Suggestion) -> dict[str, Any]:
    def ranked(candidates: Mapping[str, tuple[tuple[str, float], ...]]) -> dict[str, list[dict[str, Any]]]:
        return {item: [{"id": other, "score": score} for other, score in best] for item, best in candidates.items()}

    return {
        "rows": [
            {
                "level": row.level,
                "from": list(row.from_ids),
                "to": list(row.to_ids),
                "score": row.score,
                "reason": row.reason,
                "accepted": row.accepted,
            }
            for row in suggestion.rows
        ],
        "candidates": {
            "from": ranked(suggestion.from_candidates),
            "to": ranked(suggestion.to_candidates),
        },
    }
