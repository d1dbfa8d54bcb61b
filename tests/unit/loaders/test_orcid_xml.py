"""ORCID records as XML say what the same record says as JSON."""

from loaders.records import Affiliation, Identifier
from tests.unit.loaders.json_parts import DATA, ids, loaded, names, places

RECORD = DATA / "orcid" / "record.xml"
ANN = "0000-0002-1825-0097"
WORK = (
    '<work:work put-code="5" xmlns:work="http://www.orcid.org/ns/work" xmlns:common="http://www.orcid.org/ns/common">'
    "<work:title><common:title>In full</common:title></work:title><work:type>book</work:type>"
    f"<work:contributors><work:contributor><common:contributor-orcid><common:path>{ANN}</common:path></common:contributor-orcid>"
    "<work:credit-name>Example, Ann</work:credit-name></work:contributor>"
    "<work:contributor><work:credit-name>Ed Itor</work:credit-name><work:contributor-attributes>"
    "<work:contributor-role>editor</work:contributor-role></work:contributor-attributes></work:contributor></work:contributors>"
    "</work:work>"
)


def test_a_record_gives_the_person_and_a_work_for_each_group() -> None:
    read = loaded(RECORD, "orcid_xml")
    [person] = read.people
    assert (person.where, person.name) == (f"line 2 ({ANN})", "Ann Example")
    assert person.name_forms == ("A. X. Example", "Ann Ejemplo")
    assert ids(person) == {"orcid": [ANN], "scopus": ["123"]}
    assert person.affiliations == (Affiliation(name="University of Widgets", ror="02nr0ka47"),)
    [work] = read.records
    assert (work.title, work.date, places(work)) == ("On widgets", "2012-10", [("Journal of Widgets", "journal", 2012)])
    assert ids(work) == {"doi": ["10.5555/abc"], "pmid": ["77"]}
    assert (names(work), work.authors_complete) == ([(None, "Ann Example")], False)
    assert [where for where, _ in read.rejected] == [f"line 2 ({ANN}), work 2"]


def test_a_work_in_full_stands_alone() -> None:
    [work] = loaded(WORK, "orcid_xml").records
    assert (names(work), names(work, "editor"), work.kind) == ([(1, "Ann Example")], [(1, "Ed Itor")], "book")
    assert work.authors[0].ids == (Identifier("orcid", ANN),)


def test_a_record_that_is_truncated_or_empty_is_rejected() -> None:
    whole = RECORD.read_text(encoding="utf-8")
    assert [reason.partition(":")[0] for _, reason in loaded(whole[:3000], "orcid_xml").rejected] == [
        "the file ends inside this record"
    ]
    empty = f"<record:record><common:orcid-identifier><common:path>{ANN}</common:path></common:orcid-identifier></record:record>"
    assert "no name public" in loaded(empty, "orcid_xml").rejected[0][1]
