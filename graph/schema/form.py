"""The form of a graph: by which version of the data model it was written, one number that its card (`GraphState`) holds.

It changes only where a graph written before has to be changed to be read right: with what labels, types, properties or uids mean.
What brings a graph from one form to the next is in `graph.upgrades`.
"""

import warnings

from graph.clock import now
from graph.errors import NewerFormError, ScholarGraphError, UnfinishedGraphError, UnfinishedGraphWarning
from graph.queries.bound import Run
from graph.queries.rows import FormHeld, GraphState, rows_as

FORM = 5
"""The form that this program reads and writes. 0 is what was written before graphs had a number."""

FIRST_LOAD = "a first load over Bolt"
"""How the card of a graph begins that says that one was begun and not finished."""


def card_of(run: Run) -> GraphState | None:
    """The graph's own card; None where it has none yet."""
    cards = rows_as(GraphState, run, "graph_state")
    return cards[0] if cards else None


def form_of(run: Run) -> int:
    """The form of a graph; of one that holds nothing yet the one that will be written."""
    return form_by(card_of(run), run)


def form_by(card: GraphState | None, run: Run) -> int:
    """What `form_of` says, of a graph whose card was read already."""
    if card:
        return card.form or 0
    return 0 if run("graph_has_papers") else FORM


def need_known(form: int, what: str, known: int = FORM) -> None:
    """Raise NewerFormError where `what` ("the graph at …") is of a form that this program does not know."""
    if form > known:
        raise NewerFormError(
            f"{what} is of form {form} of the data model, written by a newer scholargraph; this one knows forms up to {known}. "
            "Install the newest scholargraph (pip install --upgrade scholargraph). Nothing was changed.",
            form,
            known,
        )


def warn_if_unfinished(card: GraphState | None) -> None:
    """Warn (UnfinishedGraphWarning) where a graph with this card is a part only, saying what to do."""
    if card and card.unfinished:
        warnings.warn(f"the graph is a part only: {_to_finish(card.unfinished)}", UnfinishedGraphWarning, stacklevel=2)


def to_finish(unfinished: str) -> str:
    """What is to be done about what was begun on a graph and not finished, in words."""
    if unfinished.startswith(FIRST_LOAD):
        return "load again, which begins anew once no other load goes on"
    return "run the same copy or restore again; it goes on where it stopped"


def _to_finish(unfinished: str) -> str:
    return f"{unfinished}, was not finished; {to_finish(unfinished)}"


def hold(run: Run) -> None:
    """Hold the graph for a transaction that writes, so that those who write take turns.

    Raises NewerFormError where another program brought the graph to a form that is not known here, ScholarGraphError where it
    became of an earlier form since it was made ready, UnfinishedGraphError where it is a part only.
    """
    [held] = rows_as(FormHeld, run, "hold_graph", at=now(), form=FORM)
    form = held.form or 0
    need_known(form, "the graph")
    if held.unfinished:
        raise UnfinishedGraphError(f"the graph is a part only: {_to_finish(held.unfinished)}. Nothing was changed.")
    if form < FORM:
        raise ScholarGraphError(
            f"the graph is of form {form} of the data model and was of form {FORM} before: somebody restored an earlier one into "
            "it. Run this again"
        )
