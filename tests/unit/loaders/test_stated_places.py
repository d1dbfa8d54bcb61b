"""Countries and cities that stand beside an affiliation in fields of their own."""

import json

import pytest

from loaders.records import Affiliation, Identifier
from tests.unit.loaders.json_parts import loaded

ROR = "02nr0ka47"
OPENALEX = {
    "id": "https://openalex.org/I1",
    "display_name": "Ant University",
    "ror": f"https://ror.org/{ROR}",
    "country_code": "AT",
}
ANTS = Affiliation("Ant University", ROR, (Identifier("openalex", "I1"),), "AT")


def test_openalex_says_the_country_of_an_institution_beside_authors_of_works_and_in_records_of_authors() -> None:
    authors = [{"author": {"display_name": "Ada Berg"}, "institutions": [OPENALEX, {"display_name": "Bee Institute"}]}]
    work = {"id": "https://openalex.org/W1", "title": "On ants", "authorships": authors}
    [record] = loaded(json.dumps(work), "openalex").records
    assert record.authors[0].affiliations == (ANTS, Affiliation("Bee Institute"))
    author = {
        "id": "https://openalex.org/A1",
        "display_name": "Ada Berg",
        "affiliations": [{"institution": OPENALEX, "years": [2020]}],
        "last_known_institutions": [OPENALEX],
    }
    [person] = loaded(json.dumps(author), "openalex").people
    assert person.affiliations == (ANTS,)


def test_openalex_says_the_country_and_city_of_an_institution() -> None:
    record = {**OPENALEX, "geo": {"city": "Graz", "country_code": "AT", "country": "Austria"}}
    [institution] = loaded(json.dumps(record), "openalex").institutions
    assert (institution.country, institution.city) == ("AT", "Graz")
    [bare] = loaded(json.dumps({**OPENALEX, "country_code": None}), "openalex").institutions
    assert (bare.country, bare.city) == (None, None)


def test_dimensions_says_them_of_authors_researchers_and_organizations() -> None:
    place = {"id": "grid.1.a", "name": "Ant University", "city": "Graz", "country": "Austria", "country_code": "AT"}
    authors = [{"first_name": "Ada", "last_name": "Berg", "affiliations": [place]}]
    [record] = loaded(json.dumps({"id": "pub.1", "title": "On ants", "authors": authors}), "dimensions").records
    ants = Affiliation("Ant University", None, (Identifier("grid", "grid.1.a"),), "AT", "Graz")
    assert record.authors[0].affiliations == (ants,)
    organization = {"id": "grid.1.a", "name": "Ant University", "city_name": "Graz", "country_name": "Austria"}
    researcher = {"id": "ur.1", "first_name": "Ada", "last_name": "Berg", "research_orgs": [organization]}
    [person] = loaded(json.dumps(researcher), "dimensions").people
    assert [(one.country, one.city) for one in person.affiliations] == [("Austria", "Graz")]
    [body] = loaded(json.dumps({"_stats": {}, "organizations": [organization]}), "dimensions").institutions
    assert (body.country, body.city) == ("Austria", "Graz")


@pytest.mark.parametrize(
    ("organisations", "countries", "places"),
    [
        ("Ant University", "Austria", [("Austria", "Graz"), (None, None)]),
        ("Ant University; Bee Institute", "Austria", [("Austria", None), ("Austria", None)]),
        ("Ant University; Bee Institute", "Austria; Norway", [(None, None), (None, None)]),
    ],
)
def test_a_table_of_dimensions_says_the_country_of_its_organisations_where_all_are_in_one(
    organisations: str, countries: str, places: list[tuple[str | None, str | None]]
) -> None:
    header = (
        "Publication ID,Title,Authors,Authors Affiliations,PubYear,Research Organizations - standardized,"
        "City of standardized research organization,Country of standardized research organization"
    )
    row = f'pub.1,On ants,"Berg, Ada","Berg, Ada (Ant University; Bee Institute)",2020,{organisations},Graz,{countries}'
    [record] = loaded(f"{header}\n{row}\n", "dimensions_csv").records
    assert [(one.country, one.city) for one in record.authors[0].affiliations] == places


def test_orcid_says_them_of_organisations() -> None:
    organization = {"name": "Ant University", "address": {"city": "Graz", "region": None, "country": "AT"}}
    summaries = {"employment-summary": [{"organization": organization}]}
    record = {
        "orcid-identifier": {"path": "0000-0002-1825-0097"},
        "person": {"name": {"given-names": {"value": "Ada"}, "family-name": {"value": "Berg"}}},
        "activities-summary": {"employments": summaries},
    }
    [person] = loaded(json.dumps(record), "orcid").people
    assert person.affiliations == (Affiliation("Ant University", country="AT", city="Graz"),)


def test_hal_says_countries_of_structures_where_all_have_one() -> None:
    answer = {
        "docid": "301",
        "halId_s": "hal-00000301",
        "title_s": ["Ants"],
        "authFullName_s": ["Ada Berg"],
        "authIdHasStructure_fs": ["11-12_FacetSep_Ada Berg_JoinSep_600_FacetSep_University of Graz"],
        "structId_i": [601, 600],
        "structCountry_s": ["fr", "at"],
    }
    [record] = loaded(json.dumps({"response": {"docs": [answer]}}), "hal").records
    assert record.authors[0].affiliations[0].country == "at"
    answer["structCountry_s"] = ["fr"]
    [record] = loaded(json.dumps({"response": {"docs": [answer]}}), "hal").records
    assert record.authors[0].affiliations[0].country is None


@pytest.mark.parametrize(
    ("address", "country", "city"),
    [
        ('<city>Graz</city>, <country country="AT">Österreich</country>', "AT", "Graz"),
        (
            '<addr-line><named-content content-type="city">Graz</named-content></addr-line><country>Austria</country>',
            "Austria",
            "Graz",
        ),
        ("<addr-line>Universitätsplatz 2, 8010 Graz</addr-line>", None, None),
        ('<country country="AT">Austria</country> and <country country="NO">Norway</country>', None, None),
    ],
)
def test_jats_says_them_where_they_are_marked_as_such_and_one_only(address: str, country: str | None, city: str | None) -> None:
    text = (
        "<article><front><article-meta><title-group><article-title>On ants</article-title></title-group><contrib-group>"
        '<contrib contrib-type="author"><name><surname>Berg</surname><given-names>Ada</given-names></name>'
        f"<aff><institution>Ant University</institution>, {address}</aff></contrib></contrib-group>"
        "</article-meta></front></article>"
    )
    [record] = loaded(text, "jats").records
    [place] = record.authors[0].affiliations
    assert (place.country, place.city) == (country, city)
