"""``editions import csv``: what a spreadsheet holds becomes a standard, and what has no place is told."""

from __future__ import annotations

import csv
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from editions.formats.csv.cell_text import read_cell
from editions.formats.csv.mapping import Mapping
from editions.formats.csv.table_reading import read_csv
from editions.formats.csv.table_writing import criteria_csv
from editions.formats.facts import Facts, ImportFacts
from editions.importing.project_writing import write_new_project
from editions.model import Edition, PartialDate, Publication, Publisher, Standard, Version
from editions.source.configuration import read_configuration
from editions.starter.site_files import SiteFacts
from editions.text.parsing import parse
from editions.validation import load_publication
from import_command import Done, run
from made_editions import editions
from project_files import write_project
from release_projects import REPOSITORY

FACTS = (
    *("--title", "Kitchen Rules", "--abbreviation", "KR", "--publisher", "Guild of Cooks", "--date", "2024"),
    *("--licence", "CC-BY-4.0", "--url", "https://rules.example/", "--edition", "1.0"),
)
STATED = ImportFacts(
    Facts(
        title="Kitchen Rules",
        abbreviation="KR",
        version=Version(1, 0),
        date=PartialDate(2024),
        publisher=Publisher("Guild of Cooks"),
        licence="CC-BY-4.0",
        url="https://rules.example/standard/",
    )
)
# As it comes from a spreadsheet: a heading of several words, merged cells, notes, an empty row.
SHEET = """\
Control ID;Family;Family name;Requirement;Priority;ISO clause;Owner;Tags
AC-1;AC;Access;"Access is granted to named persons:
• by role
• by name";High;A.5.15, A.5.18;Ada;"people; roles"
AC-2;;;Access ends <within one day> & is *logged*.;High;;;
;;;;;;;
;AU;Audit;;;;;
AU-1;AU;Audit;"Logs are kept
for a year.";Low;A.8.15;Ben;
"""
COLUMNS = (
    *("--column", "id=Control ID", "--column", "domain=Family", "--column", "domain_title=Family name"),
    *("--column", "text=Requirement", "--column", "level=Priority"),
)
ISO = ("--reference", "ISO/IEC 27001@2022=ISO clause", "--separator", ",")


def _import(folder: Path, content: str | bytes, *arguments: str) -> Done:
    (folder / "in.csv").write_bytes(content if isinstance(content, bytes) else content.encode())
    return run(folder, "import", "csv", "in.csv", "site", *arguments)


def _edition(folder: Path, content: str, mapping: Mapping) -> Edition:
    (folder / "in.csv").write_bytes(content.encode())
    return read_csv(folder / "in.csv", STATED, mapping).edition


def test_a_spreadsheet_becomes_a_site_and_what_has_no_place_is_told(tmp_path: Path) -> None:
    done = _import(tmp_path, SHEET, *COLUMNS, *ISO, *FACTS)
    assert done.code == 0, done.err
    draft = load_publication(read_configuration(tmp_path / "site/mkdocs.yml")).standard.draft
    assert draft is not None
    assert [(domain.id, domain.title, len(domain.criteria)) for domain in draft.domains] == [
        ("AC", "Access", 2),
        ("AU", "Audit", 1),
    ]
    first, second, third = (criterion for _, criterion in draft.criteria())
    assert first.text.markdown == "Access is granted to named persons:\n\n- by role\n- by name"
    assert second.text.markdown == r"Access ends &lt;within one day> & is \*logged\*."
    assert third.text.markdown == "Logs are kept\\\nfor a year."
    assert [(it.framework, it.version, it.id) for it in first.references] == [
        ("ISO/IEC 27001", "2022", "A.5.15"),
        ("ISO/IEC 27001", "2022", "A.5.18"),
    ]
    assert (first.level, third.level) == ("High", "Low")
    for told in (
        "the column 'Owner', filled in 2 rows, such as 'Ada': left out",
        "the column 'Tags', filled in 1 rows, such as 'people; roles': left out",
        "rows that name no domain: stand in the domain of the row above",
        "empty rows: left out",
        "the row on line 7 (AU; Audit): left out, since it has neither id nor text",
    ):
        assert told in done.out


