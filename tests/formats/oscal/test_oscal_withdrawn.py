"""Where withdrawn controls went: found in every spelling, and reported where it cannot be found, never invented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from oscal_catalogs import catalog, control, read_document
from test_oscal_import import told

from editions.cli import main
from editions.formats.imported import Imported

FACTS = (
    *("--abbreviation", "WS", "--publisher", "Guild", "--licence", "CC-BY-4.0", "--url", "https://guild.example/"),
    *("--engine", "mkdocs-editions"),
)
LIVE = control("SP_800_171_03.13.08", props=[{"name": "label", "value": "Transmission (03.13.08)"}])


def gone(identifier: str, *links: dict[str, str], **more: Any) -> dict[str, Any]:
    """A withdrawn control with links."""
    status = [{"name": "status", "value": "withdrawn"}]
    return {"id": identifier, "title": "Gone", "props": status, "links": list(links), **more}


def rows(imported: Imported) -> dict[str, list[str]]:
    lineage = imported.edition.lineage
    assert lineage is not None
    return {row.old[0]: list(row.new) for row in lineage.criteria}


@pytest.mark.parametrize(
    "rel", ["moved-to", "moved_to", "Incorporated_Into", "ADDRESSED-BY", "addressed_by", "replaced-by"]
)
@pytest.mark.parametrize(
    "href",
    [
        "#ac-2.1",
        "ac-2.1",
        " #ac-2.1 ",
        "#AC-2.1",
        "#AC-2(1)",
        "AC-02 (01)",
        "AC-2%281%29",
        "#ac-2.1_smt",
        "#ac-2.1_smt.b.1",
    ],
)
def test_a_successor_is_found_in_every_spelling(tmp_path: Path, rel: str, href: str) -> None:
    """With or without ``#``, by label, by part, in another case."""
    live = control("ac-2.1")
    live["parts"][0]["id"] = "ac-2.1_smt"
    document = catalog(control("ac-2"), live, control("ac-21"), gone("ac-9", {"href": href, "rel": rel}))
    imported = read_document(tmp_path, document)
    assert rows(imported) == {"ac-9": ["ac-2.1"]}
    assert "[ac-2.1](#ac-2.1)" in imported.edition.domains[0].guidance.markdown
    assert imported.unknown_successors == ()


@pytest.mark.parametrize("href", ["03.13.08", "#03.13.8", "#SP_800_171_03.13.08", "#sp-800-171-03-13-08"])
def test_a_shared_prefix_may_be_missing(tmp_path: Path, href: str) -> None:
    """NIST's SP 800-171 links to ``03.13.08`` for ``SP_800_171_03.13.08``."""
    document = catalog(LIVE, gone("SP_800_171_03.01.13", {"href": href, "rel": "addressed_by"}))
    assert rows(read_document(tmp_path, document)) == {"SP_800_171_03.01.13": ["SP_800_171_03.13.08"]}


def test_of_several_prefixes_the_own_one_is_meant(tmp_path: Path) -> None:
    """An earlier SP 800-171 also holds a requirement ``SP_800_171_SR-03.13.08``."""
    other = control("SP_800_171_SR-03.13.08")
    document = catalog(
        control("SP_800_171_03.13.08"), other, gone("SP_800_171_03.01.13", {"href": "03.13.08", "rel": "addressed_by"})
    )
    assert rows(read_document(tmp_path, document)) == {"SP_800_171_03.01.13": ["SP_800_171_03.13.08"]}


