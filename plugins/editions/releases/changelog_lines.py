"""The lines of a changelog that follow from a comparison, and so can be checked against it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from editions.comparison import Change, compare_articles, compare_releases
from editions.comparison.markdown import escape
from editions.comparison.phrases import heading_words, kind_words
from editions.model import Article, Edition, Publication, Standard
from editions.model.counts import counted
from editions.source.discovery import INSIGHTS

STANDARD_WORK = "standard"
_HEADINGS = ("Added", "Changed", "Removed")
_NOUNS = {"domain": "Domain", "criterion": "Criterion", "prose": "Text"}


@dataclass(frozen=True)
class Expected:
    """What the changelog has to say of a release.

    Attributes:
        work: ``standard``, or ``insights/SLUG`` for an article.
        version: Its version, as it is written.
        date: Its date, as it is written.
        lines: The generated lines, without the marks around them.
    """

    work: str
    version: str
    date: str
    lines: tuple[str, ...]

    @property
    def digest(self) -> str:
        """SHA-256 in hexadecimal over the lines, each ending in a line feed."""
        return lines_digest(self.lines)


def lines_digest(lines: Iterable[str]) -> str:
    """The digest of generated lines.

    Args:
        lines: Lines without their ends.

    Returns:
        SHA-256 in hexadecimal over the lines in UTF-8, each ending in a line feed.
    """
    return hashlib.sha256("".join(f"{line}\n" for line in lines).encode("utf-8")).hexdigest()


def expected_releases(publication: Publication) -> tuple[Expected, ...]:
    """What the changelog has to say of every release.

    Returns:
        The standard's releases, newest first, then those of each article.
    """
    standard = publication.standard
    found = [expected_edition(standard, edition) for edition in reversed(standard.releases)]
    for history in publication.articles:
        pairs = pairwise((None, *history.releases))
        found += [expected_article(before, article) for before, article in reversed(list(pairs)) if article]
    return tuple(found)


def expected_edition(standard: Standard, edition: Edition) -> Expected:
    """What the changelog has to say of a release of the standard.

    Returns:
        Its heading and lines: what changed since the release before.
    """
    before = next((other for other in reversed(standard.releases) if other.version < edition.version), None)
    if before is None:
        domains = counted(len(edition.domains), "domain", "domains")
        lines = _first(f"{domains} and {counted(len(edition.criteria_by_id), 'criterion', 'criteria')}")
    else:
        lines = change_lines(compare_releases(standard, before.version, edition.version).changes)
    return Expected(STANDARD_WORK, str(edition.version), str(edition.date), lines)


def expected_article(before: Article | None, article: Article) -> Expected:
    """What the changelog has to say of a release of an article.

    Args:
        before: The release before it; ``None`` for the first.
    """
    lines = _first() if before is None else change_lines(compare_articles(before, article))
    return Expected(f"{INSIGHTS}/{article.slug}", str(article.version), str(article.date), lines)


def change_lines(changes: tuple[Change, ...]) -> tuple[str, ...]:
    """Changes as lines under the headings of Keep a Changelog.

    Returns:
        Lines of Markdown: a list under each heading that has any, one entry a change, in reading order.
    """
    if not changes:
        return ("No change to the text.",)
    entries: dict[str, list[str]] = {heading: [] for heading in _HEADINGS}
    for change in changes:
        heading = {"added": "Added", "withdrawn": "Removed"}.get(change.relation, "Changed")
        words = f"{_noun(change)} {heading_words(change)}: {kind_words(change)}"
        entries[heading].append(f"- {escape(' '.join(words.split()))} · {change.significance}")
    lines: list[str] = []
    for heading, listed in entries.items():
        if listed:
            lines += ["", f"#### {heading}", "", *listed]
    return tuple(lines[1:])


def _noun(change: Change) -> str:
    """What kind of item changed; for prose also the domain that it stands in, since headings repeat."""
    noun = _NOUNS[change.level]
    domains = dict.fromkeys(item.domain for item in (*change.old, *change.new) if item.domain)
    return f"{noun} of {', '.join(domains)}" if change.level == "prose" and domains else noun


def _first(content: str = "") -> tuple[str, ...]:
    return ("#### Added", "", f"- First release{f', with {content}' if content else ''}.")
