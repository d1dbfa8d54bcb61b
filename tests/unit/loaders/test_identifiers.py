"""An identifier has one spelling, whatever the format and however a document spells it."""

import pytest

from loaders.fields.identifiers import arxiv, cited, doi, dois, isbns, issns, orcid, pmcid, pmid, work_id, work_ids
from loaders.fields.named_ids import person_named, work_named
from loaders.records import Identifier
from tests.unit.loaders.json_parts import ids, loaded
from tests.unit.loaders.one_work import FORMATS, gives, read

SICI = "10.5555/(sici)1234-5678(199912)3:1<7::aid-fn17>3.0.co;2-k"
PLAIN = "10.5555/978-3-16-148410-0_12"
LETTERED = "10.5555/jrnl_a_00123"
_RAW = "10.5555/(SICI)1234-5678(199912)3:1<7::AID-FN17>3.0.CO;2-K"
_ENCODED = "10.5555%2F%28SICI%291234-5678%28199912%293%3A1%3C7%3A%3AAID-FN17%3E3.0.CO%3B2-K"
SPELLINGS: dict[str, tuple[str, str]] = {
    "raw": (_RAW, SICI),
    "percent-encoded": (_ENCODED, SICI),
    "percent-encoded twice": (_ENCODED.replace("%", "%25"), SICI),
    "half percent-encoded": (_RAW.replace("<", "%3C").replace(">", "%3E"), SICI),
    "entities": (_RAW.replace("<", "&lt;").replace(">", "&gt;"), SICI),
    "entities twice": (_RAW.replace("<", "&amp;lt;").replace(">", "&amp;gt;"), SICI),
    "numbered entities": (_RAW.replace("<", "&#60;").replace(">", "&#x3E;"), SICI),
    "TeX commands": (_RAW.replace("<", r"\textless{}").replace(">", r"\textgreater{}"), SICI),
    "TeX commands in braces": (_RAW.replace("<", r"{\textless}").replace(">", r"{\textgreater}"), SICI),
    "TeX mathematics": (_RAW.replace("<", "$<$").replace(">", "$>$"), SICI),
    "in a resolver's address": (f"https://doi.org/{_ENCODED}", SICI),
    "in a publisher's address": (f"https://papers.example.org/doi/{_RAW}/abstract;jsessionid=7A.f01", SICI),
    "with a long dash": (_RAW.replace("1234-5678", "1234–5678"), SICI),
    "with a full stop behind": (f"{_RAW}.", SICI),
    "in brackets": (f"({_RAW})", SICI),
    "underscore": (PLAIN, PLAIN),
    "underscore in TeX": (PLAIN.replace("_", r"\_"), PLAIN),
    "underscore in TeX mathematics": (PLAIN.replace("_", r"{$\_$}"), PLAIN),
    "underscores before letters": (LETTERED.replace("_", r"\_"), LETTERED),
    "underscores in braces before letters": (LETTERED.replace("_", r"{\_}"), LETTERED),
    "underscores of TeX's words before letters": (LETTERED.replace("_", r"\textunderscore "), LETTERED),
    "a link of TeX": (r"\href{{https://doi.org/{}}}{{jrnl}}".format(LETTERED.replace("_", r"\_")), LETTERED),
    "another identifier behind": (f"{PLAIN};PMID:1717", PLAIN),
    "old resolver": (f"http://dx.doi.org/{PLAIN}", PLAIN),
    "www": (f"https://www.doi.org/{PLAIN}", PLAIN),
    "proxy": (f"https://doi-org.proxy.example.edu/{PLAIN}", PLAIN),
    "proxy with an encoded address": (
        f"https://login.example.edu/login?url=https%3A%2F%2Fdoi.org%2F{PLAIN.replace('/', '%2F')}",
        PLAIN,
    ),
    "prefix": (f"doi:{PLAIN}", PLAIN),
    "prefix in capitals": (f"DOI {PLAIN.upper()}", PLAIN),
    "info": (f"info:doi/{PLAIN}", PLAIN),
    "pdf": (f"https://papers.example.org/content/pdf/{PLAIN.replace('/', '%2F')}.pdf", PLAIN),
    "full text": (f"https://papers.example.org/articles/{PLAIN}/full", PLAIN),
    "query": (f"https://doi.org/{PLAIN}?utm_source=mail&utm_medium=x", PLAIN),
    "parameter": (f"https://papers.example.org/article?id={PLAIN}&type=printable", PLAIN),
    "fragment": (f"https://doi.org/{PLAIN}#Sec2", PLAIN),
    "slash behind": (f"https://doi.org/{PLAIN}/", PLAIN),
    "zero-width space": (PLAIN.replace("_", "\u200b_"), PLAIN),
    "spaces around the slash": (PLAIN.replace("/", " / "), PLAIN),
    "a space after a hyphen": (PLAIN.replace("-3-", "- 3-"), PLAIN),
    "non-breaking hyphens": (PLAIN.replace("-", "\u2011"), PLAIN),
    "angle brackets": (f"<https://doi.org/{PLAIN}>", PLAIN),
    "quoted": (f"“{PLAIN}”", PLAIN),
}
TAKING_A_DOI = [name for name in FORMATS if gives(name, "doi")]


