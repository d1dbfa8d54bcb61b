"""dblp's person records: names, affiliations, ORCIDs, and records that only lead to another."""

import re

from lxml import etree

from loaders.fields.links import each_once, orcid_ids
from loaders.fields.xml_words import words_of
from loaders.records import Affiliation, Identifier, Person, Rejection

_HOME = "homepages/"
_ORCID_LINK = re.compile(r"https?://(?:www\.)?orcid\.org/", re.IGNORECASE)


def person(element: etree._Element, where: str) -> Person | Rejection:
    """The person of a `www` or `person` record: the first name is dblp's own, homonym number included, the others are aliases.

    A record that only points to another (`crossref`) gives a person without a name, whose id it is replaced by. Records of groups
    and of names that several people share stand for no person and are rejected.
    """
    pid = element.get("key", "").removeprefix(_HOME)
    own = (Identifier("dblp", pid),) if pid else ()
    names = list(dict.fromkeys(filter(None, map(words_of, element.iterfind("author")))))
    target = words_of(element.find("crossref")).removeprefix(_HOME)
    if not names:
        if target and own:
            return Person(name="", where=where, ids=(Identifier("dblp", target),), replaces=own)
        return Rejection(where, "the person record has no name")
    if element.get("publtype") == "disambiguation":
        return Rejection(
            where, f"dblp uses this record for all people named {names[0]!r} whom it does not tell apart: it is not a person"
        )
    if element.get("publtype") == "group":
        return Rejection(where, f"{names[0]!r} is a group, not a person; it is kept as an author of its works")
    links = filter(_ORCID_LINK.match, map(words_of, element.iterfind("url")))
    found = [known for link in links for known in orcid_ids(link)]
    found += [known for author in element.iterfind("author") for known in orcid_ids(author.get("orcid"))]
    notes = (words_of(note) for note in element.iterfind("note") if note.get("type") == "affiliation")
    return Person(
        name=names[0],
        where=where,
        ids=each_once(*own, *found),
        name_forms=tuple(names[1:]),
        affiliations=tuple(Affiliation(name=name) for name in dict.fromkeys(notes) if name),
    )
