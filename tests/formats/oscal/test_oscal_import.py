"""Catalogs of others, read as editions."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from nist_validation import validated
from oscal_catalogs import (
    DATA,
    EVERYTHING,
    STATED,
    WORKSHOP,
    catalog,
    control,
    exported,
    read_document,
    without_lines,
)

from editions.formats.facts import Facts, ImportFacts
from editions.formats.imported import Imported
from editions.formats.oscal.reading import read_oscal
from editions.model import Agent, PartialDate, Publisher, Version
from editions.source.problem import Unpublishable
from editions_builder import edition


@pytest.fixture(scope="module")
def workshop() -> Imported:
    return read_oscal(DATA / "workshop.json", STATED)


def texts(imported: Imported) -> dict[str, str]:
    return {criterion.id: criterion.text.markdown for _, criterion in imported.edition.criteria()}


def told(imported: Imported) -> dict[str, tuple[int, bool]]:
    return {it.what: (it.count, it.kept) for it in imported.placements}


def test_the_workshop_is_a_catalog_in_the_eyes_of_nist() -> None:
    """What the tests below read is what NIST's format allows."""
    validated(DATA / "workshop.json")


def test_facts_come_from_the_metadata(workshop: Imported) -> None:
    """Title, version, date with the day of publication, publisher, licence, address and summary."""
    made = workshop.edition
    assert made.title == "Workshop Safety Controls for Tests"
    assert (str(made.version), str(made.date)) == ("5.1", "2024-05-06")
    assert made.publisher == Publisher("Guild of Carpenters", "GC", "https://guild.example/")
    assert made.authors == (Agent("Guild of Carpenters"),)
    assert made.licence.spdx == "CC-BY-4.0"
    assert made.url == "https://workshop.example/controls"
    assert made.summary == "What a workshop does so that nobody is hurt."
    assert made.keywords == ("workshop", "safety", "tools")


def test_statements_are_nested_lists_with_their_labels(workshop: Imported) -> None:
    """Parameters read as in the print of NIST SP 800-53; a value that is set stands itself."""
    assert texts(workshop)["ac-1"] == (
        "- **a.** Write and hand out to [Assignment: organization-defined personnel\\]:\n"
        "  * **1.** [Selection (one or more): workshop-wide; for each [Assignment: room]] rules that say **who** may "
        "use *what*; and\n"
        "  * **2.** A list of keys.\n"
        "- **b.** Read the rules again every year."
    )


def test_enhancements_follow_their_control(workshop: Imported) -> None:
    """Under the title of the control that holds them, as NIST prints it."""
    criteria = [(it.id, it.title) for it in workshop.edition.domains[0].criteria]
    assert criteria == [("ac-1", "Rules and Keys"), ("ac-2", "Named Persons"), ("ac-2.1", "Named Persons | Badges")]


def test_a_group_in_a_group_is_a_section(workshop: Imported) -> None:
    """With its label."""
    assert [(it.id, it.section) for it in workshop.edition.domains[1].criteria] == [("pm-1", "P People")]


def test_what_helps_is_guidance_of_the_domain(workshop: Imported) -> None:
    """Guidance, explained parameters, related controls and references, under the control's own heading."""
    assert workshop.edition.domains[0].guidance.markdown.partition("\n\n## Withdrawn")[0] == (
        "## AC-1 Rules and Keys\n\n"
        "**Guidance**\n\n"
        "Keys hang in a case. See [named persons](#ac-2) and [keys](https://guild.example/keys).\n\n"
        "- Count them,\n  1) in the morning, and\n  2) at night.\n"
        "- Never copy `*.key` files; CO<sub>2</sub> is in the red bottle.\n\n"
        "**Parameters**\n\n- [Assignment: room\\]: rooms that hold machines;\n- every year (frequency)\n\n"
        "**Reference:** [Book of Keys](https://guild.example/book).\n\n"
        "**Related:** [ac-2](#ac-2), [pm-1](02-management.md#pm-1)."
    )
    assert workshop.edition.prose.markdown == (
        "## Resources\n\n- [Book of Keys](https://guild.example/book). Guild of Carpenters (1999) Book of Keys."
    )


