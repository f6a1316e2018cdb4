"""``editions schema`` shows the keys of files and keeps the documentation in step."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from editions.cli import main
from editions.schemas.schema_reference import BEGIN, END, schema_reference, schema_table


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["schema", *arguments])
    return result.exit_code, result.stdout, result.stderr


def test_schemas_are_listed() -> None:
    code, listed, _ = run()
    assert code == 0
    assert "domain-1       Front matter of domains/NN-slug.md.\n" in listed


@pytest.mark.parametrize("name", ["domain", "domain-1"])
def test_one_schema_is_shown_as_a_table(name: str) -> None:
    assert run(name) == (0, schema_table("domain-1") + "\n", "")


def test_the_documentation_is_brought_up_to_date(tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_text(f"x\n{BEGIN}\n{END}\n", encoding="utf-8")
    assert run("--all", "--update", str(target)) == (0, "", "")
    assert target.read_text(encoding="utf-8") == f"x\n{BEGIN}\n\n{schema_reference()}\n\n{END}\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize("content", [None, b"x", b"\xff"])
def test_a_file_that_cannot_be_updated_is_left_alone(tmp_path: Path, content: bytes | None) -> None:
    target = tmp_path / "a.md"
    if content is not None:
        target.write_bytes(content)
    code, _, said = run("--all", "--update", str(target))
    assert code == 2
    assert said.startswith(f"{target}:1: ")
    assert (target.read_bytes() if target.exists() else None) == content


@pytest.mark.parametrize("arguments", [["none"], ["domain", "--all"], ["--update", "x.md"]])
def test_what_cannot_be_shown_is_refused(arguments: list[str]) -> None:
    code, shown, said = run(*arguments)
    assert (code, shown) == (2, "")
    assert "Traceback" not in said
