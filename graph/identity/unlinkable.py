"""Records of which no candidate could ever be likely, which no list of candidates shows."""

from typing import cast

from graph.errors import ParameterError
from graph.identity.evidence_model.reach import reaches
from graph.identity.evidence_model.reading import read_evidence
from graph.identity.evidence_model.weights import Weights
from graph.queries.bound import Queries
from graph.queries.registry import Column, Rows
from graph.queries.types import parse_type

UNLINKABLE_COLUMNS = tuple(
    Column(name, parse_type(kind))
    for name, kind in (("uid", "str"), ("name", "str"), ("papers", "int"), ("similar_names", "int"), ("reach", "float"))
)


def unlinkable_records(queries: Queries, min_probability: float) -> Rows:
    """The records of which no candidate could reach this probability, whatever their papers shared with others', those that come
    nearest first: `reach` is what none of their pairs can exceed, and 0 of those without similar names. Raises ParameterError
    for a probability that is none."""
    if not 0 < min_probability <= 1:
        raise ParameterError(f"min_probability {min_probability} is not a probability above 0; give one such as 0.5")
    evidence = read_evidence(queries)
    corpus = evidence.corpus
    found = reaches(corpus, Weights.in_use(queries.read), evidence.similar, evidence.different)
    rows: Rows = []
    for record, row in enumerate(corpus.records):
        pairs, reach = found.get(record, (0, 0.0))
        if reach < min_probability:
            papers = len({corpus.paper_of[slot] for slot in corpus.slots_of[record]})
            rows.append({"uid": row.uid, "name": row.name, "papers": papers, "similar_names": pairs, "reach": round(reach, 4)})
    return sorted(rows, key=lambda row: (-cast(float, row["reach"]), cast(str, row["uid"])))
