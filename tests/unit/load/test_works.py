"""Which records are one work."""

from itertools import permutations
from typing import Any

import pytest

from graph.load.claims import Claim
from graph.load.text import title_key
from graph.load.works import group_claims
from loaders.records import Identifier, Publication
from tests.unit.load.statements import ABSTRACT, EDITED, OTHER, arxiv, authors, claim, owner, preprint

TITLE = "How Ants Share What They Carry"


def grouped(*claims: Claim) -> set[frozenset[int]]:
    """The numbers of the records of each work."""
    works, _ = group_claims(claims)
    return {frozenset(member.id.record for member in work.claims) for work in works}


def misses(*claims: Claim) -> list[str]:
    """The reasons of the near misses."""
    return ["; ".join(miss.reasons) for miss in group_claims(claims)[1]]


def test_a_preprint_and_its_published_version_are_one_work() -> None:
    published = Publication(venue="ICLR", kind="conference", year=2021)
    first = claim(0, title=TITLE, year=2020, authors=owner("Ada Berg"), authors_complete=False, publications=(preprint(2020),))
    second = claim(1, title=TITLE.upper() + ".", year=2021, authors=authors("Ada Berg", "Bo Lind"), publications=(published,))
    assert grouped(first, second) == {frozenset({0, 1})}


def test_pages_of_two_owners_join_on_a_shared_title() -> None:
    first = claim(0, title=TITLE, year=2020, authors=owner("Ada Berg"), authors_complete=False)
    second = claim(1, title=TITLE, year=2020, authors=owner("Bo Lind"), authors_complete=False)
    assert grouped(first, second) == {frozenset({0, 1})}


def test_a_shared_identifier_joins_whatever_else_differs() -> None:
    first = claim(0, title=TITLE, year=2001, ids=(Identifier("doi", "10.1/x"),))
    second = claim(1, title="Ants", year=2020, ids=(Identifier("doi", "10.1/x"), arxiv("2001.00001")))
    third = claim(2, abstract=OTHER, ids=(arxiv("2001.00001"),))
    assert grouped(first, second, third) == {frozenset({0, 1, 2})}


def test_an_isbn_does_not_join_the_chapters_of_a_book() -> None:
    isbn = (Identifier("isbn", "9780000000002"),)
    assert len(grouped(claim(0, title="How Ants Walk", ids=isbn), claim(1, title="How Ants Sleep", ids=isbn))) == 2


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"year": 2009, "authors": authors("Ada Berg")}, None),
        (
            {"year": 2020, "authors": authors("Karl Holm", "Eva Ek")},
            "same title; but their author lists have nobody in common; but 15 years apart",
        ),
        ({"year": 2012}, "same title; but 7 years apart"),
    ],
)
def test_the_same_title_joins_only_where_authors_and_years_agree(said: dict[str, Any], reason: str | None) -> None:
    first = claim(0, title=TITLE, year=2005, authors=authors("Ada Berg", "Bo Lind"))
    second = claim(1, title=TITLE, **said)
    assert (len(grouped(first, second)) == 1) is (reason is None)
    assert misses(first, second) == ([reason] if reason else [])


def test_two_arxiv_ids_are_two_works_even_under_one_title() -> None:
    first = claim(0, title=TITLE, ids=(arxiv("2001.00001"),))
    second = claim(1, title=TITLE, ids=(arxiv("2001.00002"),))
    assert len(grouped(first, second)) == 2
    assert misses(first, second) == ["same title; but different arxiv ids: 2001.00001, 2001.00002"]


@pytest.mark.parametrize("title", ["Attention", "Deep Learning"])
def test_a_short_title_on_the_pages_of_two_owners_joins_only_with_one_abstract(title: str) -> None:
    ours = claim(0, title=title, abstract=ABSTRACT, authors=owner("Ada Berg"), authors_complete=False)
    theirs = claim(1, title=title, abstract=OTHER, authors=owner("Bo Lind"), authors_complete=False)
    shared = claim(2, title=title, abstract=EDITED, authors=owner("Eva Ek"), authors_complete=False)
    assert grouped(ours, theirs, shared) == {frozenset({0, 2}), frozenset({1})}
    assert misses(ours, theirs) == ["same title; but one that several works may have"]


@pytest.mark.parametrize("title", ["Attention", "Deep Learning"])
def test_a_short_title_joins_the_page_of_an_author_and_the_author_list(title: str) -> None:
    page = claim(0, title=title, year=2020, authors=owner("Bo Lind"), authors_complete=False, publications=(preprint(2020),))
    listed = claim(1, title=title, year=2021, authors=authors("Ada Berg", "Bo Lind"))
    assert grouped(page, listed) == {frozenset({0, 1})}


