"""Real bibtex and real biber read every file that we write, our own works and hostile ones, without an error."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from citation_samples import HOSTILE_NAMES, HOSTILE_TEXTS, ODD_ADDRESSES, WORKS, article, edition, part
from editions.citations import WorkRecord, cite
from editions.citations.bibliography import read_bibliography
from editions.model import Agent, PartialDate
from tools import find_tool


def hostile_works() -> list[WorkRecord]:
    works: list[WorkRecord] = []
    for number, text in enumerate(HOSTILE_TEXTS):
        # A year each: apalike cannot tell more than 126 works of one author and year apart.
        date = PartialDate(1900 + number)
        container = edition(title=text, publisher=text, date=str(date), key=f"hostile-{number}")
        works += [
            container,
            part(title=text, container=container, publisher=text, authors=(Agent(text),), key=f"domain-{number}"),
            article(title=text, date=date, authors=(Agent(text, "person", text, text),), key=f"article-{number}"),
        ]
    for number, name in enumerate(HOSTILE_NAMES):
        agents = (Agent(name), Agent(name, "person", name, "Ann"), Agent("Last", "person", "Last", "Bo"))
        works.append(article(authors=agents, key=f"name-{number}"))
    works += [edition(url=address, key=f"address-{number}") for number, address in enumerate(ODD_ADDRESSES)]
    return works


ALL = [*WORKS, edition(date=None, key="undated"), edition(authors=(), key="anonymous"), *hostile_works()]


@pytest.mark.parametrize("style", ["plain", "apalike", "plainnat"])
def test_bibtex_reads_every_work_without_an_error(style: str, tmp_path: Path) -> None:
    bibtex = find_tool("bibtex")
    (tmp_path / "works.bib").write_text("\n".join(cite(work, "bibtex") for work in ALL), encoding="utf-8")
    (tmp_path / "works.aux").write_text(f"\\relax\n\\citation{{*}}\n\\bibstyle{{{style}}}\n\\bibdata{{works}}\n")
    ran = subprocess.run([bibtex, "works"], cwd=tmp_path, capture_output=True, text=True, check=False)
    # 1 stands for warnings (an undated work has no year), 2 and more for errors.
    assert ran.returncode <= 1, ran.stdout
    assert "error message" not in ran.stdout
    made = (tmp_path / "works.bbl").read_text(encoding="utf-8", errors="replace")
    assert made.count("\\bibitem") == len(ALL)


def test_bibtex_warns_of_nothing_in_a_work_that_states_author_and_date(tmp_path: Path) -> None:
    bibtex = find_tool("bibtex")
    (tmp_path / "works.bib").write_text("\n".join(cite(work, "bibtex") for work in WORKS), encoding="utf-8")
    (tmp_path / "works.aux").write_text("\\relax\n\\citation{*}\n\\bibstyle{plain}\n\\bibdata{works}\n")
    ran = subprocess.run([bibtex, "works"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (ran.returncode, "Warning" in ran.stdout) == (0, False), ran.stdout


def test_bibtex_hands_addresses_on_unchanged(tmp_path: Path) -> None:
    bibtex = find_tool("bibtex")
    (tmp_path / "works.bib").write_text("\n".join(cite(work, "bibtex") for work in ALL), encoding="utf-8")
    (tmp_path / "works.aux").write_text("\\relax\n\\citation{*}\n\\bibstyle{plainnat}\n\\bibdata{works}\n")
    subprocess.run([bibtex, "works"], cwd=tmp_path, capture_output=True, check=False)
    made = (tmp_path / "works.bbl").read_text(encoding="utf-8", errors="replace")
    # BibTeX breaks lines at 79 characters with a per cent sign, which TeX takes out again.
    addresses = set(re.findall(r"\\url\{([^}]*)\}", made.replace("%\n", "")))
    assert addresses == {work.reference.url for work in ALL}


LOWER_CASE = """ENTRY { title } {} {}
FUNCTION {default.type} { title "l" change.case$ write$ newline$ }
READ
ITERATE {call.type$}
"""


def test_a_style_that_sets_titles_in_small_letters_leaves_ours_alone(tmp_path: Path) -> None:
    bibtex = find_tool("bibtex")
    # BibTeX changes letters behind a brace that a backslash follows, even inside other braces.
    titles = ["Human Oversight of AI", "\\UPPER Case", "{UPPER} Case", "~UPPER Case"]
    works = [edition(title=title, key=f"title-{number}") for number, title in enumerate(titles)]
    (tmp_path / "works.bib").write_text("\n".join(cite(work, "bibtex") for work in works), encoding="utf-8")
    (tmp_path / "lower.bst").write_text(LOWER_CASE)
    (tmp_path / "works.aux").write_text("\\relax\n\\citation{*}\n\\bibstyle{lower}\n\\bibdata{works}\n")
    subprocess.run([bibtex, "works"], cwd=tmp_path, capture_output=True, check=False)
    made = (tmp_path / "works.bbl").read_text(encoding="utf-8")
    assert (made.count("UPPER"), made.count("Case"), made.count("Human Oversight of AI")) == (3, 3, 1), made


def test_biber_reads_every_work_without_an_error_and_hands_addresses_on_unchanged(tmp_path: Path) -> None:
    biber = find_tool("biber")
    source, target = tmp_path / "works.bib", tmp_path / "read.bib"
    source.write_text("\n".join(cite(work, "biblatex") for work in ALL), encoding="utf-8")
    command = [biber, "--tool", "--validate-datamodel", "--output-file", target, source]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout
    assert "ERROR" not in ran.stdout
    warned = set(re.findall(r"WARN - Datamodel: Entry '([^']*)'", ran.stdout))
    assert warned <= {"undated", "anonymous"}, ran.stdout
    written = target.read_text(encoding="utf-8")
    assert written.count("\n@") + written.startswith("@") == len(ALL)
    addresses = re.findall(r"^\s*URL = \{(.*)\},$", written, re.MULTILINE)
    assert sorted(addresses) == sorted(str(work.reference.url) for work in ALL)


def test_biber_reads_titles_and_names_as_we_wrote_them(tmp_path: Path) -> None:
    biber = find_tool("biber")
    source, target = tmp_path / "works.bib", tmp_path / "read.bib"
    source.write_text("\n".join(cite(work, "biblatex") for work in WORKS), encoding="utf-8")
    subprocess.run([biber, "--tool", "--output-file", target, source], cwd=tmp_path, capture_output=True, check=True)
    read = read_bibliography(target.read_text(encoding="utf-8"), "read.bib")
    assert read.problems == ()
    for work in WORKS:
        same = read.by_key[work.key]
        assert (same.title, same.authors, same.date) == (
            work.reference.title,
            work.reference.authors,
            work.reference.date,
        )
