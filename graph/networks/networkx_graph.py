"""A network as a graph of networkx."""

from typing import TYPE_CHECKING

from graph.networks.network import Network, Node, Tie

if TYPE_CHECKING:
    import networkx


def as_networkx(network: Network) -> "networkx.Graph":
    """A `Graph`, of citations a `DiGraph`. Nodes are uids with `name`, `papers`, `first_year`, `last_year` and of people
    `topics`; edges have `weight`, `strength`, `first_year` and `last_year`; what is not known is not there. The graph's own
    attributes are `kind`, `papers`, `left_out`, `untied`, `cut` and what was asked (see `Network`)."""
    import networkx

    facts = {"kind": network.kind, "papers": network.papers, "left_out": network.left_out}
    made = (networkx.DiGraph if network.directed else networkx.Graph)(**facts, untied=network.untied, cut=network.cut)
    made.graph.update(network.selection)
    made.add_nodes_from((node.uid, node_attributes(node)) for node in network.nodes)
    made.add_edges_from((tie.source, tie.target, tie_attributes(tie)) for tie in network.ties)
    return made


def node_attributes(node: Node) -> dict[str, object]:
    """What is known of a node beside its uid."""
    known = {"name": node.name, "papers": node.papers, "first_year": node.first_year, "last_year": node.last_year}
    return {key: value for key, value in {**known, "topics": list(node.topics) or None}.items() if value is not None}


def tie_attributes(tie: Tie) -> dict[str, object]:
    """What is known of a tie beside its ends."""
    known = {"weight": tie.weight, "strength": tie.strength, "first_year": tie.first_year, "last_year": tie.last_year}
    return {key: value for key, value in known.items() if value is not None}