def test_a_title_on_the_pages_of_two_owners_does_not_join_two_unlike_abstracts() -> None:
    ours = claim(0, title=TITLE, abstract=ABSTRACT, authors=owner("Ada Berg"), authors_complete=False)
    theirs = claim(1, title=TITLE, abstract=OTHER, authors=owner("Bo Lind"), authors_complete=False)
    assert misses(ours, theirs) == ["same title; but their abstracts have little in common"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (r"Learning $\ell_1$ Norms", "Learning ℓ1 norms"),
        (r"$\alpha$-Divergence for Ants", "α-divergence for ants"),
        (r"$\varepsilon$-Greedy Ants", "Epsilon-greedy ants"),
        (r"Ants on $O(n \log n)$ Trails", "Ants on O(n log n) Trails"),
        (r"Poincar\'e and \"{O}berg on {A}nts", "Poincaré and Öberg on Ants"),
        (r"The $k$-means Problem in \textbf{Ants}", "The k-means problem in ants"),
        ("Ants &amp; Bees: Friends or Foes?", "Ants and Bees – friends or foes"),
        ("Søren's Ants", "Soren’s ants"),
        ("Ants. Part II: Bridges", "Ants, Part 2 – Bridges"),
    ],
)
def test_spellings_of_one_title_have_one_key(one: str, other: str) -> None:
    assert title_key(one) == title_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ants, Part I", "Ants, Part II"), (r"$\alpha$-Ants", r"$\beta$-Ants"), ("Ants at 10", "Ants at 100")],
)
def test_titles_of_two_works_have_two_keys(one: str, other: str) -> None:
    assert title_key(one) != title_key(other)


@pytest.mark.parametrize(
    ("one", "other", "signs"),
    [
        ("C: How Ants Program", "C++: How Ants Program", "++ and none"),
        (r"C\#: How Ants Program", "C++: how ants program", "# and ++"),
        ("C&#43;&#43; for Ants of All Kinds", "C♯ for ants of all kinds", "# and ++"),
        ("Outcome of HER2+ Cancer in Ants", "Outcome of HER2- Cancer in Ants", "+ and -"),
        ("Outcome of HER2(+) Cancer in Ants", "Outcome of HER2− cancer in ants", "+ and -"),
        ("The $W^{+}$ Mass at the Colony", "The W<sup>−</sup> mass at the colony", "+ and -"),
        ("(+)-Catechin in the Food of Ants", "(−)-Catechin in the food of ants", "+ and -"),
        ("Proof that P = NP in Ants", r"Proof that P $\neq$ NP in ants", "= and ≠"),
        ("Ants < 5 mm on Bridges", "Ants > 5 mm on Bridges", "< and >"),
    ],
)
def test_titles_that_differ_in_a_sign_are_two_works(one: str, other: str, signs: str) -> None:
    said = [published(0, title=one), published(1, title=other)]
    assert len(grouped(*said)) == 2
    assert misses(*said)[0].endswith(f"but other signs in their titles: {signs}")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HER2+ Cancer in Ants", "HER2 (+) cancer in ants"),
        ("HER2+ Cancer in Ants", "HER2 cancer in ants"),
        (r"Proof that P $\neq$ NP in Ants", "Proof that P ≠ NP in ants"),
        ("Proof that P = NP in Ants", "Proof that P NP in ants"),
        ("C++ for Ants of All Kinds", "C + + for Ants of All Kinds"),
        ("Pre- and Post-Flight Ants", "Pre and post flight ants"),
        ("Ants, 1990–1995", "Ants, 1990-1995"),
        ("Ants – Friends or Foes", "Ants: Friends or Foes"),
        ("Ants -- Friends or Foes", "Ants- friends or foes"),
        ("From Ants -> Bees on Bridges", "From Ants → Bees on Bridges"),
        ("#AntsToo on Many Bridges", "AntsToo on Many Bridges"),
    ],
)
def test_spellings_of_one_title_join_whatever_their_signs(one: str, other: str) -> None:
    assert len(grouped(published(0, title=one), published(1, title=other))) == 1


def test_a_sign_that_one_source_lost_does_not_join_the_two_that_have_it() -> None:
    said = [published(number, title=f"Outcome of HER2{sign} Cancer in Ants") for number, sign in enumerate(("+", "", "-"))]
    assert len(grouped(*said)) == 2


def test_a_work_without_title_joins_by_its_abstract() -> None:
    titled = claim(0, title=TITLE, year=2020, abstract=ABSTRACT, authors=authors("Ada Berg"))
    listed = claim(1, year=2020, abstract=EDITED, ids=(arxiv("2001.00001"),), authors_complete=False)
    other = claim(2, year=2020, abstract=OTHER, ids=(arxiv("2001.00002"),), authors_complete=False)
    assert grouped(titled, listed, other) == {frozenset({0, 1}), frozenset({2})}


