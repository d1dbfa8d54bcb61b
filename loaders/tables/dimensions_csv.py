"""The CSV and Excel exports of Dimensions: of publications, and for bibliometric mapping."""

import re
from collections.abc import Iterable, Iterator

from loaders.author_lists.names_in_one import read_one
from loaders.dimensions.topics import CODED, FIELD, coded
from loaders.fields.brackets import outside_brackets
from loaders.fields.identifiers import doi
from loaders.fields.institution_ids import affiliation_with
from loaders.fields.person_names import authorship, is_nobody, is_others
from loaders.records import Affiliation, Authorship, Identifier, Subject
from loaders.table_rows.column_words import column_key
from loaders.table_rows.delimited import Row
from loaders.tables.column_map import TableMap
from loaders.tables.known_table import KnownTable, columns

NAME = "dimensions_csv"
ABOUT = "the CSV export of Dimensions"

_CLASSIFICATIONS = {
    "sdg": "Sustainable Development Goals", "uoa": "Units of Assessment", "rcdc": "RCDC Categories",
    "hrcs_hc": "HRCS HC Categories", "hrcs_rac": "HRCS RAC Categories", "cancer_type": "Cancer Types", "cso": "CSO Categories",
}  # fmt: skip
_PUBLICATION = re.compile(r"\bpub\.\d+")


def _people(row: Row) -> tuple[tuple[Authorship, ...], bool]:
    """The authors, each with the affiliations in brackets behind the name where both columns list the same people."""
    printed = [name.strip() for name in row.get("Authors").split(";") if name.strip() and not is_nobody(name)]
    named = [name for name in printed if not is_others(name)]
    beside = (_beside(row.get(column), named) for column in _AFFILIATIONS)
    places = next((found for found in beside if found), [])
    known, found = _placed(row), list[Authorship]()
    for at, name in enumerate(named):
        affiliations = tuple(known.get(place, Affiliation(place)) for place in dict.fromkeys(places[at][1])) if places else ()
        people = enumerate(read_one(name), len(found) + 1)
        found += [authorship(each.printed, position, affiliations=affiliations) for position, each in people]
    return tuple(found), bool(named) and len(named) == len(printed)


def _placed(row: Row) -> dict[str, Affiliation]:
    """The standardised organisations of a row by their names: countries and cities are listed each once, so that only one alone
    tells where they all are."""
    country, city = (_only(row.get(*columns)) for columns in (_COUNTRIES, _CITIES))
    names = {name.strip() for name in row.get(*_ORGANISATIONS).split(";") if name.strip()}
    return {name: affiliation_with(name, country=country, city=city if len(names) == 1 else None) for name in names}


def _only(cell: str) -> str | None:
    listed = {one.strip() for one in cell.split(";") if one.strip()}
    return listed.pop() if len(listed) == 1 else None


def _beside(text: str, named: list[str]) -> list[tuple[str, list[str]]]:
    """The people of "Family, Given (Place; Place); Family, Given ()" with the places of each; none where it lists others.

    Places may hold brackets; where one is not closed, each person's places reach to the next person's name.
    """
    found = _by_brackets(text)
    if [name for name, _ in found] != named:
        found = _by_names(text, named)
    return found


def _by_names(text: str, named: list[str]) -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for at, name in enumerate(named):
        behind = f"; {named[at + 1]} (" if at + 1 < len(named) else ""
        if not text.startswith(f"{name} (") or behind not in text:
            return []
        inside, _, text = text[len(name) + 2 :].partition(behind) if behind else (text[len(name) + 2 :], "", "")
        text = behind.removeprefix("; ") + text
        found.append((name, [place.strip() for place in inside.strip().removesuffix(")").split(";") if place.strip()]))
    return found


def _by_brackets(text: str) -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for author in outside_brackets(text, ";"):
        name, bracket, places = author.strip().partition(" (")
        inside = places.removesuffix(")") if bracket else ""
        if name:
            found.append((name, [place.strip() for place in outside_brackets(inside, ";") if place.strip()]))
    return found


def _topics(row: Row) -> Iterator[Subject]:
    """Fields of research by their codes, each below the longest beginning of its code that the row has; those of 2008 and of 2020
    are two schemes ("08" and "46" are computing). Then the other classifications, by their codes or their labels."""
    for name in row.header:
        key = column_key(name)
        if key.startswith(("fields of research", "for (anzsrc)", "for codes")):
            yield from coded(row.get(name).split(";"), "anzsrc_2020" if "2020" in key else "anzsrc_2008", FIELD)
    for scheme, column in _CLASSIFICATIONS.items():
        yield from coded(row.get(column).split(";"), scheme, CODED)


def _cites(row: Row) -> Iterable[Identifier]:
    """Cited references, each in brackets, by their DOI, else by their publication id."""
    for reference in re.findall(r"\[(.*?)\](?:;|$)", row.get("Cited references"), re.DOTALL):
        if value := doi(reference):
            yield Identifier("doi", value)
        elif match := _PUBLICATION.search(reference):
            yield Identifier("dimensions", match.group())


_ORGANISATIONS = ("Research Organizations - standardized", "Research organization - standardized")
_COUNTRIES = ("Country of standardized research organization", "Country of Research organization")
_CITIES = ("City of standardized research organization", "City of Research organization")
_AFFILIATIONS = ("Authors (Raw Affiliation)", "Authors Affiliations", "Authors Affiliations - Name of Research organization")
_MAP = TableMap(
    fields={
        "title": ("Title",), "editors": ("Book editors",), "year": ("PubYear",), "kind": ("Publication Type",),
        "date": ("Publication date", "Publication date (online)", "Publication date (print)"), "abstract": ("Abstract",),
        "venue": ("Source title", "Source title/Anthology title", "Anthology title"), "isbn": ("ISBN",), "issn": ("ISSN",),
        "volume": ("Volume",), "issue": ("Issue",), "pages": ("Pagination",), "cited_by": ("Times cited",),
        "publisher": ("Publisher",), "url": ("Source Linkout",),
        "dimensions": ("Publication ID",), "doi": ("DOI",), "pmid": ("PMID",), "pmcid": ("PMCID",),
    },
    subjects={"mesh": ("MeSH terms",), "keyword": ("Keywords",)},
    author_separator=";",
    kinds={"proceeding": "conference"},
    people=_people,
    cites=_cites,
    topics=_topics,
)  # fmt: skip
TABLE = KnownTable(NAME, ABOUT, "Dimensions", (columns("Publication ID", "Title", "Authors", "PubYear"),), _MAP.works)
