"""Moving whole graphs: to another Neo4j, into a file, out of a file, with one fingerprint to tell that nothing was lost.

A source gives pages of nodes and of relationships in the order of uids (`reading` from a graph, `dump_reading` from a file); a
sink takes them (`writing` into a graph, `dump_writing` into a file). `moving` puts one to the other.
"""

from graph.transfer.fingerprint import Fingerprint
from graph.transfer.transfer import TransferProgress, TransferReport, copy_graph, dump_graph, fingerprint_of, restore_graph

__all__ = ["Fingerprint", "TransferProgress", "TransferReport", "copy_graph", "dump_graph", "fingerprint_of", "restore_graph"]