def test_withdrawn_controls_are_told_and_are_lineage(workshop: Imported) -> None:
    """They are no criteria; where one went on is followed, also through another that is withdrawn."""
    assert workshop.edition.domains[0].guidance.markdown.partition("## Withdrawn\n\n")[2] == (
        "- AC-2(2) Named Persons \\| Badge Colours: incorporated into [ac-2.1](#ac-2.1).\n"
        "- ac-3 Visitors: moved to [pm-1](02-management.md#pm-1).\n"
        "- ac-4 Doors: incorporated into ac-3, [ac-1](#ac-1)."
    )
    lineage = workshop.edition.lineage
    assert lineage is not None
    rows = [(row.old, row.new) for row in lineage.criteria]
    assert rows == [(("ac-2.2",), ("ac-2.1",)), (("ac-3",), ("pm-1",)), (("ac-4",), ("pm-1", "ac-1"))]


def test_a_lineage_begins_at_the_edition_that_stands(tmp_path: Path) -> None:
    """Where the folder that the catalog comes into holds an edition, that is the one before."""
    standing = ImportFacts(EVERYTHING.stated, Facts(version=Version(0, 9)))
    gone = control("a-2", props=[{"name": "status", "value": "Withdrawn"}])
    lineage = read_document(tmp_path, catalog(control("a-1"), gone), standing).edition.lineage
    assert lineage is not None
    assert (str(lineage.origin), lineage.criteria[0].old, lineage.criteria[0].new) == ("0.9", ("a-2",), ())


@pytest.mark.parametrize("name", ["workshop.xml", "workshop"])
def test_xml_says_the_same_as_json(workshop: Imported, tmp_path: Path, name: str) -> None:
    """Whatever the name of the file; the XML is written as NIST writes its own."""
    path = tmp_path / name
    path.write_bytes((DATA / "workshop.xml").read_bytes())
    imported = read_oscal(path, STATED)
    assert without_lines(imported.edition) == without_lines(workshop.edition)
    assert imported.placements == workshop.placements


@pytest.mark.parametrize("name", ["workshop.yaml", "workshop.oscal"])
def test_yaml_says_the_same_as_json(workshop: Imported, tmp_path: Path, name: str) -> None:
    """As trestle writes YAML."""
    path = tmp_path / "workshop.yaml"
    validated(DATA / "workshop.json").oscal_write(path)
    imported = read_oscal(path.rename(tmp_path / name), STATED)
    # Trestle writes the same moment in another zone, the keys in another order.
    assert replace(without_lines(imported.edition), date=PartialDate(2024)) == replace(
        without_lines(workshop.edition), date=PartialDate(2024)
    )


def test_xml_in_utf_16_is_read(workshop: Imported, tmp_path: Path) -> None:
    """XML states its encoding itself (XML 1.0 §4.3.3)."""
    text = (DATA / "workshop.xml").read_text(encoding="utf-8").replace('encoding="UTF-8"', 'encoding="UTF-16"')
    path = tmp_path / "workshop.xml"
    path.write_bytes(text.encode("utf-16"))
    assert read_oscal(path, STATED).edition.domains == workshop.edition.domains


