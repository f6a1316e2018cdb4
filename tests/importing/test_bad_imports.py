"""Whatever is wrong with a file or a folder: one clear error, nothing written, nothing asked of the network."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from editions.formats.criteria_json.document_writing import criteria_json
from editions.source.configuration import read_configuration
from editions.validation import load_publication
from import_command import run, tree
from project_files import write_project

FACTS = (
    *("--title", "Kitchen Rules", "--abbreviation", "KR", "--publisher", "Guild of Cooks", "--date", "2024"),
    *("--licence", "CC-BY-4.0", "--url", "https://rules.example/", "--edition", "1.0"),
)
GOOD = {
    "csv": b'id,text\nA.1,"Knives are kept in a block."\n',
    "oscal": json.dumps(
        {
            "catalog": {
                "uuid": "8f0e4d6c-51a7-4c3e-9b2d-6a1f0c7e5d43",
                "metadata": {
                    "title": "T",
                    "last-modified": "2025-03-01T00:00:00Z",
                    "version": "1.0",
                    "oscal-version": "1.1.2",
                },
                "controls": [
                    {"id": "a-1", "title": "A", "parts": [{"name": "statement", "prose": "Knives are kept."}]},
                ],
            }
        }
    ).encode(),
}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A small file of each form."""
    publication = load_publication(read_configuration(write_project(tmp_path_factory.mktemp("k")) / "mkdocs.yml"))
    return {**GOOD, "criteria": criteria_json(publication, publication.standard.releases[0])}


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)


_FILES: dict[str, tuple[Callable[[Path, bytes], object], str]] = {
    "missing": (lambda path, good: None, "is not there|no such file"),
    "a folder": (lambda path, good: path.mkdir(), "is not a regular file"),
    "a pipe": (lambda path, good: os.mkfifo(path), "is not a regular file"),
    "200 MB": (lambda path, good: _huge(path), "64 MiB"),
    "empty": (lambda path, good: path.write_bytes(b""), "empty|ends"),
    "truncated": (lambda path, good: path.write_bytes(good[:-9]), ""),
    "not UTF-8": (lambda path, good: path.write_bytes(good + b"\n\xff\xfe\xfd"), "is not UTF-8"),
    "binary": (lambda path, good: path.write_bytes(bytes(range(256)) * 40), ""),
    "nested": (lambda path, good: path.write_bytes(b'{"a":' * 100_000), ""),
    "another document": (lambda path, good: path.write_bytes(b'{"openapi": "3.0.0"}'), ""),
}


@pytest.mark.parametrize("form", ["csv", "criteria", "oscal"])
@pytest.mark.parametrize("kind", _FILES)
def test_a_bad_file_is_one_clear_error(kind: str, form: str, good: dict[str, bytes], tmp_path: Path) -> None:
    spoil, expected = _FILES[kind]
    spoil(tmp_path / "in.json", good[form])
    done = run(tmp_path, "import", form, "in.json", "site", *FACTS)
    assert (done.code, done.out) == (1, ""), done.out
    first = done.err.splitlines()[0]
    assert first.startswith("in.json:")
    assert first.split(":")[1].isdigit()
    assert any(words in first for words in expected.split("|")), first
    assert "Traceback" not in done.err
    assert [path.name for path in tmp_path.iterdir()] == (["in.json"] if kind != "missing" else [])


def _project_without_an_address(folder: Path) -> None:
    folder.mkdir()
    (folder / "mkdocs.yml").write_text("a: b\n")


_FOLDERS: dict[str, tuple[Callable[[Path], object], str]] = {
    "a file": (lambda folder: folder.write_text("x"), "site:1: is not a folder"),
    "not empty": (lambda folder: (folder / "x").mkdir(parents=True), "site:1: is not empty and holds no mkdocs.yml"),
    "a link": (lambda folder: folder.symlink_to(folder.parent), "site:1: is not a folder"),
    "no project": (
        lambda folder: (folder.mkdir(), (folder / "mkdocs.yml").write_text("a: b\n")),
        "site_url is missing",
    ),
}


