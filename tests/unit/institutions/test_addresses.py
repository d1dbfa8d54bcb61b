"""Printed affiliations taken apart."""

import random
import time

import pytest

from graph.institutions.addresses import LONGEST, MOST, Address, addresses_in

ONE = [
    ("Dept. of Physics, Lund University, SE-221 00 Lund, Sweden", ("Lund University", "Dept. of Physics", "Lund", None, "SE")),
    ("Google Research, Zurich", ("Google Research", None, "Zurich", None, "CH")),
    ("Tufts Univ, Dept Math, Medford, MA 02155 USA", ("Tufts Univ", "Dept Math", "Medford", "MA", "US")),
    ("UNIV COLORADO,DEPT PHYS,BOULDER,CO 80309", ("UNIV COLORADO", "DEPT PHYS", "BOULDER", "CO", "US")),
    ("Univ Tokyo, Dept Phys, Tokyo 113-8656, Japan", ("Univ Tokyo", "Dept Phys", "Tokyo", None, "JP")),
    (
        "Department of Computer Science, University of Toronto, Toronto, ON M5S 1A1",
        ("University of Toronto", "Department of Computer Science", "Toronto", "ON", "CA"),
    ),
    ("MIT, Cambridge, MA 02139", ("MIT", None, "Cambridge", "MA", "US")),
    (
        "School of Mathematics, University of Leeds, Leeds LS2 9JT, UK",
        ("University of Leeds", "School of Mathematics", "Leeds", None, "GB"),
    ),
    (
        "Computer Science Department, Stanford University",
        ("Stanford University", "Computer Science Department", None, None, None),
    ),
    ("University of Twente, The Netherlands", ("University of Twente", None, None, None, "NL")),
    ("Old Road, Warwick University, Coventry, U.K.", ("Warwick University", None, "Coventry", None, "GB")),
]


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_an_address_is_divided_into_institution_unit_city_region_and_country(text: str, expected: tuple[str | None, ...]) -> None:
    assert addresses_in(text) == (Address(*expected),)


@pytest.mark.parametrize(
    ("text", "organisation", "unit"),
    [
        (
            "Institute of Computing Technology, Chinese Academy of Sciences",
            "Chinese Academy of Sciences",
            "Institute of Computing Technology",
        ),
        ("Trinity College, University of Cambridge, UK", "University of Cambridge", "Trinity College"),
        ("Seoul National University College of Medicine", "Seoul National University", "College of Medicine"),
        (
            "Department of Statistics University of California Davis CA 95616 USA",
            "University of California Davis",
            "Department of Statistics",
        ),
        (
            "Department of Soil, Water, and Environmental Science, University of Arizona",
            "University of Arizona",
            "Department of Soil, Water, and Environmental Science",
        ),
        ("PhD student at Lund University", "Lund University", None),
        (
            "Laboratoire de Physique des Particules, F-74941 Annecy-le-Vieux, France",
            "Laboratoire de Physique des Particules",
            None,
        ),
        ("Department of Economics", None, "Department of Economics"),
        (
            "Facultad de Informática, Universidad Complutense de Madrid",
            "Universidad Complutense de Madrid",
            "Facultad de Informática",
        ),
        ("Dipartimento di Informatica, Università di Pisa, Italia", "Università di Pisa", "Dipartimento di Informatica"),
        ("Institut für Informatik, Universität Bonn, Deutschland", "Universität Bonn", "Institut für Informatik"),
        ("清华大学计算机系, 北京, 中国", "清华大学", "计算机系"),
        ("東京大学", "東京大学", None),
    ],
)
def test_the_institution_is_told_from_the_parts_of_it(text: str, organisation: str | None, unit: str | None) -> None:
    assert [(one.organisation, one.unit) for one in addresses_in(text)] == [(organisation, unit)]


@pytest.mark.parametrize(
    "name",
    [
        "IBM Research AI",
        "Huawei Technologies Co., Ltd.",
        "Adobe Systems, Inc.",
        "University of Science & Technology of China",
        "Beijing University of Posts and Telecommunications",
        "University of Trinidad and Tobago",
        "Lewis and Clark College",
        "Queen Mary, University of London",
        "NASA/Goddard Space Flight Center",
        "Military Institute of Science and Technology (MIST)",
        "Max Planck Institute for Informatics",
        "King's College London",
        "Northeastern U.",
    ],
)
def test_the_name_of_one_institution_stays_one(name: str) -> None:
    assert [(one.organisation, one.unit) for one in addresses_in(name)] == [(name, None)]


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("Stanford University and NVIDIA", ["Stanford University", "NVIDIA"]),
        ("RIKEN and The University of Tokyo", ["RIKEN", "The University of Tokyo"]),
        ("Fudan University;Sensetime;Meituan", ["Fudan University", "Sensetime", "Meituan"]),
        ("Langsmith Inc. / Tohoku University", ["Langsmith Inc.", "Tohoku University"]),
        ("Columbia University/Google", ["Columbia University", "Google"]),
        ("[Smith, J; Doe, A] Univ Tokyo, Tokyo, Japan; [Roe, B] Kyoto Univ, Kyoto, Japan", ["Univ Tokyo", "Kyoto Univ"]),
        ("1 Univ. of Vienna, Vienna, Austria 2 ETH Zurich, Zurich, Switzerland", ["Univ. of Vienna", "ETH Zurich"]),
        ("CNRS, LIMSI, Université Paris-Saclay, 91405 Orsay, France", ["CNRS", "Université Paris-Saclay"]),
        ("University of Leeds, Leeds, UK, University of Oslo, Oslo, Norway", ["University of Leeds", "University of Oslo"]),
        ("Tsinghua University, Tsinghua University", ["Tsinghua University"]),
        ("Universiteit Gent and Universiteit Gent", ["Universiteit Gent"]),
        ("University College London, University of London", ["University College London"]),
    ],
)
def test_every_institution_that_a_text_names_is_an_address(text: str, organisations: list[str]) -> None:
    assert [one.organisation for one in addresses_in(text)] == organisations


