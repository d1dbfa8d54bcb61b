"""What errata, corrections and retractions are about, and what papers say of it."""

from typing import Any

import pytest

from graph.load.claims import Claim
from graph.load.corrections import Correction, corrections
from graph.load.paper import paper_of
from graph.load.works import group_claims
from loaders.records import Identifier, Publication
from tests.unit.load.statements import authors, claim

TITLE = "How Ants Share What They Carry"


def said(number: int, title: str = TITLE, venue: str = "Journal of Ants", **further: object) -> Claim:
    """What a document says of a work in a journal."""
    where = (Publication(venue=venue, kind="journal", year=2020),)
    return claim(number, **{"title": title, "year": 2020, "publications": where, **further})


def doi(value: str) -> tuple[Identifier, ...]:
    return (Identifier("doi", value),)


def found(*claims: Claim) -> list[tuple[str, str]]:
    """Kind and way of what the notices among them are about."""
    return [(correction.kind, correction.by) for correction in corrections(group_claims(claims)[0])]


def test_a_notice_is_about_the_one_work_of_its_title_with_its_people_or_in_its_venue() -> None:
    paper = said(0, authors=authors("Ada Berg"))
    assert found(paper, said(1, f"Erratum: {TITLE}", "Elsewhere", authors=authors("A. Berg"))) == [("erratum", "title")]
    assert found(paper, said(1, f"Retraction: {TITLE}", authors=authors("The Editors"))) == [("retraction", "title")]
    assert found(paper, said(1, f"Erratum: {TITLE}", "Elsewhere", authors=authors("Eva Ek"))) == []


def test_a_title_that_several_works_have_tells_nothing_and_an_identifier_does() -> None:
    papers = [said(number, authors=authors("Ada Berg"), ids=doi(f"10.9999/{number}")) for number in range(2)]
    notice = said(5, f"Erratum: {TITLE}", authors=authors("Ada Berg"), ids=doi("10.9999/e"))
    assert found(*papers, notice) == []
    named = said(5, f"Erratum: {TITLE}", ids=doi("10.9999/e"), corrects=doi("10.9999/1"))
    assert corrections(group_claims([*papers, named])[0]) == [
        Correction("doi:10.9999/e", "doi:10.9999/1", "erratum", "identifier")
    ]


def test_a_doi_in_the_title_of_a_notice_names_the_paper() -> None:
    paper = said(0, authors=authors("Ada Berg"), ids=doi("10.9999/a"))
    notice = said(1, "Correction to: Ants (Journal of Ants, (2019), 12, 1, (1-10), 10.9999/A)", ids=doi("10.9999/e"))
    assert found(paper, notice) == [("correction", "identifier")]


def test_a_notice_with_a_title_of_many_works_is_not_guessed_at() -> None:
    paper = said(0, "Editorial", authors=authors("Ada Berg"))
    assert found(paper, said(1, "Erratum: Editorial", authors=authors("Ada Berg"))) == []


def test_a_work_is_not_a_notice_about_itself() -> None:
    assert found(said(0, ids=doi("10.9999/a"), corrects=doi("10.9999/a"))) == []


def test_a_retracted_paper_has_its_title_without_the_mark_and_topics_from_it() -> None:
    [work] = group_claims([said(0, f"RETRACTED: {TITLE}"), said(1, kind="article", retracted=True)])[0]
    paper = paper_of(work)
    assert (paper.properties["title"], paper.properties["retracted"]) == (TITLE, True)
    assert not [topic for topic in paper.topics if "retract" in topic.label.casefold()]
    [plain] = group_claims([said(0)])[0]
    assert (paper_of(plain).properties["retracted"], paper_of(plain, retracted=True).properties["retracted"]) == (None, True)


def test_a_source_that_marks_the_notice_as_well_means_the_work() -> None:
    assert said(0, retracted=True).is_retracted
    assert not said(0, f"Retraction: {TITLE}", retracted=True).is_retracted
    assert not said(0, kind="Retraction of Publication", retracted=True).is_retracted


def test_an_appearance_has_the_volume_issue_and_pages_that_most_documents_give() -> None:
    arxiv = Publication(venue="arXiv", kind="preprint", year=2019)
    journal = Publication(venue="Journal of Ants", kind="journal", year=2020)
    claims = [
        said(0, publications=(arxiv, journal), ids=doi("10.9999/a"), volume="12", issue="3", pages="101–110"),
        said(1, ids=doi("10.9999/a"), volume="12", pages="101-110", article_number="e7"),
        said(2, ids=doi("10.9999/a"), volume="XII"),
    ]
    [work] = group_claims(claims)[0]
    places = {seen.venue: (seen.volume, seen.issue, seen.pages, seen.article_number) for seen in paper_of(work).appearances}
    assert places == {"Journal of Ants": ("12", "3", "101-110", "e7"), "arXiv": (None, None, None, None)}


@pytest.mark.parametrize("turned", [False, True])
def test_a_place_is_not_made_up_of_two(turned: bool) -> None:
    """Two issues that one review stood in, a year apart: the first of equals is that of the appearance's year, as a whole."""
    places: list[tuple[int, dict[str, Any]]] = [
        (2000, {"volume": "7", "issue": "4", "pages": "5-9", "article_number": "12"}),
        (2001, {"volume": "7", "issue": "2", "pages": "55-61"}),
    ]
    both = [
        said(
            number,
            publications=(Publication(venue="Ant Reviews", kind="journal", year=year),),
            year=year,
            ids=doi("10.9999/a"),
            **place,
        )
        for number, (year, place) in enumerate(places)
    ]
    [work] = group_claims([*reversed(both)] if turned else both)[0]
    [seen] = paper_of(work).appearances
    assert (seen.year, seen.volume, seen.issue, seen.pages, seen.article_number) == (2000, "7", "4", "5-9", "12")
