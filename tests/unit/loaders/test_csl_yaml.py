"""CSL-YAML: the items of CSL-JSON in YAML, each read alone."""

from tests.unit.loaders.json_parts import DATA, ids, loaded, names, places

LIBRARY = DATA / "csl_yaml" / "library.yaml"


def test_items_are_read_like_those_of_csl_json() -> None:
    read = loaded(LIBRARY, "csl_yaml")
    article, talk, thesis = read.records
    assert article.where == "line 4 (berg2020)"
    assert names(article) == [(1, "Ada van den Berg"), (2, "Widget Consortium"), (3, "Karl No")]
    assert (article.date, places(article)) == ("2020-05", [("Journal of Ants", "journal", 2020)])
    assert ids(article) == {"doi": ["10.5555/abc"], "pmid": ["123"]}
    assert [(known.scheme, known.value) for known in article.publications[0].ids] == [("issn", "1234-5679")]
    assert article.abstract == "First line.\n- not an item"
    assert (names(talk, "editor"), talk.date) == ([(1, "Ed Itor")], "2019-05")
    assert (thesis.title, thesis.date, places(thesis)) == ("Yes", "2001", [("University of Widgets", "thesis", 2001)])


def test_broken_and_empty_items_are_rejected_alone() -> None:
    assert [where for where, _ in loaded(LIBRARY, "csl_yaml").rejected] == ["line 31", "line 33 (nothing)"]


def test_a_list_without_the_member_references_is_read_too() -> None:
    text = "# mine\n- type: book\n  title: Ants\n  issued: {literal: 1999}\n"
    assert [(one.where, one.title, one.year) for one in loaded(text, "csl_yaml").records] == [("line 2", "Ants", 1999)]
