"""Comparison takes any two texts."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from editions.comparison import judge, merge_texts, quote_blocks, redline_markdown, redline_text
from editions.comparison.sides import Side, blocks_of_side, is_revised
from editions.text.parsing import parse
from editions.text.surroundings import AS_WRITTEN
from editions.text.tree import Text
from editions.text.words import passages
from markdown_texts import markdown_texts

any_texts = markdown_texts | st.text(st.sampled_from("ab 1.-–`*_[]()<>!&\\\n#|~^\t\u00a0\u2028é数"), max_size=30)

# Blocks of the same words, so that often only what contains them differs.
_LIKE_BLOCKS = (
    *("a", "a.", "b", "`a`", "**a**", "[a](b)", "![a](b)", "a\\\nb", "a b", "$a$", "$$\na\n$$", "<sub>a</sub>"),
    *("- a\n- b", "1. a\n2. b", "2. a", "- a\n  - b", "- [ ] a", "- [x] a", "> a", "## a", "!!! note\n    a", "***"),
    *("```\na\n```", "|a|\n|-|\n|b|", "a\n: b", "a[^1]\n\n[^1]: b", "[@a]"),
)
like_texts = st.lists(st.sampled_from(_LIKE_BLOCKS), min_size=1, max_size=3).map("\n\n".join)


def shown(text: Text) -> list[str]:
    """The letters that a reader sees, without the white space between them."""
    return ["".join(word.text for word in passage.words) for passage in passages(text) if passage.words]


@given(any_texts, any_texts)
def test_any_change_of_a_text_has_a_class_with_reasons(old, new):
    before, after = parse(old), parse(new)
    judgement = judge(before, after)
    assert judgement.reasons or passages(before) == passages(after)


@given(like_texts, like_texts)
@example("- a\n- b", "1. a\n2. b")
@example("2. a", "1. a")
def test_what_can_alter_what_must_be_met_is_marked_in_the_redline(old, new):
    before, after = parse(old), parse(new)
    assert judge(before, after).significance == "editorial" or is_revised(merge_texts(before, after))


@given(any_texts, any_texts)
def test_both_sides_of_a_redline_are_the_words_of_the_texts(old, new):
    """No word is lost, none is added, and none is in another order."""
    before, after = parse(old), parse(new)
    merged = merge_texts(before, after)
    sides: tuple[tuple[Side, Text], ...] = (("old", before), ("new", after))
    for side, text in sides:
        found = "".join(shown(Text("", blocks_of_side(merged, side))))
        assert "".join(found.split()) == "".join("".join(shown(text)).split())


@given(any_texts)
def test_a_text_compared_with_itself_has_nothing_marked(text):
    merged = redline_text(merge_texts(parse(text), parse(text)))
    assert "{+" not in merged.replace("{+", "", text.count("{+"))
    assert "[-" not in merged.replace("[-", "", text.count("[-"))


@given(any_texts, any_texts)
@example("the\n\nx^2^", "[x]")
def test_a_redline_in_markdown_shows_the_words_of_the_texts(old, new):
    """A reader of CommonMark sees the words of either text where the marks of the other are left out."""
    before, after = parse(old), parse(new)
    quoted = quote_blocks(merge_texts(before, after), AS_WRITTEN, AS_WRITTEN)
    html = MarkdownIt("commonmark").enable("table").render(redline_markdown(quoted))
    for text, other in ((before, "ins"), (after, "del")):
        tree = LexborHTMLParser(f"<body>{html}</body>")
        for node in tree.css(other):
            node.decompose()
        for image in tree.css("img"):
            image.replace_with(image.attributes["alt"] or "")
        seen = tree.body.text(separator="") if tree.body else ""
        # Forges show a box for it; a redline may part it into paragraphs.
        boxless = ("".join(it.split()).replace("[x]", "") for it in (seen, "".join(shown(text))))
        assert len(set(map(_letters, boxless))) == 1


@given(any_texts, any_texts)
def test_a_redline_for_terminals_shows_every_letter(old, new):
    merged = merge_texts(parse(old), parse(new))
    written, words = redline_text(merged), "".join(shown(Text("", merged)))
    assert [it for it in written if it.isalpha()] == [it for it in words if it.isalpha()]


@given(any_texts, any_texts)
def test_what_differs_is_named_as_it_is_written(old, new):
    """Words in a reason are words of the text that they are said to stand in."""
    for reason in judge(parse(old), parse(new)).reasons:
        for words, text in ((reason.old, old), (reason.new, new)):
            written = _letters(text)
            assert all(_letters(word) in written for phrase in words for word in phrase.split())


def _letters(text: str) -> str:
    return "".join(sign for sign in text.lower() if sign.isascii() and sign.isalnum())
