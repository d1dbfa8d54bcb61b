"""Which records are one work."""

from itertools import permutations

import pytest

from graph.load.claims import Claim
from graph.load.text import title_key
from graph.load.works import group_claims
from loaders.records import Identifier, Publication
from tests.unit.statements import ABSTRACT, EDITED, OTHER, arxiv, authors, claim, owner, preprint

TITLE = "How Ants Share What They Carry"


def grouped(*claims: Claim) -> set[frozenset[int]]:
    """The numbers of the records of each work."""
    works, _ = group_claims(claims)
    return {frozenset(member.id.record for member in work.claims) for work in works}


def misses(*claims: Claim) -> list[str]:
    """The reasons of the near misses."""
    return [miss.reason for miss in group_claims(claims)[1]]


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
        ({"year": 2020, "authors": authors("Karl Holm", "Eva Ek")}, "same title, but their author lists have nobody in common"),
        ({"year": 2012}, "same title, but 7 years apart"),
    ],
)
def test_the_same_title_joins_only_where_authors_and_years_agree(said: dict[str, object], reason: str | None) -> None:
    first = claim(0, title=TITLE, year=2005, authors=authors("Ada Berg", "Bo Lind"))
    second = claim(1, title=TITLE, **said)
    assert (len(grouped(first, second)) == 1) is (reason is None)
    assert misses(first, second) == ([reason] if reason else [])


def test_two_arxiv_ids_are_two_works_even_under_one_title() -> None:
    first = claim(0, title=TITLE, ids=(arxiv("2001.00001"),))
    second = claim(1, title=TITLE, ids=(arxiv("2001.00002"),))
    assert len(grouped(first, second)) == 2
    assert misses(first, second) == ["same title, but different arxiv ids: 2001.00001, 2001.00002"]


def test_a_generic_title_joins_only_with_its_authors() -> None:
    ours, theirs = (
        claim(0, title="Editorial", authors=authors("Ada Berg")),
        claim(1, title="Editorial", authors=authors("Bo Lind")),
    )
    again = claim(2, title="Editorial", year=2020, authors=authors("Ada Berg"))
    assert grouped(ours, theirs, again) == {frozenset({0, 2}), frozenset({1})}


@pytest.mark.parametrize("title", ["Attention", "Deep Learning"])
def test_a_short_title_on_the_pages_of_two_owners_joins_only_with_one_abstract(title: str) -> None:
    ours = claim(0, title=title, abstract=ABSTRACT, authors=owner("Ada Berg"), authors_complete=False)
    theirs = claim(1, title=title, abstract=OTHER, authors=owner("Bo Lind"), authors_complete=False)
    shared = claim(2, title=title, abstract=EDITED, authors=owner("Eva Ek"), authors_complete=False)
    assert grouped(ours, theirs, shared) == {frozenset({0, 2}), frozenset({1})}
    assert misses(ours, theirs) == ["same title, but one that several works may have"]


@pytest.mark.parametrize("title", ["Attention", "Deep Learning"])
def test_a_short_title_joins_the_page_of_an_author_and_the_author_list(title: str) -> None:
    page = claim(0, title=title, year=2020, authors=owner("Bo Lind"), authors_complete=False, publications=(preprint(2020),))
    listed = claim(1, title=title, year=2021, authors=authors("Ada Berg", "Bo Lind"))
    assert grouped(page, listed) == {frozenset({0, 1})}


def test_a_title_on_the_pages_of_two_owners_does_not_join_two_unlike_abstracts() -> None:
    ours = claim(0, title=TITLE, abstract=ABSTRACT, authors=owner("Ada Berg"), authors_complete=False)
    theirs = claim(1, title=TITLE, abstract=OTHER, authors=owner("Bo Lind"), authors_complete=False)
    assert misses(ours, theirs) == ["same title, but their abstracts have little in common"]


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


def test_a_work_without_title_joins_by_its_abstract() -> None:
    titled = claim(0, title=TITLE, year=2020, abstract=ABSTRACT, authors=authors("Ada Berg"))
    listed = claim(1, year=2020, abstract=EDITED, ids=(arxiv("2001.00001"),), authors_complete=False)
    other = claim(2, year=2020, abstract=OTHER, ids=(arxiv("2001.00002"),), authors_complete=False)
    assert grouped(titled, listed, other) == {frozenset({0, 1}), frozenset({2})}


def test_an_abstract_that_was_cut_off_joins_the_whole_one() -> None:
    whole = claim(0, title=TITLE, abstract=ABSTRACT)
    cut = claim(1, abstract=ABSTRACT[:300], ids=(arxiv("2001.00001"),))
    assert grouped(whole, cut) == {frozenset({0, 1})}


def test_a_half_rewritten_abstract_is_a_near_miss_and_never_joined() -> None:
    half = ABSTRACT[: len(ABSTRACT) // 2] + OTHER[len(OTHER) // 2 :]
    titled, listed = claim(0, title=TITLE, abstract=ABSTRACT), claim(1, abstract=half, ids=(arxiv("2001.00001"),))
    assert len(grouped(titled, listed)) == 2
    assert [reason[:9] for reason in misses(titled, listed)] == ["abstracts"]


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
        (tuple(work.uid for work in works), tuple((miss.a, miss.b, miss.reason) for miss in near))
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
