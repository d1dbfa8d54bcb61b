"""HAL's TEI of a document, as it stands in the member `label_xml`, as the members that its search gives beside it.

Format: https://api.archives-ouvertes.fr/docs and https://github.com/CCSDForge/HAL-sword (AOfr).
"""

from collections.abc import Iterator

from lxml import etree

from loaders.fields.xml_words import words_at, words_of
from loaders.parsing.json_values import JsonObject, text

_PARSER = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
_FACET, _JOIN = "_FacetSep_", "_JoinSep_"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_PARTS = (("volume", "volume_s"), ("issue", "issue_s"), ("pp", "page_s"))
_NUMBERS = {
    "doi": "doiId_s", "arxiv": "arxivId_s", "pubmed": "pubmedId_s", "pubmedcentral": "pubmedcentralId_s", "isbn": "isbn_s",
    "wos": "wosId_s",
}  # fmt: skip


def with_members(value: JsonObject) -> JsonObject:
    """The document with what its TEI says where it has no member for it; as it is where it has no TEI that can be read."""
    printed = text(value.get("label_xml"))
    tei = _parsed(printed) if printed else None
    if tei is None:
        return value
    said = {name: found for name, found in _members(tei) if found}
    if any(name in value for name in ("authFullName_s", "authLastName_s")):
        said = {name: found for name, found in said.items() if not name.startswith(("auth", "struct"))}
    return {**said, **value}


def _parsed(printed: str) -> etree._Element | None:
    try:
        tei = etree.fromstring(printed.encode(), etree.XMLParser(**_PARSER))  # type: ignore[arg-type]
    except etree.XMLSyntaxError:
        return None
    for element in tei.iter(etree.Element):
        element.tag = etree.QName(element).localname
    return tei


def _members(tei: etree._Element) -> Iterator[tuple[str, object]]:
    full = tei.find(".//biblFull")
    if full is None:
        return
    work = full.find("sourceDesc/biblStruct")
    work = etree.Element("biblStruct") if work is None else work
    yield "title_s", [words_of(one) for one in full.iterfind("titleStmt/title") if one.get("type") != "sub"]
    yield "subTitle_s", [words_of(one) for one in full.iterfind("titleStmt/title") if one.get("type") == "sub"]
    yield "halId_s", _of_type(full.iterfind("publicationStmt/idno"), "halId")
    yield "docType_s", next((one.get("n") for one in full.iter("classCode") if one.get("scheme") == "halTypology"), None)
    yield "abstract_s", [words_of(one) for one in full.iterfind("profileDesc/abstract")]
    yield "keyword_s", [words_of(one) for one in full.iterfind("profileDesc/textClass/keywords/term")]
    yield "journalTitle_s", _title(work, "j")
    yield "bookTitle_s", _title(work, "m")
    yield "publisher_s", words_at(work, "monogr/imprint/publisher")
    yield "language_s", [one.get("ident") for one in full.iterfind("profileDesc/langUsage/language")]
    yield "publisherLink_s", _of_type(work.iterfind("ref"), "publisher")
    yield "uri_s", _of_type(full.iterfind("publicationStmt/idno"), "halUri")
    yield "conferenceTitle_s", words_at(work, "monogr/meeting/title")
    yield "publicationDate_s", _of_type(work.iterfind("monogr/imprint/date"), "datePub")
    yield "producedDate_s", _of_type(full.iterfind("editionStmt/edition/date"), "whenProduced")
    for unit, name in _PARTS:
        yield name, next((words_of(one) for one in work.iterfind("monogr/imprint/biblScope") if one.get("unit") == unit), None)
    for kind, name in _NUMBERS.items():
        yield name, _of_type((*work.iterfind("idno"), *work.iterfind("monogr/idno")), kind)
    yield from _people(tei, work.findall("analytic/author") or full.findall("titleStmt/author"))


def _title(work: etree._Element, level: str) -> str | None:
    return next((words_of(one) for one in work.iterfind("monogr/title") if one.get("level") == level), None)


def _of_type(elements: object, kind: str) -> str | None:
    found = (one for one in elements if (one.get("type") or "").casefold() == kind.casefold())  # type: ignore[attr-defined]
    return next((text_ for one in found if (text_ := words_of(one))), None)


def _people(tei: etree._Element, authors: list[etree._Element]) -> Iterator[tuple[str, object]]:
    """The authors, in lists of one length, and whose ids and places are whose."""
    families = [words_at(one, "persName/surname") for one in authors]
    givens = [" ".join(map(words_of, one.iterfind("persName/forename"))) for one in authors]
    names = [f"{given} {family}".strip() for given, family in zip(givens, families, strict=True)]
    yield "authFullName_s", names
    yield "authLastName_s", families
    yield "authFirstName_s", givens
    yield "authQuality_s", [one.get("role") or "" for one in authors]
    yield "authORCIDIdExt_s", [_of_type(one.iterfind("idno"), "ORCID") or "" for one in authors]
    known = [(name, _id_hal(one)) for name, one in zip(names, authors, strict=True)]
    yield "authFullNameIdHal_fs", [f"{name}{_FACET}{own}" for name, own in known if own]
    places = {one.get(_XML_ID): words_at(one, "orgName") for one in tei.iterfind(".//listOrg/org")}
    yield (
        "authIdHasPrimaryStructure_fs",
        [
            f"{name}{_FACET}{name}{_JOIN}{key.removeprefix('struct-')}{_FACET}{place}"
            for name, one in zip(names, authors, strict=True)
            for key in ((mark.get("ref") or "").removeprefix("#") for mark in one.iterfind("affiliation"))
            if (place := places.get(key))
        ],
    )
    rors = {
        (one.get(_XML_ID) or "").removeprefix("struct-"): ror
        for one in tei.iterfind(".//listOrg/org")
        if (ror := _of_type(one.iterfind("idno"), "ROR"))
    }
    yield "structId_i", list(rors)
    yield "structRorIdExt_s", list(rors.values())


def _id_hal(author: etree._Element) -> str | None:
    """The idHAL in letters; that in digits is a number of the person."""
    own = [one for one in author.iterfind("idno") if (one.get("type") or "").casefold() == "idhal"]
    return next((words_of(one) for one in own if one.get("notation") == "string"), None)
