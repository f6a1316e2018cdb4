"""What contributors' texts keep of Markdown, and what they cannot take from the site's own frame and scripts."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest
from selectolax.lexbor import LexborHTMLParser

from editions.pages.sanitised import sanitised
from sites import Site

THEME = Path(__file__).parents[2] / "plugins" / "editions" / "theme"
EXTENSIONS = (
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"),
    *("pymdownx.highlight", "pymdownx.superfences", "pymdownx.details", "pymdownx.caret", "pymdownx.tilde"),
    *("pymdownx.mark", "pymdownx.blocks.caption", "pymdownx.inlinehilite"),
)
# What Material documents for writers (its "Reference"), and by which elements and classes its style sheet knows it.
KEPT = {
    '!!! note "Title"\n    Text.': "div.admonition.note > p.admonition-title",
    "??? warning\n    Text.": "details.warning > summary",
    "???+ tip\n    Text.": "details.tip[open]",
    "| a | b | c |\n| :-- | :-: | --: |\n| 1 | 2 | 3 |": "td.align-left + td.align-center + td.align-right",
    "Text.[^1]\n\n[^1]: Note.": "sup[id='fnref:1'] > a.footnote-ref[href='#fn:1']",
    "Word.[^1]\n\n[^1]: Note.": "div.footnote li[id='fn:1'] a.footnote-backref[href='#fnref:1']",
    "HTML is meant.\n\n*[HTML]: Hypertext": "abbr[title=Hypertext]",
    "```python\nx = 'y'\n```": "div.highlight span.s1",
    '```python linenums="1"\nx = 1\n```': "div.highlight table.highlighttable .linenos",
    "`#!python x = 1`": "code.highlight > span.mi",
    "Term\n:   Meaning.": "dl > dt + dd",
    "![A](a.png)\n/// caption\nWords.\n///": "figure > figcaption",
    '![A](a.png){ width="300" loading=lazy }': "img[width='300'][loading=lazy]",
    '<div class="grid cards" markdown>\n\n- One\n\n</div>': "div.grid.cards > ul > li",
    "~~gone~~ ^^new^^": "del + ins",
    "H~2~O, x^2^ and ==marked==": "sub ~ sup ~ mark",
    "## Heading { #own .quiet }": "h2#own.quiet",
    "<ol start=3 reversed><li>three</li></ol>": "ol[start='3'][reversed]",
    "A [link](#x){ .md-button } and *a*{ lang=de }": "a.md-button + em[lang=de]",
    "> quoted": "blockquote > p",
    '<figure markdown="span">\n![A](a.png)\n<figcaption>Words</figcaption>\n</figure>': "figure > img + figcaption",
    '<p role="note" aria-label="Beside">x</p>': "p[role=note][aria-label=Beside]",
    "<table><caption>x</caption><tr><th scope=row rowspan=2>a</th></tr></table>": "th[scope=row][rowspan='2']",
    "Press <kbd>Enter</kbd> by <time datetime=2026-01-01>then</time>": "kbd ~ time[datetime]",
    "## Not searched { data-search-exclude }": "h2[data-search-exclude]",
    '<span class="twemoji"><svg viewBox="0 0 9 9"><path d="M0 0h9"/></svg></span>': "span.twemoji > svg > path[d]",
    '<details name="a" open><summary>x</summary></details>': "details[name=a][open]",
}


@pytest.mark.parametrize("text", KEPT)
def test_what_writers_use_of_markdown_survives(text: str) -> None:
    html = sanitised(markdown.markdown(text, extensions=EXTENSIONS))
    assert LexborHTMLParser(html).css_matches(KEPT[text]), html


def frame_classes() -> set[str]:
    """Classes of the templates and of what the scripts make and look for, but for those of texts."""
    found: set[str] = set()
    kinds = THEME.parent / "site"
    partials = (path for folder in (THEME / "partials", kinds) for path in folder.rglob("*.html"))
    for template in (THEME / "base.html", THEME / "main.html", *partials):
        for names in re.findall(r'class="([^"]*)', template.read_text(encoding="utf-8")):
            found.update(name for name in names.partition("{")[0].split() if name[-1].isalnum())
    for script in (*(THEME / "assets" / "editions").glob("*.js"), *kinds.rglob("*.js")):
        text = script.read_text(encoding="utf-8")
        for names in re.findall(r'(?:class: |className = )"([^"{]*)"', text):
            found.update(names.split())
    return found


def test_texts_cannot_wear_the_classes_of_the_frame() -> None:
    # These dress words within texts, which the engine writes through the same sanitiser.
    of_texts = {"link-label", "lineage-note", "lede", "grid"}
    classes = frame_classes()
    assert {"edition-notice", "skip", "page-facts", "search", "copy-button", "checklist-dialog"} <= classes
    for name in sorted(classes - of_texts):
        kept = sanitised(f'<p class="a {name} b">x</p>')
        assert kept == '<p class="a b">x</p>', name


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ('<p id="content">x</p>', "<p>x</p>"),
        ('<p id="cite:this">x</p>', "<p>x</p>"),
        ('<p id="checklist:data">x</p>', "<p>x</p>"),
        ('<p role="banner">x</p>', "<p>x</p>"),
        ('<p role="alert" aria-live="assertive">x</p>', "<p>x</p>"),
        ("<p hidden>x</p>", "<p>x</p>"),
        ('<section hidden="until-found"><p>x</p></section>', "<section><p>x</p></section>"),
        ('<pre data-copy="x" data-style="y" data-do="z" data-items="p" data-scripts="/x.js">x</pre>', "<pre>x</pre>"),
        ('<p class="edition-notice edition-notice--superseded" role="status">x</p>', "<p>x</p>"),
        ('<p class="edition-notice&#10;skip">x</p>', "<p>x</p>"),
        ('<p class="EDITION-summary note">x</p>', '<p class="EDITION-summary note">x</p>'),
        (
            '<p title=\' class="skip"\'>class="skip" hidden</p>',
            '<p title=" class=&quot;skip&quot;">class="skip" hidden</p>',
        ),
        ('<svg onload="x()"><path d="M0" fill="url(//a.example/#b)"/><use href="//a.example/#a"/></svg>', ""),
        (
            '<svg viewBox="0 0 9 9" style="a"><path d="M0" onclick="x()"/>',
            '<svg viewBox="0 0 9 9"><path d="M0"></path></svg>',
        ),
        ('<svg viewBox="0 0 9 9"><path d="M0"/><a href="/b">x</a></svg>', '<a href="/b">x</a>'),
        ('<svg viewBox="0 0 9 9"><path d="&quot;>"/></svg><path d="M0">', ""),
        ("<svg><foreignObject><p>x</p></foreignObject><style>*{}</style><title>x</title></svg>", "x"),
        ('<img src="ht&#9;tps://evil.example/a.png" alt="">', ""),
        ('<img src="/&#10;/evil.example/a.png" alt="">', ""),
    ],
)
def test_texts_cannot_take_the_frames_places_or_steer_its_scripts(text: str, safe: str) -> None:
    assert sanitised(text) == safe


def test_pages_with_parts_of_the_engine_hold_each_once(variants: Path) -> None:
    """``clobberinserts`` writes what the citations and the licence page have of the engine."""
    site = Site(variants / "guarded", "https://hostile.example/", "")
    assert len(site.page("/citations/").all(".works")) == 1
    page = next(it for it in site.pages() if "clobberinserts" in it.text("title"))
    assert not page.all("[data-insert]")
    assert not page.all(".works, .notices > summary:not(.sheet-tail *), pre[data-copy]:not(.sheet-tail *)")
