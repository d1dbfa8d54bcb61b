"""An identifier that stands on several works joins none of them, and whatever else is one work stays one."""

from typing import Any

import pytest

from graph.documents import document_of
from graph.load.claims import Claim
from graph.load.corrections import corrections
from graph.load.works import group_claims
from loaders import Source
from loaders.records import Authorship, Identifier, Publication, Record
from tests.unit.load.statements import ABSTRACT, EDITED, OTHER, arxiv, authors, claim

DOI = (Identifier("doi", "10.9999/volume"),)
PROCEEDINGS = (Publication(venue="Proceedings of the Colony", kind="conference", year=2019),)
NORTH = {"title": "Ants in the north", "authors": authors("Ann Leeward", "Tom Ek"), "year": 2019, "ids": DOI}
SOUTH = {"title": "Bees in the south", "authors": authors("Bo Chenoweth"), "year": 2019, "ids": DOI}


def works(*claims: Claim) -> int:
    return len(group_claims(claims)[0])


BIBTEX = """
@incollection{a, author={Leeward, Ann}, title={Ants in the north}, booktitle={Handbook}, doi={10.9999/book}}
@incollection{b, author={Chenoweth, Bo}, title={Bees in the south}, booktitle={Handbook}, doi={10.9999/book}}
"""
RIS = """TY  - CONF
TI  - Ants in the north
AU  - Leeward, Ann
T2  - Proc. Colony
DO  - 10.9999/book
ER  -
TY  - CONF
TI  - Bees in the south
AU  - Chenoweth, Bo
T2  - Proc. Colony
DO  - 10.9999/book
ER  -
"""
TABLE = """Title,Authors,DOI
Ants in the north,"Leeward, Ann",10.9999/book
Bees in the south,"Chenoweth, Bo",10.9999/book
"""
CSL = """[
{"id": "1", "type": "chapter", "title": "Ants in the north", "DOI": "10.9999/book", "author": [{"family": "Leeward"}]},
{"id": "2", "type": "chapter", "title": "Bees in the south", "DOI": "10.9999/book", "author": [{"family": "Chenoweth"}]}]
"""


def said(text: str, name: str) -> list[Claim]:
    document = document_of(Source.of(text.encode(), name))
    return [Claim.of(name, number, item) for number, item in enumerate(document.items()) if isinstance(item, Record)]


@pytest.mark.parametrize(("text", "name"), [(BIBTEX, "a.bib"), (RIS, "a.ris"), (TABLE, "a.csv"), (CSL, "a.json")])
def test_the_doi_of_the_volume_joins_no_works_in_any_format(text: str, name: str) -> None:
    assert works(*said(text, name)) == 2


def test_the_doi_of_the_volume_joins_no_works_of_two_files() -> None:
    assert works(*said(BIBTEX, "a.bib"), *said(RIS, "a.ris"), *said(TABLE, "a.csv"), *said(CSL, "a.json")) == 2


def test_what_speaks_for_and_against_is_a_near_miss() -> None:
    found, [miss] = group_claims([claim(0, **NORTH, pages="5-10"), claim(1, **SOUTH, pages="11-20")])
    assert {miss.a, miss.b} == {work.uid for work in found}
    assert miss.reasons == (
        "both have doi 10.9999/volume",
        "but different titles",
        "but their author lists have nobody in common",
    )
    [placed] = group_claims(
        [claim(0, **NORTH, pages="5-10", publications=PROCEEDINGS), claim(1, **SOUTH, pages="11-20", publications=PROCEEDINGS)]
    )[1]
    assert placed.reasons[-1] == "but different first pages 5 and 11"
    assert 0.1 < placed.score < miss.score < 0.5


@pytest.mark.parametrize("known", [arxiv("2001.00001"), Identifier("pmid", "123"), Identifier("openalex", "W1")])
def test_any_identifier_may_be_borrowed(known: Identifier) -> None:
    assert works(claim(0, **NORTH | {"ids": (known,)}), claim(1, **SOUTH | {"ids": (known,)})) == 2


