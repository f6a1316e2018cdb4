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
from editions.words.messages import message
from editions.words.phrasebook import ENGLISH, Phrasebook

PREFIX = "dct: http://purl.org/dc/terms/ cc: http://creativecommons.org/ns#"
PLACEHOLDER = message("[say what you changed]")
# A work by whether its authors and its address are named.
_WORK = {
    (True, True): message("{title}, by {authors}, {source},"),
    (True, False): message("{title}, by {authors},"),
    (False, True): message("{title}, {source},"),
    (False, False): message("{title},"),
}
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


def plain_text(notice: Notice, words: Phrasebook = ENGLISH, *, adapted: bool = False) -> str:
    """A notice as text.

    Args:
        words: The language.
        adapted: Whether it stands in an adaptation that someone makes of the work.

    Returns:
        One line.
    """
    return _sentences(
        notice,
        words,
        adapted,
        title=_quoted(one_line(notice.title), words),
        authors=_joined([one_line(author.name) for author in notice.authors], words),
        source=safe_url(notice.url),
        licence=f"{notice.licence.short_name} ({notice.licence.url})",
        written=one_line,
        link=lambda title, url: f"{_quoted(one_line(title), words)} ({safe_url(url)})",
    )


def html_text(notice: Notice, words: Phrasebook = ENGLISH, *, adapted: bool = False) -> str:
    """A notice as HTML.

    Args:
        words: The language.
        adapted: Whether it stands in an adaptation that someone makes of the work.

    Returns:
        A ``p`` element with RDFa.
    """
    url = escape(safe_url(notice.url))
    names = _joined([_html_credit(author) for author in notice.authors], words)
    sentences = _sentences(
        notice,
        words,
        adapted,
        title=_quoted(f'<cite property="dct:title">{_html(notice.title)}</cite>', words),
        authors=f'<span property="cc:attributionName">{names}</span>' if names else "",
        source=f'<a property="cc:attributionURL" href="{url}">{url}</a>',
        licence=f'<a rel="license" href="{escape(notice.licence.url)}">{_html(notice.licence.short_name)}</a>',
        written=_html,
        link=lambda title, address: _quoted(f'<a href="{escape(safe_url(address))}">{_html(title)}</a>', words),
    )
    return f'<p prefix="{PREFIX}" resource="{url}">{sentences}</p>'


def markdown_text(notice: Notice, words: Phrasebook = ENGLISH, *, adapted: bool = False) -> str:
    """A notice as Markdown.

    Args:
        words: The language.
        adapted: Whether it stands in an adaptation that someone makes of the work.

    Returns:
        One line.
    """
    return _sentences(
        notice,
        words,
        adapted,
        title=_quoted(_markdown_link(notice.title, notice.url), words),
        authors=_joined([_markdown_link(author.name, author.url) for author in notice.authors], words),
        source="",
        licence=_markdown_link(notice.licence.short_name, notice.licence.url),
        written=_markdown,
        link=lambda title, url: _quoted(_markdown_link(title, url), words),
    )


def paste_forms(notice: Notice, words: Phrasebook = ENGLISH, *, adapted: bool) -> tuple[PasteForm, ...]:
    """A notice in every form.

    Args:
        words: The language.
        adapted: Whether it is for adaptations.

    Returns:
        Plain text, HTML and Markdown; nothing for adaptations under a licence that does not let them be shared.
    """
    if adapted and not notice.allows_adaptations:
        return ()
    return (
        PasteForm(words.text("Plain text"), plain_text(notice, words, adapted=adapted)),
        PasteForm("HTML", html_text(notice, words, adapted=adapted)),
        PasteForm("Markdown", markdown_text(notice, words, adapted=adapted)),
    )


def _sentences(
    notice: Notice,
    words: Phrasebook,
    adapted: bool,
    *,
    title: str,
    authors: str,
    source: str,
    licence: str,
    written: Callable[[str], str],
    link: Callable[[str, str], str],
) -> str:
    """A notice in its form; the parts are written already."""
    parts = {"title": title, "authors": authors, "source": source}
    work = words.text(_WORK[bool(authors), bool(source)], **parts | {"title": _titled(notice, words, title, written)})
    if adapted:
        said = [
            words.text("This is an adaptation of {work} licensed under {licence}.", work=work, licence=licence),
            words.text("Changes were made: {what}.", what=written(words.text(PLACEHOLDER))),
        ]
    else:
        said = [words.text("{work} is licensed under {licence}.", work=work, licence=licence)]
    if notice.copyright_notice is not None:
        said.append(_stopped(written(notice.copyright_notice)))
    if notice.adapted_from is not None:
        origin = notice.adapted_from
        from_it = words.text(
            "It is adapted from {work}; changes: {changes}",
            work=link(origin.title, origin.url),
            changes=written(origin.changes),
        )
        said.append(_stopped(from_it))
    if notice.disclaims_warranties:
        said.append(words.text("It comes without warranties (section 5 of the licence)."))
    return " ".join(said)


def _titled(notice: Notice, words: Phrasebook, title: str, written: Callable[[str], str]) -> str:
    """The title with what it is in, and in which version."""
    if notice.container is not None:
        container = _quoted(written(notice.container), words)
        title = words.text("{title}, in {container}", title=title, container=container)
    if notice.version is not None:
        title = words.text("{title}, version {version}", title=title, version=written(notice.version))
    return title


def _stopped(text: str) -> str:
    return text if is_closed(text) else f"{text}."


def _quoted(text: str, words: Phrasebook) -> str:
    return words.text("“{words}”", words=text)


def _joined(names: Sequence[str], words: Phrasebook) -> str:
    return words.join(names)


def _html(text: str) -> str:
    return escape(one_line(text))


def _html_credit(author: Credit) -> str:
    name = _html(author.name)
    return f'<a href="{escape(safe_url(author.url))}">{name}</a>' if author.url else name


def _markdown(text: str) -> str:
    return one_line(text).translate(_MARKDOWN)


def _markdown_link(text: str, url: str | None) -> str:
    return f"[{_markdown(text)}](<{safe_url(url)}>)" if url else _markdown(text)
