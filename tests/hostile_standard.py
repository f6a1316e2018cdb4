"""A standard whose every text tries to break out of its page, to run a script or to load something."""

from __future__ import annotations

from pathlib import Path

from editions.source.release_lock import lock_bytes, make_lock
from small_standard import CONFIGURATION, SCHEMAS, domain_file, edition_file, source_file, write_files, write_release

# Each sets a mark in the window if it ever runs; a test in a real browser looks for it.
RUN = "window.broken=1"
TITLES = (
    f"</title></h1><script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f'"><svg onload="{RUN}">',
    "{{ config.site_name }} {% include 'x' %} {# gone #}",
    f"[press](javascript:{RUN})",
    f"![x](x){{ onerror={RUN} }}",
    "# Heading { #taken .taken } \\",
    "`code` *star* _under_ ~~gone~~ ^up^ &lt;b&gt; &amp;#60;",
    "a | b | c\u2028d",
    "--><!-- <![CDATA[ ]]> <?php ?>",
    "\u202egnirts\u202c \u200bzero",
)
# The checks let these through, since no link in them leads anywhere bad.
BODY = f"""\
<script>{RUN}</script>
<style>* {{ display: none }}</style>
<base href="https://evil.example/">
<meta http-equiv="refresh" content="0;url=https://evil.example/">
<link rel="stylesheet" href="https://evil.example/x.css">
<iframe src="https://evil.example/"></iframe>
<object data="https://evil.example/"></object><embed src="https://evil.example/">
<form action="https://evil.example/"><input name="q" autofocus onfocus="{RUN}"><button>Go</button></form>
<svg onload="{RUN}"><text>x</text></svg>
<math><mtext><style><img title="</style><img alt='' onerror={RUN}>"></mtext></math>

<a href="https://example.org/" onclick="{RUN}" target="_blank">one</a>
<p style="background: url(https://evil.example/x.png); position: fixed">five</p>
<img onerror="{RUN}" alt="six">

[nine](https://example.org/){{ onclick="{RUN}" style="position: fixed" target="_blank" }}

A paragraph.
{{ onmouseover="{RUN}" .fine }}

| a | b |
| --- | --- |
| <b onclick={RUN}>c</b> | {{{{ config }}}} |

<details open ontoggle="{RUN}"><summary>ten</summary></details>

*[ABBR]: "onmouseover={RUN}
"""
# The checks refuse these or find no link in them; what is rendered must be safe without the checks.
BAD_LINKS = (
    f'<a href="javascript:{RUN}">a</a>',
    f'<a href=" java&#10;script:{RUN}">a</a>',
    f'<a href="vbscript:{RUN}">a</a>',
    '<a href="data:text/html,&lt;script&gt;">a</a>',
    f'<img src="x" onerror="{RUN}" alt="">',
    f'<svg><a xlink:href="javascript:{RUN}">a</a></svg>',
    f"[a](javascript:{RUN})",
    f'[a](JaVaScRiPt:{RUN} "t")',
    f"<javascript:{RUN}>",
    f"[a][b]\n\n[b]: javascript:{RUN}",
    f"![a](javascript:{RUN})",
    "![seven][elsewhere]\n\n[elsewhere]: https://evil.example/x.png",
    "[a](&#106;avascript:1)",
    f'<form><button formaction="javascript:{RUN}">a</button></form>',
)


def write_hostile_standard(folder: Path) -> Path:
    """Write the project; its folder."""
    previous = None
    for version, date in (("1.0", "2025"), ("1.1", "2026")):
        files = {
            "index.md": edition_file(
                version,
                date,
                title=TITLES[0],
                summary=" ".join(TITLES),
                keywords=list(TITLES),
                publisher={"name": TITLES[1], "url": "https://example.org"},
                authors=[{"name": TITLES[2], "kind": "organization"}],
                body=f"## {TITLES[1]}\n\n{BODY}",
            )
        }
        for number, title in enumerate(TITLES, 1):
            text = BODY if "](" in title else title.replace("?>", "?> -->")  # an open comment is a problem
            criterion = {
                "text": f"{text}\n\nAs {version} says.",
                "title": title,
                "section": title,
                "level": title,
                "references": [
                    {"framework": title, "version": title[:50], "id": title[:90], "url": "https://example.org/"}
                ],
            }
            files[f"domains/{number:02d}-domain-{number}.md"] = domain_file(
                f"D{number}", title, {f"C{number}.1": criterion}, BODY, label=title, summary=title
            )
        if version == "1.1":
            files["lineage.yml"] = source_file({"from": "1.0", "note": TITLES[1]}).split(b"---")[1].lstrip()
        previous = write_release(folder, version, date, files, previous)
        if version == "1.1":
            write_files(folder / "standard", files)
    article = source_file(
        {
            "title": TITLES[0],
            "version": "1.0",
            "date": "2026",
            "category": TITLES[1],
            "summary": TITLES[2],
            "authors": [{"name": TITLES[1], "kind": "person"}],
            "domains": ["D1", "D2"],
        },
        f"{BODY}\n\n<!-- editions:criteria 1.1 -->",
    )
    lock = make_lock(f"{SCHEMAS}/release-1.schema.json", "1.0", "2026", {"1.0.md": article}, None)
    write_files(
        folder,
        {
            "insights/hostile.md": article,
            "insights/releases/hostile/1.0.md": article,
            "insights/releases/hostile/1.0.json": lock_bytes(lock),
            "mkdocs.yml": CONFIGURATION.encode(),
            "docs/index.md": source_file({"title": TITLES[0], "summary": TITLES[1]}, BODY),
            "docs/license.md": source_file({"title": TITLES[3], "summary": TITLES[4]}, BODY),
            "citations/index.md": source_file({"title": TITLES[5], "summary": TITLES[6]}, BODY),
        },
    )
    return folder
