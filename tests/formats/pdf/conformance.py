"""What a machine can check of PDF/UA-1 (ISO 14289-1), after the failure conditions of the Matterhorn Protocol 1.1.

Each check is named by its checkpoint there (PDF Association, https://pdfa.org/resource/the-matterhorn-protocol/).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

# ISO 32000-1 § 14.8.4: the standard structure types.
STANDARD_TYPES = set(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl "
    "LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu "
    "WT WP Figure Formula Form".split()
)
PARENTS = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "LI": {"L"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
}
CHILDREN = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"L", "LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOC", "TOCI", "Caption"},
}
PAINTS = {"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh", "EI"}


def failures(pdf: Pdf) -> list[str]:
    """Every failure condition that a document meets."""
    return [
        *_metadata(pdf),
        *_structure(pdf),
        *_content(pdf),
        *_annotations(pdf),
        *_fonts(pdf),
        *_nothing_hidden(pdf),
    ]


def elements(pdf: Pdf) -> Iterator[tuple[str, Dictionary, str]]:
    """Structure elements in reading order: type, element, type of the parent."""
    roles = {str(key)[1:]: str(value)[1:] for key, value in pdf.Root.StructTreeRoot.get("/RoleMap", {}).items()}

    def walk(node: Object, parent: str) -> Iterator[tuple[str, Dictionary, str]]:
        if isinstance(node, Array):
            for child in node:
                yield from walk(child, parent)
        elif isinstance(node, Dictionary) and "/S" in node:
            kind = str(node.S)[1:]
            kind = kind if kind in STANDARD_TYPES else roles.get(kind, kind)
            yield kind, node, parent
            yield from walk(node.get("/K", Array()), kind)

    yield from walk(pdf.Root.StructTreeRoot.K, "")


def _metadata(pdf: Pdf) -> Iterator[str]:
    root = pdf.Root
    if "/Metadata" not in root:
        yield "06-001 no metadata"
        return
    xmp = bytes(root.Metadata.read_bytes()).decode()
    if not re.search(r"<pdfuaid:part>1</pdfuaid:part>", xmp):
        yield "06-002 no PDF/UA identifier"
    if not re.search(r"<dc:title>.*?<rdf:li[^>]*>[^<]+</rdf:li>", xmp, re.DOTALL):
        yield "06-003 no dc:title"
    if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "07-001 the title is not shown"
    if root.get("/MarkInfo", {}).get("/Marked") is not True:
        yield "06-004 not marked as tagged"
    if root.get("/MarkInfo", {}).get("/Suspects", False) is not False:
        yield "01-006 suspects"
    if not str(root.get("/Lang", "")):
        yield "11-006 no language"
    if pdf.is_encrypted:
        yield "26-001 encrypted"


def _structure(pdf: Pdf) -> Iterator[str]:
    level, tables = 0, 0
    for kind, element, parent in elements(pdf):
        if kind not in STANDARD_TYPES:
            yield f"02-001 {kind} is no standard type"
        if kind in PARENTS and parent not in PARENTS[kind]:
            yield f"09-004 {kind} within {parent or 'the root'}"
        if parent in CHILDREN and kind not in CHILDREN[parent]:
            yield f"09-004 {kind} within {parent}"
        if re.fullmatch("H[1-6]", kind):
            if int(kind[1]) > level + 1:
                yield f"14-003 {kind} after H{level}"
            level = int(kind[1])
        if kind == "Figure" and not str(element.get("/Alt", "")):
            yield "13-004 a figure without alternative text"
        if kind == "TH" and not any("/Scope" in it for it in _attributes(element)):
            yield "15-003 a header cell without scope"
        tables += kind == "Table"
    if tables and not any(kind == "TH" for kind, _, _ in elements(pdf)):
        yield "15-003 tables without header cells"


def _attributes(element: Dictionary) -> list[Dictionary]:
    found = element.get("/A", Array())
    return [it for it in found if isinstance(it, Dictionary)] if isinstance(found, Array) else [found]


def _content(pdf: Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, 1):
        marked: list[bool] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                is_artifact = operands[0] == Name.Artifact
                has_number = name == "BDC" and isinstance(operands[1], Dictionary) and "/MCID" in operands[1]
                if is_artifact and any(marked):
                    yield f"01-003 page {number}: an artifact within tagged content"
                marked.append(is_artifact or has_number)
            elif name == "EMC":
                marked.pop()
            elif name in PAINTS and not any(marked):
                yield f"01-005 page {number}: {name} is neither tagged nor an artifact"
                return
        if page.get("/Annots") and page.get("/Tabs") != Name.S:
            yield f"28-009 page {number}: no order of tabs by structure"


def _annotations(pdf: Pdf) -> Iterator[str]:
    linked = {it.objgen for kind, element, _ in elements(pdf) if kind == "Link" for it in _references(element)}
    for number, page in enumerate(pdf.pages, 1):
        for annotation in page.get("/Annots", []):
            if annotation.Subtype != Name.Link:
                yield f"28-002 page {number}: an annotation that is no link"
            if not str(annotation.get("/Contents", "")):
                yield f"28-012 page {number}: a link without a description"
            if "/StructParent" not in annotation or annotation.objgen not in linked:
                yield f"28-011 page {number}: a link that is not in the structure"


def _references(element: Dictionary) -> Iterator[Object]:
    children = element.get("/K", Array())
    for child in children if isinstance(children, Array) else [children]:
        if isinstance(child, Dictionary) and child.get("/Type") == Name.OBJR:
            yield child.Obj
        elif isinstance(child, Dictionary):
            yield from _references(child)


def _fonts(pdf: Pdf) -> Iterator[str]:
    for page in pdf.pages:
        fonts = page.get("/Resources", {}).get("/Font", {})
        for name, font in fonts.items():
            if "/ToUnicode" not in font:
                yield f"10-001 {name} has no map to Unicode"
            for inner in font.get("/DescendantFonts", []):
                if not {"/FontFile2", "/FontFile3"} & set(inner.FontDescriptor.keys()):
                    yield f"31-009 {name} is not embedded"
        for operands, operator in pikepdf.parse_content_stream(page):
            shown = operands[0] if str(operator) in ("Tj", "TJ") else []
            for text in shown if isinstance(shown, Array) else [shown]:
                codes = bytes(text) if isinstance(text, pikepdf.String) else b""
                if any(codes[at : at + 2] == b"\0\0" for at in range(0, len(codes), 2)):
                    yield "31-030 the glyph .notdef is shown"
                    return


def _nothing_hidden(pdf: Pdf) -> Iterator[str]:
    names = pdf.Root.get("/Names", {})
    for key in ("/JavaScript", "/EmbeddedFiles"):
        if key in names:
            yield f"{key} in the document"
    for key in ("/OpenAction", "/AA", "/AcroForm", "/OCProperties"):
        if key in pdf.Root:
            yield f"{key} in the document"
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            action = annotation.get("/A")
            if action is not None and action.S not in (Name.URI, Name.GoTo):
                yield f"an action {action.S}"
