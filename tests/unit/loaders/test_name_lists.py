"""Author lists as people and programs print them: each person once, organisations whole, and what cannot be told as printed."""

import random

import pytest

from loaders.author_lists.listed import authorships_of
from loaders.author_lists.reading import read_each, read_names

ORGANISATION, UNDIVIDED = "@", "?"


def shown(printed: str, **hints: object) -> list[str]:
    found = authorships_of(read_names(printed, **hints))  # type: ignore[arg-type]
    marks = {"person": "", "organisation": ORGANISATION, "undivided": UNDIVIDED}
    assert [author.position for author in found] == list(range(1, len(found) + 1))
    return [marks[author.kind] + author.name for author in found]


LISTS: dict[str, list[str]] = {
    # one person
    "Bengtsen, Yoshi": ["Yoshi Bengtsen"],
    "Leewen, Anna B.": ["Anna B. Leewen"],
    "Anna B. Leewen": ["Anna B. Leewen"],
    "Bomarzo": ["Bomarzo"],
    "van der Bergen, Jan Wim": ["Jan Wim van der Bergen"],
    "García Marqués, Gabriel José": ["Gabriel José García Marqués"],
    "Ramón y Cajón, Santi": ["Santi Ramón y Cajón"],
    "Santi Ramón y Cajón": ["Santi Ramón y Cajón"],
    "O'Nealsen, K.": ["K. O'Nealsen"],
    "Zheng Xun 0002": ["Zheng Xun 0002"],
    "Lastman, F., Jr.": ["F. Lastman Jr."],
    "Lastman, Firstin, III": ["Firstin Lastman III"],
    "Firstin Lastman, Jr.": ["Firstin Lastman Jr."],
    "by Anna Leewen": ["Anna Leewen"],
    "Author: Anna Leewen": ["Anna Leewen"],
    "Leewen, Ed": ["Ed Leewen"],
    "Leewen, Anna; Chenow, Ed": ["Anna Leewen", "Ed Chenow"],
    "José Mª Garcin-Miguel; Bo Chenow": ["José Mª Garcin-Miguel", "Bo Chenow"],
    "Hirano, Noor e": ["Noor e Hirano"],
    "Simovich, Kiril Iv.": ["Kiril Iv. Simovich"],
    # families of initials, or that begin with one, among others
    "Leewen, Anna; Chenow, Bo; T T, Mirna": ["Anna Leewen", "Bo Chenow", "Mirna T T"],
    "Leewen, Anna and Chenow, Bo and S, Rajani": ["Anna Leewen", "Bo Chenow", "Rajani S"],
    "R. Costan-jussà, Marta; Leewen, Anna B.; Chenow, Bo; R. Fonoll, José A.": [
        "Marta R. Costan-jussà", "Anna B. Leewen", "Bo Chenow", "José A. R. Fonoll",
    ],
    "Kumar M., Anand; Leewen, Anna; Chenow, Bo": ["Anand Kumar M.", "Anna Leewen", "Bo Chenow"],
    "PVSA, Avin; Leewen, Anna; Chenow, Bo": ["Avin PVSA", "Anna Leewen", "Bo Chenow"],
    "Xue Jiango, Le Sunn and Dakun Zhaou": ["Xue Jiango", "Le Sunn", "Dakun Zhaou"],
    "Sikora, Rita [omid:ra/0601 orcid:0000-0002-1825-0097]; Leewen, Bo [omid:ra/1]": ["Rita Sikora", "Bo Leewen"],
    # and, &, commas, semicolons, bars, lines
    "Lastman, Firstin and Lastbart, Firsto": ["Firstin Lastman", "Firsto Lastbart"],
    "Lastman, Firstin AND Lastbart, Firsto": ["Firstin Lastman", "Firsto Lastbart"],
    "Lastman, Firstin; Lastbart, Firsto; and Lastdorp, Firstof": ["Firstin Lastman", "Firsto Lastbart", "Firstof Lastdorp"],
    "Lastman, Firstin; Lastbart, Firsto; & Lastdorp, Firstof": ["Firstin Lastman", "Firsto Lastbart", "Firstof Lastdorp"],
    "Lastman, Firstin; Lastbart, Firsto & Lastdorp, Firstof": ["Firstin Lastman", "Firsto Lastbart", "Firstof Lastdorp"],
    "Lastman, Firstin and Lastbart, Firsto; Lastdorp, Firstof": ["Firstin Lastman", "Firsto Lastbart", "Firstof Lastdorp"],
    "Leewen, Anna and Chenow, Bo \\& Deane, Cyra": ["Anna Leewen", "Bo Chenow", "Cyra Deane"],
    "Leewen, Anna & Chenow, Bo": ["Anna Leewen", "Bo Chenow"],
    "Lastman F; Lastbart G & Lastdorp H": ["F. Lastman", "G. Lastbart", "H. Lastdorp"],
    "Lastman F. | Lastbart G.": ["F. Lastman", "G. Lastbart"],
    "Anna Leewen\nBo Chenow": ["Anna Leewen", "Bo Chenow"],
    "Anna Leewen, Bo Chenow, Cyra Deane and Dora Elms": ["Anna Leewen", "Bo Chenow", "Cyra Deane", "Dora Elms"],
    "Anna Leewen, Bo Chenow, Cyra Deane, and Dora Elms": ["Anna Leewen", "Bo Chenow", "Cyra Deane", "Dora Elms"],
    "Anna Leewen, Bo Chenow": ["Anna Leewen", "Bo Chenow"],
    "Yoshio Bengtsen, Aaron Courtwall": ["Yoshio Bengtsen", "Aaron Courtwall"],
    "Firstin Lastman and Firsto Lastbart": ["Firstin Lastman", "Firsto Lastbart"],
    "Firstin Lastman und Firsto Lastbart": ["Firstin Lastman", "Firsto Lastbart"],
    "Firstin Lastman et Firsto Lastbart": ["Firstin Lastman", "Firsto Lastbart"],
    "Firstin Lastman y Pedro Lastbart": ["Firstin Lastman", "Pedro Lastbart"],
    "Firstin Lastman with Firsto Lastbart": ["Firstin Lastman", "Firsto Lastbart"],
    "by Firstin Lastman and Firsto Lastbart": ["Firstin Lastman", "Firsto Lastbart"],
    "Firstin Lastman · Firsto Lastbart · Firstof Lastdorp": ["Firstin Lastman", "Firsto Lastbart", "Firstof Lastdorp"],
    "Firstin Lastman / Firsto Lastbart": ["Firstin Lastman", "Firsto Lastbart"],
    "Firstin Lastman • Firsto Lastbart": ["Firstin Lastman", "Firsto Lastbart"],
    "Lastman; Lastbart": ["Lastman", "Lastbart"],
    "Lastman, Lastbart, and Lastdorp": ["Lastman", "Lastbart", "Lastdorp"],
    "Lastman and Lastbart": ["Lastman", "Lastbart"],
    # initials
    "Halvers E, Rinkeno G, Brookmann KA, Falkins M": ["E. Halvers", "G. Rinkeno", "K. A. Brookmann", "M. Falkins"],
    "Halvers E, Rinkeno G": ["E. Halvers", "G. Rinkeno"],
    "Lastman F, Lastbart G, Lastdorp H.": ["F. Lastman", "G. Lastbart", "H. Lastdorp"],
    "Zhangs, J.Y.; Wunn, G.X.; Yeen, G.Y.; Huango, C.": ["J.Y. Zhangs", "G.X. Wunn", "G.Y. Yeen", "C. Huango"],
    "Gattis, G.N., Sequero, F.A., Moras, B.": ["G.N. Gattis", "F.A. Sequero", "B. Moras"],
    "Gattis, G.N., Sequero, F.A.": ["G.N. Gattis", "F.A. Sequero"],
    "Gattis, G.-N.; Sequero, F. A.": ["G.-N. Gattis", "F. A. Sequero"],
    "Lastman, F., Lastbart, G. and Lastdorp, H.": ["F. Lastman", "G. Lastbart", "H. Lastdorp"],
    "Lastman, F., Lastbart, G., & Lastdorp, H.": ["F. Lastman", "G. Lastbart", "H. Lastdorp"],
    "Lastman, F., Jr., Lastbart, G.": ["F. Lastman Jr.", "G. Lastbart"],
    "Lastman, F., Jr.; Lastbart, G., III": ["F. Lastman Jr.", "G. Lastbart III"],
    "Gattis G.N., de la Moras B., O'Nealsen K.": ["G.N. Gattis", "B. de la Moras", "K. O'Nealsen"],
    "Xun L., Changs": ["L. Xun", "Changs"],
    "Xun, L., Changs": ["L. Xun", "Changs"],
    "F. Lastman, G. Lastbart": ["F. Lastman", "G. Lastbart"],
    "F. Lastman, G. Lastbart, H. Lastdorp, et al.": ["F. Lastman", "G. Lastbart", "H. Lastdorp"],
    "J.-P. Lastman, A. B. Lastbart and C. van Dorp": ["J.-P. Lastman", "A. B. Lastbart", "C. van Dorp"],
    "LASTMAN F.; LASTBART G.": ["F. LASTMAN", "G. LASTBART"],
    "LASTMAN, FIRSTIN; LASTBART, FIRSTO": ["FIRSTIN LASTMAN", "FIRSTO LASTBART"],
    "FIRSTIN LASTMAN, FIRSTO LASTBART": ["FIRSTIN LASTMAN", "FIRSTO LASTBART"],
    "Lastman FA, Lastbart GJ Jr": ["F. A. Lastman", "G. J. Lastbart Jr"],
    "Lastman FA IV, Lastbart GJ 4th": ["F. A. Lastman IV", "G. J. Lastbart 4th"],
    # family and given name by turns
    "Lastman, Firstin, Lastbart, Firsto": ["Firstin Lastman", "Firsto Lastbart"],
    "Lastman, Firstin, Lastbart, Firsto, and Lastdorp, Firstof": ["Firstin Lastman", "Firsto Lastbart", "Firstof Lastdorp"],
    "Lastman, Firstin B., Lastbart, Firsto": ["Firstin B. Lastman", "Firsto Lastbart"],
    "García Marqués, Gabriel José; de Sousas, Ana Maria": ["Gabriel José García Marqués", "Ana Maria de Sousas"],
    "García Marqués, Gabriel José and Lastman, Firstin": ["Gabriel José García Marqués", "Firstin Lastman"],
    # not all are named
    "Lastman, F. et al.": ["F. Lastman"],
    "Lastman F, Lastbart G, et al": ["F. Lastman", "G. Lastbart"],
    "Firstin Lastman and others": ["Firstin Lastman"],
    "Lastman, F.; Lastbart, G.; et al.": ["F. Lastman", "G. Lastbart"],
    "Firstin Lastman, ...": ["Firstin Lastman"],
    "Firstin Lastman and 3 others": ["Firstin Lastman"],
    "Lastman, F., Lastbart, G., . . . Lastdorp, H.": ["F. Lastman", "G. Lastbart", "H. Lastdorp"],
    # degrees, titles, roles
    "Firstin Lastman, PhD": ["Firstin Lastman"],
    "Firstin Lastman, MD": ["Firstin Lastman"],
    "Firstin Lastman PhD": ["Firstin Lastman"],
    "Lastman, Firstin, PhD": ["Firstin Lastman"],
    "Firstin Lastman, PhD; Firsto Lastbart, M.D.": ["Firstin Lastman", "Firsto Lastbart"],
    "Firstin Lastman, PhD, Firsto Lastbart, MD, MPH": ["Firstin Lastman", "Firsto Lastbart"],
    "Lastman, MA": ["M. A. Lastman"],
    "Dr. Firstin Lastman; Prof. Firsto Lastbart": ["Firstin Lastman", "Firsto Lastbart"],
    "Prof. Dr. Firstin Lastman and Dr.-Ing. Firsto Lastbart": ["Firstin Lastman", "Firsto Lastbart"],
    "Lastman, F. (Ed.)": ["F. Lastman"],
    "Firstin Lastman, Firsto Lastbart (eds.)": ["Firstin Lastman", "Firsto Lastbart"],
    "Firstin Lastman (corresponding author); Firsto Lastbart (she/her)": ["Firstin Lastman", "Firsto Lastbart"],
    # footnotes, addresses, identifiers
    "Firstin Lastman1, Firsto Lastbart2*": ["Firstin Lastman", "Firsto Lastbart"],
    "Firstin Lastman1,2, Firsto Lastbart2,*, Firstof Lastdorp": ["Firstin Lastman", "Firsto Lastbart", "Firstof Lastdorp"],
    "Firstin Lastman¹, Firsto Lastbart¹˒²": ["Firstin Lastman", "Firsto Lastbart"],
    "Firstin Lastman¹², Firsto Lastbart†": ["Firstin Lastman", "Firsto Lastbart"],
    "Firstin Lastman<sup>1,2</sup>, Firsto Lastbart<sup>a</sup>": ["Firstin Lastman", "Firsto Lastbart"],
    "Firstin Lastman[1], Firsto Lastbart[1,2]": ["Firstin Lastman", "Firsto Lastbart"],
    "Firstin Lastman (1), Firsto Lastbart (2)": ["Firstin Lastman", "Firsto Lastbart"],
    "Firstin Lastman a, Firsto Lastbart b": ["Firstin Lastman", "Firsto Lastbart"],
    "Firstin Lastman$^{1}$, Firsto Lastbart$^{2}$": ["Firstin Lastman", "Firsto Lastbart"],
    "Firstin Lastman <f.lastman@example.org>, Firsto Lastbart": ["Firstin Lastman", "Firsto Lastbart"],
    "Firstin Lastman (f.lastman@example.org); Firsto Lastbart": ["Firstin Lastman", "Firsto Lastbart"],
    "'Firstin Lastman'; \"Firsto Lastbart\"": ["Firstin Lastman", "Firsto Lastbart"],
    # printed by programs
    "['Firstin Lastman', 'Firsto Lastbart']": ["Firstin Lastman", "Firsto Lastbart"],
    '["Lastman, Firstin", "Lastbart, Firsto"]': ["Firstin Lastman", "Firsto Lastbart"],
    "['Lastman, Firstin', \"O'Nealsen, K.\"]": ["Firstin Lastman", "K. O'Nealsen"],
    "('Firstin Lastman', 'Firsto Lastbart')": ["Firstin Lastman", "Firsto Lastbart"],
    "{'Firstin Lastman', 'Firsto Lastbart'}": ["Firstin Lastman", "Firsto Lastbart"],
    "array(['Firstin Lastman', 'Firsto Lastbart'], dtype=object)": ["Firstin Lastman", "Firsto Lastbart"],
    "['Firstin Lastman' 'Firsto Lastbart']": ["Firstin Lastman", "Firsto Lastbart"],
    'c("Firstin Lastman", "Firsto Lastbart")': ["Firstin Lastman", "Firsto Lastbart"],
    "[Firstin Lastman, Firsto Lastbart]": ["Firstin Lastman", "Firsto Lastbart"],
    "[{'name': 'Firstin Lastman', 'authorId': '123'}, {'name': 'Firsto Lastbart'}]": ["Firstin Lastman", "Firsto Lastbart"],
    '[{"family": "Lastman", "given": "Firstin"}, {"lastName": "Bart", "firstName": "F."}]': ["Firstin Lastman", "F. Bart"],
    '{"authors": [{"full_name": "Firstin Lastman"}]}': ["Firstin Lastman"],
    # other scripts
    "张伟、李娜、王芳": ["张伟", "李娜", "王芳"],
    "张伟，李娜，王芳": ["张伟", "李娜", "王芳"],
    "张伟；李娜": ["张伟", "李娜"],
    "张伟, 李娜": ["张伟", "李娜"],
    "张伟·李娜": ["张伟", "李娜"],
    "张伟 李娜 王芳 等": ["张伟", "李娜", "王芳"],
    "张伟, 李娜, 等": ["张伟", "李娜"],
    "卡尔·馬克斯": ["卡尔·馬克斯"],
    "山田 太郎": ["山田 太郎"],
    "김철수, 이영희, 박민수": ["김철수", "이영희", "박민수"],
    "Zhang，Wei；Li，Na": ["Wei Zhang", "Na Li"],
    "Иванко, И. И., Петренко, П. П.": ["И. И. Иванко", "П. П. Петренко"],
    # organisations
    "Department of Health, Education, and Welfare": ["@Department of Health, Education, and Welfare"],
    "Ministry of Agriculture and Fisheries": ["@Ministry of Agriculture and Fisheries"],
    "Food and Agriculture Organization": ["@Food and Agriculture Organization"],
    "Smith and Sons Ltd": ["@Smith and Sons Ltd"],
    "Smithson & Sons Ltd.": ["@Smithson & Sons Ltd."],
    "Sons & Daughters Collective": ["@Sons & Daughters Collective"],
    "University of Elsewhere, Norland": ["@University of Elsewhere, Norland"],
    "Centre for Energy, Environment and Water": ["@Centre for Energy, Environment and Water"],
    "International Union of Pure and Applied Mathematics": ["@International Union of Pure and Applied Mathematics"],
    "Firstin Lastman and the XYZ Collaboration": ["Firstin Lastman", "@XYZ Collaboration"],
    "The XYZ Collaboration; Firstin Lastman; Firsto Lastbart": ["@The XYZ Collaboration", "Firstin Lastman", "Firsto Lastbart"],
    "Lastman, F., Lastbart, G., XYZ Collaboration": ["F. Lastman", "G. Lastbart", "@XYZ Collaboration"],
    "MaxiMum: Aila Chenski, Aonia Lius": ["@MaxiMum", "Aila Chenski", "Aonia Lius"],
    "Gemino Team: Aila Chenski and Aonia Lius": ["@Gemino Team", "Aila Chenski", "Aonia Lius"],
    "DeepGaze-AI": ["@DeepGaze-AI"],
    # what cannot be told is kept as printed
    "Procter & Gamblers": ["?Procter & Gamblers"],
    "Lastman, Lastbart, Lastdorp": ["?Lastman, Lastbart, Lastdorp"],
    "G.N.": ["?G.N."],
    "G.N., F.A.": ["?G.N., F.A."],
    "12345": ["?12345"],
    "M": ["?M"],
    "Lastman, F.; 12345": ["F. Lastman", "?12345"],
    # capitals, collaborations behind people, and's, years, roles, braces, slashes, countries
    "LEEWEN J, DOE J, ROE R": ["J. LEEWEN", "J. DOE", "R. ROE"],
    "Leewen A.-B., Chenow C., Jr., Deane D.": ["A.-B. Leewen", "C. Chenow Jr.", "D. Deane"],
    "Leewen A.B. Jr.; Chenow C. III; Deane D.": ["A.B. Leewen Jr.", "C. Chenow III", "D. Deane"],
    "LI W, MA K": ["W. LI", "K. MA"],
    "Leewen, Anna and ANVIL Collaboration": ["Anna Leewen", "@ANVIL Collaboration"],
    "Leewen, Anna & Chenow, Peter & United Nations": ["Anna Leewen", "Peter Chenow", "@United Nations"],
    "Health, Labour and Welfare Ministry": ["@Health, Labour and Welfare Ministry"],
    "Leewen, Anna and and Chenow, Bo": ["Anna Leewen", "Bo Chenow"],
    "Leewen, Anna and Anonymous": ["Anna Leewen"],
    "Leewen, Anna et Chenow, Bo": ["Anna Leewen", "Bo Chenow"],
    "Ruiz, A. y Chenow, B.": ["A. Ruiz", "B. Chenow"],
    "Ortegal y Gassen, José; Chenow, B.": ["José Ortegal y Gassen", "B. Chenow"],
    "Leewen, Anna 1950-; Chenow, Bo 1960-2010": ["Anna Leewen", "Bo Chenow"],
    "{Leewen, Anna}, {Chenow, Bo}": ["Anna Leewen", "Bo Chenow"],
    "Leewen, J./Chenow, B./Deane, C.": ["J. Leewen", "B. Chenow", "C. Deane"],
    "Leewen J., ANVIL, USA; Chenow B., UK": ["J. Leewen", "B. Chenow"],
    # nobody
    "": [],
    "Anonymous": [],
    "N/A": [],
    ":": [],
    "-": [],
    "[No author name available]": [],
}  # fmt: skip