def test_a_preview_shows_the_first_criteria_and_the_columns_without_a_place_and_writes_nothing(tmp_path: Path) -> None:
    done = _import(tmp_path, SHEET, *COLUMNS, *FACTS, "--preview")
    assert done.code == 0, done.err
    assert "AC-1, in AC, from line 2:" in done.out
    assert "the column 'ISO clause', filled in 2 rows" in done.out
    assert not (tmp_path / "site").exists()


def test_a_mapping_file_says_the_same_as_options(tmp_path: Path) -> None:
    (tmp_path / "columns.yml").write_text(
        "columns: {id: Control ID, domain: Family, domain_title: Family name, text: Requirement, level: Priority,\n"
        "  keywords: Tags}\n"
        'references:\n  - {column: ISO clause, framework: ISO/IEC 27001, version: "2022", separator: ","}\n'
        "delimiter: tab\nencoding: utf-16\nleave_out: [Owner]\n"
    )
    sheet = SHEET.replace("people; roles", "people").replace(";", "\t").encode("utf-16")
    done = _import(tmp_path, sheet, "--mapping", "columns.yml", *FACTS, "--report", "report.md")
    assert done.code == 0, done.err
    assert "Owner" not in (tmp_path / "report.md").read_text()
    text = (tmp_path / "site/standard/domains/01-access.md").read_text()
    assert "keywords:\n      - people\n" in text
    assert "framework: ISO/IEC 27001" in text


@pytest.mark.parametrize(
    ("encoding", "arguments"),
    [
        ("utf-8", ()),
        ("utf-8-sig", ()),
        ("utf-16", ()),
        ("cp1252", ("--encoding", "cp1252")),
        ("utf-8-sig", ("--encoding", "utf-8")),
    ],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_encodings_and_delimiters_of_spreadsheets_are_read(
    encoding: str, arguments: tuple[str, ...], delimiter: str, tmp_path: Path
) -> None:
    content = (
        delimiter.join(("id", '"text"', "title")) + "\r\n" + delimiter.join(("A.1", '"Für , ; | alle"', "é")) + "\r\n"
    )
    done = _import(tmp_path, content.encode(encoding), *FACTS, *arguments, "--preview")
    assert done.code == 0, done.err
    assert "Für , ; \\| alle" in done.out
    assert "title:      é" in done.out


@pytest.mark.slow
@given(editions(plain=True))
@settings(max_examples=12)
def test_our_own_table_needs_no_mapping_and_comes_back(edition: Edition) -> None:
    released = replace(edition, status="released", prose="")
    publication = Publication("https://standards.example/", Standard((released,)))
    exported = criteria_csv(publication, released)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "criteria.csv"
        file.write_bytes(exported)
        imported = read_csv(file, ImportFacts(), Mapping())
        assert imported.site_url
        write_new_project(imported, Path(folder) / "site", SiteFacts(imported.site_url, "mkdocs-editions"))
        draft = load_publication(read_configuration(Path(folder) / "site/mkdocs.yml")).standard.draft
        assert draft is not None
        again = replace(draft, status="released")
        assert criteria_csv(Publication(imported.site_url, Standard((again,))), again) == exported


@pytest.mark.parametrize("which", ["own", "kitchen"])
def test_the_tables_of_real_editions_come_back(which: str, tmp_path: Path) -> None:
    project = REPOSITORY if which == "own" else write_project(tmp_path / "p")
    publication = load_publication(read_configuration(project / "mkdocs.yml"))
    for edition in publication.standard.releases:
        file = tmp_path / "criteria.csv"
        file.write_bytes(criteria_csv(publication, edition))
        read = read_csv(file, ImportFacts(), Mapping())
        assert [it.criteria for it in read.edition.domains] == [it.criteria for it in edition.domains]
        assert [(it.id, it.label, it.title, it.summary) for it in read.edition.domains] == [
            (it.id, it.label, it.title, it.summary) for it in edition.domains
        ]
        (lost,) = (it for it in read.placements if not it.kept)
        assert lost.what == (
            "the edition's own text and lineage, the guidance of domains, and the keys "
            "title_sentence, authors, summary, keywords, adapted_from of the edition"
        )


def test_a_guarded_cell_of_our_own_table_is_what_was_written(tmp_path: Path) -> None:
    publication = load_publication(read_configuration(write_project(tmp_path / "p") / "mkdocs.yml"))
    edition = publication.standard.releases[0]
    domain = edition.domains[0]
    criterion = replace(domain.criteria[0], text=parse("=1+1 is two, '=1+1 is guarded"), title="@all")
    edition = replace(edition, domains=(replace(domain, criteria=(criterion,)),))
    file = tmp_path / "criteria.csv"
    file.write_bytes(criteria_csv(publication, edition))
    assert b"\"'=1+1" in file.read_bytes()
    assert read_csv(file, ImportFacts(), Mapping()).edition.domains[0].criteria == (criterion,)
    foreign = tmp_path / "foreign.csv"
    foreign.write_text("id,text\nA.1,'=1+1\n")
    assert next(read_csv(foreign, STATED, Mapping()).edition.criteria())[1].text.markdown == "'=1+1"


def test_domains_come_from_titles_alone_or_from_nothing(tmp_path: Path) -> None:
    titled = _edition(tmp_path, "id,text,Domain title\nA.1,x,Ünder & over\nA.2,y,Über\nA.3,z,Ünder & over\n", Mapping())
    assert [(it.id, it.title, len(it.criteria)) for it in titled.domains] == [
        ("under-over", "Ünder & over", 2),
        ("uber", "Über", 1),
    ]
    bare = _edition(tmp_path, "id,text\nA.1,x\n", Mapping())
    assert [(it.id, it.title) for it in bare.domains] == [("all", "Kitchen Rules")]


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp")), max_size=60))
@settings(max_examples=60)
def test_plain_text_is_shown_as_it_is(text: str) -> None:
    """Made into HTML and read by parties that are not ours, the page's words are the cell's."""
    html = MarkdownIt("commonmark").render(read_cell(f"x {text}").markdown)
    shown = LexborHTMLParser(f"<body>{html}</body>").body
    assert shown is not None
    assert "".join(shown.text().split()) == "".join(f"x {text}".split())


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("One.\n\nTwo.", "One.\n\nTwo."),
        ("One:\n1. a\n2) b\n3. c", "One:\n\n1. a\n2. b\n3. c"),
        ("3. not a list", r"3\. not a list"),
        ("- a\n- b\ntext", "- a\n- b\n\ntext"),
        ("# no heading", r"\# no heading"),
        ("  ", ""),
    ],
)
def test_cells_keep_their_lines_and_lists(cell: str, expected: str) -> None:
    assert read_cell(cell).markdown == expected


