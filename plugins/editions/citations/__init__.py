"""Citations: one record per work, in every style and format.

``WorkRecord`` says what a work of our own is; ``CitedWork`` is what a bibliography says of any text; ``cite`` sets
either in a style or writes it in a format.
"""

from __future__ import annotations

from editions.citations.address import UnsafeAddress, safe_url
from editions.citations.cite import FORMATS, STYLES, Format, Style, UnknownForm, cite
from editions.citations.cited_work import CitedWork
from editions.citations.work import WorkRecord, work_key
from editions.citations.works import works

__all__ = [
    "FORMATS",
    "STYLES",
    "CitedWork",
    "Format",
    "Style",
    "UnknownForm",
    "UnsafeAddress",
    "WorkRecord",
    "cite",
    "safe_url",
    "work_key",
    "works",
]
