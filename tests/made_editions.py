"""Editions made by Hypothesis: everything that the files of a project can hold, awkward texts first."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from editions.model import (
    Adaptation,
    Agent,
    Assessment,
    Criterion,
    Domain,
    Edition,
    Licence,
    PartialDate,
    Publisher,
    Reference,
    Version,
)
from editions.source.invisible_characters import invisible_character, without_invisible_characters
from editions.source.text import UNUSABLE
from editions.text.inline_tree import Image
from editions.text.parsing import parse
from editions.text.tree import NO_TEXT, Heading
from editions.text.walking import text_nodes

# What YAML readers bend, what YAML and Markdown give a meaning, and what hides in texts.
_AWKWARD = (
    *"1.10 no 0123 y Yes ~ null 1e5 0x1F 12:30:45 2026-04-29 2026-04 .inf = << --- ... %TAG true 1_0 0o17 -.5".split(),
    *("# not a comment", "a: b", "a #b", "- item", "? key", "*alias", "&anchor", "!tag", "| x", "> x", "'", '"', "\\"),
    *("@at", "`tick", "[x]", "{x}", "a,b", "\u00a0x\u2028y", "\u202egnirts", "é\u0301", "名前", "🙂", "<b>&amp;</b>"),
)
_SIGNS = st.characters(exclude_categories=("Cs",), exclude_characters="\r\n\t").filter(
    lambda it: not UNUSABLE.match(it)
)


def _is_line(text: str) -> bool:
    # What ends or begins with a space is refused in one line; so is what a loader would take for it.
    return bool(re.fullmatch(r"\S([^\n]*\S)?", text)) and text == text.strip() and not invisible_character(text)


def lines(most: int = 40) -> st.SearchStrategy[str]:
    """Texts of one line."""
    made = st.one_of(st.sampled_from(_AWKWARD), st.text(_SIGNS, min_size=1, max_size=most))
    return made.map(str.strip).map(lambda it: it if _is_line(it) and len(it) <= most else "1.10")


def markdown() -> st.SearchStrategy[str]:
    """Texts of several lines that no link and no citation is in."""
    pieces = st.one_of(
        st.sampled_from((*_AWKWARD, "", "", "  indented", "hard break  ", "\tx")), st.text(_SIGNS, max_size=20)
    )
    made = st.lists(pieces, min_size=1, max_size=6).map("\n".join)
    without = made.map(lambda it: re.sub(r"[\[\]<>`~!@$]", "", it).strip())
    return without.map(lambda it: it if it and _is_sound(it) else "text")


def _is_sound(text: str) -> bool:
    """Whether a check accepts it as the text of a criterion, so that an import leaves it as it is."""
    parsed = parse(text)
    nodes = list(text_nodes(parsed))
    return (
        not parsed.problems
        and without_invisible_characters(text) == text
        and not any(isinstance(node, Heading | Image) for node in nodes)
    )


def ids() -> st.SearchStrategy[str]:
    """Ids, with those that YAML bends."""
    part = st.text("abcABC0123456789", min_size=1, max_size=4)
    made = st.tuples(part, st.lists(st.tuples(st.sampled_from("._-"), part), max_size=2))
    joined = made.map(lambda it: it[0] + "".join(mark + text for mark, text in it[1]))
    return st.one_of(st.sampled_from(("1.10", "no", "0123", "1e5", "2026-04-29", "null", "y", "0x1F")), joined)


_URLS = st.sampled_from(("https://example.org/", "http://a.example/x?y=1&z=%20#f", "https://b.example/ä"))
_AGENTS = st.one_of(
    st.builds(Agent, lines()), st.builds(Agent, lines(), st.just("person"), lines(20), st.none() | lines(20))
)
REFERENCES = st.builds(Reference, lines(), lines(), st.none() | lines(20), st.none() | _URLS)
VERSIONS = st.builds(Version, st.integers(0, 20), st.integers(0, 20), st.none() | st.integers(0, 20))
DATES = st.sampled_from(("0999", "2024", "2026-04", "2026-04-29")).map(PartialDate.parse)


def _folded(identifier: str) -> str:
    """An id as it has to differ from every other: without case, and with all punctuation alike."""
    return re.sub("[._-]", "-", identifier.lower())


def _some(of: st.SearchStrategy[str], most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(of, max_size=most, unique=True).map(tuple)


@st.composite
def editions(draw: st.DrawFn, *, plain: bool = False) -> Edition:
    """An edition, a draft.

    Args:
        draw: Hypothesis's.
        plain: Whether it holds only what every exported form of its criteria holds.
    """
    folded = draw(st.lists(ids(), min_size=2, max_size=9, unique_by=_folded))
    count = draw(st.integers(1, min(3, len(folded) // 2)))
    keys = draw(_some(ids(), 2))
    rest = folded[count:]
    groups = [rest[place::count] for place in range(count)]
    domains = tuple(
        Domain(
            id=folded[place],
            slug=f"domain-{place}",
            title=draw(lines()),
            label=draw(st.just(folded[place]) | lines().filter(lambda it: _folded(it) not in map(_folded, folded))),
            summary=draw(st.none() | markdown()),
            assessed_in=draw(_some(st.sampled_from(keys))) if keys else (),
            criteria=tuple(
                Criterion(
                    id=identifier,
                    text=parse(draw(markdown())),
                    title=draw(st.none() | lines()),
                    section=draw(st.none() | lines()),
                    level=draw(st.none() | lines()),
                    keywords=() if plain else draw(_some(lines())),
                    references=tuple(draw(st.lists(REFERENCES, max_size=2))),
                )
                for identifier in group
            ),
            guidance=NO_TEXT if plain else parse(draw(st.just("") | markdown())),
        )
        for place, group in enumerate(groups)
    )
    used = {key for domain in domains for key in domain.assessed_in}
    title = draw(lines())
    publisher = draw(lines())
    return Edition(
        title=title,
        abbreviation=draw(st.sampled_from(("EX", "no", "Y", "e-1"))),
        version=draw(VERSIONS),
        status="draft",
        date=draw(DATES),
        authors=(Agent(publisher),) if plain else tuple(draw(st.lists(_AGENTS, min_size=1, max_size=2))),
        publisher=Publisher(publisher)
        if plain
        else Publisher(publisher, draw(st.none() | lines(32)), draw(st.none() | _URLS)),
        licence=Licence.of(draw(st.sampled_from(("CC-BY-4.0", "MIT", "0BSD")))),
        url="https://standards.example/standard/",
        summary=title if plain else draw(markdown()),
        prose=NO_TEXT if plain else parse(draw(st.just("") | markdown())),
        domains=domains,
        keywords=() if plain else draw(_some(lines())),
        assessments=tuple(
            Assessment(key, "assessment") if plain else Assessment(key, draw(lines()), draw(st.none() | markdown()))
            for key in keys
            if key in used or not plain
        ),
        title_sentence=None if plain else draw(st.none() | lines()),
        adapted_from=None if plain else draw(st.none() | st.builds(Adaptation, lines(), _URLS, markdown())),
    )
