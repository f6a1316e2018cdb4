"""Bundles: a zip of each edition that anyone can reproduce and verify."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from editions.model.edition_files import EDITION_FILES
from release_projects import editions, kitchen
from tools import find_tool


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return kitchen(tmp_path / "kitchen")


def test_a_bundle_holds_text_lock_data_comparison_citation_and_licence(project: Path, tmp_path: Path) -> None:
    (project / "LICENSE-CONTENT").write_text("The licence in full.\n")
    assert editions(project, "bundle", "2.0", "--output", str(tmp_path / "dist")).code == 0
    with zipfile.ZipFile(tmp_path / "dist/kss-2.0.zip") as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    assert list(files) == [
        "kss-2.0/CITATION.cff",
        "kss-2.0/LICENSE.txt",
        "kss-2.0/comparison/1.0...2.0.json",
        "kss-2.0/comparison/1.0...2.0.md",
        *sorted(f"kss-2.0/data/{file.name}" for file in EDITION_FILES),
        "kss-2.0/markdown/domains/01-knives.md",
        "kss-2.0/markdown/domains/02-heat.md",
        "kss-2.0/markdown/domains/03-hygiene.md",
        "kss-2.0/markdown/index.md",
        "kss-2.0/markdown/lineage.yml",
        "kss-2.0/markdown/release.json",
    ]
    release = project / "standard/releases/2.0"
    for path in release.rglob("*"):
        if path.is_file():
            assert files[f"kss-2.0/markdown/{path.relative_to(release).as_posix()}"] == path.read_bytes()
    assert json.loads(files["kss-2.0/data/criteria.json"])["edition"]["version"] == "2.0"
    licence = files["kss-2.0/LICENSE.txt"].decode()
    for words in ("Guild of Cooks", "Ada Ladle", "https://kitchen.example/standard/2.0/", "CC BY 4.0"):
        assert words in licence
    assert licence.endswith("The licence in full.\n")


def test_the_first_release_has_no_comparison(project: Path, tmp_path: Path) -> None:
    assert editions(project, "bundle", "1.0", "--output", str(tmp_path / "dist")).code == 0
    with zipfile.ZipFile(tmp_path / "dist/kss-1.0.zip") as archive:
        assert not [name for name in archive.namelist() if "comparison" in name]


def test_the_digests_are_what_sha256sum_checks(project: Path, tmp_path: Path) -> None:
    assert editions(project, "bundle", "--output", str(tmp_path / "dist")).code == 0
    tool = find_tool("sha256sum")
    done = subprocess.run(
        [tool, "--check", "--strict", "SHA256SUMS"], cwd=tmp_path / "dist", capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "kss-1.0.zip: OK\nkss-2.0.zip: OK\n"


@pytest.mark.slow
def test_the_bytes_depend_on_no_folder_time_zone_locale_or_hash_seed(project: Path, tmp_path: Path) -> None:
    assert editions(project, "bundle", "--output", str(tmp_path / "one")).code == 0
    elsewhere = tmp_path / "elsewhere" / "copy"
    shutil.copytree(project, elsewhere, copy_function=shutil.copyfile)
    changed = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    subprocess.run(
        [sys.executable, "-c", "from editions.cli import main; main()", "bundle", "--output", str(tmp_path / "two")],
        cwd=elsewhere,
        env={**os.environ, **changed, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=True,
        capture_output=True,
    )
    assert {path.name for path in (tmp_path / "one").iterdir()} == {"kss-1.0.zip", "kss-2.0.zip", "SHA256SUMS"}
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_a_bundle_of_altered_releases_or_of_none_is_refused(project: Path, tmp_path: Path) -> None:
    assert editions(project, "bundle", "9.9", "--output", str(tmp_path / "dist")).code == 2
    knives = project / "standard/releases/1.0/domains/01-knives.md"
    knives.write_text(knives.read_text().replace("every week", "every year"))
    outcome = editions(project, "bundle", "--output", str(tmp_path / "dist"))
    assert outcome.code == 2
    assert "differs from the release 1.0 as it was frozen" in outcome.output
    assert not (tmp_path / "dist").exists()
