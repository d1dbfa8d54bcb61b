"""Who may write: whoever came by the address that only the user who started the pages was told, and only from these pages.

The address holds a token. A visit to it begins a session, which a cookie tells; every form of a session holds a second secret,
which no other site can read, and the browser says which site a form was sent from.
"""

import hmac
import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Any
from urllib.parse import parse_qs, parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

TOKEN = "token"  # noqa: S105 - the name of what holds one
PLACE = "/review"
"""Only here the cookie is sent: what is elsewhere on this machine, at another port, is sent it at this path alone."""
TICKET_SECONDS = 120
LONGEST_FORM = 256 * 1024
FIELDS = 20_000
FORM = "application/x-www-form-urlencoded"
EARLIER = (
    "This address does not let you decide: it is of an earlier run, or was opened before. The terminal in which “scholargraph "
    "explore” runs shows the one that does."
)

Form = Mapping[str, Sequence[str]]
"""The values of each field of a form."""


@dataclass(frozen=True)
class Made:
    """What was decided by one press: the uids of the decisions, and in words."""

    uids: tuple[str, ...]
    words: str


@dataclass
class Session:
    """One reviewer in one browser: who they say they are, what they decided and put off, and what waits for them. `said` is what
    the next page tells once."""

    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    by: str = ""
    made: list[Made] = field(default_factory=list)
    later: set[str] = field(default_factory=set)
    said: str = ""
    queue: Any = None
    lock: Lock = field(default_factory=Lock)


class Access:
    """The token of a run, and the sessions that began with it. `now` is a clock in seconds."""

    def __init__(self, token: str | None = None, now: Callable[[], float] = time.monotonic) -> None:
        self.token = token or secrets.token_urlsafe(32)
        self._now = now
        self._tickets: dict[str, float] = {}
        self._sessions: dict[str, Session] = {}

    def ticket(self) -> str:
        """A token that serves once and soon: others of the machine may see what a browser is started with."""
        made = secrets.token_urlsafe(32)
        self._tickets[made] = self._now() + TICKET_SECONDS
        return made

    def admit(self, given: str) -> str | None:
        """The name of a new session for the token or a ticket, which is spent; None for anything else."""
        until = self._tickets.pop(given, None)
        if not _same(given, self.token) and (until is None or until < self._now()):
            return None
        name = secrets.token_urlsafe(32)
        self._sessions[name] = Session()
        return name

    def session(self, request: Request) -> Session | None:
        """The session that the request's cookie tells."""
        return self._sessions.get(request.cookies.get(cookie_of(request), ""))

    def writing(self, request: Request, form: Form) -> Session:
        """The session in which a form was sent. Raises HTTPException where it was not sent from these pages, or by nobody who may
        write."""
        session = self.session(request)
        if session is None:
            raise HTTPException(403, "Nothing was written: this browser may read only. " + HOW)
        if not _same("".join(form.get("csrf", ())), session.csrf):
            raise HTTPException(
                403, "Nothing was written: the form is not one of this session. Open the review again and decide."
            )
        return session


HOW = (
    "The terminal in which “scholargraph explore” runs shows the address that lets you decide; open that one in this browser. It "
    "lasts until the pages end."
)


def cookie_of(request: Request) -> str:
    """The name of the cookie. Cookies know no ports, so that the pages of two graphs would take each other's away."""
    return f"scholargraph-{request.url.port or 80}"


def check_origin(request: Request) -> None:
    """Raise HTTPException for a request that was not sent from these pages, as the browser tells it: by Origin, else by
    Sec-Fetch-Site. A browser that tells neither is refused."""
    origins, host = request.headers.getlist("origin"), request.headers.get("host", "")
    if origins:
        sent_here = [one.lower() for one in origins] == [f"http://{host.lower()}"]
    else:
        sent_here = request.headers.getlist("sec-fetch-site") == ["same-origin"]
    if not sent_here:
        raise HTTPException(
            403, "Nothing was written: the form was sent from another site, or the browser does not say from which."
        )


async def form_of(request: Request) -> Form:
    """The fields of a form. Raises HTTPException for one that is too long or no form."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise HTTPException(415, "Nothing was written: this is no form of these pages.")
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LONGEST_FORM:
            raise HTTPException(413, f"Nothing was written: the form is longer than {LONGEST_FORM:,} bytes.")
    try:
        return parse_qs(body.decode(), keep_blank_values=True, max_num_fields=FIELDS, errors="strict")
    except ValueError:
        raise HTTPException(400, "Nothing was written: the form cannot be read.") from None


class Admitting:
    """Begins a session for whoever brings the token, and leads them to the same page without it."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app = app
        self._access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request with a token; leave every other to the application."""
        if scope["type"] == "http" and scope["method"] == "GET":
            asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
            given = [value for name, value in asked if name == TOKEN]
            if given:
                await self._answer(Request(scope), given)(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _answer(self, request: Request, given: Sequence[str]) -> Response:
        answer = RedirectResponse(str(request.url.remove_query_params(TOKEN)), 303)
        if self._access.session(request):
            return answer
        session = self._access.admit(given[0]) if len(given) == 1 else None
        if session is None:
            return PlainTextResponse(EARLIER + "\n", 403)
        answer.set_cookie(cookie_of(request), session, path=PLACE, httponly=True, samesite="strict")
        return answer


def _same(given: str, known: str) -> bool:
    return hmac.compare_digest(given.encode(errors="replace"), known.encode())
