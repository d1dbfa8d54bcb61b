"""OpenAlex: works of every shape, the entities around them, and merged ids."""

import json

from loaders.records import Affiliation, Identifier, Subject
from tests.unit.loaders.json_parts import DATA, ids, loaded, names, places

PAGE = DATA / "openalex" / "works_page.json"


def test_a_work_keeps_its_ids_dates_venues_and_citations() -> None:
    page = loaded(PAGE, "openalex")
    work = page.records[0]
    assert (work.where, work.title, work.abstract) == (
        "record 1 (W100)",
        "Widgets with p<0.05 and α-rays",
        "Widgets are Widgets useful.",
    )
    assert (work.kind, work.year, work.date, work.comment) == ("article", 2021, "2021-01-05", "Retracted.")
    assert ids(work) == {
        "openalex": ["W100"],
        "doi": ["10.48550/arxiv.2101.00001"],
        "arxiv": ["2101.00001"],
        "pmid": ["12345"],
        "pmcid": ["PMC678"],
        "mag": ["100"],
    }
    assert places(work) == [("Journal of Widgets", "journal", 2021), ("arXiv", "preprint", 2021)]
    assert work.cites == (Identifier("openalex", "W7"), Identifier("openalex", "W8"))
    assert [(count.name, count.count, count.counts_records) for count in page.header.declared] == [("matches", 5, False)]


def test_authors_keep_printed_names_person_ids_and_affiliations() -> None:
    page = loaded(PAGE, "openalex")
    ann, bob, bank = page.records[0].authors
    assert (ann.name, ann.ids) == ("ANN EXAMPLE", (Identifier("openalex", "A1"), Identifier("orcid", "0000-0002-1825-0097")))
    assert ann.affiliations == (Affiliation(name="University of Widgets", ror="02nr0ka47", ids=(Identifier("openalex", "I1"),)),)
    assert (bob.name, bob.ids) == ("Bob Sample", (Identifier("orcid", "0000-0001-5109-3700"),))
    assert bob.affiliations == (Affiliation(name="Dept. of Widgets, Sampleton"),)
    assert (bank.name, bank.kind, bank.position) == ("World Bank", "organisation", 3)


def test_one_id_listed_under_two_spellings_is_kept_and_under_one_only_once() -> None:
    work = json.loads(PAGE.read_text(encoding="utf-8"))["results"][0]
    again = {"author": {"id": "https://openalex.org/A1", "display_name": "Ann Example"}, "raw_author_name": "Ann Other"}
    work["authorships"][3:] = [work["authorships"][0], again]
    page = loaded(json.dumps(work), "openalex")
    assert names(page.records[0]) == [(1, "ANN EXAMPLE"), (2, "Bob Sample"), (3, "World Bank"), (5, "Ann Other")]
    assert page.remarks == [("record 1 (W100)", "ANN EXAMPLE is listed more than once with one id; the first place was taken")]


def test_topics_carry_what_is_above_them_and_replace_concepts() -> None:
    topic, keyword = loaded(PAGE, "openalex").records[0].subjects
    assert (topic.scheme, topic.code, topic.label, topic.score) == ("openalex", "T1", "Widget Theory", 0.9)
    above = []
    upper: Subject | None = topic.broader
    while upper:
        above.append((upper.code, upper.label))
        upper = upper.broader
    assert above == [
        ("subfields/1702", "Artificial Intelligence"),
        ("fields/17", "Computer Science"),
        ("domains/3", "Physical Sciences"),
    ]
    assert keyword == Subject(scheme="keyword", code="widget", label="Widget", score=0.5)


def test_truncated_and_missing_author_lists_are_marked() -> None:
    book = loaded(PAGE, "openalex").titled("A thing of many hands")
    assert (names(book), book.authors_complete) == ([(1, "Cy Other")], False)
    hundred = [{"author": {"id": f"https://openalex.org/A{n}", "display_name": f"Person {n}"}} for n in range(1, 101)]
    for authorships, complete in ((hundred, False), (hundred[:99], True)):
        answer = {"meta": {"count": 1, "db_response_time_ms": 1}, "results": [{"title": "T", "authorships": authorships}]}
        assert loaded(json.dumps(answer), "openalex").records[0].authors_complete is complete


def test_every_entry_that_is_no_work_is_rejected_by_itself() -> None:
    assert [where for where, _ in loaded(PAGE, "openalex").rejected] == ["record 3 (W102)", "record 4", "record 5 (P5)"]


def test_entities_of_both_shapes_are_read_line_by_line() -> None:
    read = loaded(DATA / "openalex" / "entities.jsonl", "openalex")
    ann, old = read.people
    assert ids(ann) == {"openalex": ["A1"], "orcid": ["0000-0002-1825-0097"], "scopus": ["36455008000"]}
    assert (ann.where, ann.name_forms) == ("line 1 (A1)", ("Example Ann",))
    assert [place.name for place in ann.affiliations] == ["University of Widgets", "Gadget Labs"]
    assert old.affiliations == (Affiliation(name="Old College", ror="05qghxh33"),)
    [venue], [institution], [topic] = read.venues, read.institutions, read.topics
    assert (venue.name, venue.kind, ids(venue)["issn"]) == ("NeurIPS", "conference", ["1049-5258"])
    assert venue.aliases == ("Advances in Neural Information Processing Systems", "Adv. Neural Inf. Process. Syst.")
    assert (institution.ror, institution.aliases) == ("02nr0ka47", ("Université des Widgets", "UW"))
    assert topic.subject.broader is not None
    assert topic.subject.broader.broader == Subject(scheme="openalex", code="fields/17", label="Computer Science")
    assert [where for where, _ in read.rejected] == ["line 6", "line 7 (A4)"]


def test_merged_ids_say_which_id_replaces_which() -> None:
    read = loaded(DATA / "openalex" / "merged_ids.csv", "openalex_merged_ids")
    [person], [work] = read.people, read.records
    assert (person.where, ids(person), person.replaces) == ("line 2", {"openalex": ["A10"]}, (Identifier("openalex", "A11"),))
    assert (work.where, ids(work)) == ("line 3", {"openalex": ["W20", "W21"]})
    assert [where for where, _ in read.rejected] == ["line 4", "line 5"]


def test_a_page_of_counts_and_an_empty_page_hold_no_records() -> None:
    for text in (
        '{"meta": {"count": 0, "db_response_time_ms": 1}, "results": []}',
        '{"meta": {}, "group_by": [{"key": "x"}], "results": []}',
    ):
        assert loaded(text, "openalex").items == ()
