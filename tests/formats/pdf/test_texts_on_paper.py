"""Every construct of Markdown reaches paper, and no text can keep an edition from being set."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from conformance import elements, failures
from hypothesis import given, settings
from hypothesis import strategies as st

from editions.formats.pdf import edition_data, edition_pdf, typesetting
from editions.formats.pdf.lines import breakable
from editions.formats.pdf.signs import FONTS, SUBSTITUTE, signs_of
from editions.model import Edition, Erratum, Publication, Standard
from editions.source.problem import Unpublishable
from editions.text.parsing import parse
from editions_builder import domain, edition
from markdown_texts import markdown_texts
from paper_texts import outward, squeezed, text

CONSTRUCTS = """\
A first paragraph with *stress*, **weight**, `code`, <kbd>Esc</kbd>, H<sub>2</sub>O, x<sup>2</sup>,
<abbr title="Transport Layer Security">TLS</abbr>, $a_1$ and <mark>seen</mark>.\\
A second line, and a note.[^1] The same note again.[^1]

[^1]: The note itself, with a [link](https://example.org/note) and a note of its own.[^2]

    - A list in it.

[^2]: A note of a note.

- outer
    - inner
        1. numbered

Between.

3. third
4. fourth

- [ ] open
- [x] done

> A quotation.
>
> > Within it another.

$$
a + b
$$

```python title="f.py"
def f(x):
    return "  two  spaces"
```

| Left | Right |
| :--- | ---: |
| one | **two** |
| three | |

Term
:   Its definition.

!!! warning "Mind the gap"
    An admonition.

![A picture of nothing](picture.png)

---

The end.
"""


def set_alone(made: Edition, *errata: Erratum) -> bytes:
    return edition_pdf(Publication("https://example.org/", Standard((made,), errata=errata)), made)


def document(text_: str = "Text.", *, guidance: str = "", **fields: str) -> bytes:
    return set_alone(edition("1.0", [domain("D", [text_], guidance=guidance)], **fields))


@pytest.mark.parametrize("place", ["prose", "guidance", "text_"])
def test_every_construct_is_set_and_tagged(place: str) -> None:
    content = document(**{place: CONSTRUCTS})
    pdf = pikepdf.open(io.BytesIO(content))
    read = text(content)
    for words in (
        "A first paragraph with stress, weight, code, Esc, H2O, x2, TLS, a_1 and seen.",
        "and a note.1 The same note again.1",
        "1The note itself, with a link and a note of its own.2 • A list in it.",
        "2A note of a note.",
        "inner",
        "1. numbered",
        "3. third 4. fourth",
        "Within it another.",
        "☐ open",
        "☑ done",
        "a + b",
        "f.py",
        "return",
        "Left Right one two three",
        "Its definition.",
        "Mind the gap An admonition.",
        "A picture of nothing",
        "The end.",
    ):
        assert squeezed(words) in squeezed(read), words
    assert failures(pdf) == []
    kinds = {kind for kind, _, _ in elements(pdf)}
    assert kinds >= {"L", "LI", "Table", "TH", "TD", "Note", "Code", "BlockQuote"}
    assert "https://example.org/note" in outward(pdf)


def test_headings_never_skip_a_level_and_are_numbered_in_the_prose() -> None:
    content = document(prose="#### Deep\n\nText.\n\n## Higher\n\n##### Deeper\n\n# Highest\n\n###### Last\n")
    assert failures(pikepdf.open(io.BytesIO(content))) == []
    read = text(content)
    for words in ("1 Deep", "2 Higher", "2.1 Deeper", "3 Highest", "3.1 Last"):
        assert words in read


def test_text_is_never_read_as_code() -> None:
    code = '#panic("run") #read("/etc/passwd") #image("x.png") $x$ @ref <label> *a* \\ `b` = h // c /* d */ #{1+1} [x]'
    content = document(title=code, summary=code, prose=f"## {code}", guidance=f"`{code}`")
    read = squeezed(text(content))
    assert squeezed(code) in read
    assert read.count(squeezed('#panic("run")')) >= 4


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Ελληνικά, Кириллица, Tiếng Việt, Čeština", None),
        ("→ ✓ ☐ ≤ ∑", None),
        ("e\u0301", "é"),
        ("漢字", SUBSTITUTE * 2),
        ("a\u202eb\u202c", "ab"),
        ("a\x07b\ue000", f"ab{SUBSTITUTE}"),
        ("क्", SUBSTITUTE),
    ],
)
def test_a_sign_that_no_font_has_is_replaced_and_never_fails(written: str, shown: str | None) -> None:
    assert signs_of((FONTS,)).shown(written) == (written if shown is None else shown)
    content = document(f"Before {written} after.", title=f"T {written}", guidance=f"`{written}`")
    assert failures(pikepdf.open(io.BytesIO(content))) == []
    missing = "the text has a sign that the typefaces of this document do not have"
    assert (squeezed(missing) in squeezed(text(content))) == (shown is not None and SUBSTITUTE in shown)


def test_long_words_stay_on_the_page() -> None:
    long = "https://example.org/" + "segment-without-end" * 20
    content = document(f"See {long} now.", title="Un" * 60, guidance=f"| a | b |\n| - | - |\n| {'x' * 300} | y |")
    pdf = pypdfium2.PdfDocument(content)
    for page in pdf:
        words = page.get_textpage()
        right = [words.get_charbox(at)[2] for at in range(words.count_chars())]
        assert max(right) <= page.get_width()
    assert squeezed(long) in squeezed(text(content))


def test_deep_nesting_is_laid_flat() -> None:
    content = document(
        "".join("> " * depth + f"level {depth}\n" for depth in range(1, 60)), guidance="<div>" * 500 + "x"
    )
    assert "level 59" in text(content)
    lists = "".join("    " * depth + f"- item {depth}\n" for depth in range(40))
    assert "item 39" in text(document(prose=lists))


def test_errata_stand_beside_the_released_text() -> None:
    made = edition("1.0", {"D": ["Text with a mistak."]})
    read = text(
        set_alone(made, Erratum(made.version, "D.1", made.date, "A spelling mistake.", parse("mistake"), "mistak"))
    )
    assert "Text with a mistak. Erratum," in read
    assert "A spelling mistake. For: mistak Read: mistake" in read


def test_what_cannot_be_set_is_one_problem_that_names_the_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    for limit in (typesetting._LONG, 0):
        monkeypatch.setattr(typesetting, "_LONG", limit)
        monkeypatch.setattr(edition_data, "_language", lambda tag: "no language at all")
        with pytest.raises(Unpublishable) as stopped:
            document()
        (problem,) = stopped.value.problems
        assert "the PDF of edition 1.0 cannot be set" in problem.message
        assert "\n" not in str(problem)


@pytest.mark.slow
@settings(max_examples=40)
@given(markdown_texts)
def test_no_text_keeps_an_edition_from_being_set(markdown: str) -> None:
    """Whatever it says, and wherever an edition has texts."""
    assert document(markdown, prose=markdown, guidance=markdown).startswith(b"%PDF-1.7")


@pytest.mark.parametrize(
    "markdown",
    [
        "So.[^0]\n\n" + "\n".join(f"[^{n}]: Note {n}.[^{n + 1}][^{n + 1}]\n" for n in range(60)) + "\n[^60]: End.",
        "So.[^1]\n\n[^1]: Note.[^1]",
        "| a[^1] | b |\n|---|---|\n" + "| c[^1] | d |\n" * 120 + "\n[^1]: Note 59. End.",
        "# a[^1]\n\nb[^1]\n\n[^1]: Note 59. End.",
    ],
    ids=["notes of notes", "note of itself", "in the head of a table", "in a heading"],
)
def test_every_note_is_set_once(markdown: str) -> None:
    """Wherever it is referred to, also on pages that repeat the words around its mark."""
    content = document(markdown, prose=markdown)
    assert failures(pikepdf.open(io.BytesIO(content))) == []
    assert text(content).count("Note") == 2 * markdown.count("Note")


@given(st.text(max_size=80), st.integers(8, 40))
def test_breaking_long_words_adds_no_sign_but_spaces_without_width(words: str, longest: int) -> None:
    assert breakable(words, longest).replace("\u200b", "") == words.replace("\u200b", "")
