"""Files for reference managers: BibTeX, BibLaTeX, RIS, CSL-JSON and CITATION.cff."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from citation_samples import HOSTILE_TEXTS, PUBLISHER, SITE, WORKS, article, edition, part
from editions.citations import FORMATS, STYLES, CitedWork, UnknownForm, WorkRecord, cite
from editions.citations.bibliography import read_bibliography
from editions.citations.cff import cff
from editions.citations.cited_work import EntryType
from editions.model import Agent, PartialDate

DATA = Path(__file__).parent / "data"


def csl_schema() -> dict[str, Any]:
    """A JSON schema of the published vocabulary of CSL 1.0.2: its item types, and its variables by kind."""
    text = (DATA / "csl-variables.rnc").read_text(encoding="utf-8")
    types = re.findall(r'"([^"]+)"', (DATA / "csl-types.rnc").read_text(encoding="utf-8").split("item-types =")[1])

    def variables(kind: str) -> list[str]:
        block = re.split(r"\n\s*\n", text.split(f"variables.{kind} =\n")[1])[0]
        return re.findall(r'"([^"]+)"', re.sub(r"#.*", "", block))

    words = {"type": ["string", "number"]}
    name = {
        "type": "object",
        "properties": {key: {"type": "string", "minLength": 1} for key in ("family", "given", "suffix", "literal")},
        "additionalProperties": False,
        "minProperties": 1,
    }
    part_of_date = {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3}
    date = {
        "type": "object",
        "properties": {
            "date-parts": {"type": "array", "items": part_of_date, "minItems": 1, "maxItems": 2},
            "literal": {"type": "string"},
        },
        "additionalProperties": False,
        "minProperties": 1,
    }
    properties: dict[str, Any] = {"id": words, "type": {"enum": types}}
    properties |= {key: {"type": "array", "items": name, "minItems": 1} for key in variables("names")}
    properties |= dict.fromkeys(variables("dates"), date)
    for kind in ("numbers", "titles", "strings"):
        properties |= dict.fromkeys(variables(kind), words)
    item = {"type": "object", "properties": properties, "required": ["id", "type"], "additionalProperties": False}
    return {"type": "array", "items": item, "minItems": 1, "maxItems": 1}


CSL = jsonschema.Draft7Validator(csl_schema())
CFF = jsonschema.Draft7Validator(
    json.loads((DATA / "cff-1.2.0.schema.json").read_text(encoding="utf-8")),
    format_checker=jsonschema.FormatChecker(),
)
EDITIONS = [
    edition(),
    edition("1.0", "2024"),
    edition("2.0", "2027-05-06"),
    edition(date=None),
    edition(authors=()),
    edition(authors=(Agent("Ada King", "person", "King", "Ada"), Agent("王小明", "person", "王", "小明"))),
    edition(licence="LicenseRef-House-Rules", licence_url="https://example.org/rules"),
    edition(keywords=("care", "care", " ")),
    edition(language="en"),
    *(edition(title=text, abstract=text, keywords=(text,), authors=(Agent(text),)) for text in HOSTILE_TEXTS),
]


def tags(written: str) -> list[tuple[str, str]]:
    return [(line[:2], line[6:]) for line in written.split("\r\n") if line]


@pytest.mark.parametrize("work", [*WORKS, *EDITIONS], ids=lambda work: ascii(work.title[:20]))
def test_csl_json_follows_the_published_vocabulary(work: WorkRecord) -> None:
    CSL.validate(json.loads(cite(work, "csl", accessed=PartialDate(2026, 5, 4))))


def test_the_csl_vocabulary_refuses_an_unknown_field() -> None:
    (item,) = json.loads(cite(edition(), "csl"))
    assert not CSL.is_valid([{**item, "colour": "blue"}])
    assert not CSL.is_valid([{**item, "type": "rulebook"}])


@pytest.mark.parametrize("work", EDITIONS, ids=lambda work: ascii(work.title[:20]))
def test_citation_cff_validates_against_its_published_schema(work: WorkRecord) -> None:
    CFF.validate(yaml.safe_load(cite(work, "cff")))


def test_citation_cff_prefers_the_standard_and_names_no_day_that_was_not_published() -> None:
    document = yaml.safe_load(cite(edition(), "cff"))
    preferred = document["preferred-citation"]
    assert (preferred["type"], preferred["year"], preferred["month"]) == ("standard", 2026, 4)
    assert preferred["authors"] == [{"name": PUBLISHER.name}]
    assert "date-released" not in document
    assert "date-published" not in preferred
    year = yaml.safe_load(cite(edition("1.0", "2024"), "cff"))["preferred-citation"]
    assert (year["year"], "month" in year) == (2024, False)


def test_citation_cff_states_a_whole_day_where_one_was_published() -> None:
    document = yaml.safe_load(cite(edition("2.0", "2027-05-06"), "cff"))
    # PyYAML reads an unquoted day as a date, as the schema's note to implementers expects.
    assert str(document["date-released"]) == str(document["preferred-citation"]["date-published"]) == "2027-05-06"


def test_citation_cff_can_name_the_repository_of_the_sources() -> None:
    written = cff(edition().reference, repository_code="https://git.example.org/standard")
    assert yaml.safe_load(written)["repository-code"] == "https://git.example.org/standard"
    CFF.validate(yaml.safe_load(written))


@pytest.mark.parametrize("work", [part(), part("criterion"), article()])
def test_citation_cff_is_for_standards_only(work: WorkRecord) -> None:
    (form,) = [form for form in FORMATS if form.name == "cff"]
    assert not form.suits(work)
    with pytest.raises(UnknownForm, match="standards and editions only"):
        cite(work, "cff")


def test_ris_calls_an_edition_a_standard_by_an_organisation() -> None:
    # The trailing comma keeps “Society of Careful” from becoming given names (EndNote's rule for corporate authors).
    assert tags(cite(edition(), "ris")) == [
        ("TY", "STAND"),
        ("ID", "mk-1.1"),
        ("AU", "Society of Careful Makers,"),
        ("TI", "Making Framework"),
        ("PY", "2026"),
        ("DA", "2026/04//"),
        ("PB", "Society of Careful Makers"),
        ("SN", "Version 1.1"),
        ("UR", f"{SITE}/standard/1.1/"),
        ("AB", "How to make things with care."),
        ("KW", "making"),
        ("KW", "care"),
        ("ER", ""),
    ]


def test_ris_calls_a_domain_a_section_and_an_article_a_web_page_with_its_day() -> None:
    domain, page = dict(tags(cite(part(), "ris"))), tags(cite(article(), "ris"))
    assert (domain["TY"], domain["TI"], domain["T2"]) == ("CHAP", "Joints & Seams", "Making Framework")
    assert [value for tag, value in page if tag == "AU"] == ["van der Berg, Jan", "King, Ada Mary"]
    assert {("TY", "ELEC"), ("PY", "2025"), ("DA", "2025/02/03/")} <= set(page)


@pytest.mark.parametrize(
    ("entry_type", "expected"),
    [
        # The tags of each type in EndNote's list (2011). ET of a STAND is undefined, SN of a book is its ISBN.
        ("standard", [("SN", "ISO 9, Version 2")]),
        ("techreport", [("SN", "ISO 9, Version 2")]),
        ("part", [("ET", "Version 2"), ("N1", "ISO 9")]),
        ("book", [("ET", "Version 2"), ("M1", "ISO 9")]),
        ("incollection", [("ET", "Version 2"), ("SV", "ISO 9")]),
        ("misc", [("ET", "Version 2"), ("M1", "ISO 9")]),
        ("online", [("N1", "ISO 9")]),
    ],
)
def test_ris_states_version_and_number_in_tags_that_the_type_has(
    entry_type: EntryType, expected: list[tuple[str, str]]
) -> None:
    cited = CitedWork(key="k", type=entry_type, title="T", container="C", number="ISO 9", version="2")
    assert [pair for pair in tags(cite(cited, "ris")) if pair[0] in ("ET", "SN", "M1", "SV", "N1")] == expected


@pytest.mark.parametrize("form", ["bibtex", "biblatex", "ris", "csl"])
@pytest.mark.parametrize("work", [edition(), part(), part("criterion")], ids=lambda work: work.kind)
def test_every_format_states_the_version_where_programs_print_it(work: WorkRecord, form: str) -> None:
    """Styles and managers drop the version of a report, standard or chapter, but print its number or edition."""
    written = cite(work, form)
    field = {
        "bibtex": "    {} = {{Version 1.1}}",
        "biblatex": "    {} = {{Version 1.1}}",
        "ris": "{}  - Version 1.1",
        "csl": '"{}": "Version 1.1"',
    }[form]
    name = ("number", "edition") if form != "ris" else ("SN", "ET")
    assert field.format(name[work.kind != "edition"]) in written
    assert "version" not in written


def test_no_format_calls_a_standard_a_standard_twice() -> None:
    """A genre is printed: "[Standard]" behind the title of a standard."""
    assert "genre" not in json.loads(cite(edition(), "csl"))[0]
    assert "M3" not in dict(tags(cite(edition(), "ris")))
    kept = replace(edition().reference, genre="IEEE Standard")
    assert json.loads(cite(kept, "csl"))[0]["genre"] == dict(tags(cite(kept, "ris")))["M3"] == "IEEE Standard"


@pytest.mark.parametrize(
    ("authors", "site", "container", "publisher"),
    [
        ((PUBLISHER,), "Makers' Site", "Makers' Site", None),
        ((PUBLISHER,), PUBLISHER.name, None, None),
        ((PUBLISHER,), None, None, None),
        ((Agent("Ada King", "person", "King", "Ada"),), "Makers' Site", "Makers' Site", PUBLISHER.name),
        ((Agent("Ada King", "person", "King", "Ada"),), None, PUBLISHER.name, None),
    ],
)
def test_an_article_names_its_site_and_nobody_twice(
    authors: tuple[Agent, ...], site: str | None, container: str | None, publisher: str | None
) -> None:
    """Programs print author, site and publisher of a page side by side (APA 7 § 10.16: what repeats is left out)."""
    work = article(authors=authors, site=site)
    (item,) = json.loads(cite(work, "csl"))
    assert (item.get("container-title"), item.get("publisher")) == (container, publisher)
    written = dict(tags(cite(work, "ris")))
    assert (written.get("T2"), written.get("PB")) == (container, publisher)
    assert f"organization = {{{{{container or PUBLISHER.name}}}}}" in cite(work, "biblatex")


def test_ris_states_no_date_but_the_year_for_a_work_of_a_year() -> None:
    written = dict(tags(cite(edition("1.0", "2024"), "ris")))
    assert written["PY"] == "2024"
    assert "DA" not in written


def test_csl_json_keeps_the_precision_of_dates() -> None:
    for date, parts in {"2024": [2024], "2026-04": [2026, 4], "2026-04-29": [2026, 4, 29]}.items():
        (item,) = json.loads(cite(edition(date=date), "csl"))
        assert item["issued"] == {"date-parts": [parts]}
    (item,) = json.loads(cite(edition(date=None), "csl"))
    assert "issued" not in item


def test_bibtex_braces_organisations_and_titles_and_keeps_the_precision_of_dates() -> None:
    assert cite(edition(), "bibtex") == (
        "@techreport{mk-1.1,\n"
        "    author = {{Society of Careful Makers}},\n"
        "    title = {{Making Framework}},\n"
        "    institution = {{Society of Careful Makers}},\n"
        "    type = {Standard},\n"
        "    number = {Version 1.1},\n"
        "    year = {2026},\n"
        "    month = {April},\n"
        f"    url = {{{SITE}/standard/1.1/}}\n"
        "}\n"
    )
    assert "month" not in cite(edition("1.0", "2024"), "bibtex")
    assert "    date = {2026-04},\n" in cite(edition(), "biblatex")
    assert "    date = {2024},\n" in cite(edition("1.0", "2024"), "biblatex")


@pytest.mark.parametrize("work", [*WORKS, edition(date=None)], ids=lambda work: work.key)
@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
@pytest.mark.parametrize("style", [style.name for style in STYLES if style.name != "short"])
def test_a_bib_file_read_again_is_cited_as_the_work_itself(work: WorkRecord, dialect: str, style: str) -> None:
    # Sentence case is not part of a .bib file, and a BibTeX web page has no field for its site.
    plain = replace(work, title_sentence=None)
    (read,) = read_bibliography(cite(plain, dialect), "work.bib").works
    if (work.kind, dialect) == ("article", "bibtex"):
        read = replace(read, type="online")
    accessed = PartialDate(2026, 5, 4)
    assert cite(read, style, accessed=accessed) == cite(plain, style, accessed=accessed)


def test_plain_text_lists_every_style_under_its_name() -> None:
    blocks = cite(edition(), "text").rstrip("\n").split("\n\n")
    assert [block.split("\n") for block in blocks] == [[style.label, cite(edition(), style.name)] for style in STYLES]


def test_an_unknown_form_is_refused_with_the_names_of_those_there_are() -> None:
    with pytest.raises(UnknownForm, match=r"'apa8' is neither .* apa, ieee, .* cff"):
        cite(edition(), "apa8")


def test_names_suffixes_and_media_types_are_distinct_where_files_are_told_apart_by_them() -> None:
    assert [form.suffix for form in FORMATS] == [".bib", ".biblatex.bib", ".ris", ".csl.json", ".txt", ".cff"]
    names = [*(style.name for style in STYLES), *(form.name for form in FORMATS)]
    assert len(set(names)) == len(names)
