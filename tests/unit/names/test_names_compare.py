"""Whether two names can be one person's: three answers, each with its reason."""

from typing import get_args

import pytest

from graph.names.comparison import compare
from graph.names.differences import MEANINGS, Difference
from graph.names.parsing import parse

COMPATIBLE = [
    ("Sam Smith", "Samuel L. Smith"),
    ("Zheng Xu", "Zheng Xu 0002"),
    ("J. Smith", "John Smith"),
    ("J.-P. Martin", "Jean-Pierre Martin"),
    ("Smith, John", "John Smith"),
    ("Smith J.", "John Smith"),
    ("MARIE CURIE", "Marie Curie"),
    ("Jürgen Müller", "Juergen Mueller"),
    ("Jurgen Muller", "Jürgen Müller"),
    ("Søren Ødegård", "Soren Odegard"),
    ("Łukasz Kamiński", "Lukasz Kaminski"),
    ("Дмитрий Иванов", "Dmitry Ivanov"),
    ("Sergei Petrov", "Sergey Petrov"),
    ("Xu Zheng", "Zheng Xu"),
    ("Xiao-Ming Li", "Xiaoming Li"),
    ("Xiao Ming Li", "Xiaoming Li"),
    ("X. M. Li", "Xiaoming Li"),
    ("Kim Minjun", "Min-Jun Kim"),
    ("Gabriel García", "Gabriel García Márquez"),
    ("Gabriel Márquez", "Gabriel García Márquez"),
    ("Anna Smith", "Anna Smith-Jones"),
    ("Ludwig van Beethoven", "Ludwig Beethoven"),
    ("Anna Vanderberg", "Anna van der Berg"),
    ("Samir AbdelRahman", "Samir Abdel Rahman"),
    ("John Smith Jr.", "John Smith"),
    ("Christopher Manning", "Christoper Manning"),
    ("Karen Sparck Jones", "Karen Spärck-Jones"),
    ("魏伟明", "魏 伟明"),
    ("伟明 魏", "魏伟明"),
    ("魏, 伟明", "魏伟明"),
    ("山本, 太一", "山本太一"),
    ("김, 철민", "김철민"),
    ("J. Robert Oppenheimer", "Robert Oppenheimer"),
    ("Mitch Marcus", "Mitchell P. Marcus"),
    ('Robert "Tex" Miller', "Tex Miller"),
    ("Wei Zhang (张伟)", "张伟"),
    ("Behrang Q. Zadeh", "Behrang QasemiZadeh"),
    ("Shivashankar Subramanian", "S. Shivashankar"),
    ("Len Schubert", "Lenhart K. Schubert"),
    ("Md. Saiful Islam", "Saiful Islam"),
    ("Md Saiful Islam", "Mohammad S. Islam"),
    ("M. S. Islam", "Md. Saiful Islam"),
    ("Md Islam", "Md Saiful Islam"),
    ("Mohammad Taher Pilehvar", "Taher Pilehvar"),
]
CONTRADICTORY = [
    ("Jun Zhang 0001", "Jun Zhang 0004"),
    ("John Smith Jr.", "John Smith III"),
    ("John A. Smith", "John B. Smith"),
    ("J. A. Smith", "John B. Smith"),
    ("Anna Smith", "Anna Miller"),
    ("Robert Smith", "Walter Smith"),
    ("Wei Zhang", "Wen Zhang"),
    ("Wei Zhang", "Weiming Zhang"),
    ("Xiaomei Li", "Xiaowei Li"),
    ("Nianwen Xue", "Nianwen Xu"),
    ("Hao Cheng", "Hao-Cheng Lo"),
    ("Jan Schulz", "Jan Schultz"),
    ("San Kim", "Sangbum Kim"),
    ("Daniel Mattei", "Nicolas Mattis"),
    ("Md. Akram Hossain", "Md. Maruf Hossain"),
    ("Md Arid Hasan", "Mohammad Rashedul Hasan"),
    ("Md. Al Amin", "Mohammad Amin Abbasi"),
    ("Madonna", "Cher"),
]
UNKNOWN = [
    ("Madonna", "Madonna Smith"),
    ("张伟", "Wei Zhang"),
    ("Daniel Berger", "Daniela Berger"),
    ("Hao Lo", "Hao-Cheng Lo"),
    ("R. Smith", "John Robert Smith"),
    ("Michael James", "Michael James Smith"),
    ("", "John Smith"),
    ("Stefan Schulz", "Stefan Schultz"),
    ("Samik Ghosh", "Samik Gosh"),
    ("Golnar Sheikhshab", "Golnar Sheikhshabbafghi"),
    ("Gözde Gül İşgüder", "Gözde Şahin"),
    ("Tuan Tran", "Tuan Dung Tran"),
    ("Long Duong", "Long Duong Thanh"),
    ("Younghoon Jeong", "Yeong-Hun Jeong"),
    ("Toni Martí", "Maria Antònia Martí"),
    ("R. F. Xu", "Ruilin Xu"),
    ("M. Teresa Martín-Valdivia", "Martin Melišek"),
]


