"""The steps from each form of the data model to the next, in their order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.queries.bound import Queries


@dataclass(frozen=True)
class Step:
    """What brings a graph to `form` from the one before. `about` says for its users what it changes; `work` does it, in as many
    transactions as it needs, and may be run again over what it has done already."""

    form: int
    about: str
    work: Callable[[Queries], None]


def _nothing_else(queries: Queries) -> None:
    """Nothing: what was written before graphs had a number is of form 1."""


# Commands that ask a graph look whether it needs a step, and few take one: what loads write takes long to import.
def _keep_phrases(queries: Queries) -> None:
    from graph.upgrades.phrases import keep_phrases

    keep_phrases(queries)


def _part_addresses(queries: Queries) -> None:
    from graph.upgrades.institutions import part_addresses

    part_addresses(queries)


def _left_to_the_next(queries: Queries) -> None:
    """Nothing: the step to form 5 writes all papers anew as well, and no graph stays at form 4."""


def _unite_spellings(queries: Queries) -> None:
    from graph.upgrades.keywords import unite_spellings

    unite_spellings(queries)


STEPS: tuple[Step, ...] = (
    Step(1, "note in the graph by which form of the data model it was written", _nothing_else),
    Step(2, "tell the phrases of single papers from the topics of the graph", _keep_phrases),
    Step(3, "part printed addresses into institutions and countries, and tie papers to these", _part_addresses),
    Step(4, "have of papers what references need, and the topics that their texts name by the rules of now", _left_to_the_next),
    Step(5, "have one topic of all spellings of a keyword, and of the phrase of texts that it is", _unite_spellings),
)
"""All of them, from form 0 on; a further one goes to the end, with `FORM` raised."""


def steps_from(form: int, steps: Sequence[Step] = STEPS) -> tuple[Step, ...]:
    """The steps that a graph of this form still needs, in order."""
    return tuple(sorted((step for step in steps if step.form > form), key=lambda step: step.form))
