"""ORCID: the person, their works, and works by themselves."""

import json

from loaders.records import Affiliation, Identifier
from tests.unit.loaders.json_parts import DATA, ids, loaded, names, places

RECORD = DATA / "orcid" / "record.json"
ANN = "0000-0002-1825-0097"


def test_a_person_keeps_names_ids_and_affiliations() -> None:
    [person] = loaded(RECORD, "orcid").people
    assert (person.where, person.name) == (f"record 1 ({ANN})", "Ann Example")
    assert person.name_forms == ("A. X. Example", "Ann Ejemplo")
    assert ids(person) == {"orcid": [ANN], "scopus": ["123"], "wos": ["A-1-2008"]}
    assert person.affiliations == (Affiliation(name="University of Widgets", ror="02nr0ka47"), Affiliation(name="Old College"))


def test_a_group_of_summaries_is_one_work_of_the_person() -> None:
    read = loaded(RECORD, "orcid")
    [work] = read.records
    assert (work.title, work.date, places(work)) == ("On widgets", "2012-10", [("Journal of Widgets", "journal", 2012)])
    assert ids(work) == {"doi": ["10.5555/abc"], "pmid": ["77"]}
    assert (names(work), work.authors_complete) == ([(None, "Ann Example")], False)
    assert Identifier("orcid", ANN) in work.authors[0].ids
    assert [where for where, _ in read.rejected] == [f"record 1 ({ANN}), work 2"]


def test_a_work_in_full_has_its_contributors() -> None:
    contributors = [
        {
            "credit-name": {"value": "Example, Ann"},
            "contributor-orcid": {"path": ANN},
            "contributor-attributes": {"contributor-role": "author"},
        },
        {"credit-name": {"value": "Ed Itor"}, "contributor-attributes": {"contributor-role": "EDITOR"}},
    ]
    work = {
        "put-code": 5,
        "title": {"title": {"value": "In full"}},
        "type": "BOOK",
        "contributors": {"contributor": contributors},
    }
    for text in (json.dumps(work), json.dumps({"bulk": [{"work": work}]})):
        [record] = loaded(text, "orcid").records
        assert (names(record), names(record, "editor"), record.kind) == ([(1, "Ann Example")], [(1, "Ed Itor")], "book")
        assert (record.authors[0].ids, record.authors_complete) == ((Identifier("orcid", ANN),), True)


def test_works_without_the_person_say_what_is_missing() -> None:
    works = json.loads(RECORD.read_text(encoding="utf-8"))["activities-summary"]["works"]
    read = loaded(json.dumps({**works, "path": f"/{ANN}/works"}), "orcid")
    assert [record.authors for record in read.records] == [()]
    assert "load the whole record" in read.remarks[0][1]


def test_hidden_names_are_rejected_and_searches_give_people() -> None:
    hidden = {"orcid-identifier": {"path": ANN}, "person": {"name": None}}
    assert "no name public" in loaded(json.dumps(hidden), "orcid").rejected[0][1]
    found = {"orcid-id": ANN, "given-names": "Ann", "family-names": "Example", "credit-name": None, "institution-name": ["UW"]}
    [person] = loaded(json.dumps({"expanded-result": [found], "num-found": 1}), "orcid").people
    assert (person.name, ids(person), person.affiliations) == ("Ann Example", {"orcid": [ANN]}, (Affiliation(name="UW"),))
