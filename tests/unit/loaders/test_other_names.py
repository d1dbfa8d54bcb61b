"""All spellings that a source gives of a person: the printed one, and beside it that of their record or of another script."""

import json

import pytest

from tests.unit.loaders.export_items import export

OPENALEX = {
    "id": "https://openalex.org/W1",
    "title": "Of Ants",
    "authorships": [
        {"author": {"id": "https://openalex.org/A1", "display_name": "Zoë Håkansson"}, "raw_author_name": "Z. Hakansson"},
        {"author": {"id": "https://openalex.org/A2", "display_name": "Ann Lee"}, "raw_author_name": "Ann Lee"},
        {"author": {"id": "https://openalex.org/A3", "display_name": "Ant Society"}, "raw_author_name": "The Ant Society"},
    ],
}
S2 = {"paperId": "a" * 40, "title": "Of Ants", "authors": [{"authorId": "7", "name": "A. Lee", "aliases": ["Ann Lee", "A. Lee"]}]}
SCOPUS = {
    "abstracts-retrieval-response": {
        "coredata": {"dc:title": "Of Ants", "eid": "2-s2.0-1", "dc:identifier": "SCOPUS_ID:1"},
        "authors": {
            "author": [
                {
                    "@auid": "123", "@seq": "1", "ce:surname": "Hakansson", "ce:initials": "Z.",
                    "preferred-name": {"ce:surname": "Håkansson", "ce:given-name": "Zoë", "ce:initials": "Z."},
                }
            ]
        },
    }
}  # fmt: skip
AMINER = {
    "_id": "53e99785b7602d9701f9e3f0", "title": "Of Ants", "n_citation": 3, "lang": "en",
    "authors": [{"_id": "53f4ba75dabfaed83977b7db", "name": "Ming Wang", "name_zh": "王明"}],
}  # fmt: skip
CSV = (
    "id,title,authorships.author.display_name,authorships.raw_author_name,authorships.author.id\n"
    "W1,Of Ants,Zoë Håkansson|Ann Lee,Z. Hakansson|Ann Lee,A1|A2\n"
)
JATS = """<?xml version="1.0"?><article><front><journal-meta><journal-title>J</journal-title></journal-meta><article-meta>
<title-group><article-title>Of Ants</article-title></title-group><contrib-group><contrib contrib-type="author"><name-alternatives>
<name xml:lang="zh"><surname>王</surname><given-names>明</given-names></name>
<name xml:lang="en"><surname>Wang</surname><given-names>Ming</given-names></name></name-alternatives></contrib></contrib-group>
</article-meta></front></article>"""


@pytest.mark.parametrize(
    ("text", "form", "names"),
    [
        (
            json.dumps({"results": [OPENALEX]}),
            "openalex",
            [("Z. Hakansson", ("Zoë Håkansson",)), ("Ann Lee", ()), ("The Ant Society", ())],
        ),
        (json.dumps([S2]), "semantic_scholar", [("A. Lee", ("Ann Lee",))]),
        (json.dumps(SCOPUS), "scopus_api", [("Z. Hakansson", ("Zoë Håkansson",))]),
        (json.dumps([AMINER]), "aminer", [("Ming Wang", ("王明",))]),
        (CSV, "openalex_csv", [("Zoë Håkansson", ("Z. Hakansson",)), ("Ann Lee", ())]),
        (JATS, "jats", [("Ming Wang", ("王明",))]),
    ],
    ids=["openalex", "semantic_scholar", "scopus_api", "aminer", "openalex_csv", "jats"],
)
def test_each_spelling_is_kept_beside_the_printed_one(text: str, form: str, names: list[tuple[str, tuple[str, ...]]]) -> None:
    [work] = export(text, form).records
    assert [(author.name, author.other_names) for author in work.authors] == names