def test_the_markup_of_xml_becomes_markdown(tmp_path: Path) -> None:
    """Every element of OSCAL's markup, and the signs that Markdown would take for marks."""
    markup = (
        "<h2>Head</h2><p>2. is no list, * no star, a_b is, <q>said</q>.</p><p># no heading</p>"
        "<pre>a\n  b</pre><blockquote><p>Words</p></blockquote>"
        "<ol><li>one<ul><li>inner</li></ul></li><li><p>two</p><p>more</p></li></ol>"
        '<p><i>a</i> <b>b</b> x<sup>2</sup> <code>c`d</code> <img alt="pic" src="https://e.example/p.png"/> '
        'less &lt; than &amp;amp; <a href="https://e.example/(x)">see</a></p>'
    )
    text = (DATA / "workshop.xml").read_text(encoding="utf-8")
    text = text.replace("<p>Named persons wear badges.</p>", markup)
    imported = read_document(tmp_path, text, STATED, "catalog.xml")
    assert texts(imported)["ac-2.1"] == (
        '## Head\n\n2\\. is no list, \\* no star, a_b is, "said".\n\n\\# no heading\n\n```\na\n  b\n```\n\n> Words\n\n'
        "1. one\n\n   * inner\n\n2. two\n\n   more\n\n"
        "*a* **b** x<sup>2</sup> ``c`d`` ![pic](https://e.example/p.png) less < than &amp;amp; "
        "[see](<https://e.example/(x)>)"
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{{ insert: param, p }}", "[Assignment: a day]"),
        ("{{insert:param,p}}", "[Assignment: a day]"),
        ("{{ p }}", "[Assignment: a day]"),
        ("{{ param, p }}", "[Assignment: a day]"),
        ("{{ insert: param, s }} x", "[Selection: in [Assignment: a day]; never] x"),
        ("x {{ insert: param, v }}", "x one, two"),
        ("{{ insert: param, bare }}.", "[Assignment: bare]."),
        ("{{ insert: param, loop }}", "[Selection: [Assignment: loop]]"),
        ("{{ insert: param, gone }}", "[Assignment: gone]"),
        ("{{ config.title }}", "{{ config.title }}"),
        ("{{ insert: param, p }}(x)", "[Assignment: a day\\](x)"),
        ("{{ insert: param, p }}: x", "[Assignment: a day\\]: x"),
    ],
)
def test_parameters_are_readable(tmp_path: Path, written: str, expected: str) -> None:
    """In every spelling, with labels, values and selections, nested, unknown and without end."""
    params = [
        {"id": "p", "label": "a day"},
        {"id": "s", "select": {"choice": ["in {{ insert: param, p }}", "never"]}},
        {"id": "v", "label": "x", "values": ["one", "two"]},
        {"id": "bare"},
        {"id": "loop", "select": {"choice": ["{{ insert: param, loop }}"]}},
    ]
    assert texts(read_document(tmp_path, catalog(control("a-1", written, params=params))))["a-1"] == expected


PARAMETERS = [
    ({"label": "a day", "values": ["Monday", "Friday"]}, "Monday, Friday", "- Monday, Friday (a day)"),
    (
        {"label": "a day", "select": {"how-many": "one-or-more", "choice": ["Monday", "Friday"]}},
        "[Selection (one or more): Monday; Friday]",
        "- [Selection (one or more): Monday; Friday] (a day)",
    ),
    (
        {"label": "a day", "values": ["Monday"], "select": {"choice": ["Monday", "Friday"]}},
        "Monday",
        "- Monday (a day; [Selection: Monday; Friday])",
    ),
    ({"label": "a day", "values": ["Monday"], "usage": "Any."}, "Monday", "- Monday (a day): Any."),
    ({"label": "a day"}, "[Assignment: a day]", None),
    ({"values": ["Monday"]}, "Monday", None),
]


@pytest.mark.parametrize("place", ["control", "group", "catalog"])
@pytest.mark.parametrize(("param", "shown", "listed"), PARAMETERS)
def test_labels_values_and_choices_are_kept(
    tmp_path: Path, place: str, param: dict[str, Any], shown: str, listed: str | None
) -> None:
    """What does not take the place of the insertion is listed under the parameters of what holds it."""
    document = catalog(control("a-1", "On {{ insert: param, p }}."))
    group = document["catalog"]["groups"][0]
    holder = {"control": group["controls"][0], "group": group, "catalog": document["catalog"]}[place]
    holder["params"] = [{"id": "p", **param}]
    imported = read_document(tmp_path, document)
    assert texts(imported) == {"a-1": f"On {shown}."}
    where = (imported.edition.prose if place == "catalog" else imported.edition.domains[0].guidance).markdown
    assert where.partition("**Parameters**\n\n")[2] == (listed or "")
    name = f"parameter of a {place}" + (" that is explained or stands in no text" if listed else "")
    assert told(imported) == {name: (1, True)}


