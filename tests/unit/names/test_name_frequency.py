"""How common a name is, by the counts of its parts; and the words that tell institutions apart."""

import pytest

from graph.names.affiliation_words import informative_words
from graph.names.frequency import expected_namesakes, family_key, given_key


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("Xiao-Ming Wu", "wu", "xiaoming"),
        ("Wu, Xiaoming", "wu", "xiaoming"),
        ("José van der Berg", "berg", "jose"),
        ("S. L. Smith", "smith", "sl"),
        ("Zheng Xu 0002", "xu", "zheng"),
        ("Plato", "plato", ""),
        # Many people bear Md. before the name that they go by; alone it may stand for any of these.
        ("Md. Saiful Islam", "islam", "saiful"),
        ("Mohammad Saiful Islam", "islam", "saiful"),
        ("Md Islam", "islam", "m"),
        ("Mohamed Hassan", "hassan", "mohamed"),
        ("", "", ""),
    ],
)
def test_the_parts_of_a_name_are_counted_in_plain_spelling(name: str, family: str, given: str) -> None:
    assert (family_key(name), given_key(name)) == (family, given)


def test_expected_namesakes_multiply_both_parts_and_are_never_zero() -> None:
    assert expected_namesakes(39, 29, 1000) == pytest.approx(39.5 * 29.5 / 1000)
    assert expected_namesakes(0, 0, 0) == 0.25


def test_generic_words_of_an_affiliation_tell_nothing() -> None:
    assert informative_words(["Dept. of Computer Science, University of Tokyo", "U. Tokyo, Japan"]) == ["japan", "tokyo"]
    assert informative_words(["Institute of Information Science"]) == []
    assert informative_words([]) == []
