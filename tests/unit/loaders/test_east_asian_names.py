"""Names in Chinese, Japanese and Korean letters are written family name first, however a source divides them."""

import json

import pytest

from loaders.fields.person_names import natural_name
from loaders.records import Authorship
from tests.unit.loaders.export_items import export

DIVIDED = {
    ("魏", "伟明"): "魏伟明",
    ("欧阳", "娜"): "欧阳娜",
    ("山本", "太一"): "山本太一",
    ("佐々川", "みどり"): "佐々川みどり",
    ("山本", "エリカ"): "山本エリカ",
    ("김", "철민"): "김철민",
    ("남궁", "민"): "남궁민",
    # foreigners' names, and names in other letters
    ("スミソン", "ジョン"): "ジョン スミソン",
    ("Leewen", "伟"): "伟 Leewen",
    ("Weiss", "Anna"): "Anna Weiss",
}


@pytest.mark.parametrize(("parts", "name"), DIVIDED.items())
def test_the_natural_order_is_that_of_the_letters(parts: tuple[str, str], name: str) -> None:
    family, given = parts
    assert natural_name(given, family) == name


def _ris() -> str:
    return "TY  - JOUR\nTI  - Ants in fields\nAU  - 魏, 伟明\nPY  - 2014\nER  - \n"


def _bibtex() -> str:
    return "@article{a, title={Ants in fields}, author={魏, 伟明}, year=2014}"


def _csl() -> str:
    person = {"family": "魏", "given": "伟明"}
    return json.dumps([{"id": "a", "type": "article-journal", "title": "Ants in fields", "author": [person]}])


def _crossref() -> str:
    person = {"family": "魏", "given": "伟明", "sequence": "first"}
    work = {"DOI": "10.5555/a", "title": ["Ants in fields"], "author": [person], "type": "journal-article", "member": "1"}
    return json.dumps(work | {"issued": {"date-parts": [[2014]]}, "deposited": {}})


def _pubmed() -> str:
    author = "<Author><LastName>魏</LastName><ForeName>伟明</ForeName></Author>"
    return (
        '<?xml version="1.0"?><PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>Ants in'
        f" fields</ArticleTitle><AuthorList>{author}</AuthorList></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>"
    )


def _zotero() -> str:
    creator = {"creatorType": "author", "lastName": "魏", "firstName": "伟明"}
    data = {"key": "A", "version": 1, "itemType": "journalArticle", "title": "Ants in fields", "creators": [creator]}
    return json.dumps([{"key": "A", "version": 1, "library": {}, "data": data}])


def _acl() -> str:
    return (
        '<?xml version="1.0"?><collection id="2014.ants"><volume id="1"><paper id="1"><title>Ants in fields</title><author>'
        "<first>伟明</first><last>魏</last></author></paper></volume></collection>"
    )


@pytest.mark.parametrize(
    ("data", "format_name"),
    [
        (_ris(), "ris"), (_bibtex(), "bibtex"), (_csl(), "csl_json"), (_crossref(), "crossref"), (_pubmed(), "pubmed_xml"),
        (_zotero(), "zotero"), (_acl(), "acl_anthology"), ("title,authors\nAnts in fields,\"魏, 伟明\"\n", "table"),
    ],
)  # fmt: skip
def test_every_format_writes_the_name_as_its_letters_do(data: str, format_name: str) -> None:
    (author,) = export(data, format_name).records[0].authors
    assert author == Authorship(name="魏伟明", position=1, family="魏", given="伟明")