@pytest.mark.parametrize("printed", LISTS)
def test_a_list_names_each_person_once(printed: str) -> None:
    assert shown(printed) == LISTS[printed]


@pytest.mark.parametrize(
    ("printed", "separator", "names"),
    [
        ("Anna Leewen / Bo Chenow", " / ", ["Anna Leewen", "Bo Chenow"]),
        ("Leewen, Anna# Chenow, Bo", "#", ["Anna Leewen", "Bo Chenow"]),
        ("Anna Leewen, Bo Chenow", ",", ["Anna Leewen", "Bo Chenow"]),
        ("Smithson & Sons, Inc. | Leewen, Anna", "|", ["@Smithson & Sons, Inc.", "Anna Leewen"]),
    ],
)
def test_a_separator_that_the_reader_names_divides_and_nothing_else(printed: str, separator: str, names: list[str]) -> None:
    assert shown(printed, separator=separator) == names


def test_the_number_of_people_that_a_source_gives_decides_how_commas_are_read() -> None:
    assert shown("Anna Leewen, Chenow", expected=1) == ["Chenow Anna Leewen"]
    assert shown("Anna Leewen, Chenow", expected=2) == ["Anna Leewen", "Chenow"]
    assert shown("Lastman, Lastbart, Lastdorp", expected=3) == ["Lastman", "Lastbart", "Lastdorp"]


