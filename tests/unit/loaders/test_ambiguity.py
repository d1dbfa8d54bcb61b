"""Lines that may be two things: a title or a heading, text or an entry, an entry's end or the page's, a name or half of one."""

import unicodedata

import pytest

from tests.unit.loaders.page_parts import Parts, load

ABSTRACT = "Ants carry grain in turns. We count the turns."


def profile(*entries: str, count: int | None = None, owner: str = "Ann Example") -> str:
    listed = len(entries) if count is None else count
    return "\n\n".join(["Researcher profile", owner, f"{listed}works", "Published work", f"{listed} published item(s)", *entries])


def cluster(*entries: str, count: int | None = None, owner: str = "Ann Example") -> str:
    listed = len(entries) if count is None else count
    head = [
        "Arrow Research search",
        "Author name cluster",
        owner,
        f"{listed} papers\n1 author row",
        "Possible papers",
        str(listed),
    ]
    return "\n\n".join([*head, *entries])


def paper_list(*entries: str, count: int | None = None, owner: str = "Ann Example") -> str:
    listed = len(entries) if count is None else count
    return "\n\n".join([owner, f"{listed}papers", f"{listed} Papers", *entries])


def bullets(*names: str) -> str:
    return "\n".join(f"  • {name}" for name in names)


def titles(page: Parts) -> list[str | None]:
    return [record.title for record in page.records]


@pytest.mark.parametrize("title", ["Preprint Servers and Peer Review 2021", "Lessons from NeurIPS 2020 Competitions"])
def test_a_title_of_the_shape_of_a_heading_is_a_title(title: str) -> None:
    people = bullets("Ann Example", "Bo Lind")
    works = profile(f"preprint2021arXiv\n\n{title}\n\n{ABSTRACT}", f"preprint2020arXiv\n\nTwo\n\n{ABSTRACT}")
    named = cluster(f"ICML Conference 2021 Conference Paper\n\n{title}\n\n{people}\n\n{ABSTRACT}")
    for page in (load(works), load(named)):
        assert titles(page)[0] == title
        assert page.records[0].abstract == ABSTRACT
        assert page.rejections == []


SOURCES = [
    "LREC/WILDRE", "ACL (1)", "IEEE/ACM Trans. Audio", "J. Mach. Learn. Res.", "bioRxiv: the preprint", "NeurIPS & ICML", "CoRR",
    "LREC-COLING", "Proc. 3rd Int'l Conf.", '"Nature"', "Why? And How!", "C++ Report", "学会誌", "Журнал", "npj Quantum Mater.",
    "iScience,", "/ACM", "#Ants", "'Studies'", "1984 Review",
]  # fmt: skip


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("year", ["1950", "2019", "2027"])
def test_a_heading_is_told_by_its_form_whatever_the_source_is_called(source: str, year: str) -> None:
    page = load(
        profile(
            f"preprint2028arXiv\n\nOne\n\n{ABSTRACT}",
            f"conference paper{year}{source}\n\nTwo\n\n{ABSTRACT}",
            f"article1949Mind\n\nThree\n\n{ABSTRACT}",
        )
    )
    assert titles(page) == ["One", "Two", "Three"]
    assert [record.abstract for record in page.records] == [ABSTRACT] * 3
    assert (page.records[1].kind, page.records[1].year) == ("conference paper", int(year))
    assert len(page.records[1].publications) == 1


@pytest.mark.parametrize(
    ("heading", "kind", "year", "venues"),
    [
        ("preprint2020", "preprint", 2020, []),
        ("2019Nature", None, 2019, ["Nature"]),
        ("articlearXiv", "article", None, ["arXiv"]),
        ("conference paperLREC/WILDRE", "conference paper", None, ["LREC/WILDRE"]),
        ("journal article", "journal article", None, []),
    ],
)
def test_a_heading_may_lack_its_source_its_kind_or_its_year(
    heading: str, kind: str | None, year: int | None, venues: list[str]
) -> None:
    page = load(profile(f"preprint2021arXiv\n\nOne\n\n{ABSTRACT}", f"{heading}\n\nTwo\n\n{ABSTRACT}"))
    assert titles(page) == ["One", "Two"]
    second = page.records[1]
    assert (second.kind, second.year, [each.venue for each in second.publications]) == (kind, year, venues)


