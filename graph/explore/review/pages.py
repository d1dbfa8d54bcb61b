"""The page of the review, and where its forms go."""

import getpass
from collections.abc import Mapping
from contextlib import suppress
from threading import Lock
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from graph.decisions.deciding import Decisions
from graph.explore.access import HOW, PLACE, Access, Form, Session, check_origin, form_of
from graph.explore.addresses import LiveAddresses
from graph.explore.asking import Asking
from graph.explore.doubts import ORDERS
from graph.explore.rendering import Page, render
from graph.explore.review.judging import Judging, Outcome
from graph.explore.review.queue import KINDS, Queue, Wanted, seen
from graph.explore.review.queue import key as key_of
from graph.explore.review.sides import AT_ONCE, sides

TEMPLATE = "review.html"
READ_ONLY = "These pages were started with --read-only: nothing can be decided here. Without it they say how."
CLAIMS = {"split": "they are one person", "mixed": "the other papers are somebody else’s"}


class Review:
    """The review over the graph that is asked. Without `access` nobody may write."""

    def __init__(self, asking: Asking, access: Access | None) -> None:
        self._asking = asking
        self._access = access
        self._decisions = Decisions(asking.queries)
        self._judging = Judging(self._decisions)
        self._deciding = Lock()

    def routes(self) -> list[Route]:
        """Where the page stands, and where its forms go, if anybody may write."""
        asked = Route(PLACE, self._get, methods=["GET"])
        return [asked, Route(PLACE, self._post, methods=["POST"])] if self._access else [asked]

    def _get(self, request: Request) -> Response:
        session = self._access.session(request) if self._access else None
        if session is None:
            told = HOW if self._access else READ_ONLY
            return _html(Page(TEMPLATE, "Review", {"state": "closed", "told": told, "current": "review"}))
        with session.lock:
            said, session.said = session.said, ""
            return _html(self._page(session, _wanted(request), Outcome(said)))

    async def _post(self, request: Request) -> Response:
        check_origin(request)
        form = await form_of(request)
        return await run_in_threadpool(self._pressed, request, form)

    def _pressed(self, request: Request, form: Form) -> Response:
        """The page to go on at; where something was refused or is asked first, that page at once."""
        assert self._access is not None  # noqa: S101 - there is no such route without
        session, wanted = self._access.writing(request, form), _wanted(request)
        with session.lock:
            # One at a time: what a form judges is looked up and decided before another is looked up.
            with self._deciding:
                outcome = self._judging.press(session, form)
            if outcome.refused or outcome.question:
                return _html(self._page(session, wanted, outcome), 409)
            session.said = " ".join(filter(None, [outcome.said, session.said]))
        return RedirectResponse(LiveAddresses().page("review", "", **wanted.asked()) or PLACE, 303)

    def _page(self, session: Session, wanted: Wanted, outcome: Outcome) -> Page:
        shown: dict[str, Any] = {
            "outcome": outcome,
            "session": session,
            "wanted": wanted,
            "asked": wanted.asked(),
            "kinds": KINDS,
            "orders": ORDERS,
            "current": "review",
        }
        if not session.by:
            return Page(TEMPLATE, "Review", {**shown, "state": "who", "proposed": _user()})
        return Page(TEMPLATE, "Review", {**shown, **self._candidate(session, wanted)})

    def _candidate(self, session: Session, wanted: Wanted) -> Mapping[str, Any]:
        """The first candidate that waits, with both sides; or that none does. A queue that came to its end is drawn anew."""
        log_state = self._decisions.log_state()
        is_new = session.queue is None or session.queue.wanted != wanted
        found = None
        if not is_new:
            found = next(session.queue.open(log_state, session.later), None)
        if found is None:
            session.queue = Queue(self._decisions, wanted)
            found = next(session.queue.open(log_state, session.later), None)
        if found is None:
            return {"state": "done"}
        place, one = found
        left, right = sides(self._asking, one)
        return {
            "state": "candidate",
            "one": one,
            "place": place,
            "of": len(session.queue.found),
            "about": key_of(one),
            "seen": seen(one),
            "log": len(log_state),
            "sides": (left, right),
            "at_once": AT_ONCE,
            "claim": CLAIMS[one.kind],
        }


def _wanted(request: Request) -> Wanted:
    return Wanted.of(request.query_params)


def _user() -> str:
    """Who is logged in, whom the form proposes."""
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""


def _html(page: Page, status: int = 200) -> Response:
    return HTMLResponse(render(page, LiveAddresses()), status)
