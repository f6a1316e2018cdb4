"""What ``editions check`` accepts, every command can do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mkdocs.commands.build import build
from mkdocs.config import load_config

from markdown_texts import markdown_texts
from release_projects import commit_all, editions, into_repository
from small_standard import CONFIGURATION, domain_file, edition_file, source_file, write_files, write_release

pytestmark = pytest.mark.slow

Texts = Sequence[tuple[str, str]]

pairs = st.lists(st.tuples(markdown_texts, markdown_texts), min_size=2, max_size=6)


def write_standard(folder: Path, texts: Texts) -> None:
    """A release with the first texts of all pairs and a draft with the second; guidance and an article change, too."""
    (old_guidance, new_guidance), *criteria = (*texts, ("Nothing changed.", "Something changed."))
    files = {
        status: {
            "index.md": edition_file(version, date, status, body=f"## Scope\n\n{guidance}"),
            "domains/01-access.md": domain_file(
                "A", "Access", {f"A.{number}": pair[place] for number, pair in enumerate(criteria)}, guidance
            ),
        }
        for place, (version, date, status, guidance) in enumerate(
            (("1.0", "2025", "released", old_guidance), ("1.1", "2026", "draft", new_guidance))
        )
    }
    front = {"title": "An Article", "version": "1.0", "date": "2026", "category": "Reference", "summary": "Some words."}
    write_release(folder, "1.0", "2025", files["released"], None)
    write_files(folder / "standard", {**files["draft"], "lineage.yml": b'from: "1.0"\n'})
    write_files(
        folder,
        {
            "mkdocs.yml": CONFIGURATION.replace(
                "  - editions/standard\n", "  - editions/standard:\n      releases: {changelog: false}\n"
            ).encode(),
            "insights/an-article.md": source_file(front, new_guidance),
            "docs/index.md": source_file({"title": "Home"}, "A standard."),
            "docs/license.md": source_file({"title": "Licence"}, "CC BY 4.0."),
            "docs/flow.png": b"\x89PNG\r\n\x1a\n",
        },
    )


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(pairs)
def test_commands_do_what_check_accepts(texts: Texts) -> None:
    """Texts that are changed into any others are refused by the check, or every command works on them."""
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        write_standard(folder, texts)
        into_repository(folder)
        if editions(folder, "check").code:
            return
        for form in ("text", "markdown", "json"):
            assert editions(folder, "diff", "1.0", "draft", "--format", form).code == 0
        assert editions(folder, "export", "draft", "--output", str(folder / "out")).code == 0
        assert editions(folder, "check", "--against", "HEAD").code == 0
        assert editions(folder, "release", "2.0", "--date", "2026-02", "--dry-run").code == 0
        assert editions(folder, "release", "2.0", "--date", "2026-02").code == 0
        commit_all(folder, "Release 2.0")
        assert editions(folder, "check").code == 0


@settings(max_examples=3, suppress_health_check=[HealthCheck.too_slow])
@given(pairs)
def test_a_site_is_built_of_what_check_accepts(texts: Texts) -> None:
    """Texts that are changed into any others are refused by the check, or the site is built."""
    with TemporaryDirectory() as scratch, pytest.MonkeyPatch.context() as patch:
        patch.setenv("DISABLE_MKDOCS_2_WARNING", "true")
        folder = Path(scratch)
        write_standard(folder, texts)
        if editions(folder, "check").code == 0:
            build(load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site")))
