"""Having the server plan the queries of pages before somebody waits for them: a plan takes it longer than an answer. What takes
its time in a large graph is found then too, and kept."""

from contextlib import suppress
from threading import Thread

from graph.errors import ScholarGraphError
from graph.explore import doubts, overview, people, subjects, topics
from graph.explore.asking import Asking
from graph.queries.rows import uids_from

LARGEST = 20
"""So many of the commonest topics and of the largest venues have their pages asked for: these take longest."""


def warm(asking: Asking) -> Thread:
    """Ask what pages ask, about somebody who is there, beside everything else; what comes of it nobody sees."""
    thread = Thread(target=_warm, args=(asking,), name="warming", daemon=True)
    thread.start()
    return thread


def _warm(asking: Asking) -> None:
    # Whatever is wrong with the graph, the page that somebody asks for says so.
    with suppress(ScholarGraphError):
        overview.overview(asking)
        for uid in uids_from(asking.queries.read, "prolific_authors", limit=1):
            people.author(asking, uid)
        found = overview.found(asking, "graph")
        for row in found["topics"].rows[:1]:
            subjects.topic(asking, str(row["uid"]))
        doubts.quality(asking)
        topics.trends(asking)
        doubts.duplicates(asking)
        for uid in uids_from(asking.queries.read, "prolific_venues", limit=LARGEST):
            subjects.venue(asking, uid)
        for row in asking.ask("topic_counts", limit=LARGEST).rows:
            subjects.topic(asking, str(row["topic"]))
        # Last, for it takes a large graph longest.
        doubts.candidates(asking)
