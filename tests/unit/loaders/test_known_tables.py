"""What the loaders of known tables promise: a column means what it means in its table."""

import io

import pandas as pd
import pytest

from loaders import Source
from loaders.records import Affiliation, Identifier, Publication, Record
from loaders.tables import table
from tests.unit.loaders.export_items import export
from tests.unit.loaders.page_parts import parts


def one(text: str, format_name: str) -> Record:
    """The only record of a table, of which nothing is rejected."""
    found = export(text, format_name)
    assert found.rejections == []
    return found.records[0]


def subjects(record: Record) -> list[tuple[str, str]]:
    return [(each.scheme, each.code) for each in record.subjects]


ZOTERO = (
    '"Key","Item Type","Publication Year","Author","Title","Publication Title","ISSN","Url","Extra","Date","Pages","Manual Tags",'
    '"Editor"\n'
    '"K1","journalArticle","2021","Holm, Ida; United Ants Office; et al.","Ants on bridges","Journal of Ants","1234-5679",'
    '"https://arxiv.org/abs/2101.00003","PMID: 77\n Other: x","2021-05-04","1-20","tag one; tag two","Ås, Karl"\n'
    '"K2","note","","","A note","","","","","","","",""\n'
    '"K3","bookSection","2001","Lind, Bo","","A book title","","","","2001","","",""\n'
)


def test_in_zotero_the_publication_title_is_the_venue() -> None:
    found = export(ZOTERO, "zotero_csv")
    first = found.records[0]
    assert (first.title, first.kind, first.date, first.pages) == ("Ants on bridges", "journalArticle", "2021-05-04", "1-20")
    assert first.publications[0] == Publication(
        venue="Journal of Ants", kind="journal", year=2021, ids=(Identifier("issn", "1234-5679"),)
    )
    assert found.ids(0) == ["arxiv:2101.00003", "pmid:77"]
    assert found.names(0) == [
        ("Ida Holm", 1, "person", "author"),
        ("United Ants Office", 2, "organisation", "author"),
        ("Karl Ås", 1, "person", "editor"),
    ]
    assert (first.authors_complete, subjects(first)) == (False, [("keyword", "tag one"), ("keyword", "tag two")])
    assert [each.where for each in found.rejections] == ["line 4", "line 5"]
    assert "which is not a work" in found.rejections[0].reason


def test_a_general_table_knows_a_publication_title_beside_a_title_too() -> None:
    record = one("Title,Authors,Publication title\nAnts on bridges,Ida Holm,Journal of Ants\n", "table")
    assert (record.title, [each.venue for each in record.publications]) == ("Ants on bridges", ["Journal of Ants"])
    record = one("Publication Title,Authors\nAnts on bridges,Ida Holm\n", "table")
    assert (record.title, record.publications) == ("Ants on bridges", ())


PATHS = (
    "id,doi,display_name,publication_year,authorships.author.display_name,authorships.author.id,authorships.author.orcid,"
    "authorships.institutions.display_name,primary_location.source.display_name,primary_location.source.issn_l,primary_topic.id,"
    "primary_topic.display_name,keywords.display_name,referenced_works,cited_by_count,is_retracted,"
    "biblio.first_page,"
    "biblio.last_page\n"
    "https://openalex.org/W7,https://doi.org/10.1000/A,Ants,2023,Ida Holm|Bo Lind|Wei Zhang,"
    "https://openalex.org/A1|https://openalex.org/A2|,"
    "https://orcid.org/0000-0002-1825-0097||,Univ A|Univ B,Journal of Ants,1234-5679,https://openalex.org/T10,Ant roads,"
    "Ants|Roads,"
    "https://openalex.org/W1|https://openalex.org/W2,12,TRUE,7,9\n"
)


