"""The citations that the publisher of the first standard states, letter by letter (issue 4)."""

from dataclasses import replace

import pytest

from editions.citations import WorkRecord, cite
from editions.model import Agent, PartialDate

INSTITUTE = Agent("Production AI Institute")
SITE = "https://productionai.institute"


def edition(version: str, date: str) -> WorkRecord:
    return WorkRecord(
        key=f"psf-{version}",
        kind="edition",
        title="Production Safety Framework",
        authors=(INSTITUTE,),
        publisher=INSTITUTE.name,
        version=version,
        date=PartialDate.parse(date),
        url=f"{SITE}/standard/{version}/",
        standing_url=f"{SITE}/standard",
    )


PSF_10, PSF_11 = edition("1.0", "2024"), edition("1.1", "2026-04")
DOMAIN = WorkRecord(
    key="psf-1.0-d05",
    kind="domain",
    title="Human Oversight",
    authors=(INSTITUTE,),
    publisher=INSTITUTE.name,
    url=f"{SITE}/standard/1.0/domains/human-oversight/",
    container=PSF_10,
)
ARTICLE = WorkRecord(
    key="what-is-a-production-ai-system-1.0",
    kind="article",
    title="What Is a Production AI System?",
    title_sentence="What is a production AI system?",
    authors=(INSTITUTE,),
    publisher=INSTITUTE.name,
    version="1.0",
    date=PartialDate.parse("2026-04-29"),
    url=f"{SITE}/insights/what-is-a-production-ai-system/1.0/",
    standing_url=f"{SITE}/insights/what-is-a-production-ai-system",
)

STATED = [
    (
        PSF_10,
        "apa",
        (
            "Production AI Institute. (2024). Production Safety Framework (Version 1.0). "
            "https://productionai.institute/standard/1.0/"
        ),
    ),
    (
        ARTICLE,
        "apa",
        (
            "Production AI Institute. (2026, April 29). What is a production AI system? "
            "https://productionai.institute/insights/what-is-a-production-ai-system/1.0/"
        ),
    ),
    (
        PSF_11,
        "ieee",
        (
            "Production AI Institute, Production Safety Framework, Version 1.1, Apr. 2026. [Online]. Available: "
            "https://productionai.institute/standard/1.1/"
        ),
    ),
    (
        DOMAIN,
        "ieee",
        (
            "Production AI Institute, “Human Oversight,” in Production Safety Framework, Version 1.0, 2024. [Online]. "
            "Available: https://productionai.institute/standard/1.0/domains/human-oversight/"
        ),
    ),
    (
        PSF_10,
        "short",
        "Production AI Institute. (2024). Production Safety Framework v1.0. productionai.institute/standard",
    ),
    (
        ARTICLE,
        "short",
        (
            "Production AI Institute. (2026). What Is a Production AI System? "
            "productionai.institute/insights/what-is-a-production-ai-system"
        ),
    ),
]


@pytest.mark.parametrize(("work", "style", "expected"), STATED)
def test_the_stated_citations_come_out_exactly(work: WorkRecord, style: str, expected: str) -> None:
    assert cite(work, style) == expected


# How each style cites a part of a standard: as it cites a chapter of a book whose author is the book's author.
AUTHOR, WHOLE = "Production AI Institute", "*Production Safety Framework*"
PARTS = {
    "apa": f"{AUTHOR}. (2024). Criterion D05.2. In {WHOLE} (Version 1.0). {{}}",
    "ieee": f"{AUTHOR}, “Criterion D05.2,” in {WHOLE}, Version 1.0, 2024. [Online]. Available: {{}}",
    "chicago": f"{AUTHOR}. 2024. “Criterion D05.2.” In {WHOLE}. Version 1.0. {{}}.",
    "mla": f"“Criterion D05.2.” {WHOLE}, version 1.0, {AUTHOR}, 2024, {{}}.",
    "harvard": f"{AUTHOR} (2024) ‘Criterion D05.2’, in {WHOLE}. Version 1.0. Available at: {{}}.",
    "vancouver": f"{AUTHOR}. Criterion D05.2. In: {WHOLE} [Internet]. Version 1.0. 2024. Available from: {{}}.",
    "short": f"{AUTHOR}. (2024). Criterion D05.2. In {WHOLE} v1.0. {{}}",
}
ADDRESS = f"{SITE}/standard/1.0/criteria/D05.2/"
CRITERION = replace(DOMAIN, key="psf-1.0-d05.2", kind="criterion", title="Criterion D05.2", url=ADDRESS)


@pytest.mark.parametrize(("style", "expected"), PARTS.items())
def test_a_criterion_is_cited_as_a_part_of_its_edition(style: str, expected: str) -> None:
    shown = {"mla": ADDRESS.removeprefix("https://"), "short": ADDRESS.removeprefix("https://").rstrip("/")}
    assert cite(CRITERION, style) == expected.replace("*", "").format(shown.get(style, ADDRESS))
    html = cite(CRITERION, style, html=True)
    italics = style not in ("vancouver", "short")  # neither sets anything in italics
    assert ("<em>Production Safety Framework</em>" in html) == italics
    assert f'<a href="{ADDRESS}">' in html
