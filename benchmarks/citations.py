"""How long citations take: 1,200 works in every style, as text and as HTML, and in every format.

Run with ``python benchmarks/citations.py``; ``--profile`` shows where the time goes. To reach: 3 ms a work.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "plugins"))

from editions.citations import FORMATS, STYLES, WorkRecord, cite, works
from editions.model import (
    Agent,
    Article,
    ArticleHistory,
    Criterion,
    Domain,
    Edition,
    Licence,
    PartialDate,
    Publication,
    Publisher,
    Standard,
    Version,
)

WORKS = 1200
TARGET_MS = 3.0


def publication(count: int) -> Publication:
    """A publication of ``count`` works: editions of 10 domains with 10 criteria, and an article for every ten works."""
    articles = count // 10
    editions: list[Edition] = []
    left = count - articles - 1  # the standard itself is a work
    while left > 0:
        criteria_left = left - 1
        domains: list[Domain] = []
        while criteria_left > 0 and len(domains) < 10:
            number = len(domains) + 1
            size = min(10, criteria_left - 1)
            criteria = tuple(
                Criterion(f"D{number:02d}.{item}", f"Criterion {item} of domain {number} & its “reasons”, 100% met.")
                for item in range(1, size + 1)
            )
            domains.append(
                Domain(f"D{number:02d}", f"domain-{number}", f"Domain {number} & More", "", criteria=criteria)
            )
            criteria_left -= 1 + size
        editions.append(_edition(len(editions), tuple(domains)))
        left = criteria_left
    histories = tuple(ArticleHistory(f"article-{item}", (_article(item),)) for item in range(articles))
    return Publication("https://standards.example.org/", Standard(tuple(editions)), histories)


def _edition(number: int, domains: tuple[Domain, ...]) -> Edition:
    dates = (PartialDate(2024), PartialDate(2026, 4), PartialDate(2026, 4, 29))
    return Edition(
        title="Production Framework for Careful Makers",
        abbreviation="PFM",
        version=Version(1, number),
        status="released",
        date=dates[number % 3],
        authors=(Agent("Society of Careful Makers"), Agent("Jan van der Berg", "person", "van der Berg", "Jan")),
        publisher=Publisher("Society of Careful Makers"),
        licence=Licence.of("CC-BY-4.0"),
        url="https://standards.example.org/standard",
        summary="What a maker has to do.",
        prose="",
        domains=domains,
        keywords=("making", "care"),
    )


def _article(number: int) -> Article:
    names = [(f"Given{index}", f"Name{index}") for index in range(number % 8)]
    return Article(
        slug=f"article-{number}",
        title=f"What Is Question {number}?",
        version=Version(1, 0),
        status="released",
        date=PartialDate(2026, 1 + number % 12, 1 + number % 28),
        category="Reference",
        summary="A question and its answer.",
        body="",
        authors=tuple(Agent(f"{given} {family}", "person", family, given) for given, family in names),
        title_sentence=f"What is question {number}?",
    )


def cite_everything(records: tuple[WorkRecord, ...]) -> int:
    """Cite each work in each form; returns how many citations that made."""
    made = 0
    for record in records:
        for style in STYLES:
            cite(record, style.name)
            cite(record, style.name, html=True)
            made += 2
        for form in FORMATS:
            if form.suits(record):
                cite(record, form.name)
                made += 1
    return made


def main() -> int:
    """Measure, print, and with ``--profile`` show the costliest functions; 0 if the target is reached, else 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", action="store_true", help="show where the time goes")
    profile = parser.parse_args().profile
    site = publication(WORKS)
    start = time.perf_counter()
    records = works(site)
    made_records = time.perf_counter()
    profiler = cProfile.Profile()
    if profile:
        profiler.enable()
    citations = cite_everything(records)
    profiler.disable()
    end = time.perf_counter()
    each = (end - start) / len(records) * 1000
    print(f"{len(records)} works, {citations} citations")
    print(f"records {made_records - start:.3f} s, citations {end - made_records:.3f} s")
    print(f"{each:.2f} ms a work (to reach: {TARGET_MS:.0f} ms)")
    if profile:
        pstats.Stats(profiler).sort_stats("tottime").print_stats(18)
    return 0 if each <= TARGET_MS else 1


if __name__ == "__main__":
    sys.exit(main())