def test_parameters_of_groups_and_of_the_catalog_are_known(tmp_path: Path) -> None:
    """A control may insert what stands around it."""
    document = catalog(control("a-1", "{{ insert: param, g1 }} and {{ insert: param, c1 }}"))
    document["catalog"]["params"] = [{"id": "c1", "label": "all"}]
    document["catalog"]["groups"][0]["params"] = [{"id": "g1", "label": "group"}]
    assert texts(read_document(tmp_path, document))["a-1"] == "[Assignment: group] and [Assignment: all]"


def test_controls_outside_of_groups_are_a_domain(tmp_path: Path) -> None:
    """The last one."""
    document = catalog(control("a-1"), controls=[control("b-1")])
    assert [(it.id, it.title) for it in read_document(tmp_path, document).edition.domains] == [
        ("g", "Group"),
        ("controls", "Controls"),
    ]


def test_a_group_without_controls_is_the_standards_own_text(tmp_path: Path) -> None:
    """An edition has no domain without a criterion."""
    document = catalog(control("a-1"))
    document["catalog"]["groups"].insert(
        0, {"title": "How to read", "parts": [{"name": "overview", "prose": "# Terms\n\nSlowly, as [a-1](#a-1) says."}]}
    )
    made = read_document(tmp_path, document).edition
    assert made.prose.markdown == "## How to read\n\n### Terms\n\nSlowly, as [a-1](domains/01-group.md#a-1) says."
    assert [it.id for it in made.domains] == ["g"]


def test_ids_become_anchors(tmp_path: Path) -> None:
    """Tokens of OSCAL may hold letters of any script and marks in a row; the file's own id stays to be seen."""
    imported = read_document(tmp_path, catalog(control("Prüfung..1"), control("_1.2")))
    assert list(texts(imported)) == ["Prufung-1", "1.2"]
    assert "**Id:** Prüfung..1." in imported.edition.domains[0].guidance.markdown
    assert told(imported)["id 'Prüfung..1' of a control"] == (1, True)


def test_a_control_without_a_statement_has_its_title_for_text(tmp_path: Path) -> None:
    """And the report tells so."""
    imported = read_document(tmp_path, catalog({"id": "a-1", "title": "Lock *all* doors"}))
    assert texts(imported) == {"a-1": "Lock all doors"}
    assert told(imported)["control without a statement"] == (1, True)


def test_nothing_of_a_control_is_dropped_in_silence(tmp_path: Path) -> None:
    """Every word of a crowded control stands in the edition or in the report."""
    crowded = control(
        "a-1",
        "Words-of-statement.",
        **{"class": "kind-of-control"},
        props=[
            {"name": "priority", "value": "P1", "ns": "https://e.example/ns", "class": "cls", "remarks": "since-then"},
            {"name": "priority", "value": "P2"},
        ],
        links=[{"href": "https://e.example/x", "rel": "about", "text": "Link-text", "media-type": "text/html"}],
        unknown={"deep": ["x"]},
    )
    crowded["parts"] += [
        {"name": "objective", "title": "Own-title", "prose": "Words-of-objective", "links": [{"href": "#a-1"}]},
        {"name": "example", "prose": "Words-of-example", "parts": [{"name": "item", "prose": "Inner-words"}]},
    ]
    imported = read_document(tmp_path, catalog(crowded, control("a-2", **{"class": "other"})))
    guidance = imported.edition.domains[0].guidance.markdown
    for words in ("P1", "P2", "since-then", "Link-text", "Own-title", "Words-of-objective", "Words-of-example"):
        assert words in guidance
    assert "Inner-words" in guidance
    assert "Class:** kind-of-control" in guidance
    lost = {it.what for it in imported.placements if not it.kept}
    assert lost == {
        "namespace https://e.example/ns of properties",
        "class of prop priority",
        "media-type of a link",
        "unknown of a control",
        "link without rel of part objective",
    }


