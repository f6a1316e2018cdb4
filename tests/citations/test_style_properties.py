"""What holds of every reference, whichever of its facts are known."""

from __future__ import annotations

import re
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from editions.citations import FORMATS, STYLES, CitedWork, cite
from editions.citations.cited_work import EntryType
from editions.citations.names import Name
from editions.model import PartialDate

NAMES = st.sampled_from(
    [
        Name("Acme Institute"),
        Name("Ada Mary King", "King", "Ada Mary"),
        Name("Jan van der Berg", "van der Berg", "Jan"),
        Name("Martin King Jr.", "King", "Martin", "Jr."),
        Name("王小明", "王", "小明"),
        Name("Plato", "Plato"),
    ]
)
DATES = st.sampled_from([None, PartialDate(2024), PartialDate(2024, 4), PartialDate(2024, 4, 29)])


def perhaps(*values: str) -> st.SearchStrategy[str | None]:
    return st.sampled_from([None, *values])


CITED = st.builds(
    CitedWork,
    key=st.just("key"),
    type=st.sampled_from(get_args(EntryType)),
    title=st.sampled_from(["A Plain Title", "A Question?", "A Company Inc."]),
    authors=st.lists(NAMES, max_size=8).map(tuple),
    editors=st.lists(NAMES, max_size=4).map(tuple),
    and_others=st.booleans(),
    date=DATES,
    date_text=perhaps("in press"),
    container=st.sampled_from([None, "A Whole", "A Whole?"]),
    publisher=perhaps("Acme Institute", "Some Press"),
    place=perhaps("London"),
    organization=perhaps("Acme Institute", "Some Site"),
    version=perhaps("1.0"),
    edition=perhaps("1", "2", "Revised"),
    volume=perhaps("8"),
    issue=perhaps("3"),
    periodical=st.sampled_from([None, "magazine", "newspaper"]),
    pages=perhaps("5", "207--217"),
    number=perhaps("42", "ISO 9"),
    genre=perhaps("Technical report"),
    howpublished=perhaps("Leaflet"),
    note=perhaps("Translated."),
    doi=perhaps("10.1000/xyz"),
    url=perhaps("https://example.org/a", "https://example.org/b/"),
    accessed=DATES,
)
# Marks that meet wrongly: doubled, orphaned, or with a blank on the wrong side.
WRONG = re.compile(r",,|,\.|\.,(?! )|::|;;|\(\)|\[\]| [,.;:!?)](?! \.)|\(\s|,\s*$|^\W*[,.;:]|[?!]\.|“”|‘’|\s\s")


@given(CITED)
@settings(max_examples=400)
def test_no_reference_has_marks_that_meet_wrongly(cited: CitedWork) -> None:
    for style in STYLES:
        line = cite(cited, style.name)
        text = line.replace(". . .", "…")
        assert not WRONG.search(text), (style.name, line)
        assert not re.search(r"(?<!\.)\.\.(?!\.)", text), (style.name, line)
        assert "None" not in line


@given(CITED)
@settings(max_examples=200)
def test_every_reference_names_the_title_and_a_way_to_find_the_work(cited: CitedWork) -> None:
    for style in STYLES:
        line = cite(cited, style.name)
        assert cited.title.rstrip(".") in line
        if cited.doi:
            assert cited.doi in line
        elif cited.url:
            assert cited.url.removeprefix("https://").rstrip("/") in line


@given(CITED)
@settings(max_examples=200)
def test_every_reference_ends_in_a_full_stop_or_an_address(cited: CitedWork) -> None:
    for style in STYLES:
        line = cite(cited, style.name)
        endings = [cited.doi, cited.url, cited.link, (cited.link or "").split("://")[-1].rstrip("/")]
        address = any(line.endswith(ending) for ending in endings if ending)
        assert line.rstrip("”")[-1] in ".?" or address, (style.name, line)


@given(CITED)
@settings(max_examples=150)
def test_every_format_can_write_every_reference(cited: CitedWork) -> None:
    for form in FORMATS:
        if form.suits(cited):
            assert form.write(cited).endswith("\n")
