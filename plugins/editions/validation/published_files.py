"""Files beside the site's own pages: they are published as they are, so none may run in readers' browsers.

A page that browsers open from the site runs with all the rights of the site, whatever the other pages' policy says: it
reads what the checklists keep, and changes what readers see. So only kinds of files that browsers do not run are
published, and scripts and style sheets where the configuration names them, which contributors do not write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

from defusedxml import DTDForbidden, EntitiesForbidden, ExternalReferenceForbidden
from defusedxml.ElementTree import ParseError, fromstring

from editions.model.addresses import CATALOGUE, LLMS_TEXT
from editions.model.portable_names import folded_name
from editions.source.problem import Problem
from editions.source.project import ProjectRecords
from editions.source.text import SourceFile

# Pictures, fonts, texts, data, sound, film, documents. Without a sign of their own: names that hosts ask for.
_KINDS = frozenset(
    """
    .md .png .jpg .jpeg .gif .webp .avif .ico .svg .woff .woff2 .ttf .otf .txt .csv .tsv .json .jsonl .geojson .yml
    .yaml .bib .ris .cff .mp3 .ogg .oga .wav .m4a .flac .mp4 .webm .ogv .vtt .pdf .docx .xlsx .pptx .odt .ods .odp .zip
    .gz .epub .webmanifest
    """.split()
)
_PLAIN_NAMES = frozenset(("CNAME", "LICENSE", "NOTICE"))
_PAGES = (".markdown", ".mdown", ".mkdn", ".mkd")  # which site generators take for Markdown as well
_SCRIPTS = (".js", ".mjs", ".css")
# What hosts of static sites read: where readers are sent, which headers they get, which programs run.
_STEERING = frozenset(
    ("_headers", "_redirects", "_routes.json", "staticwebapp.config.json", "vercel.json", "firebase.json")
)
_OURS = ("assets/editions/", "assets/javascripts/", "assets/stylesheets/", "search/")
_MADE = frozenset((CATALOGUE, LLMS_TEXT, "/card.png", "/404.html", "/sitemap.xml", "/sitemap.xml.gz"))

_SVG = "http://www.w3.org/2000/svg"
# SVG 2, 5 and 12: elements that run, or that hold what another language runs.
_RUNNING = frozenset(("script", "foreignObject", "handler", "listener", "iframe", "object", "embed"))
_ANIMATING = frozenset(("animate", "set", "animateTransform", "animateMotion"))
_HARMLESS = re.compile(r"#|data:image/(?:png|jpeg|gif|webp|avif);|https?://|mailto:", re.IGNORECASE)
_FETCHED = re.compile(r"@import|url\(\s*[\"']?(?!#|data:|[\"'])|\\", re.IGNORECASE)
_INSTRUCTION = re.compile(r"<\?(?!xml[\s?])")


def published_file_problems(project: ProjectRecords) -> Iterator[Problem]:
    """Check the files that are published as they are.

    Yields:
        A problem for each file that could run in a browser as part of the site, steers its host, or stands in the
        place of a file that the site makes.
    """
    docs = f"{project.configuration.docs}/"
    for path in sorted(project.listed):
        if path.startswith(docs):
            message = _message(path.removeprefix(docs), project.configuration.scripts)
            if message:
                yield Problem(path, 1, message)
    for drawing in project.drawings:
        yield from drawing.problems if drawing.text is None else _drawing_problems(drawing, drawing.text)


def _message(path: str, named: frozenset[str]) -> str | None:
    name, suffix = PurePosixPath(path).name, PurePosixPath(path).suffix.lower()
    if folded_name(path).startswith(_OURS):
        return "stands where the site keeps files of its own; move it to another folder"
    if f"/{folded_name(path)}" in _MADE:
        return "stands where the site writes a file of its own; rename it"
    if name.lower() in _STEERING:
        return "would steer the host of the site; set its rules there, or after the build"
    if suffix in _KINDS or name in _PLAIN_NAMES or path in named:
        return None
    if suffix in _PAGES:
        return "is Markdown under another suffix; end its name in .md"
    if suffix in _SCRIPTS:
        key = "extra_css" if suffix == ".css" else "extra_javascript"
        return f"may run in readers' browsers; name it in {key} of the configuration, or keep it elsewhere"
    return (
        "may run in readers' browsers; write it as a page in Markdown, or publish a picture, a font, text, data, "
        "sound, film or a document"
    )


def _drawing_problems(drawing: SourceFile, text: str) -> Iterator[Problem]:
    advice = "may run in readers' browsers or load something there; export the drawing without it"
    try:
        root = fromstring(text.encode(), forbid_dtd=True)
    except ParseError as error:
        yield Problem(drawing.path, error.position[0], "is no XML, as a drawing must be; export it again")
        return
    except (DTDForbidden, EntitiesForbidden, ExternalReferenceForbidden):
        yield Problem(drawing.path, 1, "states a document type or an entity; export the drawing without them")
        return
    except (ValueError, LookupError):  # an encoding that its declaration misnames
        yield Problem(drawing.path, 1, "states another encoding than UTF-8; export it again")
        return
    found = [] if not _INSTRUCTION.search(text) else ["a processing instruction"]
    if root.tag != f"{{{_SVG}}}svg":
        found.append(f"another root than svg, {_local(root.tag)!r}")
    for element in root.iter():
        found += _running(element)
    for what in dict.fromkeys(found):
        needle = re.search(rf"['\"]?\b{re.escape(what.split()[-1])}\b", text)
        line = text.count("\n", 0, needle.start()) + 1 if needle else 1
        yield Problem(drawing.path, line, f"holds {what}, which {advice}")


def _running(element: Element) -> Iterator[str]:
    space, _, name = element.tag.rpartition("}")
    attributes = {_local(key): value for key, value in element.attrib.items()}
    if name in _RUNNING or space == "{http://www.w3.org/1999/xhtml":
        yield f"the element {name}"
    if name == "style" and _FETCHED.search(element.text or ""):
        yield "an address in the element style"
    target = _local(attributes.get("attributeName", "").replace(":", "}"))
    if name in _ANIMATING and (target == "href" or target.lower().startswith("on")):
        yield f"the element {name}"
    for key, value in attributes.items():
        # Browsers leave tabs and line breaks in addresses out before they read them (URL Standard, 4.4).
        address = re.sub(r"[\t\n\r]", "", value).strip()
        link = name == "a" or not re.match(r"https?:", address, re.IGNORECASE)
        if key.lower().startswith("on"):
            yield f"the attribute {key}"
            continue
        plain = not address or (_HARMLESS.match(address) and link)
        if not plain if key in ("href", "src") else _FETCHED.search(value):
            yield f"an address in the attribute {key}"


def _local(name: str) -> str:
    return name.rpartition("}")[2]
