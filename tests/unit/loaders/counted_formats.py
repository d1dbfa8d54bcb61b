"""How each format is written, for documents of which the number of records is known (see `counted_documents`)."""

import json
from collections.abc import Callable

import pymarc

from tests.unit.loaders.counted_documents import (
    Damage,
    Kind,
    ampersand,
    broken_value,
    cut,
    line_doubled,
    line_moved,
    lines_apart,
    mark,
    number_before,
    table_kind,
    title,
    unclosed,
    without_last,
    without_line,
)


def lines_of(format_name: str, make: Callable[[int], object]) -> Kind:
    return Kind(format_name, lambda number: json.dumps(make(number)), damages=(cut, broken_value, without_last('"')))


def array_of(format_name: str, make: Callable[[int], object], head: str = "[", tail: str = "]") -> Kind:
    return Kind(format_name, lambda number: json.dumps(make(number)), head, ",\n", tail, (broken_value,))


def form(format_name: str, pattern: str, *damages: Damage, head: str = "", between: str = "\n", tail: str = "\n") -> Kind:
    """Records of that pattern with a number, a title and a mark."""

    def record(number: int) -> str:
        return pattern.format(n=number + 1, title=title(number), mark=mark(number))

    return Kind(format_name, record, head, between, tail, damages)


def openalex(n: int) -> dict[str, object]:
    return {
        "id": f"https://openalex.org/W{n + 1}",
        "display_name": title(n),
        "publication_year": 2001,
        "authorships": [],
        "type": "article",
    }


def crossref(n: int) -> dict[str, object]:
    return {
        "DOI": f"10.1000/{n}",
        "title": [title(n)],
        "type": "journal-article",
        "author": [{"family": "Lee"}],
        "issued": {"date-parts": [[2001]]},
        "container-title": ["X"],
    }


def scholar(n: int) -> dict[str, object]:
    return {
        "paperId": f"{n:040x}",
        "title": title(n),
        "year": 2001,
        "externalIds": {"DOI": f"10.1000/{n}"},
        "authors": [{"authorId": "1", "name": "Ann Lee"}],
    }


def lens(n: int) -> dict[str, object]:
    return {
        "lens_id": f"000-000-{n:03}-000",
        "title": title(n),
        "publication_type": "journal article",
        "year_published": 2001,
        "authors": [{"first_name": "Ann", "last_name": "Lee"}],
    }


def dimensions(n: int) -> dict[str, object]:
    return {
        "id": f"pub.11000000{n:02}",
        "title": title(n),
        "type": "article",
        "year": 2001,
        "authors": [{"first_name": "Ann", "last_name": "Lee", "researcher_id": "ur.1.1"}],
    }


def aminer(n: int) -> dict[str, object]:
    return {
        "id": f"53e99784b7602d9701f3{n:04x}",
        "title": title(n),
        "year": 2001,
        "authors": [{"name": "Ann Lee"}],
        "n_citation": 1,
    }


def datacite(n: int) -> dict[str, object]:
    return {
        "id": f"10.5555/{n}",
        "type": "dois",
        "attributes": {
            "doi": f"10.5555/{n}",
            "titles": [{"title": title(n)}],
            "creators": [],
            "publicationYear": 2001,
            "types": {},
        },
    }


def zotero(n: int) -> dict[str, object]:
    return {
        "key": f"A{n:07}",
        "data": {"key": f"A{n:07}", "itemType": "journalArticle", "title": title(n), "creators": [], "date": "2001"},
    }


def csl(n: int) -> dict[str, object]:
    return {
        "id": f"a{n}",
        "type": "article-journal",
        "title": title(n),
        "author": [{"family": "Lee", "given": "Ann"}],
        "issued": {"date-parts": [[2001]]},
    }


def dblp_hit(n: int) -> dict[str, object]:
    return {
        "@score": "4",
        "@id": str(n),
        "info": {"title": f"{title(n)}.", "venue": "X", "year": "2020", "type": "Journal Articles", "key": f"journals/x/A{n}"},
    }


