"""The short form that a publisher recommends for its own works, where there is room for one line.

It is the form in which the Production AI Institute cites itself: the year alone, the version behind the title, and the
standing address without its scheme.
"""

from __future__ import annotations

from editions.citations.address import without_scheme
from editions.citations.cited_work import CitedWork
from editions.citations.names import inverted_with_initials
from editions.citations.styles.base import CitationStyle, listed
from editions.citations.styles.line import Line


class Short(CitationStyle):
    """Author. (Year). Title vVersion. address."""

    def _any(self, line: Line, cited: CitedWork) -> None:
        names = [inverted_with_initials(name) for name in cited.authors]
        if cited.and_others or len(names) > 3:
            names = [*names[:1], "et al."]
            line.text(", ".join(names)).stop().text(" ")
        elif names:
            line.text(listed(names, ", & ")).stop().text(" ")
        line.text(f"({cited.date.year if cited.date else cited.date_text or 'n.d.'}). ")
        version = f" v{cited.version}" if cited.version and cited.type != "online" else ""
        if cited.type == "part" and cited.container:
            line.text(cited.title).stop().text(" In ").text(f"{cited.container}{version}").stop()
        else:
            line.text(f"{cited.title}{version}").stop()

    def _address(self, line: Line, cited: CitedWork) -> None:
        address = cited.standing_url or cited.link
        if address:
            line.text(" ").link(address, without_scheme(address).rstrip("/"))

    _article = _book = _incollection = _inproceedings = _part = _any
    _techreport = _standard = _online = _misc = _any
