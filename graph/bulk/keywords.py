"""The keywords of a first load, in the importer's files: which papers give, and how they spell them."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from graph.bulk.columns import Table
from graph.bulk.row_files import batches
from graph.topics.choosing import MOST_SPELLINGS
from graph.word_keys import keyword_uid

COUNTED_AT_ONCE = 2_000_000
_COLUMNS = ["keyword", "label", "papers"]


class Spelt:
    """How papers spell the keywords that they give: by how many each way."""

    def __init__(self, table: Table, about: Sequence[Path]) -> None:
        """Count them in files of what papers are about."""
        kinds = zip(_COLUMNS, (pa.string(), pa.string(), pa.int64()), strict=True)
        held, rows = [pa.schema([*kinds]).empty_table()], 0
        for batch in batches(about, table, ["end", "label"]):
            some = pa.Table.from_batches([batch.filter(is_keyword(batch.column(0)))]).rename_columns(_COLUMNS[:2])
            held.append(some.group_by(_COLUMNS[:2]).aggregate([([], "count_all")]).rename_columns(_COLUMNS))
            rows += len(held[-1])
            if rows > COUNTED_AT_ONCE:
                held, rows = [_summed(held)], 0
        by_keyword = _summed(held).group_by("keyword").aggregate([("label", "list"), ("papers", "list")]).combine_chunks()
        self._keywords, self._labels, self._papers = (
            by_keyword.column(name).combine_chunks() for name in ("keyword", "label_list", "papers_list")
        )

    def of(self, uids: Iterable[str]) -> list[dict[str, int]]:
        """The spellings of topics, with the papers of each; none of one that no paper gives as a keyword."""
        places = pc.index_in(pa.array(uids, pa.string()), value_set=self._keywords)
        labels, papers = self._labels.take(places).to_pylist(), self._papers.take(places).to_pylist()
        return [dict(zip(some or (), counts or (), strict=True)) for some, counts in zip(labels, papers, strict=True)]

    def others(self, uids: Iterable[str], labels: Iterable[str]) -> pa.Array:
        """The spellings of keywords besides their labels as a column, as `set_topic_spellings` has them."""
        found = [other_spellings(one, label) for one, label in zip(self.of(uids), labels, strict=True)]
        return pa.array(found, pa.list_(pa.string()))


def other_spellings(spellings: dict[str, int], label: str) -> list[str] | None:
    """The commonest spellings of a topic besides its label."""
    ordered = sorted(spellings.items(), key=lambda entry: (-entry[1], entry[0]))
    return [spelling for spelling, _ in ordered if spelling != label][:MOST_SPELLINGS] or None


def given_keys(keys: Collection[str], table: Table, topics: Sequence[Path]) -> list[str]:
    """Those of these keys of phrases that documents give as keywords."""
    wanted = pa.array(map(keyword_uid, keys), pa.string())
    first = len(keyword_uid(""))
    return [
        uid[first:]
        for batch in batches(topics, table, ["uid"])
        for uid in batch.column(0).filter(pc.is_in(batch.column(0), value_set=wanted)).to_pylist()
    ]


def is_keyword(uids: pa.Array) -> pa.Array:
    """Whether topics of these uids are keywords."""
    return pc.starts_with(uids, keyword_uid(""))


def _summed(counted: Sequence[pa.Table]) -> pa.Table:
    return pa.concat_tables(counted).group_by(_COLUMNS[:2]).aggregate([("papers", "sum")]).rename_columns(_COLUMNS)
