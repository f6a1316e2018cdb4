"""Markers of a merge conflict are a problem in every file that is read, and can be shown in fenced code."""

from __future__ import annotations

from pathlib import Path

import pytest
from checked_project import HEAT, INDEX, draft_file, problems
from click.testing import CliRunner

from editions.cli import main
from editions.releases.plan import conflicts_in
from editions.source.conflict_markers import conflict_problems
from editions.source.text import read_source
from project_files import write_project

ONE = "<<<<<<< HEAD\n{0}\n=======\n{1}\n>>>>>>> theirs\n"
THREE = "<<<<<<< HEAD\n{0}\n||||||| base\n{1}\n=======\n{1}\n>>>>>>> theirs\n"
PAGE = "---\ntitle: A\n---\n\n"
BOOK = "@book{{{0}, author = {{A}}, title = {{T}}, publisher = {{P}}, year = {{2019}}}}"


def draft(path: str, old: str, new: str) -> str:
    """A file of the draft with a change."""
    return draft_file(f"standard/{path}", (old, new))[f"standard/{path}"]


# A file, its text with a mark where two branches differ, what stands there on each, and the line.
CONFLICTS = [
    (HEAT, draft("domains/02-heat.md", "title: Heat and fire\n", "@"), "title: Heat", "title: Fire", 3),
    (HEAT, draft("domains/02-heat.md", "    text: A", "@    text: A"), "    level: a", "    level: b", 8),
    (INDEX, draft("index.md", "## Why", "@## Why"), "One.", "Two.", 32),
    ("standard/lineage.yml", "@", 'from: "2.0"', 'from: "1.0"', 1),
    ("standard/errata.yml", "@", "errata: []", "errata: [a]", 1),
    ("docs/a.md", f"{PAGE}@", "One.", "Two.", 5),
    ("docs/a.md", "@title: A\n---\n", "---", "----", 1),
    ("insights/what-is-a-room.md", f"{PAGE}@", "One.", "Two.", 5),
    ("citations/index.md", f"{PAGE}@", "One.", "Two.", 5),
    ("citations/references.bib", "@", BOOK.format("a"), BOOK.format("b"), 1),
    ("docs/data.csv", "id,text\n@", "1,one", "1,two", 2),
    ("docs/data.json", "[\n@]", "1", "2", 2),
    ("docs/a.svg", '<svg xmlns="http://www.w3.org/2000/svg">\n@</svg>', "<g/>", "<a/>", 2),
]


@pytest.mark.parametrize("form", [ONE, THREE], ids=["merge", "diff3"])
@pytest.mark.parametrize("conflict", CONFLICTS)
def test_a_conflict_is_a_problem_with_its_first_line(
    tmp_path: Path, conflict: tuple[str, str, str, str, int], form: str
) -> None:
    """In front matter, texts, lineage, errata, pages, articles, the bibliography and what is published beside them."""
    path, text, mine, theirs, line = conflict
    found = problems(tmp_path, {path: text.replace("@", form.format(mine, theirs), 1)})
    message = f"a merge conflict that is not resolved begins here and ends on line {line + form.count(chr(10)) - 1}"
    assert f"{path}:{line}: {message}; keep the lines that are right and remove the markers" in found


@pytest.mark.parametrize("line", ["<<<<<<< HEAD", ">>>>>>> theirs", "||||||| base", "<<<<<<<", ">>>>>>>"])
def test_a_marker_that_is_left_is_a_problem(tmp_path: Path, line: str) -> None:
    """Of a conflict that was half resolved."""
    found = problems(tmp_path, {"docs/a.md": f"{PAGE}One.\n\n{line}\n\nTwo.\n"})
    message = f"docs/a.md:7: the line {line!r} was left by a merge conflict"
    assert found == [f"{message}; keep the lines that are right and remove the markers"]


@pytest.mark.parametrize(
    "text",
    [
        "Heading\n=======\n\nText.\n",
        "```text\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> theirs\n```\n",
        "~~~\n<<<<<<< HEAD\n~~~\n",
        "    <<<<<<< HEAD\n",
        "<<<<<<<< eight\n",
        "> > > > > > > deep\n",
        "||||||| |\n",
        "||||||| \n",
        "A line with <<<<<<< HEAD in it.\n",
    ],
)
def test_what_only_looks_like_a_marker_is_none(tmp_path: Path, text: str) -> None:
    """Headings, tables, quotations and fenced code."""
    assert problems(tmp_path, {"docs/a.md": PAGE + text}) == []


@pytest.mark.parametrize("path", ["CHANGELOG.md", "CITATION.cff"])
def test_files_beside_the_sources_are_checked_too(tmp_path: Path, path: str) -> None:
    """Also while the sources have problems of their own."""
    project = write_project(tmp_path, draft=True, files={path: "# A\n" + ONE.format("a", "b"), "docs/a.md": ""})
    result = CliRunner().invoke(main, ["check", "--config-file", str(project / "mkdocs.yml")])
    assert result.exit_code == 1
    assert f"{path}:2: a merge conflict that is not resolved begins here and ends on line 6; " in result.output


def test_code_of_the_changelog_may_show_markers(tmp_path: Path) -> None:
    """A conflict below it is still found."""
    (tmp_path / "CHANGELOG.md").write_text(f"# A\n\n```text\n{ONE.format('a', 'b')}```\n", encoding="utf-8")
    assert conflicts_in(read_source(tmp_path, "CHANGELOG.md")) == ()
    with (tmp_path / "CHANGELOG.md").open("a", encoding="utf-8") as file:
        file.write(ONE.format("a", "b"))
    (problem,) = conflicts_in(read_source(tmp_path, "CHANGELOG.md"))
    assert problem.line == 10


def test_the_configuration_is_checked_too(tmp_path: Path) -> None:
    """In place of what YAML makes of it."""
    project = write_project(tmp_path)
    path = project / "mkdocs.yml"
    path.write_text(f"{path.read_text()}{ONE.format('theme: a', 'theme: b')}", encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "--config-file", str(path)])
    assert result.exit_code == 2
    assert "mkdocs.yml:6: a merge conflict that is not resolved begins here and ends on line 10; " in result.output


def test_many_markers_are_found_in_time() -> None:
    """The search is linear in the length of the text."""
    assert len(list(conflict_problems("<<<<<<< a\n" * 100_000, "f"))) == 100_000
