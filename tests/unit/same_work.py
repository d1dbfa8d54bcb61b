"""One journal article, made up, as every format that is read writes it: the text of a document with that one work."""

import json
from collections.abc import Mapping

Parts = Mapping[str, str]
"""The parts that may be put into a document: doi, title, abstract, venue, family, given, place, keyword, volume, issue, first,
last, article."""

WORK: Parts = {
    "doi": "10.5555/soil.17",
    "title": "Soil moisture from orbit",
    "abstract": "We measure moisture.",
    "venue": "Journal of Field Notes",
    "family": "Ruiz",
    "given": "Ana",
    "place": "Institute of Soils, Graz",
    "keyword": "soil",
    "volume": "12",
    "issue": "3",
    "first": "101",
    "last": "110",
    "article": "e17",
}
JSON_FORMATS = ("openalex", "crossref", "semantic_scholar", "datacite", "csl_json", "zotero", "dblp_search", "orcid")
XML_FORMATS = ("crossref_xml", "datacite_xml", "dblp", "acl_anthology", "pubmed_xml", "arxiv_atom", "arxiv_oai", "orcid_xml")
TABLES = ("web_of_science_table", "scopus_csv", "ieee_xplore_csv", "table")
TAGGED = ("nbib", "ris", "web_of_science")
OTHERS = ("bibtex", "csl_yaml", "arxiv_snapshot")
FORMATS = (*JSON_FORMATS, *XML_FORMATS, *TABLES, *TAGGED, *OTHERS)


def document(format_name: str, escape: Mapping[str, str] | None = None, **changed: str) -> str:
    """The work in this format, with parts changed. `escape` says how characters are to be written beyond what the format demands."""
    parts = {**WORK, **changed}
    if format_name in JSON_FORMATS or format_name == "arxiv_snapshot":
        return json.dumps(_JSON[format_name](parts), ensure_ascii=False)
    if format_name in XML_FORMATS:
        return _filled(_XML[format_name], {name: _in_xml(value) for name, value in parts.items()})
    if format_name in TABLES:
        return _table(_COLUMNS[format_name], parts)
    if format_name == "csl_yaml":
        parts = {name: value.replace("\\", "\\\\").replace('"', '\\"') for name, value in parts.items()}
    return _filled(_TEXT[format_name], parts)


def _filled(template: str, parts: Parts) -> str:
    for name, value in parts.items():
        template = template.replace(f"<<{name}>>", value)
    return template


