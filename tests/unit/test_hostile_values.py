"""What others wrote stays text, in every form of file, page and line that is printed, whatever it is."""

import csv
import io
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import networkx
import pytest
from bibtexparser.entrypoint import parse_string
from lxml import etree, html
from typer.testing import CliRunner

from graph.browser.literal import literal
from graph.cli.options import Format
from graph.cli.output import print_rows
from graph.cli.terminal import Terminal
from graph.explore.addresses import LiveAddresses, ReportAddresses
from graph.explore.application import command_of
from graph.explore.rendering import render
from graph.networks.network import Network, Node, Tie
from graph.networks.writing import write_network
from graph.plain_text import plain_text, shell_word
from graph.references.reference import Reference
from graph.references.writing import reference_format
from graph.row_text import to_json, write_cells
from loaders.records import Record
from loaders.table_rows.formulas import as_meant, no_formula
from tests.hostile import HOSTILE, SURROGATES
from tests.unit.explore.made_up import answered, paper_page, parsed
from tests.unit.loaders.read_items import read_as
from tests.unit.references.test_round_trip import FORM_NAMES, LOADED_AS, people, reference

EACH = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
FORMULA_SIGNS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"
CONTROL = [chr(code) for code in (*range(9), *range(11, 13), *range(14, 32), *range(127, 160)) if chr(code) != "\n"]


