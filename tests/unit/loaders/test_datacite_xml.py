"""DataCite metadata as XML say what the same say as JSON."""

from loaders.records import Affiliation, Identifier
from tests.unit.loaders.json_parts import DATA, ids, loaded, names, places

RESOURCES = DATA / "datacite" / "resources.xml"


def test_a_resource_keeps_people_dates_and_citations() -> None:
    [work] = loaded(RESOURCES, "datacite_xml").records
    assert (work.where, work.title) == ("line 7 (10.5555/ants.1)", "Counts of ants in situ")
    assert (work.abstract, work.kind, work.date) == ("Ants, counted.", "Table", "2020-05-03")
    assert ids(work) == {"doi": ["10.5555/ants.1"]}
    assert names(work) == [(1, "Ada Berg"), (2, "Ants Group")]
    assert names(work, "editor") == [(1, "Ed Itor")]
    assert [author.kind for author in work.authors[:2]] == ["person", "organisation"]
    assert work.authors[0].ids == (Identifier("orcid", "0000-0002-1825-0097"),)
    assert work.authors[0].affiliations == (Affiliation(name="Ant Institute", ror="02nr0ka47"),)
    assert (places(work), work.cites) == ([("Ant Archive", "dataset", 2020)], (Identifier("doi", "10.5555/legs"),))


def test_broken_and_empty_resources_are_rejected_alone() -> None:
    read = loaded(RESOURCES, "datacite_xml")
    assert [where for where, _ in read.rejected] == ["line 28", "line 31 (10.5555/empty)"]
    assert read.remarks == []


def test_a_resource_stands_alone_too() -> None:
    text = RESOURCES.read_text(encoding="utf-8")
    resource = text[text.index("<resource") : text.index("</resource>")] + "</resource>"
    assert loaded(resource, "datacite_xml").records[0].title == "Counts of ants in situ"