def snapshot(n: int) -> dict[str, object]:
    return {
        "id": f"2101.{n:05}",
        "authors": "Ann Lee",
        "title": title(n),
        "categories": "cs.LG",
        "abstract": "Text.",
        "versions": [{"version": "v1"}],
        "authors_parsed": [["Lee", "Ann", ""]],
        "update_date": "2021-01-01",
    }


def orcid(n: int) -> dict[str, object]:
    return {"orcid-identifier": {"path": f"0000-0002-1825-{n:04}"}, "person": {"name": {"family-name": {"value": mark(n)}}}}


def europe_pmc(n: int) -> dict[str, object]:
    return {"id": str(n + 1), "source": "MED", "title": title(n), "authorString": "Lee A.", "pubYear": "2001"}


def summary(n: int) -> str:
    made = {"uid": str(n + 1), "title": title(n), "pubdate": "2001", "articleids": [], "source": "X"}
    return f'"{n + 1}": {json.dumps(made)}'


def scopus_entry(n: int) -> dict[str, object]:
    return {"eid": f"2-s2.0-{n + 1}", "dc:title": title(n), "prism:publicationName": "X", "prism:coverDate": "2001-01-01"}


def inspire(n: int) -> dict[str, object]:
    return {
        "id": str(n + 1),
        "metadata": {"control_number": n + 1, "titles": [{"title": title(n), "source": "X"}], "citeable": True},
    }


def hal(n: int) -> dict[str, object]:
    return {"docid": n + 1, "title_s": [title(n), ""], "label_s": "X", "halId_s": f"hal-{n:08}"}


def ads(n: int) -> dict[str, object]:
    return {"bibcode": f"2001X.....1....{n}", "title": [title(n), ""], "year": "2001"}


def openaire(n: int) -> dict[str, object]:
    return {"id": f"x::{n}", "mainTitle": title(n), "type": "publication", "instances": [], "originalIds": []}


def unarxive(n: int) -> dict[str, object]:
    return {"paper_id": f"2101.{n:05}", "metadata": snapshot(n), "discipline": "Physics", "body_text": [], "bib_entries": {}}


def binding(n: int) -> dict[str, object]:
    entity = {"value": f"http://www.wikidata.org/entity/Q{n + 1}", "type": "uri"}
    return {"item": entity, "itemLabel": {"value": title(n), "type": "literal"}, "doi": {"value": f"10.1000/{n}"}}


def marc(n: int) -> str:
    named = [pymarc.Subfield("a", title(n)), pymarc.Subfield("c", "Ann Lee, with a foreword by nobody.")]
    fields = [pymarc.Field("001", data=str(n + 1)), pymarc.Field("245", pymarc.Indicators("1", "0"), named)]
    return pymarc.Record(leader="00000nam a2200000 a 4500", fields=fields).as_marc().decode("utf-8")


