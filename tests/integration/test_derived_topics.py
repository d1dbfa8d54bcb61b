"""Topics found in the texts of a graph: what the documents hold decides, never in which order or in how many loads they came."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from graph import ScholarGraph
from graph.load.loading import Loading
from graph.load.reading import Document
from graph.queries.bound import Queries, Run
from graph.topics import choosing, refresh
from graph.topics.mentions import Mentioned
from graph.topics.refresh import refresh_topics
from loaders.records import Header, Identifier, Record, Subject
from tests.integration.snapshots import snapshot
from tests.integration.statements import say

TERMS = (
    "neural machine translation", "machine translation", "part of speech tagging", "part of speech", "speech recognition",
    "tide gauge", "glacier melt", "harbour seal", "word embedding", "sonnet form", "tariff reform", "enzyme kinetics",
    "artificial intelligence", "topic modeling", "natural language processing", "translation models",
    "machine translation system", "neural machine translation model", "tide gauge model", "tide gauge tool",
    "word embedding task", "tide-gauge model", "harbor seal", "harborseal", "glacier melt modelling", "glacier melt modeling",
)  # fmt: skip
SHORT = {
    "neural machine translation": "NMT",
    "machine translation": "MT",
    "part of speech": "POS",
    "speech recognition": "SR",
    "tide gauge": "TGS",
    "sonnet form": "TGS",
}
"""TGS is explained as two things, so it stands for neither."""
ELSEWHERE = ("We use a measure.", "The measure is new.", "POS tagging is hard.", "SR and MT meet.", "A post was seen.")


def _openalex(code: str, label: str, broader: Subject | None = None) -> Subject:
    return Subject(scheme="openalex", code=code, label=label, broader=broader)


PHYSICAL = _openalex("domains/3", "Physical Sciences")
COMPUTING = _openalex("fields/17", "computer science", PHYSICAL)
AI = _openalex("subfields/1702", "ARTIFICIAL INTELLIGENCE", COMPUTING)
GIVEN = (
    _openalex("T10028", "Topic Modeling", AI),
    _openalex("T10181", "Natural Language Processing Techniques", AI),
    _openalex("T99999", "Of No Vocabulary", COMPUTING),
)
"""As documents give them, in spellings that come before and after those of the vocabulary."""


def _keyword(label: str, broader: Subject | None = None) -> Subject:
    return Subject(scheme="keyword", code=label.casefold(), label=label, broader=broader)


KEYWORDS = (
    _keyword("Machine Translation"), _keyword("machine-translations"), _keyword("Tide Gauges"), _keyword("tide gauge"),
    _keyword("POS tagging"), _keyword("NMT"), _keyword("Neural Machine Translation", broader=_keyword("MACHINE TRANSLATION")),
    _keyword("Machine Translation Systems"), _keyword("tide gauge models"), _keyword("Natural language processing"),
    _keyword("Sea Level", broader=_keyword("tide-gauges")), _keyword("sea levels"),
)  # fmt: skip
"""Phrases of texts and their abbreviations among them, in several spellings."""


def paper(number: int, chance: random.Random) -> Record:
    """A made-up paper about some of the terms, some written out, some abbreviated, some explained."""
    said = []
    for term in chance.sample(TERMS, 3):
        short = SHORT.get(term, term)
        said.append(
            chance.choice(
                [f"We study {term}.", f"We study {term} ({short}).", f"We study {short}.", f"All of {term} and {short}."]
            )
        )
    said += chance.sample(ELSEWHERE, chance.randint(0, 2))
    title = chance.choice([f"On {chance.choice(TERMS)}", f"Number {number} of many", f"{chance.choice(TERMS).title()} and more"])
    return Record(
        where=f"record {number}",
        title=f"{title} {number}",
        abstract=" ".join(said),
        ids=(Identifier("doi", f"10.9999/topics.{number}"),),
        subjects=(
            *chance.sample(GIVEN, int(chance.random() < 0.1)),
            *chance.sample(KEYWORDS, chance.choice((0,) * 12 + (1, 1, 2))),
        ),
    )


def papers(count: int, seed: int) -> list[Record]:
    chance = random.Random(seed)
    return [paper(number, chance) for number in range(count)]


@pytest.fixture
def large_at(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Has a graph of ten times so many papers ask for two papers of a topic."""
    return lambda papers: monkeypatch.setattr(choosing, "PAPERS_OF_A_TOPIC", papers)


def topics(graph: ScholarGraph) -> dict[str, tuple[int, tuple[str, ...]]]:
    rows = graph.connection.read(
        "MATCH (t:Topic {scheme: 'phrase'}) RETURN t.label AS label, COUNT { (t)<-[:ABOUT]-() } AS papers, "
        "coalesce(t.spellings, []) AS spellings"
    ).rows
    return {str(row["label"]): (int(str(row["papers"])), tuple(row["spellings"])) for row in rows}  # type: ignore[arg-type]


