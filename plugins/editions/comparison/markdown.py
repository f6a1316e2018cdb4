"""A comparison as Markdown: comparison.md, and the comment on a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from editions.comparison.change import Change, Chapter, Comparison, Impact
from editions.comparison.phrases import chapter_name, detail_words, heading_words, kind_words, reason_sentence
from editions.comparison.quotation import Placing, as_written, quote_revision
from editions.comparison.summary import SIGNIFICANCE_WORDS, summary_words
from editions.text.commonmark import CommonMarkWriter
from editions.text.inline_tree import Emphasis, Inline, Revised, Revision
from editions.text.surroundings import Surroundings
from editions.text.tree import (
    Block,
    Definition,
    DefinitionList,
    List,
    ListItem,
    Paragraph,
    RevisedCode,
)
from editions.words.messages import message
from editions.words.phrasebook import ENGLISH, Phrasebook

# GitHub takes comments of up to 65,536 characters; the room left is for what a bot or a person adds.
COMMENT_LIMIT = 60_000

_IMPACTS: dict[Impact, tuple[str, str]] = {
    "none": (message("No change."), ""),
    "editorial": (message("Impact: editorial."), message("What one must meet is the same.")),
    "normative": (message("Impact: normative."), message("What one must meet may differ.")),
}

# What Markdown, HTML or a forge would read as more than text. Python-Markdown lets only some signs be escaped with a
# backslash, so the others are written as references to characters: signs of HTML and of extensions, what begins a
# mention or an issue number (a quoted text must call nobody), and what begins a block at the start of a line.
_BACKSLASHED = re.compile(r"(?<![^\n])(\d{1,9})([.)])(?=\s)|([\\`*_{}\[\]])")
_REFERRED = re.compile(r"[&<>@#~$^=]|:(?=[\w+-]+:)|(?<![^\n])[-+!?:]")


def comparison_markdown(comparison: Comparison, placing: Placing = as_written, words: Phrasebook = ENGLISH) -> str:
    """A comparison as a Markdown document.

    Args:
        comparison: The comparison.
        placing: Where the links of its texts lead.
        words: The language.

    Returns:
        Markdown: a title, impact and summary, then every change chapter by chapter, with ``<del>`` and ``<ins>`` in
        the wording. All quoted text is escaped, so that its own Markdown and HTML are shown, not obeyed.
    """
    return "\n".join((*_head(comparison, words), *_changes(comparison, placing, words)))


def comparison_sections(comparison: Comparison, placing: Placing, words: Phrasebook) -> tuple[str, str, str]:
    """The same document in sections, for others to stand between.

    Returns:
        Its title; its impact and summary; every change, or nothing.
    """
    title, *head = _head(comparison, words)
    changes = _changes(comparison, placing, words)
    return title.rstrip(), "\n".join(head).rstrip(), "\n".join(changes).rstrip()


def _changes(comparison: Comparison, placing: Placing, words: Phrasebook) -> list[str]:
    return [block for chapter in comparison.chapters for block in _blocks(chapter, placing, words)]


def comparison_comment(
    comparison: Comparison, see: str, limit: int = COMMENT_LIMIT, placing: Placing = as_written
) -> str:
    """A comparison as a comment of limited length.

    Args:
        comparison: The comparison.
        see: Where the whole comparison can be seen: an address, or a command.
        limit: The length that the comment stays under, in characters; large enough for the summary.
        placing: As for ``comparison_markdown``.

    Returns:
        The Markdown document if it is short enough, else as many whole changes as fit, in order, and a last line that
        says how many are not shown and where they are.
    """
    quoting = without_pictures(placing)
    return limited(_head(comparison), [_blocks(chapter, quoting) for chapter in comparison.chapters], see, limit)


def without_pictures(placing: Placing) -> Placing:
    """The same links, and of pictures the words: those of a draft are not published, and a comment loads no others."""

    def quoting(change: Change) -> tuple[Surroundings, Surroundings]:
        former, here = placing(change)
        return replace(former, image=lambda _: None), replace(here, image=lambda _: None)

    return quoting


def limited(head: Sequence[str], chapters: Sequence[Sequence[str]], see: str, limit: int) -> str:
    """Join blocks of Markdown, as many as fit.

    Args:
        head: What always stands first.
        chapters: For each chapter its heading and its changes, a block each.
        see: Where the whole can be seen.
        limit: The length that the text stays under, in characters.

    Returns:
        All of it if it is short enough, else as many whole changes as fit and a line that counts the others.
    """
    whole = "\n".join((*head, *(block for blocks in chapters for block in blocks)))
    if len(whole) < limit:
        return whole
    parts = list(head)
    length = sum(len(part) + 1 for part in parts)
    shown, total = 0, sum(len(blocks) - 1 for blocks in chapters)
    for blocks in chapters:
        room = limit - length - len(_cut(total, see)) - 1
        title, *rest = blocks
        if len(title) + len(rest[0]) + 2 >= room:
            break
        fitting = [title]
        room -= len(title) + 1
        for block in rest:
            if len(block) + 1 >= room:
                break
            fitting.append(block)
            room -= len(block) + 1
        parts += fitting
        length += sum(len(block) + 1 for block in fitting)
        shown += len(fitting) - 1
        if len(fitting) < len(blocks):
            break
    return "\n".join((*parts, _cut(total - shown, see)))


def _cut(missing: int, see: str) -> str:
    return f"… {missing} further change{'' if missing == 1 else 's'} not shown: see {see}\n"


def _head(comparison: Comparison, words: Phrasebook = ENGLISH) -> tuple[str, ...]:
    old, new = comparison.old, comparison.new
    name = f"{old.version} → {new.version}"
    name = words.text("{versions} (draft)", versions=name) if new.status == "draft" else name
    title = f"# {escape(new.abbreviation)} {name}\n"
    impact, means = (words.text(it) for it in _IMPACTS[comparison.impact])
    impact = f"**{impact}**" + (f" {means}" if means else "")
    remarks = [f"{words.text('Lineage: {remark}', remark=escape(it))}\n" for it in comparison.connections.remarks]
    said = (f"- {escape(sentence)}" for sentence in summary_words(comparison, words))
    return (title, f"{impact}\n", *said, "", *remarks)


def _blocks(chapter: Chapter, placing: Placing, words: Phrasebook = ENGLISH) -> list[str]:
    """The heading of a chapter, then one block for each change."""
    name = chapter_name(chapter, words)
    return [f"## {escape(name)}\n", *(change_markdown(change, placing, words) for change in chapter.changes)]


def change_markdown(change: Change, placing: Placing = as_written, words: Phrasebook = ENGLISH) -> str:
    """One change as a block of Markdown.

    Args:
        change: The change.
        placing: As for ``comparison_markdown``.
        words: The language.

    Returns:
        What it is, its wording and its details, ending in a line feed.
    """
    significance = words.text(SIGNIFICANCE_WORDS[change.significance])
    lines = [f"**{escape(heading_words(change, words))}**: {escape(kind_words(change, words))} · {significance}\n"]
    if sentence := reason_sentence(change, words):
        lines.append(f"{escape(sentence)}\n")
    if change.title_revision:
        title = redline_markdown((Paragraph(change.title_revision),))
        lines.append(f"{words.text('Title: {title}', title=title)}\n")
    if change.revision:
        lines.append(_quoted(redline_markdown(quote_revision(change, placing))) + "\n")
    details = [f"- {escape(line)}" for line in detail_words(change, words)]
    details += [f"- {words.text('Note: {note}', note=escape(note))}" for note in change.notes]
    if details:
        lines.append("\n".join(details) + "\n")
    return "\n".join(lines)


def redline_markdown(blocks: Iterable[Block]) -> str:
    """A redline as Markdown.

    Args:
        blocks: Blocks of two merged texts, as ``quote_blocks`` makes them.

    Returns:
        Markdown with ``<del>`` and ``<ins>`` around what went and what came, and no blank line within them.
    """
    return _RedlineWriter().blocks(blocks)


class _RedlineWriter(CommonMarkWriter):
    """Writes merged texts; all their words are escaped for a forge as well."""

    def words(self, words: str) -> str:
        return escape(words)

    def block(self, block: Block) -> str:
        match block:
            case RevisedCode(pieces=pieces, title=title):
                named = f"{self.inline(title)}\n\n" if title else ""
                code = "".join(_marked(operation, escape(piece)) for operation, piece in pieces)
                return f"{named}<pre><code>{code.rstrip()}</code></pre>"
            case DefinitionList(definitions=definitions):  # which few forges know
                return self.blocks(part for definition in definitions for part in _as_list(definition))
        return super().block(block)

    def piece(self, node: Inline) -> str:
        match node:
            case Revised(operation=operation, children=children):
                return _marked(operation, self.inline(children))
        return super().piece(node)


def _as_list(definition: Definition) -> Iterator[Block]:
    """A definition as paragraphs for its terms and a list of its meanings."""
    for term in definition.terms:
        if term:
            yield Paragraph((Emphasis(term, strong=True),))
    yield List(tuple(ListItem(meaning) for meaning in definition.meanings), tight=False)


def _marked(operation: Revision | None, inside: str) -> str:
    """Markdown marked as what went or came, white space outside of the mark."""
    words = inside.strip()
    if operation is None or not words:
        return inside
    tag = "del" if operation == "delete" else "ins"
    return f"{inside[: len(inside) - len(inside.lstrip())]}<{tag}>{words}</{tag}>{inside[len(inside.rstrip()) :]}"


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


def escape(text: str) -> str:
    """Escape text so that Markdown, HTML and a forge show it as it is written.

    Args:
        text: Any text.

    Returns:
        Markdown for that text.
    """
    return _BACKSLASHED.sub(r"\1\\\2\3", _REFERRED.sub(lambda match: f"&\0{ord(match[0])};", text)).replace("\0", "#")
