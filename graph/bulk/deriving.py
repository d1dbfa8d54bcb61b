"""What follows from all rows of a first load together, worked out in the importer's files before it imports them."""

from pathlib import Path

from graph.bulk.derived_topics import find_topics
from graph.bulk.loading import Files
from graph.bulk.similar_names import find_similar_names, mark_waiting
from graph.bulk.workers import Workers, processors
from graph.load.steps import NAMES_IN_BULK, PLANNING, TOPICS, TOPICS_IN_BULK, Steps


def derive(folder: Path, nodes: Files, relationships: Files, steps: Steps) -> tuple[Files, Files, dict[str, object]]:
    """Find the topics of the papers and the similar names of their authors; the files of nodes and of relationships with these,
    and what the graph's card says of them. What then is left to do waits in the graph, as after any load."""
    with steps.during(PLANNING, NAMES_IN_BULK), Workers(processors(), folder) as workers:
        nodes = mark_waiting(folder, nodes, relationships)
        relationships, of_names = find_similar_names(workers, folder, nodes, relationships)
    with steps.during(TOPICS, TOPICS_IN_BULK):
        nodes, relationships, of_topics = find_topics(folder, nodes, relationships)
    return nodes, relationships, {**of_topics, **of_names}