@pytest.mark.parametrize("format_name", TAKING_A_DOI)
def test_one_doi_in_every_spelling_and_every_format(format_name: str) -> None:
    found = {name: ids(read(format_name, doi=spelled)).get("doi") for name, (spelled, _) in SPELLINGS.items()}
    assert found == {name: [meant] for name, (_, meant) in SPELLINGS.items()}


def test_a_doi_keeps_what_is_of_it() -> None:
    own = [
        "10.1016/s0140-6736(20)30183-5",
        "10.1175/1520-0493(1990)118<0001:tsot>2.0.co;2",
        "10.1890/0012-9658(2006)87[1:abc]2.0.co;2",
        "10.1002/(sici)1096-8644(199601)99:1<1::aid-ajpa1>3.0.co;2-#",
        "10.7287/peerj.preprints.123v1",
        "10.12688/f1000research.2-1.v1",
        "10.1000.10/123",
        "10.18730/117k*",
        "10.18730/4hd=$",
        "10.15475/notes/1915/2/20#article-eb8eea4f",
    ]
    assert [doi(value) for value in own] == own
    assert doi("10.1101/2020.01.01.123456v2.full.pdf") == "10.1101/2020.01.01.123456"


def test_several_dois_in_one_text_are_several() -> None:
    texts = ("10.5555/a;10.5555/b", "10.5555/a, https://doi.org/10.5555/b.", "[10.5555/a](https://doi.org/10.5555/b) 10.5555/A")
    assert [dois(text) for text in texts] == [("10.5555/a", "10.5555/b")] * 3
    assert dois('<a href="https://doi.org/10.5555/a">10.5555/a</a>') == ("10.5555/a",)


@pytest.mark.parametrize("written", ["10.5555/abc<x>", "https://dx.doi.org/10.5555/abc%3Cx%3E", "10.5555/abc&lt;x&gt;"])
def test_angle_brackets_of_a_doi_are_kept_however_often_it_is_read(written: str) -> None:
    assert doi(written) == doi(doi(written)) == "10.5555/abc<x>"


@pytest.mark.parametrize("behind", ["<br>", "<sup>a</sup>", "%3Cbr%3E", "</doi>", "<br/>", '<ext-link type="x">'])
def test_a_tag_behind_a_doi_is_not_of_it(behind: str) -> None:
    assert doi(f"10.5555/abc{behind}") == "10.5555/abc"


def test_a_line_break_is_told_from_what_stands_behind_a_doi() -> None:
    torn = ("10.5555/j.fn. 2003.09.002", "10.5555/j.fn.2003. 09.002", "10.5555/j.fn .2003.09.002")
    assert {dois(text) for text in torn} == {("10.5555/j.fn.2003.09.002",)}
    behind = ("10.5555/abc. 2020", "10.5555/abc; 2020", "<10.5555/abc> 2020", "10.5555/abc (accessed 2020)", "10.5555/abc, p. 12")
    assert {dois(text) for text in behind} == {("10.5555/abc",)}


def test_the_address_of_a_whole_book_does_not_name_the_chapter() -> None:
    chapter = "@incollection{c, author={Ruiz, Ana}, title={Soils}, url={https://books.example.org/%s/10.5555/978}}"
    [book], [own] = (loaded(chapter.replace("%s", kind), "bibtex").records for kind in ("book", "chapter"))
    assert (ids(book), ids(own)) == ({}, {"doi": ["10.5555/978"]})


def test_what_is_no_doi_gives_none() -> None:
    assert [doi(text) for text in (None, "", "10.1/abc", "10.5555/", "page 110.5555/7", "n/a", "10-5555/7")] == [None] * 7


