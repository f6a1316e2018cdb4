"""Names of persons and organisations in every style."""

from __future__ import annotations

import pytest

from citation_samples import edition
from editions.citations import CitedWork, cite
from editions.citations.bibliography import read_bibliography
from editions.citations.names import Name, initials, name_of_agent
from editions.model import Agent, PartialDate


def person(given: str, family: str) -> Agent:
    return Agent(f"{given} {family}", "person", family, given)


def lead(style: str, *agents: Agent) -> str:
    """The reference up to its title."""
    work = edition("1.0", "2024", authors=agents, title="TITLE", publisher="Publisher")
    return cite(work, style).split("TITLE")[0]


# The forms that each style's rules give these names; the rules are named in the docstrings of the styles.
FORMS = [
    # A particle stays with the family name it belongs to (APA 7 § 9.9; ICMJE sample 3: “van Moorselaar RJ”).
    (person("Jan", "van der Berg"), "apa", "van der Berg, J. (2024). "),
    (person("Jan", "van der Berg"), "ieee", "J. van der Berg, "),
    (person("Jan", "van der Berg"), "chicago", "van der Berg, Jan. 2024. "),
    (person("Jan", "van der Berg"), "mla", "van der Berg, Jan. "),
    (person("Jan", "van der Berg"), "harvard", "van der Berg, J. (2024) "),
    (person("R. J.", "van Moorselaar"), "vancouver", "van Moorselaar RJ. "),
    # A suffix follows the given names after a comma; IEEE sets no commas around it (“W. P. Pratt Jr.”).
    (person("Martin Luther", "King, Jr."), "apa", "King, M. L., Jr. (2024). "),
    (person("W. P.", "Pratt Jr."), "ieee", "W. P. Pratt Jr., "),
    (person("Martin Luther", "King, Jr."), "chicago", "King, Martin Luther, Jr. 2024. "),
    (person("Martin Luther", "King, Jr."), "mla", "King, Martin Luther, Jr. "),
    (person("L. C.", "Gilstrap III"), "vancouver", "Gilstrap LC 3rd. "),
    # A double given name keeps its hyphen (APA 7 § 9.8; IEEE: “J.-L. Dessalles”); NLM drops it and keeps two initials.
    (person("Jean-Louis", "Dessalles"), "ieee", "J.-L. Dessalles, "),
    (person("Hans-Jörg", "Schmid"), "apa", "Schmid, H.-J. (2024). "),
    (person("Jean-Louis Marie", "Dessalles"), "vancouver", "Dessalles JL. "),
    (person("John Ronald Reuel", "Tolkien"), "harvard", "Tolkien, J.R.R. (2024) "),
    # Names in Chinese, Japanese or Korean script are written family name first and without initials.
    (person("小明", "王"), "apa", "王小明. (2024). "),
    (person("太郎", "山田"), "ieee", "山田太郎, "),
    (person("철수", "김"), "mla", "김철수. "),
    (person("小明", "王"), "vancouver", "王小明. "),
    # One name alone.
    (Agent("Plato", "person", "Plato"), "apa", "Plato. (2024). "),
    (Agent("Plato", "person", "Plato"), "ieee", "Plato, "),
    # A person in one string is read by BibTeX's rule.
    (Agent("Ludwig van Beethoven", "person"), "apa", "van Beethoven, L. (2024). "),
    (Agent("Ada Mary King", "person"), "chicago", "King, Ada Mary. 2024. "),
    # An organisation is never taken apart, whatever its name looks like, and keeps its own full stop only.
    (Agent("Salt and Pepper Society"), "apa", "Salt and Pepper Society. (2024). "),
    (Agent("Acme, Inc."), "apa", "Acme, Inc. (2024). "),
    (Agent("Acme, Inc."), "chicago", "Acme, Inc. 2024. "),
    (Agent("van der Berg Institute"), "ieee", "van der Berg Institute, "),
]


@pytest.mark.parametrize(("agent", "style", "expected"), FORMS, ids=lambda value: getattr(value, "name", value))
def test_a_name_takes_the_form_that_the_style_asks_for(agent: Agent, style: str, expected: str) -> None:
    assert lead(style, agent) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("J. R. R.", ("J.", "R.", "R.")),
        ("J.R.R.", ("J.", "R.", "R.")),
        ("Jean-Luc", ("J.-L.",)),
        ("Ludwig van", ("L.", "van")),
        ("Élodie", ("É.",)),
        ("E\u0301lodie", ("É.",)),
        ("ʻAbd al-Rahman", ("A.", "al-Rahman")),
        ("", ()),
        ("123 !", ()),
    ],
)
def test_initials_are_one_for_each_name(given: str, expected: tuple[str, ...]) -> None:
    assert initials(given) == expected


def test_a_suffix_is_found_behind_family_or_given_name_and_nowhere_else() -> None:
    assert name_of_agent(person("Martin Luther, Jr.", "King")).suffix == "Jr."
    assert name_of_agent(person("Ada", "Ivens")).suffix == ""
    assert name_of_agent(Agent("III", "person", "III")).suffix == ""


