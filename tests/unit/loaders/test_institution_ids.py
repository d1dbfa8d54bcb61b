"""The identifiers of institutions, whatever formats call their schemes."""

import pytest

from loaders.fields.institution_ids import affiliation_with, institution_id
from loaders.records import Affiliation, Identifier
from tests.unit.loaders.json_parts import loaded

ROR = "02nr0ka47"


@pytest.mark.parametrize(
    ("called", "value", "curie"),
    [
        ("GRID", "grid.5510.1", "grid:grid.5510.1"),
        (None, "https://www.grid.ac/institutes/grid.5510.1", "grid:grid.5510.1"),
        ("ROR", f"https://ror.org/{ROR}", f"ror:{ROR}"),
        ("Ringgold", "6305", "ringgold:6305"),
        ("RINGGOLD", 6305, "ringgold:6305"),
        ("ISNI", "0000 0004 1936 8921", "isni:0000000419368921"),
        (None, "https://isni.org/isni/0000000419368921", "isni:0000000419368921"),
        ("wikidata", "https://www.wikidata.org/entity/Q486156", "wikidata:Q486156"),
        ("FUNDREF", "http://dx.doi.org/10.13039/501100002347", "fundref:501100002347"),
        ("crossref-fundref", "501100002347", "fundref:501100002347"),
        ("openalex", "https://openalex.org/I184942183", "openalex:I184942183"),
        ("inspire", "https://inspirehep.net/api/institutions/903103", "inspire:903103"),
        ("Grid", f"https://ror.org/{ROR}", f"ror:{ROR}"),
        ("something else", "5510", None),
        ("GRID", "n/a", None),
        ("ISNI", "12", None),
        ("openalex", "A5023888391", None),
        ("ROR", None, None),
        ("ROR", True, None),
    ],
)
def test_an_identifier_is_in_the_scheme_that_is_named_else_in_the_one_that_it_tells(
    called: str | None, value: object, curie: str | None
) -> None:
    found = institution_id(called, value)
    assert (found.curie if found else None) == curie


def test_ror_stands_apart_and_each_id_stands_once() -> None:
    given = (("ror", ROR), ("grid", "grid.1.a"), ("GRID", "grid.1.a"), ("isni", "none"))
    assert affiliation_with("Univ  A", *given) == Affiliation("Univ A", ROR, (Identifier("grid", "grid.1.a"),))


CROSSREF = """{"DOI": "10.5555/1", "type": "journal-article", "title": ["Ants"], "container-title": ["J"], "indexed": {},
  "author": [{"family": "Ruiz", "given": "Ana", "sequence": "first", "affiliation": [{"name": "Univ A", "id": [
   {"id": "https://ror.org/02nr0ka47", "id-type": "ROR", "asserted-by": "publisher"},
   {"id": "https://www.wikidata.org/entity/Q1", "id-type": "wikidata", "asserted-by": "publisher"}]}]}]}"""
DATACITE = """{"id": "10.5555/1", "type": "dois", "attributes": {"doi": "10.5555/1", "titles": [{"title": "Ants"}],
  "creators": [{"name": "Ruiz, Ana", "affiliation": [
  {"name": "Univ A", "affiliationIdentifier": "grid.1.a", "affiliationIdentifierScheme": "GRID"}]}]}}"""
PUBMED = """<PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>Ants</ArticleTitle><AuthorList><Author>
  <LastName>Ruiz</LastName><ForeName>Ana</ForeName><AffiliationInfo><Affiliation>Univ A</Affiliation>
  <Identifier Source="ISNI">0000000419368921</Identifier><Identifier Source="GRID">grid.1.a</Identifier></AffiliationInfo>
  </Author></AuthorList></Article></MedlineCitation></PubmedArticle>"""
JATS = """<article><front><article-meta><title-group><article-title>Ants</article-title></title-group>
  <contrib-group>  <contrib contrib-type="author"><name><surname>Ruiz</surname><given-names>Ana</given-names></name>
  <aff><institution-wrap>
  <institution-id institution-id-type="Ringgold">6305</institution-id><institution>Univ A</institution>
  </institution-wrap></aff></contrib></contrib-group></article-meta></front></article>"""
EUROPE_PMC = """{"resultList": {"result": [{"id": "1", "source": "MED", "title": "Ants",
  "authorList": {"author": [{"lastName": "Ruiz", "firstName": "Ana", "authorAffiliationDetailsList": {"authorAffiliation": [
  {"affiliation": "Univ A",  "affiliationOrgId": "https://ror.org/02nr0ka47"}]}}]}}]}}"""
AMINER = """[{"id": "53e99784b7602d9701f3e133", "title": "Ants", "n_citation": 1,
  "authors": [{"name": "Ana Ruiz", "org": "Univ A", "orgid": "5f71b2831c455f439fe3c634"}]}]"""


@pytest.mark.parametrize(
    ("document", "name", "ror", "curies"),
    [
        (CROSSREF, "crossref", ROR, ["wikidata:Q1"]),
        (DATACITE, "datacite", None, ["grid:grid.1.a"]),
        (PUBMED, "pubmed_xml", None, ["isni:0000000419368921", "grid:grid.1.a"]),
        (JATS, "jats", None, ["ringgold:6305"]),
        (EUROPE_PMC, "europe_pmc", ROR, []),
        (AMINER, "aminer", None, ["aminer:5f71b2831c455f439fe3c634"]),
    ],
)
def test_formats_keep_the_ids_beside_affiliations(document: str, name: str, ror: str | None, curies: list[str]) -> None:
    [place] = loaded(document, name).records[0].authors[0].affiliations
    assert (place.name, place.ror, [one.curie for one in place.ids]) == ("Univ A", ror, curies)
