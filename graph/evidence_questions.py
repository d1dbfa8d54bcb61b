"""What can be asked about the evidence for candidates as a whole, as Python calls: what it cannot reach, and what brings it."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Generic, TypeVar

from graph.queries.bound import Queries
from graph.queries.registry import Column, Rows, limited

Answer = TypeVar("Answer")


class EvidenceQuestions(ABC, Generic[Answer]):
    """The questions about all evidence at once. Like `split_groups` they are worked out in memory, from the whole graph."""

    _queries: Queries

    @abstractmethod
    def answer(self, columns: Sequence[Column], rows: Rows) -> Answer:
        """Rows in the form in which tables of results come back."""

    def unlinkable_records(self, min_probability: float = 0.5, *, limit: int | None = None) -> Answer:
        """The author records of people of which no candidate could reach this probability, those that come nearest first:
        `uid`, `name`, `papers`, `similar_names` (how many pairs of similar names it has that nothing forbids) and `reach`, which
        none of these could exceed if everything that the papers of both name were shared; 0 where there is no such pair. Only
        somebody who knows can say more of them. Raises ParameterError."""
        from graph.identity.unlinkable import UNLINKABLE_COLUMNS, unlinkable_records

        return self.answer(UNLINKABLE_COLUMNS, limited(unlinkable_records(self._queries, min_probability), limit))

    def calibration(self) -> Answer:
        """Whether probabilities hold, by what is known: for each `question` (split, mixed) and `ground` (a decision that somebody
        made one by one, one of many accepted at once, ORCIDs under two names) and each range of probabilities from `low` to below
        `high` the number of `cases`, the mean of their probabilities (`expected`), the share that was so (`found`) with its 95%
        interval by Wilson (`found_low`, `found_high`), and whether the cases are `few`; from 0 to 1 all together. Of a pair the
        probability is that which names and papers give by themselves, with decisions and ORCIDs hidden; of a record's
        papers it is the one that the person saw who decided."""
        from graph.identity.calibration import CALIBRATION_COLUMNS, calibration

        return self.answer(CALIBRATION_COLUMNS, calibration(self._queries))

    def name_blocks(self, min_probability: float = 0.5) -> Answer:
        """What each kind of `block` brings, in which names meet to be compared (`graph.names.blocking_keys` says what the kinds
        are; "shared collaborator" is one more), and "all" together: how many `pairs` of records meet, how many of these have
        `similar` names, how many are `likely` one person's with this probability; `only_pairs`, `only_similar` and `only_likely`
        meet in no other kind, so they are what would be lost without it. Raises ParameterError."""
        from graph.identity.name_blocks import NAME_BLOCK_COLUMNS, name_blocks

        return self.answer(NAME_BLOCK_COLUMNS, name_blocks(self._queries, min_probability))
