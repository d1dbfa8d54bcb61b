"""Author lists go through one reader in each format: nobody is torn, glued, invented or lost; what cannot be told is remarked."""

import json

import pytest

from loaders.tables.scopus_places import scopus_places
from tests.unit.loaders.one_work import FORMATS, gives, read
from tests.unit.loaders.page_parts import Parts, load


def people(page: Parts) -> list[list[str]]:
    marks = {"person": "", "organisation": "@", "undivided": "?"}
    return [[marks[author.kind] + author.name for author in record.authors] for record in page.records]


def bibtex(*lists: str) -> Parts:
    return load("\n".join(f"@article{{a{at}, author = {{{listed}}}, title = {{T{at}}}}}" for at, listed in enumerate(lists)))


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("Halvers E, Rinkeno G", ["E. Halvers", "G. Rinkeno"]),
        ("Gattis, G.N., Sequero, F.A., Moras, B.", ["G.N. Gattis", "F.A. Sequero", "B. Moras"]),
        ("Zhangs, J.Y.; Wunn, G.X.", ["J.Y. Zhangs", "G.X. Wunn"]),
        ("Leewen, Anna AND Chenow, Bo", ["Anna Leewen", "Bo Chenow"]),
        ("Leewen, Anna and Chenow, Bo \\& Deane, Cyra", ["Anna Leewen", "Bo Chenow", "Cyra Deane"]),
        ("Anna Leewen, Bo Chenow, Cyra Deane and Dora Elms", ["Anna Leewen", "Bo Chenow", "Cyra Deane", "Dora Elms"]),
        ("Ministry of Agriculture and Fisheries", ["@Ministry of Agriculture and Fisheries"]),
        ("{Smithson and Sons, Inc.} and Leewen, Anna", ["@Smithson and Sons, Inc.", "Anna Leewen"]),
        ("Domingo Ferrás, Gabriela Inés", ["Gabriela Inés Domingo Ferrás"]),
        ("M, Anandu and Leewen, Anna", ["Anandu M", "Anna Leewen"]),
        ("van der Bergen, Jr., Jan", ["Jan van der Bergen Jr."]),
        ("Leewen, Anna, PhD", ["Anna Leewen"]),
        ('{\\"O}zgur, {\\c{C}}elik and Leewen, Anna', ["Çelik Özgur", "Anna Leewen"]),
    ],
)
def test_bibtex_lists_without_and_are_divided_and_others_stay_whole(listed: str, names: list[str]) -> None:
    assert people(bibtex(listed)) == [names]


def test_what_cannot_be_told_is_kept_as_printed_with_a_remark_that_names_the_place() -> None:
    page = bibtex("Lastman, Lastbart, Lastdorp", "Leewen, Anna")
    assert people(page) == [["?Lastman, Lastbart, Lastdorp"], ["Anna Leewen"]]
    assert [record.authors_complete for record in page.records] == [False, True]
    (remark,) = page.remarks
    assert remark.where == page.records[0].where
    assert "'Lastman, Lastbart, Lastdorp'" in remark.reason
    assert "load the file again" in remark.reason


def test_a_line_of_ris_may_hold_several_people_and_initials_need_no_comma() -> None:
    page = load("TY  - JOUR\nTI  - T\nAU  - Lastman, F.; Lastbart, G.\nAU  - Lastdorp, H. &amp; Leewen, A.\nER  - \n")
    assert people(page) == [["F. Lastman", "G. Lastbart", "H. Lastdorp", "A. Leewen"]]