UNKNOWN = [
    ("catalog.json#x.13.08", "moved-to", "leads to nothing in this catalog, not to a control"),
    ("https://guild.example/r4.json#x.13.08", "addressed_by", "leads to nothing in this catalog, not to a control"),
    ("#g", "moved-to", "leads to a group, not to a control"),
    ("nowhere-1", "incorporated_into", "leads to nothing in this catalog, not to a control"),
    ("https://guild.example/a-1", "moved-to", "leads to nothing in this catalog, not to a control"),
    ("", "moved-to", "leads to nothing in this catalog, not to a control"),
    ("#13.08", "moved-to", "fits 2 controls: x.13.08, y.13.08"),
    ("#a-2", "moved-to", "leads back to a-2, which is withdrawn itself"),
    ("#a-3", "moved-to", "leads to a-3, which is withdrawn itself without a successor that is known"),
    ("#x.13.08", "went-to", "has a relation that is not known"),
    ("#1B0A5AE6-6f0e-4c55-9a65-0a5e4ad5a4a2", "moved-to", "leads to a resource of the back matter, not to a control"),
]


@pytest.mark.parametrize(("href", "rel", "why"), UNKNOWN)
def test_a_successor_that_is_not_found_is_reported(tmp_path: Path, href: str, rel: str, why: str) -> None:
    """No row says anything of it, and a sound successor beside it is not lost."""
    document = catalog(
        *(control("x.13.08"), control("y.13.08"), gone("a-3"), gone("a-2", {"href": href, "rel": rel})),
        gone("a-4", {"href": href, "rel": rel}, {"href": "#x.13.08", "rel": "moved-to"}),
        **{"back-matter": {"resources": [{"uuid": "1b0a5ae6-6f0e-4c55-9a65-0a5e4ad5a4a2", "title": "Book"}]}},
    )
    imported = read_document(tmp_path, document)
    assert rows(imported) == {"a-3": [], "a-4": ["x.13.08"]}
    assert told(imported)[f"successor of withdrawn control a-2: {rel} {href!r}"] == (1, False)
    assert why in {it.why for it in imported.unknown_successors if it.item == "a-2"}


def test_links_that_say_nothing_of_a_successor_leave_a_control_withdrawn(tmp_path: Path) -> None:
    """A reference or a related control is no successor."""
    links = [{"href": "#a-1", "rel": "related"}, {"href": "https://guild.example/", "rel": "about"}]
    imported = read_document(tmp_path, catalog(control("a-1"), gone("a-2", *links), gone("a-3")))
    assert rows(imported) == {"a-2": [], "a-3": []}


def _import(folder: Path, document: dict[str, Any], name: str, version: str) -> str:
    (folder / name).write_text(json.dumps(document))
    arguments = ["import", "oscal", str(folder / name), str(folder / "site"), "--edition", version, *FACTS]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    return done.output


def test_the_next_edition_says_what_is_not_known(tmp_path: Path) -> None:
    """In the report, in a comment and in the note of the lineage; the check passes, and no row withdraws it."""
    first = catalog(control("a-1"), control("a-2"), control("a-3"), control("a-4"))
    second = catalog(
        control("a-1"),
        gone("a-2", {"href": "#g", "rel": "moved-to"}),
        gone("a-3", {"href": "nowhere\n- {from: [a-1], to: []}", "rel": "incorporated_into"}),
        gone("a-4"),
    )
    _import(tmp_path, first, "first.json", "1.0")
    output = _import(tmp_path, second, "second.json", "2.0")
    assert "successor of withdrawn control a-2: moved-to '#g': not in the lineage, since it leads to a group" in output
    assert "2 criteria of 1.0 whose successors are not known: without a row, in comments" in output
    text = (tmp_path / "site/standard/lineage.yml").read_text()
    assert "#   a-2: moved-to '#g' leads to a group, not to a control\n" in text
    assert yaml.safe_load(text) == {
        "from": "1.0",
        "identity": "ids",
        "note": "Successors that were named for a-2, a-3 could not be identified; until then they are shown as "
        "withdrawn.",
        "domains": [],
        "criteria": [{"from": ["a-4"], "to": []}],
    }
    config = ["-f", str(tmp_path / "site/mkdocs.yml")]
    assert CliRunner().invoke(main, ["check", *config]).exit_code == 0
    assert (
        "Successors that were named for a-2, a-3" in CliRunner().invoke(main, ["diff", "1.0", "draft", *config]).output
    )
