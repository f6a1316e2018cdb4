"""Proposed lineage as YAML, ready to edit into ``lineage.yml``."""

from __future__ import annotations

import json
from collections.abc import Iterator

from editions.lineage.items import SuggestedRow, Suggestion
from editions.lineage.outline import Outline

_KEYS = (("domains", "domain"), ("criteria", "criterion"))


def suggestion_yaml(suggestion: Suggestion, old: Outline, new: Outline) -> str:
    """Write a suggestion as YAML.

    Returns:
        A ``lineage.yml``: rows whose score was reached stand as rows with their reason behind them, weaker ones as
        comments for a person to decide. What no row names is withdrawn or added, and is listed in a comment.
    """
    lines = [
        "# Proposed from the texts; ids were not read. Decide on each row, then delete the scores.",
        f"from: {json.dumps(old.version)}",
        "identity: lineage",
    ]
    for key, level in _KEYS:
        rows = [row for row in suggestion.rows if row.level == level]
        accepted = any(row.accepted for row in rows)
        lines += ["", f"{key}:" if accepted else f"{key}: []"]
        lines += [_row(row) for row in rows]
        lines += _alone(rows, level, old, new)
    return "\n".join(lines) + "\n"


def _row(row: SuggestedRow) -> str:
    text = f"- {{from: {_ids(row.from_ids)}, to: {_ids(row.to_ids)}}}  # {row.score:.2f} {_comment(row.reason)}"
    return f"  {text}" if row.accepted else f"  # {text}"


def _ids(ids: tuple[str, ...]) -> str:
    return f"[{', '.join(json.dumps(item, ensure_ascii=False) for item in ids)}]"


def _comment(text: str) -> str:
    return " ".join(text.split())


def _alone(rows: list[SuggestedRow], level: str, old: Outline, new: Outline) -> Iterator[str]:
    for word, outline, named in (
        ("withdrawn", old, {item for row in rows for item in row.from_ids}),
        ("added", new, {item for row in rows for item in row.to_ids}),
    ):
        alone = [item for item in _items(outline, level) if item not in named]
        if alone:
            yield f"  # no counterpart found, so {word}: {', '.join(alone)}"


def _items(outline: Outline, level: str) -> list[str]:
    if level == "domain":
        return [domain.id for domain in outline.domains]
    return [item.id for domain in outline.domains for item in domain.criteria]
