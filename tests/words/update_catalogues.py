"""Bring the catalogues up to date with the phrases: new ones are added without words, others are taken out."""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po

sys.path.insert(0, str(Path(__file__).parent))

from phrases import CATALOGUES, phrases


def update(path: Path) -> int:
    """Bring one catalogue up to date.

    Returns:
        How many phrases it has no words for.
    """
    with path.open("rb") as file:
        known = read_po(file, locale=path.stem.replace("-", "_"))
    made = Catalog(locale=known.locale, charset="utf-8", header_comment="")
    missing = 0
    for phrase in phrases():
        if not phrase.id:
            continue
        before = known.get(phrase.id, phrase.context)
        said = before.string if before is not None and not before.fuzzy else ""
        comments = before.user_comments if before is not None else []
        made.add(phrase.id, said, phrase.locations, user_comments=comments, context=phrase.context)
        missing += not (all(said) and said if isinstance(said, (list, tuple)) else said)
    with path.open("wb") as file:
        file.write(_head(known).encode())
        write_po(file, made, width=120, omit_header=True, sort_output=False, include_lineno=False)
    return missing


def _head(catalogue: Catalog) -> str:
    plural = f"nplurals={catalogue.num_plurals}; plural={catalogue.plural_expr};"
    language = str(catalogue.locale).replace("_", "-")
    lines = [f"Language: {language}", "Content-Type: text/plain; charset=utf-8", f"Plural-Forms: {plural}"]
    return 'msgid ""\nmsgstr ""\n' + "".join(f'"{line}\\n"\n' for line in lines) + "\n"


def main() -> None:
    """Update every catalogue."""
    for path in sorted(CATALOGUES.glob("*.po")):
        missing = update(path)
        print(f"{path.name}: {f'{missing} phrases without words' if missing else 'complete'}")


if __name__ == "__main__":
    main()
