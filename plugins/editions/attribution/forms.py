"""A notice as plain text, as HTML that machines read too, and as Markdown; for reuse as is and for adaptations.

The HTML follows CC REL (https://www.w3.org/submissions/ccREL/) in RDFa Lite 1.1: ``dct:title``, ``cc:attributionName``,
``cc:attributionURL`` and ``rel="license"``, all about the work's permanent address.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from editions.attribution.parts import Credit, Notice
from editions.citations.address import safe_url
from editions.citations.text import is_closed, one_line

PREFIX = "dct: http://purl.org/dc/terms/ cc: http://creativecommons.org/ns#"
PLACEHOLDER = "[say what you changed]"
# Not every Markdown takes a backslash before every sign, but all take character references.
_MARKDOWN = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]{}"} | {sign: f"&#{ord(sign)};" for sign in "<>|~^&"})


@dataclass(frozen=True)
class PasteForm:
    """A notice ready to paste.

    Attributes:
        label: Name of its form for people.
        text: The notice.
    """

    label: str
    text: str


def plain_text(notice: Notice, *, adapted: bool = False) -> str:
    """A notice as text.

    Args:
        adapted: Whether it stands in an adaptation that someone makes of the work.

    Returns:
        One line.
    """
    return _sentences(
        notice,
        adapted,
        title=f"“{one_line(notice.title)}”",
        authors=_joined([one_line(author.name) for author in notice.authors]),
        source=f", {safe_url(notice.url)},",
        licence=f"{notice.licence.short_name} ({notice.licence.url})",
        written=one_line,
        link=lambda title, url: f"“{one_line(title)}” ({safe_url(url)})",
    )


def html_text(notice: Notice, *, adapted: bool = False) -> str:
    """A notice as HTML.

    Args:
        adapted: Whether it stands in an adaptation that someone makes of the work.

    Returns:
        A ``p`` element with RDFa.
    """
    url = escape(safe_url(notice.url))
    names = _joined([_html_credit(author) for author in notice.authors])
    sentences = _sentences(
        notice,
        adapted,
        title=f'“<cite property="dct:title">{_html(notice.title)}</cite>”',
        authors=f'<span property="cc:attributionName">{names}</span>' if names else "",
        source=f', <a property="cc:attributionURL" href="{url}">{url}</a>,',
        licence=f'<a rel="license" href="{escape(notice.licence.url)}">{_html(notice.licence.short_name)}</a>',
        written=_html,
        link=lambda title, address: f'“<a href="{escape(safe_url(address))}">{_html(title)}</a>”',
    )
    return f'<p prefix="{PREFIX}" resource="{url}">{sentences}</p>'


def markdown_text(notice: Notice, *, adapted: bool = False) -> str:
    """A notice as Markdown.

    Args:
        adapted: Whether it stands in an adaptation that someone makes of the work.

    Returns:
        One line.
    """
    return _sentences(
        notice,
        adapted,
        title=f"“{_markdown_link(notice.title, notice.url)}”",
        authors=_joined([_markdown_link(author.name, author.url) for author in notice.authors]),
        source=",",
        licence=_markdown_link(notice.licence.short_name, notice.licence.url),
        written=_markdown,
        link=lambda title, url: f"“{_markdown_link(title, url)}”",
    )


def paste_forms(notice: Notice, *, adapted: bool) -> tuple[PasteForm, ...]:
    """A notice in every form.

    Args:
        adapted: Whether it is for adaptations.

    Returns:
        Plain text, HTML and Markdown; nothing for adaptations under a licence that does not let them be shared.
    """
    if adapted and not notice.allows_adaptations:
        return ()
    return (
        PasteForm("Plain text", plain_text(notice, adapted=adapted)),
        PasteForm("HTML", html_text(notice, adapted=adapted)),
        PasteForm("Markdown", markdown_text(notice, adapted=adapted)),
    )


def _sentences(
    notice: Notice,
    adapted: bool,
    *,
    title: str,
    authors: str,
    source: str,
    licence: str,
    written: Callable[[str], str],
    link: Callable[[str, str], str],
) -> str:
    work = title
    if notice.container is not None:
        work += f", in “{written(notice.container)}”"
    if notice.version is not None:
        work += f", version {written(notice.version)}"
    work += (f", by {authors}" if authors else "") + source
    said = [f"This is an adaptation of {work} licensed under {licence}."] if adapted else []
    said += [f"Changes were made: {written(PLACEHOLDER)}."] if adapted else [f"{work} is licensed under {licence}."]
    if notice.copyright_notice is not None:
        said.append(_stopped(written(notice.copyright_notice)))
    if notice.adapted_from is not None:
        origin = notice.adapted_from
        said.append(
            _stopped(f"It is adapted from {link(origin.title, origin.url)}; changes: {written(origin.changes)}")
        )
    if notice.disclaims_warranties:
        said.append("It comes without warranties (section 5 of the licence).")
    return " ".join(said)


def _stopped(text: str) -> str:
    return text if is_closed(text) else f"{text}."


def _joined(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + (f" and {names[-1]}" if names else "")


def _html(text: str) -> str:
    return escape(one_line(text))


def _html_credit(author: Credit) -> str:
    name = _html(author.name)
    return f'<a href="{escape(safe_url(author.url))}">{name}</a>' if author.url else name


def _markdown(text: str) -> str:
    return one_line(text).translate(_MARKDOWN)


def _markdown_link(text: str, url: str | None) -> str:
    return f"[{_markdown(text)}](<{safe_url(url)}>)" if url else _markdown(text)
