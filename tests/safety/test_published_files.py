"""Files beside the pages: what browsers would run is refused, by check and build alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from editions.source.configuration import read_configuration
from editions.validation import load_project
from project_files import write_project
from sites import run_build

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
REFUSED = {
    "evil.html": "may run",
    "evil.HTM": "may run",
    "evil.xhtml": "may run",
    "evil.xht": "may run",
    "evil.shtml": "may run",
    "evil.xml": "may run",
    "evil.xsl": "may run",
    "evil.mht": "may run",
    "evil.swf": "may run",
    "evil.wasm": "may run",
    "evil.php": "may run",
    "evil.svgz": "may run",
    "evil": "may run",
    "evil.js": "name it in extra_javascript",
    "evil.mjs": "name it in extra_javascript",
    "evil.css": "name it in extra_css",
    "assets/editions/editions.js": "files of its own",
    "assets/editions/site.css": "files of its own",
    "search/index.json": "files of its own",
    "_headers": "steer the host",
    "_redirects": "steer the host",
    "deep/_redirects": "steer the host",
    "_worker.js": "name it in extra_javascript",
    "staticwebapp.config.json": "steer the host",
    "evil.markdown": "end its name in .md",
    "evil.mkd": "end its name in .md",
}
PUBLISHED = (
    "a.png",
    "b.JPG",
    "c.pdf",
    "d.woff2",
    "e.csv",
    "f.json",
    "g.mp4",
    "h.txt",
    "CNAME",
    "named.js",
    "own/named.css",
)
# SVG 2, 5, 12 and 19; the attributes and elements by which OWASP and html5sec have a drawing run or load.
DRAWINGS = {
    "<script>1</script>": "the element script",
    "<g><script href='x.js'/></g>": "the element script",
    "<rect onload='x()'/>": "the attribute onload",
    "<rect ONLOAD='x()'/>": "the attribute ONLOAD",
    "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>": "the element foreignObject",
    "<img xmlns='http://www.w3.org/1999/xhtml' src='x'/>": "the element img",
    "<a xlink:href='javascript:1'><text>x</text></a>": "an address in the attribute href",
    "<a href='java&#9;script:1'><text>x</text></a>": "an address in the attribute href",
    "<a><animate attributeName='href' values='javascript:1'/></a>": "the element animate",
    "<a><set attributeName='xlink:href' to='javascript:1'/></a>": "the element set",
    "<image href='https://evil.example/x.png'/>": "an address in the attribute href",
    "<use href='other.svg#x'/>": "an address in the attribute href",
    "<use href='data:image/svg+xml,x#x'/>": "an address in the attribute href",
    "<rect style='fill:url(https://evil.example/x)'/>": "an address in the attribute style",
    "<rect fill='url(//evil.example/x)'/>": "an address in the attribute fill",
    "<style>@import 'https://evil.example/x.css';</style>": "an address in the element style",
}
SOUND = (
    "<title>A drawing</title><g id='a'><path d='M0 0h9v9z' fill='url(#b)'/></g><use xlink:href='#a'/>",
    "<style>.a { fill: red; mask: url('#m') }</style><rect class='a'/><a href='https://example.org/'><text>x</text></a>",
    "<image href='data:image/png;base64,iVBORw0KGgo='/><animate attributeName='x' values='0;9' dur='1s'/>",
)


def problems(folder: Path, files: dict[str, str | bytes]) -> dict[str, list[str]]:
    write_project(folder, files={f"docs/{path}": text for path, text in files.items()})
    configuration = folder / "mkdocs.yml"
    text = configuration.read_text(encoding="utf-8")
    more = "extra_javascript: [{path: named.js, defer: true}]\nextra_css: [own/named.css]\ntheme: {name: material}\n"
    configuration.write_text(f"{text}{more}", encoding="utf-8")
    found: dict[str, list[str]] = {}
    for problem in load_project(read_configuration(configuration)).problems:
        found.setdefault(problem.path.removeprefix("docs/"), []).append(problem.message)
    return found


def test_files_that_browsers_would_run_are_problems(tmp_path: Path) -> None:
    found = problems(tmp_path, dict.fromkeys((*REFUSED, *PUBLISHED), "x"))
    assert found.keys() == REFUSED.keys()
    for path, words in REFUSED.items():
        assert len(found[path]) == 1
        assert words in found[path][0], path


def test_drawings_that_run_or_load_are_problems_and_others_are_not(tmp_path: Path) -> None:
    files = {f"bad{number}.svg": SVG.format(text) for number, text in enumerate(DRAWINGS)}
    files |= {f"good{number}.svg": SVG.format(text) for number, text in enumerate(SOUND)}
    found = problems(tmp_path, files)
    for number, (text, words) in enumerate(DRAWINGS.items()):
        assert any(words in message for message in found.pop(f"bad{number}.svg", [])), text
    assert found == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<svg", "is no XML"),
        ('<!DOCTYPE svg [<!ENTITY x "y">]>' + SVG.format("&x;"), "document type"),
        ('<?xml-stylesheet href="https://evil.example/x.xsl"?>' + SVG.format(""), "a processing instruction"),
        ('<html xmlns="http://www.w3.org/1999/xhtml"/>', "another root than svg"),
        (b"\xff\xfe", "is not UTF-8"),
    ],
)
def test_a_drawing_must_be_plain_svg(tmp_path: Path, text: str | bytes, words: str) -> None:
    assert words in problems(tmp_path, {"a.svg": text})["a.svg"][0]


@pytest.mark.slow
def test_the_build_stops_at_such_a_file_too_and_writes_nothing(tmp_path: Path) -> None:
    problems(tmp_path / "project", {"evil.html": "<script>1</script>"})
    done = run_build(tmp_path / "project", tmp_path / "site")
    assert done.returncode != 0
    assert "docs/evil.html:1: may run in readers' browsers" in done.stdout
    assert not (tmp_path / "site").exists()
