"""``checklist.xlsx``: another reader of workbooks finds the criteria, the rules of entry and the counts in it."""

from __future__ import annotations

import datetime
import io
import json
import re
import zipfile
from collections import Counter
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.worksheet import Worksheet

from awkward_standard import AWKWARD, awkward_edition, awkward_publication
from editions.formats.xlsx.looks import MOST_CHARACTERS, cell_text
from editions.formats.xlsx.workbook import checklist_xlsx
from editions.model import Publication, Standard
from editions_builder import edition
from sites import Site
from small_standard import SITE_URL

SITES = ("own_site", "small_site", "hostile_site")
STATUSES = ("met", "partly met", "not met", "not applicable")
ENTRIES = ("Status", "Evidence", "Owner", "Date")
_COUNT = re.compile(
    r"=SUMPRODUCT\((?P<dashes>--)?EXACT\(Checklist!(?P<keys>[^,]+),\$A(?P<row>\d+)\)"
    r"(?:\*\(Checklist!(?P<cells>[^=]+)=\"(?P<status>[^\"]+)\"\))?\)"
)


def opened(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def table(sheet: Worksheet) -> list[dict[str, Any]]:
    """The rows of a sheet by the headings in its first row; cells without text are left out."""
    names, *found = sheet.values
    return [{name: cell for name, cell in zip(names, row, strict=True) if cell not in (None, "")} for row in found]


def letter(sheet: Worksheet, heading: str) -> str:
    """The column under a heading; those of further keys come before what a reader fills in."""
    return next(cell.column_letter for cell in sheet[1] if cell.value == heading)


def expected(document: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of the sheet of criteria, as ``criteria.json`` has them, without the text; of errata only their days."""
    return [
        {
            "Domain id": domain["id"],
            "Domain": domain["title"],
            "Criterion id": item["id"],
            **{name.capitalize(): item[name] for name in ("section", "title", "level") if item[name]},
            **({"Erratum": "\n".join(it["date"] for it in item["errata"])} if "errata" in item else {}),
        }
        for domain in document["domains"]
        for item in domain["criteria"]
    ]


@pytest.mark.parametrize("name", SITES)
def test_its_criteria_are_those_of_the_json_beside_it(name: str, request: pytest.FixtureRequest) -> None:
    site: Site = request.getfixturevalue(name)
    for path in sorted(site.folder.rglob("checklist.xlsx")):
        document = json.loads(path.with_name("criteria.json").read_bytes())
        rows = table(opened(path.read_bytes())["Checklist"])
        assert all(row.pop("Criterion") for row in rows)
        for row in rows:
            if "Erratum" in row:
                row["Erratum"] = "\n".join(it.partition(":")[0] for it in row["Erratum"].split("\n"))
        assert rows == expected(document)


def test_the_text_of_a_criterion_is_its_plain_text(own_site: Site) -> None:
    document = json.loads(own_site.file("/standard/criteria.json").read_bytes())
    rows = table(opened(own_site.file("/standard/checklist.xlsx").read_bytes())["Checklist"])
    texts = [item["text"] for domain in document["domains"] for item in domain["criteria"]]
    assert [row["Criterion"] for row in rows] == texts  # none of them has markup


def test_texts_that_spreadsheets_bend_stand_in_it_as_text() -> None:
    book = opened(checklist_xlsx(awkward_publication(), awkward_edition()))
    sheet = book["Checklist"]
    for row, text in zip(sheet.iter_rows(min_row=2), AWKWARD, strict=True):
        for cell in (row[1], row[2], row[4], row[7]):
            assert (cell.data_type, cell.value) == ("s", text.replace("\r\n", "\n").replace("\r", "\n"))
        assert row[3].data_type == "s"
    assert {cell.data_type for row in book["About"].iter_rows() for cell in row} == {"s"}


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    long = "\U0001f600" * 20_000
    cut = cell_text(long)
    assert len(cut.encode("utf-16-le")) // 2 <= MOST_CHARACTERS
    assert cut.endswith("\U0001f600 […]")
    assert cell_text("a" * MOST_CHARACTERS) == "a" * MOST_CHARACTERS


def test_characters_that_xml_does_not_allow_are_replaced() -> None:
    odd = edition("1.0", {"D1": ["a\x00b\x0bc\ufffed"]})
    book = opened(checklist_xlsx(Publication(SITE_URL, Standard((odd,))), odd))
    assert "\x00" not in str(book["Checklist"]["F2"].value)
    assert cell_text("a\x00b\ufffec") == "a\ufffdb\ufffdc"


def test_a_status_is_chosen_from_four_and_a_date_is_a_date(small_site: Site) -> None:
    sheet = opened(small_site.file("/standard/1.1/checklist.xlsx").read_bytes())["Checklist"]
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    status, date = (f"{column}2:{column}6" for column in (letter(sheet, "Status"), letter(sheet, "Date")))
    assert rules[status].type == "list"
    assert rules[status].formula1 == f'"{",".join(STATUSES)}"'
    assert rules[status].showErrorMessage
    assert rules[date].type == "date"
    assert [cell.value for cell in sheet[1]][-4:] == list(ENTRIES)


def test_the_counts_of_the_summary_follow_the_statuses(small_site: Site) -> None:
    book = opened(small_site.file("/standard/1.1/checklist.xlsx").read_bytes())
    sheet = book["Checklist"]
    given = {"A.1": "met", "C.1": "not met", "C.2": "partly met", "B.2": "not applicable"}
    status = column_index_from_string(letter(sheet, "Status")) - 1
    for row in sheet.iter_rows(min_row=2):
        row[status].value = given.get(row[3].value)
    wanted = Counter((row[0].value, row[status].value) for row in sheet.iter_rows(min_row=2))
    summary = book["Summary"]
    assert [cell.value for cell in summary[1]][3:7] == [status.capitalize() for status in STATUSES]
    domains = [row for row in summary.iter_rows(min_row=2) if row[0].value != "All"]
    assert [row[0].value for row in domains] == ["A", "C", "B"]
    for row in domains:
        key = row[0].value
        assert counted(book, row[2]) == sum(count for (domain, _), count in wanted.items() if domain == key)
        assert [counted(book, cell) for cell in row[3:7]] == [wanted[key, status] for status in STATUSES]
        number = row[0].row
        assert row[7].value == f"=C{number}-SUM(D{number}:G{number})"
        assert row[8].value == f'=IF(C{number}>G{number},D{number}/(C{number}-G{number}),"")'
    assert [cell.value for cell in summary[5]][:4] == ["All", None, "=SUM(C2:C4)", "=SUM(D2:D4)"]


def counted(book: Workbook, cell: Any) -> int:
    """What a formula of the summary counts: rows whose key is that of its line and whose status is the named one."""
    match = _COUNT.fullmatch(cell.value)
    assert match is not None, cell.value
    assert int(match["row"]) == cell.row
    sheet = book["Checklist"]
    keys = [row[0].value for row in sheet[match["keys"].replace("$", "")]]
    statuses = [row[0].value for row in sheet[match["cells"].replace("$", "")]] if match["cells"] else []
    assert len(keys) == sheet.max_row - 1
    same = [key == cell.parent.cell(cell.row, 1).value for key in keys]
    if match["status"] is None:
        return sum(same)
    return sum(fits and status == match["status"] for fits, status in zip(same, statuses, strict=True))


def test_levels_have_a_sheet_of_counts_where_there_are_any(small_site: Site, own_site: Site) -> None:
    leveled = opened(small_site.file("/standard/1.1/checklist.xlsx").read_bytes())
    assert leveled.sheetnames == ["Checklist", "Summary", "Levels", "About"]
    assert [row["Level"] for row in table(leveled["Levels"])] == ["Basic", "All"]
    assert counted(leveled, leveled["Levels"]["B2"]) == 1
    assert opened(own_site.file("/standard/checklist.xlsx").read_bytes()).sheetnames == [
        "Checklist",
        "Summary",
        "About",
    ]


def test_readers_that_do_not_calculate_find_the_counts_of_an_empty_checklist(own_site: Site) -> None:
    content = own_site.file("/standard/1.0/checklist.xlsx").read_bytes()
    last = list(load_workbook(io.BytesIO(content), data_only=True)["Summary"].values)[-1]
    assert last == ("All", None, 40, 0, 0, 0, 0, 40, 0)


def test_headings_stay_in_sight_filter_and_repeat_on_paper(own_site: Site) -> None:
    book = opened(own_site.file("/standard/checklist.xlsx").read_bytes())
    sheet = book["Checklist"]
    assert sheet.freeze_panes == "A2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)  # 1 is the default
    (headings,) = sheet.tables.values()
    cells = f"A1:{letter(sheet, 'Date')}9"
    assert (headings.ref, headings.headerRowCount, headings.autoFilter.ref) == (cells, 1, cells)
    assert all(cell.alignment.wrap_text for cell in sheet[2][:8] if cell.column != 4)
    for other in book.worksheets:
        assert list(other.tables.values()), other.title
        assert not other.merged_cells.ranges


def test_columns_that_an_edition_does_not_use_are_folded_and_keep_their_place(own_site: Site, small_site: Site) -> None:
    own = opened(own_site.file("/standard/checklist.xlsx").read_bytes())["Checklist"]
    small = opened(small_site.file("/standard/1.1/checklist.xlsx").read_bytes())["Checklist"]
    assert [cell.value for cell in own[1]] == [cell.value for cell in small[1]]
    assert own.column_dimensions["H"].hidden
    assert not small.column_dimensions["H"].hidden
    assert not own.column_dimensions[letter(own, "Status")].hidden


def test_each_criterion_leads_to_its_page(own_site: Site) -> None:
    sheet = opened(own_site.file("/standard/1.0/checklist.xlsx").read_bytes())["Checklist"]
    links = {cell.value: cell.hyperlink.target for (cell,) in sheet.iter_rows(min_row=2, min_col=4, max_col=4)}
    assert len(links) == 40
    assert all(own_site.has(url) and url.endswith(f"/{item}/") for item, url in links.items())


def test_it_says_which_edition_it_is_and_how_it_may_be_reused(own_site: Site) -> None:
    document = json.loads(own_site.file("/standard/1.0/criteria.json").read_bytes())["edition"]
    book = opened(own_site.file("/standard/1.0/checklist.xlsx").read_bytes())
    facts = dict(list(book["About"].values)[1:])
    assert facts["Version"] == "1.0"
    assert facts["Date"] == "2024"
    assert facts["Status"] == "superseded by version 1.1"
    assert facts["Address of this edition"] == document["url"]
    assert facts["Attribution"] == document["attribution"]
    assert facts["Citation"] == document["citation"]["apa"]
    assert facts["Address of the licence"] == document["license"]["url"]
    assert book.properties.title == "Production Safety Framework 1.0: checklist"
    assert book.properties.creator == "Production AI Institute"
    assert book.properties.created == datetime.datetime(2024, 1, 1)


def test_no_moment_and_no_compressor_of_the_machine_leaves_a_trace_in_it(own_site: Site) -> None:
    with zipfile.ZipFile(io.BytesIO(own_site.file("/standard/checklist.xlsx").read_bytes())) as parts:
        assert parts.testzip() is None
        for part in parts.infolist():
            assert (part.date_time, part.compress_type) == ((1980, 1, 1, 0, 0, 0), zipfile.ZIP_STORED)
        assert "vbaProject.bin" not in "".join(parts.namelist())
        assert not [name for name in parts.namelist() if "externalLink" in name]
