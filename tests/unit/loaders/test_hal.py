"""HAL: fields that hold several things at once, and lists that belong together."""

import json

from loaders.records import Affiliation, Identifier
from tests.unit.loaders.export_items import export
from tests.unit.loaders.json_parts import DATA, ids, loaded, names, places

ANSWER = DATA / "hal" / "answer.json"


def test_ids_and_places_go_to_whom_the_name_is_and_to_nobody_where_two_have_it() -> None:
    work = loaded(ANSWER, "hal").titled("Comptage des fourmis")
    assert names(work) == [(1, "Ada Berg"), (2, "Jan Holm"), (3, "Jan Holm")]
    assert work.authors[0].ids == (Identifier("hal", "ada-berg"),)
    assert work.authors[0].affiliations == (Affiliation("Ant Institute", "02nr0ka47", (Identifier("hal", "601"),)),)
    assert [(author.ids, author.affiliations) for author in work.authors[1:]] == [((), ()), ((), ())]


def test_a_document_keeps_ids_places_and_domains() -> None:
    work = loaded(ANSWER, "hal").titled("Comptage des fourmis")
    assert ids(work) == {"doi": ["10.5555/ants.1"], "arxiv": ["1901.00001"], "hal": ["hal-00000301"]}
    assert (places(work), work.date) == ([("Ant Letters", "journal", 2019), ("arXiv", "preprint", 2019)], "2019-05")
    assert (work.abstract, work.volume, work.issue, work.pages) == ("The ants.", "7", "2", "11-19")
    domains = [(one.code, one.label, one.broader and one.broader.code) for one in work.subjects if one.scheme == "hal"]
    assert domains == [("sdv", "Life Sciences [q-bio]", None), ("sdv.ee", "Ecology, environment", "sdv")]


def test_a_number_is_no_idhal_and_an_orcid_is_whose_where_all_have_one() -> None:
    [lee] = loaded(ANSWER, "hal").titled("On bridges").authors
    assert lee.ids == (Identifier("orcid", "0000-0002-1825-0097"),)


def test_a_thesis_stands_in_its_institution() -> None:
    work = loaded(ANSWER, "hal").titled("On bridges")
    assert (places(work), work.date) == ([("University of Graz", "thesis", 2001)], "2001-06-05")


def test_a_document_without_title_is_rejected_with_the_fields_to_ask_for() -> None:
    [(where, reason)] = loaded(ANSWER, "hal").rejected
    assert (where, "title_s" in reason) == ("record 2 (tel-00000302)", True)


TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:hal="http://hal.archives-ouvertes.fr/"><text><body><listBibl><biblFull>
<titleStmt><title xml:lang="fr">Des fourmis</title><title xml:lang="en">Of Ants</title></titleStmt>
<editionStmt><edition n="v1"><date type="whenProduced">2019-05-01</date></edition></editionStmt>
<publicationStmt><idno type="halId">hal-01234567</idno></publicationStmt>
<sourceDesc><biblStruct><analytic><title xml:lang="fr">Des fourmis</title>
<author role="aut"><persName><forename type="first">Zoé</forename><surname>Ruiz</surname></persName>
<idno type="idhal" notation="string">zoe-ruiz</idno><idno type="idhal" notation="numeric">123</idno>
<idno type="ORCID">https://orcid.org/0000-0002-1825-0097</idno><affiliation ref="#struct-12"/></author>
<author role="edt"><persName><forename type="first">Bo</forename><surname>Lind</surname></persName></author></analytic>
<monogr><title level="j">Journal of Ants</title><imprint><biblScope unit="volume">7</biblScope>
<biblScope unit="pp">1-9</biblScope>
<date type="datePub">2020-02</date></imprint></monogr><idno type="doi">10.9999/ants</idno></biblStruct></sourceDesc>
<profileDesc><textClass><classCode scheme="halTypology" n="ART">Journal articles</classCode></textClass></profileDesc>
</biblFull></listBibl></body><back><listOrg type="structures"><org type="laboratory" xml:id="struct-12" status="VALID">
<idno type="ROR">https://ror.org/02feahw73</idno><orgName>Institut des Fourmis</orgName></org></listOrg></back></text></TEI>"""


def test_the_tei_of_an_answer_that_was_asked_for_nothing_else_is_read() -> None:
    [work] = export(json.dumps({"response": {"numFound": 1, "docs": [{"label_xml": TEI}]}}), "hal").records
    assert (work.title, work.year, work.date, work.volume, work.pages, work.kind) == (
        "Des fourmis", 2020, "2020-02", "7", "1-9", "ART",
    )  # fmt: skip
    assert [each.curie for each in work.ids] == ["doi:10.9999/ants", "hal:hal-01234567"]
    assert [(place.venue, place.kind) for place in work.publications] == [("Journal of Ants", "journal")]
    author, editor = work.authors
    assert (author.name, [each.curie for each in author.ids], author.affiliations[0].name, author.affiliations[0].ror) == (
        "Zoé Ruiz", ["hal:zoe-ruiz", "orcid:0000-0002-1825-0097"], "Institut des Fourmis", "02feahw73",
    )  # fmt: skip
    assert (editor.name, editor.role) == ("Bo Lind", "editor")


def test_the_members_of_an_answer_go_before_its_tei_and_broken_tei_changes_nothing() -> None:
    own = {"title_s": ["Of Ants"], "halId_s": "hal-7654321", "authFullName_s": ["Ann Lee"], "label_xml": TEI}
    [work] = export(json.dumps({"response": {"docs": [own]}}), "hal").records
    assert (work.title, [author.name for author in work.authors]) == ("Of Ants", ["Ann Lee"])
    [work] = export(json.dumps({"response": {"docs": [{**own, "label_xml": TEI[:300]}]}}), "hal").records
    assert [author.name for author in work.authors] == ["Ann Lee"]
