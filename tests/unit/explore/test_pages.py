"""What pages promise whatever they show: nothing that others wrote is markup, and tables tell where they come from."""

import json

import pytest

from graph.explore.addresses import FileAddresses, LiveAddresses, file_of
from graph.explore.rendering import elsewhere, web_page
from tests.unit.explore.made_up import HOSTILE, answered, paper_page, parsed


def test_what_others_wrote_is_text_and_never_markup() -> None:
    names = ("title", "abstract", "comment", "kind", "date")
    page = parsed(
        paper_page(
            **dict.fromkeys(names, HOSTILE),
            authors=[{"uid": HOSTILE, "name": HOSTILE, "position": 1, "affiliation": None}],
            venues=[
                dict.fromkeys(("uid", "name", "kind", "year", "volume", "issue", "pages", "article_number", "date"), HOSTILE)
            ],
            ids=["doi:10.1/" + HOSTILE, HOSTILE],
        )
    )
    assert [script.get("src") for script in page.iter("script")] == ["/static/explore.js"]
    assert page.findtext(".//h1/bdi") == HOSTILE
    assert [name for element in page.iter() for name in element.attrib if name.startswith("on") or name == "style"] == []
    assert {href.partition(":")[0] for href in page.xpath("//a/@href")} <= {"https", "#main"} | {
        href for href in page.xpath("//a/@href") if href.startswith("/")
    }


def test_names_that_others_wrote_keep_their_direction_to_themselves() -> None:
    page = parsed(paper_page(title="\u202eright to left", authors=[{"uid": "a", "name": "\u202eB", "affiliation": None}]))
    assert [element.text for element in page.iter("bdi") if "\u202e" in (element.text or "")] == [
        "\u202eright to left",
        "\u202eB",
    ]


def test_a_title_of_ten_thousand_letters_is_shortened_and_kept() -> None:
    title = "word " * 2000
    page = parsed(paper_page(title=title))
    assert len(page.findtext(".//h1/bdi")) < 420
    assert title in page.xpath("string(//details)")


def test_an_author_list_of_thousands_says_how_many_more_there_are() -> None:
    authors = [{"uid": f"a{number}", "name": f"Author {number}", "affiliation": None} for number in range(200)]
    page = parsed(paper_page(authors=authors, author_count=2900))
    assert "2,860 more authors" in page.xpath("string(//summary)")
    assert "and 2,700 more" in page.xpath("string(//details/p)")


def test_every_table_is_offered_as_cypher_csv_and_json() -> None:
    page = parsed(paper_page())
    [doors] = page.find_class("doors")
    assert [(link.text, link.get("href")) for link in doors.iter("a")] == [
        ("Cypher", "/answer/paper_profile.cypher?paper=p1"),
        ("CSV", "/answer/paper_profile.csv?paper=p1"),
        ("JSON", "/answer/paper_profile.json?paper=p1"),
    ]


def test_an_answer_as_csv_begins_no_formula_and_as_json_holds_all() -> None:
    found = answered("find_papers", [{"uid": "p1", "title": "=HYPERLINK(1)", "authors": ["A", "B"]}], text="x")
    header, row = found.csv().splitlines()
    assert header == "uid,title,year,kind,venues,authors,score"
    assert row == 'p1,\'=HYPERLINK(1),,,,"[""A"", ""B""]",'
    assert json.loads(found.json())[0]["title"] == "=HYPERLINK(1)"


def test_an_answer_as_cypher_sets_every_parameter_of_the_stored_query() -> None:
    found = answered("papers_of", [], author="name:o'brien; x")
    assert found.settings.splitlines()[0] == ':param author => "name:o\'brien\\u003b x";'
    assert [line.split()[1] for line in found.settings.splitlines()] == [one.name for one in found.query.params]
    assert found.cypher().endswith(found.query.text)


@pytest.mark.parametrize("uid", ["name:soham de", "a/b", "..", "a?b#c%d", "\u4e2d\u6587", HOSTILE])
def test_the_address_of_a_page_leads_back_to_its_uid(uid: str) -> None:
    from urllib.parse import unquote, urlsplit

    address = LiveAddresses().page("author", uid)
    assert address is not None
    assert unquote(urlsplit(address).path) == f"/author/{uid}"
    assert urlsplit(address).query == ""


def test_files_of_pages_have_names_that_every_file_system_takes_and_no_two_the_same() -> None:
    uids = ["name:A b", "name:a B", "name:a b", "../../etc", "con", "a" * 4000, HOSTILE]
    files = [file_of(("author", uid)) for uid in uids]
    assert len({file.casefold() for file in files}) == len(uids)
    assert all(len(file) < 90 and ".." not in file and file.count("/") == 1 for file in files)


def test_pages_that_are_not_exported_are_no_links() -> None:
    addresses = FileAddresses({("author", "a"), ("search", "")}, {})
    assert addresses.page("author", "b") is None
    assert addresses.page("author", "a", page=2) is None
    assert addresses.page("search") == "../index.html"
    page = parsed(paper_page(authors=[{"uid": "b", "name": "Bo", "affiliation": None}], author_count=1), addresses)
    assert "Bo" in page.xpath("string(//main)")
    assert page.xpath("//a[.='Bo']") == []


def test_identifiers_lead_to_who_gives_them_and_to_nothing_else() -> None:
    assert elsewhere("doi:10.1/x y") == "https://doi.org/10.1/x%20y"
    assert elsewhere("javascript:alert(1)") is None
    assert elsewhere("name:x") is None
    assert web_page("https://a.example.org/x?y=1#z") == "https://a.example.org/x?y=1#z"
    assert [
        web_page(text) for text in ("javascript:alert(1)", "https:x", "http://a b", " https://a.org", "data:x", "", None)
    ] == [None] * 7


def test_what_a_reference_needs_and_who_counts_citations_stand_on_the_page_of_a_paper() -> None:
    counts = [{"source": "Crossref", "citations": 1200, "dated": "2024-04-01T10:00:00Z"}]
    known = {"publisher": "Field Press", "place": "Graz", "languages": ["de", "en"], "url": "https://a.example.org/17"}
    page = parsed(paper_page(counts=counts, cited_by_count=2, **known))
    pairs = {row.text: " ".join(row.getnext().text_content().split()) for row in page.xpath("//dl[@class='pairs']/dt")}
    assert (pairs["Publisher"], pairs["Language"]) == ("Field Press, Graz", "de, en")
    assert pairs["Citations"] == "1,200 by the count of Crossref as of 2024-04-01 2 by the references in this graph".replace(
        " 2 ", "2 "
    )
    assert page.xpath("//a[@href='https://a.example.org/17']/text()|//a[@href='https://a.example.org/17']/bdi/text()")
    hostile = parsed(paper_page(url="javascript:alert(1)", publisher="<script>"))
    assert not hostile.xpath("//a[contains(@href, 'javascript')]")
    assert not hostile.xpath("//script[contains(text(), 'alert')]")
