"""The values of a record in Dublin Core by the names of its elements, whatever way of writing them."""

from dataclasses import dataclass, field

from lxml import etree

from loaders.fields.xml_words import words_of

_REFINED = {
    "contributor.author": "creator", "date.issued": "issued", "date.created": "created", "date.accessioned": "",
    "date.available": "", "date.submitted": "", "date.updated": "", "description.abstract": "abstract",
    "description.provenance": "", "description.sponsorship": "", "identifier.citation": "citation",
    "identifier.bibliographicCitation": "citation", "relation.ispartof": "ispartof", "relation.isPartOf": "ispartof",
    "relation.ispartofseries": "series", "relation.references": "references", "contributor.editor": "editor",
    "title.alternative": "alternative", "contributor.advisor": "", "contributor.other": "",
}  # fmt: skip
"""Qualified elements, as DSpace names them, by what they are here; nothing for what no record keeps."""
_TERMS = {"bibliographicCitation": "citation", "isPartOf": "ispartof", "available": "", "dateAccepted": "", "dateSubmitted": ""}
"""Terms of Dublin Core that refine an element."""


@dataclass
class Values:
    """The values of each element in order, and beside the name of each creator what its attributes say (an ORCID perhaps)."""

    of: dict[str, list[str]] = field(default_factory=dict)
    beside_creators: list[str] = field(default_factory=list)

    def all(self, *names: str) -> list[str]:
        """The values of these elements, those of the first one first."""
        return [value for name in names for value in self.of.get(name, ())]

    def first(self, *names: str) -> str:
        """The first value of the first of these elements that has one, or ""."""
        return next(iter(self.all(*names)), "")


def values_of(core: etree._Element) -> Values:
    """The values of the element around a record's Dublin Core."""
    found = Values()
    for element in core:
        name = _name(element)
        text = words_of(element)
        if name and text:
            found.of.setdefault(name, []).append(text)
            if name == "creator":
                found.beside_creators.append(" ".join(map(str, element.attrib.values())))
    return found


def _name(element: etree._Element) -> str:
    """Plain ("title"), of a term ("bibliographicCitation"), or qualified (`<dcvalue element="date" qualifier="issued">`)."""
    if element.tag not in ("dcvalue", "field"):
        return _TERMS.get(str(element.tag), str(element.tag))
    name, qualifier = element.get("element", ""), element.get("qualifier", "none")
    return name if qualifier in ("none", "*", "") else _REFINED.get(f"{name}.{qualifier}", name)