@pytest.mark.parametrize("form", ["csv", "criteria", "oscal"])
@pytest.mark.parametrize("kind", _FOLDERS)
def test_a_folder_that_cannot_be_used_stays_as_it_is(
    kind: str, form: str, good: dict[str, bytes], tmp_path: Path
) -> None:
    make, expected = _FOLDERS[kind]
    make(tmp_path / "site")
    (tmp_path / "in.json").write_bytes(good[form])
    before = tree(tmp_path)
    done = run(tmp_path, "import", form, "in.json", "site", *FACTS)
    assert done.code == 1
    assert expected in done.err
    assert tree(tmp_path) == before


def test_a_folder_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes(GOOD["csv"])
    done = run(tmp_path, "import", "csv", "in.csv", "in.csv/site", *FACTS)
    assert done.code == 1
    assert "in.csv/site:1:" in done.err


def test_an_empty_folder_is_filled_and_folders_around_it_are_made(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes(GOOD["csv"])
    (tmp_path / "empty").mkdir()
    for folder in ("empty", "a/b/c"):
        assert run(tmp_path, "import", "csv", "in.csv", folder, *FACTS).code == 0
        assert run(tmp_path / folder, "check").code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "empty", "in.csv"]


def test_a_disk_that_is_full_at_any_file_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in.csv").write_bytes(GOOD["csv"])
    write = Path.write_bytes
    for full in range(1, 40):
        count = 0

        def fail(self: Path, content: bytes, full: int = full) -> int:
            nonlocal count
            count += 1
            if count == full:
                raise OSError(28, "No space left on device")
            return write(self, content)

        with monkeypatch.context() as patch:
            patch.setattr(Path, "write_bytes", fail)
            done = run(tmp_path, "import", "csv", "in.csv", "a/site", *FACTS)
        if done.code == 0:
            assert full > 15
            return
        assert "a/site:1: nothing was written: no space left on device" in done.err
        assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]
    pytest.fail("the import writes more files than this test counts")


@pytest.mark.parametrize("form", ["csv", "criteria", "oscal"])
def test_an_import_asks_nothing_of_the_network(
    form: str, good: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        pytest.fail("a connection was tried")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    (tmp_path / "in.json").write_bytes(good[form])
    assert run(tmp_path, "import", form, "in.json", "site", *FACTS).code == 0


@pytest.mark.parametrize("form", ["csv", "criteria", "oscal"])
def test_the_same_file_makes_the_same_bytes(form: str, good: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "in.json").write_bytes(good[form])
    for folder in ("one", "two"):
        assert run(tmp_path, "import", form, "in.json", folder, *FACTS, "--engine", "mkdocs-editions").code == 0
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


@pytest.mark.parametrize(
    ("form", "key", "longest"),
    [("oscal", "title", 300), ("oscal", "text", 20_000), ("csv", "title", 300), ("csv", "text", 20_000)],
)
def test_what_is_too_long_for_an_edition_is_a_problem_at_its_place(
    tmp_path: Path, form: str, key: str, longest: int
) -> None:
    """It names the item, the key and the length that the schema allows."""
    long = "x" * (longest + 1)
    if form == "csv":
        title, text = (long, "Short.") if key == "title" else ("A", long)
        (tmp_path / "rules").write_text(f"id,title,text\nA.1,{title},{text}\n", encoding="utf-8")
    else:
        document = json.loads(GOOD["oscal"])
        control = document["catalog"]["controls"][0]
        (control if key == "title" else control["parts"][0])["title" if key == "title" else "prose"] = long
        (tmp_path / "rules").write_text(json.dumps(document, indent=1), encoding="utf-8")
    done = run(tmp_path, "import", form, "rules", "site", *FACTS)
    assert done.code == 1
    problem, *_ = done.err.splitlines()
    line, item = (2, "A.1") if form == "csv" else (11, "a-1")
    assert problem == (
        f"rules:{line}: {item}: criteria[1].{key} has {longest + 1:,} characters; write at most {longest:,}"
    )
    assert not (tmp_path / "site").exists()
