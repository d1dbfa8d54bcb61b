"""A plan as the rows that the write queries take."""

from graph.load.entity_rows import add_entity
from graph.load.node_rows import Rows
from graph.load.paper_rows import add_paper
from graph.load.plan import Plan


def rows_of(plan: Plan) -> Rows:
    """Everything that hangs on the papers that a plan writes, and the records about people, venues, institutions and topics."""
    rows = Rows()
    for paper in plan.written():
        add_paper(rows, paper)
    for claim in plan.entities:
        add_entity(rows, claim)
    return rows
