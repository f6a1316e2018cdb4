"""Plain text and links put into Markdown."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import quote

_SPECIAL = re.compile(r"[\\`*_\[\]{}#]")
# What would begin a list, a rule, a definition or an underlined heading at the start of a line.
_OPENING = re.compile(r"^(\d*)([-+:=]|\.(?= |$))")
_ENTITY = re.compile(r"&(?=#?[A-Za-z0-9]+;)")
_MARKS = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])|<[^<>]*>|[*`]|(?<!\w)_|_(?!\w)")
_IN_ADDRESSES = ":/?#@!$&'()*+,;=%~"
_CODED = str.maketrans({"<": "&lt;", ">": "&gt;", "|": "&#124;", "~": "&#126;", "^": "&#94;"})


def plain(text: str) -> str:
    """Write plain text so that Markdown shows it as it is.

    Args:
        text: Plain text, such as a title from front matter.

    Returns:
        Markdown on one line.
    """
    single = " ".join(text.split())
    safe = _SPECIAL.sub(r"\\\g<0>", _ENTITY.sub("&amp;", single)).translate(_CODED)
    return _OPENING.sub(lambda match: f"{match[1]}&#{ord(match[2])};", safe)


def within(text: str) -> str:
    """Plain text put within a line of Markdown.

    Args:
        text: Plain text, such as a label.

    Returns:
        Markdown that shows it; unlike ``plain`` it may not begin a line, so ``1.`` stays as it is.
    """
    return plain(f"a {text}")[2:]


def code_span(text: str) -> str:
    """Write plain text so that Markdown shows it as code.

    Args:
        text: Plain text, such as the path of a file.

    Returns:
        Markdown on one line.
    """
    single = " ".join(text.split())
    longest = max((len(run) for run in re.findall("`+", single)), default=0)
    space = " " if single[:1] == "`" or single[-1:] == "`" else ""
    return f"{'`' * (longest + 1)}{space}{single}{space}{'`' * (longest + 1)}"


def unmarked(markdown: str) -> str:
    """The words of a Markdown text, for descriptions and other places that show plain text.

    Args:
        markdown: A short text.

    Returns:
        Plain text on one line.
    """
    return " ".join(_MARKS.sub(lambda match: match[1] or "", markdown).split())


def document_path(address: str) -> str:
    """The Markdown file, in the tree of generated pages, of a page that the sources make.

    Args:
        address: Path from the root of the site, such as ``/standard/1.0/criteria/D01.1/``.

    Returns:
        Path such as ``standard/1.0/criteria/D01.1.md``; overviews are ``index.md`` of their folders.
    """
    inside = address.strip("/")
    parts = inside.split("/")
    overview = inside in ("", "standard", "insights", "citations") or (
        len(parts) == 2 and parts[0] == "standard" and parts[1] != "history"
    )
    return posixpath.join(inside, "index.md") if overview else f"{inside}.md"


def relative(path: str, origin: str) -> str:
    """The path from one file of the tree to another.

    Args:
        path: The file that is meant.
        origin: The file that mentions it.

    Returns:
        A relative path.
    """
    here, there = origin.split("/")[:-1], path.split("/")
    if not {"", ".", ".."}.isdisjoint((*here, *there)):
        return posixpath.relpath(path, posixpath.dirname(origin) or ".")
    # As relpath does it, which also asks for the working folder; there are many links.
    shared = 0
    for ours, theirs in zip(here, there, strict=False):
        if ours != theirs:
            break
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:]) or "."


def relative_address(address: str, origin: str) -> str:
    """The relative URL from one page to another.

    Args:
        address: The page that is meant.
        origin: The page that links to it.

    Returns:
        A relative URL that ends in ``/``.
    """
    return posixpath.relpath(address, origin) + "/"


def web_address(url: str) -> str:
    """An address as HTML takes it.

    Args:
        url: An absolute address, as it was written.

    Returns:
        The address with what may not stand in one, such as ``|``, percent-encoded (RFC 3986, section 2); what is
        encoded already stays so.
    """
    scheme, _, rest = url.partition("://")
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    return f"{scheme}://{authority}{quote(rest[len(authority) :], safe=_IN_ADDRESSES)}"


def link(title: str, address: str, origin: str) -> str:
    """A Markdown link to a page of the site.

    Args:
        title: Its text, plain.
        address: Path from the root of the site, with an anchor if one is meant.
        origin: The Markdown file that the link stands in.

    Returns:
        Markdown.
    """
    page, _, anchor = address.partition("#")
    path = document_path(page) if page.endswith("/") else page.lstrip("/")
    target = relative(path, origin) + (f"#{anchor}" if anchor else "")
    return f"[{plain(title)}]({target})"