RIS = "TY  - JOUR\nTI  - {title}\nAU  - Lee, Ann\nAB  - Text\nPY  - 2001\nDO  - 10.1000/{n}\nER  - \n"
ENDNOTE = (
    "<record><ref-type name='Journal Article'>17</ref-type>"
    "<contributors><authors><author>Lee, Ann</author></authors></contributors>"
    "<titles><title><style face='normal'>{title}</style></title></titles><dates><year>2001</year></dates></record>"
)
AMINER = "#*{title}\n#@Ann Lee,Bo Chen\n#t2001\n#cNotes\n#index{n}\n#%7\n#!Text\n"
DUBLIN_CORE = (
    "<record><header><identifier>oai:x:{n}</identifier></header><metadata><oai_dc:dc><dc:title>{title}</dc:title>"
    "<dc:creator>Lee, Ann</dc:creator><dc:date>2001</dc:date></oai_dc:dc></metadata></record>"
)
ENW = "%0 Journal Article\n%T {title}\n%A Lee, Ann\n%X Text\nthat goes on\n%D 2001\n%R 10.1000/{n}\n"
REFWORKS = "RT Journal Article\nID {n}\nT1 {title}\nA1 Lee, Ann\nAB Text\nthat goes on\nYR 2001\nDO 10.1000/{n}\n"
WOS = "PT J\nAU Lee, A\nTI {title}\nSO X\nPY 2001\nUT WOS:{n:015}\nER\n"
NBIB = "PMID- {n}\nTI  - {title}\nFAU - Lee, Ann\nAB  - Text\n      that goes on\nDP  - 2001\n"
BIBTEX = "@article{{key{n},\n  title = {{{title}}},\n  author = {{Lee, Ann and Chen, Bo}},\n  year = {{2001}}\n}}\n"
ATOM = (
    "<entry><id>http://arxiv.org/abs/2101.{n:05}v1</id><title>{title}</title><summary>Text.</summary>"
    "<author><name>Ann Lee</name></author></entry>"
)
OAI = (
    "<record><header><identifier>oai:arXiv.org:2101.{n:05}</identifier></header><metadata>"
    "<arXiv xmlns='http://arxiv.org/OAI/arXiv/'><id>2101.{n:05}</id><title>{title}</title>"
    "<authors><author><keyname>Lee</keyname></author></authors></arXiv></metadata></record>"
)
PUBMED = (
    "<PubmedArticle><MedlineCitation><PMID>{n}</PMID><Article><ArticleTitle>{title}</ArticleTitle>"
    "<Abstract><AbstractText>Text.</AbstractText></Abstract></Article></MedlineCitation></PubmedArticle>"
)
CROSSREF = (
    "<journal><journal_metadata><full_title>X</full_title></journal_metadata><journal_article>"
    "<titles><title>{title}</title></titles>"
    "<doi_data><doi>10.1000/{n}</doi></doi_data></journal_article></journal>"
)
DATACITE = (
    "<resource xmlns='http://datacite.org/schema/kernel-4'><identifier identifierType='DOI'>10.5555/{n}</identifier>"
    "<titles><title>{title}</title></titles></resource>"
)
DBLP = (
    "<article mdate='2020-01-01' key='journals/x/A{n}'>\n<author>Ann Lee</author>\n<title>{title}.</title>\n"
    "<journal>X</journal>\n<year>2020</year>\n</article>"
)
ACL = (
    "<paper id='{n}'><title>{title}</title><author><first>Ann</first><last>Lee</last></author><abstract>Text.</abstract></paper>"
)
ORCID = (
    "<record:record path='/0000-0002-1825-0097' xmlns:record='http://www.orcid.org/ns/record'"
    " xmlns:common='http://www.orcid.org/ns/common' xmlns:person='http://www.orcid.org/ns/person'"
    " xmlns:personal-details='http://www.orcid.org/ns/personal-details'>"
    "<common:orcid-identifier><common:path>0000-0002-1825-0097</common:path></common:orcid-identifier><person:person><person:name>"
    "<personal-details:given-names>Ann</personal-details:given-names>"
    "<personal-details:family-name>{mark}</personal-details:family-name>"
    "</person:name></person:person></record:record>"
)
JATS = (
    "<article article-type='research-article'><front><article-meta><article-id pub-id-type='doi'>10.1000/{n}</article-id>"
    "<title-group><article-title>{title}</article-title></title-group></article-meta></front></article>"
)
MODS = "<mods><titleInfo><title>{title}</title></titleInfo><identifier type='doi'>10.1000/{n}</identifier></mods>"
MARC = (
    "<record><leader>00000nam a2200000 a 4500</leader><controlfield tag='001'>{n}</controlfield>"
    "<datafield tag='245' ind1='1' ind2='0'><subfield code='a'>{title}</subfield></datafield></record>"
)
MARC_BY_OAI = f"<record><header><identifier>oai:x:{{n}}</identifier></header><metadata>{MARC}</metadata></record>"
TEI = (
    "<TEI><teiHeader><fileDesc><titleStmt><title level='a'>{title}</title></titleStmt><sourceDesc><biblStruct><analytic/>"
    "<idno type='DOI'>10.1000/{n}</idno></biblStruct></sourceDesc></fileDesc></teiHeader></TEI>"
)
YAML = '- id: a{n}\n  type: article-journal\n  title: "{title}"\n  author:\n  - family: Lee\n    given: Ann'
PEOPLE = "- canonical: {{first: Ann, last: {mark}}}\n  id: a-{n}\n  variants:\n  - {{first: A., last: {mark}}}"

