"""Options that state the facts of an edition, for commands that make one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click
from jsonschema import Draft202012Validator

from editions.model import PartialDate, Version
from editions.schemas.known_schemas import load_schema

_Command = TypeVar("_Command", bound=Callable[..., Any])


class EditionFact(click.ParamType):  # type: ignore[type-arg] # generic in newer versions of click alone
    """A value of an edition's front matter, held to its schema."""

    name = "text"

    def __init__(self, *keys: str) -> None:
        """Take the value's place.

        Args:
            *keys: Keys of the front matter, outermost first.
        """
        self._keys = keys

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Check a value.

        Returns:
            The value without space around it.
        """
        text = str(value).strip()
        schema = load_schema("edition-1")
        for key in self._keys:
            schema = schema["properties"][key]
        if next(Draft202012Validator(schema).iter_errors(text), None) is not None or "\n" in text:
            self.fail(f"{text!r} cannot stand there. {schema.get('description', '')}", param, ctx)
        return text


class ParsedValue(click.ParamType):  # type: ignore[type-arg] # generic in newer versions of click alone
    """A version of an edition, or a date at its own precision."""

    def __init__(self, kind: type[Version | PartialDate], name: str) -> None:
        self._kind = kind
        self.name = name

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Version | PartialDate:
        """Read a value."""
        try:
            return value if isinstance(value, self._kind) else self._kind.parse(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


VERSION_VALUE = ParsedValue(Version, "version")
DATE_VALUE = ParsedValue(PartialDate, "date")


class SiteAddress(EditionFact):
    """The address of a site."""

    def __init__(self) -> None:
        super().__init__("url")

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Check an address.

        Returns:
            The address, ending in ``/``.
        """
        text = super().convert(value, param, ctx)
        if "?" in text or "#" in text or not text.isascii():
            self.fail(f"{text!r} is no address of a site; write it like https://standards.example/", param, ctx)
        return f"{text.rstrip('/')}/"


TITLE = click.option("--title", type=EditionFact("title"), help="Title of the standard.")
ABBREVIATION = click.option(
    "--abbreviation", type=EditionFact("abbreviation"), help="Its short name, of letters, digits and hyphens."
)
PUBLISHER = click.option("--publisher", type=EditionFact("publisher", "name"), help="Who publishes it.")
LICENCE = click.option(
    "--licence",
    "--license",
    "licence",
    type=EditionFact("license"),
    metavar="SPDX",
    help="Licence of the text, by its SPDX identifier, such as CC-BY-4.0.",
)
URL = click.option(
    "--url", type=SiteAddress(), metavar="URL", help="Address of the site, such as https://standards.example/."
)
DATE = click.option(
    "--date", type=DATE_VALUE, metavar="DATE", help="When it was published: YYYY, YYYY-MM or YYYY-MM-DD."
)
EDITION = click.option("--edition", "version", type=VERSION_VALUE, metavar="VERSION", help="Version of the edition.")
COPYRIGHT = click.option(
    "--copyright", "copyright_notice", metavar="NOTICE", help="The copyright notice that comes with the text."
)
ENGINE = click.option(
    "--engine",
    metavar="REQUIREMENT",
    help="How the new project installs the engine; by default the version that is running, from where it came.",
)


def edition_options(command: _Command) -> _Command:
    """Give a command all options that state facts of an edition."""
    for option in reversed((TITLE, ABBREVIATION, EDITION, DATE, PUBLISHER, LICENCE, URL, COPYRIGHT, ENGINE)):
        command = option(command)
    return command
