"""Numbers with their nouns."""

from __future__ import annotations


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun, such as ``1,024 criteria``."""
    return f"{number:,} {one if number == 1 else many}"