@pytest.mark.parametrize(
    ("answer", "one", "other"),
    [
        (answer, *pair)
        for answer, pairs in (("compatible", COMPATIBLE), ("contradictory", CONTRADICTORY), ("unknown", UNKNOWN))
        for pair in pairs
    ],
)
def test_two_names_get_the_same_answer_in_either_order(answer: str, one: str, other: str) -> None:
    verdict, turned = compare(one, other), compare(other, one)
    assert verdict.answer == answer
    assert (turned.answer, turned.score) == (verdict.answer, verdict.score)
    assert verdict.reasons
    assert all(verdict.reasons)
    assert turned.kind == verdict.kind
    lowest, highest = {"compatible": (0.3, 1.0), "contradictory": (0.0, 0.0), "unknown": (0.0, 0.5)}[answer]
    assert lowest <= verdict.score <= highest
    assert verdict.worth_weighing == (verdict.score > 0)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Ada Lovelace", "ADA LOVELACE", "same"),
        ("Jürgen Müller", "Juergen Mueller", "spelling"),
        ("Jun'ichi Tsujii", "Junichi Tsujii", "spelling"),
        ("Zheng Xu", "Zheng Xu 0002", "number"),
        ("Anna Berg", "Anna M. Berg", "middle"),
        ("Anna M. Berg", "Anna Maria Berg", "middle"),
        ("Bill Gates", "William Gates", "nickname"),
        ("Piotr Tchaikovsky", "Piotr Chaikovskii", "transliteration"),
        ("Christoper Manning", "Christopher Manning", "typo"),
        ("Gabriel García", "Gabriel García Márquez", "compound"),
        ("Xu Zheng", "Zheng Xu", "order"),
        ("S. L. Smith", "Samuel Leroy Smith", "initials"),
        ("Robert Oppenheimer", "J. Robert Oppenheimer", "later"),
        ("Srini Bangalore", "Srinivas Bangalore", "short"),
        ("S. Smith", "Samuel Smith", "initial"),
        ("S. Smith", "Samuel Smith 0002", "initial"),
        ("Tuan Tran", "Tuan Dung Tran", "part"),
        ("Srinivas", "Srinivas Bangalore", "word"),
        ("Samik Ghosh", "Samik Gosh", "letter"),
        ("Gözde İşgüder", "Gözde Şahin", "family"),
        ("Gabriel Pereira Lopes", "Jose Gabriel Lopes", "other"),
        ("Panayota Georgakopoulou", "Yota Georgakopoulou", "form"),
        ("Bartek Kuźmicki", "Bartłomiej Kuźmicki", "form"),
        ("Karin Verspoor", "Cornelia Maria Verspoor", "given"),
    ],
)
def test_the_kind_says_which_difference_leaves_most_doubt(one: str, other: str, kind: str) -> None:
    verdict = compare(one, other)
    assert (verdict.kind, verdict.worth_weighing) == (kind, True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karin Verspoor", "Katherine Verspoor"),  # the initial is the same, and the names are none of one
        ("Karin Berger", "Cornelia Berger"),  # a family name that many bear
        ("K. Verspoor", "Cornelia Verspoor"),
        ("Wei Zhang", "Li Zhang"),
    ],
)
def test_other_given_names_are_different_people(one: str, other: str) -> None:
    assert (compare(one, other).contradictory, compare(one, other).worth_weighing) == (True, False)


def test_a_given_name_that_may_be_changed_contradicts_all_the_same() -> None:
    assert compare("Karin Verspoor", "Cornelia Verspoor").contradictory


def test_every_kind_is_explained() -> None:
    assert set(MEANINGS) == set(get_args(Difference))


def test_identical_names_agree_wholly_and_others_less() -> None:
    assert compare("John Smith", "john  SMITH").score == 1.0
    scores = [compare("Samuel Smith", other).score for other in ("Samuel Smith", "Samuel L. Smith", "Sam L. Smith", "S. Smith")]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


def test_the_reasons_name_what_was_seen() -> None:
    assert compare("Sam Smith", "Samuel Smith").reasons == ("Sam and Samuel are forms of one given name",)
    assert compare("Zheng Xu", "Zheng Xu 0002").reasons[-1] == "only one of them carries a homonym number (0002)"
    assert "A. and B. have different initials" in compare("John A. Smith", "John B. Smith").reasons[0]


def test_parsed_names_and_texts_can_be_mixed() -> None:
    assert compare(parse("Abate, Solomon Teferra"), "Solomon Teferra").compatible
    assert compare(parse("Smith, John"), "Mary Smith").contradictory
