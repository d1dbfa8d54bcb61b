"""Where every format says who published a work, where, in which language, at which address, on which day, under which numbers
and with which editors: what is put into the article of `tests/data/one_work`, and what comes out of it."""

from collections.abc import Mapping

PUBLISHER, PLACE, URL, ISSN, ISBN = "Field Press", "Graz", "https://notes.example.org/17", "1234-5679", "9783540123453"
"""What is put there; the language is German, the day 1 April 2020, the editor Ida Holm."""

_DBLP = f"<editor>Ida Holm</editor><publisher>{PUBLISHER}</publisher><month>April</month><ee>{URL}</ee><isbn>{ISBN}</isbn>"
_MARC = (
    '<datafield tag="264" ind1=" " ind2="1"><subfield code="a">Graz :</subfield><subfield code="b">Field Press,</subfield>'
    '<subfield code="c">2020-04-01</subfield></datafield><datafield tag="041" ind1=" " ind2=" "><subfield code="a">ger</subfield>'
    '</datafield><datafield tag="856" ind1="4" ind2="0"><subfield code="u">https://notes.example.org/17</subfield></datafield>'
    '<datafield tag="700" ind1="1" ind2=" "><subfield code="a">Holm, Ida</subfield><subfield code="4">edt</subfield></datafield>'
)
PUT: Mapping[str, Mapping[str, str]] = {
    "acl_anthology": {
        "<year>2020</year>": "<editor><first>Ida</first><last>Holm</last></editor><publisher>Field Press</publisher><address>Graz"
        f"</address><month>April</month><year>2020</year><isbn>{ISBN}</isbn>",
        "<abstract>": f"<url>{URL}</url><language>deu</language><abstract>",
    },
    "ads": {
        '"pubdate": "2020-04-00"': '"pubdate": "2020-04-01", "publisher": "Field Press", "lang": "de", "issn": ["1234-5679"], '
        f'"isbn": ["{ISBN}"], "editor": ["Holm, Ida"]',
    },
    "aminer": {
        '"year": 2020': f'"year": 2020, "publisher": "Field Press", "lang": "de", "url": ["{URL}"], "issn": "{ISSN}", '
        f'"isbn": "{ISBN}"'
    },
    "arxiv_atom": {}, "arxiv_oai": {}, "arxiv_snapshot": {}, "unarxive": {}, "aminer_tagged": {},
    "bibtex": {
        "  year = 2020,": "  year = 2020, month = apr, day = 1, publisher = {Field Press}, address = {Graz}, language = "
        "{german},\n"
        f"  url = {{{URL}}}, issn = {{{ISSN}}}, isbn = {{{ISBN}}}, editor = {{Holm, Ida}},",
    },
    "cord19_csv": {",,,,,,,1717": f",,,,,,{URL},1717"},
    "crossref": {
        '"member": "1",': '"member": "1", "publisher": "Field Press", "publisher-location": "Graz", "language": "de", '
        f'"resource": {{"primary": {{"URL": "{URL}"}}}}, "ISSN": ["{ISSN}"], "ISBN": ["{ISBN}"], '
        '"editor": [{"family": "Holm", "given": "Ida"}],',
        "[[2020]]": "[[2020, 4, 1]]",
    },
    "crossref_xml": {
        "<body><journal>": '<body><query><crm-item name="publisher-name" type="string">Field Press</crm-item></query><journal>',
        "<journal_metadata>": '<journal_metadata language="de"><issn>1234-5679</issn>',
        "<year>2020</year>": "<month>4</month><day>1</day><year>2020</year>",
        "<doi_data>": f"<isbn>{ISBN}</isbn><doi_data><resource>{URL}</resource>",
        "<contributors>": '<contributors><person_name sequence="first" contributor_role="editor"><given_name>Ida</given_name>'
        "<surname>Holm</surname></person_name>",
        "<titles>": "<publisher><publisher_name>Field Press</publisher_name><publisher_place>Graz</publisher_place>"
        "</publisher><titles>",
    },
    "csl_json": {
        '"issued": {"date-parts": [[2020]]},': '"issued": {"date-parts": [[2020, 4, 1]]}, "publisher": "Field Press", '
        f'"publisher-place": "Graz", "language": "de-AT", "URL": "{URL}", "ISSN": "{ISSN}", "ISBN": "{ISBN}", '
        '"editor": [{"family": "Holm", "given": "Ida"}],',
    },
    "csl_yaml": {
        "  issued: {year: 2020}": "  issued: {year: 2020, month: 4, day: 1}\n  publisher: Field Press\n  publisher-place: Graz\n"
        f"  language: de\n  URL: {URL}\n  ISSN: {ISSN}\n  ISBN: {ISBN}\n  editor:\n  - {{family: Holm, given: Ida}}",
    },
    "datacite": {
        '"publicationYear": 2020,': '"publicationYear": 2020, "dates": [{"date": "2020-04-01", "dateType": "Issued"}], '
        f'"publisher": "Field Press", "language": "de", "url": "{URL}", '
        f'"alternateIdentifiers": [{{"alternateIdentifier": "{ISBN}", "alternateIdentifierType": "ISBN"}}], '
        '"contributors": [{"name": "Holm, Ida", "contributorType": "Editor"}],',
    },
    "datacite_xml": {
        "<publicationYear>": f"<language>de</language><dates><date dateType='Issued'>2020-04-01</date></dates>"
        f"<alternateIdentifiers>"
        f"<alternateIdentifier alternateIdentifierType='ISBN'>{ISBN}</alternateIdentifier></alternateIdentifiers><contributors>"
        "<contributor contributorType='Editor'><contributorName>Holm, Ida</contributorName></contributor></contributors>"
        "<publicationYear>",
        "</lastPage>": "</lastPage><publisher>Field Press</publisher>",
    },
    "dblp": {"<year>": f"{_DBLP}<year>"},
    "dblp_search": {'"year": "2020"': f'"year": "2020", "publisher": "Field Press", "ee": "{URL}"'},
    "dimensions": {
        '"year": 2020,': f'"year": 2020, "date": "2020-04-02", "publisher": "Field Press", "linkout": "{URL}", "issn": '
        f'["{ISSN}"],',
    },
    "dimensions_csv": {
        ",Times cited": ",Times cited,Publisher,Source Linkout,ISSN,ISBN,Book editors",
        '",4': f'",4,Field Press,{URL},{ISSN},{ISBN},"Holm, Ida"',
    },
    "embase_csv": {
        ",DOI,Open URL Link": ",DOI,Open URL Link,Publisher,Article Language,Full Text Link",
        '?sid=EMBASE"': f'?sid=EMBASE&issn={ISSN}","Field Press","German","{URL}"',
    },
    "endnote_tagged": {
        "%D 2020": f"%D 2020\n%8 April 1\n%I Field Press\n%C Graz\n%G German\n%U {URL}\n%@ {ISSN}\n%@ {ISBN}\n%E Holm, Ida",
    },
    "endnote_xml": {
        "<dates><year>2020</year></dates>": "<dates><year>2020</year><pub-dates><date>April 1</date></pub-dates></dates>"
        "<publisher>"
        f"Field Press</publisher><pub-location>Graz</pub-location><language>German</language><isbn>{ISSN}</isbn><isbn>"
        f"{ISBN}</isbn>"
        f"<urls><related-urls><url>{URL}</url></related-urls></urls>",
        "</authors>": "</authors><secondary-authors><author>Holm, Ida</author></secondary-authors>",
    },
    "europe_pmc": {
        '"pubYear": "2020"': '"pubYear": "2020", "firstPublicationDate": "2020-04-01", "language": "ger", "bookOrReportDetails": '
        f'{{"publisher": "Field Press", "isbn13": "{ISBN}"}}, "fullTextUrlList": {{"fullTextUrl": [{{"url": "{URL}"}}]}}',
        '"journal": {': f'"journal": {{"issn": "{ISSN}", ',
    },
    "google_scholar_csv": {",2020,": ",2020,Field Press"},
    "grobid_tei": {
        "<teiHeader>": '<teiHeader xml:lang="de">',
        "<imprint>": f'<idno type="ISSN">{ISSN}</idno><imprint><publisher>Field Press</publisher><pubPlace>Graz</pubPlace>',
        "</monogr>": "<editor><persName><forename>Ida</forename><surname>Holm</surname></persName></editor></monogr>"
        f'<ptr target="{URL}"/>',
    },
    "hal": {
        '"producedDateY_i": 2020,': '"producedDateY_i": 2020, "publicationDate_s": "2020-04-01", "publisher_s": ["Field Press"], '
        f'"publicationLocation_s": "Graz", "language_s": ["de"], "publisherLink_s": ["{URL}"], "journalIssn_s": "{ISSN}", ',
    },
    "ieee_xplore_csv": {
        '"Document Identifier"': '"Document Identifier","Publisher","PDF Link","ISSN","ISBNs","Issue Date"',
        '"IEEE Journals"': f'"IEEE Journals","Field Press","{URL}","{ISSN}","{ISBN}","1 April 2020"',
    },
    "inspire": {
        '"control_number": 1717,': '"control_number": 1717, "imprints": [{"publisher": "Field Press", "place": "Graz", '
        f'"date": "2020-04-01"}}], "languages": ["de"], "urls": [{{"value": "{URL}"}}], "isbns": [{{"value": "{ISBN}"}}],',
    },
    "jabref_csv": {
        ",School": ",School,Publisher,Address",
        '"https://doi.org/10.5555/soil.17","","",""': f'"{URL}","","Holm, Ida","","Field Press","Graz"',
        '7,"",': f'7,"{ISBN}",',
    },
    "jats": {
        '<article article-type="research-article">': '<article article-type="research-article" xml:lang="de">',
        "</journal-meta>": f"<issn>{ISSN}</issn><publisher><publisher-name>Field Press</publisher-name><publisher-loc>Graz"
        "</publisher-loc></publisher></journal-meta>",
        "<month>4</month>": "<day>1</day><month>4</month>",
        "<abstract>": f"<self-uri>{URL}</self-uri><abstract>",
    },
    "lens": {
        '"year_published": 2020,': '"year_published": 2020, "date_published": "2020-04-01", "languages": ["de"], "source_urls": '
        f'[{{"type": "html", "url": "{URL}"}}],',
        '"type": "Journal"}': f'"type": "Journal", "publisher": "Field Press", "issn": [{{"type": "print", "value": '
        f'"{ISSN}"}}]}}',
    },
    "lens_csv": {
        ",Citing Works Count": ",Citing Works Count,Publisher,Languages,Source URLs,ISSNs",
        ",4\n": f",4,Field Press,de,{URL},{ISSN}\n",
    },
    "marcxml": {
        '<datafield tag="245"': f'{_MARC}<datafield tag="245"',
        '<subfield code="g">': f'<subfield code="x">{ISSN}</subfield><subfield code="g">',
    },
    "mods": {
        '<dateIssued encoding="w3cdtf">2020-04</dateIssued>': "<place><placeTerm type='text'>Graz</placeTerm></place>"
        "<publisher>Field "
        "Press</publisher><dateIssued>2020-04-01</dateIssued>",
        "<abstract>": f"<language><languageTerm type='code'>ger</languageTerm></language><location><url>{URL}</url></location>"
        f"<identifier type='isbn'>{ISBN}</identifier><name type='personal'><namePart>Holm, Ida</namePart><role><roleTerm "
        f"type='code'>"
        "edt</roleTerm></role></name><abstract>",
        '<relatedItem type="host">': f"<relatedItem type='host'><identifier type='issn'>{ISSN}</identifier>",
    },
    "nbib": {
        "DP  - 2020": f"DP  - 2020 Apr 1\nLA  - ger\nPB  - Field Press\nIS  - {ISSN} (Print)\nISBN- {ISBN}\nFED - Holm, Ida",
    },
    "oai_dc": {
        "<dc:date>2020</dc:date>": "<dc:date>2020-04-01</dc:date><dc:publisher>Field Press</dc:publisher><dc:language>"
        "deu</dc:language>"
        f"<dc:identifier>{URL}</dc:identifier><dc:identifier>urn:isbn:{ISBN}</dc:identifier><dc:source>{ISSN}</dc:source>",
    },
    "openaire": {
        '"instances": [{"type": "Article"}]': f'"instances": [{{"type": "Article", "urls": ["{URL}"]}}], "language": '
        f'{{"code": "deu"}}',
        '"container": {': f'"container": {{"issnPrinted": "{ISSN}", ',
    },
    "openalex": {
        '"publication_year": 2020,': '"publication_year": 2020, "publication_date": "2020-04-01", "language": "de",',
        '"type": "journal"}': '"type": "journal", "host_organization_name": "Field Press", "issn": ["1234-5679"]}, '
        f'"landing_page_url": "{URL}"',
    },
    "openalex_csv": {
        ",abstract\n": ",abstract,language,publication_date,primary_location.landing_page_url,"
        "primary_location.source.host_organization_name,primary_location.source.issn_l\n",
        '"We measure moisture."\n': f'"We measure moisture.",de,2020-04-01,{URL},Field Press,{ISSN}\n',
    },
    "opencitations_csv": {
        ' [omid:ra/0619]",""': ' [omid:ra/0619]","Holm, Ida [omid:ra/0620]"',
        "omid:br/0617": f"omid:br/0617 isbn:{ISBN}",
        "[omid:br/0618]": f"[omid:br/0618 issn:{ISSN}]",
        '"2020-04"': '"2020-04-01"',
    },
    "orcid": {
        '"short-description"': f'"language-code": "de", "url": {{"value": "{URL}"}}, "short-description"',
        '"year": {"value": "2020"}': '"year": {"value": "2020"}, "month": {"value": "04"}, "day": {"value": "01"}',
        '"external-id": [': f'"external-id": [{{"external-id-type": "isbn", "external-id-value": "{ISBN}"}}, ',
        '"contributor": [': '"contributor": [{"credit-name": {"value": "Ida Holm"}, "contributor-attributes": '
        '{"contributor-role": "editor"}}, ',
    },
    "orcid_xml": {
        "<work:type>": f"<common:url>{URL}</common:url><common:language-code>de</common:language-code><work:type>",
        "<common:year>2020</common:year>": "<common:year>2020</common:year><common:month>04</common:month><common:day>"
        "01</common:day>",
        "<common:external-ids>": "<common:external-ids><common:external-id><common:external-id-type>"
        "isbn</common:external-id-type>"
        f"<common:external-id-value>{ISBN}</common:external-id-value></common:external-id>",
        "<work:contributors>": "<work:contributors><work:contributor><work:credit-name>Ida Holm</work:credit-name>"
        "<work:contributor-attributes><work:contributor-role>editor</work:contributor-role></work:contributor-attributes>"
        "</work:contributor>",
    },
    "publish_or_perish_csv": {',"","",1,"",': f',"Field Press","{URL}",1,"",', ',"10.5555/soil.17","",': f',"10.5555/soil.17",'
    f'{ISSN},'},
    "pubmed_csv": {},
    "pubmed_esummary": {
        '"pubdate": "2020 Apr"': '"pubdate": "2020 Apr 1", "lang": ["ger"], "publishername": "Field Press", "publisherlocation": '
        f'"Graz", "availablefromurl": "{URL}", "issn": "{ISSN}"',
        '"authors": [': '"authors": [{"name": "Holm I", "authtype": "Editor", "clusterid": ""}, ',
    },
    "pubmed_xml": {
        "<Journal>": f"<Language>ger</Language><Book><Publisher><PublisherName>Field Press</PublisherName><PublisherLocation>Graz"
        f"</PublisherLocation></Publisher><Isbn>{ISBN}</Isbn></Book><Journal><ISSN>{ISSN}</ISSN>",
        "<Year>2020</Year>": "<Year>2020</Year><Month>Apr</Month><Day>1</Day>",
        "<AuthorList>": "<AuthorList Type='editors'><Author><LastName>Holm</LastName><ForeName>Ida</ForeName></Author>"
        "</AuthorList>"
        "<AuthorList>",
    },
    "refworks": {
        "YR 2020": f"YR 2020\nFD April 1\nPB Field Press\nPP Graz\nLA German\nUL {URL}\nSN {ISSN}\nSN {ISBN}\nA2 Holm, Ida",
    },
    "ris": {
        "PY  - 2020": f"PY  - 2020\nDA  - 2020/04/01\nPB  - Field Press\nCY  - Graz\nLA  - German\nUR  - {URL}\nSN  - {ISSN}\n"
        f"SN  - {ISBN}\nED  - Holm, Ida",
    },
    "scopus_api": {
        '"prism:doi"': f'"dc:publisher": "Field Press", "language": {{"@xml:lang": "ger"}}, "prism:issn": "{ISSN}", '
        f'"prism:isbn": [{{"$": "{ISBN}"}}], "prism:doi"',
    },
    "scopus_csv": {
        '"Document Type"\n': '"Document Type","Publisher","Language of Original Document","Link","ISSN","ISBN","Editors"\n',
        '"Article"\n': f'"Article","Field Press","German","{URL}","{ISSN}","{ISBN}","Holm I."\n',
    },
    "semantic_scholar": {
        '"year": 2020,': f'"year": 2020, "publicationDate": "2020-04-01", "openAccessPdf": {{"url": "{URL}"}}, '
        f'"publicationVenue": {{"issn": "{ISSN}", "name": "Journal of Field Notes", "type": "journal"}},',
    },
    "springer_csv": {"http://link.springer.com/article/10.5555/soil.17": URL},
    "table": {
        '"DOI"\n': '"DOI","Publisher","Place","Language","URL","ISSN","ISBN","Editors","Date"\n',
        '"10.5555/soil.17"\n': f'"10.5555/soil.17","Field Press","Graz","Deutsch","{URL}","{ISSN}","{ISBN}","Holm, Ida",'
        f'"2020-04-01"\n',
    },
    "web_of_science": {
        "PY 2020": f"PY 2020\nPD APR 1\nPU Field Press\nPI Graz\nLA German\nSN {ISSN}\nBN {ISBN}\nBE Holm, I",
    },
    "web_of_science_table": {
        '"Article Number","DOI"\n': '"Article Number","DOI","Publisher","Publisher City","Language","ISSN","ISBN","Book Editors",'
        '"Publication Date"\n',
        '"10.5555/soil.17"\n': f'"10.5555/soil.17","Field Press","Graz","German","{ISSN}","{ISBN}","Holm, I","APR 1"\n',
    },
    "wikidata": {
        '"doi": {"type"': f'"publisherLabel": {{"value": "Field Press"}}, "place": {{"value": "Graz"}}, "languageLabel": '
        f'{{"value": '
        f'"German"}}, "url": {{"value": "{URL}"}}, "issn": {{"value": "{ISSN}"}}, "isbn": {{"value": "{ISBN}"}}, "doi": {{"type"',
        '"subjectLabel"]': '"subjectLabel", "publisherLabel", "place", "languageLabel", "url", "issn", "isbn"]',
    },
    "zotero": {
        '"date": "2020",': '"date": "2020-04-01", "publisher": "Field Press", "place": "Graz", "language": "de", '
        f'"url": "{URL}", "ISSN": "{ISSN}", "ISBN": "{ISBN}",',
        '"creators": [': '"creators": [{"creatorType": "editor", "lastName": "Holm", "firstName": "Ida"}, ',
    },
    "zotero_csv": {
        '"Manual Tags"\n': '"Manual Tags","Publisher","Place","Language","ISBN","Editor"\n',
        '"soil"\n': f'"soil","Field Press","Graz","de","{ISBN}","Holm, Ida"\n',
        '"10.5555/soil.17",""': f'"10.5555/soil.17","{URL}"',
    },
}  # fmt: skip
"""Texts of the documents, and what stands in their places: as much as each format has a place for."""
