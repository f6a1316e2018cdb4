"""Open the next working copy."""

from __future__ import annotations

from editions.model import Version
from editions.releases.front_matter_lines import with_values
from editions.releases.plan import Plan, Write, write_of
from editions.releases.policy import lowest, step
from editions.schemas.known_schemas import schema_address
from editions.source.configuration import Configuration
from editions.source.discovery import INSIGHTS, STANDARD
from editions.source.front_matter import Record
from editions.source.problem import Problem, Unpublishable
from editions.validation import load_project
from editions.validation.editions import article_problems, working_copy_problems
from editions.validation.forms import version_of

_LINEAGE = """\
# yaml-language-server: $schema={schema}
from: "{version}"
identity: ids
domains: []
criteria: []
"""


def plan_edition_draft(configuration: Configuration, version: Version) -> Plan:
    """Prepare the next draft of the standard.

    Args:
        version: Version of the draft; the release may still get a higher one.

    Returns:
        What to write: the version and the status in ``index.md``, and an empty lineage. Text that was edited already
        stays, and so does a lineage that was.

    Raises:
        Unpublishable: If a draft is open already, the version does not rise, or the project has problems other than
            that the working copy was edited.
    """
    loaded = load_project(configuration)
    working, releases = loaded.records.working, loaded.records.releases
    edited = set(working_copy_problems(working, releases))
    problems = tuple(problem for problem in loaded.problems if problem not in edited)
    index = working.index
    known = {it for release in releases.values() if (it := version_of(release.index)) is not None}
    stands = version_of(index)
    if problems or index is None or stands is None:
        raise Unpublishable(problems)
    if stands not in known:
        raise Unpublishable((index.problem(("version",), f"{stands} is a draft already; release it first"),))
    newest = max(known)
    _must_rise(newest, version, index)
    values = {"version": str(version), "status": "draft"}
    writes: list[Write | None] = [
        write_of(configuration.root, index.path, with_values(working.files["index.md"], index, values))
    ]
    frozen = releases[next(name for name in releases if Version.parse(name) == newest)].files.get("lineage.yml")
    mine = working.files.get("lineage.yml")
    if (mine.content if mine else None) == (frozen.content if frozen else None):
        schema = configuration.site_url.rstrip("/") + schema_address("lineage-1")
        content = _LINEAGE.format(schema=schema, version=newest).encode("utf-8")
        writes.append(write_of(configuration.root, f"{STANDARD}/lineage.yml", content))
    return Plan(f"Open the draft of {version}, which follows {newest}", tuple(it for it in writes if it is not None))


def plan_article_draft(configuration: Configuration, slug: str, version: Version) -> Plan:
    """Prepare the next draft of an article.

    Returns:
        What to write: the version in its front matter.

    Raises:
        Unpublishable: As for ``plan_edition_draft``.
    """
    loaded = load_project(configuration)
    records = loaded.records.articles.get(slug)
    edited = set(article_problems(records)) if records else set[Problem]()
    problems = tuple(problem for problem in loaded.problems if problem not in edited)
    stands = version_of(records.working) if records else None
    if problems or records is None or records.working is None or stands is None:
        missing = (Problem(f"{INSIGHTS}/{slug}.md", 1, "there is no such article; write it first"),)
        raise Unpublishable(problems or missing)
    known = {it for release in records.releases.values() if (it := version_of(release)) is not None}
    if stands not in known:
        message = f"{stands} is a draft already; release it first"
        raise Unpublishable((records.working.problem(("version",), message),))
    newest = max(known)
    _must_rise(newest, version, records.working)
    content = with_values(records.files[records.working.path], records.working, {"version": str(version)})
    write = write_of(configuration.root, records.working.path, content)
    return Plan(f"Open the draft of {slug} {version}, which follows {newest}", (write,) if write else ())


def _must_rise(newest: Version, version: Version, record: Record) -> None:
    if step(newest, version) is None:
        message = f"{version} is not higher than the newest release {newest}; take {lowest(newest, 'minor')} or higher"
        raise Unpublishable((record.problem(("version",), message),))
