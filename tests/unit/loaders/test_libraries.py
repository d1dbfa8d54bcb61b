"""Catalogues of libraries: MODS, MARCXML and MARC 21."""

import pymarc
import pytest

from loaders import Source, recognise
from loaders.records import Affiliation, Identifier
from tests.unit.loaders.json_parts import DATA, Loaded, ids, loaded, names, places

MODS = DATA / "libraries" / "mods.xml"
MARC = DATA / "libraries" / "marc.xml"


def marc21() -> bytes:
    """The records of the XML in the exchange format."""
    with MARC.open("rb") as stream:
        records: list[pymarc.Record] = []
        pymarc.map_xml(records.append, stream)  # type: ignore[no-untyped-call]
    return b"".join(record.as_marc() for record in records)


def test_records_of_inspire_keep_its_numbers_of_works_people_and_references() -> None:
    work = loaded(MARC, "marcxml").titled("Beams on a chip")
    assert ids(work) == {"doi": ["10.5555/beams.1"], "inspire": ["1001"]}
    assert (work.kind, work.date, work.pages) == ("ConferencePaper", "2017-05", "2520-2525")
    assert [one.curie for one in work.authors[0].ids] == ["inspire:501", "inspire_bai:J.Holm.1", "orcid:0000-0002-1825-0097"]
    assert work.authors[0].affiliations == (Affiliation("Ant Lab, Graz, Austria"),)
    assert [one.curie for one in work.cites] == ["inspire:77", "doi:10.5555/legs"]


@pytest.mark.parametrize(
    ("note", "giver"),
    [
        ("Frankfurt am Main, Johann Wolfgang Goethe-Univ., Diss., 2015", "Frankfurt am Main, Johann Wolfgang Goethe-Univ"),
        ("Zugl.: Berlin, Freie Universität, Diss., 2010", "Berlin, Freie Universität"),
        ("Thesis (Ph. D.)--University of Graz, 2001.", "University of Graz"),
    ],
)
def test_a_note_of_a_thesis_names_who_gave_the_degree(note: str, giver: str) -> None:
    record = f"""<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader>
      <datafield tag="245" ind1="1" ind2="0"><subfield code="a">On bridges</subfield></datafield>
      <datafield tag="502" ind1=" " ind2=" "><subfield code="a">{note}</subfield></datafield></record>"""
    assert [place.venue for place in loaded(record, "marcxml").records[0].publications] == [giver]


def test_a_record_in_an_encoding_that_it_does_not_name_is_rejected_alone() -> None:
    title = "Муравьи и мосты над рекой"
    record = pymarc.Record(force_utf8=True)
    record.add_field(  # type: ignore[no-untyped-call]
        pymarc.Field("245", pymarc.Indicators("1", "0"), [pymarc.Subfield("a", "x" * len(title))])
    )
    other = marc21().partition(b"\x1d")[0] + b"\x1d"
    broken = record.as_marc().replace(b"x" * len(title), title.encode("cp1251"))
    broken = broken[:9] + b" " + broken[10:]
    found = loaded(other + broken + other, "marc21")
    assert [work.title for work in found.records] == ["Ants: a book of counts"] * 2
    [(where, reason)] = found.rejected
    assert (where, "neither UTF-8 nor MARC-8" in reason) == ("record 2", True)


def test_mods_keeps_the_title_with_article_and_part() -> None:
    work = loaded(MODS, "mods").titled("The counts of ants: a survey. Part 1")
    assert work.where == "line 3 (rec-1)"
    assert ids(work) == {"doi": ["10.5555/ants.1"], "pmid": ["900001"]}


def test_mods_has_authors_by_their_relators() -> None:
    work = loaded(MODS, "mods").titled("The counts of ants: a survey. Part 1")
    assert names(work) == [(1, "Ada B. Berg"), (2, "Cy Lee"), (3, "Ant Group")]
    assert work.authors[0].ids == (Identifier("orcid", "0000-0002-1825-0097"),)
    assert work.authors[0].affiliations == (Affiliation("Ant Institute"),)
    assert work.authors[2].kind == "organisation"


def test_mods_has_the_place_in_the_host_which_no_collection_is() -> None:
    work = loaded(MODS, "mods").titled("The counts of ants: a survey. Part 1")
    assert (places(work), work.date) == ([("Ant Letters", "journal", 2019)], "2019-05")
    assert (work.volume, work.issue, work.pages) == ("7", "2", "11-19")
    assert work.cites == (Identifier("doi", "10.5555/legs"),)


