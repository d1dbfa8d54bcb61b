"""What the BibTeX loader promises, on a file with everything that is awkward about the format."""

import tracemalloc

import pytest

from loaders import Source
from loaders.bibtex import reader as bibtex
from loaders.bibtex.names import names
from loaders.fields.tex import plain_tex
from loaders.records import Authorship, Identifier, Publication, Record
from tests.unit.loaders.page_parts import ROOT, Parts, load, parts

AWKWARD = ROOT / "tests" / "data" / "bibtex" / "awkward.bib"


@pytest.fixture(scope="module")
def awkward() -> Parts:
    return load(AWKWARD)


def record(page: Parts, key: str) -> Record:
    return next(each for each in page.records if each.where.endswith(f", {key}"))


def test_every_entry_is_a_record_or_a_rejection(awkward: Parts) -> None:
    assert [each.where.partition(", ")[2] for each in awkward.records] == [
        "accents", "joined", "parentheses", "after", "after", "one", "two", "unpaired", "chapter", "volume", "Wos", "unfinished",
    ]  # fmt: skip
    assert {each.where: each.reason.split(";")[0] for each in awkward.rejections} == {
        "line 26, broken": "the value of title runs on into the next fields",
        "line 42, empty": "the @misc entry has no title, abstract or identifier (it has author, year)",
    }


def test_tex_never_reaches_a_title_or_a_name(awkward: Parts) -> None:
    read = record(awkward, "accents")
    assert read.title == "On DNA & α-helices: 50% of CO2 — “really”"
    assert [(author.name, author.family, author.given) for author in read.authors] == [
        ("Kurt Gödel", "Gödel", "Kurt"),
        ("Pál Erdős", "Erdős", "Pál"),
        ("Eduard Čech", "Čech", "Eduard"),
        ("A. K. Lovelace", "Lovelace", "A. K."),
    ]
    assert (read.date, read.ids) == ("2011-01-10", (Identifier("doi", "10.1000/abc_1"),))
    assert [(subject.scheme, subject.label) for subject in read.subjects] == [
        ("keyword", "graphs"),
        ("keyword", "Graphs, and trees"),
        ("keyword", "logic"),
    ]


def test_a_paper_inherits_its_volume_but_not_the_identifiers_of_it(awkward: Parts) -> None:
    read = record(awkward, "joined")
    assert read.title == "A Proc. of title"
    assert read.publications == (Publication(venue="Proceedings of the Example Conference", kind="conference", year=2012),)
    assert "doi" not in {identifier.scheme for identifier in read.ids}
    assert [author.name for author in read.authors if author.role == "editor"] == ["Jane Doe"]


def test_truncated_lists_organisations_and_suffixes_are_understood(awkward: Parts) -> None:
    read = record(awkward, "joined")
    assert not read.authors_complete
    assert [(author.name, author.family, author.kind) for author in read.authors if author.role == "author"] == [
        ("Charles Barnes", "Barnes", "person"),
        ("Barnes and Noble, Inc.", None, "organisation"),
        ("Juan de la Cruz Jr", "de la Cruz", "person"),
    ]
    assert not record(awkward, "two").authors_complete


def test_an_arxiv_number_is_found_wherever_exporters_put_it(awkward: Parts) -> None:
    read = record(awkward, "after")
    assert read.ids == (Identifier("arxiv", "2101.08692"),)
    assert read.publications == (Publication(venue="arXiv", kind="preprint", year=2021),)
    assert [(subject.scheme, subject.code) for subject in read.subjects] == [("arxiv", "cs.LG")]
    corr = record(awkward, "parentheses")
    assert (corr.ids, corr.publications) == (
        (Identifier("arxiv", "1708.01234"),),
        (Publication(venue="arXiv", kind="preprint", year=2017),),
    )
    assert [author.name for author in corr.authors] == ["Ann Lee", "Zheng Xu 0002"]


def test_the_entry_behind_a_broken_one_and_both_of_one_key_are_read(awkward: Parts) -> None:
    first, second = (each for each in awkward.records if each.where.endswith(", after"))
    assert [(author.name, author.kind) for author in first.authors] == [
        ("Jan van den Berg", "person"),
        ("The ATLAS Collaboration", "organisation"),
    ]
    assert (first.date, second.year, second.title) == ("1984-05", 1999, "The same key again: No comma before the year")
    assert any("was used before" in reason for reason in awkward.reasons)


