"""Pages as they really arrive: other encodings and line ends, empty, truncated anywhere, damaged, or two in one file."""

import random
from itertools import permutations
from pathlib import Path

import pytest

from loaders import FORMATS, Source, recognise
from loaders.records import Header, Record, Rejection, Remark
from tests.unit.loaders.page_parts import AWKWARD, DEMO, load, parts

PAGES = sorted([*AWKWARD.glob("*.txt"), *DEMO.glob("*.txt")])
page_of_each = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)

PAGE_FORMATS = {"researcher_profile", "author_name_cluster", "paper_list", "arxiv_listing"}


def essence(records: list[Record]) -> list[tuple[object, ...]]:
    return [(record.where, record.title, record.abstract, record.ids, record.authors, record.publications) for record in records]


@page_of_each
@pytest.mark.parametrize("variant", ["windows", "old-mac", "bom", "utf-16", "trailing", "no-last-newline", "blank-lines-first"])
def test_line_ends_encodings_and_trailing_spaces_change_nothing(page: Path, variant: str) -> None:
    text = page.read_text(encoding="utf-8")
    data = {
        "windows": lambda: text.replace("\n", "\r\n").encode(),
        "old-mac": lambda: text.replace("\n", "\r").encode(),
        "bom": lambda: b"\xef\xbb\xbf" + text.encode(),
        "utf-16": lambda: text.encode("utf-16"),
        "trailing": lambda: text.replace("\n", " \t\u00a0\n").encode(),
        "no-last-newline": lambda: text.rstrip("\n").encode(),
        "blank-lines-first": lambda: b"\n\n" + text.encode(),
    }[variant]()
    plain, varied = load(page), load(data)
    if variant == "blank-lines-first":
        assert [record.title for record in varied.records] == [record.title for record in plain.records]
    else:
        assert essence(varied.records) == essence(plain.records)
        assert varied.header == plain.header
        assert varied.rejections == []


def test_a_page_in_windows_1252_is_read_with_a_remark() -> None:
    page = load("Researcher profile\n\nJosé Muñoz\n\n1 published item(s)\n\npreprint2020arXiv\n\nÜber Namen\n".encode("cp1252"))
    assert page.header.about is not None
    assert (page.header.about.name, page.records[0].title) == ("José Muñoz", "Über Namen")
    assert any("Windows-1252" in reason for reason in page.reasons)


@pytest.mark.parametrize(
    "text",
    [
        "Researcher profile\n\nAnn Example\n\nTrust snapshot\n\n0works\n\nPublished work\n\n0 published item(s)\n",
        "Arrow Research search\n\nAuthor name cluster\n\nAnn Example\n\n0 papers\n0 author rows\n\nPossible papers\n\n0\n",
        "Ann Example\n\n0papers\n\n0 Papers\n",
    ],
)
def test_an_empty_list_is_a_document_with_an_owner_and_no_records(text: str) -> None:
    page = load(text)
    assert page.header.about is not None
    assert page.header.about.name == "Ann Example"
    assert (page.records, page.rejections, page.remarks) == ([], [], [])
    assert {count.count for count in page.header.declared if count.counts_records} == {0}


@page_of_each
def test_a_page_truncated_anywhere_gives_what_is_complete(page: Path) -> None:
    data = page.read_bytes()
    known = recognise(Source.at(page))
    assert known is not None
    whole = {record.where: record for record in load(page).records}
    for cut in range(0, len(data), 17):
        read = parts(list(known.read(Source.of(data[:cut]))))
        assert len({record.where for record in read.records[:-1]} - set(whole)) == 0
        for record in read.records[:-2]:
            assert (record.title, record.ids) == (whole[record.where].title, whole[record.where].ids), cut


