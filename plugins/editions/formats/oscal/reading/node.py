"""The objects of a catalog, checked and with their lines, whatever form they were written in."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """An object of a catalog.

    Attributes:
        line: Its line in the file.
        texts: Its strings, in OSCAL's Markdown where OSCAL has markup.
        objects: The objects within, by key; a single one is a list of one.
        lists: Its lists of strings.
        unread: Keys of what stands in it that no edition has a use for, or that OSCAL does not know.
    """

    line: int
    texts: dict[str, str] = field(default_factory=dict)
    objects: dict[str, tuple[Node, ...]] = field(default_factory=dict)
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unread: tuple[str, ...] = ()

    def text(self, key: str) -> str:
        """A string of the object.

        Args:
            key: Its name in JSON.

        Returns:
            The string, empty if there is none.
        """
        return self.texts.get(key, "")

    def all(self, key: str) -> tuple[Node, ...]:
        """Objects within.

        Args:
            key: Their name in JSON.

        Returns:
            The objects in order.
        """
        return self.objects.get(key, ())

    def one(self, key: str) -> Node | None:
        """An object within.

        Args:
            key: Its name in JSON.

        Returns:
            The object, if it is there.
        """
        found = self.objects.get(key)
        return found[0] if found else None
