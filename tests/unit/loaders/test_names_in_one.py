"""A name given as one person's that holds several people: several where that is sure, else as printed, in every format."""

import json
from collections.abc import Callable

import pytest

from loaders.author_lists.names_in_one import in_parts, people_in, read_one
from loaders.records import Authorship, Record, Remark
from tests.unit.loaders.export_items import Export, export

ONE = ""
"""One name, which the format reads by its own rules."""


def shown(printed: str, *, family_first: bool = False) -> str:
    found = people_in(printed, family_first=family_first)
    marks = {True: "?"}
    names = [marks.get(each.printed.is_undivided, "") + each.printed.name for each in found.names] if found else []
    return " + ".join(names) + ("" if not found or found.complete or (len(names) == 1 and names[0][0] == "?") else " + others")


SURE = {
    "Ann Leeward and Bo Chenow": "Ann Leeward + Bo Chenow",
    "Wexin Zhaou and Qiulan Hsuo": "Wexin Zhaou + Qiulan Hsuo",
    "Ann Leeward & Bo Chenow": "Ann Leeward + Bo Chenow",
    "Ann Leeward und Bo Chenow": "Ann Leeward + Bo Chenow",
    "Ann Leeward / Bo Chenow": "Ann Leeward + Bo Chenow",
    "Ann Leeward; Bo Chenow": "Ann Leeward + Bo Chenow",
    "Ann Leeward, Bo Chenow": "Ann Leeward + Bo Chenow",
    "A. Leeward, B. Chenow": "A. Leeward + B. Chenow",
    "A. Leeward and B. K. Chenow": "A. Leeward + B. K. Chenow",
    "Ann Leeward, Bo Chenow, Cy Deane": "Ann Leeward + Bo Chenow + Cy Deane",
    "Leeward, A., Chenow, B.": "A. Leeward + B. Chenow",
    "Leeward, Ann and Chenow, Bo": "Ann Leeward + Bo Chenow",
    "Leeward, Ann; Chenow, Bo": "Ann Leeward + Bo Chenow",
    "Ann Leeward, M.D., Bo Chenow, PhD": "Ann Leeward + Bo Chenow",
    "Ann Leeward and the ATLOS Collaboration": "Ann Leeward + ATLOS Collaboration",
    "Martin Leeward, Jr. and Bo Chenow": "Martin Leeward Jr. + Bo Chenow",
    "Ann Leeward et al.": "Ann Leeward + others",
    "Ann Leeward, Bo Chenow, Cy Deane et al.": "Ann Leeward + Bo Chenow + Cy Deane + others",
    "王小明、李华": "王小明 + 李华",
}
SINGLE = (
    "Ann Leeward", "Leeward, Ann", "Leeward, A. B.", "van der Leeward, Jan Willem", "García Leewez, Gabriel José",
    "Ann Leeward, Jr.", "Leeward, Ann, Jr.", "Ann Leeward, PhD",
    "Ramón y Cajuel, Santiago", "Santiago Ramón y Cajuel", "João Costa e Silveira",
    "Leeward & Co", "Department of Health and Human Services", "University of Oslo, Department of Physics", "et al.",
    "Zhengo Xun 0002",
)  # fmt: skip
NOT_SURE = (
    "Leeward and Chenow",
    "Marksen and Spencar",
    "Leeward, Chenow and Deane",
    "Anna and Bob Leeward",
    "Ann Leeward and CERNO",
)


@pytest.mark.parametrize("family_first", [False, True])
@pytest.mark.parametrize(("printed", "expected"), SURE.items())
def test_what_is_surely_several_people_is_several(printed: str, expected: str, family_first: bool) -> None:
    assert shown(printed, family_first=family_first) == expected


@pytest.mark.parametrize("family_first", [False, True])
@pytest.mark.parametrize("printed", SINGLE)
def test_one_name_is_left_to_the_format(printed: str, family_first: bool) -> None:
    assert shown(printed, family_first=family_first) == ONE


@pytest.mark.parametrize("printed", NOT_SURE)
def test_what_may_be_several_stays_as_printed(printed: str) -> None:
    assert shown(printed) == shown(printed, family_first=True) == f"?{printed}"


def test_a_comma_between_two_whole_names_is_told_by_the_rules_of_the_format() -> None:
    assert shown("Wexin Zhaou, Qiulan Hsuo") == "?Wexin Zhaou, Qiulan Hsuo"
    assert shown("Zhaou Ouyano, Qiulan Hsuo", family_first=True) == ONE


