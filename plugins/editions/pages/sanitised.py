"""HTML of what contributors write made safe: a page under docs/, or, as a second guard, one text."""

from __future__ import annotations

import re
from functools import lru_cache

import nh3

from editions.pages.frame_names import without_frame_names
from editions.text.mathematics import MATHML_ATTRIBUTES, MATHML_ELEMENTS

_TEXT = """
a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q s samp small span strong sub sup time u var
"""
_BLOCKS = """
blockquote dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section summary ul
caption col colgroup table tbody td tfoot th thead tr
"""
# Of SVG only icons: paths alone, in the colour of the text. Texts have none.
_DRAWN = frozenset({"svg", "path"})
# The elements that a page can show.
ELEMENTS = _DRAWN.union(_TEXT.split(), _BLOCKS.split())
_ATTRIBUTES = {
    "*": {
        *("class", "id", "lang", "dir", "title", "role", "hidden"),
        *("aria-label", "aria-labelledby", "aria-describedby", "aria-hidden"),
        # What the search passes over, and line numbers; the scripts take no orders.
        *("data-search-exclude", "data-linenos"),
    },
    "a": {"href"},
    "img": {"src", "alt", "width", "height", "loading"},
    "ol": {"start", "type", "reversed"},
    "li": {"value"},
    "td": {"colspan", "rowspan", "style"},
    "th": {"colspan", "rowspan", "scope", "style"},
    "col": {"span"},
    "colgroup": {"span"},
    "time": {"datetime"},
    "details": {"open", "name"},
    "svg": {"viewBox"},
    "path": {"d"},
    "del": {"datetime"},
    "ins": {"datetime"},
}
_FORMULAS = {element: set(MATHML_ATTRIBUTES) for element in MATHML_ELEMENTS}
_ABSOLUTE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[/\\]{2}")
# What a browser leaves out of an address before it reads it (URL Standard, 4.4), and what it strips around one.
_UNSEEN = re.compile(r"[\t\n\r]|^[\x00-\x20]+")


# How a table's column is set; a class says so instead, since the policy of the site knows no styles in attributes.
_OTHERS = r'((?:\s[^\s=<>]+="[^"]*")*?)'
_ALIGNED = re.compile(rf'<(t[dh]){_OTHERS} style="text-align:\s*(left|center|right);?"{_OTHERS}>')
_CLASS = re.compile(r' class="([^"]*)"')
_STYLE = re.compile(rf'(<t[dh]{_OTHERS}) style="[^"]*"')

# As the cleaner writes them: every value in double quotes, and quotes within values as references.
_ICON = re.compile(
    r'(?P<icon><svg viewBox="[\d. -]+">(?:<path d="[\w\s.,-]+"></path>)+</svg>)'
    r'|</?(?:svg|path)(?:\s[^\s=<>"]+="[^"]*")*\s*>'
)
_IMAGE = re.compile(r'<img(?:\s[^\s=<>"]+="[^"]*")*\s*>')


@lru_cache(maxsize=8)
def _cleaner(images_from: str | None, *, formulas: bool) -> nh3.Cleaner:
    """The rules; without an address, images are not looked at one by one, which is quicker where there are none."""

    def kept(element: str, attribute: str, value: str) -> str | None:
        foreign = (element, attribute) == ("img", "src") and _ABSOLUTE.match(_UNSEEN.sub("", value))
        return None if foreign and not (images_from and value.startswith(images_from)) else value

    return nh3.Cleaner(
        tags={*(ELEMENTS - _DRAWN), *MATHML_ELEMENTS} if formulas else set(ELEMENTS),
        attributes={**_ATTRIBUTES, **(_FORMULAS if formulas else {})},
        attribute_filter=None if images_from is None else kept,
        filter_style_properties={"text-align"},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
        strip_comments=True,
    )


def sanitised(html: str, site_url: str = "", *, formulas: bool = False) -> str:
    """Remove from HTML whatever could run, load or deceive.

    Args:
        html: HTML that Markdown was rendered to.
        site_url: Absolute address of the site, where its own images are named by it.
        formulas: Whether it was written from a text, whose formulas are MathML.

    Returns:
        HTML with text elements, links to web, mail and telephone addresses, and images of the site itself only.
    """
    images = "<img" in html.lower()
    safe = _cleaner(site_url if images else None, formulas=formulas).clean(html)
    safe = without_frame_names(_with_icons_only(_without_styles(safe)))
    if not images:
        return safe
    return _IMAGE.sub(lambda image: image[0] if ' src="' in image[0] else "", safe)


def _without_styles(html: str) -> str:
    return _STYLE.sub(r"\1", _ALIGNED.sub(_classed, html)) if " style=" in html else html


def _with_icons_only(html: str) -> str:
    return _ICON.sub(lambda drawn: drawn["icon"] or "", html) if "<svg" in html or "<path" in html else html


def _classed(cell: re.Match[str]) -> str:
    attributes, name = cell[2] + cell[4], f"align-{cell[3]}"
    if _CLASS.search(attributes):
        attributes = _CLASS.sub(lambda classes: f' class="{classes[1]} {name}"', attributes, count=1)
    else:
        attributes += f' class="{name}"'
    return f"<{cell[1]}{attributes}>"
