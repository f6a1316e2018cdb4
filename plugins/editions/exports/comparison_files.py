"""The files beside a comparison page, and in the bundle of a release."""

from __future__ import annotations

from editions.attribution.notice import comparison_notice
from editions.comparison import Comparison, comparison_json, comparison_markdown
from editions.model import Publication


def comparison_files(publication: Publication, comparison: Comparison) -> dict[str, str]:
    """A comparison as files.

    Args:
        publication: What is published.
        comparison: Two of its editions, compared.

    Returns:
        ``comparison.json`` and ``comparison.md`` by name; the Markdown ends with the notice that reuse of the two texts
        asks for.
    """
    notice = comparison_notice(publication, comparison.old, comparison.new)
    return {
        "comparison.json": comparison_json(comparison, publication.site_url),
        "comparison.md": f"{comparison_markdown(comparison)}\n{notice}\n",
    }
