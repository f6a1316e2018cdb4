"""The pages ``/schema/`` and ``/schema/NAME-MAJOR/``: the schemas for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from editions.model import Publication
from editions.model.addresses import CATALOGUE, comparison_address, document_path, edition_address
from editions.model.edition_files import EDITION_FILES
from editions.pages.document import Chrome, Document, Fact, Link
from editions.pages.edition_place import home_link
from editions.pages.parts import Group, Line, PageHeading, Part, Term, TermList
from editions.pages.sentences import code, fill, joined, sentence, site_link
from editions.pages.top_page import top_page
from editions.schemas.known_schemas import (
    SCHEMAS,
    document_kind,
    load_schema,
    major_name,
    released_names,
    schema_address,
    schema_names,
    schema_page_address,
    schema_version,
)
from editions.schemas.schema_changes import schema_changes
from editions.schemas.schema_keys import SchemaSection, schema_sections
from editions.site.schema.schema_names import names_in_data
from editions.site.schema.schema_snippets import is_yaml, ways_to_validate, whole_example
from editions.site.schema.schema_text import anchor, explained, key_entry
from editions.text.inline_tree import Inline, Words
from editions.text.parsing import parse
from editions.text.tree import List, ListItem, Paragraph
from editions.words.catalogues import SOURCE
from editions.words.messages import message
from editions.words.phrasebook import phrasebook

_PROMISE = (
    message(
        "A schema only grows within its major version. A program that reads an export finds every property that it was "
        "promised, with the values that it was promised, in every later version of the same major; new properties may "
        "come, so pass over those that you do not know. A list of values has no others until the next major. A source "
        "file that was valid stays valid and means the same."
    ),
    message(
        "Every version that was released stays at an address of its own. The address without a minor version holds the "
        "newest one of its major; documents name it as their `$schema`, and the version that they were written for as "
        "`schema_version`."
    ),
)


def schema_documents(publication: Publication, *, compared: bool = False) -> list[Document]:
    """The pages of the schemas.

    Args:
        compared: Whether comparisons are published too, so that one can stand as an example.

    Returns:
        The list of schemas, then a page for each.
    """
    return [_index(publication), *(_page(publication, name, compared=compared) for name in schema_names())]


def _index(publication: Publication) -> Document:
    words = phrasebook(publication.language)
    named = words.text("Schemas")
    summary = words.text(
        "The JSON Schema of every file that people write and of every document that is published as data."
    )
    parts: list[Part] = [block for promise in _PROMISE for block in parse(words.text(promise)).blocks]
    for kind, title in (("export", words.text("Published documents")), ("source", words.text("Source files"))):
        names = [name for name in schema_names() if document_kind(load_schema(name)) == kind]
        parts.append(PageHeading(2, sentence(title)))
        listed = TermList(tuple(map(_listed, names)))
        parts.append(Group((listed,), "schema-list", language=_language(publication)))
    return top_page("schema", SCHEMAS, named, summary, parts, words, summary_css="schema-summary")


def _language(publication: Publication) -> str:
    """The language of what the schemas say, which are data and the same on every site; empty if it is the site's."""
    return "" if publication.language.partition("-")[0] == SOURCE else SOURCE


def _quoted(publication: Publication, parts: Iterable[Part]) -> tuple[Part, ...]:
    """What the schemas say, in their language."""
    language = _language(publication)
    return (Group(tuple(parts), language=language),) if language else tuple(parts)


def _listed(name: str) -> Term:
    schema = load_schema(name)
    version = Paragraph(sentence(code(name), f", version {schema_version(name)}"))
    title = site_link(schema["title"], schema_page_address(name))
    return Term((title,), (Paragraph(explained(schema["description"])), version))


