"""What is named on the command line: an edition by its version, ``draft`` or a folder, or a version of an article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from editions.model import Article, Edition, Publication, Version
from editions.source.configuration import read_configuration
from editions.source.problem import Problem, Unpublishable
from editions.source.project import EditionRecords
from editions.validation import load_publication
from editions.validation.edition_folder import build_edition_folder, read_edition_folder

_ARTICLE = re.compile(r"insights/([^/@]+)(?:@(.*))?")


@dataclass
class NamedEditions:
    """Finds editions by their names; the project is loaded when the first version is asked for.

    Attributes:
        config_file: The project's configuration file.
    """

    config_file: Path
    _publication: Publication | None = None

    def publication(self) -> Publication:
        """The project's model.

        Raises:
            Unpublishable: If the project is not here or has problems.
        """
        if self._publication is None:
            self._publication = load_publication(read_configuration(self.config_file))
        return self._publication

    def edition(self, name: str) -> Edition | EditionRecords:
        """The edition with a name.

        Args:
            name: A version, ``draft``, or a folder; a name that is both is the version.

        Returns:
            The project's edition, or the records of the one in the folder.

        Raises:
            Unpublishable: If there is none.
        """
        try:
            version = Version.parse(name)
        except ValueError:
            version = None
        if version is None and name != "draft":
            return read_edition_folder(Path(name))
        if not self.config_file.exists() and Path(name).is_dir():
            return read_edition_folder(Path(name))
        standard = self.publication().standard
        found = standard.draft if version is None else standard.by_version.get(version)
        if found is not None:
            return found
        if Path(name).is_dir():
            return read_edition_folder(Path(name))
        known = ", ".join([*(str(it.version) for it in standard.releases), *(["draft"] if standard.draft else [])])
        message = f"there is no edition {name}; name a folder or one of: {known}"
        raise Unpublishable((Problem(self.config_file.name, 1, message),))

    def article(self, name: str) -> Article | None:
        """The version of an article with a name.

        Returns:
            The version; ``None`` if the name does not have this form or is a folder's.

        Raises:
            Unpublishable: If there is no such article, or no such version of it.
        """
        match = _ARTICLE.fullmatch(name.removesuffix("/"))
        if match is None or Path(name).is_dir():
            return None
        articles = {history.slug: history for history in self.publication().articles}
        history = articles.get(match[1])
        if history is None:
            known = ", ".join(articles) or "none"
            message = f"there is no article {match[1]}; the articles are: {known}"
            raise Unpublishable((Problem(self.config_file.name, 1, message),))
        versions = [*history.releases, *([history.draft] if history.draft else [])]
        for article in versions:
            if match[2] in (str(article.version), article.status):
                return article
        known = ", ".join("draft" if it.status == "draft" else str(it.version) for it in versions)
        message = f"there is no version {match[2] or '(none is named)'} of insights/{match[1]}; name one, as"
        message += f" insights/{match[1]}@VERSION, of: {known}"
        raise Unpublishable((Problem(self.config_file.name, 1, message),))


def built(found: Edition | EditionRecords, before: EditionRecords | None = None) -> Edition:
    """The model of a named edition.

    Args:
        found: What ``NamedEditions.edition`` gave.
        before: Records of the edition that its lineage leads from, to be checked against it.

    Raises:
        Unpublishable: If the folder's edition has problems.
    """
    return found if isinstance(found, Edition) else build_edition_folder(found, before)
