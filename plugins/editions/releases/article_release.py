"""Release a version of an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from editions.comparison import compare_articles
from editions.model import Article, ArticleHistory, PartialDate, Version
from editions.releases.changelog_lines import expected_article
from editions.releases.checks import all_problems
from editions.releases.edition_release import changelog_write
from editions.releases.front_matter_lines import with_values
from editions.releases.overlay import problems_after
from editions.releases.plan import Plan, Write, new_file, write_of
from editions.releases.policy import lowest, read_policy, step
from editions.schemas.known_schemas import schema_address
from editions.source.configuration import Configuration
from editions.source.discovery import INSIGHTS, RELEASES
from editions.source.front_matter import Record
from editions.source.problem import Problem, Unpublishable
from editions.source.project import ArticleRecords
from editions.source.release_lock import lock_bytes, make_lock
from editions.text.dialect import DIALECT
from editions.validation import load_project
from editions.words.phrasebook import ENGLISH


def plan_article_release(configuration: Configuration, slug: str, version: Version, date: PartialDate) -> Plan:
    """Prepare the release of an article.

    Raises:
        Unpublishable: If anything stands against it; it holds every problem.
    """
    loaded = load_project(configuration)
    problems = all_problems(configuration, loaded)
    if loaded.publication is None:
        raise Unpublishable(problems)
    history = next((it for it in loaded.publication.articles if it.slug == slug), None)
    records = loaded.records.articles.get(slug)
    if history is None or records is None or records.working is None:
        known = ", ".join(f"{INSIGHTS}/{it.slug}" for it in loaded.publication.articles) or "none"
        raise Unpublishable(
            (Problem(f"{INSIGHTS}/{slug}.md", 1, f"there is no such article; the articles are: {known}"),)
        )
    if history.draft is None:
        newest = history.newest.version if history.newest else version
        message = f"names {newest}, which is released; open the next version with 'editions draft {INSIGHTS}/{slug} …'"
        raise Unpublishable((*problems, records.working.problem(("version",), message)))
    article = replace(history.draft, version=version, date=date, status="released")
    problems += tuple(_against(history, article, records.working))
    if problems:
        raise Unpublishable(problems)
    schema = loaded.publication.absolute(schema_address("release-1"))
    plan = _plan(configuration, records, records.working, history, article, schema)
    left = problems_after(configuration, plan)
    if left:
        raise Unpublishable(left)
    return plan


def _against(history: ArticleHistory, article: Article, working: Record) -> Iterator[Problem]:
    newest = history.newest
    if newest is None:
        return
    if step(newest.version, article.version) is None:
        message = (
            f"version {article.version} is not higher than the newest release {newest.version}; "
            f"raise it to {lowest(newest.version, 'minor')}"
        )
        yield working.problem(("version",), message)
    if not newest.date.may_precede(article.date):
        message = (
            f"date {article.date} lies before {newest.date}, the date of {newest.version}; a date must not go back"
        )
        yield working.problem(("date",), message)
    if not compare_articles(newest, article) and newest.keywords == article.keywords:
        yield working.problem((), f"nothing changed since {newest.version}; there is nothing to release")


def _plan(
    configuration: Configuration,
    records: ArticleRecords,
    working: Record,
    history: ArticleHistory,
    article: Article,
    schema: str,
) -> Plan:
    root, version, date = configuration.root, str(article.version), str(article.date)
    file = records.files[working.path]
    content = with_values(file, working, {"version": version, "date": date})
    newest = history.newest
    lock_before = records.locks[str(newest.version)] if newest else None
    previous = (str(newest.version), str(lock_before.data["digest"])) if newest and lock_before else None
    lock = lock_bytes(make_lock(schema, version, date, {f"{version}.md": content}, previous, DIALECT))
    folder = f"{INSIGHTS}/{RELEASES}/{article.slug}"
    writes: list[Write | None] = [
        new_file(root, f"{folder}/{version}.md", content),
        new_file(root, f"{folder}/{version}.json", lock),
    ]
    if read_policy(configuration).changelog:
        writes.append(changelog_write(configuration, (expected_article(newest, article),)))
    writes.append(write_of(root, working.path, content))
    title = f"Release {article.slug} {version} of {ENGLISH.date(article.date)}"
    return Plan(title, tuple(write for write in writes if write is not None))