@pytest.mark.parametrize(
    ("content", "arguments", "expected"),
    [
        (
            SHEET,
            (*COLUMNS, "--column", "title=Name"),
            "in.csv:1: there is no column 'Name'; the columns are 'Control ID'",
        ),
        (SHEET, (), "in.csv:1: no column is named for the criteria's ids; add --column id=NAME, one of 'Control ID'"),
        ("id,text,text\nA,b,c\n", (), "in.csv:1: there are several columns 'text'"),
        ("id,text\nA,b,c\n", (), "in.csv:2: has 3 cells, but the header has 2"),
        ('id,text\nA,"b\nc\n', (), "in.csv:2: can't be read as CSV: quotes that open in this row have no end"),
        ('id,text\nA,"b" c\n', (), "in.csv:2: can't be read as CSV: something stands behind closing quotes"),
        ("id,text\nA,\n,b\n", (), "in.csv:2: has the id 'A', but nothing in the column 'text'"),
        ("id,text\nA,b\nA,c\n", (), "in.csv:3: the id 'A' is taken (in.csv:2); choose another"),
        ("id,text\nA 1,b\nB/2,c\n", (), "in.csv:2: these ids cannot stand in an address: 'A 1', 'B/2'"),
        ("id,text\nNUL,b\nindex,c\n", (), "in.csv:2: these ids cannot stand in an address: 'NUL', 'index'"),
        ("id,text\nA.1,b\na-1,c\n", (), "in.csv:3: the id 'a-1' is taken like 'A.1' (in.csv:2); choose another"),
        ("id,text\n<<<<<<< a\nA,b\n=======\nA,c\n>>>>>>> b\n", (), "in.csv:2: a merge conflict that is not resolved"),
        ("id,text,title\nA,b,x\u202ey\n", (), "in.csv:2: A: criteria[1].title contains the invisible character U+202E"),
        ("id,text\n", (), "in.csv:1: holds no row under its header"),
        ("", (), "in.csv:1: is empty"),
        (b"id,text\nA,\xff\xe9\n", (), "in.csv:2: is not UTF-8 (byte 0xff)"),
        ("id,text\nA,b\0c\n", (), "in.csv:2: holds a NUL character"),
        (b"\xff\xfei\0d\0,", (), "in.csv:1: is not utf-16"),
        ("id,text\nA,b\x07c\n", (), "in.csv:2: A holds the control character U+0007"),
        ("id,text\nA," + "x" * 1_100_000 + "\n", (), "in.csv:2: can't be read as CSV: a cell is longer than 1 MiB"),
        ("id,text\nA," + "x" * 30_000 + "\n", (), "in.csv:2: A: criteria[1].text has 30,000 characters"),
    ],
    ids=range(21),
)
def test_a_table_that_cannot_be_read_is_refused_at_its_line(
    content: str | bytes, arguments: tuple[str, ...], expected: str, tmp_path: Path
) -> None:
    done = _import(tmp_path, content, *arguments, *FACTS)
    assert (done.code, done.out) == (1, "")
    assert expected in done.err
    assert done.err.endswith("Nothing was written\n")
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


