"""Templates for other generators, made of finished pages: what differs from page to page is left to be filled in.

They use nothing but ``{{ … }}`` with names, so that Jinja and MiniJinja, which Zensical has, read them alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from jinja2 import pass_context
from jinja2.runtime import Context

# Noncharacters (Unicode 23.7), which are in no text of a project.
_BEGIN, _END = "\ufdd0", "\ufdd1"
_SEAM = re.compile(f"{_BEGIN}([^{_END}]*){_END}")
_BRACE = re.compile(r"\{(?=[{%#])")
ROOT = f"{_BEGIN}base_url{_END}"
"""In place of the way from a page to the root of the site."""
CONTENT = f"{_BEGIN}page.content{_END}"
"""In place of the text of a page."""


class Seams:
    """What one page puts into the seams of its frame.

    Attributes:
        filled: HTML by the name of the seam.
    """

    def __init__(self, root: str) -> None:
        """Begin a page.

        Args:
            root: The way from it to the root of the site.
        """
        self._root = root
        self.filled: dict[str, str] = {}

    def seam(self, name: str, html: str) -> str:
        """Keep what one page has at a place; called by its template."""
        inside = html.replace(ROOT, self._root).strip()
        if not inside:
            return ""
        self.filled[name] = inside
        return f"{_BEGIN}page.meta.frame.{name}{_END}"


def as_template(html: str) -> str:
    """Turn a page into a template that gives it."""
    return _SEAM.sub(r"{{ \1 }}", _BRACE.sub('{{ "{" }}', html))


def symbolic_address(address_in_page: Callable[[Context, object], str]) -> Callable[[Context, object], str]:
    """The filter ``url`` for frames, which do not know how far their page is from the root of the site.

    Args:
        address_in_page: The filter for everything else.
    """

    @pass_context
    def address(context: Context, target: object) -> str:
        base: Any = context.get("base_url")
        split = urlsplit(str(target))
        if base != ROOT or split.scheme or split.netloc or str(target)[:1] in ("/", "#"):
            return address_in_page(context, target)
        return f"{ROOT}/{target}"

    return address