def test_a_line_of_an_abstract_that_looks_like_an_entry_is_text(awkward: Parts) -> None:
    assert record(awkward, "unpaired").abstract == "Write to @homeor to the office.\nA second paragraph."


def test_fields_of_xdata_are_taken_over_and_a_missing_parent_is_remarked(awkward: Parts) -> None:
    read = record(awkward, "chapter")
    assert (read.date, read.publications) == ("1999-02", (Publication(venue="The Book", kind="book", year=1999),))
    assert [author.name for author in read.authors] == ["Ann Lee", "Bo Chen"]
    assert any("refers to 'missing'" in reason for reason in awkward.reasons)


def test_entries_that_are_no_works_are_no_rejections() -> None:
    text = """
@comment{jabref-meta: databaseType:biblatex;}
@preamble{"\\newcommand{\\x}{y}"}
@string{press = {Example Press}}
@control{apsrevControl, author="08", year="1", title=""}
@IEEEtranBSTCTL{IEEEexample:BSTcontrol, CTLuse_url = "yes"}
@xdata{base, publisher = press, xdata = {dates}}
@xdata{dates, date = {2004-05}, editor = {Leeward, Ann}}
@xdata{unnamed, date = {1999}}
@set{both, entryset = {one, two}}
@book{one, author = {Chenow, Bo}, title = {One}, xdata = {base}}
@book{two, author = {Chenow, Bo}, title = {Two}, xdata = {dates}, date = {2010}}
"""
    page = parts(list(bibtex.read(Source.of(text))))
    assert not page.rejections
    assert [(read.title, read.date, [author.name for author in read.authors]) for read in page.records] == [
        ("One", "2004-05", ["Bo Chenow", "Ann Leeward"]),
        ("Two", "2010", ["Bo Chenow", "Ann Leeward"]),
    ]
    assert {remark.where: remark.reason[:21] for remark in page.remarks} == {
        "line 9, unnamed": "no entry of this file",
        "line 10, both": "a @set is not a work:",
    }


BEFORE, BEHIND = "@article{a, title = {First}}\n", "@article{z, title = {Last}}\n"
SIGNS = "2-;.'\\:/@{}()\"#%,= \n"


@pytest.mark.parametrize("kind", ["article2", "2article", "book1", "art-icle", "art;icle", " article", "article ", "\\rticle"])
@pytest.mark.parametrize("brackets", ["{}", "()"])
def test_a_type_may_hold_any_signs(kind: str, brackets: str) -> None:
    text = f"{BEFORE}@{kind}{brackets[0]}key, title = {{Middle}}, year = 2001{brackets[1]}\n{BEHIND}"
    page = parts(list(bibtex.read(Source.of(text))))
    assert [(read.where, read.title) for read in page.records] == [
        ("line 1, a", "First"), ("line 2, key", "Middle"), ("line 3, z", "Last"),
    ]  # fmt: skip
    assert not page.reasons


@pytest.mark.parametrize("entry", ["@article{key, title = {Middle}}\n", "@article{key,\n  title = {Middle},\n  year = 2001\n}\n"])
@pytest.mark.parametrize("sign", ["", *SIGNS])
def test_an_entry_with_a_damaged_beginning_costs_nothing_but_itself_and_is_told(entry: str, sign: str) -> None:
    """A sign put in, put in the place of another, and left out, at each place of "@article{key"."""
    for at in range(entry.index("key") + 1):
        for damaged in {entry[:at] + sign + entry[at:], entry[:at] + sign + entry[at + 1 :]}:
            page = parts(list(bibtex.read(Source.of(BEFORE + damaged + BEHIND))))
            titles = [read.title for read in page.records]
            assert "First" in titles and "Last" in titles, damaged  # noqa: PT018
            counted = len(page.records) + len(page.rejections) + any("without its '@'" in each for each in page.reasons)
            assert counted >= 3, damaged


