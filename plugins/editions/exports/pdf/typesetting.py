"""Data set as a PDF by Typst, the same bytes every time.

Typst comes as one wheel that needs nothing of the system, writes tagged PDF and refuses what breaks PDF/UA-1. Its
template stands beside this module and the texts reach it as one JSON string, so that nothing a contributor writes is
ever read as code. It may read the folder of the template alone, and no network.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from editions.exports.pdf.signs import FONTS

TEMPLATE = Path(__file__).with_name("template")
_KEPT = 32


class NotSet(ValueError):
    """Data that cannot be set; the message says why."""


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    # Neither fonts of the system nor those within Typst: what a PDF looks like must not depend on either.
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(str(TEMPLATE / "edition.typ"), root=str(TEMPLATE), font_paths=fonts)


# What was set before, by the data: a preview sets an edition anew only when something in it has changed.
_made: OrderedDict[str, bytes] = OrderedDict()


def typeset(data: dict[str, Any]) -> bytes:
    """Set an edition.

    Args:
        data: What ``template/edition.typ`` reads.

    Returns:
        A tagged PDF that conforms to PDF/UA-1 (ISO 14289-1). Its metadata name no moment: a date of publication may be
        a year alone, and PDF (ISO 32000-1 § 7.9.4) as it is written here would state a second of it.

    Raises:
        NotSet: If the data cannot be set.
    """
    text = json.dumps(data, ensure_ascii=False, sort_keys=True)
    if text not in _made:
        try:
            made = _compiler().compile(sys_inputs={"edition": text}, format="pdf", pdf_standards=["ua-1"])
        except typst.TypstError as error:
            hints = "; ".join(error.hints)
            raise NotSet(f"{error.message}{f' ({hints})' if hints else ''}") from None
        if not isinstance(made, bytes):
            raise NotSet("the typesetter gave no single file")
        _made[text] = made
        while len(_made) > _KEPT:
            _made.popitem(last=False)
    _made.move_to_end(text)
    return _made[text]
