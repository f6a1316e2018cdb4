"""Forty titles, names and addresses that try to break out of the page, its head, its data or a file."""

from __future__ import annotations

from pathlib import Path

from editions.source.release_lock import lock_bytes, make_lock
from small_standard import SCHEMAS, domain_file, edition_file, source_file, write_files, write_release

# Each sets a mark in the window if it ever runs.
RUN = "window.broken=1"
TITLES = (
    f"</script><script>{RUN}</script>",
    f"<!--<script>{RUN}</script>",
    f'"}}</script><svg onload={RUN}>',
    f'" onmouseover="{RUN}',
    f"' autofocus onfocus='{RUN}",
    f"</title><img src=x onerror={RUN}>",
    "</dd></dl><iframe srcdoc='<script>parent.broken=1</script>'>",
    f"</code></pre><img src=x onerror={RUN}>",
    f"</textarea><script>{RUN}</script>",
    "<style>@import 'https://evil.example/x.css';</style>",
    "<base href='https://evil.example/'>Moved",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    f"[a](javascript:{RUN})",
    f"<a href=javascript:{RUN}>b</a>",
    "![i](https://evil.example/i.png)",
    "{{ config.extra }} {% raw %} {# comment #}",
    "Titletokenx and urltokenx",
    "{day} {month} {year}",
    "\\u003c/script>\\u003cscript>",
    "Brackets [@fires] and [[wiki]]",
    "Braces {one} }two{ {{three}}",
    "TeX \\input{/etc/passwd} \\write18{x} \\end{document}",
    'Signs % & # _ $ ^ ~ \\ "',
    "A comment % to the end",
    "@article{evil, title = {x}}",
    "Ends in a backslash \\",
    "ER  - TY  - JOUR AU  - Evil",
    "Line\u2028separator and\u2029paragraph",
    "Right\u202eto left\u202c",
    "Zero\u200bwidth\ufeff",
    "Why?",
    "No!",
    "Dots...",
    "“Quoted” and ‘single’",
    "- a list: yes, [1, 2]",
    "&amp; &lt;b&gt; &#106;avascript:",
    "'; DROP TABLE works; --",
    "| a | b |",
    "漢字とかな、カナ",
    "Ünïcödé ñ ß İ ı ﬀ",
)
NAMES = (TITLES[0], TITLES[3], "Evil, Inc.; Other, Ltd.", "Anders {And} and Others", TITLES[27])
CONFIGURATION = """\
site_name: "Hostile & Sons <b>"
site_url: https://standards.example.org/assurance/
repo_url: https://git.example.org/x
theme: {name: material}
plugins:
  - editions/standard
  - editions/compare
  - editions/criteria
  - editions/citations
  - editions/attribution: {copyright: "© </script><img src=x onerror=window.broken=1>"}
"""
assert len(TITLES) == 40


def write_hostile_works(folder: Path) -> Path:
    """Write the project: forty domains and criteria, and as many articles, each with one of the titles."""
    files = {
        "index.md": edition_file(
            "1.0",
            "2026-04",
            title=TITLES[0],
            title_sentence=TITLES[5],
            summary=TITLES[2],
            keywords=list(TITLES[:20]),
            publisher={"name": NAMES[0], "url": "https://example.org/?a=1&b=%22"},
            authors=[
                *({"name": name, "kind": "organization"} for name in NAMES[:3]),
                {"name": NAMES[3], "kind": "person"},
                {"name": "X", "kind": "person", "family": NAMES[1], "given": NAMES[4]},
            ],
            adapted_from={"title": TITLES[0], "url": "https://example.org/?a=1&copy=2", "changes": TITLES[7]},
        )
    }
    for number, title in enumerate(TITLES, 1):
        criterion = {"text": f"Says {number}.", "title": title, "keywords": [title]}
        files[f"domains/{number:02d}-d{number}.md"] = domain_file(
            f"D{number}", title, {f"C{number}.1": criterion}, label=title, summary=title
        )
    write_release(folder, "1.0", "2026-04", files, None)
    write_files(folder / "standard", files)
    pages = {"mkdocs.yml": CONFIGURATION.encode()}
    for number, title in enumerate(TITLES, 1):
        front = {"title": title, "title_sentence": title, "version": "1.0", "date": "2026-05-06", "category": "C"}
        authors = [{"name": title, "kind": "person"}]
        text = source_file({**front, "summary": title, "authors": authors, "keywords": [title]}, "Body.")
        lock = make_lock(f"{SCHEMAS}/release-1.schema.json", "1.0", "2026-05-06", {"1.0.md": text}, None)
        pages |= {
            f"insights/a{number}.md": text,
            f"insights/releases/a{number}/1.0.md": text,
            f"insights/releases/a{number}/1.0.json": lock_bytes(lock),
        }
    home = {"title": TITLES[0], "summary": TITLES[1]}
    write_files(folder, {**pages, "docs/index.md": source_file(home, "Home.")})
    return folder