def _page(publication: Publication, name: str, *, compared: bool) -> Document:
    schema = load_schema(name)
    kind = document_kind(schema)
    address = schema_page_address(name)
    document = _document_address(publication, name, compared=compared)
    sections = schema_sections(name)
    titles = {section.name: section.title for section in sections}
    url = publication.absolute(schema_address(name))
    words = phrasebook(publication.language)
    lead = _quoted(
        publication,
        (PageHeading(1, sentence(schema["title"])), Line(explained(schema["description"]), "schema-summary")),
    )
    keys: list[Part] = [*_section(name, sections[0], titles)]
    for section in sections[1:]:
        keys += [PageHeading(3, sentence(section.title), anchor(section.name)), *parse(section.description).blocks]
        keys += _section(name, section, titles)
    rows = tuple(ListItem((Paragraph(row),)) for row in _versions(name))
    parts: list[Part] = [
        Line(fill(words.text("The schema stands at {address}."), address=site_link(url, url))),
        PageHeading(2, sentence(words.text("Properties") if kind == "export" else words.text("Keys")), "properties"),
        *_quoted(publication, keys),
        PageHeading(2, sentence(words.text("Versions"))),
        *_quoted(publication, (List(rows),)),
        PageHeading(2, sentence(words.text("A whole document"))),
        whole_example(schema),
        PageHeading(2, sentence(words.text("Validate"))),
        *ways_to_validate(schema, url, publication.absolute(document) if document else "", words),
    ]
    by_whom = message("people") if is_yaml(schema) else message("commands and the site, for programs")
    facts = [
        Fact(words.text("Written by"), words.text(by_whom)),
        Fact(words.text("Version"), schema_version(name)),
        Fact(words.text("Schema"), links=(Link(f"{name}.schema.json", schema_address(name)),)),
    ]
    if document:
        facts.append(Fact(words.text("Newest document"), links=(Link(document.rpartition("/")[2], document),)))
    return Document(
        kind="schema",
        path=document_path(address),
        address=address,
        title=schema["title"],
        head_title=words.text("{title}: schema {name}", title=schema["title"], name=name),
        summary=schema["description"],
        lead=lead,
        parts=tuple(parts),
        canonical=address,
        in_search=False,
        chrome=Chrome(
            eyebrow=words.text("Schema {name}", name=name),
            breadcrumbs=(home_link(words), Link(words.text("Schemas"), SCHEMAS)),
            facts=tuple(facts),
        ),
    )


def _section(schema: str, section: SchemaSection, titles: dict[str, str]) -> Iterator[Part]:
    if section.includes:
        yield Line(sentence("It has everything of ", *_links(section.includes, titles), ", and:"))
    if section.keys:
        names = names_in_data(schema, section.name)
        entries = (
            key_entry(section.name, key, _see(key.holds, titles), names.get(key.name, ())) for key in section.keys
        )
        yield TermList(tuple(entries))
    else:
        form = explained(section.form[0].upper() + section.form[1:])
        yield Line(sentence(*form, *_see(section.holds, titles), "."))


def _see(names: tuple[str, ...], titles: dict[str, str]) -> tuple[Inline, ...]:
    return sentence(": see ", *_links(names, titles)) if names else ()


def _links(names: tuple[str, ...], titles: dict[str, str]) -> tuple[Inline, ...]:
    return joined((site_link(titles[name], f"#{anchor(name)}") for name in names), " and ")


def _versions(name: str) -> Iterator[tuple[Inline, ...]]:
    """A line for each version, newest first, with what it added to the one before."""
    kept = [released for released in released_names() if major_name(released) == name]
    steps = [(released.rpartition("-")[2], load_schema(released), released) for released in kept]
    if schema_version(name) not in [version for version, _, _ in steps]:
        steps.append((schema_version(name), load_schema(name), ""))
    before = [None, *(schema for _, schema, _ in steps)]
    for (version, schema, released), earlier in reversed(list(zip(steps, before, strict=False))):
        if earlier is None:
            what = sentence("the first version")
        else:
            what = _changed(dict.fromkeys((it.place, it.what) for it in schema_changes(earlier, schema)))
        title = f"Version {version}"
        where: Inline = site_link(title, schema_address(released)) if released else Words(title)
        yield sentence(where, "" if released else ", not released yet", ": ", *what)


def _changed(found: Iterable[tuple[str, str]]) -> tuple[Inline, ...]:
    made: tuple[Inline, ...] = ()
    for place, what in found:
        made += sentence(", " if made else "", code(place), " ", *explained(what))
    return made or sentence("other words only")


def _document_address(publication: Publication, name: str, *, compared: bool) -> str:
    """The newest document of a schema; empty where none stands at an address that follows from the model."""
    for file in EDITION_FILES:
        if file.schema == name:
            return f"{edition_address(None)}{file.name}"
    if name == "catalog-1":
        return CATALOGUE
    pairs = publication.standard.compared() if compared and name == "comparison-1" else ()
    released = [(old, new) for old, new in pairs if new is publication.standard.current]
    return f"{comparison_address(*released[0])}comparison.json" if released else ""