@pytest.mark.parametrize("text", [PATHS, PATHS.replace("authorships.author.", "authorships_author_")])
def test_openalex_with_the_paths_of_its_api(text: str) -> None:
    record = one(text, "openalex_csv")
    assert set(record.ids) == {Identifier("openalex", "W7"), Identifier("doi", "10.1000/a")}
    assert [(each.name, each.ids, each.affiliations) for each in record.authors] == [
        ("Ida Holm", (Identifier("openalex", "A1"), Identifier("orcid", "0000-0002-1825-0097")), ()),
        ("Bo Lind", (Identifier("openalex", "A2"),), ()),
        ("Wei Zhang", (), ()),
    ]
    assert record.cites == (Identifier("openalex", "W1"), Identifier("openalex", "W2"))
    assert (record.cited_by, record.retracted, record.pages) == (12, True, "7-9")
    assert subjects(record) == [("keyword", "ants"), ("keyword", "roads"), ("openalex", "T10")]


def test_openalex_with_short_names_and_printed_lists() -> None:
    record = one(
        "Work ID,Title,Author,ORCID,Year,Citation count,Source,DOI,Institution\n"
        'https://openalex.org/W7,Ants,"[\'Ida Holm\', ""Bo O\'Lind""]","[None, \'https://orcid.org/0000-0002-1825-0097\']",'
        "2024,3,Ants Today,,"
        "Univ A|Univ B\n",
        "openalex_csv",
    )
    assert [(each.name, each.ids, each.affiliations) for each in record.authors] == [
        ("Ida Holm", (), (Affiliation("Univ A"),)),
        ("Bo O'Lind", (Identifier("orcid", "0000-0002-1825-0097"),), (Affiliation("Univ B"),)),
    ]
    assert (record.year, record.cited_by, record.publications[0].venue) == (2024, 3, "Ants Today")


DIMENSIONS = (
    '"About the data: Exported on Nov 05, 2024. Criteria: ants."\n'
    "Rank,Publication ID,DOI,PMID,Title,Source title,PubYear,Publication date,Volume,Issue,Pagination,Publication Type,Authors,"
    "Authors (Raw Affiliation),Times cited,Fields of Research (ANZSRC 2020),Cited references\n"
    '1,pub.1150000001,10.1000/d,123,Ants,Journal of Ants,2022,2022-08-01,12,3,1-20,Article,"Holm, Ida; da Lind, Bo; Li, Xin",'
    '"Holm, Ida (Univ A (Main Campus), Town; Inst B); da Lind, Bo (Univ C); Li, Xin ()",10,'
    "46 Information and Computing Sciences; 4602 Artificial Intelligence,"
    '"[Lee, A||||2001||||10.1000/CITED|pub.7|3];[No DOI|pub.8|1]"\n'
)


def test_dimensions_has_a_place_for_each_author_and_fields_of_research() -> None:
    record = one(DIMENSIONS, "dimensions_csv")
    assert set(record.ids) == {
        Identifier("dimensions", "pub.1150000001"),
        Identifier("doi", "10.1000/d"),
        Identifier("pmid", "123"),
    }
    assert [(each.name, [place.name for place in each.affiliations]) for each in record.authors] == [
        ("Ida Holm", ["Univ A (Main Campus), Town", "Inst B"]),
        ("Bo da Lind", ["Univ C"]),
        ("Xin Li", []),
    ]
    assert subjects(record) == [("anzsrc_2020", "46"), ("anzsrc_2020", "4602")]
    assert record.subjects[1].broader == record.subjects[0]
    assert record.cites == (Identifier("doi", "10.1000/cited"), Identifier("dimensions", "pub.8"))
    assert (record.cited_by, record.volume, record.issue, record.pages) == (10, "12", "3", "1-20")


def test_a_bracket_that_is_not_closed_takes_no_place_from_the_next_author() -> None:
    record = one(DIMENSIONS.replace("Univ A (Main Campus), Town", "Univ A (Main Campus, Town"), "dimensions_csv")
    assert [[place.name for place in each.affiliations] for each in record.authors] == [
        ["Univ A (Main Campus, Town", "Inst B"], ["Univ C"], [],
    ]  # fmt: skip


