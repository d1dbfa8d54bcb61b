"""Networks say what the papers say, counted anew here from the authorships."""

from collections import defaultdict
from itertools import combinations
from pathlib import Path

import networkx
import pytest

from graph.errors import ParameterError, UnknownTopicError
from graph.facade import ScholarGraph
from graph.networks.asking import network_of
from graph.queries.bound import Queries
from loaders.records import Affiliation, Authorship, Identifier, Publication, Record, Subject
from tests.commands import call
from tests.integration.conftest import Neo4jServer
from tests.integration.statements import say

AUTHORSHIPS = """MATCH (p:Paper)<-[:WROTE]-(a:Author) WHERE coalesce(a.kind, 'person') = 'person'
RETURN p.uid AS paper, p.year AS year, collect(DISTINCT a.person) AS people"""

_ANTS = Subject(scheme="made-up", code="ants", label="Ants")

Tie = tuple[str, str]


def work(
    number: int, year: int, *names: str, cites: tuple[int, ...] = (), venue: str = "Ants", house: str = "Ant House"
) -> Record:
    return Record(
        where=f"record {number}",
        title=f"Made-Up Study Number {number} of Ants and Bees",
        year=year,
        authors=tuple(Authorship(name=name, position=place, affiliations=(Affiliation(f"{house} {name[0]}"),))
                      for place, name in enumerate(names, 1)),
        publications=(Publication(venue=venue, kind="journal"),),
        ids=(Identifier("doi", f"10.9999/{number}"),),
        cites=tuple(Identifier("doi", f"10.9999/{cited}") for cited in cites),
        subjects=(_ANTS, Subject(scheme="made-up", code=f"t{number % 2}", label="Bees")),
    )  # fmt: skip


@pytest.fixture
def library(graph: ScholarGraph) -> ScholarGraph:
    crowd = [f"Person Number{letter}{other}" for letter in "abcdef" for other in "ghijk"]
    say(
        graph, "a library",
        work(1, 2018, "Ada Berg", "Bo Lind", "Eva Ek"),
        work(2, 2020, "Ada Berg", "Bo Lind", cites=(1,)),
        work(3, 2021, "Eva Ek", "Uwe Tal", cites=(1, 2), venue="Bees"),
        work(4, 2021, "Ada Berg", *crowd, cites=(9,)),
        work(5, 2022, "Ida Alm"),
    )  # fmt: skip
    return graph


def counted_anew(graph: ScholarGraph, most: int) -> dict[Tie, tuple[int, float]]:
    papers: defaultdict[Tie, list[float]] = defaultdict(list)
    for row in graph.connection.read(AUTHORSHIPS).rows:
        people = row["people"]
        assert isinstance(people, list)
        if len(people) <= most:
            for a, b in combinations(sorted(people), 2):
                papers[a, b].append(1 / (len(people) - 1))
    return {tie: (len(shares), round(sum(shares), 6)) for tie, shares in papers.items()}


def shown(made: "networkx.Graph") -> dict[Tie, tuple[int, float]]:
    return {(min(a, b), max(a, b)): (known["weight"], known["strength"]) for a, b, known in made.edges(data=True)}


def test_people_are_tied_by_the_papers_that_they_share(library: ScholarGraph) -> None:
    assert shown(library.network()) == counted_anew(library, 25)
    assert shown(library.network(max_authors=0)) == counted_anew(library, 10**9)
    assert library.network().graph["left_out"] == 1
    assert library.network(max_authors=0).graph["left_out"] == 0
    assert library.network().nodes["name:ada berg"]["papers"] == 3
    assert library.network().nodes["name:ada berg"]["topics"][0] == "Ants"


def test_a_tie_is_as_strong_as_close_collaborators_say(demo_graph: ScholarGraph) -> None:
    whole, me = demo_graph.network(max_authors=0), demo_graph.author_uid("Soham De")
    close = demo_graph.plain.close_collaborators(me).rows
    assert len(close) > 5
    assert {row["uid"]: row["strength"] for row in close} == {
        other: known["strength"] for _, other, known in whole.edges(me, data=True)
    }
    of_one = demo_graph.network(author="Soham De", max_authors=0)
    assert set(of_one[me]) == set(whole[me])


@pytest.mark.slow
def test_papers_are_chosen_by_author_venue_topic_and_years(library: ScholarGraph) -> None:
    ada, bo, eva, uwe = "name:ada berg", "name:bo lind", "name:eva ek", "name:uwe tal"
    assert shown(library.network(author="Bo Lind")) == {(ada, bo): (2, 1.5), (ada, eva): (1, 0.5), (bo, eva): (1, 0.5)}
    assert shown(library.network(venue="bees")) == {(eva, uwe): (1, 1.0)}
    assert shown(library.network(since=2020, until=2020)) == {(ada, bo): (1, 1.0)}
    assert shown(library.network(topic="ants", min_weight=2)) == {(ada, bo): (2, 1.5)}
    assert shown(library.network(author="Ada Berg", venue="Ants", topic="BEES", since=2019, max_authors=3)) == {
        (ada, bo): (1, 1.0)
    }
    with pytest.raises(UnknownTopicError, match="There is no topic 'ant'; the nearest names are Ants"):
        library.network(topic="ant")
    with pytest.raises(ParameterError, match="there is no network 'friends'; there are collaboration, citation"):
        library.network("friends")  # type: ignore[arg-type]


def test_nodes_are_those_with_most_papers_and_the_rest_is_counted(library: ScholarGraph) -> None:
    few = network_of(Queries(library.connection), "collaboration", nodes=2)
    assert {node.uid for node in few.nodes} <= {"name:ada berg", "name:bo lind", "name:eva ek"}
    assert len(few.nodes) == 2
    assert few.cut == 33
    whole = network_of(Queries(library.connection), "collaboration")
    assert (whole.papers, whole.left_out, whole.cut, len(whole.nodes) + whole.untied) == (5, 1, 0, 35)


@pytest.mark.slow
def test_the_other_kinds(library: ScholarGraph) -> None:
    cited = library.network("citation")
    assert set(cited.edges()) == {
        ("doi:10.9999/2", "doi:10.9999/1"),
        ("doi:10.9999/3", "doi:10.9999/1"),
        ("doi:10.9999/3", "doi:10.9999/2"),
    }
    assert cited.nodes["doi:10.9999/1"]["papers"] == 2
    assert set(library.network("citation", author="Ada Berg").edges()) == {("doi:10.9999/2", "doi:10.9999/1")}
    topics = library.network("topics", since=2022).edges("made-up:ants", data="weight")
    assert ("made-up:ants", "made-up:t1", 1) in topics
    assert shown(library.network("venues")) == {("venue:ants", "venue:bees"): (1, 1.0)}
    houses = library.network("institutions", until=2020)
    assert {(a, b, known["weight"]) for a, b, known in houses.edges(data=True)} == {
        ("institution:ant house a", "institution:ant house b", 2),
        ("institution:ant house a", "institution:ant house e", 1),
        ("institution:ant house b", "institution:ant house e", 1),
    }


def test_the_command_writes_what_networkx_reads(library: ScholarGraph, neo4j_server: Neo4jServer, tmp_path: Path) -> None:
    file, target = tmp_path / "people.graphml", neo4j_server
    account = {"NEO4J_URI": target.uri, "NEO4J_USERNAME": target.username, "NEO4J_PASSWORD": target.password}
    done = call("network", "collaboration", "--output", str(file), **account)
    assert done.stdout == f"{file}\n"
    assert "1 paper of more than 25 people tied nobody" in done.stderr
    assert shown(networkx.read_graphml(file)) == counted_anew(library, 25)
