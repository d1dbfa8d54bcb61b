"""Of how many papers nothing, or only a title, tells what they are about, in English."""

import pytest

import scholargraph


@pytest.mark.parametrize(
    ("papers", "of_papers", "with_abstract", "without_text", "said"),
    [
        (0, 0, 0, 0, ""),
        (1, 1, 1, 0, "All papers (1) have an abstract."),
        (2000, 2000, 2000, 0, "All papers (2,000) have an abstract."),
        (45, 45, 33, 0, "12 of 45 papers have no abstract."),
        (45, 42, 33, 0, "12 of 45 papers have no abstract. 3 have no topic either: shares are of the other 42."),
        (1, 0, 0, 1, "1 of 1 paper has no abstract, 1 of them no text at all. 1 has no topic either: shares are of the other 0."),
    ],
)
def test_a_row_of_topic_coverage_in_words(papers: int, of_papers: int, with_abstract: int, without_text: int, said: str) -> None:
    row = {"papers": papers, "of_papers": of_papers, "with_abstract": with_abstract, "without_text": without_text}
    assert scholargraph.coverage_in_words(row) == said