def test_institutions_that_run_a_laboratory_together_share_it_and_the_place() -> None:
    found = addresses_in("CNRS, LIMSI, Université Paris-Saclay, 91405 Orsay, France")
    assert {(one.unit, one.city, one.country) for one in found} == {("LIMSI", "Orsay", "FR")}


@pytest.mark.parametrize(
    ("text", "city", "region", "country"),
    [
        ("National University of Singapore, Singapore", "Singapore", None, "SG"),
        ("University of Luxembourg, Esch-sur-Alzette, Luxembourg", "Esch-sur-Alzette", None, "LU"),
        ("City University, Hong Kong, China", "Hong Kong", None, "HK"),
        ("Tbilisi State University, Tbilisi, Georgia", "Tbilisi", None, "GE"),
        ("Emory University, Atlanta, Georgia", "Atlanta", "Georgia", "US"),
        ("University of Georgia, Athens, Georgia, USA", "Athens", "Georgia", "US"),
        ("University of Jordan, Amman, Jordan", "Amman", None, "JO"),
        ("University of Jordan", None, None, None),
        ("University of N'Djamena, Chad", None, None, "TD"),
        ("Peking University, Beijing, P.R. China", "Beijing", None, "CN"),
        ("KAIST, Daejeon, Republic of Korea", "Daejeon", None, "KR"),
        ("Stanford University, Stanford, CA, U.S.A.", "Stanford", "CA", "US"),
        ("New York University, New York, NY, USA", "New York", "NY", "US"),
        ("IBM Watson Research Center, Yorktown Heights, New York 10598, USA", "Yorktown Heights", "New York", "US"),
        ("Universidad de Sevilla, Sevilla, España", "Sevilla", None, "ES"),
        ("Universidade de São Paulo, São Carlos, Brasil", "São Carlos", None, "BR"),
        ("Universität Bonn, Bonn, Deutschland", "Bonn", None, "DE"),
        ("京都大学, 京都, 日本", "京都", None, "JP"),
        ("Carl Zeiss (Germany)", None, None, "DE"),
        ("Univ. of California, Davis", "Davis", None, "US"),
        ("Charles University, Kiev, USSR", "Kiev", None, "UA"),
        ("Prague, Tech. U.", "Prague", None, "CZ"),
        ("IRFU, F-91191 Gif", "Gif", None, "FR"),
        ("Hospital Militar, Santiago, Chile", "Santiago", None, "CL"),
        ("Memorial Hospital, Cambridge", "Cambridge", None, None),
    ],
)
def test_the_place_is_read_and_the_country_where_it_is_sure(
    text: str, city: str | None, region: str | None, country: str | None
) -> None:
    assert [(one.city, one.region, one.country) for one in addresses_in(text)] == [(city, region, country)]


NOTHING = (
    "", " ", "NA", "N/A", "none", "-", "null", "Institute", "University", "Independent Researcher", "Unaffiliated", "PhD Student",
    "a.b@example.org", "https://example.org", "12345", "((deceased))",
)  # fmt: skip


@pytest.mark.parametrize("text", NOTHING)
def test_what_names_no_institution_gives_no_address(text: str) -> None:
    assert addresses_in(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        ", University of Leeds",
        "1 University of Leeds",
        "a University of Leeds",
        "University of Leeds. Electronic address: a.b@leeds.ac.uk.",
        "University of Leeds (e-mail: a@leeds.ac.uk)",
        "* University of Leeds.",
        "(University of Leeds)",
        "Assistant Professor, University of Leeds",
        "University of Leeds, P.O. Box 12",
    ],
)
def test_marks_ranks_boxes_and_mail_addresses_are_no_part_of_it(text: str) -> None:
    assert addresses_in(text) == (Address("University of Leeds"),)


WORDS_OF_ADDRESSES = """Univ University of the and & Dept Department School Institute für CNRS Google Ltd., Inc. Paris France USA
    Georgia CA 94720 Tokyo 113-8656 , , , ; / ( ) [ ] 1 2 中国 大学 東京 Москва РАН a.b@c.de https://x.y Å ß - – . U. New York
    Singapore St. ’ \u200b"""
WORDS = [*WORDS_OF_ADDRESSES.split(), "\n"]


@pytest.mark.parametrize("seed", range(300))
def test_whatever_is_read_every_part_is_words_of_the_text(seed: int) -> None:
    chosen = random.Random(seed)
    text = " ".join(chosen.choices(WORDS, k=chosen.randint(1, 25)))
    for address in addresses_in(text):
        said = " ".join(filter(None, (address.organisation, address.unit, address.city, address.region)))
        assert [word for word in said.split() if word.strip(",.()[]") not in text.replace("\u200b", "")] == []


PIECES = (
    "a", ",", "(", "[", ";", " and ", "University, ", "1 A ", "of ", "New York, ", "/", "a@", "1-1-", " U. & ",
    "Univ X, France, ",
    "大学", "A.", "The ",
)  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_text_is_read_in_little_time_and_only_its_beginning(piece: str) -> None:
    long = piece * (1_000_000 // len(piece))
    started = time.process_time()
    found = addresses_in(long)
    assert time.process_time() - started < 2
    assert found == addresses_in(long[:LONGEST])
    assert len(found) <= MOST
