"""What files of each format are usually called, and what the format is told by: for people who look for a format.

Recognition itself stands in each format's module and looks at the content alone; the README has it in full.
"""

from typing import NamedTuple


class Sign(NamedTuple):
    """The usual endings of a format's files, and what its content is told by."""

    endings: tuple[str, ...]
    told_by: str


_XML, _JSON, _LINES, _CSV, _TEXT = (".xml",), (".json",), (".json", ".jsonl"), (".csv",), (".txt",)
_TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods", ".parquet")

SIGNS: dict[str, Sign] = {
    "researcher_profile": Sign(_TEXT, 'the line "Researcher profile" at the beginning'),
    "author_name_cluster": Sign(_TEXT, 'the line "Author name cluster" near the beginning'),
    "paper_list": Sign(_TEXT, 'a name, then "2papers" or "2 Papers"'),
    "openalex": Sign(_LINES, "OpenAlex ids, the members of a work, or the envelope of the API"),
    "openalex_merged_ids": Sign(_CSV, "the columns merge_date, id, merge_into_id"),
    "crossref": Sign(_LINES, "the message envelope, or a DOI beside Crossref's own members"),
    "crossref_xml": Sign(_XML, "the first element (doi_batch, crossref_result, …)"),
    "lens": Sign(_LINES, "Lens ids (lens_id), or the paging keys of the API"),
    "dimensions": Sign(_LINES, "ids of Dimensions (pub.…, ur.…), or its statistics beside the results"),
    "semantic_scholar": Sign(_LINES, "members that only Semantic Scholar has"),
    "aminer": Sign((".json", ".jsonl", ".txt"), "members of AMiner's papers (n_citation, indexed_abstract, …), authors, venues"),
    "datacite": Sign(_LINES, 'type "dois" or DataCite\'s own members'),
    "datacite_xml": Sign(_XML, "resources in DataCite's name space, or answers of OAI-PMH that hold them"),
    "zotero": Sign(_JSON, "itemType, or the beginning of a Better BibTeX export"),
    "orcid": Sign(_JSON, "ORCID's own members, versions 2.0 to 3.0"),
    "orcid_xml": Sign(_XML, "the first element, in ORCID's name spaces"),
    "europe_pmc": Sign(_LINES, "a resultList, or results with authorString, pubYear, journalInfo, …"),
    "pubmed_esummary": Sign(_JSON, "the header esummary, or summaries with uid, pubdate, articleids, …"),
    "scopus_api": Sign(_LINES, "search-results, abstracts-retrieval-response, or entries with Scopus's members"),
    "inspire": Sign(_LINES, "INSPIRE's schema, members that only its records have, or links into its API"),
    "hal": Sign(_LINES, "HAL's typed members (halId_s, title_s, docType_s, …)"),
    "ads": Sign(_LINES, "bibcodes beside other members of ADS"),
    "openaire": Sign(_LINES, "mainTitle beside other members of OpenAIRE's products"),
    "dblp_search": Sign(_JSON, "result with hits"),
    "csl_json": Sign((".json", ".csljson"), "a type, a title and other variables of CSL"),
    "csl_yaml": Sign((".yaml", ".yml"), "a list of items with variables of CSL, by itself or as references"),
    "acl_anthology": Sign(_XML, "a collection of volumes, or a volume with a booktitle"),
    "acl_people": Sign((".yaml",), "entries with canonical names, or ids that have names"),
    "jats": Sign((".xml", ".nxml"), "an article with article-meta, or an envelope around articles"),
    "mods": Sign((".xml", ".mods"), "mods or modsCollection, or answers of OAI-PMH that hold them"),
    "marcxml": Sign(_XML, "records with datafields and subfields, by themselves or in answers of OAI-PMH or SRU"),
    "marc21": Sign((".mrc", ".marc"), "the leader of a record and its directory"),
    "grobid_tei": Sign((".xml", ".tei.xml"), "TEI with biblStruct or GROBID's name"),
    "dblp": Sign(_XML, "the first element (dblp, dblpperson), or records with dblp's keys"),
    "arxiv_atom": Sign((".xml", ".atom"), "an Atom feed or entry that names arxiv.org"),
    "arxiv_oai": Sign(_XML, "an OAI-PMH answer, a record or its metadata that names arXiv"),
    "unarxive": Sign((".jsonl",), "paper_id and parts of a full text around arXiv's metadata"),
    "arxiv_snapshot": Sign(_LINES, "two of the snapshot's keys (authors_parsed, versions, update_date, …)"),
    "oai_dc": Sign(_XML, "an OAI-PMH answer, a list or a record that holds Dublin Core (dc, qualifieddc, dublin_core, dim)"),
    "endnote_xml": Sign(_XML, "records with EndNote's kinds of references (ref-type), or contributors beside titles"),
    "pubmed_xml": Sign(_XML, "the first element (PubmedArticleSet, PubmedArticle, MedlineCitation, …)"),
    "nbib": Sign((".nbib", ".txt"), 'lines tagged as PubMed tags them ("PMID- ")'),
    "bibtex": Sign((".bib",), "a line that begins an entry, with a field behind it"),
    "ris": Sign((".ris", ".txt"), 'a line "TY  - " among the first'),
    "endnote_tagged": Sign((".enw", ".txt"), 'a line "%0 Journal Article" and another tagged line'),
    "refworks": Sign((".txt", ".ref"), 'a line "RT Journal Article" and another with a tag'),
    "aminer_tagged": Sign(_TEXT, 'lines that begin with "#*" or "#index", and others with "#@", "#t", "#c", "#%"'),
    "web_of_science": Sign((".txt", ".ciw"), "FN and VR, or PT, at the beginning"),
    "web_of_science_table": Sign((".txt", ".tsv", ".csv"), "the columns PT, AU, TI and SO, or the names of these tags"),
    "scopus_csv": Sign(_TABLES, "the columns Authors, Title, Year, Source title and one of Scopus' own (EID, …)"),
    "ieee_xplore_csv": Sign(_TABLES, "the columns Document Title, Authors, Publication Title and Publication Year"),
    "openalex_csv": Sign(_TABLES, "the columns of OpenAlex's website, long (authorships.author.id) or short"),
    "dimensions_csv": Sign(_TABLES, "the columns Publication ID, Authors and PubYear, perhaps below a line about the data"),
    "opencitations_csv": Sign(_TABLES, "the columns id, title, author, pub_date, venue and type"),
    "cord19_csv": Sign(_TABLES, "the columns source_x, title, publish_time and authors"),
    "lens_csv": Sign(_TABLES, "the columns Lens ID and Author/s among others"),
    "pubmed_csv": Sign(_TABLES, "the columns PMID, Citation and Journal/Book among others"),
    "zotero_csv": Sign(_TABLES, "the columns Key, Item Type and Publication Title among others"),
    "jabref_csv": Sign(_TABLES, "the columns BibliographyType and Identifier among others"),
    "embase_csv": Sign(_TABLES, "the columns Title, Author Names, Source and Emtree Drug Index Terms"),
    "springer_csv": Sign(_TABLES, "the columns Item Title, Publication Title, Item DOI and Authors"),
    "publish_or_perish_csv": Sign(_TABLES, "the columns Cites, Source and ArticleURL among others"),
    "google_scholar_csv": Sign(_TABLES, "the columns of a profile's export: Authors, Title, Publication, Volume, …"),
    "wikidata": Sign((".json", ".csv", ".tsv"), "variables of a query with entities of Wikidata"),
    "table": Sign(
        _TABLES,
        "a header row with usual names for title and authors, or the columns that are named",
    ),
    "arxiv_listing": Sign(_TEXT, "a line that begins with an arXiv id that ends a record"),
}


def sign_of(name: str) -> Sign:
    """The signs of the format `name`."""
    return SIGNS.get(name, Sign((), "its content"))