@pytest.mark.parametrize("rounds", [15, pytest.param(100, marks=pytest.mark.slow)])
@page_of_each
def test_a_damaged_page_never_raises(page: Path, rounds: int) -> None:
    chance = random.Random(page.stem)
    lines = page.read_bytes().split(b"\n")
    for _ in range(rounds):
        damaged = list(lines)
        for _ in range(chance.randint(1, 4)):
            place, other = chance.randrange(len(damaged)), chance.randrange(len(damaged))
            line = damaged[place]
            damaged[place : place + 1] = chance.choice(
                [
                    [],
                    [line, damaged[other]],
                    [line[: chance.randint(0, len(line))]],
                    [damaged[other]],
                    [bytes(chance.randrange(256) if chance.random() < 0.05 else byte for byte in line)],
                ]
            ) or [b""]
        for known in FORMATS:
            items = list(known.read(Source.of(b"\n".join(damaged))))
            assert isinstance(items[0], Header)
            assert all(isinstance(item, Record | Rejection | Remark) for item in items[1:])


def test_a_heading_without_a_title_is_rejected_with_its_line() -> None:
    page = load(
        "Researcher profile\n\nAnn Example\n\n2 published item(s)\n\npreprint2022arXiv\n\npreprint2021arXiv\n\nA title\n\nText.\n"
    )
    assert [(record.where, record.title) for record in page.records] == [("line 9", "A title")]
    assert [(rejection.where, "no title" in rejection.reason) for rejection in page.rejections] == [("line 7", True)]


def test_a_cut_in_an_author_list_leaves_out_the_half_name() -> None:
    text = (AWKWARD / "author_name_cluster_awkward.txt").read_text(encoding="utf-8")
    page = load(text[: text.index("Conan O'Br") + 6])
    assert [author.name for author in page.records[0].authors] == ["Zheng Xu 0002", "李明", "Плато\u0301н"]
    assert not page.records[0].authors_complete
    assert any("half a name" in reason for reason in page.reasons)


def test_a_cut_in_a_heading_is_rejected_and_not_taken_for_text() -> None:
    text = (AWKWARD / "researcher_profile_awkward.txt").read_text(encoding="utf-8")
    page = load(text[: text.index("dataset1997") + 9])
    assert page.records[-1].abstract == "The year is an old one."
    assert ["'dataset19'" in rejection.reason for rejection in page.rejections] == [True]


def test_text_after_the_last_id_of_a_listing_is_rejected() -> None:
    page = load("An abstract.\narXiv:2101.00001Another abstract, whose id is truncated.\narXiv:2012.0")
    assert len(page.records) == 1
    assert [(rejection.where, "truncated" in rejection.reason) for rejection in page.rejections] == [("line 2", True)]


def test_two_counts_that_disagree_are_remarked_with_both_numbers() -> None:
    head = "Researcher profile\n\nAnn Example\n\n3works\n\nPublished work\n\n1 published item(s)\n\n"
    page = load(head + "preprint2022arXiv\n\nA title\n\nText.\n")
    assert len(page.records) == 1
    assert [("3 (works)" in reason, "1 (published items)" in reason) for reason in page.reasons] == [(True, True)]


def test_the_declared_count_decides_between_doubtful_headings() -> None:
    head = "Ann Example\n\n{n}papers\n\n{n} Papers\n\n"
    text = head + "LGMay 3, 2021\nFirst title\n\nAnn Example\n\nText.\n\nLGMay 2, 2021\n\nWords to ponder\n\nMore text.\n"
    assert [record.title for record in load(text.format(n=1)).records] == ["First title"]
    assert [record.title for record in load(text.format(n=2)).records] == ["First title", "Words to ponder"]


def test_titles_that_look_like_sentences_are_titles() -> None:
    titles = [
        "Why trust it? Explaining the predictions of any classifier",
        "Us vs. Them: a study of quotes.",
        "mixup",
        "Part I. The start",
    ]
    head = "Researcher profile\n\nAnn Example\n\nPublished work\n\n9 published item(s)\n"
    text = head + "".join(f"\npreprint2021arXiv\n\n{title}\n\nIt has an abstract. Of two sentences.\n" for title in titles)
    assert [record.title for record in load(text).records] == titles


