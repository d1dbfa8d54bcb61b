"""Who may write: tokens, tickets, sessions, and where a form was sent from."""

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request

from graph.explore.access import TICKET_SECONDS, Access, check_origin, cookie_of

HERE = "http://127.0.0.1:8480"


def request(*headers: tuple[str, str], host: str = "127.0.0.1:8480") -> Request:
    """A request with these headers."""
    given = [("host", host), *headers]
    raw = [(name.encode(), value.encode("latin-1")) for name, value in given]
    return Request({"type": "http", "method": "POST", "scheme": "http", "path": "/review", "query_string": b"", "headers": raw})


def test_every_run_has_a_token_of_its_own_that_nobody_guesses() -> None:
    tokens = {Access().token for _ in range(20)}
    assert len(tokens) == 20
    assert min(map(len, tokens)) >= 43


def test_the_token_begins_sessions_of_their_own() -> None:
    access = Access()
    one, other = access.admit(access.token), access.admit(access.token)
    assert one is not None
    assert other is not None
    sessions = [access.session(request(("cookie", f"scholargraph-8480={name}"))) for name in (one, other)]
    assert sessions[0] is not None
    assert sessions[1] is not None
    assert sessions[0].csrf != sessions[1].csrf
    assert access.session(request(("cookie", f"scholargraph-8480={access.token}"))) is None
    assert access.session(request(("cookie", f"scholargraph-8481={one}"))) is None
    assert access.session(request()) is None


@pytest.mark.parametrize("given", ["", "x", "\u00e9", "\ud800"])
def test_anything_else_begins_none(given: str) -> None:
    access = Access()
    assert access.admit(given) is None
    assert access.admit(access.token[:-1]) is None
    assert access.admit(access.token + "x") is None


def test_a_ticket_serves_once() -> None:
    access = Access()
    ticket = access.ticket()
    assert ticket != access.token
    assert access.admit(ticket) is not None
    assert access.admit(ticket) is None


def test_a_ticket_serves_soon_or_never() -> None:
    clock = iter([0.0, TICKET_SECONDS + 0.1])
    access = Access(now=lambda: next(clock))
    assert access.admit(access.ticket()) is None


def test_the_pages_of_two_graphs_keep_their_cookies_apart() -> None:
    assert cookie_of(request(host="127.0.0.1:8480")) != cookie_of(request(host="127.0.0.1:8481"))
    assert cookie_of(request(host="[::1]:8480")) == cookie_of(request(host="localhost:8480"))


@pytest.mark.parametrize(
    "headers",
    [
        [("origin", HERE)],
        [("origin", HERE), ("sec-fetch-site", "same-origin")],
        [("sec-fetch-site", "same-origin")],
    ],
)
def test_a_form_of_these_pages_is_taken(headers: list[tuple[str, str]]) -> None:
    check_origin(request(*headers))


@pytest.mark.parametrize(
    "headers",
    [
        [],
        [("origin", "null")],
        [("origin", "")],
        [("origin", "http://127.0.0.1")],
        [("origin", "http://127.0.0.1:84800")],
        [("origin", "http://127.0.0.1:8480.evil.example")],
        [("origin", "http://127.0.0.1:8480@evil.example")],
        [("origin", HERE), ("origin", "http://evil.example")],
        [("origin", "http://evil.example"), ("sec-fetch-site", "same-origin")],
        [("sec-fetch-site", "same-site")],
        [("sec-fetch-site", "same-origin"), ("sec-fetch-site", "cross-site")],
    ],
)
def test_a_form_from_elsewhere_or_from_nobody_knows_where_is_refused(headers: list[tuple[str, str]]) -> None:
    with pytest.raises(HTTPException, match="Nothing was written") as refused:
        check_origin(request(*headers))
    assert refused.value.status_code == 403
