"""The citations of this repository's own standard and articles, made from its sources."""

from __future__ import annotations

import json
import re
import subprocess
from functools import cache
from pathlib import Path

import yaml

from editions.citations import FORMATS, STYLES, WorkRecord, cite, works
from editions.citations.bibliography import read_bibliography
from editions.source.configuration import read_configuration
from editions.validation.loading import load_publication
from tools import find_tool

ROOT = Path(__file__).parents[2]


@cache
def own_works() -> tuple[WorkRecord, ...]:
    return works(load_publication(read_configuration(ROOT / "mkdocs.yml")))


def work(key: str) -> WorkRecord:
    return {record.key: record for record in own_works()}[key]


def test_the_citations_that_the_publisher_states_come_from_the_sources_letter_by_letter() -> None:
    site = "https://productionai.institute"
    assert cite(work("psf-1.0"), "apa") == (
        f"Production AI Institute. (2024). Production Safety Framework (Version 1.0). {site}/standard/1.0/"
    )
    assert cite(work("what-is-a-production-ai-system-1.0"), "apa") == (
        "Production AI Institute. (2026, April 29). What is a production AI system? "
        f"{site}/insights/what-is-a-production-ai-system/1.0/"
    )
    assert cite(work("psf-1.1"), "ieee") == (
        "Production AI Institute, Production Safety Framework, Version 1.1, Apr. 2026. [Online]. Available: "
        f"{site}/standard/1.1/"
    )
    assert cite(work("psf-1.0-d05"), "ieee") == (
        "Production AI Institute, “Human Oversight,” in Production Safety Framework, Version 1.0, 2024. [Online]. "
        f"Available: {site}/standard/1.0/domains/human-oversight/"
    )
    assert cite(work("psf-1.0"), "short") == (
        "Production AI Institute. (2024). Production Safety Framework v1.0. productionai.institute/standard"
    )


def test_the_keys_are_those_that_the_design_names() -> None:
    keys = {record.key for record in own_works()}
    assert {"psf-1.0", "psf-1.1-psf-06", "psf-1.1-psf-06.1", "what-is-a-production-ai-system-1.0"} <= keys
    assert work("psf-1.0").replaced_by is not None


def test_every_own_work_has_every_style_and_every_file_and_names_its_publisher_once() -> None:
    for record in own_works():
        for style in STYLES:
            assert cite(record, style.name).count("Production AI Institute") <= 1
        for form in FORMATS:
            if form.suits(record):
                assert record.title in cite(record, form.name).replace("\\&", "&")
        assert json.loads(cite(record, "csl"))[0]["URL"] == record.url
        if record.kind == "edition":
            assert yaml.safe_load(cite(record, "cff"))["url"] == record.url


def test_bibtex_and_biber_read_the_files_of_all_own_works(tmp_path: Path) -> None:
    bibtex, biber = find_tool("bibtex"), find_tool("biber")
    classic, modern = tmp_path / "works.bib", tmp_path / "modern.bib"
    classic.write_text("\n".join(cite(record, "bibtex") for record in own_works()), encoding="utf-8")
    modern.write_text("\n".join(cite(record, "biblatex") for record in own_works()), encoding="utf-8")
    (tmp_path / "works.aux").write_text("\\relax\n\\citation{*}\n\\bibstyle{plain}\n\\bibdata{works}\n")
    ran = subprocess.run([bibtex, "works"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode <= 1, ran.stdout
    # The standard as a whole states no date; nothing else lacks anything.
    assert set(re.findall(r"Warning--(.*)", ran.stdout)) <= {"empty year in psf"}, ran.stdout
    command = [biber, "--tool", "--validate-datamodel", "--output-file", tmp_path / "read.bib", modern]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout
    assert set(re.findall(r"Entry '([^']*)'", ran.stdout)) <= {"psf"}, ran.stdout
    addresses = re.findall(r"^\s*URL = \{(.*)\},$", (tmp_path / "read.bib").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(addresses) == sorted(record.url for record in own_works())


def test_the_own_bibliography_has_no_problem() -> None:
    path = ROOT / "citations" / "references.bib"
    assert read_bibliography(path.read_text(encoding="utf-8"), "citations/references.bib").problems == ()
