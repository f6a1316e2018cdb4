"""Rendered HTML made safe: contributors write it, so it is untrusted until it has passed here."""

from __future__ import annotations

import nh3

_TEXT = """
a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q s samp small span strong sub sup time u var
"""
_BLOCKS = """
blockquote dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section summary ul
caption col colgroup table tbody td tfoot th thead tr
"""
_ATTRIBUTES = {
    "*": {"class", "id", "lang", "dir", "title", "role", "hidden"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height", "loading"},
    "ol": {"start", "type", "reversed"},
    "td": {"colspan", "rowspan", "style"},
    "th": {"colspan", "rowspan", "scope", "style"},
    "col": {"span"},
    "colgroup": {"span"},
    "time": {"datetime"},
    "details": {"open"},
    "del": {"datetime"},
    "ins": {"datetime"},
}
_CLEANER = nh3.Cleaner(
    tags={*_TEXT.split(), *_BLOCKS.split()},
    attributes=_ATTRIBUTES,
    generic_attribute_prefixes={"aria-", "data-"},
    filter_style_properties={"text-align"},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
    strip_comments=True,
)


def sanitised(html: str) -> str:
    """Remove from HTML whatever could run, load or deceive.

    Args:
        html: HTML that Markdown was rendered to.

    Returns:
        HTML with text elements and links to web, mail and telephone addresses only.
    """
    return _CLEANER.clean(html)
