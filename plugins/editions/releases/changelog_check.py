"""The changelog says what the comparison says: nothing left out, nothing made up, nothing altered afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from editions.model import Version
from editions.releases.changelog import CHANGELOG, Block, Section, heading, read_changelog
from editions.releases.changelog_lines import STANDARD_WORK, Expected, lines_digest
from editions.source.problem import Problem
from editions.source.text import SourceFile

_RENEW = "run 'editions changelog --write', which keeps the remarks"


def changelog_problems(file: SourceFile | None, releases: tuple[Expected, ...]) -> Iterator[Problem]:
    """Check the changelog against the releases.

    Args:
        file: ``CHANGELOG.md``, or ``None`` if there is none.
        releases: What it has to say of each release, newest first within each work.

    Yields:
        A problem for each section that is missing, stands twice, in the wrong order or for no release, each change
        that is left out or made up, and each section that was edited.
    """
    if file is None:
        if releases:
            yield Problem(CHANGELOG, 1, f"is missing, but there are releases; {_RENEW}")
        return
    if file.text is None:
        yield from file.problems
        return
    parts = read_changelog(file.text)
    sections = [section for part in parts for section in part.sections if section.work]
    wanted = {(release.work, release.version): release for release in releases}
    first: dict[tuple[str, str], Section] = {}
    for section in sections:
        key = (section.work, section.version)
        known = first.setdefault(key, section)
        if known is not section:
            message = f"the release {_name(*key)} has a section already (line {known.line}); join the two"
            yield Problem(CHANGELOG, section.line, message)
        elif key not in wanted:
            yield Problem(CHANGELOG, section.line, f"there is no release {_name(*key)}; remove its section")
        else:
            yield from _section_problems(section, wanted[key])
    for key, release in wanted.items():
        if key not in first:
            message = f"has no section '{heading(release)}' for the release {_name(*key)}; {_RENEW}"
            yield Problem(CHANGELOG, 1, message)
    yield from _order_problems([first[key] for key in first if key in wanted])


def _name(work: str, version: str) -> str:
    return version if work == STANDARD_WORK else f"{version} of {work}"


def _order_problems(sections: list[Section]) -> Iterator[Problem]:
    for earlier, later in pairwise(sorted(sections, key=lambda section: (section.work, section.line))):
        if earlier.work == later.work and Version.parse(earlier.version) < Version.parse(later.version):
            message = f"{later.version} stands below the older {earlier.version}; put the newest release first"
            yield Problem(CHANGELOG, later.line, message)


def _section_problems(section: Section, release: Expected) -> Iterator[Problem]:
    name = _name(release.work, release.version)
    if section.date != release.date:
        message = f"the date of {name} is {section.date!r} here, but {release.date!r} in the release; write that"
        yield Problem(CHANGELOG, section.line, message)
    if not section.blocks:
        yield Problem(CHANGELOG, section.line, f"the section of {name} has no generated lines; {_RENEW}")
        return
    for block in section.blocks[1:]:
        yield Problem(CHANGELOG, block.line, f"the section of {name} has generated lines twice; keep the first")
    block = section.blocks[0]
    if not block.closed:
        yield Problem(CHANGELOG, block.line, f"the generated lines of {name} have no end mark; {_RENEW}")
    if (block.work, block.version) != (release.work, release.version):
        message = f"the mark names {_name(block.work, block.version)} in the section of {name}; {_RENEW}"
        yield Problem(CHANGELOG, block.line, message)
    yield from _line_problems(block, release, name)


def _line_problems(block: Block, release: Expected, name: str) -> Iterator[Problem]:
    if block.lines == release.lines:
        if block.digest != release.digest:
            yield Problem(CHANGELOG, block.line, f"the sha256 of the generated lines of {name} was edited; {_RENEW}")
        return
    edited = block.digest != lines_digest(block.lines)
    why = "the section was edited after the release" if edited else "lines and sha256 do not come from this comparison"
    wanted, there = Counter(filter(None, release.lines)), Counter(filter(None, block.lines))
    missing = [line for line in (wanted - there).elements() if line.startswith("- ")]
    for line in missing:
        yield Problem(CHANGELOG, block.line, f"{name} omits the change “{line[2:]}” ({why}); {_RENEW}")
    extra, found = there - wanted, bool(missing)
    for number, line in enumerate(block.lines, start=block.line + 1):
        if line.startswith("- ") and extra[line]:
            extra[line] -= 1
            found = True
            message = f"{name} names a change that is not there: “{line[2:]}” ({why}); {_RENEW}"
            yield Problem(CHANGELOG, number, message)
    if not found:
        yield Problem(CHANGELOG, block.line, f"the generated lines of {name} were edited ({why}); {_RENEW}")
