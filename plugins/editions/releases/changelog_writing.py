"""Put the sections of releases into CHANGELOG.md and leave every other line as it is."""

from __future__ import annotations

from editions.model import Version
from editions.releases.changelog import (
    ARTICLES_PART,
    ENGINE_PART,
    PREAMBLE,
    STANDARD_PART,
    Part,
    Section,
    generated,
    heading,
    read_changelog,
)
from editions.releases.changelog_lines import STANDARD_WORK, Expected

_PARTS = (STANDARD_PART, ARTICLES_PART, ENGINE_PART)
_UNRELEASED = ("unreleased", "[unreleased]")


def with_releases(text: str | None, releases: tuple[Expected, ...]) -> str:
    r"""Write the sections of releases.

    Args:
        text: The changelog as it stands, with ``\n`` between lines; ``None`` where there is none.
        releases: The releases whose sections are to stand in it, newest first within each work.

    Returns:
        The changelog with each section in its place, newest first. An existing section keeps its remarks and gets new
        generated lines; the remarks under ``[Unreleased]`` move into a section that is new.
    """
    made = PREAMBLE if text is None or not text.strip() else text
    for release in reversed(releases):
        made = _with_release(made, release)
    return made


def _with_release(text: str, release: Expected) -> str:
    part_name = STANDARD_PART if release.work == STANDARD_WORK else ARTICLES_PART
    text = _with_part(text, part_name)
    part = next(part for part in read_changelog(text) if part.name == part_name)
    same = [it for it in part.sections if (it.work, it.version) == (release.work, release.version)]
    lines = text.split("\n")
    if same:
        _renew(lines, same[0], release)
    else:
        _insert(lines, part, release)
    return "\n".join(lines)


def _with_part(text: str, name: str) -> str:
    parts = read_changelog(text)
    if any(part.name == name for part in parts):
        return text
    later = [part for part in parts if part.name in _PARTS[_PARTS.index(name) + 1 :]]
    lines = text.split("\n")
    if later:
        place = later[0].line - 1
        lines[place:place] = [f"## {name}", ""]
        return "\n".join(lines)
    return text.rstrip("\n") + f"\n\n## {name}\n"


def _renew(lines: list[str], section: Section, release: Expected) -> None:
    """Give a section its heading and its generated lines; what people wrote stays."""
    for block in reversed(section.blocks):
        last = block.line + len(block.lines) + (1 if block.closed else 0)
        lines[block.line - 1 : last] = generated(release) if block is section.blocks[0] else ()
    if not section.blocks:
        lines[section.line : section.line] = ["", *generated(release)]
    lines[section.line - 1] = heading(release)


def _insert(lines: list[str], part: Part, release: Expected) -> None:
    mine = [it for it in part.sections if it.work == release.work]
    unreleased = [it for it in part.sections if lines[it.line - 1].removeprefix("###").strip().lower() in _UNRELEASED]
    newest = not any(Version.parse(it.version) > Version.parse(release.version) for it in mine)
    if release.work == STANDARD_WORK and newest and unreleased:
        at = unreleased[0].line  # the remarks that follow become those of the release
        lines[at:at] = ["", heading(release), "", *generated(release)]
        return
    older = [it for it in mine if Version.parse(it.version) < Version.parse(release.version)]
    if older:
        at = older[0].line - 1
    elif mine:
        at = mine[-1].end - 1
    else:
        at = part.end - 1
    before = [] if at and not lines[at - 1].strip() else [""]
    lines[at:at] = [*before, heading(release), "", *generated(release), ""]
    if at + len(before) + 3 + len(generated(release)) >= len(lines) and lines[-2:] == ["", ""]:
        lines.pop()
