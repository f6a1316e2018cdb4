"""Files that are cut, doubled, mixed up or nested without end: read, or one clear error at a line, and nothing else."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_bad_imports import FACTS, GOOD

from import_command import run

pytestmark = pytest.mark.slow

OSCAL = Path(__file__).parents[1] / "formats" / "oscal" / "data"
CRITERIA = b"""\
{"$schema": "https://rules.example/schema/criteria-1.schema.json", "schema_version": "1.0",
 "standard": {"title": "T", "abbreviation": "T", "publisher": "P", "url": "https://rules.example/standard/"},
 "edition": {"version": "1.0", "version": "1.0"}, "domains": [{"id": "K", "criteria": [{"id": "K1"}]}]}
"""
SOUND = {
    "oscal": [(OSCAL / "workshop.json").read_bytes(), (OSCAL / "workshop.xml").read_bytes(), GOOD["oscal"]],
    "criteria": [CRITERIA],
    "csv": [GOOD["csv"], b'id,text,domain\r\nA.1,"Two ""words"",\n- a\n- b",K\r\n'],
}
YAML = b"catalog:\n  metadata:\n    title: T\n    version: 1.0\n    oscal-version: 1.1.2\n  groups:\n    - id: g\n"
SOUND["oscal"].append(YAML)
PIECES = [
    *(
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\\ud800",
        b"NaN",
        b"1e999",
        b"9" * 5000,
        b"[",
        b"]",
        b"{",
        b"}",
        b'"',
        b"'",
    ),
    *(
        b"\\",
        b",",
        b":",
        b"<",
        b">",
        b"&#0;",
        b"<!--",
        b"<![CDATA[",
        b"<!DOCTYPE a>",
        b"\t",
        b"\r",
        b"\n",
        b"#",
        b"&a ",
    ),
    *(b"*a", b"!!python/x ", b"%", b"---\n", b"```", b"![x](y.png)", b"{{ insert: param, p }}", b"\xc3", b"\x85", b";"),
    *(b"[@x]", b"{}", b"null", b"\xe2\x80\xae", b"\x1b[31m", b'{"a": 1, "a": 2}]', b"sep=;\n"),
]


@st.composite
def damaged(draw: st.DrawFn, form: str) -> bytes:
    """A sound file after a few accidents."""
    content = draw(st.sampled_from(SOUND[form]))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = draw(st.integers(start, min(len(content), start + 200)))
        kind = draw(st.sampled_from(["cut", "remove", "double", "insert", "replace", "encode"]))
        piece = draw(st.sampled_from(PIECES) | st.binary(max_size=5))
        if kind == "encode":
            content = content.decode("utf-8", "replace").encode(
                draw(st.sampled_from(["utf-16", "utf-16-le", "utf-32"]))
            )
            continue
        middle = {"cut": None, "remove": b"", "double": content[start:end] * 2, "insert": piece + content[start:end]}
        made = middle.get(kind, piece)
        content = content[:start] if made is None else content[:start] + made + content[end:]
    return content


@pytest.mark.parametrize("form", SOUND)
@given(data=st.data())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_is_read_or_one_clear_error(form: str, tmp_path: Path, data: st.DataObject) -> None:
    """Whatever happened to it; nothing is written."""
    (tmp_path / "in").write_bytes(data.draw(damaged(form)))
    done = run(tmp_path, "import", form, "in", "site", "--preview", *FACTS)
    assert done.code in (0, 1)
    assert done.code == 0 or re.match(r"in:\d+: ", done.err), done.err
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


ENDLESS: dict[str, bytes] = {
    "lists": b"[" * 100_000,
    "lists that end": b"[" * 100_000 + b"]" * 100_000,
    "objects": b'{"a":' * 100_000,
    "YAML lists": b"- " * 100_000,
    "elements": b"<a>" * 100_000,
    "a number": b'{"catalog": ' + b"1" * 1_000_000 + b"}",
    "backslashes": b'"' + b"\\" * 1_000_000,
    "quotes": b'"' * 100_000,
    "commas": b"," * 1_000_000,
    "one line": b"x" * 1_000_000,
    "pieces of a text": b'<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0"><metadata><title>' + b"&lt;\n" * 200_000,
    "keys": b"{" + b",".join(b'"%d": 1' % number for number in range(200_000)) + b"}",
}


@pytest.mark.parametrize("form", SOUND)
def test_a_file_without_end_is_refused_soon(form: str, tmp_path: Path) -> None:
    """Depth, length and number cost no time; the limit only guards against a hang."""
    script = (
        "import json, sys\nfrom click.testing import CliRunner\nfrom editions.cli import main\n"
        "for name in json.loads(sys.argv[1]):\n"
        f"    done = CliRunner().invoke(main, ['import', {form!r}, name, 'site', *{FACTS!r}])\n"
        "    assert done.exit_code == 1, (name, done.exc_info)\n"
        "    assert done.stderr.startswith(name + ':'), (name, done.stderr)\n"
    )
    names = []
    for number, content in enumerate(ENDLESS.values()):
        for suffix in ("", ".yaml") if form == "oscal" else ("",):
            names.append(f"{number}{suffix}")
            (tmp_path / names[-1]).write_bytes(content)
    command = [sys.executable, "-c", script, json.dumps(names)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)
