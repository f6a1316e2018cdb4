"""The adapter to MkDocs is thin: its classes are small, and no plugin asks to come before or after another one."""

from __future__ import annotations

import ast
from pathlib import Path

ADAPTER = Path(__file__).parents[2] / "plugins" / "editions" / "mkdocs"


def modules() -> dict[str, ast.Module]:
    return {path.name: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(ADAPTER.rglob("*.py"))}


def test_no_class_is_longer_than_120_lines() -> None:
    lines = {
        f"{name}: {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    assert lines
    assert {name: count for name, count in lines.items() if count > 120} == {}


def test_no_event_has_a_priority() -> None:
    """What has to be first or last is done where nothing can be before or after it."""
    priorities = {"event_priority", "CombinedEvent", "mkdocs_priority"}
    used = {
        (name, word)
        for name, tree in modules().items()
        for node in ast.walk(tree)
        for word in (getattr(node, "id", None), getattr(node, "attr", None), getattr(node, "name", None))
        if word in priorities
    }
    assert used == set()


def test_modules_do_not_import_each_other_in_a_circle() -> None:
    imported = {
        path.removesuffix(".py"): {
            node.module.rpartition(".")[2]
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("editions.mkdocs.")
        }
        for path, tree in modules().items()
    }
    while leaves := {name for name, others in imported.items() if not others & imported.keys()}:
        imported = {name: others for name, others in imported.items() if name not in leaves}
    assert imported == {}
