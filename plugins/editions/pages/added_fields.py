"""The keys that the model has no attribute for, as parts of pages."""

from __future__ import annotations

from editions.model.field_values import Item, lines_of, words_of
from editions.model.fields import ItemKind
from editions.pages.parts import Group, Line, Part, Written
from editions.pages.published_links import LinkContext
from editions.pages.sentences import sentence, strong
from editions.text.tree import List, ListItem, Paragraph, Text


def field_parts(
    kind: ItemKind, item: Item, context: LinkContext, name: str, *, in_checklist: bool = False, quoted: bool = False
) -> list[Part]:
    """What an item says in these keys.

    Args:
        context: Where its texts are written and published.
        name: What the anchors of its texts begin with.
        in_checklist: Whether only what a checklist shows is asked for.
        quoted: Whether another page has the texts as its own.

    Returns:
        A part for each key, under its label.
    """
    parts: list[Part] = []
    for field, value in item.more.stated(kind):
        if in_checklist and not field.xlsx:
            continue
        label = Line(sentence(strong(field.label)))
        if isinstance(value, Text):
            inside: tuple[Part, ...] = (label, Written(value, context, f"{name}--{field.key}", quoted=quoted))
        elif field.type == "rows":
            inside = (label, List(tuple(ListItem((Paragraph(sentence(line)),)) for line in lines_of(value))))
        else:
            inside = (Line(sentence(strong(field.label), f": {words_of(value)}")),)
        parts.append(Group(inside, "item-field" if field.normative else "item-field informative"))
    return parts
