"""Plain text of rendered texts."""

from __future__ import annotations

import pytest

from editions.exports.plain_text import text_of_html


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>one <b>two</b>\n three</p>", "one two three"),
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("<p>a<br>b</p>", "a\nb"),
        ("<p>a &amp; b &lt;c&gt;</p>", "a & b <c>"),
        ("<ul><li>a</li><li><p>b</p></li></ul>", "• a\n• b"),
        ('<ol start="3"><li>a</li><li>b<ul><li>c</li></ul></li></ol>', "3. a\n4. b\n  • c"),
        ("<p>before:</p><ul><li>a</li></ul><p>after</p>", "before:\n\n• a\n\nafter"),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", "a | b\n1 | 2"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "a\nb"),
        ("<pre><code>x = 1\n  y\n</code></pre>", "x = 1\n  y"),
        ('<p>a <a href="https://example.org/">link</a>, <code>code</code>.</p>', "a link, code."),
        ('<p><img src="x" alt="a picture"></p>', "a picture"),
        ("<p>\u00a0kept\u2028spaces</p>", "kept\u2028spaces"),
        ("", ""),
        ("</ul></li></pre>stray", "stray"),
    ],
)
def test_words_stay_and_markup_becomes_lines(html: str, expected: str) -> None:
    assert text_of_html(html) == expected
