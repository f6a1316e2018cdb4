"""The pages of the standard, the articles and the site's own pages."""

from __future__ import annotations

from editions.comparison import Histories
from editions.comparison.remembered import Compare, remembering
from editions.model import Publication
from editions.model.crosswalk import crosswalk
from editions.pages.document import Document
from editions.pages.edition_place import EditionPlace
from editions.site.checklist.checklist_pages import checklist_document
from editions.site.criterion.criterion_pages import criterion_documents
from editions.site.crosswalk.crosswalk_pages import crosswalk_documents
from editions.site.domain.domain_pages import domain_documents
from editions.site.edition.edition_page import edition_document
from editions.site.history.history_page import history_document
from editions.site.insights.insights_page import insights_documents
from editions.site.page.site_pages import site_page_document
from editions.site.schema.schema_pages import schema_documents
from editions.site.withdrawn.withdrawn_pages import withdrawn_documents


def documents(
    publication: Publication, docs: str = "docs", *, compared: bool = False, compare: Compare | None = None
) -> list[Document]:
    """Make the documents of the standard and the articles.

    Args:
        docs: Folder of the site's own pages in the project.
        compared: Whether comparison pages are published too, so that the history leads to them.
        compare: Compares two editions; give one that remembers, where comparisons are needed elsewhere too.

    Returns:
        Documents in the order of the site: the standing pages of the newest release, the history, then each edition
        at its permanent address, newest first, then the insights,
        then the site's own pages, then the pages of the schemas.
    """
    standard, compare = publication.standard, compare or remembering()
    current = EditionPlace(publication, standard.current, standing=True, docs=docs)
    made = [
        edition_document(current),
        *domain_documents(current),
        checklist_document(current, compare, compared=compared),
    ]
    histories = Histories(standard, compare)
    crosswalks = {edition.version: crosswalk(edition) for edition in standard.editions}
    made += crosswalk_documents(current, crosswalks)
    made += withdrawn_documents(current, histories, compared=compared)
    made.append(history_document(publication, compared=compared))
    for edition in reversed(standard.editions):
        place = EditionPlace(publication, edition, standing=False, docs=docs)
        made += [edition_document(place), *domain_documents(place)]
        made.append(checklist_document(place, compare, compared=compared))
        made += criterion_documents(place, histories, compared=compared)
        made += crosswalk_documents(place, crosswalks)
        made += withdrawn_documents(place, histories, compared=compared)
    made += insights_documents(publication, docs)
    made += [site_page_document(publication, page, docs) for page in publication.pages]
    return made + schema_documents(publication, compared=compared)