def test_classifications_of_dimensions_stand_by_their_codes_below_one_another() -> None:
    record = one(
        "Publication ID,Title,Authors,PubYear,FOR (ANZSRC) Categories,Sustainable Development Goals,Units of Assessment,"
        "RCDC Categories\n"
        "pub.1,Ants,,2020,08 Information; 0801 Intelligence; 080101 Agents,3 Good Health; 13 Climate Action,A02 Public Health,"
        "Prevention\n",
        "dimensions_csv",
    )
    assert subjects(record) == [
        ("anzsrc_2008", "08"), ("anzsrc_2008", "0801"), ("anzsrc_2008", "080101"), ("sdg", "3"), ("sdg", "13"), ("uoa", "A02"),
        ("rcdc", "prevention"),
    ]  # fmt: skip
    agents = record.subjects[2]
    assert agents.broader == record.subjects[1]
    assert agents.broader.broader == record.subjects[0]
    assert record.subjects[4].broader is None


def test_a_workbook_of_dimensions_is_read_like_its_csv() -> None:
    rows = pd.read_csv(io.StringIO(DIMENSIONS.split("\n", 1)[1]))
    held = io.BytesIO()
    frame = pd.DataFrame([["About the data"] + [None] * (len(rows.columns) - 1), list(rows.columns), *rows.values.tolist()])
    frame.to_excel(held, index=False, header=False)
    found = export(held.getvalue(), "dimensions_csv")
    assert found.ids(0) == ["doi:10.1000/d", "pmid:123", "dimensions:pub.1150000001"]


def test_lens_keeps_its_ids_counts_and_subjects() -> None:
    record = one(
        "Lens ID,Title,Date Published,Publication Year,Publication Type,Source Title,ISSNs,Author/s,Volume,Start Page,End Page,"
        "Fields of Study,Keywords,MeSH Terms,PMID,DOI,Microsoft Academic ID,References,Citing Works Count\n"
        "000-054-161-999-999,Ants,2022-08-01,2022,journal article,Journal of Ants,12345679,Ida Holm; Bo Lind,12,1,20,"
        "Computer science; Ants,ant roads,Ants,123,10.1000/l,99,000-1;000-2,7\n",
        "lens_csv",
    )
    assert set(record.ids) == {
        Identifier("lens", "000-054-161-999-999"), Identifier("doi", "10.1000/l"), Identifier("pmid", "123"),
        Identifier("mag", "99"),
    }  # fmt: skip
    assert record.cites == (Identifier("lens", "000-1"), Identifier("lens", "000-2"))
    assert subjects(record) == [("lens", "computer science"), ("lens", "ants"), ("keyword", "ant roads"), ("mesh", "ants")]
    assert record.publications[0].ids == (Identifier("issn", "1234-5679"),)
    assert (record.cited_by, record.pages, record.date) == (7, "1-20", "2022-08-01")


def test_pubmed_writes_initials_behind_and_the_issue_into_the_citation() -> None:
    record = one(
        "PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI\n"
        '"123","Ants","Holm I, de Lind ASB Jr, Ant Study Group.","J Ants. 2021 Mar 5;75(2):101-110. doi: 10.1000/p. Epub 2021.",'
        '"Holm I",'
        '"J Ants","2021","2020/01/03","PMC9","","10.1000/p"\n',
        "pubmed_csv",
    )
    assert [(each.name, each.family, each.kind) for each in record.authors] == [
        ("I. Holm", "Holm", "person"),
        ("A. S. B. de Lind Jr", "de Lind", "person"),
        ("Ant Study Group", None, "organisation"),
    ]
    assert (record.date, record.volume, record.issue, record.pages) == ("2021-03-05", "75", "2", "101-110")
    assert record.publications[0].kind == "journal"


