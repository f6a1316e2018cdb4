"""Strategies that draw Markdown as authors write it, and as they had better not."""

from __future__ import annotations

from hypothesis import strategies as st

_WORDS = "the system must not log any data before use within 24 hours and or 5 % no yes at least most"
_INLINE = (
    *_WORDS.split(),
    *("`a`", "`keep no logs`", "`` a ` b ``", "**must not**", "*any one*", "[a guide](https://example.org/a)"),
    *("https://example.org/b.", "<https://example.org/c>", "<kbd>Ctrl C</kbd>", '<del class="a b">all</del>', "<b>"),
    *("H<sub>2</sub>O", "–5", "≤", "&amp;", "&lt;key&gt;", "“quoted”", "don't", "e.g.", "1.5", "A/B", "x^2^", "~~no~~"),
    *("数据", "مشفرة", "café", "a\u00a0b", "\u200b", "[ ]", "[x]", "(a)", "--", "…", "![a flow](flow.png)", "$x$"),
    *("\\*", "{#here}", "</b>"),
)
_BLOCKS = (
    "- keys\n- logs and tokens",
    "- keys\n    - old keys\n    - new keys",
    "1. first\n2. second",
    "3) third",
    "> quoted words",
    "```\nset a b\nno c\n```",
    "~~~yaml\nkeep: 30 days\n~~~",
    "    indented code",
    "| a | b |\n| --- | --- |\n| `x y` | no |",
    "Term\n:   Definition of it",
    "***",
    "## Heading of it",
    "Heading\n=======",
    "<div>\nraw block\n</div>",
    "<!-- a remark -->",
    "!!! note\n    Of some length.",
    "A sentence.[^1]\n\n[^1]: A note with `code and no words`.",
    '```yaml title="a.yml"\nkeep: 30\n```',
    '!!! warning "Mind `x`"\n    - keys\n    - logs',
    "- [x] done\n- [ ] open\n\n    more of it",
    "Term *one*\nTerm two\n:   First.\n\n    - a\n\n:   Second.",
    "| a | b | c |\n|:--|--:|---|\n| 1 |   | **x** y |\n| 2 | z | [l](https://example.org/l) |",
    "> - quoted item\n>\n>   of two paragraphs",
    "One line\\\nanother",
    "$$\nx = 1\n$$",
    "See [there][g].\n\n[g]: https://example.org/g",
)

sentences = st.lists(st.sampled_from(_INLINE), min_size=1, max_size=12).map(" ".join)
markdown_texts = st.lists(st.one_of(sentences, sentences, st.sampled_from(_BLOCKS)), min_size=1, max_size=4).map(
    "\n\n".join
)