def test_a_name_that_was_divided_at_a_wrong_place() -> None:
    assert [each.printed.name for each in in_parts("Ann", "Leeward and Bo Chenow")] == ["Ann Leeward", "Bo Chenow"]
    assert in_parts("Santiago", "Ramón y Cajuel") == in_parts("Ann", "Leeward, Jr.") == ()


def test_one_of_a_list_may_be_several_too() -> None:
    assert [each.printed.name for each in read_one("A. Leeward, B. Chenow")] == ["A. Leeward", "B. Chenow"]


def _atom(name: str) -> Export:
    entry = (
        f"<entry><id>http://arxiv.org/abs/2101.00001v1</id><title>On names</title><author><name>{name}</name></author>"
        "<author><name>Eve Last</name></author></entry>"
    )
    return export(f'<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id>{entry}</feed>', "arxiv_atom")


def _oai(name: str) -> Export:
    last = "<author><keyname>Last</keyname><forenames>Eve</forenames></author>"
    authors = f"<authors><author><keyname>{name}</keyname></author>{last}</authors>"
    paper = f'<arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>2101.00001</id><title>On names</title>{authors}</arXiv>'
    return export(
        f"<record><header><identifier>oai:arXiv.org:2101.00001</identifier></header><metadata>{paper}</metadata></record>",
        "arxiv_oai",
    )


def _dublin_core(name: str) -> Export:
    paper = (
        '<dc xmlns="http://purl.org/dc/elements/1.1/"><title>On names</title>'
        f"<creator>{name}</creator><creator>Last, Eve</creator><identifier>http://arxiv.org/abs/2101.00001</identifier></dc>"
    )
    return export(
        f"<record><header><identifier>oai:arXiv.org:2101.00001</identifier></header><metadata>{paper}</metadata></record>",
        "arxiv_oai",
    )


def _openalex(name: str) -> Export:
    author = {"id": "https://openalex.org/A11", "display_name": name, "orcid": None}
    last = {"author": {"id": "https://openalex.org/A12", "display_name": "Eve Last"}, "raw_author_name": "Eve Last"}
    work = {
        "id": "https://openalex.org/W1",
        "title": "On names",
        "authorships": [{"author": author, "raw_author_name": name}, last],
    }
    return export(json.dumps(work), "openalex")


def _openalex_without_raw(name: str) -> Export:
    authors = [
        {"author": {"id": f"https://openalex.org/A1{at}", "display_name": each}} for at, each in enumerate((name, "Eve Last"), 1)
    ]
    return export(json.dumps({"id": "https://openalex.org/W1", "title": "On names", "authorships": authors}), "openalex")


def _semantic_scholar(name: str) -> Export:
    authors = [{"authorId": "11", "name": name}, {"authorId": "12", "name": "Eve Last"}]
    return export(json.dumps({"paperId": "a" * 40, "title": "On names", "authors": authors}), "semantic_scholar")


def _crossref(name: str) -> Export:
    people = [{"name": name, "sequence": "first"}, {"given": "Eve", "family": "Last", "sequence": "additional"}]
    work = {"DOI": "10.1000/1", "type": "journal-article", "title": ["On names"], "author": people}
    return export(json.dumps({"status": "ok", "message-type": "work", "message": work}), "crossref")


def _csl(name: str) -> Export:
    people = [{"literal": name}, {"given": "Eve", "family": "Last"}]
    return export(json.dumps([{"id": "1", "type": "article-journal", "title": "On names", "author": people}]), "csl_json")


def _datacite(name: str) -> Export:
    people = [
        {"name": name, "affiliation": [], "nameIdentifiers": []},
        {"name": "Last, Eve", "givenName": "Eve", "familyName": "Last"},
    ]
    attributes = {"doi": "10.1000/1", "titles": [{"title": "On names"}], "creators": people, "types": {}}
    return export(json.dumps({"data": {"id": "10.1000/1", "type": "dois", "attributes": attributes}}), "datacite")


def _dblp(name: str) -> Export:
    people = f'<author pid="1/11">{name}</author><author>Eve Last</author>'
    return export(f'<dblp><article key="journals/x/1">{people}<title>On names.</title></article></dblp>', "dblp")


def _dblp_search(name: str) -> Export:
    authors = [{"@pid": "1/11", "text": name}, {"@pid": "1/12", "text": "Eve Last"}]
    info = {"authors": {"author": authors}, "title": "On names.", "key": "journals/x/1"}
    hit = {"@score": "1", "@id": "1", "info": info}
    return export(
        json.dumps({"result": {"query": "x", "status": {}, "hits": {"@total": "1", "@sent": "1", "hit": [hit]}}}), "dblp_search"
    )


