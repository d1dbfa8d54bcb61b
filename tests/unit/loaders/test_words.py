"""The small things that every page loader stands on: identifiers, dates, categories, venues, names, numbers."""

import pytest

from loaders.fields.arxiv_categories import arxiv_subject, categories, category
from loaders.fields.arxiv_ids import arxiv_id
from loaders.fields.dates import iso_date
from loaders.fields.publication_types import publication_kind
from loaders.fields.venues import publications_in, venue_name
from loaders.pages.comments import is_comment
from loaders.pages.line_types import looks_like_name, looks_like_names, split_names
from loaders.pages.page import whole_number
from loaders.pubmed.nbib import short_name
from loaders.records import Publication


@pytest.mark.parametrize(
    ("text", "value", "date", "rest"),
    [
        ("2101.08692", "2101.08692", "2021-01", ""),
        ("2101.08692Bootstrap", "2101.08692", "2021-01", "Bootstrap"),
        ("2101.086923D point clouds", "2101.08692", "2021-01", "3D point clouds"),
        ("2101.08692v2Next", "2101.08692", "2021-01", "Next"),
        ("2101.08692v12Next", "2101.08692", "2021-01", "Next"),
        ("2101.08692v23D shapes", "2101.08692", "2021-01", "3D shapes"),
        ("1412.99983D point", "1412.9998", "2014-12", "3D point"),
        ("0704.0001", "0704.0001", "2007-04", ""),
        ("hep-th/9901001v1", "hep-th/9901001", "1999-01", ""),
        ("math.GT/03091362-manifolds", "math/0309136", "2003-09", "2-manifolds"),
    ],
)
def test_an_arxiv_id_ends_where_its_month_says(text: str, value: str, date: str, rest: str) -> None:
    found = arxiv_id(text)
    assert found is not None
    assert (found.value, found.date, text[found.end :]) == (value, date, rest)


@pytest.mark.parametrize(
    "text", ["1234.56789", "2101.0869", "0703.0001", "0013.0001", "nowhere/9901001", "hep-th/9913001", "", "10.1000/1"]
)
def test_what_is_no_arxiv_id(text: str) -> None:
    assert arxiv_id(text) is None


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("Nov 8, 2023", "2023-11-08"),
        ("November 8 2023", "2023-11-08"),
        ("8 Sept 2023", "2023-09-08"),
        ("May 2023", "2023-05"),
        ("Feb 30, 2023", "2023-02"),
        ("2023-02-03", "2023-02-03"),
        ("yesterday", None),
    ],
)
def test_dates_become_iso(printed: str, iso: str | None) -> None:
    assert iso_date(printed) == iso


def test_short_names_have_every_suffix_of_a_generation() -> None:
    suffixes = ("Jr", "Sr", "2nd", "3rd", "4th", "II", "III", "IV")
    assert [short_name(f"Loach JA {suffix}").name for suffix in suffixes] == [f"J. A. Loach {suffix}" for suffix in suffixes]


def test_the_taxonomy_is_whole() -> None:
    counts = {
        archive: sum(code.startswith(f"{archive}.") for code in categories())
        for archive in ("astro-ph", "cond-mat", "cs", "econ", "eess", "math", "nlin", "physics", "q-bio", "q-fin", "stat")
    }
    assert counts == {
        "astro-ph": 6,
        "cond-mat": 9,
        "cs": 40,
        "econ": 3,
        "eess": 4,
        "math": 32,
        "nlin": 5,
        "physics": 22,
        "q-bio": 10,
        "q-fin": 9,
        "stat": 6,
    }
    assert {"gr-qc", "hep-ex", "hep-lat", "hep-ph", "hep-th", "math-ph", "nucl-ex", "nucl-th", "quant-ph"} <= set(categories())


@pytest.mark.parametrize(
    ("printed", "code", "name", "others"),
    [
        ("LG", "cs.LG", "Machine Learning", ()),
        ("IV", "eess.IV", "Image and Video Processing", ()),
        ("quant-ph", "quant-ph", "Quantum Physics", ()),
        ("cs.cl", "cs.CL", "Computation and Language", ()),
        ("cmp-lg", "cs.CL", "Computation and Language", ()),
        ("IT", "cs.IT", "Information Theory", ("math.IT",)),
        ("NA", "cs.NA", "Numerical Analysis", ("math.NA",)),
        ("AP", "stat.AP", "Applications", ("math.AP",)),
        ("CO", "stat.CO", "Computation", ("math.CO", "astro-ph.CO")),
        ("ST", "math.ST", "Statistics Theory", ("q-fin.ST",)),
        ("soc-ph", "physics.soc-ph", "Physics and Society", ()),
    ],
)
def test_codes_of_categories(printed: str, code: str, name: str, others: tuple[str, ...]) -> None:
    meant = category(printed)
    assert meant is not None
    assert (meant.code, meant.name, meant.others) == (code, name, others)