@pytest.mark.parametrize(
    "printed",
    [
        "hep-th/9901001",
        "hep-th/9901001v3",
        "arXiv:hep-th/9901001v1",
        "HEP-TH/9901001",
        "http://arxiv.org/abs/hep-th/9901001",
        "https://www.arxiv.org/pdf/hep-th/9901001v2.pdf",
        "https://export.arxiv.org/abs/hep-th%2F9901001",
        "https://doi.org/10.48550/arXiv.hep-th/9901001",
        "oai:arXiv.org:hep-th/9901001",
        "hep‐th/9901001",
        "arXiv hep-th/9901001",
        "http://xxx.lanl.gov/abs/hep-th/9901001",
    ],
)
def test_an_old_arxiv_identifier_has_one_spelling(printed: str) -> None:
    found = arxiv(printed)
    assert found is not None
    assert found.value == "hep-th/9901001"


@pytest.mark.parametrize(
    "printed",
    [
        "2101.08692",
        "2101.08692v4 [cs.LG]",
        "arXiv: 2101.08692",
        "arXiv preprint arXiv:2101.08692",
        "arXiv e-prints, arXiv:2101.08692",
        "https://arxiv.org/html/2101.08692v2",
        "https://ar5iv.labs.arxiv.org/html/2101.08692",
        "arXiv.2101.08692",
        "10.48550/ARXIV.2101.08692",
        "CoRR abs/2101.08692",
        "arXiv 2101.08692",
        "https://huggingface.co/papers/2101.08692",
        "https://scirate.com/arxiv/2101.08692",
        "https://arxiv.org/ftp/arxiv/papers/2101/2101.08692.pdf",
    ],
)
def test_a_new_arxiv_identifier_has_one_spelling(printed: str) -> None:
    found = arxiv(printed)
    assert found is not None
    assert found.value == "2101.08692"


def test_a_subject_class_is_no_part_of_an_arxiv_identifier() -> None:
    assert work_id("arxiv", "math.GT/0309136v2") == "math/0309136"


@pytest.mark.parametrize("format_name", TAKING_A_DOI)
def test_the_doi_of_arxiv_is_also_its_identifier(format_name: str) -> None:
    assert "2101.08692" in ids(read(format_name, doi="10.48550/arXiv.2101.08692"))["arxiv"]


def test_a_work_on_arxiv_is_cited_by_its_arxiv_identifier() -> None:
    assert cited("10.48550/arXiv.2101.08692", "10.5555/A", "none") == (
        Identifier("arxiv", "2101.08692"),
        Identifier("doi", "10.5555/a"),
    )


def test_pubmed_identifiers_have_one_spelling() -> None:
    said = (
        "1717",
        "PMID: 1717",
        "pmid:01717",
        "https://pubmed.ncbi.nlm.nih.gov/1717/",
        "http://www.ncbi.nlm.nih.gov/pubmed/1717",
        "1717.0",
        "PMID1717",
        "MEDLINE:1717",
        "1717 [pmid]",
        "PMID: 1717; PMCID: PMC77",
    )
    assert [pmid(text) for text in said] == ["1717"] * len(said)
    in_central = (
        "PMC77",
        "pmc77",
        "77",
        "PMCID: PMC77",
        "PMC77.2",
        "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC77/",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC77",
    )
    assert [pmcid(text) for text in in_central] == ["PMC77"] * len(in_central)
    assert [pmid(text) for text in ("PMC77", "0", "none", "10.5555/1717")] == [None] * 4


def test_orcids_have_one_spelling_and_a_right_check_digit() -> None:
    said = (
        "0000-0002-1694-233X",
        "0000-0002-1694-233x",
        "000000021694233x",
        "0000 0002 1694 233X",
        "0000–0002–1694–233X",
        "https://orcid.org/0000-0002-1694-233X",
        "http://www.orcid.org/0000-0002-1694-233X/",
        "https%3A%2F%2Forcid.org%2F0000-0002-1694-233X",
        "orcid:0000-0002-1694-233X",
    )
    assert [orcid(text) for text in said] == ["0000-0002-1694-233X"] * len(said)
    assert [orcid(text) for text in ("0000-0002-1694-2331", "0000-0002-1694", "")] == [None] * 3