def test_links_lead_to_what_the_back_matter_names(tmp_path: Path) -> None:
    """A UUID in the text gives way to the address of its resource; links to parts lead to their controls."""
    resource = {"uuid": "7f0f7a2c-4a7c-4b87-8f0e-6b1b1b3f1f01", "rlinks": [{"href": "https://e.example/doc"}]}
    prose = "[doc](#7F0F7A2C-4a7c-4b87-8f0e-6b1b1b3f1f01) [part](#a-1_smt.a) [out](https://e.example/)"
    first = control("a-1", prose)
    first["parts"][0]["parts"] = [{"id": "a-1_smt.a", "name": "item", "prose": "Item."}]
    document = catalog(first, **{"back-matter": {"resources": [resource]}})
    text = texts(read_document(tmp_path, document))["a-1"]
    assert text.partition("\n")[0] == "[doc](https://e.example/doc) [part](#a-1) [out](https://e.example/)"


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        *(("5.1.1", "5.1.1"), ("2022.09.15", "2022.9.15"), ("5.1.1+u4", "5.1.1"), ("v3", "3.0"), ("Rev 5", "7.0")),
        *(("2015-01-22", "2015.1.22"), ("2026-07-29T06:41:30.6+00:00", "2026.7.29"), ("2020-09", "2020.9")),
    ],
)
def test_versions_take_the_form_of_versions_here(tmp_path: Path, version: str, expected: str) -> None:
    """What is no version at all is stated by hand, or by nobody."""
    document = catalog(control("a-1"))
    document["catalog"]["metadata"]["version"] = version
    stated = replace(EVERYTHING.stated, version=None)
    standing = Facts(version=Version(7, 0))
    assert str(read_document(tmp_path, document, ImportFacts(stated, standing)).edition.version) == expected


def test_a_version_that_is_none_here_is_named(tmp_path: Path) -> None:
    """In the message that asks for another, and in the report where another is stated."""
    document = catalog(control("a-1"))
    document["catalog"]["metadata"]["version"] = "Rev. 5 (2020-09)"
    with pytest.raises(
        Unpublishable, match=r"states the version 'Rev. 5 \(2020-09\)', .*; add --edition to the command"
    ):
        read_document(tmp_path, document, ImportFacts(replace(EVERYTHING.stated, version=None)))
    assert told(read_document(tmp_path, document))["version 'Rev. 5 (2020-09)' of the metadata"] == (1, False)


def test_facts_that_nobody_states_are_one_problem(tmp_path: Path) -> None:
    """With the options that state them."""
    with pytest.raises(Unpublishable) as error:
        read_document(tmp_path, catalog(control("a-1")), ImportFacts())
    (problem,) = error.value.problems
    assert all(option in problem.message for option in ("--abbreviation", "--publisher", "--licence", "--url"))
    assert "--title" not in problem.message


def test_what_is_stated_by_hand_counts_before_the_file(tmp_path: Path) -> None:
    """The title of the catalog gives way."""
    assert read_document(tmp_path, catalog(control("a-1"))).edition.title == "Stated"


@pytest.mark.parametrize(
    "version", ["1.0.0", "1.0.4", "1.1.2", "1.1.3", "1.2.0", "1.2.1", "1.0.0-rc2", "v1.2.2", "V1.1"]
)
def test_every_oscal_from_1_0_to_1_2_is_read(tmp_path: Path, version: str) -> None:
    """The releases of https://github.com/usnistgov/OSCAL/releases in that range; NIST's own catalogs say v1.2.2."""
    document = catalog(control("a-1"))
    document["catalog"]["metadata"]["oscal-version"] = version
    assert texts(read_document(tmp_path, document)) == {"a-1": "Do it."}


def test_a_catalog_of_ours_that_another_tool_added_to_keeps_the_addition(tmp_path: Path) -> None:
    """A part that we did not write is read as any other."""
    document = json.loads(exported(edition("1.0", {"D1": ["A."]})))
    added = {"name": "guidance", "prose": "Added words."}
    document["catalog"]["groups"][0]["controls"][0]["parts"].append(added)
    imported = read_document(tmp_path, document, ImportFacts())
    assert texts(imported) == {"D1.1": "A."}
    assert "Added words." in imported.edition.domains[0].guidance.markdown
    assert told(imported) == {"part guidance of a control": (1, True)}


def test_reading_changes_nothing_of_the_file(tmp_path: Path) -> None:
    """The same catalog gives the same edition and the same report, twice."""
    document: Any = copy.deepcopy(WORKSHOP)
    first = read_document(tmp_path, document, STATED)
    assert read_document(tmp_path, document, STATED) == first
