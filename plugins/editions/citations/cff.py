"""CITATION.cff, the Citation File Format 1.2.0."""

from __future__ import annotations

import re
from typing import Any

import yaml

from editions.citations.cited_work import CitedWork
from editions.citations.names import Name
from editions.model.date import PartialDate

_SPDX = re.compile(r"(?!LicenseRef-|DocumentRef-)[A-Za-z0-9.+-]+")


def cff(cited: CitedWork, repository_code: str | None = None) -> str:
    """Write an edition as a CITATION.cff file.

    Args:
        cited: An edition or the standard as a whole.
        repository_code: Address of the repository that holds the sources.

    Returns:
        YAML. The format knows software and data only, so the file calls the edition a dataset and says with
        ``preferred-citation`` that it is a standard. ``date-released`` takes nothing but a whole day, so that a year
        or a month is stated as ``year`` and ``month`` there, and no day is made up.
    """
    common: dict[str, Any] = {
        "title": cited.title,
        "version": cited.version,
        "authors": [_agent(name) for name in cited.authors] or [{"name": cited.publisher or "anonymous"}],
        "abstract": cited.abstract,
        "keywords": list(cited.keywords),
        "license": cited.licence if cited.licence and _SPDX.fullmatch(cited.licence) else None,
        "url": cited.url,
        "doi": cited.doi,
    }
    if common["license"] is None:
        common["license-url"] = cited.licence_url
    day = str(cited.date) if cited.date and cited.date.day else None
    preferred = {
        "type": "standard",
        **common,
        "publisher": {"name": cited.publisher} if cited.publisher else None,
        "date-published": day,
        **_year_and_month(cited.date),
        "languages": [cited.language] if cited.language and re.fullmatch("[a-z]{2,3}", cited.language) else None,
    }
    document = {
        "cff-version": "1.2.0",
        "message": "If you refer to this standard, please cite the edition that you used.",
        "type": "dataset",
        **common,
        "date-released": day,
        "repository-code": repository_code,
        "preferred-citation": _stated(preferred),
    }
    text: str = yaml.dump(_stated(document), Dumper=_Plain, sort_keys=False, allow_unicode=True, width=100)
    return text


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True  # “&id001” is YAML, but no reader of a citation file expects it


def _stated(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}


def _agent(name: Name) -> dict[str, str]:
    if name.is_organisation:
        return {"name": name.literal}
    return _stated({"family-names": name.family, "given-names": name.given, "name-suffix": name.suffix})


def _year_and_month(date: PartialDate | None) -> dict[str, int | None]:
    return {"year": date.year, "month": date.month} if date else {}
