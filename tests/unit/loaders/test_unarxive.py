"""unarXive: arXiv's metadata inside full texts, and the references that were resolved."""

from loaders.records import Affiliation
from tests.unit.loaders.json_parts import DATA, ids, loaded, names, places

LINES = DATA / "arxiv" / "unarxive.jsonl"


def test_a_paper_is_that_of_its_metadata() -> None:
    [paper] = loaded(LINES, "unarxive").records
    assert ids(paper) == {"arxiv": ["1901.00001"], "doi": ["10.5555/ants.1"]}
    assert (names(paper), paper.date, paper.comment) == ([(1, "Ada Berg"), (2, "Cy Lee")], "2018-12-31", "9 pages")
    assert paper.authors[1].affiliations == (Affiliation("Bee U."),)
    assert places(paper)[0] == ("arXiv", "preprint", 2018)


def test_references_go_by_the_identifier_that_most_sources_have() -> None:
    [paper] = loaded(LINES, "unarxive").records
    assert [known.curie for known in paper.cites] == ["doi:10.5555/legs", "arxiv:hep-th/9901001", "openalex:W78"]


def test_a_paper_without_metadata_is_rejected_alone() -> None:
    assert [where for where, _ in loaded(LINES, "unarxive").rejected] == ["line 2 (1901.00002)"]
