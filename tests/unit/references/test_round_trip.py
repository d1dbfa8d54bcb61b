"""What is written as a reference is read back the same, by our loaders and by other programs."""

import json

import pytest
from bibtexparser.entrypoint import parse_string

from graph.errors import ParameterError
from graph.references.reference import Contributor, PersonParts, Reference, person_parts
from graph.references.writing import FORMATS, reference_format
from loaders.records import Record, Rejection
from tests.unit.loaders.read_items import read_as

FORM_NAMES = [form.name for form in FORMATS]
LOADED_AS = {"bibtex": "bibtex", "ris": "ris", "csl-json": "csl_json"}


def people(*names: str, kind: str = "person") -> tuple[Contributor, ...]:
    return tuple(Contributor(name, kind) for name in names)


def reference(**changed: object) -> Reference:
    known: dict[str, object] = {
        "uid": "doi:10.9999/ants_1", "kind": "Journal Article", "title": "BERT & Ants: 50% of α-Paths_{x} #1 {nested} $5 ~ ^",
        "authors": people("Ludwig van Beethoven", "Ada M. Berg", "Zheng Xu 0002", "Gödel"), "editors": (),
        "authors_complete": True, "year": 2020, "date": "2020-05-01", "venue": "Journal of Ants & Bees", "venue_kind": "journal",
        "venue_ids": ("issn:1234-5679",), "series": (), "volume": "12", "issue": "3", "pages": "101-110", "article_number": None,
        "publisher": "Müller & Söhne", "place": "Graz, Österreich", "languages": ("en", "de"),
        "url": "https://ants.example.org/a_b~c?x=1&y=%20#p", "appearances": 1,
        "ids": ("doi:10.9999/ants_1", "arxiv:2001.01234", "isbn:9783540123453", "pmid:123"),
        "abstract": "Ants of one colony hand on what they carry.\nThe load moves on.", "retracted": False,
    }  # fmt: skip
    return Reference(**{**known, **changed})  # type: ignore[arg-type]


def read_back(written: Reference, form: str) -> Record:
    _, items = read_as(reference_format(form).text([written]), LOADED_AS[form])
    [record] = items
    assert isinstance(record, Record), record
    return record


@pytest.mark.parametrize("form", FORM_NAMES)
def test_our_loaders_read_everything_back(form: str) -> None:
    written = reference()
    read = read_back(written, form)
    assert read.title == written.title
    assert [author.name for author in read.authors] == ["Ludwig van Beethoven", "Ada M. Berg", "Zheng Xu", "Gödel"]
    assert (read.year, read.volume, read.issue) == (2020, "12", "3")
    assert read.pages is not None
    assert read.pages.replace("\u2013", "-").replace("--", "-") == "101-110"
    assert next((seen.venue, seen.kind) for seen in read.publications) == ("Journal of Ants & Bees", "journal")
    assert {"issn:1234-5679"} <= {known.curie for seen in read.publications for known in seen.ids}
    assert {known.curie for known in read.ids} >= {"doi:10.9999/ants_1", "arxiv:2001.01234", "isbn:9783540123453"}
    assert (read.publisher, read.place, read.languages) == ("Müller & Söhne", "Graz, Österreich", ("en", "de"))
    assert (read.url, read.date, read.kind) == (written.url, "2020-05-01", "Journal Article")
    assert read.abstract is not None
    assert read.abstract.split() == (written.abstract or "").split()
    assert read.authors_complete


@pytest.mark.parametrize("form", FORM_NAMES)
def test_what_is_missing_is_not_made_up_and_a_cut_list_stays_cut(form: str) -> None:
    bare = reference(
        authors=(*people("Ada Berg"), *people("The Ant Group", kind="organisation")), authors_complete=False, year=None,
        date=None,
        venue=None, venue_kind=None, venue_ids=(), volume=None, issue=None, pages=None, abstract=None, ids=("doi:10.9999/x",),
        publisher=None, place=None, languages=(), url=None,
    )  # fmt: skip
    read = read_back(bare, form)
    assert (read.year, read.abstract, read.publications, read.volume, read.pages) == (None, None, (), None, None)
    assert (read.publisher, read.place, read.languages, read.url, read.date) == (None, None, (), None, None)
    assert not read.authors_complete
    assert [author.name for author in read.authors] == ["Ada Berg", "The Ant Group"]


@pytest.mark.parametrize(
    ("venue_kind", "kind"),
    [("conference", "conference"), ("workshop", "conference"), ("book", "book"), ("thesis", "thesis"), ("journal", "journal")],
)
@pytest.mark.parametrize("form", FORM_NAMES)
def test_kinds_of_publication_are_kept(form: str, venue_kind: str, kind: str) -> None:
    read = read_back(reference(venue_kind=venue_kind, venue="Where It Was", kind=None), form)
    assert [(seen.venue, seen.kind) for seen in read.publications if seen.kind != "preprint"] == [("Where It Was", kind)]
    assert read.publisher == "Müller & Söhne"


@pytest.mark.parametrize("venue_kind", ["thesis", "report"])
@pytest.mark.parametrize("form", FORM_NAMES)
def test_who_issued_a_thesis_or_a_report_is_its_publisher(form: str, venue_kind: str) -> None:
    school = "University of Graz"
    written = reference(venue_kind=venue_kind, venue=school, venue_ids=(), kind=None, publisher=school)
    read = read_back(written, form)
    assert [seen.venue for seen in read.publications if seen.kind != "preprint"] == ["University of Graz"]
    assert read.publisher == "University of Graz"


