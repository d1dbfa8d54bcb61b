"""The metadata snapshot of arXiv."""

import pytest

from loaders.arxiv.authors import authors_of
from loaders.arxiv.work import journal_reference, text
from tests.unit.loaders.export_items import fixture

EXPORT = fixture("arxiv/snapshot.jsonl", "arxiv_snapshot")


def test_every_line_is_a_record_or_a_rejection() -> None:
    assert [record.where for record in EXPORT.records] == ["line 1 (0704.0001)", "line 2 (0704.0002)", "line 5 (math/0309136)"]
    assert [rejection.where for rejection in EXPORT.rejections] == ["line 3", "line 4 (nonsense)"]


def test_fields_are_plain_text_and_both_dois_are_kept() -> None:
    paper = EXPORT.records[0]
    assert (paper.title, paper.abstract) == ("Prompt γ at Tevatron", "Text over Q(√(5)).")
    assert EXPORT.ids(0) == ["arxiv:0704.0001", "doi:10.1103/physrevd.76.013009", "doi:10.1000/b.2"]
    assert (paper.date, [subject.code for subject in paper.subjects]) == ("2007-04-02", ["hep-ph", "cs.LG"])


def test_parsed_names_with_affiliations_by_the_legend_of_the_string() -> None:
    assert [(one.name, one.family, [place.name for place in one.affiliations]) for one in EXPORT.records[0].authors] == [
        ("C. Balázs", "Balázs", ["CERN", "DESY"]),
        ("R. Tomàs", "Tomàs", ["Oxford"]),
    ]
    assert [one.name for one in EXPORT.records[2].authors] == ["Neal J. Evans II", "Sudha"]


def test_collaborations_are_organisations_and_et_al_makes_the_list_incomplete() -> None:
    assert EXPORT.names(1) == [("BABAR Collaboration", 1, "organisation", "author"), ("B. Aubert", 2, "person", "author")]
    assert [record.authors_complete for record in EXPORT.records] == [True, False, True]


@pytest.mark.parametrize(
    ("printed", "venue", "year"),
    [
        ("Phys.Rev.D76:013009,2007", "Phys. Rev. D", 2007),
        ("Int.J.Mod.Phys.A22:1953-1982,2007", "Int. J. Mod. Phys. A", 2007),
        ("ActaAstron.56:1-50,2006", "Acta Astron.", 2006),
        ("J. Phys.: Condens. Matter 20 (2008) 055214", "J. Phys.: Condens. Matter", 2008),
        ("RIMS Kokyuroku, No.1551, pp.57-62 (2007)", "RIMS Kokyuroku", 2007),
        ("2021 IEEE International Conference on Example Testing (AITest)", "AITest", 2021),
    ],
)
def test_a_journal_reference_gives_journal_and_year(printed: str, venue: str, year: int) -> None:
    found = journal_reference(printed)
    assert found is not None
    assert (found.venue, found.year) == (venue, year)


def test_a_reference_that_begins_with_people_names_no_journal() -> None:
    assert journal_reference("P. Example, L. A. Other, PLoS Comp Biol 2, 1074-1079 (2006)") is None


@pytest.mark.parametrize(
    ("printed", "names", "complete"),
    [
        ("A. One and B. Two", ["A. One", "B. Two"], True),
        ("A. One, B. Two et al.", ["A. One", "B. Two"], False),
        ("A. One (for the BABAR Collaboration)", ["A. One"], True),
        ("A. One for the BABAR Collaboration", ["A. One", "BABAR Collaboration"], True),
        ("A. One (unclosed, bracket", ["A. One"], True),
        ("", [], False),
    ],
)
def test_a_string_of_authors_is_taken_apart(printed: str, names: list[str], complete: bool) -> None:
    found, whole = authors_of(printed)
    assert ([one.name for one in found], whole) == (names, complete)


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        (r"a Gr\"obner {\it basis} by Rastislav \v{S}r\'amek", "a Gröbner basis by Rastislav Šrámek"),
        (r"$\alpha_p=1$ and $\Lambda_{\alpha}$", "αp=1 and Λα"),
        (r"over $\Q(\sqrt{5})$", "over Q(√(5))"),
        ("won $5 and $6 million, ~10% of it", "won $5 and $6 million, ∼10% of it"),
        ("http://example.org/~ann/", "http://example.org/~ann/"),
    ],
)
def test_tex_becomes_characters(printed: str, plain: str) -> None:
    assert text(printed) == plain
