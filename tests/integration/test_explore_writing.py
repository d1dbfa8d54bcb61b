"""Who may write through the pages: whoever has the token, by a form of their session; nobody else."""

import pytest
from starlette.testclient import TestClient

from graph import ScholarGraph
from graph.explore.access import LONGEST_FORM, TOKEN, Access
from graph.explore.guard import Guard
from tests.integration.explore_pages import BASE, Reviewer, pages
from tests.integration.reviewing import Decided, Enter

pytestmark = pytest.mark.any_line

SPLITS = "/review?kind=split&min_probability=0.5"


def forged(reviewer: Reviewer, **headers: str | None) -> int:
    """The status of a decision that is sent with other headers."""
    given = {"origin": BASE, **{name.replace("_", "-"): value for name, value in headers.items()}}
    sent = {name: value for name, value in given.items() if value is not None}
    fields = dict(reviewer.fields("same"))
    return int(reviewer.client.post(reviewer.asked, data=fields, headers=sent).status_code)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"origin": "http://localhost:8480"}, 403),
        ({"origin": "https://127.0.0.1:8480"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "null", "sec_fetch_site": "same-origin"}, 403),
        ({"origin": None}, 403),
        ({"origin": None, "sec_fetch_site": "cross-site"}, 403),
        ({"origin": None, "sec_fetch_site": "same-site"}, 403),
        ({"origin": None, "sec_fetch_site": "none"}, 403),
        ({"host": "evil.example:8480"}, 421),
        ({"host": "evil.example:8480", "origin": "http://evil.example:8480"}, 421),
        ({"content_type": "text/plain"}, 415),
        ({"content_type": "application/json"}, 415),
    ],
)
def test_what_another_site_sends_is_refused_and_not_written(
    enter: Enter, decided: Decided, headers: dict[str, str | None], status: int
) -> None:
    assert (forged(enter(asked=SPLITS), **headers), decided()) == (status, [])


def test_a_browser_that_tells_the_site_otherwise_is_believed(enter: Enter, decided: Decided) -> None:
    assert forged(enter(asked=SPLITS), origin=None, sec_fetch_site="same-origin") == 200
    assert len(decided()) == 1


@pytest.mark.parametrize("csrf", [None, "", "x", "\u00e9"])
def test_a_form_without_the_secret_of_its_session_writes_nothing(enter: Enter, decided: Decided, csrf: str | None) -> None:
    reviewer, other = enter(asked=SPLITS), enter("bob", SPLITS)
    fields = dict(reviewer.fields("same"))
    theirs = fields.pop("csrf")
    for sent in [fields if csrf is None else {**fields, "csrf": csrf}]:
        answer = reviewer.client.post(SPLITS, data=sent, headers={"origin": BASE})
        assert (answer.status_code, "Nothing was written" in answer.text) == (403, True)
    assert other.client.post(SPLITS, data={**fields, "csrf": theirs}, headers={"origin": BASE}).status_code == 403
    assert decided() == []


def test_without_the_token_pages_read_and_say_how_to_get_it(app: Guard, enter: Enter, decided: Decided) -> None:
    stranger = TestClient(app, base_url=BASE)
    page = stranger.get(SPLITS)
    assert (page.status_code, "shows the address that lets you decide" in page.text) == (200, True)
    assert "<form method" not in page.text
    fields = dict(enter(asked=SPLITS).fields("same"))
    for cookies in ({}, {"scholargraph-8480": "x"}, {"scholargraph-8480": ""}):
        stranger.cookies.clear()
        stranger.cookies.update(cookies)
        assert stranger.post(SPLITS, data=fields, headers={"origin": BASE}).status_code == 403
    assert decided() == []


def test_the_token_becomes_a_cookie_that_scripts_and_other_sites_do_not_get(app: Guard, access: Access) -> None:
    client = TestClient(app, base_url=BASE)
    answer = client.get("/review", params={"kind": "split", TOKEN: access.token}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, BASE + "/review?kind=split")
    said = {part.strip().lower() for part in answer.headers["set-cookie"].split(";")[1:]}
    assert {"httponly", "samesite=strict", "path=/review"} == said
    assert access.token not in str(answer.headers)
    assert client.get(f"//evil.example/?{TOKEN}={access.token}", follow_redirects=False).headers["location"].startswith(BASE)


def test_who_comes_by_the_token_again_goes_on_in_their_session(access: Access, enter: Enter) -> None:
    reviewer = enter(asked=SPLITS)
    reviewer.press("same")
    again = reviewer.client.get(SPLITS, params={"kind": "split", TOKEN: access.token}, follow_redirects=False)
    assert "set-cookie" not in again.headers
    assert reviewer.look().xpath("//button[@value='undo']")


@pytest.mark.parametrize("given", ["x", "", "\u00e9"])
def test_another_token_begins_no_session(app: Guard, access: Access, given: str) -> None:
    client = TestClient(app, base_url=BASE)
    answer = client.get("/review", params={TOKEN: given}, follow_redirects=False)
    assert (answer.status_code, "set-cookie" in answer.headers) == (403, False)
    twice = client.get(f"/review?{TOKEN}={access.token}&{TOKEN}=x", follow_redirects=False)
    assert (twice.status_code, "set-cookie" in twice.headers) == (403, False)


def test_a_form_that_is_too_long_is_refused_before_it_is_read(enter: Enter, decided: Decided) -> None:
    reviewer = enter(asked=SPLITS)
    fields = dict(reviewer.fields("same"))
    for size, status in ((LONGEST_FORM, 413), (2000, 200)):
        sent = {**fields, "other": "x" * size} if status == 413 else {**fields, "reason": "r" * size}
        assert reviewer.client.post(SPLITS, data=sent, headers={"origin": BASE}).status_code == status
    many = "&".join(f"f{number}=" for number in range(30_000))
    kind = {"origin": BASE, "content-type": "application/x-www-form-urlencoded"}
    assert reviewer.client.post(SPLITS, content=many, headers=kind).status_code in (400, 413)
    assert len(decided()) == 1


def test_pages_that_only_read_take_no_form_at_all(reviewed: ScholarGraph, access: Access, decided: Decided) -> None:
    client = TestClient(pages(reviewed), base_url=BASE)
    assert "--read-only" in client.get("/review").text
    assert client.post("/review", data={"step": "same"}, headers={"origin": BASE}).status_code == 405
    assert "set-cookie" not in client.get("/", params={TOKEN: access.token}).headers
    assert decided() == []