def test_jabref_keeps_its_issue_in_number_and_its_type_as_a_number() -> None:
    found = export(
        "BibliographyType,ISBN,Identifier,Author,Title,Journal,Volume,Number,Month,Pages,Year,URL,Booktitle,Editor,School\n"
        '6,"","k1","Holm, Ida; Lind, Bo","Ants","",,"",5,"21--24",2017,"https://doi.org/10.1000/J","Ants 2017","Ås, Karl",""\n'
        '7,"","k2","Holm, Ida","Bees","Journal of Bees",3,4,"","1--4",2018,"","","",""\n',
        "jabref_csv",
    )
    first, second = found.records
    assert (first.kind, first.date, first.pages, first.issue) == ("inproceedings", "2017-05", "21-24", None)
    assert (first.publications[0].venue, first.publications[0].kind) == ("Ants 2017", "conference")
    assert found.ids(0) == ["doi:10.1000/j"]
    assert (second.kind, second.volume, second.issue, second.publications[0].kind) == ("article", "3", "4", "journal")


def test_what_google_scholar_truncated_is_not_taken_for_whole() -> None:
    found = export(
        "Cites,Authors,Title,Year,Source,Publisher,ArticleURL,GSRank,Type,DOI,ISSN\n"
        '12,"IM Holm, B Lind…","Ants",2011,"Journal of long …","P","https://arxiv.org/abs/2101.00002",1,"PDF","",""\n'
        '3,"A Lee","Bees",2012,"Journal of Bees","P","",2,"CITATION","10.1000/y",""\n',
        "publish_or_perish_csv",
    )
    first, second = found.records
    assert [(each.name, each.family) for each in first.authors] == [("I. M. Holm", "Holm"), ("B. Lind", "Lind")]
    assert (first.authors_complete, [each.venue for each in first.publications], first.kind) == (False, ["arXiv"], None)
    assert first.cited_by == 12
    assert found.ids(0) == ["arxiv:2101.00002"]
    assert (second.authors_complete, second.publications[0].venue) == (True, "Journal of Bees")
    assert [(each.where, "truncated" in each.reason) for each in found.remarks] == [("line 2", True)]
    record = one(
        "Authors,Title,Publication,Volume,Number,Pages,Year,Publisher\n"
        '"Holm, Ida M; Lind, B; ",Ants,arXiv preprint arXiv:2101.00001,,,,2021,\n',
        "google_scholar_csv",
    )
    assert ([each.name for each in record.authors], record.ids) == (
        ["Ida M Holm", "B. Lind"],
        (Identifier("arxiv", "2101.00001"),),
    )


LISTS_IN_CELLS: dict[str, tuple[str, str, list[str]]] = {
    "PubMed, organisations behind a semicolon and with commas": (
        "pubmed_csv",
        "PMID,Title,Authors,Citation,First Author,Journal/Book\n"
        '1,Ants,"Holm IA, de Lind ASB Jr, Ma DO; Ant Study Group, Department of Ants, Bees and Wasps.",x,y,z\n',
        ["I. A. Holm", "A. S. B. de Lind Jr", "D. O. Ma", "@Ant Study Group, Department of Ants, Bees and Wasps"],
    ),
    "PubMed, an organisation first": (
        "pubmed_csv",
        'PMID,Title,Authors,Citation,First Author,Journal/Book\n1,Ants,"World Ant Organization; Holm I, Lind B.",x,y,z\n',
        ["@World Ant Organization", "I. Holm", "B. Lind"],
    ),
    "Zotero": (
        "zotero_csv",
        "Key,Item Type,Author,Title,Publication Title\n"
        'K,book,"Holm, I. and Lind, B.; Lee, Ann, PhD; Anvil & Sons; Anonymous",Ants,\n',
        ["I. Holm", "B. Lind", "Ann Lee", "@Anvil & Sons"],
    ),
    "OpenAlex": (
        "openalex_csv",
        'Work ID,Title,Author\nW1,Ants,"Holm, Ida|Bo Lind, PhD|Dr. Ann Lee|& Chen, P.|Anonymous|"\n',
        ["Ida Holm", "Bo Lind", "Ann Lee", "P. Chen"],
    ),
    "Dimensions": (
        "dimensions_csv",
        'Publication ID,Title,Authors,PubYear\npub.1,Ants,"Holm, Ida; Lind, Bo & Lee, Ann",2020\n',
        ["Ida Holm", "Bo Lind", "Ann Lee"],
    ),
    "Publish or Perish": (
        "publish_or_perish_csv",
        'Cites,Authors,Title,Year,Source,ArticleURL\n1,"I Holm, B van der Lind, and A Lee & PQ Chen",Ants,2020,,\n',
        ["I. Holm", "B. van der Lind", "A. Lee", "P. Q. Chen"],
    ),
    "Google Scholar": (
        "google_scholar_csv",
        'Authors,Title,Publication,Volume,Number,Pages,Year,Publisher\n"Holm, Ida and Lind, Bo; ",Ants,,,,,2020,\n',
        ["Ida Holm", "Bo Lind"],
    ),
}