@pytest.mark.parametrize("abstract", [ABSTRACT, "Ants carry grain in turns. " + "We count the turns that they take " * 4])
@pytest.mark.parametrize("listed", [3, 7])
def test_a_heading_without_a_blank_line_before_it_is_not_swallowed_by_the_abstract(abstract: str, listed: int) -> None:
    entries = [
        f"{heading}\n\nA Title\n\n{abstract.strip()}" for heading in ("preprint2021arXiv", "article2020ACL/EMNLP", "preprint2019")
    ]
    page = load(profile("\n".join(entries), count=listed))
    assert [(record.year, record.title, record.abstract) for record in page.records] == [
        (2021, "A Title", abstract.strip()),
        (2020, "A Title", abstract.strip()),
        (2019, "A Title", abstract.strip()),
    ]


def test_a_heading_quoted_within_a_paragraph_is_text_where_the_count_says_so() -> None:
    quoted = "We list the entry as\npreprint2020arXiv\nwas printed, and count it."
    page = load(profile(f"preprint2021arXiv\n\nOne\n\n{quoted}", f"preprint2019arXiv\n\nTwo\n\n{ABSTRACT}"))
    assert titles(page) == ["One", "Two"]
    assert page.records[0].abstract == quoted


def test_a_cluster_heading_may_lack_its_year_or_its_venue() -> None:
    headings = [
        "LREC/WILDRE Workshop 2021 Conference Paper",
        "ICML Conference Conference Paper",
        "Conference 2019 Conference Paper",
    ]
    people = bullets("Ann Example", "Bo Lind")
    page = load(cluster(*(f"{heading}\n\nOf Ants\n\n{people}\n\n{ABSTRACT}" for heading in headings)))
    found = [(record.year, [each.venue for each in record.publications]) for record in page.records]
    assert found == [(2021, ["LREC/WILDRE"]), (None, ["ICML"]), (2019, [])]


def test_an_unusual_kind_of_work_over_an_author_list_with_the_owner_is_a_heading() -> None:
    page = load(cluster(f"AAAI Conference 2007 Best of Show\n\nFair Shares for Ants.\n\n{bullets('Ann Example')}\n\n{ABSTRACT}"))
    assert [(record.title, record.kind) for record in page.records] == [("Fair Shares for Ants.", "Best of Show")]


def test_an_entry_in_an_abstract_without_the_owner_is_text_where_the_count_says_so() -> None:
    quoted = f"ICML Conference 2021 Conference Paper\n\nOther Work\n\n{bullets('Cy Dee', 'Di Eck')}"
    named = cluster(
        f"ICML Conference 2022 Conference Paper\n\nOne\n\n{bullets('Ann Example')}\n\n{ABSTRACT}\n\n{quoted}\n\n{ABSTRACT}",
        f"ICML Conference 2020 Conference Paper\n\nTwo\n\n{bullets('Bo Lind', 'Ann Example')}\n\n{ABSTRACT}",
    )
    listed = paper_list(
        f"LGNov 8, 2022\n\nOne\n\nAnn Example\n\n{ABSTRACT}\n\nLGNov 8, 2021\n\nOther Work\n\nCy Dee, Di Eck\n\n{ABSTRACT}",
        f"LGNov 8, 2020\n\nTwo\n\nBo Lind, Ann Example\n\n{ABSTRACT}",
    )
    for page in (load(named), load(listed)):
        assert titles(page) == ["One", "Two"]


def test_lines_like_the_beginning_of_another_page_are_text_where_the_page_goes_on_to_its_count() -> None:
    other = "John Roe\n\n2papers\n\n2 Papers"
    entries = [f"preprint202{year}arXiv\n\nWork {year}\n\n{ABSTRACT}" for year in (3, 2, 1)]
    page = load(profile(f"{entries[0]}\n\n{other}\n\n{ABSTRACT}", *entries[1:]))
    assert titles(page) == ["Work 3", "Work 2", "Work 1"]
    assert page.rejections == []
    assert page.records[0].abstract == f"{ABSTRACT}\n\n{other}\n\n{ABSTRACT}"


