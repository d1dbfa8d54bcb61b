"""Graphs of earlier versions brought up to date: one numbered step from each form of the data model to the next.

`graph.schema.form` says which form a graph is in and which one this program writes; `steps` lists what leads from one to the
next. Whatever writes to a graph asks `ready_to_write` first; `scholargraph upgrade` does the same by itself, and moves a local
graph to another line of Neo4j (`new_line`, over a dump).

Restartable: a step may be broken off at any moment and is then run again from its beginning, so what it did once it may do twice;
only when all of it is done is its number noted. Several programs may run it at once.

May import: the schema, the stored queries (`cypher/upgrades/`), what loads write and what follows from it, and for a move to
another line the server and the transfer.
"""

from graph.upgrades.steps import STEPS, Step
from graph.upgrades.upgrading import Upgrade, bring_up_to_date, ready_to_write, upgrade_of, warn_of_state

__all__ = ["STEPS", "Step", "Upgrade", "bring_up_to_date", "ready_to_write", "upgrade_of", "warn_of_state"]