def _crossref_xml(name: str) -> Export:
    people = (
        f'<contributors><organization sequence="first" contributor_role="author">{name}</organization>'
        '<person_name sequence="additional" contributor_role="author"><given_name>Eve</given_name><surname>Last</surname>'
        "</person_name>"
        "</contributors>"
    )
    titles, known = "<titles><title>On names</title></titles>", "<doi_data><doi>10.1000/1</doi></doi_data>"
    article = f"<journal_article>{titles}{people}{known}</journal_article>"
    batch = f'<doi_batch xmlns="http://www.crossref.org/schema/5.3.1"><body><journal>{article}</journal></body></doi_batch>'
    return export(batch, "crossref_xml")


FORMATS: tuple[Callable[[str], Export], ...] = (
    _atom, _oai, _dublin_core, _openalex, _openalex_without_raw, _semantic_scholar, _crossref, _crossref_xml, _csl, _datacite,
    _dblp, _dblp_search,
)  # fmt: skip
GIVES_ORGANISATIONS = (_crossref, _crossref_xml)


def _authors(found: Export) -> tuple[Authorship, ...]:
    (record,) = (item for item in found.items if isinstance(item, Record))
    return record.authors


@pytest.mark.parametrize("format_of", FORMATS)
@pytest.mark.parametrize(
    "printed", ["Ann Leeward and Bo Chenow", "Ann Leeward, Bo Chenow", "Leeward, Ann; Chenow, Bo", "A. Leeward, B. Chenow"]
)
def test_every_format_tells_several_people_in_one_name(format_of: Callable[[str], Export], printed: str) -> None:
    authors = _authors(format_of(printed))
    assert [author.position for author in authors] == [1, 2, 3]
    assert [author.kind for author in authors] == ["person"] * 3
    assert [author.name.split()[-1] for author in authors] == ["Leeward", "Chenow", "Last"]


@pytest.mark.parametrize("format_of", FORMATS)
def test_every_format_leaves_one_name_one(format_of: Callable[[str], Export]) -> None:
    authors = _authors(format_of("Leeward, Ann"))
    assert len(authors) == 2


@pytest.mark.parametrize("format_of", [each for each in FORMATS if each not in GIVES_ORGANISATIONS])
def test_what_is_not_sure_is_kept_as_printed_with_a_remark(format_of: Callable[[str], Export]) -> None:
    found = format_of("Leeward and Chenow")
    first, last = _authors(found)
    assert (first.name, first.kind, last.position) == ("Leeward and Chenow", "undivided", 2)
    assert not found.records[0].authors_complete
    assert any("may be several people" in remark.reason for remark in found.remarks)


@pytest.mark.parametrize("format_of", GIVES_ORGANISATIONS)
def test_a_name_without_parts_is_an_organisation_in_crossref(format_of: Callable[[str], Export]) -> None:
    first, _ = _authors(format_of("Leeward and Chenow"))
    assert (first.name, first.kind) == ("Leeward and Chenow", "organisation")


@pytest.mark.parametrize("format_of", [_openalex, _openalex_without_raw, _semantic_scholar, _dblp, _dblp_search])
def test_an_id_beside_several_names_is_nobodys(format_of: Callable[[str], Export]) -> None:
    found = format_of("Ann Leeward and Bo Chenow")
    assert [author.ids for author in _authors(found)[:2]] == [(), ()]
    assert [remark.reason for remark in found.of(Remark)] == [
        f"the {known.scheme} id {known.value} stands beside 'Ann Leeward' and 'Bo Chenow' in one name; it cannot be told whose "
        "it is, and nobody was given it"
        for known in _authors(found)[0].shared_ids
    ]
    assert _authors(found)[0].shared_ids


def test_an_id_of_openalex_is_whose_name_it_shows() -> None:
    author = {"id": "https://openalex.org/A11", "display_name": "Bo Chenow"}
    work = {
        "id": "https://openalex.org/W1",
        "title": "On names",
        "authorships": [{"author": author, "raw_author_name": "Ann Leeward, Bo Chenow"}],
    }
    ann, bo = _authors(export(json.dumps(work), "openalex"))
    assert (ann.ids, [known.value for known in bo.ids], ann.shared_ids) == ((), ["A11"], ())


def test_roles_and_years_behind_a_persons_name_are_no_people() -> None:
    person = {"name": "Fellow, Adolf, Fotograf, 1879-1931", "nameType": "Personal", "affiliation": [], "nameIdentifiers": []}
    attributes = {"doi": "10.1000/1", "titles": [{"title": "On names"}], "creators": [person], "types": {}}
    found = export(json.dumps({"data": {"id": "10.1000/1", "type": "dois", "attributes": attributes}}), "datacite")
    assert [author.name for author in _authors(found)] == ["Adolf Fellow"]
