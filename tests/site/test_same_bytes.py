"""The same sources make the same bytes, on any day, in any folder, time zone and locale, with any hash seed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sites import ROOT, Site, copy_sources, run_build
from small_standard import write_small_standard

pytestmark = pytest.mark.slow

OTHER_DAY = Path(__file__).with_name("other_day")
THERE = {
    "PYTHONHASHSEED": "4242",
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C.UTF-8",
    "LANG": "tr_TR.UTF-8",
    "LANGUAGE": "tr",
    "COLUMNS": "40",
    "PYTHONPATH": os.pathsep.join([str(OTHER_DAY), os.environ.get("PYTHONPATH", "")]).strip(os.pathsep),
    "EDITIONS_TEST_DAYS": "4321",
}


def moved(project: Path, folder: Path) -> Path:
    """The same files elsewhere, made in another order and dated otherwise."""
    for path in sorted(project.rglob("*"), reverse=True):
        if path.is_file():
            place = folder / path.relative_to(project)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
            os.utime(place, (978_307_200, 978_307_200))
    return folder


@pytest.mark.parametrize(
    ("built", "make"),
    [("own_site", copy_sources), ("small_site", write_small_standard)],
    ids=["this standard", "with a draft"],
)
def test_two_builds_that_share_nothing_but_the_sources_are_equal(
    request: pytest.FixtureRequest, built: str, make: Callable[[Path], Path], tmp_path: Path
) -> None:
    here: Site = request.getfixturevalue(built)
    project = moved(make(tmp_path / "first"), tmp_path / "eine andere" / "Übung & mehr" / "zweite")
    out = tmp_path / "an other out" / "site"
    done = run_build(project, out, "--strict", environment=THERE, cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    first, second = here.files(), Site(out, here.url, "").files()
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []


def test_the_other_day_is_another_day() -> None:
    """Without this the comparison of days would prove nothing."""
    code = "import datetime, time; print(datetime.date.today().year, datetime.datetime.now().year, time.gmtime()[0])"
    environment = {**os.environ, **THERE}
    run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    plain = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    years, now = [int(year) for year in run.stdout.split()], int(plain.stdout.split()[0])
    assert all(now + 11 <= year <= now + 13 for year in years)


def test_no_file_states_where_it_was_built(own_site: Site) -> None:
    folder = str(own_site.folder.parent).encode()
    for path, content in own_site.files().items():
        assert folder not in content, path
        assert str(ROOT).encode() not in content, path
