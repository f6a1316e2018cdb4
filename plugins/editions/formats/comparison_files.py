"""The files beside a comparison page, and in the bundle of a release."""

from __future__ import annotations

from editions.attribution.notice import comparison_notice
from editions.citations.known_works import KnownWorks
from editions.comparison import Comparison, comparison_json, comparison_markdown
from editions.comparison.document import SCHEMA
from editions.comparison.markdown import escape
from editions.formats.data_file import DataFile
from editions.model import Publication
from editions.model.addresses import comparison_address
from editions.model.edition_files import COMPARISON_FILES
from editions.pages.redline_surroundings import editions_outside
from editions.schemas.known_schemas import schema_address
from editions.words.phrasebook import phrasebook


def comparison_files(publication: Publication, comparison: Comparison) -> tuple[DataFile, DataFile]:
    """A comparison as files.

    Args:
        comparison: Two of its editions, compared.

    Returns:
        ``comparison.json`` and ``comparison.md``; the Markdown ends with the notice that reuse of the two texts asks
        for.
    """
    old, new = comparison.old, comparison.new
    address = comparison_address(old, new)
    words = phrasebook(publication.language)
    name = words.text("{edition} and {other} compared", edition=f"{new.abbreviation} {old.version}", other=new.version)
    as_json, as_markdown = words.text("{title}, as JSON", title=name), words.text("{title}, as Markdown", title=name)
    notice = comparison_notice(publication, old, new, words)
    data = comparison_json(comparison, publication.site_url).encode("utf-8")
    placing = editions_outside(old, new, publication.site_url, KnownWorks(publication))
    text = f"{comparison_markdown(comparison, placing, words)}\n{escape(notice)}\n".encode()
    as_json, as_markdown = COMPARISON_FILES
    depends = frozenset(it.source_folder for it in publication.standard.between(old, new))
    schema = schema_address(SCHEMA)
    titled = (words.text("{title}, as JSON", title=name), words.text("{title}, as Markdown", title=name))
    return (
        DataFile(f"{address}{as_json}", data, "application/json", titled[0], schema, depends=depends),
        DataFile(f"{address}{as_markdown}", text, "text/markdown", titled[1], depends=depends),
    )