def test_a_category_lies_within_its_archive() -> None:
    above = arxiv_subject("cs.LG").broader
    assert above is not None
    assert (above.code, above.label, arxiv_subject("quant-ph").broader) == ("cs", "Computer Science", None)


@pytest.mark.parametrize(
    ("comment", "publications"),
    [
        ("Published as a conference paper at ICLR 2021", [("ICLR", "conference", 2021)]),
        ("Camera-ready version of ICML 2020", [("ICML", "conference", 2020)]),
        ("In 2017 International Conference on Autonomous Agents & Multiagent Systems (AAMAS)", [("AAMAS", "conference", 2017)]),
        ("NIPS 2016; 9 pages", [("NeurIPS", "conference", 2016)]),
        ("Accepted at AAAI-20", [("AAAI", "conference", None)]),
        ("ICLR'20", [("ICLR", "conference", 2020)]),
        ("To appear in Nature", [("Nature", "journal", None)]),
        ("The Nature of things, 12 pages", []),
        ("Submitted to ICML 2020", []),
        ("Under review at ICLR 2021", []),
        ("12 pages, 3 figures", []),
        ("Presented at FooConf 2021", [("FooConf", "other", 2021)]),
        ("Workshop on Examples, ICML 2019", [("ICML Workshop on Examples", "workshop", 2019)]),
        ("ICML workshop paper", [("ICML Workshop", "workshop", None)]),
        (
            "Short version at ICLR 2020; full version in Journal of Machine Learning Research",
            [("ICLR", "conference", 2020), ("JMLR", "journal", None)],
        ),
    ],
)
def test_venues_that_a_comment_names(comment: str, publications: list[tuple[str, str, int | None]]) -> None:
    found = publications_in(comment)
    assert all(isinstance(publication, Publication) for publication in found)
    assert [(publication.venue, publication.kind, publication.year) for publication in found] == publications


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("NIPS", "NeurIPS"),
        ("arXiv.org", "arXiv"),
        ("Proceedings of the 37th International Conference on Machine Learning", "ICML"),
        ("Advances in Neural Information Processing Systems", "NeurIPS"),
        ("machine learning", "Machine Learning"),
        ("Annals of  Examples", "Annals of Examples"),
    ],
)
def test_one_name_for_a_venue(printed: str, name: str) -> None:
    assert venue_name(printed) == name


def test_comments_are_told_from_abstracts() -> None:
    before = "An abstract that ends."
    assert is_comment("Published as a conference paper at ICLR 2021", before=before)
    assert is_comment("12 pages, 3 figures.", before=before)
    assert is_comment("v2", before=before)
    assert not is_comment("We find that this holds for 12 pages of text and more.", before=before)
    assert not is_comment("published results of the last years.", before="a hard-wrapped line that goes on with")
    assert not is_comment("A one-line abstract about nothing in particular", before=None)
    assert is_comment("Accepted at ICML 2020", before=None)


@pytest.mark.parametrize(
    "name",
    [
        "Plato",
        "李明",
        "Ludwig van der Rohe",
        "Conan O'Brien",
        "Jean-Luc Picard",
        "J. R. R. Tolkien",
        "Zheng Xu 0002",
        "Martin King Jr.",
        "Łukasz Żółć",
    ],
)
def test_names_of_people(name: str) -> None:
    assert looks_like_name(name)
    assert looks_like_names(name)


@pytest.mark.parametrize(
    "text", ["We study graphs.", "this is not a name", "See: here", "An approach to things that nobody has seen before now"]
)
def test_what_is_no_name(text: str) -> None:
    assert not looks_like_names(text)


@pytest.mark.parametrize(
    ("line", "names", "complete"),
    [
        ("A One, B Two et al.", ("A One", "B Two"), False),
        ("A One, B Two, et al", ("A One", "B Two"), False),
        ("A One, B Two and 3 others", ("A One", "B Two"), False),
        ("A One, B Two, and C Three", ("A One", "B Two", "C Three"), True),
        ("A One, Jr., B Two", ("A One, Jr.", "B Two"), True),
        ("Plato", ("Plato",), True),
        ("Metalliou Et", ("Metalliou Et",), True),
    ],
)
def test_author_lists_in_one_line(line: str, names: tuple[str, ...], complete: bool) -> None:
    assert split_names(line) == (names, complete)


@pytest.mark.parametrize(
    ("text", "number"), [("12", 12), ("1,204", 1204), ("1.2k", 1200), ("3M", 3_000_000), ("0", 0), ("1.5", None), ("x", None)]
)
def test_numbers(text: str, number: int | None) -> None:
    assert whole_number(text) == number


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("journal article", "journal"),
        ("Conference Paper", "conference"),
        ("preprint", "preprint"),
        ("PhD thesis", "thesis"),
        ("nonsense", "other"),
        (None, "other"),
    ],
)
def test_kinds_of_publication(words: str | None, kind: str) -> None:
    assert publication_kind(words) == kind
