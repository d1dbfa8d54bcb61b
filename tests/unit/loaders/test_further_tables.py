"""The tables of OpenCitations Meta and CORD-19, and results of queries of Wikidata."""

import json

from loaders import Source, recognise
from loaders.records import Identifier, Record, Rejection
from loaders.tables import table
from tests.unit.loaders.json_parts import DATA, ids, loaded, names, places


def test_identifiers_in_brackets_are_ids_and_no_parts_of_names() -> None:
    work = loaded(DATA / "tables" / "opencitations.csv", "opencitations_csv").titled("Counts of ants")
    assert names(work) == [(1, "Ada Berg"), (2, "Cy Lee"), (3, "Ant Group")]
    assert [author.ids for author in work.authors] == [(Identifier("orcid", "0000-0002-1825-0097"),), (), ()]
    assert work.authors[2].kind == "organisation"
    assert ids(work) == {"doi": ["10.5555/ants.1", "10.5555/ants.1a"], "pmid": ["900001"], "omid": ["br/0601"]}
    assert (places(work), work.pages) == ([("Ant Letters", "journal", 2019)], "11-19")
    assert work.publications[0].ids == (Identifier("issn", "0016-6731"),)


def test_a_book_of_opencitations_has_editors_and_the_older_name_of_its_id() -> None:
    book = loaded(DATA / "tables" / "opencitations.csv", "opencitations_csv").titled("Ants; a book")
    assert (names(book), names(book, "editor"), book.authors_complete) == ([], [(1, "Ed Itor")], False)
    assert ids(book) == {"isbn": ["9780152038656"], "omid": ["br/0605"]}


def test_a_row_of_cord_19_keeps_its_ids_and_its_place() -> None:
    read = loaded(DATA / "tables" / "cord19.csv", "cord19_csv")
    work = read.titled("Counts of ants")
    assert ids(work) == {"doi": ["10.5555/ants.1"], "pmid": ["900001"], "pmcid": ["PMC700001"], "corpusid": ["77"]}
    assert (names(work), places(work), work.date) == (
        [(1, "Ada B. Berg"), (2, "Cy Lee")],
        [("Ant Letters", "journal", 2019)],
        "2019-05-03",
    )
    assert places(read.titled("Ants before print")) == [("bioRxiv", "preprint", 2020)]


def test_rows_of_one_work_of_wikidata_are_one_record_with_authors_by_ordinal() -> None:
    read = loaded(DATA / "wikidata" / "works.csv", "wikidata")
    [work] = read.records
    assert names(work) == [(1, "Ada Berg"), (2, "Cy Lee")]
    assert [author.ids for author in work.authors] == [(Identifier("wikidata", "Q11"),), (Identifier("wikidata", "Q12"),)]
    assert (ids(work), work.authors_complete) == ({"doi": ["10.5555/ants.1"], "wikidata": ["Q901"]}, True)
    assert [where for where, _ in read.rejected] == ["line 4 (Q902)"]


def test_authors_of_wikidata_without_ordinals_have_no_known_place() -> None:
    rows = [
        {"work": "http://www.wikidata.org/entity/Q901", "workLabel": "Ants", "authorLabel": name, "doi": "10.5555/ants"}
        for name in ("Cy Lee", "Bo Li")
    ]
    [work] = loaded(json.dumps(rows), "wikidata").records
    assert (names(work), work.authors_complete) == ([(None, "Cy Lee"), (None, "Bo Li")], False)


def test_variables_of_any_name_are_columns_that_can_be_mapped() -> None:
    row = {"werk": {"type": "literal", "value": "Ants"}, "wer": {"type": "literal", "value": "Ada Berg|Cy Lee"}}
    text = json.dumps({"head": {"vars": ["werk", "wer"]}, "results": {"bindings": [row, {"wer": row["wer"]}]}})
    _, work, rejection = table.read(Source.of(text), columns={"title": "werk", "authors": "wer"})
    assert isinstance(work, Record)
    assert (work.where, work.title, names(work)) == ("record 1", "Ants", [(1, "Ada Berg"), (2, "Cy Lee")])
    assert isinstance(rejection, Rejection)


def test_results_about_people_are_not_taken_for_works() -> None:
    people = {"head": {"vars": ["item", "itemLabel", "birthDate"]}, "results": {"bindings": []}}
    assert recognise(Source.of(json.dumps(people))) is None
