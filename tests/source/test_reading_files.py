"""Files, folders and front matter are read safely; what cannot be used says why."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.source.discovery import list_folder
from editions.source.front_matter import read_front_matter, read_yaml_file
from editions.source.problem import Problem, printable
from editions.source.release_lock import digest, file_hashes, lock_bytes, make_lock
from editions.source.text import SourceFile, read_source


def source(text: str, path: str = "a.md") -> SourceFile:
    return SourceFile(path, text.encode(), text)


@given(st.text())
def test_a_problem_is_one_printable_line(text: str) -> None:
    line = str(Problem(text, 1, text))
    assert line.isprintable()
    assert line.encode("utf-8")
    assert not text.isprintable() or printable(text) == text


def test_names_that_are_no_utf_8_are_shown_by_their_bytes() -> None:
    assert printable(os.fsdecode(b"a\xff\x0a")) == "a\\xff\\n"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_end_in_a_line_feed_whatever_the_file_uses(tmp_path: Path, ending: str) -> None:
    content = ending.join(["---", "title: A", "---", "", "Text", ""]).encode()
    (tmp_path / "a.md").write_bytes(content)
    file = read_source(tmp_path, "a.md")
    assert file.content == content
    record = read_front_matter(file)
    assert (record.data, record.body, record.body_line, record.problems) == ({"title": "A"}, "\nText\n", 4, ())


def test_a_file_that_fails_while_it_is_read_is_a_problem() -> None:
    # A regular file that gives an error when it is read, as a failing disk does.
    file = read_source(Path("/proc/self"), "mem")
    assert file.text is None
    assert file.problems[0].message.startswith("can't be read (input/output error)")


def test_a_file_that_is_gone_is_a_problem(tmp_path: Path) -> None:
    assert "no such file" in read_source(tmp_path, "a.md").problems[0].message


def test_hidden_files_are_passed_over_and_nothing_is_followed(tmp_path: Path) -> None:
    (tmp_path / "standard" / "x").mkdir(parents=True)
    (tmp_path / "standard" / ".hidden").write_text("")
    (tmp_path / "standard" / "x" / "a.md").write_text("")
    (tmp_path / "standard" / "loop").symlink_to(tmp_path / "standard")
    listing = list_folder(tmp_path, "standard")
    assert (listing.files, listing.folders) == (["standard/x/a.md"], ["standard/x"])
    assert [problem.path for problem in listing.problems] == ["standard/loop"]


def test_a_file_in_place_of_a_folder_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "standard").write_text("")
    assert "not a directory" in list_folder(tmp_path, "standard").problems[0].message


def test_a_folder_behind_a_symbolic_link_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "elsewhere" / "docs").mkdir(parents=True)
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere")
    assert [problem.path for problem in list_folder(tmp_path, "site/docs").problems] == ["site"]


def test_a_rule_in_the_text_does_not_close_the_front_matter_again() -> None:
    record = read_front_matter(source("---\na: b\n---\nx\n\n---\n\ny\n"))
    assert record.body == "x\n\n---\n\ny\n"


def test_a_line_of_the_body_is_found_again_in_the_file() -> None:
    text = "---\na: b\n---\n\nx\ny\n"
    record = read_front_matter(source(text))
    assert text.split("\n")[record.body_line - 1 + record.body.split("\n").index("y")] == "y"


@pytest.mark.parametrize("text", ['{"a": 1,}', "{a: 1}", "a: 1", "# a\n{}"])
def test_a_json_file_has_to_be_json(text: str) -> None:
    assert "can't be read as JSON" in read_yaml_file(source(text, "release.json")).problems[0].message


def test_numbers_in_json_stay_numbers() -> None:
    assert read_yaml_file(source('{"a": 1.10, "b": "1.10"}', "release.json")).data == {"a": 1.1, "b": "1.10"}


@given(st.dictionaries(st.text("ab/é.", min_size=1), st.binary(), min_size=1, max_size=5))
def test_the_digest_is_that_of_sha256sum_over_the_sorted_files(contents: dict[str, bytes]) -> None:
    lines = [f"{hashlib.sha256(content).hexdigest()}  {path}\n" for path, content in contents.items()]
    lines.sort(key=lambda line: line[66:].removesuffix("\n").encode())
    assert digest(file_hashes(contents)) == hashlib.sha256("".join(lines).encode()).hexdigest()


def test_a_lock_reads_back_as_it_was_written() -> None:
    lock = make_lock("https://a.example/s.json", "1.1", "2024", {"é.md": b"x"}, ("1.0", "0" * 64))
    record = read_yaml_file(SourceFile("release.json", lock_bytes(lock), lock_bytes(lock).decode()))
    assert (record.data, record.problems) == (lock, ())