@pytest.mark.parametrize("name", ["Van Le", "E", "Bo Le", "Le Do"])
def test_short_surnames_that_are_particles_elsewhere_are_names(name: str) -> None:
    entry = f"ICML Conference 2021 Conference Paper\n\nOne\n\n{bullets(name)}\n\n{ABSTRACT}"
    page = load(cluster(entry, owner=name))
    assert [[author.name for author in record.authors] for record in page.records] == [[name]]
    assert page.records[0].authors_complete


def test_a_page_that_ends_with_its_owner_as_author_keeps_the_owner() -> None:
    page = load(paper_list("LGNov 8, 2022\n\nOne\n\nAnn Example"))
    assert page.header.about is not None
    assert page.header.about.name == "Ann Example"
    assert page.records[0].authors_complete


def test_a_list_that_ends_without_the_owner_is_cut_and_loses_the_half_name() -> None:
    named = load(cluster(f"ICML Conference 2021 Conference Paper\n\nOne\n\n{bullets('Bo Lind', 'Cy De')}"))
    listed = load(paper_list("LGNov 8, 2022\n\nOne\n\nBo Lind, Cy De"))
    for page in (named, listed):
        (record,) = page.records
        assert [(author.name, author.position) for author in record.authors] == [("Bo Lind", 1), ("Ann Example", None)]
        assert not record.authors_complete
        assert any("truncated in the author list" in reason for reason in page.reasons)


def test_a_bullet_without_a_name_ends_a_list_that_is_cut_and_the_names_before_stay() -> None:
    page = load(cluster(f"ICML Conference 2021 Conference Paper\n\nOne\n\n{bullets('Bo Lind', 'Cy Dee')}\n  •"))
    assert [author.name for author in page.records[0].authors if author.position] == ["Bo Lind", "Cy Dee"]
    assert page.records[0].abstract is None
    assert not page.records[0].authors_complete


def test_a_title_without_its_author_list_at_the_end_of_the_page_is_rejected() -> None:
    first = f"ICML Conference 2021 Conference Paper\n\nOne\n\n{bullets('Ann Example')}\n\n{ABSTRACT}"
    page = load(cluster(first, "ICML Conference 2020 Conference Paper\n\nTwo and a Ha"))
    assert titles(page) == ["One"]
    assert "truncated in the title" in page.rejections[0].reason


@pytest.mark.parametrize("half", ["preprint2020bio", "preprint20", "pre"])
def test_half_a_heading_after_an_entry_without_abstract_is_no_abstract(half: str) -> None:
    page = load(profile("preprint2021arXiv\n\nOne", half, count=2))
    assert [(record.title, record.abstract) for record in page.records] == [("One", None)]
    assert "truncated in the heading" in page.rejections[0].reason


@pytest.mark.parametrize(
    "page",
    [
        "Researcher profile\n\nAnn Example\n\nTrust snapshot\n",
        "Arrow Research search\n\nAuthor name cluster\n\nAnn Example\n\nPossible papers associated with this",
    ],
)
def test_a_page_cut_before_its_list_is_rejected(page: str) -> None:
    assert [reason.reason[:24] for reason in load(page).rejections] == ["the page is truncated be"]


@pytest.mark.parametrize("comment", ["12 pages, 3 figures", "To appear in NeurIPS 2020", "v2: fixed typos"])
def test_a_comment_after_an_abstract_that_does_not_end_in_a_full_stop_is_a_comment(comment: str) -> None:
    abstract = "Ants carry grain in turns over long ways. We count the turns of many thousand ants. Data: example.org/ants"
    page = load(f"{abstract}\n{comment}\narXiv:2001.00001{ABSTRACT}\narXiv:2001.00002")
    assert [(record.abstract, record.comment) for record in page.records] == [(abstract, comment), (ABSTRACT, None)]


def test_an_indented_listing_is_read() -> None:
    page = load(f"  {ABSTRACT}\n  arXiv:2001.00001{ABSTRACT}\n  arXiv:2001.00002")
    assert [record.ids[0].value for record in page.records] == ["2001.00001", "2001.00002"]


def test_accents_are_composed_whatever_the_system_that_saved_the_page() -> None:
    text = profile("preprint2021arXiv\n\nÜber Ameisen", owner="José Muñoz")
    assert load(unicodedata.normalize("NFD", text)) == load(text)