@pytest.mark.parametrize(
    "first", ["@art icle{key, title = {First}}\n", "@{key, title = {First}}\n", "@article key, title = {First}}\n"]
)
def test_a_damaged_beginning_is_told_with_its_line_where_no_entry_stands_before_it(first: str) -> None:
    page = parts(list(bibtex.read(Source.of("A comment.\n\n" + first + BEHIND))))
    assert [read.title for read in page.records] == ["Last"]
    assert [(each.where, each.reason.partition(" begins")[2]) for each in page.rejections] == [
        ("line 3", " no entry; write @type{key, name = {value}}")
    ]


def test_comments_between_entries_are_no_entries() -> None:
    text = f"""% Encoding: UTF-8 (of all (that) is here)
Write to me@example.org (Ann), or see @smith2010 (and others).
@todo: sort these
{BEFORE}
@home (in the office) nobody reads e = mc2
me@example.org {{Ann}}
@comment{{jabref-meta: grouping = {{all}}, @article{{no, title = {{No}}}}}}
{BEHIND}@ todo
"""
    page = parts(list(bibtex.read(Source.of(text))))
    assert [read.title for read in page.records] == ["First", "Last"]


def test_person_identifiers_go_to_the_author_they_name(awkward: Parts) -> None:
    read = record(awkward, "Wos")
    assert [author.ids for author in read.authors] == [(Identifier("orcid", "0000-0002-1825-0097"),), ()]
    assert read.ids == (Identifier("wos", "WOS:000221807500019"),)


def test_a_latin_1_file_is_read_with_a_remark() -> None:
    page = load(ROOT / "tests" / "data" / "bibtex" / "latin1.bib")
    assert [(each.title, [author.name for author in each.authors]) for each in page.records] == [
        ("Größe", ["Jürgen Müller", "José Peña"])
    ]
    assert ["Windows-1252" in remark.reason for remark in page.remarks] == [True]


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"{\'\i} {\ss} {\L}ukasz \k{a} \c{c} {\O}rsted", "í ß Łukasz ą ç Ørsted"),
        (r"\textit{E. coli} \& \textsuperscript{2} 100\%~of so_on", "E. coli & 2 100% of so_on"),
        (r"methodology\hyphen independent \mkbibquote{x} {\TeX}", "methodology-independent “x” TeX"),
        (r"costs $5", "costs $5"),
        (r"unclosed {brace and \textit{x", "unclosed brace and x"),
        (r"\href{http://example.org}{words} \unknown{kept}", "words kept"),
    ],
)
def test_tex_becomes_text(tex: str, text: str) -> None:
    assert plain_tex(tex) == text


@pytest.mark.parametrize(
    ("value", "expected", "complete"),
    [
        ("Ann Lee, Bo Chen, Cy Dean", ["Ann Lee", "Bo Chen", "Cy Dean"], True),
        ("Lee, Ann AND Chen, Bo", ["Ann Lee", "Bo Chen"], True),
        ("{van der Berg}, Jan and Jan {van der Berg}", ["Jan van der Berg", "Jan van der Berg"], True),
        ("{{European Organization}} and et al.", ["European Organization"], False),
        ("Anonymous", [], True),
        ("{Leewen, Anna} and {Chenow, B.}", ["Anna Leewen", "B. Chenow"], True),
        ("{Leewen, Anna and Chenow, Peter}", ["Anna Leewen", "Peter Chenow"], True),
        (
            "{Anvil, Inc.} and {Trade, Industry and Energy} and {Ants of Norland}",
            ["Anvil, Inc.", "Trade, Industry and Energy", "Ants of Norland"],
            True,
        ),
        (
            r"Leewen, Anna\thanks{Norland} and Chenow, Bo$^{1,*}$ and Deane, Cyra\textsuperscript{2}",
            ["Anna Leewen", "Bo Chenow", "Cyra Deane"],
            True,
        ),
        (r"Mar{\'\i}a Ruiz \and M$^{a}$ Jos\'{e} Chenow", ["María Ruiz", "Ma José Chenow"], True),
        ("Leewen A and Chenow BC and Deane D", ["A. Leewen", "B. C. Chenow", "D. Deane"], True),
        ("Bo LI and Wei XU", ["Bo LI", "Wei XU"], True),
        ("Ruiz, A. y Chenow, B.", ["A. Ruiz", "B. Chenow"], True),
    ],
)
def test_name_lists_are_divided(value: str, expected: list[str], complete: bool) -> None:
    people, whole = names(value)
    assert ([person.name for person in people], whole) == (expected, complete)


