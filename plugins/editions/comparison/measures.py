"""Numbers and units that are written in several ways: ``1,000``, ``5ms``, ``30 min``."""

from __future__ import annotations

import re

# Units by their symbols (ISO 80000-3 and 80000-4) and in the singular, after a number.
UNITS = {
    **dict.fromkeys(("h", "hr", "hrs", "hour"), "hours"),
    **dict.fromkeys(("min", "mins", "minute"), "minutes"),
    **dict.fromkeys(("s", "sec", "secs", "second"), "seconds"),
    **dict.fromkeys(("ms", "millisecond"), "milliseconds"),
    **{unit: f"{unit}s" for unit in ("day", "week", "month", "year")},
    **dict.fromkeys(("mm", "millimeter"), "millimeters"),
    **dict.fromkeys(("cm", "centimeter"), "centimeters"),
    **dict.fromkeys(("m", "meter"), "meters"),
    **dict.fromkeys(("km", "kilometer"), "kilometers"),
    **dict.fromkeys(("mg", "milligram"), "milligrams"),
    **dict.fromkeys(("g", "gram"), "grams"),
    **dict.fromkeys(("kg", "kilogram"), "kilograms"),
}
_WITH_UNIT = re.compile(
    r"(\d[\d.,]*)(%|ms|s|h|min|kg|g|mg|km|m|cm|mm|kB|KB|MB|GB|TB|KiB|MiB|GiB|Hz|kHz|MHz|GHz|V|W|kW)"
)
# A name with its number, as in TLS1.3 and SHA-256.
_NUMBERED = re.compile(r"([A-Z]{2,})(\d[\d.,:-]*)")
_GROUPED = re.compile(r"(?<![\d.,'])[1-9]\d{0,2}(?:(?:,\d{3})+|(?:'\d{3})+)(?![\d,'])")


def parted_number(written: str) -> tuple[str, str]:
    """Cut a word between a number and its unit, or between a name and its number.

    Returns:
        Both pieces; nothing and the word if it has only one.
    """
    match = _WITH_UNIT.fullmatch(written) or _NUMBERED.fullmatch(written)
    return (match[1], match[2]) if match else ("", written)


def plain_number(written: str) -> str:
    """Write a number without the signs between its thousands, and with a digit before its decimal point.

    A full stop is never taken for a sign between thousands, as it may be a decimal point.
    """
    whole = f"0{written}" if written.startswith(".") else written
    return _GROUPED.sub(lambda match: match[0].replace(",", "").replace("'", ""), whole)