def rows_of(text: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


# Spreadsheets


@EACH
def test_a_cell_begins_no_formula_and_is_read_as_it_was_meant(text: str) -> None:
    assert no_formula(text)[:1] not in tuple(FORMULA_SIGNS)
    assert as_meant(no_formula(text)) == text


@pytest.mark.parametrize("text", ["'-omics' of ants", "''-omics' of ants", "'''=1", "''", "'", "'s Gravenhage", "'+"])
def test_marks_that_a_text_begins_with_come_back_as_many_as_they_were(text: str) -> None:
    assert as_meant(no_formula(text)) == text


def test_a_title_of_another_table_keeps_the_quotation_that_it_opens_with() -> None:
    assert as_meant("'-omics' of ants") == "'-omics' of ants"


@pytest.mark.parametrize("value", [-1.5, -3, "-1.5", "+2", "-1e-05", "-1,5"])
def test_numbers_stay_numbers(value: object) -> None:
    written = io.StringIO()
    write_cells(written, [[value]])
    [[cell]] = rows_of(written.getvalue())
    assert cell == str(value)


@EACH
@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_a_text_is_one_cell_of_one_row(text: str, delimiter: str) -> None:
    written = io.StringIO()
    write_cells(written, [["before", text, -1.5], [text, None, True]], delimiter=delimiter)
    first, second = rows_of(written.getvalue(), delimiter)
    assert [first[0], as_meant(first[1]), first[2]] == ["before", plain_text(text), "-1.5"]
    assert [as_meant(second[0]), second[1], second[2]] == [plain_text(text), "", "true"]


@EACH
def test_our_loaders_read_from_a_table_what_was_written(text: str) -> None:
    title = f"{text} of ants" if text.strip() else "Ants"
    written = io.StringIO()
    write_cells(written, [["title", "authors", "year"], [title, "Ada Berg", 2020], ["Another one", "Bo Lind", 2021]])
    items = [item for item in read_as(written.getvalue(), "table")[1] if isinstance(item, Record)]
    assert [item.year for item in items] == [2020, 2021]
    assert [author.name for item in items for author in item.authors] == ["Ada Berg", "Bo Lind"]
    assert (items[0].title or "").split() == read_of_a_plain_table(plain_text(title)).split()


def read_of_a_plain_table(title: str) -> str:
    """The title as it is read behind another word, where it can begin no formula."""
    plain = io.StringIO()
    csv.writer(plain).writerows([["title", "authors", "year"], [f"a {title}", "Ada Berg", 2020]])
    [record] = [item for item in read_as(plain.getvalue(), "table")[1] if isinstance(item, Record)]
    return (record.title or "").removeprefix("a ")


# Programs of networks and of references


def hostile_network(text: str) -> Network:
    nodes = (
        Node(f"name:{text}", text, 3, 2019, 2021, (text, "ants")),
        Node(f"keywords:{text}", text, 2, None, None),
        Node("name:bo lind", "Bo Lind", 1, 2019, 2020),
    )
    ties = (Tie(nodes[0].uid, nodes[2].uid, 2, 1.5, 2019, 2020), Tie(nodes[1].uid, nodes[2].uid, 1, 0.5, None, None))
    return Network("collaboration", nodes, ties, 3, 0, 0, 0, {"venue": text})


@EACH
@pytest.mark.parametrize(
    ("form", "read"),
    [("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf), ("pajek", networkx.read_pajek)],
    ids=["graphml", "gexf", "pajek"],
)
def test_a_network_has_the_nodes_and_ties_that_it_has(tmp_path: Path, text: str, form: str, read: object) -> None:
    [file] = write_network(hostile_network(text), tmp_path / "network.out", form)
    found = networkx.Graph(read(file))  # type: ignore[operator]
    assert (len(found), found.number_of_edges()) == (3, 2)
    assert "Bo Lind" in {*found, *(known.get("name") or known.get("label") for _, known in found.nodes(data=True))}


@EACH
def test_a_map_of_vosviewer_has_a_line_for_each_item_and_no_markup(tmp_path: Path, text: str) -> None:
    items, links = write_network(hostile_network(text), tmp_path / "network.txt")
    header, *rows = rows_of(items.read_text(encoding="utf-8"), "\t")
    assert [len(row) for row in (header, *rows)] == [6] * 4
    assert not {cell[:1] for row in rows for cell in row} & set(FORMULA_SIGNS)
    assert all("<" not in row[2] and ">" not in row[2] for row in rows)
    assert rows_of(links.read_text(encoding="utf-8"), "\t") == [["1", "3", "2"], ["2", "3", "1"]]


@EACH
@pytest.mark.parametrize("form", FORM_NAMES)
def test_references_stay_two_and_no_field_reaches_another(text: str, form: str) -> None:
    titled, second = reference(title=text), reference(uid="second", title="Second")
    whole, _ = references_read([titled, second], form)
    assert [author.name for author in whole.authors] == [
        author.name for author in references_read([second, second], form)[0].authors
    ]
    around = dict.fromkeys(
        ("venue", "abstract", "volume", "issue", "pages", "article_number", "date", "kind", "publisher", "place", "url"), text
    )
    ids = tuple(f"{scheme}:{text}" for scheme in ("doi", "arxiv", "pmid", "acl"))
    for kind in ("person", "organisation"):
        names = (*people(text, kind=kind), *people("Ada Berg"))
        first, _ = references_read([reference(**around, authors=names, ids=ids, venue_ids=(f"issn:{text}",)), second], form)
        assert first.title == reference().title
        assert first.authors[-1].name == "Ada Berg"


def references_read(written: list[Reference], form: str) -> list[Record]:
    """Two references, written and read again by our loaders, and BibTeX by another program as well."""
    text = reference_format(form).text(written)
    assert not set(CONTROL) & set(text)
    records = [item for item in read_as(text, LOADED_AS[form])[1] if isinstance(item, Record)]
    assert [record.year for record in records] == [2020, 2020]
    assert records[1].title == written[1].title
    if form == "bibtex":
        library = parse_string(text)
        assert (len(library.blocks), len(library.entries), library.failed_blocks) == (2, 2, [])
    return records


# Lines that are printed


@EACH
def test_a_word_of_a_command_line_is_one_word_without_control_characters(text: str, tmp_path: Path) -> None:
    word = shell_word(text)
    assert not {*CONTROL, "\n", "\r", "\t", "\u202e"} & set(word)
    given = ["bash", "-c", f"cd {shell_word(str(tmp_path))} && printf '<%s>' {word}"]
    assert subprocess.run(given, capture_output=True, text=False).stdout.decode() == f"<{text.partition(chr(0))[0]}>"
    assert list(tmp_path.iterdir()) == []


@EACH
def test_a_page_shows_a_command_that_asks_for_the_text(text: str) -> None:
    command = command_of(answered("find_authors", [], text=text)).removeprefix("scholargraph query ")
    shown = subprocess.run(["bash", "-c", f"printf '<%s>' {command}"], capture_output=True).stdout.decode()
    assert shown == f"<find_authors><text={text.partition(chr(0))[0]}>"


@EACH
def test_a_parameter_of_browser_is_one_line_and_one_value(text: str) -> None:
    for value in (text, [text], {text or "key": text}):
        line = literal(value)
        assert not {";", "$", "\n", "\r", *CONTROL} & set(line)
        assert "=>" not in line


@EACH
def test_nothing_acts_on_a_terminal(text: str) -> None:
    printed = io.StringIO()
    terminal = Terminal(width=200)
    terminal.file = printed
    terminal.print(text)
    assert not set(CONTROL) & set(printed.getvalue())
    if text.isprintable() and len(text) < 100:
        assert printed.getvalue().rstrip() == text.rstrip()
    with CliRunner().isolation() as (out, _, _):
        print_rows(["name", text], [{"name": text, text: [text]}], Format.table)
        assert not set(CONTROL) & set(out.getvalue().decode())


@pytest.mark.parametrize("text", [*HOSTILE.values(), *SURROGATES.values()], ids=[*HOSTILE, *SURROGATES])
def test_json_is_read_back_and_has_no_control_characters(text: str) -> None:
    written = to_json({"name": text, "more": [text]})
    assert json.loads(written) == {"name": text, "more": [text]}
    assert not set(CONTROL) & set(written.encode().decode())


# Pages


@EACH
@pytest.mark.parametrize("addresses", [LiveAddresses(), ReportAddresses()], ids=["served", "as a file"])
def test_a_page_holds_no_markup_of_others(text: str, addresses: LiveAddresses) -> None:
    fields = ("title", "abstract", "comment", "kind", "date", "uid", "publisher", "place", "url")
    places = [dict.fromkeys(("uid", "name", "kind", "year", "volume", "issue", "pages", "article_number", "date"), text)]
    counts = [{"source": text, "citations": 1, "dated": text}]
    people_of = [{"uid": text, "name": text, "position": 1, "affiliation": text}]
    page = paper_page(
        **dict.fromkeys(fields, text), authors=people_of, venues=places, ids=[f"doi:{text}", text], editors=people_of,
        languages=[text], counts=counts,
    )  # fmt: skip
    assert list(foreign(parsed(page, addresses))) == []
    assert not set(CONTROL) & set(render(page, addresses))


def foreign(page: html.HtmlElement) -> Iterator[str]:
    """What stands in a page that no template of ours has."""
    for element in page.iter():
        if not isinstance(element.tag, str) or element.tag in ("img", "iframe", "object", "embed", "base", "math"):
            yield etree.tostring(element, encoding="unicode")[:80]
            continue
        yield from (name for name in element.attrib if name.startswith("on") or name == "style")
        if element.tag == "script" and (element.text or element.get("src") not in ("/static/explore.js", "/static/ring.js")):
            yield "script"
        href = element.get("href", "#")
        if element.tag == "a" and not href.startswith(("/", "https://", "#", "data:text/", "data:application/json")):
            yield href
