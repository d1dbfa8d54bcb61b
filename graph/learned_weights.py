"""Weights of identity evidence learned from the graph, as Python calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.upgrades import ready_to_write

if TYPE_CHECKING:
    from graph.identity.learning.learning import Learned
    from graph.queries.bound import Queries


class LearnsWeights:
    """What a graph that can be written to has beside its questions."""

    _queries: Queries

    def learn(self, *, keep: bool = False) -> Learned:
        """Fit the tables of identity evidence to this graph: its rare names tell, without labels, what shared collaborators,
        venues, topics, affiliations and years say in its field. What comes back says how these weights differ from those in
        use, which candidates would come and go, and how right both are about pairs of which it is known (`Learned`); nothing is
        written unless `keep`: then the graph keeps them, and everything that is asked of it goes by them.

        It takes the whole graph in memory. Raises TooLittleError where there are too few rare names.
        """
        from graph.identity.learning.learning import learn

        if keep:
            ready_to_write(self._queries)
        return learn(self._queries, keep=keep)

    def forget_learned(self) -> bool:
        """Go by the shipped weights again, as before anything was learned; whether the graph had weights of its own."""
        from graph.identity.learning.learning import forget

        ready_to_write(self._queries)
        return forget(self._queries)
