"""pybtex's HTML backend, escaping everything that stands in an attribute."""

from __future__ import annotations

from html import escape

from pybtex.backends.html import Backend as HtmlBackend
from pybtex.backends.plaintext import Backend as PlainBackend
from pybtex.richtext import Text

from editions.citations.address import safe_url


class SafeHtml(HtmlBackend):  # type: ignore[misc]
    """Rich text as HTML that can stand in any element."""

    symbols = {"ndash": "–", "newblock": " ", "nbsp": "\u00a0"}  # noqa: RUF012  (the base class's own type)

    def format_str(self, text: str) -> str:
        """Escape text."""
        return escape(text)

    def format_protected(self, text: str) -> str:
        """Leave protected text as it is.

        Returns:
            The same HTML: braces of BibTeX mean nothing here.
        """
        return text

    @staticmethod
    def format_href(url: str, text: str, external: bool = False) -> str:
        """A link.

        Args:
            external: Ignored; a link does not choose the window for its reader.

        Raises:
            UnsafeAddress: If the address has another scheme.
        """
        return f'<a href="{escape(safe_url(url))}">{text}</a>' if text else ""


_HTML, _PLAIN = SafeHtml(), PlainBackend()


def to_html(text: Text) -> str:
    """Rich text as HTML.

    Returns:
        Inline HTML: text, ``em`` and ``a``.
    """
    rendered: str = text.render(_HTML)
    return rendered


def to_plain(text: Text) -> str:
    """Rich text as plain text.

    Returns:
        One line.
    """
    rendered: str = text.render(_PLAIN)
    return rendered
