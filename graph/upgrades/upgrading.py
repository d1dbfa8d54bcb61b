"""A graph brought up to date, and its users told."""

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.clock import now
from graph.errors import OlderFormWarning
from graph.queries.bound import Queries
from graph.queries.rows import GraphState
from graph.schema.form import FORM, card_of, form_by, need_known, warn_if_unfinished
from graph.upgrades.steps import STEPS, Step, steps_from

Told = Callable[[Step], None]


@dataclass(frozen=True)
class Upgrade:
    """The form that a graph is in, the one that this program writes, and the steps between them."""

    form: int
    known: int
    steps: tuple[Step, ...]

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.steps)

    def to_dict(self) -> dict[str, object]:
        """The same as plain values, for JSON."""
        steps = [{"form": step.form, "about": step.about} for step in self.steps]
        return {"form": self.form, "known": self.known, "steps": steps}


def upgrade_of(queries: Queries, steps: Sequence[Step] = STEPS) -> Upgrade:
    """What it takes to bring a graph up to date. Raises NewerFormError where it is of a form that is not known here."""
    return _upgrade_of(queries, card_of(queries.read), steps)


def _upgrade_of(queries: Queries, card: GraphState | None, steps: Sequence[Step] = STEPS) -> Upgrade:
    form, known = form_by(card, queries.read), max(step.form for step in steps)
    need_known(form, f"the graph at {queries.connection.uri}", known)
    return Upgrade(form, known, steps_from(form, steps))


def bring_up_to_date(queries: Queries, steps: Sequence[Step] = STEPS, told: Told | None = None) -> Upgrade:
    """Run the steps that a graph needs, each noted in it when it is done; what was done. `told` hears of each before it begins.

    Broken off, it goes on with the step that was not done. Raises what `upgrade_of` raises, also where another program brings the
    graph to a form meanwhile that is not known here.
    """
    found = upgrade_of(queries, steps)
    for step in found.steps:
        if told:
            told(step)
        step.work(queries)
        [noted] = queries.write("note_form", form=step.form, at=now())
        need_known(int(str(noted["form"])), f"the graph at {queries.connection.uri}", found.known)
    if found.is_needed and found.known == FORM:
        _refresh(queries)
    return found


def _refresh(queries: Queries) -> None:
    """Do what every load does at its end."""
    # What few need that ask a graph, and takes long to import.
    from graph.identity.refresh import refresh_pending
    from graph.organisations.refresh import refresh_institutions
    from graph.topics.refresh import refresh_topics

    refresh_topics(queries)
    refresh_institutions(queries)
    refresh_pending(queries)


def ready_to_write(queries: Queries) -> None:
    """Bring a graph up to date before something is written to it, and warn (OlderFormWarning) of what was done.

    Raises NewerFormError.
    """
    done = bring_up_to_date(queries)
    if done.is_needed:
        listed = "; ".join(f"{step.form}: {step.about}" for step in done.steps)
        _warn(f"the graph was of form {done.form} of the data model and was brought to form {done.known} ({listed})")


def warn_of_state(queries: Queries) -> GraphState | None:
    """Warn where a graph is of an earlier form (OlderFormWarning) or a part only (UnfinishedGraphWarning), saying what to do.

    Every opening does, and reads the graph's card once for both; what comes back is the card. Raises NewerFormError.
    """
    card = card_of(queries.read)
    _warn_if_older(_upgrade_of(queries, card))
    warn_if_unfinished(card)
    return card


def _warn_if_older(found: Upgrade) -> None:
    if found.is_needed:
        _warn(
            f"the graph is of form {found.form} of the data model, written by an earlier scholargraph; this one writes form "
            f"{found.known}. It can be asked as it is; the next load or decision brings it up to date, and so does "
            "`scholargraph upgrade` (graph.upgrade() in Python)"
        )


def _warn(text: str) -> None:
    # The place that a warning names is ours in any case: what opens a graph or writes to it is in too many hands.
    warnings.warn(text, OlderFormWarning, stacklevel=2)
