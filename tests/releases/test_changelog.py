"""CHANGELOG.md: generated lines that are checked, and people's lines that are kept."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editions.releases.changelog import read_changelog
from editions.releases.changelog_check import changelog_problems
from editions.releases.changelog_lines import Expected, change_lines, expected_edition, lines_digest
from editions.releases.changelog_writing import with_releases
from editions.source.text import SourceFile
from editions_builder import edition, lineage, standard

FIRST = Expected("standard", "1.0", "2024", ("#### Added", "", "- First release."))
SECOND = Expected("standard", "1.1", "2026-04", ("#### Changed", "", "- Criterion A: reworded · normative"))
THIRD = Expected("standard", "1.2", "2026-09", ("#### Added", "", "- Criterion B: added · normative"))
ARTICLE = Expected("insights/what-is-it", "1.0", "2025", ("#### Added", "", "- First release."))


def _problems(text: str, *releases: Expected) -> list[str]:
    return [str(problem) for problem in changelog_problems(SourceFile("CHANGELOG.md", b"", text), releases)]


def test_a_written_changelog_has_no_problem_and_is_written_alike_again() -> None:
    releases = (SECOND, FIRST, ARTICLE)
    text = with_releases(None, releases)
    assert _problems(text, *releases) == []
    assert with_releases(text, releases) == text
    assert [part.name for part in read_changelog(text)] == ["Standard", "Articles"]


def test_remarks_under_unreleased_become_the_remarks_of_the_release() -> None:
    text = with_releases(None, (FIRST,)).replace(
        "## Standard\n", "## Standard\n\n### [Unreleased]\n\nThanks to the people who wrote in.\n"
    )
    text += "\n## Engine\n\n### [Unreleased]\n\n- Something.\n"
    made = with_releases(text, (SECOND, FIRST))
    section = next(it for it in read_changelog(made)[0].sections if it.version == "1.1")
    inside = made.split("\n")[section.line - 1 : section.end - 1]
    assert "Thanks to the people who wrote in." in inside
    assert made.index("### [Unreleased]") < made.index("### [1.1] - 2026-04") < made.index("### [1.0] - 2024")
    assert made.endswith("## Engine\n\n### [Unreleased]\n\n- Something.\n")
    assert _problems(made, SECOND, FIRST) == []


remarks = st.lists(
    st.text(st.characters(blacklist_characters="\r\n`~#<\0", blacklist_categories=("Cs", "Zl", "Zp", "Cc"))), max_size=5
)


@given(remarks, remarks, remarks)
def test_every_line_of_people_is_kept_in_its_order(top: list[str], beside: list[str], below: list[str]) -> None:
    text = with_releases(None, (SECOND, FIRST)).rstrip("\n")
    head, foot = text.split("<!-- editions: end -->", 1)
    text = "\n".join([*top, head + "<!-- editions: end -->", *beside, foot.lstrip("\n"), *below, ""])
    made = with_releases(text, (THIRD, SECOND, FIRST))
    old_lines, new_lines = [line for line in text.split("\n") if line], iter(made.split("\n"))
    assert all(line in new_lines for line in old_lines)  # a subsequence: nothing lost, nothing reordered
    assert _problems(made, THIRD, SECOND, FIRST) == []


def test_a_change_that_is_left_out_is_named() -> None:
    text = with_releases(None, (SECOND, FIRST)).replace("- Criterion A: reworded · normative\n", "")
    (problem,) = _problems(text, SECOND, FIRST)
    line = text.split("\n").index(next(it for it in text.split("\n") if it.startswith("<!-- editions: generated"))) + 1
    words = "1.1 omits the change “Criterion A: reworded · normative” (the section was edited after the release)"
    assert problem.startswith(f"CHANGELOG.md:{line}: {words}")


def test_a_change_that_is_made_up_is_named_at_its_line() -> None:
    text = with_releases(None, (SECOND, FIRST)).replace(
        "· normative\n", "· normative\n- Criterion Z: added · editorial\n"
    )
    (problem,) = _problems(text, SECOND, FIRST)
    line = text.split("\n").index("- Criterion Z: added · editorial") + 1
    words = "1.1 names a change that is not there: “Criterion Z: added · editorial”"
    assert problem.startswith(f"CHANGELOG.md:{line}: {words}")


def test_a_forged_digest_helps_nobody() -> None:
    forged = ("#### Changed", "", "- Criterion A: reworded · editorial")
    text = with_releases(None, (SECOND, FIRST)).replace("· normative", "· editorial")
    text = text.replace(SECOND.digest, lines_digest(forged))
    problems = _problems(text, SECOND, FIRST)
    assert len(problems) == 2
    assert "omits the change" in problems[0]
    assert "names a change that is not there" in problems[1]
    assert "lines and sha256 do not come from this comparison" in problems[0]


def test_each_way_to_bend_a_section_is_found() -> None:
    text = with_releases(None, (SECOND, FIRST))
    cases = {
        text.replace("### [1.1] - 2026-04", "### [1.1] - 2026-05"): "the date of 1.1 is '2026-05' here",
        text.replace("### [1.1] - 2026-04", "### [1.3] - 2026-04"): "there is no release 1.3",
        text.replace("### [1.1] - 2026-04", "### 1.1, sometime"): "has no section '### [1.1] - 2026-04'",
        text.replace(SECOND.digest, "0" * 64): "the sha256 of the generated lines of 1.1 was edited",
        text.replace("#### Changed", "#### Fixed"): "the generated lines of 1.1 were edited",
        text.replace("<!-- editions: end -->", ""): "have no end mark",
        text.replace("generated standard 1.1", "generated standard 1.0"): "the mark names 1.0 in the section of 1.1",
        text + "\n### [1.1] - 2026-04\n": "the release 1.1 has a section already",
        "# Changelog\n": "has no section '### [1.0] - 2024'",
    }
    for bent, words in cases.items():
        assert any(words in problem for problem in _problems(bent, SECOND, FIRST)), words
    newest_last = with_releases(None, (FIRST,)) + with_releases(None, (SECOND,)).split("## Standard\n", 1)[1]
    assert any("stands below the older 1.0" in problem for problem in _problems(newest_last, SECOND, FIRST))


def test_a_missing_changelog_is_a_problem_once_there_is_a_release() -> None:
    assert [str(problem) for problem in changelog_problems(None, ())] == []
    (problem,) = changelog_problems(None, (FIRST,))
    assert "is missing, but there are releases" in problem.message


def test_headings_and_marks_in_code_are_code() -> None:
    text = "```\n## Standard\n### [9.9] - 2030\n```\n" + with_releases(None, (FIRST,))
    assert _problems(text, FIRST) == []


def test_the_lines_list_every_change_once_under_the_headings_of_keep_a_changelog() -> None:
    old = edition("1.0", {"D1": {"C1": "Logs must be kept.", "C2": "Keys must be rotated.", "C3": "Old."}})
    new = edition(
        "1.1", {"D1": {"C1": "Logs should be kept.", "C2": "Keys must be rotated.", "C9": "A new one."}}, lineage("1.0")
    )
    made = expected_edition(standard(old, new), new)
    assert made.lines == (
        "#### Added",
        "",
        "- Criterion C9: added · normative",
        "",
        "#### Changed",
        "",
        "- Criterion C1: reworded · normative",
        "",
        "#### Removed",
        "",
        "- Criterion C3: withdrawn · normative",
    )
    assert change_lines(()) == ("No change to the text.",)
