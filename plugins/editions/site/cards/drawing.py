"""All cards of a publication drawn at once, and only when one of them has changed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path

import typst

from editions.formats.pdf.signs import FONTS
from editions.pages.social_card import Card

_HERE = Path(__file__).parent
_PIXELS_PER_INCH = 144.0


def draw(cards: Sequence[Card]) -> dict[str, bytes]:
    """Draw cards.

    Returns:
        PNG pictures of 1200 × 630 pixels, by the addresses of their cards; the same bytes for the same cards.
    """
    return dict(zip((card.address for card in cards), _drawn(tuple(cards)), strict=True))


@lru_cache(maxsize=1)
def _drawn(cards: tuple[Card, ...]) -> tuple[bytes, ...]:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    texts = json.dumps([asdict(card) for card in cards], ensure_ascii=False)
    compiler = typst.Compiler(str(_HERE / "card.typ"), root=str(_HERE), font_paths=fonts, sys_inputs={"cards": texts})
    made = compiler.compile(format="png", ppi=_PIXELS_PER_INCH)
    return (made,) if isinstance(made, bytes) else tuple(made or ())
