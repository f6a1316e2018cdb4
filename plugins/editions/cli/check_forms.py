"""What a check found, for people, for GitHub, for programs and for a pull request."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from editions.comparison import COMMENT_LIMIT, comparison_comment, summary_words
from editions.comparison.document import change_document
from editions.comparison.markdown import escape
from editions.model import Publication
from editions.model.counts import counted
from editions.pages.redline_surroundings import editions_outside
from editions.releases.review import NextVersion, Review
from editions.schemas.known_schemas import schema_address, schema_version
from editions.source.configuration import Configuration
from editions.source.problem import Problem

_MOST_LISTED = 50
_IMPACT = {
    "none": "No change.",
    "editorial": "Impact: editorial. What one must meet is the same.",
    "normative": "Impact: normative. What one must meet may differ.",
}


@dataclass(frozen=True)
class Verdict:
    """What a check found.

    Attributes:
        configuration: The project's configuration.
        publication: The model, if the files are sound.
        sources: Problems of the project as it stands.
        review: What changed since an earlier commit, if that was asked.
        reminders: What should be read again in the project as it stands.
    """

    configuration: Configuration
    publication: Publication | None
    sources: tuple[Problem, ...]
    review: Review | None
    reminders: tuple[Problem, ...] = ()

    @property
    def upcoming(self) -> NextVersion | None:
        """How far the draft has to rise, if that was asked."""
        return self.review.upcoming if self.review else None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem, sorted by file and line."""
        return tuple(sorted({*self.sources, *(self.review.problems if self.review else ())}))

    @property
    def notices(self) -> tuple[Problem, ...]:
        """What should be read again, sorted by file and line."""
        return tuple(sorted({*self.reminders, *(self.review.notices if self.review else ())}))

    @property
    def closing(self) -> str:
        """The outcome in a line."""
        if self.problems or self.publication is None:
            return counted(len(self.problems), "problem", "problems")
        editions = self.publication.standard.editions
        criteria = counted(sum(len(edition.criteria_by_id) for edition in editions), "criterion", "criteria")
        articles = counted(len(self.publication.articles), "article", "articles")
        return f"No problems in {counted(len(editions), 'edition', 'editions')} with {criteria}, and {articles}"

    @property
    def meaning(self) -> tuple[str, ...]:
        """What the change means, in sentences."""
        found = self.review
        if found is None:
            return ()
        lines = [f"Compared with {found.revision} ({found.commit[:12]}):"]
        if not found.told:
            lines.append("What the change means cannot be told before both states are without problems.")
            return tuple(lines)
        lines.append(_IMPACT[found.comparison.impact if found.comparison else "none"])
        if found.comparison:
            lines += summary_words(found.comparison)
        for slug, changes in found.articles:
            told = counted(len(changes), "change", "changes") if changes else "new"
            lines.append(f"Article {slug}: {told}.")
        return (*lines, *self.version_words)

    @property
    def version_words(self) -> tuple[str, ...]:
        """The version that the draft asks for, in a sentence."""
        step = self.upcoming
        if step is None:
            return ()
        least = f"at least a {step.wanted.bump} version after {step.after}, {step.lowest} or higher"
        return (f"The draft of {step.draft} asks for {least}.",)


def as_text(verdict: Verdict) -> str:
    """For people: a line for each problem and notice, then what the change means.

    Returns:
        Lines of text; empty if there is nothing to say.
    """
    lines = [f"{_place(it)} {it.message}" for it in verdict.problems]
    lines += [f"{_place(it)} notice: {it.message}" for it in verdict.notices]
    meaning = verdict.meaning
    lines += ["", *meaning] if lines and meaning else meaning
    return "".join(f"{line}\n" for line in lines)


def _place(problem: Problem) -> str:
    return click.style(f"{problem.path}:{problem.line}:", bold=True)