@pytest.mark.parametrize(
    "printed",
    [
        "Lastman, F. et al.", "Firstin Lastman and others", "Firstin Lastman; ...", "Firstin Lastman and 12 others",
        "Lastman, F., Lastbart, G., . . . Lastdorp, H.", "Lastman, Firstin et al.; Lastbart, Firsto", "张伟, 李娜, 等", "G.N.",
    ],
)  # fmt: skip
def test_a_list_that_does_not_name_everybody_or_cannot_be_told_is_not_complete(printed: str) -> None:
    assert not read_names(printed).complete
    assert read_names("Firstin Lastman and Firsto Lastbart").complete


def test_what_stands_beside_a_name_is_kept() -> None:
    listed = "Anna Leewen[0000-0002-1825-0097] (University of Elsewhere), Bo Chenow (https://orcid.org/0000-0001-5109-3700) (Ed.)"
    anna, bo = authorships_of(read_names(listed))
    assert ([each.value for each in anna.ids], [each.name for each in anna.affiliations]) == (
        ["0000-0002-1825-0097"],
        ["University of Elsewhere"],
    )
    assert [each.value for each in bo.ids] == ["0000-0001-5109-3700"]
    assert (anna.role, anna.position, bo.role, bo.position) == ("author", 1, "editor", 1)
    (only,) = authorships_of(read_names("[{'name': 'Anna Leewen', 'authorId': '77'}]"))
    assert [(each.scheme, each.value) for each in only.ids] == [("s2", "77")]


