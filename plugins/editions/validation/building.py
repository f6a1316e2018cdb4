"""Sound records made into the model."""

from __future__ import annotations

from typing import Any

from editions.model import (
    Adaptation,
    Agent,
    Article,
    ArticleHistory,
    Assessment,
    Criterion,
    Domain,
    Edition,
    Erratum,
    Lineage,
    LineageRow,
    Origin,
    PartialDate,
    Publication,
    Publisher,
    Reference,
    SitePage,
    Standard,
    Version,
)
from editions.model.field_values import read_values
from editions.model.licence import Licence
from editions.source.front_matter import Record
from editions.source.plugin_names import ATTRIBUTION
from editions.source.project import ArticleRecords, EditionRecords, ProjectRecords
from editions.text.parsing import parse
from editions.validation.numbers import with_numbers


def build_publication(project: ProjectRecords) -> Publication:
    """Make the model of a project without problems.

    Args:
        project: Its records; every check has passed.
    """
    releases = sorted((build_edition(release) for release in project.releases.values()), key=lambda it: it.version)
    working = build_edition(project.working)
    draft = None if any(release.version == working.version for release in releases) else working
    articles = tuple(_article_history(article) for _, article in sorted(project.articles.items()))
    pages = sorted((_site_page(record, project.configuration.docs) for record in project.pages), key=lambda it: it.path)
    standard = Standard(tuple(releases), draft, _errata(project.errata))
    configuration = project.configuration
    notice = configuration.options.get(ATTRIBUTION, {}).get("copyright")
    return Publication(
        site_url=configuration.site_url,
        standard=standard,
        articles=articles,
        pages=tuple(pages),
        bibliography=(project.references.text or "") if project.references else "",
        repository=configuration.repo_url,
        copyright_notice=notice if isinstance(notice, str) and notice.strip() else None,
        language=configuration.language,
        site_name=configuration.site_name,
        fonts=str(configuration.fonts) if configuration.fonts else None,
    )


def build_edition(records: EditionRecords) -> Edition:
    """Make the model of one edition.

    Args:
        records: Its records; every check of its shape has passed.
    """
    index = records.index
    assert index is not None  # noqa: S101 - the checks have passed
    data: dict[str, Any] = with_numbers(index, "edition-1")
    adapted = data.get("adapted_from")
    return Edition(
        title=_text(data["title"]),
        abbreviation=data["abbreviation"],
        version=Version.parse(data["version"]),
        status=data["status"],
        date=PartialDate.parse(data["date"]),
        authors=_agents(data["authors"]),
        publisher=Publisher(**{key: _text(value) for key, value in data["publisher"].items()}),
        licence=Licence.of(data["license"]),
        url=data["url"],
        summary=_text(data["summary"]),
        prose=parse(index.body.strip("\n")),
        domains=tuple(_domain(record) for record in records.domains),
        lineage=_lineage(records.lineage) if records.lineage else None,
        keywords=tuple(data.get("keywords") or ()),
        assessments=tuple(Assessment(key, **facts) for key, facts in (data.get("assessments") or {}).items()),
        title_sentence=_optional(data.get("title_sentence")),
        adapted_from=Adaptation(**adapted) if adapted else None,
        more=read_values("edition", data),
        origin=Origin(index.path, 1),
    )


def _text(value: str) -> str:
    """A text without the line break that YAML's block scalars end in."""
    return value.strip()


def _optional(value: str | None) -> str | None:
    return None if value is None else value.strip()


def _agents(values: list[dict[str, Any]] | None) -> tuple[Agent, ...]:
    return tuple(Agent(value["name"], value["kind"], value.get("family"), value.get("given")) for value in values or ())


def _domain(record: Record) -> Domain:
    data: dict[str, Any] = with_numbers(record, "domain-1")
    name = record.path.rpartition("/")[2].removesuffix(".md")
    return Domain(
        id=data["id"],
        slug=name.partition("-")[2],
        title=_text(data["title"]),
        label=_text(data.get("label") or data["id"]),
        summary=_optional(data.get("summary")),
        assessed_in=tuple(data.get("assessed_in") or ()),
        criteria=tuple(_criterion(record, place, value) for place, value in enumerate(data["criteria"])),
        guidance=parse(record.body.strip("\n")),
        more=read_values("domain", data),
        origin=Origin(record.path, 1),
    )


def _criterion(record: Record, place: int, data: dict[str, Any]) -> Criterion:
    references = tuple(
        Reference(_text(row["framework"]), row["id"], row.get("version"), row.get("url"))
        for row in data.get("references") or ()
    )
    return Criterion(
        id=data["id"],
        text=parse(_text(data["text"])),
        title=_optional(data.get("title")),
        section=_optional(data.get("section")),
        level=_optional(data.get("level")),
        keywords=tuple(data.get("keywords") or ()),
        references=references,
        more=read_values("criterion", data),
        origin=Origin(record.path, record.line("criteria", place)),
    )


def _lineage(record: Record) -> Lineage:
    data: dict[str, Any] = record.data

    def rows(key: str) -> tuple[LineageRow, ...]:
        return tuple(
            LineageRow(tuple(row["from"]), tuple(row["to"]), _optional(row.get("note")), record.line(key, place))
            for place, row in enumerate(data.get(key) or ())
        )

    return Lineage(
        origin=Version.parse(data["from"]),
        identity=data.get("identity", "ids"),
        domains=rows("domains"),
        criteria=rows("criteria"),
        note=_optional(data.get("note")),
        path=record.path,
    )


def _errata(record: Record | None) -> tuple[Erratum, ...]:
    if record is None:
        return ()
    rows: list[dict[str, Any]] = record.data["errata"]
    return tuple(
        Erratum(
            edition=Version.parse(row["edition"]),
            item=row.get("item"),
            date=PartialDate.parse(row["date"]),
            what=_text(row["what"]),
            text=parse(_text(row["text"])),
            original=_optional(row.get("original")),
            origin=Origin(record.path, record.line("errata", place)),
        )
        for place, row in enumerate(rows)
    )


def _site_page(record: Record, docs: str) -> SitePage:
    data: dict[str, Any] = record.data
    return SitePage(
        path=record.path.removeprefix(f"{docs}/"),
        title=_text(data["title"]),
        body=record.body.strip("\n"),
        summary=_optional(data.get("summary")),
        hide=tuple(data.get("hide") or ()),
        origin=Origin(record.path, 1),
    )


def _article_history(records: ArticleRecords) -> ArticleHistory:
    releases = sorted((_article(records.slug, r, released=True) for r in records.releases.values()), key=_by_version)
    draft = None
    if records.working is not None:
        working = _article(records.slug, records.working, released=False)
        draft = None if any(release.version == working.version for release in releases) else working
    return ArticleHistory(records.slug, tuple(releases), draft)


def _by_version(article: Article) -> Version:
    return article.version


def _article(slug: str, record: Record, *, released: bool) -> Article:
    data: dict[str, Any] = with_numbers(record, "article-1")
    return Article(
        slug=slug,
        title=_text(data["title"]),
        version=Version.parse(data["version"]),
        status="released" if released else "draft",
        date=PartialDate.parse(data["date"]),
        category=_text(data["category"]),
        summary=_text(data["summary"]),
        body=parse(record.body.strip("\n")),
        authors=_agents(data.get("authors")),
        domains=tuple(data.get("domains") or ()),
        keywords=tuple(data.get("keywords") or ()),
        title_sentence=_optional(data.get("title_sentence")),
        more=read_values("article", data),
        origin=Origin(record.path, 1),
    )
