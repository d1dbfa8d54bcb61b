"""Authors in GROBID's TEI, with the affiliations that it made out."""

from collections.abc import Iterator

from lxml import etree

from loaders.author_lists.author_entries import AuthorEntry, People, people_of
from loaders.fields.institution_ids import affiliation_with
from loaders.fields.links import orcid_ids
from loaders.fields.xml_words import words_at, words_of
from loaders.records import Affiliation

_ORGANISATIONS = ("department", "laboratory", "institution")
_PLACE = ("settlement", "region", "country")


def people(work: etree._Element) -> People:
    """The authors in their order, and the editors of the whole that the work stands in. An author without a name is an
    affiliation that GROBID could tie to nobody."""
    authors = work.findall("analytic/author") or work.findall("monogr/author")
    editors = work.findall("monogr/editor") + work.findall("monogr/imprint/editor")
    return people_of((*_entries(authors, is_editor=False), *_entries(editors, is_editor=True)))


def _entries(listed: list[etree._Element], *, is_editor: bool) -> Iterator[AuthorEntry]:
    for one in listed:
        name = one.find("persName")
        group = words_at(one, "orgName") if name is None else ""
        yield AuthorEntry(
            name=group or ("" if name is not None and name.find("surname") is not None else words_of(name) or _text(one)),
            family=words_at(name, "surname") if name is not None else "",
            given=" ".join(_forenames(name)) if name is not None else "",
            suffix=words_at(name, "genName") if name is not None else "",
            ids=orcid_ids(next((words_of(number) for number in one.iterfind("idno") if number.get("type") == "ORCID"), None)),
            affiliations=tuple(
                dict.fromkeys(place for element in one.iterfind("affiliation") if (place := _affiliation(element)))
            ),
            is_organisation=bool(group),
            role="editor" if is_editor else "author",
        )


def _text(one: etree._Element) -> str:
    """A name that stands in the element itself, as those of editors may."""
    return words_of(one) if not len(one) else ""


def _forenames(name: etree._Element) -> Iterator[str]:
    """The given names; initials with full stops."""
    for forename in name.iterfind("forename"):
        if given := words_of(forename):
            yield f"{given}." if len(given) == 1 and given.isupper() else given


def _affiliation(element: etree._Element) -> Affiliation | None:
    """The affiliation as printed where GROBID keeps that, else its parts."""
    raw = next((words_of(note) for note in element.iterfind("note") if note.get("type") == "raw_affiliation"), "")
    names = [words_of(one) for kind in _ORGANISATIONS for one in element.iterfind("orgName") if one.get("type") == kind]
    names = names or [words_of(one) for one in element.iterfind("orgName")]
    address = [words_at(element, f"address/{part}") for part in _PLACE]
    name = ", ".join(part for one in (*names, *address) if (part := one.strip(" ,;"))) or raw
    ids = ((one.get("type"), words_of(one)) for one in element.iter("idno"))
    country, city = element.find("address/country"), words_at(element, "address/settlement")
    code = None if country is None else country.get("key") or words_of(country)
    return affiliation_with(name, *ids, country=code, city=city) if name else None
