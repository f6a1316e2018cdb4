"""Style sheets name no side of the page, so that pages written from right to left are mirrored."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sites import ROOT

SHEETS = sorted((ROOT / "plugins/editions").rglob("*.css"))
# What stays as it is, each for its reason.
SAME_EITHER_WAY = {
    ".masthead-nav ul": "a shadow at each of its two ends",
    "@top-left": "the margins of paper have no logical names",
    "@bottom-left": "the margins of paper have no logical names",
    "@bottom-right": "the margins of paper have no logical names",
    ".align-left": "a table of Markdown names the side",
    ".align-right": "a table of Markdown names the side",
    "summary::before": "the two sides of a square that is turned to be an arrow, which has its other form beside it",
    ".edition-switcher > summary::after": "the two sides of a square that is turned to point down",
}
_PROPERTY = re.compile(r"(?:^|-)(?:left|right)(?:-|$)")
_SIDES = re.compile(r"\b(?:left|right)\b")
_OF_FOUR = (
    "margin",
    "padding",
    "inset",
    "border-width",
    "border-style",
    "border-color",
    "scroll-margin",
    "scroll-padding",
)
_PUSHED = re.compile(r"(?:^|,\s*|inset\s+)(?!0\b|var\(--ed-way\)|calc\([^()]*var\(--ed-way\)\))(-?[\d.]\S*)\s+\S+")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def declarations(text: str) -> Iterator[tuple[str, str, str]]:
    """Each declaration of a sheet: selector, property, value."""
    selectors: list[str] = []
    for piece, mark in re.findall(
        r'((?:"[^"]*"|\([^()]*(?:\([^()]*\)[^()]*)*\)|[^{};"(])*)([{};])', _COMMENT.sub("", text)
    ):
        if mark == "{":
            selectors.append(" ".join(piece.split()))
            continue
        name, colon, value = piece.partition(":")
        if colon:
            yield selectors[-1], name.strip(), " ".join(value.split())
        if mark == "}":
            selectors.pop()
    assert not selectors


def names_a_side(name: str, value: str) -> bool:
    """Whether a declaration is for the left or the right."""
    if _PROPERTY.search(name) or (not name.startswith("--") and _SIDES.search(re.sub(r'url\(.*?\)|".*?"', "", value))):
        return True
    parts = re.findall(r"(?:[^\s(]|\((?:[^()]|\([^()]*\))*\))+", value)
    if name in _OF_FOUR and len(parts) == 4 and parts[1] != parts[3]:
        return True
    # A shadow to one side; two of them, one to each, are the same either way.
    pushed = [it for it in _PUSHED.findall(value) if not re.match(r"-?0?\.?0+\w*$", it)] if "shadow" in name else []
    return bool(pushed) and {it.lstrip("-") for it in pushed if it.startswith("-")} != {
        it for it in pushed if not it.startswith("-")
    }


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_a_sheet_names_no_side(sheet: Path) -> None:
    found = [
        f"{selector} {{ {name}: {value} }}"
        for selector, name, value in declarations(sheet.read_text(encoding="utf-8"))
        if selector not in SAME_EITHER_WAY and names_a_side(name, value)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("name", "value", "named"),
    [
        ("margin-left", "1px", True),
        ("border-right-color", "red", True),
        ("left", "0", True),
        ("text-align", "right", True),
        ("float", "left", True),
        ("margin", "0 0 0 1rem", True),
        ("padding", "0 calc(1px + 2px) 0 2rem", True),
        ("border-width", "0 2px 2px 0", True),
        ("box-shadow", "inset 3px 0 0 red", True),
        ("box-shadow", "-1rem 0 0 red", True),
        ("background", "linear-gradient(to right, red, blue)", True),
        ("margin-inline", "1px 2px", False),
        ("padding", "0 2rem 0 2rem", False),
        ("padding", "0 1rem 2rem", False),
        ("box-shadow", "0 .4rem 1.2rem rgb(0 0 0 / .14)", False),
        ("box-shadow", "-.3rem 0 0 red, .3rem 0 0 red", False),
        ("box-shadow", "inset 0 0 0 1px red", False),
        ("box-shadow", "calc(-1rem * var(--ed-way)) 0 0 red", False),
        ("text-align", "start", False),
    ],
)
def test_what_names_a_side(name: str, value: str, named: bool) -> None:
    """What the test above would find."""
    assert names_a_side(name, value) is named


def test_each_exception_is_in_a_sheet() -> None:
    found = {it for path in SHEETS for it, *_ in declarations(path.read_text(encoding="utf-8"))}
    assert set(SAME_EITHER_WAY) <= found
