"""Texts made of every construct of the dialect by chance: nested, cut, mixed, and repeated without measure."""

from __future__ import annotations

import random

LONGEST, DEEPEST = 20_000, 5_000
WORDS = (
    "the system must not log any data before use within 24 hours at least 5 % ≤ –5 1.5 10:30 e.g. A/B 数据 مشفرة café "
    "क्षि “quoted” don't a\u00a0b … x_y snake_case_name 2024-01-01 https://example.org/a?b=c&d"
).split(" ")
SIGNS = (*"*_`[]()<>!#-+=~:|\\$@^&;{}\"'.\n \t1a", "**", "``", "```", "\n\n", "](", "[^", "[@", "$$", "!!!", "&#")
INLINE = (
    *(
        "*{}*",
        "**{}**",
        "***{}***",
        "_{}_",
        "__{}__",
        "`{}`",
        "`` {} ` ``",
        "[{}](https://example.org/a)",
        "[{}](b.md)",
    ),
    *('[{}](<c d.md> "title")', "[{}][g]", "[g]", "![{}](flow.png)", '![{}](flow.png "t")', "<https://example.org/c>"),
    *("<kbd>{}</kbd>", "H<sub>{}</sub>", "10<sup>{}</sup>", "<mark>{}</mark>", '<abbr title="all">{}</abbr>', "<br>"),
    *(
        "{}  \n{}",
        "{}\\\n{}",
        "{}\n{}",
        "{}[^1]",
        "{}[^n]",
        "[@key]",
        "[@key, p. 3; @other]",
        "${}$",
        "$x^{}$",
        "\\*{}\\*",
    ),
    *(
        "&lt;{}&gt;",
        "&amp;{}",
        "&#42;{}",
        "<div>{}</div>",
        "<{}>",
        "<!-- {} -->",
        "{{#{}}}",
        "~~{}~~",
        "{}*{}*{}",
        "[{}]",
    ),
    *("{}: {}", "({})", "- {}", "1. {}", "# {}", "| {} |", "> {}"),
)
BLOCKS = (
    *(
        "{}",
        "# {}",
        "### {} {{#an-anchor}}",
        "{}\n===",
        "{}\n---",
        "***",
        "```\n{}\n```",
        '~~~yaml title="{}"\n{}\n~~~',
    ),
    *(
        "    {}",
        "$$\n{}\n$$",
        "| {} | {} |\n| :-- | --: |\n| {} | {} |",
        "{} | {}\n--- | ---\n{} | {}",
        "{}\n:   {}\n:   {}",
    ),
    *(
        "[^1]: {}",
        "[^n]: {}\n\n    {}",
        "[g]: https://example.org/g",
        '[g]: <a b> "{}"',
        "<!-- editions:criteria 1 -->",
    ),
    *(
        "<div>\n{}\n</div>",
        "<!--\n{}\n-->",
        "- [ ] {}\n- [x] {}",
        "```\n{}",
        "{}\n{}",
        "* {}\n+ {}\n- {}",
        "1. {}\n1) {}",
    ),
)
CONTAINERS = (
    *(("> ", "> "), ("- ", "  "), ("* ", "    "), ("1. ", "   "), ("3) ", "   "), ("10. ", "    "), ("- [x] ", "  ")),
    *(('!!! note "{}"\n\n    ', "    "), ("!!! warning\n    ", "    "), ("Term\n:   ", "    "), ("[^1]: ", "    ")),
)


def made_text(chance: random.Random) -> str:
    """A text as chance has it."""
    kind = chance.random()
    if kind < 0.01:
        return _costly(chance)
    if kind < 0.25:
        pieces = (chance.choice(SIGNS if chance.random() < 0.7 else WORDS) for _ in range(chance.randint(1, 60)))
        return "".join(pieces)
    text = "\n\n".join(_block(chance, 0) for _ in range(chance.randint(1, 5)))
    if kind < 0.6:
        return text
    for _ in range(chance.randint(1, 4)):  # an author's slip: something is missing, twice or too much
        at, length = chance.randrange(len(text) + 1), chance.randint(0, 8)
        other = chance.choice((chance.choice(SIGNS), text[at : at + length] * 2, ""))
        text = text[:at] + other + text[at + length :]
    return text


def _costly(chance: random.Random) -> str:
    piece = _inline(chance, 2) if chance.random() < 0.5 else chance.choice((_block(chance, 3), chance.choice(SIGNS)))
    piece += chance.choice(("", " ", "\n", "\n\n"))
    if chance.random() < 0.6:
        return piece * (LONGEST // len(piece))
    opening, _, closing = chance.choice((*INLINE, *(it[0] for it in CONTAINERS))).partition("{}")
    depth = min(DEEPEST, LONGEST // max(1, len(opening + closing)))
    return opening * depth + "a" + closing * depth


def _block(chance: random.Random, depth: int) -> str:
    if depth < 4 and chance.random() < 0.35:
        first, others = chance.choice(CONTAINERS)
        between = chance.choice(("\n", "\n\n"))
        inside = between.join(_block(chance, depth + 1) for _ in range(chance.randint(1, 3)))
        first = first.replace("{}", _line(chance))
        return "\n".join((others if at else first) + line for at, line in enumerate(inside.split("\n"))).rstrip(" ")
    return _filled(chance.choice(BLOCKS), chance, 0)


def _filled(pattern: str, chance: random.Random, depth: int) -> str:
    parts = pattern.replace("{{", "\0").replace("}}", "\1").split("{}")
    filled = parts[0] + "".join(_line(chance, depth) + part for part in parts[1:])
    return filled.replace("\0", "{").replace("\1", "}")


def _line(chance: random.Random, depth: int = 0) -> str:
    between = chance.choice((" ", " ", " ", ""))
    return between.join(_inline(chance, depth) for _ in range(chance.choice((0, 1, 1, 2, 3, 5))))


def _inline(chance: random.Random, depth: int) -> str:
    if depth < 3 and chance.random() < 0.4:
        return _filled(chance.choice(INLINE), chance, depth + 1)
    return chance.choice(WORDS)
