"""Ways to break a sound project, and what ``editions check`` says of each.

Each row breaks the project of ``project_files`` in one way and states every line that is printed about it, from the
place on as far as the row goes. A row of hostile input states a part of what is printed.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from project_files import edition_files

Edit = Callable[[Path], None]
MIB = 1024 * 1024
BIBLIOGRAPHY = "citations/references.bib"
INDEX, KNIVES, HEAT, LINEAGE = (
    "standard/index.md",
    "standard/domains/01-knives.md",
    "standard/domains/02-heat.md",
    "standard/lineage.yml",
)
LOCK = "standard/releases/2.0/release.json"
ARTICLE = "insights/what-is-a-kitchen.md"
RELEASED_ARTICLE = "insights/releases/what-is-a-kitchen/1.1.md"


def write(path: str, content: str | bytes) -> Edit:
    def edit(project: Path) -> None:
        target = project / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))

    return edit


def swap(path: str, old: str, new: str) -> Edit:
    def edit(project: Path) -> None:
        text = (project / path).read_text(encoding="utf-8")
        assert old in text, f"{path} does not hold {old!r}"
        (project / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


def append(path: str, text: str) -> Edit:
    def edit(project: Path) -> None:
        with (project / path).open("a", encoding="utf-8") as file:
            file.write(text)

    return edit


def remove(path: str) -> Edit:
    return lambda project: (project / path).unlink()


def rename(path: str, name: str) -> Edit:
    def edit(project: Path) -> None:
        (project / path).rename(project / path.rpartition("/")[0] / name)

    return edit


def folder(path: str) -> Edit:
    def edit(project: Path) -> None:
        if (project / path).is_file():
            (project / path).unlink()
        (project / path).mkdir(parents=True)

    return edit


def link(path: str, target: str) -> Edit:
    """Move what stands at ``path`` to ``target``, and put a symbolic link in its place."""

    def edit(project: Path) -> None:
        if (project / path).exists():
            (project / path).rename(project / target)
        (project / path).symlink_to(project / target)

    return edit


def several(*edits: Edit) -> Edit:
    def edit(project: Path) -> None:
        for one in edits:
            one(project)

    return edit


def pipe(path: str) -> Edit:
    def edit(project: Path) -> None:
        (project / path).unlink(missing_ok=True)
        os.mkfifo(project / path)

    return edit


def lineage(rows: str) -> Edit:
    return write(LINEAGE, f'from: "2.0"\n{rows}')


def body(text: str) -> Edit:
    """Put a text at the end of the standard's prose, on line 36 and after."""
    return append(INDEX, f"\n{text}")


MANY_IDS = ", ".join(f"K2.{number}" for number in range(3, 1003))
MANY_CRITERIA = (
    "---\nid: K2\ntitle: T\ncriteria:\n"
    + "".join(f"  - {{id: K2.{number}, text: y}}\n" for number in range(3, 1003))
    + "---\n"
)
WRONG_CRITERIA = "---\nid: K2\ntitle: T\ncriteria:\n" + "  - {id: X Y, text: y}\n" * 9_900 + "---\n"
UNLIKE_ENTRIES = "---\nid: K2\ntitle: T\nassessed_in: [" + "a, ~, " * 24_000 + "]\n---\n"
DIRECTIVES = """\
---
title: A
version: "1.0"
date: "2024"
category: B
summary: C
---

<!-- editions:all -->

<!-- editions:criteria 9.9 -->

a <!-- editions:criteria 1.0 -->
"""
DOMAIN = "---\nid: {}\ntitle: T\ncriteria:\n  - {{id: {}.1, text: x}}\n---\n"

