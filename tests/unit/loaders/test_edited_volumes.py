"""Volumes have editors and no authors, in every format that has them, so that nobody is counted to have written them."""

import json

import pytest

from tests.unit.loaders.export_items import export

_ACL = (
    '<collection id="2020.ant"><volume id="1"><meta><booktitle>Proceedings of the Ants</booktitle><editor><first>Ada</first>'
    "<last>Berg</last></editor><year>2020</year></meta><frontmatter><url>2020.ant-1.0</url></frontmatter></volume></collection>"
)
_CROSSREF = {"DOI": "10.1000/1", "title": ["Proceedings of the Ants"], "member": "7", "prefix": "10.1000", "indexed": {}}
_PERSON = {"given": "Ada", "family": "Berg", "sequence": "first"}
_CONTRIBUTOR = '<person_name contributor_role="{}"><given_name>Ada</given_name><surname>Berg</surname></person_name>'
_BOOK = (
    '<doi_batch xmlns="http://www.crossref.org/schema/5.3.1"><body><book><book_metadata book_type="edited_book"><contributors>{}'
    "</contributors><titles><title>The Ants</title></titles></book_metadata></book></body></doi_batch>"
)
_HIT = {
    "authors": {"author": {"text": "Ada Berg"}},
    "title": "Proceedings of the Ants.",
    "type": "Editorship",
    "key": "conf/ants/2020",
}
VOLUMES: dict[str, tuple[str, str]] = {
    "acl": ("acl_anthology", _ACL),
    "dblp": (
        "dblp",
        '<dblp><proceedings key="conf/ants/2020"><editor>Ada Berg</editor><title>Ants.</title></proceedings></dblp>',
    ),
    "dblp, authors": (
        "dblp",
        '<dblp><proceedings key="conf/ants/2020"><author>Ada Berg</author><title>Ants.</title></proceedings></dblp>',
    ),
    "dblp_search": (
        "dblp_search",
        json.dumps({"result": {"query": "x", "status": {}, "hits": {"hit": [{"@score": "1", "info": _HIT}]}}}),
    ),
    "bibtex": ("bibtex", "@proceedings{key, title = {Proceedings of the Ants}, editor = {Berg, Ada}}"),
    "bibtex, authors": ("bibtex", "@proceedings{key, title = {Proceedings of the Ants}, author = {Berg, Ada}}"),
    "bibtex, both": ("bibtex", "@proceedings{key, title = {Ants}, author = {Berg, Ada}, editor = {Berg, Ada}}"),
    "biblatex, authors": ("bibtex", "@collection{key, title = {The Ants}, author = {Berg, Ada}}"),
    "crossref": ("crossref", json.dumps({**_CROSSREF, "type": "proceedings", "editor": [_PERSON]})),
    "crossref, authors": ("crossref", json.dumps({**_CROSSREF, "type": "proceedings", "author": [_PERSON]})),
    "crossref_xml": ("crossref_xml", _BOOK.format(_CONTRIBUTOR.format("editor"))),
    "crossref_xml, authors": ("crossref_xml", _BOOK.format(_CONTRIBUTOR.format("author"))),
    "openalex": (
        "openalex",
        json.dumps(
            {
                "id": "https://openalex.org/W1",
                "title": "Proceedings of the Ants",
                "type_crossref": "proceedings",
                "authorships": [{"author": {"id": "https://openalex.org/A1", "display_name": "Ada Berg"}}],
            }
        ),
    ),
}


@pytest.mark.parametrize("name", VOLUMES)
def test_a_volume_has_editors_only(name: str) -> None:
    (record,) = export(VOLUMES[name][1], VOLUMES[name][0]).records
    assert [(one.name, one.position, one.role) for one in record.authors] == [("Ada Berg", 1, "editor")]


def test_a_book_and_a_collection_with_editors_keep_their_authors() -> None:
    entries = (
        "@book{one, title = {Ants}, author = {Berg, Ada}}\n"
        "@collection{two, title = {Bees}, author = {Berg, Ada}, editor = {Lind, Bo}}"
    )
    records = export(entries, "bibtex").records
    assert [[one.role for one in record.authors] for record in records] == [["author"], ["author", "editor"]]
