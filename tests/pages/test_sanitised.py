"""Rendered HTML keeps nothing that runs, and no image that loads from elsewhere."""

from __future__ import annotations

import pytest

from editions.pages.sanitised import sanitised


@pytest.mark.parametrize(
    "source",
    [
        "https://elsewhere.example/a.png",
        "//elsewhere.example/a.png",
        "\\\\elsewhere.example/a.png",
        " HTTP://elsewhere.example/a.png",
        "data:image/svg+xml,<svg onload=alert(1)>",
    ],
)
def test_an_image_from_elsewhere_goes(source: str) -> None:
    assert sanitised(f'<p>a<img src="{source}" alt="A > B">b</p>') == "<p>ab</p>"


def test_an_image_of_the_site_stays() -> None:
    assert sanitised('<img src="../images/a.png" alt="A">') == '<img src="../images/a.png" alt="A">'


def test_an_image_named_by_the_address_of_the_site_stays_where_that_is_said() -> None:
    image = '<img src="https://kitchen.example/a.png" alt="">'
    assert sanitised(image, "https://kitchen.example/") == image
    assert sanitised(image) == ""


def test_scripts_handlers_and_styles_go() -> None:
    hostile = '<p onclick="x()" style="position:fixed">a<script>x()</script><a href="javascript:x()">b</a></p>'
    assert sanitised(hostile) == "<p>a<a>b</a></p>"
