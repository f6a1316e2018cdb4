"""HTML that the engine or the sanitiser has made, as Markdown: CommonMark with tables and definition lists.

For the few elements of such HTML a parser of its own would be too much, and converters made for the web at large guess
at things that are known here; so this is a small reader on top of the standard library's ``html.parser``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

# Parts of pages that say nothing on their own, or say again what stands beside them.
_UNSAID = frozenset("script style svg button input select textarea label fieldset template noscript progress".split())
_UNSAID_CLASSES = frozenset({"headerlink", "redline-label", "redline-sides", "cite-of"})
_VOID = frozenset("br hr img input col wbr".split())
_BLOCKS = frozenset(
    "address article aside blockquote dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_KEPT = frozenset({"del", "ins", "sub", "sup", "kbd"})
_MARKS = {"em": "*", "i": "*", "cite": "*", "strong": "**", "b": "**"}
_SPECIAL = re.compile(r"[\\`*_\[\]]|&(?=#?[A-Za-z0-9]+;)|<")
# What would begin a block at the start of a line.
_OPENING = re.compile(r"^(?:(?=>|~{3}|#{1,6}(?:\s|$)|[-+:](?:\s|$)|[-=]+$)|(\d{1,9})(?=[.)](?:\s|$)))")
_LINE = re.compile(r"(?<=\n)(?=[^\n])")
_SPACES = re.compile(r"[ \t\r\n\f]+")
Resolve = Callable[[str], "str | None"]


def html_markdown(html: str, resolve: Resolve) -> str:
    """Write HTML as Markdown.

    Args:
        html: A piece of HTML; its texts come out as they are read, never as marks.
        resolve: Gives the address of a link or image for the one that stands in the HTML; ``None`` for none.

    Returns:
        Blocks of Markdown with blank lines between them, without one at either end.
    """
    reader = _Reader(resolve)
    reader.feed(html)
    reader.close()
    return reader.finished()


class _Item(str):
    """A block that is an item of a list, with its mark."""

    __slots__ = ()


class _Reader(HTMLParser):
    """Collects blocks; a block within a list item or a quotation is indented when that one ends."""

    def __init__(self, resolve: Resolve) -> None:
        super().__init__(convert_charrefs=True)
        self._resolve = resolve
        self._unsaid: list[str] = []
        self._blocks: list[list[str]] = [[]]
        self._text = ""
        self._lists: list[int | None] = []
        self._links: list[tuple[int, str | None]] = []
        self._preformatted = False
        self._code: int | None = None
        self._row: list[str] = []
        self._rows: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        unsaid = tag in _UNSAID or "hidden" in values or _UNSAID_CLASSES & set(values.get("class", "").split())
        if self._unsaid or unsaid:
            if tag not in _VOID:
                self._unsaid.append(tag)
            return
        if tag in _BLOCKS:
            self._end_block()
        if tag in ("ul", "ol"):
            self._lists.append(int(values["start"]) if values.get("start", "").isdecimal() else 1)
            if tag == "ul":
                self._lists[-1] = None
        elif tag in ("li", "dd", "blockquote", "td", "th"):
            self._blocks.append([])
        elif tag == "pre":
            self._preformatted = True
        elif tag == "table":
            self._rows = []
        elif tag == "tr":
            self._row = []
        elif tag == "br":
            self._text = self._text.rstrip() + "\n"
        elif tag == "hr":
            self._blocks[-1].append("---")
        elif tag == "img":
            address = self._resolve(values["src"]) if values.get("src") else None
            words = _escaped(values.get("alt", ""))
            self._text += f"![{words}]({_target(address)})" if address else words
        elif tag == "a":
            address = self._resolve(values["href"]) if "href" in values else None
            if self._text[-1:] == ")":  # the style sheet keeps links apart
                self._text += " "
            self._links.append((len(self._text), address))
        else:
            self._mark(tag, "")

    def handle_endtag(self, tag: str) -> None:
        if self._unsaid:
            if tag == self._unsaid[-1]:
                self._unsaid.pop()
            return
        if tag == "a" and self._links:
            start, address = self._links.pop()
            words = self._text[start:]
            if address and words.strip():
                lead = words[: len(words) - len(words.lstrip())]
                self._text = f"{self._text[:start]}{lead}[{words.strip()}]({_target(address)})"
        elif tag == "pre":
            self._end_preformatted()
        elif tag in ("td", "th"):
            self._end_block()
            self._row.append(" ".join(_SPACES.sub(" ", block) for block in self._inner()).replace("|", "\\|"))
        elif tag == "tr":
            self._rows.append(self._row)
        elif tag == "table":
            self._end_table()
        elif tag in _BLOCKS:
            self._end_block(tag)
            self._end_container(tag)
        else:
            self._mark(tag, "/")

    def handle_data(self, data: str) -> None:
        if self._unsaid:
            return
        if self._preformatted:
            self._text += data
            return
        text = _SPACES.sub(" ", data)
        if text[:1] == " " and (not self._text or self._text[-1:].isspace()):
            text = text[1:]
        self._text += text if self._code is not None else _escaped(text)

    def finished(self) -> str:
        """All blocks, whatever was left open."""
        self._end_block()
        while len(self._blocks) > 1:
            self._blocks[-2].extend(self._blocks.pop())
        return "\n\n".join(self._blocks[0])

    def _mark(self, tag: str, slash: str) -> None:
        if tag in _KEPT:
            self._text += f"<{slash}{tag}>"
        elif tag == "code" and not self._preformatted:
            self._end_code() if slash else self._begin_code()
        elif tag in _MARKS:
            self._text += _MARKS[tag]

    def _begin_code(self) -> None:
        if self._code is None:
            self._code = len(self._text)

    def _end_code(self) -> None:
        if self._code is None:
            return
        start, self._code = self._code, None
        if code := self._text[start:]:
            self._text = self._text[:start] + code_span(code)

    def _end_block(self, tag: str = "p") -> None:
        self._end_code()
        text, self._text = self._text.strip(), ""
        self._links.clear()
        if not text:
            return
        lines = [_OPENING.sub(lambda it: f"{it[1] or ''}\\", line.strip()) for line in text.split("\n")]
        block = "\\\n".join(line for line in lines if line)
        if tag[0] == "h" and tag[1:].isdecimal():
            block = f"{'#' * int(tag[1:])} {' '.join(lines)}"
        elif tag == "summary":
            block = f"**{' '.join(lines)}**"
        elif tag == "dt":
            block = " ".join(lines)
        self._blocks[-1].append(block)

    def _inner(self) -> list[str]:
        return self._blocks.pop() if len(self._blocks) > 1 else []

    def _end_container(self, tag: str) -> None:
        if tag == "li":
            number = self._lists[-1] if self._lists else None
            if number is None:
                mark = "- "
            else:
                mark, self._lists[-1] = f"{number}. ", number + 1
            self._item(mark.ljust(4) if number is not None else mark)
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
            self._join_items()
        elif tag == "dd":
            inner = "\n\n".join(self._inner())
            self._blocks[-1].append(":   " + _LINE.sub("    ", inner))
        elif tag == "blockquote":
            inner = "\n\n".join(self._inner())
            self._blocks[-1].append(_LINE.sub("> ", f"> {inner}").replace("\n\n", "\n>\n"))

    def _item(self, mark: str) -> None:
        inner = "\n\n".join(self._inner())
        self._blocks[-1].append(_Item(mark + _LINE.sub(" " * len(mark), inner)))

    def _join_items(self) -> None:
        """Put the items of a list close to each other."""
        blocks, items = self._blocks[-1], []
        while blocks and isinstance(blocks[-1], _Item):
            items.append(blocks.pop())
        if items:
            blocks.append("\n".join(reversed(items)))

    def _end_preformatted(self) -> None:
        text, self._text, self._preformatted = self._text.strip("\n"), "", False
        fence = _backticks(text, 3)
        self._blocks[-1].append(f"{fence}\n{text}\n{fence}")

    def _end_table(self) -> None:
        rows, self._rows = [row for row in self._rows if row], []
        if not rows:
            return
        width = max(map(len, rows))
        head, *body = [[*row, *[""] * (width - len(row))] for row in rows]
        lines = [head, ["---"] * width, *body]
        self._blocks[-1].append("\n".join(f"| {' | '.join(line)} |" for line in lines))


def code_span(code: str) -> str:
    """Text as a code span.

    Args:
        code: Any text.

    Returns:
        The text between as many backticks as it takes (CommonMark 0.31 §6.1).
    """
    marks = _backticks(code, 1)
    room = " " if code[:1] == "`" or code[-1:] == "`" else ""
    return f"{marks}{room}{code}{room}{marks}"


def _backticks(text: str, least: int) -> str:
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    return "`" * max(least, longest + 1)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda it: {"<": "&lt;", "&": "&amp;"}.get(it[0], f"\\{it[0]}"), text)


def _target(address: str) -> str:
    return f"<{address}>" if re.search(r"[()\s]", address) else address
