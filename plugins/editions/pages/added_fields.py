"""The keys that the model has no attribute for, as parts of pages."""

from __future__ import annotations

from editions.model.field_values import Item, lines_of, words_of
from editions.model.fields import ItemKind
from editions.pages.parts import Group, Line, Part, Written
from editions.pages.published_links import LinkContext
from editions.pages.sentences import fill, sentence, strong
from editions.text.tree import List, ListItem, Paragraph, Text
from editions.words.phrasebook import Phrasebook


def field_parts(
    kind: ItemKind,
    item: Item,
    context: LinkContext,
    name: str,
    words: Phrasebook,
    *,
    in_checklist: bool = False,
    quoted: bool = False,
) -> list[Part]:
    """What an item says in these keys.

    Args:
        context: Where its texts are written and published.
        name: What the anchors of its texts begin with.
        words: The language.
        in_checklist: Whether only what a checklist shows is asked for.
        quoted: Whether another page has the texts as its own.

    Returns:
        A part for each key, under its label.
    """
    parts: list[Part] = []
    for field, value in item.more.stated(kind):
        if in_checklist and not field.xlsx:
            continue
        name_of_key = words.text(field.label)
        label = Line(sentence(strong(name_of_key)))
        if isinstance(value, Text):
            inside: tuple[Part, ...] = (label, Written(value, context, f"{name}--{field.key}", quoted=quoted))
        elif field.type == "rows":
            inside = (label, List(tuple(ListItem((Paragraph(sentence(line)),)) for line in lines_of(value, words))))
        else:
            said = fill(words.text("{name}: {value}"), name=strong(name_of_key), value=words_of(value, words))
            inside = (Line(said),)
        parts.append(Group(inside, "item-field" if field.normative else "item-field informative"))
    return parts
