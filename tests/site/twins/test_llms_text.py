"""/llms.txt by the form of llmstxt.org: a name, what it is, text, then sections of links with notes."""

from __future__ import annotations

import re

import pytest

from sites import Site

_LINK = re.compile(r"- \[((?:[^\[\]\\]|\\.)+)\]\((https?://[^()\s]+)\)(?:: (\S.*))?")


def lines(site: Site) -> list[str]:
    return site.file("/llms.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", ["own_site", "small_site", "hostile_site"])
def test_the_file_has_the_form_and_every_link_leads_to_a_file(name: str, request: pytest.FixtureRequest) -> None:
    """https://llmstxt.org/ "Format": H1, blockquote, sections without headings, then H2 sections of link lists."""
    site: Site = request.getfixturevalue(name)
    found = lines(site)
    assert found[0].startswith("# ")
    assert sum(line.startswith("# ") for line in found) == 1
    assert found[2].startswith("> ")
    first = next(number for number, line in enumerate(found) if line.startswith("## "))
    assert not any(line.startswith(("#", "-")) for line in found[3:first])
    for line in found[first:]:
        link = _LINK.fullmatch(line)
        assert not line or line.startswith("## ") or link, line
        if link:
            assert site.has(link[2]), link[2]
            assert not link[2].endswith("/"), link[2]


def test_the_newest_edition_comes_first_and_what_can_be_left_out_last(small_site: Site) -> None:
    sections = [line.removeprefix("## ") for line in lines(small_site) if line.startswith("## ")]
    assert sections == [
        "Newest edition: EAS 1.1",
        "Data",
        "Comparisons",
        "Older editions",
        "Insights",
        "Citing and reusing",
        "Optional",
    ]


def test_it_says_how_to_cite_and_under_which_licence_and_names_no_draft(small_site: Site) -> None:
    text = "\n".join(lines(small_site))
    assert "(2026). Example Assurance Standard (Version 1.1)." in text
    assert "[CC BY 4.0](<https://creativecommons.org/licenses/by/4.0/>)" in text
    assert "draft" not in text
    assert "Not yet said" not in text
