"""Properties of LaTeX, BibTeX and references that hold for any text."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string

from citation_samples import article, edition, part
from editions.citations import STYLES, cite
from editions.citations.bibliography import read_bibliography
from editions.citations.bibtex_writing import write
from editions.citations.latex import decode, encode
from editions.citations.text import one_line
from editions.model import Agent, PartialDate

# The signs that TeX, BibTeX, YAML or HTML give a meaning come up as often as all others together.
TEXT = st.text(st.one_of(st.characters(), st.sampled_from("\\{}$&#%_^~\"'`-,<>?!.@= \n")), max_size=40)
TITLES = TEXT.filter(lambda text: bool(one_line(text)))
# A BibTeX value as people write it: balanced braces, commands, accents, formulas.
VALUES = st.recursive(
    st.sampled_from(
        ["Title", "of", "100\\%", "\\&", "{\\'e}", "$x^2$", "~", "--", "a_b", "\\emph", "ö", '"', "#", "%"]
    ),
    lambda inner: st.lists(inner, max_size=3).map(lambda parts: "{" + " ".join(parts) + "}"),
    max_leaves=8,
)
NAMES = st.sampled_from(
    [
        "Ada King",
        "King, Ada",
        "van der Berg, Jan",
        "King, Jr., Martin Luther",
        "{Acme, Inc.}",
        "{\\'E}lodie Roux",
        "others",
    ]
)
FIELDS = st.dictionaries(st.sampled_from(["title", "note", "journal", "url", "year", "abstract", "x-own"]), VALUES)
ENTRIES = st.lists(
    st.tuples(st.sampled_from(["article", "Book", "online", "dataset"]), st.lists(NAMES, max_size=3), FIELDS),
    max_size=3,
)


@given(TEXT)
def test_latex_gives_plain_text_back(text: str) -> None:
    assert decode(encode(text)) == one_line(text)


@given(TEXT)
def test_latex_has_balanced_braces_and_no_bare_special_sign(text: str) -> None:
    latex = encode(text)
    depth = 0
    for character in latex:
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0
    assert not re.search(r"(?<!\\)[$&#%_]", latex)
    assert not re.search(r"[\^~]", latex)


@given(st.text())
def test_one_line_is_settled_after_once(text: str) -> None:
    assert one_line(one_line(text)) == one_line(text)


@given(ENTRIES)
def test_writing_what_was_read_changes_nothing(entries: list[tuple[str, list[str], dict[str, str]]]) -> None:
    source = ""
    for number, (kind, names, fields) in enumerate(entries):
        author = f"  author = {{{' and '.join(names)}}},\n" if names else ""
        lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
        source += f"@{kind}{{key{number},\n{author}{lines}}}\n"
    read = parse_string(source, "bibtex")
    written = write(read)
    assert parse_string(written, "bibtex") == read
    assert [entry.original_type for entry in parse_string(written, "bibtex").entries.values()] == [
        entry.original_type for entry in read.entries.values()
    ]
    assert write(parse_string(written, "bibtex")) == written


@given(TITLES, TITLES, TITLES, TITLES)
@settings(max_examples=60)
def test_a_work_written_and_read_keeps_title_container_author_and_publisher(
    title: str, container: str, author: str, publisher: str
) -> None:
    whole = edition(title=container, publisher=publisher)
    work = part(title=title, container=whole, authors=(Agent(author),), publisher=publisher)
    for dialect in ("bibtex", "biblatex"):
        (read,) = read_bibliography(cite(work, dialect), "work.bib").works
        assert (read.title, read.container, read.publisher) == (
            one_line(title),
            one_line(container),
            one_line(publisher),
        )
        assert [name.literal for name in read.authors] == [one_line(author)]


@given(TITLES, st.sampled_from([".", "?", "!", "…", "", "?”", ".”"]))
@settings(max_examples=80)
def test_no_style_adds_a_full_stop_to_a_title_that_ends_in_a_mark(title: str, mark: str) -> None:
    shown = one_line(title).rstrip(".?!…。？！”’\"'» ") + "x" + mark
    for work in (edition(title=shown), article(title=shown, title_sentence=None), part(title=shown)):
        for style in STYLES:
            line = cite(work, style.name)
            following = line.rsplit("x" + mark.rstrip("”"), 1)[1][:2] if mark else ""
            assert not (mark and following.lstrip("”’").startswith(".")), line


@given(st.dates().filter(lambda day: day.year >= 1000), st.integers(0, 2))
def test_no_form_states_more_of_a_date_than_was_published(day: object, precision: int) -> None:
    date = PartialDate.parse("-".join(str(day).split("-")[: precision + 1]))
    months = (
        "January February March April May June July August September October November December "
        "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
    ).split()
    plain = edition(date=str(date), version="7.7", title="T", keywords=(), abstract=None)
    forms = [*(style.name for style in STYLES), "bibtex", "biblatex", "ris", "csl", "cff"]
    for form in forms:
        text = cite(plain, form)
        named = set(re.findall(r"[A-Z][a-z]+", text)) & set(months)
        assert not named or date.month, text
        assert not re.search(r"\b(day|date-released|date-published)\b", text) or date.day, text
        assert not re.search(r"^DA", text, re.MULTILINE) or date.month, text