def _in_xml(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _table(columns: Mapping[str, str], parts: Parts) -> str:
    cells = ['"' + _filled(cell, parts).replace('"', '""') + '"' for cell in columns.values()]
    return ",".join(f'"{name}"' for name in columns) + "\n" + ",".join(cells) + "\n"


_JSON = {
    "openalex": lambda w: {
        "id": "https://openalex.org/W17",
        "doi": w["doi"],
        "title": w["title"],
        "publication_year": 2020,
        "type": "article",
        "abstract_inverted_index": {word: [at] for at, word in enumerate(w["abstract"].split())},
        "authorships": [
            {
                "author": {"id": "https://openalex.org/A1", "display_name": f"{w['given']} {w['family']}"},
                "raw_author_name": f"{w['given']} {w['family']}",
                "raw_affiliation_strings": [w["place"]],
            }
        ],
        "primary_location": {"source": {"display_name": w["venue"], "type": "journal"}},
        "keywords": [{"display_name": w["keyword"]}],
        "biblio": {"volume": w["volume"], "issue": w["issue"], "first_page": w["first"], "last_page": w["last"]},
    },
    "crossref": lambda w: {
        "DOI": w["doi"],
        "type": "journal-article",
        "title": [w["title"]],
        "container-title": [w["venue"]],
        "member": "1",
        "abstract": w["abstract"],
        "issued": {"date-parts": [[2020]]},
        "author": [{"family": w["family"], "given": w["given"], "sequence": "first", "affiliation": [{"name": w["place"]}]}],
        "subject": [w["keyword"]],
        "volume": w["volume"],
        "issue": w["issue"],
        "page": f"{w['first']}-{w['last']}",
        "article-number": w["article"],
    },
    "semantic_scholar": lambda w: {
        "paperId": "0" * 39 + "a",
        "externalIds": {"DOI": w["doi"]},
        "title": w["title"],
        "abstract": w["abstract"],
        "year": 2020,
        "authors": [{"authorId": "1", "name": f"{w['given']} {w['family']}", "affiliations": [w["place"]]}],
        "s2FieldsOfStudy": [{"category": w["keyword"]}],
        "journal": {"name": w["venue"], "volume": f"{w['volume']} {w['issue']}", "pages": f"\n {w['first']} - {w['last']}\n"},
    },
    "datacite": lambda w: {
        "id": "10.5555/x",
        "type": "dois",
        "attributes": {
            "doi": w["doi"],
            "titles": [{"title": w["title"]}],
            "descriptions": [{"description": w["abstract"], "descriptionType": "Abstract"}],
            "creators": [
                {
                    "name": f"{w['family']}, {w['given']}",
                    "familyName": w["family"],
                    "givenName": w["given"],
                    "nameType": "Personal",
                    "affiliation": [w["place"]],
                }
            ],
            "publicationYear": 2020,
            "subjects": [{"subject": w["keyword"]}],
            "types": {"resourceTypeGeneral": "JournalArticle"},
            "container": {"type": "Journal", "title": w["venue"]}
            | {"volume": w["volume"], "issue": w["issue"], "firstPage": w["first"], "lastPage": w["last"]},
        },
    },
    "csl_json": lambda w: [
        {
            "id": "ruiz2020",
            "type": "article-journal",
            "title": w["title"],
            "abstract": w["abstract"],
            "author": [{"family": w["family"], "given": w["given"]}],
            "issued": {"date-parts": [[2020]]},
            "container-title": w["venue"],
            "keyword": w["keyword"],
            "DOI": w["doi"],
            "volume": w["volume"],
            "issue": w["issue"],
            "page": f"{w['first']}–{w['last']}",
            "number": w["article"],
        }
    ],
    "zotero": lambda w: [
        {
            "key": "ABCD2345",
            "data": {
                "itemType": "journalArticle",
                "title": w["title"],
                "abstractNote": w["abstract"],
                "creators": [{"creatorType": "author", "lastName": w["family"], "firstName": w["given"]}],
                "publicationTitle": w["venue"],
                "date": "2020",
                "tags": [{"tag": w["keyword"]}],
                "DOI": w["doi"],
                "volume": w["volume"],
                "issue": w["issue"],
                "pages": f"{w['first']}–{w['last']}",
                "extra": f"Article Number: {w['article']}",
            },
        }
    ],
    "dblp_search": lambda w: {
        "result": {
            "hits": {
                "@total": "1",
                "@sent": "1",
                "hit": [
                    {
                        "@score": "1",
                        "info": {
                            "key": "journals/fn/Ruiz20",
                            "title": f"{w['title']}.",
                            "authors": {"author": [{"@pid": "1/2", "text": f"{w['given']} {w['family']}"}]},
                            "venue": w["venue"],
                            "type": "Journal Articles",
                            "year": "2020",
                            "doi": w["doi"],
                            "volume": w["volume"],
                            "number": w["issue"],
                            "pages": f"{w['first']}-{w['last']}",
                        },
                    }
                ],
            }
        }
    },
    "orcid": lambda w: {
        "put-code": 17,
        "title": {"title": {"value": w["title"]}},
        "short-description": w["abstract"],
        "journal-title": {"value": w["venue"]},
        "type": "journal-article",
        "publication-date": {"year": {"value": "2020"}},
        "external-ids": {"external-id": [{"external-id-type": "doi", "external-id-value": w["doi"]}]},
        "contributors": {"contributor": [{"credit-name": {"value": f"{w['given']} {w['family']}"}}]},
    },
    "arxiv_snapshot": lambda w: {
        "id": "2001.00017",
        "submitter": "A",
        "title": w["title"],
        "abstract": w["abstract"],
        "authors": f"{w['given']} {w['family']}",
        "authors_parsed": [[w["family"], w["given"], "", w["place"]]],
        "comments": "10 pages",
        "journal-ref": f"{w['venue']} {w['volume']} (2020)",
        "doi": w["doi"],
        "categories": "cs.LG",
        "update_date": "2020-01-02",
        "versions": [{"version": "v1", "created": "Wed, 1 Jan 2020 10:00:00 GMT"}],
    },
}