OPENALEX = ("Work ID", "Title", "Author", "Author IDs", "Year", "Source", "DOI", "Abstract", "Citation count")
SCOPUS = ("Authors", "Author(s) ID", "Title", "Year", "Source title", "Volume", "DOI", "Abstract", "Document Type", "EID")
DIMENSIONS = (
    "Rank",
    "Publication ID",
    "DOI",
    "Title",
    "Abstract",
    "Source title",
    "PubYear",
    "Volume",
    "Publication Type",
    "Authors",
)
OPENCITATIONS = ("id", "title", "author", "pub_date", "venue", "volume", "issue", "page", "type")
CORD19 = ("cord_uid", "source_x", "title", "doi", "abstract", "publish_time", "authors", "url")
LENS = ("Lens ID", "Title", "Publication Year", "Publication Type", "Source Title", "Author/s", "Abstract", "DOI")
PUBLISH_OR_PERISH = ("Cites", "Authors", "Title", "Year", "Source", "Publisher", "ArticleURL", "Type", "DOI")
PUBMED_CSV = ("PMID", "Title", "Authors", "Citation", "First Author", "Journal/Book", "Publication Year", "DOI")
ZOTERO = ("Key", "Item Type", "Publication Year", "Author", "Title", "Publication Title", "DOI")
JABREF = ("BibliographyType", "Identifier", "Author", "Title", "Journal", "Year", "Booktitle")
SCHOLAR = ("Authors", "Title", "Publication", "Volume", "Number", "Pages", "Year", "Publisher")
WOS_NAMES = ("Publication Type", "Authors", "Article Title", "Source Title", "Publication Year", "DOI")
IEEE = ("Document Title", "Authors", "Publication Title", "Publication Year", "DOI")
EMBASE = ("Title", "Author Names", "Source", "Abstract", "Emtree Drug Index Terms", "Open URL Link")
SPRINGER = ("Item Title", "Publication Title", "Item DOI", "Authors", "Publication Year", "Content Type")
USUAL = ("Title", "Authors", "Year", "DOI")
ABOUT_THE_DATA = "\"About the data: Exported on Nov 05, 2024. Criteria: 'x'. © 2024 Digital Science.\"\n"

CROSSREF_PAGE = '{"status": "ok", "message-type": "work-list", "message": {"items": ['
WOS_HEAD = "FN Clarivate\nVR 1.0\n"
ATOM_HEAD = "<feed xmlns='http://www.w3.org/2005/Atom'><id>https://arxiv.org/api/x</id>"
OAI_HEAD = "<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'><ListRecords>"
CROSSREF_HEAD = "<doi_batch xmlns='http://www.crossref.org/schema/5.3.1'><body>"
DBLP_HEAD = "<?xml version='1.0'?>\n<!DOCTYPE dblp SYSTEM 'dblp.dtd'>\n<dblp>\n"
EUROPE_PMC_PAGE = '{"hitCount": 40, "request": {}, "resultList": {"result": ['
SUMMARIES = '{"header": {"type": "esummary"}, "result": {"uids": [], '
SCOPUS_PAGE = '{"search-results": {"opensearch:totalResults": "40", "entry": ['
INSPIRE_PAGE = '{"hits": {"total": 40, "hits": ['
SOLR_PAGE = '{"response": {"numFound": 40, "start": 0, "docs": ['
OPENAIRE_PAGE = '{"header": {"numFound": 40}, "results": ['
QUERY = '{"head": {"vars": ["item", "itemLabel", "doi"]}, "results": {"bindings": ['
ACL_HEAD = "<?xml version='1.0'?>\n<collection id='2020.demo'><volume id='1'>"
MOVED_TYPE = (line_moved("TY"), line_doubled("TY"), without_line("ER"))
NUMBERED = (number_before("<12>"), number_before("12."), number_before("Record #12 of 20"))

