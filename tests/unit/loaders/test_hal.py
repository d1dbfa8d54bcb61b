"""HAL: fields that hold several things at once, and lists that belong together."""

from loaders.records import Affiliation, Identifier
from tests.unit.loaders.json_parts import DATA, ids, loaded, names, places

ANSWER = DATA / "hal" / "answer.json"


def test_ids_and_places_go_to_whom_the_name_is_and_to_nobody_where_two_have_it() -> None:
    work = loaded(ANSWER, "hal").titled("Comptage des fourmis")
    assert names(work) == [(1, "Ada Berg"), (2, "Jan Holm"), (3, "Jan Holm")]
    assert work.authors[0].ids == (Identifier("hal", "ada-berg"),)
    assert work.authors[0].affiliations == (Affiliation("Ant Institute", "02nr0ka47", (Identifier("hal", "601"),)),)
    assert [(author.ids, author.affiliations) for author in work.authors[1:]] == [((), ()), ((), ())]


def test_a_document_keeps_ids_places_and_domains() -> None:
    work = loaded(ANSWER, "hal").titled("Comptage des fourmis")
    assert ids(work) == {"doi": ["10.5555/ants.1"], "arxiv": ["1901.00001"], "hal": ["hal-00000301"]}
    assert (places(work), work.date) == ([("Ant Letters", "journal", 2019), ("arXiv", "preprint", 2019)], "2019-05")
    assert (work.abstract, work.volume, work.issue, work.pages) == ("The ants.", "7", "2", "11-19")
    domains = [(one.code, one.label, one.broader and one.broader.code) for one in work.subjects if one.scheme == "hal"]
    assert domains == [("sdv", "Life Sciences [q-bio]", None), ("sdv.ee", "Ecology, environment", "sdv")]


def test_a_number_is_no_idhal_and_an_orcid_is_whose_where_all_have_one() -> None:
    [lee] = loaded(ANSWER, "hal").titled("On bridges").authors
    assert lee.ids == (Identifier("orcid", "0000-0002-1825-0097"),)


def test_a_thesis_stands_in_its_institution() -> None:
    work = loaded(ANSWER, "hal").titled("On bridges")
    assert (places(work), work.date) == ([("University of Graz", "thesis", 2001)], "2001-06-05")


def test_a_document_without_title_is_rejected_with_the_fields_to_ask_for() -> None:
    [(where, reason)] = loaded(ANSWER, "hal").rejected
    assert (where, "title_s" in reason) == ("record 2 (tel-00000302)", True)
