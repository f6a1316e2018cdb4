"""A second import into the same folder is the next edition; the one before it becomes a release that never changes."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from editions.formats.csv.mapping import Mapping
from editions.formats.csv.table_reading import read_csv
from editions.formats.facts import Facts, ImportFacts
from editions.formats.imported import Imported
from editions.importing.next_edition import plan_next_edition, standing_project
from editions.importing.project_writing import write_new_project
from editions.model import Lineage, LineageRow, PartialDate, Version
from editions.releases import journal
from editions.releases.journal import carry_out, recover
from editions.source.configuration import read_configuration
from editions.source.problem import Unpublishable
from editions.starter.site_files import SiteFacts
from editions.validation import load_publication
from import_command import run, tree
from sites import build_site

pytestmark = pytest.mark.slow

FACTS = (
    *("--title", "Kitchen Rules", "--abbreviation", "KR", "--publisher", "Guild of Cooks"),
    *("--licence", "CC-BY-4.0", "--url", "https://rules.example/"),
)
FIRST = """\
id,text,domain,domain title
R-1,Knives are kept in a block.,K,Knives
R-2,Knives are sharpened every week.,K,Knives
R-3,A fire blanket hangs by the stove.,H,Heat
"""
SECOND = (
    FIRST.replace("every week", "before every use").replace("R-3,A fire", "R-4,A fire").replace("Heat", "Heat and fire")
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that an import made, whose maintainer wrote some prose and guidance since."""
    (tmp_path / "first.csv").write_text(FIRST)
    (tmp_path / "second.csv").write_text(SECOND)
    done = run(tmp_path, "import", "csv", "first.csv", "site", "--edition", "1.0", "--date", "2024", *FACTS)
    assert done.code == 0, done.err
    index = tmp_path / "site/standard/index.md"
    index.write_text(index.read_text() + "\n## Scope\n\nEvery kitchen, [knives](domains/01-knives.md) first.\n")
    knives = tmp_path / "site/standard/domains/01-knives.md"
    knives.write_text(knives.read_text() + "\nA dull knife slips.\n")
    return tmp_path


def test_the_edition_there_is_frozen_and_the_new_one_is_the_draft(site: Path) -> None:
    done = run(site, "import", "csv", "second.csv", "site", "--edition", "1.1", "--date", "2025-03")
    assert done.code == 0, done.err
    assert "edition 1.0: frozen as the release of 2024" in done.out
    publication = load_publication(read_configuration(site / "site/mkdocs.yml"))
    assert [str(it.version) for it in publication.standard.releases] == ["1.0"]
    draft = publication.standard.draft
    assert draft is not None
    assert (str(draft.version), str(draft.date), draft.title) == ("1.1", "2025-03", "Kitchen Rules")
    assert run(site / "site", "check").code == 0
    assert "### [1.0] - 2024" in (site / "site/CHANGELOG.md").read_text()
    # What continues keeps its address, and what a table cannot hold stays.
    assert (site / "site/standard/domains/02-heat.md").is_file()
    assert "A dull knife slips." in (site / "site/standard/domains/01-knives.md").read_text()
    assert "## Scope" in (site / "site/standard/index.md").read_text()
    assert "the edition's own text of 1.0: carried over" in done.out
    assert "the guidance of K of 1.0: carried over" in done.out
    built = build_site(site / "site", site / "built", "https://rules.example/")
    assert (built.folder / "standard/compare/1.0...draft/index.html").is_file()
    assert "every week" in (built.folder / "standard/1.0/domains/knives/index.html").read_text()


def test_the_same_ids_are_the_same_items_and_the_rest_is_suggested_in_comments(site: Path) -> None:
    assert run(site, "import", "csv", "second.csv", "site", "--edition", "1.1", "--date", "2025").code == 0
    text = (site / "site/standard/lineage.yml").read_text()
    assert yaml.safe_load(text) == {"from": "1.0", "identity": "ids", "domains": [], "criteria": []}
    assert "#   criterion: from [R-3] to [R-4]" in text


def test_without_a_shared_id_the_texts_suggest_rows_to_be_decided(site: Path) -> None:
    (site / "other.csv").write_text(SECOND.replace("R-", "X.").replace(",K,", ",A,").replace(",H,", ",B,"))
    done = run(site, "import", "csv", "other.csv", "site", "--edition", "2.0", "--date", "2025")
    assert done.code == 0, done.err
    assert "decide on each row" in done.out
    lineage = yaml.safe_load((site / "site/standard/lineage.yml").read_text())
    assert lineage["identity"] == "lineage"
    assert {"from": ["R-1"], "to": ["X.1"]} in lineage["criteria"]