def test_a_long_file_is_read_entry_by_entry() -> None:
    data = b"".join(b"@misc{k%d, title = {Title %d}}\n" % (number, number) for number in range(5000))
    page = parts(list(bibtex.read(Source.of(data))))
    assert (len(page.records), page.records[-1].where, page.reasons) == (5000, "line 5000, k4999", [])


def test_only_what_the_entry_says_is_kept() -> None:
    page = load(b"@phdthesis{t, author = {Lee, Ann}, title = {T}, school = {University of Nowhere}, year = 2001}")
    assert page.records == [
        Record(
            where="line 1, t",
            title="T",
            kind="phdthesis",
            year=2001,
            date="2001",
            authors=(Authorship(name="Ann Lee", position=1, family="Lee", given="Ann"),),
            publications=(Publication(venue="University of Nowhere", kind="thesis", year=2001),),
            publisher="University of Nowhere",
        )
    ]


def test_journals_by_macro_and_collaborations_are_understood() -> None:
    page = load(
        b"@article{a, author = {{Lee}, A.~B. and {CMS Collaboration}}, title = {{A title}}, journal = {\\prl}, year = 2016,\n"
        b"  collaboration = {ATLAS, CMS}}"
    )
    assert [(each.name, each.kind) for each in page.records[0].authors] == [
        ("A. B. Lee", "person"),
        ("CMS Collaboration", "organisation"),
        ("ATLAS Collaboration", "organisation"),
    ]
    assert page.records[0].publications == (Publication(venue="Physical Review Letters", kind="journal", year=2016),)


def test_a_second_doi_is_told() -> None:
    page = load(b"@misc{a, title = {T}, doi = {10.1000/one, 10.1000/two}}\n@misc{b, title = {U}, doi = {10.1000/one}}")
    assert [each.ids for each in page.records] == [(Identifier("doi", "10.1000/one"),)] * 2
    assert [(each.where, each.reason) for each in page.remarks] == [
        ("line 1, a", "the field doi holds 2 DOIs; the first was taken, and not 10.1000/two")
    ]


def test_a_doi_with_encoded_brackets_is_whole() -> None:
    page = load(b"@misc{a, title = {T}, doi = {https://dx.doi.org/10.1000/abc%3Cx%3E}}")
    assert page.records[0].ids == (Identifier("doi", "10.1000/abc<x>"),)


def test_strings_that_double_and_double_fill_no_memory() -> None:
    strings = "".join(f"@string{{s{number} = s{number - 1} # s{number - 1}}}\n" for number in range(1, 40))
    text = f"@string{{s0 = {{xx}}}}\n{strings}@misc{{a, title = s39}}\n@misc{{b, title = s2 # {{y}}}}\n"
    tracemalloc.start()
    page = parts(list(bibtex.read(Source.of(text))))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 50_000_000
    assert [each.title for each in page.records][1:] == ["xxxxxxxxy"]
    assert [(each.where, each.reason.partition(";")[0]) for each in page.rejections][:1] == [
        ("line 17", "the @string s16 is longer than 64 KiB, or all are longer than 64 MiB")
    ]


def test_joined_values_of_one_entry_are_bounded_and_the_next_entry_is_read() -> None:
    many = ", ".join(f"x{number} = long # long" for number in range(40))
    page = load(f"@string{{long = {{{'x' * 60_000}}}}}\n@misc{{a, title = {{T}}, {many}}}\n@misc{{b, title = {{U}}}}\n".encode())
    assert [each.title for each in page.records] == ["U"]
    assert ["are longer than 1 MiB" in each.reason for each in page.rejections] == [True]


def test_an_empty_string_is_empty() -> None:
    page = load(b"@string{none = {}}\n@misc{a, title = none # {T}, note = none}\n")
    assert [each.title for each in page.records] == ["T"]


def test_references_of_all_to_all_are_followed_within_bounds() -> None:
    keys = [f"k{number}" for number in range(20)]
    listed = "".join(f"@xdata{{{key}, xdata = {{{','.join(keys)}}}, year = 2001}}\n" for key in keys)
    page = parts(list(bibtex.read(Source.of(f"{listed}@misc{{a, title = {{T}}, xdata = {{k0}}}}\n"))))
    assert [(each.title, each.year) for each in page.records] == [("T", 2001)]