def test_ids_and_titles_that_are_reserved_names_are_mapped(tmp_path: Path) -> None:
    """Domains have slugs that every system can hold, and so have ids where they are mapped."""
    content = "id,text,domain,domain_title\nNUL,b,D,Index\nCOM1.a,c,E,Aux\n"
    done = _import(tmp_path, content, "--map-ids", *FACTS)
    assert done.code == 0, done.err
    assert "became 'id-NUL'" in done.out
    names = [path.name for path in sorted((tmp_path / "site/standard/domains").iterdir())]
    assert names == ["01-index-domain.md", "02-aux-domain.md"]
    assert load_publication(read_configuration(tmp_path / "site/mkdocs.yml"))


def test_every_row_that_is_wrong_is_named_at_once(tmp_path: Path) -> None:
    done = _import(tmp_path, "id,text\nA,\n,b\n", "--title", "x")
    lines = done.err.splitlines()
    assert [line.partition(": ")[0] for line in lines[:3]] == ["in.csv:1", "in.csv:2", "in.csv:3"]
    assert "add --abbreviation, --edition, --date, --publisher, --licence, --url" in lines[0]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--column", "ids=x"), "--column: 'ids=x' says nothing"),
        (("--column", "id=x", "--column", "id=y"), "--column: id is said twice"),
        (("--reference", "=x"), "--reference: '=x' says nothing"),
        (("--encoding", "klingon"), "--encoding: 'klingon' is no encoding"),
        (("--encoding", "rot13"), "--encoding: 'rot13' is no encoding"),
        (("--delimiter", ";;"), "--delimiter: name one character"),
        (("--licence", "no licence"), "'no licence' cannot stand there"),
        (("--url", "example.org"), "'example.org' cannot stand there"),
        (("--edition", "v1"), "'v1' is not a version"),
        (("--date", "2024-02-30"), "'2024-02-30' is a date that does not exist"),
        (("--report", "no/where.md"), "--report: no is no folder"),
    ],
)
def test_options_that_say_nothing_are_refused(arguments: tuple[str, ...], expected: str, tmp_path: Path) -> None:
    done = _import(tmp_path, "id,text\nA,b\n", *arguments)
    assert done.code == 2
    assert expected in " ".join(done.err.split())


def test_a_mapping_file_that_is_wrong_is_refused_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "columns.yml").write_text("columns:\n  ids: x\ndelimiter: ';;'\nencoding: klingon\n")
    done = _import(tmp_path, "id,text\nA,b\n", "--mapping", "columns.yml", *FACTS)
    assert done.code == 1
    for expected in (
        "columns.yml:2: 'ids' is no known key",
        "columns.yml:3: delimiter",
        "columns.yml:4: 'klingon' is no",
    ):
        assert expected in done.err


def test_python_reads_the_same_cells(tmp_path: Path) -> None:
    """The csv module of Python, read plainly, agrees on the cells that are not blank."""
    (tmp_path / "in.csv").write_text(SHEET)
    with (tmp_path / "in.csv").open(newline="") as file:
        rows = [row for row in csv.reader(file, delimiter=";") if row[0]]
    read = read_csv(tmp_path / "in.csv", STATED, Mapping({"id": "Control ID", "text": "Requirement"}))
    assert [it.id for _, it in read.edition.criteria()] == [row[0] for row in rows[1:]]
