"""The application's pages over a graph, as tests ask for them."""

import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from lxml import html
from starlette.testclient import TestClient

from graph import ScholarGraph
from graph.explore.access import Access
from graph.explore.application import application
from graph.explore.asking import Asking
from graph.explore.guard import Guard
from graph.explore.serving import server_of
from graph.queries.bound import Queries

BASE = "http://127.0.0.1:8480"


def pages(graph: ScholarGraph, access: Access | None = None) -> Guard:
    """The application over a graph."""
    return application(Asking(Queries(graph.connection)), access)


@contextmanager
def pages_of(graph: ScholarGraph) -> Iterator[TestClient]:
    """A client of the application, as from this machine."""
    with TestClient(pages(graph), base_url=BASE) as client:
        yield client


@contextmanager
def served(graph: ScholarGraph, waiting: int = 128, access: Access | None = None) -> Iterator[str]:
    """The application served to any client of this machine, of whom so many may wait to be heard; its address."""
    listening = socket.create_server(("127.0.0.1", 0), backlog=waiting)
    server = server_of(pages(graph, access))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


def read(pages: TestClient, path: str, status: int = 200, **asked: str) -> Any:
    """A page, parsed."""
    answer = pages.get(path, params=asked or None)
    assert answer.status_code == status, answer.text[:500]
    return html.document_fromstring(answer.text)


def rows_under(page: Any, heading: str) -> list[list[str]]:
    """The cells of the table that follows a heading, none where another heading comes first."""
    [found] = page.xpath(f"//h2[.='{heading}']")
    tables = found.xpath("following::table[1]")
    if not tables or tables[0].xpath("preceding::h2[1]")[0] is not found:
        return []
    return [[re.sub(r"\s+", " ", cell.text_content()).strip() for cell in row.iter("td")] for row in tables[0].iter("tr")][1:]


def said(page: Any) -> str:
    """All words of a page."""
    return re.sub(r"\s+", " ", page.text_content())


def doors(page: Any) -> set[str]:
    """The stored queries that a page offers at other doors."""
    return {re.findall(r"/answer/(\w+)", href)[0] for href in page.xpath("//p[@class='doors']/a/@href")}


@dataclass
class Reviewer:
    """A browser without scripts in which somebody reviews: a page, and presses of its buttons."""

    client: TestClient
    page: Any = None
    status: int = 0
    asked: str = "/review"
    headers: dict[str, str] = field(default_factory=lambda: {"origin": BASE})

    @classmethod
    def entered(cls, app: Guard, access: Access, by: str, asked: str = "/review") -> "Reviewer":
        """Somebody who came by the address with the token and said who they are."""
        reviewer = cls(TestClient(app, base_url=BASE), asked=asked)
        reviewer.client.get("/", params={"token": access.token})
        reviewer.look()
        reviewer.press("who", by=by)
        return reviewer

    def look(self) -> Any:
        """Open the review."""
        return self._read(self.client.get(self.asked))

    def fields(self, step: str) -> list[tuple[str, str]]:
        """What a browser sends where the button of this step is pressed, or where it is answered with yes."""
        [button] = self.page.xpath("//div[@role='alert']//button" if step == "yes" else f"(//button[@value='{step}'])[1]")
        [form] = button.xpath("ancestor::form")
        beside = self.page.xpath(f"//input[@form='{form.get('id')}']") if form.get("id") else []
        inputs = [one for one in [*form.iter("input"), *beside] if one.get("type") != "checkbox" or "checked" in one.attrib]
        sent = [(one.get("name"), one.get("value", "")) for one in inputs if one.get("name")]
        return [*sent, *([] if step == "yes" else [("step", step)])]

    def press(self, step: str, *, ticked: list[str] | None = None, **filled: str) -> Any:
        """Press a button, with some fields filled in and, where it is said, these papers ticked; the page that comes."""
        sent = [(name, filled.get(name, value)) for name, value in self.fields(step)]
        if ticked is not None:
            sent = [(name, value) for name, value in sent if name != "other"] + [("other", one) for one in ticked]
        return self.send(sent)

    def send(self, sent: list[tuple[str, str]]) -> Any:
        """Send fields as a form of the page; the page that comes."""
        data: dict[str, list[str]] = {}
        for name, value in sent:
            data.setdefault(name, []).append(value)
        return self._read(self.client.post(self.asked, data=data, headers=self.headers))

    def _read(self, answer: Any) -> Any:
        self.status, self.page = answer.status_code, html.document_fromstring(answer.text)
        return self.page

    @property
    def said(self) -> str:
        """What the page says happened."""
        return " ".join(one.text_content() for one in self.page.xpath("//*[@role='status' or @role='alert']"))

    @property
    def heading(self) -> str:
        """The heading of the page."""
        return str(self.page.xpath("string(//h1)"))

    def ticks(self) -> dict[str, str]:
        """The papers that can be assigned, by their field: how they are labelled."""
        return {one.get("for"): one.text_content() for one in self.page.xpath("//label[@for]")}