def test_issns_and_isbns_have_one_spelling() -> None:
    assert {issns(text) for text in ("2049-3630", "20493630", "ISSN: 2049‐3630 (online)", "2049–3630")} == {("2049-3630",)}
    assert {issns(text) for text in ("2434-561X", "2434561x")} == {("2434-561X",)}
    said = ("9783161484100", "978-3-16-148410-0", "3-16-148410-X", "316148410x", "ISBN 978 3 16 148410 0", "978‑3‑16‑148410‑0")
    assert {isbns(text) for text in said} == {("9783161484100",)}
    assert (issns("2049-3631"), isbns("978-3-16-148410-1")) == ((), ())


def test_addresses_and_prefixes_of_other_schemes_are_left_out() -> None:
    said = [
        ("dblp", "https://dblp.org/rec/conf/fn/Ruiz20.html", "conf/fn/Ruiz20"),
        ("dblp", "DBLP:conf/fn/Ruiz20", "conf/fn/Ruiz20"),
        ("openalex", "https://openalex.org/w17", "W17"),
        ("acl", "https://aclanthology.org/P19-1001.pdf", "P19-1001"),
        ("acl", "https://aclanthology.org/2020.acl-main.1/", "2020.acl-main.1"),
        ("s2", f"https://www.semanticscholar.org/paper/Soil/{'0a' * 20}", "0a" * 20),
        ("scopus", "https://www.scopus.com/record/display.uri?eid=2-s2.0-85012345678&origin=x", "2-s2.0-85012345678"),
        ("wos", "ISI:000221807500019", "WOS:000221807500019"),
        ("wos", "000221807500019", "WOS:000221807500019"),
    ]
    assert [work_id(scheme, printed) for scheme, printed, _ in said] == [meant for _, _, meant in said]
    assert work_ids(pmid="none", scopus="", dblp="Ruiz20") == ()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("doi:10.5555/ABC", "doi:10.5555/abc"),
        ("https://doi.org/10.5555%2Fabc", "doi:10.5555/abc"),
        ("10.5555/abc", "doi:10.5555/abc"),
        ("doi:10.48550/arXiv.2101.08692", "arxiv:2101.08692"),
        ("arXiv:2101.08692v2", "arxiv:2101.08692"),
        ("https://arxiv.org/abs/math.GT/0309136", "arxiv:math/0309136"),
        ("PMID: 1717", "pmid:1717"),
        ("https://pubmed.ncbi.nlm.nih.gov/1717/", "pmid:1717"),
        ("pmcid:77", "pmcid:PMC77"),
        ("PMC77", "pmcid:PMC77"),
        ("https://aclanthology.org/P19-1001/", "acl:P19-1001"),
        ("https://openalex.org/W17", "openalex:W17"),
        ("https://dblp.org/rec/conf/fn/Ruiz20", "dblp:conf/fn/Ruiz20"),
        ("wos:ISI:000221807500019", "wos:WOS:000221807500019"),
        ("lens:000-054-161-999-999", "lens:000-054-161-999-999"),
        ("dimensions:pub.1150000001", "dimensions:pub.1150000001"),
    ],
)
def test_a_work_is_named_in_any_spelling(text: str, meant: str) -> None:
    assert work_named(text) == Identifier.of_curie(meant)


@pytest.mark.parametrize("value", ["10.1/x", "WOS:000221807500019", "conf/fn/Ruiz20", "10.1002/(sici)1099:1<1::aid-1>3.0.co;2-#"])
def test_the_word_of_an_identifier_gives_the_identifier_back(value: str) -> None:
    known = Identifier("doi", value)
    assert known.curie == f"doi:{value}"
    assert Identifier.of_curie(known.curie) == known


@pytest.mark.parametrize("text", ["0000-0002-1694-233x", "orcid:000000021694233X", "https://orcid.org/0000-0002-1694-233X/"])
def test_a_person_is_named_by_an_orcid_in_any_spelling(text: str) -> None:
    assert person_named(text) == Identifier("orcid", "0000-0002-1694-233X")


def test_a_person_is_named_by_the_address_of_a_page() -> None:
    pages = ("https://openalex.org/A17", "https://dblp.org/pid/12/345.html", "https://www.semanticscholar.org/author/A.-Ruiz/77")
    found = [person_named(page) for page in pages]
    assert found == [Identifier("openalex", "A17"), Identifier("dblp", "12/345"), Identifier("s2", "77")]


def test_names_and_titles_are_no_identifiers() -> None:
    texts = ("Ana Ruiz", "Zheng Xu 0002", "Soils of 2020", "name:ana ruiz", "", "a1")
    assert [work_named(text) for text in texts] + [person_named(text) for text in texts] == [None] * 12
