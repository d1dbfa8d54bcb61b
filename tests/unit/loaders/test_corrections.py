"""Retractions and corrections are told from the fields in which formats say them."""

import json

import pytest

from loaders.fields.corrections import is_retracted_kind, says_retracted
from loaders.records import Identifier, Record
from tests.unit.loaders.json_parts import loaded
from tests.unit.loaders.one_work import written

DOI = "10.5555/right"


def _crossref(**members: object) -> Record:
    [record] = loaded(json.dumps(json.loads(written("crossref")) | members), "crossref").records
    return record


def _changed(format_name: str, before: str, after: str) -> Record:
    text = written(format_name)
    assert before in text
    [record] = loaded(text.replace(before, after, 1), format_name).records
    return record


RETRACTED = {
    "openalex": ('"type": "article"', '"type": "article", "is_retracted": true'),
    "crossref": ('"member"', '"updated-by": [{"DOI": "10.5555/notice", "type": "retraction"}], "member"'),
    "datacite": ('"publicationYear"', '"dates": [{"date": "2021", "dateType": "Withdrawn"}], "publicationYear"'),
    "csl_json": ('"id"', '"status": "retracted", "id"'),
    "zotero": ('"extra": "', '"extra": "Retracted\\n'),
    "dblp_search": ('"year"', '"publtype": "withdrawn", "year"'),
    "dblp": ("<article key", '<article publtype="withdrawn" key'),
    "acl_anthology": ("<abstract>", '<retracted date="2021-01-02">Wrong.</retracted><abstract>'),
    "pubmed_xml": (
        "<AuthorList>",
        "<PublicationTypeList><PublicationType>Retracted Publication</PublicationType></PublicationTypeList><AuthorList>",
    ),
    "nbib": ("DP  - ", "PT  - Journal Article\nPT  - Retracted Publication\nDP  - "),
    "web_of_science": ("\nPY ", "\nDT Article; Retracted Publication\nPY "),
    "scopus_csv": ('"Article"', '"Retracted"'),
    "ris": ("PY  - ", "M3  - Retracted Publication\nPY  - "),
    "bibtex": ("year", "type = {Article; Retracted Publication},\n  year"),
}


@pytest.mark.parametrize("format_name", sorted(RETRACTED))
def test_a_field_says_that_a_work_is_retracted(format_name: str) -> None:
    assert _changed(format_name, *RETRACTED[format_name]).retracted
    assert not loaded(written(format_name), format_name).records[0].retracted


def test_what_is_withdrawn_from_arxiv_may_stand_in_a_journal() -> None:
    comment = "<comment>This paper has been withdrawn by the author; see the journal</comment><title>"
    record = _changed("arxiv_atom", "<title>", comment)
    assert (record.retracted, record.comment) == (False, "This paper has been withdrawn by the author; see the journal")


def test_a_table_says_so_in_a_column() -> None:
    rows = 'Title,Authors,Is Retracted\n"A","Ana Ruiz",TRUE\n"B","Ana Ruiz",FALSE\n"C","Ana Ruiz",\n'
    assert [record.retracted for record in loaded(rows, "table").records] == [True, False, False]


def test_crossref_says_what_a_notice_is_about() -> None:
    notice = _crossref(
        **{"update-to": [{"DOI": DOI.upper(), "type": "retraction"}, {"DOI": "10.5555/v2", "type": "new_version"}]}
    )
    assert (notice.corrects, notice.retracted) == ((Identifier("doi", DOI),), False)
    erratum = _crossref(relation={"is-erratum-of": [{"id": DOI, "id-type": "doi"}], "has-review": [{"id": "10.5555/r"}]})
    assert (erratum.corrects, erratum.retracted) == ((Identifier("doi", DOI),), False)


def test_a_retraction_under_the_works_own_doi_retracts_it() -> None:
    in_place = _crossref(**{"update-to": [{"DOI": "10.5555/SOIL.17", "type": "retraction"}]})
    assert (in_place.corrects, in_place.retracted) == ((), True)


@pytest.mark.parametrize("kind", ["correction", "expression_of_concern", "new_version", "partial_retraction"])
def test_other_updates_do_not_retract_a_work(kind: str) -> None:
    assert not _crossref(**{"updated-by": [{"DOI": DOI, "type": kind}]}).retracted


def test_crossmark_says_it_in_xml() -> None:
    update = f'<crossmark><updates><update type="corrigendum" date="2021-01-01">{DOI}</update></updates></crossmark><doi_data>'
    assert _changed("crossref_xml", "<doi_data>", update).corrects == (Identifier("doi", DOI),)


def test_pubmed_points_at_what_is_corrected() -> None:
    notes = "".join(
        f'<CommentsCorrections RefType="{kind}"><RefSource>{said}</RefSource>{number}</CommentsCorrections>'
        for kind, said, number in [
            ("ErratumFor", "Notes. 2019", '<PMID Version="1">99</PMID>'),
            ("RetractionOf", f"Notes. 2018. doi: {DOI}.", ""),
            ("Cites", "Notes. 2017", "<PMID>98</PMID>"),
        ]
    )
    noted = f"</Article><CommentsCorrectionsList>{notes}</CommentsCorrectionsList>"
    assert _changed("pubmed_xml", "</Article>", noted).corrects == (Identifier("pmid", "99"), Identifier("doi", DOI))


def test_nbib_points_at_what_is_corrected() -> None:
    notes = f"EFR - Notes. 2019;1:1-2. doi: 10.5555/other. PMID: 99\nROF - Notes. 2018. doi:\n      {DOI}.\nVI  - "
    assert _changed("nbib", "VI  - ", notes).corrects == (Identifier("pmid", "99"), Identifier("doi", DOI))


def test_a_work_that_pubmed_says_is_retracted_elsewhere_is_retracted() -> None:
    note = '<CommentsCorrections RefType="RetractionIn"><RefSource>N</RefSource></CommentsCorrections>'
    noted = f"</Article><CommentsCorrectionsList>{note}</CommentsCorrectionsList>"
    assert _changed("pubmed_xml", "</Article>", noted).retracted
    assert _changed("nbib", "VI  - ", "RIN - Notes. 2021. PMID: 3\nVI  - ").retracted


def test_a_notice_is_not_retracted_itself() -> None:
    assert [is_retracted_kind(kind) for kind in ("Retraction", "Retraction Notice", "Article", None)] == [False] * 4
    notes = ("Withdrawn from the workshop", "12 pages; a retraction of an earlier claim", "Accepted", "Not withdrawn")
    assert [says_retracted(note) for note in notes] == [False] * 4
