"""Images of a catalog: no page may load them from elsewhere, and a file that is not here refuses no catalog."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from oscal_catalogs import catalog, control

from editions.cli import main

FACTS = (
    *("--abbreviation", "WS", "--publisher", "Guild", "--licence", "CC-BY-4.0", "--url", "https://guild.example/"),
    *("--engine", "mkdocs-editions"),
)
UUID = "7f0f7a2c-4a7c-4b87-8f0e-6b1b1b3f1f01"


def imported(folder: Path, document: dict[str, Any]) -> tuple[str, str]:
    """Import a catalog: what was reported, and every text of the project."""
    path = folder / "catalog.json"
    path.write_text(json.dumps(document))
    site = folder / "site"
    done = CliRunner().invoke(main, ["import", "oscal", str(path), str(site), *FACTS])
    assert done.exit_code == 0, done.output
    checked = CliRunner().invoke(main, ["check", "-f", str(site / "mkdocs.yml")])
    assert checked.exit_code == 0, checked.output
    return done.output, "\n".join(it.read_text() for it in sorted((site / "standard").rglob("*.md")))


RELATIVE = [
    ("See ![figure](images/figure1.png) for it.", "See figure (`images/figure1.png`) for it.", "images/figure1.png"),
    ("![figure](../x.png)", "figure (`../x.png`)", "../x.png"),
    ("![figure](./x.png)", "figure (`./x.png`)", "./x.png"),
    ("![figure](/x.png)", "figure (`/x.png`)", "/x.png"),
    ('![figure](images/x.svg "the title")', "figure, the title (`images/x.svg`)", "images/x.svg"),
    ("![*a* [b] figure](<images/my x.png>)", "a [b] figure (`images/my x.png`)", "images/my x.png"),
    ("![](x.png)", "`x.png`", "x.png"),
    ("![figure][f]\n\n[f]: x.png 'title'", "figure, title (`x.png`)", "x.png"),
    (
        "![Figure][] and [figure][]\n\n[figure]: x.png",
        "Figure (`x.png`) and [figure](https://guild.example/standard/)",
        "x.png",
    ),
    ("![figure]\n\n[figure]: <x.png>", "figure (`x.png`)", "x.png"),
    ("[![figure](x.png)](https://guild.example/)", "[figure (`x.png`)](https://guild.example/)", "x.png"),
    ("![![figure](x.png)](y.png)", "figure (`y.png`)", "y.png"),
    ("- item\n    - ![figure](x.png)", "- item\n  * figure (`x.png`)", "x.png"),
    ("| A |\n|---|\n| ![figure](x.png) |", "| figure (`x.png`) |", "x.png"),
    ("![figure](data:image/png;base64,AAAA)", "figure (`data:image/png;base64,`)", "data:image/png;base64,"),
    ("![figure](file:///C:/x.png)", "figure (`file:///C:/x.png`)", "file:///C:/x.png"),
    (f"![figure](#{UUID})", "figure (`images/of%20resource.png`)", "images/of%20resource.png"),
    ("![figure](#nowhere)", "figure (`#nowhere`)", "#nowhere"),
    ('<img src=x.png alt="a &lt; figure">', "a < figure (`x.png`)", "x.png"),
    ("<IMG\n  alt='figure' title='t'\n  src='x.png'/>", "figure, t (`x.png`)", "x.png"),
    ("<p><img src='x.png'></p>", "`x.png`", "x.png"),
]
RESOURCE = {"uuid": UUID, "title": "R", "rlinks": [{"href": "images/of resource.png"}]}


def _at(place: str, prose: str) -> dict[str, Any]:
    """A catalog with a text in one place."""
    one = control("a-1")
    document = catalog(one, **{"back-matter": {"resources": [RESOURCE]}})
    if place == "statement":
        one["parts"][0]["prose"] = prose
    elif place == "item":
        one["parts"][0]["parts"] = [{"name": "item", "prose": prose}]
    elif place == "guidance":
        one["parts"].append({"name": "guidance", "prose": prose})
    elif place == "back matter":
        document["catalog"]["back-matter"]["resources"][0] = {**RESOURCE, "description": prose}
    elif place == "remarks":
        document["catalog"]["metadata"]["remarks"] = f"{'Long. ' * 100}\n\n{prose}"
    elif place == "group without controls":
        document["catalog"]["groups"].append({"title": "Read", "parts": [{"name": "overview", "prose": prose}]})
    return document


@pytest.mark.parametrize(("prose", "expected", "path"), RELATIVE)
def test_an_image_without_a_file_becomes_its_words_and_its_path(
    tmp_path: Path, prose: str, expected: str, path: str
) -> None:
    """In every form of an image; the report names the path."""
    said, written = imported(tmp_path, _at("guidance", prose))
    assert expected in written
    assert f"image {path!r} in the guidance of g: is not here; its words and its path stand instead" in said


@pytest.mark.parametrize("place", ["statement", "item", "back matter", "remarks", "group without controls"])
def test_an_image_is_reported_wherever_it_stands(tmp_path: Path, place: str) -> None:
    """In every text of a catalog."""
    said, written = imported(tmp_path, _at(place, "See ![figure](images/x.png)."))
    assert "See figure (`images/x.png`)." in written
    assert "image 'images/x.png' in" in said


@pytest.mark.parametrize("place", ["title", "group", "label", "choice", "guideline", "link", "citation", "prop"])
def test_an_image_in_a_line_of_text_is_reported(tmp_path: Path, place: str) -> None:
    """Titles, parameters, citations, the words of links and remarks of properties."""
    words = "A ![figure](x.png) b"
    param: dict[str, Any] = {"id": "p", "label": "day"}
    one = control("a-1", "On {{ insert: param, p }}.", params=[param])
    document = catalog(one)
    if place == "title":
        one["title"] = words
    elif place == "group":
        document["catalog"]["groups"][0]["title"] = words
    elif place == "label":
        param["label"] = words
    elif place == "choice":
        param["select"] = {"choice": [words]}
    elif place == "guideline":
        param["guidelines"] = [{"prose": words}]
    elif place == "link":
        one["links"] = [{"href": "https://guild.example/", "rel": "about", "text": words}]
    elif place == "citation":
        document["catalog"]["back-matter"] = {"resources": [{"uuid": UUID, "citation": {"text": words}}]}
    else:
        one["props"] = [{"name": "p", "value": "v", "remarks": words}]
    said, written = imported(tmp_path, document)
    assert "A figure (" in written
    assert "image 'x.png' in" in said


FOREIGN = [
    ("![figure](https://guild.example/x.png)", "[figure](https://guild.example/x.png)"),
    ("![figure](//guild.example/x.png)", "[figure](//guild.example/x.png)"),
    ("![figure][f]\n\n[f]: https://guild.example/x.png", "[figure](https://guild.example/x.png)"),
    ("<img src='https://guild.example/x.png' alt=figure>", "[figure](https://guild.example/x.png)"),
    (
        "[![figure](https://guild.example/x.png)](https://guild.example/)",
        "[figure (`https://guild.example/x.png`)](https://guild.example/)",
    ),
]


@pytest.mark.parametrize(("prose", "expected"), FOREIGN)
def test_an_image_of_another_site_becomes_a_link(tmp_path: Path, prose: str, expected: str) -> None:
    """In every form; within a link its address is named."""
    said, written = imported(tmp_path, _at("guidance", prose))
    assert expected in written
    assert "image of another site in the guidance of g: became a link to it" in said


@pytest.mark.parametrize("prose", ["`![figure](x.png)`", "    ![figure](x.png)", "\\!\\[figure](x.png)", "!\\[f]"])
def test_what_only_looks_like_an_image_stays(tmp_path: Path, prose: str) -> None:
    """Code and escaped signs."""
    said, _ = imported(tmp_path, _at("guidance", f"Text.\n\n{prose}"))
    assert "image '" not in said


def test_images_of_a_table_in_markdown_are_handled_alike(tmp_path: Path) -> None:
    """The same holds for the texts of a CSV file."""
    (tmp_path / "t.csv").write_text("id,text\nA.1,See ![figure](images/x.png).\n")
    facts = ("--title", "T", "--edition", "1.0", "--date", "2026", "--texts", "markdown", *FACTS)
    done = CliRunner().invoke(main, ["import", "csv", str(tmp_path / "t.csv"), str(tmp_path / "site"), *facts])
    assert done.exit_code == 0, done.output
    assert "image 'images/x.png' in the text of A.1" in done.output
