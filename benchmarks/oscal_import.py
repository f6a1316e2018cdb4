"""How long an OSCAL catalog of 1,200 controls takes to become a project, and the project a site.

The catalog is generated, and built like NIST SP 800-53: 20 families of 20 controls with two enhancements each, every
control with parameters, nested items, guidance, related controls and assessment parts. It is imported by the command,
each time in a process of its own, as JSON, YAML and XML; the project that comes of the JSON is checked and built
strictly. Times are the best of ``--repeat``; memory is the highest resident size of the process.

    python benchmarks/oscal_import.py [--repeat 2] [--keep FOLDER]

The bounds that the project promises for an import are 15 seconds and 500 MB; the script fails above them, or when the
check or the build fails.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import yaml

FAMILIES, CONTROLS, ENHANCEMENTS = 20, 20, 2
SECONDS, MEGABYTES = 15.0, 500.0
EDITIONS = (sys.executable, "-c", "from editions.cli import main; main()")
_WORDS = (
    "the organization system access control policy procedures personnel roles defines reviews updates monitors records "
    "protects information components events accounts changes keys media networks boundary sessions within according to "
    "approved authorized documented defined periodically"
).split()
_XMLNS = "http://csrc.nist.gov/ns/oscal/1.0"


def main() -> int:
    """Measure and print; 1 if a bound is missed."""
    parser = argparse.ArgumentParser(description="Import of an OSCAL catalog of 1,200 controls, and its site.")
    parser.add_argument("--repeat", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="work in this folder and leave it")
    options = parser.parse_args()
    work = options.keep or Path(tempfile.mkdtemp(prefix="editions-oscal-"))
    work.mkdir(parents=True, exist_ok=True)
    os.environ.update({"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"})
    try:
        return _measure(work, options.repeat)
    finally:
        if options.keep is None:
            shutil.rmtree(work, ignore_errors=True)


def _measure(work: Path, repeat: int) -> int:
    files = _write(work, generated_catalog())
    worst_seconds = worst_megabytes = 0.0
    project = work / "project"
    print(f"{'what':24} {'size MB':>8} {'seconds':>8} {'peak MB':>8}")
    for path in files:
        runs = []
        for _ in range(repeat):
            shutil.rmtree(project, ignore_errors=True)
            facts = ("--abbreviation", "GSC", "--licence", "CC-BY-4.0", "--url", "https://controls.example/")
            command = (*EDITIONS, "import", "oscal", str(path), str(project), *facts)
            runs.append(_run(command, work))
        seconds, megabytes = min(run[0] for run in runs), max(run[1] for run in runs)
        worst_seconds, worst_megabytes = max(worst_seconds, seconds), max(worst_megabytes, megabytes)
        print(f"{'import ' + path.suffix[1:]:24} {path.stat().st_size / 1e6:8.1f} {seconds:8.2f} {megabytes:8.0f}")
    for name, command in (
        ("check", (*EDITIONS, "check")),
        ("strict build", (sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", str(work / "site"))),
    ):
        seconds, megabytes = _run(command, project)
        print(f"{name:24} {'':8} {seconds:8.2f} {megabytes:8.0f}")
    pages = sum(1 for _ in (work / "site").rglob("index.html"))
    print(f"\n{FAMILIES * CONTROLS * (1 + ENHANCEMENTS):,} controls, {pages:,} pages")
    held = worst_seconds <= SECONDS and worst_megabytes <= MEGABYTES
    verdict = "held" if held else "MISSED"
    print(f"bounds of {SECONDS:.0f} s and {MEGABYTES:.0f} MB for an import: {verdict}")
    return 0 if held else 1


def _run(command: tuple[str, ...], folder: Path) -> tuple[float, float]:
    """Run a command; its wall time in seconds and its peak memory in MB."""
    plugins = str(Path(__file__).resolve().parents[1] / "plugins")
    start = time.perf_counter()
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            command, cwd=folder, stdout=log, stderr=subprocess.STDOUT, env={**os.environ, "PYTHONPATH": plugins}
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{(folder / 'log').read_text(encoding='utf-8')[-3000:]}")
    (folder / "log").unlink()
    return seconds, usage.ru_maxrss / 1024


def generated_catalog() -> dict[str, Any]:
    """The catalog; the same on every run."""
    draw = random.Random(1)  # noqa: S311
    names = [f"f{number:02d}" for number in range(1, FAMILIES + 1)]
    groups = [
        {
            "id": name,
            "class": "family",
            "title": f"Family {name.upper()}",
            "controls": [_control(draw, names, f"{name}-{number}") for number in range(1, CONTROLS + 1)],
        }
        for name in names
    ]
    uuid = "6f1f24c4-0f0a-4a3c-9b53-4d4a1f5ad001"
    party = {"uuid": "6f1f24c4-0f0a-4a3c-9b53-4d4a1f5ad002", "type": "organization", "name": "Example Body"}
    return {
        "catalog": {
            "uuid": uuid,
            "metadata": {
                "title": "Generated Security Controls",
                "last-modified": "2024-01-01T00:00:00Z",
                "version": "1.0",
                "oscal-version": "1.1.2",
                "roles": [{"id": "creator", "title": "Creator"}],
                "parties": [party],
                "responsible-parties": [{"role-id": "creator", "party-uuids": [party["uuid"]]}],
            },
            "groups": groups,
        }
    }


def _words(draw: random.Random, count: int) -> str:
    return " ".join(draw.choice(_WORDS) for _ in range(count)).capitalize()


def _control(draw: random.Random, names: list[str], identifier: str, nested: bool = False) -> dict[str, Any]:
    params = [f"{identifier}_prm_{number}" for number in (1, 2, 3)]
    items = [
        {
            "id": f"{identifier}_smt.{letter}",
            "name": "item",
            "props": [{"name": "label", "value": f"{letter}."}],
            "prose": f"{_words(draw, 12)} {{{{ insert: param, {params[place]} }}}}:",
            "parts": [
                {
                    "id": f"{identifier}_smt.{letter}.{number}",
                    "name": "item",
                    "props": [{"name": "label", "value": f"{number}."}],
                    "prose": f"{_words(draw, 14)}.",
                }
                for number in (1, 2)
            ],
        }
        for place, letter in enumerate("abc")
    ]
    objective = {
        "name": "assessment-objective",
        "props": [{"name": "label", "value": identifier.upper(), "class": "sp800-53a"}],
        "parts": [{"name": "assessment-objective", "prose": f"{_words(draw, 12)};"} for _ in range(6)],
    }
    control: dict[str, Any] = {
        "id": identifier,
        "class": "SP800-53-enhancement" if nested else "SP800-53",
        "title": _words(draw, 4),
        "params": [
            {"id": params[0], "label": _words(draw, 3).lower(), "guidelines": [{"prose": f"{_words(draw, 10)};"}]},
            {"id": params[1], "select": {"how-many": "one-or-more", "choice": [_words(draw, 2), _words(draw, 3)]}},
            {"id": params[2], "label": "frequency"},
        ],
        "props": [{"name": "label", "value": identifier.upper()}, {"name": "sort-id", "value": identifier}],
        "links": [{"href": f"#{draw.choice(names)}-{draw.randint(1, CONTROLS)}", "rel": "related"} for _ in range(8)],
        "parts": [
            {"id": f"{identifier}_smt", "name": "statement", "prose": f"{_words(draw, 6)}:", "parts": items},
            {"id": f"{identifier}_gdn", "name": "guidance", "prose": f"{_words(draw, 90)}."},
            objective,
        ],
    }
    if not nested:
        control["controls"] = [
            _control(draw, names, f"{identifier}.{number}", nested=True) for number in range(1, ENHANCEMENTS + 1)
        ]
    return control


def _write(work: Path, document: dict[str, Any]) -> list[Path]:
    paths = [work / f"catalog.{form}" for form in ("json", "yaml", "xml")]
    paths[0].write_text(json.dumps(document, indent=2), encoding="utf-8")
    paths[1].write_text(yaml.dump(document, Dumper=getattr(yaml, "CSafeDumper", yaml.SafeDumper)), encoding="utf-8")
    root = ElementTree.Element("catalog", {"xmlns": _XMLNS, "uuid": document["catalog"]["uuid"]})
    _xml(root, document["catalog"])
    ElementTree.ElementTree(root).write(paths[2], encoding="utf-8", xml_declaration=True)
    return paths


_ELEMENTS = {"parties": "party", "responsible-parties": "responsible-party", "party-uuids": "party-uuid"}
_TEXTS = ("title", "last-modified", "version", "oscal-version", "label")


def _xml(element: ElementTree.Element, value: dict[str, Any]) -> None:
    """Write an object of this catalog into an element, as OSCAL's XML has it."""
    for key, content in value.items():
        if isinstance(content, list):
            name = _ELEMENTS.get(key, key.removesuffix("s"))
            for each in content:
                child = ElementTree.SubElement(element, name)
                if isinstance(each, dict):
                    _xml(child, each)
                else:
                    child.text = each
        elif isinstance(content, dict):
            _xml(ElementTree.SubElement(element, key), content)
        elif key == "prose":
            _paragraph(ElementTree.SubElement(element, "p"), content)
        elif key in _TEXTS or (key == "name" and element.tag == "party"):
            ElementTree.SubElement(element, key).text = content
        elif key != "uuid" or element.tag != "catalog":
            element.set(key, content)


def _paragraph(element: ElementTree.Element, prose: str) -> None:
    text, mark, rest = prose.partition("{{ insert: param, ")
    element.text = text
    if mark:
        identifier, _, tail = rest.partition(" }}")
        ElementTree.SubElement(element, "insert", {"type": "param", "id-ref": identifier}).tail = tail


if __name__ == "__main__":
    sys.exit(main())
