"""Networks as files, read again by those who are to read them."""

import csv
import json
from pathlib import Path

import networkx
import pandas as pd
import pytest

from graph.errors import InputError, ParameterError
from graph.networks.network import Network, Node, Tie
from graph.networks.networkx_graph import as_networkx
from graph.networks.writing import FORMATS, write_network

HOSTILE = '=HYPERLINK("http://x")<script>\x07 "quoted" \u202eעברית\ttab\nline & more'
PEOPLE = (
    Node("openalex:A1", HOSTILE, 3, 2019, 2021, ("ants", "bridges; of ants")),
    Node("name:bo lind", "Bo Lind", 2, 2019, 2020),
    Node("orcid:0000-0002-1825-0097", "Bo Lind", 1, None, None),
)
TIES = (
    Tie("name:bo lind", "openalex:A1", 2, 1.5, 2019, 2020),
    Tie("openalex:A1", "orcid:0000-0002-1825-0097", 1, 0.333333, None, None),
)
NETWORK = Network("collaboration", PEOPLE, TIES, 4, 1, 2, 0, {"venue": "Ants & Bees", "max_authors": 25})
CITATIONS = Network("citation", (Node("doi:1", "One", 1, 2020, 2020), Node("doi:2", "Two", 0, 2021, 2021)),
                    (Tie("doi:2", "doi:1", 1, 1.0, 2021, 2021),), 2, 0, 0, 0)  # fmt: skip


def test_graphml_is_read_by_networkx_with_everything_in_it(tmp_path: Path) -> None:
    [file] = write_network(NETWORK, tmp_path / "people.graphml")
    read = networkx.read_graphml(file)
    assert set(read.nodes) == {node.uid for node in PEOPLE}
    assert read.nodes["openalex:A1"]["name"].replace("\ufffd", "\x07").split() == HOSTILE.split()
    assert read.nodes["openalex:A1"]["topics"] == "ants; bridges; of ants"
    assert read.nodes["orcid:0000-0002-1825-0097"] == {"name": "Bo Lind", "papers": 1}
    assert read.edges["name:bo lind", "openalex:A1"] == {"weight": 2, "strength": 1.5, "first_year": 2019, "last_year": 2020}
    assert read.graph["left_out"] == 1


def test_gexf_is_read_by_networkx_and_shows_names(tmp_path: Path) -> None:
    [file] = write_network(NETWORK, tmp_path / "people.gexf")
    read = networkx.read_gexf(file)
    assert read.nodes["name:bo lind"]["label"] == "Bo Lind"
    assert read.edges["name:bo lind", "openalex:A1"]["weight"] == 2


def test_pajek_keeps_two_of_one_name_apart(tmp_path: Path) -> None:
    [file] = write_network(NETWORK, tmp_path / "people.net")
    read = networkx.Graph(networkx.read_pajek(file))
    assert len(read) == 3
    assert {"Bo Lind (name:bo lind)", "Bo Lind (orcid:0000-0002-1825-0097)"} < set(read)
    assert sorted(weight for *_, weight in read.edges(data="weight")) == [1, 2]


def test_vosviewer_gets_a_map_and_a_network(tmp_path: Path) -> None:
    items, links = write_network(NETWORK, tmp_path / "people.txt")
    assert (items.name, links.name) == ("people-map.txt", "people-network.txt")
    rows = [line.split("\t") for line in items.read_text(encoding="utf-8").splitlines()]
    assert rows[0] == ["id", "label", "description", "weight<Papers>", "score<First year>", "score<Last year>"]
    assert [row[0] for row in rows[1:]] == ["1", "2", "3"]
    assert rows[2][1:] == ["Bo Lind", "name:bo lind", "2", "2019", "2020"]
    assert [line.split("\t") for line in links.read_text().splitlines()] == [["2", "1", "2"], ["1", "3", "1"]]


def test_csv_is_two_tables_without_formulas(tmp_path: Path) -> None:
    ties, nodes = write_network(NETWORK, tmp_path / "people.csv")
    with nodes.open(newline="", encoding="utf-8") as opened:
        [hostile, *others] = csv.DictReader(opened)
    assert hostile["name"] == f"'{HOSTILE}".replace("\x07", "\ufffd")
    assert [other["name"] for other in others] == ["Bo Lind", "Bo Lind"]
    assert pd.read_csv(ties)["weight"].tolist() == [2, 1]


def test_parquet_is_two_tables_of_declared_types(tmp_path: Path) -> None:
    ties, nodes = write_network(NETWORK, tmp_path / "people.parquet")
    assert pd.read_parquet(ties).to_dict("list")["target"] == ["openalex:A1", "orcid:0000-0002-1825-0097"]
    read = pd.read_parquet(nodes)
    assert read["name"].tolist() == [HOSTILE, "Bo Lind", "Bo Lind"]
    assert list(read["topics"][0]) == ["ants", "bridges; of ants"]


def test_json_is_what_networkx_gives_back(tmp_path: Path) -> None:
    [file] = write_network(NETWORK, tmp_path / "people.json")
    read = networkx.node_link_graph(json.loads(file.read_text(encoding="utf-8")), edges="links")
    assert networkx.utils.graphs_equal(read, as_networkx(NETWORK))


@pytest.mark.parametrize("form", ["graphml", "gexf", "pajek", "json"])
def test_a_citation_leads_from_the_citing_paper(tmp_path: Path, form: str) -> None:
    [file] = write_network(CITATIONS, tmp_path / "cites.out", form)
    read = {
        "graphml": networkx.read_graphml,
        "gexf": networkx.read_gexf,
        "pajek": lambda path: networkx.DiGraph(networkx.read_pajek(path)),
        "json": lambda path: networkx.node_link_graph(json.loads(path.read_text()), edges="links"),
    }[form](file)
    ends = ("Two", "One") if form == "pajek" else ("doi:2", "doi:1")
    assert list(read.edges()) == [ends]


@pytest.mark.parametrize("form", [form.name for form in FORMATS])
def test_an_empty_network_is_a_file_as_well(tmp_path: Path, form: str) -> None:
    assert all(file.exists() for file in write_network(Network("topics", (), (), 0, 0, 0, 0), tmp_path / "none.out", form))


def test_an_unknown_ending_names_the_forms_and_a_file_stays(tmp_path: Path) -> None:
    with pytest.raises(ParameterError, match=r"'people.xyz' is no form .* graphml \(.graphml\)"):
        write_network(NETWORK, tmp_path / "people.xyz")
    (tmp_path / "people.csv").write_text("mine")
    with pytest.raises(InputError, match="--overwrite"):
        write_network(NETWORK, tmp_path / "people.csv")
    assert (tmp_path / "people.csv").read_text() == "mine"
    write_network(NETWORK, tmp_path / "people.csv", overwrite=True)
    (tmp_path / "people.csv").unlink()
    with pytest.raises(InputError, match="people-nodes"):
        write_network(NETWORK, tmp_path / "people.csv")
    assert not (tmp_path / "people.csv").exists()


def test_what_is_not_in_it_is_said() -> None:
    assert (
        NETWORK.in_words
        == "3 people, 2 ties, of 4 papers; 1 paper of more than 25 people tied nobody; 2 nodes without a tie left out"
    )