@pytest.mark.parametrize(("kind", "people_are"), [("book", "author"), ("proceedings", "editor")])
@pytest.mark.parametrize("form", FORM_NAMES)
def test_a_volume_is_written_as_one(form: str, kind: str, people_are: str) -> None:
    nobody: tuple[Contributor, ...] = ()
    named = {"authors": nobody, "editors": nobody, f"{people_are}s": people("Ada Berg")}
    read = read_back(reference(venue=None, venue_kind=None, venue_ids=(), kind=kind, **named), form)
    assert [(one.name, one.role) for one in read.authors] == [("Ada Berg", people_are)]
    assert (read.publisher, read.place, read.kind) == ("Müller & Söhne", "Graz, Österreich", kind)
    assert "isbn:9783540123453" in {known.curie for known in read.ids}


@pytest.mark.parametrize("form", FORM_NAMES)
def test_the_number_of_a_series_is_written_and_read_as_one(form: str) -> None:
    written = reference(venue="Ants 2020", venue_kind="conference", venue_ids=(), series=("issn:1234-5679",), kind=None)
    [place] = [seen for seen in read_back(written, form).publications if seen.kind != "preprint"]
    assert (place.ids, [known.curie for known in place.series]) == ((), ["issn:1234-5679"])


@pytest.mark.parametrize(("date", "read_as"), [("2020-05", "2020-05"), ("2020", "2020"), ("2019-12-31", "2020")])
@pytest.mark.parametrize("form", FORM_NAMES)
def test_a_date_is_written_as_exact_as_it_is_and_only_where_it_is_of_the_year(form: str, date: str, read_as: str) -> None:
    assert read_back(reference(date=date), form).date == read_as


@pytest.mark.parametrize("form", FORM_NAMES)
def test_a_retracted_work_stays_one(form: str) -> None:
    read = read_back(reference(retracted=True), form)
    assert (read.title or "").startswith("RETRACTED: BERT")


def test_bibtexparser_reads_entries_with_keys_of_their_own() -> None:
    same = [reference(), reference(uid="other"), reference(authors=(), title="Über Ameisen")]
    library = parse_string(reference_format("bibtex").text(same))
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == ["vanbeethoven2020bert", "vanbeethoven2020bert-2", "anonymous2020uber"]
    assert library.entries[0]["title"].startswith(r"{BERT} \& Ants: 50\% of")


def test_csl_items_have_the_parts_that_styles_need() -> None:
    [item] = json.loads(reference_format("csl-json").text([reference()]))
    assert item["type"] == "article-journal"
    assert item["author"][0] == {"family": "van Beethoven", "given": "Ludwig"}
    assert item["issued"] == {"date-parts": [[2020, 5, 1]]}
    assert item["DOI"] == "10.9999/ants_1"


def test_names_are_taken_apart_as_far_as_they_tell() -> None:
    assert person_parts(Contributor("Ludwig van Beethoven", "person")) == PersonParts("van Beethoven", "Ludwig")
    assert person_parts(Contributor("Gödel", "person")) == PersonParts("Gödel")
    assert person_parts(Contributor("The Ant Group", "organisation")) is None


def test_capitals_alone_are_kept_from_styles() -> None:
    text = reference_format("bibtex").text([reference(title="Le modèle dédié à mBERT et GPT, après été")])
    assert "title = {Le modèle dédié à {mBERT} et {GPT,} après été}," in text


def test_a_preprint_that_appeared_elsewhere_is_not_called_one() -> None:
    [journal] = json.loads(reference_format("csl-json").text([reference(kind="preprint")]))
    [preprint] = json.loads(reference_format("csl-json").text([reference(kind="preprint", venue_kind="preprint", venue="arXiv")]))
    assert ("genre" in journal, preprint["genre"]) == (False, "preprint")


def test_styles_print_the_kind_where_it_says_something_and_not_of_every_article() -> None:
    [article, thesis] = json.loads(
        reference_format("csl-json").text([reference(), reference(kind="PhD thesis", venue_kind="thesis", venue="Graz")])
    )
    assert ("genre" in article, article["custom"]) == (False, {"kind": "Journal Article"})
    assert (thesis["genre"], "custom" in thesis) == ("PhD thesis", False)
    [report] = parse_string(reference_format("bibtex").text([reference(kind="article", venue_kind="report")])).entries
    assert ("type" in report.fields_dict, report["entrysubtype"]) == (False, "article")


def test_hostile_text_stays_text() -> None:
    hostile = reference(title="}, author = {Nobody}\nER  - \nTY  - JOUR <script>", authors=people("A, B and C", "X {Y"))
    for form in FORM_NAMES:
        _, items = read_as(reference_format(form).text([hostile]), LOADED_AS[form])
        assert sum(isinstance(item, Record) for item in items) == 1, form
        assert not any(isinstance(item, Rejection) for item in items), form


def test_an_unknown_form_names_those_that_there_are() -> None:
    with pytest.raises(ParameterError, match=r"'refs.doc' is no form of references .* bibtex \(.bib\), ris"):
        reference_format(None, "refs.doc")
