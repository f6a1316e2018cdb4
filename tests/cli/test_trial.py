"""``editions check`` makes of the texts of drafts what a build makes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from editions.comparison.remembered import Compare
from editions.formats import edition_exports as exports
from editions.model import Edition, Publication
from project_files import write_project
from release_projects import editions, replace_in


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a draft, and a PDF that cannot be made of a text with the word ``unspeakable``."""
    real = exports.edition_pdf

    def fragile(publication: Publication, edition: Edition, compare: Compare) -> bytes:
        if any("unspeakable" in it.text.markdown for _, it in edition.criteria()):
            raise RecursionError("too deep")
        return real(publication, edition, compare)

    monkeypatch.setattr(exports, "edition_pdf", fragile)
    return write_project(tmp_path / "project", draft=True)


def test_a_text_that_a_build_would_end_in_is_a_problem_with_its_line(project: Path) -> None:
    """Whatever a writer of texts raises, the check names the text."""
    replace_in(project / "standard" / "domains" / "01-knives.md", "before every use", "before unspeakable use")
    outcome = editions(project, "check")
    assert outcome.code == 1
    assert outcome.output.startswith(
        "standard/domains/01-knives.md:18: the text of K1.2 cannot be published: RecursionError: too deep; "
    )
    assert len(outcome.output.splitlines()) == 2


def test_texts_of_a_sound_draft_are_no_problem(project: Path) -> None:
    """A draft of which everything can be made is accepted."""
    assert editions(project, "check").code == 0
