"""A project that is made one's own as the guide "Publish your own standard" shows it, file by file."""

from __future__ import annotations

import re
from pathlib import Path

from sites import ROOT
from small_standard import CONFIGURATION, write_files, write_small_standard

GUIDE = (ROOT / "docs/publish.md").read_text(encoding="utf-8")
PART = GUIDE[GUIDE.index("## Make it yours") : GUIDE.index("## Release and publish")]
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" width="8" height="8"><path d="M0 0h8v8H0z"/></svg>\n'
FACE = ROOT / "plugins/editions/theme/assets/editions/fonts/source-serif-4-latin-wght-normal.woff2"


def files_of_guide() -> dict[str, str]:
    """The files that the guide shows, by their paths."""
    shown = re.findall(
        r"`([\w/]+\.\w+)`(?:(?!\n\n```|`).|\n(?!\n))*?:\n\n```\w+\n(.*?)^```$", PART, re.MULTILINE | re.DOTALL
    )
    return dict(shown)


def documented_properties() -> set[str]:
    """The custom properties that the guide names in its table."""
    return {
        name
        for row in re.findall(r"^\| (`--ed-.*?) \|", PART, re.MULTILINE)
        for name in re.findall(r"--ed-[\w-]+", row)
    }


def write_own_project(folder: Path, *, of_the_system: bool = False) -> Path:
    """Write a project with everything that the guide shows, or with typefaces of the system in place of its own."""
    project = write_small_standard(folder)
    files = files_of_guide()
    if of_the_system:
        files["overrides/main.html"] = re.sub(
            r"(?<=block fonts %}).*?(?={% endblock)", "", files["overrides/main.html"], flags=re.DOTALL
        )
        sheet = re.sub(r"@font-face {.*?}\n", "", files["docs/assets/own.css"], flags=re.DOTALL)
        files["docs/assets/own.css"] = sheet.replace('"Guild Serif", ', "")
    settings = files.pop("mkdocs.yml")
    start, end = CONFIGURATION.index("theme:\n"), CONFIGURATION.index("plugins:\n")
    (project / "mkdocs.yml").write_text(CONFIGURATION[:start] + settings + CONFIGURATION[end:], encoding="utf-8")
    write_files(project, {path: text.encode() for path, text in files.items()})
    pictures = {f"docs/assets/{name}.svg": LOGO.encode() for name in ("logo", "favicon")}
    write_files(project, {**pictures, "docs/assets/guild-serif.woff2": FACE.read_bytes()})
    return project