def test_mods_keeps_headings_within_what_they_divide() -> None:
    heading, word, klass = loaded(MODS, "mods").titled("The counts of ants: a survey. Part 1").subjects
    assert (heading.curie, heading.label, heading.broader and heading.broader.label) == (
        "lcsh:ants--ecology",
        "Ants--Ecology",
        "Ants",
    )
    assert (word.curie, klass.curie) == ("keyword:count", "ddc:595.79")


def test_mods_of_a_thesis_stands_in_who_gave_the_degree_and_broken_ones_are_rejected() -> None:
    read = loaded(MODS, "mods")
    thesis = read.titled("On bridges")
    assert (places(thesis), thesis.date) == ([("University of Graz", "thesis", 2001)], "2001-06-05")
    assert [where for where, _ in read.rejected] == ["line 19", "line 20"]


@pytest.fixture(params=["marcxml", "marc21"])
def catalogue(request: pytest.FixtureRequest) -> Loaded:
    """The same records in both forms."""
    return loaded(MARC if request.param == "marcxml" else marc21(), request.param)


def test_marc_titles_and_names_stand_without_the_punctuation_between(catalogue: Loaded) -> None:
    book = catalogue.titled("Ants: a book of counts")
    assert names(book) == [(1, "Ada B. Berg"), (2, "Jan Holm")]
    assert book.authors[0].ids == (Identifier("orcid", "0000-0002-1825-0097"),)
    assert (ids(book), book.kind, book.year) == ({"isbn": ["9780152038656"]}, "book", 1993)
    assert places(book) == []
    assert [one.curie for one in book.subjects] == ["lcsh:ants--ecology", "ddc:595.796"]


def test_marc_has_the_place_of_an_article_in_words(catalogue: Loaded) -> None:
    article = catalogue.titled("Counts of ants")
    assert (places(article), ids(article)) == ([("Ant Letters", "journal", 2019)], {"doi": ["10.5555/ants.1"]})
    assert (article.volume, article.issue, article.pages) == ("7", "2", "11-19")
    assert article.authors[0].affiliations == (Affiliation("Ant Institute"),)


def test_marc_serials_are_venues_and_theses_stand_in_their_university(catalogue: Loaded) -> None:
    assert [(venue.name, venue.ids) for venue in catalogue.venues] == [("Ant letters", (Identifier("issn", "0016-6731"),))]
    assert places(catalogue.titled("On bridges")) == [("University of Graz", "thesis", 2001)]
    assert len(catalogue.rejected) == 1


def test_marc_answers_of_oai_pmh_hold_records_of_the_same_name() -> None:
    inside = MARC.read_text(encoding="utf-8")
    record = inside[inside.index("<record>") : inside.index("</record>")] + "</record>"
    deleted = "<record><header status='deleted'><identifier>oai:x:1</identifier></header></record>"
    text = (
        f"<OAI-PMH><request>x</request><ListRecords>{deleted}<record><header><identifier>oai:x:2</identifier></header>"
        f"<metadata>{record}</metadata></record></ListRecords></OAI-PMH>"
    )
    read = loaded(text, "marcxml")
    assert ([work.title for work in read.records], read.remarks) == (["Ants: a book of counts"], [])
    assert [where for where, _ in read.rejected] == ["line 1 (oai:x:1)"]


def test_a_marc_record_that_is_broken_is_rejected_alone() -> None:
    first, second, *rest = (record + b"\x1d" for record in marc21().split(b"\x1d")[:-1])
    bent = second.replace(b"22", b"2x", 1)[:12] + b"00000" + second[17:]
    read = loaded(b"".join((first, bent, *rest)), "marc21")
    assert read.rejected[0][0] == "record 2"
    assert read.titled("On bridges").where == "record 4 (t4)"
    cut = loaded(first + second[:100], "marc21")
    assert ([work.title for work in cut.records], [where for where, _ in cut.rejected]) == (
        ["Ants: a book of counts"],
        ["record 2"],
    )


def test_marc_in_utf_8_that_says_marc_8_is_read_as_it_is() -> None:
    title = pymarc.Field("245", pymarc.Indicators("1", "0"), [pymarc.Subfield("a", "Über Ameisen")])
    data = pymarc.Record(leader="00000nam a2200000 a 4500", force_utf8=True, fields=[title]).as_marc()
    read = loaded(data[:9] + b" " + data[10:], "marc21")
    assert [work.title for work in read.records] == ["Über Ameisen"]
    assert ["UTF-8" in reason for _, reason in read.remarks] == [True]


def test_marc21_is_told_by_its_first_bytes() -> None:
    known = recognise(Source.of(b"\xef\xbb\xbf" + marc21()))
    assert known is not None
    assert known.name == "marc21"
    assert recognise(Source.of(b"00042 is a number\x1e\x1f\x1d" * 9)) is None
