"""Dimensions: answers of its API, with publications, researchers and organizations."""

from loaders.records import Affiliation, Identifier, Person, Publication, Subject
from tests.unit.loaders.json_parts import DATA, ids, loaded, names, places

ANSWER = DATA / "dimensions" / "publications.json"


def test_a_publication_keeps_ids_place_numbers_and_citations() -> None:
    found = loaded(ANSWER, "dimensions")
    work = found.titled("Roads of Formica")
    assert ids(work) == {
        "doi": ["10.5555/dim.1"], "arxiv": ["2001.00001"], "pmid": ["25000000"], "pmcid": ["PMC4500000"],
        "dimensions": ["pub.1100000001"],
    }  # fmt: skip
    assert (work.abstract, work.kind, work.year, work.date, work.cited_by) == ("We count roads.", "article", 2020, "2020-03", 12)
    assert (work.volume, work.issue, work.pages, work.authors_complete) == ("51", "13", "1714-1724", True)
    assert work.cites == (Identifier("dimensions", "pub.1000000002"), Identifier("dimensions", "pub.1000000003"))
    assert work.publications[0] == Publication(
        venue="Journal of Ants", kind="journal", year=2020, ids=(Identifier("issn", "1234-5679"),)
    )
    assert found.header.declared[0].count == 812


def test_authors_have_researcher_ids_orcid_and_institutions_with_grid() -> None:
    holm, lind, group = loaded(ANSWER, "dimensions").titled("Roads of Formica").authors
    assert (holm.name, holm.position, holm.family, holm.given) == ("Ida M. Holm", 1, "Holm", "Ida M.")
    assert holm.ids == (Identifier("dimensions", "ur.0123.45"), Identifier("orcid", "0000-0002-1825-0097"))
    graz = Affiliation("Univ A", None, (Identifier("grid", "grid.1.a"),), "Austria", "Graz")
    assert holm.affiliations == (graz, Affiliation("Inst B, Oslo"))
    assert (lind.ids, lind.affiliations) == ((Identifier("orcid", "0000-0001-5109-3700"),), (Affiliation("Inst B, Oslo"),))
    assert (group.name, group.kind) == ("Ant Study Group", "organisation")


def test_classifications_stand_in_the_scheme_of_their_year() -> None:
    found = loaded(ANSWER, "dimensions")
    above = Subject(scheme="anzsrc_2020", code="46", label="Information and Computing Sciences")
    assert found.titled("Roads of Formica").subjects == (
        above,
        Subject(scheme="anzsrc_2020", code="4602", label="Artificial Intelligence", broader=above),
        Subject(scheme="hrcs_rac", code="2.1", label="Biological and endogenous factors"),
        Subject(scheme="dimensions", code="ant roads", label="ant roads", score=0.71),
        Subject(scheme="mesh", code="ants", label="Ants"),
    )
    assert [one.curie for one in found.titled("Bees").subjects] == ["anzsrc_2008:08", "dimensions:bees"]


def test_answers_of_former_years_and_of_few_fields_keep_what_they_have() -> None:
    found = loaded(ANSWER, "dimensions")
    bees, wasps = found.titled("Bees"), found.titled("Wasps")
    assert (names(bees), places(bees), bees.date) == ([(1, "Cy Lee")], [("Bees 2018", "conference", 2018)], "2018")
    assert bees.authors[0].affiliations == (Affiliation("Inst C, Rome"),)
    assert (names(wasps), wasps.authors_complete) == ([(None, "Di Ng")], False)
    assert ids(wasps)["doi"] == ["10.5555/wasps", "10.5555/wasps.2"]
    assert [where for where, _ in found.rejected] == ["record 4 (pub.1100000004)"]


def test_researchers_and_organizations_are_records_of_their_own() -> None:
    people = """{"_stats": {"total_count": 2}, "researchers": [
      {"id": "ur.1.1", "first_name": "Ida", "last_name": "Holm", "orcid_id": ["0000-0002-1825-0097"],
       "current_research_org": {"id": "grid.1.a", "name": "Univ A"}},
      {"id": "ur.1.2", "first_name": "I.", "last_name": "Holm", "obsolete": 1, "redirect": ["ur.1.1"]}]}"""
    holm, gone = loaded(people, "dimensions").people
    assert holm.ids == (Identifier("dimensions", "ur.1.1"), Identifier("orcid", "0000-0002-1825-0097"))
    assert holm.affiliations == (Affiliation("Univ A", ids=(Identifier("grid", "grid.1.a"),)),)
    assert (gone.ids, gone.replaces) == ((Identifier("dimensions", "ur.1.1"),), (Identifier("dimensions", "ur.1.2"),))
    assert isinstance(gone, Person)
    bodies = '{"_stats": {}, "organizations": [{"id": "grid.1.a", "name": "Univ A", "ror_ids": ["https://ror.org/02nr0ka47"]}]}'
    [body] = loaded(bodies, "dimensions").institutions
    assert (body.name, body.ror, ids(body)) == ("Univ A", "02nr0ka47", {"grid": ["grid.1.a"], "ror": ["02nr0ka47"]})


def test_other_sources_and_errors_are_told() -> None:
    grants = loaded('{"_stats": {"total_count": 1}, "grants": [{"id": "grant.1"}]}', "dimensions")
    assert "it holds grants" in grants.rejected[0][1]
    assert loaded('{"_stats": {"total_count": 0}, "publications": []}', "dimensions").items == ()
    alone = '[{"id": "pub.1", "title": "Ants", "year": 2020}, {"id": "pub.2", "title": "Bees"}]'
    assert [one.title for one in loaded(alone, "dimensions").records] == ["Ants", "Bees"]
