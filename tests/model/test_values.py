"""Versions, dates and licences are exactly what was written."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.model import Licence, PartialDate, Version

NUMBERS = st.integers(0, 999_999)
VERSIONS = st.one_of(st.builds(Version, NUMBERS, NUMBERS), st.builds(Version, NUMBERS, NUMBERS, NUMBERS))
DAYS = st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31))


@given(VERSIONS)
def test_a_version_is_written_as_it_was_read(version: Version) -> None:
    read = Version.parse(str(version))
    assert str(read) == str(version)
    assert read.patch == version.patch


@given(VERSIONS, VERSIONS)
def test_versions_are_ordered_by_their_numbers_and_hash_as_they_compare(one: Version, other: Version) -> None:
    numbers = [(version.major, version.minor, version.patch or 0) for version in (one, other)]
    assert (one < other) == (numbers[0] < numbers[1])
    assert (one == other) == (numbers[0] == numbers[1])
    assert one != other or hash(one) == hash(other)


def test_1_10_comes_after_1_9_and_is_not_1_1() -> None:
    assert Version.parse("1.10") > Version.parse("1.9")
    assert Version.parse("1.10") != Version.parse("1.1")


@pytest.mark.parametrize(
    "text",
    ["", "1", "1.", ".1", "01.0", "1.00", "1.0.0.0", "v1.0", "1.0-rc1", " 1.0", "1.0\n", "1.0 ", "-1.0", "١.0", "1,0"],
)
def test_what_is_no_version_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a version"):
        Version.parse(text)


@given(DAYS, st.sampled_from(["%Y", "%m", "%d"]))
def test_a_date_keeps_its_precision(day: datetime.date, precision: str) -> None:
    parts = day.isoformat().split("-")[: {"%Y": 1, "%m": 2, "%d": 3}[precision]]
    read = PartialDate.parse("-".join(parts))
    assert str(read) == "-".join(parts)
    assert [read.month is None, read.day is None] == [len(parts) < 2, len(parts) < 3]


@pytest.mark.parametrize("text", ["2026-02-30", "2025-02-29", "2026-13", "2026-00", "0000", "2026-04-31", "2026-01-00"])
def test_a_day_that_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="does not exist"):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    "text", ["", "24", "2026-4", "2026/04", "2026-04-9", "20260409", "2026-04\n", "٢٠٢٦", "April 2026"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        PartialDate.parse(text)


@given(DAYS, DAYS, st.integers(1, 3), st.integers(1, 3))
def test_a_date_may_precede_another_unless_every_day_of_it_is_later(
    one: datetime.date, other: datetime.date, first: int, second: int
) -> None:
    dates = ["-".join(day.isoformat().split("-")[:parts]) for day, parts in ((one, first), (other, second))]
    earliest = dates[0] + "-01" * (3 - first)
    latest = dates[1] + {1: "-12-31", 2: "-31", 3: ""}[second]
    assert PartialDate.parse(dates[0]).may_precede(PartialDate.parse(dates[1])) == (earliest <= latest)


# Names and addresses as https://creativecommons.org/licenses/ gives them.
@pytest.mark.parametrize(
    ("spdx", "name", "short", "url"),
    [
        (
            "CC-BY-4.0",
            "Creative Commons Attribution 4.0 International",
            "CC BY 4.0",
            "https://creativecommons.org/licenses/by/4.0/",
        ),
        (
            "CC-BY-NC-SA-3.0",
            "Creative Commons Attribution-NonCommercial-ShareAlike 3.0 Unported",
            "CC BY-NC-SA 3.0",
            "https://creativecommons.org/licenses/by-nc-sa/3.0/",
        ),
        ("CC0-1.0", "CC0 1.0 Universal", "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("MIT", "MIT", "MIT", "https://spdx.org/licenses/MIT.html"),
    ],
)
def test_a_licence_has_the_name_and_address_that_its_steward_gives(spdx: str, name: str, short: str, url: str) -> None:
    licence = Licence.of(spdx)
    assert (licence.name, licence.short_name, licence.url) == (name, short, url)