# A name, how to break the project, and what is said of it.
ROWS: list[tuple[str, Edit, list[str]]] = [
    # Front matter
    ("front matter missing", write(HEAT, "# Heat\n"), [f"{HEAT}:1: has no front matter; begin with a line ---"]),
    ("loose metadata", write(HEAT, "Note: this\n"), [f"{HEAT}:1: begins with 'Note: …', which Markdown tools"]),
    ("front matter unclosed", write(HEAT, "---\nid: K2\n"), [f"{HEAT}:1: the front matter is not closed; end it"]),
    ("empty file", write(HEAT, ""), [f"{HEAT}:1: is empty; begin with front matter"]),
    ("front matter empty", write(HEAT, "---\n---\n"), [f"{HEAT}:2: the front matter is not made of 'key: value'"]),
    ("front matter a list", write(HEAT, "---\n- a\n---\n"), [f"{HEAT}:2: the front matter is not made of 'key: val"]),
    ("blank line first", write(HEAT, "\n---\nid: K2\n---\n"), [f"{HEAT}:1: has no front matter"]),
    # YAML
    ("key twice", swap(HEAT, "title:", "id: K9\ntitle:"), [f"{HEAT}:3: the key 'id' stands twice (first on line 2)"]),
    (
        "alias and anchor",
        swap(HEAT, "id: K2\ntitle: Heat and fire", "id: &a K2\ntitle: *a"),
        [f"{HEAT}:2: the anchor &a is set; write", f"{HEAT}:3: the alias *a is used; write it out"],
    ),
    (
        "billion laughs",
        write(LINEAGE, 'from: "2.0"\nnote: &a x\ndomains: &b [*a, *a]\ncriteria: [*b, *b]\n'),
        [
            f"{LINEAGE}:2: the anchor &a",
            f"{LINEAGE}:3: the anchor &b",
            f"{LINEAGE}:3: the alias *a",
            f"{LINEAGE}:4: the alias *b",
        ],
    ),
    ("tag", swap(HEAT, "Heat and", "!!python/object:os.system Heat and"), [f"{HEAT}:3: the tag !!python/object:os"]),
    ("no YAML", swap(HEAT, "title: Heat", "title: [Heat"), [f"{HEAT}:4: can't be read as YAML: did not find"]),
    ("colon in text", swap(HEAT, "title: Heat", "title: a: b"), [f"{HEAT}:3: can't be read as YAML: a second ': '"]),
    ("tab", swap(HEAT, "title:", "\ttitle:"), [f"{HEAT}:3: can't be read as YAML: a tab stands at"]),
    ("quote open", swap(HEAT, "title: Heat", "title: 'Heat"), [f"{HEAT}:11: can't be read as YAML: a quoted text has"]),
    ("list as key", swap(HEAT, "title:", "? [a]\n: b\ntitle:"), [f"{HEAT}:3: a list or a mapping is used as a key"]),
    ("two documents", write(LINEAGE, 'from: "2.0"\n---\nx: y\n'), [f"{LINEAGE}:2: a second YAML document begins"]),
    ("deep nesting", lineage("note: " + "[" * 40 + "]" * 40), [f"{LINEAGE}:2: values are nested more than 16 deep"]),
    ("escaped NUL", swap(HEAT, "Heat and fire", '"a\\0"'), [f"{HEAT}:3: an escape stands for a NUL character"]),
    # Shape
    ("unknown key", swap(HEAT, "title:", "titel: x\ntitle:"), [f"{HEAT}:3: 'titel' is no known key; did you mean 'ti"]),
    ("key like no other", swap(HEAT, "title:", "zzz: x\ntitle:"), [f"{HEAT}:3: 'zzz' is no known key; remove it or"]),
    ("key missing", swap(HEAT, "title: Heat and fire\n", ""), [f"{HEAT}:2: title is missing; add it."]),
    ("key missing in an item", swap(HEAT, "- id: K2.3\n    ", "- "), [f"{HEAT}:7: id is missing in criteria[2]; add"]),
    ("mapping for text", swap(HEAT, "Heat and fire", "{a: b}"), [f"{HEAT}:3: title is a mapping; make it a text."]),
    ("text for list", swap(KNIVES, "[VISIT]", "VISIT"), [f"{KNIVES}:5: assessed_in is a text; make it a list."]),
    ("nothing for text", swap(HEAT, " Heat and fire", ""), [f"{HEAT}:3: title is empty; make it a text."]),
    (
        "boolean for text",
        swap(HEAT, "Heat and fire", "true"),
        [f'{HEAT}:3: title is true without quotes, which YAML tools read as true; write "true"'],
    ),
    ("blank text", swap(HEAT, "Heat and fire", '"  "'), [f"{HEAT}:3: title is blank; fill it."]),
    ("title on two lines", swap(HEAT, "Heat and fire", '"a\\nb"'), [f"{HEAT}:3: title has a line break; write it on"]),
    ("space around", swap(HEAT, "Heat and fire", '" a"'), [f"{HEAT}:3: title is ' a'; remove the space"]),
    ("too long", swap(HEAT, "Heat and fire", "x" * 301), [f"{HEAT}:3: title has 301 characters; write at most 300"]),
    ("status unknown", swap(INDEX, "draft", "final"), [f"{INDEX}:5: status is 'final'; write one of 'draft', 'rele"]),
    (
        "address unknown",
        swap(INDEX, "https://guild.example", "guild.example"),
        [f"{INDEX}:17: publisher.url is 'guild."],
    ),
    ("entry twice", swap(KNIVES, "[VISIT]", "[VISIT, VISIT]"), [f"{KNIVES}:5: assessed_in names something twice ('VI"]),
    (
        "assessment's key",
        swap(INDEX, "  VISIT:\n", "  a b: {kind: x}\n  VISIT:\n"),
        [f"{INDEX}:23: the key 'a b' is 'a b', which has another form. An id is made of letters and digits"],
    ),
    ("assessment unknown", swap(KNIVES, "[VISIT]", "[TEST]"), [f"{KNIVES}:5: assessed_in names 'TEST', which index"]),
    ("no criteria", write(HEAT, "---\nid: K2\ntitle: Heat\n---\n"), [f"{HEAT}:2: criteria is missing; add it."]),
    (
        "criteria empty",
        write(HEAT, "---\nid: K2\ntitle: H\ncriteria: []\n---\n"),
        [f"{HEAT}:4: criteria is empty; fil"],
    ),
    # Versions and dates
    (
        "version bent",
        swap(INDEX, '"3.0"', "3.10"),
        [f'{INDEX}:4: version is 3.10 without quotes, which YAML tools bend to 3.1; write "3.10"'],
    ),
    ("from bent", write(LINEAGE, "from: 2.0\nnote: 1.10\n"), [f"{LINEAGE}:2: note is 1.10 without quotes, which"]),
    ("version no version", swap(INDEX, '"3.0"', "v3"), [f"{INDEX}:4: version: 'v3' is not a version; write MAJOR.MIN"]),
    ("version with line break", swap(INDEX, '"3.0"', '"3.0\\n"'), [f"{INDEX}:4: version: '3.0\\n' is not a version"]),
    ("version in other digits", swap(INDEX, "3.0", "٣.0"), [f"{INDEX}:4: version: '٣.0' is not a version"]),
    (
        "day that is none",
        swap(INDEX, "2025-05-06", "2026-02-30"),
        [f"{INDEX}:6: date: '2026-02-30' is a date that does"],
    ),
    ("month that is none", swap(INDEX, '"2025-05-06"', "2026-13"), [f"{INDEX}:6: date: '2026-13' is a date that does"]),
    (
        "year that is none",
        swap(INDEX, "2025-05-06", "0000"),
        [f"{INDEX}:6: date: '0000' is a date that does not exist"],
    ),
    (
        "date in words",
        swap(INDEX, "2025-05-06", "May 2025"),
        [f"{INDEX}:6: date: 'May 2025' is not a date; write YYYY"],
    ),
    (
        "date goes back",
        swap(INDEX, "2025-05-06", "2022"),
        [f"{INDEX}:6: date 2022 lies before 2023-04, the date of 2.0"],
    ),
    # Ids
    ("id twice", swap(HEAT, "id: K2.3", "id: K2.1"), [f"{HEAT}:7: the id 'K2.1' is used already ({HEAT}:5); choose"]),
    (
        "id of the domain",
        swap(HEAT, "id: K2.3", "id: K2"),
        [
            f"{HEAT}:7: the id 'K2' is used already ({HEAT}:2)",
            f"{HEAT}:7: the id 'K2' is that of a domain in edition 2.0, and here of a criterion",
        ],
    ),
    (
        "id in two cases",
        swap(HEAT, "id: K2.3", "id: k2.1"),
        [f"{HEAT}:7: the id 'k2.1' differs only in case from 'K2.1"],
    ),
    (
        "ids of one key",
        several(swap(HEAT, "id: K2.3", "id: K2_9"), swap(HEAT, "id: K2.4", "id: K2-9")),
        [f"{HEAT}:9: the id 'K2-9' differs only in - and _ from 'K2_9' ({HEAT}:7); choose another"],
    ),
    ("id reused", swap(HEAT, "id: K2.3", "id: K2.2"), [f"{HEAT}:7: the id 'K2.2' was withdrawn after edition 1.0 and"]),
    ("id unsafe", swap(HEAT, "id: K2.3", "id: K2 3"), [f"{HEAT}:7: criteria[2].id is 'K2 3', which has another form."]),
    (
        "id with other space",
        swap(HEAT, "id: K2.3", "id: K2\u00a03"),
        [f"{HEAT}:7: criteria[2].id is 'K2\\xa03', which"],
    ),
    (
        "id with line break",
        swap(HEAT, "id: K2.3", 'id: "K2.3\\n"'),
        [f"{HEAT}:7: criteria[2].id has a line break; write"],
    ),
    # Lineage
    ("lineage missing", remove(LINEAGE), [f"{LINEAGE}:1: is missing; an edition that follows 2.0 says how"]),
    ("lineage empty", write(LINEAGE, ""), [f"{LINEAGE}:1: is not made of 'key: value' lines; write it so"]),
    (
        "lineage from another",
        write(LINEAGE, 'from: "1.0"\n'),
        [f"{LINEAGE}:1: from is '1.0', but the release before is"],
    ),
    (
        "lineage of the first",
        write("standard/releases/1.0/lineage.yml", 'from: "0.9"\n'),
        [
            "standard/releases/1.0/lineage.yml:1: there is no release before this edition; remove the file",
            "standard/releases/1.0/lineage.yml:1: was added to the release 1.0 after it was frozen; remove it",
        ],
    ),
    (
        "lineage unknown ids",
        lineage("domains:\n  - {from: [K7], to: [K8]}\n"),
        [
            f"{LINEAGE}:3: edition 2.0 has no domain 'K7'; correct",
            f"{LINEAGE}:3: edition 3.0 has no domain 'K8'; correct",
        ],
    ),
    (
        "lineage pair twice",
        lineage("criteria:\n  - {from: [K2.1], to: [K2.1]}\n  - {from: [K2.1], to: [K2.1]}\n"),
        [
            f"{LINEAGE}:4: K2.1 → K2.1 stands twice (first on line 3); remove one",
        ],
    ),
    (
        "lineage contradicts",
        lineage("criteria:\n  - {from: [K2.1], to: []}\n  - {from: [K2.1], to: [K2.3]}\n"),
        [
            f"{LINEAGE}:3: this row withdraws K2.1, but the row on line 4 connects it; keep one",
        ],
    ),
    (
        "lineage adds twice",
        lineage("identity: lineage\ncriteria:\n  - {from: [], to: [K2.1]}\n  - {from: [], to: [K2.1]}\n"),
        [
            f"{LINEAGE}:5: this row adds K2.1, as the row on line 4 does already; remove one",
        ],
    ),
    (
        "lineage against ids",
        lineage("criteria:\n  - {from: [K2.1], to: []}\n"),
        [
            f"{LINEAGE}:3: this row withdraws K2.1, but the id stands in both editions and so is the same item",
        ],
    ),
    (
        "lineage row empty",
        lineage("domains:\n  - {from: [], to: []}\n"),
        [f"{LINEAGE}:3: the row is empty on both sides"],
    ),
    (
        "lineage id twice in a row",
        lineage("criteria:\n  - {from: [K2.1, K2.1], to: [K2.3]}\n"),
        [
            f"{LINEAGE}:3: criteria[1].from names something twice ('K2.1'); remove one",
        ],
    ),
    # Files and folders
    (
        "images from another site",
        write("docs/a.md", '---\ntitle: A\n---\n![a](https://x.example/a.png)\n<IMG alt="" src="//x.example/b.png">\n'),
        [
            "docs/a.md:4: the image 'https://x.example/a.png' comes from another site",
            "docs/a.md:5: the image '//x.example/b.png' comes from another site",
        ],
    ),
    (
        "index missing",
        remove(INDEX),
        [f"{INDEX}:1: is missing; write the edition's front matter and prose into it"],
    ),
    ("index a folder", folder(INDEX), [f"{INDEX}:1: is a folder; a file belongs here, so rename or remove it"]),
    (
        "domain a folder",
        folder("standard/domains/04-x.md"),
        ["standard/domains/04-x.md:1: is a folder; a file belongs"],
    ),
    ("index a pipe", pipe(INDEX), [f"{INDEX}:1: is not a regular file; put a text file here"]),
    ("pipe among the pages", pipe("docs/image.png"), ["docs/image.png:1: is not a regular file; put a text file here"]),
    ("index a link", link(INDEX, "elsewhere.md"), [f"{INDEX}:1: is a symbolic link; put the file itself here"]),
    ("domains a link", link("standard/domains", "elsewhere"), ["standard/domains:1: is a symbolic link; put the file"]),
    ("standard a link", link("standard", "elsewhere"), ["standard:1: is a symbolic link; put the folder itself here"]),
    ("link to nothing", link("docs/a.md", "none.md"), ["docs/a.md:1: is a symbolic link; put the file itself here"]),
    ("not UTF-8", write(HEAT, b"---\nid: K2\ntitle: \xff\n---\n"), [f"{HEAT}:3: is not UTF-8 (byte 0xff); save it as"]),
    ("UTF-16", write(HEAT, "---\nid: K2\n---\n".encode("utf-16")), [f"{HEAT}:1: is not UTF-8 (byte 0xff); save it as"]),
    ("surrogate", write(HEAT, "---\nid: \ud800\n---\n"), [f"{HEAT}:2: is not UTF-8 (byte 0xed); save it as UTF-8"]),
    ("byte order mark", write(HEAT, b"\xef\xbb\xbf---\nid: K2\n---\n"), [f"{HEAT}:1: begins with a byte order mark"]),
    ("NUL", append(HEAT, "\na\0b\n"), [f"{HEAT}:13: holds a NUL character; remove it"]),
    ("control character", append(HEAT, "\na\x1bb\n"), [f"{HEAT}:13: holds the control character U+001B; remove it"]),
    ("over 1 MiB", write(HEAT, "x" * (MIB + 1)), [f"{HEAT}:1: is 1,048,577 bytes long; a source file may have 1 MiB"]),
    ("name with control", write("docs/a\x1b.md", "x"), ["docs/a\\x1b.md:1: has a name with characters that cannot"]),
    ("name with ?", write("docs/a?.md", "x"), ["docs/a?.md:1: has a name with characters that cannot stand in an ad"]),
    (
        "domain misnamed",
        rename("standard/domains/03-hygiene.md", "03-Hygiene.md"),
        [
            "standard/domains/03-Hygiene.md:1: is not named like a domain",
            f"{INDEX}:30: the link 'domains/03-hygiene.md#K3.1' leads to 'standard/domains/03-hygiene.md'",
        ],
    ),
    (
        "number twice",
        write("standard/domains/2-oil.md", DOMAIN.format("K9", "K9")),
        [
            "standard/domains/2-oil.md:1: has the same number as domains/02-heat.md; rename one of them",
        ],
    ),
    (
        "slug twice",
        write("standard/domains/4-heat.md", DOMAIN.format("K9", "K9")),
        [
            "standard/domains/4-heat.md:1: has the same slug as domains/02-heat.md; rename one of them",
        ],
    ),
    (
        "stray file",
        write("standard/notes.txt", "x"),
        ["standard/notes.txt:1: is out of place; an edition has index.md"],
    ),
    ("stray folder", folder("standard/drafts"), ["standard/drafts:1: is a folder that Editions does not know"]),
    (
        "lock in the working copy",
        write("standard/release.json", "{}"),
        ["standard/release.json:1: is a lock in the wo"],
    ),
    (
        "stray among articles",
        write("insights/a/b.md", "x"),
        [
            "insights/a/b.md:1: is out of place; insights/ holds SLUG.md",
            "insights/a:1: is a folder that Editions does not know",
        ],
    ),
    (
        "page in a reserved place",
        write("docs/standard/x.md", "---\ntitle: X\n---\n"),
        [
            "docs/standard/x.md:1: stands where the site makes pages",
        ],
    ),
    # Releases
    (
        "release changed",
        append("standard/releases/2.0/index.md", "x\n"),
        [
            "standard/releases/2.0/index.md:1: differs from the release 2.0 as it was frozen; restore",
        ],
    ),
    (
        "release short of a file",
        remove("standard/releases/1.0/domains/02-heat.md"),
        [
            "standard/releases/1.0/domains/02-heat.md:1: is missing from the release 1.0; restore",
            "standard/releases/1.0/index.md:30: the link 'domains/02-heat.md#K2.1' leads to",
            "standard/releases/2.0/lineage.yml:7: edition 1.0 has no criterion 'K2.2'",
        ],
    ),
    ("lock missing", remove(LOCK), [f"{LOCK}:1: the release 2.0 has no lock; restore the file from version control"]),
    ("lock no JSON", swap(LOCK, "{\n", "{\n# a\n"), [f"{LOCK}:2: can't be read as JSON: Expecting property name"]),
    ("lock without a version", swap(LOCK, '"version": "2.0",\n', ""), [f"{LOCK}:1: version is missing; add it."]),
    (
        "lock's version a number",
        swap(LOCK, '"version": "2.0"', '"version": 2.0'),
        [f"{LOCK}:3: version is a number; make"],
    ),
    ("lock's digest changed", swap(LOCK, '"digest": "', '"digest": "0'), [f"{LOCK}:12: digest is '0"]),
    (
        "lock's file leaves",
        swap(LOCK, '"index.md"', '"../index.md"'),
        [
            "standard/releases/2.0/index.md:1: was added to the release 2.0 after it was frozen; remove it",
            f"{LOCK}:12: the digest does not follow from the files listed",
            f"{LOCK}:9: the file name '../index.md' leaves the release's folder",
        ],
    ),
    (
        "chain broken",
        swap(LOCK, '"version": "1.0"', '"version": "1.9"'),
        [
            f"{LOCK}:13: the chain is broken: this lock does not link to the release 1.0 as it stands",
        ],
    ),
    (
        "release misnamed",
        rename("standard/releases/2.0", "two"),
        [
            "standard/releases/two:1: 'two' is not a version; name the folder MAJOR.MINOR",
        ],
    ),
    (
        "draft older than the release",
        swap(INDEX, '"3.0"', '"1.5"'),
        [
            f"{INDEX}:4: version 1.5 is older than the newest release 2.0; raise it",
        ],
    ),
    (
        "released without a release",
        swap(INDEX, "draft", "released"),
        [
            f"{INDEX}:5: status is released, but there is no release 3.0; write draft, or restore",
        ],
    ),
    (
        "working copy of a release differs",
        several(*(write(f"standard/{path}", text) for path, text in edition_files("2.0").items()), append(HEAT, "x\n")),
        [f"{HEAT}:12: differs from the release 2.0; raise the version, or take the file"],
    ),
    # Articles and links
    (
        "article names a domain",
        swap(ARTICLE, "[K1, K2]", "[K1, K7]"),
        [
            f"{ARTICLE}:8: domains names 'K7', which no edition has; correct the id",
            f"{ARTICLE}:8: differs from the release 1.1; raise the version",
        ],
    ),
    (
        "article's lock gone",
        remove("insights/releases/what-is-a-kitchen/1.0.json"),
        [
            "insights/releases/what-is-a-kitchen/1.0.json:1: the release 1.0 has no lock; restore",
        ],
    ),
    (
        "article gone",
        remove(ARTICLE),
        [f"{ARTICLE}:1: is missing, but the article has releases; copy the newest"]
        + [
            f"{path}:34: the link '../insights/what-is-a-kitchen.md' leads to"
            for path in (INDEX, "standard/releases/1.0/index.md", "standard/releases/2.0/index.md")
        ],
    ),
    (
        "released article changed",
        append(RELEASED_ARTICLE, "x\n"),
        [
            f"{RELEASED_ARTICLE}:1: differs from the release 1.1 as it was frozen",
            f"{ARTICLE}:20: differs from the release 1.1; raise the version",
        ],
    ),
    (
        "directive unknown",
        write("insights/a.md", DIRECTIVES),
        [
            "insights/a.md:9: the directive editions:all is not known; use editions:criteria VERSION",
            "insights/a.md:11: the directive names the edition '9.9', which is not there",
            "insights/a.md:13: the directive shows nothing here; put it on a line of its own",
        ],
    ),
    (
        "link to nothing in prose",
        body("[a](domains/09-x.md)\n"),
        [f"{INDEX}:36: the link 'domains/09-x.md' leads to 'sta"],
    ),
    (
        "link by reference",
        body("[a][b]\n\n[b]: domains/09-x.md\n"),
        [f"{INDEX}:36: the link 'domains/09-x.md' leads to"],
    ),
    ("anchor that is none", body("[a](#nowhere)\n"), [f"{INDEX}:36: the link '#nowhere' leads to the anchor #nowhere"]),
    (
        "anchor in another file",
        body("[a](domains/02-heat.md#K9)\n"),
        [f"{INDEX}:36: the link 'domains/02-heat.md#K9' l"],
    ),
    (
        "address that is none",
        body("[a](/standard/9.9/)\n"),
        [f"{INDEX}:36: the link '/standard/9.9/' leads to no page"],
    ),
    ("address without slash", body("[a](/standard/1.0)\n"), [f"{INDEX}:36: the link '/standard/1.0' should end in /"]),
    (
        "link out of the project",
        body("[a](../../x.md)\n"),
        [f"{INDEX}:36: the link '../../x.md' leaves the project's f"],
    ),
    (
        "link out, escaped",
        body("[a](..%2f..%2fx.md)\n"),
        [f"{INDEX}:36: the link '..%2f..%2fx.md' leaves the project's"],
    ),
    (
        "link to a script",
        body("[a](javascript:alert)\n"),
        [f"{INDEX}:36: the link 'javascript:alert' uses the scheme 'ja"],
    ),
    ("link to what is not published", body("[a](lineage.yml)\n"), [f"{INDEX}:36: the link 'lineage.yml' leads to"]),
    (
        "image that is none",
        body("![a](../docs/a.png)\n"),
        [f"{INDEX}:36: the image '../docs/a.png' leads to no page or file of the site; put the picture into docs/"],
    ),
    (
        "image beside the texts",
        body("![a](a.png)\n"),
        [f"{INDEX}:36: the image 'a.png' leads to 'standard/a.png', which is not there; put the picture into docs/"],
    ),
    (
        "image that is a page",
        body("![a](/standard/)\n"),
        [f"{INDEX}:36: the image '/standard/' is not a picture file; write [words](address) for a link"],
    ),
    (
        "image that is data",
        body("![a](/standard/criteria.json) ![b](data:a.png) ![c]()\n"),
        [
            f"{INDEX}:36: the image '' is not a picture file",
            f"{INDEX}:36: the image '/standard/criteria.json' is not a picture file",
            f"{INDEX}:36: the image 'data:a.png' is not a picture file",
        ],
    ),
    (
        "link in a criterion",
        swap(HEAT, "within reach", "[within](nowhere.md) reach"),
        [f"{HEAT}:8: the link 'nowhere.md"],
    ),
    (
        "HTML link",
        body('<a href="domains/02-heat.md">x</a>\n'),
        [f'{INDEX}:36: contains <a href="domains/02-heat.md">, which is read as HTML'],
    ),
    (
        "code without an end",
        body("```\n[a](b.md)\n"),
        [
            f"{INDEX}:36: the code block ``` begins here and has no end; close it",
        ],
    ),
    (
        "comment without an end",
        body("<!-- a\n"),
        [f"{INDEX}:36: the comment <!-- begins here and has no end; remove it"],
    ),
    (
        "HTML link on a page",
        write("docs/a.md", '---\ntitle: A\n---\n<div>\n\n[a](#b) <a href="license.md" id="b">x</a>\n</div>\n'),
        ["docs/a.md:6: the HTML link 'license.md' would"],
    ),
    (
        "comment without an end on a page",
        write("docs/a.md", "---\ntitle: A\n---\na\n\n<!-- a\n\n[a](b.md)\n"),
        ["docs/a.md:6: the comment <!-- begins here and has no end"],
    ),
    ("page without a title", write("docs/a.md", "---\nsummary: X\n---\n"), ["docs/a.md:2: title is missing; add it."]),
    # Everything at once
    (
        "one file does not hide another",
        several(
            write(KNIVES, "---\nid: [\n---\n"),
            swap(HEAT, "title:", "titel:"),
            swap(HEAT, "K2.4", "K2.3"),
            swap(INDEX, "2025-05-06", "2026-02-30"),
            swap(INDEX, "abbreviation: KSS", "abbreviation: '!'"),
            write("docs/a.md", ""),
        ),
        [
            f"{KNIVES}:3: can't be read as YAML",
            f"{HEAT}:2: title is missing",
            f"{HEAT}:3: 'titel' is no known key",
            f"{HEAT}:9: the id 'K2.3' is used already",
            f"{INDEX}:3: abbreviation is '!', which has another form",
            f"{INDEX}:6: date: '2026-02-30'",
            "docs/a.md:1: is empty",
        ],
    ),
]

