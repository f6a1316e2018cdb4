"""The pages of the schemas say what the schemas say."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml

from editions.pages.sentences import code
from editions.schemas.known_schemas import document_kind, load_schema, released_names, schema_address, schema_names
from editions.schemas.schema_keys import schema_sections
from editions.site.schema.schema_text import anchor
from editions.text.commonmark import CommonMarkWriter
from editions.text.parsing import parse
from editions.text.tree import Paragraph
from serving import serving
from sites import Site


def words(text: str) -> str:
    """A text without the marks of Markdown, on one line."""
    return " ".join(text.replace("`", "").split())


def test_the_list_leads_to_every_schema(own_site: Site) -> None:
    page = own_site.page("/schema/")
    links = page.links(".sheet-body")
    assert [link for link in links if link in {f"/schema/{name}/" for name in schema_names()}] == [
        f"/schema/{name}/"
        for kind in ("export", "source")
        for name in schema_names()
        if document_kind(load_schema(name)) == kind
    ]
    text = page.text(".sheet-body")
    for name in schema_names():
        assert words(load_schema(name)["description"]) in text, name


@pytest.mark.parametrize("name", schema_names())
def test_a_page_shows_every_key_with_its_form_its_meaning_and_its_examples(own_site: Site, name: str) -> None:
    page = own_site.page(f"/schema/{name}/")
    entries = {
        term.attributes["id"]: " ".join((term.next.next or term.next).text().split()) if term.next else ""
        for term in page.all(".sheet-body dt")
    }
    terms = {term.attributes["id"]: " ".join(term.text().split()) for term in page.all(".sheet-body dt")}
    for section in schema_sections(name):
        assert page.all(f'[id="{anchor(section.name)}"]'), section.name
        for key in section.keys:
            said = entries[anchor(section.name, key.name)]
            assert terms[anchor(section.name, key.name)] == f"{key.name} {key.title}".strip()
            assert said.startswith("required, " if key.required else "optional, "), key
            assert words(key.form) in said, key
            assert words(key.meaning) in said, key
            for example in key.examples:
                if isinstance(example, str):
                    assert " ".join(example.split()) in said, key
    assert own_site.has(f"{own_site.url}schema/{name}.schema.json")
    assert schema_address(name) in page.links(".page-facts")


@pytest.mark.parametrize("name", schema_names())
def test_the_links_within_a_page_lead_to_its_parts(own_site: Site, name: str) -> None:
    page = own_site.page(f"/schema/{name}/")
    ids = {node.attributes["id"] for node in page.all("[id]")}
    inside = [link.attributes["href"] or "" for link in page.all('.sheet-body a[href^="#"]')]
    assert inside
    assert {unquote(link[1:]) for link in inside} <= ids
    defined = {section.name for section in schema_sections(name) if section.name}
    mentioned = {link.removeprefix("#def:") for link in inside if link.startswith("#def:")}
    assert defined <= mentioned, "each part is linked from where it is used"


@pytest.mark.parametrize("name", schema_names())
def test_the_whole_document_on_a_page_is_the_example_of_the_schema(own_site: Site, name: str) -> None:
    page = own_site.page(f"/schema/{name}/")
    example = load_schema(name)["examples"][0]
    texts = [block.text() for block in page.all(".sheet-body pre code")]
    read = [yaml.safe_load(texts[0])] if texts[0].lstrip()[0] != "{" else [json.loads(texts[0])]
    assert read == [example]


def test_a_page_lists_the_released_versions_and_where_they_stand(own_site: Site) -> None:
    for released in released_names():
        links = own_site.page(f"/schema/{released.rpartition('.')[0]}/").links(".sheet-body")
        assert schema_address(released) in links


def test_the_pages_have_no_table_so_that_nothing_scrolls_sideways(own_site: Site) -> None:
    for name in schema_names():
        assert not own_site.page(f"/schema/{name}/").all("table")


@pytest.mark.parametrize("name", ["criteria-1", "comparison-1"])
def test_the_python_program_on_a_page_validates_the_document_that_the_site_serves(
    small_site: Site, tmp_path: Path, name: str
) -> None:
    blocks = [block.text() for block in small_site.page(f"/schema/{name}/").all(".sheet-body pre code")]
    program = next(text for text in blocks if "Draft202012Validator(schema)" in text)
    assert program.count(small_site.url) == 2
    with serving(small_site) as root:
        local = program.replace(small_site.url, root)
        script = tmp_path / "validate.py"
        script.write_text(local, encoding="utf-8")
        done = _run(script)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        script.write_text(
            local.replace("document = ", "document = [] or ").replace("validate(document)", "validate({})")
        )
        assert "ValidationError" in _run(script).stderr


def _run(script: Path) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if "proxy" not in key.lower()}
    return subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, check=False, env=environment, timeout=60
    )


@pytest.mark.parametrize("text", ["a", "`", "a``b", "`a`", "a\nb"])
def test_any_text_is_a_code_span(text: str) -> None:
    """On a page and in its twin."""
    written = CommonMarkWriter().inline((code(text),))
    assert parse(written).blocks[0] == Paragraph((code(text),))
