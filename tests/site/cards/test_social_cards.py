"""The pictures beside shared links: drawn without a network, named by every page, and at home with any title."""

from __future__ import annotations

import struct

from editions.pages.social_card import HEIGHT, WIDTH, Card
from editions.site.cards import draw
from sites import Site


def size(picture: bytes) -> tuple[int, int]:
    """Width and height of a PNG picture (PNG, third edition, 11.2.1)."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def test_every_page_names_a_picture_of_the_size_that_it_states(own_site: Site, small_site: Site) -> None:
    for site in (own_site, small_site):
        for page in site.pages():
            stated = {node.attributes["property"]: node.attributes["content"] for node in page.all("meta[property]")}
            assert site.has(stated["og:image"] or ""), page.address
            picture = site.file("/" + (stated["og:image"] or "").removeprefix(site.url)).read_bytes()
            assert size(picture) == (WIDTH, HEIGHT) == (1200, 630)
            assert (stated["og:image:width"], stated["og:image:height"]) == ("1200", "630")
            assert stated["og:image:alt"]
            assert stated["og:title"], page.address


def test_a_criterion_shares_the_picture_of_its_domain(own_site: Site) -> None:
    criterion = own_site.page("/standard/1.0/criteria/D05.5/").one("meta[property='og:image']").attributes["content"]
    assert criterion is not None
    assert "/standard/1.0/domains/" in criterion
    assert "Production Safety Framework 1.0" in (
        own_site.page("/standard/1.0/criteria/D05.5/").one("meta[property='og:image:alt']").attributes["content"] or ""
    )


def test_titles_of_any_length_and_script_are_drawn_and_are_no_code() -> None:
    titles = ["", "A", "word " * 200, "x" * 900, '#panic("ran") $x$ *b* _i_ @a <b> \\', "標準 معيار стандарт 🔥"]
    cards = [Card(f"/{place}.png", (), title, title, title, title, title) for place, title in enumerate(titles)]
    pictures = draw(cards)
    assert list(pictures) == [card.address for card in cards]
    assert {size(picture) for picture in pictures.values()} == {(1200, 630)}
    assert draw([cards[1]]) == {"/1.png": pictures["/1.png"]}


def test_words_are_drawn() -> None:
    """Typst draws nothing, and says nothing, for fonts that it does not find."""
    pictures = draw([Card(f"/{title}.png", (), title, title, title, title, title) for title in ("Safety", "Security")])
    assert pictures["/Safety.png"] != pictures["/Security.png"]