@pytest.mark.parametrize(("first", "second"), list(permutations(sorted(DEMO.glob("*.txt")), 2)), ids=lambda page: page.stem)
@pytest.mark.parametrize("between", ["", "\n"])
def test_two_pages_in_one_file_are_reported_and_the_first_is_read_whole(first: Path, second: Path, between: str) -> None:
    texts = [page.read_text(encoding="utf-8").rstrip("\n") for page in (first, second)]
    alone, together = load(first), load(between.join(texts))
    assert [record.title for record in together.records] == [record.title for record in alone.records]
    assert [(record.ids, record.authors) for record in together.records] == [
        (record.ids, record.authors) for record in alone.records
    ]
    assert [rejection.reason.endswith("load both") for rejection in together.rejections] == [True]


def test_a_listing_twice_in_one_file_is_remarked() -> None:
    text = (DEMO / "arxiv_listing_soham_de.txt").read_text(encoding="utf-8")
    page = load(text + text)
    assert len(page.records) == 20
    assert any("10 ids listed a second time" in reason for reason in page.reasons)


def test_a_page_that_is_no_text_is_one_rejection(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [known for known in FORMATS if known.name in PAGE_FORMATS]
    assert len(pages) == len(PAGE_FORMATS)
    for known in pages:
        page = parts(list(known.read(Source.of(b"Researcher profile\n\0\n"))))
        assert (page.records, ["NUL" in rejection.reason for rejection in page.rejections]) == ([], [True])
    monkeypatch.setattr("loaders.parsing.source.MAX_TEXT_BYTES", 10)
    for known in pages:
        page = parts(list(known.read(Source.of("x" * 11))))
        assert (page.records, ["larger than" in rejection.reason for rejection in page.rejections]) == ([], [True])


def test_a_false_heading_that_breaks_the_order_of_the_page_is_text_when_the_count_says_so() -> None:
    entries = "".join(
        f"\n{venue} Conference {year} Conference Paper\n\n{title}\n\n  • Ann Example\n\nText.\n"
        for venue, year, title in (("ICML", 2019, "One"), ("ICLR", 2022, "False"), ("ICML", 2017, "Two"))
    )
    head = "Author name cluster\n\nAnn Example\n\n{n} papers\n\nPossible papers\n\n{n}\n"
    assert [record.title for record in load(head.format(n=2) + entries).records] == ["One", "Two"]
    assert [record.title for record in load(head.format(n=3) + entries).records] == ["One", "False", "Two"]


@pytest.mark.parametrize("page", sorted(DEMO.glob("*.txt")), ids=lambda page: page.stem)
def test_a_page_that_lost_its_blank_lines_keeps_its_records(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    squeezed = load("\n".join(line for line in text.split("\n") if line.strip()) + "\n")
    assert [(r.title, r.abstract, r.ids, r.authors) for r in squeezed.records] == [
        (r.title, r.abstract, r.ids, r.authors) for r in load(page).records
    ]


def test_an_entry_without_abstract_at_the_end_is_no_cut() -> None:
    head = "Researcher profile\n\nAnn Example\n\n2 published item(s)\n\n"
    page = load(head + "preprint2022arXiv\n\nOne\n\nText.\n\npreprint2021arXiv\n\nTwo")
    assert [(record.title, record.abstract) for record in page.records] == [("One", "Text."), ("Two", None)]
    assert page.remarks == []


@pytest.mark.parametrize("head", ["Researcher profile\n\nAnn Exam", "Arrow Research search\n\nAuthor name cluster\n\nAnn Exam"])
def test_half_an_owners_name_is_not_taken(head: str) -> None:
    page = load(head)
    assert (page.header.about, page.records) == (None, [])
    assert any("truncated" in reason for reason in page.reasons)
