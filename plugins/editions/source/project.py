"""All files of a project, read into records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from editions.source.configuration import Configuration
from editions.source.conflict_markers import conflict_problems
from editions.source.discovery import (
    CITATIONS,
    ERRATA,
    INSIGHTS,
    LOCK,
    RELEASES,
    STANDARD,
    FolderListing,
    list_folder,
    problems_above,
)
from editions.source.front_matter import Record, read_front_matter, read_yaml_file
from editions.source.problem import Problem
from editions.source.text import SourceFile, read_source

# Files beside the site's own pages that people merge.
_TEXTS = tuple(".svg .txt .csv .tsv .json .jsonl .geojson .yml .yaml .bib .ris .cff .vtt .js .mjs .css".split())


@dataclass
class EditionRecords:
    """The files of one edition.

    Attributes:
        folder: Its folder, relative to the project's folder.
        index: ``index.md``, if it is there.
        domains: Domain files, in the order of their names' numbers.
        lineage: ``lineage.yml``, if it is there.
        lock: ``release.json``, if it is there.
        files: Every file, by its path within the folder, locks left out.
    """

    folder: str
    index: Record | None = None
    domains: list[Record] = field(default_factory=list)
    lineage: Record | None = None
    lock: Record | None = None
    files: dict[str, SourceFile] = field(default_factory=dict)

    @property
    def version(self) -> str | None:
        """What ``index.md`` states as its version, if it is a text."""
        return self.stated("version")

    def stated(self, key: str) -> str | None:
        """What ``index.md`` states for a key, if it is a text."""
        value = self.index.value(key) if self.index else None
        return value if isinstance(value, str) else None


@dataclass
class ArticleRecords:
    """The files of one article.

    Attributes:
        slug: The article's slug.
        working: ``insights/SLUG.md``, if it is there.
        releases: Released versions by the version in their names.
        locks: Their locks, likewise.
        files: Every file by its path relative to the project's folder.
    """

    slug: str
    working: Record | None = None
    releases: dict[str, Record] = field(default_factory=dict)
    locks: dict[str, Record] = field(default_factory=dict)
    files: dict[str, SourceFile] = field(default_factory=dict)


@dataclass
class ProjectRecords:
    """Everything that a project's folders hold.

    Attributes:
        configuration: How the project is published.
        working: The working copy of the standard.
        releases: Its releases by the names of their folders, sorted by name.
        errata: ``standard/errata.yml``, if it is there.
        articles: Its articles by slug.
        pages: The site's own pages and the citation guidance.
        references: ``citations/references.bib``, if it is there.
        drawings: The SVG files among the site's own pages: pictures that are programs as well.
        listed: Every file found, relative to the project's folder.
        problems: Files that could not be read or are out of place.
    """

    configuration: Configuration
    working: EditionRecords = field(default_factory=lambda: EditionRecords(STANDARD))
    releases: dict[str, EditionRecords] = field(default_factory=dict)
    errata: Record | None = None
    articles: dict[str, ArticleRecords] = field(default_factory=dict)
    pages: list[Record] = field(default_factory=list)
    references: SourceFile | None = None
    drawings: list[SourceFile] = field(default_factory=list)
    listed: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def read_project(configuration: Configuration) -> ProjectRecords:
    """Read a project.

    Returns:
        Its records, and what is wrong with the files as files.
    """
    project = ProjectRecords(configuration)
    root = configuration.root
    project.problems += problems_above(root, configuration.docs)
    listings = {name: list_folder(root, name) for name in (STANDARD, INSIGHTS, CITATIONS, configuration.docs)}
    for name, listing in listings.items():
        project.problems += listing.problems
        project.problems += _folder_problems(name, listing.folders)
        project.listed.update(listing.files)
    _read_standard(project, listings[STANDARD])
    _read_insights(project, listings[INSIGHTS])
    pages = [path for path in listings[configuration.docs].files if path.endswith(".md")]
    pages += [path for path in listings[CITATIONS].files if path == f"{CITATIONS}/index.md"]
    project.pages = [read_front_matter(read_source(root, path)) for path in pages]
    drawings = [path for path in listings[configuration.docs].files if path.lower().endswith(".svg")]
    project.drawings = [read_source(root, path) for path in drawings]
    for path in listings[configuration.docs].files:
        if path.lower().endswith(_TEXTS):
            project.problems += conflict_problems(read_source(root, path).text or "", path)
    for path in listings[CITATIONS].files:
        if path == f"{CITATIONS}/references.bib":
            project.references = read_source(root, path)
            project.problems += project.references.problems
            project.problems += conflict_problems(project.references.text or "", path)
        elif path != f"{CITATIONS}/index.md":
            project.problems.append(_stray(path, "index.md and references.bib"))
    return project


def _folder_problems(name: str, folders: list[str]) -> Iterator[Problem]:
    """Folders where a file belongs, and folders that no edition or article has."""
    for path in folders:
        inside = path.split("/")[1:]
        if path.endswith((".md", ".yml", ".json", ".bib")):
            yield Problem(path, 1, "is a folder; a file belongs here, so rename or remove it")
        elif name in (STANDARD, INSIGHTS) and path.split("/", 1)[0] == name:
            if inside[0] == RELEASES and len(inside) > 1:
                inside = inside[2:]
                known: tuple[list[str], ...] = ([], ["domains"]) if name == STANDARD else ([],)
            else:
                known = (["domains"], [RELEASES]) if name == STANDARD else ([RELEASES],)
            if inside not in known:
                yield Problem(path, 1, "is a folder that Editions does not know; move or remove it")


def read_edition(configuration: Configuration, folder: str, paths: list[str]) -> EditionRecords:
    """Read the files of one edition.

    Args:
        folder: The edition's folder, relative to the project's folder.
        paths: Its files, relative to ``folder``.
    """
    edition = EditionRecords(folder)
    for path in paths:
        file = read_source(configuration.root, f"{folder}/{path}")
        if path == LOCK:
            edition.lock = read_yaml_file(file)
            continue
        edition.files[path] = file
        if path == "index.md":
            edition.index = read_front_matter(file)
        elif path == "lineage.yml":
            edition.lineage = read_yaml_file(file)
        elif path.startswith("domains/") and path.endswith(".md"):
            edition.domains.append(read_front_matter(file))
    edition.domains.sort(key=lambda record: _file_order(record.path))
    return edition


def _file_order(path: str) -> tuple[int, str]:
    name = path.rpartition("/")[2]
    number = name.partition("-")[0]
    return (int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0, name)


def _read_standard(project: ProjectRecords, listing: FolderListing) -> None:
    prefix = f"{STANDARD}/{RELEASES}/"
    if ERRATA in listing.files:
        project.errata = read_yaml_file(read_source(project.configuration.root, ERRATA))
    own = [path for path in listing.files if path != ERRATA and not path.startswith(prefix)]
    working = [path.removeprefix(f"{STANDARD}/") for path in own]
    project.working = read_edition(project.configuration, STANDARD, working)
    names = {path.removeprefix(prefix) for path in listing.folders if path.startswith(prefix)}
    for name in sorted(name for name in names if "/" not in name):
        folder = f"{prefix}{name}"
        inside = [path.removeprefix(f"{folder}/") for path in listing.files if path.startswith(f"{folder}/")]
        project.releases[name] = read_edition(project.configuration, folder, inside)
    for path in listing.files:
        if path.startswith(prefix) and "/" not in path.removeprefix(prefix):
            project.problems.append(_stray(path, "releases/VERSION/, such as releases/1.0/"))


def _read_insights(project: ProjectRecords, listing: FolderListing) -> None:
    prefix = f"{INSIGHTS}/{RELEASES}/"
    for path in listing.files:
        inside = path.removeprefix(prefix if path.startswith(prefix) else f"{INSIGHTS}/")
        folder, _, name = inside.rpartition("/")
        stem, _, suffix = name.rpartition(".")
        released = path.startswith(prefix)
        if "/" in folder or bool(folder) != released or suffix not in (("md", "json") if released else ("md",)):
            project.problems.append(_stray(path, "SLUG.md, and releases/SLUG/VERSION.md with its lock VERSION.json"))
            continue
        slug = folder if released else stem
        article = project.articles.setdefault(slug, ArticleRecords(slug))
        file = read_source(project.configuration.root, path)
        if suffix == "json":
            article.locks[stem] = read_yaml_file(file)
            continue
        article.files[path] = file
        record = read_front_matter(file)
        if released:
            article.releases[stem] = record
        else:
            article.working = record


def _stray(path: str, expected: str) -> Problem:
    folder = path.split("/", 1)[0]
    return Problem(path, 1, f"is out of place; {folder}/ holds {expected}, so move or remove it")