TOO_LONG = f"{INDEX}:28: the text has more than 150,000 characters"
# Input made to take long or much: 1 MiB of it, and the first thing that is said.
HOSTILE: list[tuple[str, Edit, str]] = [
    (
        "30,000 entries",
        write(BIBLIOGRAPHY, "".join(f"@foo{{k{number}, title={{x}}}}\n" for number in range(30_000))),
        f"{BIBLIOGRAPHY}:1: has more than 10,000 entries",
    ),
    (
        "10,000 entries of no type",
        write(BIBLIOGRAPHY, "".join(f"@foo{{k{number}, title={{{'x' * 70}}}}}\n" for number in range(10_000))),
        f"{BIBLIOGRAPHY}:1: unknown entry type @foo",
    ),
    (
        "10,000 entries of one key",
        write(BIBLIOGRAPHY, "@misc{k,title={x}}\n" * 10_000),
        f"{BIBLIOGRAPHY}:2: the key 'k' stands in line 1 already",
    ),
    (
        "200,000 joined values",
        write(BIBLIOGRAPHY, "@misc{k, title=" + '"a" # ' * 150_000 + '"a"}'),
        f"{BIBLIOGRAPHY}:1: has more than 10,000 signs #",
    ),
    (
        "9,000 citations of nothing",
        write("docs/a.md", "---\ntitle: A\n---\n" + "".join(f"[@k{number:06d}x]\n" for number in range(9_000))),
        "docs/a.md:4: no work has the key 'k000000x'",
    ),
    ("1 MiB of [", write(LINEAGE, "a: " + "[" * (MIB - 10)), f"{LINEAGE}:1: values are nested more than 16 deep"),
    ("1 MiB of {a: ", write(LINEAGE, "{a: " * (MIB // 4)), f"{LINEAGE}:1: values are nested more than 16 deep"),
    ("1 MiB of list marks", write(LINEAGE, "- " * (MIB // 2)), f"{LINEAGE}:1: values are nested more than 16 deep"),
    ("1 MiB of numbers", write(LINEAGE, "- 1.10\n" * (MIB // 7)), "more than 50,000 values; divide it"),
    ("1 MiB of the same key", write(LINEAGE, "a: 1\n" * (MIB // 5)), "more than 50,000 values; divide it"),
    ("9,900 ids of another form", write(HEAT, WRONG_CRITERIA), f"{HEAT}:6: the id 'X Y' is used already"),
    ("48,000 unlike entries", write(HEAT, UNLIKE_ENTRIES), f"{HEAT}:4: assessed_in names something twice"),
    (
        "24,000 unknown keys",
        lineage("".join(f"k{number}: x\n" for number in range(24_000))),
        f"{LINEAGE}:2: 'k0' is",
    ),
    ("1 MiB of links", body("[a](b) " * (MIB // 8)), TOO_LONG),
    ("1 MiB of open links", body("[a](b " * (MIB // 8)), TOO_LONG),
    ("1 MiB of quotes in links", body('[a](b "' * (MIB // 9)), TOO_LONG),
    ("1 MiB of brackets", body("[" * (MIB - 2000)), TOO_LONG),
    ("1 MiB of backticks", body("`a``b```c" * (MIB // 10)), TOO_LONG),
    ("1 MiB of headings", body("# a\n" * (MIB // 5)), TOO_LONG),
    (
        "1 MiB of marked headings",
        body("## *a* `b`\n" * (MIB // 12)),
        TOO_LONG,
    ),
    ("1 MiB of spaces in a heading", body("# a" + " " * (MIB - 3000) + "b {#c"), TOO_LONG),
    (
        "numbered headings",
        body("".join(f"# a_{n}\n" for n in [*range(50_000, 0, -1)] * 2)),
        TOO_LONG,
    ),
    ("1 MiB of comments", body("<!-- editions:" * (MIB // 15)), TOO_LONG),
    ("1 MiB of fences", body("```a\n" * (MIB // 6)), TOO_LONG),
    ("1 MiB of tags", body("<a id='" * (MIB // 8)), TOO_LONG),
    ("1 MiB of definitions", body('[a]: b "\n' * (MIB // 10)), TOO_LONG),
    (
        "a row of 1,000 by 1,000",
        several(write(HEAT, MANY_CRITERIA), lineage(f"criteria:\n  - {{from: [{MANY_IDS}], to: [{MANY_IDS}]}}\n")),
        f"{LINEAGE}:3: the row connects each of 1,000 items to each of 1,000",
    ),
]

CONFIGURATIONS: list[tuple[str, str | bytes | None, str]] = [
    ("missing", None, "mkdocs.yml:1: is not here; run the command in the folder that holds it, or name it with -f"),
    ("empty", "", "mkdocs.yml:1: is empty; name at least site_name and site_url"),
    ("no YAML", "site_url: [", "mkdocs.yml:1: can't be read as YAML: expected the node content"),
    ("tab", "site_url: https://a.example/\n\tx: 1\n", "mkdocs.yml:2: can't be read as YAML: found character"),
    ("a list", "- a\n", "mkdocs.yml:1: is not made of 'key: value' lines; write it so"),
    ("no site_url", "site_name: A\n", "mkdocs.yml:1: site_url is missing; give the site's address"),
    (
        "site_url no address",
        "site_name: A\nsite_url: 3\n",
        "mkdocs.yml:2: site_url is 3, which is no address of a site",
    ),
    ("plugins a number", "site_url: https://a.example/\nplugins: 3\n", "mkdocs.yml:2: plugins is 3; make it a list"),
    ("plugins a text", "site_url: https://a.example/\nplugins: x\n", "mkdocs.yml:2: plugins is 'x'; make it a list"),
    (
        "docs_dir outside",
        "site_url: https://a.example/\ndocs_dir: ..\n",
        "mkdocs.yml:2: docs_dir is '..'; name a folder",
    ),
    ("docs_dir reserved", "site_url: https://a.example/\ndocs_dir: standard\n", "mkdocs.yml:2: docs_dir is 'standard'"),
    (
        "impossible date",
        "site_url: https://a.example/\nx: 2026-02-30\n",
        "mkdocs.yml:2: can't be read as YAML: an unqu",
    ),
    ("inherits itself", "site_url: https://a.example/\nINHERIT: mkdocs.yml\n", "mkdocs.yml:1: INHERIT leads back to"),
    ("inherits nothing", "INHERIT: none.yml\n", "none.yml:1: is not here"),
    ("inherits a device", "INHERIT: /dev/zero\n", "/dev/zero:1: is not a regular file"),
    ("deep nesting", "x: " + "[" * 100_000, "mkdocs.yml:1: is nested too deeply; flatten it"),
    ("not UTF-8", b"site_url: \xff\n", "mkdocs.yml:1: is not UTF-8; save it as UTF-8"),
    (
        "merge bomb",
        "a0: &a0 {k: v, l: w}\n"
        + "".join(f"a{n + 1}: &a{n + 1}\n  <<: [{', '.join([f'*a{n}'] * 9)}]\n" for n in range(12)),
        "can't be read as YAML: << merges too much",
    ),
    ("over 1 MiB", "x" * (MIB + 1), "mkdocs.yml:1: is longer than 1 MiB; make it shorter"),
]
