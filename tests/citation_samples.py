"""Works of a small publication, and text that tries to break out of every format."""

from __future__ import annotations

from editions.citations import WorkRecord
from editions.model import Agent, PartialDate

SITE = "https://standards.example.org"
PUBLISHER = Agent("Society of Careful Makers")


def edition(version: str = "1.1", date: str | None = "2026-04", **changes: object) -> WorkRecord:
    """An edition of a standard."""
    fields: dict[str, object] = {
        "key": f"mk-{version}",
        "kind": "edition",
        "title": "Making Framework",
        "authors": (PUBLISHER,),
        "publisher": PUBLISHER.name,
        "version": version,
        "date": PartialDate.parse(date) if date else None,
        "url": f"{SITE}/standard/{version}/",
        "standing_url": f"{SITE}/standard/",
        "licence": "CC-BY-4.0",
        "licence_url": "https://creativecommons.org/licenses/by/4.0/",
        "keywords": ("making", "care"),
        "abstract": "How to make things with care.",
    }
    return WorkRecord(**{**fields, **changes})  # type: ignore[arg-type]


def part(kind: str = "domain", container: WorkRecord | None = None, **changes: object) -> WorkRecord:
    """A domain or criterion of an edition."""
    container = container or edition()
    fields: dict[str, object] = {
        "key": f"{container.key}-{'m1' if kind == 'domain' else 'm1.1'}",
        "kind": kind,
        "title": "Joints & Seams" if kind == "domain" else "Criterion M1.1",
        "authors": (PUBLISHER,),
        "publisher": PUBLISHER.name,
        "url": f"{container.url}domains/joints/",
        "container": container,
    }
    return WorkRecord(**{**fields, **changes})  # type: ignore[arg-type]


def article(**changes: object) -> WorkRecord:
    """An article by two persons."""
    fields: dict[str, object] = {
        "key": "why-make-1.0",
        "kind": "article",
        "title": "Why Make Anything?",
        "title_sentence": "Why make anything?",
        "authors": (
            Agent("Jan van der Berg", "person", "van der Berg", "Jan"),
            Agent("Ada Mary King", "person", "King", "Ada Mary"),
        ),
        "publisher": PUBLISHER.name,
        "version": "1.0",
        "date": PartialDate(2025, 2, 3),
        "url": f"{SITE}/insights/why-make/1.0/",
        "standing_url": f"{SITE}/insights/why-make/",
        "abstract": "A question.",
    }
    return WorkRecord(**{**fields, **changes})  # type: ignore[arg-type]


WORKS = (edition("1.0", "2024"), edition(), part(), part("criterion"), article())

HOSTILE_TEXTS = (
    "{",
    "}",
    "}{",
    "{unbalanced",
    "x}, author = {Mallory",
    "@article{evil, title={x}}",
    "\\",
    "ends with \\",
    r"a \ b \\ c",
    r"\input{/etc/passwd}",
    r"\write18{rm -rf /}",
    r"\textbraceleft is a command, {} an empty group",
    r"$\alpha^2_i$ costs $5",
    "100% of A & B #1_2^3~4",
    "--- -- ``x'' ,,y'' <<z>> ?` !`",
    "\"straight\" and 'single'",
    'an odd " one',
    "“curly” and ‘single’",
    "What? Really?!",
    "Stop!",
    "Made by Acme Inc.",
    "To be continued…",
    "...",
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;b&gt; &amp; &#x27;",
    "--><!-- ]]>",
    "{{ jinja }} {% raw %}",
    "two\nlines\nTY  - JOUR",
    "a\r\nER  - \r\nTY  - BOOK\r\nTI  - evil",
    "tab\tnull\x00escape\x1b[31m",
    "line\u2028paragraph\u2029next\x85line",
    "right-to-left \u202egnp.exe",
    "lone \ud800 surrogate and \ufffe noncharacter",
    "key: value # comment",
    "- item",
    '!!python/object/apply:os.system ["id"]',
    "*alias &anchor",
    "null",
    "1.10",
    "2024-01-01",
    "~",
    "'",
    "   spaces   around   ",
    "日本語のタイトル？",
    "שלום עולם",
    "Ünïcödé ﬁ ligature e\u0301",
    "emoji 👩‍💻",
    "long " * 500,
)
"""Texts for titles, containers, publishers and names; at least forty, each a way out of some format."""

HOSTILE_NAMES = (
    "Smith and Jones",
    "AND",
    "others",
    "et al.",
    "A, B, C, D, E",
    "Jr.",
    ",",
    "von",
    "{Braced} Name",
    'O\'Neil "Bob" <bob@example.org>',
    "X and others and Y",
)

REFUSED_ADDRESSES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "https://example.org/\nx",
    "\x01https://example.org/",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "ftp://example.org/",
    "//example.org/",
    "/standard/1.0/",
    "https://",
    "https:///path",
    "http://[::1",
    "https://example.org:port/",
    "https://exa mple.org/",
    'https://exa"mple.org/',
    "",
)

ODD_ADDRESSES = {
    "https://example.org/a_b%20c#d~e?x=1&y=2$z": "https://example.org/a_b%20c#d~e?x=1&y=2$z",
    "https://example.org/%7Bid%7D": "https://example.org/%7Bid%7D",
    "https://example.org/{id}": "https://example.org/%7Bid%7D",
    'https://example.org/"><script>': "https://example.org/%22%3E%3Cscript%3E",
    "https://example.org/a b\\c^d|e`f": "https://example.org/a%20b%5Cc%5Ed%7Ce%60f",
    "HTTPS://Example.org/Ünï": "HTTPS://Example.org/Ünï",
    "https://example.org/it's(ok);v=1,2": "https://example.org/it's(ok);v=1,2",
}
"""Addresses that are fine, and how they stand in every format."""