def test_an_abstract_that_was_truncated_joins_the_whole_one() -> None:
    whole = claim(0, title=TITLE, abstract=ABSTRACT)
    cut = claim(1, abstract=ABSTRACT[:300], ids=(arxiv("2001.00001"),))
    assert grouped(whole, cut) == {frozenset({0, 1})}


def test_a_half_rewritten_abstract_is_a_near_miss_and_never_joined() -> None:
    half = ABSTRACT[: len(ABSTRACT) // 2] + OTHER[len(OTHER) // 2 :]
    titled, listed = claim(0, title=TITLE, abstract=ABSTRACT), claim(1, abstract=half, ids=(arxiv("2001.00001"),))
    assert len(grouped(titled, listed)) == 2
    assert [reason[:9] for reason in misses(titled, listed)] == ["abstracts"]


def test_a_rewritten_abstract_that_has_the_words_of_the_title_ranks_above_others() -> None:
    half = ABSTRACT[: len(ABSTRACT) // 3] + OTHER[len(OTHER) // 3 :]
    listed = claim(1, abstract=half, ids=(arxiv("2001.00001"),), authors=owner("Ada Berg"), authors_complete=False)
    named = claim(0, title="A colony of ants: crumbs of different sizes on a narrow bridge", abstract=ABSTRACT)
    [plain] = group_claims([claim(0, title=TITLE, abstract=ABSTRACT), listed])[1]
    [telling] = group_claims([named, listed])[1]
    [ours] = group_claims([claim(0, title=TITLE, abstract=ABSTRACT, authors=authors("Ada Berg")), listed])[1]
    assert "the abstract has 100% of the words of the title" in telling.reasons
    assert "same authors" in ours.reasons
    assert plain.score < ours.score < telling.score


def test_two_titles_are_two_works_even_with_one_abstract() -> None:
    assert len(grouped(claim(0, title=TITLE, abstract=ABSTRACT), claim(1, title="Ants on Bridges", abstract=ABSTRACT))) == 2


def test_the_order_of_records_does_not_matter() -> None:
    # 0–1 and 1–2 may join by their years, 0–2 may not: the outcome must not depend on who comes first.
    chain = [
        claim(0, title=TITLE, year=2010),
        claim(1, title=TITLE, year=2011),
        claim(2, title=TITLE, year=2012),
        claim(3, title=TITLE, year=2012, abstract=ABSTRACT, authors=authors("Ada Berg")),
        claim(4, abstract=EDITED, ids=(arxiv("1201.00001"),)),
    ]
    outcomes = {
        (tuple(work.uid for work in works), tuple((miss.a, miss.b, miss.reasons) for miss in near))
        for works, near in map(group_claims, permutations(chain))
    }
    assert len(outcomes) == 1


def test_works_are_named_by_their_best_identifier() -> None:
    works, _ = group_claims(
        [claim(0, title=TITLE), claim(1, title=TITLE, ids=(arxiv("2001.00001"), Identifier("doi", "10.1/x")))]
    )
    assert [work.uid for work in works] == ["doi:10.1/x"]


def test_works_that_are_not_joined_never_share_a_uid() -> None:
    works, _ = group_claims([claim(number, title="Introduction", year=2000 + number) for number in range(5)])
    assert len({work.uid for work in works}) == 5


def published(number: int, venue: str = "Journal of Ants", venue_kind: str = "journal", /, **said: object) -> Claim:
    """A paper by Ada Berg and Bo Lind."""
    where = (Publication(venue=venue, kind=venue_kind, year=2020),)  # type: ignore[arg-type]
    return claim(
        number, **{"title": TITLE, "year": 2020, "authors": authors("Ada Berg", "Bo Lind"), "publications": where, **said}
    )


def doi(value: str) -> tuple[Identifier, ...]:
    return (Identifier("doi", value),)


def test_two_dois_of_published_versions_are_two_works() -> None:
    one, other = published(0, ids=doi("10.9999/a")), published(1, "Ants and Bees", "conference", ids=doi("10.9999/b"))
    assert len(grouped(one, other)) == 2
    assert misses(one, other) == ["same title and authors; but different DOIs: 10.9999/a, 10.9999/b"]


@pytest.mark.parametrize(
    "copy",
    [
        {"ids": doi("10.48550/arxiv.2001.00001"), "publications": (preprint(2019),)},
        {"ids": doi("10.5281/zenodo.1")},
        {"ids": doi("10.1101/2020.01.01.123456")},
        {"ids": doi("10.7777/x"), "publications": (Publication(venue="An Archive", kind="preprint"),)},
        {"ids": doi("10.7777/x"), "kind": "posted-content"},
        {"ids": doi("10.2307/123456")},
        {"ids": doi("10.9999/a.v2")},
    ],
)
def test_a_preprint_or_a_copy_with_a_doi_of_its_own_joins(copy: dict[str, Any]) -> None:
    assert len(grouped(published(0, ids=doi("10.9999/a")), published(1, **copy))) == 1


@pytest.mark.parametrize(
    ("both", "works"),
    [
        ({"abstract": ABSTRACT}, 1),
        ({"volume": "12", "pages": "5-9"}, 1),
        ({"volume": "12"}, 2),
        ({}, 2),
    ],
)
def test_a_doi_that_was_issued_again_joins_where_text_or_place_agree(both: dict[str, Any], works: int) -> None:
    first, again = published(0, ids=doi("10.9999/a"), **both), published(1, ids=doi("10.8888/b"), **both)
    assert len(grouped(first, again)) == works
    if both:
        assert len(grouped(first, published(1, ids=doi("10.8888/b"), **{**both, "authors": authors("Eva Ek")}))) == 2
        assert len(grouped(first, published(1, ids=doi("10.8888/b"), **{**both, "year": 2023}))) == 2


@pytest.mark.parametrize(
    ("venue", "kind", "elsewhere"),
    [
        ("Journal of Ants", "journal", "Bee Letters"),
        ("Journal of Ants", "journal", None),
        ("Ant Collection", "dataset", "Ant Collection"),
    ],
)
def test_a_text_alone_makes_no_one_work_of_two_dois(venue: str, kind: str, elsewhere: str | None) -> None:
    """An abstract of a meeting that comes out as an article elsewhere; items of a collection described in the same words."""
    one = published(0, venue, kind, ids=doi("10.9999/a"), abstract=ABSTRACT)
    other = published(
        1, elsewhere or "", kind, ids=doi("10.8888/b"), abstract=ABSTRACT, **({} if elsewhere else {"publications": ()})
    )
    assert len(grouped(one, other)) == 2
    assert "different DOIs: 10.8888/b, 10.9999/a" in misses(one, other)[0]


def test_two_journals_with_places_of_their_own_are_two_works() -> None:
    one, other = published(0, volume="30", pages="8-12"), published(1, "Bee Letters", volume="69", pages="1485")
    assert len(grouped(one, other)) == 2
    assert misses(one, other) == ["same title and authors; but different venues, volumes and first pages 30:8 and 69:1485"]
    assert len(grouped(one, published(1, "Bee Letters", volume="69", pages="8-12"))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [({"volume": "12"}, {"volume": "13"}), ({"issue": "1"}, {"issue": "2"}), ({"pages": "5-9"}, {"pages": "15-19"})],
)
def test_other_places_in_one_journal_are_two_works(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert len(grouped(published(0, **one), published(1, **other))) == 2
    assert "but different " in misses(published(0, **one), published(1, **other))[0]
    assert len(grouped(published(0, **one), published(1, "Ants and Bees", "conference", **other))) == 1
    assert len(grouped(published(0, **one), published(1, "arXiv", "preprint", **other))) == 1


def test_what_stands_between_two_groups_is_said() -> None:
    one, other = published(0, ids=doi("10.9999/a")), published(1, ids=doi("10.9999/b"))
    assert misses(one, other, published(2, "J. Ants")) == [
        "same title and authors; same venue and year; but different DOIs: 10.9999/a, 10.9999/b"
    ]


def test_a_retracted_work_joins_the_one_without_the_mark() -> None:
    marks = ["RETRACTED: {}", "[Retracted] {}", "{} (Retracted article. See vol. 3, pg 4, 2021)", "{}"]
    assert len(grouped(*(published(number, title=mark.format(TITLE)) for number, mark in enumerate(marks)))) == 1


def test_a_notice_is_a_work_of_its_own() -> None:
    notices = ["Erratum: {}", "Retraction: {}", "Correction to: {}"]
    said = [published(number, title=notice.format(TITLE)) for number, notice in enumerate(notices)]
    named = published(3, corrects=doi("10.9999/a"), ids=doi("10.9999/c"))
    of_kind = published(4, kind="Published Erratum", year=2021)
    assert len(grouped(published(9, ids=doi("10.9999/a")), *said, named)) == 5
    assert len(grouped(published(9, ids=doi("10.9999/a")), of_kind)) == 2


def test_two_corrections_of_two_years_are_two_works() -> None:
    assert len(grouped(published(0, title="Correction", year=2019), published(1, title="Correction", year=2021))) == 2
