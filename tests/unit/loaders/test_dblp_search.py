"""dblp's search API: publications, and the single values that stand for lists."""

import json

from loaders.records import Affiliation, Identifier
from tests.unit.loaders.json_parts import DATA, ids, loaded, names, places

HITS = DATA / "dblp_search" / "publications.json"


def test_homonym_numbers_and_pids_are_kept_and_entities_and_full_stops_are_not() -> None:
    paper = loaded(HITS, "dblp_search").records[0]
    assert (paper.where, paper.title) == ("record 1 (conf/nips/ExampleS20)", "Operators' widgets")
    assert names(paper) == [(1, "Ann Example 0001"), (2, "Bob O'Sample")]
    assert paper.authors[0].ids == (Identifier("dblp", "10/300"),)
    assert ids(paper) == {"dblp": ["conf/nips/ExampleS20"], "doi": ["10.5555/abc"]}
    assert places(paper) == [("NeurIPS", "conference", 2020)]


def test_single_authors_preprints_and_editors() -> None:
    _, preprint, proceedings = loaded(HITS, "dblp_search").records
    assert (preprint.title, names(preprint)) == ("A preprint?", [(1, "Ann Example 0001")])
    assert (ids(preprint)["arxiv"], places(preprint)) == (["2101.00001"], [("arXiv", "preprint", 2021)])
    assert (names(proceedings), names(proceedings, "editor")) == ([], [(1, "Ed Itor")])
    assert places(proceedings) == [("ECCV", "conference", 2019), ("LNCS", "book", 2019)]


def test_the_number_of_hits_is_declared_and_a_hit_without_content_rejected() -> None:
    read = loaded(HITS, "dblp_search")
    assert [(one.name, one.count, one.counts_records) for one in read.header.declared] == [
        ("matches", 40, False),
        ("hits", 3, True),
    ]
    assert [where for where, _ in read.rejected] == ["record 4 (x/y)"]


def test_author_and_venue_searches_and_a_single_hit() -> None:
    author: dict[str, object] = {
        "author": "Ann Example 0001",
        "url": "https://dblp.org/pid/10/300",
        "aliases": {"alias": "A. Example"},
    }
    author["notes"] = {"note": {"@type": "affiliation", "text": "University of Widgets"}}
    for hit in ({"@score": "1", "info": author}, [{"@score": "1", "info": author}]):
        [person] = loaded(json.dumps({"result": {"query": "x", "hits": {"hit": hit}}}), "dblp_search").people
        assert (ids(person), person.name_forms) == ({"dblp": ["10/300"]}, ("A. Example",))
        assert person.affiliations == (Affiliation(name="University of Widgets"),)
    venue = {"@score": "1", "info": {"venue": "Journal of Widgets", "acronym": "JoW", "type": "Journal"}}
    [found] = loaded(json.dumps({"result": {"hits": {"hit": [venue]}}}), "dblp_search").venues
    assert (found.name, found.kind, found.aliases) == ("Journal of Widgets", "journal", ("JoW",))
    assert loaded('{"result": {"query": "x", "status": {}, "hits": {"@sent": "0"}}}', "dblp_search").items == ()
