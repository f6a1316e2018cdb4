"""What changed between two versions of an article, as text, as Markdown and as data."""

from __future__ import annotations

import json

from editions.comparison.change import ArticleComparison
from editions.comparison.document import Json, change_document, document_head, summary_document
from editions.comparison.markdown import (
    COMMENT_LIMIT,
    change_markdown,
    escape,
    limited,
    without_pictures,
)
from editions.comparison.quotation import Placing, as_written
from editions.comparison.summary import summarise
from editions.comparison.terminal import bold, change_text, clean
from editions.model import Article, Edition
from editions.model.addresses import article_address
from editions.words.phrasebook import ENGLISH, Phrasebook


def article_sentence(comparison: ArticleComparison, words: Phrasebook = ENGLISH) -> str:
    """The summary in a sentence.

    Args:
        comparison: The comparison.
        words: The language.

    Returns:
        Such as ``By section: 2 reworded, 1 added, 5 unchanged.``
    """
    counts = summarise(comparison)[-1].section_counts(words, unchanged=True)
    return words.text("By section: {counts}.", counts=counts) if counts else words.text("Nothing changed.")


def article_text(comparison: ArticleComparison, *, colour: bool = False) -> str:
    """The comparison as plain text.

    Args:
        comparison: The comparison.
        colour: Whether to colour it with ANSI escape codes.

    Returns:
        Lines of text, ending in a line feed.
    """
    lines = [bold(_title(comparison), colour), f"Impact: {comparison.impact}", article_sentence(comparison)]
    for change in comparison.changes:
        lines += ["", *change_text(change, colour=colour)]
    return "\n".join(lines) + "\n"


def article_comment(
    comparison: ArticleComparison, see: str, limit: int = COMMENT_LIMIT, placing: Placing = as_written
) -> str:
    """The comparison as Markdown of limited length.

    Args:
        comparison: The comparison.
        see: Where the whole comparison can be seen: an address, or a command.
        limit: The length that the text stays under, in characters.
        placing: Where the links of its texts lead.

    Returns:
        Markdown with ``<del>`` and ``<ins>``, all quoted text escaped.
    """
    head = (f"# {escape(_title(comparison))}\n", f"**{article_sentence(comparison)}**\n")
    quoting = without_pictures(placing)
    blocks = [change_markdown(change, quoting) for change in comparison.changes]
    return limited(head, [["## Changes\n", *blocks]] if blocks else [], see, limit)


def article_document(comparison: ArticleComparison, edition: Edition, site_url: str) -> Json:
    """The comparison as data, in the shape of ``comparison-1.schema.json``.

    Args:
        comparison: The comparison.
        edition: The edition that names the standard which the article explains.
        site_url: Absolute address of the site.

    Returns:
        The document: ``article`` says which article it is, ``from`` and ``to`` are its versions, and all ``changes``
        are of level ``prose`` and part ``article``.
    """
    base = site_url.rstrip("/")
    new = comparison.new
    return {
        **document_head(edition, base),
        "article": {"slug": new.slug, "title": new.title, "url": f"{base}{article_address(new.slug)}"},
        "from": _version(comparison.old, base),
        "to": _version(new, base),
        "summary": summary_document(summarise(comparison)),
        "impact": comparison.impact,
        "lineage_notes": [],
        "changes": [change_document(change) for change in comparison.changes],
    }


def article_json(comparison: ArticleComparison, edition: Edition, site_url: str) -> str:
    """The document as text: JSON with two spaces of indentation, ending in a line feed.

    Args:
        comparison: The comparison.
        edition: As for ``article_document``.
        site_url: As for ``article_document``.

    Returns:
        The text.
    """
    return json.dumps(article_document(comparison, edition, site_url), ensure_ascii=False, indent=2) + "\n"


def _title(comparison: ArticleComparison) -> str:
    old, new = comparison.old, comparison.new
    draft = " (draft)" if new.status == "draft" else ""
    return clean(f"{new.title} {old.version} → {new.version}{draft}")


def _version(article: Article, base: str) -> Json:
    return {
        "version": str(article.version),
        "status": article.status,
        "date": str(article.date),
        "url": f"{base}{article_address(article.slug, article)}",
    }