def whole_anew(graph: ScholarGraph) -> tuple[list[str], list[str]]:
    """The graph after the topics of all its papers were found at once."""
    graph.connection.write("MATCH (s:GraphState) SET s.topic_rules = null")
    assert refresh_topics(Queries(graph.connection))
    return snapshot(graph)


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 8))])
@pytest.mark.any_line
def test_what_changed_gives_the_topics_that_all_papers_give(
    graph: ScholarGraph, large_at: Callable[[float], None], seed: int
) -> None:
    large_at(3)
    chance = random.Random(seed)
    all_papers = papers(70, seed)
    held: dict[str, list[Record]] = {}
    for turn in range(9):
        name = f"list {chance.randrange(4)}"
        if name in held and chance.random() < 0.3:
            graph.unload(name)
            del held[name]
        else:
            held[name] = chance.sample(all_papers, chance.randint(5, 30))
            say(graph, name, *held[name])
        found = snapshot(graph)
        assert found == whole_anew(graph), turn
    assert not graph.connection.read("MATCH (n) WHERE n.topics_due IS NOT NULL RETURN n").rows


def test_abbreviations_are_their_topic_where_papers_agree_what_they_mean(graph: ScholarGraph) -> None:
    say(
        graph, "list",
        *(
            Record(where=f"record {number}", title=text)
            for number, text in enumerate([
                "Neural machine translation (NMT) of poems", "Neural machine translation of prose", "NMT without a corpus",
                "Tide gauges (TGS) in the north", "Sonnet form (TGS) in the south", "TGS and the sea",
            ])
        ),
    )  # fmt: skip
    found = topics(graph)
    assert found["neural machine translation"] == (3, ("NMT",))
    assert "NMT" not in found
    assert {"TGS", "tide gauge", "sonnet form"} <= found.keys()
    assert [row["uid"] for row in graph.plain.query("find_topics", text="NMT").rows][:1] == ["phrase:neural machine translation"]


def test_in_a_large_graph_a_phrase_of_one_paper_is_no_topic(graph: ScholarGraph, large_at: Callable[[float], None]) -> None:
    titles = ("Harbour seals", "Tide gauges", "Harbour seals again", "Tide gauges once more")
    records = [Record(where=f"record {number}", title=title) for number, title in enumerate(titles)]
    lonely = Record(where="record 9", title="Glacier melt")
    say(graph, "list", *records, lonely)
    assert set(topics(graph)) == {"harbour seal", "tide gauge", "glacier melt"}
    large_at(0.3)
    say(graph, "another", Record(where="record 1", title="Of nothing in particular"))
    assert set(topics(graph)) == {"harbour seal", "tide gauge"}
    [phrase] = graph.connection.read("MATCH (p:Paper)-[:MENTIONS]->(f {uid: 'phrase:glacier melt'}) RETURN p.title AS title").rows
    assert phrase == {"title": "Glacier melt"}


def test_topics_stand_below_those_that_they_are_kinds_of(graph: ScholarGraph) -> None:
    """Also where the one above comes later, and where it goes again."""
    say(graph, "first", Record(where="record 1", title="Grey harbour seals"), Record(where="record 2", title="Tide gauges"))
    say(graph, "second", Record(where="record 1", title="Harbour seals"))
    assert below(graph) == {("phrase:grey harbour seal", "phrase:harbour seal")}
    [row] = graph.plain.query("topic_profile", topic="phrase:harbour seal").rows
    assert row["narrower"] == [{"uid": "phrase:grey harbour seal", "label": "grey harbour seal", "scheme": "phrase"}]
    graph.unload("second")
    assert below(graph) == set()


def below(graph: ScholarGraph) -> set[tuple[object, object]]:
    rows = graph.connection.read("MATCH (t:Topic)-[:BROADER]->(above) RETURN t.uid AS uid, above.uid AS above").rows
    return {(row["uid"], row["above"]) for row in rows}


def test_topics_that_are_terms_of_vocabularies_carry_their_ids_and_stand_below_what_is_above_them(graph: ScholarGraph) -> None:
    """One takes the place of its own term, and gives it back when it goes."""
    say(graph, "first", Record(where="record 1", title="Machine translation"))
    row: dict[str, Any] = graph.plain.query("topic_profile", topic="phrase:machine translation").rows[0]
    assert row["ids"] == ["cso:machine translations"]
    assert "cso:natural language processing" in {one["uid"] for one in row["broader"]}
    assert [one["uid"] for one in row["above"] if one["steps"] == 1] == [one["uid"] for one in row["broader"]]
    assert {"cso:computer science", "openalex:fields/17"} <= {one["uid"] for one in row["above"]}
    alone = snapshot(graph)
    say(graph, "second", Record(where="record 1", title="Natural language processing"))
    assert ("phrase:machine translation", "phrase:natural language processing") in below(graph)
    assert not graph.connection.read("MATCH (t:Topic {uid: 'cso:natural language processing'}) RETURN t").rows
    graph.unload("second")
    assert snapshot(graph) == alone
    graph.unload("first")
    assert not graph.connection.read("MATCH (t:Topic) RETURN t").rows


