"""Pages and data files say what they are made from: where nothing of that changed, they are the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from editions.model import Edition, Publication
from editions.model.addresses import comparison_address, document_path
from editions.pages.document import Document
from editions.site.plan import plan
from editions.site.switches import Switches
from editions.source.configuration import read_configuration
from editions.source.discovery import ERRATA
from editions.text.parsing import parse
from editions.validation import load_publication
from small_standard import write_small_standard


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """Three releases and a draft, with lineage, errata, articles and works that are cited."""
    project = write_small_standard(tmp_path_factory.mktemp("dependencies"))
    return load_publication(read_configuration(project / "mkdocs.yml"))


def other_words(edition: Edition) -> Edition:
    """The edition with other words everywhere."""
    text = parse("Something else, MUST it be.")
    domains = tuple(
        replace(
            domain,
            title=f"Other {domain.title}",
            guidance=text,
            criteria=tuple(replace(criterion, text=text) for criterion in domain.criteria),
        )
        for domain in edition.domains
    )
    return replace(edition, summary="Another summary.", prose=text, domains=domains)


def changed(publication: Publication, source: str) -> Publication:
    """What is published, after a change of one source."""
    standard = publication.standard

    def edition(it: Edition) -> Edition:
        return other_words(it) if it.source_folder == source else it

    releases, draft = tuple(map(edition, standard.releases)), standard.draft and edition(standard.draft)
    pages = tuple(replace(it, body="Other words.") if it.origin.path == source else it for it in publication.pages)
    errata = () if source == ERRATA else standard.errata
    return replace(publication, standard=replace(standard, releases=releases, draft=draft, errata=errata), pages=pages)


def text(document: Document) -> object:
    """What a page says, without what surrounds it."""
    return document.lead, document.parts, document.written, document.references


def sources(publication: Publication) -> list[str]:
    editions = publication.standard.editions
    return [editions[0].source_folder, editions[-1].source_folder, publication.pages[0].origin.path, ERRATA]


def test_what_depends_on_nothing_that_changed_is_the_same(publication: Publication) -> None:
    whole = (True, True, "numbered", True)
    before = plan(publication, Switches(*whole))  # type: ignore[arg-type]
    for source in sources(publication):
        after = plan(changed(publication, source), Switches(*whole))  # type: ignore[arg-type]
        pages = [it for it in before.documents.values() if it.depends is not None and source not in it.depends]
        assert not [it.address for it in pages if text(it) != text(after.documents[it.path])], source
        files = [it for it in before.data.values() if it.depends is not None and source not in it.depends]
        assert not [it.address for it in files if it.content != after.data[it.address].content], source


def test_a_change_of_one_edition_leaves_the_pages_of_others_alone(publication: Publication) -> None:
    site = plan(publication, Switches(compare=True))
    first = site.documents["standard/1.0/index.md"]
    assert first.depends == {"standard/releases/1.0", ERRATA}
    old, new = publication.standard.releases[:2]
    comparison = site.documents[document_path(comparison_address(old, new))]
    assert comparison.depends == {old.source_folder, new.source_folder}


def test_paths_are_those_of_the_project(publication: Publication, tmp_path: Path) -> None:
    project = write_small_standard(tmp_path / "project")
    site = plan(publication, Switches())
    named = {path for it in site.documents.values() for path in it.depends or ()}
    assert not [path for path in named if not (project / path).exists()]