@pytest.mark.parametrize("table_name", LISTS_IN_CELLS)
def test_author_cells_of_known_tables_are_read_like_every_list(table_name: str) -> None:
    format_name, text, names = LISTS_IN_CELLS[table_name]
    authors = one(text, format_name).authors
    marks = {"person": "", "organisation": "@", "undivided": "?"}
    assert [marks[author.kind] + author.name for author in authors] == names
    assert [author.position for author in authors] == list(range(1, len(names) + 1))


def test_a_bar_behind_the_last_author_moves_no_identifier() -> None:
    rows = "W1,Ants,Ida Holm|Bo Lind|,A1|A2\nW2,Bees,Ida Holm|Bo Lind,A1|A2|\n"
    found = export(f"Work ID,Title,Author,Author IDs\n{rows}", "openalex_csv")
    ids = [[each.value for author in record.authors for each in author.ids] for record in found.records]
    assert ids == [["A1", "A2"], ["A1", "A2"]]


def test_an_empty_cell_too_many_at_the_end_of_each_row_takes_nothing_with_it() -> None:
    rows = "".join(f"J\tHolm, I\tAnts {at}\tJ ANTS\t2020\tWOS:00000000000000{at}\t{at}\t\n" for at in range(1, 4))
    found = export(f"PT\tAU\tTI\tSO\tPY\tUT\tTC\n{rows}", "web_of_science_table")
    assert [record.cited_by for record in found.records] == [1, 2, 3]


def test_named_columns_win_over_the_map_of_a_known_table() -> None:
    source = Source.of(ZOTERO)
    found = parts(list(table.read(source, columns={"title": "Publication Title", "authors": "Editor"})))
    assert (found.header.format, found.records[0].title) == ("table", "Journal of Ants")


_BEHIND = '"Lee A., A work, (2001) X","Article"'
WIDE = (
    '"Authors","Title","Year","Source title","DOI","Abstract","Funding Text 1","References","Document Type","EID"\n'
    f'"Holm I.","Ants, part 1","2011","J Ants","10.1000/1","Two sentences, a comma.","Grant 1",{_BEHIND},"2-s2.0-1"\n'
    f'"Holm I.","Ants, part 2","2012","J Ants","10.1000/2","Two sentences, a comma.","Grant 1",{_BEHIND},"2-s2.0-2"\n'
    f'"Holm I.","Ants, part 3","2013","J Ants","10.1000/3","One.\n""2nd"", line.","Grant 1","Grant 2",{_BEHIND},"2-s2.0-3"\n'
    f'"Holm I.","Ants, part 4","2014","J Ants","10.1000/4","Two sentences, a comma.","Grant 1","Grant 2",{_BEHIND},"2-s2.0-4"\n'
)