def _imported(site: Path, lineage: Lineage | None) -> Any:
    standing = standing_project(read_configuration(site / "site/mkdocs.yml"))
    facts = ImportFacts(Facts(version=Version(1, 1), date=PartialDate(2025)), standing.facts)
    imported = read_csv(site / "second.csv", facts, Mapping())
    return standing, replace(imported, edition=replace(imported.edition, lineage=lineage))


def test_what_the_file_says_of_lineage_counts_and_what_cannot_stand_is_told(site: Path) -> None:
    stated = Lineage(
        Version(0, 1),
        criteria=(
            LineageRow(("R-3",), ("R-4",), "moved: see [there]"),
            LineageRow(("R-1",), ()),  # its id stands in both
            LineageRow(("R-9",), ("R-1",)),
            LineageRow(("R-3",), ("R-4",)),
        ),
    )
    standing, imported = _imported(site, stated)
    plan, written = plan_next_edition(standing, imported)
    carry_out(site / "site", plan)
    lineage = yaml.safe_load((site / "site/standard/lineage.yml").read_text())
    assert lineage["criteria"] == [{"from": ["R-3"], "to": ["R-4"], "note": "moved: see [there]"}]
    told = [it.what for it in written.placements if it.what.startswith("lineage") and not it.kept]
    assert told == [
        "lineage of criterion: R-1 → nothing",
        "lineage of criterion: R-9 → R-1",
        "lineage of criterion: R-3 → R-4",
    ]


def test_a_first_edition_has_no_lineage_and_says_what_it_left_out(site: Path, tmp_path: Path) -> None:
    _, imported = _imported(site, Lineage(Version(0, 9), criteria=(LineageRow(("R-0",), ("R-1",)),)))
    written = write_new_project(imported, tmp_path / "other", SiteFacts("https://rules.example/", "mkdocs-editions"))
    assert not (tmp_path / "other/standard/lineage.yml").exists()
    assert any(it.what == "lineage: R-0 → R-1" and not it.kept for it in written.placements)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--date", "2025"), "second.csv:1: does not say all that an edition needs; add --edition to the command"),
        (("--edition", "1.0", "--date", "2025"), "second.csv:1: is edition 1.0, which is not higher than 1.0"),
        (("--edition", "1.1", "--date", "2023"), "date 2023 lies before 2024"),
    ],
)
def test_an_edition_that_cannot_follow_is_refused_and_nothing_changes(
    arguments: tuple[str, ...], expected: str, site: Path
) -> None:
    before = tree(site)
    done = run(site, "import", "csv", "second.csv", "site", *arguments)
    assert done.code == 1
    assert expected in done.err
    assert tree(site) == before


def test_a_project_with_problems_is_refused_before_anything_is_written(site: Path) -> None:
    knives = site / "site/standard/domains/01-knives.md"
    knives.write_text(knives.read_text().replace("id: R-1", "id: R 1"))
    before = tree(site)
    done = run(site, "import", "csv", "second.csv", "site", "--edition", "1.1", "--date", "2025")
    assert done.code == 1
    assert "standard/domains/01-knives.md:" in done.err
    assert tree(site) == before


def test_stopped_at_any_write_the_import_is_completed_by_the_next_command(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A domain that the next edition does not have goes with the rest, or not at all."""
    (site / "second.csv").write_text("".join(line for line in SECOND.splitlines(True) if ",H," not in line))
    standing, imported = _imported(site, None)
    plan, _ = plan_next_edition(standing, imported)
    assert any(write.content is None for write in plan.writes)
    shutil.copytree(site / "site", site / "whole")
    carry_out(site / "whole", plan)
    whole = tree(site / "whole")
    assert "standard/domains/02-heat.md" not in whole

    class Stopped(Exception):
        pass

    for stop in range(1, len(plan.writes) + 1):
        folder = site / f"stopped-{stop}"
        shutil.copytree(site / "site", folder)
        steps = 0

        def sync(_: Path, stop: int = stop) -> None:
            nonlocal steps
            steps += 1
            if steps > stop:
                raise Stopped

        with monkeypatch.context() as patch:
            patch.setattr(journal, "_sync_folder", sync)
            with pytest.raises(Stopped):
                carry_out(folder, plan)
        assert recover(folder)
        assert tree(folder) == whole


def test_an_imported_edition_whose_ids_collide_is_refused(site: Path) -> None:
    standing, imported = _imported(site, None)
    domain = imported.edition.domains[0]
    twice = replace(imported.edition, domains=(domain, replace(imported.edition.domains[1], id="k")))
    with pytest.raises(Unpublishable, match="'k' is taken like 'K'"):
        plan_next_edition(standing, Imported(twice))