def test_a_name_that_a_list_prints_twice_is_two_people_in_every_format() -> None:
    twice = ["Tom Olesky", "Heping Zhengo", "Tom Olesky", "T. Olesky"]
    pages = [
        bibtex("Olesky, Tom and Zhengo, Heping and Olesky, Tom and Olesky, T."),
        load("Title,Authors,Year\nT,\"Olesky, Tom; Zhengo, Heping; Olesky, Tom; Olesky, T.\",2001\n"),
        load("TY  - JOUR\nTI  - T\nAU  - Olesky, Tom\nAU  - Zhengo, Heping\nAU  - Olesky, Tom\nAU  - Olesky, T.\nER  - \n"),
        load(json.dumps([{"type": "article-journal", "title": "T", "DOI": "10.9999/x", "author": [
            {"family": name.split()[-1], "given": name.split()[0]} for name in twice]}])),
    ]  # fmt: skip
    for page in pages:
        assert people(page) == [twice]


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id><entry><id>http://arxiv.org/abs/2506.99985v1</id>
<published>2025-06-16T15:08:02Z</published><title>T</title><summary>S</summary>%s</entry></feed>"""
OAI = """<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record><header>
<identifier>oai:arXiv.org:2506.99985</identifier></header><metadata>%s</metadata></record></ListRecords></OAI-PMH>"""
ARXIV = """<arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>2506.99985</id><created>2025-06-16</created><authors>%s</authors>
<title>T</title><categories>cs.CL</categories><abstract>S</abstract></arXiv>"""
SNAPSHOT = {
    "id": "2506.99985", "title": "T", "abstract": "S", "categories": "cs.CL", "update_date": "2025-07-01",
    "versions": [{"created": "Mon, 2 Apr 2007 19:18:42 GMT"}], "authors": "MaxiMum: Aila Chenski, Aonia Lius",
}  # fmt: skip


@pytest.mark.parametrize("before", [["MaxiMum", ":"], ["MaxiMum:"]])
def test_the_colon_behind_a_team_is_nobody_in_any_format_of_arxiv(before: list[str]) -> None:
    names = [*before, "Aila Chenski", "Aonia Lius"]
    keys = [name.split()[::-1] for name in names]
    parsed = {**SNAPSHOT, "authors_parsed": [[*key, "", ""][:3] for key in keys]}
    atom = "".join(f"<author><name> {name}</name></author>" for name in names)
    own = "".join(
        f"<author><keyname>{key[0]}</keyname>" + (f"<forenames>{key[1]}</forenames>" if key[1:] else "") + "</author>"
        for key in keys
    )
    for text in (ATOM % atom, OAI % (ARXIV % own), json.dumps(parsed), json.dumps(SNAPSHOT)):
        page = load(text)
        assert people(page) == [["@MaxiMum", "Aila Chenski", "Aonia Lius"]]
        assert page.records[0].authors_complete
        assert [author.position for author in page.records[0].authors] == [1, 2, 3]


SCOPUS = "Authors,Author full names,Author(s) ID,Title,Year,Source title,Affiliations,Authors with affiliations,EID\n"


def test_scopus_has_as_many_people_as_ids_each_with_their_own_id_and_place() -> None:
    page = load(
        SCOPUS + '"Xun L., Changs","","7401000001;57200000003;","T",2021,"J",'
        '"Dept A, Uni; Uni","Xun, L., Dept A, Uni; Changs, Uni","2-s2.0-1"\n'
        '"Changs, Xun L.","","7401000001;","U",2021,"J","","","2-s2.0-2"\n'
        '"","Xun, Lia (7401000001; 57200000009); Changs, Bo (57200000003)","","V",2021,"J","","","2-s2.0-3"\n'
    )
    assert people(page) == [["L. Xun", "Changs"], ["Xun L. Changs"], ["Lia Xun", "Bo Changs"]]
    assert [[[each.value for each in author.ids] for author in record.authors] for record in page.records] == [
        [["7401000001"], ["57200000003"]],
        [["7401000001"]],
        [["7401000001", "57200000009"], ["57200000003"]],
    ]
    assert [[place.name for place in author.affiliations] for author in page.records[0].authors] == [["Dept A, Uni"], ["Uni"]]


def test_a_scopus_place_is_taken_by_its_position_and_not_because_another_contains_it() -> None:
    authors = bibtex("Lee, A. and Chen, B.").records[0].authors
    listed = "Uni; Dept, Uni; Dept, Uni, Norland"
    beside = "Lee, A., Dept, Uni, Norland; Chen, B., Uni, Dept, Uni"
    assert [[place.name for place in places] for places in scopus_places(beside, listed, authors)] == [
        ["Dept, Uni, Norland"],
        ["Uni", "Dept, Uni"],
    ]
    assert scopus_places("Chen, B., Uni", listed, authors)[0] == ()


@pytest.mark.parametrize(
    "item",
    [
        {"itemType": "book", "title": "T", "creators": [{"creatorType": "author", "name": "Lastman, F.; Lastbart, G."}]},
        {"itemType": "book", "title": "T", "creators": [{"creatorType": "author", "lastName": "Lastman, F., Lastbart, G."}]},
        {"type": "book", "title": "T", "issued": {"raw": "2001"}, "author": [{"literal": "Lastman, F. and Lastbart, G."}]},
        {"type": "book", "title": "T", "issued": {"raw": "2001"}, "author": [{"family": "Lastman, F., Lastbart, G."}]},
    ],
)
def test_one_persons_name_in_json_that_lists_several_is_divided(item: dict[str, object]) -> None:
    assert people(load(json.dumps([item]))) == [["F. Lastman", "G. Lastbart"]]


@pytest.mark.parametrize(
    ("given", "family"),
    [
        ("and Anna", "Leewen"), ("& Anna", "Leewen"), ("Dr. Anna", "Leewen"), ("Anna PhD", "Leewen"), ("Anna", "Leewen, MD"),
        ("Anna", "Leewen PhD"), ("Anna", "Leewen1,2"), ("Anna", "Leewen*†"),
    ],
)  # fmt: skip
def test_what_was_left_at_the_parts_of_a_name_is_no_part_of_it(given: str, family: str) -> None:
    work = {"DOI": "10.5555/a", "type": "journal-article", "title": ["Ants"], "member": "1", "prefix": "10.5555", "indexed": {}}
    (author,) = load(json.dumps({**work, "author": [{"given": given, "family": family}]})).records[0].authors
    assert (author.name, author.given, author.family) == ("Anna Leewen", "Anna", "Leewen")


_KEPT_AS_CURATED = {"acl_anthology", "dblp", "dblp_search"}


@pytest.mark.parametrize("format_name", [name for name in FORMATS if gives(name, "given") and name not in _KEPT_AS_CURATED])
def test_titles_and_degrees_are_no_part_of_a_name_in_any_format(format_name: str) -> None:
    written = [{"given": "Dr. Anna"}, {"family": "Leewen PhD"}, {"given": "Prof. Dr. Anna"}]
    plain = {"given": "Anna", "family": "Leewen"}
    assert {read(format_name, **{**plain, **one}).authors[0].name for one in written} == {"Anna Leewen"}


@pytest.mark.parametrize(("given", "family"), [("Anders", "Andersen"), ("MD", "Rahman"), ("Wei", "Li 0002"), ("Drew", "Ma")])
def test_names_that_look_like_titles_stay(given: str, family: str) -> None:
    (author,) = (
        load(json.dumps([{"id": "a", "type": "book", "title": "T", "author": [{"given": given, "family": family}]}]))
        .records[0]
        .authors
    )
    assert author.name == f"{given} {family}"


def test_two_people_whom_crossref_divided_as_one_are_two_and_a_group_is_none() -> None:
    work = {"DOI": "10.5555/a", "type": "journal-article", "title": ["Ants"], "member": "1", "prefix": "10.5555", "indexed": {}}
    listed = [{"given": "Anna", "family": "Leewen and Bo Chenow"}, {"family": "for the ANVIL Study Group"}, {"family": "&NA;"}]
    assert people(load(json.dumps({**work, "author": listed}))) == [["Anna Leewen", "Bo Chenow", "@ANVIL Study Group"]]


def test_names_in_one_piece_of_json_lose_what_stands_around_them() -> None:
    printed = ["and Bo Chenow", "Anna Leewen, PhD", "Cyra Deane1,2,*", "Dr. Dora Elms", "&NA;"]
    names = ["Bo Chenow", "Anna Leewen", "Cyra Deane", "Dora Elms"]
    authorships = [{"author": {"id": f"https://openalex.org/A{at}", "display_name": name}} for at, name in enumerate(printed)]
    openalex = load(json.dumps({"id": "https://openalex.org/W1", "title": "Ants", "authorships": authorships}))
    listed = [{"authorId": str(at), "name": name} for at, name in enumerate(printed)]
    s2 = load(json.dumps({"paperId": "a" * 40, "corpusId": 1, "externalIds": {}, "title": "Ants", "authors": listed}))
    assert [people(openalex), people(s2)] == [[names], [names]]