def test_rows_with_a_cell_too_many_keep_what_is_sure_and_take_no_neighbour_along() -> None:
    found = export(WIDE, "scopus_csv")
    assert [(each.where, each.title, each.year, each.kind) for each in found.records] == [
        ("line 2", "Ants, part 1", 2011, "Article"),
        ("line 3", "Ants, part 2", 2012, "Article"),
        ("line 4", "Ants, part 3", 2013, "Article"),
        ("line 6", "Ants, part 4", 2014, "Article"),
    ]
    assert found.records[2].abstract == 'One.\n"2nd", line.'
    assert found.ids(2) == ["doi:10.1000/3", "scopus:2-s2.0-3"]
    assert [(each.where, each.reason) for each in found.remarks] == [
        (
            "line 4",
            "more cells than the 10 columns of the header; those were read of which it is sure to what column they "
            "belong: without Funding Text 1 (lines 4-5, 6)",
        )
    ]


@pytest.mark.parametrize(
    ("row", "title", "authors", "year"),
    [
        ("Ants, and bees,Ida Holm,2001", "Ants, and bees", ["Ida Holm"], 2001),
        ("Ants,Ida Holm,2001,more", "Ants", ["Ida Holm"], 2001),
        ("Ants,Ida Holm", "Ants", ["Ida Holm"], None),
        ('"Ants ""on"" bridges",Ida Holm,2001,,', 'Ants "on" bridges', ["Ida Holm"], 2001),
        ('"Ants "on" bridges",Ida Holm,2001', 'Ants "on" bridges', ["Ida Holm"], 2001),
        ('"Ants \\"on\\" bridges, and more",Ida Holm,2001', 'Ants "on" bridges, and more', ["Ida Holm"], 2001),
        ('"Ants on "bridges"",Ida Holm,2001', 'Ants on "bridges"', ["Ida Holm"], 2001),
        ('"Ants","Ida Holm","2001', "Ants", ["Ida Holm"], None),
    ],
)
def test_an_odd_row_among_others(row: str, title: str, authors: list[str], year: int | None) -> None:
    text = f"Title,Authors,Year\nBefore,Bo Lind,2000\n{row}\nBehind,Bo Lind,2002\nLast,Bo Lind,2003\n"
    found = export(text, "table")
    assert [each.title for each in found.records] == ["Before", title, "Behind", "Last"]
    odd = found.records[1]
    assert ([each.name for each in odd.authors], odd.year) == (authors, year)


def test_files_that_were_put_together_are_read_by_the_header_above_each_row() -> None:
    text = (
        "sep=;\nTitle;Authors;Year\nOne;Holm, Ida;2001\n\nTitle;Authors;Year\nTwo;Lind, Bo;2002\n;;\n"
        "Authors;Year;DOI;Title\nLind, Bo;2003;10.1000/3;Three\n© 2024 Somebody. All rights reserved.\n"
    )
    found = export(text, "table")
    assert [(each.where, each.title, each.year) for each in found.records] == [
        ("line 3", "One", 2001), ("line 6", "Two", 2002), ("line 9", "Three", 2003),
    ]  # fmt: skip
    assert found.rejections == []
    assert [(each.where, each.reason.split(";")[0].split(":")[0]) for each in found.remarks] == [
        ("line 5", "the header is repeated"),
        ("line 10", "a note of the program that wrote the file is not a work"),
    ]


def test_many_odd_rows_give_one_remark() -> None:
    text = "Title,Authors,Year\n" + "".join(f"Work {number},Ida Holm,2001,more\n" for number in range(1000))
    found = export(text, "table")
    assert (len(found.records), len(found.remarks)) == (1000, 1)
    assert found.remarks[0].reason.count("(lines 2, 3, 4,") == 1
    assert "and 980 more)" in found.remarks[0].reason