def test_papers_count_by_field_and_subfield_whoever_says_so(graph: ScholarGraph) -> None:
    """Topics that documents give, and topics of texts that OpenAlex calls alike or that stand below such a one."""
    say(graph, "given", Record(where="record 1", title="Of nothing", subjects=GIVEN[:1]))
    texts = ("Artificial intelligence", "Machine translation")
    say(graph, "texts", *(Record(where=f"record {number}", title=title) for number, title in enumerate(texts)))
    counted = {}
    for level in (0, 1, 2, 3):
        rows = graph.plain.query("topic_counts", scheme="openalex", level=level).rows
        counted[level] = {row["topic"]: (row["papers"], row["given"], row["derived"]) for row in rows}
    assert counted[0]["openalex:domains/3"] == (3, 1, 2)
    assert counted[1]["openalex:fields/17"] == (3, 1, 2)
    assert counted[2]["openalex:subfields/1702"] == (3, 1, 2)
    assert counted[3]["openalex:T10028"] == (1, 1, 0)
    # Without a level only what documents give is of OpenAlex; what stands for a term of the other vocabulary is of that.
    assert {row["topic"] for row in graph.plain.query("topic_counts", scheme="openalex").rows} == {"openalex:T10028"}
    found = {"phrase:artificial intelligence", "phrase:machine translation"}
    assert {row["topic"] for row in graph.plain.query("topic_counts", scheme="cso").rows} == found
    [own] = graph.plain.query("topic_counts", scheme="phrase", level=0).rows
    assert (own["topic"], own["papers"]) == ("phrase:artificial intelligence", 2)


@pytest.mark.parametrize("order", [("given", "texts"), ("texts", "given")])
def test_what_documents_give_of_a_vocabulary_stays_theirs(graph: ScholarGraph, order: tuple[str, str]) -> None:
    """Whichever goes, the other leaves the graph that it makes alone."""
    said = {
        "given": Record(where="record 1", title="Of nothing", subjects=GIVEN),
        "texts": Record(where="record 2", title="Topic modeling and machine learning"),
    }
    alone = {}
    for name, record in said.items():
        say(graph, name, record)
        alone[name] = snapshot(graph)
        graph.unload(name)
    for gone, left in (("given", "texts"), ("texts", "given")):
        for name in order:
            say(graph, name, said[name])
        [topic] = graph.connection.read("MATCH (t:Topic {uid: 'openalex:subfields/1702'}) RETURN t.label AS label").rows
        assert topic == {"label": "ARTIFICIAL INTELLIGENCE"}
        graph.unload(gone)
        assert snapshot(graph) == alone[left]
        graph.unload(left)


def test_topics_found_in_many_transactions_are_those_found_in_one(graph: ScholarGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands for a topic may come in a transaction before the topic does: "CFG" sorts before "context free grammar"."""
    texts = ("We study context free grammar (CFG).", "CFG and more CFG: CFG parsing.", "On CFG. A CFG is a CFG.")
    say(graph, "list", *(Record(where=f"record {number}", abstract=text) for number, text in enumerate(texts)))
    in_one = whole_anew(graph)
    monkeypatch.setattr(refresh, "AT_ONCE", 0)
    monkeypatch.setattr(refresh, "ROWS_AT_ONCE", 1)
    graph.connection.write("MATCH ()-[s:SPELLS]->() DELETE s")
    graph.connection.write("MATCH (t:Topic {scheme: 'phrase'}) DETACH DELETE t")
    assert whole_anew(graph) == in_one
    assert topics(graph)["context-free grammar"][1] == ("CFG",)


@pytest.mark.parametrize("at_once", [0, 5000])
def test_two_who_find_topics_at_once_leave_what_one_leaves(
    graph: ScholarGraph, large_at: Callable[[float], None], monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    """In several transactions, and in one."""
    monkeypatch.setattr(refresh, "AT_ONCE", at_once)
    large_at(3)
    say(graph, "list", *papers(60, 3))
    expected = whole_anew(graph)
    graph.connection.write("MATCH (s:GraphState) SET s.topic_rules = null")
    with ThreadPoolExecutor(2) as both:
        assert all(both.map(lambda _: refresh_topics(Queries(graph.connection)) in (True, False), range(2)))
    assert snapshot(graph) == expected


def test_a_load_that_comes_between_is_made_good(
    graph: ScholarGraph, large_at: Callable[[float], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    large_at(3)
    say(graph, "list", *papers(40, 4))
    graph.connection.write("MATCH (s:GraphState) SET s.topic_rules = null")
    ours = refresh._all_uses

    def after_a_load(read: Run, found: Sequence[Mentioned]) -> Counter[str]:
        monkeypatch.setattr(refresh, "_all_uses", ours)
        loading = Loading(Queries(graph.connection))
        header = Header(format="test", source="test")
        loading.add(Document("more", "ab" * 32, "test", lambda: iter((header, *papers(60, 4)[40:]))))
        loading.finish()
        return ours(read, found)

    monkeypatch.setattr(refresh, "_all_uses", after_a_load)
    monkeypatch.setattr(refresh, "AT_ONCE", 0)
    assert refresh_topics(Queries(graph.connection))
    found = snapshot(graph)
    assert found == whole_anew(graph)
