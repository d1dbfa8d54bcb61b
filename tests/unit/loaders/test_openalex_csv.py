"""What the table of OpenAlex's website promises in all its fashions: ids, places and topics are those of the API."""

from loaders.records import Identifier, Publication, Record, Subject
from tests.unit.loaders.export_items import export

FIRST_FASHION = (
    "id,display_name,publication_date,primary_location_id,primary_location_display_name,primary_location_issns,"
    "primary_location_issn_l,primary_location_type,author_ids,author_names,author_orcids,author_institution_names,cited_by_count,"
    "doi,mag,pmid,pmcid,publication_year,type,is_retracted,biblio_volume,biblio_issue,biblio_first_page,biblio_last_page,"
    "referenced_works,concepts_id,concepts_display_name\n"
    "https://openalex.org/W7,Ants,2022-03-02,https://openalex.org/S5,Journal of Ants,1234-5679|0028-4793,1234-5679,journal,"
    "https://openalex.org/A1|https://openalex.org/A2,Ida Holm|Bo Lind,https://orcid.org/0000-0002-1825-0097|,Univ A|Univ B|Univ C"
    ",5,https://doi.org/10.1000/A,99,https://pubmed.ncbi.nlm.nih.gov/123,https://www.ncbi.nlm.nih.gov/pmc/articles/44,2022,"
    "article,False,3,2,7,9,https://openalex.org/W1,https://openalex.org/C1,Ant roads\n"
)


def one(text: str) -> Record:
    found = export(text, "openalex_csv")
    assert found.rejections == []
    return found.records[0]


def place(**values: str) -> Publication:
    """Where a work is published of which a table says no more than these columns of its place, and its type."""
    columns = {f"primary_location.source.{name}" if name != "type_crossref" else name: value for name, value in values.items()}
    head = ",".join(("id", "display_name", "type", "publication_year", "cited_by_count", *columns))
    return one(f"{head}\nhttps://openalex.org/W1,Ants,article,2022,1,{','.join(columns.values())}\n").publications[0]


def test_the_first_fashion_has_names_of_its_own_for_authors_and_places() -> None:
    record = one(FIRST_FASHION)
    ids = {"openalex": "W7", "doi": "10.1000/a", "pmid": "123", "pmcid": "PMC44", "mag": "99"}
    assert {each.scheme: each.value for each in record.ids} == ids
    assert [(each.name, each.ids) for each in record.authors] == [
        ("Ida Holm", (Identifier("openalex", "A1"), Identifier("orcid", "0000-0002-1825-0097"))),
        ("Bo Lind", (Identifier("openalex", "A2"),)),
    ]
    assert (record.volume, record.issue, record.pages, record.cited_by) == ("3", "2", "7-9", 5)
    assert record.cites == (Identifier("openalex", "W1"),)
    assert record.subjects == (Subject(scheme="openalex", code="C1", label="Ant roads"),)


def test_institutions_that_are_more_than_authors_are_nobodys() -> None:
    assert [each.affiliations for each in one(FIRST_FASHION).authors] == [(), ()]


def test_a_place_is_what_its_source_is() -> None:
    journal = place(id="https://openalex.org/S5", type="journal", display_name="Ants Today", issn_l="1234-5679")
    assert (journal.kind, journal.ids) == ("journal", (Identifier("openalex", "S5"), Identifier("issn", "1234-5679")))
    assert place(type="repository", display_name="Ant Archive").kind == "other"
    assert place(type="conference", display_name="Ants 2022").kind == "conference"
    assert place(type="book series", display_name="Ant Notes").kind == "book"
    assert place(type="repository", display_name="arXiv").kind == "preprint"
    assert place(type="journal", type_crossref="proceedings-article", display_name="Ants 2022").kind == "conference"
    assert place(display_name="Ants Today").kind == "journal"


TOPICS = (
    "id,cited_by_count,publication_year,display_name,primary_topic.display_name,topics.id,topics.display_name,topics.subfield.id,topics.subfield.display_name,"
    "topics.field.id,topics.field.display_name,topics.domain.display_name\n"
    "https://openalex.org/W7,1,2020,Ants,Ant roads,https://openalex.org/T1|https://openalex.org/T2,Ant roads|Looms,"
    "https://openalex.org/subfields/1109|https://openalex.org/subfields/2200,Insect Science|Weaving,"
    "https://openalex.org/fields/11|https://openalex.org/fields/22,Biology|Crafts,Life|Things\n"
)


def test_topics_stand_below_their_subfield_field_and_domain() -> None:
    roads, looms = one(TOPICS).subjects
    assert [each.curie for each in chain(roads)] == [
        "openalex:T1", "openalex:subfields/1109", "openalex:fields/11", "openalex:domains/life",
    ]  # fmt: skip
    assert [each.label for each in chain(looms)] == ["Looms", "Weaving", "Crafts", "Things"]


def test_a_topic_without_an_id_goes_by_its_label() -> None:
    [topic] = one(
        "Work ID,Title,Primary topic,Primary topic subfield\nhttps://openalex.org/W7,Ants,Ant Roads,Insect Science\n"
    ).subjects
    assert [each.curie for each in chain(topic)] == ["openalex:ant roads", "openalex:subfields/insect science"]


def chain(subject: Subject) -> list[Subject]:
    """A subject and what stands above it."""
    return [subject, *(chain(subject.broader) if subject.broader else [])]


def test_what_an_export_writes_for_nothing_is_nothing() -> None:
    record = one("Work ID,Title,DOI,Year,Source\nhttps://openalex.org/W7,Ants,null,2020,nan\n")
    assert (record.ids, record.publications) == ((Identifier("openalex", "W7"),), ())
