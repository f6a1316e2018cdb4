"""A project adds typefaces for scripts that the engine's own do not have."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pikepdf
import pytest
from conformance import failures

from editions.cli import main
from editions.formats.pdf import edition_pdf
from editions.formats.pdf.signs import FONTS, SUBSTITUTE
from editions.model import Publication, Standard
from editions.source.configuration import read_configuration
from editions.source.problem import Unpublishable
from editions.validation import load_publication
from editions_builder import edition
from paper_texts import text
from project_files import write_project

SIGNS = "漢字"


def write_font(path: Path) -> None:
    """A typeface with two signs that ours lack: one of ours, renamed, with another map of characters (OpenType)."""
    data = (FONTS / "public-sans-400.ttf").read_bytes()
    for encoding in ("utf-16-be", "ascii"):
        data = data.replace("Public Sans".encode(encoding), "Signs Added".encode(encoding))
    table = struct.pack(">HHHHI", 0, 1, 3, 10, 12)
    table += struct.pack(">HHIIIIII", 12, 0, 16 + 2 * 12, 0, 2, ord("字"), ord("字"), 36) + struct.pack(
        ">III", ord("漢"), ord("漢"), 37
    )
    count = struct.unpack_from(">H", data, 4)[0]
    rows = [data[at : at + 16] for at in range(12, 12 + 16 * count, 16)]
    place = len(data)
    changed = [row[:8] + struct.pack(">II", place, len(table)) if row[:4] == b"cmap" else row for row in rows]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data[:12] + b"".join(changed) + data[12 + 16 * count :] + table)


def configured(project: Path, fonts: str) -> Path:
    file = project / "mkdocs.yml"
    file.write_text(file.read_text() + f"  - editions/criteria:\n      fonts: {fonts}\n")
    return file


def test_the_signs_of_a_typeface_that_a_project_adds_are_set(tmp_path: Path) -> None:
    write_font(tmp_path / "typefaces" / "signs.ttf")
    made = edition("1.0", {"D": [f"Before {SIGNS} after."]})
    alone, added = (
        edition_pdf(Publication("https://example.org/", Standard((made,)), fonts=fonts), made)
        for fonts in (None, str(tmp_path / "typefaces"))
    )
    assert f"Before {SUBSTITUTE * 2} after." in text(alone)
    assert f"Before {SIGNS} after." in text(added)
    assert failures(pikepdf.open(io.BytesIO(added))) == []


def test_a_project_names_the_folder_of_its_typefaces(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project")
    write_font(project / "typefaces" / "deep" / "signs.ttf")
    publication = load_publication(read_configuration(configured(project, "typefaces")))
    assert publication.fonts == str(project / "typefaces")


@pytest.mark.parametrize("fonts", ["nowhere", "docs", "..", "[a, b]"])
def test_a_folder_without_typefaces_is_one_problem(
    tmp_path: Path, fonts: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = configured(write_project(tmp_path / "project"), fonts)
    with pytest.raises(SystemExit) as stopped:
        main(["check", "-f", str(file)])
    said = capsys.readouterr()
    assert stopped.value.code != 0
    lines = [line for line in (said.out + said.err).splitlines() if "option fonts" in line]
    assert len(lines) == 1
    assert "name a folder inside the project" in lines[0]


def test_a_file_that_is_no_font_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    made = edition("1.0", {"D": ["Text."]})
    with pytest.raises(Unpublishable, match=r"/broken\.ttf:1: is no font that can be read"):
        edition_pdf(Publication("https://example.org/", Standard((made,)), fonts=str(tmp_path)), made)
