"""What follows from all rows of a first load together, worked out in the importer's files before it imports them."""

from pathlib import Path

from graph.bulk.derived_topics import find_topics
from graph.bulk.loading import Files
from graph.bulk.row_files import count_rows
from graph.bulk.similar_names import evidence_concerns, find_similar_names, mark_waiting
from graph.bulk.workers import Workers, processors
from graph.load.steps import NAMES_IN_BULK, PLANNING, TOPICS, TOPICS_IN_BULK, Steps

COMPARED_HERE = 2_000_000
"""How many author records' names are compared before the import: this process holds them, some kilobytes each. More of them all
wait for the graph, which can be asked what needs no similar names until somebody compares them there."""


def derive(folder: Path, nodes: Files, relationships: Files, steps: Steps) -> tuple[Files, Files, dict[str, object]]:
    """Find the topics of the papers and the similar names of their authors; the files of nodes and of relationships with these,
    and what the graph's card says of them. What then is left to do waits in the graph, as after any load."""
    of_names: dict[str, object] = {}
    with steps.during(PLANNING, NAMES_IN_BULK):
        if count_rows(nodes.get("Author", [])) > COMPARED_HERE:
            nodes = mark_waiting(folder, nodes)
        else:
            nodes = mark_waiting(folder, nodes, evidence_concerns(folder, nodes, relationships))
            with Workers(processors(), folder) as workers:
                relationships, of_names = find_similar_names(workers, folder, nodes, relationships)
    with steps.during(TOPICS, TOPICS_IN_BULK):
        nodes, relationships, of_topics = find_topics(folder, nodes, relationships)
    return nodes, relationships, {**of_topics, **of_names}