def test_where_a_person_works_may_follow_the_name() -> None:
    listed = read_names("Leewen, A., University of Elsewhere, Norland; Chenow, B., Elsewhere Hospital")
    assert [(each.printed.name, [place.name for place in each.affiliations]) for each in listed.names] == [
        ("A. Leewen", ["University of Elsewhere, Norland"]),
        ("B. Chenow", ["Elsewhere Hospital"]),
    ]


def test_roles_behind_names_say_who_edits() -> None:
    listed = authorships_of(read_names("Leewen, Anna, author; Chenow, Bo, editor; Deane, Cyra, translator"))
    assert [(author.name, author.role) for author in listed] == [
        ("Anna Leewen", "author"),
        ("Bo Chenow", "editor"),
        ("Cyra Deane", "author"),
    ]


def test_a_country_behind_initials_is_where_the_person_works() -> None:
    found = [
        (name.printed.name, [place.name for place in name.affiliations]) for name in read_names("Lee J, USA; Chen B, UK").names
    ]
    assert found == [("J. Lee", ["USA"]), ("B. Chen", ["UK"])]


def test_names_that_a_source_gives_one_by_one_are_read_by_its_rule_and_may_hold_several() -> None:
    def names(*printed: str) -> list[str]:
        return [author.name for author in authorships_of(read_each(printed))]

    assert names("Nkemdi Obaru, Fela Kutira", "Lastman, F.") == ["Fela Kutira Nkemdi Obaru", "F. Lastman"]
    assert names("Lastman, F.; Lastbart, G.", "Lastdorp, H.") == ["F. Lastman", "G. Lastbart", "H. Lastdorp"]
    assert names("Lastman F.", "Lastbart G.H.") == ["F. Lastman", "G.H. Lastbart"]
    assert names("Lastman F", "Lastbart GH") == ["F. Lastman", "G. H. Lastbart"]
    assert names("M, Anandu", "Lastman, F.") == ["Anandu M", "F. Lastman"]
    assert names(*"['Lastman, F.', 'Lastbart, G.']") == ["F. Lastman", "G. Lastbart"]
    assert names("Lastman, F.", "Lastbart, G.", "Lastman, F.") == ["F. Lastman", "G. Lastbart", "F. Lastman"]


def test_any_text_is_read_without_an_error_and_nobody_is_without_a_name() -> None:
    chance = random.Random(4)
    beside = [" and ", " et al.", "Leewen", "A.", "PhD", "Jr.", "0000-0002-1825-0097", "张伟", "、", "@"]
    pieces = [*LISTS, *beside, *";|,&.()[]{}<>'\"*¹†:/\\^$ \n\t"]
    for _ in range(300):
        printed = "".join(chance.choices(pieces, k=chance.randint(1, 7)))
        found = authorships_of(read_names(printed))
        assert all(any(map(str.isalnum, author.name)) or author.kind == "undivided" for author in found), printed
