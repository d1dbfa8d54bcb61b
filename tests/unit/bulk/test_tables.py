"""The files for the importer: every column that the model declares, and nothing lost that has none."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from graph.bulk.columns import tables
from graph.bulk.tables import TableFiles, write_tables
from graph.bulk.workers import Own
from graph.errors import StoredQueryError


@pytest.fixture
def files(tmp_path: Path) -> TableFiles:
    write_tables(tmp_path, tables())
    return TableFiles(Own(tmp_path, 0))


def test_lists_and_numbers_keep_their_kind_and_nothing_is_not_an_empty_list(files: TableFiles) -> None:
    files.add_nodes("Paper", [{"uid": "doi:10.9999/a", "year": 2020, "ids": []}, {"uid": "doi:10.9999/b", "ids": None}])
    files.add_ties("Paper-CITES-Paper", [("doi:10.9999/a", "doi:10.9999/b", {})])
    files.add_ties("Paper-ABOUT-Topic", ())
    written = files.finish()
    assert sorted(written) == ["Paper", "Paper-CITES-Paper"]
    rows = pq.read_table(written["Paper"]).to_pylist()
    assert [(row["uid:ID(Paper)"], row["year:long"], row["ids:string[]"]) for row in rows] == [
        ("doi:10.9999/a", 2020, []),
        ("doi:10.9999/b", None, None),
    ]
    assert pq.read_table(written["Paper-CITES-Paper"]).to_pylist() == [
        {":START_ID(Paper)": "doi:10.9999/a", ":END_ID(Paper)": "doi:10.9999/b"}
    ]


def test_a_property_without_a_column_is_not_dropped_in_silence(files: TableFiles) -> None:
    with pytest.raises(StoredQueryError, match="Paper has no column for colour"):
        files.add_nodes("Paper", [{"uid": "doi:10.9999/a", "colour": "red"}])
