"""What is written of an edition reads back as the same edition, in this engine and in other readers of YAML."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from editions.importing.edition_writing import edition_files
from editions.model import Edition, Lineage, LineageRow, PartialDate, Publisher, Version
from editions.source.yaml_text import YamlValue, yaml_lines
from editions.source.yaml_tree import read_yaml
from editions.starter.first_edition import first_edition
from editions.validation.edition_folder import build_edition_folder, read_edition_folder
from made_editions import VERSIONS, editions, ids, lines, markdown
from small_standard import write_files

pytestmark = pytest.mark.slow

_VALUES: st.SearchStrategy[YamlValue] = st.recursive(
    st.one_of(lines(), markdown(), st.booleans(), st.text(st.sampled_from("\n\r \t:#-'\"\u2028\x85\ufeffab1."))),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(lines(), inner, max_size=3)),
    max_leaves=8,
)


def _read(edition: Edition) -> Edition:
    with tempfile.TemporaryDirectory() as folder:
        write_files(Path(folder) / "standard", edition_files(edition, "https://standards.example/"))
        return build_edition_folder(read_edition_folder(Path(folder) / "standard"))


@given(editions())
@settings(max_examples=40)
def test_an_edition_that_is_written_reads_back_equal(edition: Edition) -> None:
    assert _read(edition) == edition


@given(editions())
@settings(max_examples=8)
def test_writing_the_same_edition_again_gives_the_same_bytes(edition: Edition) -> None:
    site = "https://standards.example/"
    assert edition_files(_read(edition), site) == edition_files(edition, site)


@given(st.dictionaries(lines(), _VALUES, min_size=1, max_size=4))
@example({"no": "\t1\n1"})
@settings(max_examples=60)
def test_yaml_is_read_alike_by_this_engine_and_by_pyyaml(data: dict[str, YamlValue]) -> None:
    written = yaml_lines(data)
    assert yaml.safe_load(written) == data
    tree = read_yaml(written, "x.yml")
    if not any(sign in written for sign in ("\\x", "\\u")):  # characters that this engine refuses are escaped
        assert (tree.data, tree.problems, tree.unclear_keys) == (data, [], {})
        assert {scalar.text for scalar in tree.unclear.values()} <= {"true", "false"}


_NOTES = st.none() | markdown()
_ROWS = st.lists(
    st.builds(
        LineageRow,
        st.lists(ids(), max_size=3, unique=True).map(tuple),
        st.lists(ids(), max_size=3, unique=True).map(tuple),
        _NOTES,
    ),
    max_size=3,
).map(tuple)


@given(st.builds(Lineage, VERSIONS, st.sampled_from(("ids", "lineage")), _ROWS, _ROWS, _NOTES))
@settings(max_examples=30)
def test_a_lineage_that_is_written_reads_back_equal(lineage: Lineage) -> None:
    edition = first_edition(
        title="A standard",
        abbreviation="AS",
        publisher=Publisher("A body"),
        licence="CC-BY-4.0",
        site_url="https://standards.example/",
        version=Version(2, 0),
        date=PartialDate(2026),
    )
    read = _read(replace(edition, lineage=lineage)).lineage
    assert read is not None

    def content(it: Lineage) -> list[object]:
        rows = [[(row.old, row.new, row.note) for row in it.rows(level)] for level in ("domain", "criterion")]
        return [*rows, it.origin, it.identity, it.note]

    assert content(read) == content(lineage)


def test_texts_of_several_lines_are_blocks_and_words_stand_without_quotes() -> None:
    written = yaml_lines({"id": "1.10", "title": "Keep it: simple", "text": "One.\n\n- Two.", "level": "basic"})
    assert written == 'id: "1.10"\ntitle: "Keep it: simple"\ntext: |-\n  One.\n\n  - Two.\nlevel: basic\n'
