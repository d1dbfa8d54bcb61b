"""Pages are for this machine: who is refused, and what a browser may do with what is answered."""

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from graph.explore.guard import Guard


def _hello(_: Request) -> Response:
    return PlainTextResponse("hello", headers={"cache-control": "public"})


@pytest.fixture
def client() -> TestClient:
    return TestClient(Guard(Starlette(routes=[Route("/", _hello)])))


@pytest.mark.parametrize("host", ["127.0.0.1:8480", "localhost", "LOCALHOST:1", "[::1]:8480"])
def test_this_machine_is_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).text == "hello"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "127.0.0.1@evil.example", "", "localhost:80.evil"])
def test_another_name_that_leads_here_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert (answer.status_code, "hello" in answer.text) == (421, False)


@pytest.mark.parametrize("path", ["/", "/nothing"])
def test_every_answer_allows_its_own_style_and_script_and_nothing_else(client: TestClient, path: str) -> None:
    headers = client.get(path, headers={"host": "localhost"}).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert (policy["script-src"], policy["style-src"], policy["frame-ancestors"]) == ("'self'", "'self'", "'none'")
    assert "unsafe" not in headers["content-security-policy"]
    assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "same-origin")
    assert headers.get_list("cache-control") == ["no-store"]
