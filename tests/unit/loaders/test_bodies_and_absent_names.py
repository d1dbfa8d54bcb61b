"""Which names are an organisation's and which a person's where a word may speak for either, and words for no given name."""

import json

import pytest

from loaders import FORMATS, Source
from loaders.records import Affiliation, Authorship, Record

_XML = (
    "<xml><records><record><ref-type name='Journal Article'>17</ref-type><contributors><authors><author>{}</author></authors>"
    "</contributors><titles><title>Of Ants</title></titles></record></records></xml>"
)
ONE_NAME = {
    "ris": "TY  - JOUR\nTI  - Of Ants\nAU  - {}\nER  - \n",
    "endnote_tagged": "%0 Journal Article\n%T Of Ants\n%A {}\n",
    "endnote_xml": _XML,
    "refworks": "RT Journal Article\nT1 Of Ants\nA1 {}\n",
    "nbib": "PMID- 1\nTI  - Of Ants\nFAU - {}\n",
    "table": 'Title,Authors\nOf Ants,"{}"\n',
}


def people(name: str, text: str) -> list[Authorship]:
    known = next(known for known in FORMATS if known.name == name)
    [record] = [item for item in known.read(Source.of(text)) if isinstance(item, Record)]
    return list(record.authors)


@pytest.mark.parametrize("body", ["Department of Health, UK", "Ministry of Health, NZ", "Department of Health, U.K."])
@pytest.mark.parametrize("name", ONE_NAME)
def test_capitals_behind_an_organisation_are_no_initials(name: str, body: str) -> None:
    assert [(each.name, each.kind) for each in people(name, ONE_NAME[name].format(body))] == [(body, "organisation")]


@pytest.mark.parametrize(("printed", "expected"), [("Group, JA", "J. A. Group"), ("Lab, A. B.", "A. B. Lab")])
@pytest.mark.parametrize("name", ONE_NAME)
def test_a_family_name_that_is_a_word_of_organisations_is_a_persons(name: str, printed: str, expected: str) -> None:
    assert [(each.name, each.kind) for each in people(name, ONE_NAME[name].format(printed))] == [(expected, "person")]


@pytest.mark.parametrize("absent", ["null", "nan", "none", "n/a"])
@pytest.mark.parametrize("name", ONE_NAME)
def test_what_stands_for_no_given_name_is_none(name: str, absent: str) -> None:
    [person] = people(name, ONE_NAME[name].format(f"van den Hoven, {absent}"))
    assert (person.name, person.family, person.given) == ("van den Hoven", "van den Hoven", None)


@pytest.mark.parametrize(("printed", "expected"), [("Null, Jan", "Jan Null"), ("Nan, Wei", "Wei Nan"), ("Lee, Nan", "Nan Lee")])
@pytest.mark.parametrize("name", ONE_NAME)
def test_people_who_are_called_so_keep_their_names(name: str, printed: str, expected: str) -> None:
    assert [each.name for each in people(name, ONE_NAME[name].format(printed))] == [expected]


def test_no_given_name_in_parts() -> None:
    csl = json.dumps([{"id": "a", "type": "book", "title": "Of Ants", "author": [{"family": "Lee", "given": "nan"}]}])
    creators = [{"creatorType": "author", "lastName": "Lee", "firstName": "null"}]
    zotero = json.dumps([{"key": "A1", "itemType": "book", "title": "Of Ants", "creators": creators}])
    for name, text in (("csl_json", csl), ("zotero", zotero)):
        assert [(each.name, each.family, each.given) for each in people(name, text)] == [("Lee", "Lee", None)]


@pytest.mark.parametrize(
    ("printed", "name", "family"),
    [
        ("van 't Veer, L. J.", "L. J. van 't Veer", "van 't Veer"),
        ("van ’t Veer, L. J.", "L. J. van ’t Veer", "van ’t Veer"),
        ("in 't Veld, S.", "S. in 't Veld", "in 't Veld"),
        ("'t Hooft, G.", "G. 't Hooft", "'t Hooft"),
    ],
)
def test_initials_behind_a_family_name_with_an_elided_particle(printed: str, name: str, family: str) -> None:
    first, _ = people("table", f'Title,Authors\nOf Ants,"{printed}; Roe, Jane"\n')
    assert (first.name, first.family, first.affiliations) == (name, family, ())


def test_an_acronym_behind_a_name_is_where_the_person_works() -> None:
    found = people("table", 'Title,Authors\nOf Ants,"Ann Lee, NASA; Bo Chen, ESA"\n')
    assert [each.affiliations for each in found] == [(Affiliation("NASA"),), (Affiliation("ESA"),)]


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("Ann Group", "person"), ("Jo Center", "person"), ("Xu Lab", "person"), ("J. A. Lab", "person"),
        ("Ann B. School", "person"),
        ("ATLAS Group", "organisation"), ("Research Group", "organisation"), ("Working Group", "organisation"),
        ("Steering Group", "organisation"), ("National Center", "organisation"), ("World Health Organization", "organisation"),
    ],
)  # fmt: skip
def test_an_author_id_speaks_for_a_person_of_such_a_name(printed: str, kind: str) -> None:
    def work(author: dict[str, str]) -> str:
        return json.dumps({"results": [{"id": "https://openalex.org/W1", "title": "Of Ants", "authorships": [
            {"author": {"display_name": printed, **author}, "raw_author_name": printed}]}]})  # fmt: skip

    assert [each.kind for each in people("openalex", work({"id": "https://openalex.org/A1"}))] == [kind]
    assert [each.kind for each in people("openalex", work({}))] == ["organisation"]


def test_it_does_in_dblp_as_well() -> None:
    authors = (
        '<author pid="1/2">Ann Group</author><author orcid="0000-0002-1825-0097">Jo Center</author><author>Bo Lab</author>'
        '<author pid="3/4">Research Group</author>'
    )
    text = f'<dblp><article key="journals/a/1">{authors}<title>Of Ants</title></article></dblp>'
    assert [each.kind for each in people("dblp", text)] == ["person", "person", "organisation", "organisation"]