def as_github(verdict: Verdict) -> str:
    """For a GitHub workflow: an annotation at each file and line.

    Returns:
        Workflow commands (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
    """
    prefix = verdict.review.prefix if verdict.review else _below_workspace(verdict.configuration.root)
    lines = [_annotation("error", it, prefix) for it in verdict.problems]
    lines += [_annotation("warning", it, prefix) for it in verdict.notices]
    if verdict.meaning:
        lines.append(f"::notice title=What this change means::{_data(' '.join(verdict.meaning))}")
    return "".join(f"{line}\n" for line in lines)


def _below_workspace(root: Path) -> str:
    """The project's folder within the checkout, ending in ``/``; empty where it is its top, or outside of GitHub."""
    workspace = os.environ.get("GITHUB_WORKSPACE")
    if not workspace or not root.is_relative_to(Path(workspace).resolve()):
        return ""
    below = root.relative_to(Path(workspace).resolve()).as_posix()
    return "" if below == "." else f"{below}/"


def _annotation(kind: str, problem: Problem, prefix: str) -> str:
    place = f"file={_property(prefix + problem.path)},line={problem.line}"
    return f"::{kind} {place}::{_data(problem.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_json(verdict: Verdict) -> str:
    """For programs: the document that ``check-1.schema.json`` describes.

    Returns:
        JSON, ending in a line feed.
    """
    found, step = verdict.review, verdict.upcoming
    comparison = found.comparison if found else None
    document: dict[str, Any] = {
        "$schema": verdict.configuration.site_url.rstrip("/") + schema_address("check-1"),
        "schema_version": schema_version("check-1"),
        "problems": [_entry(it) for it in verdict.problems],
        "notices": [_entry(it) for it in verdict.notices],
        "next": step
        and {
            "after": str(step.after),
            "draft": str(step.draft),
            "bump": step.wanted.bump,
            "lowest": str(step.lowest),
            "reasons": list(step.wanted.reasons),
        },
        "against": found
        and {
            "revision": found.revision,
            "commit": found.commit,
            "compared": found.told,
            "impact": (comparison.impact if comparison else "none") if found.told else None,
            "summary": list(summary_words(comparison)) if comparison else [],
            "changes": [change_document(change) for change in comparison.changes] if comparison else [],
            "articles": [
                {"slug": slug, "changes": [change_document(change) for change in changes]}
                for slug, changes in found.articles
            ],
        },
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _entry(problem: Problem) -> dict[str, Any]:
    return {"path": problem.path, "line": problem.line, "message": problem.message}


def as_markdown(verdict: Verdict) -> str:
    """For a pull request: a summary that fits into a comment.

    Returns:
        Markdown in which everything that is quoted is escaped.
    """
    blocks = [f"**{escape(verdict.closing)}.**"]
    for title, listed in (("Problems", verdict.problems), ("To read again", verdict.notices)):
        if listed:
            rows = [f"- `{it.path.replace('`', '')}:{it.line}` {escape(it.message)}" for it in listed[:_MOST_LISTED]]
            more = len(listed) - _MOST_LISTED
            rows += [f"- … and {more:,} more"] if more > 0 else []
            blocks += [f"### {title}", "\n".join(rows)]
    if verdict.meaning:
        blocks += ["### What this change means", "\n\n".join(escape(line) for line in verdict.meaning)]
        if verdict.upcoming and verdict.upcoming.wanted.reasons:
            rows = [f"- {escape(reason)}" for reason in verdict.upcoming.wanted.reasons[:_MOST_LISTED]]
            blocks += ["The version has to rise because of:", "\n".join(rows)]
    text = "\n\n".join(blocks) + "\n"
    comparison = verdict.review.comparison if verdict.review else None
    room = COMMENT_LIMIT - len(text) - 1
    if comparison is not None and room > 10_000:
        placing = editions_outside(comparison.old, comparison.new, verdict.configuration.site_url)
        text += "\n" + comparison_comment(comparison, "the run of the check", room, placing)
    return text if len(text) <= COMMENT_LIMIT else text[:COMMENT_LIMIT].rsplit("\n", 1)[0] + "\n\n…\n"
