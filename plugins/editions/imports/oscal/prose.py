"""Texts of a catalog as Markdown of the site: OSCAL's own marks, insertions and links within the catalog."""

from __future__ import annotations

import re
from collections.abc import Callable

from editions.exports.oscal.terms import plain_of
from editions.imports.markdown_images import images
from editions.imports.oscal.common_markdown import with_site_lists, with_visible_tags
from editions.imports.oscal.params import Parameters
from editions.imports.oscal.report import Report
from editions.pages.markdown_text import unmarked
from editions.source.markdown_code import unclosed, without_code
from editions.source.markdown_links import links, replace_links
from editions.source.text import UNUSABLE

# ~sub~ and ^sup^ are marks of OSCAL's Markdown, and not of the site's.
_RAISED = re.compile(r"(?<![\\~^])([~^])((?:[^\s~^\\]|\\.){1,40})\1(?![~^])")
_TAGS = {"~": "sub", "^": "sup"}
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_KEEP = 0xE000  # where escaped signs wait while marks are taken away

Target = Callable[[str], str | None]


class Prose:
    """Makes the texts of one catalog."""

    def __init__(self, params: Parameters, report: Report, *, own: bool = False) -> None:
        """Take what texts refer to.

        Args:
            params: The catalog's parameters.
            report: Takes what no text can carry.
            own: Whether this engine wrote the catalog; its texts are the site's Markdown already.
        """
        self._own = own
        self._params = params
        self._report = report

    def markdown(self, text: str, target: Target) -> str:
        """A text of several blocks.

        Args:
            text: OSCAL's Markdown.
            target: Gives the target of a link by its href, or ``None`` to leave it.

        Returns:
            Markdown; links within the catalog lead to where their targets stand on the site.
        """
        text = self._clean(text.replace("\r\n", "\n").replace("\r", "\n")).strip("\n").rstrip()
        text = self._visible(self._params.resolved(text))
        text = _raised(text if self._own else with_site_lists(text))
        if "](" in text or "]:" in text:
            text = replace_links(text, target)
        for _, what in unclosed(text):
            # A code block without an end would take in whatever follows in the same file.
            text = f"{text}\n{what.rpartition(' ')[2]}"
        return text

    def exact(self, text: str) -> str:
        """A text on one line that this engine wrote.

        Args:
            text: What it wrote.

        Returns:
            The plain text that it wrote, sign by sign.
        """
        return plain_of(text)

    def line(self, text: str) -> str:
        """A text on one line, in words alone.

        Args:
            text: OSCAL's Markdown.

        Returns:
            Plain text.
        """
        text = self._visible(self._clean(self._params.resolved(text)))
        if not re.search(r"[\\`*_<\[&]", text):
            return " ".join(text.split())
        for image in () if self._own else reversed(images(text)):
            self._report.kept(f"image {image.target!r} in a line of text", "its words and its path")
            words = ", ".join(it for it in (image.words.strip(), image.title.strip()) if it)
            named = f"{words} ({image.target})" if words and image.target else words or image.target
            text = f"{text[: image.start]}{named}{text[image.end :]}"
        for link in () if self._own else links(text):
            self._report.lost(f"target {link.target!r} of a link in a line of text", "its words alone stand there")
        kept = _ESCAPED.sub(lambda match: chr(_KEEP + ord(match[1])), text)
        bare = unmarked(kept).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        return re.sub(f"[{chr(_KEEP)}-{chr(_KEEP + 127)}]", lambda match: chr(ord(match[0]) - _KEEP), bare)

    def _visible(self, text: str) -> str:
        if self._own:
            return text
        return with_visible_tags(text, lambda name: self._report.kept(f"HTML {name} in a text", "shown as words"))

    def _clean(self, text: str) -> str:
        if UNUSABLE.search(text) is None:
            return text
        self._report.lost("control character in a text", "no page can carry it")
        return UNUSABLE.sub("", text)


def _raised(text: str) -> str:
    if "~" not in text and "^" not in text:
        return text
    clean = without_code(text)
    pieces, place = [], 0
    for match in _RAISED.finditer(clean):
        tag = _TAGS[match[1]]
        pieces += [text[place : match.start()], f"<{tag}>{match[2]}</{tag}>"]
        place = match.end()
    return re.sub(r"\\([~^])", r"\1", "".join([*pieces, text[place:]]))
