"""The topics of a first load, found in the importer's files before it imports them.

What phrases are topics, how they are spelt and which papers are about them is decided by the functions by which topics are found
in a graph (`graph.topics`); only what these are told is counted here, column by column, so that nothing of it is written twice.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graph.bulk.columns import Table
from graph.bulk.keywords import Spelt, given_keys, other_spellings
from graph.bulk.loading import Files
from graph.bulk.row_files import ROWS_AT_ONCE, RowFile, batches, count_rows
from graph.bulk.tables import read_tables
from graph.bulk.topics_above import known_as, put_terms, ties_above
from graph.topics.choosing import LEAST_SCORE, RULES, least_mentions
from graph.topics.chosen import Chosen, choose
from graph.topics.hierarchy import Hierarchy
from graph.topics.mentions import Mentioned, key_of_uid, meanings_among
from graph.word_keys import keyword_uid, phrase_uid

MENTIONS_A_PART = 6_000_000
"""Of how many places in texts the spellings are counted at a time."""
_BETWEEN = "\0"

_PAPER, _MENTIONS = "Paper", "Paper-MENTIONS-Phrase"


def find_topics(folder: Path, nodes: Files, relationships: Files) -> tuple[Files, Files, dict[str, object]]:
    """Write the phrases, the topics that they are, and which papers are about these; all files with them, and what the graph's
    card says of it: by which rules topics were found, and how many papers one needed."""
    tables, papers, mentions = read_tables(folder), nodes.get(_PAPER, []), relationships.get("MENTIONS", [])
    least = least_mentions(count_rows(papers))
    means = meanings_among(_explained(tables[_PAPER], papers).items())
    with RowFile(folder, tables["Phrase"]) as phrases:
        found = [one for one in _phrases(tables[_MENTIONS], mentions, phrases) if one.mentions >= least or one.uid in means]
    chosen = choose(found, _uses(tables[_PAPER], papers, found), means, least, {})
    given, spelt = nodes.get("Topic", []), Spelt(tables["Paper-ABOUT-Topic"], relationships.get("ABOUT", []))
    keys = given_keys([*map(key_of_uid, chosen.own)], tables["Topic"], given)
    chosen = chosen._replace(keywords={*map(phrase_uid, keys)})
    topic_of = {one.uid: topic for one in found if (topic := chosen.topic_of(one.uid))}
    above = chosen.hierarchy
    given, terms = put_terms(folder, tables["Topic"], given, above, map(keyword_uid, keys), spelt)
    with RowFile(folder, tables["Topic"]) as topics:
        topics.add(_topics(found, chosen, above, spelt))
        topics.add(terms)
    with RowFile(folder, tables["Topic-BROADER-Topic"]) as broader:
        broader.add(ties_above(above))
    with RowFile(folder, tables["Phrase-SPELLS-Topic"]) as spells:
        spells.add(_ends(topic_of))
    with RowFile(folder, tables["Paper-ABOUT-Topic"]) as about:
        for columns in _about(tables, papers, mentions, topic_of):
            about.add(columns)
    nodes = {**nodes, "Phrase": [phrases.path], "Topic": [*given, topics.path]}
    for kind, rows in (("SPELLS", spells), ("BROADER", broader), ("ABOUT", about)):
        relationships = {**relationships, kind: [*relationships.get(kind, []), rows.path]}
    return nodes, relationships, {"topic_rules": RULES, "topic_least": least}


def _ends(ties: Mapping[str, str]) -> dict[str, pa.Array]:
    return {"start": pa.array(ties, pa.string()), "end": pa.array(ties.values(), pa.string())}


def _explained(table: Table, papers: Sequence[Path]) -> Counter[str]:
    """How many papers explain which abbreviation as what."""
    explained: Counter[str] = Counter()
    for batch in batches(papers, table, ["abbreviations"]):
        explained.update(batch.column(0).flatten().to_pylist())
    return explained


def _phrases(table: Table, mentions: Sequence[Path], phrases: RowFile) -> Iterator[Mentioned]:
    """All phrases, which are written, each with its spellings."""
    parts = 1 + count_rows(mentions) // MENTIONS_A_PART
    for part in range(parts):
        for some in _spelt(table, mentions, part, parts).to_batches(ROWS_AT_ONCE):
            rows = zip(*(some.column(name).to_pylist() for name in ("phrase", "label_list", "papers_list")), strict=True)
            found = [Mentioned(uid, "", None, [*zip(labels, papers, strict=True)]) for uid, labels, papers in rows]
            columns = {
                "uid": [one.uid for one in found],
                "label": [one.commonest for one in found],
                "code": [one.key for one in found],
            }
            phrases.add({name: pa.array(values, pa.string()) for name, values in columns.items()})
            yield from found


def _spelt(table: Table, mentions: Sequence[Path], part: int, parts: int) -> pa.Table:
    """The phrases of a part, told by their length, with lists of their spellings and of how many papers have each."""
    counted = [
        pa.table({"phrase": pa.array([], pa.string()), "label": pa.array([], pa.string()), "papers": pa.array([], pa.int64())})
    ]
    for batch in batches(mentions, table, ["end", "label"]):
        lengths = pc.binary_length(batch.column("end")).to_numpy()
        some = pa.Table.from_batches([batch.filter(pa.array(lengths % parts == part))]).rename_columns(["phrase", "label"])
        counts = some.group_by(["phrase", "label"]).aggregate([([], "count_all")])
        counted.append(counts.rename_columns(["phrase", "label", "papers"]))
    summed = pa.concat_tables(counted).group_by(["phrase", "label"]).aggregate([("papers", "sum")])
    by_phrase = summed.rename_columns(["phrase", "label", "papers"]).group_by("phrase")
    return by_phrase.aggregate([("label", "list"), ("papers", "list")])


def _uses(table: Table, papers: Sequence[Path], found: Sequence[Mentioned]) -> dict[str, int]:
    """How many papers use these phrases as terms, by their keys."""
    keys = pa.array([one.key for one in found], pa.string())
    uses = np.zeros(len(keys), dtype=np.int64)
    for batch in batches(papers, table, ["terms"]):
        places = pc.index_in(batch.column(0).flatten(), value_set=keys).drop_null().to_numpy()
        uses += np.bincount(places, minlength=len(keys))
    return dict(zip((one.key for one in found), uses.tolist(), strict=True))


def _topics(found: Sequence[Mentioned], chosen: Chosen, above: Hierarchy, spelt: Spelt) -> dict[str, pa.Array]:
    """The topics as columns, with how papers spell them besides the label."""
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        if topic := chosen.topic_of(one.uid):
            spellings[topic].update(dict(one.spellings))
    own = chosen.own
    topics = [one for one in found if one.uid in own]
    uids, labels = [chosen.uid_of(one.uid) for one in topics], [one.commonest for one in topics]
    for uid, given in zip(uids, spelt.of(uids), strict=True):
        spellings[uid].update(given)
    others = [other_spellings(spellings[uid], label) for uid, label in zip(uids, labels, strict=True)]
    return {
        "uid": pa.array(uids, pa.string()),
        "label": pa.array(labels, pa.string()),
        "scheme": pa.array([chosen.scheme_of(one.uid) for one in topics], pa.string()),
        "code": pa.array([one.key for one in topics], pa.string()),
        "spellings": pa.array(others, pa.list_(pa.string())),
        **known_as(uids, above),
    }


def _about(
    tables: Mapping[str, Table], papers: Sequence[Path], mentions: Sequence[Path], topic_of: Mapping[str, str]
) -> Iterator[dict[str, pa.Array]]:
    """Which papers are about which topics, as `write_derived_about` has it."""
    keys = pa.array(map(key_of_uid, topic_of), pa.string())
    topics = pa.array(sorted({*topic_of.values()}), pa.string())
    topic_at = pc.index_in(pa.array(topic_of.values(), pa.string()), value_set=topics).to_numpy()
    weak = _weakly_mentioned(tables[_MENTIONS], mentions, topic_of)
    for batch in batches(papers, tables[_PAPER], ["uid", "terms", "term_scores"]):
        terms, scores = batch.column("terms").flatten(), batch.column("term_scores").flatten().to_numpy()
        places = pc.index_in(terms, value_set=keys)
        holders = pc.list_parent_indices(batch.column("terms")).to_numpy()
        known = places.is_valid().to_numpy(zero_copy_only=False)
        low = np.flatnonzero(known & (scores < LEAST_SCORE))
        said = _pairs(batch.column("uid").take(pa.array(holders[low])), terms.take(pa.array(low)))
        known[low] = pc.is_in(said, value_set=weak).to_numpy(zero_copy_only=False)
        kept = np.flatnonzero(known)
        about = pa.table(
            {
                "paper": holders[kept],
                "topic": topic_at[places.take(pa.array(kept)).to_numpy()],
                "score": scores[kept],
            }
        )
        best = about.group_by(["paper", "topic"]).aggregate([("score", "max")]).combine_chunks()
        yield {
            "start": batch.column("uid").take(best.column("paper").combine_chunks()),
            "end": topics.take(best.column("topic").combine_chunks()),
            "origin": pa.array(["derived"] * len(best), pa.string()),
            "score": best.column("score_max").combine_chunks(),
        }


def _weakly_mentioned(table: Table, mentions: Sequence[Path], topic_of: Mapping[str, str]) -> pa.Array:
    """The papers with those of their best phrases that score less than a topic has to, as pairs of uid and key. A phrase is no
    less of a term than it is a phrase, so all others score enough."""
    spelling = pa.array(topic_of, pa.string())
    found = [pa.array([], pa.string())]
    for batch in batches(mentions, table, ["start", "end", "score"]):
        wanted = pc.and_(pc.less(batch.column("score"), LEAST_SCORE), pc.is_in(batch.column("end"), value_set=spelling))
        some = batch.filter(wanted)
        found.append(_pairs(some.column("start"), pa.array(map(key_of_uid, some.column("end").to_pylist()), pa.string())))
    return pa.concat_arrays(found)


def _pairs(papers: Any, keys: Any) -> Any:
    return pc.binary_join_element_wise(papers, keys, _BETWEEN)
