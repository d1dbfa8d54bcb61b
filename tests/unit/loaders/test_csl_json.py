"""CSL-JSON: arrays and single items, dates in every spelling, names with particles."""

import json

from tests.unit.loaders.json_parts import DATA, ids, loaded, names, places

LIBRARY = DATA / "csl_json" / "library.json"


def test_an_item_keeps_names_with_particles_and_its_ids() -> None:
    work = loaded(LIBRARY, "csl_json").titled("On widgets")
    assert work.where == "record 1 (example2020)"
    assert names(work) == [
        (1, "Ludwig van Beethoven"),
        (2, "Anna van den Berg Jr."),
        (3, "Widget Consortium"),
        (4, "Ann Example"),
    ]
    assert [(author.family, author.given, author.kind) for author in work.authors[:3]] == [
        ("Beethoven", "Ludwig", "person"),
        ("van den Berg", "Anna", "person"),
        (None, None, "organisation"),
    ]
    assert work.authors_complete is False
    assert ids(work) == {"doi": ["10.5555/abc"], "pmid": ["123"], "pmcid": ["PMC45"]}
    assert (work.date, places(work)) == ("2020-05", [("Journal of Widgets", "journal", 2020)])
    assert [subject.label for subject in work.subjects] == ["widgets", "gadgets"]


def test_theses_and_preprints_appear_where_they_were_published() -> None:
    library = loaded(LIBRARY, "csl_json")
    thesis, preprint = library.titled("A thesis"), library.titled("A preprint")
    assert (thesis.date, places(thesis)) == ("2019-05", [("University of Widgets", "thesis", 2019)])
    assert names(thesis, "editor") == [(1, "Ed Itor")]
    assert (ids(preprint), places(preprint)) == ({"arxiv": ["2101.00001"]}, [("arXiv", "preprint", 2021)])


def test_the_doi_of_the_proceedings_is_kept_as_it_stands_on_their_papers() -> None:
    library = loaded(LIBRARY, "csl_json")
    assert {ids(library.titled(title))["doi"][0] for title in ("First talk", "Second talk")} == {"10.5555/proc"}
    assert library.remarks == []


def test_an_empty_item_is_rejected_and_envelopes_are_opened() -> None:
    library = loaded(LIBRARY, "csl_json")
    assert [where for where, _ in library.rejected] == ["record 6 (6)"]
    items = json.loads(LIBRARY.read_text(encoding="utf-8"))
    for text in (json.dumps(items[0]), json.dumps({"items": items[:1]}), json.dumps({"references": items[:1]})):
        assert [record.title for record in loaded(text, "csl_json").records] == ["On widgets"]
    lines = "\n".join(json.dumps(item) for item in items)
    assert len(loaded(lines, "csl_json").records) == 5