KINDS = {
    "openalex lines": lines_of("openalex", openalex),
    "openalex page": array_of("openalex", openalex, '{"meta": {"count": 40}, "results": [', "]}"),
    "crossref page": array_of("crossref", crossref, CROSSREF_PAGE, "]}}"),
    "crossref lines": lines_of("crossref", crossref),
    "semantic scholar": array_of("semantic_scholar", scholar),
    "lens page": array_of("lens", lens, '{"total": 40, "data": [', "]}"),
    "lens lines": lines_of("lens", lens),
    "dimensions page": array_of("dimensions", dimensions, '{"_stats": {"total_count": 40}, "publications": [', "]}"),
    "dimensions lines": lines_of("dimensions", dimensions),
    "aminer lines": lines_of("aminer", aminer),
    "aminer array": array_of("aminer", aminer),
    "datacite lines": lines_of("datacite", datacite),
    "zotero": array_of("zotero", zotero),
    "csl": array_of("csl_json", csl),
    "dblp search": array_of("dblp_search", dblp_hit, '{"result": {"query": "x", "hits": {"@total": "40", "hit": [', "]}}}"),
    "snapshot": lines_of("arxiv_snapshot", snapshot),
    "orcid": lines_of("orcid", orcid),
    "europe pmc": array_of("europe_pmc", europe_pmc, EUROPE_PMC_PAGE, "]}}"),
    "esummary": Kind("pubmed_esummary", summary, SUMMARIES, ",\n", "}}", (broken_value,)),
    "scopus api": array_of("scopus_api", scopus_entry, SCOPUS_PAGE, "]}}"),
    "inspire": array_of("inspire", inspire, INSPIRE_PAGE, "]}}"),
    "hal": array_of("hal", hal, SOLR_PAGE, "]}}"),
    "ads": array_of("ads", ads, SOLR_PAGE, "]}}"),
    "openaire": array_of("openaire", openaire, OPENAIRE_PAGE, "]}"),
    "openaire lines": lines_of("openaire", openaire),
    "unarxive": lines_of("unarxive", unarxive),
    "wikidata": array_of("wikidata", binding, QUERY, "]}}"),
    "marc": Kind("marc21", marc, between="", tail="", damages=(cut,)),
    "jats": form("jats", JATS, unclosed("article-title"), ampersand, unclosed("article"), head="<articles>", tail="</articles>"),
    "mods": form("mods", MODS, unclosed("title"), ampersand, unclosed("mods"), head="<modsCollection>", tail="</modsCollection>"),
    "marcxml": form(
        "marcxml", MARC, unclosed("subfield"), ampersand, unclosed("record"), head="<collection>", tail="</collection>",
    ),
    "marcxml oai": form(
        "marcxml", MARC_BY_OAI, unclosed("subfield"), ampersand, unclosed("metadata"),
        head=OAI_HEAD, tail="</ListRecords></OAI-PMH>",
    ),
    "grobid": form("grobid_tei", TEI, unclosed("title"), ampersand, unclosed("TEI"), head="<teiCorpus>", tail="</teiCorpus>"),
    "ris": form("ris", RIS, *MOVED_TYPE, *NUMBERED, lines_apart, cut),
    "dublin core": form(
        "oai_dc", DUBLIN_CORE, unclosed("dc:title"), ampersand, unclosed("record"),
        head=OAI_HEAD, tail="</ListRecords></OAI-PMH>",
    ),
    "endnote": form(
        "endnote_xml", ENDNOTE, unclosed("title"), ampersand, unclosed("record"), head="<xml><records>", tail="</records></xml>",
    ),
    "endnote tagged": form("endnote_tagged", ENW, lines_apart, line_moved("%0"), without_line("%0"), cut),
    "refworks": form("refworks", REFWORKS, lines_apart, line_moved("RT"), without_line("RT"), cut),
    "aminer tagged": form("aminer_tagged", AMINER, lines_apart, line_moved("#@"), without_line("#index"), cut),
    "web of science": form(
        "web_of_science", WOS, without_line("ER"), lines_apart, line_moved("PT"), cut, head=WOS_HEAD, tail="\nEF\n",
    ),
    "nbib": form("nbib", NBIB, lines_apart, line_moved("FAU"), cut),
    "bibtex": form("bibtex", BIBTEX, without_last("}"), without_last(","), cut),
    "atom": form("arxiv_atom", ATOM, unclosed("name"), ampersand, unclosed("entry"), head=ATOM_HEAD, tail="</feed>"),
    "oai": form("arxiv_oai", OAI, unclosed("keyname"), ampersand, head=OAI_HEAD, tail="</ListRecords></OAI-PMH>"),
    "pubmed": form(
        "pubmed_xml", PUBMED, unclosed("AbstractText"), ampersand, unclosed("PubmedArticle"),
        head="<PubmedArticleSet>", tail="</PubmedArticleSet>",
    ),
    "crossref xml": form("crossref_xml", CROSSREF, unclosed("title"), ampersand, head=CROSSREF_HEAD, tail="</body></doi_batch>"),
    "datacite xml": form("datacite_xml", DATACITE, unclosed("title"), ampersand, head="<resources>", tail="</resources>"),
    "dblp": form("dblp", DBLP, unclosed("title"), ampersand, unclosed("article"), head=DBLP_HEAD, tail="\n</dblp>\n"),
    "acl": form(
        "acl_anthology", ACL, unclosed("title"), ampersand, unclosed("paper"), head=ACL_HEAD, tail="</volume></collection>",
    ),
    "orcid xml": form("orcid_xml", ORCID, unclosed("person:name")),
    "csl yaml": form("csl_yaml", YAML, without_last('"')),
    "acl people": form("acl_people", PEOPLE, without_last("}")),
    "merged ids": form("openalex_merged_ids", "2023-04-13,A{n},{mark}", head="merge_date,id,merge_into_id\n"),
    "scopus": table_kind("scopus_csv", SCOPUS, quote_all=True),
    "scopus, plain": table_kind("scopus_csv", SCOPUS),
    "web of science table": table_kind("web_of_science_table", ("PT", "AU", "TI", "SO", "PY", "DI", "AB"), "\t"),
    "web of science csv": table_kind("web_of_science_table", WOS_NAMES),
    "ieee": table_kind("ieee_xplore_csv", IEEE, quote_all=True),
    "openalex csv": table_kind("openalex_csv", OPENALEX),
    "dimensions": table_kind("dimensions_csv", DIMENSIONS, quote_all=True, above=ABOUT_THE_DATA),
    "opencitations": table_kind("opencitations_csv", OPENCITATIONS, quote_all=True),
    "cord-19": table_kind("cord19_csv", CORD19),
    "lens": table_kind("lens_csv", LENS),
    "pubmed csv": table_kind("pubmed_csv", PUBMED_CSV, quote_all=True),
    "zotero csv": table_kind("zotero_csv", ZOTERO, quote_all=True),
    "jabref csv": table_kind("jabref_csv", JABREF),
    "embase": table_kind("embase_csv", EMBASE, quote_all=True),
    "springer": table_kind("springer_csv", SPRINGER, quote_all=True),
    "publish or perish": table_kind("publish_or_perish_csv", PUBLISH_OR_PERISH),
    "google scholar": table_kind("google_scholar_csv", SCHOLAR),
    "semicolons": table_kind("table", USUAL, ";", quote_all=True),
    "bars": table_kind("table", USUAL, "|"),
}  # fmt: skip