def test_the_abstracts_of_a_supplement_are_paired_with_the_next() -> None:
    posters = [
        claim(number, title=f"P-{number} {word} moths", authors=authors(f"{word} Berg"), ids=DOI, year=2001)
        for number, word in enumerate(("Arid", "Busy", "Calm", "Dusk"))
    ]
    found, near = group_claims(posters)
    assert (len(found), len(near)) == (4, 3)
    assert all("but one of 4 works with that doi" in miss.reasons for miss in near)
    [pair] = group_claims(posters[:2])[1]
    assert all(miss.score < pair.score for miss in near)


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Ants in the far north", "authors": authors("Karl Holm")},
        {"title": "Ants in the north: a survey of many nests", "authors": authors("Karl Holm")},
        {"title": "Ameisen im Norden"},
        {"title": "Ameisen im Norden", "authors": ()},
        {"title": "Ameisen im Norden", "authors": authors("T. Ek", "A. Leeward")},
        {"title": "Ameisen im Norden", "authors": (Authorship(name="The North Group", position=1, kind="organisation"),)},
        {"title": "北方的蚂蚁", "authors": authors("张伟", "李娜")},
        {"title": "Муравьи на севере", "authors": authors("Анна Ливард")},
        {"title": None, "authors": authors("Karl Holm"), "abstract": OTHER},
        {"title": "Ameisen im Norden", "authors": authors("Karl Holm"), "abstract": EDITED},
        {"title": "Ameisen im Norden", "authors": (Authorship(name="Karl Holm", position=1),), "authors_complete": False},
    ],
)
def test_a_record_with_the_same_identifier_that_differs_a_little_still_joins(other: dict[str, Any]) -> None:
    complete = bool(other.get("authors_complete", True))
    first = NORTH | {"abstract": ABSTRACT, "authors_complete": complete}
    assert works(claim(0, **first), claim(1, **NORTH | other)) == 1


def test_two_talks_of_one_group_at_two_places_of_one_volume_are_two() -> None:
    talk = NORTH | {"publications": PROCEEDINGS, "pages": "5-10"}
    other = talk | {"title": "What bees taste on windy days", "pages": "21-30"}
    assert works(claim(0, **talk), claim(1, **other)) == 2
    assert works(claim(0, **talk), claim(1, **other | {"pages": "5-10"})) == 1


def test_talks_of_one_group_whose_first_authors_differ_are_two() -> None:
    group = ("Ann Leeward", "Tom Ek", "Eva Holm")
    one = NORTH | {"authors": authors(*group, "Ida Lund")}
    other = NORTH | {"title": "What bees taste on windy days", "authors": authors("Karl Berg", *group)}
    [miss] = group_claims([claim(0, **one), claim(1, **other)])[1]
    assert "but other authors, another one first" in miss.reasons
    assert works(claim(0, **one), claim(1, **other | {"authors": authors("Ida Lund", *group)})) == 1


def test_a_volume_keeps_its_identifier_and_the_works_in_it_do_not_go_by_it() -> None:
    volume = claim(0, title="Proceedings of the Colony", ids=DOI, year=2019)
    found, near = group_claims([volume, claim(1, **NORTH, publications=PROCEEDINGS), claim(2, **SOUTH, publications=PROCEEDINGS)])
    assert len(found) == 3
    assert {work.uid: work.claims[0].record.where for work in found}["doi:10.9999/volume"] == "record 0"
    assert any("the one is the volume in which the other stands" in reason for miss in near for reason in miss.reasons)


def test_a_work_that_says_too_little_joins_one_of_the_two_and_not_both() -> None:
    found, near = group_claims([claim(0, **NORTH), claim(1, **SOUTH), claim(2, ids=DOI, abstract=ABSTRACT)])
    assert sorted(len(work.claims) for work in found) == [1, 2]
    assert len(near) == 1


def test_a_notice_about_a_borrowed_identifier_is_about_none_of_its_works() -> None:
    notice = claim(2, title="Retraction", corrects=DOI, kind="retraction", ids=(Identifier("doi", "10.9999/r"),))
    assert corrections(group_claims([claim(0, **NORTH), claim(1, **SOUTH), notice])[0]) == []
    assert len(corrections(group_claims([claim(0, **NORTH), notice])[0])) == 1
