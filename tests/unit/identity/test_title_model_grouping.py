"""The papers of one name in a corpus of many fields, divided into people."""

import numpy as np

from graph.identity.title_model.background import Background, TitledPaper
from graph.identity.title_model.clustering import TitleGrouping, title_grouping
from graph.identity.title_model.features import MEASURES, PaperSets
from graph.identity.title_model.weights import BASE, TitleWeights
from graph.names.affiliation_words import informative_words

_GENETIC = [
    "Genetic algorithms with linkage learning",
    "Population sizing in genetic algorithms",
    "Linkage learning by estimating distributions",
    "Selection pressure in evolutionary algorithms",
]
_RADIO = [
    "Channel estimation for multiple antennas",
    "Power control in wireless channels",
    "Antenna selection under fading channels",
    "Wireless relays with power control",
]


def _paper(title: str, venue: str, year: int, *authors: str) -> TitledPaper:
    return TitledPaper(title, year, venue, authors)


def _library() -> Background:
    """Eight papers of "Wei Li" about two fields, and papers of others in both."""
    of_the_name = [
        *(_paper(title, "Evolutionary Computation", 2000 + n, "Wei Li", "Ann Berg") for n, title in enumerate(_GENETIC)),
        *(_paper(title, "Wireless Communications", 2000 + n, "Wei Li", "Karl Ott") for n, title in enumerate(_RADIO)),
    ]
    genetic = [_paper(title, "Evolutionary Computation", 2001, "Li Na", f"Wei A{n}") for n, title in enumerate(_GENETIC * 3)]
    radio = [_paper(title, "Wireless Communications", 2001, "Hao Li", f"Wei B{n}") for n, title in enumerate(_RADIO * 3)]
    return Background([*of_the_name, *genetic, *radio])


def _grouped(background: Background, papers: list[int]) -> TitleGrouping:
    return title_grouping(background, TitleWeights.shipped(), "Wei Li", papers)


def test_papers_of_two_fields_with_other_collaborators_are_two_people() -> None:
    found = _grouped(_library(), list(range(8)))
    assert found.groups == ((0, 1, 2, 3), (4, 5, 6, 7))
    assert all(probability >= 0.5 for probability in found.apart)


def test_papers_with_one_circle_of_collaborators_are_one_persons() -> None:
    found = _grouped(_library(), [0, 1, 2, 3])
    assert found.groups == ((0, 1, 2, 3),)
    assert found.apart == (0.0,)


def test_no_papers_are_nobodys() -> None:
    assert _grouped(_library(), []) == TitleGrouping((), (), ())


def test_one_paper_is_one_persons_even_without_a_venue_year_or_title() -> None:
    background = Background([TitledPaper("", None, "", ["Wei Li"])])
    assert _grouped(background, [0]).groups == ((0,),)


def test_the_same_papers_are_grouped_the_same_every_time() -> None:
    assert _grouped(_library(), list(range(8))) == _grouped(_library(), list(range(8)))


def test_the_pieces_add_up_to_the_logit() -> None:
    weights, background = TitleWeights.shipped(), _library()
    sets = PaperSets(background, "wei li", [0, 1, 4], [informative_words(["Uni Lund"]), (), informative_words(["Uni Graz"])])
    measures = sets.measures(0, np.array([1, 2]))
    for row, logit in zip(measures, weights.logits(measures), strict=True):
        pieces = weights.pieces(row)
        assert set(pieces) == {BASE, *weights.knots}
        assert abs(sum(pieces.values()) - float(logit)) < 1e-4


def test_a_rare_name_is_likelier_one_persons_than_a_common_one() -> None:
    background = _library()
    assert background.namesakes("karl ott") < background.namesakes("wei li")


def test_papers_of_one_time_are_compared_by_affiliation_pair_by_pair() -> None:
    lund, graz = ["lund"], ["graz"]
    sets = PaperSets(_library(), "wei li", [0, 1, 2, 3], [lund, lund, graz, lund])
    column = MEASURES.index("meanwhile")
    of_2000 = sets.measures(0, np.array([1, 2, 3]))[:, column]
    assert of_2000.tolist() == [1, -1, -1], "2001 is near, 2002 and 2003 are not"
    sets.join(0, 2)
    assert sets.measures(0, np.array([1, 3]))[:, column].tolist() == [0.5, 0], "2001 agrees with 2000, nothing with 2002"


def test_affiliations_of_papers_without_a_year_are_of_no_known_time() -> None:
    background = Background([TitledPaper(title, None, "", ["Wei Li"]) for title in _GENETIC[:2]])
    sets = PaperSets(background, "wei li", [0, 1], [["lund"], ["graz"]])
    assert sets.measures(0, np.array([1]))[0, MEASURES.index("meanwhile")] == -1


def test_a_shared_collaborator_weighs_less_if_many_bear_such_a_name() -> None:
    common = [_paper("Genetic algorithms", "", 2000, "Ann Berg", "Wei Li") for _ in range(2)]
    rare = [_paper("Genetic algorithms", "", 2000, "Ann Berg", "Karl Ott") for _ in range(2)]
    namesakes = [_paper("Power control", "", 2000, f"Wei A{n}", f"B{n} Li") for n in range(5)]
    sets = PaperSets(Background([*common, *rare, *namesakes]), "ann berg", [0, 1, 2, 3], [()] * 4)
    column = MEASURES.index("shared")
    assert 0 < sets.measures(0, np.array([1]))[0, column] < sets.measures(2, np.array([3]))[0, column]
