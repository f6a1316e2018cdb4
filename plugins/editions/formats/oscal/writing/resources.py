"""The back matter of an OSCAL catalog: the standard, its licence, and what its criteria refer to."""

from __future__ import annotations

from editions.attribution.notice import edition_notice
from editions.formats.oscal.terms import Object, OwnName, Role, markup_line, one_line, prop, stable_uuid
from editions.formats.oscal.writing.prose import OscalTexts
from editions.model import Edition, Erratum, Publication, Reference
from editions.model.addresses import edition_address
from editions.text.tree import Text


class Resources:
    """Collects the resources of a catalog; each stands in it once.

    Attributes:
        listed: The resources, in the order in which they were named.
        standard: Link to the resource of the standard.
        licence: Link to the resource of the licence.
        adapted_from: Link to the resource of the work that the standard is adapted from; empty if it is none.
    """

    def __init__(self, publication: Publication, edition: Edition, texts: OscalTexts, citation: str) -> None:
        """Make the resources of the edition itself.

        Args:
            publication: What the edition belongs to.
            texts: Writes its texts.
            citation: How it is cited.
        """
        self._names = (edition.url, str(edition.version), edition.status)
        self._references: dict[Reference, str] = {}
        self.listed: list[Object] = []
        page = publication.absolute(edition_address(edition))
        prose, source = texts.prose(edition.prose)
        self.standard = self._add(
            Role.STANDARD,
            "",
            edition.title,
            {"description": prose} if prose else {},
            source,
            {"citation": {"text": markup_line(one_line(citation))}, "rlinks": [{"href": page}]},
        )
        self.licence = self._add(
            Role.LICENSE,
            "",
            edition.licence.name,
            {"description": markup_line(edition_notice(publication, edition))},
            [prop(OwnName.SPDX, edition.licence.spdx)],
            {"rlinks": [{"href": edition.licence.url}]},
        )
        self.adapted_from = ""
        if edition.adapted_from:
            work = edition.adapted_from
            description = {"description": markup_line(work.changes)}
            self.adapted_from = self._add(
                Role.ADAPTED_FROM, "", work.title, description, [], {"rlinks": [{"href": work.url}]}
            )
        for field, value in edition.more.stated("edition"):
            if isinstance(value, Text) and field.oscal:
                prose, source = texts.prose(value)
                self._add(field.oscal, "", field.label, {"description": prose}, source, {})
        for erratum in publication.standard.errata_of(edition):
            title, key = f"Erratum of {erratum.date}", "\n".join((str(erratum.date), erratum.what))
            self._add(
                Role.ERRATUM,
                key,
                title,
                {"description": texts.prose(erratum.text)[0]},
                erratum_props(erratum),
                {},
            )

    def reference(self, row: Reference) -> str:
        """The resource of a row of a crosswalk.

        Returns:
            Link to its resource, which is made when it is first asked for.
        """
        if row not in self._references:
            facts = [prop(OwnName.FRAMEWORK, row.framework)]
            facts += [prop(OwnName.FRAMEWORK_VERSION, row.version)] if row.version is not None else []
            facts.append(prop(OwnName.FRAMEWORK_ITEM, row.id))
            title = " ".join(part for part in (row.framework, row.version, row.id) if part)
            key = "\n".join((row.framework, row.version or "", row.id, row.url or ""))
            links = {"rlinks": [{"href": row.url}]} if row.url is not None else {}
            self._references[row] = self._add(Role.REFERENCE, key, title, {}, facts, links)
        return self._references[row]

    def _add(self, role: str, key: str, title: str, before: Object, props: list[Object], after: Object) -> str:
        uuid = stable_uuid(*self._names, "resource", role, key)
        made: Object = {"uuid": uuid, "title": markup_line(title), **before}
        self.listed.append({**made, "props": [prop(OwnName.RESOURCE, role), *props], **after})
        return f"#{uuid}"


def erratum_props(erratum: Erratum) -> list[Object]:
    """What an erratum says besides the corrected text.

    Returns:
        Properties.
    """
    props = [prop(OwnName.DATE, str(erratum.date)), prop(OwnName.WHAT, erratum.what)]
    return props + ([prop(OwnName.ORIGINAL, erratum.original)] if erratum.original is not None else [])
