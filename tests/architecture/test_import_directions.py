"""Data flows one way through the packages, and only the adapter knows the site generator."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from project_files import write_project

PACKAGE = Path(__file__).parents[2] / "plugins" / "editions"

# What each package may import of the others. A package not named here may import nothing of ours.
ALLOWED: dict[str, set[str]] = {
    "source": set(),
    "text": {"words"},
    "model": {"text", "words"},
    # Keys in texts are checked against the works that there are, and the bibliography by whoever reads it.
    "schemas": {"source"},
    "validation": {
        "source",
        "text",
        "model",
        "schemas",
        "words",
        "citations.in_text",
        "citations.known_works",
        "citations.work",
    },
    "lineage": {"source", "text", "model"},
    "comparison": {"source", "text", "model", "schemas", "words"},
    "citations": {"source", "text", "model", "schemas", "words"},
    "attribution": {"model", "citations", "schemas", "words"},
    "theme": set(),
    "words": set(),
}
# Data files link to pages and hold text that pages show, so formats come after pages.
ALLOWED["pages"] = {*ALLOWED} - {"theme"}
ALLOWED["formats"] = {*ALLOWED} - {"theme"}
ALLOWED["releases"] = {*ALLOWED} - {"theme"}
ALLOWED["site"] = {*ALLOWED} - {"theme"}
ALLOWED["render"] = {*ALLOWED}
ALLOWED["composing"] = {*ALLOWED} - {"theme"}
ALLOWED["serving"] = set()
# A new project's files are the same however its edition came to be.
ALLOWED["starter"] = {*ALLOWED} - {"theme"}
ALLOWED["importing"] = {*ALLOWED} - {"theme"}
EVERYTHING = {*ALLOWED, "cli", "mkdocs"}
ALLOWED["cli"] = EVERYTHING - {"mkdocs"}
ALLOWED["mkdocs"] = EVERYTHING - {"cli"}

# The engine's core must outlive the site generator; these names stay behind the adapter.
GENERATORS = {"mkdocs", "properdocs", "material", "mkdocs_material", "pymdownx"}

# Formats share what stands beside their folders. Tables of crosswalks are tables as those of criteria are.
OTHER_FORMATS = {"crosswalk": {"csv"}}


def imports(path: Path) -> set[str]:
    """Modules that a file imports, also inside of functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relative to itself"
            assert node.module is not None
            found.add(node.module)
            if node.module == "editions":
                found.update(f"editions.{alias.name}" for alias in node.names if not alias.name.startswith("_"))
    return found


def packages() -> list[str]:
    return sorted(path.parent.name for path in PACKAGE.glob("*/*.py") if path.name == "__init__.py")


def forbidden(package: str, module: str) -> bool:
    """Whether a module may not be imported by a package."""
    if package != "mkdocs" and module.split(".")[0] in GENERATORS:
        return True
    if not module.startswith("editions."):
        return False
    inside = module.removeprefix("editions.")
    allowed = {package, *ALLOWED.get(package, set())}
    return not any(inside == name or inside.startswith(f"{name}.") for name in allowed)


@pytest.mark.parametrize("package", packages())
def test_packages_import_only_in_the_direction_of_the_data(package: str) -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {module}"
        for path in sorted((PACKAGE / package).rglob("*.py"))
        for module in sorted(imports(path))
        if forbidden(package, module)
    ]
    assert not wrong


@pytest.mark.parametrize("folder", sorted(path.parent.name for path in PACKAGE.glob("formats/*/__init__.py")))
def test_a_format_is_one_folder(folder: str) -> None:
    """The reader and the writer of a format need no other format."""
    formats = PACKAGE / "formats"
    used = {
        module.split(".")[2]
        for path in (formats / folder).rglob("*.py")
        for module in imports(path)
        if module.startswith("editions.formats.")
    }
    assert {name for name in used if (formats / name).is_dir()} - {folder} == OTHER_FORMATS.get(folder, set())


def test_every_package_has_a_place_in_the_direction() -> None:
    assert set(packages()) <= EVERYTHING


@pytest.mark.parametrize(
    ("package", "module"),
    [
        ("model", "editions.source.problem"),
        ("source", "editions.model"),
        ("comparison", "editions.validation.loading"),
        ("cli", "editions.mkdocs.standard"),
        ("formats", "editions.importing.report"),
        ("formats", "editions.site.catalogue"),
        ("releases", "editions.site.catalogue"),
        ("pages", "mkdocs.structure.files"),
        ("render", "mkdocs.structure.files"),
        ("site", "editions.render.sheets"),
        ("render", "editions.composing.composition"),
        ("pages", "editions.cli"),
        ("unknown", "editions.model"),
    ],
)
def test_an_import_against_the_direction_is_noticed(package: str, module: str) -> None:
    assert forbidden(package, module)


def test_the_model_does_no_input_or_output() -> None:
    reading = {"os", "pathlib", "io", "json", "yaml", "subprocess", "socket", "shutil", "tempfile", "urllib.request"}
    found = {module for path in (PACKAGE / "model").rglob("*.py") for module in imports(path)}
    assert not found & reading


def test_modules_stay_small() -> None:
    long = {
        str(path.relative_to(PACKAGE)): lines
        for path in PACKAGE.rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert not long


def test_commands_run_without_the_site_generator(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project")
    code = (
        "import sys\n"
        "from editions.cli import main\n"
        f"main(['check', '-f', {str(project / 'mkdocs.yml')!r}], standalone_mode=False)\n"
    )
    after = f"loaded = {sorted(GENERATORS)!r}\nprint([name for name in loaded if name in sys.modules])\n"
    script = code.replace("main([", "try:\n    main([").replace(
        "=False)\n", "=False)\nexcept SystemExit as end:\n    assert not end.code, end.code\n"
    )
    done = subprocess.run([sys.executable, "-c", script + after], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "[]"
