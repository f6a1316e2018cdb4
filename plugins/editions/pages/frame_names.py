"""Names that belong to the frame of a page, taken from what contributors write.

A text may look as it likes, but not like the site: no notice that a newer edition exists, no panel that cites something
else, nothing that lies over the page or is hidden in it, and nothing that steers the site's own scripts.
"""

from __future__ import annotations

import re

# Classes of the templates, of what the engine adds, and of what the scripts make.
_CLASS = "".join(
    r"""
(?:skip|announce|eyebrow|breadcrumbs|scheme-switch|copied-block|notices|no-js|js|works|answer|cite|attribution|assessment|outline
|masthead|colophon|sheet|search)(?=[\s"])
|edition-(?!(?:comparisons|summary)[\s"])|(?:masthead|colophon|outline|search|cite|attribution|assessment
|copy|filter|answer|progress|report|permalink|page|sheet|notice|dialog|fact|neighbour|work|checklist-dialog)-|checklist-dialog
""".split()
)
_OWN_CLASS = re.compile(rf"(?<![^\s\"])(?:{_CLASS})[^\s\"]*\s*")
# What a text may say of itself to assistive technology (WAI-ARIA 1.2, DPUB-ARIA 1.1): no landmarks, no live regions, no
# controls.
_ROLE = r'(?!(?:img|note|group|list|listitem|math|none|presentation|term|definition|doc-[a-z]+)")[^"]*'
_ID = r'(?:content|(?:cite|attribution|assessment|checklist|report|filter|notice|search):[^"]*)'
_NAMED = re.compile(rf' (?:id="{_ID}"|role="{_ROLE}")')
_HIDDEN = re.compile(r' hidden(?:="[^"]*")?(?=[\s>])')
_TAG = re.compile(r'<[a-z][a-z0-9]*(?:\s[^\s=<>"]+="[^"]*")+\s*>(?P<empty></)?')
_LIST = re.compile(r'(?<= class=")[^"]*')
_ANY = re.compile(rf' (?:hidden="|id="{_ID}"|role="{_ROLE}"|class="(?:[^"]*\s)?(?:{_CLASS}))')


def without_frame_names(html: str) -> str:
    """Take the frame's classes, anchors and roles from a text, and show what it hides.

    Args:
        html: Sanitised HTML, in which every value stands in double quotes.

    Returns:
        The HTML. Only an element without content stays hidden: a place that a script fills.
    """
    return _TAG.sub(_plain, html) if _ANY.search(html) else html


def _plain(tag: re.Match[str]) -> str:
    text = _NAMED.sub("", tag[0])
    if tag["empty"] is None:
        text = _HIDDEN.sub("", text)
    text = _LIST.sub(lambda names: _OWN_CLASS.sub("", f'{names[0]}"')[:-1].rstrip(), text)
    return text.replace(' class=""', "")
