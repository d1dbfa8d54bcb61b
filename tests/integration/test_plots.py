"""Plots hold what their questions answer, and say what they leave out; answers as Arrow tables have the declared types."""

import io
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from graph import ScholarGraph
from graph.errors import ParameterError, UnknownTopicError
from graph.plots import Plot

pytestmark = pytest.mark.any_line


def values(plot: Plot) -> list[dict[str, Any]]:
    """The rows that a chart draws."""
    [rows] = plot.chart.to_dict()["datasets"].values()
    return list(rows)


def test_years_are_all_between_the_first_and_the_last_and_undated_papers_are_told(demo_graph: ScholarGraph) -> None:
    plot = demo_graph.plots.years(author="Soham De")
    rows = demo_graph.query("papers_by_year", author="Soham De")
    dated = rows.dropna(subset=["year"])
    assert [(row["year"], row["papers"]) for row in values(plot)] == list(zip(dated.year, dated.papers, strict=True))
    assert plot.chart.to_dict()["encoding"]["x"]["scale"]["domain"] == list(range(dated.year.min(), dated.year.max() + 1))
    undated = int(rows.papers[rows.year.isna()].sum())
    assert plot.notes == ((f"{undated:,} papers of unknown year are not shown.",) if undated else ())


def test_the_topics_of_a_person_are_the_commonest_and_the_rest_is_counted(demo_graph: ScholarGraph) -> None:
    plot = demo_graph.plots.topics("Soham De", most=3)
    rows = demo_graph.query("topic_counts_by_year", author="Soham De")
    counts = rows.groupby("topic").papers.sum()
    shown = {row["topic"] for row in values(plot)}
    assert len(shown) == 3
    assert min(counts[list(shown)]) >= max(counts.drop(list(shown)))
    assert plot.notes == (f"{len(counts) - 3} more topics are not shown.",)
    drawn = [(row["topic"], row["year"], row["papers"]) for row in values(plot)]
    known = rows[rows.topic.isin(shown)]
    assert sorted(drawn) == sorted(zip(known.topic, known.year, known.papers, strict=True))


def test_courses_lie_in_one_plot(demo_graph: ScholarGraph) -> None:
    topics = list(demo_graph.topic_counts("Soham De", limit=2).label)
    plot = demo_graph.plots.course(*topics)
    for topic in topics:
        rows = demo_graph.topic_course(topic)
        drawn = [(row["year"], row["share"]) for row in values(plot) if row["topic"] == topic]
        assert drawn == list(zip(rows.year, rows.share, strict=True))
    with pytest.raises(UnknownTopicError, match="no topic 'nothing like it'"):
        demo_graph.plots.course("nothing like it")
    with pytest.raises(ParameterError, match="name one or several"):
        demo_graph.plots.course()


def test_collaborators_are_spans_of_years(demo_graph: ScholarGraph) -> None:
    plot = demo_graph.plots.collaborators("Soham De", most=4)
    rows = demo_graph.close_collaborators("Soham De")
    assert [(row["name"], row["first_year"], row["last_year"]) for row in values(plot)] == list(
        zip(rows.name[:4], rows.first_year[:4], rows.last_year[:4], strict=True)
    )
    assert plot.notes == (f"{len(rows) - 4} more people are not shown.",)


def test_what_rises_and_fades_is_drawn_from_share_to_share(demo_graph: ScholarGraph) -> None:
    rows = demo_graph.topic_trends("Soham De", turn=2020)
    plot = demo_graph.plots.trends("Soham De", turn=2020)
    drawn = [(row["topic"], row["earlier_share"], row["later_share"]) for row in values(plot)]
    assert drawn == list(zip(rows.topic, rows.earlier_share, rows.later_share, strict=True))
    assert "<svg" in plot.svg


def test_an_arrow_table_has_the_declared_types_and_parquet_keeps_them(demo_graph: ScholarGraph) -> None:
    table = demo_graph.arrow("close_collaborators", author="Soham De")
    assert {name: str(kind) for name, kind in zip(table.schema.names, table.schema.types, strict=True)} == {
        "uid": "string", "name": "string", "papers": "int64", "strength": "double", "first_year": "int64", "last_year": "int64",
        "truncated": "int64", "records": str(pa.list_(pa.string())),
    }  # fmt: skip
    frame = demo_graph.close_collaborators("Soham De")
    assert table.column("uid").to_pylist() == list(frame.uid)
    written = io.BytesIO()
    parquet.write_table(table, written)
    assert parquet.read_table(written).equals(table)
    nobody = demo_graph.arrow("close_collaborators", author="Soham De", min_shared=1000)
    assert (nobody.num_rows, nobody.schema.field("strength").type) == (0, pa.float64())
