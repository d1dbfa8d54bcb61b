"""Names of institutions compared."""

import pytest

from graph.institutions.addresses import organisation_key


@pytest.mark.parametrize(
    "names",
    [
        ("The University of Tokyo", "UNIVERSITY OF TOKYO", "Univ. Tokyo", "Univ Tokyo", "Tokyo University"),
        (
            "University of Science and Technology of China",
            "Univ. of Sci. & Technol. of China",
            "University of Science &Technology of China",
        ),
        ("Universität Zürich", "University of Zurich", "Univ Zurich", "Zurich U."),
        (
            "University of California, Davis",
            "University of California at Davis",
            "Univ Calif Davis".replace("Calif", "California"),
        ),
        ("Huawei Technologies Co., Ltd.", "Huawei Technologies", "Huawei technology"),
        ("Google", "Google, LLC", "GOOGLE INC."),
        ("Natl. Inst. Technol.", "National Institute of Technology"),
        ("Uppsala University", "University of Uppsala"),
    ],
)
def test_spellings_of_one_name_have_one_key(names: tuple[str, ...]) -> None:
    assert len(set(map(organisation_key, names))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("York University", "University of York"),
        ("Washington University", "University of Washington"),
        ("Indiana University", "University of Indiana"),
        ("Beijing Institute of Technology", "Beijing University of Technology"),
        ("University of Maryland", "University of Maryland, Baltimore County"),
        ("Carl Zeiss (Germany)", "Carl Zeiss (United States)"),
        ("China University of Geosciences (Beijing)", "China University of Geosciences (Wuhan)"),
        ("Cohere", "Cohere For AI"),
        ("Université libre de Bruxelles", "Vrije Universiteit Brussel"),
        ("University of Manchester", "Manchester University"),
        ("东京大学", "北京大学"),
        ("Université du Maine", "University of Maine"),
        ("National Institutes of Health", "National Institute of Health"),
    ],
)
def test_two_institutions_have_two_keys(one: str, other: str) -> None:
    assert organisation_key(one) != organisation_key(other)


@pytest.mark.parametrize(
    "name", ["The", "Inc.", "University of the", "Uppsala University", "Co. Ltd.", "Институт РАН", "東京大学", "", "--"]
)
def test_the_key_of_a_key_is_itself_and_is_empty_only_for_no_word(name: str) -> None:
    key = organisation_key(name)
    assert organisation_key(key) == key
    assert bool(key) == any(map(str.isalnum, name))
