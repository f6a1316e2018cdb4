"""``editions check``: everything that can be wrong, all at once."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from editions.cli.check_forms import Verdict, as_github, as_json, as_markdown, as_text
from editions.cli.problem_lines import colour, could_not_run
from editions.cli.project import config_file, configuration_or_stop
from editions.releases.checks import all_problems
from editions.releases.policy import Policy, read_policy
from editions.releases.review import review
from editions.releases.trial import trial_problems
from editions.source.configuration import Configuration
from editions.source.file_writing import write_file
from editions.source.problem import Unpublishable
from editions.validation import load_project
from editions.validation.references import reference_notices
from editions.validation.site_settings import site_notices

_FORMS = {"text": as_text, "github": as_github, "json": as_json}


@click.command()
@click.option("--against", metavar="REV", help="Also say what changed since a commit, and that no release did.")
@click.option(
    "--format", "form", type=click.Choice(sorted(_FORMS)), default="text", show_default=True, help="How to say it."
)
@click.option("--summary", type=click.Path(path_type=Path, dir_okay=False), help="Write a summary in Markdown, too.")
@config_file
def check(against: str | None, form: str, summary: Path | None, config_file: Path) -> None:
    """Check every source file and report every problem at once.

    Each problem is a line 'path:line: what is wrong, what to do'. The exit code is 0 when there is none, 1 when there
    are problems and 2 when the check could not run. Notices name what should be read again, such as references to other
    frameworks without a version, and settings that have no effect. With --against, releases must be what they were at
    that commit; what the change means is said in words, with the version that it asks for, and there are notices on it
    too.

    \b
    Example:
      editions check
      editions check --config-file path/to/mkdocs.yml
      editions check --against origin/main --summary summary.md
    """
    configuration = configuration_or_stop(config_file)
    try:
        verdict = _verdict(configuration, against)
        if summary is not None:
            write_file(summary, as_markdown(verdict).encode("utf-8"))
    except Unpublishable as error:
        could_not_run(error)
    click.echo(_FORMS[form](verdict), nl=False, color=colour())
    click.echo(verdict.closing, err=True)
    sys.exit(1 if verdict.problems else 0)


def _verdict(configuration: Configuration, against: str | None) -> Verdict:
    loaded = load_project(configuration)
    problems = all_problems(configuration, loaded)
    if not problems and loaded.publication is not None:
        problems = tuple(sorted(trial_problems(loaded.publication)))
    try:
        policy = read_policy(configuration)
    except Unpublishable:
        policy = Policy()  # what is wrong with it is among the problems
    found = review(configuration, loaded, against, policy) if against is not None else None
    reminders = (*reference_notices(loaded.records), *loaded.notices, *site_notices(configuration))
    return Verdict(configuration, loaded.publication, problems, found, reminders)