def several(count: int) -> list[Agent]:
    return [person("Ada", f"Name{number}") for number in range(1, count + 1)]


def numbers(text: str) -> list[int]:
    return [int(part.split(",")[0].split(" ")[0].split(".")[0]) for part in text.split("Name")[1:]]


@pytest.mark.parametrize("count", range(1, 26))
def test_apa_names_up_to_twenty_authors_and_nineteen_and_the_last_of_more(count: int) -> None:
    """APA 7 § 9.8."""
    text = lead("apa", *several(count))
    if count <= 20:
        assert numbers(text) == list(range(1, count + 1))
        assert (", & Name" in text) == (count > 1)
        assert ". . ." not in text
    else:
        assert numbers(text) == [*range(1, 20), count]
        assert text.endswith(f"Name19, A., . . . Name{count}, A. (2024). ")
        assert "&" not in text


@pytest.mark.parametrize("count", range(1, 26))
def test_ieee_names_up_to_six_authors_and_the_first_of_more(count: int) -> None:
    """IEEE Reference Guide: “list all authors up to six; with more than six, use the first and et al.”."""
    text = lead("ieee", *several(count))
    joined = {1: "A. Name1, ", 2: "A. Name1 and A. Name2, ", 3: "A. Name1, A. Name2, and A. Name3, "}
    assert numbers(text) == (list(range(1, count + 1)) if count <= 6 else [1])
    assert text == joined.get(count, text)
    assert (text == "A. Name1 et al., ") == (count > 6)


@pytest.mark.parametrize("count", range(1, 26))
def test_chicago_names_up_to_six_authors_and_three_of_more(count: int) -> None:
    """CMOS 18, chapter 13: up to six authors are named, of more than six the first three."""
    text = lead("chicago", *several(count))
    assert text.startswith("Name1, Ada")
    assert numbers(text) == (list(range(1, count + 1)) if count <= 6 else [1, 2, 3])
    assert text.endswith("Ada Name3, et al. 2024. ") == (count > 6)


@pytest.mark.parametrize("count", range(1, 26))
def test_mla_names_up_to_two_authors_and_the_first_of_more(count: int) -> None:
    """MLA Handbook 9, chapter 5: one and two authors are named, of three or more the first."""
    expected = {1: "Name1, Ada. ", 2: "Name1, Ada, and Ada Name2. "}
    assert lead("mla", *several(count)) == expected.get(count, "Name1, Ada, et al. ")


@pytest.mark.parametrize("count", range(1, 26))
def test_harvard_names_up_to_three_authors_and_the_first_of_more(count: int) -> None:
    """Cite Them Right: one, two or three authors are named, four or more become et al."""
    expected = {
        1: "Name1, A. (2024) ",
        2: "Name1, A. and Name2, A. (2024) ",
        3: "Name1, A., Name2, A. and Name3, A. (2024) ",
    }
    assert lead("harvard", *several(count)) == expected.get(count, "Name1, A. et al. (2024) ")


@pytest.mark.parametrize("count", range(1, 26))
def test_vancouver_names_up_to_six_authors_and_six_of_more(count: int) -> None:
    """ICMJE sample 1: “list the first six authors followed by et al.”."""
    text = lead("vancouver", *several(count))
    assert numbers(text) == list(range(1, min(count, 6) + 1))
    assert text.endswith("Name6 A, et al. ") == (count > 6)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("apa", "Making Framework (Version 1.0). (2024). "),
        ("ieee", "Making Framework, Version 1.0, "),
        ("chicago", "Making Framework. 2024. Version 1.0. "),
        ("mla", "Making Framework. Version 1.0, "),
        ("harvard", "Making Framework (2024). Version 1.0. "),
        ("vancouver", "Making Framework [Internet]. Version 1.0. "),
    ],
)
def test_without_an_author_the_title_leads(style: str, expected: str) -> None:
    assert cite(edition("1.0", "2024", authors=()), style).startswith(expected)


def test_and_others_becomes_et_al() -> None:
    entry = "@book{k, author = {King, Ada and others}, title = {T}, year = 2024, publisher = {P}}"
    (work,) = read_bibliography(entry, "b.bib").works
    assert cite(work, "apa") == "King, A., et al. (2024). T. P."
    assert cite(work, "ieee") == "A. King et al., T. P, 2024."
    assert cite(work, "mla") == "King, Ada, et al. T. P, 2024."
    assert cite(work, "vancouver") == "King A, et al. T. P; 2024."
    assert "author = {King, Ada and others}" in cite(work, "bibtex")


def test_a_publisher_that_is_the_author_stands_there_once() -> None:
    for style in ("apa", "ieee", "chicago", "mla", "harvard", "vancouver", "short"):
        assert cite(edition("1.0", "2024"), style).count("Society of Careful Makers") == 1
        assert cite(edition("1.0", "2024", authors=(person("Ada", "King"),)), style).count("King") == 1


def test_a_cited_work_takes_names_of_any_source() -> None:
    work = CitedWork(
        key="k", type="book", title="T", authors=(Name("Ada King", "King", "Ada"),), date=PartialDate(2024)
    )
    assert cite(work, "apa") == "King, A. (2024). T."
